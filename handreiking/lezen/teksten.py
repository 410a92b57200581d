"""Every text that a reader of the site sees, of content and data, with the place to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.pagina import Bronpagina
from handreiking.soorten.record import Veldsoort, id_of
from handreiking.soorten.velden import Plek, waarden
from handreiking.tekst.zichtbaar import Regelsoort, parse_regels


@dataclass(frozen=True)
class Vindplaats:
    """One text: file and line, what it is ("tekst", or the name of a field) and the record's id or the page's path."""

    path: str
    regel: int
    veld: str
    van: str
    tekst: str

    @property
    def bij(self) -> str:
        """The words of a message that say in which field it is, behind what it is about; none where that is plain."""
        return "" if self.veld == "tekst" else f" bij '{self.veld}'"


def visible_texts(gelezen: Gelezen, *, eigen: bool = False) -> Iterator[Vindplaats]:
    """Yield every text: the pages line by line without code, then the data; a record's texts are at its first line.

    `eigen`: only what is in the editors' own words, without block quotations and what the data has from others.
    """
    for pagina in gelezen.paginas:
        yield from page_texts(gelezen, pagina, eigen=eigen)
    for model, lijst in gelezen.lijsten.items():
        for record, line in lijst.records:
            for place, text in waarden(record, Veldsoort.TEKST, eigen=eigen):
                yield Vindplaats(gelezen.path(model), line, _field(place), id_of(record), text)


def page_texts(gelezen: Gelezen, pagina: Bronpagina, *, eigen: bool = False) -> Iterator[Vindplaats]:
    """Yield the texts of one page: what stands at its top, then its lines."""
    path = f"{gelezen.content}/{pagina.pad}"
    for place, text in waarden(pagina.kop, Veldsoort.TEKST):
        yield Vindplaats(path, pagina.document.regel(place), _field(place), pagina.pad, text)
    for regel in parse_regels(pagina.markdown, pagina.regel):
        if regel.soort is not Regelsoort.CODE and not (eigen and regel.soort is Regelsoort.CITAAT):
            yield Vindplaats(path, regel.nummer, "tekst", pagina.pad, regel.tekst)


def _field(place: Plek) -> str:
    """Return the name of the field at a place, also where it holds a text for each of some topics."""
    return next(step for step in reversed(place) if isinstance(step, str) and step.isidentifier())
