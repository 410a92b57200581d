"""The rules for contact points: one generator a rule, each yields (path, line, message)."""

from __future__ import annotations

from collections.abc import Callable

from handreiking.contactpunten import Contactpunt
from handreiking.gelezen import Gelezen
from handreiking.problem import Found, Problem, problem_of


def check_contact(gelezen: Gelezen) -> list[Problem]:
    """Run every rule over the contact points."""
    return [problem_of(rule, found) for rule in RULES for found in rule(gelezen)]


def check_bereikbaar(gelezen: Gelezen) -> Found:
    """A contact point can be reached in some way.

    Wrong: a record without `telefoon`, `mail`, `url` and `instrument`.  Right: one of them.
    """
    for contactpunt, line in gelezen.van(Contactpunt):
        if not (contactpunt.telefoon or contactpunt.mail or contactpunt.webadres):
            sentence = "dit contactpunt is niet te bereiken; vul 'telefoon', 'mail', 'url' of 'instrument' in"
            yield _path(gelezen), line, sentence


def check_contactpagina(gelezen: Gelezen) -> Found:
    """Contact points have a page to stand on, and that page has contact points.

    Wrong: contact points, and no page with `soort: contact`.  Right: both, or neither.
    """
    paginas = [pagina for pagina in gelezen.paginas if pagina.kop.soort == "contact"]
    if not gelezen.compleet:
        return
    if gelezen.van(Contactpunt) and not paginas:
        yield _path(gelezen), 1, "er is geen pagina met 'soort: contact'; maak er een, of haal de contactpunten weg"
    for pagina in () if gelezen.van(Contactpunt) else paginas:
        sentence = f"er zijn geen contactpunten in {_path(gelezen)}; schrijf ze, of haal deze pagina weg"
        yield f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("soort",)), sentence


RULES: tuple[Callable[[Gelezen], Found], ...] = (check_bereikbaar, check_contactpagina)


def _path(gelezen: Gelezen) -> str:
    return f"{gelezen.data}/contactpunten.yaml"
