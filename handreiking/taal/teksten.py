"""Every text that a reader of the site sees, of content and data, with the place to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handreiking.gelezen import Gelezen
from handreiking.inhoud import Bronpagina, OnderwerpKop, PraktijkKop
from handreiking.taal.zichtbaar import Soort, parse_regels

# The fields of each kind of record that the site shows as text; those of a mapping or a list within it too.
_SHOWN: dict[str, tuple[str, ...]] = {
    "instrumenten": ("titel", "andere_titels", "beschrijving", "aanvragen.hoe", "gewijzigd.wat"),
    "definities": ("begrip", "tekst", "gewijzigd.wat"),
    "beweringen": ("titel", "stand", "op_in_woorden", "eerder", "nagaan"),
    "contactpunten": ("naam", "gebied", "voor_wie", "waarvoor", "uren", "eerder", "stand_in_woorden"),
    "bronnen": ("titel", "datering", "toelichting"),
    "uitgevers": ("naam",),
    "soorten": ("naam", "meervoud"),
    "verwijderd": ("titel", "reden"),
    "stellingen": ("tekst", "toelichting"),
    "reeksen": (
        "titel",
        "eenheid",
        "periode",
        "bladzijde",
        "toelichting",
        "rijkop",
        "bijkop",
        "kolommen.naam",
        "kolommen.kort",
        "rijen.naam",
        "rijen.bij",
        "rijen.kort",
    ),
}
_FILES = {"instrumenten": "tools.yaml", "stellingen": "zelfscan.yaml", "reeksen": "cijfers.yaml"}


@dataclass(frozen=True)
class Vindplaats:
    """One text: file and line, what it is ("tekst", or the name of a field) and the record's id or the page's path."""

    path: str
    regel: int
    veld: str
    van: str
    tekst: str


def visible_texts(gelezen: Gelezen) -> Iterator[Vindplaats]:
    """Give every text: the pages line by line without code, then the data; a record's texts are at its first line."""
    for pagina in gelezen.paginas:
        yield from page_texts(gelezen, pagina)
    for kind, fields in _SHOWN.items():
        path = f"{gelezen.data}/{_FILES.get(kind, f'{kind}.yaml')}"
        for record, line in getattr(gelezen, kind):
            for field in fields:
                for text in _values(record, field):
                    yield Vindplaats(path, line, field.rpartition(".")[2], record.id, text)


def page_texts(gelezen: Gelezen, pagina: Bronpagina) -> Iterator[Vindplaats]:
    """Give the texts of one page: what stands at its top, then its lines."""
    path = f"{gelezen.content}/{pagina.pad}"
    for field in ("titel", "samenvatting"):
        yield Vindplaats(path, pagina.document.regel((field,)), field, pagina.pad, getattr(pagina.kop, field))
    for index, aanpassing in enumerate(pagina.kop.gewijzigd):
        yield Vindplaats(path, pagina.document.regel(("gewijzigd", index, "wat")), "wat", pagina.pad, aanpassing.wat)
    if isinstance(pagina.kop, OnderwerpKop):
        for index, verwant in enumerate(pagina.kop.verwant):
            line = pagina.document.regel(("verwant", index, "reden"))
            yield Vindplaats(path, line, "reden", pagina.pad, verwant.reden)
    if isinstance(pagina.kop, PraktijkKop):
        for field in ("gemeente", "stand") if pagina.kop.gemeente else ("stand",):
            yield Vindplaats(path, pagina.document.regel((field,)), field, pagina.pad, getattr(pagina.kop, field))
    for regel in parse_regels(pagina.markdown, pagina.regel):
        if regel.soort is not Soort.CODE:
            yield Vindplaats(path, regel.nummer, "tekst", pagina.pad, regel.tekst)


def _values(record: Any, field: str) -> Iterator[str]:
    name, _, rest = field.partition(".")
    value = getattr(record, name)
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, tuple):
        yield from (text for part in value for text in _values(part, rest))
    elif value is not None:
        yield from _values(value, rest)
