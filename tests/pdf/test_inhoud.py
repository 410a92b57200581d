"""The PDF holds what the handreiking holds: every definition, every address, and the ways between."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from handreiking.basis.weergave import render_datum
from handreiking.geheel.handreiking import Handreiking
from handreiking.lezen.linkstatus import Linkstatus
from handreiking.lezen.project import find_project
from handreiking.pdf.export import render_pdf
from handreiking.pdf.keuze import parse_keuze
from handreiking.soorten.instrument import Plaatsing
from tests.pdf.conftest import KLEIN, Boek, load, make
from tests.pdf.leesboom import Lezing, link_annotations
from tests.pdf.woorden import BLADZIJDE, asked, body, words


def test_themes_have_their_text(boek: Boek) -> None:
    """The page of a theme has its summary and text, and each topic with its summary and page."""
    for thema in boek.handreiking.themas:
        page = boek.lezing.plekken[thema.pad]
        texts = [blok.tekst for blok in boek.blokken(page, page)]
        assert thema.samenvatting in texts
        assert body(thema) in " ".join(texts)
        for onderwerp in thema.onderwerpen:
            assert f"{onderwerp.titel} {boek.lezing.plekken[onderwerp.pad]}" in texts
            assert onderwerp.samenvatting in texts


def test_every_definition_is_literal(boek: Boek) -> None:
    """Each paragraph of each definition is in it letter for letter; an official one as a quotation with its author."""
    paragraphs = [blok for blok in boek.lezing.blokken() if blok.tag == "P"]
    for definitie in boek.handreiking.definities:
        for alinea in definitie.alineas:
            found = [blok for blok in paragraphs if alinea in blok.tekst]
            assert len(found) == 1, definitie.id
            assert found[0].tekst.strip("“”") == alinea
            quoted = found[0].ouder is not None and found[0].ouder.tag == "BlockQuote"
            assert quoted == definitie.letterlijk
        place = definitie.begrip
        assert any(heading.tekst == place for heading in boek.lezing.koppen())


def test_every_abbreviation_is_explained(boek: Boek) -> None:
    """Each abbreviation has a row with what it stands for."""
    rows = [element.tekst for element in boek.lezing.boom.alle() if element.tag == "TR"]
    for afkorting in boek.handreiking.afkortingen:
        assert any(row.startswith(f"{afkorting.afkorting} {afkorting.voluit}") for row in rows)


def test_marked_words_lead_to_what_explains_them(boek: Boek) -> None:
    """Each term and abbreviation that the site marks on a topic is a link there, once, to its place at the back."""
    pad = boek.handreiking.begrippen.pad
    for onderwerp, first, last in boek.onderwerpen:
        links = [k.plek or "" for k in boek.lezing.koppelingen if first <= k.bladzijde <= last]
        marks = [*onderwerp.tekst.begrippen, *(f"afkorting-{name}" for name in onderwerp.tekst.afkortingen)]
        assert Counter(link for link in links if link.startswith(f"{pad}#")) == Counter(f"{pad}#{m}" for m in marks)
    assert any(onderwerp.tekst.begrippen for onderwerp, _, _ in boek.onderwerpen)


def test_every_address_of_a_topic_is_linked_once_and_printed_once(boek: Boek) -> None:
    """On a topic each instrument is one link, at its title, and its address stands there in print, unbroken, once."""
    for onderwerp, first, last in boek.onderwerpen:
        placed = [p for p in boek.handreiking.plaatsingen(onderwerp.id) if p.instrument.url]
        links = [k for k in boek.lezing.koppelingen if first <= k.bladzijde <= last]
        printed = Counter(blok.tekst.replace(" ", "") for blok in boek.blokken(first, last))
        for plaatsing in placed:
            url, publisher = plaatsing.instrument.url or "", plaatsing.instrument.uitgever.naam
            read = f"{plaatsing.titel} (site van {publisher})"
            assert [k.omschrijving for k in links if k.adres == url] == [read]
            assert printed[url] == sum(p.instrument.url == url for p in placed) == 1


def test_every_instrument_is_on_a_topic_and_in_the_list(boek: Boek) -> None:
    """The list has each instrument once, with the real page of each of its topics, each a link to there."""
    rows = [element for element in boek.lezing.boom.alle() if element.tag == "TR"]
    for instrument in boek.handreiking.instrumenten:
        places = [
            f"{boek.handreiking.onderwerp(name).titel} {boek.lezing.plekken[f'{name}.md']}"
            for name in instrument.onderwerpen
        ]
        found = [row for row in rows if row.tekst.startswith(f"{instrument.titel} {instrument.uitgever.naam} · ")]
        assert len(found) == 1, instrument.id
        assert found[0].tekst.endswith(" ".join(places))
        assert sum(element.tag == "Link" for element in found[0].alle()) == len(places)


def test_what_has_no_address_says_of_whom_to_ask_it(boek: Boek) -> None:
    """An instrument without an address says so on its topics, and is no link there."""
    without = [i for i in boek.handreiking.instrumenten if i.url is None]
    assert without
    texts = [blok.tekst for blok in boek.lezing.blokken()]
    for instrument in without:
        assert sum(asked(instrument) in text for text in texts) >= len(instrument.onderwerpen) + 1
        assert not any(k.omschrijving.startswith(f"{instrument.titel} (") for k in boek.lezing.koppelingen)


def test_what_cannot_be_reached_says_since_when() -> None:
    """The day on which an instrument stopped working stands with it on each of its topics."""
    handreiking = load(KLEIN)
    since = {"hittekaart": date(2025, 3, 5)}
    pdf, _ = render_pdf(handreiking, find_project(KLEIN), parse_keuze(handreiking), since)
    said = [blok.tekst for blok in Lezing(pdf or b"").blokken() if "niet bereikbaar" in blok.tekst]
    assert said == ["niet bereikbaar sinds 5 maart 2025 · KNMI · kaart · openbaar"]


def test_what_the_link_check_knows_stands_with_an_instrument() -> None:
    """Without a list given, the PDF says what the handreiking knows: when a link worked, or since when not."""
    handreiking = load(KLEIN)
    status = {"hittekaart": Linkstatus(date(2025, 3, 7), None)}
    assert "link werkte op 7 maart 2025" in said_of("Hittekaart", replace(handreiking, linkstatus=status))
    status = {"hittekaart": Linkstatus(date(2025, 2, 7), date(2025, 3, 5))}
    kept = "https://archief.example.org/hittekaart"
    instrumenten = [i.model_copy(update={"archief": kept}) for i in handreiking.instrumenten]
    placed = tuple(Plaatsing(i, i.titel, tip=False) for i in instrumenten)
    gone = replace(handreiking, linkstatus=status, op_onderwerp={"groen/bomen": placed})
    text = said_of("Hittekaart", gone)
    assert "niet bereikbaar sinds 5 maart 2025" in text
    assert "link werkte" not in text
    assert f"Bewaard exemplaar ({kept})" in text


def said_of(titel: str, handreiking: Handreiking) -> str:
    """Return what the PDF of a handreiking in the folder of the small one says of an instrument on a topic."""
    pdf, _ = render_pdf(handreiking, find_project(KLEIN), parse_keuze(handreiking))
    assert pdf is not None
    items = [element for element in Lezing(pdf).boom.alle() if element.tag == "LI"]
    return next(item.tekst for item in items if item.tekst.startswith(titel))


def test_other_titles_stand_in_the_list(klein: Boek) -> None:
    """A title that an instrument has on a topic only can be found in the list."""
    rows = [element.tekst for element in klein.lezing.boom.alle() if element.tag == "TR"]
    assert sum("Ook bekend als Regenboek voor bomen" in row for row in rows) == 1


def test_related_topics_have_their_page_and_reason(boek: Boek) -> None:
    """Each related topic stands with its page number, followed by the reason to read on there."""
    for onderwerp, first, last in boek.onderwerpen:
        texts = [blok.tekst for blok in boek.blokken(first, last)]
        for relation in onderwerp.verwant:
            other = boek.handreiking.onderwerp(relation.onderwerp)
            theme = boek.handreiking.thema(other.thema).titel
            said = {"basis": " · basis hiervoor", "vervolg": " · bouwt hierop voort"}.get(relation.aard or "", "")
            both = {p.instrument.id for p in boek.handreiking.plaatsingen(onderwerp.id)}
            both &= {p.instrument.id for p in boek.handreiking.plaatsingen(other.id)}
            said += f" · deelt {len(both)} instrument" if both else ""
            line = f"{other.titel} (p. {boek.lezing.plekken[other.pad]}) · {theme}{said}"
            assert texts[texts.index(line) + 1] == relation.reden


def test_what_else_is_tied_to_a_topic_stands_once(boek: Boek) -> None:
    """Topics with the same instruments and pages that name it, each with its page, and none that stood above."""
    for onderwerp, first, last in boek.onderwerpen:
        above = {relation.onderwerp for relation in onderwerp.verwant}
        own = {p.instrument.id for p in boek.handreiking.plaatsingen(onderwerp.id)}
        shared = [
            other
            for thema in boek.handreiking.themas
            for other in thema.onderwerpen
            if other != onderwerp and own & {p.instrument.id for p in boek.handreiking.plaatsingen(other.id)}
        ]
        shown = [page for _, pages in boek.handreiking.voorbeelden_bij(onderwerp.id) for page in pages]
        named = [
            page
            for page in boek.handreiking.genoemd.get(onderwerp.pad, ())
            if page not in (*shared, *shown) and page.pad.removesuffix(".md") not in above
        ]
        wanted = [
            f"{label} " + ", ".join(f"{page.titel} (p. {boek.lezing.plekken[page.pad]})" for page in pages)
            for label, pages in (
                ("Deelt instrumenten met", [other for other in shared if other.id not in above]),
                ("Wordt genoemd in", [page for page in named if page.pad in boek.lezing.plekken]),
            )
            if pages
        ]
        texts = [blok.tekst for blok in boek.blokken(first, last)]
        assert [t for t in texts if t.startswith(("Deelt instrumenten met ", "Wordt genoemd in "))] == wanted


def test_every_page_reference_is_right(boek: Boek) -> None:
    """A number in print beside a link is the page that the link leads to."""
    for blok in boek.lezing.blokken():
        text = blok.tekst
        for link in (element for element in blok.alle() if element.tag == "Link"):
            found = re.search(re.escape(link.tekst) + BLADZIJDE.pattern, text)
            annotation = link_annotations(link.bron)[0]
            if found and "/Dest" in annotation:
                assert boek.lezing.plekken[str(annotation.Dest)] == int(found[1]), text


def test_every_topic_leads_back(boek: Boek) -> None:
    """Each topic ends in a link to its theme and one to the menu."""
    for onderwerp, first, last in boek.onderwerpen:
        thema = boek.handreiking.thema(onderwerp.thema)
        end = boek.blokken(first, last)[-1]
        assert [e.tekst for e in end.alle() if e.tag == "Link"] == [f"Terug naar {thema.titel}", "Menu"]
        places = [k.plek for k in boek.lezing.koppelingen if k.bladzijde == end.bladzijde]
        assert places[-2:] == [thema.pad, "index.md"]


def test_cover_says_what_this_is_of_when_and_of_whom(boek: Boek) -> None:
    """The cover has the title, edition, date of the content, publisher and where to ask."""
    handreiking = boek.handreiking
    texts = [blok.tekst for blok in boek.blokken(1, 1)]
    assert texts[0] == (handreiking.uitgever.voluit or handreiking.uitgever.naam)
    assert texts[1:3] == [handreiking.titel, handreiking.ondertitel]
    assert f"Editie {handreiking.editie}" in texts
    assert f"Stand van {render_datum(handreiking.stand)}" in texts
    assert handreiking.contact in [text.replace(" ", "") for text in texts]


def test_cover_says_where_to_see_what_changed_since(boek: Boek) -> None:
    """Where the address of the site is not known, the cover names the page."""
    nieuw = boek.handreiking.van_soort("nieuw")
    assert nieuw is not None
    texts = [blok.tekst for blok in boek.blokken(1, 1)]
    assert texts[-1] == f"Op de site ziet u onder ‘{nieuw.titel}’ wat er sinds deze dag is veranderd."


@pytest.mark.parametrize("thema", [None, "water"])
def test_cover_leads_to_what_changed_since_this_pdf(thema: str | None) -> None:
    """Where the address is known, the cover links to it with the day of this PDF, and has it in print."""
    handreiking = load(KLEIN)
    page = "https://www.example.org/wijk/nieuw.html"
    pdf, _ = render_pdf(handreiking, find_project(KLEIN), parse_keuze(handreiking, thema=thema), nieuw=page)
    made = Boek(handreiking, pdf or b"")
    (link,) = [k for k in made.lezing.koppelingen if (k.adres or "").startswith(page)]
    assert (link.bladzijde, link.adres) == (1, f"{page}#sinds=2025-03-06")
    assert link.omschrijving == "Wat er veranderde (site www.example.org)"
    assert made.blokken(1, 1)[-1].tekst.replace(" ", "") == f"Watersindsdezedagisveranderd({link.adres})"


def test_without_a_page_of_changes_the_cover_names_none(werkmap: Path) -> None:
    """A handreiking without that page promises nothing on its cover."""
    (werkmap / "content" / "nieuw.md").unlink()
    assert [blok.tekst for blok in make(werkmap).blokken(1, 1)][-1].startswith("klimaat@")


def test_what_changed_lately_is_marked(klein: Boek) -> None:
    """On a topic and a definition with what changed, on an instrument with the day; each is said where it stands."""
    texts = [blok.tekst for blok in klein.lezing.blokken()]
    assert "Beoordeeld op 6 maart 2025 Gewijzigd op 5 maart 2025: De wadi staat er nu bij." in texts
    assert "Gewijzigd op 5 maart 2025: De uitleg zegt nu ook waar een wadi ligt." in texts
    assert sum("nieuw sinds 4 maart 2025" in text for text in texts) == 2
    assert "Beoordeeld op 1 maart 2025" in texts


def test_a_heading_of_the_home_page_can_be_linked_to(werkmap: Path) -> None:
    """A link to it leads to the menu of the whole; in a part, which has not that text, it is words only."""
    for path, text in (
        ("index.md", "\n\n## Voor wie\n\nTekst.\n"),
        ("water/regen.md", "\n\n[Wie](../index.md#voor-wie)\n"),
    ):
        with (werkmap / "content" / path).open("a", encoding="utf-8") as page:
            page.write(text)
    whole, part = make(werkmap), make(werkmap, onderwerpen=["water/regen"])
    (link,) = [k for k in whole.lezing.koppelingen if k.plek == "index.md#voor-wie"]
    assert link.omschrijving == f"Voor wie, pagina {whole.lezing.plekken['index.md']}"
    assert not [k for k in part.lezing.koppelingen if k.plek == "index.md#voor-wie"]


def test_other_pages_and_sources_are_in_it(editie: Boek) -> None:
    """The pages beside the themes stand behind them with their whole text, the sources under the last."""
    text = " ".join(blok.tekst for blok in editie.lezing.blokken() if blok.tag != "Lbl")
    without = re.sub(r" \(https?://[^)]+\)", "", text)  # the address that paper has beside a link
    for page in editie.handreiking.paginas.values():
        if page.soort in {"home", "definities", "instrumenten", "over", "pagina"}:
            assert " ".join(words(body(page))) in " ".join(words(without)), page.pad
    for bron in editie.handreiking.bronnen:
        assert bron.titel in text
        assert bron.datering in text
