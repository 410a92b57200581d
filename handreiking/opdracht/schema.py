"""`handreiking schema`: what an editor of the data is helped by while typing, made from the fields of the loader."""

from __future__ import annotations

import argparse
from datetime import date

from handreiking.basis.wegschrijven import write_whole
from handreiking.lezen.project import Project
from handreiking.soorten.schema import MODELS, render_schema


def add_options(_parser: argparse.ArgumentParser, _: argparse.ArgumentParser) -> None:
    """Add no options: there are none."""


def run(project: Project, _vandaag: date, _opties: argparse.Namespace) -> int:
    """Write the schema of each data file; return 0."""
    folder = project.data / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name in MODELS:
        write_whole(folder / f"{name}.schema.json", render_schema(name))
    return 0
