"""The addresses in the data, as the link check wants them."""

from __future__ import annotations

from pathlib import Path

from handreiking.lezen.gelezen import Gelezen
from handreiking.links.doel import Doel
from handreiking.opdracht.gewijzigd import load_changed_ids
from handreiking.soorten.alle import soort_van
from handreiking.soorten.instrument import Instrument
from handreiking.soorten.record import Record, Veldsoort, id_of
from handreiking.soorten.velden import Plek, waarden

# What an address is, where it is not simply that of its record; and what the link check asks of it besides.
_ALS: dict[Plek, str] = {("aanvragen", "url"): "aanvraag", ("archief",): "archief"}


def find_doelen(gelezen: Gelezen) -> tuple[Doel, ...]:
    """Return every address in the data with its line; that of another record is looked at as that record's."""
    return tuple(
        Doel(
            _ALS.get(place, soort_van(model).naam),
            id_of(record),
            url,
            gelezen.path(model),
            line,
            *_more(record, place),
        )
        for model, lijst in gelezen.lijsten.items()
        for record, line in lijst.records
        for place, url in waarden(record, Veldsoort.ADRES)
    )


def _more(record: Record, place: Plek) -> tuple[str, str | None] | tuple[()]:
    return (record.toegang, record.bestandstype) if isinstance(record, Instrument) and place == ("url",) else ()


def find_changed(doelen: tuple[Doel, ...], folder: Path, rev: str) -> tuple[Doel, ...]:
    """Return the addresses whose record is new or changed since a revision; raises NietGedraaidError without git."""
    changed = {file: load_changed_ids(folder, rev, file) for file in {doel.bestand for doel in doelen}}
    return tuple(doel for doel in doelen if doel.id in changed[doel.bestand])
