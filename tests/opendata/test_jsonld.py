"""What the pages say of themselves in schema.org's words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from handreiking.basis.adres import Site, page_url
from handreiking.geheel.handreiking import Handreiking
from handreiking.opendata.jsonld import page_jsonld
from handreiking.opendata.overzicht import find_verzamelingen
from tests.conftest import Werkmap, load_edition

SITE = Site("https://www.example.org/h/")
AT = SITE.adres

# Every type that we use with the properties that it may have here (schema.org 30.0), and those that a reader needs.
WORK = {"name", "inLanguage", "publisher", "license", "copyrightNotice"}
MAY = {
    "WebSite": WORK | {"url"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Dataset": WORK | {"description", "dateModified", "version", "distribution"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "DefinedTermSet": WORK | {"url", "hasDefinedTerm"},
    "DefinedTerm": {"url", "name", "alternateName", "description", "termCode", "subjectOf"},
    "CreativeWork": {"url", "name", "publisher", "author"},
    "Organization": {"name", "alternateName"},
}
NEEDED = MAY | {"DefinedTerm": {"name"}, "CreativeWork": {"name", "publisher", "author"}, "Organization": {"name"}}


@cache
def edition() -> Handreiking:
    """Load the edition, once for all tests here."""
    return load_edition()


def graph(handreiking: Handreiking, pad: str, site: Site = SITE) -> list[dict[str, Any]]:
    """Return the nodes of a page's graph, none where it says nothing."""
    found = page_jsonld(handreiking, pad, site) or {"@context": "https://schema.org", "@graph": []}
    assert found["@context"] == "https://schema.org"
    assert isinstance(found["@graph"], list)
    return found["@graph"]


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """Yield every node of a graph that says what it is, and those within it."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for part in value.values():
            yield from nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part)


@pytest.mark.parametrize("site", [SITE, Site(), Site(directories=True)], ids=["whole", "relative", "folders"])
def test_every_page_uses_words_that_schema_org_has(site: Site) -> None:
    """Each node has a type that we know, only properties of that type, and those that a reader needs."""
    found = [node for pad in edition().paginas for node in nodes(graph(edition(), pad, site))]
    assert {node["@type"] for node in found} == set(MAY)
    for node in found:
        own = {name for name in node if not name.startswith("@")}
        assert NEEDED[node["@type"]] <= own <= MAY[node["@type"]], node


def test_no_value_is_empty_and_every_address_is_whole() -> None:
    """Nothing is said that is not known; with the site's address known, no address depends on the page."""
    for pad in edition().paginas:
        for node in nodes(graph(edition(), pad)):
            assert [key for key, value in node.items() if value in ("", None, [], {})] == [], (pad, node)
            addresses = [node[key] for key in ("@id", "url", "item", "contentUrl") if isinstance(node.get(key), str)]
            assert [address for address in addresses if not address.startswith(("https://", "http://"))] == [], pad


def test_every_address_on_the_site_leads_to_a_page() -> None:
    """Each address on the site is that of one of its pages."""
    known = {page_url(pad, directories=False) for pad in edition().paginas}
    for pad in edition().paginas:
        for node in nodes(graph(edition(), pad)):
            for key in ("@id", "url", "item"):
                address = node.get(key)
                if isinstance(address, str) and address.startswith(AT):
                    assert address.removeprefix(AT).partition("#")[0] in known, (pad, address)


def test_a_topic_says_where_it_stands(werkmap: Werkmap) -> None:
    """The way from the home page; relative to the page without an address."""
    assert graph(werkmap.handreiking(), "groen/bomen.md", Site()) == [
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "Klimaat in de wijk", "item": "../index.html"},
                {"@type": "ListItem", "position": 2, "name": "Groen", "item": "index.html"},
                {"@type": "ListItem", "position": 3, "name": "Bomen", "item": "bomen.html"},
            ],
        }
    ]


def test_the_home_page_says_whose_site_it_is(werkmap: Werkmap) -> None:
    """Its address, its name, its publisher and its licence."""
    (site,) = graph(werkmap.handreiking(), "index.md")
    assert (site["@type"], site["url"], site["name"]) == ("WebSite", f"{AT}index.html", "Klimaat in de wijk")
    assert site["publisher"] == {"@type": "Organization", "name": "Gemeente Waterdijk"}
    assert site["license"] == "https://vrij.example.org/1.0"


def test_the_definitions(werkmap: Werkmap) -> None:
    """A set of terms at their anchors; a literal text names its author, an explanation of our own nobody."""
    (terms,) = graph(werkmap.handreiking(), "definities.md")
    named = {term["name"]: term for term in terms["hasDefinedTerm"]}
    heat, knmi = named["Hittestress"], named["Koninklijk Nederlands Meteorologisch Instituut"]
    assert heat["url"] == heat["@id"] == f"{AT}definities.html#hittestress"
    assert heat["alternateName"] == ["hitteklachten"]
    assert heat["subjectOf"]["name"] == "Weerboek"
    assert heat["subjectOf"]["author"]["alternateName"] == "KNMI"
    assert named["Wadi"] == {
        "@type": "DefinedTerm",
        "@id": f"{AT}definities.html#wadi",
        "url": f"{AT}definities.html#wadi",
        "name": "Wadi",
        "description": "Een lage plek in het groen waar regenwater even blijft staan.",
    }
    assert knmi["termCode"] == "KNMI"
    assert "blijven van hun auteur" in terms["copyrightNotice"]


def test_the_page_of_open_data_offers_every_file(werkmap: Werkmap) -> None:
    """Each set with the kinds of its files."""
    handreiking = werkmap.handreiking()
    sets = graph(handreiking, "open-data.md")
    offered = [(d["contentUrl"], d["encodingFormat"]) for s in sets for d in s["distribution"]]
    assert offered == [(f"{AT}{u.pad}", u.mediatype) for v in find_verzamelingen(handreiking) for u in v.uitvoeringen]
    assert (f"{AT}opendata/tools.csv", "text/csv") in offered
