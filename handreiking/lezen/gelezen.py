"""What was read of `content/` and `data/`: the records and pages with their lines, before rules look across them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from handreiking.lezen.pagina import Bronpagina
from handreiking.lezen.vastlegging import Vastlegging
from handreiking.soorten.alle import soort_van
from handreiking.soorten.record import Record
from handreiking.soorten.soort import Lijst
from handreiking.soorten.titelblad import Titelblad
from handreiking.tekst.tekst import Tekst

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Gelezen:
    """What was read: the names of the two folders, every source path, the pages, and the data by the type of record.

    `compleet` says that no record and no page had a problem; `vandaag` is the day that dates are held against;
    `concepten` are the paths of the pages that are no more than a draft, which only a preview reads. `teksten` holds
    the converted text of each page, and `vastgelegd` what was reviewed of the definitions, once they were made or read.
    """

    content: str
    data: str
    paden: frozenset[str]
    paginas: tuple[Bronpagina, ...]
    lijsten: Mapping[type[Record], Lijst[Any]]
    compleet: bool
    vandaag: date
    concepten: frozenset[str] = frozenset()
    teksten: Mapping[str, Tekst] = field(default_factory=dict)
    vastgelegd: Mapping[str, Vastlegging] | None = None

    def lijst(self, model: type[R]) -> Lijst[R]:
        """Return what was read of a kind."""
        return self.lijsten[model]

    def van(self, model: type[R]) -> tuple[tuple[R, int], ...]:
        """Return the records of a kind, each with its line."""
        return self.lijst(model).records

    def ids(self, model: type[Record]) -> frozenset[str]:
        """Return every id that stands in the file of a kind, also of records with problems of their own."""
        return self.lijst(model).ids

    def path(self, model: type[Record]) -> str:
        """Return the file of a kind as problems name it."""
        return f"{self.data}/{soort_van(model).bestand}"

    @property
    def titelblad(self) -> Titelblad | None:
        """The title page; None where it has problems."""
        return next((record for record, _ in self.van(Titelblad)), None)

    @property
    def verschenen(self) -> date | None:
        """The day of the first edition; None where there is none, or the title page has problems."""
        return self.titelblad.verschenen if self.titelblad else None
