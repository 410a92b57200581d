"""The page with everything from A to Z: what stands on it, and under which letter."""

from __future__ import annotations

import pytest

from handreiking.site.context import page_context
from tests.conftest import Werkmap

KOP = "---\nsoort: register\ntitel: Van A tot Z\nsamenvatting: Alles op alfabet.\n---\nZoek op.\n"


def letters(werkmap: Werkmap) -> dict[str, list[str]]:
    """Return the titles under each letter of the page."""
    werkmap.write("content/register.md", KOP)
    found = page_context(werkmap.handreiking(), "register.md")["letters"]
    assert isinstance(found, list)
    return {letter: [stuk.titel for stuk in stukken] for letter, stukken in found}


def test_everything_but_the_menu_and_itself_stands_on_it_in_order(werkmap: Werkmap) -> None:
    """Topics, terms, instruments, contact points and other pages, the letters in the order of the alphabet."""
    found = letters(werkmap)
    assert [*found] == sorted(found)
    assert {"Regen", "Regenboek"} <= {*found["R"]}
    assert {"Wadi", "Water"} <= {*found["W"]}
    assert "Bomenlijn" in found["B"]
    assert "Van A tot Z" not in found.get("V", [])
    assert werkmap.handreiking().titel not in {titel for titels in found.values() for titel in titels}


@pytest.mark.parametrize(
    ("titel", "letter"), [("Één regenton", "E"), ("‘Zo’ kan het ook", "Z"), ("3 tips", ""), ("…", "")]
)
def test_a_title_stands_under_the_letter_that_its_reader_looks_under(titel: str, letter: str, werkmap: Werkmap) -> None:
    """Accents and quotation marks do not count; what begins with no letter comes before all of them."""
    werkmap.change("data/tools.yaml", "titel: Regenboek\n", f"titel: {titel}\n")
    found = letters(werkmap)
    assert titel in found[letter]
    assert [*found] == sorted(found)
