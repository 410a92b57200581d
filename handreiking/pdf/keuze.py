"""Which part of the handreiking goes into a PDF: all of it, one theme, or topics in an order of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from handreiking.basis.problem import suggestion
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.pagina import Onderwerp, Thema


@dataclass(frozen=True)
class Themadeel:
    """Topics of one theme, one after the other."""

    thema: Thema
    onderwerpen: tuple[Onderwerp, ...]


@dataclass(frozen=True)
class Keuze:
    """The parts of a PDF in order; `naam` is what the cover calls them, None for the whole handreiking.

    `themapaginas`: each part opens with the page of its theme.
    """

    naam: str | None
    delen: tuple[Themadeel, ...]
    themapaginas: bool = True

    @property
    def geheel(self) -> bool:
        """Whether this is the whole handreiking."""
        return self.naam is None

    @property
    def onderwerpen(self) -> tuple[Onderwerp, ...]:
        """The topics in order."""
        return tuple(onderwerp for deel in self.delen for onderwerp in deel.onderwerpen)


def parse_keuze(handreiking: Handreiking, *, thema: str | None = None, onderwerpen: Sequence[str] = ()) -> Keuze:
    """Return the choice that these ids name; without any, everything.

    Raises ValueError with a Dutch sentence where an id is unknown or twice there, or both are given.
    """
    if thema is not None and onderwerpen:
        raise ValueError("kies een thema of onderwerpen, niet allebei")
    if thema is not None:
        known = {member.id: member for member in handreiking.themas}
        if thema not in known:
            raise ValueError(f"onbekend thema '{thema}'{suggestion(thema, known)}")
        chosen = known[thema]
        return Keuze(f"Thema {chosen.titel}", (Themadeel(chosen, chosen.onderwerpen),))
    if onderwerpen:
        return _topics(handreiking, onderwerpen)
    return Keuze(None, tuple(Themadeel(member, member.onderwerpen) for member in handreiking.themas))


def _topics(handreiking: Handreiking, names: Sequence[str]) -> Keuze:
    known = {onderwerp.id: onderwerp for thema in handreiking.themas for onderwerp in thema.onderwerpen}
    for index, name in enumerate(names):
        if name not in known:
            raise ValueError(f"onbekend onderwerp '{name}'{suggestion(name, known)}")
        if name in names[:index]:
            raise ValueError(f"onderwerp '{name}' staat er dubbel; noem het één keer")
    by_theme = groupby((known[name] for name in names), key=lambda onderwerp: onderwerp.thema)
    delen = tuple(Themadeel(handreiking.thema(thema), tuple(members)) for thema, members in by_theme)
    many = "één onderwerp" if len(names) == 1 else f"{len(names)} onderwerpen"
    return Keuze(f"Een selectie van {many}", delen, themapaginas=False)
