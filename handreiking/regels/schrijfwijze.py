"""Words that readers see and for which the editors' list has another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handreiking.basis.problem import Found
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.teksten import visible_texts
from handreiking.regels.afkortingen import ADDRESS
from handreiking.regels.leesbaarheid import QUOTED
from handreiking.soorten.schrijfwijze import Schrijfwijze

_BEGIN = re.compile(r"(?:\A|[.!?:…])\W*\Z")
_BEFORE = re.compile(r"[^\W_][\w'’-]*\s+\Z")


def check_schrijfwijze(gelezen: Gelezen) -> Found:
    """One thing has one name in the editors' own words; this is a warning, for a word can mean something else too.

    Wrong: "Vraag het de bewoners." with `niet: [bewoners]`.  Right: "Vraag het de inwoners.", as `schrijf` says.
    """
    wijzen = [(wijze, _pattern(wijze.niet)) for wijze, _ in gelezen.van(Schrijfwijze)]
    told: set[tuple[str, int, str]] = set()
    for place in visible_texts(gelezen, eigen=True) if wijzen else ():
        for wijze, pattern in wijzen:
            for form in find_vormen(place.tekst, pattern):
                if (place.path, place.regel, form) not in told:
                    told.add((place.path, place.regel, form))
                    sentence = f"schrijf niet '{form}' maar '{wijze.schrijf}'{place.bij}, want {wijze.want}"
                    yield place.path, place.regel, sentence


def find_vormen(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield what a pattern finds in a text: not in addresses, between quotation marks or in a name.

    A name is a capital within a sentence: that of the word itself, or of the one before it.
    """
    text = QUOTED.sub(" ", ADDRESS.sub(" ", text))
    for found in pattern.finditer(text):
        before = _BEFORE.search(text, 0, found.start())
        starts = [found.start(), *([before.start()] if before else [])]
        if not any(text[start].isupper() and not _BEGIN.search(text, 0, start) for start in starts):
            yield found[0]


def _pattern(niet: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds the forms as whole words; the hyphen of a compound is part of a word."""
    forms = "|".join(re.escape(form) for form in sorted(niet, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)
