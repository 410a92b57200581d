"""Where to call and write, in a browser and without scripts: the page of all, a topic and an example."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.site.axe import schemes, violations
from tests.site.conftest import Site

pytestmark = [pytest.mark.site, pytest.mark.browser]

OUD = "Dat kan verouderd zijn: ga na of het nog klopt."


def test_a_number_can_be_called_and_an_address_written_to(edition: Site) -> None:
    """The link has the number as a telephone wants it; what is old says so, in words."""
    for pad, anchor in (
        ("contact.md", "mar"),
        ("deskundigheid/meldstructuur.md", "pagina-contact-mar"),
        ("praktijk/rotterdam/meldpunt.md", "pagina-contact-mar"),
    ):
        (card,) = edition.tree(pad).xpath("//article[@id=$anchor]", anchor=anchor)
        found = card.xpath(".//dl[@class='bereik']//a")
        links = {a.text_content().replace("\u00a0", " "): a.get("href") for a in found}
        assert links == {"06 - 23 66 03 86": "tel:+31623660386", "mar@rotterdam.nl": "mailto:mar@rotterdam.nl"}
        said = " ".join(card.xpath("string(.//p[@class='sinds'])").split())
        assert said == f"Stand van 17 mei 2022. {OUD}"


def test_the_page_has_all_by_area_and_a_topic_its_own(edition: Site) -> None:
    """Acute danger comes first, then the whole country; links jump to each area; a topic leads to the page of all."""
    tree = edition.tree("contact.md")
    areas = [" ".join(h.text_content().split()) for h in tree.xpath("//div[contains(@class, 'contact')]/section/h2")]
    assert areas[:2] == ["Acuut gevaar", "Heel Nederland"]
    jumps = tree.xpath("//nav[@aria-label='Op deze pagina']//a")
    assert [a.text_content() for a in jumps] == areas
    assert all(tree.xpath("//h2[@id=$anchor]", anchor=a.get("href").removeprefix("#")) for a in jumps)
    (acute, *_) = tree.xpath("//article[@class='contactpunt']")
    assert acute.xpath(".//dl[@class='bereik']//a/@href") == ["tel:112"]
    assert "Advies van de redactie" in acute.text_content()
    assert tree.xpath("//header//nav//a[@aria-current='page']/text()") == ["Contact"]
    assert tree.xpath("//article[@id='var']//strong") == []
    topic = edition.tree("deskundigheid/meldstructuur.md")
    assert topic.xpath("//article[@class='contactpunt']/@id") == [
        "pagina-contact-landelijk-steunpunt-extremisme",
        "pagina-contact-mar",
    ]
    assert topic.xpath("//article[@id='pagina-contact-mar']//h3/a/@href") == ["../contact.html#mar"]
    assert edition.tree("index.md").xpath("//main//a[@href='contact.html']") != []
    assert edition.tree("preventie/preventie.md").xpath("//article[@class='contactpunt']") == []


def test_the_small_handreiking_has_hours_and_the_words_of_its_source(klein_site: Site) -> None:
    """What another handreiking knows of a contact point is there too."""
    text = klein_site.text("contact.md").replace("\u00a0", " ")
    for said in (
        "Uren elke werkdag van 9 tot 17 uur",
        "Stand van voorjaar 2024.",
        "Telefoon 010 - 123 45 67",
        "14 010",
    ):
        assert said in text, said
    assert OUD not in text


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_small_handreiking(
    page: Page, klein_site: Site, serve: Callable[[Path], str], width: int
) -> None:
    """Its page, a topic with two and an example, where a number, hours and a mail address stand together."""
    page.set_viewport_size({"width": width, "height": 800})
    found, address = [], serve(klein_site.folder)
    for path in ("contact.html", "groen/bomen.html", "praktijk/waterdijk/bomen-tellen.html"):
        page.goto(address + path)
        for scheme in schemes(page):
            found += [(path, scheme, *violation) for violation in violations(page)]
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
    assert found == []


def test_search_finds_a_number_and_an_address(page: Page, edition: Site, serve: Callable[[Path], str]) -> None:
    """Who types a number, with or without spaces, or a mail address, comes to the contact point."""
    for typed in ("0623660386", "mar@rotterdam.nl", "MAR melden"):
        page.goto(serve(edition.folder))
        page.locator("#pagina-zoekknop").click()
        page.get_by_role("textbox", name="Zoeken").fill(typed)
        first = page.locator(".treffers a[href*='contact.html#mar']")
        first.first.wait_for()
        assert "contact.html#mar" in (first.first.get_attribute("href") or "")
