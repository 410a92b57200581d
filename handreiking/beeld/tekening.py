"""The picture of how topics hang together: panels of themes, and threads between their topics, with all positions.

The unit is the height of one row, so that the style sheet decides how large it is, and rows of text and ends of
threads stay side by side at every size. The picture is composed twice: `breed` with the panels in two columns and
the threads between them, `smal` with the panels below each other and the threads to their right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import hypot
from typing import Literal, TypeAlias

from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.pagina import Onderwerp, Thema
from handreiking.geheel.samenhang import verbanden

# Of a panel: its heading, the rim below its rows, and the space to the next. samenhang.css has the same numbers.
KOP, RAND, TUSSEN = 1.25, 0.5, 0.5
# How wide the space for the threads is, and which part of it an arc back to the same column may take.
BREED, SMAL = 9.0, 1.5
_DEEL = 0.46
_EERSTE, _LAATSTE, _HOEK = 0.3, 1.4, 0.4  # where the lanes lie, and the radius of a corner
_NAAST = 0.17  # so far below the thread of related topics lies the one of shared instruments
_LETTERS, _MEESTE_RIJEN = 45, 4
_BANEN = 7  # fewer lanes beside one column lie no further apart than these

Punt: TypeAlias = tuple[float, float]


@dataclass(frozen=True)
class Tekenrij:
    """A topic in its panel: how many rows its title takes; the ids of itself, what it is tied to, and their themes."""

    onderwerp: Onderwerp
    rijen: int
    bij: tuple[str, ...]


@dataclass(frozen=True)
class Tekengroep:
    """The panel of a theme."""

    thema: Thema
    rijen: tuple[Tekenrij, ...]

    @property
    def hoogte(self) -> float:
        """Its height."""
        return KOP + sum(rij.rijen for rij in self.rijen) + RAND


@dataclass(frozen=True)
class Band:
    """Two topics that are tied; where one builds on the other (`gericht`), that is `naar`.

    `naast`: the two are tied in another way too, and the threads lie beside each other.
    """

    soort: Literal["verwant", "deelt"]
    van: Onderwerp
    naar: Onderwerp
    gericht: bool = False
    naast: bool = False


@dataclass(frozen=True)
class Draad:
    """The thread of a tie: an SVG path, its ends, and the points of the arrow halfway (none without direction)."""

    band: Band
    pad: str
    begin: Punt
    eind: Punt
    pijl: str


@dataclass(frozen=True)
class Draden:
    """All threads in one space."""

    breedte: float
    hoogte: float
    draden: tuple[Draad, ...]


@dataclass(frozen=True)
class Tekening:
    """The panels in one or two columns; `breed` is None where there is one column."""

    kolommen: tuple[tuple[Tekengroep, ...], ...]
    breed: Draden | None
    smal: Draden


def compose_tekening(handreiking: Handreiking) -> Tekening:
    """Return the picture of a handreiking: the same numbers for the same handreiking, for any number of themes."""
    banden = tuple(_ties(handreiking))
    near = _neighbours(banden)
    groepen = tuple(
        Tekengroep(thema, tuple(_row(onderwerp, near.get(onderwerp.id, [])) for onderwerp in thema.onderwerpen))
        for thema in handreiking.themas
    )
    left = _best_split([groep.hoogte for groep in groepen])
    kolommen = tuple(kolom for kolom in (groepen[:left], groepen[left:]) if kolom)
    return Tekening(
        kolommen,
        breed=_beside(banden, kolommen) if len(kolommen) > 1 else None,
        smal=_below(banden, groepen),
    )


def _ties(handreiking: Handreiking) -> Iterator[Band]:
    """Yield each tie once, from the topic that comes first or is the basis."""
    seen: set[str] = set()
    for thema in handreiking.themas:
        for onderwerp in thema.onderwerpen:
            seen.add(onderwerp.id)
            for verband in verbanden(handreiking, onderwerp):
                if not (verband.verwant or verband.deelt):
                    continue
                other = handreiking.onderwerp(verband.naar.pad.removesuffix(".md"))
                if other.id in seen:
                    continue
                if verband.verwant and verband.verwant.aard == "basis":
                    yield Band("verwant", other, onderwerp, gericht=True)
                elif verband.verwant:
                    yield Band("verwant", onderwerp, other, gericht=verband.verwant.aard == "vervolg")
                if verband.deelt:
                    yield Band("deelt", onderwerp, other, naast=verband.verwant is not None)


def _neighbours(banden: Iterable[Band]) -> dict[str, list[Onderwerp]]:
    """Return, by the id of a topic, both ends of each of its ties."""
    found: dict[str, list[Onderwerp]] = {}
    for band in banden:
        for end in (band.van, band.naar):
            found.setdefault(end.id, []).extend((band.van, band.naar))
    return found


def _row(onderwerp: Onderwerp, near: Sequence[Onderwerp]) -> Tekenrij:
    rows = min(1 + (len(onderwerp.titel) - 1) // _LETTERS, _MEESTE_RIJEN)
    return Tekenrij(
        onderwerp,
        rows,
        tuple(dict.fromkeys((onderwerp.id, onderwerp.thema, *(end.id for end in near), *(end.thema for end in near)))),
    )


def _best_split(heights: Sequence[float]) -> int:
    """Return how many panels stand in the first column, so that the two differ least in height."""
    whole = sum(heights)
    differences = [abs(whole - 2 * upto) for upto in accumulate(heights)]
    return differences.index(min(differences)) + 1 if differences else 0


def _beside(banden: Sequence[Band], kolommen: Sequence[Sequence[Tekengroep]]) -> Draden:
    """Return the threads between two columns: curves across, and arcs back that are deeper the further they reach."""
    (left, height), (right, other) = _places(kolommen[0]), _places(kolommen[1])
    places = {name: (0.0, y) for name, y in left.items()} | {name: (BREED, y) for name, y in right.items()}
    spans = {band: abs(places[band.naar.id][1] - places[band.van.id][1]) for band in banden}
    longest = max(
        (span for band, span in spans.items() if places[band.van.id][0] == places[band.naar.id][0]), default=1
    )
    threads = []
    for band in banden:
        (x1, y1), (x2, y2) = places[band.van.id], places[band.naar.id]
        handle = BREED / 2
        if x1 == x2:
            # The middle of the curve lies at three quarters of its handles.
            depth = BREED * _DEEL * (0.2 + 0.8 * spans[band] / longest) / 0.75
            handle = depth if x1 == 0 else BREED - depth
        low = _NAAST if band.naast else 0.0
        points = ((x1, y1 + low), (handle, y1 + low), (handle, y2 + low), (x2, y2 + low))
        pad = "M{} {}C{} {} {} {} {} {}".format(*(_number(value) for point in points for value in point))
        middle = tuple((a + 3 * b + 3 * c + d) / 8 for a, b, c, d in zip(*points, strict=True))
        along = tuple(d + c - b - a for a, b, c, d in zip(*points, strict=True))
        threads.append(_thread(band, pad, points[0], points[-1], _arrow(middle, along, 1.0)))
    return Draden(BREED, max(height, other), tuple(threads))


def _below(banden: Sequence[Band], groepen: Sequence[Tekengroep]) -> Draden:
    """Return the threads beside one column: each out to a lane of its own, along it, and back, with round corners."""
    places, height = _places(groepen)
    lanes = _lanes({band: (places[band.van.id], places[band.naar.id]) for band in banden})
    between = (_LAATSTE - _EERSTE) / max([*lanes.values(), _BANEN])
    threads = []
    for band in banden:
        low = _NAAST if band.naast else 0.0
        y1, y2 = places[band.van.id] + low, places[band.naar.id] + low
        x = _EERSTE + lanes[band] * between
        radius = min(_HOEK, x, abs(y2 - y1) / 2)
        down = 1 if y2 > y1 else -1
        out, r, first, last = (_number(v) for v in (x - radius, radius, y1 + down * radius, y2 - down * radius))
        corner = f"A{r} {r} 0 0 {1 if down > 0 else 0}"
        pad = f"M0 {_number(y1)}H{out}{corner} {_number(x)} {first}V{last}{corner} {out} {_number(y2)}H0"
        arrow = _arrow((x, (y1 + y2) / 2), (0.0, y2 - y1), 0.6)
        threads.append(_thread(band, pad, (0.0, y1), (0.0, y2), arrow))
    return Draden(SMAL, height, tuple(threads))


def _places(groepen: Sequence[Tekengroep]) -> tuple[dict[str, float], float]:
    """Return how far down the middle of each topic's row lies, and the height of all panels below each other."""
    places: dict[str, float] = {}
    bottom = -TUSSEN
    for groep in groepen:
        y = bottom + TUSSEN + KOP
        for rij in groep.rijen:
            places[rij.onderwerp.id] = y + rij.rijen / 2
            y += rij.rijen
        bottom = y + RAND
    return places, max(bottom, 0.0)


def _lanes(spans: Mapping[Band, tuple[float, float]]) -> dict[Band, int]:
    """Return each thread the nearest lane in which no other lies beside or touches it; the shortest choose first."""
    taken: list[list[tuple[float, float]]] = []
    lanes: dict[Band, int] = {}
    for band, (one, other) in sorted(spans.items(), key=lambda item: (abs(item[1][1] - item[1][0]), min(item[1]))):
        top, bottom = min(one, other), max(one, other)
        free = (n for n, lane in enumerate(taken) if all(bottom < upper or top > lower for upper, lower in lane))
        lanes[band] = next(free, len(taken))
        if lanes[band] == len(taken):
            taken.append([])
        taken[lanes[band]].append((top, bottom))
    return lanes


def _thread(band: Band, pad: str, begin: Punt, eind: Punt, pijl: str) -> Draad:
    ends = [(round(x, 3), round(y, 3)) for x, y in (begin, eind)]
    return Draad(band, pad, ends[0], ends[1], pijl if band.gericht else "")


def _arrow(middle: Sequence[float], along: Sequence[float], size: float) -> str:
    """Return the corners of an arrow with its middle at a point, in a direction."""
    (x, y), (dx, dy) = middle, along
    forward, aside = dx * size / hypot(dx, dy), dy * size / hypot(dx, dy)
    corners = ((0.18, 0.0), (-0.16, 0.16), (-0.08, 0.0), (-0.16, -0.16))
    return " ".join(
        f"{_number(x + f * forward - s * aside)},{_number(y + f * aside + s * forward)}" for f, s in corners
    )


def _number(value: float) -> str:
    """Return a number with at most three decimals and without a needless zero or sign."""
    return f"{round(value, 3) + 0.0:.10g}"
