"""Instruments and contact points as tables: `tools.csv` for programs, and the same for a Dutch Excel.

`tools.csv` is as RFC 4180 has it: commas, CRLF, one line of names; UTF-8 without a mark at its start. A Dutch Excel
takes the semicolon for the one that separates and guesses at the letters, so `tools-excel.csv` has both: semicolons
and the mark. No cell of either is a formula (see `inert`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from handreiking.opendata.contactpunten import Contactpunt
from handreiking.opendata.tools import Instrument

R = TypeVar("R")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
EXCEL = "\ufeff"  # the mark by which Excel knows UTF-8


def _themas(instrument: Instrument) -> list[str]:
    return list(dict.fromkeys(plaats.thema.titel for plaats in instrument.onderwerpen))


def _other_titles(instrument: Instrument) -> list[str]:
    return list(dict.fromkeys(plaats.andere_titel for plaats in instrument.onderwerpen if plaats.andere_titel))


def _changed(instrument: Instrument) -> date | None:
    return instrument.gewijzigd[0].op if instrument.gewijzigd else None


INSTRUMENTKOLOMMEN: dict[str, Callable[[Instrument], object]] = {
    "id": lambda i: i.id,
    "titel": lambda i: i.titel,
    "beschrijving": lambda i: i.beschrijving,
    "url": lambda i: i.url,
    "soort": lambda i: i.soort.naam,
    "toegang": lambda i: i.toegang,
    "uitgever": lambda i: i.uitgever.naam,
    "uitgever_voluit": lambda i: i.uitgever.voluit,
    "themas": _themas,
    "onderwerpen": lambda i: [p.titel for p in i.onderwerpen],
    "onderwerp_ids": lambda i: [p.id for p in i.onderwerpen],
    "tip_bij": lambda i: [p.id for p in i.onderwerpen if p.tip],
    "andere_titels": _other_titles,
    "bestandstype": lambda i: i.bestandstype,
    "aanvragen_bij": lambda i: i.aanvragen and i.aanvragen.bij.naam,
    "aanvragen_hoe": lambda i: i.aanvragen and i.aanvragen.hoe,
    "aanvragen_url": lambda i: i.aanvragen and i.aanvragen.url,
    "aanvragen_mail": lambda i: i.aanvragen and i.aanvragen.mail,
    "archief": lambda i: i.archief,
    "toegevoegd": lambda i: i.toegevoegd,
    "gewijzigd": _changed,
    "nagekeken": lambda i: i.nagekeken,
    "link_werkte_op": lambda i: i.link_werkte_op,
    "niet_bereikbaar_sinds": lambda i: i.niet_bereikbaar_sinds,
    "adres": lambda i: i.adres,
}

CONTACTKOLOMMEN: dict[str, Callable[[Contactpunt], object]] = {
    "id": lambda c: c.id,
    "naam": lambda c: c.naam,
    "uitgever": lambda c: c.uitgever.naam,
    "gebied": lambda c: c.gebied,
    "voor_wie": lambda c: c.voor_wie,
    "waarvoor": lambda c: c.waarvoor,
    "telefoon": lambda c: c.telefoon,
    "mail": lambda c: c.mail,
    "url": lambda c: c.url,
    "uren": lambda c: c.uren,
    "onderwerp_ids": lambda c: [*c.onderwerpen],
    "bron": lambda c: c.bron.titel,
    "op": lambda c: c.op,
    "houdbaar_tot": lambda c: c.houdbaar_tot,
    "beoordeeld": lambda c: c.beoordeeld,
    "adres": lambda c: c.adres,
}


def render_tabellen(kolommen: Mapping[str, Callable[[R], object]], records: Iterable[R]) -> tuple[str, str]:
    """Return a table with a line for each record, and the same for Excel.

    Excel opens that one in columns by a double click where the comma is decimal.
    """
    rows = [[_text(value(record)) for value in kolommen.values()] for record in records]
    return render_tabel([*kolommen], rows, ","), EXCEL + render_tabel([*kolommen], rows, ";")


def inert(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: one that begins like one gets a `'` before it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def render_tabel(namen: Sequence[str], regels: Iterable[Sequence[str]], delimiter: str) -> str:
    """Return a table with one line of names, in which no cell is a formula; lines end in CRLF (RFC 4180)."""
    whole = io.StringIO(newline="")
    lines = csv.writer(whole, delimiter=delimiter, lineterminator="\r\n")
    lines.writerow(namen)
    lines.writerows(map(inert, regel) for regel in regels)
    return whole.getvalue()


def _text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
