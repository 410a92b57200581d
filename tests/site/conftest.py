"""What a build of a site gives, and the small second handreiking to break."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from handreiking.basis.klok import vandaag
from handreiking.basis.publicatie import write_site
from handreiking.lezen.project import find_project
from handreiking.opdracht.bouw import load_site

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

    @property
    def stand(self) -> date:
        """The date of the content, as the open data have it."""
        return date.fromisoformat(json.loads((self.folder / "opendata" / "tools.json").read_bytes())["stand"])

    def path(self, pad: str) -> Path:
        """Return the file made from a source path such as `beleid/capaciteit.md`."""
        return self.folder / f"{pad.removesuffix('.md')}.html"

    def tree(self, pad: str) -> html.HtmlElement:
        """Return the parsed page made from a source path."""
        return html.document_fromstring(self.path(pad).read_bytes())

    def text(self, pad: str) -> str:
        """Return the visible text of the page, spaces folded and soft hyphens left out."""
        return visible_text(self.tree(pad).find("body"))

    def pages(self) -> list[Path]:
        """Return every HTML file of the site."""
        return sorted(self.folder.rglob("*.html"))


def visible_text(element: html.HtmlElement) -> str:
    """Return the text of an element with spaces folded, as a reader finds it: without what is still hidden."""
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


def make(project: Path, folder: Path, **environment: str) -> Site:
    """Make the site of a handreiking without problems, and without its files to take along unless EXPORT=ja.

    In this process: `test_host` proves that these are the bytes that MkDocs gives, and starting that takes ten times
    as long.
    """
    write_site(load_site(find_project(project), vandaag(environment), {"EXPORT": "nee", **environment}), folder)
    return Site(folder)


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    """A copy of the second handreiking that a test may change, beside the hook and the settings it uses."""
    return copy_project(tmp_path / "project")


def copy_project(project: Path) -> Path:
    """Copy the second handreiking to a folder, with links to the hook and the settings where it looks for them."""
    shutil.copytree(KLEIN, project / "tests" / "fixtures" / "klein")
    for name in ("hooks", "mkdocs.yml"):
        (project / name).symlink_to(ROOT / name)
    return project / "tests" / "fixtures" / "klein"
