"""Figures in the PDF: a picture that says in words what it shows, and the same figures as a table."""

from __future__ import annotations

from handreiking.soorten.reeks import Reeks
from tests.pdf.conftest import Boek
from tests.pdf.leesboom import Element


def test_each_picture_says_what_it_shows(boek: Boek) -> None:
    """A figure with an alternative text for each series that is drawn: its title and every figure."""
    figures = [element for element in boek.lezing.boom.alle() if element.tag == "Figure"]
    wanted = {f"{reeks.titel}. {reeks.in_woorden}" for reeks in boek.handreiking.van(Reeks) if reeks.beeld != "geen"}
    assert {str(figure.bron.get("/Alt")) for figure in figures} == wanted
    assert len(figures) == len(wanted)


def test_each_series_is_a_table_too(boek: Boek) -> None:
    """With its heads, every row, and below it the source with the place in there."""
    tables = [cells(element) for element in boek.lezing.boom.alle() if element.tag == "Table"]
    for reeks in boek.handreiking.van(Reeks):
        heads = [reeks.rijkop, *([reeks.bijkop] if reeks.bijkop else []), *(kolom.naam for kolom in reeks.kolommen)]
        rows = [
            [rij.naam, *([rij.bij or ""] if reeks.bijkop else []), *("–" if w is None else str(w) for w in rij.waarden)]
            for rij in reeks.rijen
        ]
        assert [heads, *rows] in tables, reeks.id
    text = " ".join(element.tekst for element in boek.lezing.boom.delen if isinstance(element, Element))
    assert all(reeks.bladzijde in text for reeks in boek.handreiking.van(Reeks))


def cells(table: Element) -> list[list[str]]:
    """Return the texts of the cells of a table, row by row."""
    rows = [element for element in table.alle() if element.tag == "TR"]
    return [[cell.tekst for cell in row.delen if isinstance(cell, Element)] for row in rows]
