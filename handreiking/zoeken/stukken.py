"""What can be found: every page with its sections, instrument, contact, definition and abbreviation, as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from handreiking.basis.adres import page_url
from handreiking.basis.weergave import render_datum
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.kaarten import op_kaart
from handreiking.geheel.kenmerken import gezocht
from handreiking.geheel.pagina import Onderwerp, Pagina, Praktijkpagina, Thema
from handreiking.geheel.wijzigingen import VERWIJDERD, dag_anker
from handreiking.soorten.paginasoort import paginasoort
from handreiking.soorten.record import id_of
from handreiking.soorten.soort import Kaart, Recordsoort
from handreiking.zoeken.delen import Stukdeel, parse_delen
from handreiking.zoeken.woorden import STOPWOORDEN, words


@dataclass(frozen=True)
class Stuk:
    """One thing that search can give: its kind, its address from the site's root and its words.

    `bij` stands beside the kind (a publisher, a theme); `zoekwoorden` are searched and not shown. `overig` are the
    words of what stands there too, for which no sentence can be shown.
    """

    soort: str
    adres: str
    titel: str
    bij: str
    thema: str
    zoekwoorden: str
    samenvatting: str
    delen: tuple[Stukdeel, ...] = ()
    overig: str = ""

    @property
    def tekst(self) -> str:
        """All its words."""
        own = (self.titel, self.zoekwoorden, self.samenvatting, self.overig)
        return "\n".join([*own, *(text for deel in self.delen for text in (deel.kop, deel.tekst))])


def stukken(handreiking: Handreiking, *, directories: bool) -> list[Stuk]:
    """Return everything that search can give, in the order in which equals are shown.

    `directories` says what page addresses look like (see `adres.page_url`).
    """
    addresses = {pad: page_url(pad, directories=directories) for pad in handreiking.paginas}
    by_kind = {pagina.soort: addresses[pad] for pad, pagina in handreiking.paginas.items()}
    found = [_page(handreiking, pagina, addresses[pad]) for pad, pagina in handreiking.paginas.items()]
    if "definities" in by_kind:
        found += _definitions(handreiking, by_kind["definities"])
        found += _abbreviations(handreiking, by_kind["definities"])
    if "instrumenten" in by_kind:
        found += _instruments(handreiking, by_kind["instrumenten"])
    for soort, kaart in op_kaart():
        found += _cards(handreiking, soort, kaart, by_kind[soort.pagina]) if soort.pagina in by_kind else ()
    return found


def _page(handreiking: Handreiking, pagina: Pagina, address: str) -> Stuk:
    thema = handreiking.thema(pagina.thema) if isinstance(pagina, Onderwerp) else pagina
    delen = parse_delen(pagina.tekst.html, handreiking.getoond_in_woorden)
    soort = paginasoort(pagina.soort)
    rest: list[str] = []
    if pagina.soort == "zelfscan":
        rest = [stelling.tekst for members in handreiking.stellingen.values() for stelling in members]
    elif soort.over_de_site:
        rest = [deel.tekst.partition("\n")[2] for deel in delen]
        delen = tuple(replace(deel, tekst=deel.tekst.partition("\n")[0]) for deel in delen)
    stuk = Stuk(
        soort=soort.in_zoeken,
        adres=address,
        titel=pagina.titel,
        bij=_beside(handreiking, pagina),
        thema=thema.id if isinstance(thema, Thema) else "",
        zoekwoorden="",
        samenvatting=pagina.samenvatting,
        delen=delen + _added(handreiking, pagina),
    )
    return replace(stuk, overig=" ".join(sorted({*words(" ".join(rest))} - {*words(stuk.tekst)} - STOPWOORDEN)))


def _beside(handreiking: Handreiking, pagina: Pagina) -> str:
    if isinstance(pagina, Onderwerp):
        return handreiking.thema(pagina.thema).titel
    return handreiking.voorbeeld_van(pagina).naam if isinstance(pagina, Praktijkpagina) else ""


def _added(handreiking: Handreiking, pagina: Pagina) -> tuple[Stukdeel, ...]:
    """Return the sections that the template of a kind of page adds to its text."""
    delen: Iterable[Stukdeel] = ()
    match pagina.soort:
        case "onderwerp":
            delen = _claims(handreiking, pagina)
        case "definities" if handreiking.afkortingen:
            names = ", ".join(afkorting.afkorting for afkorting in handreiking.afkortingen)
            delen = [Stukdeel("pagina-afkortingen", "Afkortingen", names)]
        case "nieuw":
            delen = _taken_away(handreiking)
        case "samenhang":
            delen = [Stukdeel("pagina-lijst", "Alle verbanden", "")]
        case "opendata":
            delen = [Stukdeel("pagina-licentie", "Licentie en verwijzen", _licence(handreiking))]
        case "over":
            publisher = handreiking.uitgever.voluit or handreiking.uitgever.naam
            delen = [
                Stukdeel("pagina-contact", "Contact", f"{publisher}\n{handreiking.contact}"),
                Stukdeel("pagina-licentie", "Licentie", _licence(handreiking)),
                Stukdeel("pagina-bronnen", "Bronnen", "\n".join(bron.titel for bron in handreiking.bronnen)),
            ]
    return tuple(delen)


def _licence(handreiking: Handreiking) -> str:
    return f"{handreiking.licentie.naam}. {handreiking.licentie.uitzondering}"


def _claims(handreiking: Handreiking, pagina: Pagina) -> Iterator[Stukdeel]:
    """Yield what may have changed of what stands on a topic."""
    for bewering in handreiking.beweringen_bij(pagina.pad.removesuffix(".md")):
        text = "\n".join(filter(None, (bewering.stand, bewering.eerder, bewering.nagaan)))
        yield Stukdeel(bewering.id, bewering.titel, text)


def _taken_away(handreiking: Handreiking) -> Iterator[Stukdeel]:
    """Yield each day on which something was taken away: who looks for that, finds why it is gone."""
    gone = [wijziging for wijziging in handreiking.wijzigingen if wijziging.aard == VERWIJDERD]
    for day, members in groupby(gone, lambda wijziging: wijziging.dag):
        text = "\n".join(f"{wijziging.onderdeel.titel}: {wijziging.wat}" for wijziging in members)
        yield Stukdeel(dag_anker(day), render_datum(day), text)


def _definitions(handreiking: Handreiking, address: str) -> Iterator[Stuk]:
    for definitie in handreiking.definities:
        author = definitie.auteur.naam if definitie.auteur else ""
        forms = " ".join(definitie.varianten)
        delen = (Stukdeel("", "", "\n".join(definitie.alineas)),)
        yield Stuk("Definitie", f"{address}#{definitie.id}", definitie.begrip, author, "", forms, "", delen)


def _abbreviations(handreiking: Handreiking, address: str) -> Iterator[Stuk]:
    for afkorting in handreiking.afkortingen:
        said = f"{afkorting.voluit}. {afkorting.uitleg}" if afkorting.uitleg else afkorting.voluit
        anchor = f"{address}#afkorting-{afkorting.id}"
        yield Stuk("Afkorting", anchor, afkorting.afkorting, "", "", afkorting.voluit, said)


def _instruments(handreiking: Handreiking, address: str) -> Iterator[Stuk]:
    for instrument in handreiking.instrumenten:
        publisher = instrument.uitgever
        other = [*dict.fromkeys(instrument.andere_titels.values()), publisher.naam, publisher.voluit or ""]
        yield Stuk(
            soort="Instrument",
            adres=f"{address}#{instrument.id}",
            titel=instrument.titel,
            bij=publisher.naam,
            thema="",
            zoekwoorden=" ".join([*other, instrument.soort.naam]).strip(),
            samenvatting=instrument.beschrijving,
            delen=(Stukdeel("", "", said),) if (said := gezocht(instrument)) else (),
        )


def _cards(handreiking: Handreiking, soort: Recordsoort[Any], kaart: Kaart, address: str) -> Iterator[Stuk]:
    """Yield the records of a kind that is shown as cards."""
    for record in handreiking.van(soort.model):
        words = (getattr(record, name) for name in kaart.gezocht)
        yield Stuk(
            soort=kaart.in_zoeken,
            adres=f"{address}#{soort.anker.format(id_of(record))}",
            titel=getattr(record, kaart.kop),
            bij=(getattr(record, kaart.bij) if kaart.bij else None) or "",
            thema="",
            zoekwoorden=getattr(record, kaart.zoekwoorden) if kaart.zoekwoorden else "",
            samenvatting=getattr(record, kaart.inleiding) or "",
            delen=(Stukdeel("", "", "\n".join(filter(None, words))),),
        )
