"""What a paragraph or a point rests on, for a reader of the site: a number that leads to the source and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.axe import schemes, violations
from tests.site.conftest import Site, build, copy_project, visible_text
from tests.site.test_toetsenbord import tab_to

pytestmark = [pytest.mark.site, pytest.mark.browser]

TWEEDE = "- {id: droogboek, titel: 'Droogboek & \"meer\"', uitgever: waterdijk, datering: voorjaar 2022}\n"
TEKST = """Een wadi helpt.[^droogboek]

| Plek | Diepte |
| --- | --- |
| Dijk | 3 m[^weerboek] |

## Wat kunt u doen

- Graaf een wadi.[^weerboek][^droogboek]
- Plant een boom.[^redactie]
- Doe mee.
"""


@pytest.fixture(scope="module")
def gemerkt(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small handreiking with marks on a topic and on its home page, which has no sources of its own."""
    folder = copy_project(tmp_path_factory.mktemp("bronmerken"))
    sources = folder / "data" / "bronnen.yaml"
    sources.write_text(sources.read_text(encoding="utf-8") + TWEEDE, encoding="utf-8")
    topic = folder / "content" / "water" / "regen.md"
    topic.write_text("---".join([*topic.read_text(encoding="utf-8").split("---")[:2], f"\n{TEKST}"]), encoding="utf-8")
    home = folder / "content" / "index.md"
    home.write_text(f"{home.read_text(encoding='utf-8').rstrip()}[^droogboek]\n", encoding="utf-8")
    made = build(folder / "mkdocs.yml", folder.parent / "site", EXPORT="nee")
    assert made.status == 0, made.printed
    return Site(made.folder)


@pytest.fixture
def reader(page: Page, gemerkt: Site, serve: Callable[[Path], str]) -> Page:
    """A reader of the topic."""
    page.goto(f"{serve(gemerkt.folder)}water/regen.html")
    return page


def test_each_mark_is_a_link_named_after_its_source(reader: Page) -> None:
    """It shows the number of the source on this page, and its name says that number and the title."""
    marks = [(a.inner_text(), a.get_attribute("aria-label")) for a in reader.locator(".bronmerk a").all()]
    weer, droog = ("1", "Bron 1: Weerboek"), ("2", 'Bron 2: Droogboek & "meer"')
    assert marks == [droog, weer, weer, droog]
    assert reader.locator(".steunt > li").count() == 2
    first = reader.locator("li").filter(has_text="Graaf een wadi.").last
    expect(first.get_by_role("link", name="Bron 1: Weerboek", exact=True)).to_be_visible()


def test_it_leads_to_the_entry_of_the_source_at_the_foot(reader: Page) -> None:
    """By the keyboard; the entry is in view, has the document, and Back gives the place in the text."""
    tab_to(reader, ".bronmerk a")
    reader.keyboard.press("Enter")
    expect(reader.locator(":target")).to_contain_text('Droogboek & "meer" (voorjaar 2022)')
    expect(reader.locator(":target")).to_be_in_viewport()
    reader.go_back()
    expect(reader.locator(".bronmerk a").first).to_be_in_viewport()
    for a in reader.locator(".bronmerk a").all():
        assert reader.locator(str(a.get_attribute("href"))).count() == 1


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_it_is_large_enough_to_touch_and_makes_no_line_higher(reader: Page, width: int) -> None:
    """24 px both ways, none over another; an item with marks is as high as one without."""
    reader.set_viewport_size({"width": width, "height": 800})
    boxes = [box for a in reader.locator(".bronmerk a").all() if (box := a.bounding_box())]
    assert [box for box in boxes if min(box["width"], box["height"]) < 24] == []
    left, right = boxes[-2:]
    assert left["x"] + left["width"] <= right["x"] + 0.5
    items = reader.locator("#wat-kunt-u-doen + ul > li")
    heights = {round(box["height"]) for n in (0, 2) if (box := items.nth(n).bounding_box())}
    assert len(heights) == 1


def test_what_the_editors_suggest_says_so(reader: Page, gemerkt: Site) -> None:
    """In words, behind the point, quieter than that; it leads nowhere."""
    point = reader.locator("#wat-kunt-u-doen + ul > li").nth(1)
    expect(point).to_have_text("Plant een boom. (suggestie van de redactie)")
    assert point.locator("a").count() == 0
    assert "[^" not in visible_text(gemerkt.tree("water/regen.md"))


def test_a_page_without_sources_of_its_own_lists_those_that_it_names(page: Page, gemerkt: Site) -> None:
    """Also the home page, which is made otherwise than the others."""
    page.goto(gemerkt.path("index.md").as_uri())
    page.get_by_role("link", name='Bron 1: Droogboek & "meer"').click()
    expect(page.locator(":target")).to_contain_text("Droogboek")


def test_a_page_without_marks_has_a_list_without_numbers(gemerkt: Site) -> None:
    """There is nothing that refers to a number."""
    tree = gemerkt.tree("groen/bomen.md")
    assert tree.xpath("//ul[@class='steunt']/li")
    assert not tree.xpath("//ol[@class='steunt']")


@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing(reader: Page, width: int) -> None:
    """In light and in dark, on a telephone and on a desk."""
    reader.set_viewport_size({"width": width, "height": 800})
    assert [(scheme, found) for scheme in schemes(reader) if (found := violations(reader))] == []


def test_it_is_all_there_without_a_script_and_on_paper(browser: Browser, gemerkt: Site) -> None:
    """The numbers, the list with the same numbers, and the words of the editors."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(gemerkt.path("water/regen.md").as_uri())
    page.emulate_media(media="print")
    for place in (".bronmerk a", "ol.steunt > li", ".redactie"):
        for element in page.locator(place).all():
            expect(element).to_be_visible()
    assert page.locator("ol.steunt").evaluate("e => getComputedStyle(e).listStyleType") == "decimal"
    context.close()
