"""How values read in Dutch text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from babel.dates import format_date, get_month_names

MAANDEN = tuple(get_month_names("wide", locale="nl").values())


@cache
def render_datum(day: date) -> str:
    """Return a day as `21 november 2026` (CLDR, locale nl)."""
    return format_date(day, "d MMMM y", locale="nl")


@cache
def render_maand(day: date) -> str:
    """Return the month of a day as `november 2026`."""
    return format_date(day, "MMMM y", locale="nl")


def render_opsomming(names: Sequence[str]) -> str:
    """Return names as they read in a sentence: `a`, `a en b`, `a, b en c`."""
    return " en ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
