"""Read a handreiking from its folder: the one place that reads `content/` and `data/`, once a build."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from handreiking.basis.problem import Problem
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.pagina import is_concept, onderwerp_ids, parse_page
from handreiking.lezen.project import Project, find_pages, load_document, load_text
from handreiking.lezen.record import parse_record, parse_records
from handreiking.soorten.alle import ALLE, in_leesvolgorde
from handreiking.soorten.paginasoort import PAGINASOORTEN
from handreiking.soorten.record import Record, Samenhang, id_of
from handreiking.soorten.soort import Lijst, Recordsoort

R = TypeVar("R", bound=Record)


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


def _load_lijst(project: Project, soort: Recordsoort[R], context: Samenhang) -> tuple[Lijst[R], list[Problem]]:
    path = project.data / soort.bestand
    if soort.optioneel and not path.exists():
        return Lijst(), []
    mend = "vul de velden in" if soort.enkel else "vul de lijst in, of zet er [] als die leeg is"
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
