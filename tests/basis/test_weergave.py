"""How values read in Dutch."""

from __future__ import annotations

from datetime import date

from handreiking.basis.weergave import render_datum
from handreiking.geheel.wijzigingen import Onderdeel, Wijziging, render_vers


def test_a_day_reads_as_in_dutch_prose() -> None:
    """The day without a zero before it, the month in full and in small letters."""
    assert [render_datum(date(2025, month, month)) for month in range(1, 13)] == [
        "1 januari 2025",
        "2 februari 2025",
        "3 maart 2025",
        "4 april 2025",
        "5 mei 2025",
        "6 juni 2025",
        "7 juli 2025",
        "8 augustus 2025",
        "9 september 2025",
        "10 oktober 2025",
        "11 november 2025",
        "12 december 2025",
    ]


def test_what_is_new_or_changed_reads_as_one_line() -> None:
    """A word and a day; on request also what changed, which an addition does not have."""
    part = Onderdeel("onderwerp", "a/b", "B", "a/b.md")
    changed = Wijziging(date(2025, 3, 5), "gewijzigd", part, "Er staat meer.")
    added = Wijziging(date(2025, 3, 5), "toegevoegd", part, "Waar het over gaat.")
    assert [render_vers(changed), render_vers(changed, uitvoerig=True)] == [
        "Gewijzigd op 5 maart 2025",
        "Gewijzigd op 5 maart 2025: Er staat meer.",
    ]
    assert [render_vers(added), render_vers(added, uitvoerig=True)] == ["Nieuw sinds 5 maart 2025"] * 2
