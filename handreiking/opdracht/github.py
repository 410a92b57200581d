"""`handreiking github`: what the workflows post, from files that other jobs made."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path

from handreiking.basis.problem import NietGedraaidError
from handreiking.github.api import Repository, load_repository
from handreiking.github.melding import write_antwoord, write_melding
from handreiking.github.voorstel import Voorstel, write_voorstel
from handreiking.lezen.project import Project

ANTWOORD = "antwoord.md"
CONTROLE = "controle.yml"


def add_options(parser: argparse.ArgumentParser, _: argparse.ArgumentParser) -> None:
    """Add the commands of `handreiking github` and their options."""
    commands = parser.add_subparsers(dest="wat", required=True, metavar="WAT")
    melding = commands.add_parser("melding", help="houd één melding bij: open als er iets is, dicht als alles klopt")
    melding.add_argument("--titel", required=True, help="de vaste titel")
    melding.add_argument("--label", required=True, help="het label waaraan de melding te vinden is")
    antwoord = commands.add_parser("antwoord", help="zet een antwoord onder een melding")
    antwoord.add_argument("--nummer", required=True, type=int, help="het nummer van de melding")
    overnemen = commands.add_parser("overnemen", help="stel voor wat uit een formulier kwam, en antwoord eronder")
    overnemen.add_argument("--nummer", required=True, type=int, help="het nummer van de melding met het formulier")
    overnemen.add_argument("--map", type=Path, required=True, help="de map met antwoord.md en, als het goed is, data/")
    voorstel = commands.add_parser("voorstel", help="stel een wijziging van bestanden voor")
    voorstel.add_argument("--tak", required=True, help="de tak waarop de wijziging komt; wat er stond, gaat weg")
    voorstel.add_argument("--basis", default="main", help="de tak om te wijzigen (standaard: main)")
    voorstel.add_argument("--titel", required=True, help="de titel van het voorstel")
    voorstel.add_argument("--controle", default=CONTROLE, help="de workflow die het voorstel nakijkt")
    voorstel.add_argument("--map", type=Path, default=Path(), help="de map waaruit de bestanden komen")
    voorstel.add_argument("bestand", nargs="*", help="een bestand om te wijzigen; zonder: alle teksten en gegevens")
    for command in (melding, antwoord, voorstel):
        command.add_argument(
            "--tekst", type=Path, required=True, help="het bestand met de tekst; leeg: niets te melden"
        )


def run(_project: Project, _vandaag: date, opties: argparse.Namespace) -> int:
    """Run the command; give 0. Raises NietGedraaidError where a file is missing or GitHub refuses.

    A text that is not there is not an empty one: then what should have made it did not run.
    """
    tekst = _load(opties.map / ANTWOORD if opties.wat == "overnemen" else opties.tekst)
    repository = load_repository(os.environ)
    match opties.wat:
        case "overnemen":
            done = _overnemen(repository, opties.nummer, opties.map, tekst)
        case "melding":
            done = write_melding(repository, opties.titel, opties.label, tekst)
        case "antwoord":
            done = write_antwoord(repository, opties.nummer, tekst)
        case _:
            files = {name: _load(opties.map / name) for name in opties.bestand or _find(opties.map)}
            voorstel = Voorstel(files, opties.tak, opties.basis, opties.titel, tekst)
            done = write_voorstel(repository, voorstel, opties.controle) if files else "niets voor te stellen"
    print(done)
    return 0


def _overnemen(repository: Repository, nummer: int, folder: Path, tekst: str) -> str:
    """Propose the data files that a form changed, if it was right, and answer under it either way.

    The files come from a job that read what anyone may write, so only data files are taken.
    """
    files = {path.relative_to(folder).as_posix(): _load(path) for path in sorted((folder / "data").glob("*.yaml"))}
    done = "geen wijziging"
    if files:
        titel = f"tools: neem het formulier van melding {nummer} over"
        tekst_met_herkomst = f"{tekst.rstrip()}\n\nCloses #{nummer}.\n"
        voorstel = Voorstel(files, f"instrument-{nummer}", "main", titel, tekst_met_herkomst)
        done = write_voorstel(repository, voorstel, CONTROLE)
    return f"{done}; {write_antwoord(repository, nummer, tekst)}"


def _find(folder: Path) -> list[str]:
    """Return the texts and data files in a folder, as they are called in the repository; nothing else is taken."""
    found = [*(folder / "data").glob("*.yaml"), *(folder / "content").rglob("*.md")]
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _load(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NietGedraaidError(f"{path} is er niet; de opdracht die het maakt, heeft niet gedraaid") from None
