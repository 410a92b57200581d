"""The command `handreiking`: check the content and the data, write the editor's schemas."""

from __future__ import annotations

import argparse
import importlib.util
import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from handreiking.klok import vandaag
from handreiking.laden import Project, load_handreiking
from handreiking.problem import render_count, render_github, render_json, render_text
from handreiking.schema import MODELS, render_schema

FORMATS = {"text": render_text, "github": render_github, "json": render_json}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; give 0 where nothing is wrong, 1 where there are problems, 2 where it cannot run."""
    parser = argparse.ArgumentParser(prog="handreiking", description="Controleert een handreiking.")
    parser.add_argument("--project", type=Path, default=Path(), help="de map van de handreiking (standaard: deze map)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="OPDRACHT")
    check = commands.add_parser("check", help="controleer inhoud en gegevens")
    check.add_argument("--format", choices=FORMATS, default="text", help="de vorm van de meldingen")
    check.add_argument("--today", type=date.fromisoformat, default=None, help="de dag waartegen datums worden gehouden")
    commands.add_parser("schema", help="schrijf data/schema/ opnieuw, uit de velden van de loader")
    arguments = parser.parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a letter shows its number
            stream.reconfigure(errors="backslashreplace")
    folder = arguments.project.resolve()
    project = Project(folder, folder / "content", _icon_folders(folder))
    try:
        if arguments.command == "schema":
            return _write_schemas(project)
        return _check(project, arguments.today or vandaag(os.environ), arguments.format)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: dit is niet te lezen of te schrijven ({error.strerror})", file=sys.stderr)
        return 2


def _check(project: Project, vandaag: date, form: str) -> int:
    missing = [folder.name for folder in (project.content, project.data) if not folder.is_dir()]
    if missing:
        print(f"{project.map}: hier is geen handreiking; er is geen map {' en '.join(missing)}", file=sys.stderr)
        return 2
    handreiking, problems = load_handreiking(project, vandaag)
    print(FORMATS[form](problems), end="")
    if handreiking is None:
        print(render_count(problems), file=sys.stderr)
        return 1
    print(
        f"Bekeken: {len(handreiking.paginas)} pagina's, {len(handreiking.instrumenten)} instrumenten, "
        f"{len(handreiking.definities)} definities. Geen problemen.",
        file=sys.stderr,
    )
    return 0


def _write_schemas(project: Project) -> int:
    folder = project.data / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name in MODELS:
        (folder / f"{name}.schema.json").write_text(render_schema(name), encoding="utf-8")
    return 0


def _icon_folders(project: Path) -> tuple[Path, ...]:
    """Give the folders of icon sets: the project's own, and that of the theme package where it is installed."""
    spec = importlib.util.find_spec("material")
    packaged = (
        [Path(folder) / "templates" / ".icons" for folder in (spec.submodule_search_locations or [])] if spec else []
    )
    return (project / "overrides" / ".icons", *packaged)


if __name__ == "__main__":
    sys.exit(main())
