"""What the pages say of themselves in schema.org's words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from handreiking.adres import Site, page_url
from handreiking.handreiking import Handreiking
from handreiking.opendata.jsonld import page_jsonld
from tests.conftest import Werkmap, load_edition

SITE = Site("https://www.example.org/h/")
AT = SITE.adres

# Every type that we use with the properties that it has (schema.org 30.0), those of the types above it included.
THING = {"name", "alternateName", "description", "url", "subjectOf"}
CREATIVE_WORK = THING | {
    *("alternativeHeadline", "author", "conditionsOfAccess", "copyrightNotice", "creator", "dateModified"),
    *("encodingFormat", "hasPart", "headline", "inLanguage", "isBasedOn", "isPartOf", "license", "mainEntity"),
    *("mentions", "publisher", "version"),
}
ITEM_LIST = THING | {"itemListElement", "numberOfItems"}
TERMS = {
    "WebSite": CREATIVE_WORK,
    "CreativeWork": CREATIVE_WORK,
    "WebPage": CREATIVE_WORK,
    "AboutPage": CREATIVE_WORK,
    "CollectionPage": CREATIVE_WORK,
    "ContactPage": CREATIVE_WORK,
    "Article": CREATIVE_WORK,
    "Dataset": CREATIVE_WORK | {"distribution"},
    "DataDownload": CREATIVE_WORK | {"contentUrl"},
    "DefinedTermSet": CREATIVE_WORK | {"hasDefinedTerm"},
    "DefinedTerm": THING | {"termCode"},
    "ItemList": ITEM_LIST,
    "BreadcrumbList": ITEM_LIST,
    "ListItem": THING | {"position", "item"},
    "Organization": THING | {"email"},
}
# What a reader of structured data needs to be there.
NEEDED = {
    "WebSite": {"url", "name", "inLanguage", "publisher"},
    "Article": {"headline", "author", "publisher", "dateModified", "isPartOf", "license", "url", "inLanguage"},
    "Dataset": {"name", "description", "license", "creator", "distribution", "dateModified"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "DefinedTermSet": {"name", "url", "hasDefinedTerm", "license"},
    "DefinedTerm": {"name"},
    "ItemList": {"itemListElement", "numberOfItems"},
    "ListItem": {"position", "item"},
    "Organization": {"name"},
}


@cache
def edition() -> Handreiking:
    """Load the edition, once for all tests here."""
    return load_edition(date(2026, 11, 22))


def graph(handreiking: Handreiking, pad: str) -> list[dict[str, Any]]:
    """Give the nodes of a page's graph, with whole addresses."""
    found = page_jsonld(handreiking, pad, SITE)["@graph"]
    assert isinstance(found, list)
    return found


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
    unknown, missing = [], []
    for pad in edition().paginas:
        graph = page_jsonld(edition(), pad, site)
        assert graph["@context"] == "https://schema.org"
        found = list(nodes(graph["@graph"]))
        assert found, pad
        for node in found:
            own = {name for name in node if not name.startswith("@")}
            unknown += [(pad, node["@type"], name) for name in own - TERMS[node["@type"]]]
            if own != {"name"}:  # not where only its address and name are given
                missing += [(pad, node["@type"], name) for name in NEEDED.get(node["@type"], set()) - own]
    assert unknown == []
    assert missing == []


def test_the_words_that_may_be_used_are_all_used() -> None:
    """What stands in the lists above is there because a page needs it."""
    found = [node for pad in edition().paginas for node in nodes(graph(edition(), pad))]
    assert {node["@type"] for node in found} == set(TERMS)
    used = {name for node in found for name in node if not name.startswith("@")}
    assert used == set().union(*TERMS.values())


def test_no_value_is_empty_and_every_address_is_whole() -> None:
    """Nothing is said that is not known; with the site's address known, no address depends on the page."""
    for pad in edition().paginas:
        for node in nodes(graph(edition(), pad)):
            assert [key for key, value in node.items() if value in ("", None, [], {})] == [], (pad, node)
            addresses = [node[key] for key in ("@id", "url", "item", "contentUrl") if isinstance(node.get(key), str)]
            assert [address for address in addresses if not address.startswith(("https://", "http://"))] == [], pad


def test_every_address_on_the_site_leads_to_a_page() -> None:
    """Each relative address, followed from its page, is that of a page or a file of the site."""
    known = {page_url(pad, directories=False) for pad in edition().paginas}
    for pad in edition().paginas:
        for node in nodes(graph(edition(), pad)):
            for key in ("@id", "url", "item"):
                address = node.get(key)
                if isinstance(address, str) and address.startswith(AT):
                    assert address.removeprefix(AT).partition("#")[0] in known, (pad, address)


def test_a_topic(werkmap: Werkmap) -> None:
    """An article with its date, place, sources and the terms that it uses; relative to the page without an address."""
    publisher = {"@type": "Organization", "name": "Gemeente Waterdijk"}
    assert page_jsonld(werkmap.handreiking(), "groen/bomen.md", Site()) == {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "Article",
                "@id": "bomen.html",
                "url": "bomen.html",
                "name": "Bomen",
                "description": "Waar bomen staan.",
                "inLanguage": "nl",
                "dateModified": "2025-03-05",
                "publisher": publisher,
                "license": "https://vrij.example.org/1.0",
                "isPartOf": {
                    "@type": "CreativeWork",
                    "@id": "../index.html#pagina-handreiking",
                    "name": "Klimaat in de wijk",
                },
                "headline": "Bomen",
                "author": publisher,
                "isBasedOn": [
                    {
                        "@type": "CreativeWork",
                        "name": "Weerboek",
                        "url": "https://weerboek.example.org/begrippen",
                        "publisher": {
                            "@type": "Organization",
                            "name": "Koninklijk Nederlands Meteorologisch Instituut",
                            "alternateName": "KNMI",
                        },
                    }
                ],
                "mentions": [
                    {"@type": "DefinedTerm", "@id": "../definities.html#hittestress", "name": "Hittestress"},
                ],
            },
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "name": "Klimaat in de wijk", "item": "../index.html"},
                    {"@type": "ListItem", "position": 2, "name": "Groen", "item": "index.html"},
                    {"@type": "ListItem", "position": 3, "name": "Bomen", "item": "bomen.html"},
                ],
            },
        ],
    }


def test_the_home_page(werkmap: Werkmap) -> None:
    """The site and the handreiking: of whom, of when, made from what, under which licence."""
    knmi = {"@type": "Organization", "name": "Koninklijk Nederlands Meteorologisch Instituut", "alternateName": "KNMI"}
    site, whole = graph(werkmap.handreiking(), "index.md")
    assert site == {
        "@type": "WebSite",
        "@id": f"{AT}index.html#pagina-site",
        "url": f"{AT}index.html",
        "name": "Klimaat in de wijk",
        "inLanguage": "nl",
        "publisher": {"@type": "Organization", "name": "Gemeente Waterdijk"},
        "mainEntity": {"@id": f"{AT}index.html#pagina-handreiking"},
    }
    assert whole["dateModified"] == "2025-03-06"
    assert whole["license"] == "https://vrij.example.org/1.0"
    assert whole["publisher"]["email"] == "klimaat@waterdijk.example.org"
    assert [part["@id"] for part in whole["hasPart"]] == [f"{AT}groen/index.html", f"{AT}water/index.html"]
    assert whole["isBasedOn"] == [
        {
            "@type": "CreativeWork",
            "name": "Weerboek",
            "url": "https://weerboek.example.org/begrippen",
            "publisher": knmi,
        }
    ]


def test_the_instruments(werkmap: Werkmap) -> None:
    """Each in its place in the list, with its own address, and in words how to come by it; never what it costs."""
    _, listed = graph(werkmap.handreiking(), "instrumenten.md")
    knmi = {"@type": "Organization", "name": "Koninklijk Nederlands Meteorologisch Instituut", "alternateName": "KNMI"}
    assert listed["numberOfItems"] == 2
    assert [entry["position"] for entry in listed["itemListElement"]] == [1, 2]
    assert [entry["item"] for entry in listed["itemListElement"]] == [
        {
            "@type": "CreativeWork",
            "@id": f"{AT}instrumenten.html#hittekaart",
            "name": "Hittekaart & toelichting",
            "url": "https://kaart.example.org/hitte?laag=a%2Fb#:~:text=warm%20weer,koel",
            "publisher": knmi,
            "conditionsOfAccess": "Meteen te openen",
        },
        {
            "@type": "CreativeWork",
            "@id": f"{AT}instrumenten.html#regenboek",
            "name": "Regenboek",
            "publisher": {"@type": "Organization", "name": "Gemeente Waterdijk"},
            "conditionsOfAccess": "Op te vragen",
        },
    ]


def test_the_definitions(werkmap: Werkmap) -> None:
    """A set of terms at their anchors; a literal text names its author, an explanation of our own nobody."""
    page, terms = graph(werkmap.handreiking(), "definities.md")
    heat, wadi, knmi = terms["hasDefinedTerm"]
    assert (page["@type"], page["dateModified"], terms["@type"]) == ("WebPage", "2025-03-05", "DefinedTermSet")
    assert heat["url"] == heat["@id"] == f"{AT}definities.html#hittestress"
    assert heat["alternateName"] == ["hitteklachten"]
    assert heat["subjectOf"]["author"]["alternateName"] == "KNMI"
    assert wadi == {
        "@type": "DefinedTerm",
        "@id": f"{AT}definities.html#wadi",
        "url": f"{AT}definities.html#wadi",
        "name": "Wadi",
        "description": "Een lage plek in het groen waar regenwater even blijft staan.",
    }
    assert (knmi["termCode"], knmi["name"]) == ("KNMI", "Koninklijk Nederlands Meteorologisch Instituut")
    assert "blijven van hun auteur" in terms["copyrightNotice"]


def test_the_page_of_open_data_offers_every_file(werkmap: Werkmap) -> None:
    """Five sets, each with its files and their kinds."""
    _, *sets = graph(werkmap.handreiking(), "open-data.md")
    files = {d["contentUrl"].removeprefix(AT): d["encodingFormat"] for s in sets for d in s["distribution"]}
    assert files == {
        "opendata/tools.json": "application/json",
        "opendata/tools.csv": "text/csv",
        "opendata/tools-excel.csv": "text/csv",
        "opendata/definities.json": "application/json",
        "opendata/definities.jsonld": "application/ld+json",
        "opendata/onderwerpen.json": "application/json",
        "opendata/contactpunten.json": "application/json",
        "opendata/contactpunten.csv": "text/csv",
        "opendata/contactpunten-excel.csv": "text/csv",
        "opendata/cijfers.json": "application/json",
        "opendata/cijfers.csv": "text/csv",
        "opendata/cijfers-excel.csv": "text/csv",
    }
    assert json.dumps(sets)
