"""The syllables of Dutch words, the figure of a text, and the warning on a page."""

from __future__ import annotations

import pytest

from handreiking.regels.leesbaarheid import (
    Leesbaarheid,
    check_korte_zinnen,
    check_leesbaarheid,
    count_syllables,
    measure,
    measure_pagina,
)
from handreiking.tekst.zichtbaar import Tekstzin
from tests.conftest import Werkmap
from tests.gelezen import read

# Counted by hand: each spelling of a sound, and what is no word.
WORDS = {
    "ik": 1,
    "wijk": 1,
    "nieuw": 1,
    "zo'n": 1,
    "'s": 1,
    "geuit": 2,
    "niveau": 2,
    "via": 2,
    "mooie": 2,
    "adres": 2,
    "één": 1,
    "ideeën": 3,
    "partijen": 3,
    "regio": 3,
    "actueel": 3,
    "beïnvloed": 3,
    "programma's": 3,
    "gemeente": 3,
    "burgemeester": 4,
    "situatie": 4,
    "financiën": 4,
    "portefeuille": 4,
    "criteria": 4,
    "officieel": 4,
    "coördineren": 5,
    "evaluatie": 5,
    "professional": 5,
    "zorg-en-welzijnswerk": 5,
    "ideologieën": 6,
    "verantwoordelijkheid": 6,
    "RDW": 3,
    "RDW's": 3,
    "RDW-loket": 5,
    "2023": 4,
    "mm": 1,
    "enquête": 3,
}
EASY = "Water blijft waar het valt. Plant een boom in de straat, dan koelt het af. Vraag de buren om hulp. "
HARD = (
    "De gemeentelijke klimaatadaptatiestrategie operationaliseert waterhuishoudkundige maatregelenpakketten "
    "overeenkomstig regionale uitvoeringsovereenkomsten. Vergroeningsmaatregelen worden gefaseerd geïmplementeerd. "
)


@pytest.mark.parametrize(("word", "syllables"), WORDS.items(), ids=list(WORDS))
def test_syllables(word: str, syllables: int) -> None:
    """A word has the syllables that a Dutch speaker says."""
    assert count_syllables(word) == syllables


def test_the_figure_by_hand() -> None:
    """Two sentences, six words and seven syllables: 206.84 - 77 × 7 / 6 - 0.93 × 6 / 2."""
    zin = Tekstzin(3, "Water blijft daar.")
    found = measure([zin, Tekstzin(4, "'Een quote telt niet' Plant een boom.")])
    assert found == Leesbaarheid(zinnen=2, woorden=6, lettergrepen=7, zwaarste_zin=zin, zwaarste_woorden=())
    assert found.score == pytest.approx(206.84 - 77 * 7 / 6 - 0.93 * 3)
    assert measure([]) is None
    assert measure([Tekstzin(1, "…")]) is None


def test_a_page_that_reads_well(werkmap: Werkmap) -> None:
    """Short words and sentences give no warning."""
    werkmap.change("content/water/regen.md", "Een wadi helpt. Nog een wadi helpt meer.", EASY * 3)
    assert list(check_leesbaarheid(read(werkmap))) == []


def test_a_page_that_reads_hard(werkmap: Werkmap) -> None:
    """Long words give one, on the line of the longest sentence, with the words to look at."""
    werkmap.change("content/water/regen.md", "Een wadi helpt. Nog een wadi helpt meer.", f"{EASY}\n{HARD * 2}")
    message = (
        "deze pagina leest moeilijk: -66,0 volgens Flesch-Douma, en onder 45 is moeilijk (6,1 woorden per zin, "
        "3,5 lettergrepen per woord); begin met deze zin, de langste om uit te spreken, en zoek kortere woorden voor "
        "klimaatadaptatiestrategie, operationaliseert, uitvoeringsovereenkomsten"
    )
    assert list(check_leesbaarheid(read(werkmap))) == [("content/water/regen.md", 14, message)]


def test_what_does_not_count(werkmap: Werkmap) -> None:
    """Headings, tables, quotations and addresses are not measured."""
    werkmap.change("content/water/regen.md", "Een wadi helpt. Nog een wadi helpt meer.", EASY * 3)
    before = [measure_pagina(pagina) for pagina in read(werkmap).paginas]
    extra = f"\n## {HARD}\n\n> {HARD}\n\n| {HARD} | x |\n| --- | --- |\n| {HARD} | y |\n\n    {HARD}\n"
    werkmap.change("content/water/regen.md", "\n## Wat kunt u doen", f"{extra}\n## Wat kunt u doen")
    assert [measure_pagina(pagina) for pagina in read(werkmap).paginas] == before


LANG = "Het water van een flinke bui zakt hier langzaam weg."
KORT = "Het water zakt hier langzaam weg."


@pytest.mark.parametrize(("kort", "lang", "told"), [(6, 5, True), (5, 5, False), (6, 6, False), (7, 2, False)])
def test_a_page_of_short_sentences(kort: int, lang: int, told: bool, werkmap: Werkmap) -> None:  # noqa: FBT001
    """More than half of ten sentences or more of six words at most is told, where the most stand together."""
    text = "\n".join([KORT, *[LANG] * lang, *[KORT] * (kort - 1)])
    werkmap.change("content/water/regen.md", "Een wadi helpt. Nog een wadi helpt meer.", text)
    message = (
        f"{kort} van de {kort + lang} zinnen van deze tekst hebben 6 woorden of minder, en dat leest als een "
        "opsomming; voeg zinnen samen die bij elkaar horen, en begin hier, waar de meeste na elkaar staan"
    )
    line = (werkmap.map / "content/water/regen.md").read_text("utf-8").split("\n").index(LANG) + 1 + lang
    assert list(check_korte_zinnen(read(werkmap))) == ([("content/water/regen.md", line, message)] if told else [])


def test_short_items_of_a_list_are_no_sentences(werkmap: Werkmap) -> None:
    """Nor are headings, and what stands between quotation marks has no words."""
    text = "\n".join(f"- {KORT}" for _ in range(12))
    werkmap.change("content/water/regen.md", "- Graaf een wadi.", f"{text}\n\n{LANG}\n## {KORT}\n'{KORT}'")
    assert list(check_korte_zinnen(read(werkmap))) == []
