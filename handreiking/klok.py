"""The one place where the clock is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime


def vandaag(environment: Mapping[str, str]) -> date:
    """Give the day against which dates are held: that of SOURCE_DATE_EPOCH (reproducible-builds.org), else today.

    Raises ValueError, in Dutch, where SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return date.today()
    if not epoch.isdecimal():
        raise ValueError(f"SOURCE_DATE_EPOCH is '{epoch}'; daar hoort een aantal seconden sinds 1970")
    return datetime.fromtimestamp(int(epoch), UTC).date()
