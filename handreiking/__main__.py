"""The command `handreiking`: build, check, export, and what editors and workflows need besides."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handreiking.basis.klok import vandaag
from handreiking.basis.parallel import AFGEBROKEN
from handreiking.basis.problem import NietGedraaidError
from handreiking.basis.wegschrijven import render_oserror
from handreiking.lezen.project import find_project, require_handreiking

if TYPE_CHECKING:
    from handreiking.opdracht.links import Wegen

# Each command with what it does; `opdracht/<name>.py` adds its options and runs it. None is imported for another.
_OPDRACHTEN = {
    "bouw": "schrijf de site",
    "check": "controleer inhoud, gegevens, adressen of citaten",
    "schema": "schrijf data/schema/ opnieuw, uit de velden van de loader",
    "nieuw": "maak een nieuwe handreiking of een praktijkvoorbeeld",
    "instrument": "voeg een instrument toe",
    "formulier": "schrijf de formulieren voor wat nieuw is",
    "export": "schrijf de handreiking als pdf",
    "weekverslag": "controleer alles, in één verslag",
    "samenvatting": "vertel wat een wijziging doet",
    "github": "plaats wat een workflow te melden heeft",
    "definities": "leg de definities vast na een beoordeling",
}
_OVERAL = ("github", "nieuw", "schema")  # they ask no handreiking of the folder they run in


def main(argv: Sequence[str] | None = None, wegen: Wegen | None = None) -> int:
    """Run the command; return 0 where nothing is wrong, 1 where there are problems, 2 where it could not run.

    `wegen` is how the outside world is reached, where a test wants another one.
    """
    words = sys.argv[1:] if argv is None else argv
    opties, module = _parse(words)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a letter shows its number
            stream.reconfigure(errors="backslashreplace")
    project = find_project(opties.project.resolve())
    opties.wegen = wegen
    try:
        if opties.opdracht not in _OVERAL:
            require_handreiking(project)
        return int(module.run(project, getattr(opties, "today", None) or vandaag(os.environ), opties))
    except NietGedraaidError as error:
        print(f"Niet gecontroleerd: {error}", file=sys.stderr)
    except BrokenExecutor:
        print(AFGEBROKEN, file=sys.stderr)
    except OSError as error:
        if not error.errno:  # an icon or a template that is missed: that is no fault of the disk
            raise
        print(render_oserror(error, project.map), file=sys.stderr)
    return 2


def _parse(words: Sequence[str]) -> tuple[argparse.Namespace, Any]:
    """Return the options, and the module of the command that they are for."""
    opties = make_parser(words).parse_args(words)
    return opties, import_module(f"handreiking.opdracht.{opties.opdracht}")


def make_parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser, with the options of the commands that stand among these words."""
    parser = argparse.ArgumentParser(prog="handreiking", description="Maakt en controleert een handreiking.")
    where = argparse.ArgumentParser(add_help=False)
    hint = "de map van de handreiking (standaard: deze map)"
    parser.add_argument("--project", type=Path, default=Path(), help=hint)
    where.add_argument("--project", type=Path, default=argparse.SUPPRESS, help=hint)
    commands = parser.add_subparsers(dest="opdracht", required=True, metavar="OPDRACHT")
    for name, uitleg in _OPDRACHTEN.items():
        own = commands.add_parser(name, parents=[where], help=uitleg)
        if name in words:
            import_module(f"handreiking.opdracht.{name}").add_options(own, where)
    return parser


if __name__ == "__main__":
    sys.exit(main())
