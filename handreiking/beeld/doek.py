"""What every picture is drawn on: texts, shapes and a size, made into SVG by drawsvg.

All text of editors goes through drawsvg's `Text`, `append_title` and drawing elements as text, which escapes it;
attributes, which drawsvg writes as they are, only get names and numbers of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import wrap

import drawsvg

LETTER = 15.0  # the size of most texts, in the units of a picture: one is a CSS pixel where a picture is not scaled
REGEL = 20.0  # from one line of text to the next
# How wide a letter is as a part of its size: on average in a line, and at most on average in a few letters.
_BREED, _RUIM = 0.56, 0.6

# Which corners of a card are round, by the place of a theme: clockwise from the upper left, as in themas.css.
HOEKEN = ((0, 1, 0, 0), (0, 0, 1, 0), (1, 0, 0, 0), (0, 0, 0, 1))


@dataclass
class Doek:
    """A canvas of a width, that grows downwards: `hoogte` is how far it has been drawn on."""

    breedte: float
    hoogte: float = 0.0
    delen: list[drawsvg.DrawingBasicElement] = field(default_factory=list)

    def tekst(self, x: float, y: float, text: str, soort: str, anker: str = "start") -> None:
        """Put a line of text with its baseline at `y`."""
        self.delen.append(drawsvg.Text(text, None, number(x), number(y), class_=soort, text_anchor=anker))
        self.groei(y + 5)

    def vak(self, x: float, y: float, breedte: float, hoogte: float, soort: str) -> None:
        """Put a rectangle."""
        self.delen.append(
            drawsvg.Rectangle(number(x), number(y), number(breedte), number(hoogte), class_=soort),
        )
        self.groei(y + hoogte)

    def rond(self, x: float, y: float, straal: float, soort: str) -> None:
        """Put a circle around a point."""
        self.delen.append(drawsvg.Circle(number(x), number(y), number(straal), class_=soort))
        self.groei(y + straal)

    def pad(self, d: str, soort: str) -> None:
        """Put a path; it does not make the canvas grow."""
        self.delen.append(drawsvg.Path(d, class_=soort))

    def kaart(self, x: float, y: float, breedte: float, hoogte: float, hoek: int) -> None:
        """Put a card with the one round corner of the house."""
        radii = [16 * corner for corner in HOEKEN[hoek % len(HOEKEN)]]
        right, bottom = x + breedte, y + hoogte
        corners = (
            ((x, y + radii[0]), (x, y), (x + radii[0], y)),
            ((right - radii[1], y), (right, y), (right, y + radii[1])),
            ((right, bottom - radii[2]), (right, bottom), (right - radii[2], bottom)),
            ((x + radii[3], bottom), (x, bottom), (x, bottom - radii[3])),
        )
        pieces = [
            f"{'L' if index else 'M'}{_point(a)}Q{_point(b)} {_point(c)}" for index, (a, b, c) in enumerate(corners)
        ]
        self.pad("".join(pieces) + "Z", "kaart")
        self.groei(bottom)

    def groei(self, y: float) -> None:
        """Be at least as high as this."""
        self.hoogte = max(self.hoogte, y)


def render_doek(doek: Doek, soort: str, naam: str, woorden: tuple[str, str], stijl: str = "") -> str:
    """Return the SVG of a canvas: `soort` are its classes, `naam` what the ids in it begin with, `woorden` its title
    and its description.

    `stijl` is a style sheet to put within, for a picture drawn without that of the site.
    """
    ids = f"{naam}-titel", f"{naam}-uitleg"
    drawing = drawsvg.Drawing(
        number(doek.breedte),
        number(doek.hoogte + 1),
        class_=soort,
        role="img",
        aria_labelledby=" ".join(ids),
    )
    drawing.append_title(woorden[0], id=ids[0])
    drawing.append(_Uitleg(woorden[1], id=ids[1]))
    if stijl:
        drawing.append_css(stijl)
    for deel in doek.delen:
        drawing.append(deel)
    return str(drawing.as_svg(header="", skip_js=True))


def regels(text: str, breedte: float, letter: float = LETTER) -> Sequence[str]:
    """Return a text as lines that fit in a width."""
    return wrap(text, max(int(breedte / (letter * _BREED)), 8), break_long_words=False, break_on_hyphens=False) or [""]


def ruimte(text: str, letter: float = LETTER) -> float:
    """Return about how wide a line of text is."""
    return len(text) * letter * _RUIM


def number(value: float) -> float | int:
    """Return a number with at most two decimals, and without any where it is whole."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


class _Uitleg(drawsvg.Title):  # type: ignore[misc]  # drawsvg has no types
    """The description of a drawing: written as a title is, in an element for which drawsvg has no class."""

    TAG_NAME = "desc"


def _point(point: tuple[float, float]) -> str:
    return f"{number(point[0])} {number(point[1])}"
