"""When a page last changed, by the dates of what stands on it."""

from __future__ import annotations

from datetime import date

import pytest

from handreiking.geheel.bijgewerkt import bijgewerkt
from tests.conftest import Werkmap


@pytest.mark.parametrize(
    ("pad", "day"),
    [
        ("groen/bomen.md", date(2025, 3, 5)),  # the instrument on it was opened after the text was looked over
        ("water/regen.md", date(2025, 3, 6)),  # its text was looked over last
        ("groen/index.md", date(2025, 3, 5)),
        ("water/index.md", date(2025, 3, 6)),
        ("instrumenten.md", date(2025, 3, 5)),
        ("definities.md", date(2025, 3, 5)),  # one was looked over on the second, and changed later
        ("over.md", date(2025, 3, 6)),  # nothing of its own: the date of the whole
        ("index.md", date(2025, 3, 6)),
    ],
)
def test_a_page_is_as_new_as_the_newest_on_it(pad: str, day: date, werkmap: Werkmap) -> None:
    """Text, instruments and definitions count; a page without dates is of the date of the whole."""
    handreiking = werkmap.handreiking()
    assert bijgewerkt(handreiking, handreiking.paginas[pad]) == day


def test_a_page_that_was_looked_over_itself_has_that_date(werkmap: Werkmap) -> None:
    """A page beside the themes with a date of its own keeps it, also when the whole is newer."""
    werkmap.change("content/over.md", "samenvatting: Wie dit maakte.", "samenvatting: Wie.\nbeoordeeld: 2025-03-03")
    handreiking = werkmap.handreiking()
    assert bijgewerkt(handreiking, handreiking.paginas["over.md"]) == date(2025, 3, 3)


def test_an_instrument_that_was_added_makes_its_pages_newer(werkmap: Werkmap) -> None:
    """The topic and the theme that it stands on, not the others."""
    werkmap.change("data/tools.yaml", "toegevoegd: 2025-03-03", "toegevoegd: 2025-03-09")
    handreiking = werkmap.handreiking()
    days = {pad: bijgewerkt(handreiking, handreiking.paginas[pad]) for pad in ("groen/index.md", "water/index.md")}
    assert days == {"groen/index.md": date(2025, 3, 9), "water/index.md": date(2025, 3, 6)}


def test_a_claim_that_was_looked_over_makes_its_topics_newer(werkmap: Werkmap) -> None:
    """What may have changed since its source said so is part of the topic that it stands on."""
    text = (werkmap.map / "data" / "beweringen.yaml").read_text(encoding="utf-8")
    werkmap.write("data/beweringen.yaml", text.replace("beoordeeld: 2025-03-02", "beoordeeld: 2025-03-20"))
    handreiking = werkmap.handreiking()
    topics = {place for bewering in handreiking.beweringen for place in bewering.onderwerpen}
    assert topics
    for topic in topics:
        assert bijgewerkt(handreiking, handreiking.onderwerp(topic)) == date(2025, 3, 20)
