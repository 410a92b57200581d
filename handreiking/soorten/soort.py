"""What a kind of record is: the one declaration that the loader, the schemas, the checks and the makers read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from handreiking.velden import Record

R = TypeVar("R", bound=Record)
# A rule within one kind: its records with their lines, to (line, message) where one is wrong.
Eigenregel = Callable[[Sequence[tuple[R, int]]], Iterator[tuple[int, str]]]


@dataclass(frozen=True)
class Recordsoort(Generic[R]):
    """A kind: what a record is called (one, many), its file, its model, the kind of page where each has its anchor.

    `regels` are the kind's own. `geteld`: the last line of a check counts them. `optioneel`: a handreiking may have no
    such file. `uniek` says what two of one id are told, as (what, what to do). `na` names kinds that a field looks up
    besides those it refers to, so that they are read first.
    """

    naam: str
    meervoud: str
    bestand: str
    model: type[R]
    pagina: str = ""
    anker: str = "{}"
    regels: tuple[Eigenregel[R], ...] = ()
    geteld: bool = False
    optioneel: bool = False
    uniek: Callable[[R], tuple[str, str]] | None = lambda record: (f"id '{_id(record)}'", "kies een ander id")
    na: tuple[type[Record], ...] = ()


def _id(record: Any) -> str:
    return str(record.id)
