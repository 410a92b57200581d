"""The typeface: a text that is read before it has come does not move when it does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from tests.site.conftest import Site

pytestmark = [pytest.mark.site, pytest.mark.browser]

# As the Layout Instability API (W3C) counts it: what part of the window moves, times how far; 0.1 is still good.
GOED = 0.1
SHIFTS = """() => { window.verschoven = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.verschoven += entry.value
}).observe({ type: 'layout-shift' }) }"""
LOADED = "() => [...document.fonts].some(face => face.status === 'loaded' && face.family.includes('Atkinson'))"
SETTLED = """() => document.fonts.ready
  .then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(verschoven)))))"""


@pytest.mark.parametrize("width", [375, 1280])
def test_nothing_moves_when_the_typeface_comes(
    width: int, browser: Browser, edition: Site, serve: Callable[[Path], str]
) -> None:
    """Held up until the page stands there, the typeface moves next to nothing on any page."""
    names = [path.relative_to(edition.folder).as_posix() for path in edition.pages()]
    moved = {name: shift(browser, serve(edition.folder) + name, width) for name in names}
    assert {name: amount for name, amount in moved.items() if amount > GOED} == {}


def shift(browser: Browser, url: str, width: int) -> float:
    """Return how much moves on a page when the typeface comes after it."""
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page, held, waiting = context.new_page(), list[Route](), True
    page.route("**/*.woff2", lambda route: held.append(route) if waiting else route.continue_())
    page.goto(url, wait_until="domcontentloaded")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    page.evaluate(SHIFTS)
    before = page.evaluate(LOADED)
    waiting = False
    for route in held:
        route.continue_()
    moved, after = float(page.evaluate(SETTLED)), page.evaluate(LOADED)
    assert (before, after, len(held) > 0) == (False, True, True), url
    context.close()
    return moved


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_menu_stands_where_it_will_before_the_scripts(
    width: int, browser: Browser, edition: Site, serve: Callable[[Path], str]
) -> None:
    """The button to search with has its place before its script comes; it is not to be seen or reached until then."""
    places = []
    for blocked in (True, False):
        context = browser.new_context(viewport={"width": width, "height": 800})
        page = context.new_page()
        if blocked:
            page.route("**/zoeken.js*", lambda route: route.abort())
        page.goto(serve(edition.folder) + "index.html")
        places.append(
            page.locator("header nav, header .naam").evaluate_all("all => all.map(e => e.getBoundingClientRect())")
        )
        assert page.locator("#pagina-zoekknop").is_visible() is not blocked
        context.close()
    assert places[0] == places[1]
