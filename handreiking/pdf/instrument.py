"""An instrument as a row under a topic: its title as link, what it gives, the address in print, how to get it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from handreiking.basis.weergave import render_datum
from handreiking.geheel.wijzigingen import render_vers
from handreiking.pdf.hoogte import KOLOM, surely_fits
from handreiking.pdf.koppelingen import extern, gebroken, mail, op_site
from handreiking.pdf.typstcode import array, boolean, call, joined, literal
from handreiking.pdf.uitgave import Uitgave
from handreiking.soorten.instrument import Aanvragen, Instrument, Plaatsing, by_access


def render_instrumenten(uitgave: Uitgave, plaatsingen: tuple[Plaatsing, ...], niveau: int) -> list[str]:
    """Return the code of the instruments of a topic, those that open at once first; headings begin at this level."""
    groups = by_access(plaatsingen)
    code = [call("tussenkop", str(niveau), literal("Instrumenten"))] if groups else []
    for label, members in groups:
        if len(groups) > 1:
            code.append(call("tussenkop", str(niveau + 1), literal(label)))
        code.append(call("rijen", *(_row(uitgave, plaatsing) for plaatsing in members)))
    return code


def toegang(instrument: Instrument) -> str:
    """Say how an instrument is to be had, as the site does."""
    if instrument.toegang == "op-aanvraag" and instrument.aanvragen:
        return f"op te vragen bij {instrument.aanvragen.bij.in_zin}"
    return {"openbaar": "openbaar", "inlog": "inloggen"}[instrument.toegang]


def _row(uitgave: Uitgave, plaatsing: Plaatsing) -> str:
    instrument = plaatsing.instrument
    titel = literal(plaatsing.titel)
    if instrument.url:
        titel = extern(uitgave, instrument.url, op_site(plaatsing.titel, instrument.uitgever), titel)
    beschrijving, facts = literal(instrument.beschrijving), list(_facts(uitgave, plaatsing))
    address = gebroken(instrument.url) if instrument.url else "none"
    ways = list(_ways_in(uitgave, plaatsing))
    return call(
        "instrument",
        titel,
        beschrijving,
        array(facts),
        address,
        array(ways),
        kort=surely_fits([titel, beschrijving, *facts, address, *ways], KOLOM),
        dicht=boolean(instrument.toegang != "openbaar"),
    )


def _facts(uitgave: Uitgave, plaatsing: Plaatsing) -> Iterator[str]:
    """Yield the facts under an instrument: (name of an icon or none, words, whether they stand out)."""
    instrument = plaatsing.instrument
    since = uitgave.niet_bereikbaar.get(instrument.id)
    worked = uitgave.handreiking.status(instrument.id).laatst_werkend
    if since:
        yield _fact(f"niet bereikbaar sinds {render_datum(since)}", "onbereikbaar", strong=True)
    if plaatsing.tip:
        yield _fact("Tip", "tip", strong=True)
    if vers := uitgave.handreiking.vers.get(("instrument", instrument.id)):
        yield _fact(render_vers(vers).lower(), strong=True)
    yield _fact(instrument.uitgever.naam)
    yield _fact(instrument.soort.naam.lower())
    yield _fact(toegang(instrument), instrument.toegang, strong=instrument.toegang != "openbaar")
    if instrument.bestandstype:
        yield _fact(instrument.bestandstype.upper(), "bestand")
    if worked and not since:
        yield _fact(f"link werkte op {render_datum(worked)}")
    if instrument.nagekeken:
        yield _fact(f"nagekeken op {render_datum(instrument.nagekeken)}")


def _fact(words: str, icon: str | None = None, *, strong: bool = False) -> str:
    return array([literal(icon) if icon else "none", literal(words), boolean(strong)])


def _ways_in(uitgave: Uitgave, plaatsing: Plaatsing) -> Iterator[str]:
    """Yield what helps where the address alone does not: a copy that was kept, how to ask for it."""
    instrument = plaatsing.instrument
    if instrument.archief and instrument.id in uitgave.niet_bereikbaar:
        read = f"Bewaard exemplaar van {plaatsing.titel} (site {urlsplit(instrument.archief).hostname})"
        link = extern(uitgave, instrument.archief, read, literal("Bewaard exemplaar"))
        yield call("met-adres", link, gebroken(instrument.archief))
    if instrument.aanvragen:
        yield _request(uitgave, instrument.aanvragen)


def _request(uitgave: Uitgave, aanvragen: Aanvragen) -> str:
    pieces = [literal(aanvragen.hoe)]
    if aanvragen.url:
        link = extern(
            uitgave, aanvragen.url, op_site("Zo vraagt u toegang", aanvragen.bij), literal("Zo vraagt u toegang")
        )
        pieces += [literal(" "), call("met-adres", link, gebroken(aanvragen.url))]
    if aanvragen.mail:
        pieces += [literal(" "), mail(uitgave, aanvragen.mail)]
    return joined(pieces)
