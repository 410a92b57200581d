"""`handreiking formulier`: the forms on GitHub for what is new, made from the fields and the data."""

from __future__ import annotations

import argparse
import sys
from datetime import date

from handreiking.basis.wegschrijven import write_whole
from handreiking.invoer.antwoorden import samenhang_of
from handreiking.invoer.formulieren import render_formulieren
from handreiking.lezen.project import Project
from handreiking.opdracht.check import read_day
from handreiking.opdracht.toevoegen import load_in_order


def add_options(parser: argparse.ArgumentParser, _: argparse.ArgumentParser) -> None:
    """Add the options of `handreiking formulier`."""
    parser.add_argument("--controleer", action="store_true", help="schrijf niets; zeg of het bij de gegevens past")
    parser.add_argument("--today", type=read_day, help="de dag van vandaag (jjjj-mm-dd)")


def run(project: Project, vandaag: date, opties: argparse.Namespace) -> int:
    """Write the forms; with `--controleer` write nothing, and give 1 where one is not what would be written."""
    changes = {name: text for name, text in _forms(project, vandaag).items() if not _is_written(project, name, text)}
    for name, text in changes.items():
        if opties.controleer:
            print(f"{name}: past niet bij de velden en de gegevens; herstel dat met: handreiking formulier")
            continue
        path = project.map / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
        print(f"{name}: geschreven", file=sys.stderr)
    return int(bool(changes) and opties.controleer)


def update_formulier(project: Project, vandaag: date) -> list[str]:
    """Bring the forms up to date where they are; give the names of those that changed."""
    there = {name: text for name, text in _forms(project, vandaag).items() if (project.map / name).is_file()}
    changes = {name: text for name, text in there.items() if not _is_written(project, name, text)}
    for name, text in changes.items():
        write_whole(project.map / name, text)
    return list(changes)


def _forms(project: Project, vandaag: date) -> dict[str, str]:
    gelezen = load_in_order(project, vandaag)
    return render_formulieren(gelezen, samenhang_of(gelezen, vandaag))


def _is_written(project: Project, name: str, text: str) -> bool:
    path = project.map / name
    return path.is_file() and path.read_bytes() == text.encode()
