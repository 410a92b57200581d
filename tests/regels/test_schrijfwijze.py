"""What the list of words leaves alone: the words of others; and that it stays with the editors."""

from __future__ import annotations

import pytest

from handreiking.regels.schrijfwijze import check_schrijfwijze
from tests.conftest import Werkmap
from tests.gelezen import at, read

# What stands in the file as another wrote it, and what the same record says in the editors' own words.
VAN_ANDEREN = {
    "titel van een instrument": ("data/tools.yaml", "titel: Hittekaart & toelichting", "Laat per straat zien"),
    "titel bij een onderwerp": ("data/tools.yaml", "groen/bomen: Regenboek voor bomen", "Legt uit hoe u regenwater"),
    "officiële definitie": ("data/definities.yaml", "tekst: Een toestand waarin", ""),
    "titel van een bron": ("data/bronnen.yaml", "titel: Weerboek", "voorjaar 2024"),
    "naam van een uitgever": ("data/uitgevers.yaml", "naam: Gemeente Waterdijk", ""),
    "naam voluit": ("data/uitgevers.yaml", "voluit: Koninklijk", ""),
    "naam van een contactpunt": ("data/contactpunten.yaml", "naam: Bomenlijn", "Een zieke boom melden"),
}


@pytest.mark.parametrize(("path", "taken", "own"), VAN_ANDEREN.values(), ids=VAN_ANDEREN)
def test_the_words_of_others_stay(path: str, taken: str, own: str, werkmap: Werkmap) -> None:
    """A title, a name and a literal definition are as they are; beside them the same word is told."""
    werkmap.change(path, taken, f"{taken} met regengeul,")
    assert list(check_schrijfwijze(read(werkmap))) == []
    if own:
        werkmap.change(path, own, f"{own} met regengeul,")
        assert len(list(check_schrijfwijze(read(werkmap)))) == 1


def test_without_the_file_nothing_is_told(werkmap: Werkmap) -> None:
    """A handreiking need not have the list."""
    werkmap.change("content/water/regen.md", "Nog een wadi", "Nog een regengeul")
    page = ("content/water/regen.md", "Een wadi helpt. Nog een regengeul helpt meer.")
    sentence = "schrijf niet 'regengeul' maar 'wadi', want zo heet het overal"
    assert at(werkmap, check_schrijfwijze(read(werkmap))) == [(*page, sentence)]
    werkmap.remove("data/schrijfwijze.yaml")
    assert list(check_schrijfwijze(read(werkmap))) == []
    assert werkmap.problems() == ""


def test_it_holds_no_build_back(werkmap: Werkmap) -> None:
    """What it tells is for a check."""
    werkmap.change("content/water/regen.md", "Nog een wadi", "Nog een regengeul")
    assert werkmap.problems() == ""
