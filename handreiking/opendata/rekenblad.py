"""Instruments and contact points as tables: `tools.csv` for programs, and the same for who opens it in a Dutch Excel.

`tools.csv` is as RFC 4180 has it: commas, CRLF, one line of names; UTF-8 without a mark at its start. A Dutch Excel
takes the semicolon for the one that separates and guesses at the letters, so `tools-excel.csv` has both: semicolons
and the mark. No cell of either is a formula (see `inert`). The description of the columns is a file of its own, as
CSV on the Web (W3C, 2015) has it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeAlias, TypeVar

from handreiking.opendata.contactpunten import Contactpunt, Contactpunten
from handreiking.opendata.tools import Instrument, Tools
from handreiking.opendata.vorm import render_json

R = TypeVar("R", Instrument, Contactpunt)
Getabelleerd: TypeAlias = Tools | Contactpunten
LIJST = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
EXCEL = "\ufeff"  # the mark by which Excel knows UTF-8


@dataclass(frozen=True)
class Kolom(Generic[R]):
    """A column: its name, what it holds for who reads it, its kind in CSV on the Web, and its value."""

    naam: str
    uitleg: str
    soort: str
    waarde: Callable[[R], object]

    @property
    def lijst(self) -> bool:
        """Whether a cell can hold several values."""
        return self.soort == "lijst"


def _themas(instrument: Instrument) -> list[str]:
    return list(dict.fromkeys(plaats.thema.titel for plaats in instrument.onderwerpen))


def _other_titles(instrument: Instrument) -> list[str]:
    return list(dict.fromkeys(plaats.andere_titel for plaats in instrument.onderwerpen if plaats.andere_titel))


def _changed(instrument: Instrument) -> date | None:
    return instrument.gewijzigd[0].op if instrument.gewijzigd else None


KOLOMMEN: tuple[Kolom[Instrument], ...] = (
    Kolom("id", "Het vaste kenmerk van het instrument.", "string", lambda i: i.id),
    Kolom("titel", "De titel.", "string", lambda i: i.titel),
    Kolom("beschrijving", "Wat de lezer eraan heeft, in één zin.", "string", lambda i: i.beschrijving),
    Kolom("url", "Waar het instrument staat; leeg als het is op te vragen.", "anyURI", lambda i: i.url),
    Kolom("soort", "Wat voor instrument het is.", "string", lambda i: i.soort.naam),
    Kolom("toegang", "openbaar, inlog of op-aanvraag.", "string", lambda i: i.toegang),
    Kolom("uitgever", "Wie het uitgeeft.", "string", lambda i: i.uitgever.naam),
    Kolom("uitgever_voluit", "De volledige naam, als die anders is.", "string", lambda i: i.uitgever.voluit),
    Kolom("themas", "De thema's waar het bij hoort.", "lijst", _themas),
    Kolom("onderwerpen", "De onderwerpen waar het bij hoort.", "lijst", lambda i: [p.titel for p in i.onderwerpen]),
    Kolom("onderwerp_ids", "De kenmerken van die onderwerpen.", "lijst", lambda i: [p.id for p in i.onderwerpen]),
    Kolom("tip_bij", "De onderwerpen waar het een tip is.", "lijst", lambda i: [p.id for p in i.onderwerpen if p.tip]),
    Kolom("andere_titels", "Andere titels die het bij een onderwerp heeft.", "lijst", _other_titles),
    Kolom("bestandstype", "Het soort bestand, als het adres een bestand opent.", "string", lambda i: i.bestandstype),
    Kolom("aanvragen_bij", "Bij wie het is aan te vragen.", "string", lambda i: i.aanvragen and i.aanvragen.bij.naam),
    Kolom("aanvragen_hoe", "Hoe het is aan te vragen.", "string", lambda i: i.aanvragen and i.aanvragen.hoe),
    Kolom("aanvragen_url", "De pagina voor de aanvraag.", "anyURI", lambda i: i.aanvragen and i.aanvragen.url),
    Kolom("aanvragen_mail", "Het mailadres voor de aanvraag.", "string", lambda i: i.aanvragen and i.aanvragen.mail),
    Kolom("archief", "Een bewaard exemplaar.", "anyURI", lambda i: i.archief),
    Kolom("toegevoegd", "De dag waarop het in de handreiking kwam.", "date", lambda i: i.toegevoegd),
    Kolom("gewijzigd", "De dag waarop er het laatst iets aan is veranderd.", "date", _changed),
    Kolom("nagekeken", "De dag waarop een redacteur het heeft geopend.", "date", lambda i: i.nagekeken),
    Kolom("link_werkte_op", "De dag waarop het adres laatst werkte.", "date", lambda i: i.link_werkte_op),
    Kolom("niet_bereikbaar_sinds", "Sinds wanneer het adres niet werkt.", "date", lambda i: i.niet_bereikbaar_sinds),
    Kolom("adres", "Het instrument in de handreiking.", "anyURI", lambda i: i.adres),
)

CONTACTKOLOMMEN: tuple[Kolom[Contactpunt], ...] = (
    Kolom("id", "Het vaste kenmerk van het contactpunt.", "string", lambda c: c.id),
    Kolom("naam", "De naam.", "string", lambda c: c.naam),
    Kolom("uitgever", "Van wie het is.", "string", lambda c: c.uitgever.naam),
    Kolom("gebied", "De gemeente of regio; leeg is heel Nederland.", "string", lambda c: c.gebied),
    Kolom("voor_wie", "Wie er terechtkan.", "string", lambda c: c.voor_wie),
    Kolom("waarvoor", "Waarmee.", "string", lambda c: c.waarvoor),
    Kolom("telefoon", "Het telefoonnummer.", "string", lambda c: c.telefoon),
    Kolom("mail", "Het mailadres.", "string", lambda c: c.mail),
    Kolom("url", "Het webadres.", "anyURI", lambda c: c.url),
    Kolom("uren", "Wanneer er iemand is.", "string", lambda c: c.uren),
    Kolom("onderwerp_ids", "De kenmerken van de onderwerpen.", "lijst", lambda c: [*c.onderwerpen]),
    Kolom("bron", "Waar de gegevens staan.", "string", lambda c: c.bron.titel),
    Kolom("op", "Van wanneer zij zijn: een dag of een maand.", "string", lambda c: c.op),
    Kolom("houdbaar_tot", "Na deze dag zijn zij te oud om niet na te vragen.", "date", lambda c: c.houdbaar_tot),
    Kolom("beoordeeld", "De dag waarop de redactie ze naast de bron legde.", "date", lambda c: c.beoordeeld),
    Kolom("adres", "Het contactpunt in de handreiking.", "anyURI", lambda c: c.adres),
)


def render_tabellen(bestand: Getabelleerd) -> tuple[str, str]:
    """Give the text of `tools.csv` or `contactpunten.csv`, and the same for Excel.

    Excel opens that one in columns by a double click where the comma is decimal.
    """
    names, rows = _table(bestand)
    return render_tabel(names, rows, ","), EXCEL + render_tabel(names, rows, ";")


def render_metadata(bestand: Getabelleerd) -> str:
    """Give the description of the table and its columns (CSV on the Web: metadata vocabulary)."""
    return render_json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
            "url": f"{bestand.NAAM}.csv",
            "dc:title": f"{bestand.titel}: {_named(bestand)}",
            "dc:modified": {"@value": bestand.stand.isoformat(), "@type": "xsd:date"},
            "schema:version": str(bestand.versie),
            "dc:license": {"@id": bestand.licentie.url},
            "dc:rights": bestand.licentie.uitzondering,
            "dc:publisher": bestand.uitgever.voluit or bestand.uitgever.naam,
            "dialect": {"encoding": "utf-8", "delimiter": ",", "lineTerminators": ["\r\n"], "header": True},
            "tableSchema": {"primaryKey": "id", "columns": _columns(bestand)},
        }
    )


def inert(cell: str) -> str:
    """Give a cell that no spreadsheet takes for a formula: one that begins like one gets a `'` before it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def render_tabel(namen: Sequence[str], regels: Iterable[Sequence[str]], delimiter: str) -> str:
    """Give a table with one line of names, in which no cell is a formula; lines end in CRLF (RFC 4180)."""
    whole = io.StringIO(newline="")
    lines = csv.writer(whole, delimiter=delimiter, lineterminator="\r\n")
    lines.writerow(namen)
    lines.writerows(map(inert, regel) for regel in regels)
    return whole.getvalue()


def _named(bestand: Getabelleerd) -> str:
    return "instrumenten" if isinstance(bestand, Tools) else "contactpunten"


def _table(bestand: Getabelleerd) -> tuple[list[str], list[list[str]]]:
    """Give the names of the columns, and the cells of each row."""
    if isinstance(bestand, Tools):
        return [kolom.naam for kolom in KOLOMMEN], _rows(KOLOMMEN, bestand.instrumenten)
    return [kolom.naam for kolom in CONTACTKOLOMMEN], _rows(CONTACTKOLOMMEN, bestand.contactpunten)


def _rows(kolommen: Sequence[Kolom[R]], records: Iterable[R]) -> list[list[str]]:
    return [[_text(kolom.waarde(record)) for kolom in kolommen] for record in records]


def _columns(bestand: Getabelleerd) -> list[dict[str, object]]:
    if isinstance(bestand, Tools):
        return [_column(kolom) for kolom in KOLOMMEN]
    return [_column(kolom) for kolom in CONTACTKOLOMMEN]


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case date():
            return value.isoformat()
        case list():
            return LIJST.join(map(str, value))
        case _:
            return str(value)


def _column(kolom: Kolom[R]) -> dict[str, object]:
    described = {"name": kolom.naam, "titles": kolom.naam, "dc:description": kolom.uitleg}
    return (
        {**described, "datatype": "string", "separator": LIJST}
        if kolom.lijst
        else {**described, "datatype": kolom.soort}
    )
