"""The words of somebody who was there: where a page shows them, and which checks leave them as they are."""

from __future__ import annotations

import json

import pytest

from handreiking.basis.adres import Site
from handreiking.lezen.laden import load_gelezen
from handreiking.lezen.teksten import visible_texts
from handreiking.opendata.overzicht import DELEN
from handreiking.pdf.toonregel import ZETTERS
from handreiking.regels.leesbaarheid import measure_pagina
from handreiking.site.omgeving import SJABLONEN
from handreiking.soorten.alle import OP_EEN_REGEL
from handreiking.soorten.citaat import Citaat
from handreiking.zoeken.stukken import stukken
from tests.conftest import VANDAAG, Werkmap

TOPIC = "content/groen/bomen.md"
LINE = "[[citaat: dijk-in-de-regen]]\n\n"


def test_search_finds_its_words_on_the_page(werkmap: Werkmap) -> None:
    """Under the heading where it stands, with who says so."""
    werkmap.change(
        TOPIC, "- Plant een boom.", "- Plant een boom.\n\n## Wat een ander zag\n\n[[citaat: dijk-in-de-regen]]"
    )
    found = next(stuk for stuk in stukken(werkmap.handreiking(), directories=False) if stuk.adres == "groen/bomen.html")
    (deel,) = [deel for deel in found.delen if deel.kop == "Wat een ander zag"]
    assert deel.tekst.startswith("Een dijkwacht: “Ik dacht dat het KNMI over de dijk ging. Nu weet ik beter.")


def test_it_is_published_with_every_page_that_shows_it(werkmap: Werkmap) -> None:
    """By its fields, and with its places; a handreiking without quotations has no such file."""
    werkmap.change(TOPIC, "Bomen voorkomen", f"{LINE}Bomen voorkomen")
    (citaat,) = json.loads(published(werkmap)["opendata/citaten.json"])["citaten"]
    assert [*citaat] == ["id", "tekst", "spreker", "bron", "adressen"]
    assert citaat["tekst"].endswith("geen badkuip.")
    assert citaat["adressen"] == [
        "../groen/bomen.html#pagina-citaat-dijk-in-de-regen",
        "../praktijk/waterdijk/index.html#pagina-citaat-dijk-in-de-regen",
    ]
    for path in (TOPIC, "content/praktijk/waterdijk/index.md"):
        file = werkmap.map / path
        file.write_text(file.read_text(encoding="utf-8").replace(LINE.strip(), ""), encoding="utf-8")
    (werkmap.map / "data" / "citaten.yaml").unlink()
    assert "opendata/citaten.json" not in published(werkmap)


def test_a_file_that_is_not_there_has_no_quotation(werkmap: Werkmap) -> None:
    """A line that shows one of it is told so."""
    (werkmap.map / "data" / "citaten.yaml").unlink()
    assert "er is geen citaat 'dijk-in-de-regen' in data/citaten.yaml\n" in werkmap.problems()


def test_its_words_are_not_ours(werkmap: Werkmap) -> None:
    """Readers see them, so that an abbreviation in it is explained; which words are in it, no editor may mend.

    Those of who says so are ours, and no sentence of it weighs in how well its page reads.
    """
    gelezen, _ = load_gelezen(werkmap.project, VANDAAG)
    seen, ours = ([place.tekst for place in visible_texts(gelezen, eigen=eigen)] for eigen in (False, True))
    assert [text for text in seen if "dat het KNMI over de dijk" in text]
    assert not [text for text in ours if "dat het KNMI over de dijk" in text]
    assert "Een dijkwacht" in ours
    assert not [text for text in seen if "[[" in text]
    (pagina,) = [pagina for pagina in gelezen.paginas if pagina.pad == "praktijk/waterdijk/index.md"]
    measured = measure_pagina(pagina)
    assert measured is not None
    assert measured.woorden == 3  # "Waterdijk ligt laag."


def test_the_loader_keeps_its_paragraphs(werkmap: Werkmap) -> None:
    """An empty line begins another; a line that only ends does not."""
    (citaat,) = werkmap.handreiking().van(Citaat)
    assert len(citaat.alineas) == 2
    assert citaat.in_woorden.count("\n") == 0


@pytest.mark.parametrize("woord", OP_EEN_REGEL)
def test_whatever_a_line_shows_has_its_forms(woord: str) -> None:
    """A template, a style, and code for the PDF."""
    assert (SJABLONEN / "partials" / f"{woord}.html").is_file()
    assert (SJABLONEN / "assets" / "css" / f"{woord}.css").is_file()
    assert woord in ZETTERS
    toonregel = OP_EEN_REGEL[woord].toonregel
    assert toonregel is not None
    assert isinstance(getattr(OP_EEN_REGEL[woord].model, toonregel.in_woorden), property)


def published(werkmap: Werkmap) -> dict[str, str]:
    """Return the text of every published file, by its path."""
    handreiking = werkmap.handreiking()
    return {path: text for deel in DELEN for path, text in deel(handreiking, Site()).items()}
