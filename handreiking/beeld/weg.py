"""The way of something that is reported, as cards below each other: every one is a mark, from where it comes in on.

A mark keeps its shape from its card to the next: that of the row it came in by. What does not go on is open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from handreiking.beeld.doek import LETTER, REGEL, Doek, number, regels, ruimte
from handreiking.soorten.reeks import Kolom, Reeks, Rij, getal

TE_TELLEN = 40  # up to so many stand as marks that one can count
_RAND, _TUSSEN, _PIJL = 16.0, 16.0, 30.0  # around a card, between things in it, between two cards
_NAAST = 20.0  # between two panels
_PER_REGEL, _STAP, _MAAT = 10, 19.0, 13.0  # marks on a line, from one to the next, their size
_GETAL = 42.0  # how wide the figure before the marks is
_VORMEN = ("rond", "vierkant", "ruit")
_KOP = 36.0

Plek: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class _Groep:
    """So many marks of one shape; `open`: those that do not go on."""

    vorm: str
    aantal: int
    open: bool = False


@dataclass(frozen=True)
class _Maat:
    """What all panels of a picture share: their width, the round corner of a card, and the largest figure."""

    breedte: float
    hoek: int
    meest: int


@dataclass(frozen=True)
class _Punt:
    """A row on a card: its name, its figure, its marks, and what is said of some of them."""

    naam: str
    aantal: int | None
    groepen: tuple[_Groep, ...]
    zinnen: tuple[str, ...]

    @property
    def meest(self) -> int:
        """Its figure, or how many marks it has where they are more: those that it leaves of a whole."""
        return max(self.aantal or 0, sum(groep.aantal for groep in self.groepen))


def draw_weg(reeks: Reeks, breedte: float, hoek: int, *, naast: int) -> Doek:
    """Draw a panel for each column that is no total, so many beside each other; `hoek` is the round corner."""
    doek = Doek(breedte)
    columns = [kolom for kolom in reeks.kolommen if not kolom.som_van]
    panels = [_cards(reeks, kolom) for kolom in columns]
    most = max((punt.meest for cards in panels for card in cards for punt in card), default=0)
    maat = _Maat((breedte - (naast - 1) * _NAAST) / naast, hoek, most)
    for start in range(0, len(columns), naast):
        beside = panels[start : start + naast]
        heights = [max(_height(card, maat) for card in cards) for cards in zip(*beside, strict=True)]
        top = doek.hoogte + (2 * _TUSSEN if start else 0)
        for index, cards in enumerate(beside):
            at = (index * (maat.breedte + _NAAST), top)
            doek.tekst(at[0], top + 20, columns[start + index].in_beeld, "kop")
            _panel(doek, at, list(zip(cards, heights, strict=True)), maat)
    return doek


def _cards(reeks: Reeks, kolom: Kolom) -> list[list[_Punt]]:
    return [[_point(reeks, reeks.rij(name), kolom) for name in stap.rijen] for stap in reeks.stappen]


def _panel(doek: Doek, at: Plek, cards: Sequence[tuple[Sequence[_Punt], float]], maat: _Maat) -> None:
    """Draw cards of these heights below each other, with arrows between them."""
    x, y = at[0], at[1] + _KOP
    for index, (card, height) in enumerate(cards):
        if index:
            _arrow(doek, x + _RAND + 8, y)
            y += _PIJL
        doek.kaart(x, y, maat.breedte, height, maat.hoek)
        below = y + _RAND
        for punt in card:
            below = _draw(doek, punt, (x + _RAND, below), maat) + _TUSSEN
        y += height


def _height(card: Sequence[_Punt], maat: _Maat) -> float:
    """Return how high a card is, by drawing it on a sheet that is thrown away."""
    y, sheet = _RAND, Doek(maat.breedte)
    for punt in card:
        y = _draw(sheet, punt, (_RAND, y), maat) + _TUSSEN
    return y - _TUSSEN + _RAND - 2


def _draw(doek: Doek, punt: _Punt, at: Plek, maat: _Maat) -> float:
    """Draw a row on its card; give how far it comes down."""
    x, y = at
    wide = maat.breedte - 2 * _RAND
    for line in regels(punt.naam, wide):
        doek.tekst(x, y + LETTER - 2, line, "naam")
        y += REGEL
    y += 4
    doek.tekst(x, y + 17, getal(punt.aantal), "aantal")
    if maat.meest > TE_TELLEN:
        left = max(_GETAL, ruimte(getal(maat.meest), 20) + 8)
        doek.vak(x + left, y + 3, (wide - left) * (punt.aantal or 0) / maat.meest, _MAAT, "teken rond")
        y += _STAP + 5
    else:
        y = _marks(doek, punt, (x + _GETAL, y + 4)) + 1
    for line in (line for zin in punt.zinnen for line in regels(zin, wide - _GETAL)):
        doek.tekst(x + _GETAL, y + LETTER - 2, line, "kolom")
        y += REGEL
    return y


def _marks(doek: Doek, punt: _Punt, at: Plek) -> float:
    """Draw the marks of a row, ten on a line; give how far they come down."""
    marks = [groep for groep in punt.groepen for _ in range(groep.aantal)]
    for index, groep in enumerate(marks):
        down, along = divmod(index, _PER_REGEL)
        _mark(doek, (at[0] + along * _STAP, at[1] + down * _STAP), groep)
    return at[1] + max(1, -(-len(marks) // _PER_REGEL)) * _STAP


def _mark(doek: Doek, at: Plek, groep: _Groep) -> None:
    (x, y), half = at, _MAAT / 2
    soort = "teken open" if groep.open else f"teken {groep.vorm}"
    if groep.vorm == "rond":
        doek.rond(x + half, y + half, half - 0.5, soort)
    elif groep.vorm == "vierkant":
        doek.vak(x + 0.75, y + 0.75, _MAAT - 1.5, _MAAT - 1.5, soort)
    else:
        points = ((x + half, y - 1), (x + _MAAT + 1, y + half), (x + half, y + _MAAT + 1), (x - 1, y + half))
        doek.pad("M" + "L".join(f"{number(a)} {number(b)}" for a, b in points) + "Z", soort)


def _arrow(doek: Doek, x: float, y: float) -> None:
    begin, edge, tip = (number(y + down) for down in (5, _PIJL - 12, _PIJL - 5))
    doek.pad(f"M{number(x)} {begin}V{tip}M{number(x - 6)} {edge}L{number(x)} {tip}L{number(x + 6)} {edge}", "lijn")


def _point(reeks: Reeks, rij: Rij, kolom: Kolom) -> _Punt:
    """Return a row with its marks: by the rows it is the sum of, else its own; and those of the whole it leaves."""
    place = reeks.plek(kolom)
    aantal = rij.waarden[place]
    groups, said = [], []
    for part in (reeks.rij(name) for name in rij.som_van):
        part_is = part.waarden[place] or 0
        goes_on = part.id in _going(reeks)
        groups.append(_Groep(_shape(reeks, part), part_is, open=not goes_on))
        if not goes_on and part_is:
            said.append(f"{getal(part_is)} {part.in_beeld}")
    rest = (aantal or 0) - sum(groep.aantal for groep in groups)  # all of it, or of which part is not known
    if not groups or rest:
        groups.append(_Groep(_shape(reeks, rij), max(rest, 0)))
    if rij.deel_van and aantal is not None and (whole := reeks.rij(rij.deel_van).waarden[place]) is not None:
        groups.append(_Groep(_shape(reeks, rij), whole - aantal, open=True))
        said.append(f"{getal(aantal)} van de {getal(whole)}")
    return _Punt(rij.in_beeld, aantal, tuple(groups), tuple(said))


def _going(reeks: Reeks) -> list[str]:
    """Return the rows that go on: those of which a row in a later step than the first is the sum."""
    return list(_parts(reeks, [name for stap in reeks.stappen[1:] for name in stap.rijen]))


def _shape(reeks: Reeks, rij: Rij) -> str:
    """Return the shape of a row: by its place among those that go on; what falls out has that of what it came with."""
    going = _going(reeks)
    if rij.id in going:
        return _VORMEN[going.index(rij.id) % 2]
    around = next((other for other in reeks.rijen if rij.id in other.som_van), None)
    beside = [name for name in around.som_van if name in going] if around else []
    return _VORMEN[going.index(beside[0]) % 2] if beside else _VORMEN[2]


def _parts(reeks: Reeks, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        yield from reeks.rij(name).som_van
