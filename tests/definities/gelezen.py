"""The records and pages with their lines, as the rules get them."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

from handreiking.basis.problem import render_text
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.laden import load_gelezen
from handreiking.lezen.project import Project
from tests.conftest import ROOT, VANDAAG, Werkmap


def read(werkmap: Werkmap) -> Gelezen:
    """Read a handreiking that loads without problems, on the day of the tests."""
    return _read(werkmap.project, VANDAAG)


def read_edition(vandaag: date) -> Gelezen:
    """Read the handreiking of this repository, with the icons of the theme."""
    spec = importlib.util.find_spec("material")
    assert spec is not None
    icons = tuple(Path(folder) / "templates" / ".icons" for folder in spec.submodule_search_locations or ())
    return _read(Project(ROOT, ROOT / "content", icons), vandaag)


def _read(project: Project, vandaag: date) -> Gelezen:
    gelezen, problems = load_gelezen(project, vandaag)
    assert problems == [], render_text(problems)
    return gelezen
