"""What was read of `content/` and `data/`: the records and pages with their lines, before rules look across them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

from handreiking.beveiliging import Beveiliging
from handreiking.inhoud import Bronpagina
from handreiking.velden import Record
from handreiking.yaml_document import Document

if TYPE_CHECKING:
    from handreiking.soorten.soort import Recordsoort

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Lijst:
    """One data file: its kind, the records that are in order with their lines, and all ids that stand in it.

    `document` has the lines within a record; None where the file could not be read.
    """

    soort: Recordsoort[Any]
    records: tuple[tuple[Record, int], ...]
    ids: frozenset[str]
    document: Document | None


@dataclass(frozen=True)
class Gelezen:
    """What was read: the names of the two folders, every source path, the pages, and the data by the type of record.

    `verschenen` is the day of the first edition, None where there is none or the title page has problems;
    `compleet` says that no record and no page had any; `beveiliging` comes with the line of its expiry.
    """

    content: str
    data: str
    paden: frozenset[str]
    paginas: tuple[Bronpagina, ...]
    verschenen: date | None
    compleet: bool
    lijsten: Mapping[type[Record], Lijst] = field(default_factory=dict)
    beveiliging: tuple[Beveiliging, int] | None = None

    def van(self, model: type[R]) -> tuple[tuple[R, int], ...]:
        """Return the records of a kind, each with its line."""
        return cast("tuple[tuple[R, int], ...]", self.lijsten[model].records)

    def ids(self, model: type[Record]) -> frozenset[str]:
        """Return every id that stands in the file of a kind, also of records with problems of their own."""
        return self.lijsten[model].ids

    def path(self, model: type[Record]) -> str:
        """Return the file of a kind as problems name it."""
        return f"{self.data}/{self.lijsten[model].soort.bestand}"
