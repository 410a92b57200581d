"""Contrast as WCAG 2.2 counts it."""

from __future__ import annotations

import pytest

from handreiking.basis.kleur import check_leesbaar, contrast, tint


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.478),
        ("#767676", "#ffffff", 4.542),
        ("#ff0000", "#ffffff", 3.998),
    ],
)
def test_the_contrast_is_that_of_the_standard(one: str, other: str, expected: float) -> None:
    """Known pairs, in both orders."""
    assert contrast(one, other) == pytest.approx(expected, abs=0.001)
    assert contrast(other, one) == contrast(one, other)


def test_a_tint_is_the_colour_thinned_on_the_paper() -> None:
    """Twelve parts of a hundred of the colour."""
    assert tint("#000000", "#ffffff") == "#e0e0e0"


def test_the_panel_counts_as_well_as_the_paper() -> None:
    """A colour that can just be read on paper cannot on its own panel."""
    assert contrast("#737373", "#fbf9f4") > 4.5
    assert check_leesbaar("#737373", "licht") == (
        "#737373 is op licht papier niet goed te lezen (contrast 3,9, nodig 4,5); maak de kleur donkerder"
    )
    assert check_leesbaar("#505050", "licht") is None
