"""What a kind of record is: the one declaration that the loader, the schemas, the checks and the makers read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from handreiking.basis.yaml_document import Document, Plek
from handreiking.soorten.record import Record

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
class Kaartrij:
    """A row of a card: its label, and the field, or property, of the record that it shows.

    `icoon` stands before the label. `heel`: only on the page of all (True), or only elsewhere (False). `herkomst`: it
    says where the record comes from, which a page shows on demand. Of an address `tekst` and `van` name the properties
    with the words of its link and with whose site it leads to.
    """

    label: str
    veld: str
    icoon: str = ""
    heel: bool | None = None
    herkomst: bool = False
    tekst: str = ""
    van: str = ""


@dataclass(frozen=True)
class Kaart:
    """How a record is shown, on the page of all, on a topic, in search and in the PDF.

    `kop` and `inleiding` are fields; `bereik` are the rows that help at once, `rest` the others. `sectie` is the
    heading above the cards on a topic, `meer` what leads to all from there. `sinds`: the card says of when it is, and
    whether that is old. `groep` is the field by which the page of all has headings, `zonder_groep` the heading of
    those where it is empty, which comes before the others, and `vooraan` that which comes before all. `lijst`:
    elsewhere each is only a line, with its link and the values of `rest`. `filter` is the field with records by which
    readers choose on the page of all, `filter_kop` what it is called there. Search calls it `in_zoeken`, with the
    field `bij` beside that, and finds it by its words, by the property `zoekwoorden`, and by the fields `gezocht`.
    """

    kop: str
    inleiding: str
    sectie: str
    meer: str
    in_zoeken: str
    bereik: tuple[Kaartrij, ...] = ()
    rest: tuple[Kaartrij, ...] = ()
    sinds: bool = False
    groep: str = ""
    zonder_groep: str = ""
    vooraan: str = ""
    lijst: bool = False
    filter: str = ""
    filter_kop: str = ""
    bij: str = ""
    zoekwoorden: str = ""
    gezocht: tuple[str, ...] = ()

    @property
    def sectie_anker(self) -> str:
        """The anchor of the heading above the cards on a topic."""
        return f"pagina-{'-'.join(self.sectie.lower().split())}"


@dataclass(frozen=True)
class Kenmerkrij:
    """What stands in small beside a record that has a shape of its own: the field, or property, with words before it.

    `klasse` is what styles know it by, `icoon` an icon, or the property that names one, `nadruk` the property that says
    whether it stands out. `gezocht`: search finds the record by it.
    """

    veld: str
    label: str = ""
    klasse: str = ""
    icoon: str = ""
    nadruk: str = ""
    gezocht: bool = False


@dataclass(frozen=True)
class Toonregel:
    """How a page shows a record on a line of its own: `[[woord: id]]`.

    `in_woorden` is the property with all that it says there, for search and for other programs. Its HTML is the macro
    `toon` of `partials/<woord>.html`, its style `assets/css/<woord>.css`; `pdf/toonregel.py` names what prints it.
    """

    woord: str
    in_woorden: str


@dataclass(frozen=True)
class Recordsoort(Generic[R]):
    """A kind: what a record is called (one, many), its file, its model, the kind of page where each has its anchor.

    `alleen_op`: the kind of page without which there may be none, nor that page without any. `regels` are the kind's
    own. `geteld`: the last line of a check counts them. `optioneel`: a handreiking may have no such file. `uniek` says
    what two of one id are told, as (what, what to do). `na` names kinds that a field looks up besides those it refers
    to, so that they are read first. `enkel`: the file holds one record and no list. `kaart`: how a record is shown,
    where that needs no template of its own; `kenmerken`: what stands in small where it has one. `toonregel`: how a line
    of a page shows one. `in_nieuw`: the fields with its name and a sentence on it, for the list of what is new; a kind
    without is not in it.
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
    kaart: Kaart | None = None
    kenmerken: tuple[Kenmerkrij, ...] = ()
    toonregel: Toonregel | None = None
    in_nieuw: tuple[str, str] = ("", "")


def _id(record: Any) -> str:
    return str(record.id)
