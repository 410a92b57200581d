"""How sure a topic is: what of it may have changed, what it rests on, and what is known of its instruments."""

from __future__ import annotations

from collections.abc import Iterator

from handreiking.basis.weergave import render_datum
from handreiking.geheel.pagina import Onderwerp, Pagina
from handreiking.geheel.zekerheid import render_link, render_nagegaan, render_sinds
from handreiking.pdf.hoogte import KOLOM, surely_fits
from handreiking.pdf.koppelingen import extern, gebroken, op_adres, op_site, plek, verwijzing
from handreiking.pdf.omvang import doel
from handreiking.pdf.typstcode import array, call, joined, literal
from handreiking.pdf.uitgave import Uitgave
from handreiking.soorten.bewering import Bewering
from handreiking.soorten.bron import Bron

VERANDERD = "Dit kan veranderd zijn sinds de bron het schreef."
VEROUDERD = "Dat kan verouderd zijn: ga eerst na wat er nu geldt."


def render_beweringen(uitgave: Uitgave, pagina: Pagina, beweringen: tuple[Bewering, ...], niveau: int) -> Iterator[str]:
    """Yield the code of what may have changed, each under a heading of this level."""
    if beweringen:
        yield call("alinea", literal(VERANDERD))
    for bewering in beweringen:
        yield call(
            "bewering",
            str(niveau),
            plek(uitgave, doel(pagina.pad, bewering.id), bewering.titel),
            literal(bewering.titel),
            literal(bewering.stand),
            literal(render_sinds(bewering)),
            literal(VEROUDERD) if bewering.verouderd(uitgave.handreiking.stand) else "none",
            array(_rows(uitgave, pagina, bewering)),
        )


def render_zekerheid(uitgave: Uitgave, pagina: Pagina, niveau: int) -> str:
    """Return the code of what stands under a page: its review, its sources, its instruments and their links."""
    handreiking = uitgave.handreiking
    reviewed = [f"Voor het laatst beoordeeld op {render_datum(day)}." for day in [pagina.beoordeeld] if day]
    rows = [_row("Tekst", literal(sentence)) for sentence in reviewed]
    rows += [_row("Bron", _read(uitgave, bron)) for bron in pagina.bronnen]
    instrumenten = [plaatsing.instrument for plaatsing in handreiking.plaatsingen(pagina.pad.removesuffix(".md"))]
    if instrumenten:
        nagegaan = render_nagegaan(handreiking, instrumenten)
        rows += [_row("Instrumenten", literal(nagegaan.geopend)), _row("Links", literal(nagegaan.links))]
    return call("zekerheid", str(niveau), literal("Hoe zeker is dit?"), array(rows), kort=surely_fits(rows, KOLOM))


def render_bron(uitgave: Uitgave, bron: Bron) -> str:
    """Return the code of a source with its date; its title is a link where it has an address."""
    titel = literal(bron.titel)
    link = extern(uitgave, bron.url, op_site(bron.titel, bron.uitgever), titel) if bron.url else titel
    return joined([link, literal(f" ({bron.datering})")])


def gelezen(uitgave: Uitgave, bron: Bron) -> str:
    """Say when a source was read, and whether its address works."""
    read = f"Gelezen op {render_datum(bron.gelezen)}" if bron.gelezen else "Gelezen via een andere bron"
    return f"{read}; link {render_link(uitgave.handreiking, bron)}" if bron.url else read


def _read(uitgave: Uitgave, bron: Bron) -> str:
    return joined([render_bron(uitgave, bron), literal(f". {gelezen(uitgave, bron)}.")])


def _rows(uitgave: Uitgave, pagina: Pagina, bewering: Bewering) -> Iterator[str]:
    places = [piece for place in _where(uitgave, pagina, bewering) for piece in (literal(" "), place)]
    yield _row("Zelf nagaan", joined([literal(bewering.nagaan), *places]))
    yield _row("Bron", render_bron(uitgave, bewering.bron))
    if bewering.eerder:
        yield _row("Eerder", literal(bewering.eerder))
    yield _row("Beoordeeld", literal(render_datum(bewering.beoordeeld)))
    if not isinstance(pagina, Onderwerp):
        topics = [uitgave.handreiking.onderwerp(name) for name in bewering.onderwerpen]
        links = [verwijzing(uitgave, doel(topic.pad), literal(topic.titel)) for topic in topics]
        yield _row("Hoort bij", call("opsomming", *links))


def _where(uitgave: Uitgave, pagina: Pagina, bewering: Bewering) -> Iterator[str]:
    """Yield where the state of now is: links with their address in print, but for an instrument of the topic itself."""
    instrument = bewering.instrument
    here = instrument is not None and pagina.pad.removesuffix(".md") in instrument.onderwerpen
    if instrument and instrument.url and not here:
        link = extern(
            uitgave, instrument.url, op_site(instrument.titel, instrument.uitgever), literal(instrument.titel)
        )
        yield call("met-adres", link, gebroken(instrument.url))
    elif instrument:
        yield literal(instrument.titel)
    if bewering.url:
        link = extern(uitgave, bewering.url, op_adres(bewering.titel, bewering.url), literal("Nagaan"))
        yield call("met-adres", link, gebroken(bewering.url))


def _row(name: str, inhoud: str) -> str:
    return array([literal(name), inhoud])
