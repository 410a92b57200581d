"""The statements of the self-scan in the PDF: a checklist for a pen, and a table for who listens."""

from __future__ import annotations

from handreiking.geheel.pagina import Onderwerp
from handreiking.soorten.stelling import Stelling
from tests.pdf.conftest import KLEIN, ROOT, Boek, make
from tests.pdf.leesboom import Element

KOP = "Stelling ja deels nee n.v.t."


def checklist(boek: Boek) -> list[tuple[str, list[Element]]]:
    """Return (heading above it, rows) of each table of the self-scan."""
    found: list[tuple[str, list[Element]]] = []
    heading = ""
    for element in boek.lezing.boom.alle():
        if element.tag == "H3":
            heading = element.tekst
        elif element.tag == "Table":
            head, *rows = [row for row in element.alle() if row.tag == "TR"]
            found += [(heading, rows)] if head.tekst == KOP else []
    return found


def wanted(boek: Boek, onderwerpen: list[Onderwerp]) -> list[tuple[str, list[str]]]:
    """Return what the tables should read as, for these topics."""
    return [
        (
            f"{onderwerp.titel} (p. {boek.lezing.plekken[onderwerp.pad]})",
            [said(stelling) for stelling in boek.handreiking.stellingen_bij(onderwerp.id)],
        )
        for onderwerp in onderwerpen
    ]


def said(stelling: Stelling) -> str:
    """Return the words of a statement, with its explanation."""
    return f"{stelling.tekst} {stelling.toelichting or ''}".strip()


def test_every_statement_stands_once_in_the_whole(boek: Boek) -> None:
    """Under its theme and topic, in the order of the handreiking, with the page of the topic; nowhere else."""
    topics = [onderwerp for thema in boek.handreiking.themas for onderwerp in thema.onderwerpen]
    assert [(heading, [row.tekst for row in rows]) for heading, rows in checklist(boek)] == wanted(boek, topics)
    cells = [element.tekst for element in boek.lezing.boom.alle() if element.tag == "TD"]
    for stellingen in boek.handreiking.stellingen.values():
        assert [cells.count(said(stelling)) for stelling in stellingen] == [1] * len(stellingen)


def test_each_answer_has_a_cell_with_a_box_that_is_not_read(boek: Boek) -> None:
    """A row is the statement and four cells without words; what is drawn in them is decoration."""
    for _, rows in checklist(boek):
        for row in rows:
            cells = [cell for cell in row.delen if isinstance(cell, Element)]
            assert [(cell.tag, bool(cell.tekst)) for cell in cells] == [("TD", True), *[("TD", False)] * 4]


def test_a_theme_has_its_own_statements() -> None:
    """The PDF of a theme has the statements of its topics alone."""
    made = make(ROOT, thema="preventie")
    topics = list(made.handreiking.thema("preventie").onderwerpen)
    assert [(heading, [row.tekst for row in rows]) for heading, rows in checklist(made)] == wanted(made, topics)


def test_a_selection_has_those_of_its_topics_in_its_order() -> None:
    """Chosen topics come in the order chosen, each with its own statements."""
    names = ["water/regen", "groen/bomen"]
    made = make(KLEIN, onderwerpen=names)
    topics = [made.handreiking.onderwerp(name) for name in names]
    assert [(heading, [row.tekst for row in rows]) for heading, rows in checklist(made)] == wanted(made, topics)
    one = make(KLEIN, onderwerpen=names[:1])
    assert [heading for heading, _ in checklist(one)] == [heading for heading, _ in wanted(one, topics[:1])]
