"""The sources of a page: those at its top, and what its text names besides."""

from __future__ import annotations

from handreiking.lezen.laden import load_gelezen
from handreiking.regels.records import check_nergens_genoemd
from tests.conftest import VANDAAG, Werkmap

TWEEDE = "- {id: regenboek-2, titel: Regenboek, uitgever: waterdijk, datering: voorjaar 2023}\n"
DERDE = "- {id: droogboek, titel: Droogboek, uitgever: waterdijk, datering: voorjaar 2022}\n"


def with_sources(werkmap: Werkmap) -> None:
    """Have two more sources."""
    path = werkmap.map / "data" / "bronnen.yaml"
    path.write_text(path.read_text(encoding="utf-8") + TWEEDE + DERDE, encoding="utf-8")


def test_a_page_has_the_sources_of_its_top_and_then_those_of_its_text(werkmap: Werkmap) -> None:
    """Each once, in the order in which the text names them; the word for the editors is none."""
    with_sources(werkmap)
    text = "Nog een wadi.[^droogboek][^weerboek]\n\nEn nog een.[^redactie]\n\n- Een wadi.[^regenboek-2][^droogboek]"
    werkmap.change("content/water/regen.md", "Nog een wadi helpt meer.", text)
    pagina = werkmap.handreiking().paginas["water/regen.md"]
    assert [bron.id for bron in pagina.bronnen] == ["weerboek", "droogboek", "regenboek-2"]
    assert pagina.bron("droogboek") is pagina.bronnen[1]
    assert pagina.bron("redactie") is None


def test_a_page_without_sources_gets_those_of_its_text(werkmap: Werkmap) -> None:
    """Nothing has to be typed at its top."""
    werkmap.change("content/groen/index.md", "Groen koelt.", "Groen koelt.[^weerboek]")
    assert [bron.id for bron in werkmap.handreiking().paginas["groen/index.md"].bronnen] == ["weerboek"]


def test_a_source_that_only_a_text_names_is_named(werkmap: Werkmap) -> None:
    """The check does not ask to take it away."""
    with_sources(werkmap)
    werkmap.change("content/groen/index.md", "Groen koelt.", "Groen koelt.[^droogboek]")
    gelezen, _ = load_gelezen(werkmap.project, VANDAAG)
    [(path, _, message)] = check_nergens_genoemd(gelezen)
    assert (path, message.partition(" wordt")[0]) == ("data/bronnen.yaml", "bron 'regenboek-2'")
