"""Whether defined terms are used, and not defined again."""

from __future__ import annotations

import pytest

from handreiking.regels.gebruik import check_ongebruikt, check_tweede_definitie
from tests.conftest import Werkmap
from tests.gelezen import at, read

PAGE = "content/groen/bomen.md"
DATA = "data/definities.yaml"
UNUSED = "'{}' komt nergens voor; haal het begrip weg, of vul 'varianten' aan"
AGAIN = f"deze zin omschrijft 'Wadi' anders dan {DATA}; neem de definitie letterlijk over of haal de zin weg"


def test_terms_that_are_used(werkmap: Werkmap) -> None:
    """A term is used by any of its forms, on a page or in the data."""
    assert list(check_ongebruikt(read(werkmap))) == []
    werkmap.change(PAGE, "voorkomen hitteklachten, zie", "geven schaduw, zie")
    werkmap.change("data/tools.yaml", "het warmst is", "de meeste hittestress is")
    assert list(check_ongebruikt(read(werkmap))) == []


def test_a_term_that_is_not_used(werkmap: Werkmap) -> None:
    """Its own definition is no use of a term, and a longer word or term is not either."""
    werkmap.change(PAGE, "voorkomen hitteklachten, zie", "voorkomen hitteklachten-dagen, zie")
    werkmap.change(DATA, "Een toestand waarin", "Hittestress, een toestand waarin")
    assert at(werkmap, check_ongebruikt(read(werkmap))) == [(DATA, "- id: hittestress", UNUSED.format("Hittestress"))]
    werkmap.change(DATA, "Een lage plek", "Iets tegen hittestress, een lage plek")
    assert list(check_ongebruikt(read(werkmap))) == []


SAID_AGAIN = {
    "is": "Een wadi is een lage plek in het groen waar water blijft staan.",
    "is, with bold and brackets": "Een **wadi** (WD) is een lage plek in het groen waar het regenwater kort staat.",
    "a part of it": "Wadi: zo heet dat. Een wadi is een lage plek in het groen.",
    "a flipped negation": "Een wadi is een lage plek in het groen waar regenwater niet even blijft staan.",
    "understood by": "Onder een wadi verstaan we: een plek in het groen waar even regenwater blijft staan.",
    "meant by": "Met 'wadi' bedoelen wij een lage plek in het groen waar regenwater blijft.",
    "in a list": "Kies:\n\n- Een wadi is een lage plek in het groen waar water blijft staan.",
}
SAID_OTHERWISE = {
    "the definition itself": "Een wadi is een lage plek in het groen waar regenwater even blijft staan.",
    "something about it": "Een wadi is niet duur en ook goed voor vogels en vlinders in de wijk.",
    "two words": "Een wadi is een plek.",
    "another subject": "Een goede wadi is een lage plek in het groen waar water blijft staan.",
    "not at the start": "Zo ontstaat een lage plek in het groen waar regenwater even blijft: een wadi.",
    "a term within a word": "Wadibeheer is een lage plek in het groen waar regenwater even staat.",
    "a heading": "### Een wadi is een lage plek in het groen waar water blijft staan",
    "a quotation": "> Een wadi is een lage plek in het groen waar water blijft staan.",
}


@pytest.mark.parametrize("text", SAID_AGAIN.values(), ids=SAID_AGAIN)
def test_a_second_wording(text: str, werkmap: Werkmap) -> None:
    """A sentence that defines a term nearly as its definition does, is told on its line."""
    werkmap.change(PAGE, "- Plant een boom.", f"Doe iets.\n\n{text}")
    assert at(werkmap, check_tweede_definitie(read(werkmap))) == [(PAGE, text.rsplit("\n", maxsplit=1)[-1], AGAIN)]


@pytest.mark.parametrize("text", SAID_OTHERWISE.values(), ids=SAID_OTHERWISE)
def test_no_second_wording(text: str, werkmap: Werkmap) -> None:
    """The definition in its own words is none, nor is any other sentence about the term."""
    werkmap.change(PAGE, "- Plant een boom.", f"Doe iets.\n\n{text}")
    assert list(check_tweede_definitie(read(werkmap))) == []


def test_a_second_wording_in_the_summary(werkmap: Werkmap) -> None:
    """What stands above the text counts too."""
    sentence = "Een wadi is een lage plek in het groen waar water blijft staan."
    werkmap.change(PAGE, "Waar bomen staan.", sentence)
    assert at(werkmap, check_tweede_definitie(read(werkmap))) == [(PAGE, f"samenvatting: {sentence}", AGAIN)]
