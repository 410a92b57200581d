"""How the difference between a quotation and its source reads."""

from __future__ import annotations

import pytest

from handreiking.citaten.verschil import find_plek, find_verschillen, render_verschil
from handreiking.tekst.vouwen import fold

WAS = "De wadi vult zich bij regen en loopt daarna in een dag weer leeg."
TABLE = {
    "nothing": (WAS, ""),
    "set otherwise": (WAS.upper().replace(" ", "\n"), ""),
    "hyphenated": (WAS.replace("daarna", "daar-\nna"), ""),
    "replaced": (WAS.replace("vult", "leegt"), "na 'De wadi': was 'vult' / is 'leegt'"),
    "dropped": (WAS.replace(" weer", ""), "na 'daarna in een dag': was 'weer' / is weg"),
    "added": (WAS.replace("vult", "vult nooit"), "na 'De wadi vult': was niets / is 'nooit'"),
    "swapped": (WAS.replace("bij regen", "regen bij"), "na 'De wadi vult zich': was 'bij regen' / is 'regen bij'"),
    "two places": (
        WAS.replace("De", "Een").replace("dag", "week"),
        "aan het begin: was 'De' / is 'Een'; na 'loopt daarna in een': was 'dag' / is 'week'",
    ),
    "changes with enough words between them": (
        WAS.replace("vult zich bij regen", "stroomt zich bij storm"),
        "na 'De wadi': was 'vult' / is 'stroomt'; na 'wadi vult zich bij': was 'regen' / is 'storm'",
    ),
    "room around it": (f"Eerst dit. De vraag. {WAS} En dan de regen.", ""),
    "room, and a change at the edge": (
        f"Eerst dit. {WAS.replace('De wadi', 'Een plas')} En dan de regen.",
        "aan het begin: was 'De wadi' / is 'Een plas'",
    ),
    "the end cut off": (
        f"Eerst dit. {WAS[: WAS.index(' en loopt')]}. Bel de gemeente en meld uw plan voor een wadi in de straat.",
        "na 'vult zich bij regen': was 'en loopt daarna in een dag weer leeg.' / is 'Bel de gemeente en meld uw'",
    ),
}


@pytest.mark.parametrize(("nu", "verwacht"), TABLE.values(), ids=TABLE)
def test_difference(nu: str, verwacht: str) -> None:
    """The words that differ are named with the words before them, and no others are."""
    assert render_verschil(find_verschillen(WAS, nu)) == verwacht


def test_only_the_first_differences_are_told() -> None:
    """Six differences are enough to see what happened."""
    was = " ".join(f"woord{n} is en blijft" for n in range(8))
    assert render_verschil(find_verschillen(was, was.replace("woord", "ding"))).endswith(
        "; na 'woord4 is en blijft': was 'woord5' / is 'ding5'; en op nog 2 plekken"
    )
    assert render_verschil(find_verschillen(was, was.replace("woord", "ding").replace("ding7", "woord7"))).endswith(
        "; en op nog 1 plek"
    )


def test_the_place_is_found_with_room_on_both_sides() -> None:
    """A changed quotation is found among other text; nothing is found where nothing is like it."""
    other = "Een paraplu houdt u droog als het nat wordt, ook op de fiets. " * 5
    plek = find_plek(fold(WAS), fold(f"{other}{WAS.replace('regen', 'storm')}{other}"))
    assert plek is not None
    assert WAS.replace("regen", "storm") in plek
    assert len(plek) < 3 * len(WAS)
    assert find_plek(fold(WAS), fold(other)) is None
    assert find_plek(fold(WAS), fold("")) is None
