"""The search window in a real Chromium: by keyboard, for who listens, narrow, dark, and kept light."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import CHROMIUM, ROOT
from tests.site.axe import schemes, violations
from tests.site.conftest import Site
from tests.zoeken.vragen import open_search

pytestmark = [pytest.mark.site, pytest.mark.browser]

LATER = ("minisearch.js", "zoekmachine.js", "zoekgegevens.js")


@pytest.fixture(scope="module")
def address(edition: Site, serve: Callable[[Path], str]) -> str:
    """Where the edition is served."""
    return serve(edition.folder)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("typed", ["", "persoonsgerichte aanpak", "xqzw"])
def test_axe_finds_nothing_in_the_open_window(page: Page, address: str, width: int, typed: str) -> None:
    """No violation of WCAG 2.2 AA or of best practice, empty, with results and without; nothing sticks out."""
    page.set_viewport_size({"width": width, "height": 800})
    page.clock.install()
    open_search(page, address)
    page.locator("#pagina-zoekveld").fill(typed)
    page.clock.run_for(1000)  # of the page's own clock: longer than it waits before it searches and tells
    for scheme in schemes(page):
        assert (scheme, violations(page)) == (scheme, [])
        assert page.evaluate("document.getElementById('pagina-zoeken').scrollWidth") <= width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_who_leaves_the_field_at_once_keeps_the_place(page: Page, address: str) -> None:
    """An arrow right after the last letter goes to the first result of the whole question, and stays there."""
    page.goto(f"{address}index.html")
    page.get_by_role("button", name="Zoeken").click()
    window = page.get_by_role("dialog", name="Zoeken")
    page.keyboard.type("weeg")
    links = window.locator(".titel a")
    expect(links.first).to_be_visible()
    page.keyboard.type("ploeg")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.wait_for_timeout(300)
    expect(links.first).to_be_focused()


def test_by_keyboard(page: Page, address: str) -> None:
    """Open, type, walk through the results, close: focus goes into the field and back to the button."""
    page.goto(f"{address}beleid/capaciteit.html")
    button = page.get_by_role("button", name="Zoeken")
    button.focus()
    page.keyboard.press("Enter")
    window, field = page.get_by_role("dialog", name="Zoeken"), page.get_by_role("textbox", name="Zoeken")
    expect(window).to_be_visible()
    expect(field).to_be_focused()
    page.keyboard.type("weegploeg")
    links = window.locator(".titel a")
    expect(links.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(window).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_have_value("weegploeg")
    page.keyboard.press("Enter")
    expect(links.first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/definities.html#weegploeg")


def test_a_result_on_this_page_closes_the_window(page: Page, address: str) -> None:
    """Who stands on the page already is brought to the place."""
    page.goto(f"{address}definities.html")
    page.get_by_role("button", name="Zoeken").click()
    page.get_by_role("textbox", name="Zoeken").fill("weegploeg")
    page.locator(".treffers .titel a").first.click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#weegploeg")).to_be_in_viewport()


def test_the_count_is_told(page: Page, address: str) -> None:
    """The number of results stands in a polite live region; more of them come on request, with focus on the first."""
    open_search(page, address)
    field, told = page.get_by_role("textbox", name="Zoeken"), page.locator("#pagina-zoeken-stand")
    field.fill("radicalisering")
    expect(told).to_have_text(re.compile(r"^[1-9]\d+ resultaten\b"))
    expect(page.locator(".zoeken > .treffers li")).to_have_count(10)
    page.get_by_role("button", name="Toon meer").click()
    expect(page.locator(".treffers .titel a").nth(10)).to_be_focused()
    field.fill("xqzw")
    expect(told).to_have_text("Niets gevonden met “xqzw”.")


def test_the_count_is_whole(page: Page, address: str) -> None:
    """As many results can be shown as were told."""
    open_search(page, address)
    told = page.locator("#pagina-zoeken-stand")
    page.get_by_role("textbox", name="Zoeken").fill("xqzw")
    expect(told).to_have_text("Niets gevonden met “xqzw”.")
    page.get_by_role("textbox", name="Zoeken").fill("radicalisering")
    expect(told).to_have_text(re.compile(r"^[1-9]\d+ resultaten\b"))
    count = int((told.text_content() or "").split()[0])
    while (more := page.get_by_role("button", name="Toon meer")).is_visible():
        more.click()
    expect(page.locator(".zoeken > .treffers li")).to_have_count(count)


def test_a_word_that_is_nowhere_is_named(page: Page, address: str) -> None:
    """Of two words of which one is found, the other is not passed over; another word that was looked for is told."""
    open_search(page, address)
    told = page.locator("#pagina-zoeken-stand")
    page.get_by_role("textbox", name="Zoeken").fill("xqzw aanvragen")
    expect(told).to_contain_text("Nergens staat “xqzw”.")
    page.get_by_role("textbox", name="Zoeken").fill("imam")
    expect(page.get_by_text("Ook gezocht met: religieuze gemeenschappen.")).to_be_visible()


def test_an_empty_result_helps_on(page: Page, address: str) -> None:
    """The themes, Contact and the page from A to Z are one step away; they go when something is found."""
    open_search(page, address)
    window, field = page.get_by_role("dialog"), page.get_by_role("textbox", name="Zoeken")
    field.fill("xqzw")
    for name in ("Beleid en organisatie", "Deskundigheidsbevordering", "Contact en meldpunten", "Van A tot Z"):
        expect(window.get_by_role("link", name=name, exact=True)).to_be_visible()
    field.fill("capaciteit")
    expect(window.get_by_role("link", name="Van A tot Z", exact=True)).to_be_hidden()


def test_escape_closes_from_the_field_by_itself(page: Page, address: str) -> None:
    """Not every engine closes a window with Escape while the field has the focus: the page does it."""
    open_search(page, address)
    page.locator("#pagina-zoekveld").focus()
    stopped = """document.getElementById('pagina-zoekveld').dispatchEvent(
        new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true}))"""
    assert page.evaluate(stopped) is False  # the page has done it, the engine need not
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_what_is_typed_stands_nowhere(page: Page, address: str) -> None:
    """Not in the address, the history's state, a store or a cookie; and no browser offers it again."""
    open_search(page, address)
    before = page.evaluate("[location.href, history.length]")
    page.get_by_role("textbox", name="Zoeken").fill("weegploeg")
    expect(page.locator(".treffers li").first).to_be_visible()
    kept = "[history.state, {...localStorage}, {...sessionStorage}, document.cookie, window.name]"
    assert "weegploeg" not in str(page.evaluate(kept))
    assert page.evaluate("[location.href, history.length]") == before
    assert page.locator("#pagina-zoekveld").get_attribute("autocomplete") == "off"


def test_back_from_a_result_gives_the_results(browser: Browser, address: str) -> None:
    """A browser that keeps a page in memory shows it as it was: the window, the results, the words in their field."""
    keeps_pages = browser.browser_type.launch(
        executable_path=ROOT / "tests" / "chromium.sh",
        args=CHROMIUM,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    page = keeps_pages.new_page()
    open_search(page, address)
    page.get_by_role("textbox", name="Zoeken").fill("weegploeg")
    first = page.locator(".treffers .titel a").first
    expect(first).to_contain_text("Weegploeg")
    first.click()
    page.wait_for_url("**/definities.html#weegploeg")
    page.evaluate("history.back()")
    page.wait_for_url("**/capaciteit.html", wait_until="commit")  # it is not loaded again
    expect(page.get_by_role("dialog", name="Zoeken")).to_be_visible()
    expect(page.locator("#pagina-zoekveld")).to_have_value("weegploeg")
    keeps_pages.close()


def test_a_field_that_was_emptied_on_the_way_back_is_filled(page: Page, address: str) -> None:
    """Some engines empty such a field when they bring a page back from memory."""
    open_search(page, address)
    page.get_by_role("textbox", name="Zoeken").fill("weegploeg")
    expect(page.locator(".treffers .titel a").first).to_contain_text("Weegploeg")
    page.locator("#pagina-zoekveld").evaluate("veld => { veld.value = '' }")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page.locator("#pagina-zoekveld")).to_have_value("weegploeg")


def test_back_from_a_result_on_this_page_opens_the_window(page: Page, address: str) -> None:
    """The step back undoes the jump, and the results are there again."""
    page.goto(f"{address}definities.html")
    page.get_by_role("button", name="Zoeken").click()
    page.get_by_role("textbox", name="Zoeken").fill("weegploeg")
    page.locator(".treffers .titel a").first.click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.go_back()
    expect(page.get_by_role("dialog", name="Zoeken")).to_be_visible()
    expect(page.locator("#pagina-zoekveld")).to_have_value("weegploeg")


def test_without_javascript_there_is_no_button(browser: Browser, address: str) -> None:
    """A button that does nothing is not shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator("#pagina-zoekknop").is_hidden()
    assert page.locator("#pagina-zoeken").is_hidden()
    context.close()


def test_nothing_is_loaded_before_search_is_opened(page: Page, address: str) -> None:
    """The library and the words come when a reader opens search, once, from this host alone."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}beleid/capaciteit.html")
    assert not [url for url in asked if urlsplit(url).path.endswith(LATER)]
    open_search(page, address)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Zoeken").click()
    page.wait_for_timeout(200)
    assert [sum(name in url for url in asked) for name in LATER] == [1, 1, 1]
    assert [url for url in asked if not url.startswith(address)] == []


def test_a_reader_hears_that_search_fails(page: Page, address: str) -> None:
    """Where the words do not come, the window says so, and tries again when it is opened again."""
    page.route("**/zoekgegevens.js?*", lambda route: route.abort())
    page.goto(address)
    page.get_by_role("button", name="Zoeken").click()
    told = page.locator("#pagina-zoeken-stand")
    expect(told).to_contain_text("Zoeken lukt nu niet")
    page.keyboard.type("weeg")
    page.wait_for_timeout(700)  # longer than the window waits before it searches and tells
    expect(told).to_contain_text("Zoeken lukt nu niet")
    expect(page.get_by_role("dialog").get_by_role("link", name="Van A tot Z", exact=True)).to_be_visible()
    page.unroute("**/zoekgegevens.js?*")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Zoeken").click()
    page.get_by_role("textbox", name="Zoeken").fill("weegploeg")
    expect(page.locator(".treffers li").first).to_be_visible()


def test_it_works_under_a_strict_policy(page: Page, address: str) -> None:
    """No inline script or style, no eval: the window works where the server forbids them."""
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    open_search(page, address)
    assert errors == []


def test_no_engine_that_is_supported_stumbles_over_a_script(edition: Site) -> None:
    """Safari before 16.4 cannot read a file that has a lookbehind in it."""
    for path in (edition.folder / "assets" / "js").glob("*.js"):
        assert not re.search(r"\(\?<[=!]", path.read_text(encoding="utf-8")), path.name


def test_sizes(edition: Site) -> None:
    """The words weigh at most 45 kB, and what a page has of our own scripts, with search, at most 16 kB."""
    scripts = edition.folder / "assets" / "js"
    assert _weight(scripts / "zoekgegevens.js") <= 45_000
    for path in edition.folder.rglob("*.html"):
        own = {*re.findall(r"assets/js/(\w+\.js)", path.read_text(encoding="utf-8"))} - {LATER[0], LATER[2]}
        assert sum(_weight(scripts / name) for name in own) <= 16_000, path.name


def _weight(*paths: Path) -> int:
    return len(gzip.compress(b"".join(path.read_bytes() for path in paths), mtime=0))
