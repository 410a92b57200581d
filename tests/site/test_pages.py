"""What stands on the pages: every fact, every instrument, links that lead somewhere, HTML that may be strict."""

from __future__ import annotations

import csv
import posixpath
import re
from datetime import date
from hashlib import sha256
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from lxml import html

from handreiking.basis.weergave import render_datum
from handreiking.site.omgeving import SJABLONEN
from tests.site.conftest import ROOT, Site, visible_text

pytestmark = pytest.mark.site

FEITEN = [
    fact
    for path in sorted((ROOT / "tests" / "feiten").glob("*.yaml"))
    for fact in yaml.safe_load(path.read_text(encoding="utf-8"))
]
# The numbered facts of each page, so that a fact left out of the lists is seen.
AANTAL = {
    "H": 8,
    "B": 6,
    "C": 5,
    "P": 6,
    "V": 6,
    "F": 3,
    "W": 3,
    "N": 6,
    "M": 6,
    "I": 4,
    "K": 5,
    "J": 5,
    "X": 5,
    "S": 4,
    "L": 6,
    "R": 21,
}
with (ROOT / "tests" / "feiten" / "instrumenten.csv").open(encoding="utf-8", newline="") as lines:
    INSTRUMENTEN = list(csv.DictReader(lines))
# Ours, and the letters of the handreiking that it was made from; none where it has no title there.
TITELS = ("titel", "titel_in_bron")
WOORD = re.compile(r"[^\W_]+")


def parsed(site: Site) -> dict[str, html.HtmlElement]:
    """Return every page of the site by its address from the root."""
    return {p.relative_to(site.folder).as_posix(): html.document_fromstring(p.read_bytes()) for p in site.pages()}


def target(page: str, href: str) -> tuple[str, str]:
    """Return (address from the root, anchor) of a relative link on a page."""
    parts = urlsplit(href)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
    return path, unquote(parts.fragment)


def internal_links(page: str, tree: html.HtmlElement) -> list[tuple[str, str]]:
    """Return the (address, anchor) of every link on a page that stays on the site."""
    hrefs = [a.get("href") for a in tree.iter("a") if a.get("href") is not None]
    return [target(page, href) for href in hrefs if not urlsplit(href).scheme and not urlsplit(href).netloc]


def test_every_numbered_fact_has_proof() -> None:
    """The lists hold each fact of each page once or more: H1 to H8, B1 to B6 and so on."""
    wanted = {f"{letter}{number}" for letter, last in AANTAL.items() for number in range(1, last + 1)}
    assert {fact["feit"] for fact in FEITEN} == wanted


@pytest.mark.parametrize("fact", FEITEN, ids=[fact["feit"] for fact in FEITEN])
def test_the_fact_is_on_its_page(edition: Site, fact: dict[str, str]) -> None:
    """Each phrase that proves the fact stands in the visible text of its page."""
    text = edition.text(fact["pagina"]).casefold()
    missing = [phrase for phrase in fact["woorden"] if " ".join(phrase.split()).casefold() not in text]
    assert fact["woorden"]
    assert missing == []


def test_every_instrument_stands_on_its_topics_and_in_the_list(edition: Site) -> None:
    """Title, address to the byte and publisher stand on each topic and on the page of all instruments."""
    missing = []
    for row in INSTRUMENTEN:
        for pad in ["instrumenten.md", *(f"{name}.md" for name in row["onderwerpen"].split(";"))]:
            tree = edition.tree(pad)
            text = visible_text(tree)
            if row["url"] and row["url"] not in tree.xpath("//main//a/@href"):
                missing.append((pad, row["url"]))
            other_title = row["titel"].startswith("Toolkit Evidence") and pad == "preventie/preventie.md"
            titel = "Toolkit preventieve radicalisering" if other_title else row["titel"]
            missing += [(pad, word) for word in (titel, row["uitgever"]) if word not in text]
    assert (len(INSTRUMENTEN), missing) == (40, [])


def test_a_title_is_that_of_the_source_or_says_whose_it_is() -> None:
    """Word for word, apart from a tip, a publisher or how to ask, which stand beside it; else the description tells."""
    listed = yaml.safe_load((ROOT / "data" / "tools.yaml").read_text(encoding="utf-8"))
    descriptions = {instrument["titel"]: instrument["beschrijving"] for instrument in listed}
    assert {row["titel"] for row in INSTRUMENTEN} == set(descriptions)
    wrong = []
    for row in INSTRUMENTEN:
        words, source = (f" {' '.join(re.findall(WOORD, row[name].casefold()))} " for name in TITELS)
        told = "de titel is van de redactie", "de titel komt uit"
        if words not in source and not any(sentence in descriptions[row["titel"]] for sentence in told):
            wrong.append(row["titel"])
    assert wrong == []


def test_no_topic_holds_an_instrument_that_is_not_its_own(edition: Site) -> None:
    """The addresses in a topic's list of instruments are those of the source and no others."""
    wrong = []
    topics = {name for row in INSTRUMENTEN for name in row["onderwerpen"].split(";")}
    for name in sorted(topics):
        wanted = {row["url"] for row in INSTRUMENTEN if name in row["onderwerpen"].split(";") and row["url"]}
        found = set(edition.tree(f"{name}.md").xpath("//main//*[@class='instrumenten']//*[@class='titel']/a/@href"))
        if found != wanted:
            wrong.append((name, sorted(found ^ wanted)))
    assert wrong == []


def test_every_page_is_two_clicks_from_home(edition: Site) -> None:
    """From home, every page but the 404 is reached in two clicks."""
    pages = parsed(edition)
    reached = {"index.html"}
    for _ in range(2):
        reached |= {address for page in reached for address, _ in internal_links(page, pages[page]) if address in pages}
    assert set(pages) - reached == {"404.html"}


def test_no_internal_link_or_anchor_is_dead(edition: Site) -> None:
    """Each link that stays on the site leads to a file, and its anchor to an id on that page."""
    pages = parsed(edition)
    dead = []
    for page, tree in pages.items():
        if page == "404.html":  # its links are from the site's root, wherever the reader got lost
            continue
        for address, anchor in internal_links(page, tree):
            known = address in pages or (edition.folder / address).is_file()
            if not known or (anchor and address in pages and not pages[address].xpath("//*[@id=$name]", name=anchor)):
                dead.append((page, address, anchor))
    assert dead == []


def test_the_pages_allow_a_strict_content_security_policy(edition: Site) -> None:
    """No inline script, style or event handler, and nothing loaded from another host; a block of data is no script."""
    wrong = []
    for page, tree in parsed(edition).items():
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            wrong += [(page, name) for name in element.attrib if name == "style" or name.startswith("on")]
            data = element.get("type") == "application/ld+json"
            if element.tag == "style" or (element.tag == "script" and element.get("src") is None and not data):
                wrong.append((page, element.tag))
            source = element.get("src") or (element.get("href") if element.tag == "link" else None)
            rel = element.get("rel", "")
            if source and urlsplit(source).netloc and rel not in ("canonical", "license"):
                wrong.append((page, source))
    assert wrong == []


def test_style_sheets_load_nothing_from_elsewhere(edition: Site) -> None:
    """No style sheet names another host."""
    named = [
        path.name
        for path in edition.folder.rglob("*.css")
        if "//" in path.read_text(encoding="utf-8").replace("*//", "")
    ]
    assert named == []


def test_every_page_is_dutch_and_has_one_title(edition: Site) -> None:
    """Language nl, one h1, a title and a description of its own."""
    heads = {
        page: (
            tree.get("lang"),
            len(tree.xpath("//h1")),
            tree.findtext("head/title"),
            tree.xpath("//meta[@name='description']/@content"),
        )
        for page, tree in parsed(edition).items()
    }
    assert {page: head[:2] for page, head in heads.items() if head[:2] != ("nl", 1)} == {}
    assert len({head[2] for head in heads.values()}) == len(heads)
    assert [page for page, head in heads.items() if page != "404.html" and len(head[3]) != 1] == []


def test_the_site_holds_our_own_files_and_no_others(edition: Site) -> None:
    """Every file that is no page is a style, script or typeface of ours, or published data; nothing of a theme."""
    names = {path.relative_to(edition.folder).as_posix() for path in edition.folder.rglob("*") if path.is_file()}
    ours = {path.relative_to(SJABLONEN).as_posix() for path in (SJABLONEN / "assets").rglob("*") if path.is_file()}
    assert {name for name in names if name.startswith("assets/")} == ours | {"assets/js/zoekgegevens.js"}
    others = sorted(name for name in names if not name.startswith(("assets/", "opendata/")))
    loose = [name for name in others if not name.endswith((".html", ".pdf"))]
    assert loose == [".well-known/security.txt", "feed.xml", "handreiking-offline.zip"]


def test_no_anchor_stands_twice_on_a_page(edition: Site) -> None:
    """Every id of a page is its own."""
    pages = parsed(edition)
    assert {page: ids for page, tree in pages.items() if len(ids := tree.xpath("//@id")) != len(set(ids))} == {}


def test_definitions_have_anchors_author_and_source(edition: Site) -> None:
    """Each definition stands under its anchor; an official one as a quotation with author, source and date."""
    definitions = yaml.safe_load((ROOT / "data" / "definities.yaml").read_text(encoding="utf-8"))
    sources = {b["id"]: b for b in yaml.safe_load((ROOT / "data" / "bronnen.yaml").read_text(encoding="utf-8"))}
    listed = yaml.safe_load((ROOT / "data" / "uitgevers.yaml").read_text(encoding="utf-8"))
    publishers = {uitgever["id"]: uitgever.get("voluit", uitgever["naam"]) for uitgever in listed}
    tree = edition.tree("definities.md")
    for definition in definitions:
        (place,) = tree.xpath("//*[@id=$name]", name=definition["id"])
        text = visible_text(place)
        assert " ".join(definition["tekst"].split()) in text
        assert definition["begrip"] in text
        quotes = [visible_text(quote) for quote in place.xpath(".//blockquote")]
        kinds = {"officieel": "Officiële definitie", "citaat": "Citaat, geen officiële definitie"}
        assert kinds.get(definition["soort"], "Uitleg, geen officiële definitie") in text
        assert sources[definition["bron"]]["titel"] in text
        if definition["soort"] == "uitleg":
            assert quotes == []
        else:
            assert ["“" + " ".join(definition["tekst"].split()) + "”"] == quotes
            assert publishers[definition["auteur"]] in text
            assert render_datum(date.fromisoformat(str(definition["gelezen"]))) in text


def test_styles_and_scripts_carry_the_version_of_their_file(edition: Site) -> None:
    """So that a server may let a browser keep them for good (`server/`), and a new one is seen at once."""
    wrong = []
    for page, tree in parsed(edition).items():
        links = [*tree.xpath("//script/@src"), *tree.xpath("//link[@rel='stylesheet']/@href")]
        links += [part for text in tree.xpath("//script/@data-bestanden") for part in text.split()]
        for href in links:
            path, _ = target(page, href)
            version = sha256((edition.folder / path.lstrip("/")).read_bytes()).hexdigest()[:10]
            # The colours of the themes are a template, of which the version is not known beforehand.
            wanted = "" if path.lstrip("/") == "assets/css/themas.css" else f"v={version}"
            wrong += [(page, href)] if urlsplit(href).query != wanted else []
    assert wrong == []
