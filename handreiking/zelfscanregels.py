"""The rules for the statements of the self-scan: one generator a rule, each yields (path, line, message)."""

from __future__ import annotations

from collections.abc import Callable

from handreiking.gelezen import Gelezen
from handreiking.inhoud import OnderwerpKop
from handreiking.problem import Found, Problem, problem_of
from handreiking.zelfscan import MEEST, MINST, Stelling


def check_zelfscan(gelezen: Gelezen) -> list[Problem]:
    """Run every rule over the statements."""
    return [problem_of(rule, found) for rule in RULES for found in rule(gelezen)]


def check_aantal_stellingen(gelezen: Gelezen) -> Found:
    """A topic has three to six statements, or none.

    Wrong: one statement with `onderwerp: groen/bomen`.  Right: three of them.
    """
    lines: dict[str, list[int]] = {}
    # Where a record has a problem of its own, it would count as missing here.
    for stelling, line in gelezen.van(Stelling) if gelezen.compleet else ():
        lines.setdefault(stelling.onderwerp, []).append(line)
    for onderwerp, places in lines.items():
        said = f"'{onderwerp}' heeft {len(places)} {'stelling' if len(places) == 1 else 'stellingen'}"
        if len(places) < MINST:
            yield _path(gelezen), places[0], f"{said}; schrijf er ten minste {MINST}, of haal ze weg"
        elif len(places) > MEEST:
            yield _path(gelezen), places[MEEST], f"{said}; houd het bij {MEEST}"


def check_stelling_dubbel(gelezen: Gelezen) -> Found:
    """The text of a statement stands once.

    Wrong: "De bomen krijgen water." under two topics.  Right: "Nieuwe bomen krijgen water." under one of them.
    """
    first: dict[str, int] = {}
    for stelling, line in gelezen.van(Stelling):
        before = first.setdefault(" ".join(stelling.tekst.casefold().split()), line)
        if before != line:
            yield _path(gelezen), line, f"deze stelling staat ook op regel {before}; geef haar een andere tekst"


def check_zelfscan_pagina(gelezen: Gelezen) -> Found:
    """Statements have a page to stand on, and that page has statements.

    Wrong: statements, and no page with `soort: zelfscan`.  Right: both, or neither.
    """
    paginas = [pagina for pagina in gelezen.paginas if pagina.kop.soort == "zelfscan"]
    if not gelezen.compleet:
        return
    if gelezen.van(Stelling) and not paginas:
        yield _path(gelezen), 1, "er is geen pagina met 'soort: zelfscan'; maak er een, of haal de stellingen weg"
    for pagina in () if gelezen.van(Stelling) else paginas:
        sentence = f"er zijn geen stellingen in {_path(gelezen)}; schrijf ze, of haal deze pagina weg"
        yield f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("soort",)), sentence


def check_zonder_stellingen(gelezen: Gelezen) -> Found:
    """Once there are statements, every topic has some; this is a warning, so that a new topic can be shown at once.

    Wrong: statements about `groen/bomen` alone.  Right: about every topic.
    """
    covered = {stelling.onderwerp for stelling, _ in gelezen.van(Stelling)}
    for pagina in gelezen.paginas if covered else ():
        if isinstance(pagina.kop, OnderwerpKop) and pagina.pad.removesuffix(".md") not in covered:
            sentence = f"dit onderwerp heeft geen stellingen in {_path(gelezen)}; schrijf er {MINST} tot {MEEST}"
            yield f"{gelezen.content}/{pagina.pad}", 1, sentence


RULES: tuple[Callable[[Gelezen], Found], ...] = (
    check_aantal_stellingen,
    check_stelling_dubbel,
    check_zelfscan_pagina,
)


def _path(gelezen: Gelezen) -> str:
    return f"{gelezen.data}/zelfscan.yaml"
