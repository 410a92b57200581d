"""The command `handreiking`: check the content, the data and the addresses; write the editor's schemas."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path

from handreiking.klok import vandaag
from handreiking.opdracht.bouw import AFGEBROKEN, add_bouw, run_bouw
from handreiking.opdracht.check import add_check, load_wegen, read_day, read_network, run_check
from handreiking.opdracht.definities import run_vastleggen
from handreiking.opdracht.export import add_export, run_export
from handreiking.opdracht.formulier import add_formulier, add_uit_formulier, run_formulier, run_uit_formulier
from handreiking.opdracht.gesprek import Gesprek
from handreiking.opdracht.github import add_github, run_github
from handreiking.opdracht.instrument import add_nieuw, run_nieuw
from handreiking.opdracht.links import Wegen
from handreiking.opdracht.nieuw import PRAKTIJKVOORBEELD, add_nieuwe_handreiking, run_nieuw_van_iets
from handreiking.opdracht.opmaak import add_opmaak, run_opmaak
from handreiking.opdracht.samenvatting import add_samenvatting, run_samenvatting
from handreiking.opdracht.weekverslag import add_weekverslag, run_weekverslag
from handreiking.problem import NietGedraaidError
from handreiking.project import Project, find_project
from handreiking.schema import MODELS, render_schema
from handreiking.wegschrijven import render_oserror, write_whole


def main(argv: Sequence[str] | None = None, wegen: Wegen | None = None) -> int:
    """Run the command; give 0 where nothing is wrong, 1 where there are problems, 2 where it could not run.

    `wegen` is how the outside world is reached, where a test wants another one.
    """
    opties = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a letter shows its number
            stream.reconfigure(errors="backslashreplace")
    project = find_project(opties.project.resolve())
    try:
        return _run(opties, project, wegen)
    except NietGedraaidError as error:
        print(f"Niet gecontroleerd: {error}", file=sys.stderr)
    except BrokenProcessPool:
        print(AFGEBROKEN, file=sys.stderr)
    except OSError as error:
        print(render_oserror(error, project.map), file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="handreiking", description="Controleert een handreiking.")
    where = argparse.ArgumentParser(add_help=False)
    hint = "de map van de handreiking (standaard: deze map)"
    parser.add_argument("--project", type=Path, default=Path(), help=hint)
    where.add_argument("--project", type=Path, default=argparse.SUPPRESS, help=hint)
    commands = parser.add_subparsers(dest="opdracht", required=True, metavar="OPDRACHT")
    add_bouw(commands.add_parser("bouw", parents=[where], help="schrijf de site"))
    add_check(commands.add_parser("check", parents=[where], help="controleer inhoud, gegevens, adressen of citaten"))
    commands.add_parser("schema", parents=[where], help="schrijf data/schema/ opnieuw, uit de velden van de loader")
    add_nieuwe_handreiking(
        commands.add_parser("nieuw", parents=[where], help="maak een nieuwe handreiking of een praktijkvoorbeeld")
    )
    add_opmaak(commands.add_parser("opmaak", parents=[where], help="zet gegevens en pagina's in de vaste opmaak"))
    instrument = commands.add_parser("instrument", parents=[where], help="voeg een instrument toe")
    kinds = instrument.add_subparsers(dest="wat", required=True, metavar="WAT")
    add_nieuw(kinds.add_parser("nieuw", parents=[where], help="door vragen te beantwoorden"))
    add_uit_formulier(kinds.add_parser("uit-formulier", parents=[where], help="uit een ingevuld formulier"))
    add_formulier(commands.add_parser("formulier", parents=[where], help="schrijf de formulieren voor wat nieuw is"))
    add_export(commands.add_parser("export", parents=[where], help="schrijf de handreiking als pdf"))
    add_weekverslag(commands.add_parser("weekverslag", parents=[where], help="controleer alles, in één verslag"))
    add_samenvatting(commands.add_parser("samenvatting", parents=[where], help="vertel wat een wijziging doet"))
    add_github(commands.add_parser("github", help="plaats wat een workflow te melden heeft"))
    definities = commands.add_parser("definities", parents=[where], help="leg de definities vast na een beoordeling")
    definities.add_argument("wat", choices=("vastleggen",))
    definities.add_argument("--zonder-net", action="store_true", help="haal de bronnen niet op")
    definities.add_argument(
        "--akkoord", metavar="ID", action="extend", nargs="+", default=[], help="leg deze toch vast"
    )
    definities.add_argument("--today", type=read_day, help="de dag van de beoordeling (jjjj-mm-dd)")
    definities.add_argument(
        "--sta-toe", type=read_network, action="append", default=[], metavar="CIDR", help="sta een besloten net toe"
    )
    return parser


def _run(opties: argparse.Namespace, project: Project, wegen: Wegen | None) -> int:
    if opties.opdracht == "nieuw" and opties.naam[:-1] != [PRAKTIJKVOORBEELD]:
        return run_nieuw_van_iets(project, opties.today or vandaag(os.environ), opties)
    if opties.opdracht == "schema":
        return _write_schemas(project)
    if opties.opdracht == "github":
        return run_github(opties, os.environ)
    missing = [folder.name for folder in (project.content, project.data) if not folder.is_dir()]
    if missing:
        raise NietGedraaidError(f"in {project.map} is geen handreiking; er is geen map {' en '.join(missing)}")
    return _COMMANDS[opties.opdracht](project, getattr(opties, "today", None) or vandaag(os.environ), opties, wegen)


def _run_definities(project: Project, today: date, opties: argparse.Namespace, wegen: Wegen | None) -> int:
    out = None if opties.zonder_net else wegen or load_wegen(opties, os.environ)
    return run_vastleggen(project, today, out, opties.akkoord)


def _run_instrument(project: Project, today: date, opties: argparse.Namespace, _: Wegen | None) -> int:
    if opties.wat == "uit-formulier":
        return run_uit_formulier(project, today, opties)
    return run_nieuw(project, today, opties, Gesprek())


# What needs the content and the data, by its name on the command line.
_COMMANDS: dict[str, Callable[[Project, date, argparse.Namespace, Wegen | None], int]] = {
    "check": lambda project, today, opties, wegen: run_check(
        project, today, opties, wegen or load_wegen(opties, os.environ)
    ),
    "bouw": lambda project, today, opties, _: run_bouw(project, today, opties),
    "definities": _run_definities,
    "instrument": _run_instrument,
    "formulier": lambda project, today, opties, _: run_formulier(project, today, opties),
    "opmaak": lambda project, _today, opties, _: run_opmaak(project, opties),
    "nieuw": lambda project, today, opties, _: run_nieuw_van_iets(project, today, opties),
    "export": lambda project, today, opties, _: run_export(project, today, opties),
    "samenvatting": lambda project, today, opties, _: run_samenvatting(project, today, opties),
    "weekverslag": lambda project, today, opties, wegen: run_weekverslag(
        project, today, opties, wegen or load_wegen(opties, os.environ)
    ),
}


def _write_schemas(project: Project) -> int:
    folder = project.data / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name in MODELS:
        write_whole(folder / f"{name}.schema.json", render_schema(name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
