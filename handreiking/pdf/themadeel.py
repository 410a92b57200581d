"""A theme in the PDF: its opening page, and its topics, each from a new page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handreiking.basis.weergave import render_datum
from handreiking.geheel.pagina import Onderwerp, Pagina
from handreiking.geheel.samenhang import Relatie, verbanden
from handreiking.geheel.wijzigingen import render_vers
from handreiking.pdf.hoogte import NAAST_ICOON, surely_fits
from handreiking.pdf.instrument import render_instrumenten
from handreiking.pdf.kaart import render_kaarten
from handreiking.pdf.keuze import Themadeel
from handreiking.pdf.koppelingen import naar, plek, verwijzing
from handreiking.pdf.omvang import doel
from handreiking.pdf.paginatekst import render_paginatekst
from handreiking.pdf.typstcode import array, call, joined, literal
from handreiking.pdf.uitgave import Uitgave
from handreiking.pdf.zekerheid import render_beweringen, render_zekerheid


def render_deel(uitgave: Uitgave, deel: Themadeel) -> Iterator[str]:
    """Yield the code of a part, a comment with the source file before each page; its pages carry the theme's mark."""
    opened = uitgave.omvang.keuze.themapaginas
    yield f"themadeel({literal(deel.thema.id)}, {{"
    if opened:
        yield f"// {literal(uitgave.path(deel.thema))}"
        yield _opening(uitgave, deel)
    for index, onderwerp in enumerate(deel.onderwerpen):
        # A page break in a rule of the template would split the tags around it.
        if index:
            yield "pagebreak(weak: true)"
        yield f"// {literal(uitgave.path(onderwerp))}"
        yield from _topic(uitgave, deel, onderwerp, 2 if opened else 1)
    yield "})"


def _opening(uitgave: Uitgave, deel: Themadeel) -> str:
    thema = deel.thema
    rows = [
        array([naar(uitgave, place), literal(place), literal(onderwerp.titel), literal(onderwerp.samenvatting)])
        for onderwerp in deel.onderwerpen
        if (place := doel(onderwerp.pad))
    ]
    return call(
        "themaopening",
        literal(thema.id),
        plek(uitgave, doel(thema.pad), thema.titel),
        literal(thema.samenvatting),
        array(render_paginatekst(uitgave, thema, 2, thema)),
        array(rows),
    )


def _topic(uitgave: Uitgave, deel: Themadeel, onderwerp: Onderwerp, niveau: int) -> Iterator[str]:
    handreiking, thema = uitgave.handreiking, deel.thema
    ties = verbanden(handreiking, onderwerp)
    yield call(
        "onderwerpkop",
        literal(thema.id),
        str(niveau),
        plek(uitgave, doel(onderwerp.pad), onderwerp.titel),
        literal(onderwerp.titel),
        literal(onderwerp.samenvatting),
        _days(uitgave, onderwerp),
    )
    yield from render_paginatekst(uitgave, onderwerp, niveau + 1, thema)
    beweringen = handreiking.beweringen_bij(onderwerp.id)
    if beweringen:
        yield call("tussenkop", str(niveau + 1), literal("Stand van zaken"))
        yield from render_beweringen(uitgave, onderwerp, beweringen, niveau + 2)
    yield from render_instrumenten(uitgave, handreiking.plaatsingen(onderwerp.id), niveau + 1)
    yield from render_kaarten(uitgave, onderwerp, niveau + 1)
    yield render_zekerheid(uitgave, onderwerp, niveau + 1)
    for voorbeeld, paginas in handreiking.voorbeelden_bij(onderwerp.id):
        links = list(_elsewhere(uitgave, paginas))
        if links:
            yield call("tussenkop", str(niveau + 1), literal(f"Zo doet {voorbeeld.naam} het"))
            yield call("lijst", *links)
    related = [_related(uitgave, tie.verwant, tie.deelt) for tie in ties if tie.verwant]
    shared = list(_elsewhere(uitgave, [tie.naar for tie in ties if tie.deelt and not tie.verwant]))
    named = list(_elsewhere(uitgave, [tie.naar for tie in ties if not (tie.deelt or tie.verwant)]))
    yield call(
        "verder",
        literal(thema.id),
        str(niveau + 1),
        array(call("verwant", *row, kort=surely_fits(row[1:], NAAST_ICOON)) for row in related),
        array(shared),
        array(named),
        kort=surely_fits([*(code for row in related for code in row[1:]), *shared, *named], NAAST_ICOON),
    )


def _days(uitgave: Uitgave, onderwerp: Onderwerp) -> str:
    """Say when a topic was looked over, and what is new in it."""
    vers = uitgave.handreiking.vers.get(("onderwerp", onderwerp.id))
    said = [f"Beoordeeld op {render_datum(onderwerp.beoordeeld)}"] if onderwerp.beoordeeld else []
    said += [render_vers(vers, uitvoerig=True)] if vers else []
    lines = [literal(line) for line in said]
    return joined([*lines[:1], *(code for line in lines[1:] for code in ("linebreak()", line))]) if lines else "none"


def _related(uitgave: Uitgave, relatie: Relatie, deelt: Relatie | None) -> list[str]:
    """Return the code of a related topic: its theme, its title and what is said beside it, and the reason."""
    onderwerp = uitgave.handreiking.onderwerp(relatie.naar.pad.removesuffix(".md"))
    place = doel(onderwerp.pad)
    here = place in uitgave.omvang.doelen
    title = literal(onderwerp.titel)
    shared = len(deelt.instrumenten) if deelt else 0
    beside = [relatie.in_woorden.lower()] if relatie.in_woorden else []
    beside += [f"deelt {shared} {'instrument' if shared == 1 else 'instrumenten'}"] if shared else []
    beside += [] if here else ["niet in deze uitgave"]
    return [
        literal(onderwerp.thema),
        verwijzing(uitgave, place, title) if here else title,
        array(literal(said) for said in [uitgave.handreiking.thema(onderwerp.thema).titel, *beside]),
        literal(relatie.reden),
    ]


def _elsewhere(uitgave: Uitgave, paginas: Iterable[Pagina]) -> Iterator[str]:
    """Yield a link to each of these pages that is in this PDF."""
    for pagina in paginas:
        if doel(pagina.pad) in uitgave.omvang.doelen:
            yield verwijzing(uitgave, doel(pagina.pad), literal(pagina.titel))
