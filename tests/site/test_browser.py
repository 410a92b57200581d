"""What a reader sees, in a real Chromium; what each page is for every reader stands in `test_toegankelijk`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.site.conftest import Site

pytestmark = [pytest.mark.site, pytest.mark.browser]

PAGES = (
    "",
    "beleid/index.html",
    "beleid/visie-en-strategie.html",
    "pga/multidisciplinaire-aanpak.html",
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


@pytest.fixture(scope="module")
def address(edition: Site, serve: Callable[[Path], str]) -> str:
    """Where the edition is served."""
    return serve(edition.folder)


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


def test_the_skip_link_leads_to_the_content(page: Page, address: str) -> None:
    """Tab, Enter, Tab: the next link lies in the main part of the page."""
    page.goto(address + "beleid/capaciteit.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")
