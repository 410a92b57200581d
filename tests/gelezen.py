"""The records and pages with their lines, as the rules get them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from handreiking.basis.problem import render_text
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.laden import load_gelezen
from handreiking.lezen.project import Project, find_project
from handreiking.soorten.record import Record
from tests.conftest import ROOT, VANDAAG, Werkmap


def read(werkmap: Werkmap) -> Gelezen:
    """Read a handreiking that loads without problems, on the day of the tests."""
    return _read(werkmap.project, VANDAAG)


def read_edition() -> Gelezen:
    """Read the handreiking of this repository, with the icons of the theme, as it is on this day."""
    return _read(find_project(ROOT), date.today())


def on(day: date, gelezen: Gelezen) -> Gelezen:
    """Return what was read as it is on another day."""
    return replace(gelezen, vandaag=day)


def without(gelezen: Gelezen, *models: type[Record]) -> Gelezen:
    """Return what was read without the records of some kinds."""
    empty = {model: replace(gelezen.lijst(model), records=()) for model in models}
    return replace(gelezen, lijsten={**gelezen.lijsten, **empty})


def at(werkmap: Werkmap, found: Iterable[tuple[str, int, str]]) -> list[tuple[str, str, str]]:
    """Return what is told, sorted, each with its line in the place of the number, which one more field moves."""
    told = [*found]
    lines = {path: (werkmap.map / path).read_text(encoding="utf-8").split("\n") for path, _, _ in told}
    return sorted((path, lines[path][line - 1], said) for path, line, said in told)


def _read(project: Project, vandaag: date) -> Gelezen:
    gelezen, problems = load_gelezen(project, vandaag)
    assert problems == [], render_text(problems)
    return gelezen
