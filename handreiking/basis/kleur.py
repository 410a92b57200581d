"""Colours that can be read: WCAG 2.2 contrast of a theme's colour on the paper it stands on."""

from __future__ import annotations

# The paper of the site and the PDF; the style sheets take it from here.
PAPIER = {"licht": "#fbf9f4", "donker": "#24201b"}
# A theme's panel is its colour at 12 % over the paper.
TINT = 0.12
MINIMUM = 4.5


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, 1 to 21, of two colours written as `#rrggbb` (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def tint(colour: str, paper: str) -> str:
    """Return the colour of a panel: a theme's colour thinned on the paper, as CSS `color-mix` in sRGB does."""
    mixed = (round(TINT * c + (1 - TINT) * p) for c, p in zip(_channels(colour), _channels(paper), strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def check_leesbaar(colour: str, ground: str) -> str | None:
    """Say in Dutch why a theme's colour cannot be read on the `licht` or the `donker` paper or panel, or None.

    Wrong: `licht: "#ffff00"`.  Right: `licht: "#2f6b1f"`.
    """
    paper = PAPIER[ground]
    least = min(contrast(colour, paper), contrast(colour, tint(colour, paper)))
    if least >= MINIMUM:
        return None
    way = "donkerder" if ground == "licht" else "lichter"
    figure = f"{least:.1f}".replace(".", ",")
    return f"{colour} is op {ground} papier niet goed te lezen (contrast {figure}, nodig 4,5); maak de kleur {way}"


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (value / 255 for value in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
