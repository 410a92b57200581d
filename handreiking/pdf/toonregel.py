"""What a line of a page shows, in the PDF: by the word of the line a function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from handreiking.beeld.pagina import thema_van
from handreiking.geheel.pagina import Pagina
from handreiking.pdf.reeks import render_reeks
from handreiking.pdf.typstcode import array, call, literal
from handreiking.pdf.uitgave import Uitgave
from handreiking.pdf.zekerheid import render_bron
from handreiking.soorten.citaat import Citaat
from handreiking.tekst.toonregel import Toonplek


def render_getoond(uitgave: Uitgave, pagina: Pagina, plek: Toonplek) -> str:
    """Return the code of the record that a line of a page shows."""
    return ZETTERS[plek.woord](uitgave, pagina, uitgave.handreiking.getoond(plek))


def _citaat(uitgave: Uitgave, pagina: Pagina, citaat: Citaat) -> str:
    """Return the code of somebody's words, with who says it and the source."""
    thema = thema_van(uitgave.handreiking, pagina)
    return call(
        "aanhaling",
        array(literal(alinea) for alinea in citaat.alineas),
        literal(citaat.spreker),
        render_bron(uitgave, citaat.bron),
        kleur=call("rgb", literal(thema.kleur.licht)) if thema else "inkt",
    )


ZETTERS: Mapping[str, Callable[[Uitgave, Pagina, Any], str]] = {"cijfers": render_reeks, "citaat": _citaat}
