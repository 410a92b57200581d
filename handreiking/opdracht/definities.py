"""`handreiking definities vastleggen`: write down the definitions as they were reviewed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Collection
from datetime import date

from handreiking.basis.problem import Ernst, NietGedraaidError
from handreiking.citaten.brontekst import Brontekst
from handreiking.citaten.controle import check_definities, update_vastleggingen
from handreiking.geheel.laden import check_gelezen
from handreiking.lezen.laden import load_gelezen
from handreiking.lezen.project import Project
from handreiking.lezen.vastlegging import BESTAND, load_vastleggingen, write_vastleggingen
from handreiking.opdracht.check import load_wegen, read_day, read_network
from handreiking.opdracht.links import Wegen, check_citaten
from handreiking.opdracht.uitkomst import render_aantal, render_uitkomsten


def add_options(parser: argparse.ArgumentParser, _: argparse.ArgumentParser) -> None:
    """Add the options of `handreiking definities vastleggen`."""
    parser.add_argument("wat", choices=("vastleggen",))
    parser.add_argument("--zonder-net", action="store_true", help="haal de bronnen niet op")
    parser.add_argument("--akkoord", metavar="ID", action="extend", nargs="+", default=[], help="leg deze toch vast")
    parser.add_argument("--today", type=read_day, help="de dag van de beoordeling (jjjj-mm-dd)")
    parser.add_argument(
        "--sta-toe", type=read_network, action="append", default=[], metavar="CIDR", help="sta een besloten net toe"
    )


def run(project: Project, vandaag: date, opties: argparse.Namespace) -> int:
    """Write down what was reviewed; see `run_vastleggen`."""
    wegen = None if opties.zonder_net else opties.wegen or load_wegen(opties, os.environ)
    return run_vastleggen(project, vandaag, wegen, opties.akkoord)


def run_vastleggen(project: Project, vandaag: date, wegen: Wegen | None, akkoord: Collection[str] = ()) -> int:
    """Write the sum of each text and what stands around it at its source; without `wegen` nothing is fetched.

    A quotation that no longer stands at its source is written down only where its id is in `akkoord`; else nothing
    is, and 1 is given. Raises NietGedraaidError where the data have problems: those are not signed off.
    """
    gelezen, problems = load_gelezen(project, vandaag)
    if problems or check_gelezen(gelezen)[1]:
        raise NietGedraaidError("de gegevens zijn niet in orde; los eerst op wat `handreiking check` meldt")
    path = project.data / BESTAND
    known = dict(load_vastleggingen(path, project.name(path), vandaag)[0] or {})
    if wegen is None:
        uitslagen = check_definities(gelezen, known, lambda _: Brontekst(None, "niet opgehaald"))
    else:
        outcomes, uitslagen = check_citaten(gelezen, known, wegen)
        print(render_uitkomsten(outcomes, "text"), end="")
        drifted = [u.id for u in outcomes if u.ernst is Ernst.FOUT and u.id not in akkoord]
        if drifted:
            said = f"Niets vastgelegd. Kijk deze na en bevestig ze met --akkoord {' '.join(drifted)}"
            print(said, file=sys.stderr)
            return 1
    updated = update_vastleggingen(known, gelezen, uitslagen, vandaag)
    write_vastleggingen(path, updated)
    changed = sum(known.get(name) != record for name, record in updated.items())
    count = render_aantal(len(updated), "definitie", "definities")
    print(f"{project.name(path)}: {count} vastgelegd, {changed} nieuw of veranderd", file=sys.stderr)
    return 0
