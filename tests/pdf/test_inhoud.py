"""The PDF holds what the handreiking holds: the same words, every definition, every address, and the ways between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from lxml import html

from handreiking.gegevens import Instrument
from handreiking.handreiking import Handreiking, Onderwerp, Pagina
from handreiking.weergave import render_datum

from .conftest import KLEIN, Boek, make
from .leesboom import link_annotations

# What the template says on the pages of a topic besides the words of the handreiking.
SJABLOON = Counter(
    word
    for said in (
        *("Beoordeeld op", "Instrumenten", "Meteen te openen", "Na inloggen", "Op te vragen"),
        *("Verder lezen", "Wordt genoemd in", "Terug naar", "Menu"),
    )
    for word in said.split()
)
BLADZIJDE = re.compile(r" ?\(p\. (\d+)\)")


def words(text: str) -> list[str]:
    """Give the words of a text as one reads them: without references to pages, dots between facts and commas.

    A line may end at a hyphen (`VAR-handreiking`, but also `Zorg- en`): what follows it counts to the same word.
    """
    read = BLADZIJDE.sub("", text).replace("- ", "-")
    return [word for word in (part.strip(",") for part in read.split()) if word not in {"·", ""}]


def unbroken(text: str, handreiking: Handreiking) -> str:
    """Give a text with the addresses of instruments in it without the ends of lines."""
    urls = [i.url for i in handreiking.instrumenten if i.url]
    urls += [i.aanvragen.url for i in handreiking.instrumenten if i.aanvragen and i.aanvragen.url]
    urls += [i.aanvragen.mail for i in handreiking.instrumenten if i.aanvragen and i.aanvragen.mail]
    for url in urls if "/" in text or "@" in text else ():
        text = re.sub(" ?".join(map(re.escape, url)), url.replace("\\", r"\\"), text)
    return text


def body(pagina: Pagina) -> str:
    """Give the text of a page as on the site."""
    tree = html.fromstring(f"<div>{pagina.tekst.html}</div>")
    return " ".join("".join(map(str, tree.itertext())).split())


def facts(instrument: Instrument) -> Iterator[str]:
    """Yield what stands under the title of an instrument on the site."""
    yield from (instrument.uitgever.naam, instrument.soort.naam.lower(), instrument.beschrijving)
    if instrument.aanvragen:
        yield instrument.aanvragen.hoe
        yield from [f"Zo vraagt u toegang ({instrument.aanvragen.url})"] if instrument.aanvragen.url else []
        yield from [instrument.aanvragen.mail] if instrument.aanvragen.mail else []
    yield {"openbaar": "openbaar", "inlog": "inloggen"}.get(instrument.toegang, "") or asked(instrument)
    yield from [instrument.bestandstype.upper()] if instrument.bestandstype else []
    yield from [f"nagekeken op {render_datum(instrument.nagekeken)}"] if instrument.nagekeken else []
    yield from [instrument.url] if instrument.url else []


def asked(instrument: Instrument) -> str:
    """Say of whom an instrument is to be asked."""
    assert instrument.aanvragen is not None
    return f"op te vragen bij {instrument.aanvragen.bij.in_zin}"


def of_topic(handreiking: Handreiking, onderwerp: Onderwerp) -> list[str]:
    """Give every word that the handreiking has for the page of a topic."""
    texts = [handreiking.thema(onderwerp.thema).titel] * 2 + [onderwerp.titel, onderwerp.samenvatting, body(onderwerp)]
    texts += [render_datum(onderwerp.beoordeeld)] if onderwerp.beoordeeld else []
    for plaatsing in handreiking.plaatsingen(onderwerp.id):
        texts += [plaatsing.titel, *facts(plaatsing.instrument), *(["Tip"] if plaatsing.tip else [])]
    for relation in onderwerp.verwant:
        other = handreiking.onderwerp(relation.onderwerp)
        texts += [other.titel, handreiking.thema(other.thema).titel, relation.reden]
    texts += [page.titel for page in handreiking.genoemd.get(onderwerp.pad, ())]
    return [word for text in texts for word in words(text)]


def test_topics_have_the_same_words_both_ways(boek: Boek) -> None:
    """No word of a topic is lost, and none is added but those of the template."""
    assert boek.onderwerpen
    for onderwerp, first, last in boek.onderwerpen:
        texts = [unbroken(b.tekst, boek.handreiking) for b in boek.blokken(first, last) if b.tag != "Lbl"]
        ours = Counter(word for text in texts for word in words(text))
        site = Counter(of_topic(boek.handreiking, onderwerp))
        assert site - ours == Counter(), onderwerp.id
        assert (ours - site) - SJABLOON == Counter(), onderwerp.id


def test_text_of_a_topic_runs_as_on_the_site(boek: Boek) -> None:
    """The text comes word for word in the same order, with nothing between but references to pages."""
    for onderwerp, first, last in boek.onderwerpen:
        blocks = [blok.tekst for blok in boek.blokken(first, last) if blok.tag != "Lbl"]
        assert " ".join(words(body(onderwerp))) in " ".join(words(" ".join(blocks))), onderwerp.id


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
    made = make(KLEIN, niet_bereikbaar={"hittekaart": date(2025, 3, 5)})
    said = [blok.tekst for blok in made.lezing.blokken() if "niet bereikbaar" in blok.tekst]
    assert said == ["niet bereikbaar sinds 5 maart 2025 · KNMI · kaart · openbaar"]


def test_related_topics_have_their_page_and_reason(boek: Boek) -> None:
    """Each related topic stands with its page number, followed by the reason to read on there."""
    for onderwerp, first, last in boek.onderwerpen:
        texts = [blok.tekst for blok in boek.blokken(first, last)]
        for relation in onderwerp.verwant:
            other = boek.handreiking.onderwerp(relation.onderwerp)
            theme = boek.handreiking.thema(other.thema).titel
            line = f"{other.titel} (p. {boek.lezing.plekken[other.pad]}) · {theme}"
            assert texts[texts.index(line) + 1] == relation.reden


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


def test_other_pages_and_sources_are_in_it(editie: Boek) -> None:
    """The pages beside the themes stand behind them with their whole text, the sources under the last."""
    text = " ".join(blok.tekst for blok in editie.lezing.blokken() if blok.tag != "Lbl")
    for page in editie.handreiking.paginas.values():
        if page.soort in {"home", "definities", "instrumenten", "over", "pagina"}:
            assert " ".join(words(body(page))) in " ".join(words(text)), page.pad
    for bron in editie.handreiking.bronnen:
        assert bron.titel in text
        assert bron.datering in text
