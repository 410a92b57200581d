"""What the content rests on: the rules for the marks in texts, and for figures; each yields (path, line, message)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handreiking.basis.problem import Found, suggestion
from handreiking.basis.weergave import MAANDEN
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.pagina import Bronpagina
from handreiking.soorten.bron import REDACTIE, Bron
from handreiking.soorten.record import Veldsoort
from handreiking.soorten.velden import verwijst_naar, waarden
from handreiking.tekst.omzetting import BRONMERK
from handreiking.tekst.zichtbaar import Regelsoort, Tekstregel, parse_regels

_FIGURE = re.compile(
    rf"(?<![\w.,-])\d+(?:[.,:]?\d)+|(?<![\w.,-])\d\s?(?:[%‰]|procent\b|(?:{'|'.join(MAANDEN)})\b)", re.IGNORECASE
)


def check_bronmerk(gelezen: Gelezen) -> Found:
    """A mark names a source, or the editors, behind the last word of a paragraph, an item or a cell.

    Wrong: `Een boom[^weerbok] koelt.`  Right: `Een boom koelt.[^weerboek]`
    """
    known = gelezen.ids(Bron) | {REDACTIE}
    for pagina in gelezen.paginas:
        path, seen = f"{gelezen.content}/{pagina.pad}", list[str]()
        for merk in gelezen.teksten[pagina.pad].bronmerken:
            line = _line_of(pagina, merk.bron, seen.count(merk.bron))
            seen.append(merk.bron)
            if not merk.op_zijn_plaats:
                mend = "zet het achter het laatste woord van een alinea, een onderdeel van een lijst of een cel"
                yield path, line, f"'[^{merk.bron}]' kan hier niet staan; {mend}"
            if gelezen.lijst(Bron).document is not None and merk.bron not in known:
                mend = suggestion(merk.bron, known) or f"; zet de bron in {gelezen.path(Bron)}, of verbeter het id"
                yield path, line, f"onbekende bron '{merk.bron}'{mend}"


def check_getal_zonder_bron(gelezen: Gelezen) -> Found:
    """A figure or a date has a source: its paragraph or its page, in the data its record, where the kind has one.

    Of pages this is about those of themes and examples; the others tell about the site.

    Wrong: `Er staan 250 bomen.` on a page without sources.  Right: `Er staan 250 bomen.[^weerboek]`
    """
    for pagina in gelezen.paginas:
        if "/" not in pagina.pad or pagina.kop.bronnen:
            continue
        for block in _blocks(parse_regels(pagina.markdown, pagina.regel)):
            figures = [(regel.nummer, found[0]) for regel in block if (found := _FIGURE.search(regel.tekst))]
            for line, figure in [] if _has_source(pagina, block) else figures[:1]:
                mend = f"zet er '[^id]' achter met het id uit {gelezen.path(Bron)}, of noem de bron boven aan de pagina"
                yield f"{gelezen.content}/{pagina.pad}", line, f"'{figure}' heeft hier geen bron; {mend}"
    for model, lijst in gelezen.lijsten.items():
        for record, index in lijst.met_plek() if Bron in verwijst_naar(model) else ():
            if any(isinstance(other, Bron) for _, other in waarden(record, Veldsoort.VERWIJZING)):
                continue
            for place, text in waarden(record, Veldsoort.TEKST, eigen=True):
                if found := _FIGURE.search(text):
                    line = lijst.regel((index, *place))
                    mend = "zeg in dit blokje uit welke bron het komt, of haal het weg"
                    yield gelezen.path(model), line, f"'{found[0]}' heeft hier geen bron; {mend}"


def _line_of(pagina: Bronpagina, name: str, before: int) -> int:
    """Return the line of a mark, of which as many of the same stand before it; else the first of the text."""
    lines = [
        number
        for number, line in enumerate(pagina.markdown.split("\n"), pagina.regel)
        for mark in BRONMERK.finditer(line)
        if mark["id"].casefold() == name.casefold()
    ]
    return [*lines[: before + 1], pagina.regel][min(before, len(lines))]


def _has_source(pagina: Bronpagina, block: Sequence[Tekstregel]) -> bool:
    """Say whether a mark in a block names a source; that of the editors names none."""
    lines = pagina.markdown.split("\n")
    written = (mark for regel in block for mark in BRONMERK.finditer(lines[regel.nummer - pagina.regel]))
    return any(mark["id"] != REDACTIE for mark in written)


def _blocks(regels: Sequence[Tekstregel]) -> Iterator[list[Tekstregel]]:
    """Yield the lines of each paragraph, item and table."""
    block: list[Tekstregel] = []
    for regel in (r for r in regels if r.soort not in (Regelsoort.KOP, Regelsoort.CODE)):
        in_table = regel.soort is Regelsoort.TABEL and block and block[-1].soort is Regelsoort.TABEL
        if regel.begin and not in_table:
            yield from [block] if block else []
            block = []
        block.append(regel)
    yield from [block] if block else []
