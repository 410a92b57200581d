"""The one place where the clock is read, and how months are counted from a day."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import UTC, date, datetime

from handreiking.basis.problem import NietGedraaidError


def vandaag(environment: Mapping[str, str]) -> date:
    """Return the day against which dates are held: that of SOURCE_DATE_EPOCH (reproducible-builds.org), else today.

    Raises NietGedraaidError where SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return date.today()
    if not epoch.isdecimal():
        raise NietGedraaidError(f"SOURCE_DATE_EPOCH is '{epoch}'; daar hoort een aantal seconden sinds 1970")
    return datetime.fromtimestamp(int(epoch), UTC).date()


def add_months(day: date, months: int) -> date:
    """Return the day so many calendar months later; the last of the month where there is no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
