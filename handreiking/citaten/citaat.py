"""Does a quotation still stand in its source? The letters and digits decide; a likeness never does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from handreiking.citaten.brontekst import Brontekst
from handreiking.citaten.verschil import find_plek, find_verschillen, render_verschil
from handreiking.lezen.vastlegging import Citaatomgeving
from handreiking.tekst.vouwen import Vouwing, fold

OMGEVING_LETTERS = 30
_WORD_REST = 20
_SURELY_CUT = 20
_EDGE = 40
_RUNS_IN = re.compile(r"[^\W_]\u00ad*(?:[-‐‑](?:[ \t]*\r?\n\s*)?)?\Z")
_RUNS_ON = re.compile(r"\u00ad*(?:[-‐‑](?:[ \t]*\r?\n\s*)?)?[^\W_]")


class Citaatoordeel(StrEnum):
    """The verdicts, from good to bad; `onzeker` says nothing about the quotation."""

    STAAT_ER_NOG = "staat er nog"
    OMGEVING_GEWIJZIGD = "omgeving gewijzigd"
    """It stands there, but what stands before or after it is not what it was: a sentence may have been added."""
    GEWIJZIGD = "gewijzigd"
    NIET_GEVONDEN = "niet gevonden"
    ONZEKER = "onzeker"


@dataclass(frozen=True)
class Bevinding:
    """The verdict on a quotation, its evidence as one or two Dutch sentences, and what stands around it now."""

    oordeel: Citaatoordeel
    bewijs: str
    omgeving: Citaatomgeving | None = None


def check_citaat(alineas: Sequence[str], bron: Brontekst, vastgelegd: Citaatomgeving | None = None) -> Bevinding:
    """Look for the paragraphs of a quotation in its source; `vastgelegd` is what stood around it when it was reviewed.

    Where it stands more than once, the place that is as it was counts.
    """
    if bron.tekst is None:
        return Bevinding(Citaatoordeel.ONZEKER, f"De bron is niet te lezen: {bron.reden}.")
    citaat, tekst = fold("\n\n".join(alineas)), bron.vouwing
    if not citaat.tekst:
        return Bevinding(Citaatoordeel.ONZEKER, "Het citaat heeft geen letters of cijfers.")
    around = None
    for begin in _find(citaat.tekst, tekst.tekst):
        eind = begin + len(citaat.tekst)
        here = _omgeving(tekst, begin, eind)
        if vastgelegd is not None and not _changed_sides(vastgelegd, tekst, begin, eind):
            return Bevinding(Citaatoordeel.STAAT_ER_NOG, "Het citaat staat er nog, met dezelfde tekst eromheen.", here)
        if around is None and _stands_alone(tekst, begin, eind):
            around = (begin, eind)
    if around is None:
        return _not_there(citaat, bron, tekst)
    here = _omgeving(tekst, *around)
    if vastgelegd is None:
        sentence = "Het citaat staat er nog; de tekst eromheen is nog niet vastgelegd."
        return Bevinding(Citaatoordeel.STAAT_ER_NOG, sentence, here)
    sides = "; ".join(
        f"{side} stond {_quoted(was)}, nu staat er {_quoted(now)}"
        for side, was, now in _changed_sides(vastgelegd, tekst, *around)
    )
    sentence = f"Het citaat staat er nog, maar {sides}. Kijk of er een zin bij het citaat is gekomen of weg is."
    return Bevinding(Citaatoordeel.OMGEVING_GEWIJZIGD, sentence, here)


def _not_there(citaat: Vouwing, bron: Brontekst, tekst: Vouwing) -> Bevinding:
    plek = find_plek(citaat, tekst)
    if plek is not None:
        if "\ufffd" in plek:
            return Bevinding(Citaatoordeel.ONZEKER, "Op de plek van het citaat heeft de bron onleesbare tekens.")
        verschil = render_verschil(find_verschillen(citaat.bron, plek)) or f"nu staat er {_quoted(plek)}"
        return Bevinding(Citaatoordeel.GEWIJZIGD, f"De tekst in de bron is anders: {verschil}.")
    if not bron.volledig:
        return Bevinding(
            Citaatoordeel.ONZEKER, "De bron is maar voor een deel gelezen, en daarin staat het citaat niet."
        )
    if len(tekst.tekst) < len(citaat.tekst):
        return Bevinding(
            Citaatoordeel.ONZEKER,
            "De bron heeft minder tekst dan het citaat; misschien is niet alles geladen.",
        )
    return Bevinding(Citaatoordeel.NIET_GEVONDEN, "Het citaat staat niet in de bron, en niets wat erop lijkt.")


def _find(piece: str, text: str) -> Iterator[int]:
    begin = text.find(piece)
    while begin >= 0:
        yield begin
        begin = text.find(piece, begin + 1)


def _stands_alone(tekst: Vouwing, begin: int, eind: int) -> bool:
    """Say whether whole words stand here: "geweld" does not stand in "geweldpleging" or in "on-" + "geweld"."""
    first, stop = tekst.begin[begin], tekst.eind[eind - 1]
    before, after = tekst.bron[max(0, first - _EDGE) : first], tekst.bron[stop : stop + _EDGE]
    return not _RUNS_IN.search(before) and not _RUNS_ON.match(after)


def _omgeving(tekst: Vouwing, begin: int, eind: int) -> Citaatomgeving:
    """Return what stands on both sides, up to the end of a word."""
    first, stop = max(0, begin - OMGEVING_LETTERS), min(len(tekst.tekst), eind + OMGEVING_LETTERS)
    for _ in range(_WORD_REST):
        first -= first > 0 and _joined(tekst, first)
        stop += stop < len(tekst.tekst) and _joined(tekst, stop)
    return Citaatomgeving(_one_line(tekst.stuk(first, begin)), _one_line(tekst.stuk(eind, stop)))


def _joined(tekst: Vouwing, place: int) -> bool:
    """Say whether the letter at a place and the one before it stand against each other in the original."""
    return tekst.begin[place] <= tekst.eind[place - 1]


def _changed_sides(was: Citaatomgeving, tekst: Vouwing, begin: int, eind: int) -> list[tuple[str, str, str]]:
    """Return (side, what stood there, what stands there) for the sides that are not as they were."""
    far = OMGEVING_LETTERS + _WORD_REST + 10
    before = tekst.stuk(max(0, begin - far), begin)
    after = tekst.stuk(eind, min(len(tekst.tekst), eind + far))
    now = _omgeving(tekst, begin, eind)
    changed = []
    if not _same_side(fold(was.ervoor).tekst[::-1], fold(before).tekst[::-1]):
        changed.append(("ervoor", was.ervoor, now.ervoor))
    if not _same_side(fold(was.erna).tekst, fold(after).tekst):
        changed.append(("erna", was.erna, now.erna))
    return changed


def _same_side(was: str, now: str) -> bool:
    """Say whether a side, read away from the quotation, begins as it did; a short one was all there was."""
    return now.startswith(was) if len(was) >= _SURELY_CUT else now == was


def _quoted(text: str) -> str:
    return f"'{_one_line(text)}'" if text.strip() else "niets"


def _one_line(text: str) -> str:
    return " ".join(text.split())
