"""The records and pages with their lines, as the rules get them."""

from __future__ import annotations

from datetime import date

from handreiking.basis.problem import render_text
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.laden import load_gelezen
from handreiking.lezen.project import Project, find_project
from tests.conftest import ROOT, VANDAAG, Werkmap


def read(werkmap: Werkmap) -> Gelezen:
    """Read a handreiking that loads without problems, on the day of the tests."""
    return _read(werkmap.project, VANDAAG)


def read_edition(vandaag: date) -> Gelezen:
    """Read the handreiking of this repository, with the icons of the theme."""
    return _read(find_project(ROOT), vandaag)


def _read(project: Project, vandaag: date) -> Gelezen:
    gelezen, problems = load_gelezen(project, vandaag)
    assert problems == [], render_text(problems)
    return gelezen
