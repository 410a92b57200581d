"""Figures as bars from zero: per row a bar for each column, or, where there are few of something, a block for each."""

from __future__ import annotations

from collections.abc import Sequence

from handreiking.beeld.doek import REGEL, Doek, regels, ruimte
from handreiking.soorten.reeks import Kolom, Reeks, Rij, getal

TE_TELLEN = 20  # up to so many stand as blocks that one can count
_HOOG, _RIJ, _TUSSEN = 17.0, 23.0, 16.0  # a bar, from one bar to the next, and between the groups of two rows
_NAAST = 180.0  # how wide the names of the rows are at most where they stand beside the bars
_MINST = 48.0  # how wide the longest bar is at least
_VOET = 13.5  # from the top of a bar to the foot of the text beside it


def draw_staven(reeks: Reeks, breedte: float, *, naast: bool) -> Doek:
    """Draw the bars in a width; `naast` says that the names of the rows stand beside them, else above."""
    doek = Doek(breedte)
    shown = [(rij, _bars(reeks, rij)) for rij in reeks.rijen if not rij.som_van]
    figures = [w for _, bars in shown for _, w in bars if w is not None]
    most = max([*figures, 1])
    labels = max([ruimte(kolom.in_beeld) for _, bars in shown for kolom, _ in bars], default=0.0)
    names = {rij.id: regels(rij.in_beeld, _NAAST if naast else breedte) for rij, _ in shown}
    widest = max([ruimte(line) for lines in names.values() for line in lines], default=0.0)
    begin = (min(widest, _NAAST) + 16 if naast else 0.0) + labels + 8
    room = max(breedte - begin - ruimte(getal(most)) - 12, _MINST)  # names too long for the picture run out of it
    end = ticks(most)[-1] if most > TE_TELLEN else most
    draw = _blocks if most <= TE_TELLEN else _bar
    top = 0.0
    for index, (rij, bars) in enumerate(shown):
        top += _TUSSEN if index else 0.0
        lines = names[rij.id]
        for number, line in enumerate(lines):
            doek.tekst(0, top + _VOET + number * REGEL, line, "naam")
        at = top if naast else top + len(lines) * REGEL + 4
        doek.vak(begin - 1.5, at, 1.5, len(bars) * _RIJ - (_RIJ - _HOOG), "as")
        for place, (kolom, waarde) in enumerate(bars):
            y = at + place * _RIJ
            doek.tekst(begin - 8, y + _VOET, kolom.in_beeld, "kolom", "end")
            tip = draw(doek, (begin, y), waarde or 0, room / end, _soort(reeks, kolom))
            doek.tekst(tip + 7, y + _VOET, getal(waarde), "getal" if waarde is not None else "kolom")
        top = max(at + len(bars) * _RIJ, top + len(lines) * REGEL if naast else 0.0)
    if most > TE_TELLEN:
        _scale(doek, begin, top + 6, room, ticks(most))
    return doek


def ticks(most: int) -> tuple[int, ...]:
    """Return whole numbers for a scale from zero to at least `most`, at steps of 1, 2 or 5 times a power of ten."""
    step = next(base * 10**power for power in range(12) for base in (1, 2, 5) if base * 10**power * 5 >= most)
    return tuple(range(0, most + step, step))


def _bars(reeks: Reeks, rij: Rij) -> list[tuple[Kolom, int | None]]:
    """Return the columns of a row that are drawn: not its totals, unless that is all that is known."""
    given: list[tuple[Kolom, int | None]] = list(zip(reeks.kolommen, rij.waarden, strict=True))
    parts = [(kolom, w) for kolom, w in given if not kolom.som_van]
    totals = [(kolom, w) for kolom, w in given if kolom.som_van]
    return totals if totals and all(w is None for _, w in parts) else parts


def _soort(reeks: Reeks, kolom: Kolom) -> str:
    """Return the classes of the bars of a column: the last has the full colour, a total one of its own."""
    parts = [other for other in reeks.kolommen if not other.som_van]
    if kolom.som_van:
        return "staaf samen"
    return "staaf laatst" if kolom == parts[-1] else "staaf"


def _bar(doek: Doek, at: tuple[float, float], waarde: int, stuk: float, soort: str) -> float:
    """Draw a bar from a point, with so much width for each; give where it ends."""
    if waarde:
        doek.vak(*at, stuk * waarde, _HOOG, soort)
    return at[0] + stuk * waarde


def _blocks(doek: Doek, at: tuple[float, float], waarde: int, stuk: float, soort: str) -> float:
    """Draw a block for each from a point, none wider than it is high; give where they end."""
    pitch = min(_HOOG + 4, stuk)
    for index in range(waarde):
        doek.vak(at[0] + 2 + index * pitch, at[1], pitch - 4, _HOOG, soort)
    return at[0] + (waarde * pitch - 2 if waarde else 0)


def _scale(doek: Doek, begin: float, y: float, room: float, marks: Sequence[int]) -> None:
    doek.vak(begin - 1.5, y, room + 1.5, 1.5, "as")
    wide, between = ruimte(getal(marks[-1]), 14) + 8, room / (len(marks) - 1)
    every = next(n for n in range(1, len(marks)) if n * between >= wide or n == len(marks) - 1)
    for index, mark in enumerate(marks):
        x = begin + room * mark / marks[-1]
        doek.vak(x - 1.5, y, 1.5, 6, "as")
        if index % every == 0:
            doek.tekst(x, y + 22, getal(mark), "schaal", "middle")
