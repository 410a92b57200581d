"""Load a whole handreiking from its folder: the one place that reads `content/` and `data/`, once a build."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from handreiking.adres import relative_url
from handreiking.begrippen import Begrippenlijst, begrippenlijst
from handreiking.gegevens import Afkorting, Definitie
from handreiking.gelezen import Gelezen
from handreiking.handreiking import Handreiking
from handreiking.lezen import parse_record, parse_records
from handreiking.linkstatus import load_linkstatus
from handreiking.pagina_lezen import Bronpagina, is_concept, onderwerp_ids, parse_page
from handreiking.paginasoorten import PAGINASOORTEN
from handreiking.parallel import in_parallel
from handreiking.problem import Problem
from handreiking.project import Project, find_pages, load_document, load_text
from handreiking.regels import check_regels
from handreiking.samenstelling import compose, site_of
from handreiking.soorten.alle import ALLE, in_leesvolgorde
from handreiking.soorten.soort import Lijst, Recordsoort
from handreiking.tekst import Tekst, render_tekst
from handreiking.velden import Record, Samenhang, id_of

R = TypeVar("R", bound=Record)


def load_handreiking(
    project: Project, vandaag: date, *, concepten: bool = False
) -> tuple[Handreiking | None, list[Problem]]:
    """Load, check and compose the handreiking; return it, or None, with all problems found, sorted.

    `vandaag` is what dates are held against; `concepten`: with the pages that are no more than a draft.
    """
    gelezen, problems = load_gelezen(project, vandaag, concepten=concepten)
    handreiking, found = check_gelezen(gelezen)
    if handreiking is None or problems:
        return None, sorted({*problems, *found})
    instrumenten = {instrument.id: instrument.url for instrument in handreiking.instrumenten}
    bronnen = {bron.id: bron.url for bron in handreiking.bronnen}
    return replace(
        handreiking,
        linkstatus=load_linkstatus(project.data, instrumenten),
        bronstatus=load_linkstatus(project.data, bronnen, soort="bron"),
    ), []


def check_gelezen(gelezen: Gelezen) -> tuple[Handreiking | None, list[Problem]]:
    """Convert, check across files and compose what was read; return the handreiking, or None, with the problems."""
    begrippen = _begrippen(gelezen)
    gelezen = replace(gelezen, teksten=_converted(gelezen, begrippen))
    found = [problem for problem, _ in check_regels(gelezen, "bouw")]
    if found or gelezen.titelblad is None or not gelezen.compleet:
        return None, found
    return compose(gelezen.titelblad, gelezen, begrippen), []


def load_gelezen(project: Project, vandaag: date, *, concepten: bool = False) -> tuple[Gelezen, list[Problem]]:
    """Read every file; return what could be read, and what is wrong within single files."""
    paths, problems = find_pages(project)
    texts: dict[str, str | None] = {}
    for pad, path in paths.items():
        texts[pad], found = load_text(project, path)
        problems += found
    drafts = frozenset(pad for pad, text in texts.items() if text and is_concept(text))
    shown = [pad for pad in paths if pad not in drafts]
    context = Samenhang(
        vandaag,
        onderwerpen=onderwerp_ids(shown),
        iconen=project.iconen,
        paginasoorten=tuple(soort.naam for soort in PAGINASOORTEN),
        concepten=onderwerp_ids(list(paths)) - onderwerp_ids(shown),
    )
    lijsten, records, found = _load_lijsten(project, context)
    problems += found
    context = replace(context, records=records)
    of_draft = replace(context, onderwerpen=context.onderwerpen | context.concepten, concepten=frozenset())
    paginas = []
    for pad in paths if concepten else shown:
        text = texts[pad]
        if text is not None:
            name = project.name(paths[pad])
            pagina, found = parse_page(text, pad, name, of_draft if pad in drafts else context)
            problems += found
            paginas += [pagina] if pagina else []
    if not paths:
        problems.append(Problem(project.name(project.content), 1, "hier staan geen pagina's (.md)", "bestand"))
    gelezen = Gelezen(
        content=project.name(project.content),
        data=project.name(project.data),
        paden=frozenset(paths if concepten else shown),
        paginas=tuple(paginas),
        lijsten=lijsten,
        compleet=not problems,
        vandaag=vandaag,
        concepten=drafts,
    )
    return gelezen, problems


def _load_lijsten(
    project: Project, context: Samenhang
) -> tuple[dict[type[Record], Lijst[Any]], dict[str, dict[str, Any]], list[Problem]]:
    """Return what was read of each kind, the records by kind and id, and the problems."""
    lijsten: dict[type[Record], Lijst[Any]] = {}
    records: dict[str, dict[str, Any]] = {}
    problems: list[Problem] = []
    for soort in in_leesvolgorde():
        lijst, found = _load_lijst(project, soort, replace(context, records=records))
        problems += found
        lijsten[soort.model] = lijst
        if lijst.document is not None and isinstance(lijst.document.waarde, list):
            records[soort.naam] = dict.fromkeys(lijst.ids) | {id_of(record): record for record, _ in lijst.records}
    return {soort.model: lijsten[soort.model] for soort in ALLE}, records, problems


def _begrippen(gelezen: Gelezen) -> Begrippenlijst:
    explained_on = next((p.pad for p in gelezen.paginas if p.kop.soort == "definities"), "")
    if not explained_on:
        return begrippenlijst({}, "")
    forms = {d.id: (d.begrip, *d.varianten) for d, _ in gelezen.van(Definitie)}
    return begrippenlijst(forms, explained_on, {a.id: a.afkorting for a, _ in gelezen.van(Afkorting)})


def _converted(gelezen: Gelezen, begrippen: Begrippenlijst) -> dict[str, Tekst]:
    """Return the converted text of each page, with links in the form that the addresses of the site have."""
    directories = gelezen.titelblad is not None and site_of(gelezen.titelblad).directories

    def convert(pagina: Bronpagina) -> Tekst:
        def url_for(pad: str, anchor: str) -> str:
            address = "" if pad == pagina.pad else relative_url(pagina.pad, pad, directories=directories)
            return f"{address}#{anchor}" if anchor else address or "#"

        return render_tekst(pagina.markdown, pagina.pad, url_for, begrippen)

    texts = in_parallel(convert, gelezen.paginas, at_least=100)
    return {pagina.pad: tekst for pagina, tekst in zip(gelezen.paginas, texts, strict=True)}


def _load_lijst(project: Project, soort: Recordsoort[R], context: Samenhang) -> tuple[Lijst[R], list[Problem]]:
    path = project.data / soort.bestand
    if soort.optioneel and not path.exists():
        return Lijst(), []
    mend = "vul de velden in" if soort.enkel else "vul de lijst in, of zet er [] als zij leeg is"
    document, problems = load_document(project, path, mend)
    if document is None:
        return Lijst(), problems
    if soort.enkel:
        record, found = parse_record(document, soort.model, context)
        return Lijst(((record, 1),) if record else (), frozenset(), document), [*problems, *found]
    records, found = parse_records(document, soort.model, context)
    ids = frozenset(_ids(document.waarde)) if isinstance(document.waarde, list) else frozenset()
    return Lijst(tuple(records), ids, document), [*problems, *found]


def _ids(waarden: list[Any]) -> Iterable[str]:
    """Yield the ids that stand in a list of records, also of those that are not in order otherwise."""
    return (record["id"] for record in waarden if isinstance(record, dict) and isinstance(record.get("id"), str))
