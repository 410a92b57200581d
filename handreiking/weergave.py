"""How values read in Dutch text."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from handreiking.wijzigingen import TOEGEVOEGD, Wijziging


def render_datum(day: date) -> str:
    """Give a day as `21 november 2026` (CLDR, locale nl)."""
    return format_date(day, "d MMMM y", locale="nl")


def render_vers(wijziging: Wijziging, *, uitvoerig: bool = False) -> str:
    """Give the mark of what is new or changed: `Gewijzigd op 21 november 2026`; `uitvoerig`: and what that was."""
    if wijziging.aard == TOEGEVOEGD:
        return f"Nieuw sinds {render_datum(wijziging.dag)}"
    return f"Gewijzigd op {render_datum(wijziging.dag)}" + (f": {wijziging.wat}" if uitvoerig else "")
