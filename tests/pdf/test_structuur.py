"""What a screen reader meets: headings, lists, tables, links, in the order in which the eye meets them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pikepdf

from handreiking.geheel.kaarten import op_kaart
from tests.pdf.conftest import Boek
from tests.pdf.leesboom import Element, link_annotations


def attributes(element: Element) -> dict[str, str]:
    """Return the attributes of an element of the structure tree."""
    found: Any = element.bron.get("/A", [])
    dictionaries = [found] if isinstance(found, pikepdf.Dictionary) else list(found)
    return {key: str(value) for dictionary in dictionaries for key, value in dictionary.items()}


def test_headings_start_at_one_and_skip_no_level(boek: Boek) -> None:
    """The menu is the first heading; each next one is at most a level deeper, and says what it reads as."""
    headings = boek.lezing.koppen()
    levels = [int(heading.tag[1]) for heading in headings]
    assert (headings[0].tekst, levels[0]) == ("Menu", 1)
    assert all(here - before <= 1 for before, here in pairwise(levels))
    assert all(heading.tekst for heading in headings)


def test_every_theme_and_topic_has_its_heading(boek: Boek) -> None:
    """Themes are of the first level, their topics of the second, in the order of the handreiking."""
    found = [(heading.tag, heading.tekst) for heading in boek.lezing.koppen()]
    wanted = [
        pair
        for thema in boek.handreiking.themas
        for pair in [("H1", thema.titel), *(("H2", onderwerp.titel) for onderwerp in thema.onderwerpen)]
    ]
    assert [pair for pair in found if pair in wanted] == wanted


def test_lists_are_lists(boek: Boek) -> None:
    """A list holds items, an item a label and a body, and the steps of a topic are as many as on the site."""
    for element in boek.lezing.boom.alle():
        if element.tag == "L":
            assert {deel.tag for deel in element.delen if isinstance(deel, Element)} == {"LI"}
        elif element.tag == "LI":
            assert [deel.tag for deel in element.delen if isinstance(deel, Element)] == ["Lbl", "LBody"]
    for onderwerp, first, last in boek.onderwerpen:
        steps = onderwerp.tekst.html.partition('id="wat-kunt-u-doen"')[2]
        blocks = boek.blokken(first, last)
        start = next(i for i, blok in enumerate(blocks) if blok.tekst == "Wat kunt u doen")
        bodies = [blok for blok in blocks[start + 1 : start + 1 + steps.count("<li>")] if blok.tag == "LBody"]
        assert len(bodies) == steps.count("<li>") > 0


def test_tables_have_header_cells(boek: Boek) -> None:
    """The first row of each table is of header cells for their column; each row has as many cells."""
    tables = [element for element in boek.lezing.boom.alle() if element.tag == "Table"]
    assert tables
    for table in tables:
        head, *rows = [element for element in table.alle() if element.tag == "TR"]
        cells = [deel for deel in head.delen if isinstance(deel, Element)]
        assert {(cell.tag, attributes(cell)["/Scope"]) for cell in cells} == {("TH", "/Column")}
        assert rows
        for row in rows:
            assert [deel.tag for deel in row.delen if isinstance(deel, Element)] == ["TD"] * len(cells)


def test_figures_say_what_they_show(boek: Boek) -> None:
    """What is drawn is decoration, or a figure with a text instead of it."""
    figures = [element for element in boek.lezing.boom.alle() if element.tag in {"Figure", "Formula"}]
    assert all(str(figure.bron.get("/Alt", "")) for figure in figures)


def test_running_headers_and_page_numbers_are_artifacts(boek: Boek) -> None:
    """Each page but the cover shows its number and the date, and each page of a topic its theme; none is read aloud."""
    art = {number: [run.tekst for run in runs] for number, runs in boek.lezing.kunst.items()}
    for number in range(2, len(boek.lezing.document.pages) + 1):
        assert art[number][-1] == str(number)
        assert any(text.startswith("Stand van ") for text in art[number])
    for onderwerp, first, last in boek.onderwerpen:
        theme = boek.handreiking.thema(onderwerp.thema).titel
        assert all(theme in art[number] for number in range(first, last + 1))
    assert 1 not in art


def test_links_say_what_they_lead_to(boek: Boek) -> None:
    """Out of the PDF: the title and whose site; within it: the heading there and the real page."""
    titles = {f"{page.pad}": page.titel for page in boek.handreiking.paginas.values()} | {"index.md": "Menu"}
    for link in boek.lezing.koppelingen:
        assert (link.adres is None) != (link.plek is None)
        if link.adres is not None:
            assert re.fullmatch(r".+ \(site .+\)|E-mail aan \S+@\S+|Telefoon [+\d][\d ()-]+", link.omschrijving), (
                link.omschrijving
            )
            assert "://" not in link.omschrijving
        else:
            title, _, page = link.omschrijving.rpartition(", pagina ")
            assert int(page) == boek.lezing.plekken[link.plek or ""]
            assert title == titles.get(link.plek or "", title)
            assert title


def test_links_are_in_the_structure(boek: Boek) -> None:
    """Each link annotation belongs to a Link element with text, and each Link element has its annotation."""
    owners = {int(link.bron.StructParent) for link in boek.lezing.alle_koppelingen}
    assert len(owners) == len(boek.lezing.alle_koppelingen)
    elements = [element for element in boek.lezing.boom.alle() if element.tag == "Link"]
    annotated = 0
    for element in elements:
        annotated += len(link_annotations(element.bron))
        assert link_annotations(element.bron)
        assert element.tekst
    assert annotated == len(owners)


def test_places_within_the_pdf_are_read_as_their_heading(boek: Boek) -> None:
    """A link to a place reads as the heading, term or instrument that stands on the page it leads to."""
    for link in boek.lezing.koppelingen:
        if link.plek is not None:
            page = boek.lezing.plekken[link.plek]
            title = link.omschrijving.rpartition(", pagina ")[0]
            assert any(title in blok.tekst for blok in boek.blokken(page, page)), link.omschrijving


def test_reading_order_is_visual_order(boek: Boek) -> None:
    """Text is read from top to bottom and rows from the left; only the menu has panels side by side."""
    for number in range(2, len(boek.lezing.document.pages) + 1):
        starts = [
            next(run for run in blok.runs() if run.bladzijde == number)
            for blok in boek.lezing.blokken()
            if number in blok.bladzijden()
        ]
        if number == boek.lezing.plekken["index.md"]:
            continue
        for before, here in pairwise(starts):
            assert before.y >= here.y - 1 or before.x < here.x, (number, before.tekst, here.tekst)


def test_bookmarks_go_three_deep(boek: Boek) -> None:
    """Bookmarks follow the headings to the third level, but those under a topic and those that lead to one."""
    with boek.lezing.document.open_outline() as outline:
        found = []
        for one in outline.root:
            found.append((1, one.title))
            for two in one.children:
                found.append((2, two.title))
                found += [(3, three.title) for three in two.children]
                assert not any(three.children for three in two.children)
    headings = [(int(heading.tag[1]), heading.tekst) for heading in boek.lezing.koppen()]
    cards = "|".join(re.escape(kaart.sectie) for _, kaart in op_kaart())
    ours = re.compile(
        rf"Instrumenten|{cards}|Verder lezen|Stand van zaken|Hoe zeker is dit\?|Zo doet .* het|Voorbeeld bij|"
        r".* \(p\. \d+\)"
    )
    assert found == [pair for pair in headings if pair[0] < 3 or (pair[0] == 3 and not ours.fullmatch(pair[1]))]
    assert {level for level, _ in found} == {1, 2, 3}
    assert str(boek.lezing.root.PageMode) == "/UseOutlines"
