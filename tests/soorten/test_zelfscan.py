"""The statements of the self-scan: which there are, what comes with them, and the rules that hold them together."""

from __future__ import annotations

import pytest

from handreiking.geheel.pagina import Thema
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.laden import load_gelezen
from handreiking.lezen.teksten import visible_texts
from handreiking.opdracht.inhoud import check_bestanden
from handreiking.site.context import page_context
from handreiking.soorten.stelling import MEEST, MINST
from tests.conftest import VANDAAG, Werkmap, load_edition

EEN = "- id: {id}\n  onderwerp: {onderwerp}\n  tekst: {id} is geregeld.\n"


def statements(onderwerp: str, *ids: str) -> str:
    """Return records of statements about a topic."""
    return "".join(EEN.format(id=name, onderwerp=onderwerp) for name in ids)


def gelezen(werkmap: Werkmap) -> Gelezen:
    """Read a handreiking without composing it."""
    found, _ = load_gelezen(werkmap.project, VANDAAG)
    return found


def test_statements_are_found_by_topic_in_the_order_of_the_data(werkmap: Werkmap) -> None:
    """Also where those of two topics stand mixed in the file; a topic without any has none."""
    mixed = (
        statements("water/regen", "d", "a") + statements("groen/bomen", "z", "b", "c") + statements("water/regen", "e")
    )
    werkmap.write("data/zelfscan.yaml", mixed)
    handreiking = werkmap.handreiking()
    found = {name: [s.id for s in handreiking.stellingen_bij(name)] for name in ("groen/bomen", "water/regen", "x/y")}
    assert found == {"groen/bomen": ["z", "b", "c"], "water/regen": ["d", "a", "e"], "x/y": []}


def test_the_page_gets_themes_topics_and_their_instruments(werkmap: Werkmap) -> None:
    """What stands at a topic comes with it: nobody said that an instrument helps with one statement."""
    werkmap.write("data/zelfscan.yaml", statements("groen/bomen", "a", "b", "c"))
    scan = page_context(werkmap.handreiking(), "zelfscan.md")["scan"]
    assert isinstance(scan, list)
    [(thema, [deel])] = scan
    assert isinstance(thema, Thema)
    assert (thema.id, deel["onderwerp"].id) == ("groen", "groen/bomen")
    assert [stelling.id for stelling in deel["stellingen"]] == ["a", "b", "c"]
    assert [plaatsing.titel for plaatsing in deel["hulp"]] == ["Hittekaart & toelichting", "Regenboek voor bomen"]


def test_statements_need_a_page(werkmap: Werkmap) -> None:
    """Without one they would be read by nobody; without both, a handreiking has no self-scan."""
    werkmap.remove("content/zelfscan.md")
    sentence = "er is geen pagina met 'soort: zelfscan'; maak er een, of haal de stellingen weg"
    assert werkmap.problems() == f"data/zelfscan.yaml:1: {sentence}\n"
    werkmap.write("data/zelfscan.yaml", "[]\n")
    assert werkmap.problems() == ""


def test_what_only_follows_from_another_problem_is_not_told(werkmap: Werkmap) -> None:
    """A statement with a mistake of its own does not also make its topic have too few."""
    werkmap.change("data/zelfscan.yaml", "tekst: Alle bomen", "text: Alle bomen")
    assert werkmap.problems() == (
        "data/zelfscan.yaml:1: veld 'tekst' ontbreekt\n"
        "data/zelfscan.yaml:3: onbekend veld 'text'; bedoelde u 'tekst'?\n"
    )


def test_a_topic_without_statements_only_warns(werkmap: Werkmap) -> None:
    """A new topic is shown at once; the check asks for its statements, unless there are none at all."""
    werkmap.write("data/zelfscan.yaml", statements("groen/bomen", "a", "b", "c"))
    assert werkmap.problems() == ""
    [warned] = [one for one in check_bestanden(werkmap.project, VANDAAG)[0] if one.regelnaam == "zonder-stellingen"]
    assert (warned.bestand, warned.regel, str(warned.ernst), warned.bewijs) == (
        "content/water/regen.md",
        1,
        "waarschuwing",
        "dit onderwerp heeft geen stellingen in data/zelfscan.yaml; schrijf er 3 tot 6",
    )
    werkmap.remove("content/zelfscan.md")
    werkmap.write("data/zelfscan.yaml", "[]\n")
    assert check_bestanden(werkmap.project, VANDAAG)[0] == []


def test_the_rules_for_texts_read_the_statements(werkmap: Werkmap) -> None:
    """An abbreviation that nobody explains is seen in a statement as on a page."""
    texts = [(v.veld, v.van, v.regel, v.tekst) for v in visible_texts(gelezen(werkmap)) if "zelfscan.yaml" in v.path]
    assert texts[1:3] == [
        ("tekst", "bomen-water", 4, "Jonge bomen krijgen in de zomer water."),
        ("toelichting", "bomen-water", 4, "Dat hoeft niet elke dag."),
    ]
    werkmap.change("data/zelfscan.yaml", "in de zomer water", "van de GGD water")
    found = [(one.bestand, one.regel) for one in check_bestanden(werkmap.project, VANDAAG)[0]]
    assert found == [("data/zelfscan.yaml", 4)]


@pytest.fixture(scope="module")
def stellingen() -> dict[str, list[str]]:
    """The statements of the edition, by topic."""
    handreiking = load_edition()
    topics = [onderwerp.id for thema in handreiking.themas for onderwerp in thema.onderwerpen]
    return {name: [stelling.tekst for stelling in handreiking.stellingen_bij(name)] for name in topics}


def test_every_topic_of_the_edition_has_three_to_six(stellingen: dict[str, list[str]]) -> None:
    """Fourteen topics, none left out."""
    assert len(stellingen) == 14
    assert [name for name, texts in stellingen.items() if not MINST <= len(texts) <= MEEST] == []


def test_a_statement_is_one_sentence_that_can_be_answered(stellingen: dict[str, list[str]]) -> None:
    """It ends in a full stop, has no other sentence before it and asks nothing."""
    for texts in stellingen.values():
        for text in texts:
            assert text.endswith("."), text
            assert ". " not in text, text
            assert "?" not in text, text
