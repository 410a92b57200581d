"""The mark: a quarter of a circle for each theme, side by side in a square; of four themes it is a mill."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handreiking.geheel.pagina import Thema

_BREED, _TUSSEN = 19, 2
_VORMEN = (
    "M0 0A19 19 0 0 1 19 19H0Z",
    "M0 0H19A19 19 0 0 1 0 19Z",
    "M0 19A19 19 0 0 1 19 0V19Z",
    "M0 0H19V19A19 19 0 0 1 0 0Z",
)


@dataclass(frozen=True)
class Kwart:
    """The quarter of one theme: where it stands, and its SVG path from there."""

    thema: Thema
    x: int
    y: int
    pad: str


@dataclass(frozen=True)
class Merk:
    """The whole mark: the length of its side, and its quarters in the order of the themes."""

    zijde: int
    kwarten: tuple[Kwart, ...]


def compose_merk(themas: Sequence[Thema]) -> Merk:
    """Return the mark of some themes: at least two quarters beside each other, and no more than fit in a square."""
    naast, stap = max(2, ceil(sqrt(len(themas)))), _BREED + _TUSSEN
    kwarten = (
        Kwart(thema, place % naast * stap, place // naast * stap, _VORMEN[place % len(_VORMEN)])
        for place, thema in enumerate(themas)
    )
    return Merk(naast * stap - _TUSSEN, tuple(kwarten))
