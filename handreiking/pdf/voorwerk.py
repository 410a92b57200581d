"""What comes before the topics: the cover, and the menu with every theme and topic on one page."""

from __future__ import annotations

from collections.abc import Iterator

from handreiking.basis.weergave import render_datum
from handreiking.geheel.pagina import Praktijkpagina
from handreiking.pdf.keuze import Themadeel
from handreiking.pdf.koppelingen import extern, gebroken, mail, naar, op_adres, plek, verwijzing
from handreiking.pdf.omvang import HOME, doel
from handreiking.pdf.paginatekst import render_paginatekst
from handreiking.pdf.typstcode import array, call, literal, optional
from handreiking.pdf.uitgave import Uitgave


def render_omslag(uitgave: Uitgave) -> str:
    """Return the code of the cover: what this is, of when, of whom, and where to ask."""
    handreiking = uitgave.handreiking
    return call(
        "omslag",
        literal(handreiking.titel),
        literal(handreiking.ondertitel),
        deel=optional(uitgave.omvang.keuze.naam),
        uitgever=literal(handreiking.uitgever.voluit or handreiking.uitgever.naam),
        editie=literal(handreiking.editie),
        stand=literal(f"Stand van {render_datum(handreiking.stand)}"),
        contact=mail(uitgave, handreiking.contact),
        sindsdien=_since(uitgave),
    )


def render_menu(uitgave: Uitgave) -> str:
    """Return the code of the menu: the themes with their topics, and what stands behind them."""
    handreiking, omvang = uitgave.handreiking, uitgave.omvang
    home = handreiking.paginas[HOME]
    if omvang.keuze.geheel:
        lead, tekst = home.samenvatting, render_paginatekst(uitgave, home, 2)
    else:
        lead, tekst = f"{omvang.keuze.naam} uit de handreiking ‘{handreiking.titel}’.", []
    return call(
        "menu",
        plek(uitgave, doel(home.pad), "Menu"),
        literal(lead),
        array(tekst),
        array(_panels(uitgave)),
        array(_ways(uitgave)),
    )


def _since(uitgave: Uitgave) -> str:
    """Return the code of where to see what changed since this PDF; `none` where the site has no page for that."""
    nieuw = uitgave.handreiking.van_soort("nieuw")
    if nieuw is None:
        return "none"
    if uitgave.nieuw is None:
        return literal(f"Op de site ziet u onder ‘{nieuw.titel}’ wat er sinds deze dag is veranderd.")
    url = f"{uitgave.nieuw}#sinds={uitgave.handreiking.stand.isoformat()}"
    link = extern(uitgave, url, op_adres(nieuw.titel, url), literal("Wat er sinds deze dag is veranderd"))
    return call("met-adres", link, gebroken(url))


def _panels(uitgave: Uitgave) -> Iterator[str]:
    """Yield (theme, its topics, the name of its place where that is this panel and not a page of its own)."""
    seen: set[str] = set()
    for deel in uitgave.omvang.keuze.delen:
        first = deel.thema.id not in seen
        seen.add(deel.thema.id)
        here = not uitgave.omvang.keuze.themapaginas and first
        yield array(
            [
                literal(deel.thema.id),
                array(_topics(uitgave, deel)),
                plek(uitgave, doel(deel.thema.pad), deel.thema.titel) if here else "none",
            ]
        )


def _topics(uitgave: Uitgave, deel: Themadeel) -> Iterator[str]:
    for onderwerp in deel.onderwerpen:
        place = doel(onderwerp.pad)
        yield array([naar(uitgave, place), literal(place), literal(onderwerp.titel)])


def _ways(uitgave: Uitgave) -> Iterator[str]:
    for pagina in (p for p in uitgave.omvang.naslag if not isinstance(p, Praktijkpagina)):  # the overview leads there
        link = verwijzing(uitgave, doel(pagina.pad), literal(pagina.titel))
        yield array([link, literal(pagina.samenvatting)])
