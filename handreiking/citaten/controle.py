"""All official definitions held against their sources, and what a review of them writes down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from handreiking.citaten.brontekst import Brontekst
from handreiking.citaten.citaat import Bevinding, Citaatoordeel, check_citaat
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.vastlegging import Citaatomgeving, Vastlegging, sha256_of
from handreiking.soorten.definitie import Definitie


@dataclass(frozen=True)
class Citaatuitslag:
    """The verdict on the quotation of one definition, with the record's place: "data/definities.yaml", 12."""

    id: str
    url: str
    oordeel: Citaatoordeel
    bewijs: str
    bestand: str
    regel: int
    omgeving: Citaatomgeving | None = None
    soort: str = "definitie"


def bron_url(definitie: Definitie) -> str | None:
    """Return where an official definition can be looked up: its source, else the document it was taken from."""
    for bron in (definitie.bron, definitie.overgenomen_uit):
        if definitie.letterlijk and bron is not None and bron.url is not None:
            return bron.url
    return None


def check_definities(
    gelezen: Gelezen, vastgelegd: Mapping[str, Vastlegging], load_bron: Callable[[str], Brontekst]
) -> tuple[Citaatuitslag, ...]:
    """Judge every official definition; `load_bron` gives the text at an address and is asked once for each."""
    load_once = cache(load_bron)
    uitslagen = []
    for definitie, line in gelezen.van(Definitie):
        if not definitie.letterlijk:
            continue
        url = bron_url(definitie)
        known = vastgelegd.get(definitie.id)
        if url is None:
            bevinding = Bevinding(Citaatoordeel.ONZEKER, "De bron heeft geen webadres; kijk de tekst zelf na.")
        else:
            bevinding = check_citaat(definitie.alineas, load_once(url), known.omgeving if known else None)
        uitslagen.append(
            Citaatuitslag(
                id=definitie.id,
                url=url or "",
                oordeel=bevinding.oordeel,
                bewijs=bevinding.bewijs,
                bestand=f"{gelezen.data}/definities.yaml",
                regel=line,
                omgeving=bevinding.omgeving,
            )
        )
    return tuple(uitslagen)


def update_vastleggingen(
    vastgelegd: Mapping[str, Vastlegging], gelezen: Gelezen, uitslagen: Iterable[Citaatuitslag], vandaag: date
) -> Mapping[str, Vastlegging]:
    """Return what is remembered after a review of all definitions as they are now.

    One of which nothing changed keeps its day; one whose source was not read keeps what stood around it, as long as
    its text is the same.
    """
    found = {uitslag.id: uitslag.omgeving for uitslag in uitslagen}
    updated = {}
    for definitie, _ in gelezen.van(Definitie):
        known, sha256 = vastgelegd.get(definitie.id), sha256_of(definitie)
        kept = known.omgeving if known is not None and known.sha256 == sha256 else None
        now = Vastlegging(sha256, vandaag, found.get(definitie.id) or kept)
        same = known is not None and replace(now, datum=known.datum) == known
        updated[definitie.id] = known if known is not None and same else now
    return updated
