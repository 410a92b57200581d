"""The Typst source of a whole PDF: what the template needs to know, the template, and the parts in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from handreiking.basis.problem import Problem
from handreiking.basis.weergave import render_datum
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.kenmerken import kenmerken
from handreiking.geheel.pagina import Thema
from handreiking.lezen.project import Project
from handreiking.pdf.iconen import ICONEN, load_icoon
from handreiking.pdf.keuze import Keuze
from handreiking.pdf.koppelingen import naar
from handreiking.pdf.naslag import render_naslag
from handreiking.pdf.omvang import HOME, bekende_doelen, doel, omvang
from handreiking.pdf.regels import find_in_files
from handreiking.pdf.themadeel import render_deel
from handreiking.pdf.typstcode import boolean, call, dictionary, literal
from handreiking.pdf.uitgave import Koppeling, Uitgave
from handreiking.pdf.voorwerk import render_menu, render_omslag

TEMPLATE = ("vorm", "tekst", "bladen", "naslag")  # in this order: each uses those before it


@dataclass(frozen=True)
class Zetsel:
    """A Typst source, and what each numbered link in it leads to."""

    source: str
    koppelingen: tuple[Koppeling, ...]


def render_typst(
    handreiking: Handreiking,
    project: Project,
    keuze: Keuze,
    niet_bereikbaar: Mapping[str, date] | None = None,
    nieuw: str | None = None,
) -> tuple[Zetsel | None, list[Problem]]:
    """Return the source of the chosen part, or None with what cannot be set: an element, a link, an icon.

    `niet_bereikbaar` says since when the instruments with these ids cannot be reached; None leaves that to what
    the handreiking knows of it. `nieuw` is the full address of the page with changes, where the site's is known.
    """
    known = {name: status.niet_bereikbaar_sinds for name, status in handreiking.linkstatus.items()}
    since = {name: day for name, day in (known if niet_bereikbaar is None else niet_bereikbaar).items() if day}
    uitgave = Uitgave(handreiking, project, omvang(handreiking, keuze), bekende_doelen(handreiking), since, nieuw)
    lines = [*_known(uitgave), _template(), "#show: zet", "#{", *_parts(uitgave), "}"]
    if uitgave.problems:
        return None, sorted(set(uitgave.problems))
    links = (replace(k, omschrijving=uitgave.titels[k.naar]) if k.intern else k for k in uitgave.koppelingen)
    return Zetsel("\n".join(lines) + "\n", tuple(links)), []


def _parts(uitgave: Uitgave) -> Iterator[str]:
    yield render_omslag(uitgave)
    if uitgave.omvang.keuze.geheel:  # only then the menu holds the text of the home page
        yield f"// {literal(uitgave.path(uitgave.handreiking.paginas[HOME]))}"
    yield render_menu(uitgave)
    for deel in uitgave.omvang.keuze.delen:
        yield from render_deel(uitgave, deel)
    for pagina in uitgave.omvang.naslag:
        yield from render_naslag(uitgave, pagina)


def _known(uitgave: Uitgave) -> Iterator[str]:
    """Yield the values that the template takes from the handreiking."""
    handreiking = uitgave.handreiking
    naam, stand = uitgave.omvang.keuze.naam, handreiking.stand
    boek = {
        "titel": literal(f"{handreiking.titel} – {naam}" if naam else handreiking.titel),
        "kort": literal(handreiking.titel),
        "uitgever": literal(handreiking.uitgever.voluit or handreiking.uitgever.naam),
        "beschrijving": literal(handreiking.ondertitel),
        "stand": literal(f"Stand van {render_datum(stand)}"),
        "menu": naar(uitgave, HOME),
        "themapaginas": boolean(uitgave.omvang.keuze.themapaginas),
        "dag": f"(year: {stand.year}, month: {stand.month}, day: {stand.day})",
    }
    yield f"#let boek = {dictionary(boek.items())}"
    themas = ((thema.id, _thema(uitgave, thema, place)) for place, thema in enumerate(handreiking.themas))
    yield f"#let themas = {dictionary(themas)}"
    shown = {k.icoon for i in uitgave.omvang.instrumenten for k in kenmerken(handreiking, i) if k.icoon}
    named = {**ICONEN, **{icon: icon for icon in sorted(shown)}}
    yield f"#let iconen = {dictionary((name, _icon(uitgave, icon, None)) for name, icon in named.items())}"


def _thema(uitgave: Uitgave, thema: Thema, place: int) -> str:
    used = doel(thema.pad) in uitgave.omvang.doelen
    return dictionary(
        {
            "titel": literal(thema.titel),
            "koppeling": naar(uitgave, doel(thema.pad)) if used else "none",
            "kleur": call("rgb", literal(thema.kleur.licht)),
            "plaats": str(place),
            "gekozen": boolean(any(deel.thema.id == thema.id for deel in uitgave.omvang.keuze.delen)),
            "icoon": _icon(uitgave, thema.icoon, thema),
        }.items()
    )


def _icon(uitgave: Uitgave, name: str, thema: Thema | None) -> str:
    project = uitgave.project
    try:
        return literal(load_icoon(name, project.iconen))
    except ValueError as error:
        path = project.content / thema.pad if thema else project.map
        place = find_in_files(name, [path] if thema else [])
        uitgave.problems.append(Problem(project.name(path), place[1] if place else 1, str(error), "pdf-icoon"))
        return literal("")


@cache
def _template() -> str:
    return "\n".join((Path(__file__).parent / f"{name}.typ").read_text(encoding="utf-8") for name in TEMPLATE)
