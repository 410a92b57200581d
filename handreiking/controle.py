"""The rules that look across records and pages: one generator a rule, each yields (path, line, message)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeAlias

from handreiking.gegevens import Afkorting, Bron, Definitie, Instrument, Soort, Uitgever
from handreiking.inhoud import Bronpagina, OnderwerpKop, ThemaKop
from handreiking.problem import Problem, suggestion
from handreiking.tekst import Tekst, check_external, check_headings, check_html

Found: TypeAlias = Iterator[tuple[str, int, str]]


@dataclass(frozen=True)
class Gelezen:
    """What was read: the names of the two folders, every source path, and the records with their lines."""

    content: str
    data: str
    paden: frozenset[str]
    paginas: tuple[Bronpagina, ...]
    instrumenten: tuple[tuple[Instrument, int], ...]
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
                yield (
                    f"{gelezen.data}/{file}",
                    line,
                    f"id '{record.id}' staat ook op regel {first[record.id]}; kies een ander id",
                )
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
        if other is not None and other not in ids:
            yield path, line, f"'zelfde_url_als' noemt '{other}', dat geen instrument is{suggestion(other, ids)}"
        elif other is not None and (other == instrument.id or ids[other].url != instrument.url):
            yield path, line, f"'zelfde_url_als' noemt '{other}', maar dat heeft een ander adres; haal het veld weg"
        elif instrument.url in first and other is None:
            twin = first[instrument.url].id
            yield path, line, f"dit adres heeft '{twin}' ook; voeg ze samen, of schrijf erbij: zelfde_url_als: {twin}"
        if instrument.url is not None:
            first.setdefault(instrument.url, instrument)


def check_forms(gelezen: Gelezen) -> Found:
    """A written form belongs to one term.

    Wrong: the form `PGA` under two terms.  Right: under one of them.
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
    koppen = {p.pad.removesuffix(".md"): p.kop for p in gelezen.paginas if isinstance(p.kop, OnderwerpKop)}
    for name, kop in koppen.items():
        path = f"{gelezen.content}/{name}.md"
        named = [relation.onderwerp for relation in kop.verwant]
        for index, other in enumerate(named):
            if other == name:
                yield path, 1, "het onderwerp noemt zichzelf onder 'verwant'; haal dat weg"
            elif other in named[:index]:
                yield path, 1, f"'{other}' staat dubbel onder 'verwant'; houd er één"
            elif other in koppen and name not in {relation.onderwerp for relation in koppen[other].verwant}:
                yield (
                    path,
                    1,
                    f"'{other}' noemt dit onderwerp niet onder 'verwant'; vul het daar aan of haal het hier weg",
                )


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
                1,
                f"volgorde {pagina.kop.volgorde} heeft {gelezen.content}/{other} al; kies een ander getal",
            )


def check_kinds_of_page(gelezen: Gelezen) -> Found:
    """There is one home page, one with definitions and one with all instruments.

    Wrong: no page with `soort: definities`.  Right: exactly one.
    """
    for soort in ("home", "definities", "instrumenten"):
        paden = [p.pad for p in gelezen.paginas if p.kop.soort == soort]
        if not paden and len(gelezen.paginas) == len(gelezen.paden):
            yield gelezen.content, 1, f"er is geen pagina met 'soort: {soort}'; maak er één"
        for pad in paden[1:]:
            yield (
                f"{gelezen.content}/{pad}",
                2,
                f"er is al een pagina met 'soort: {soort}': {gelezen.content}/{paden[0]}",
            )


def check_markdown(gelezen: Gelezen) -> Found:
    """The text of a page has no HTML, no heading of the first level and skips no level.

    Wrong: `# Titel <br>`.  Right: `## Kop`.
    """
    for pagina in gelezen.paginas:
        for check in (check_html, check_headings):
            for line, message in check(pagina.markdown):
                yield f"{gelezen.content}/{pagina.pad}", pagina.regel - 1 + line, message


def check_links(gelezen: Gelezen, teksten: Mapping[str, Tekst]) -> Found:
    """A link leads to a page and an anchor that exist, or to a proper address elsewhere.

    Wrong: `[Netwerken](netwerk.md)`.  Right: `[Netwerken](../preventie/netwerken.md)`.
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
            line = _line_of(verwijzing.href, pagina)
            wrong = check_external(verwijzing)
            if wrong:
                yield path, line, f"koppeling '{verwijzing.href}': {wrong}"
            elif verwijzing.pad is not None and verwijzing.pad not in anchors:
                near = get_close_matches(verwijzing.pad, sorted(anchors), n=1, cutoff=0.5)
                hint = f"; bedoelde u {gelezen.content}/{near[0]}?" if near else ""
                yield path, line, f"koppeling '{verwijzing.href}' leidt naar een pagina die er niet is{hint}"
            elif verwijzing.pad is not None and verwijzing.anker and verwijzing.anker not in anchors[verwijzing.pad]:
                hint = suggestion(verwijzing.anker, anchors[verwijzing.pad])
                yield (
                    path,
                    line,
                    f"koppeling '{verwijzing.href}': op die pagina is geen kop of begrip '{verwijzing.anker}'{hint}",
                )


RULES: tuple[Callable[[Gelezen], Found], ...] = (
    check_ids,
    check_shared_urls,
    check_forms,
    check_related,
    check_order,
    check_kinds_of_page,
    check_markdown,
)
TEXT_RULES: tuple[Callable[[Gelezen, Mapping[str, Tekst]], Found], ...] = (check_links,)


def _problem(rule: Callable[..., Found], found: tuple[str, int, str]) -> Problem:
    return Problem(*found, rule=rule.__name__.removeprefix("check_").replace("_", "-"))


def _line_of(href: str, pagina: Bronpagina) -> int:
    for number, line in enumerate(pagina.markdown.split("\n")):
        if href in line:
            return pagina.regel + number
    return pagina.regel
