"""The checks that need no network: the data, the content, and what is remembered of the definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from handreiking.basis.problem import Ernst, Problem, name_of
from handreiking.geheel.laden import check_gelezen
from handreiking.invoer.antwoorden import samenhang_of
from handreiking.invoer.formulieren import render_formulieren
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.laden import load_gelezen
from handreiking.lezen.project import Project
from handreiking.lezen.vastlegging import BESTAND, load_vastleggingen
from handreiking.opdracht.uitkomst import Uitkomst, from_problem
from handreiking.regels.alle import REGELS, check_regels
from handreiking.regels.gebruik import check_ongebruikt
from handreiking.regels.houdbaarheid import check_verlopen
from handreiking.soorten.alle import soort_van
from handreiking.soorten.record import id_of

# The names of the rules that only give a hint about wording.
TAALREGELS = frozenset(
    regel.naam
    for regel in REGELS
    if regel.ernst is Ernst.WAARSCHUWING and (regel.groep == "taal" or regel.check is check_ongebruikt)
)


def check_bestanden(project: Project, vandaag: date) -> tuple[list[Uitkomst], Gelezen]:
    """Check everything that the files themselves can tell; return the outcomes, and what was read."""
    gelezen, problems = load_gelezen(project, vandaag)
    _, found = check_gelezen(gelezen)
    outcomes = [from_problem(problem) for problem in sorted({*problems, *found})]
    if gelezen.compleet:  # else a rule over the texts would tell what follows from another problem
        outcomes += [*_run(gelezen, "taal", "onaf"), *_check_formulier(project, gelezen, vandaag)]
    return outcomes, gelezen


def check_begrippen(project: Project, gelezen: Gelezen, vandaag: date, *, verlopen: Ernst) -> list[Uitkomst]:
    """Check what is remembered of the definitions: their text, their age, their use.

    `verlopen` is how much a review of more than eighteen months ago weighs: the weekly run fails on it.
    """
    path = project.data / BESTAND
    vastgelegd, problems = load_vastleggingen(path, project.name(path), vandaag)
    outcomes = [from_problem(problem) for problem in problems]
    for outcome in _run(replace(gelezen, vastgelegd=vastgelegd), "begrippen"):
        weighs = verlopen if outcome.regelnaam == name_of(check_verlopen) else outcome.ernst
        outcomes += [replace(outcome, ernst=weighs, oordeel=str(weighs))]
    return outcomes


def _check_formulier(project: Project, gelezen: Gelezen, vandaag: date) -> Iterator[Uitkomst]:
    """Say that a form for what is new lags behind, where there is one; whoever fills it in can still do so."""
    for name, text in render_formulieren(gelezen, samenhang_of(gelezen, vandaag)).items():
        path = project.map / name
        if path.is_file() and path.read_bytes() != text.encode():
            mend = "herstel dat met: handreiking formulier"
            sentence = f"het formulier past niet meer bij de velden en de gegevens; {mend}"
            yield from_problem(Problem(name, 1, sentence, "formulier"), Ernst.WAARSCHUWING)


def check_ouderdom(gelezen: Gelezen) -> list[Uitkomst]:
    """Check what has grown old in the data besides definitions; it asks for a look, and only an expiry fails."""
    return _run(gelezen, "ouderdom")


def find_goed(gelezen: Gelezen, outcomes: Iterable[Uitkomst]) -> Iterator[Uitkomst]:
    """Yield an outcome for each page and record that was looked at and of which nothing is told."""
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
    """Yield each kind of thing with its file and, for each thing, its id, line and address."""
    for model, lijst in gelezen.lijsten.items():
        records = [(id_of(r), line, getattr(r, "url", None) or "") for r, line in lijst.records]
        yield soort_van(model).naam, gelezen.path(model), records
    for pagina in gelezen.paginas:
        yield "pagina", f"{gelezen.content}/{pagina.pad}", [(pagina.pad.removesuffix(".md"), 1, "")]


def _run(gelezen: Gelezen, *groepen: str) -> list[Uitkomst]:
    found = check_regels(gelezen, *groepen) if gelezen.compleet else ()
    return [from_problem(problem, ernst) for problem, ernst in found]
