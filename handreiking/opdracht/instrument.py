"""`handreiking instrument nieuw`: add an instrument by answering questions, or by options alone."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from handreiking.gegevens import Soort, Uitgever
from handreiking.instrumenten import Instrument
from handreiking.invoer.antwoorden import record_values, samenhang_of
from handreiking.invoer.instrument import check_instrument, new_record, propose_rest
from handreiking.invoer.vorm import Soort as Antwoordsoort
from handreiking.invoer.vragen import all_fields, field_of, hulp_of, label_of, labelled, veld_at
from handreiking.opdracht.check import read_day
from handreiking.opdracht.formulier import update_formulier
from handreiking.opdracht.gesprek import Gesprek, GestoptError
from handreiking.opdracht.toevoegen import Toevoeging, load_in_order, render_toevoegingen, try_texts, write_texts
from handreiking.opdracht.uitkomst import Uitkomst, render_uitkomsten
from handreiking.opdracht.vragenlijst import Vragenlijst
from handreiking.opmaak.toevoegen import render_record
from handreiking.problem import Ernst
from handreiking.project import Project

VERDER = "Bekijk het met `make serve`, en leg het vast in git."


def add_nieuw(parser: argparse.ArgumentParser) -> None:
    """Add the options of `handreiking instrument nieuw`: one for each field that words can answer."""
    for veld in all_fields():
        vorm = field_of(veld)[2]
        several = vorm.lijst or vorm.soort is Antwoordsoort.TITELS
        more: dict[str, Any] = {"nargs": "+", "action": "extend"} if several else {}
        shown = "MAP/NAAM=TITEL" if vorm.soort is Antwoordsoort.TITELS else "WAARDE"
        parser.add_argument(_option(veld), metavar=shown, help=hulp_of(veld).replace("%", "%%"), dest=veld, **more)
    parser.add_argument("--nieuwe-uitgever", metavar="NAAM", help="voeg deze uitgever toe, en gebruik hem")
    parser.add_argument(
        "--nieuwe-soort", metavar=("NAAM", "MEERVOUD"), nargs=2, help="voeg deze soort toe, en gebruik haar"
    )
    parser.add_argument("--ja", action="store_true", help="vraag niets; wat ontbreekt of fout is, houdt het tegen")
    parser.add_argument("--today", type=read_day, help="de dag van vandaag (jjjj-mm-dd)")


def run_nieuw(project: Project, vandaag: date, opties: argparse.Namespace, gesprek: Gesprek) -> int:
    """Add an instrument; give 0, 1 where nothing was added, 130 where it was broken off.

    Raises NietGedraaidError where the handreiking has problems already.
    """
    gelezen = load_in_order(project, vandaag)
    lijst = Vragenlijst(gesprek, gelezen, samenhang_of(gelezen, vandaag), _answers(opties))
    lijst.resolve()
    try:
        texts = _by_options(project, lijst, opties) if opties.ja else _by_asking(project, lijst, opties)
    except KeyboardInterrupt:
        gesprek.say("\nAfgebroken; er is niets veranderd.")
        return 130
    except GestoptError as error:
        gesprek.say(f"Gestopt, want {error}; er is niets veranderd.")
        return 1
    if texts is None:
        gesprek.say("Er is niets veranderd.")
        return 1
    write_texts(project, texts)
    changed = [project.name(project.data / name) for name in texts]
    for name in [*changed, *update_formulier(project, vandaag)]:
        gesprek.say(f"{name}: aangevuld")
    gesprek.say(f"Instrument '{lijst.antwoorden['id']}' is toegevoegd. {VERDER}")
    return 0


def render_new(lijst: Vragenlijst, record: Instrument) -> list[Toevoeging]:
    """Give what is to be added: the instrument, and before it the new records that it refers to."""
    named = {str(value) for value in _words(lijst.antwoorden)}
    nieuw = [one for one in lijst.nieuw if one.waarden["id"] in named]
    return [*nieuw, Toevoeging(Instrument, record_values(lijst.antwoorden, record))]


def _by_options(project: Project, lijst: Vragenlijst, opties: argparse.Namespace) -> dict[str, str] | None:
    for option, message in _add_named(lijst, opties):
        lijst.gesprek.say(labelled(option, message))
    lijst.antwoorden = {**propose_rest(lijst.antwoorden, lijst.gelezen, lijst.context), **lijst.antwoorden}
    record, problems = check_instrument(lijst.antwoorden, lijst.gelezen, lijst.context)
    for plek, message in problems:
        lijst.gesprek.say(labelled(_option(veld_at(plek)), message))
    if record is None:
        return None
    texts, outcomes = _try(project, lijst, record)
    return None if any(outcome.ernst is Ernst.FOUT for outcome in outcomes) else texts


def _by_asking(project: Project, lijst: Vragenlijst, opties: argparse.Namespace) -> dict[str, str] | None:
    gesprek = lijst.gesprek
    gesprek.say(
        "Een nieuw instrument. Enter neemt over wat tussen haken staat; Ctrl-C stopt zonder iets te veranderen."
    )
    for option, message in _add_named(lijst, opties):
        gesprek.say(labelled(option, message))
    fields = {name.casefold(): veld for veld in all_fields() for name in (veld, label_of(veld))}
    while True:
        lijst.ask_all()
        record, _ = check_instrument(lijst.antwoorden, lijst.gelezen, lijst.context)
        if record is None:
            continue
        texts, outcomes = _try(project, lijst, record)
        good = not any(outcome.ernst is Ernst.FOUT for outcome in outcomes)
        gesprek.say("Toevoegen? Antwoord met ja of nee, of noem een veld om dat te veranderen.")
        answer = gesprek.ask().casefold()
        while answer not in fields:
            if answer == "ja" and good:
                return texts
            if answer == "nee":
                return None
            gesprek.say("Dat kan nog niet: los eerst op wat er mis is." if answer == "ja" else "Dat is geen veld.")
            answer = gesprek.ask().casefold()
        lijst.ask(fields[answer])


def _try(project: Project, lijst: Vragenlijst, record: Instrument) -> tuple[dict[str, str], list[Uitkomst]]:
    """Show what would be added, and what the checks say of it."""
    toevoegingen = render_new(lijst, record)
    for one in toevoegingen:
        entry = render_record(one.waarden, one.model).removesuffix("\n")
        lijst.gesprek.say(f"\n{project.name(project.data / one.bestand)}:\n\n{entry}")
    texts = render_toevoegingen(project, toevoegingen)
    outcomes = try_texts(project, lijst.context.vandaag, texts)
    lijst.gesprek.say(f"\n{render_uitkomsten(outcomes, 'text')}" if outcomes else "")
    return texts, outcomes


def _add_named(lijst: Vragenlijst, opties: argparse.Namespace) -> Iterable[tuple[str, str]]:
    """Have the new publisher and kind that the options name; give what is wrong with them, with the option."""
    if opties.nieuwe_uitgever is not None:
        yield from _add(lijst, Uitgever, "uitgever", opties.nieuwe_uitgever)
    if opties.nieuwe_soort is not None:
        naam, meervoud = opties.nieuwe_soort
        yield from _add(lijst, Soort, "soort", naam, meervoud=meervoud)


def _add(
    lijst: Vragenlijst, model: type[Uitgever | Soort], veld: str, naam: str, **rest: str
) -> Iterable[tuple[str, str]]:
    answers = new_record(model, naam, lijst.context.records[veld], **rest)
    wrong = lijst.add(model, answers)
    if not wrong:
        lijst.antwoorden[veld] = answers["id"]
    return [(f"--nieuwe-{veld}", message) for message in wrong]


def _answers(opties: argparse.Namespace) -> dict[str, Any]:
    """Give the answers that stand in the options."""
    answers: dict[str, Any] = {}
    for veld in all_fields():
        value = getattr(opties, veld)
        if value is not None:
            *blocks, naam = veld.split(".")
            target = answers
            for block in blocks:
                target = target.setdefault(block, {})
            is_titles = field_of(veld)[2].soort is Antwoordsoort.TITELS
            target[naam] = dict(_pair(one) for one in value) if is_titles else value
    return answers


def _pair(text: str) -> tuple[str, str]:
    name, _, titel = text.partition("=")
    return name, titel


def _words(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping | list):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _words(inner)
    else:
        yield value


def _option(veld: str) -> str:
    return f"--{veld.replace('.', '-').replace('_', '-')}"
