"""The mark, of any number of themes."""

from __future__ import annotations

import pytest

from handreiking.beeld.merk import compose_merk
from tests.conftest import Werkmap


@pytest.mark.parametrize(
    ("number", "side", "places"),
    [
        (1, 40, [(0, 0)]),
        (3, 40, [(0, 0), (21, 0), (0, 21)]),
        (4, 40, [(0, 0), (21, 0), (0, 21), (21, 21)]),
        (5, 61, [(0, 0), (21, 0), (42, 0), (0, 21), (21, 21)]),
    ],
)
def test_quarters_fit_in_a_square(werkmap: Werkmap, number: int, side: int, places: list[tuple[int, int]]) -> None:
    """Each theme has one, in order, and the fifth has the form of the first."""
    themas = (werkmap.handreiking().themas * 3)[:number]
    merk = compose_merk(themas)
    assert (merk.zijde, [(k.x, k.y) for k in merk.kwarten]) == (side, places)
    assert [k.thema for k in merk.kwarten] == list(themas)
    assert len({k.pad for k in merk.kwarten}) == min(number, 4)
