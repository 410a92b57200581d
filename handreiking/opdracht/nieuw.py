"""`handreiking nieuw`: a new handreiking in a folder of its own, which builds and passes the checks at once.

What is new is a handreiking, unless the first word names another thing: `nieuw "Veilige wijk"`,
`nieuw praktijkvoorbeeld Waterdijk`. A handreiking that is called after such a thing: `nieuw handreiking NAAM`.
"""

from __future__ import annotations

import argparse
import os
import shlex
import sys
import tempfile
from datetime import date
from pathlib import Path

from handreiking.citaten.brontekst import Brontekst
from handreiking.citaten.controle import check_definities, update_vastleggingen
from handreiking.invoer.antwoorden import check_antwoorden
from handreiking.invoer.voorstel import propose_id
from handreiking.lezen.laden import load_gelezen
from handreiking.lezen.project import Project, require_handreiking
from handreiking.lezen.vastlegging import BESTAND, write_vastleggingen
from handreiking.nieuw.geraamte import render_geraamte
from handreiking.opdracht.check import read_day
from handreiking.opdracht.praktijk import add_praktijkvoorbeeld, run_praktijkvoorbeeld
from handreiking.soorten.record import Samenhang
from handreiking.soorten.titelblad import Titelblad

WORTEL = Path(__file__).parents[2]  # where the Makefile and the hook are, beside this package
_NEEDED = ("Makefile", "requirements")
HANDREIKING = "handreiking"
PRAKTIJKVOORBEELD = "praktijkvoorbeeld"
_USAGE = "%(prog)s [OPTIES] NAAM\n         %(prog)s [OPTIES] praktijkvoorbeeld GEMEENTE --onderwerp … --bron …"


def add_options(parser: argparse.ArgumentParser, _: argparse.ArgumentParser) -> None:
    """Add the options of `handreiking nieuw`."""
    parser.usage = _USAGE
    hint = "de titel van de nieuwe handreiking; met 'praktijkvoorbeeld' ervoor de naam van een gemeente"
    parser.add_argument("naam", nargs="+", metavar="NAAM", help=hint)
    parser.add_argument("--map", type=Path, help="de nieuwe map (standaard: naar de titel, in deze map)")
    parser.add_argument("--today", type=read_day, help="de dag van vandaag (jjjj-mm-dd)")
    add_praktijkvoorbeeld(parser)


def run(project: Project, vandaag: date, opties: argparse.Namespace) -> int:
    """Make what is asked for; give 0, or 1 with what stands in the way."""
    *wat, naam = opties.naam
    refused = _refuse_words(wat, naam, opties)
    if refused:
        print(refused, file=sys.stderr)
        return 1
    if wat == [PRAKTIJKVOORBEELD]:
        require_handreiking(project)
        return run_praktijkvoorbeeld(project, naam, vandaag, opties)
    return run_nieuwe_handreiking(naam, vandaag, opties)


def _refuse_words(wat: list[str], naam: str, opties: argparse.Namespace) -> str | None:
    """Say which words or options do not make sense together, with how to write what was meant."""
    if not wat and naam == PRAKTIJKVOORBEELD:
        return "noem ook de gemeente: handreiking nieuw praktijkvoorbeeld NAAM"
    if wat not in ([], [HANDREIKING], [PRAKTIJKVOORBEELD]):
        known = wat[:1] if wat[0] in (HANDREIKING, PRAKTIJKVOORBEELD) else []
        rest = " ".join([*wat[len(known) :], naam])
        return (
            f"zet een naam van meer woorden tussen aanhalingstekens: handreiking nieuw {' '.join([*known, repr(rest)])}"
        )
    if wat == [PRAKTIJKVOORBEELD]:
        return "--map hoort bij een nieuwe handreiking; een praktijkvoorbeeld komt in content" if opties.map else None
    given = [name for name in ("onderwerp", "bron", "stand") if getattr(opties, name)]
    return f"--{given[0]} hoort bij: handreiking nieuw praktijkvoorbeeld NAAM" if given else None


def run_nieuwe_handreiking(titel: str, vandaag: date, opties: argparse.Namespace) -> int:
    """Make the folder, whole or not at all; give 0, or 1 with what stands in the way.

    The new folder uses the templates, the hook and the commands of the folder that this package is run from, as the
    second handreiking of the tests does: a copy of them would miss every later improvement.
    """
    naam = titel.strip()
    target = opties.map or Path(propose_id(naam, (), "handreiking"))
    refused = _refuse(naam, target, vandaag)
    if refused:
        print(refused, file=sys.stderr)
        return 1
    place = target.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    wortel = Path(os.path.relpath(WORTEL, place)).as_posix()
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=f".{place.name}.") as folder:
        made = Path(folder) / "nieuw"
        for name, text in render_geraamte(naam, vandaag, wortel).items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_text(text, encoding="utf-8", newline="\n")
        _review(Project(made, made / "content", ()), vandaag)
        if place.exists():
            place.rmdir()
        made.rename(place)
    begin = shlex.join(["make", "-C", str(WORTEL), "site", f"MAP={place}"])
    print(f"{target}: gemaakt. Lees README.md daarin, of begin met: {begin}")
    return 0


def _refuse(naam: str, target: Path, vandaag: date) -> str | None:
    missing = [name for name in _NEEDED if not (WORTEL / name).exists()]
    if missing:
        return f"in {WORTEL} ontbreekt {missing[0]}; werk vanuit een kloon van Handreiking, met alles erin"
    _, problems = check_antwoorden(Titelblad, {"titel": naam}, Samenhang(vandaag))
    wrong = [message for plek, message in problems if plek == ("titel",)]
    if wrong:
        return f"de naam kan zo niet: {wrong[0]}"
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        return f"{target} is een snelkoppeling of een bestand; kies een andere map met --map"
    if target.is_dir() and any(target.iterdir()):
        return f"{target} bestaat al en is niet leeg; kies een andere map met --map"
    return None


def _review(project: Project, vandaag: date) -> None:
    """Write down the texts of the definitions as reviewed today."""
    gelezen, _ = load_gelezen(project, vandaag)
    uitslagen = check_definities(gelezen, {}, lambda _: Brontekst(None, "niet opgehaald"))
    write_vastleggingen(project.data / BESTAND, update_vastleggingen({}, gelezen, uitslagen, vandaag))
