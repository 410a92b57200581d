"""A series of figures in the PDF: its picture, which a reader of the text hears in words, its table and its source."""

from __future__ import annotations

from handreiking.basis.kleur import tint
from handreiking.beeld.beeld import Drukkleur, render_drukbeeld
from handreiking.beeld.pagina import hoek_van, thema_van
from handreiking.geheel.pagina import Pagina
from handreiking.pdf.typstcode import array, call, joined, literal, optional
from handreiking.pdf.uitgave import Uitgave
from handreiking.pdf.zekerheid import render_bron
from handreiking.soorten.reeks import Reeks, getal

LETTER = "Atkinson Hyperlegible Next"  # as in vorm.typ
_INKT = "#1f1c18"
_COLUMN = (9, 30)  # letters: no column of a table counts as narrower or wider than this


def render_reeks(uitgave: Uitgave, pagina: Pagina, reeks: Reeks) -> str:
    """Return the code of a series as a page shows it, in the colour of its theme."""
    thema = thema_van(uitgave.handreiking, pagina)
    kleur = thema.kleur.licht if thema else _INKT
    hoek = hoek_van(uitgave.handreiking, thema)
    svg = render_drukbeeld(reeks, hoek, Drukkleur(kleur, tint(kleur, "#ffffff")), LETTER)
    return call(
        "reeks",
        literal(reeks.titel),
        literal(reeks.onderschrift),
        optional(svg),
        literal(f"{reeks.titel}. {reeks.in_woorden}"),
        _table(reeks),
        optional(reeks.toelichting),
        joined([literal("Bron: "), render_bron(uitgave, reeks.bron), literal(f", {reeks.bladzijde}.")]),
        kleur=call("rgb", literal(kleur)),
    )


def _table(reeks: Reeks) -> str:
    beside = [reeks.bijkop] if reeks.bijkop else []
    heads = [reeks.rijkop, *beside, *(kolom.naam for kolom in reeks.kolommen)]
    rows = [
        [rij.naam, *([rij.bij or ""] if beside else []), *("–" if w is None else getal(w) for w in rij.waarden)]
        for rij in reeks.rijen
    ]
    widths = [min(max(*map(len, column), _COLUMN[0]), _COLUMN[1]) for column in zip(heads, *rows, strict=True)]
    left = 1 + len(beside)
    return call(
        "tabel",
        array(f"{width}fr" for width in widths),
        array("left" if place < left else "right" for place in range(len(heads))),
        array(literal(head) for head in heads),
        *(
            call("strong", literal(cell)) if rij.som_van else literal(cell)
            for rij, row in zip(reeks.rijen, rows, strict=True)
            for cell in row
        ),
    )
