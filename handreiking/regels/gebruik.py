"""How the content uses the terms that are defined: at least once, and never defined a second time in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz, utils

from handreiking.basis.problem import Found
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.teksten import visible_texts
from handreiking.soorten.definitie import Definitie
from handreiking.tekst.begrippen import begrippenlijst, find_gebruik
from handreiking.tekst.vouwen import fold
from handreiking.tekst.zichtbaar import Tekstzin, parse_regels, parse_zinnen

LIJKT_OP = 70.0
_LEAST_WORDS = 3
_IS = r"(?:is|zijn|betekent|houdt in|omvat)\b(?P<na_is>.*)"
_WE = r"(?:verstaan|bedoelen) (?:we|wij)\b(?P<na_we>.*)"


def check_ongebruikt(gelezen: Gelezen) -> Found:
    """A defined term stands somewhere else than above its own definition.

    Wrong: a definition of "wadi" that no text mentions.  Right: one page that says "Leg een wadi aan."
    """
    lijst = begrippenlijst({d.id: (d.begrip, *d.varianten) for d, _ in gelezen.van(Definitie)}, "")
    path = f"{gelezen.data}/definities.yaml"
    used: set[str] = set()
    for place in visible_texts(gelezen):
        found = {gebruik.vorm.id for gebruik in find_gebruik(place.tekst, lijst)}
        used |= found - ({place.van} if place.path == path else set())
    for definitie, line in gelezen.van(Definitie):
        if definitie.id not in used:
            sentence = f"'{definitie.begrip}' komt nergens voor; haal het begrip weg, of vul 'varianten' aan"
            yield path, line, sentence


def check_tweede_definitie(gelezen: Gelezen) -> Found:
    """The content does not define a defined term again in other words.

    Wrong: "Een wadi is een lage plek waar regen blijft staan." beside the definition.  Right: a link to the definition.
    """
    for pagina in gelezen.paginas:
        path = f"{gelezen.content}/{pagina.pad}"
        top = Tekstzin(pagina.document.regel(("samenvatting",)), pagina.kop.samenvatting)
        for zin in (top, *parse_zinnen(parse_regels(pagina.markdown, pagina.regel))):
            for definitie, _ in gelezen.van(Definitie):
                rest = _defines(zin.tekst, definitie)
                if rest is not None and _other_wording(rest, definitie):
                    sentence = f"deze zin omschrijft '{definitie.begrip}' anders dan {gelezen.data}/definities.yaml"
                    yield path, zin.nummer, f"{sentence}; neem de definitie letterlijk over of haal de zin weg"


def _defines(sentence: str, definitie: Definitie) -> str | None:
    """Return what a sentence says a term is, where it begins as a definition; else None."""
    forms = "|".join(
        re.escape(form) for form in sorted((definitie.begrip, *definitie.varianten), key=len, reverse=True)
    )
    term = rf"(?:(?:een|de|het)\s+)?['‘“\"]?(?:{forms})['’”\"]?(?:\s+\([^)]*\))?"
    found = re.match(rf"(?:{term}\s+{_IS}|(?:onder|met)\s+{term}\s+{_WE})", sentence, re.IGNORECASE)
    return (found["na_is"] or found["na_we"] or "").strip(" :.") if found else None


def _other_wording(rest: str, definitie: Definitie) -> bool:
    """Say whether a wording is like the definition, or like a sentence of it, and equal to none of these.

    One or two words ("een proces") say too little to be a definition.
    """
    wordings = [definitie.tekst, *_sentences(definitie)]
    if len(rest.split()) < _LEAST_WORDS or any(fold(rest).tekst == fold(wording).tekst for wording in wordings):
        return False
    return any(fuzz.token_ratio(rest, wording, processor=utils.default_process) >= LIJKT_OP for wording in wordings)


def _sentences(definitie: Definitie) -> Iterator[str]:
    for alinea in definitie.alineas:
        yield from (zin.tekst for zin in parse_zinnen(parse_regels(alinea)))
