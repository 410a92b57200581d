"""Every command that uses the network, where each address leads inside: nothing there is asked for."""

from __future__ import annotations

import pytest

from tests.links.storingsserver import stuur_door
from tests.opdracht.conftest import BRON, KAART, LOKET, VANDAAG, Proef

TEKST = "https://tekst.voorbeeld.test/x"


@pytest.mark.parametrize("binnen", ["http://127.0.0.1/geheim?a=b", "https://[::1]/geheim", "http://169.254.169.254/"])
@pytest.mark.parametrize(
    "argv",
    [
        ("check", "links", "--bijwerken"),
        ("check", "definities"),
        ("weekverslag", "--uit", "{}/verslag/melding.md"),
        ("definities", "vastleggen"),
    ],
    ids=["links", "definities", "weekverslag", "vastleggen"],
)
def test_nothing_inside_is_asked_for(argv: tuple[str, ...], binnen: str, proef: Proef) -> None:
    """In the data and in a text."""
    proef.werkmap.change("content/over.md", "zie ook [Regen](water/regen.md)", f"zie [dit]({TEKST})")
    for url in (KAART, LOKET, BRON, TEKST):
        proef.serve(url, stuur_door(302, binnen))
    folder = str(proef.werkmap.map)
    proef.run("--project", folder, *(word.format(folder) for word in argv), "--today", VANDAAG)
    assert proef.server.verzoeken
    assert proef.server.verboden == []
