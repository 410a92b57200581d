"""What the eye meets: nothing torn, nothing that sticks out, room to write."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.pagina import Thema
from handreiking.lezen.project import find_project
from handreiking.pdf.export import render_pdf
from handreiking.pdf.keuze import parse_keuze
from tests.pdf.conftest import KLEIN, Boek, load
from tests.pdf.leesboom import SHY, Element
from tests.pdf.tekstlezer import Run

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM


def runs(boek: Boek) -> list[Run]:
    """Return every piece of text that is read."""
    return list(boek.lezing.boom.runs())


def test_no_heading_stands_alone_at_the_foot_of_a_page(boek: Boek) -> None:
    """What follows a heading starts on the same page."""
    for before, here in pairwise(boek.lezing.blokken()):
        if before.tag.startswith("H"):
            assert before.bladzijde == here.bladzijde, before.tekst


def test_no_row_or_instrument_is_torn(boek: Boek) -> None:
    """A row of a table, a step, an instrument, a related topic and a definition each stand on one page."""
    for element in boek.lezing.boom.alle():
        if element.tag in {"TR", "LI", "BlockQuote"} and element.tekst:
            assert len(element.bladzijden()) == 1, element.tekst


def test_no_line_stands_alone(boek: Boek) -> None:
    """A paragraph that goes on over a page has at least two lines on each; a note may take its own line along."""
    for blok in boek.lezing.blokken():
        pages = sorted(blok.bladzijden())
        if len(pages) > 1 and not any(part.tag == "Note" for part in blok.alle()):
            lines = [{round(run.y) for run in blok.runs() if run.bladzijde == page} for page in pages]
            assert min(len(ys) for ys in lines) > 1, blok.tekst


def test_text_keeps_within_the_margins(boek: Boek) -> None:
    """No text, long addresses among it, comes nearer to the edge of the paper than 20 mm."""
    for run in runs(boek):
        assert run.x >= 20 * MM
        assert run.einde <= WIDTH - 20 * MM + 1, run.tekst
        assert 20 * MM <= run.y <= HEIGHT - 20 * MM


def test_topics_leave_room_to_write(boek: Boek) -> None:
    """On the pages of a topic the text leaves 42 mm free on the right."""
    for _, first, last in boek.onderwerpen:
        assert max(run.einde for run in runs(boek) if first <= run.bladzijde <= last) <= WIDTH - 42 * MM


def test_words_break_with_soft_hyphens(editie: Boek) -> None:
    """A word that goes on at the next line has a soft hyphen there, so that it copies as one word."""
    assert any(run.tekst.endswith(SHY) for run in runs(editie))
    assert not any(sign in run.tekst for run in runs(editie) for sign in ("\u200b", "\u2060", "\ufeff"))


def test_menu_is_one_page(boek: Boek) -> None:
    """Every theme with all its topics stands on the one page of the menu, each with its page number."""
    page = boek.lezing.plekken["index.md"]
    texts = [blok.tekst for blok in boek.blokken(page, page)]
    for thema in boek.handreiking.themas:
        assert thema.titel in texts
        for onderwerp in thema.onderwerpen:
            assert f"{onderwerp.titel} {boek.lezing.plekken[onderwerp.pad]}" in texts


def test_each_topic_starts_a_page(boek: Boek) -> None:
    """The first thing read on the first page of a topic is where one is: its theme, then its title."""
    for onderwerp, first, _ in boek.onderwerpen:
        crumb, title, *_ = [blok for blok in boek.lezing.blokken() if blok.bladzijde == first]
        assert crumb.tekst == boek.handreiking.thema(onderwerp.thema).titel
        assert (title.tekst, isinstance(title, Element)) == (onderwerp.titel, True)


@pytest.mark.parametrize("count", [1, 3, 6, 11])
def test_any_number_of_themes_looks_right(count: int) -> None:
    """With fewer or more themes than four the menu, the marks and the tabs are there, and stay on the paper."""
    handreiking = with_themes(load(KLEIN), count)
    pdf, problems = render_pdf(handreiking, find_project(KLEIN), parse_keuze(handreiking))
    assert (problems, pdf is not None) == ([], True)
    made = Boek(handreiking, pdf or b"")
    test_menu_is_one_page(made)
    test_each_topic_starts_a_page(made)
    test_text_keeps_within_the_margins(made)
    test_no_row_or_instrument_is_torn(made)
    assert made.lezing.los == []


def with_themes(handreiking: Handreiking, count: int) -> Handreiking:
    """Return the handreiking with this many themes, made from its own by turns."""
    themas = tuple(_copy(handreiking.themas[index % 2], index) for index in range(count))
    paginas = {page.pad: page for thema in themas for page in (thema, *thema.onderwerpen)}
    others = {pad: replace(page, markdown="Tekst.") for pad, page in handreiking.paginas.items() if "/" not in pad}
    on_all = {"onderwerpen": tuple(onderwerp.id for thema in themas for onderwerp in thema.onderwerpen)}
    records = {
        model: tuple(record.model_copy(update=on_all) for record in members)
        for model, members in handreiking.records.items()
        if "onderwerpen" in model.model_fields
    }
    whole = replace(handreiking, themas=themas, paginas=paginas | others, records=records, genoemd={})
    return replace(
        whole,
        instrumenten=tuple(i.model_copy(update=on_all) for i in handreiking.instrumenten),
        beweringen=tuple(b.model_copy(update=on_all) for b in handreiking.beweringen),
    )


def _copy(thema: Thema, index: int) -> Thema:
    name = f"thema{index}"
    onderwerpen = tuple(
        replace(o, id=f"{name}/o", pad=f"{name}/o.md", thema=name, markdown="Tekst.", verwant=())
        for o in thema.onderwerpen
    )
    return replace(thema, id=name, pad=f"{name}/index.md", onderwerpen=onderwerpen)
