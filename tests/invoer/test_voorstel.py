"""What follows from what was typed: an address that is there already, an id, the name of a topic."""

from __future__ import annotations

import pytest

from handreiking.invoer.adressen import address_key
from handreiking.invoer.voorstel import propose_id, topic_names
from handreiking.lezen.laden import load_gelezen
from tests.conftest import VANDAAG, Werkmap


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.a.example.org/b/", "http://a.example.org/b", True),
        ("https://a.example.org/b?utm_source=x&c=1&fbclid=2", "https://A.example.org:443/b?c=1#kop", True),
        ("https://a.example.org/%7Eb", "https://a.example.org/~b", True),
        ("https://a.example.org/", "https://a.example.org", True),
        ("https://a.example.org/b?c=1", "https://a.example.org/b?c=2", False),
        ("https://a.example.org/B", "https://a.example.org/b", False),
        ("https://a.example.org/#/b", "https://a.example.org/#/c", False),
        ("https://wwwa.example.org/", "https://a.example.org/", False),
        ("https://a.example.org/b|c", "https://a.example.org/b?c", False),
        ("https://[", "https://]", False),
    ],
)
def test_addresses_of_one_page_are_the_same(one: str, other: str, *, same: bool) -> None:
    """Whatever their scheme, `www.`, last slash and what newsletters add."""
    assert (address_key(one) == address_key(other)) is same


@pytest.mark.parametrize(
    ("titel", "expected"),
    [
        ("Wat is één wadi?", "wat-is-een-wadi"),
        ("Groen & blauw", "groen-en-blauw"),
        ("  --  ", "instrument"),
        ("Привет", "instrument"),
        ("Pagina-einde", "instrument-pagina-einde"),
        ("Hittekaart", "hittekaart-3"),
        ("woord " * 20, "woord-woord-woord-woord-woord-woord-woord-woord-woord-woord"),
        ("w" * 80, "w" * 60),
    ],
)
def test_an_id_comes_from_the_title(titel: str, expected: str) -> None:
    """In letters that an address can have, and none that is taken."""
    assert propose_id(titel, {"hittekaart", "hittekaart-2"}, "instrument") == expected


def test_a_topic_goes_by_its_name_behind_that_of_its_theme(werkmap: Werkmap) -> None:
    """In the order of the menu."""
    names = topic_names(load_gelezen(werkmap.project, VANDAAG)[0])
    assert list(names.items()) == [("groen/bomen", "Groen: Bomen"), ("water/regen", "Water: Regen")]
