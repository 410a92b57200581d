"""The rules that look across records, and those of pages: one generator a rule, each yields (path, line, message)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from handreiking.aanpassing import Verwijdering
from handreiking.gegevens import Definitie
from handreiking.gelezen import Gelezen
from handreiking.instrumenten import Instrument
from handreiking.paginaregels import RULES as PAGINAREGELS
from handreiking.problem import Found, Problem, problem_of, suggestion
from handreiking.velden import id_of


def check_all(gelezen: Gelezen) -> list[Problem]:
    """Run every rule over the records and the pages."""
    return [problem_of(rule, found) for rule in RULES for found in rule(gelezen)]


def check_ids(gelezen: Gelezen) -> Found:
    """An id stands once in its file.

    Wrong: two instruments with `id: symbolenbank`.  Right: `id: symbolenbank` and `id: symbolenbank-handleiding`.
    """
    for lijst in gelezen.lijsten.values():
        first: dict[str, int] = {}
        told = lijst.soort.uniek
        for record, line in lijst.records if told else ():
            if told and id_of(record) in first:
                what, mend = told(record)
                yield gelezen.path(lijst.soort.model), line, f"{what} staat ook op regel {first[id_of(record)]}; {mend}"
            first.setdefault(id_of(record), line)


def check_removed_once(gelezen: Gelezen) -> Found:
    """What was taken away stands once among the removals.

    Wrong: two records with `soort: instrument` and `id: symbolenbank`.  Right: one of them.
    """
    first: dict[tuple[str, str], int] = {}
    for verwijdering, line in gelezen.van(Verwijdering):
        key = (verwijdering.soort, verwijdering.id)
        if key in first:
            sentence = f"{verwijdering.soort} '{verwijdering.id}' staat ook op regel {first[key]}; houd er één"
            yield f"{gelezen.data}/verwijderd.yaml", line, sentence
        first.setdefault(key, line)


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
            yield path, line, f"{sentence}; haal haar weg of verbeter de datum"


def _days_of_change(gelezen: Gelezen) -> Iterator[tuple[str, int, date]]:
    """Give the day of each change and removal, with its place."""
    for pagina in gelezen.paginas:
        for index, aanpassing in enumerate(pagina.kop.gewijzigd):
            line = pagina.document.regel(("gewijzigd", index))
            yield f"{gelezen.content}/{pagina.pad}", line, aanpassing.op
    for file, records in (("tools.yaml", gelezen.van(Instrument)), ("definities.yaml", gelezen.van(Definitie))):
        for record, line in records:
            yield from ((f"{gelezen.data}/{file}", line, aanpassing.op) for aanpassing in record.gewijzigd)
    for verwijdering, line in gelezen.van(Verwijdering):
        yield f"{gelezen.data}/verwijderd.yaml", line, verwijdering.op


def check_shared_urls(gelezen: Gelezen) -> Found:
    """Two instruments have one address only where the later one says so.

    Wrong: the same `url` twice.  Right: the later one adds `zelfde_url_als: symbolenbank`.
    """
    path = f"{gelezen.data}/tools.yaml"
    ids = {instrument.id: instrument for instrument, _ in gelezen.van(Instrument)}
    first: dict[str, Instrument] = {}
    for instrument, line in gelezen.van(Instrument):
        other = instrument.zelfde_url_als
        if other is not None and other not in gelezen.ids(Instrument):
            hint = suggestion(other, gelezen.ids(Instrument))
            yield path, line, f"'zelfde_url_als' noemt '{other}', dat geen instrument is{hint}"
        elif other == instrument.id:
            yield path, line, "'zelfde_url_als' noemt dit instrument zelf; noem het andere, of haal het veld weg"
        elif other in ids and ids[other].url != instrument.url:
            yield path, line, f"'zelfde_url_als' noemt '{other}', maar dat heeft een ander adres; haal het veld weg"
        elif instrument.url in first and other is None:
            twin = first[instrument.url].id
            yield path, line, f"dit adres heeft '{twin}' ook; voeg ze samen, of schrijf erbij: zelfde_url_als: {twin}"
        if instrument.url is not None:
            first.setdefault(instrument.url, instrument)


def check_forms(gelezen: Gelezen) -> Found:
    """A written form belongs to one term.

    Wrong: the form `wadi` under two terms.  Right: under one of them.
    """
    first: dict[str, str] = {}
    for definitie, line in gelezen.van(Definitie):
        for form in (definitie.begrip, *definitie.varianten):
            owner = first.setdefault(form.casefold(), definitie.id)
            if owner != definitie.id:
                yield f"{gelezen.data}/definities.yaml", line, f"'{form}' hoort al bij '{owner}'; haal het hier weg"


RULES: tuple[Callable[[Gelezen], Found], ...] = (
    check_ids,
    check_removed_once,
    check_after_first_edition,
    check_shared_urls,
    check_forms,
    *PAGINAREGELS,
)
