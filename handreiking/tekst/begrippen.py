"""The terms and abbreviations that a page explains: their written forms, and where these stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

# Where a form can begin: not within a word, nor after the apostrophe in one.
_START = re.compile(r"(?<![\w-])(?<!\w['’])\w+")
_WORD = re.compile(r"\w+")
_END = re.compile(r"(?![\w-]|['’]\w)")
# What Dutch puts behind an abbreviation: `VvE's`, `CAO'tje`.
_ENDING = re.compile(r"['’](?:s|er|ers|tje|tjes|ing)(?![\w-]|['’]\w)")
_ADDRESS = re.compile(r"://|@|\w\.\w")
_NAME_BEFORE = re.compile(r"[\w&,’'-]\s+[A-ZÀ-Þ]\w*[a-zß-ÿ]\w*\s\Z")
_LONG_WORDS = 200  # letters: two words are not longer
_NAME_BEHIND = re.compile(r"\s[A-ZÀ-Þ]\w*[a-zß-ÿ]")
# Between quotation marks of every kind; an apostrophe within or before a word (`foto's`, `'s avonds`) is none.
_QUOTED = re.compile(
    r"“[^”]+”|„[^”“]+[”“]|«[^»]+»|‘[^’]+(?:(?<=\w)’(?=\w)[^’]+)*’|(?<!\w)\"[^\"]+\"(?!\w)"
    r"|(?<!\w)'(?![stnkm]\b)(?:[^']|(?<=\w)'(?=\w))+'(?!\w)"
)

Woordsoort = Literal["begrip", "afkorting"]


@dataclass(frozen=True)
class Woordvorm:
    """One written form: of which term or abbreviation it is, and whether its capitals must be as they are here.

    `voor` is how many letters stand before its first word (`'s-Gravendijk` has one).
    """

    letters: str
    soort: Woordsoort
    id: str
    letterlijk: bool
    voor: int

    @property
    def anker(self) -> str:
        """The anchor of its explanation, on the page that explains them."""
        return f"afkorting-{self.id}" if self.soort == "afkorting" else self.id


@dataclass(frozen=True)
class Gebruik:
    """A form as it stands in a text, from `start` up to `end`."""

    start: int
    end: int
    vorm: Woordvorm


@dataclass(frozen=True)
class Begrippenlijst:
    """The terms and abbreviations to mark: their forms by first word, longest first, and the page they stand on."""

    vormen: Mapping[str, Sequence[Woordvorm]] = field(default_factory=dict)
    pad: str = ""


def begrippenlijst(
    begrippen: Mapping[str, Sequence[str]], pad: str, afkortingen: Mapping[str, str] | None = None
) -> Begrippenlijst:
    """Return the list for terms with all their written forms and for abbreviations, each by id.

    `pad` is the page that explains them. A form of a term matches in any case, one in capitals (`KNMI`) and an
    abbreviation only as it is written. A form that is both is the term's: a definition says more than a full form.
    """
    vormen = [_vorm(form, "begrip", name) for name, forms in begrippen.items() for form in forms]
    for name, short in (afkortingen or {}).items():
        vormen += [_vorm(form, "afkorting", name) for form in (short, f"{short}s" if short.isupper() else short)]
    taken: dict[str, Woordvorm] = {}
    for vorm in vormen:
        taken.setdefault(vorm.letters, vorm)
    by_word: dict[str, list[Woordvorm]] = {}
    for vorm in sorted(taken.values(), key=lambda v: (-len(v.letters), v.soort != "begrip", v.letters)):
        if first := _WORD.search(vorm.letters):
            by_word.setdefault(first[0].lower(), []).append(vorm)
    return Begrippenlijst(by_word, pad)


def find_gebruik(text: str, lijst: Begrippenlijst) -> Iterator[Gebruik]:
    """Yield every form in a text, as whole words, the longest first; none lies within another or within an address."""
    at = 0
    for word in _START.finditer(text):
        for vorm in lijst.vormen.get(word[0].lower(), ()):
            start = word.start() - vorm.voor
            end = _end(text, start, vorm)
            if start >= at and end and not _in_address(text, start, end):
                yield Gebruik(start, end, vorm)
                at = end
                break


def find_aanhalingen(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each piece of a text that stands between quotation marks."""
    return [found.span() for found in _QUOTED.finditer(text)]


def in_naam(text: str, gebruik: Gebruik) -> bool:
    """Say whether a form is part of a name: Dutch has capitals within a sentence only there (`Weerboek Hitte`).

    The capitals of an abbreviation say nothing by themselves: it is part of a name beside another word of that name.
    """
    letters = text[gebruik.start : gebruik.end]
    if gebruik.vorm.letterlijk:
        near = text[max(gebruik.start - _LONG_WORDS, 0) : gebruik.start]
        return bool(_NAME_BEHIND.match(text, gebruik.end) or _NAME_BEFORE.search(near))
    before = text[: gebruik.start].rstrip(" \n(‘'\"")
    in_sentence = before[-1:].isalnum() or before[-1:] in ("-", "&", ",")
    return letters[0].isupper() and not letters.isupper() and in_sentence


def _vorm(form: str, soort: Woordsoort, name: str) -> Woordvorm:
    first = _WORD.search(form)
    return Woordvorm(form, soort, name, soort == "afkorting" or form.isupper(), first.start() if first else 0)


def _end(text: str, start: int, vorm: Woordvorm) -> int | None:
    """Return where a form that begins here ends, with what Dutch puts behind an abbreviation; None if it is not it."""
    end = start + len(vorm.letters)
    there, wanted = text[max(start, 0) : end], vorm.letters
    if there != wanted and (vorm.letterlijk or there.lower() != wanted.lower()):
        return None
    if vorm.letterlijk and (ending := _ENDING.match(text, end)):
        return ending.end()
    return end if _END.match(text, end) else None


def _in_address(text: str, start: int, end: int) -> bool:
    begin = next((at for at in range(start, 0, -1) if text[at - 1].isspace()), 0)
    close = next((at for at in range(end, len(text)) if text[at].isspace()), len(text))
    return bool(_ADDRESS.search(f"{text[begin:start]}x{text[end:close]}"))  # the form itself may have a full stop
