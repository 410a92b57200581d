"""When a definition or a topic asks to be looked over again, by the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from handreiking.basis.klok import add_months
from handreiking.regels.houdbaarheid import check_bijna_verlopen, check_verlopen
from tests.conftest import Werkmap
from tests.gelezen import at, on, read

MONTHS = {
    "a month": (date(2025, 1, 15), 1, date(2025, 2, 15)),
    "a year": (date(2025, 3, 2), 12, date(2026, 3, 2)),
    "eighteen months over two years": (date(2025, 11, 30), 18, date(2027, 5, 30)),
    "into December": (date(2025, 6, 30), 6, date(2025, 12, 30)),
    "no such day": (date(2025, 8, 31), 18, date(2027, 2, 28)),
    "from a leap day": (date(2024, 2, 29), 12, date(2025, 2, 28)),
    "to a leap day": (date(2026, 8, 31), 18, date(2028, 2, 29)),
}
LATE = (
    "'Hittestress' is voor het laatst beoordeeld op 2 maart 2025, meer dan {} maanden geleden; "
    "kijk de tekst na en zet dan de datum van vandaag bij 'beoordeeld'"
)
HITTE = ("data/definities.yaml", "- id: hittestress", LATE)
WADI = ("data/definities.yaml", "- id: wadi", LATE.replace("Hittestress", "Wadi").replace("2 maart", "3 maart"))
LATE_PAGE = LATE.replace("'Hittestress'", "dit onderwerp").replace("2 maart", "1 maart")
BOMEN = ("content/groen/bomen.md", "beoordeeld: 2025-03-01", LATE_PAGE)


def told(*found: tuple[str, str, str], months: int) -> list[tuple[str, str, str]]:
    """Return what is told after so many months."""
    return sorted((path, line, message.format(months)) for path, line, message in found)


@pytest.mark.parametrize(("day", "months", "later"), MONTHS.values(), ids=MONTHS)
def test_months(day: date, months: int, later: date) -> None:
    """Months are those of the calendar; a day that a month lacks is its last."""
    assert add_months(day, months) == later


@pytest.fixture
def twee_dagen(werkmap: Werkmap) -> Werkmap:
    """The small handreiking, its two definitions looked over on 2 and 3 March 2025."""
    path = werkmap.map / "data/definities.yaml"
    first, last = path.read_text(encoding="utf-8").rsplit("beoordeeld: 2025-03-02", 1)
    werkmap.write("data/definities.yaml", f"{first}beoordeeld: 2025-03-03{last}")
    return werkmap


def test_a_definition_of_a_year_ago_warns(twee_dagen: Werkmap) -> None:
    """A definition warns from the day after twelve months, until eighteen have gone by."""
    gelezen = read(twee_dagen)
    assert at(twee_dagen, check_bijna_verlopen(on(date(2026, 3, 2), gelezen))) == []
    assert at(twee_dagen, check_bijna_verlopen(on(date(2026, 3, 3), gelezen))) == told(HITTE, months=12)
    assert at(twee_dagen, check_bijna_verlopen(on(date(2026, 3, 4), gelezen))) == told(HITTE, WADI, months=12)
    assert at(twee_dagen, check_bijna_verlopen(on(date(2026, 9, 3), gelezen))) == told(WADI, months=12)
    assert at(twee_dagen, check_bijna_verlopen(on(date(2026, 9, 4), gelezen))) == []


def test_a_definition_or_topic_of_eighteen_months_ago_fails(twee_dagen: Werkmap) -> None:
    """From the day after eighteen months a definition fails the weekly run, and so does a topic."""
    gelezen = read(twee_dagen)
    assert at(twee_dagen, check_verlopen(on(date(2026, 9, 1), gelezen))) == []
    assert at(twee_dagen, check_verlopen(on(date(2026, 9, 2), gelezen))) == told(BOMEN, months=18)
    assert at(twee_dagen, check_verlopen(on(date(2026, 9, 3), gelezen))) == told(HITTE, BOMEN, months=18)
