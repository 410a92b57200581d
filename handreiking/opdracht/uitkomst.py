"""What a check says of one thing it looked at, and the forms in which that is printed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from handreiking.basis.problem import Ernst, Problem, render_github, render_text


@dataclass(frozen=True)
class Uitkomst:
    """The verdict on one thing: what it is, its evidence in Dutch, and where it stands ("data/tools.yaml", 12)."""

    soort: str
    id: str
    url: str
    oordeel: str
    bewijs: str
    bestand: str
    regel: int
    ernst: Ernst
    regelnaam: str

    def problem(self) -> Problem:
        """Return the outcome as a problem at its line."""
        prefix = "" if self.ernst is Ernst.FOUT else f"{self.ernst}: "
        return Problem(self.bestand, self.regel, f"{prefix}{self.bewijs}", self.regelnaam)


def from_problem(problem: Problem, ernst: Ernst = Ernst.FOUT) -> Uitkomst:
    """Return a problem as an outcome."""
    return Uitkomst(
        soort="plek",
        id=f"{problem.path}:{problem.line}",
        url="",
        oordeel=str(ernst),
        bewijs=problem.message,
        bestand=problem.path,
        regel=problem.line,
        ernst=ernst,
        regelnaam=problem.rule,
    )


def render_uitkomsten(uitkomsten: Sequence[Uitkomst], form: str, root: str = "") -> str:
    """Return the outcomes as `text` or `github` (what is not in order, by file and line) or `json` (everything).

    `root` goes before each file of `github`: annotations count from the repository, not from the project.
    """
    if root:
        uitkomsten = [replace(uitkomst, bestand=f"{root}{uitkomst.bestand}") for uitkomst in uitkomsten]
    if form == "json":
        ordered = sorted(uitkomsten, key=lambda u: (u.bestand, u.regel, u.soort, u.id, u.bewijs))
        return json.dumps([asdict(u) for u in ordered], ensure_ascii=False, indent=2) + "\n"
    if form == "github":
        errors = render_github(_of(uitkomsten, Ernst.FOUT))
        return errors + render_github(_of(uitkomsten, Ernst.WAARSCHUWING), level="warning")
    return render_text(u.problem() for u in uitkomsten if u.ernst is not Ernst.GOED)


def render_aantal(number: int, one: str, more: str) -> str:
    """Return how many there are: `1 definitie`, `14 definities`."""
    return f"{number} {one if number == 1 else more}"


def render_telling(uitkomsten: Collection[Uitkomst], bekeken: str) -> str:
    """Return the last line: what was looked at, and how many problems and warnings came of it."""
    fouten = len(list(_of(uitkomsten, Ernst.FOUT)))
    waarschuwingen = len(list(_of(uitkomsten, Ernst.WAARSCHUWING)))
    found = [
        render_aantal(fouten, "probleem", "problemen") if fouten else "geen problemen",
        *([render_aantal(waarschuwingen, "waarschuwing", "waarschuwingen")] if waarschuwingen else []),
    ]
    return f"Bekeken: {bekeken}. {', '.join(found).capitalize()}.\n"


def status(uitkomsten: Iterable[Uitkomst]) -> int:
    """Return the exit status: 1 where something is wrong, else 0."""
    return int(any(u.ernst is Ernst.FOUT for u in uitkomsten))


def _of(uitkomsten: Iterable[Uitkomst], ernst: Ernst) -> Iterable[Problem]:
    for uitkomst in uitkomsten:
        if uitkomst.ernst is ernst:
            yield Problem(uitkomst.bestand, uitkomst.regel, uitkomst.bewijs, uitkomst.regelnaam)
