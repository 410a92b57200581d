"""Every kind of record, in the order in which they are shown and counted."""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import Any

from handreiking.soorten.afkorting import AFKORTING
from handreiking.soorten.bewering import BEWERING
from handreiking.soorten.bron import BRON
from handreiking.soorten.citaat import CITAAT
from handreiking.soorten.contactpunt import CONTACTPUNT
from handreiking.soorten.definitie import DEFINITIE
from handreiking.soorten.instrument import INSTRUMENT
from handreiking.soorten.instrumentsoort import INSTRUMENTSOORT
from handreiking.soorten.record import Record
from handreiking.soorten.reeksregels import REEKS
from handreiking.soorten.schrijfwijze import SCHRIJFWIJZE
from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.stelling import STELLING
from handreiking.soorten.titelblad import TITELBLAD
from handreiking.soorten.training import ROL, TRAINING
from handreiking.soorten.uitgever import UITGEVER
from handreiking.soorten.velden import verwijst_naar
from handreiking.soorten.verwijdering import VERWIJDERING
from handreiking.soorten.zoekterm import ZOEKTERM

ALLE: tuple[Recordsoort[Any], ...] = (
    TITELBLAD,
    UITGEVER,
    INSTRUMENTSOORT,
    BRON,
    INSTRUMENT,
    DEFINITIE,
    AFKORTING,
    BEWERING,
    CONTACTPUNT,
    ZOEKTERM,
    SCHRIJFWIJZE,
    VERWIJDERING,
    STELLING,
    ROL,
    TRAINING,
    REEKS,
    CITAAT,
)

# The kinds of which a line of a page can show a record, by the word of that line.
OP_EEN_REGEL = {soort.toonregel.woord: soort for soort in ALLE if soort.toonregel}

_BY_MODEL = {soort.model: soort for soort in ALLE}


def soort_van(model: type[Record]) -> Recordsoort[Any]:
    """Return the kind whose records are of a model."""
    return _BY_MODEL[model]


def in_leesvolgorde() -> tuple[Recordsoort[Any], ...]:
    """Return every kind, each after those that its records refer to."""
    before = {soort.model: {*verwijst_naar(soort.model), *soort.na} for soort in ALLE}
    return tuple(_BY_MODEL[model] for model in TopologicalSorter(before).static_order())
