"""Abbreviations in what readers see, and whether the list of abbreviations explains them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handreiking.basis.problem import Found
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.teksten import visible_texts
from handreiking.soorten.afkorting import Afkorting
from handreiking.soorten.uitgever import Uitgever

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Also one by post: the letters of a postcode, before its place (`1234 AB Waterdijk`).
ADDRESS = re.compile(r"https?://\S+|\S+@\S+|\w[\w-]*(?:\.\w[\w-]*)+\S*|\b[1-9]\d{3} [A-Z]{2}(?=\s+[A-ZÀ-Þ])")
_ENDING = re.compile(r"['’](?:s|er|ers|tje|tjes|ing)\Z")
_TWO_CAPITALS = re.compile(r"[A-ZÀ-Þ]{2}")
_ROMAN = re.compile(r"(?=[XVI]{2})X{0,3}(?:IX|IV|V?I{0,3})\Z")
_SHORT = 5


def check_afkortingen(gelezen: Gelezen) -> Found:
    """Every abbreviation that readers see stands in the list of abbreviations.

    Wrong: "Vraag het de RDW." without an entry for it.  Right: the same with `afkorting: RDW` and what it stands for.
    """
    known = {afkorting.afkorting for afkorting, _ in gelezen.van(Afkorting)} | _names(gelezen)
    told: set[tuple[str, int, str]] = set()
    for place in visible_texts(gelezen):
        for abbreviation in find_afkortingen(place.tekst, known):
            if (place.path, place.regel, abbreviation) in told:
                continue
            told.add((place.path, place.regel, abbreviation))
            mend = f"zet de afkorting in {gelezen.data}/afkortingen.yaml of schrijf het woord voluit"
            yield place.path, place.regel, f"de afkorting '{abbreviation}'{place.bij} wordt nergens uitgelegd; {mend}"


def find_afkortingen(text: str, known: set[str]) -> Iterator[str]:
    """Yield the abbreviations of a text that are not known, each part of a compound by itself: "RDW" of "RDW-loket".

    An abbreviation has two capitals side by side, or is of five letters at most with two capitals; no Roman number,
    no address, nothing with a digit in it.
    """
    for found in _WORD.finditer(ADDRESS.sub(" ", text)):
        word = _ENDING.sub("", found[0])
        if word in known:
            continue
        for part in re.split(r"['’-]", word):
            bare = part.removesuffix("s") if part[:-1].isupper() else part
            if is_afkorting(bare) and not {bare, part} & known:
                yield bare


def is_afkorting(word: str) -> bool:
    """Say whether a word without hyphens is an abbreviation by its letters."""
    if not word.isalpha() or _ROMAN.match(word):
        return False
    capitals = sum(map(str.isupper, word))
    return capitals >= 2 and (bool(_TWO_CAPITALS.search(word)) or len(word) <= _SHORT)


def _names(gelezen: Gelezen) -> set[str]:
    """Return the words of publishers' names that only look like abbreviations: capitals apart, and no longer form."""
    return {
        word
        for uitgever, _ in gelezen.van(Uitgever)
        if uitgever.voluit is None
        for word in re.findall(r"[^\W_]+", uitgever.naam)
        if not _TWO_CAPITALS.search(word)
    }
