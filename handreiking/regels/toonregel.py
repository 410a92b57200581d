"""The rules for the lines of pages that show a record: one generator a rule, each yields (path, line, message)."""

from __future__ import annotations

import re

from handreiking.basis.problem import Found, suggestion, suggestion_or_all
from handreiking.lezen.gelezen import Gelezen
from handreiking.soorten.alle import OP_EEN_REGEL
from handreiking.soorten.record import id_of
from handreiking.tekst.toonregel import TOONREGEL, Toonplek, parse_toonregel

_MEANT = re.compile(rf"\[\[\s*({'|'.join(OP_EEN_REGEL)})\b", re.IGNORECASE)


def check_toonregel(gelezen: Gelezen) -> Found:
    """A line that shows a record names one that exists, stands by itself, and stands once on its page.

    Wrong: `Kijk: [[cijfers: bomn]]`.  Right: `[[cijfers: bomen]]` between two blank lines.
    """
    for pagina in gelezen.paginas:
        path, seen = f"{gelezen.content}/{pagina.pad}", set[Toonplek]()
        shown = gelezen.teksten[pagina.pad].getoond
        for number, line in enumerate(pagina.markdown.split("\n"), pagina.regel):
            meant, plek, other = _MEANT.search(line), parse_toonregel(line), TOONREGEL.fullmatch(line)
            if plek in shown:
                if wrong := _wrong(gelezen, plek, seen):
                    yield path, number, wrong
                seen.add(plek)
            elif meant:
                sentence = f"deze regel toont niets; schrijf '[[{meant[1].lower()}: naam]]' alleen op een regel"
                yield path, number, f"{sentence}, met een lege regel ervoor en erna"
            elif other:
                sentence = f"een regel kan geen '{other['woord']}' tonen"
                yield path, number, f"{sentence}{suggestion_or_all(other['woord'], OP_EEN_REGEL)}"


def check_nergens_getoond(gelezen: Gelezen) -> Found:
    """What is there to be shown by a line of a page, is shown on one; this is a warning.

    Wrong: a series that no page names.  Right: `[[cijfers: bomen]]` on one.
    """
    lines = (line for pagina in gelezen.paginas for line in pagina.markdown.split("\n"))
    shown = {parse_toonregel(line) for line in lines}
    for woord, soort in OP_EEN_REGEL.items():
        for record, line in gelezen.van(soort.model):
            if Toonplek(woord, id_of(record)) not in shown:
                sentence = f"{soort.naam} '{id_of(record)}' staat op geen pagina"
                mend = f"schrijf daar '[[{woord}: {id_of(record)}]]', of haal dit blokje weg"
                yield gelezen.path(soort.model), line, f"{sentence}; {mend}"


def _wrong(gelezen: Gelezen, plek: Toonplek, seen: set[Toonplek]) -> str | None:
    """Say what is wrong with a line that shows a record, or None."""
    naam, known = plek.soort.naam, gelezen.ids(plek.soort.model)
    read = gelezen.compleet or gelezen.lijst(plek.soort.model).document is not None
    if read and plek.id not in known:
        return f"er is geen {naam} '{plek.id}' in {gelezen.path(plek.soort.model)}{suggestion(plek.id, known)}"
    return f"{naam} '{plek.id}' staat al op deze pagina; houd er één" if plek in seen else None
