"""The parts of a check: what each looks at, and what comes of it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from handreiking.basis.problem import Ernst, NietGedraaidError
from handreiking.basis.wegschrijven import write_whole
from handreiking.citaten.citaat import Citaatoordeel
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.linkstatus import BESTAND as GEHEUGEN
from handreiking.lezen.project import Project
from handreiking.lezen.vastlegging import BESTAND, Vastlegging, load_vastleggingen
from handreiking.links.controle import Verslag, check_links
from handreiking.links.doel import Uitslag
from handreiking.links.geheugen import Geheugen, find_vorige, load_geheugen, update_geheugen, write_geheugen
from handreiking.links.sitecheck import check_site
from handreiking.links.verslag import progress, render_markdown, render_tabel
from handreiking.opdracht.doelen import find_changed, find_doelen
from handreiking.opdracht.gewijzigd import load_changed_files, load_changed_ids
from handreiking.opdracht.inhoud import check_begrippen, check_ouderdom
from handreiking.opdracht.links import Wegen, check_citaten, count_addresses, judge, render_tekort, suggest_archief
from handreiking.opdracht.uitkomst import Uitkomst, from_problem, render_aantal
from handreiking.soorten.alle import ALLE
from handreiking.soorten.definitie import Definitie

TITEL = "Linkcontrole"


@dataclass(frozen=True)
class Controle:
    """One run: the project, what was read of it, the day, and what was asked for on the command line."""

    project: Project
    gelezen: Gelezen
    vandaag: date
    opties: argparse.Namespace
    wegen: Wegen


@dataclass(frozen=True)
class Controledeel:
    """What one part gives: its outcomes, what it looked at in words, and what it could not look at, if anything.

    `uitslagen` are the verdicts on addresses, of the part that opens them.
    """

    outcomes: list[Uitkomst]
    bekeken: str
    tekort: str = ""
    uitslagen: tuple[Uitslag, ...] = ()


def check_deel(deel: str, run: Controle, outcomes: list[Uitkomst]) -> Controledeel:
    """Run one part (`alles`, `data`, `inhoud`, `links`, `definities`); `outcomes` are those of the files themselves.

    Raises NietGedraaidError where it cannot run.
    """
    return PARTS[deel](run, outcomes)


def _check_all(run: Controle, outcomes: list[Uitkomst]) -> Controledeel:
    found = [*outcomes, *_begrippen(run), *check_ouderdom(run.gelezen)]
    return Controledeel(_changed(run, found), _counted(run.gelezen))


def _check_data(run: Controle, outcomes: list[Uitkomst]) -> Controledeel:
    return Controledeel(_below(_check_all(run, outcomes).outcomes, run.gelezen.data), _counted(run.gelezen))


def _check_inhoud(run: Controle, outcomes: list[Uitkomst]) -> Controledeel:
    return Controledeel(_below(_check_all(run, outcomes).outcomes, run.gelezen.content), _counted(run.gelezen))


def _begrippen(run: Controle, verlopen: Ernst = Ernst.WAARSCHUWING) -> list[Uitkomst]:
    return check_begrippen(run.project, run.gelezen, run.vandaag, verlopen=verlopen)


def _changed(run: Controle, outcomes: list[Uitkomst]) -> list[Uitkomst]:
    """Leave out warnings in files that are as they were; a problem counts wherever a change makes it show."""
    rev = run.opties.only_changed_since
    if rev is None:
        return outcomes
    files = load_changed_files(run.project.map, rev)
    return [outcome for outcome in outcomes if outcome.ernst is Ernst.FOUT or outcome.bestand in files]


def _check_definities(run: Controle, _: list[Uitkomst]) -> Controledeel:
    _require_complete(run)
    if not run.gelezen.van(Definitie):
        raise NietGedraaidError("er staan geen definities in de gegevens; er is niets bekeken")
    file = f"{run.gelezen.data}/definities.yaml"
    path = run.project.data / BESTAND
    vastgelegd: Mapping[str, Vastlegging] = load_vastleggingen(path, run.project.name(path), run.vandaag)[0] or {}
    drift, uitslagen = check_citaten(run.gelezen, dict(vastgelegd), run.wegen)
    sources = [uitslag for uitslag in uitslagen if uitslag.url]
    if run.opties.only_changed_since is not None:
        changed = load_changed_ids(run.project.map, run.opties.only_changed_since, file)
        drift = [outcome for outcome in drift if outcome.id in changed]
    # Of topics the part about content tells; here it is about definitions.
    offline = [u for u in _begrippen(run, Ernst.FOUT) if u.bestand in (file, run.project.name(path))]
    read = sum(uitslag.oordeel is not Citaatoordeel.ONZEKER for uitslag in uitslagen)
    count = render_aantal(len(run.gelezen.van(Definitie)), "definitie", "definities")
    tekort = "" if read or not sources else "geen enkele bron van een citaat was te lezen"
    looked_at = f"{count}, {read} van {render_aantal(len(uitslagen), 'citaat', 'citaten')} bij de bron"
    return Controledeel([*offline, *drift], looked_at, tekort)


def _check_links(run: Controle, _: list[Uitkomst]) -> Controledeel:
    _require_complete(run)
    opties, today, drempels = run.opties, run.vandaag, run.wegen.drempels
    doelen = find_doelen(run.gelezen)
    if not doelen:
        raise NietGedraaidError("er staan geen adressen in de gegevens; er is niets bekeken")
    chosen = doelen
    if opties.only_changed_since is not None:
        chosen = find_changed(doelen, run.project.map, opties.only_changed_since)
    terminal = sys.stderr.isatty()
    tell = progress(sys.stderr, is_terminal=terminal, width=_width())
    vorige = find_vorige(load_geheugen(run.project.data / GEHEUGEN)[0], doelen)
    verslag = check_links(chosen, run.wegen.omgeving, drempels, tell, vorige)
    geheugen = _remember(run, verslag) if opties.bijwerken else None
    outcomes = judge(verslag.uitslagen, run.gelezen, today, drempels, geheugen)
    print(render_tabel(verslag), file=sys.stderr)
    if opties.markdown is not None:
        write_whole(opties.markdown, render_markdown(verslag, TITEL, today))
    looked_at = f"{count_addresses(chosen)} van de {count_addresses(doelen)}"
    if opties.site is not None:
        site, said = _check_site(run)
        outcomes, looked_at = outcomes + site, f"{looked_at}; {said}"
    return Controledeel(outcomes, looked_at, render_tekort(verslag), verslag.uitslagen)


def _remember(run: Controle, verslag: Verslag) -> Geheugen:
    """Bring the memory up to date, with a kept copy suggested for what is gone."""
    path = run.project.data / GEHEUGEN
    known, notice = load_geheugen(path)
    if not verslag.bekeken:
        return known
    geheugen = suggest_archief(
        update_geheugen(known, verslag, run.vandaag, run.wegen.drempels), run.gelezen, run.vandaag, run.wegen
    )
    write_geheugen(path, geheugen)
    print(notice or "", end="\n" if notice else "", file=sys.stderr)
    return geheugen


def _check_site(run: Controle) -> tuple[list[Uitkomst], str]:
    verslag = check_site(run.opties.site.resolve(), run.project.map, _source_of(run.project))
    outcomes = [from_problem(problem) for problem in verslag.problems]
    pages = render_aantal(verslag.paginas, "pagina", "pagina's")
    return outcomes, f"{pages} en {render_aantal(verslag.adressen, 'adres', 'adressen')} van de site"


PARTS: dict[str, Callable[[Controle, list[Uitkomst]], Controledeel]] = {
    "alles": _check_all,
    "data": _check_data,
    "inhoud": _check_inhoud,
    "definities": _check_definities,
    "links": _check_links,
}


def _source_of(project: Project) -> Callable[[str], str | None]:
    """Return a function from a built page, by its path from the site's folder, to its source as an editor knows it."""

    def find(built: str) -> str | None:
        source = project.content / f"{built.removesuffix('.html')}.md"
        return project.name(source) if source.is_file() else None

    return find


def _require_complete(run: Controle) -> None:
    if not run.gelezen.compleet:
        raise NietGedraaidError("de gegevens zijn niet in orde; los eerst op wat `handreiking check` meldt")


def _below(outcomes: list[Uitkomst], folder: str) -> list[Uitkomst]:
    return [outcome for outcome in outcomes if outcome.bestand == folder or outcome.bestand.startswith(f"{folder}/")]


def _counted(gelezen: Gelezen) -> str:
    counts = [render_aantal(len(gelezen.paginas), "pagina", "pagina's")]
    numbers = ((soort, len(gelezen.van(soort.model))) for soort in ALLE if soort.geteld)
    counts += [render_aantal(n, soort.naam, soort.meervoud) for soort, n in numbers if n or not soort.optioneel]
    return ", ".join(counts)


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
