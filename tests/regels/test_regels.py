"""Every rule: each case of the tables in `regels/` breaks one, and its nearest neighbour does not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from handreiking.basis.problem import render_text
from handreiking.lezen.laden import load_gelezen
from handreiking.regels.alle import check_regels
from tests.conftest import VANDAAG, Werkmap
from tests.tabel import Geval, load_cases

GEVALLEN = load_cases(Path(__file__).parent)


@dataclass(frozen=True)
class Groep(Werkmap):
    """The same, of which the rules of another group are asked than those that hold a build back."""

    groep: str

    def problems(self) -> str:
        """Return the whole text of what that group says of a handreiking that loads."""
        gelezen, problems = load_gelezen(self.project, VANDAAG)
        assert problems == []
        return render_text(problem for problem, _ in check_regels(gelezen, self.groep))


def asked(case: Geval, klein: Werkmap) -> Werkmap:
    """Return the small handreiking as the group of a case looks at it."""
    return klein if case.groep == "bouw" else Groep(klein.project, case.groep)


@pytest.mark.parametrize("case", GEVALLEN, ids=lambda case: case.naam)
def test_what_is_wrong_gives_exactly_the_problems_that_it_states(case: Geval, klein: Werkmap) -> None:
    """One change gives its own messages and no others."""
    case.check_said(asked(case, klein).problems_with(case.bestand, case.wrong()))


@pytest.mark.parametrize("case", [case for case in GEVALLEN if case.goed is not None], ids=lambda case: case.naam)
def test_its_right_neighbour_gives_none(case: Geval, klein: Werkmap) -> None:
    """The nearest right way to write it loads, and is not the wrong one."""
    assert asked(case, klein).problems_with(case.bestand, case.right()) == ""
    assert case.right() != case.wrong()


def test_the_small_handreiking_itself_is_in_order(klein: Werkmap) -> None:
    """What the cases change has no problems of its own."""
    assert klein.problems() == ""


def test_every_case_has_a_name_of_its_own() -> None:
    """A name tells which case failed."""
    assert GEVALLEN
    assert len({case.naam for case in GEVALLEN}) == len(GEVALLEN)
