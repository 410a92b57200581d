"""A whole journey without a mouse, on a telephone's width: search, terms, the list, filters, the self-scan, a download.

That Tab reaches everything on every page, and that what has the focus shows, stands in `test_toegankelijk`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import Site
from tests.site.test_toegankelijk import STOP

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture
def reader(page: Page, edition: Site, serve: Callable[[Path], str]) -> Page:
    """A reader at the home page, who has touched nothing yet."""
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto(serve(edition.folder))
    return page


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press a key until the focus is on something, which then shows that it has it; fail where it never comes."""
    for _ in range(400):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            stop = page.evaluate(STOP)
            assert stop[3] == [], stop
            return
    pytest.fail(f"the keyboard does not reach {selector}")


def follow(page: Page, selector: str) -> None:
    """Go to a link with the keyboard and open it."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_searching(reader: Page) -> None:
    """The window takes the focus and keeps it, Escape gives it back, and Enter opens what was found."""
    tab_to(reader, "#pagina-zoekknop")
    reader.keyboard.press("Enter")
    expect(reader.locator("#pagina-zoekveld")).to_be_focused()
    reader.keyboard.type("jongeren")
    expect(reader.locator(".treffers li").first).to_be_visible()
    inside = "document.activeElement === document.body || !!document.activeElement.closest('#pagina-zoeken')"
    for key in ("Tab", "Shift+Tab"):
        for _ in range(reader.locator("#pagina-zoeken :is(a, button, input):visible").count() + 2):
            reader.keyboard.press(key)
            assert reader.evaluate(inside)
    reader.keyboard.press("Escape")
    expect(reader.locator("#pagina-zoeken")).to_be_hidden()
    expect(reader.locator("#pagina-zoekknop")).to_be_focused()
    reader.keyboard.press("Enter")
    reader.keyboard.type("capaciteit")
    expect(reader.locator(".treffers a").first).to_have_text("Capaciteit")
    reader.keyboard.press("ArrowDown")
    assert reader.evaluate(STOP)[3] == []
    with reader.expect_navigation():
        reader.keyboard.press("Enter")
    expect(reader.locator("h1")).to_have_text("Capaciteit")


def test_from_the_menu_to_a_term_and_a_list(reader: Page) -> None:
    """Past the menu, to a topic; a term explains itself and lets go; what is taken along stands on the list."""
    reader.keyboard.press("Tab")
    assert reader.evaluate(STOP)[1].startswith('<a class="overslaan"')
    reader.keyboard.press("Enter")
    follow(reader, "main [data-thema] li a")
    tab_to(reader, "main .neemmee")
    reader.keyboard.press("Space")
    assert reader.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    follow(reader, "#pagina-uwlijst")
    expect(reader.locator(".meenemen [data-mee]:visible")).to_have_count(1)
    tab_to(reader, ".meenemen .haalweg")
    reader.keyboard.press("Enter")
    expect(reader.locator(".meenemen [data-mee]:visible")).to_have_count(0)
    expect(reader.locator(".meenemen [role=status]").first).to_be_focused()
    reader.go_back()
    tab_to(reader, "main a.begrip")
    term = reader.locator("main a.begrip:focus")
    assert term.get_attribute("aria-expanded") == "true"
    card = reader.locator(f"#{term.get_attribute('aria-details')}")
    expect(card).to_be_visible()
    name = term.inner_text()
    reader.keyboard.press("Tab")
    assert reader.evaluate("!!document.activeElement.closest('.kaartje')")
    reader.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert reader.evaluate("document.activeElement.textContent") == name


def test_filtering(reader: Page) -> None:
    """The filters unfold, one is chosen and taken away again, and the focus is then at what it did."""
    follow(reader, ".kop nav a[href$='instrumenten.html']")
    tab_to(reader, ".filter summary")
    reader.keyboard.press("Enter")
    tab_to(reader, ".filter input[type=checkbox]")
    reader.keyboard.press("Space")
    told = reader.locator(".uitslag > [role=status]")
    expect(told).to_contain_text(" van ")
    tab_to(reader, ".gekozen button:not([value=''])")
    reader.keyboard.press("Enter")
    expect(told).not_to_contain_text(" van ")
    expect(told).to_be_focused()


def test_the_self_scan(reader: Page) -> None:
    """Arrows answer; a question before all is wiped takes the focus, and Escape gives it back with nothing wiped."""
    follow(reader, ".wegen a[href$='zelfscan.html'], .kop nav a[href$='zelfscan.html']")
    tab_to(reader, ".antwoorden input")
    reader.keyboard.press("ArrowRight")
    assert reader.evaluate("[document.activeElement.value, document.activeElement.checked]") == ["deels", True]
    assert reader.evaluate(STOP)[3] == []
    tab_to(reader, "#pagina-wis")
    reader.keyboard.press("Enter")
    assert reader.evaluate("!!document.activeElement.closest('#pagina-vraag')")
    reader.keyboard.press("Escape")
    expect(reader.locator("#pagina-vraag")).to_be_hidden()
    expect(reader.locator("#pagina-wis")).to_be_focused()
    expect(reader.locator(".antwoorden :checked")).to_have_count(1)


def test_downloading_and_the_colours(reader: Page) -> None:
    """At the foot of a page the downloads unfold, one is taken, and the colours change."""
    tab_to(reader, ".voet summary")
    reader.keyboard.press("Enter")
    tab_to(reader, ".voet .downloads a[href$='.zip']")
    with reader.expect_download() as download:
        reader.keyboard.press("Enter")
    assert download.value.suggested_filename == "handreiking-offline.zip"
    tab_to(reader, "#pagina-weergave input")
    for _ in range(2):
        reader.keyboard.press("ArrowRight")
    assert reader.evaluate("document.documentElement.dataset.weergave") == "donker"
