"""What a reader sees, in a real Chromium: accessible, within the window, by keyboard, in light and dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from .conftest import Site

pytestmark = [pytest.mark.site, pytest.mark.browser]

PAGES = (
    "",
    "beleid/index.html",
    "beleid/borging-portefeuille.html",
    "beleid/visie-en-strategie.html",
    "beleid/capaciteit.html",
    "pga/multidisciplinaire-aanpak.html",
    "deskundigheid/kennis-verbreden.html",
    "deskundigheid/vroegtijdige-signalering.html",
    "deskundigheid/meldstructuur.html",
    "definities.html",
    "instrumenten.html",
    "zelfscan.html",
    "samenhang.html",
    "meenemen.html",
    "nieuw.html",
    "open-data.html",
    "contact.html",
    "praktijk/index.html",
    "praktijk/rotterdam/meldpunt.html",
    "over.html",
    "download.html",
    "404.html",
)
# WCAG 2.0 to 2.2, A and AA, and what axe calls best practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def address(edition: Site, serve: Callable[[Path], str]) -> str:
    """Where the edition is served."""
    return serve(edition.folder)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(page: Page, address: str, scheme: str, width: int) -> None:
    """No violation of WCAG 2.2 AA or of best practice on any kind of page."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    axe, found = Axe(), []
    for path in PAGES:
        page.goto(address + path)
        result = axe.run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
        found += [(path, v["id"], [n["target"] for n in v["nodes"]]) for v in result.response["violations"]]
    assert found == []


def test_nothing_sticks_out_of_a_narrow_window(page: Page, address: str) -> None:
    """At 320 px no page scrolls sideways (WCAG 1.4.10), and none at 200 % text (1.4.4)."""
    wide = []
    for width, size in ((320, "100%"), (375, "100%"), (640, "200%")):
        page.set_viewport_size({"width": width, "height": 800})
        for path in PAGES:
            page.goto(address + path)
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append((width, size, path))
    assert wide == []


def test_home_shows_every_topic_without_scrolling(page: Page, address: str) -> None:
    """At 1280 by 800 all topics of all themes are in view on the home page."""
    page.goto(address)
    below = page.evaluate(
        """() => [...document.querySelectorAll('main [data-thema] a')]
            .filter(a => a.getBoundingClientRect().bottom > innerHeight).map(a => a.textContent)"""
    )
    assert page.locator("main [data-thema] li a").count() == 14
    assert below == []


def test_nothing_is_asked_of_another_host_or_kept(context: BrowserContext, page: Page, address: str) -> None:
    """Every request stays on the site's own host; there is no cookie and nothing in storage."""
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    for path in PAGES:
        page.goto(address + path, wait_until="networkidle")
    host = urlsplit(address).netloc
    assert [url for url in asked if urlsplit(url).netloc != host] == []
    assert errors == []
    assert context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_the_keyboard_reaches_every_link_with_a_visible_focus(page: Page, address: str) -> None:
    """Tabbing visits each link and button of a topic in order, the first is the skip link, and focus always shows.

    Of a group of radio buttons the keyboard visits the chosen one; arrows go to the others. A term opens what explains
    it, with links of its own.
    """
    page.goto(address + "beleid/visie-en-strategie.html")
    focusable = "a[href], button, input, summary, select, textarea, [tabindex='0']"
    wanted = page.evaluate(
        """selector => [...document.querySelectorAll(selector)]
            .filter(e => e.checkVisibility({visibilityProperty: true}) && (e.type !== 'radio' || e.checked))
            .map(e => e.outerHTML.slice(0, 120))""",
        focusable,
    )
    explained = page.locator("[role=group][hidden] a").count()
    visited, hidden, extra = [], [], 0
    for _ in range(len(wanted) + explained):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
                const at = document.elementFromPoint(r.left + Math.min(r.width, 4) / 2, r.top + r.height / 2);
                const html = e.outerHTML.replace('aria-expanded="true"', 'aria-expanded="false"');
                return [html.slice(0, 120), s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
                        !!at && (e.contains(at) || at.contains(e)), !!e.closest('[role=group]')] }"""
        )
        visited += [] if seen[3] else [seen[0]]
        extra += seen[3]
        hidden += [] if seen[1] and seen[2] else [seen]
    assert (visited, extra) == (wanted, explained)
    assert explained > 0
    assert hidden == []
    assert "Naar de inhoud" in visited[0]


def test_the_skip_link_leads_to_the_content(page: Page, address: str) -> None:
    """Tab, Enter, Tab: the next link lies in the main part of the page."""
    page.goto(address + "beleid/capaciteit.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


def test_targets_are_large_enough(page: Page, address: str) -> None:
    """Links and buttons outside running text are at least 24 by 24 pixels (WCAG 2.5.8)."""
    small = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for path in PAGES:
            page.goto(address + path)
            small += page.evaluate(
                """() => [...document.querySelectorAll('header a, header button, header summary, footer a, nav a')]
                    .filter(e => e.checkVisibility()).map(e => [e.textContent.trim(), e.getBoundingClientRect()])
                    .filter(([, r]) => r.width > 1 && (r.height < 24 || r.width < 24))
                    .map(([text, r]) => [location.pathname, text, r.width, r.height])"""
            )
    assert small == []


def test_without_javascript_the_content_is_all_there(browser: Browser, address: str) -> None:
    """Text, instruments and menu need no script; the preference for dark is followed without one."""
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(address + "beleid/capaciteit.html")
    assert page.get_by_role("heading", level=1).inner_text() == "Capaciteit"
    page.goto(address)
    assert page.locator("main [data-thema] li a").count() == 14
    context.close()
