"""How values read in Dutch text."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date


def render_datum(day: date) -> str:
    """Give a day as `21 november 2026` (CLDR, locale nl)."""
    return format_date(day, "d MMMM y", locale="nl")
