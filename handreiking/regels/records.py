"""The rules that look across records, and those of pages: one generator a rule, each yields (path, line, message)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handreiking.basis.problem import Found
from handreiking.lezen.gelezen import Gelezen
from handreiking.soorten.alle import ALLE, soort_van
from handreiking.soorten.bron import Bron
from handreiking.soorten.record import Veldsoort, id_of
from handreiking.soorten.velden import verwijst_naar, waarden
from handreiking.soorten.verwijdering import Verwijdering
from handreiking.tekst.omzetting import BRONMERK


def check_ids(gelezen: Gelezen) -> Found:
    """An id stands once in its file.

    Wrong: two instruments with `id: symbolenbank`.  Right: `id: symbolenbank` and `id: symbolenbank-handleiding`.
    """
    for model, lijst in gelezen.lijsten.items():
        first: dict[str, int] = {}
        told = soort_van(model).uniek
        for record, line in lijst.records if told else ():
            if told and id_of(record) in first:
                what, mend = told(record)
                yield gelezen.path(model), line, f"{what} staat ook op regel {first[id_of(record)]}; {mend}"
            first.setdefault(id_of(record), line)


def check_pagina_van_soort(gelezen: Gelezen) -> Found:
    """What has a page of its own to stand on, has that page; and that page has something on it.

    Wrong: contact points, and no page with `soort: contact`.  Right: both, or neither.
    """
    for soort in ALLE if gelezen.compleet else ():
        needed = soort.alleen_op or (soort.pagina if soort.kaart else "")
        paginas = [pagina for pagina in gelezen.paginas if pagina.kop.soort == needed]
        path, records = gelezen.path(soort.model), gelezen.van(soort.model)
        if needed and records and not paginas:
            mend = f"maak er een, of haal de {soort.meervoud} weg"
            yield path, 1, f"er is geen pagina met 'soort: {needed}'; {mend}"
        for pagina in () if records or not soort.alleen_op else paginas:
            sentence = f"er zijn geen {soort.meervoud} in {path}; schrijf ze, of haal deze pagina weg"
            yield f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("soort",)), sentence


def check_nergens_genoemd(gelezen: Gelezen) -> Found:
    """What others name and has no page of its own, is named; this is a warning, so that a source can come first.

    Wrong: a publisher of whom there is no instrument, and no source.  Right: the source as well, or neither.
    """
    records = [record for lijst in gelezen.lijsten.values() for record, _ in lijst.records]
    named = {
        (type(other), id_of(other))
        for record in (*records, *(pagina.kop for pagina in gelezen.paginas))
        for _, other in waarden(record, Veldsoort.VERWIJZING)
    }
    named |= {(Bron, mark["id"]) for pagina in gelezen.paginas for mark in BRONMERK.finditer(pagina.markdown)}
    others = {model for soort in ALLE for model in verwijst_naar(soort.model)}
    for soort in ALLE:
        for record, line in gelezen.van(soort.model) if soort.model in others and not soort.pagina else ():
            if (soort.model, id_of(record)) not in named:
                sentence = f"{soort.naam} '{id_of(record)}' wordt nergens genoemd"
                yield gelezen.path(soort.model), line, f"{sentence}; noem dit id waar het hoort, of haal dit blokje weg"


def check_after_first_edition(gelezen: Gelezen) -> Found:
    """What changed or was taken away, was so after the first edition: before that nobody had read it.

    Wrong: `op: 2026-11-21` where `verschenen: 2026-11-21`.  Right: `op: 2026-11-22`.
    """
    if gelezen.verschenen is None and not gelezen.compleet:
        return  # the day of the first edition may stand there, beside another problem
    for path, line, day in _days_of_change(gelezen):
        if gelezen.verschenen is None:
            mend = f"zet 'verschenen' in {gelezen.data}/handreiking.yaml, of haal deze wijziging weg"
            yield path, line, f"een wijziging van {day} kan niet: er is nog geen eerste uitgave; {mend}"
        elif day <= gelezen.verschenen:
            sentence = f"een wijziging van {day} is niet van na de eerste uitgave ({gelezen.verschenen})"
            yield path, line, f"{sentence}; haal de wijziging weg of verbeter de datum"


def _days_of_change(gelezen: Gelezen) -> Iterator[tuple[str, int, date]]:
    """Yield the day of each change and removal, with its place."""
    for pagina in gelezen.paginas:
        for index, aanpassing in enumerate(pagina.kop.gewijzigd):
            line = pagina.document.regel(("gewijzigd", index))
            yield f"{gelezen.content}/{pagina.pad}", line, aanpassing.op
    for model, lijst in gelezen.lijsten.items():
        for record, line in lijst.records:
            yield from ((gelezen.path(model), line, aanpassing.op) for aanpassing in getattr(record, "gewijzigd", ()))
    for verwijdering, line in gelezen.van(Verwijdering):
        yield f"{gelezen.data}/verwijderd.yaml", line, verwijdering.op
