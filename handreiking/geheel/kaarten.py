"""The records that a kind shows as cards: what stands on a card, whichever maker draws it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.pagina import Pagina
from handreiking.soorten.alle import ALLE
from handreiking.soorten.bron import Bron
from handreiking.soorten.moment import MetStand, render_stand
from handreiking.soorten.record import Record, Veldsoort, id_of
from handreiking.soorten.soort import Kaart, Kaartrij, Recordsoort
from handreiking.soorten.uitgever import Uitgever
from handreiking.soorten.velden import velden

R = TypeVar("R", bound=Record)
VEROUDERD = "Dat kan verouderd zijn: ga na of het nog klopt."


@dataclass(frozen=True)
class Waarde:
    """A row of a card: its label and icon, the form of its value (`Veldsoort`, or `bron`), and the value.

    Of an address `tekst` are the words of its link, and `van` is whose site it leads to.
    """

    label: str
    icoon: str
    vorm: str
    waarde: Any
    tekst: str = ""
    van: Uitgever | None = None
    herkomst: bool = False


@dataclass(frozen=True)
class Getoond:
    """A record as its card shows it.

    `verouderd` says that what it says may be old, and is empty where it may not; `gekozen` are the ids of the records
    by which readers find it with the filter.
    """

    anker: str
    kop: str
    inleiding: str
    bereik: tuple[Waarde, ...]
    sinds: str
    verouderd: str
    rest: tuple[Waarde, ...]
    gekozen: tuple[str, ...] = ()


def op_kaart() -> Iterator[tuple[Recordsoort[Any], Kaart]]:
    """Yield each kind of which the records are shown as cards, with how."""
    yield from ((soort, soort.kaart) for soort in ALLE if soort.kaart)


def kaarten_op(handreiking: Handreiking, pagina: Pagina) -> list[tuple[Recordsoort[Any], list[Getoond]]]:
    """Return the cards on a page that is not that of all, by their kind; a kind without any is left out."""
    found = []
    for soort, _ in op_kaart():
        records = handreiking.op(soort, pagina) if pagina.soort != soort.pagina else ()
        if records:
            found.append((soort, [getoond(handreiking, soort, record, heel=False) for record in records]))
    return found


def groepen_van(handreiking: Handreiking, soort: Recordsoort[Any]) -> list[tuple[str, list[Getoond]]]:
    """Return all cards of a kind under the headings of its page, in the order that its `Kaart` gives those."""
    kaart = kaart_van(soort)
    groups: dict[str, list[Getoond]] = {kaart.vooraan: [], kaart.zonder_groep: []}
    for record in handreiking.van(soort.model):
        group = (getattr(record, kaart.groep) if kaart.groep else None) or kaart.zonder_groep
        groups.setdefault(group, []).append(getoond(handreiking, soort, record, heel=True))
    return [(group, members) for group, members in groups.items() if members]


def keuzes_van(handreiking: Handreiking, soort: Recordsoort[Any]) -> list[tuple[str, str]]:
    """Return (id, name) of what readers can choose by on the page of a kind: what its records name, in their order."""
    name = kaart_van(soort).filter
    named = [member for record in handreiking.van(soort.model) for member in getattr(record, name)] if name else []
    return [*{id_of(member): str(_named(member)) for member in named}.items()]


def getoond(handreiking: Handreiking, soort: Recordsoort[Any], record: Record, *, heel: bool) -> Getoond:
    """Return a record as its card shows it; `heel`: on the page of all."""
    kaart = kaart_van(soort)
    old = kaart.sinds and getattr(record, "verouderd", _never)(handreiking.stand)
    return Getoond(
        anker=soort.anker.format(id_of(record)),
        kop=getattr(record, kaart.kop),
        inleiding=getattr(record, kaart.inleiding) or "",
        bereik=tuple(_rows(soort, record, kaart.bereik, heel=heel)),
        sinds=f"Stand van {render_stand(cast('MetStand', record))}." if kaart.sinds else "",
        verouderd=VEROUDERD if old else "",
        rest=tuple(_rows(soort, record, kaart.rest, heel=heel)),
        gekozen=tuple(id_of(named) for named in getattr(record, kaart.filter)) if kaart.filter else (),
    )


def kaart_van(soort: Recordsoort[Any]) -> Kaart:
    """Return how a kind is shown; raises ValueError where it has no card."""
    if soort.kaart is None:
        raise ValueError(f"{soort.naam} has no card")
    return soort.kaart


def _rows(soort: Recordsoort[Any], record: Record, rows: Iterable[Kaartrij], *, heel: bool) -> Iterator[Waarde]:
    kinds = {path[0]: kind for path, kind in velden(soort.model) if len(path) == 1}
    for row in rows:
        value = getattr(record, row.veld)
        if not value or row.heel not in (None, heel):
            continue
        kind = Veldsoort.ADRES if row.tekst else kinds.get(row.veld, Veldsoort.TEKST)
        words = getattr(record, row.tekst) if row.tekst else ""
        form, shown = ("bron", value) if isinstance(value, Bron) else (kind.value, _named(value))
        van = getattr(record, row.van) if row.van else None
        yield Waarde(row.label, row.icoon, form, shown, words, van, row.herkomst)


def _named(value: Any) -> Any:
    """Return the name of a record, or of each, and any other value as it is."""
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        return ", ".join(_named(member) for member in value)
    return getattr(value, "voluit", None) or getattr(value, "naam", value)


def _never(_: date) -> bool:
    return False
