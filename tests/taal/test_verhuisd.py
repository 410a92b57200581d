"""Which names of websites look like an old and a new one."""

from __future__ import annotations

import pytest

from handreiking.taal.verhuisd import check_verhuisd, look_alike
from tests.conftest import Werkmap
from tests.definities.gelezen import read

ALIKE = {
    "another first word": ("groenestraten.example", "leefbarestraten.example"),
    "a letter": ("waterboek.example", "waterboeck.example"),
    "another ending": ("waterboek.example", "waterboek.test"),
    "with a hyphen": ("waterboek.example", "water-boek.example"),
}
NOT_ALIKE = {
    "the same": ("waterboek.example", "waterboek.example"),
    "a part named after the whole": ("overijsselweer.example", "weer.example"),
    "the whole in the part": ("landelijkwaterboek.example", "waterboek.example"),
    "a common short end": ("groenwijk.example", "waterrijk.example"),
    "short names": ("rdw.example", "rvo.example"),
    "other names": ("waterboek.example", "klimaat.example"),
    "an end that is little of both": ("eenheelandereorganisatie.example", "nogveelmeerpublicaties.example"),
}


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE)
def test_alike(one: str, other: str) -> None:
    """These look like an old and a new name, whichever comes first."""
    assert look_alike(one, other)
    assert look_alike(other, one)


@pytest.mark.parametrize(("one", "other"), NOT_ALIKE.values(), ids=NOT_ALIKE)
def test_not_alike(one: str, other: str) -> None:
    """These do not."""
    assert not look_alike(one, other)
    assert not look_alike(other, one)


def test_names_of_one_publisher(werkmap: Werkmap) -> None:
    """Two names of one publisher give one hint, where the second is used first; parts of one website give none."""
    assert list(check_verhuisd(read(werkmap))) == []
    werkmap.change("data/tools.yaml", "https://kaart.example.org/hitte", "https://www.kaart.waterboeken.nl/hitte")
    werkmap.change("data/bronnen.yaml", "https://weerboek.example.org/", "https://oud.weerboeken.nl/")
    other = "    url: https://hitte.waterboeken.nl/"
    werkmap.change("data/tools.yaml", "    bij: waterdijk\n", f"    bij: knmi\n{other}\n")
    message = (
        "'weerboeken.nl' lijkt op 'waterboeken.nl' van dezelfde uitgever (data/tools.yaml:1); is de website verhuisd? "
        "Open de adressen, en neem overal het nieuwe"
    )
    assert list(check_verhuisd(read(werkmap))) == [("data/bronnen.yaml", 1, message)]


def test_names_of_two_publishers(werkmap: Werkmap) -> None:
    """The same names of two publishers give none."""
    werkmap.change("data/tools.yaml", "https://kaart.example.org/hitte", "https://www.kaart.waterboeken.nl/hitte")
    werkmap.change("data/bronnen.yaml", "https://weerboek.example.org/", "https://oud.weerboeken.nl/")
    werkmap.change("data/bronnen.yaml", "uitgever: knmi", "uitgever: waterdijk")
    assert list(check_verhuisd(read(werkmap))) == []
