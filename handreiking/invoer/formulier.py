"""The form for a new instrument on GitHub: its text, made from the fields, and what somebody filled in.

GitHub gives an answered form as Markdown: `### Naam van de vraag`, a blank line, the answer. Anybody can send any
text in that shape, so nothing in it is trusted: the loader's own rules judge every answer.
https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from handreiking.basis.yaml_tekst import render_yaml
from handreiking.invoer.antwoorden import Antwoorden, kind_of
from handreiking.invoer.voorstel import topic_names
from handreiking.invoer.vorm import Vraagsoort
from handreiking.invoer.vragen import VRAGEN, field_of, hulp_of, is_required
from handreiking.lezen.gelezen import Gelezen
from handreiking.soorten.record import Samenhang

BESTAND = ".github/ISSUE_TEMPLATE/instrument.yml"
MAX_TEKENS = 20_000
TE_LANG = f"het formulier heeft meer dan {MAX_TEKENS} tekens; maak de antwoorden korter"
NIEUWE_UITGEVER = "Nieuwe uitgever"
TOELICHTING = "Toelichting voor de redactie"
CONTROLE = "Nagekeken"
NAGEKEKEN = "Ik heb het instrument zelf geopend, en de beschrijving is in mijn eigen woorden."
_EMPTY = {"_No response_", "None", ""}
_HEADING = re.compile(r"### (.+?)[ \t]*")
_HEAD = "# Gemaakt met `handreiking formulier`, uit de velden en de gegevens: verander het daar.\n\n"
_INTRO = (
    "Vul in wat u weet. De redactie kijkt ernaar; daarna wordt er een voorstel van gemaakt dat u zelf ook kunt zien. "
    "Klopt er iets nog niet, dan krijgt u een reactie die zegt wat en waar."
)


@dataclass(frozen=True)
class Ingevuld:
    """What somebody filled in: the answers by field, and the name of a publisher that is not in the list."""

    antwoorden: Antwoorden
    nieuwe_uitgever: str | None


def render_formulier(gelezen: Gelezen, context: Samenhang) -> str:
    """Return the text of the form, with the topics, kinds and publishers there are."""
    body: list[dict[str, Any]] = [{"type": "markdown", "attributes": {"value": _INTRO}}]
    for veld in VRAGEN:
        body.append(_question(veld, gelezen, context))
        if veld == "uitgever":
            hulp = "Alleen als de uitgever niet in de lijst staat: de naam die lezers kennen."
            body.append(vraag("input", "nieuwe-uitgever", NIEUWE_UITGEVER, hulp, required=False))
    body.append(vraag("textarea", "toelichting", TOELICHTING, "Wat de redactie nog moet weten.", required=False))
    checks = {"label": CONTROLE, "options": [{"label": NAGEKEKEN, "required": True}]}
    body.append({"type": "checkboxes", "id": "nagekeken", "attributes": checks})
    form = {
        "name": "Een nieuw instrument",
        "description": "Stel een instrument voor dat in de handreiking hoort.",
        "title": "Instrument: ",
        "labels": ["instrument"],
        "body": body,
    }
    return render_vragen(form)


def render_vragen(form: Mapping[str, Any]) -> str:
    """Return the text of a form that is made here."""
    return _HEAD + render_yaml(form)


def parse_formulier(body: str, gelezen: Gelezen, context: Samenhang) -> tuple[Ingevuld | None, list[tuple[str, str]]]:
    """Return what was filled in, or None; with what is wrong with the form as such, by the name of its question."""
    if len(body) > MAX_TEKENS:
        return None, [("", TE_LANG)]
    said, twice = _sections(body.replace("\r\n", "\n"))
    if not said:
        return None, [("", "dit is geen ingevuld formulier voor een instrument; gebruik het formulier")]
    if twice:
        return None, [(label, "deze vraag staat er twee keer; vul het formulier opnieuw in") for label in twice]
    problems = []
    if f"- [x] {NAGEKEKEN}".casefold() not in said.get(CONTROLE, "").casefold():
        problems.append((CONTROLE, f"kruis aan: {NAGEKEKEN}"))
    antwoorden: dict[str, Any] = {}
    for veld, vraag in VRAGEN.items():
        if said.get(vraag.label, "") not in _EMPTY:
            target = antwoorden
            *blocks, naam = veld.split(".")
            for block in blocks:
                target = target.setdefault(block, {})
            target[naam] = _answer(veld, said[vraag.label], gelezen, context)
    named = said.get(NIEUWE_UITGEVER, "")
    nieuw = None if named in _EMPTY else named
    if nieuw is not None and "uitgever" in antwoorden:
        problems.append((NIEUWE_UITGEVER, "kies een uitgever uit de lijst of vul een nieuwe in, niet allebei"))
    return Ingevuld(antwoorden, nieuw), problems


def options_of(names: Mapping[str, str]) -> dict[str, str]:
    """Return the id behind each choice of a list, by what is shown; names by id. A name that two have gets its id."""
    shown = [name.casefold() for name in names.values()]
    return {f"{name} ({one})" if shown.count(name.casefold()) > 1 else name: one for one, name in names.items()}


def vraag(kind: str, name: str, label: str, hulp: str, *, required: bool) -> dict[str, Any]:
    """Return a question: the kind of its field, its id, its name, and what to answer."""
    attributes = {"label": label, "description": hulp}
    element: dict[str, Any] = {"type": kind, "id": name, "attributes": attributes}
    return element | ({"validations": {"required": True}} if required else {})


def _question(veld: str, gelezen: Gelezen, context: Samenhang) -> dict[str, Any]:
    _, _, vorm = field_of(veld)
    choices = list(_choices(veld, gelezen, context))
    # An unknown publisher has a question of its own.
    required = is_required(veld) and "." not in veld and veld != "uitgever"
    element = vraag(
        "dropdown" if choices else "input", veld.replace(".", "-"), VRAGEN[veld].label, hulp_of(veld), required=required
    )
    if choices:
        element["attributes"] |= {"options": choices} | ({"multiple": True} if vorm.lijst else {})
    return element


def _choices(veld: str, gelezen: Gelezen, context: Samenhang) -> dict[str, str]:
    """Return what may be chosen for a field, with what it stands for in the data; nothing where all may be typed."""
    _, _, vorm = field_of(veld)
    if vorm.soort is Vraagsoort.KEUZE:
        return {choice: choice for choice in vorm.keuzes}
    if vorm.soort is Vraagsoort.ONDERWERP:
        return options_of(topic_names(gelezen))
    if vorm.soort is Vraagsoort.VERWIJZING and vorm.model is not None:
        return options_of({name: record.naam for name, record in context.records[kind_of(vorm.model)].items()})
    return {}


def _answer(veld: str, said: str, gelezen: Gelezen, context: Samenhang) -> Any:
    """Return an answer as it would stand in the data; what is no choice stays as it is, for the rules to refuse."""
    _, _, vorm = field_of(veld)
    choices = _choices(veld, gelezen, context)
    if vorm.lijst:
        return [choices.get(one, one) for one in _split(said, choices)]
    return choices.get(said, said)


def _split(said: str, choices: Iterable[str]) -> list[str]:
    """Split an answer of several choices, which GitHub joins with a comma and a space; a choice may hold those too."""
    by_length = sorted(choices, key=len, reverse=True)
    found, rest = [], said
    while rest:
        known = next((one for one in by_length if rest == one or rest.startswith(f"{one}, ")), None)
        one = rest.partition(", ")[0] if known is None else known
        found.append(one)
        rest = rest[len(one) + 2 :]
    return found


def _sections(body: str) -> tuple[dict[str, str], list[str]]:
    """Return each answer by the name of its question, and the questions that stand there more than once."""
    labels = {vraag.label for vraag in VRAGEN.values()} | {NIEUWE_UITGEVER, TOELICHTING, CONTROLE}
    said: dict[str, list[str]] = {}
    twice: list[str] = []
    current: list[str] = []
    for line in body.split("\n"):
        heading = _HEADING.fullmatch(line)
        if heading and heading[1] in labels:
            twice += [heading[1]] if heading[1] in said else []
            current = said.setdefault(heading[1], [])
        else:
            current.append(line)
    return {label: "\n".join(lines).strip() for label, lines in said.items()}, list(dict.fromkeys(twice))
