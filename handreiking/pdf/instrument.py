"""An instrument as a row under a topic: its title as link, what it gives, the address in print, how to get it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from handreiking.basis.weergave import render_datum
from handreiking.geheel.kenmerken import kenmerken
from handreiking.geheel.wijzigingen import render_vers
from handreiking.pdf.hoogte import KOLOM, surely_fits
from handreiking.pdf.koppelingen import extern, gebroken, mail, op_site
from handreiking.pdf.typstcode import array, boolean, call, joined, literal
from handreiking.pdf.uitgave import Uitgave
from handreiking.soorten.instrument import Aanvragen, Plaatsing, by_access


def render_instrumenten(uitgave: Uitgave, plaatsingen: tuple[Plaatsing, ...], niveau: int) -> list[str]:
    """Return the code of the instruments of a topic, those that open at once first; headings begin at this level."""
    groups = by_access(plaatsingen)
    code = [call("tussenkop", str(niveau), literal("Instrumenten"))] if groups else []
    for label, members in groups:
        if len(groups) > 1:
            code.append(call("tussenkop", str(niveau + 1), literal(label)))
        code.append(call("rijen", *(_row(uitgave, plaatsing) for plaatsing in members)))
    return code


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
        dicht=boolean(instrument.dicht),
    )


def _facts(uitgave: Uitgave, plaatsing: Plaatsing) -> Iterator[str]:
    """Yield the facts under an instrument: (name of an icon or none, words, whether they stand out)."""
    instrument = plaatsing.instrument
    since = uitgave.niet_bereikbaar.get(instrument.id)
    if since:
        yield _fact(f"niet bereikbaar sinds {render_datum(since)}", "onbereikbaar", strong=True)
    if plaatsing.tip:
        yield _fact("Tip", "tip", strong=True)
    if vers := uitgave.handreiking.vers.get(("instrument", instrument.id)):
        yield _fact(render_vers(vers).lower(), strong=True)
    for kenmerk in kenmerken(uitgave.handreiking, instrument, bereikbaar=not since):
        words = f"{kenmerk.woorden} {render_datum(kenmerk.dag)}" if kenmerk.dag else kenmerk.woorden
        yield _fact(words, kenmerk.icoon, strong=kenmerk.nadruk)


def _fact(words: str, icon: str = "", *, strong: bool = False) -> str:
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
