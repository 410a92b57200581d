"""A site built once for all tests that look at it, and the small second handreiking to break."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
KLEIN = ROOT / "tests" / "fixtures" / "klein"


@dataclass(frozen=True)
class Build:
    """What one run of `mkdocs build` did: its exit status, all it printed, and the folder it was to fill."""

    status: int
    printed: str
    folder: Path


@dataclass(frozen=True)
class Site:
    """A built site, to read by the source path of a page."""

    folder: Path

    def path(self, pad: str) -> Path:
        """Give the file made from a source path such as `beleid/capaciteit.md`."""
        return self.folder / f"{pad.removesuffix('.md')}.html"

    def tree(self, pad: str) -> html.HtmlElement:
        """Give the parsed page made from a source path."""
        return html.document_fromstring(self.path(pad).read_bytes())

    def text(self, pad: str) -> str:
        """Give the visible text of the page, spaces folded and soft hyphens left out."""
        return visible_text(self.tree(pad).find("body"))

    def pages(self) -> list[Path]:
        """Give every HTML file of the site."""
        return sorted(self.folder.rglob("*.html"))


def visible_text(element: html.HtmlElement) -> str:
    """Give the text of an element with spaces folded, as a reader finds it: without what is hidden until asked for."""
    text = "".join(map(str, element.xpath(".//text()[not(ancestor::*[@hidden])]")))
    return " ".join(text.replace("\u00ad", "").split())


def build(config: Path, folder: Path, **environment: str) -> Build:
    """Run `mkdocs build --strict`, as `make site` does."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config), "--site-dir", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    )
    return Build(done.returncode, done.stdout + done.stderr, folder)


@pytest.fixture(scope="session")
def edition_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The whole edition, built as a reader gets it."""
    return build(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("editie") / "site")


@pytest.fixture(scope="session")
def edition(edition_build: Build) -> Site:
    """The site of the edition; fails here where it could not be built."""
    assert edition_build.status == 0, edition_build.printed
    return Site(edition_build.folder)


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    """A copy of the second handreiking that a test may change, beside the code and templates it uses."""
    return copy_project(tmp_path / "project")


def copy_project(project: Path) -> Path:
    """Copy the second handreiking to a folder, with links to the code and templates where it looks for them."""
    shutil.copytree(KLEIN, project / "tests" / "fixtures" / "klein")
    for name in ("overrides", "hooks", "mkdocs.yml"):
        (project / name).symlink_to(ROOT / name)
    return project / "tests" / "fixtures" / "klein"


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder on 127.0.0.1 and gives its address; everything stops after the tests."""
    servers: list[ThreadingHTTPServer] = []

    @functools.cache
    def start(folder: Path) -> str:
        handler = functools.partial(_Quiet, directory=str(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's own Chromium."""
    path = shutil.which("chromium")
    assert path is not None, "chromium is not installed: see tests/debian.sh"
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh reader, without anything remembered."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab."""
    return context.new_page()


class _Quiet(SimpleHTTPRequestHandler):
    """A file server that does not write a line for every request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""
