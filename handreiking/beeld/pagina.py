"""A series as a page shows it, with the theme whose colour it has and its pictures for the site."""

from __future__ import annotations

from dataclasses import dataclass

from handreiking.beeld.beeld import render_beelden
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.pagina import Pagina, Thema
from handreiking.soorten.reeks import Reeks


@dataclass(frozen=True)
class GetoondeReeks:
    """A series as a page shows it: the theme it has the colour of, if any, and the SVG of each form of its picture."""

    reeks: Reeks
    thema: Thema | None
    beelden: tuple[str, ...]


def getoonde_reeks(handreiking: Handreiking, pagina: Pagina, reeks: Reeks) -> GetoondeReeks:
    """Return a series as a page shows it."""
    thema = thema_van(handreiking, pagina)
    return GetoondeReeks(reeks, thema, render_beelden(reeks, hoek_van(handreiking, thema)))


def thema_van(handreiking: Handreiking, pagina: Pagina) -> Thema | None:
    """Return the theme that a page belongs to: its own, or that of the first topic it is an example of."""
    topics = getattr(pagina, "voorbeeld_van", ())
    name = getattr(pagina, "thema", "") or (topics[0].partition("/")[0] if topics else "")
    return next((thema for thema in handreiking.themas if thema is pagina or thema.id == name), None)


def hoek_van(handreiking: Handreiking, thema: Thema | None) -> int:
    """Return the place of a theme among the themes, which decides about its round corner."""
    return handreiking.themas.index(thema) if thema else 0
