"""Load a whole handreiking from its folder: the one place that reads `content/` and `data/`, once a build."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from handreiking.adres import relative_url
from handreiking.begrippen import begrippenlijst
from handreiking.beveiliging import Beveiliging
from handreiking.cijferregels import check_cijfers
from handreiking.contactregels import check_contact
from handreiking.controle import check_all
from handreiking.gegevens import Afkorting, Definitie, Titelblad
from handreiking.gelezen import Gelezen, Lijst
from handreiking.handreiking import Handreiking
from handreiking.inhoud import Bronpagina, onderwerp_ids, parse_page
from handreiking.lezen import parse_record, parse_records
from handreiking.linkstatus import load_linkstatus
from handreiking.parallel import in_parallel
from handreiking.praktijkregels import check_praktijk
from handreiking.problem import Problem
from handreiking.project import Project, find_pages, load_document, load_text
from handreiking.samenstelling import compose, site_of
from handreiking.soorten.alle import ALLE, in_leesvolgorde
from handreiking.soorten.soort import Recordsoort
from handreiking.tekst import Tekst, render_tekst
from handreiking.tekstregels import check_teksten
from handreiking.velden import Record, Samenhang, id_of
from handreiking.yaml_document import Document
from handreiking.zelfscanregels import check_zelfscan

R = TypeVar("R", bound=Record)


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
    forms = {d.id: (d.begrip, *d.varianten) for d, _ in gelezen.van(Definitie)}
    short = {a.id: a.afkorting for a, _ in gelezen.van(Afkorting)}
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
    lijsten: dict[type[Record], Lijst] = {}
    for soort in in_leesvolgorde():
        context = Samenhang(vandaag, records, ids, project.iconen)
        lijst, found = _load_lijst(project, soort, context)
        problems += found
        lijsten[soort.model] = lijst
        if lijst.document is not None and isinstance(lijst.document.waarde, list):
            records[soort.naam] = dict.fromkeys(lijst.ids)
            records[soort.naam] |= {id_of(record): record for record, _ in lijst.records}
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
        verschenen=titelblad.verschenen if titelblad else None,
        compleet=not problems,
        lijsten={soort.model: lijsten[soort.model] for soort in ALLE},
        beveiliging=_with_line(titelblad, document),
    )
    return gelezen, titelblad, problems


def _with_line(titelblad: Titelblad | None, document: Document | None) -> tuple[Beveiliging, int] | None:
    if titelblad is None or titelblad.beveiliging is None or document is None:
        return None
    return titelblad.beveiliging, document.regel(("beveiliging", "verloopt"))


def _load_lijst(project: Project, soort: Recordsoort[R], context: Samenhang) -> tuple[Lijst, list[Problem]]:
    mend = "vul de lijst in, of zet er [] als zij leeg is"
    document, problems = load_document(project, project.data / soort.bestand, mend)
    if document is None:
        return Lijst(soort, (), frozenset(), None), problems
    records, found = parse_records(document, soort.model, context)
    ids = frozenset(_ids(document.waarde)) if isinstance(document.waarde, list) else frozenset()
    return Lijst(soort, tuple(records), ids, document), [*problems, *found]


def _ids(waarden: list[Any]) -> Iterable[str]:
    """Give the ids that stand in a list of records, also of those that are not in order otherwise."""
    return [record["id"] for record in waarden if isinstance(record, dict) and isinstance(record.get("id"), str)]
