"""Every kind of record, in the order in which they are shown and counted."""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import Any

from handreiking.aanpassing import Verwijdering
from handreiking.beweringen import Bewering
from handreiking.cijferregels import (
    check_reeks_beeld,
    check_reeks_deel,
    check_reeks_namen,
    check_reeks_totaal,
    check_reeks_verwijzingen,
    check_reeks_waarden,
)
from handreiking.cijfers import Reeks
from handreiking.contactpunten import Contactpunt
from handreiking.contactregels import check_bereikbaar
from handreiking.gegevens import Afkorting, Bron, Definitie, Soort, Titelblad, Uitgever
from handreiking.instrumenten import Instrument
from handreiking.recordregels import check_forms, check_removed_once, check_shared_urls
from handreiking.soorten.contactkaart import CONTACTKAART
from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.training import ROL, TRAINING
from handreiking.soorten.velden import verwijst_naar
from handreiking.velden import Record
from handreiking.zelfscan import Stelling
from handreiking.zelfscanregels import check_aantal_stellingen, check_stelling_dubbel
from handreiking.zoeken.termen import Zoekterm

ALLE: tuple[Recordsoort[Any], ...] = (
    Recordsoort("titelblad", "titelbladen", "handreiking.yaml", Titelblad, uniek=None, enkel=True),
    Recordsoort("uitgever", "uitgevers", "uitgevers.yaml", Uitgever),
    Recordsoort("soort", "soorten", "soorten.yaml", Soort),
    Recordsoort("bron", "bronnen", "bronnen.yaml", Bron),
    Recordsoort(
        "definitie",
        "definities",
        "definities.yaml",
        Definitie,
        pagina="definities",
        geteld=True,
        regels=(check_forms,),
    ),
    Recordsoort(
        "afkorting",
        "afkortingen",
        "afkortingen.yaml",
        Afkorting,
        pagina="definities",
        anker="afkorting-{}",
        uniek=lambda afkorting: (f"'{afkorting.afkorting}'", "houd er één"),
    ),
    Recordsoort(
        "instrument",
        "instrumenten",
        "tools.yaml",
        Instrument,
        pagina="instrumenten",
        geteld=True,
        regels=(check_shared_urls,),
    ),
    Recordsoort("bewering", "beweringen", "beweringen.yaml", Bewering, geteld=True),
    Recordsoort(
        "contactpunt",
        "contactpunten",
        "contactpunten.yaml",
        Contactpunt,
        pagina="contact",
        alleen_op="contact",
        geteld=True,
        regels=(check_bereikbaar,),
        kaart=CONTACTKAART,
    ),
    Recordsoort(
        "zoekterm",
        "zoektermen",
        "zoektermen.yaml",
        Zoekterm,
        uniek=lambda zoekterm: (f"'{zoekterm.term}'", "houd er één"),
    ),
    Recordsoort(
        "verwijdering",
        "verwijderd",
        "verwijderd.yaml",
        Verwijdering,
        regels=(check_removed_once,),
        uniek=None,
        na=(Instrument, Definitie),
    ),
    Recordsoort(
        "stelling",
        "stellingen",
        "zelfscan.yaml",
        Stelling,
        alleen_op="zelfscan",
        geteld=True,
        regels=(check_aantal_stellingen, check_stelling_dubbel),
    ),
    ROL,
    TRAINING,
    Recordsoort(
        "reeks",
        "reeksen",
        "cijfers.yaml",
        Reeks,
        geteld=True,
        regels=(
            check_reeks_namen,
            check_reeks_waarden,
            check_reeks_verwijzingen,
            check_reeks_totaal,
            check_reeks_deel,
            check_reeks_beeld,
        ),
    ),
)

_BY_MODEL = {soort.model: soort for soort in ALLE}


def soort_van(model: type[Record]) -> Recordsoort[Any]:
    """Return the kind whose records are of a model."""
    return _BY_MODEL[model]


def in_leesvolgorde() -> tuple[Recordsoort[Any], ...]:
    """Return every kind, each after those that its records refer to."""
    before = {soort.model: {*verwijst_naar(soort.model), *soort.na} for soort in ALLE}
    return tuple(_BY_MODEL[model] for model in TopologicalSorter(before).static_order())
