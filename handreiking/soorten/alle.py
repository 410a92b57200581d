"""Every kind of record, in the order in which they are shown and counted."""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import Any

from handreiking.aanpassing import Verwijdering
from handreiking.beweringen import Bewering
from handreiking.cijfers import Reeks
from handreiking.contactpunten import Contactpunt
from handreiking.gegevens import Afkorting, Bron, Definitie, Soort, Uitgever
from handreiking.instrumenten import Instrument
from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.velden import verwijst_naar
from handreiking.velden import Record
from handreiking.zelfscan import Stelling
from handreiking.zoeken.termen import Zoekterm

ALLE: tuple[Recordsoort[Any], ...] = (
    Recordsoort("uitgever", "uitgevers", "uitgevers.yaml", Uitgever),
    Recordsoort("soort", "soorten", "soorten.yaml", Soort),
    Recordsoort("bron", "bronnen", "bronnen.yaml", Bron),
    Recordsoort(
        "afkorting",
        "afkortingen",
        "afkortingen.yaml",
        Afkorting,
        pagina="definities",
        anker="afkorting-{}",
        uniek=lambda afkorting: (f"'{afkorting.afkorting}'", "houd er één"),
    ),
    Recordsoort("definitie", "definities", "definities.yaml", Definitie, pagina="definities", geteld=True),
    Recordsoort("instrument", "instrumenten", "tools.yaml", Instrument, pagina="instrumenten", geteld=True),
    Recordsoort("bewering", "beweringen", "beweringen.yaml", Bewering, geteld=True),
    Recordsoort("contactpunt", "contactpunten", "contactpunten.yaml", Contactpunt, pagina="contact", geteld=True),
    Recordsoort(
        "zoekterm",
        "zoektermen",
        "zoektermen.yaml",
        Zoekterm,
        uniek=lambda zoekterm: (f"'{zoekterm.term}'", "houd er één"),
    ),
    Recordsoort("verwijdering", "verwijderd", "verwijderd.yaml", Verwijdering, uniek=None, na=(Instrument, Definitie)),
    Recordsoort("stelling", "stellingen", "zelfscan.yaml", Stelling, geteld=True),
    Recordsoort("reeks", "reeksen", "cijfers.yaml", Reeks, geteld=True),
)

_BY_MODEL = {soort.model: soort for soort in ALLE}


def soort_van(model: type[Record]) -> Recordsoort[Any]:
    """Return the kind whose records are of a model."""
    return _BY_MODEL[model]


def in_leesvolgorde() -> tuple[Recordsoort[Any], ...]:
    """Return every kind, each after those that its records refer to."""
    before = {soort.model: {*verwijst_naar(soort.model), *soort.na} for soort in ALLE}
    return tuple(_BY_MODEL[model] for model in TopologicalSorter(before).static_order())
