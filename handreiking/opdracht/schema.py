"""`handreiking schema`: what an editor of the data is helped by while typing, made from the fields of the loader."""

from __future__ import annotations

import argparse
import json
from datetime import date

from handreiking.basis.wegschrijven import write_whole
from handreiking.lezen.project import Project
from handreiking.soorten.schema import MODELS, PLAATSEN, render_schema


def add_options(_parser: argparse.ArgumentParser, _: argparse.ArgumentParser) -> None:
    """Add no options: there are none."""


def run(project: Project, _vandaag: date, _opties: argparse.Namespace) -> int:
    """Write each schema, and in VS Code's settings where to find it; return 0, or 1 where those cannot be read."""
    folder = project.data / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name in MODELS:
        write_whole(folder / f"{name}.schema.json", render_schema(name))
    settings = project.map / ".vscode" / "settings.json"
    try:
        own = json.loads(settings.read_bytes()) if settings.is_file() else None
    except ValueError:  # VS Code takes comments too
        print(f"{project.name(settings)} is geen JSON; zet daar zelf in welk schema bij welk bestand hoort")
        return 1
    if isinstance(own, dict):
        write_whole(settings, json.dumps({**own, "yaml.schemas": PLAATSEN}, ensure_ascii=False, indent=2) + "\n")
    return 0
