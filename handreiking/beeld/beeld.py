"""The picture of a series, in the two forms of the site and in that of the PDF."""

from __future__ import annotations

from dataclasses import dataclass

from handreiking.beeld.doek import Doek, render_doek
from handreiking.beeld.staven import draw_staven
from handreiking.beeld.weg import draw_weg
from handreiking.soorten.reeks import Reeks

BREED, SMAL = 640.0, 288.0  # a column of text, and the narrowest screen: 320 without its margins


@dataclass(frozen=True)
class Drukkleur:
    """The colours of a picture in print: of its theme, of a card in it, of text and of lines."""

    thema: str
    tint: str
    inkt: str = "#1f1c18"
    rustig: str = "#5a544a"


def render_beelden(reeks: Reeks, hoek: int) -> tuple[str, ...]:
    """Return the SVG of a series for a wide and for a narrow window; nothing where none is to be drawn.

    `hoek` is the place of the theme, which gives cards their round corner.
    """
    if reeks.beeld == "geen":
        return ()
    forms = (("breed", _wide(reeks, hoek)), ("smal", _narrow(reeks, hoek)))
    return tuple(
        render_doek(doek, f"cijferbeeld in-{vorm}", f"pagina-reeks-{reeks.id}-{vorm}", (reeks.titel, reeks.in_woorden))
        for vorm, doek in forms
    )


def render_drukbeeld(reeks: Reeks, hoek: int, kleur: Drukkleur, letter: str) -> str | None:
    """Return the SVG of a series for print, with its colours and typeface within; None where none is to be drawn."""
    if reeks.beeld == "geen":
        return None
    doek, stijl = _wide(reeks, hoek), _STIJL.format(**vars(kleur), letter=letter)
    return render_doek(doek, "cijferbeeld", f"pagina-reeks-{reeks.id}", (reeks.titel, reeks.in_woorden), stijl)


def _wide(reeks: Reeks, hoek: int) -> Doek:
    return draw_weg(reeks, BREED, hoek, naast=2) if reeks.beeld == "weg" else draw_staven(reeks, BREED, naast=True)


def _narrow(reeks: Reeks, hoek: int) -> Doek:
    return draw_weg(reeks, SMAL, hoek, naast=1) if reeks.beeld == "weg" else draw_staven(reeks, SMAL, naast=False)


# The same as cijfers.css, for a reader of SVG that has no custom properties.
_STIJL = """
text {{ font-family: "{letter}"; font-size: 15px; fill: {inkt}; }}
.naam, .getal, .kop, .aantal {{ font-weight: 700; }}
.kop {{ font-size: 20px; }}
.aantal {{ font-size: 20px; }}
.kolom, .schaal {{ fill: {rustig}; }}
.schaal {{ font-size: 14px; }}
.as {{ fill: {inkt}; }}
.staaf {{ fill: {tint}; stroke: {thema}; stroke-width: 1.5px; }}
.laatst {{ fill: {thema}; }}
.samen {{ fill: #ffffff; stroke: {inkt}; stroke-dasharray: 4 3; }}
.kaart {{ fill: {tint}; }}
.teken {{ fill: {thema}; stroke: {thema}; stroke-width: 1.5px; }}
.vierkant {{ fill: {inkt}; stroke: {inkt}; }}
.open {{ fill: #ffffff; stroke: {inkt}; stroke-dasharray: 2.5 2; }}
.lijn {{ fill: none; stroke: {inkt}; stroke-width: 2px; stroke-linecap: round; stroke-linejoin: round; }}
"""
