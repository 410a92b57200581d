"""`handreiking instrument uit-formulier`: an instrument from a filled-in form, tried out before it is written."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from handreiking.basis.problem import Ernst, NietGedraaidError
from handreiking.basis.wegschrijven import write_whole
from handreiking.invoer.antwoorden import check_antwoorden, record_values, samenhang_of, with_record
from handreiking.invoer.formulier import (
    MAX_TEKENS,
    NIEUWE_UITGEVER,
    TE_LANG,
    Ingevuld,
    parse_formulier,
)
from handreiking.invoer.instrument import check_instrument, propose_rest
from handreiking.invoer.reactie import render_problemen, render_samenvatting
from handreiking.invoer.voorstel import find_named, names_of, propose_id
from handreiking.invoer.vragen import label_at
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.project import Project
from handreiking.opdracht.check import read_day
from handreiking.opdracht.formulier import update_formulier
from handreiking.opdracht.toevoegen import Toevoeging, load_in_order, render_toevoegingen, try_texts, write_texts
from handreiking.soorten.instrument import Instrument
from handreiking.soorten.record import Samenhang
from handreiking.soorten.uitgever import Uitgever


def add_options(parser: argparse.ArgumentParser, where: argparse.ArgumentParser) -> None:
    """Add the options of `handreiking instrument uit-formulier`."""
    kinds = parser.add_subparsers(dest="wat", required=True, metavar="WAT")
    add_uit_formulier(kinds.add_parser("uit-formulier", parents=[where], help="uit een ingevuld formulier"))


def add_uit_formulier(parser: argparse.ArgumentParser) -> None:
    """Add the options of `handreiking instrument uit-formulier`."""
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--bestand", type=Path, help="het ingevulde formulier (standaard: van de invoer)")
    source.add_argument("--omgeving", metavar="NAAM", help="de omgevingsvariabele waarin het ingevulde formulier staat")
    hint = "schrijf het antwoord en de veranderde gegevens in deze map, en verander hier niets; het geeft dan altijd 0"
    parser.add_argument("--uit", type=Path, metavar="MAP", help=hint)
    parser.add_argument("--today", type=read_day, help="de dag van vandaag (jjjj-mm-dd)")


def run(project: Project, vandaag: date, opties: argparse.Namespace) -> int:
    """Add the instrument of a filled-in form; give 0 with a summary, or 1 with what is wrong: Markdown for a comment.

    With `--uit` all that goes to a folder, for a job that may write, and 0 says that there is an answer either way.
    Raises NietGedraaidError where the handreiking has problems already, and OSError where the form cannot be read.
    """
    gelezen = load_in_order(project, vandaag)
    toevoegingen, problems = _parse(_read(opties), gelezen, samenhang_of(gelezen, vandaag))
    texts = {} if problems else render_toevoegingen(project, toevoegingen)
    outcomes = try_texts(project, vandaag, texts) if texts else []
    problems += [("", outcome.bewijs) for outcome in outcomes if outcome.ernst is Ernst.FOUT]
    if problems:
        texts, answer = {}, render_problemen(problems)
    else:
        gedaan = "toegevoegd" if opties.uit is None else "voorgesteld"
        answer = render_samenvatting(_summary(toevoegingen), [outcome.bewijs for outcome in outcomes], gedaan)
    if opties.uit is not None:
        for name, text in {"antwoord.md": answer, **{f"data/{name}": text for name, text in texts.items()}}.items():
            (opties.uit / name).parent.mkdir(parents=True, exist_ok=True)
            write_whole(opties.uit / name, text)
        return 0
    print(answer, end="")
    if texts:
        write_texts(project, texts)
        update_formulier(project, vandaag)
    return int(bool(problems))


def _read(opties: argparse.Namespace) -> bytes:
    """Return the form, or more than a form may be; raises NietGedraaidError where there is none."""
    most = 4 * MAX_TEKENS + 1  # a letter in UTF-8 has four bytes at most
    if opties.omgeving is not None:
        value = os.environb.get(os.fsencode(opties.omgeving))
        if value is None:
            raise NietGedraaidError(f"er is geen omgevingsvariabele {opties.omgeving}")
        return value[:most]
    if opties.bestand is not None:
        with opties.bestand.open("rb") as file:
            return bytes(file.read(most))
    return sys.stdin.buffer.read(most)


def _parse(raw: bytes, gelezen: Gelezen, context: Samenhang) -> tuple[list[Toevoeging], list[tuple[str, str]]]:
    """Return the records to add, or what is wrong with the form."""
    if len(raw) > 4 * MAX_TEKENS:
        return [], [("", TE_LANG)]
    try:
        ingevuld, problems = parse_formulier(raw.decode("utf-8"), gelezen, context)
    except UnicodeDecodeError:
        return [], [("", "het formulier is geen UTF-8")]
    if ingevuld is None:
        return [], problems
    toevoegingen, found = _judge(ingevuld, gelezen, context)
    return toevoegingen, [*found, *problems]


def _judge(ingevuld: Ingevuld, gelezen: Gelezen, context: Samenhang) -> tuple[list[Toevoeging], list[tuple[str, str]]]:
    """Return the instrument, and the publisher that is new with it, or what is wrong by the name of each question."""
    antwoorden: dict[str, Any] = {**ingevuld.antwoorden}
    toevoegingen: list[Toevoeging] = []
    problems: list[tuple[str, str]] = []
    if ingevuld.nieuwe_uitgever is not None and "uitgever" not in antwoorden:
        known = context.records["uitgever"]
        naam = ingevuld.nieuwe_uitgever
        answers = {"id": propose_id(naam, known, "uitgever"), "naam": naam}
        antwoorden["uitgever"] = find_named(naam, names_of(known)) or answers["id"]
        if antwoorden["uitgever"] not in known:
            uitgever, wrong = check_antwoorden(Uitgever, answers, context)
            problems += [(NIEUWE_UITGEVER, message) for _, message in wrong]
            if uitgever is not None:
                context = with_record(context, uitgever)
                toevoegingen.append(Toevoeging(Uitgever, record_values(answers, uitgever)))
    if "aanvragen" in antwoorden and "uitgever" in antwoorden:
        antwoorden["aanvragen"] = {"bij": antwoorden["uitgever"], **antwoorden["aanvragen"]}
    antwoorden |= propose_rest(antwoorden, gelezen, context)
    instrument, wrong = check_instrument(antwoorden, gelezen, context)
    for plek, message in wrong:
        known_wrong = plek[:1] == ("uitgever",) and bool(problems)  # the new publisher is told of already
        problems += [] if known_wrong else [(label_at(plek), message)]
    if instrument is not None:
        toevoegingen.append(Toevoeging(Instrument, record_values(antwoorden, instrument)))
    return toevoegingen, problems


def _summary(toevoegingen: Iterable[Toevoeging]) -> dict[str, str]:
    """Return what was added, by the name of each thing."""
    said: dict[str, str] = {}
    for one in toevoegingen:
        if one.model is Instrument:
            onderwerpen = ", ".join(one.waarden["onderwerpen"])
            said |= {"id": one.waarden["id"], "titel": one.waarden["titel"], "onderwerpen": onderwerpen}
        else:
            said["nieuwe uitgever"] = f"{one.waarden['naam']} ({one.waarden['id']})"
    return said
