"""What a PDF holds besides its topics, and which places in it a link can lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.kaarten import kaarten_op, op_kaart
from handreiking.geheel.kenmerken import kenmerken
from handreiking.geheel.pagina import Onderwerp, Pagina, Praktijkpagina
from handreiking.geheel.samenhang import relaties
from handreiking.pdf.keuze import Keuze
from handreiking.soorten.afkorting import Afkorting
from handreiking.soorten.bewering import render_wanneer
from handreiking.soorten.definitie import Definitie
from handreiking.soorten.instrument import Instrument
from handreiking.soorten.paginasoort import paginasoort
from handreiking.soorten.record import id_of
from handreiking.soorten.uitgever import Uitgever

HOME = "index.md"


@dataclass(frozen=True)
class Omvang:
    """The choice, the terms, abbreviations and instruments that belong to it, and the pages after the topics."""

    keuze: Keuze
    definities: tuple[Definitie, ...]
    afkortingen: tuple[Afkorting, ...]
    instrumenten: tuple[Instrument, ...]
    naslag: tuple[Pagina, ...]
    doelen: frozenset[str]


def doel(pad: str, anker: str = "") -> str:
    """Return the name that a place has in the PDF, also as a destination in its address (`#nameddest=…`)."""
    return f"{pad}#{anker}" if anker else pad


def omvang(handreiking: Handreiking, keuze: Keuze) -> Omvang:
    """Return everything for the whole handreiking; for a part only the terms and instruments that it uses."""
    topics = keuze.onderwerpen
    definities, afkortingen, instrumenten = handreiking.definities, handreiking.afkortingen, handreiking.instrumenten
    if not keuze.geheel:
        ids = {onderwerp.id for onderwerp in topics}
        instrumenten = tuple(i for i in instrumenten if ids.intersection(i.onderwerpen))
        pages: list[Pagina] = [*topics, *(deel.thema for deel in keuze.delen if keuze.themapaginas)]
        used = {name for pagina in pages for name in pagina.tekst.begrippen}
        definities = tuple(d for d in definities if d.id in used)
        afkortingen = _printed(handreiking, pages, definities, instrumenten)
    scanned = any(handreiking.stellingen_bij(onderwerp.id) for onderwerp in topics)
    filled = {"zelfscan": scanned, "definities": definities or afkortingen, "instrumenten": instrumenten}
    naslag = tuple(
        pagina
        for pagina in sorted(handreiking.paginas.values(), key=_order)
        if paginasoort(pagina.soort).pdf is not None and (keuze.geheel or filled.get(pagina.soort))
    )
    doelen = {
        *_places(HOME, handreiking.paginas[HOME].tekst.ankers if keuze.geheel else ()),
        *_doelen(keuze, naslag, definities, afkortingen, instrumenten),
        *_of_beweringen(handreiking, [*topics, *naslag]),
        *_of_cards(handreiking, naslag),
    }
    return Omvang(keuze, definities, afkortingen, instrumenten, naslag, frozenset(doelen))


def _order(pagina: Pagina) -> tuple[int, str]:
    """Return the place of a page after the topics; those of a practice example keep the order that they have."""
    return (paginasoort(pagina.soort).pdf or 0, "" if isinstance(pagina, Praktijkpagina) else pagina.pad)


def bekende_doelen(handreiking: Handreiking) -> frozenset[str]:
    """Return every place of the handreiking, in this PDF or not; a link that leads to another one is dead."""
    whole = Keuze(None, ())
    pages = handreiking.paginas.values()
    places = _doelen(whole, pages, handreiking.definities, handreiking.afkortingen, handreiking.instrumenten)
    return frozenset([*places, *_of_beweringen(handreiking, pages), *_of_cards(handreiking, pages)])


def _doelen(
    keuze: Keuze,
    naslag: Iterable[Pagina],
    definities: Iterable[Definitie],
    afkortingen: Iterable[Afkorting],
    instrumenten: Iterable[Instrument],
) -> Iterator[str]:
    for deel in keuze.delen:
        yield from _places(deel.thema.pad, deel.thema.tekst.ankers if keuze.themapaginas else ())
        for onderwerp in deel.onderwerpen:
            yield from _places(onderwerp.pad, onderwerp.tekst.ankers)
    for pagina in naslag:
        yield from _places(pagina.pad, pagina.tekst.ankers)
        if pagina.soort == "definities":
            yield from _places(pagina.pad, [d.id for d in definities])
            yield from _places(pagina.pad, [f"afkorting-{a.id}" for a in afkortingen])
        elif pagina.soort == "instrumenten":
            yield from _places(pagina.pad, [i.id for i in instrumenten])


def _of_cards(handreiking: Handreiking, paginas: Iterable[Pagina]) -> Iterator[str]:
    for pagina in paginas:
        for soort in (soort for soort, _ in op_kaart() if soort.pagina == pagina.soort):
            yield from (doel(pagina.pad, soort.anker.format(id_of(record))) for record in handreiking.van(soort.model))


def _of_beweringen(handreiking: Handreiking, paginas: Iterable[Pagina]) -> Iterator[str]:
    for pagina in paginas:
        if isinstance(pagina, Onderwerp):
            yield from (doel(pagina.pad, bewering.id) for bewering in handreiking.beweringen_bij(pagina.id))
        elif pagina.soort == "over":
            yield from (doel(pagina.pad, bewering.id) for bewering in handreiking.beweringen)


def _places(pad: str, ankers: Iterable[str]) -> Iterator[str]:
    yield doel(pad)
    yield from (doel(pad, anker) for anker in ankers)


def _printed(
    handreiking: Handreiking,
    paginas: Iterable[Pagina],
    definities: Sequence[Definitie],
    instrumenten: Sequence[Instrument],
) -> tuple[Afkorting, ...]:
    """Return the abbreviations that stand in a part, also those within the explanation of another."""
    behind = {pagina.soort: pagina for pagina in handreiking.paginas.values()}
    texts = [handreiking.titel, handreiking.ondertitel, *_names(handreiking.uitgever)]
    texts += [thema.titel for thema in handreiking.themas]
    texts += [text for pagina in paginas for text in _of_page(handreiking, pagina)]
    texts += [text for definitie in definities for text in _of_definition(definitie)]
    texts += [text for instrument in instrumenten for text in _of_instrument(handreiking, instrument)]
    marked = {
        *(("onderwerp", o.id) for o in paginas if isinstance(o, Onderwerp)),
        *(("definitie", d.id) for d in definities),
    }
    texts += [wijziging.wat for key, wijziging in handreiking.vers.items() if key in marked]
    texts += _of_page(handreiking, behind["instrumenten"]) if instrumenten else ()
    texts += _of_page(handreiking, behind["definities"]) if definities else ()
    texts += _of_page(handreiking, behind["zelfscan"]) if handreiking.stellingen else ()
    found = {a.id for a in handreiking.afkortingen if _stands_in(a, texts)}
    if found and not definities:
        texts += _of_page(handreiking, behind["definities"])
    before: set[str] = set()
    while found != before:
        before = found
        texts += [f"{a.voluit} {a.uitleg or ''}" for a in handreiking.afkortingen if a.id in found]
        found = {a.id for a in handreiking.afkortingen if _stands_in(a, texts)}
    return tuple(a for a in handreiking.afkortingen if a.id in found)


def _stands_in(afkorting: Afkorting, texts: Iterable[str]) -> bool:
    word = re.compile(rf"(?<!\w){re.escape(afkorting.afkorting)}(?!\w)")
    return any(word.search(text) for text in texts)


def _of_page(handreiking: Handreiking, pagina: Pagina) -> Iterator[str]:
    yield from (pagina.titel, pagina.samenvatting, pagina.markdown)
    yield from map(handreiking.getoond_in_woorden, pagina.tekst.getoond)
    yield from (other.titel for other in handreiking.genoemd.get(pagina.pad, ()))
    noted = (bron for merk in pagina.tekst.bronmerken if (bron := pagina.bron(merk.bron)))
    yield from (text for bron in noted for text in (bron.titel, bron.datering))
    if isinstance(pagina, Onderwerp):
        yield from (plaatsing.titel for plaatsing in handreiking.plaatsingen(pagina.id))
        for relatie in relaties(handreiking, pagina):
            yield from (relatie.naar.titel, relatie.reden)
        for stelling in handreiking.stellingen_bij(pagina.id):
            yield from (stelling.tekst, stelling.toelichting or "")
        for bewering in handreiking.beweringen_bij(pagina.id):
            yield from (
                bewering.titel,
                bewering.stand,
                render_wanneer(bewering),
                bewering.eerder or "",
                bewering.nagaan,
            )
            yield from (bewering.bron.titel, bewering.bron.datering)
            yield bewering.instrument.titel if bewering.instrument else ""
        for _, cards in kaarten_op(handreiking, pagina):
            for card in cards:
                yield from (card.kop, card.inleiding, card.sinds)
                for rij in (*card.bereik, *card.rest):
                    yield from (rij.waarde, rij.tekst) if isinstance(rij.waarde, str) else (rij.tekst,)
        yield from (text for bron in pagina.bronnen for text in (bron.titel, bron.datering))


def _of_definition(definitie: Definitie) -> Iterator[str]:
    yield from (definitie.begrip, definitie.tekst)
    yield from _names(definitie.auteur) if definitie.auteur else ()
    for bron in (definitie.bron, definitie.overgenomen_uit):
        yield from (bron.titel, bron.datering) if bron else ()


def _of_instrument(handreiking: Handreiking, instrument: Instrument) -> Iterator[str]:
    yield from (instrument.titel, instrument.beschrijving, *instrument.andere_titels.values())
    yield from (kenmerk.woorden for kenmerk in kenmerken(handreiking, instrument))
    if instrument.aanvragen:
        yield from (instrument.aanvragen.hoe, instrument.aanvragen.bij.in_zin)


def _names(uitgever: Uitgever) -> Iterator[str]:
    yield uitgever.naam
    yield from [uitgever.voluit] if uitgever.voluit else []
