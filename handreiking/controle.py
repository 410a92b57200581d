"""The rules that look across records and pages: one generator a rule, each yields (path, line, message)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from handreiking.aanpassing import Verwijdering
from handreiking.beveiliging import Beveiliging
from handreiking.beweringen import Bewering
from handreiking.cijfers import Reeks
from handreiking.contactpunten import Contactpunt
from handreiking.gegevens import Afkorting, Bron, Definitie, Soort, Uitgever
from handreiking.inhoud import Bronpagina, OnderwerpKop, PraktijkKop, ThemaKop
from handreiking.instrumenten import Instrument
from handreiking.problem import Problem, suggestion
from handreiking.yaml_document import Document
from handreiking.zelfscan import Stelling
from handreiking.zoeken.termen import Zoekterm

Found: TypeAlias = Iterator[tuple[str, int, str]]


@dataclass(frozen=True)
class Gelezen:
    """What was read: the names of the two folders, every source path, and the records with their lines.

    `instrument_ids` and `reeks_ids` are all that stand in their files, also those of records with problems of their
    own; `cijfers` is the file of the series, for the lines within one, None where it could not be read;
    `verschenen` is the day of the first edition, None where there is none or the title page has problems;
    `compleet` says that no record and no page had any; `beveiliging` comes with the line of its expiry.
    """

    content: str
    data: str
    paden: frozenset[str]
    paginas: tuple[Bronpagina, ...]
    instrumenten: tuple[tuple[Instrument, int], ...]
    instrument_ids: frozenset[str]
    beweringen: tuple[tuple[Bewering, int], ...]
    contactpunten: tuple[tuple[Contactpunt, int], ...]
    definities: tuple[tuple[Definitie, int], ...]
    afkortingen: tuple[tuple[Afkorting, int], ...]
    bronnen: tuple[tuple[Bron, int], ...]
    uitgevers: tuple[tuple[Uitgever, int], ...]
    soorten: tuple[tuple[Soort, int], ...]
    zoektermen: tuple[tuple[Zoekterm, int], ...]
    verwijderd: tuple[tuple[Verwijdering, int], ...]
    verschenen: date | None
    stellingen: tuple[tuple[Stelling, int], ...]
    reeksen: tuple[tuple[Reeks, int], ...]
    reeks_ids: frozenset[str]
    cijfers: Document | None
    compleet: bool
    beveiliging: tuple[Beveiliging, int] | None = None


def check_all(gelezen: Gelezen) -> list[Problem]:
    """Run every rule over the records."""
    return [problem_of(rule, found) for rule in RULES for found in rule(gelezen)]


def check_ids(gelezen: Gelezen) -> Found:
    """An id stands once in its file.

    Wrong: two instruments with `id: symbolenbank`.  Right: `id: symbolenbank` and `id: symbolenbank-handleiding`.
    """
    for file, records in (
        ("tools.yaml", gelezen.instrumenten),
        ("beweringen.yaml", gelezen.beweringen),
        ("contactpunten.yaml", gelezen.contactpunten),
        ("definities.yaml", gelezen.definities),
        ("afkortingen.yaml", gelezen.afkortingen),
        ("bronnen.yaml", gelezen.bronnen),
        ("uitgevers.yaml", gelezen.uitgevers),
        ("soorten.yaml", gelezen.soorten),
        ("zoektermen.yaml", gelezen.zoektermen),
        ("zelfscan.yaml", gelezen.stellingen),
        ("cijfers.yaml", gelezen.reeksen),
    ):
        first: dict[str, int] = {}
        for record, line in records:
            if record.id in first:
                match record:
                    case Afkorting(afkorting=name) | Zoekterm(term=name):
                        what, mend = f"'{name}'", "houd er één"
                    case _:
                        what, mend = f"id '{record.id}'", "kies een ander id"
                yield f"{gelezen.data}/{file}", line, f"{what} staat ook op regel {first[record.id]}; {mend}"
            first.setdefault(record.id, line)


def check_removed_once(gelezen: Gelezen) -> Found:
    """What was taken away stands once among the removals.

    Wrong: two records with `soort: instrument` and `id: symbolenbank`.  Right: one of them.
    """
    first: dict[tuple[str, str], int] = {}
    for verwijdering, line in gelezen.verwijderd:
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
    for file, records in (("tools.yaml", gelezen.instrumenten), ("definities.yaml", gelezen.definities)):
        for record, line in records:
            yield from ((f"{gelezen.data}/{file}", line, aanpassing.op) for aanpassing in record.gewijzigd)
    for verwijdering, line in gelezen.verwijderd:
        yield f"{gelezen.data}/verwijderd.yaml", line, verwijdering.op


def check_shared_urls(gelezen: Gelezen) -> Found:
    """Two instruments have one address only where the later one says so.

    Wrong: the same `url` twice.  Right: the later one adds `zelfde_url_als: symbolenbank`.
    """
    path = f"{gelezen.data}/tools.yaml"
    ids = {instrument.id: instrument for instrument, _ in gelezen.instrumenten}
    first: dict[str, Instrument] = {}
    for instrument, line in gelezen.instrumenten:
        other = instrument.zelfde_url_als
        if other is not None and other not in gelezen.instrument_ids:
            hint = suggestion(other, gelezen.instrument_ids)
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
    for definitie, line in gelezen.definities:
        for form in (definitie.begrip, *definitie.varianten):
            owner = first.setdefault(form.casefold(), definitie.id)
            if owner != definitie.id:
                yield f"{gelezen.data}/definities.yaml", line, f"'{form}' hoort al bij '{owner}'; haal het hier weg"


def check_related(gelezen: Gelezen) -> Found:
    """Related topics name each other, and none names itself or the same one twice.

    Wrong: `a` names `b`, `b` does not name `a`.  Right: both name the other, each with its own reason.
    """
    names = {
        pagina.pad.removesuffix(".md"): [relation.onderwerp for relation in pagina.kop.verwant]
        for pagina in gelezen.paginas
        if isinstance(pagina.kop, OnderwerpKop)
    }
    for pagina in gelezen.paginas:
        path, name = f"{gelezen.content}/{pagina.pad}", pagina.pad.removesuffix(".md")
        for index, other in enumerate(names.get(name, [])):
            line = pagina.document.regel(("verwant", index))
            if other == name:
                yield path, line, "het onderwerp noemt zichzelf onder 'verwant'; haal dat weg"
            elif other in names[name][:index]:
                yield path, line, f"'{other}' staat dubbel onder 'verwant'; houd er één"
            elif other in names and name not in names[other]:
                sentence = f"'{other}' noemt dit onderwerp niet onder 'verwant'; vul het daar aan of haal het hier weg"
                yield path, line, sentence


def check_aard(gelezen: Gelezen) -> Found:
    """Where a topic is the basis of another, that one builds on it, and both say so.

    Wrong: `a` calls `b` its `basis`, `b` says nothing of `a`.  Right: `b` calls `a` its `vervolg`.
    """
    fitting = {"basis": "vervolg", "vervolg": "basis"}
    said = {
        (pagina.pad.removesuffix(".md"), relation.onderwerp): relation.aard
        for pagina in gelezen.paginas
        if isinstance(pagina.kop, OnderwerpKop)
        for relation in pagina.kop.verwant
    }
    for pagina in gelezen.paginas:
        name = pagina.pad.removesuffix(".md")
        for index, relation in enumerate(pagina.kop.verwant if isinstance(pagina.kop, OnderwerpKop) else ()):
            back = (relation.onderwerp, name)
            if relation.aard and back in said and said[back] != fitting[relation.aard]:
                sentence = (
                    f"'{relation.onderwerp}' is hier '{relation.aard}'; zet daar bij dit onderwerp"
                    f" 'aard: {fitting[relation.aard]}', of haal 'aard' hier weg"
                )
                yield f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("verwant", index, "aard")), sentence


def check_order(gelezen: Gelezen) -> Found:
    """Themes, the topics within a theme, practice examples and the pages of one each have a place of their own.

    Wrong: two topics of one theme with `volgorde: 2`.  Right: 2 and 3.
    """
    places: dict[tuple[str, int], list[Bronpagina]] = {}
    for pagina in gelezen.paginas:
        if isinstance(pagina.kop, ThemaKop | OnderwerpKop | PraktijkKop):
            folder = pagina.pad.removesuffix("/index.md").rpartition("/")[0]
            places.setdefault((folder, pagina.kop.volgorde), []).append(pagina)
    for (_, volgorde), paginas in places.items():
        for pagina in paginas:
            others = ", ".join(f"{gelezen.content}/{other.pad}" for other in paginas if other is not pagina)
            if others:
                sentence = f"volgorde {volgorde} heeft ook {others}; geef een van beide een ander getal"
                yield f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("volgorde",)), sentence


def check_kinds_of_page(gelezen: Gelezen) -> Found:
    """There is one home page, one with definitions and one with all instruments; of the other kinds at most one.

    Wrong: no page with `soort: definities`.  Right: exactly one.
    """
    needed = ("home", "definities", "instrumenten")
    for soort in (
        *needed,
        "zelfscan",
        "samenhang",
        "meenemen",
        "nieuw",
        "opendata",
        "praktijkoverzicht",
        "contact",
        "over",
        "download",
    ):
        paginas = [pagina for pagina in gelezen.paginas if pagina.kop.soort == soort]
        if not paginas and soort in needed and len(gelezen.paginas) == len(gelezen.paden):
            yield gelezen.content, 1, f"er is geen pagina met 'soort: {soort}'; maak er één"
        for pagina in paginas[1:]:
            yield (
                f"{gelezen.content}/{pagina.pad}",
                pagina.document.regel(("soort",)),
                f"er is al een pagina met 'soort: {soort}': {gelezen.content}/{paginas[0].pad}",
            )


def check_themes(gelezen: Gelezen) -> Found:
    """A topic lies in the folder of a theme, and a theme has topics.

    Wrong: `groen/bomen.md` without `groen/index.md`, or the other way round.  Right: both.
    """
    filled = {pad.rpartition("/")[0] for pad in gelezen.paden if not pad.endswith("/index.md")}
    for pagina in gelezen.paginas:
        index = f"{pagina.pad.rpartition('/')[0]}/index.md"
        if isinstance(pagina.kop, OnderwerpKop) and index not in gelezen.paden:
            sentence = f"dit onderwerp heeft geen thema; maak {gelezen.content}/{index}"
            yield f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("soort",)), sentence
        elif isinstance(pagina.kop, ThemaKop) and pagina.pad.rpartition("/")[0] not in filled:
            sentence = "dit thema heeft geen onderwerpen; maak er een, of haal het thema weg"
            yield f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("soort",)), sentence


RULES: tuple[Callable[[Gelezen], Found], ...] = (
    check_ids,
    check_removed_once,
    check_after_first_edition,
    check_shared_urls,
    check_forms,
    check_related,
    check_aard,
    check_order,
    check_kinds_of_page,
    check_themes,
)


def problem_of(rule: Callable[..., Found], found: tuple[str, int, str]) -> Problem:
    """Give what a rule yielded as a problem that carries the rule's name."""
    return Problem(*found, rule=name_of(rule))


def name_of(rule: Callable[..., Found]) -> str:
    """Give the name of a rule, as it stands beside a problem: `check_shared_urls` is `shared-urls`."""
    return rule.__name__.removeprefix("check_").replace("_", "-")
