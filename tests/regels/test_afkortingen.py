"""Which words are abbreviations, and that each one that readers see is explained."""

from __future__ import annotations

import pytest

from handreiking.regels.afkortingen import check_afkortingen, find_afkortingen
from tests.conftest import Werkmap
from tests.gelezen import at, read

FOUND = {
    "capitals": ("Vraag het de RDW.", ["RDW"]),
    "capitals and a small letter": ("Zie het NJi en de IenW.", ["NJi", "IenW"]),
    "capitals apart, and short": ("De MvT en het KvK-uittreksel.", ["MvT", "KvK"]),
    "plural": ("Twee RDW's, drie CTAs en vier ROVers.", ["RDW", "CTA", "ROVers"]),
    "derived": ("Een RDW'er en een SBB’tje.", ["RDW", "SBB"]),
    "parts of a compound": ("Het RDW-loket en de LVB-PGS.", ["RDW", "LVB", "PGS"]),
    "in brackets and quotation marks": ("('RDW')", ["RDW"]),
    "shouted": ("Doe dit NIET.", ["NIET"]),
    "known": ("Het KNMI, KNMI's en KNMI-weer.", []),
    "known, otherwise written": ("Het Knmi en het KnMI.", ["KnMI"]),
    "a compound that is known as a whole": ("Het CBS-IV en CBS-IV's, niet CBS.", ["CBS"]),
    "Roman numbers": ("Deel II, IV, XIX en XXXVIII.", []),
    "ids": ("Regeling WGK010815, H2O en MH-17.", ["MH"]),
    "addresses": ("Zie https://RDW.nl/AB, RDW.nl/CD, www.RDW.nl en RDW@example.org.", []),
    "postcodes": ("Postbus 1, 1234 AB Waterdijk. In 1234 AB niets.", ["AB"]),
    "one capital": ("Amersfoort, 's-Gravenhage en A.", []),
    "names of firms": ("YouTube, LinkedIn en WhatsApp.", []),
}


@pytest.mark.parametrize(("text", "abbreviations"), FOUND.values(), ids=FOUND)
def test_find(text: str, abbreviations: list[str]) -> None:
    """Every abbreviation that is not known is found, each part of a compound by itself."""
    assert list(find_afkortingen(text, {"KNMI", "CBS-IV"})) == abbreviations


def sentence(abbreviation: str, where: str = "") -> str:
    """Return what is told of an abbreviation."""
    mend = "zet de afkorting in data/afkortingen.yaml of schrijf het woord voluit"
    return f"de afkorting '{abbreviation}'{where} wordt nergens uitgelegd; {mend}"


def test_all_are_explained(werkmap: Werkmap) -> None:
    """A handreiking whose abbreviations stand in the list has no problems."""
    werkmap.change("content/groen/bomen.md", "Plant een boom", "Plant een boom (vraag het KNMI)")
    assert list(check_afkortingen(read(werkmap))) == []


def test_in_content_and_data(werkmap: Werkmap) -> None:
    """One that is not is told at each line, once, wherever readers see it; not in code, addresses and ids."""
    page = "content/groen/bomen.md"
    werkmap.change(page, "samenvatting: Waar", "samenvatting: Waar de RDW zegt dat")
    werkmap.change(page, "reden: Bomen", "reden: RDW en bomen")
    werkmap.change(
        page, "- Plant een boom.", "- Bel de RDW, altijd de RDW.\n\n## Ook ROV\n\n`CBR`, [x](https://CBR.nl/)"
    )
    werkmap.change(page, "| Linde | 30 m |", "| Linde | LNV |")
    werkmap.change("data/tools.yaml", "Laat per straat", "Laat met CBR-gegevens per straat")
    werkmap.change("data/tools.yaml", "hoe: Vraag het boek", "hoe: Vraag het CAK het boek")
    werkmap.change("data/tools.yaml", "Regenboek voor bomen", "SBB-boek")
    werkmap.change("data/definities.yaml", "Een lage plek", "Een SVB-plek")
    werkmap.change("data/uitgevers.yaml", "naam: Gemeente Waterdijk", "naam: BeHa en de LTO")
    werkmap.change("content/over.md", "Gemaakt voor", "Gemaakt met BeHa voor")
    assert at(werkmap, check_afkortingen(read(werkmap))) == sorted(
        [
            (page, "samenvatting: Waar de RDW zegt dat bomen staan.", sentence("RDW", " bij 'samenvatting'")),
            (page, "    reden: RDW en bomen hebben water nodig.", sentence("RDW", " bij 'reden'")),
            (page, "| Linde | LNV |", sentence("LNV")),
            (page, "- Bel de RDW, altijd de RDW.", sentence("RDW")),
            (page, "## Ook ROV", sentence("ROV")),
            ("data/tools.yaml", "- id: hittekaart", sentence("CBR", " bij 'beschrijving'")),
            ("data/tools.yaml", "- id: regenboek", sentence("SBB", " bij 'andere_titels'")),
            ("data/tools.yaml", "- id: regenboek", sentence("CAK", " bij 'hoe'")),
            ("data/definities.yaml", "- id: wadi", sentence("SVB")),
            ("data/uitgevers.yaml", "- id: waterdijk", sentence("LTO", " bij 'naam'")),
        ]
    )
