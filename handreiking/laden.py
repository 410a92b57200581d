"""Load a whole handreiking from its folder: the one place that reads `content/` and `data/`, once a build."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from handreiking.aanpassing import Verwijdering
from handreiking.adres import relative_url
from handreiking.begrippen import begrippenlijst
from handreiking.beveiliging import Beveiliging
from handreiking.beweringen import Bewering
from handreiking.cijferregels import check_cijfers
from handreiking.cijfers import Reeks
from handreiking.contactpunten import Contactpunt
from handreiking.contactregels import check_contact
from handreiking.controle import check_all
from handreiking.gegevens import Afkorting, Bron, Definitie, Soort, Titelblad, Uitgever
from handreiking.gelezen import Gelezen
from handreiking.handreiking import Handreiking
from handreiking.inhoud import Bronpagina, onderwerp_ids, parse_page
from handreiking.instrumenten import Instrument
from handreiking.lezen import parse_record, parse_records
from handreiking.linkstatus import load_linkstatus
from handreiking.parallel import in_parallel
from handreiking.praktijkregels import check_praktijk
from handreiking.problem import Problem
from handreiking.project import Project, find_pages, load_document, load_text
from handreiking.samenstelling import compose, site_of
from handreiking.tekst import Tekst, render_tekst
from handreiking.tekstregels import check_teksten
from handreiking.velden import Record, Samenhang
from handreiking.yaml_document import Document
from handreiking.zelfscan import Stelling
from handreiking.zelfscanregels import check_zelfscan
from handreiking.zoeken.termen import Zoekterm

R = TypeVar("R", bound=Record)


# Each data file that is a list: its name, what its records are called, their model; those it refers to come first.
DATA: tuple[tuple[str, str, type[Record]], ...] = (
    ("uitgevers.yaml", "uitgever", Uitgever),
    ("soorten.yaml", "soort", Soort),
    ("bronnen.yaml", "bron", Bron),
    ("afkortingen.yaml", "afkorting", Afkorting),
    ("definities.yaml", "definitie", Definitie),
    ("tools.yaml", "instrument", Instrument),
    ("beweringen.yaml", "bewering", Bewering),
    ("contactpunten.yaml", "contactpunt", Contactpunt),
    ("zoektermen.yaml", "zoekterm", Zoekterm),
    ("verwijderd.yaml", "verwijdering", Verwijdering),
    ("zelfscan.yaml", "stelling", Stelling),
    ("cijfers.yaml", "reeks", Reeks),
)


def load_handreiking(project: Project, vandaag: date) -> tuple[Handreiking | None, list[Problem]]:
    """Load, check and compose the handreiking; return it, or None, with all problems found, sorted.

    `vandaag` is what dates are held against.
    """
    gelezen, titelblad, problems = load_gelezen(project, vandaag)
    handreiking, found = check_gelezen(gelezen, titelblad, vandaag)
    if handreiking is None or problems:
        return None, sorted({*problems, *found})
    instrumenten = {instrument.id: instrument.url for instrument in handreiking.instrumenten}
    bronnen = {bron.id: bron.url for bron in handreiking.bronnen}
    return replace(
        handreiking,
        linkstatus=load_linkstatus(project.data, instrumenten),
        bronstatus=load_linkstatus(project.data, bronnen, soort="bron"),
    ), []


def check_gelezen(
    gelezen: Gelezen, titelblad: Titelblad | None, vandaag: date
) -> tuple[Handreiking | None, list[Problem]]:
    """Convert, check across files and compose what was read; return the handreiking, or None, with the problems."""
    directories = titelblad is not None and site_of(titelblad).directories

    def converted(bronpagina: Bronpagina) -> Tekst:
        def url_for(pad: str, anchor: str) -> str:
            address = "" if pad == bronpagina.pad else relative_url(bronpagina.pad, pad, directories=directories)
            return f"{address}#{anchor}" if anchor else address or "#"

        return render_tekst(bronpagina.markdown, bronpagina.pad, url_for, begrippen)

    explained_on = next((p.pad for p in gelezen.paginas if p.kop.soort == "definities"), "")
    forms = {d.id: (d.begrip, *d.varianten) for d, _ in gelezen.definities}
    short = {a.id: a.afkorting for a, _ in gelezen.afkortingen}
    begrippen = begrippenlijst(forms, explained_on, short) if explained_on else begrippenlijst({}, "")
    paginas = gelezen.paginas
    converted_texts = in_parallel(converted, paginas, at_least=100)
    teksten = {pagina.pad: tekst for pagina, tekst in zip(paginas, converted_texts, strict=True)}
    found = [
        *check_all(gelezen),
        *check_zelfscan(gelezen),
        *check_praktijk(gelezen),
        *check_contact(gelezen),
        *check_teksten(gelezen, teksten),
        *check_cijfers(gelezen, teksten),
    ]
    if found or titelblad is None or not gelezen.compleet:
        return None, found
    return compose(titelblad, gelezen, teksten, begrippen, vandaag), []


def load_gelezen(project: Project, vandaag: date) -> tuple[Gelezen, Titelblad | None, list[Problem]]:
    """Read every file; give what could be read, the title page, and what is wrong within single files."""
    paths, problems = find_pages(project)
    ids = onderwerp_ids(list(paths))
    records: dict[str, dict[str, Record | None]] = {}
    lists: dict[str, list[tuple[Record, int]]] = {}
    documents: dict[str, Document | None] = {}
    for file, kind, model in DATA:
        context = Samenhang(vandaag, records, ids, project.iconen)
        document, found = load_document(project, project.data / file, "vul de lijst in, of zet er [] als zij leeg is")
        problems += found
        documents[file] = document
        lists[kind] = []
        if document is not None:
            lists[kind], found = parse_records(document, model, context)
            problems += found
        if document is not None and isinstance(document.waarde, list):
            records[kind] = dict.fromkeys(_ids(document.waarde))
            records[kind] |= {str(getattr(record, "id")): record for record, _ in lists[kind]}  # noqa: B009
    context = Samenhang(vandaag, records, ids, project.iconen)
    document, found = load_document(project, project.data / "handreiking.yaml")
    problems += found
    titelblad = None
    if document is not None:
        titelblad, found = parse_record(document, Titelblad, context)
        problems += found
    paginas = []
    for pad, path in paths.items():
        text, found = load_text(project, path)
        problems += found
        if text is not None:
            pagina, found = parse_page(text, pad, project.name(path), context)
            problems += found
            paginas += [pagina] if pagina else []
    if not paths:
        problems.append(Problem(project.name(project.content), 1, "hier staan geen pagina's (.md)", "bestand"))
    gelezen = Gelezen(
        content=project.name(project.content),
        data=project.name(project.data),
        paden=frozenset(paths),
        paginas=tuple(paginas),
        instrumenten=_of_type(lists["instrument"], Instrument),
        instrument_ids=frozenset(records.get("instrument", {})),
        beweringen=_of_type(lists["bewering"], Bewering),
        contactpunten=_of_type(lists["contactpunt"], Contactpunt),
        definities=_of_type(lists["definitie"], Definitie),
        afkortingen=_of_type(lists["afkorting"], Afkorting),
        bronnen=_of_type(lists["bron"], Bron),
        uitgevers=_of_type(lists["uitgever"], Uitgever),
        soorten=_of_type(lists["soort"], Soort),
        zoektermen=_of_type(lists["zoekterm"], Zoekterm),
        verwijderd=_of_type(lists["verwijdering"], Verwijdering),
        verschenen=titelblad.verschenen if titelblad else None,
        stellingen=_of_type(lists["stelling"], Stelling),
        reeksen=_of_type(lists["reeks"], Reeks),
        reeks_ids=frozenset(records.get("reeks", {})),
        cijfers=documents["cijfers.yaml"],
        compleet=not problems,
        beveiliging=_with_line(titelblad, document),
    )
    return gelezen, titelblad, problems


def _with_line(titelblad: Titelblad | None, document: Document | None) -> tuple[Beveiliging, int] | None:
    if titelblad is None or titelblad.beveiliging is None or document is None:
        return None
    return titelblad.beveiliging, document.regel(("beveiliging", "verloopt"))


def _of_type(records: Iterable[tuple[Record, int]], model: type[R]) -> tuple[tuple[R, int], ...]:
    return tuple((record, line) for record, line in records if isinstance(record, model))


def _ids(waarden: list[Any]) -> Iterable[str]:
    """Give the ids that stand in a list of records, also of those that are not in order otherwise."""
    return [record["id"] for record in waarden if isinstance(record, dict) and isinstance(record.get("id"), str)]
