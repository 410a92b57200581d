"""The forms on GitHub that are made from the fields and the data, by the name of their file."""

from __future__ import annotations

from handreiking.invoer.formulier import BESTAND, render_formulier
from handreiking.invoer.praktijkformulier import BESTAND as PRAKTIJKBESTAND
from handreiking.invoer.praktijkformulier import render_praktijkformulier
from handreiking.lezen.gelezen import Gelezen
from handreiking.soorten.record import Samenhang


def render_formulieren(gelezen: Gelezen, context: Samenhang) -> dict[str, str]:
    """Return the text of each form; that for an example only where there is a page with examples."""
    examples = any(pagina.kop.soort == "praktijkoverzicht" for pagina in gelezen.paginas)
    asked = {PRAKTIJKBESTAND: render_praktijkformulier(gelezen)} if examples else {}
    return {BESTAND: render_formulier(gelezen, context), **asked}
