"""The figures as a table with a line for each figure; written as `rekenblad` writes the instruments."""

from __future__ import annotations

from collections.abc import Iterator

from handreiking.opendata.cijfers import Cijfers
from handreiking.opendata.rekenblad import EXCEL, render_tabel

KOLOMMEN = (
    "reeks",
    "titel",
    "eenheid",
    "rij",
    "rij_naam",
    "rij_bij",
    "kolom",
    "kolom_naam",
    "waarde",
    "totaal",
    "periode",
    "bron",
    "bladzijde",
)


def render_cijfers_csv(cijfers: Cijfers) -> str:
    """Return the text of `cijfers.csv`: commas, CRLF, UTF-8 (RFC 4180); a figure that is not known is empty."""
    return render_tabel(KOLOMMEN, _lines(cijfers), ",")


def render_cijfers_excel(cijfers: Cijfers) -> str:
    """Return the text of `cijfers-excel.csv`, which opens in columns by a double click in a Dutch Excel."""
    return EXCEL + render_tabel(KOLOMMEN, _lines(cijfers), ";")


def _lines(cijfers: Cijfers) -> Iterator[list[str]]:
    for reeks in cijfers.reeksen:
        for rij in reeks.rijen:
            for kolom, waarde in zip(reeks.kolommen, rij.waarden, strict=True):
                yield [
                    reeks.id,
                    reeks.titel,
                    reeks.eenheid,
                    rij.id,
                    rij.naam,
                    rij.bij or "",
                    kolom.id,
                    kolom.naam,
                    "" if waarde is None else str(waarde),
                    "ja" if rij.som_van or kolom.som_van else "nee",
                    reeks.periode,
                    reeks.bron.titel,
                    reeks.bladzijde,
                ]
