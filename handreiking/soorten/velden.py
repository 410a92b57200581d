"""The fields of a record by their kind, worked out from the annotations of its model."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from handreiking.soorten.record import Overgenomen, Record, Veldsoort

Plek = tuple[str | int, ...]
# A field: its path, its kind, its annotation, and whether it is taken over from somebody else.
_Veld = tuple[tuple[str, ...], Veldsoort, Any, Overgenomen | None]


def velden(model: type[Record]) -> tuple[tuple[tuple[str, ...], Veldsoort], ...]:
    """Return (path, kind) of each field of a model that has a kind, and of those in the records that lie in it."""
    return tuple((path, kind) for path, kind, _, _ in _velden(model))


def verwijst_naar(model: type[Record]) -> frozenset[type[Record]]:
    """Return the models of the records that a model names by their id."""
    named = (annotation for _, kind, annotation, _ in _velden(model) if kind is Veldsoort.VERWIJZING)
    return frozenset(record for annotation in named for record in _records(annotation))


def waarden(record: Record, soort: Veldsoort, *, eigen: bool = False) -> Iterator[tuple[Plek, Any]]:
    """Yield (place, value) of each field of a kind that is filled in; a place within a list is its number.

    `eigen`: only in the editors' own words, without what stands there as somebody else wrote it.
    """
    for path, kind, _, taken in _velden(type(record)):
        if kind is soort and not (eigen and taken and (not taken.als or getattr(record, taken.als))):
            yield from _values(record, path, ())


@cache
def _velden(model: type[Record]) -> tuple[_Veld, ...]:
    # pydantic takes the outermost Annotated apart, so that its kinds lie in the metadata.
    fields = ((name, field.annotation, tuple(field.metadata)) for name, field in model.model_fields.items())
    return tuple(((name, *path), *what) for name, inner, marks in fields for path, *what in _kinds(inner, marks))


def _kinds(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[_Veld]:
    """Yield what has a kind in an annotation; each once."""
    said = [mark for mark in metadata if isinstance(mark, Veldsoort)]
    origin = get_origin(annotation)
    if said:  # the last one said is that of the outermost annotation
        yield (), said[-1], annotation, next((mark for mark in metadata if isinstance(mark, Overgenomen)), None)
    elif origin is Annotated:
        inner, *more = get_args(annotation)
        yield from _kinds(inner, tuple(more))
    elif origin in (Union, UnionType, tuple, list):
        yield from {field[:2]: field for part in get_args(annotation) for field in _kinds(part, ())}.values()
    elif origin is dict:
        yield from _kinds(get_args(annotation)[1], ())
    elif isinstance(annotation, type) and issubclass(annotation, Record):
        yield from _velden(annotation)


def _records(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from _records(part)


def _values(value: Any, path: tuple[str, ...], place: Plek) -> Iterator[tuple[Plek, Any]]:
    if isinstance(value, tuple | list):
        for index, part in enumerate(value):
            yield from _values(part, path, (*place, index))
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _values(part, path, (*place, name))
    elif path and value is not None:
        yield from _values(getattr(value, path[0]), path[1:], (*place, path[0]))
    elif value is not None:
        yield place, value
