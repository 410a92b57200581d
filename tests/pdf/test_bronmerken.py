"""What a paragraph or a point rests on, in the PDF: a note with the document, or that the editors suggest it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pdf.conftest import Boek, make
from tests.pdf.leesboom import Element

TWEEDE = "- {id: droogboek, titel: Droogboek, uitgever: waterdijk, datering: voorjaar 2022}\n"
TEKST = """Een wadi helpt.[^droogboek]

| Plek | Diepte |
| --- | --- |
| Dijk | 3 m[^weerboek] |

## Wat kunt u doen

- Graaf een wadi.[^weerboek][^droogboek]
- Plant een boom.[^redactie]
"""


@pytest.fixture
def gemerkt(werkmap: Path) -> Boek:
    """The small handreiking with marks on two topics."""
    sources = werkmap / "data" / "bronnen.yaml"
    sources.write_text(sources.read_text(encoding="utf-8") + TWEEDE, encoding="utf-8")
    for name, text in (("water/regen", TEKST), ("groen/bomen", "Bomen drinken.[^droogboek]\n")):
        topic = werkmap / "content" / f"{name}.md"
        top = topic.read_text(encoding="utf-8").split("---")[:2]
        topic.write_text("---".join([*top, f"\n{text}"]), encoding="utf-8")
    return make(werkmap)


def test_each_source_has_a_note_on_each_page_of_the_handreiking(gemerkt: Boek) -> None:
    """Tagged as one, with an id, a number that begins at 1 on each page, the title and the date."""
    notes = [element for element in gemerkt.lezing.boom.alle() if element.tag == "Note"]
    assert [words(note) for note in notes] == [
        "1Droogboek (voorjaar 2022)",
        "1Droogboek (voorjaar 2022)",
        "2Weerboek (voorjaar 2024)",
    ]
    assert len({str(note.bron.ID) for note in notes}) == len(notes)


def test_each_mark_leads_to_its_note_and_the_note_back(gemerkt: Boek) -> None:
    """As links that say in Dutch what they are."""
    said = [link.omschrijving for link in gemerkt.lezing.nootkoppelingen]
    there = [link for link in said if link.startswith("Voetnoot ")]
    assert there == ["Voetnoot 1", "Voetnoot 1", "Voetnoot 2", "Voetnoot 2", "Voetnoot 1"]
    back = [link for link in said if link not in there]
    assert back == [f"Terug naar de tekst van voetnoot {number}" for number in (1, 1, 2)]


def test_what_the_editors_suggest_says_so(gemerkt: Boek) -> None:
    """In words, and no mark is left anywhere."""
    texts = [element.tekst for element in gemerkt.lezing.boom.alle()]
    assert "Plant een boom. (suggestie van de redactie)" in texts
    assert [text for text in texts if "[^" in text] == []
    assert gemerkt.lezing.los == []


def words(element: Element) -> str:
    """Return all the text of an element, with its label."""
    return "".join(run.tekst for run in element.runs())
