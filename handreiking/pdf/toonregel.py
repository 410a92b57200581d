"""What a line of a page shows, in the PDF: by the word of the line a function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from handreiking.geheel.handreiking import Pagina
from handreiking.pdf.reeks import render_reeks
from handreiking.pdf.uitgave import Uitgave
from handreiking.tekst.toonregel import Toonplek

ZETTERS: Mapping[str, Callable[[Uitgave, Pagina, Any], str]] = {"cijfers": render_reeks}


def render_getoond(uitgave: Uitgave, pagina: Pagina, plek: Toonplek) -> str:
    """Return the code of the record that a line of a page shows."""
    return ZETTERS[plek.woord](uitgave, pagina, uitgave.handreiking.getoond(plek))
