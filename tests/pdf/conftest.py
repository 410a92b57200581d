"""PDFs made once for all tests that read them: of the edition, of parts of it, and of another handreiking."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

import pytest

from handreiking.basis.problem import Problem, render_text
from handreiking.geheel.handreiking import Handreiking, Onderwerp
from handreiking.geheel.laden import load_handreiking
from handreiking.lezen.project import find_project
from handreiking.pdf.export import render_pdf
from handreiking.pdf.keuze import parse_keuze
from tests.pdf.leesboom import Element, Lezing

ROOT = Path(__file__).parents[2]
KLEIN = ROOT / "tests" / "fixtures" / "klein"
VANDAAG = date(2027, 1, 1)


@dataclass(frozen=True)
class Boek:
    """A handreiking, the PDF of a part of it, and the places of its topics in there."""

    handreiking: Handreiking
    pdf: bytes

    @cached_property
    def lezing(self) -> Lezing:
        """The PDF, read back."""
        return Lezing(self.pdf)

    @cached_property
    def onderwerpen(self) -> list[tuple[Onderwerp, int, int]]:
        """The topics that are in it, each with its first and last page."""
        places = self.lezing.plekken
        starts = sorted(
            {page for name, page in places.items() if "#" not in name} | {len(self.lezing.document.pages) + 1}
        )
        topics = [o for thema in self.handreiking.themas for o in thema.onderwerpen if f"{o.id}.md" in places]
        found = [(o, places[f"{o.id}.md"]) for o in topics]
        return [(o, first, next(page for page in starts if page > first) - 1) for o, first in found]

    def blokken(self, first: int, last: int) -> list[Element]:
        """Return the blocks that start on these pages."""
        return self.lezing.op_bladzijden(first, last)


def load(folder: Path) -> Handreiking:
    """Load a handreiking that has no problems; one that no test changes only once."""
    return _load_once(folder) if folder in {ROOT, KLEIN} else _load(folder)


def _load(folder: Path) -> Handreiking:
    handreiking, problems = load_handreiking(find_project(folder), VANDAAG)
    assert handreiking is not None, render_text(problems)
    return handreiking


_load_once = cache(_load)


def make(folder: Path, *, thema: str | None = None, onderwerpen: Sequence[str] = ()) -> Boek:
    """Make the PDF of a part of the handreiking in a folder; of one that no test changes only once."""
    return (_make_once if folder in {ROOT, KLEIN} else _make)(folder, thema, tuple(onderwerpen))


def _make(folder: Path, thema: str | None, onderwerpen: tuple[str, ...]) -> Boek:
    handreiking = load(folder)
    pdf, problems = render_pdf(
        handreiking, find_project(folder), parse_keuze(handreiking, thema=thema, onderwerpen=onderwerpen)
    )
    assert pdf is not None, render_text(problems)
    return Boek(handreiking, pdf)


_make_once = cache(_make)


@pytest.fixture(scope="session")
def editie() -> Boek:
    """The whole edition."""
    return make(ROOT)


@pytest.fixture(scope="session")
def klein() -> Boek:
    """The other handreiking, with two themes."""
    return make(KLEIN)


@pytest.fixture(params=["editie", "klein"])
def boek(request: pytest.FixtureRequest) -> Boek:
    """Each of the two."""
    made: Boek = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """A copy of the other handreiking that a test may change."""
    for name in ("content", "data"):
        shutil.copytree(KLEIN / name, tmp_path / "klein" / name)
    return tmp_path / "klein"


@pytest.fixture
def fouten(werkmap: Path) -> Callable[[Handreiking], list[Problem]]:
    """A function that tries to make the PDF of a handreiking in the copy and gives what is wrong with it."""

    def attempt(handreiking: Handreiking) -> list[Problem]:
        pdf, problems = render_pdf(handreiking, find_project(werkmap), parse_keuze(handreiking))
        assert (pdf is None) == bool(problems)
        return problems

    return attempt
