"""The addresses in the data, as the link check wants them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handreiking.gelezen import Gelezen
from handreiking.links.doel import Doel
from handreiking.opdracht.gewijzigd import load_changed_ids


def find_doelen(gelezen: Gelezen) -> tuple[Doel, ...]:
    """Give every address of an instrument, of asking for one, of a source, claim and contact point, with its line."""
    found = (*_of_instrumenten(gelezen), *_of_bronnen(gelezen), *_of_beweringen(gelezen))
    return (*found, *_of_contactpunten(gelezen))


def find_changed(doelen: tuple[Doel, ...], folder: Path, rev: str) -> tuple[Doel, ...]:
    """Give the addresses whose record is new or changed since a revision; raises NietGedraaidError without git."""
    changed = {file: load_changed_ids(folder, rev, file) for file in {doel.bestand for doel in doelen}}
    return tuple(doel for doel in doelen if doel.id in changed[doel.bestand])


def _of_instrumenten(gelezen: Gelezen) -> Iterator[Doel]:
    file = f"{gelezen.data}/tools.yaml"
    for instrument, line in gelezen.instrumenten:
        if instrument.url is not None:
            toegang, soort = instrument.toegang, instrument.bestandstype
            yield Doel("instrument", instrument.id, instrument.url, file, line, toegang, soort)
        if instrument.aanvragen is not None and instrument.aanvragen.url is not None:
            yield Doel("aanvraag", instrument.id, instrument.aanvragen.url, file, line)
        if instrument.archief is not None:
            yield Doel("archief", instrument.id, instrument.archief, file, line)


def _of_bronnen(gelezen: Gelezen) -> Iterator[Doel]:
    for bron, line in gelezen.bronnen:
        if bron.url is not None:
            yield Doel("bron", bron.id, bron.url, f"{gelezen.data}/bronnen.yaml", line)


def _of_beweringen(gelezen: Gelezen) -> Iterator[Doel]:
    for bewering, line in gelezen.beweringen:
        if bewering.url is not None:
            yield Doel("bewering", bewering.id, bewering.url, f"{gelezen.data}/beweringen.yaml", line)


def _of_contactpunten(gelezen: Gelezen) -> Iterator[Doel]:
    """Give the addresses of their own; that of an instrument is looked at as the instrument's."""
    for contactpunt, line in gelezen.contactpunten:
        if contactpunt.url is not None:
            yield Doel("contactpunt", contactpunt.id, contactpunt.url, f"{gelezen.data}/contactpunten.yaml", line)
