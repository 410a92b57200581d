"""One PDF in the making: the handreiking, what goes in, and what is noted while it is turned into Typst."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from handreiking.basis.problem import Problem
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.pagina import Pagina
from handreiking.lezen.project import Project
from handreiking.pdf.omvang import Omvang


@dataclass(frozen=True)
class Koppeling:
    """What a link leads to: an address, or (`intern`) the name of a place in the PDF; and what it is read as."""

    naar: str
    intern: bool
    omschrijving: str = ""


@dataclass(frozen=True)
class Uitgave:
    """The handreiking and its project, what goes in, which instruments cannot be reached since when, and the full
    address of the page with changes, where the site's is known.

    While parts are rendered, `koppelingen` fills with each link by its number, `titels` with the title of each
    place that a link can lead to, and `problems` with what cannot be set.
    """

    handreiking: Handreiking
    project: Project
    omvang: Omvang
    bekend: frozenset[str]
    niet_bereikbaar: Mapping[str, date] = field(default_factory=dict)
    nieuw: str | None = None
    koppelingen: dict[Koppeling, int] = field(default_factory=dict)
    titels: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def path(self, pagina: Pagina) -> str:
        """Return the source file of a page, as an editor knows it."""
        return self.project.name(self.project.content / pagina.pad)
