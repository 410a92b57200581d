"""`handreiking export pdf`: the whole, a theme or chosen topics as a PDF."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from handreiking.basis.problem import render_count
from handreiking.geheel.laden import load_handreiking
from handreiking.lezen.project import Project
from handreiking.opdracht.uitkomst import from_problem, render_uitkomsten
from handreiking.pdf.export import write_pdf
from handreiking.pdf.keuze import parse_keuze
from handreiking.site.downloads import PDF


def add_options(parser: argparse.ArgumentParser, _: argparse.ArgumentParser) -> None:
    """Add the options of `handreiking export`."""
    parser.add_argument("wat", choices=("pdf",))
    parser.add_argument("--thema", metavar="ID", help="alleen dit thema")
    parser.add_argument(
        "--onderwerp", metavar="ID", action="extend", nargs="+", default=[], help="deze onderwerpen, in deze volgorde"
    )
    parser.add_argument(
        "--uit", type=Path, default=Path(PDF), help=f"het bestand dat wordt geschreven (standaard: {PDF})"
    )
    parser.add_argument("--today", type=date.fromisoformat, help="de dag waartegen datums worden gehouden (jjjj-mm-dd)")


def run(project: Project, vandaag: date, opties: argparse.Namespace) -> int:
    """Write the PDF; give 0, 1 with the problems, or 2 for a theme or topic that is none; then the previous stays."""
    handreiking, problems = load_handreiking(project, vandaag)
    if handreiking is not None:
        try:
            keuze = parse_keuze(handreiking, thema=opties.thema, onderwerpen=opties.onderwerp)
        except ValueError as error:
            print(error, file=sys.stderr)
            return 2
        problems = write_pdf(opties.uit, handreiking, project, keuze)
    if problems:
        print(render_uitkomsten([from_problem(problem) for problem in problems], "text"), end="")
        print(f"{render_count(problems)}; {opties.uit} is niet geschreven", file=sys.stderr)
        return 1
    print(f"{opties.uit} geschreven", file=sys.stderr)
    return 0
