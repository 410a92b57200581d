"""A new instrument from answers: what follows from them, and the rules besides those of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handreiking.aanpassing import Verwijdering
from handreiking.gelezen import Gelezen
from handreiking.instrumenten import Instrument
from handreiking.invoer.adressen import find_same
from handreiking.invoer.antwoorden import Antwoorden, check_antwoorden
from handreiking.invoer.voorstel import propose_id
from handreiking.velden import Record, Samenhang
from handreiking.yaml_document import Plek


def propose_rest(antwoorden: Antwoorden, gelezen: Gelezen, context: Samenhang) -> dict[str, str]:
    """Give what is proposed for the fields that follow from the answers: the id, and today."""
    titel = str(antwoorden.get("titel", ""))
    return {
        "id": propose_id(titel, gelezen.ids(Instrument) | _gone(gelezen), "instrument"),
        "toegevoegd": context.vandaag.isoformat(),
    }


def check_instrument(
    antwoorden: Antwoorden, gelezen: Gelezen, context: Samenhang
) -> tuple[Instrument | None, list[tuple[Plek, str]]]:
    """Give the instrument that the answers make, or None with what is wrong, each at its field."""
    record, found = check_antwoorden(Instrument, antwoorden, context)
    problems = [*found, *_check_known(antwoorden, gelezen)]
    return (None, problems) if problems else (record, [])


def new_record(model: type[Record], naam: str, context_records: Antwoorden, **rest: str) -> dict[str, Any]:
    """Give the answers of a new record that others may refer to, with an id from its name."""
    return {"id": propose_id(naam, context_records, model.__name__.lower()), "naam": naam, **rest}


def _check_known(antwoorden: Antwoorden, gelezen: Gelezen) -> Iterator[tuple[Plek, str]]:
    """Say what is wrong with answers that are good in themselves, but already there."""
    name, url = antwoorden.get("id"), antwoorden.get("url")
    if name in gelezen.ids(Instrument):
        yield ("id",), f"'{name}' is er al; kies een ander id"
    elif name in _gone(gelezen):
        yield ("id",), f"'{name}' was van een instrument dat is weggehaald; kies een ander id"
    same = find_same(url, (instrument for instrument, _ in gelezen.van(Instrument))) if isinstance(url, str) else None
    if same is not None and antwoorden.get("zelfde_url_als") != same.id:
        yield (
            ("url",),
            f"dit adres heeft instrument '{same.id}' ('{same.titel}') al; vul dat aan, of geef een ander adres",
        )


def _gone(gelezen: Gelezen) -> frozenset[str]:
    """Give the ids of instruments that were taken away: links to them still go round."""
    return frozenset(gone.id for gone, _ in gelezen.van(Verwijdering) if gone.soort == "instrument")
