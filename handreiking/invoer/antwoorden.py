"""Answers as they were typed, held against the fields of a record: the same fields and sentences as the loader's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias, TypeVar

from handreiking.basis.yaml_document import Document, Plek
from handreiking.invoer.vorm import Vraagsoort, find_vormen
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.pagina import onderwerp_ids
from handreiking.lezen.record import parse_record
from handreiking.soorten.alle import ALLE
from handreiking.soorten.paginasoort import PAGINASOORTEN
from handreiking.soorten.record import Record, Samenhang, id_of

R = TypeVar("R", bound=Record)
_LABEL = re.compile(r"\Aveld '[^']*':? ")

# By field: a text, a list of texts, or a block of fields; as they would stand in the file.
Antwoorden: TypeAlias = Mapping[str, Any]


def samenhang_of(gelezen: Gelezen, vandaag: date) -> Samenhang:
    """Return what fields may refer to, from records that are all in order."""
    records = {soort.naam: {id_of(r): r for r, _ in gelezen.van(soort.model)} for soort in ALLE}
    kinds = tuple(soort.naam for soort in PAGINASOORTEN)
    return Samenhang(vandaag, records, onderwerp_ids(list(gelezen.paden)), paginasoorten=kinds)


def kind_of(model: type[Record]) -> str:
    """Return what the records of a model are called."""
    return next(soort.naam for soort in ALLE if soort.model is model)


def with_record(context: Samenhang, record: Record) -> Samenhang:
    """Return the context with one more record that fields may refer to."""
    kind = kind_of(type(record))
    known = context.records.get(kind, {})
    return replace(context, records={**context.records, kind: {**known, getattr(record, "id"): record}})  # noqa: B009


def check_antwoorden(
    model: type[R], antwoorden: Antwoorden, context: Samenhang
) -> tuple[R | None, list[tuple[Plek, str]]]:
    """Return the record that the answers make, or None with what is wrong, each at its field and without its name."""
    places = list(dict.fromkeys([*_fields(model, ()), *_places(antwoorden, ())]))
    regels = {(): 0} | {plek: number for number, plek in enumerate(places, 1)}
    record, problems = parse_record(Document("", antwoorden, regels), model, context)
    found = {number: plek for plek, number in regels.items()}
    return record, [(found[problem.line], _LABEL.sub("", problem.message)) for problem in problems]


def record_values(antwoorden: Antwoorden, record: Record) -> dict[str, Any]:
    """Return the answers as they are to be written, once `record` has been made of them.

    Dates and numbers as such, and the fields in the order of the model.
    """
    return {
        name: _value(antwoorden[name], getattr(record, name))
        for name in type(record).model_fields
        if name in antwoorden
    }


def _value(answer: Any, read: Any) -> Any:
    if isinstance(read, str | date | int):
        return read
    if isinstance(read, Record) and isinstance(answer, Mapping):
        return record_values(answer, read)
    if isinstance(answer, list):
        return [_value(inner, member) for inner, member in zip(answer, read, strict=True)]
    return answer.strip()  # the name of a record


def _fields(model: type[Record], plek: Plek) -> Iterator[Plek]:
    for name, vorm in find_vormen(model).items():
        yield (*plek, name)
        if vorm.soort is Vraagsoort.BLOK and vorm.model is not None:
            yield from _fields(vorm.model, (*plek, name))


def _places(value: Any, plek: Plek) -> Iterator[Plek]:
    members = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in members:
        yield (*plek, name)
        yield from _places(inner, (*plek, name))
