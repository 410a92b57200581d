"""What the tests of the domain share: a copy of the small handreiking to break, and a day that never changes."""

from __future__ import annotations

import importlib.util
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from handreiking.handreiking import Handreiking
from handreiking.laden import load_handreiking
from handreiking.problem import Problem, render_text
from handreiking.project import Project

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
VANDAAG = date(2025, 4, 1)


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
        """Give the whole text of its problems; a handreiking comes out exactly where there are none."""
        handreiking, problems = self.load()
        assert (handreiking is None) == bool(problems)
        assert problems == sorted(set(problems))
        return render_text(problems)

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


def copy_klein(folder: Path, iconen: Path) -> Werkmap:
    """Copy the small handreiking to a folder."""
    for name in ("content", "data"):
        shutil.copytree(FIXTURES / "klein" / name, folder / name)
    return Werkmap(Project(folder, folder / "content", (iconen,)))


def load_edition(vandaag: date) -> Handreiking:
    """Load the handreiking of this repository, with the icons of the theme."""
    spec = importlib.util.find_spec("material")
    assert spec is not None
    icons = tuple(Path(folder) / "templates" / ".icons" for folder in spec.submodule_search_locations or ())
    handreiking, problems = load_handreiking(Project(ROOT, ROOT / "content", icons), vandaag)
    assert handreiking is not None, render_text(problems)
    return handreiking
