"""The policy in every page: what it forbids is refused, and nothing of ours needs it, with everything opened."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.site.conftest import ROOT, Site

pytestmark = [pytest.mark.site, pytest.mark.browser]

LISTEN = (
    """addEventListener('securitypolicyviolation', e => console.log('verboden', e.violatedDirective, e.blockedURI))"""
)
# All that can be unfolded or shown without leaving the page: what asks first, saves a file or prints is left alone.
OPEN = """() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const box of document.querySelectorAll('main input[type=checkbox], main input[type=radio]')) box.click();
    for (const term of document.querySelectorAll('main [aria-expanded=false]')) term.click();
    return document.querySelectorAll('main [aria-expanded=true], main details[open], main input:checked').length;
}"""


@pytest.fixture(params=["server", "schijf"])
def address(request: pytest.FixtureRequest, edition: Site, serve: Callable[[Path], str]) -> str:
    """The edition on a server that sends no policy, and on a disk."""
    return serve(edition.folder) if request.param == "server" else f"{edition.folder.as_uri()}/"


def test_nothing_is_forbidden_asked_elsewhere_or_kept(
    edition: Site, address: str, context: BrowserContext, page: Page
) -> None:
    """On every page, with all that opens opened and search used: no violation, no error, no other host, no cookie.

    What stays in the browser is what the reader chose, under names that say of what.
    """
    told: list[str] = []
    asked: list[str] = []
    opened = 0
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(LISTEN)
    paths = {path.relative_to(edition.folder).as_posix() for path in edition.pages()}
    for path in sorted(
        paths - ({"404.html"} if address.startswith("file:") else set())
    ):  # only a server gives that one
        page.goto(address + path)
        opened += page.evaluate(OPEN)
        page.click("#pagina-zoekknop")
        page.fill("#pagina-zoekveld", "overleg")
        page.wait_for_selector(".treffers li")
    host = urlsplit(address).netloc
    assert told == []
    assert opened > len(paths)
    assert [url for url in asked if urlsplit(url).netloc != host] == []
    assert context.cookies() == []
    assert page.evaluate("sessionStorage.length") == 0
    kept = page.evaluate("Object.keys(localStorage)")
    assert [name for name in kept if not re.match(r"(weergave$|meenemen|zelfscan)", name)] == []


def test_what_is_not_ours_is_refused(address: str, page: Page) -> None:
    """A script, handler or style that got into a page after all does nothing, nor does an address elsewhere."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.text.startswith("verboden") else None)
    page.add_init_script(LISTEN)
    page.goto(f"{address}over.html")
    page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.gelukt = 1';
            document.body.append(script);
            document.body.insertAdjacentHTML('beforeend', '<i style="color: red"></i>');
            document.body.insertAdjacentHTML('beforeend', '<b onclick="window.gelukt = 1"></b>');
            document.body.lastElementChild.click();
            const far = document.createElement('img');
            far.src = 'https://elders.example/plaatje.png';
            document.body.append(far);
            setTimeout('window.gelukt = 1');
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.gelukt") is None
    assert {line.split()[1] for line in told} == {
        "script-src-elem",
        "script-src-attr",
        "style-src-attr",
        "img-src",
        "script-src",
    }


def test_the_page_and_the_servers_say_the_same(edition: Site) -> None:
    """What a page allows is what the servers' headers allow, but for a disk and for what only a header can say."""
    (policy,) = edition.tree("over.md").xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    ours = policy.replace(" file:", "").split("; ")
    for name in ("kopregels.conf", "Caddyfile"):
        found = re.search(
            r"""Content-Security-Policy ["`]([^"`]+)""", (ROOT / "server" / name).read_text(encoding="utf-8")
        )
        assert found is not None
        assert [part for part in found[1].split("; ") if not part.startswith(("frame-", "upgrade-"))] == ours


def test_every_page_has_the_policy_first(edition: Site) -> None:
    """A policy holds for what comes after it: it stands before every script, style and link."""
    for path in edition.pages():
        head = path.read_text(encoding="utf-8").partition("Content-Security-Policy")[0]
        assert re.findall(r"<(\w+)", head) == ["html", "head", "meta", "meta"], path
