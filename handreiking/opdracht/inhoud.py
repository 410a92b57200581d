"""The checks that need no network: the data, the content, and what is remembered of the definitions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from handreiking.cijferregels import check_reeks_ongebruikt
from handreiking.definities.houdbaarheid import check_bijna_verlopen, check_verlopen
from handreiking.definities.vastlegging import BESTAND, check_vastgelegd, load_vastleggingen
from handreiking.gelezen import Gelezen
from handreiking.invoer.antwoorden import samenhang_of
from handreiking.invoer.formulieren import render_formulieren
from handreiking.laden import check_gelezen, load_gelezen
from handreiking.opdracht.uitkomst import Ernst, Uitkomst, from_problem
from handreiking.ouderdom import (
    check_contact_verouderd,
    check_lang_geleden_geopend,
    check_meldpunt,
    check_meldpunt_verlopen,
    check_nooit_geopend,
    check_verouderd,
)
from handreiking.praktijkregels import check_nog_in_te_vullen
from handreiking.problem import Found, Problem, name_of, problem_of
from handreiking.project import Project
from handreiking.taal.afkortingen import check_afkortingen
from handreiking.taal.gebruik import check_ongebruikt, check_tweede_definitie
from handreiking.taal.leesbaarheid import check_leesbaarheid
from handreiking.zelfscanregels import check_zonder_stellingen

Regel = Callable[[Gelezen], Found]

# Rules besides those of the build, and how much they weigh.
TAAL: tuple[tuple[Regel, Ernst], ...] = (
    (check_afkortingen, Ernst.FOUT),
    (check_tweede_definitie, Ernst.WAARSCHUWING),
    (check_leesbaarheid, Ernst.WAARSCHUWING),
    (check_zonder_stellingen, Ernst.WAARSCHUWING),
    (check_reeks_ongebruikt, Ernst.WAARSCHUWING),
)

# What somebody began and should finish.
ONAF: tuple[tuple[Regel, Ernst], ...] = ((check_nog_in_te_vullen, Ernst.WAARSCHUWING),)

# The names of the rules that only give a hint about wording.
TAALREGELS = frozenset(
    name_of(rule) for rule in (check_ongebruikt, *(rule for rule, ernst in TAAL if ernst is Ernst.WAARSCHUWING))
)


def check_bestanden(project: Project, vandaag: date) -> tuple[list[Uitkomst], Gelezen]:
    """Check everything that the files themselves can tell; give the outcomes, and what was read."""
    gelezen, titelblad, problems = load_gelezen(project, vandaag)
    _, found = check_gelezen(gelezen, titelblad, vandaag)
    outcomes = [from_problem(problem) for problem in sorted({*problems, *found})]
    if gelezen.compleet:  # else a rule over the texts would tell what follows from another problem
        outcomes += [*_run((*TAAL, *ONAF), gelezen), *_check_formulier(project, gelezen, vandaag)]
    return outcomes, gelezen


def check_begrippen(project: Project, gelezen: Gelezen, vandaag: date, *, verlopen: Ernst) -> list[Uitkomst]:
    """Check what is remembered of the definitions: their text, their age, their use.

    `verlopen` is how much a review of more than eighteen months ago weighs: the weekly run fails on it.
    """
    path = project.data / BESTAND
    vastgelegd, problems = load_vastleggingen(path, project.name(path), vandaag)
    outcomes = [from_problem(problem) for problem in problems]
    rules: list[tuple[Regel, Ernst]] = [
        (check_ongebruikt, Ernst.WAARSCHUWING),
        (partial(check_bijna_verlopen, vandaag=vandaag), Ernst.WAARSCHUWING),
        (partial(check_verlopen, vandaag=vandaag), verlopen),
    ]
    if vastgelegd is not None:
        rules.append((partial(check_vastgelegd, vastgelegd=vastgelegd), Ernst.FOUT))
    return outcomes + _run(rules, gelezen) if gelezen.compleet else outcomes


def _check_formulier(project: Project, gelezen: Gelezen, vandaag: date) -> Iterator[Uitkomst]:
    """Say that a form for what is new lags behind, where there is one; whoever fills it in can still do so."""
    for name, text in render_formulieren(gelezen, samenhang_of(gelezen, vandaag)).items():
        path = project.map / name
        if path.is_file() and path.read_bytes() != text.encode():
            mend = "herstel dat met: handreiking formulier"
            sentence = f"het formulier past niet meer bij de velden en de gegevens; {mend}"
            yield from_problem(Problem(name, 1, sentence, "formulier"), Ernst.WAARSCHUWING)


def check_ouderdom(gelezen: Gelezen, vandaag: date) -> list[Uitkomst]:
    """Check what has grown old in the data besides definitions; it asks for a look, and only an expiry fails."""
    rules: list[tuple[Regel, Ernst]] = [
        (partial(check_verouderd, vandaag=vandaag), Ernst.WAARSCHUWING),
        (partial(check_contact_verouderd, vandaag=vandaag), Ernst.WAARSCHUWING),
        (partial(check_lang_geleden_geopend, vandaag=vandaag), Ernst.WAARSCHUWING),
        (partial(check_nooit_geopend, vandaag=vandaag), Ernst.WAARSCHUWING),
        (partial(check_meldpunt, vandaag=vandaag), Ernst.WAARSCHUWING),
        (partial(check_meldpunt_verlopen, vandaag=vandaag), Ernst.FOUT),
    ]
    return _run(rules, gelezen) if gelezen.compleet else []


def find_goed(gelezen: Gelezen, outcomes: Iterable[Uitkomst]) -> Iterator[Uitkomst]:
    """Give an outcome for each page and record that was looked at and of which nothing is told."""
    told: dict[str, list[int]] = {}
    for outcome in outcomes:
        told.setdefault(outcome.bestand, []).append(outcome.regel)
    for soort, file, records in _looked_at(gelezen):
        lines = [line for _, line, _ in records]
        for index, (name, line, url) in enumerate(records):
            end = lines[index + 1] if index + 1 < len(lines) else None
            if not any(line <= at and (end is None or at < end) for at in told.get(file, [])):
                yield Uitkomst(soort, name, url, str(Ernst.GOED), "in orde", file, line, Ernst.GOED, "")


def _looked_at(gelezen: Gelezen) -> Iterator[tuple[str, str, list[tuple[str, int, str]]]]:
    """Give each kind of thing with its file and, for each thing, its id, line and address."""
    data = gelezen.data
    yield "instrument", f"{data}/tools.yaml", [(r.id, line, r.url or "") for r, line in gelezen.instrumenten]
    yield "bewering", f"{data}/beweringen.yaml", [(r.id, line, r.url or "") for r, line in gelezen.beweringen]
    yield "contactpunt", f"{data}/contactpunten.yaml", [(r.id, line, r.url or "") for r, line in gelezen.contactpunten]
    yield "definitie", f"{data}/definities.yaml", [(r.id, line, "") for r, line in gelezen.definities]
    yield "afkorting", f"{data}/afkortingen.yaml", [(r.id, line, "") for r, line in gelezen.afkortingen]
    yield "bron", f"{data}/bronnen.yaml", [(r.id, line, r.url or "") for r, line in gelezen.bronnen]
    yield "uitgever", f"{data}/uitgevers.yaml", [(r.id, line, "") for r, line in gelezen.uitgevers]
    yield "soort", f"{data}/soorten.yaml", [(r.id, line, "") for r, line in gelezen.soorten]
    yield "verwijdering", f"{data}/verwijderd.yaml", [(r.id, line, "") for r, line in gelezen.verwijderd]
    yield "stelling", f"{data}/zelfscan.yaml", [(r.id, line, "") for r, line in gelezen.stellingen]
    yield "reeks", f"{data}/cijfers.yaml", [(r.id, line, "") for r, line in gelezen.reeksen]
    for pagina in gelezen.paginas:
        yield "pagina", f"{gelezen.content}/{pagina.pad}", [(pagina.pad.removesuffix(".md"), 1, "")]


def _run(rules: Iterable[tuple[Regel, Ernst]], gelezen: Gelezen) -> list[Uitkomst]:
    return [from_problem(_named(rule, found), ernst) for rule, ernst in rules for found in rule(gelezen)]


def _named(rule: Regel, found: tuple[str, int, str]) -> Problem:
    return problem_of(rule.func if isinstance(rule, partial) else rule, found)
