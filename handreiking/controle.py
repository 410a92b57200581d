"""The rules that look across records and pages: one generator a rule, each yields (path, line, message)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeAlias

from handreiking.gegevens import Afkorting, Bron, Definitie, Instrument, Soort, Uitgever
from handreiking.inhoud import Bronpagina, OnderwerpKop, ThemaKop
from handreiking.problem import Problem, suggestion
from handreiking.tekst import Tekst, Verwijzing, check_external, check_headings, check_html, check_invisible

Found: TypeAlias = Iterator[tuple[str, int, str]]


@dataclass(frozen=True)
class Gelezen:
    """What was read: the names of the two folders, every source path, and the records with their lines.

    `instrument_ids` are all that stand in the file, also those of instruments with problems of their own.
    """

    content: str
    data: str
    paden: frozenset[str]
    paginas: tuple[Bronpagina, ...]
    instrumenten: tuple[tuple[Instrument, int], ...]
    instrument_ids: frozenset[str]
    definities: tuple[tuple[Definitie, int], ...]
    afkortingen: tuple[tuple[Afkorting, int], ...]
    bronnen: tuple[tuple[Bron, int], ...]
    uitgevers: tuple[tuple[Uitgever, int], ...]
    soorten: tuple[tuple[Soort, int], ...]


def check_all(gelezen: Gelezen, teksten: Mapping[str, Tekst] | None = None) -> list[Problem]:
    """Run every rule; those over converted texts only where there are any (all pages could be read)."""
    problems = [_problem(rule, found) for rule in RULES for found in rule(gelezen)]
    if teksten is not None:
        problems += [_problem(rule, found) for rule in TEXT_RULES for found in rule(gelezen, teksten)]
    return problems


def check_ids(gelezen: Gelezen) -> Found:
    """An id stands once in its file.

    Wrong: two instruments with `id: symbolenbank`.  Right: `id: symbolenbank` and `id: symbolenbank-handleiding`.
    """
    for file, records in (
        ("tools.yaml", gelezen.instrumenten),
        ("definities.yaml", gelezen.definities),
        ("afkortingen.yaml", gelezen.afkortingen),
        ("bronnen.yaml", gelezen.bronnen),
        ("uitgevers.yaml", gelezen.uitgevers),
        ("soorten.yaml", gelezen.soorten),
    ):
        first: dict[str, int] = {}
        for record, line in records:
            if record.id in first:
                what = f"'{record.afkorting}'" if isinstance(record, Afkorting) else f"id '{record.id}'"
                mend = "houd er één" if isinstance(record, Afkorting) else "kies een ander id"
                yield f"{gelezen.data}/{file}", line, f"{what} staat ook op regel {first[record.id]}; {mend}"
            first.setdefault(record.id, line)


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


def check_order(gelezen: Gelezen) -> Found:
    """Themes, and the topics within a theme, each have a place of their own.

    Wrong: two topics of one theme with `volgorde: 2`.  Right: 2 and 3.
    """
    first: dict[tuple[str, int], str] = {}
    for pagina in gelezen.paginas:
        if not isinstance(pagina.kop, ThemaKop | OnderwerpKop):
            continue
        folder = "" if isinstance(pagina.kop, ThemaKop) else pagina.pad.rpartition("/")[0]
        other = first.setdefault((folder, pagina.kop.volgorde), pagina.pad)
        if other != pagina.pad:
            yield (
                f"{gelezen.content}/{pagina.pad}",
                pagina.document.regel(("volgorde",)),
                f"volgorde {pagina.kop.volgorde} heeft {gelezen.content}/{other} al; kies een ander getal",
            )


def check_kinds_of_page(gelezen: Gelezen) -> Found:
    """There is one home page, one with definitions and one with all instruments.

    Wrong: no page with `soort: definities`.  Right: exactly one.
    """
    for soort in ("home", "definities", "instrumenten"):
        paginas = [pagina for pagina in gelezen.paginas if pagina.kop.soort == soort]
        if not paginas and len(gelezen.paginas) == len(gelezen.paden):
            yield gelezen.content, 1, f"er is geen pagina met 'soort: {soort}'; maak er één"
        for pagina in paginas[1:]:
            yield (
                f"{gelezen.content}/{pagina.pad}",
                pagina.document.regel(("soort",)),
                f"er is al een pagina met 'soort: {soort}': {gelezen.content}/{paginas[0].pad}",
            )


def check_themes(gelezen: Gelezen) -> Found:
    """A topic lies in the folder of a theme.

    Wrong: `groen/bomen.md` without `groen/index.md`.  Right: both.
    """
    for pagina in gelezen.paginas:
        index = f"{pagina.pad.rpartition('/')[0]}/index.md"
        if isinstance(pagina.kop, OnderwerpKop) and index not in gelezen.paden:
            sentence = f"dit onderwerp heeft geen thema; maak {gelezen.content}/{index}"
            yield f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("soort",)), sentence


def check_markdown(gelezen: Gelezen) -> Found:
    """The text of a page has no HTML, no invisible letters, no heading of the first level and skips no level.

    Wrong: `# Titel <br>`.  Right: `## Kop`.
    """
    for pagina in gelezen.paginas:
        for check in (check_html, check_invisible, check_headings):
            for line, message in check(pagina.markdown):
                yield f"{gelezen.content}/{pagina.pad}", pagina.regel - 1 + line, message


def check_links(gelezen: Gelezen, teksten: Mapping[str, Tekst]) -> Found:
    """A link leads to a page and an anchor that exist, or to a proper address elsewhere.

    Wrong: `[Regen](regn.md)`.  Right: `[Regen](../water/regen.md)`.
    """
    anchors = {pad: set(tekst.ankers) for pad, tekst in teksten.items()}
    for pagina in gelezen.paginas:
        if pagina.kop.soort == "definities":
            anchors[pagina.pad] |= {d.id for d, _ in gelezen.definities}
            anchors[pagina.pad] |= {f"afkorting-{a.id}" for a, _ in gelezen.afkortingen}
        elif pagina.kop.soort == "instrumenten":
            anchors[pagina.pad] |= {i.id for i, _ in gelezen.instrumenten}
    for pagina in gelezen.paginas:
        path = f"{gelezen.content}/{pagina.pad}"
        for verwijzing in teksten[pagina.pad].verwijzingen:
            wrong = _wrong_with(verwijzing, anchors, gelezen.content)
            for line in _lines_of(verwijzing.href, pagina) if wrong else ():
                yield path, line, f"koppeling '{verwijzing.href}'{wrong}"


RULES: tuple[Callable[[Gelezen], Found], ...] = (
    check_ids,
    check_shared_urls,
    check_forms,
    check_related,
    check_order,
    check_kinds_of_page,
    check_themes,
    check_markdown,
)
TEXT_RULES: tuple[Callable[[Gelezen, Mapping[str, Tekst]], Found], ...] = (check_links,)


def _problem(rule: Callable[..., Found], found: tuple[str, int, str]) -> Problem:
    return Problem(*found, rule=rule.__name__.removeprefix("check_").replace("_", "-"))


def _wrong_with(verwijzing: Verwijzing, anchors: Mapping[str, set[str]], content: str) -> str | None:
    """Say what is wrong with a link, as what follows its address in a message, or None."""
    wrong = check_external(verwijzing)
    if wrong:
        return f": {wrong}"
    if verwijzing.pad is not None and verwijzing.pad not in anchors:
        near = get_close_matches(verwijzing.pad, sorted(anchors), n=1, cutoff=0.5)
        hint = f"; bedoelde u {content}/{near[0]}?" if near else ""
        return f" leidt naar een pagina die er niet is{hint}"
    if verwijzing.pad is not None and verwijzing.anker and verwijzing.anker not in anchors[verwijzing.pad]:
        hint = suggestion(verwijzing.anker, anchors[verwijzing.pad])
        return f": op die pagina is geen kop of begrip '{verwijzing.anker}'{hint}"
    return None


def _lines_of(href: str, pagina: Bronpagina) -> list[int]:
    """Give the lines that link to an address; those that hold it where none does; else the first of the text."""
    lines = list(enumerate(pagina.markdown.split("\n"), pagina.regel))
    linking = [number for number, line in lines if f"({href})" in line or f"({href} " in line]
    return linking or [number for number, line in lines if href in line][:1] or [pagina.regel]
