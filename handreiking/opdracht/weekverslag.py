"""`handreiking weekverslag`: every check in one run, and one text that says what asks for a look."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import quote

from handreiking.basis.adres import Site
from handreiking.basis.problem import Ernst, NietGedraaidError
from handreiking.basis.vreemd import render_code, render_zin
from handreiking.basis.weergave import render_datum
from handreiking.basis.wegschrijven import write_whole
from handreiking.geheel.samenstelling import site_of
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.project import Project
from handreiking.links.doel import Oordeel, Uitslag
from handreiking.opdracht.check import adres_van, load_wegen, read_day, read_network
from handreiking.opdracht.deel import Controle, Controledeel, check_deel
from handreiking.opdracht.inhoud import TAALREGELS, check_bestanden
from handreiking.opdracht.uitkomst import Uitkomst, render_aantal
from handreiking.opdracht.verhuizing import write_verhuisd
from handreiking.soorten.alle import ALLE

# What one must do about an address, the most urgent first; by its verdict, and whether a failure is believed yet.
_TE_DOEN = (
    ("Zoek een ander adres", "Deze pagina's zijn weg. Zet het nieuwe adres erin, of haal het weg."),
    ("Kijk zelf", "Open het adres: alleen een mens kan zien of er staat wat er moet staan."),
    ("Neem het nieuwe adres over", "De server stuurt voorgoed door. Wat zeker is, staat klaar als voorstel."),
    ("Wacht af", "Hier is nu niets van te zeggen. De volgende controle kijkt opnieuw."),
)
_BIJ = {Oordeel.VERDACHT: 1, Oordeel.GEBLOKKEERD: 1, Oordeel.VERHUISD: 2}
_DELEN = {"alles": "Gegevens en teksten", "links": "Adressen", "definities": "Definities"}


@dataclass(frozen=True)
class Hoofdstuk:
    """One part of the report: its title, what was looked at, why that was not all, and what asks for a look."""

    titel: str
    bekeken: str
    tekort: str
    uitkomsten: tuple[Uitkomst, ...]
    uitslagen: tuple[Uitslag, ...] = ()


def add_options(parser: argparse.ArgumentParser, _: argparse.ArgumentParser) -> None:
    """Add the options of `handreiking weekverslag`."""
    parser.add_argument("--uit", type=Path, required=True, help="waar het verslag komt; leeg als alles in orde is")
    parser.add_argument("--site", type=Path, help="controleer ook de links in deze gebouwde site")
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
    write_whole(opties.uit, render_weekverslag(hoofdstukken, vandaag, partial(_waar, gelezen)))
    for name in write_verhuisd((u for h in hoofdstukken for u in h.uitslagen), project.map, opties.uit):
        print(f"{name}: een voorstel met wat er verhuisd is", file=sys.stderr)
    found = sum(len(hoofdstuk.uitkomsten) for hoofdstuk in hoofdstukken)
    print(f"{opties.uit}: {render_aantal(found, 'punt', 'punten')}", file=sys.stderr)
    return 0


def render_weekverslag(hoofdstukken: list[Hoofdstuk], vandaag: date, waar: Callable[[Uitkomst], str]) -> str:
    """Return the report as Markdown, or nothing where all was looked at and nothing asks for a look.

    `waar` gives, as Markdown, where readers meet a thing and where it can be changed.
    """
    if not any(hoofdstuk.uitkomsten or hoofdstuk.tekort for hoofdstuk in hoofdstukken):
        return ""
    said = [f"Stand van {render_datum(vandaag)}.", ""]
    return "".join(f"{line}\n" for line in [*said, *(line for h in hoofdstukken for line in _lines(h, waar))])


def _waar(gelezen: Gelezen, uitkomst: Uitkomst) -> str:
    """Return links to the page where readers meet a thing, and to where its file can be changed, as far as known."""
    site = site_of(gelezen.titelblad) if gelezen.titelblad else Site()
    pad = uitkomst.bestand.removeprefix(f"{gelezen.content}/")
    kind = next((soort for soort in ALLE if uitkomst.bestand == f"{gelezen.data}/{soort.bestand}"), None)
    page = next((p.pad for p in gelezen.paginas if p.pad == pad or (kind and kind.pagina == p.kop.soort)), None)
    anchor = kind.anker.format(uitkomst.id) if kind and uitkomst.soort != "plek" else ""
    links = {
        "pagina": site.pagina(page, "", anchor) if page and site.adres else "",
        "wijzigen": site.wijzig(uitkomst.bestand),
    }
    return "".join(f" [{name}]({quote(url, safe=':/?#=&%')})" for name, url in links.items() if url)


def _hoofdstuk(run: Controle, deel: str, outcomes: list[Uitkomst]) -> Hoofdstuk:
    try:
        found = check_deel(deel, run, outcomes)
    except NietGedraaidError as error:
        found = Controledeel([], "niets", str(error))
    return Hoofdstuk(_DELEN[deel], found.bekeken, found.tekort, tuple(filter(_asks, found.outcomes)), found.uitslagen)


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


def _lines(hoofdstuk: Hoofdstuk, waar: Callable[[Uitkomst], str]) -> Iterator[str]:
    yield f"## {hoofdstuk.titel} ({len(hoofdstuk.uitkomsten)})"
    yield ""
    yield f"Bekeken: {render_zin(hoofdstuk.bekeken)}."
    if hoofdstuk.tekort:
        yield ""
        yield f"> Niet alles is bekeken: {render_zin(hoofdstuk.tekort)}"
    yield ""
    ordered = sorted(hoofdstuk.uitkomsten, key=lambda u: (u.ernst is not Ernst.FOUT, u.bestand, u.regel))
    for uitkomst in ordered:
        if uitkomst.regelnaam != "link":
            yield _line(uitkomst, waar)
    if any(uitkomst.regelnaam != "link" for uitkomst in ordered):
        yield ""
    for number, (what, how) in enumerate(_TE_DOEN):
        group = [u for u in ordered if u.regelnaam == "link" and _te_doen(u) == number]
        if group:
            yield from (f"### {what} ({len(group)})", "", how, "", *(_line(uitkomst, waar) for uitkomst in group), "")


def _te_doen(uitkomst: Uitkomst) -> int:
    """Return what to do about an address; a failure that is not believed yet waits."""
    return 0 if uitkomst.ernst is Ernst.FOUT else _BIJ.get(Oordeel(uitkomst.oordeel), 3)


def _line(uitkomst: Uitkomst, waar: Callable[[Uitkomst], str]) -> str:
    place = render_code(f"{uitkomst.bestand}:{uitkomst.regel}")
    said = uitkomst.bewijs if uitkomst.regelnaam == "link" else uitkomst.problem().message
    return f"- {place} {render_zin(said)}{waar(uitkomst)}"
