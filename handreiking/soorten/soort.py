"""What a kind of record is: the one declaration that the loader, the schemas, the checks and the makers read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from handreiking.velden import Record
from handreiking.yaml_document import Document, Plek

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Lijst(Generic[R]):
    """One data file as it was read: the records that are in order, each with its line, and all ids that stand in it.

    `document` has the lines within a record; None where the file is not there or could not be read.
    """

    records: tuple[tuple[R, int], ...] = ()
    ids: frozenset[str] = frozenset()
    document: Document | None = None

    @property
    def compleet(self) -> bool:
        """Whether every record that stands in the file is in order."""
        return self.document is not None and len(self.records) == len(self.document.waarde)

    def met_plek(self) -> Iterator[tuple[R, int]]:
        """Yield each record with its number in the file, which begins the place of what lies in it."""
        places = {self.regel((index,)): index for index in range(len(self.document.waarde))} if self.document else {}
        yield from ((record, places[line]) for record, line in self.records if places)

    def regel(self, place: Plek) -> int:
        """Return the line of a place in the file."""
        return self.document.regel(place) if self.document else 1


# A rule within one kind: what was read of it, to (line, message) where something is wrong.
Eigen = Iterator[tuple[int, str]]
Eigenregel = Callable[[Lijst[R]], Eigen]


@dataclass(frozen=True)
class Recordsoort(Generic[R]):
    """A kind: what a record is called (one, many), its file, its model, the kind of page where each has its anchor.

    `alleen_op`: the kind of page without which there may be none, nor that page without any. `regels` are the kind's
    own. `geteld`: the last line of a check counts them. `optioneel`: a handreiking may have no such file. `uniek` says
    what two of one id are told, as (what, what to do). `na` names kinds that a field looks up besides those it refers
    to, so that they are read first. `enkel`: the file holds one record and no list.
    """

    naam: str
    meervoud: str
    bestand: str
    model: type[R]
    pagina: str = ""
    alleen_op: str = ""
    anker: str = "{}"
    regels: tuple[Eigenregel[R], ...] = ()
    geteld: bool = False
    optioneel: bool = False
    uniek: Callable[[R], tuple[str, str]] | None = lambda record: (f"id '{_id(record)}'", "kies een ander id")
    na: tuple[type[Record], ...] = ()
    enkel: bool = False


def _id(record: Any) -> str:
    return str(record.id)
