"""What stands behind the topics: examples, contact points, the self-scan, terms, instruments, sources, other pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from handreiking.basis.weergave import render_datum
from handreiking.geheel.kaarten import op_kaart
from handreiking.geheel.pagina import Onderwerp, Pagina, Praktijkpagina
from handreiking.geheel.wijzigingen import render_vers
from handreiking.geheel.zekerheid import render_link, render_nagegaan
from handreiking.pdf.hoogte import LIJSTKOLOM, SCANKOLOM, surely_fits
from handreiking.pdf.kaart import render_kaarten, render_soort
from handreiking.pdf.koppelingen import extern, gebroken, mail, naar, op_site, plek, verwijzing
from handreiking.pdf.omvang import doel
from handreiking.pdf.paginatekst import render_paginatekst
from handreiking.pdf.typstcode import array, boolean, call, joined, literal, optional
from handreiking.pdf.uitgave import Uitgave
from handreiking.pdf.zekerheid import gelezen, render_beweringen, render_bron, render_zekerheid
from handreiking.soorten.bron import Bron
from handreiking.soorten.definitie import Definitie
from handreiking.soorten.instrument import Instrument
from handreiking.soorten.stelling import ANTWOORDEN

KRUIS_AAN = "Kruis bij elke stelling één vakje aan; n.v.t. betekent: niet van toepassing."


def render_naslag(uitgave: Uitgave, pagina: Pagina) -> Iterator[str]:
    """Yield the code of a page after the topics, with what belongs to its kind of page."""
    yield f"// {literal(uitgave.path(pagina))}"
    yield f"naslagdeel({literal(pagina.titel)}, {{"
    place = plek(uitgave, doel(pagina.pad), pagina.titel)
    niveau = 2 if isinstance(pagina, Praktijkpagina) else 1  # an example stands under the overview
    yield call("naslagkop", str(niveau), place, literal(pagina.titel), literal(pagina.samenvatting))
    if isinstance(pagina, Praktijkpagina):
        yield call("alinea", literal(f"Stand: {pagina.stand}"))
    yield from render_paginatekst(uitgave, pagina, niveau + 1)
    if pagina.soort in _PARTS:
        yield from _PARTS[pagina.soort](uitgave, pagina)
    yield "})"


def _terms(uitgave: Uitgave, pagina: Pagina) -> Iterator[str]:
    for definitie in uitgave.omvang.definities:
        yield _term(uitgave, pagina, definitie)
    if uitgave.omvang.afkortingen:
        yield call("vak", literal("Afkortingen"))
        rows = [
            array(
                [
                    plek(uitgave, doel(pagina.pad, f"afkorting-{afkorting.id}"), afkorting.afkorting),
                    literal(afkorting.afkorting),
                    literal(afkorting.voluit),
                    optional(afkorting.uitleg),
                ]
            )
            for afkorting in uitgave.omvang.afkortingen
        ]
        yield call("afkortingen", array(rows))


def _term(uitgave: Uitgave, pagina: Pagina, definitie: Definitie) -> str:
    author = definitie.auteur
    if definitie.letterlijk and author:
        name = author.voluit or author.naam
        taken_from = definitie.overgenomen_uit
        lines = [
            call("strong", literal(name)),
            render_bron(uitgave, definitie.bron),
            _taken(uitgave, taken_from, definitie.gelezen),
        ]
    else:
        lines = [joined([literal("Gebaseerd op: "), render_bron(uitgave, definitie.bron)])]
    link = render_link(uitgave.handreiking, definitie.bron)
    lines.append(literal(f"Beoordeeld op {render_datum(definitie.beoordeeld)}. Link naar de bron: {link}"))
    if vers := uitgave.handreiking.vers.get(("definitie", definitie.id)):
        lines.append(literal(render_vers(vers, uitvoerig=True)))
    return call(
        "definitie",
        plek(uitgave, doel(pagina.pad, definitie.id), definitie.begrip),
        literal(definitie.begrip),
        array(literal(alinea) for alinea in definitie.alineas),
        array(lines),
        aard=literal("Officiële definitie" if definitie.officieel else "Citaat, geen officiële definitie"),
        letterlijk=boolean(definitie.letterlijk),
    )


def _taken(uitgave: Uitgave, taken_from: Bron | None, day: date | None) -> str:
    """Say out of what a literal text was taken, and when."""
    source = [literal(" uit "), render_bron(uitgave, taken_from)] if taken_from else []
    when = [literal(f" op {render_datum(day)}")] if day else []
    return joined([literal("Overgenomen"), *source, *when])


def _instruments(uitgave: Uitgave, pagina: Pagina) -> Iterator[str]:
    by_title = sorted(uitgave.omvang.instrumenten, key=lambda instrument: instrument.titel.casefold())
    chosen = {onderwerp.id: onderwerp for onderwerp in uitgave.omvang.keuze.onderwerpen}
    rows = [
        _instrument(uitgave, pagina, instrument, [chosen[name] for name in instrument.onderwerpen if name in chosen])
        for instrument in by_title
    ]
    if rows:
        nagegaan = render_nagegaan(uitgave.handreiking, by_title, namen=False)
        yield call("alinea", literal(f"{nagegaan.geopend} {nagegaan.links}"))
        yield call("instrumentenlijst", array(rows))


def _instrument(uitgave: Uitgave, pagina: Pagina, instrument: Instrument, onderwerpen: list[Onderwerp]) -> str:
    others = [titel for titel in dict.fromkeys(instrument.andere_titels.values()) if titel != instrument.titel]
    said = [
        literal(instrument.titel),
        literal(f"{instrument.uitgever.naam} · {instrument.soort_in_zin}"),
        optional(f"Ook bekend als {', '.join(others)}" if others else None),
        literal(instrument.toegang_in_woorden),
    ]
    places = [
        array([naar(uitgave, place), literal(place), literal(onderwerp.titel)])
        for onderwerp in onderwerpen
        if (place := doel(onderwerp.pad))
    ]
    place = plek(uitgave, doel(pagina.pad, instrument.id), instrument.titel)
    return array([place, *said, array(places), surely_fits([*said, *places], LIJSTKOLOM)])


def _about(uitgave: Uitgave, pagina: Pagina) -> Iterator[str]:
    handreiking = uitgave.handreiking
    yield call("vak", literal("Contact"))
    publisher = literal(handreiking.uitgever.voluit or handreiking.uitgever.naam)
    yield call("alinea", joined([publisher, "linebreak()", mail(uitgave, handreiking.contact)]))
    if handreiking.beweringen:
        yield call("vak", literal("Stand van zaken"))
        yield from render_beweringen(uitgave, pagina, handreiking.beweringen, 3)
    yield call("vak", literal("Bronnen"))
    yield call("rijen", *(_bron(uitgave, bron) for bron in handreiking.bronnen))


def _overview(uitgave: Uitgave, _pagina: Pagina) -> Iterator[str]:
    for voorbeeld in uitgave.handreiking.voorbeelden:
        yield call("vak", literal(voorbeeld.naam))
        links = [verwijzing(uitgave, doel(p.pad), literal(p.titel)) for p in voorbeeld.paginas]
        yield call("lijst", *links)


def _example(uitgave: Uitgave, pagina: Pagina) -> Iterator[str]:
    if not isinstance(pagina, Praktijkpagina):
        return
    yield from render_kaarten(uitgave, pagina, 3)
    if pagina.voorbeeld_van:
        topics = [uitgave.handreiking.onderwerp(name) for name in pagina.voorbeeld_van]
        yield call("tussenkop", "3", literal("Voorbeeld bij"))
        yield call("lijst", *(verwijzing(uitgave, doel(topic.pad), literal(topic.titel)) for topic in topics))
    yield render_zekerheid(uitgave, pagina, 3)


def _bron(uitgave: Uitgave, bron: Bron) -> str:
    titel = literal(bron.titel)
    publisher = bron.uitgever.voluit or bron.uitgever.naam
    return call(
        "bron",
        extern(uitgave, bron.url, op_site(bron.titel, bron.uitgever), titel) if bron.url else titel,
        optional(" ".join(bron.toelichting.split()) if bron.toelichting else None),
        literal(f"{publisher}, {bron.datering}. {gelezen(uitgave, bron)}"),
        gebroken(bron.url) if bron.url else "none",
    )


def _scan(uitgave: Uitgave, _pagina: Pagina) -> Iterator[str]:
    yield call("alinea", literal(KRUIS_AAN))
    for deel in uitgave.omvang.keuze.delen:
        scanned = [onderwerp for onderwerp in deel.onderwerpen if uitgave.handreiking.stellingen_bij(onderwerp.id)]
        if scanned:
            yield call("vak", literal(deel.thema.titel))
        for onderwerp in scanned:
            rows = [
                [literal(stelling.tekst), optional(stelling.toelichting)]
                for stelling in uitgave.handreiking.stellingen_bij(onderwerp.id)
            ]
            kop = verwijzing(uitgave, doel(onderwerp.pad), literal(onderwerp.titel))
            yield call(
                "scanlijst",
                literal(deel.thema.id),
                kop,
                array(literal(woord) for woord in ANTWOORDEN.values()),
                array(array([*row, surely_fits(row, SCANKOLOM)]) for row in rows),
                kort=surely_fits([kop, *(code for row in rows for code in row)], SCANKOLOM),
            )


_PARTS: Mapping[str, Callable[[Uitgave, Pagina], Iterator[str]]] = {
    "praktijkoverzicht": _overview,
    "praktijk": _example,
    **{soort.pagina: render_soort for soort, _ in op_kaart()},
    "zelfscan": _scan,
    "definities": _terms,
    "instrumenten": _instruments,
    "over": _about,
}
