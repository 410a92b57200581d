"""Changes to a text: those that change what it says, and those that change only how it is set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n\n")


def change_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) for every text that says something else: one change in each, at every place there is."""
    words = text.split(" ")
    for index, word in enumerate(words):
        before, after = words[:index], words[index + 1 :]
        yield "woord vervangen", " ".join([*before, "boomgaard", *after])
        yield "woord weg", " ".join([*before, *after])
        yield "woord erbij", " ".join([*before, "boomgaard", word, *after])
        yield "ontkenning erbij", " ".join([*before, "niet", word, *after])
        yield "woord verlengd", " ".join([*before, re.sub(r"(\w)(\W*)\Z", r"\1heid\2", word), *after])
        yield "voorvoegsel erbij", " ".join([*before, f"on{word}", *after])
        yield "letter anders", " ".join([*before, re.sub(r"\w", _other_letter, word, count=1), *after])
        if after and word.lower() != after[0].lower():
            yield "woorden verwisseld", " ".join([*before, after[0], word, *after[1:]])
    yield "woord erbij", f"{text} boomgaard"
    yield "ontkenning erbij", f"{text} niet"
    for found in re.finditer(r"\b(?:niet|geen|on(?=democratische))[ -]?", text):
        yield "ontkenning weg", text[: found.start()] + text[found.end() :]


def change_sentences(text: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) for every text in which a whole sentence is gone, new or elsewhere."""
    sentences = _SENTENCE_END.split(text)
    for index in range(len(sentences) + 1):
        yield "zin erbij", " ".join([*sentences[:index], "Dit geldt voor iedereen.", *sentences[index:]])
    for index in range(len(sentences)):
        yield "zin weg", " ".join([*sentences[:index], *sentences[index + 1 :]])
    for index in range(len(sentences) - 1):
        turned = [*sentences[:index], sentences[index + 1], sentences[index], *sentences[index + 2 :]]
        yield "zinnen verwisseld", " ".join(turned)


def change_type(text: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, text) for every text that reads the same aloud."""
    yield from (("hoofdletters", form) for form in (text.upper(), text.lower(), text.swapcase(), text.capitalize()))
    yield from (("unicode", unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD"))
    yield "unicode", "".join(chr(ord(c) + 0xFEE0) if "a" <= c <= "z" else c for c in text)  # full width
    for letters, ligature in (("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ"), ("ij", "ĳ"), ("st", "ﬆ")):
        yield "ligaturen", text.replace(letters, ligature)
    for space in ("\u00a0", "  ", "\n", "\r\n", "\t", "\u2009", " \u200b"):
        yield "spaties", text.replace(" ", space)
    yield from (("spaties", text[: found.start()] + "\n" + text[found.end() :]) for found in re.finditer(" ", text))
    yield "spaties", text.replace(" ", "")
    for dash in ("\u2010", "\u2011", "–", "—", "\u2212", "-\n", "", "\u00ad"):
        yield "streepjes", text.replace("-", dash)
    yield "afbreken", re.sub(r"(\w\w)(?=\w\w)", "\\1\u00ad", text)
    for found in re.finditer(r"\w{6,}", text):
        middle = (found.start() + found.end()) // 2
        for hyphen in ("-\n", "\u00ad\n", "\u2010\r\n   ", "\u00ad"):
            yield "afbreken", text[:middle] + hyphen + text[middle:]
    for opening, closing in (("'", "'"), ("‘", "’"), ("“", "”"), ("„", "”"), ("«", "»"), ('"', '"'), ("´", "´")):
        yield "aanhalingstekens", f"{opening}{text}{closing}"
        yield "aanhalingstekens", text.replace("‘", opening).replace("’", closing)
        yield "aanhalingstekens", re.sub(r"(\w{5,})", rf"{opening}\1{closing}", text, count=3)
    for bullet in ("• ", "- ", "* ", "– ", "\uf0b7 ", "▪\t"):
        yield "opsommingstekens", bullet + text.replace("\n\n", f"\n{bullet}")
    yield "leestekens", text.rstrip(".")
    yield "leestekens", re.sub(r"[,:;.]", "", text)


def _other_letter(found: re.Match[str]) -> str:
    return "x" if found[0].lower() != "x" else "q"
