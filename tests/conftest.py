"""What tests share: a small handreiking to break, a day that never changes, the built edition, and a browser."""

from __future__ import annotations

import fcntl
import functools
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from handreiking.basis import yaml_document
from handreiking.basis.problem import Problem, render_text
from handreiking.basis.yaml_document import Document
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.laden import load_handreiking
from handreiking.lezen import pagina as pagina_lezen
from handreiking.lezen import project
from handreiking.lezen.project import Project, find_project
from tests.site.conftest import Build, Site, build, make

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
VANDAAG = date(2025, 4, 1)
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass(frozen=True)
class Werkmap:
    """A handreiking in a folder of its own, to change files of."""

    project: Project

    @property
    def map(self) -> Path:
        """The project's folder."""
        return self.project.map

    def write(self, path: str, content: str | bytes) -> None:
        """Make or replace one file."""
        target = self.map / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)

    def change(self, path: str, old: str, new: str) -> None:
        """Replace a piece that stands once in a file."""
        text = (self.map / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def remove(self, path: str) -> None:
        """Take one file away."""
        (self.map / path).unlink()

    def load(self) -> tuple[Handreiking | None, list[Problem]]:
        """Load the handreiking as on the day of the tests."""
        return load_handreiking(self.project, VANDAAG)

    def problems(self) -> str:
        """Return the whole text of its problems; a handreiking comes out exactly where there are none."""
        handreiking, problems = self.load()
        assert (handreiking is None) == bool(problems)
        assert problems == sorted(set(problems))
        return render_text(problems)

    def problems_with(self, path: str, content: str | bytes) -> str:
        """Return the text of the problems with one file made or replaced, and put back what was there."""
        target = self.map / path
        before = target.read_bytes() if target.exists() else None
        self.write(path, content)
        try:
            return self.problems()
        finally:
            if before is None:
                self.remove(path)
            else:
                self.write(path, before)

    def handreiking(self) -> Handreiking:
        """Load the handreiking, which has no problems."""
        handreiking, problems = self.load()
        assert handreiking is not None, render_text(problems)
        return handreiking


@pytest.fixture(scope="session")
def iconen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the few icons that the small handreiking needs, so that no theme has to be installed."""
    folder = tmp_path_factory.mktemp("iconen")
    (folder / "material").mkdir()
    for name in ("bank-outline", "tree-outline", "water-outline"):
        (folder / "material" / f"{name}.svg").touch()
    return folder


@pytest.fixture
def werkmap(tmp_path: Path, iconen: Path) -> Werkmap:
    """A copy of the small handreiking."""
    return copy_klein(tmp_path / "klein", iconen)


@pytest.fixture(scope="module")
def klein(tmp_path_factory: pytest.TempPathFactory, iconen: Path) -> Iterator[Werkmap]:
    """One copy of the small handreiking for all tests of a module, which put back what they replace.

    The files that they leave alone are parsed once: that takes most of their time.
    """
    parse = functools.cache(yaml_document.parse_yaml)

    def parse_copy(text: str, path: str, first_line: int = 1, **mend: str) -> tuple[Document | None, list[Problem]]:
        document, problems = parse(text, path, first_line, **mend)
        return document, list(problems)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pagina_lezen, "parse_yaml", parse_copy)
        patch.setattr(project, "parse_yaml", parse_copy)
        yield copy_klein(tmp_path_factory.mktemp("klein"), iconen)


def copy_klein(folder: Path, iconen: Path) -> Werkmap:
    """Copy the small handreiking to a folder."""
    for name in ("content", "data"):
        shutil.copytree(FIXTURES / "klein" / name, folder / name)
    return Werkmap(Project(folder, folder / "content", (iconen,)))


def load_edition() -> Handreiking:
    """Load the handreiking of this repository, with the icons of the theme, as it is on this day."""
    handreiking, problems = load_handreiking(find_project(ROOT), date.today())
    assert handreiking is not None, render_text(problems)
    return handreiking


@pytest.fixture(scope="session")
def edition_build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The whole edition, built as a reader gets it; many tests look at it, so none may change a file of it.

    Built once a run: the first process of pytest-xdist that asks for it does, and the others wait for it.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    said = shared / "editie.json"
    with (shared / "editie.slot").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            made = build(ROOT / "mkdocs.yml", shared / "editie")
            said.write_text(json.dumps([made.status, made.printed]), encoding="utf-8")
    status, printed = json.loads(said.read_text(encoding="utf-8"))
    return Build(status, printed, shared / "editie")


@pytest.fixture(scope="session")
def edition(edition_build: Build) -> Site:
    """The site of the edition; fails here where it could not be built."""
    assert edition_build.status == 0, edition_build.printed
    return Site(edition_build.folder)


@pytest.fixture(scope="session")
def klein_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the small handreiking as it is, without its files to take along; no test may change a file of it."""
    return make(FIXTURES / "klein", tmp_path_factory.mktemp("site") / "klein")


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder on 127.0.0.1 and gives its address; everything stops after the tests."""
    servers: list[ThreadingHTTPServer] = []

    @functools.cache
    def start(folder: Path) -> str:
        handler = functools.partial(_Quiet, directory=str(folder))
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    """A file server that does not write a line for every request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start the system's own Chromium."""
    assert shutil.which("chromium"), "chromium is not installed: see tests/debian.sh"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ROOT / "tests" / "chromium.sh", args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's own Chromium, started once; what a reader has and leaves behind is in a `context`."""
    with open_browser() as browser:
        yield browser


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
