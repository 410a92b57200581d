"""`handreiking samenvatting`: what a proposed change does, in Dutch, for the page that shows its check."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from handreiking.basis.problem import Ernst
from handreiking.basis.vreemd import render_code, render_zin
from handreiking.lezen.project import Project
from handreiking.opdracht.check import read_day
from handreiking.opdracht.gewijzigd import load_changed_files, load_changes
from handreiking.opdracht.inhoud import check_bestanden
from handreiking.opdracht.uitkomst import Uitkomst, render_aantal
from handreiking.soorten.alle import ALLE

MAX_REGELS = 50
_NAMES = ("titel", "begrip", "naam", "afkorting", "term", "tekst")
BEKIJKEN = (
    "Onder aan de pagina van deze controle staat bij 'Artifacts' het bestand `site`.",
    "Download het, pak het uit en open `index.html`; de pdf's zitten erin.",
)


@dataclass(frozen=True)
class Verandering:
    """What a change did to the records of one data file: each with its id and title, and which fields changed."""

    soort: str
    toegevoegd: tuple[tuple[str, str], ...]
    gewijzigd: tuple[tuple[str, str, tuple[str, ...]], ...]
    verwijderd: tuple[tuple[str, str], ...]


def add_options(parser: argparse.ArgumentParser, _: argparse.ArgumentParser) -> None:
    """Add the options of `handreiking samenvatting`."""
    parser.add_argument("--sinds", required=True, metavar="REV", help="de versie in git om mee te vergelijken")
    parser.add_argument("--today", type=read_day, help="de dag waartegen datums worden gehouden (jjjj-mm-dd)")


def run(project: Project, vandaag: date, opties: argparse.Namespace) -> int:
    """Print the summary as Markdown; give 0. Raises NietGedraaidError where git or the revision is not there."""
    changes = [load_verandering(project, opties.sinds, s.bestand, s.naam) for s in ALLE]
    changed = sorted(load_changed_files(project.map, opties.sinds))
    told = {project.name(project.data / soort.bestand) for soort in ALLE}
    pages = [name for name in changed if name.startswith(f"{project.name(project.content)}/")]
    others = [name for name in changed if name not in told and name not in pages]
    outcomes, _ = check_bestanden(project, vandaag)
    print(render_samenvatting(changes, pages, others, outcomes), end="")
    return 0


def load_verandering(project: Project, rev: str, file: str, soort: str) -> Verandering:
    """Return what changed in one data file since a revision; raises NietGedraaidError."""
    before, now = load_changes(project.map, rev, project.name(project.data / file))
    return Verandering(
        soort,
        tuple((name, _title(now[name])) for name in now if name not in before),
        tuple(
            (name, _title(now[name]), _fields(before[name], now[name]))
            for name in now
            if name in before and before[name] != now[name]
        ),
        tuple((name, _title(before[name])) for name in before if name not in now),
    )


def render_samenvatting(
    changes: list[Verandering], pages: list[str], others: list[str], outcomes: list[Uitkomst]
) -> str:
    """Return the summary as Markdown; every text of the data stands there as its letters alone."""
    lines = ["## Samenvatting", ""]
    for change in changes:
        lines += _of_change(change)
    for heading, files in (("Pagina's", pages), ("Andere bestanden", others)):
        if files:
            lines += [f"### {heading} ({len(files)})", "", *_limited([f"- {render_code(file)}" for file in files]), ""]
    if not pages and not any(c.toegevoegd or c.gewijzigd or c.verwijderd for c in changes):
        lines += ["Er is niets veranderd aan de inhoud of de gegevens.", ""]
    lines += _of_outcomes(outcomes)
    lines += ["### Zo bekijkt u het resultaat", "", *BEKIJKEN]
    return "".join(f"{line}\n" for line in lines)


def _of_change(change: Verandering) -> list[str]:
    rows = [f"- toegevoegd: {render_code(name)} {render_zin(title)}" for name, title in change.toegevoegd]
    rows += [
        f"- gewijzigd: {render_code(name)} {render_zin(title)} ({', '.join(map(render_code, fields))})"
        for name, title, fields in change.gewijzigd
    ]
    rows += [f"- verwijderd: {render_code(name)} {render_zin(title)}" for name, title in change.verwijderd]
    heading = f"### {change.soort.capitalize()} ({len(rows)})"
    return [heading, "", *_limited(rows), ""] if rows else []


def _of_outcomes(outcomes: list[Uitkomst]) -> Iterator[str]:
    told = sorted(
        (u for u in outcomes if u.ernst is not Ernst.GOED),
        key=lambda u: (u.ernst is not Ernst.FOUT, u.bestand, u.regel),
    )
    problems = sum(u.ernst is Ernst.FOUT for u in told)
    warnings = len(told) - problems
    yield f"### {render_aantal(problems, 'probleem', 'problemen').capitalize()}"
    yield ""
    if not problems:
        yield "De gegevens en teksten zijn in orde."
        yield ""
    rows = [f"- {render_code(f'{u.bestand}:{u.regel}')} {render_zin(u.problem().message)}" for u in told]
    yield from _limited(rows[:problems])
    if problems:
        yield ""
    if warnings:
        yield f"<details><summary>{render_aantal(warnings, 'waarschuwing', 'waarschuwingen')}</summary>"
        yield ""
        yield from _limited(rows[problems:])
        yield ""
        yield "</details>"
        yield ""


def _limited(rows: list[str]) -> list[str]:
    left = len(rows) - MAX_REGELS
    return rows if left <= 0 else [*rows[:MAX_REGELS], f"- en nog {left}"]


def _title(record: Mapping[str, Any]) -> str:
    return next((str(record[name]) for name in _NAMES if name in record), "")


def _fields(before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(name for name in {**before, **now} if before.get(name) != now.get(name))
