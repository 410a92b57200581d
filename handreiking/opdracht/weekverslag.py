"""`handreiking weekverslag`: every check in one run, and one text that says what asks for a look."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from handreiking.basis.problem import Ernst, NietGedraaidError
from handreiking.basis.vreemd import render_code, render_zin
from handreiking.basis.weergave import render_datum
from handreiking.basis.wegschrijven import write_whole
from handreiking.lezen.project import Project
from handreiking.opdracht.check import adres_van, load_wegen, read_day, read_network
from handreiking.opdracht.deel import Controle, Controledeel, check_deel
from handreiking.opdracht.inhoud import TAALREGELS, check_bestanden
from handreiking.opdracht.uitkomst import Uitkomst, render_aantal

_DELEN = {"alles": "Gegevens en teksten", "links": "Adressen", "definities": "Definities"}


@dataclass(frozen=True)
class Hoofdstuk:
    """One part of the report: its title, what was looked at, why that was not all, and what asks for a look."""

    titel: str
    bekeken: str
    tekort: str
    uitkomsten: tuple[Uitkomst, ...]


def add_options(parser: argparse.ArgumentParser, _: argparse.ArgumentParser) -> None:
    """Add the options of `handreiking weekverslag`."""
    parser.add_argument("--uit", type=Path, required=True, help="waar het verslag komt; leeg als alles in orde is")
    parser.add_argument("--site", type=Path, help="controleer ook de koppelingen in deze gebouwde site")
    parser.add_argument("--today", type=read_day, help="de dag waartegen datums worden gehouden (jjjj-mm-dd)")
    parser.add_argument("--sta-toe", type=read_network, action="append", default=[], metavar="CIDR", help="een net")


def run(project: Project, vandaag: date, opties: argparse.Namespace) -> int:
    """Run every check, bring the memory of the links up to date, write the report; give 0 once it is written.

    A part that could not run or did not look at everything is in the report too: silence means that all was seen.
    """
    outcomes, gelezen = check_bestanden(project, vandaag)
    wanted = argparse.Namespace(
        only_changed_since=None,
        bijwerken=True,
        site=opties.site,
        markdown=None,
    )
    run = Controle(
        project, gelezen, vandaag, wanted, opties.wegen or load_wegen(opties, os.environ, adres_van(gelezen))
    )
    hoofdstukken = _each_once([_hoofdstuk(run, deel, outcomes) for deel in _DELEN])
    opties.uit.parent.mkdir(parents=True, exist_ok=True)
    write_whole(opties.uit, render_weekverslag(hoofdstukken, vandaag))
    found = sum(len(hoofdstuk.uitkomsten) for hoofdstuk in hoofdstukken)
    print(f"{opties.uit}: {render_aantal(found, 'punt', 'punten')}", file=sys.stderr)
    return 0


def render_weekverslag(hoofdstukken: list[Hoofdstuk], vandaag: date) -> str:
    """Return the report as Markdown, or nothing where all was looked at and nothing asks for a look."""
    if not any(hoofdstuk.uitkomsten or hoofdstuk.tekort for hoofdstuk in hoofdstukken):
        return ""
    said = [f"Stand van {render_datum(vandaag)}.", ""]
    return "".join(f"{line}\n" for line in [*said, *(line for h in hoofdstukken for line in _lines(h))])


def _hoofdstuk(run: Controle, deel: str, outcomes: list[Uitkomst]) -> Hoofdstuk:
    try:
        found = check_deel(deel, run, outcomes)
    except NietGedraaidError as error:
        found = Controledeel([], "niets", str(error))
    return Hoofdstuk(_DELEN[deel], found.bekeken, found.tekort, tuple(filter(_asks, found.outcomes)))


def _each_once(hoofdstukken: list[Hoofdstuk]) -> list[Hoofdstuk]:
    """Leave out of the first part what a later one tells too, and weighs for itself."""
    first, *others = hoofdstukken
    told = {(u.bestand, u.regel, u.regelnaam) for hoofdstuk in others for u in hoofdstuk.uitkomsten}
    own = tuple(u for u in first.uitkomsten if (u.bestand, u.regel, u.regelnaam) not in told)
    return [replace(first, uitkomsten=own), *others]


def _asks(uitkomst: Uitkomst) -> bool:
    """Say whether an outcome asks an editor for a look; a hint about wording is told on a pull request only."""
    hint = uitkomst.ernst is Ernst.WAARSCHUWING and uitkomst.regelnaam in TAALREGELS
    return uitkomst.ernst is not Ernst.GOED and not hint


def _lines(hoofdstuk: Hoofdstuk) -> Iterator[str]:
    yield f"## {hoofdstuk.titel} ({len(hoofdstuk.uitkomsten)})"
    yield ""
    yield f"Bekeken: {render_zin(hoofdstuk.bekeken)}."
    if hoofdstuk.tekort:
        yield ""
        yield f"> Niet alles is bekeken: {render_zin(hoofdstuk.tekort)}"
    yield ""
    for uitkomst in sorted(hoofdstuk.uitkomsten, key=lambda u: (u.ernst is not Ernst.FOUT, u.bestand, u.regel)):
        yield f"- {render_code(f'{uitkomst.bestand}:{uitkomst.regel}')} {render_zin(uitkomst.problem().message)}"
    if hoofdstuk.uitkomsten:
        yield ""
