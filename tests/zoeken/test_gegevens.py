"""What the build gives the browser to search in."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from handreiking.zoeken.gegevens import render_zoekgegevens
from handreiking.zoeken.stukken import Stukdeel, parse_delen, stukken
from handreiking.zoeken.woorden import STOPWOORDEN, fold, stems, words
from tests.conftest import Werkmap, copy_klein, iconen, load_edition, werkmap

__all__ = ["copy_klein", "iconen", "werkmap"]


def _data(script: str) -> Any:
    found = re.fullmatch(r"var handreikingZoekgegevens=(.*);\n", script, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Financiën", ["financien"]),
        ("foto's en e-mail", ["foto", "en", "mail"]),
        ("Zorg- en Veiligheidshuis", ["zorg", "en", "veiligheidshuis"]),
        ("wetsvoorstel 36225", ["wetsvoorstel", "36225"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """Words are folded; a single letter is none."""
    assert words(text) == expected


def test_stems() -> None:
    """Forms of a word share a stem; a word with accents has the stem that Snowball gives it with them."""
    stem = stems(["signaleren signalering", "wijk wijken", "financiële", "financiele"])
    assert stem["signaleren"] == stem["signalering"]
    assert stem["wijken"] == stem["wijk"] == "wijk"
    assert stem["financiele"] == stems(["financiële"])["financiele"]


def test_stop_words_are_words_as_search_sees_them() -> None:
    """A stop word with an accent or a capital would never match."""
    assert sorted(STOPWOORDEN - {"u"}) == sorted(word for word in STOPWOORDEN if words(word) == [fold(word)])


def test_sections() -> None:
    """Text is split by headings and by blocks; entities and links become text."""
    lead = '<p>Eerst &amp; <a href="x">zo</a>.</p>\n'
    section = '<h2 id="k">Kop <em>een</em></h2>\n<ul>\n<li>Een</li>\n<li>Twee</li>\n</ul>'
    assert parse_delen(lead + section) == (Stukdeel("", "", "Eerst & zo."), Stukdeel("k", "Kop een", "Een\nTwee"))
    assert parse_delen("") == ()


def test_a_section_knows_which_of_its_lines_rests_on_what() -> None:
    """By its number among the lines, also where there are blank ones and cells; the text has no letter of it."""
    html = '<h2 id="k">Kop</h2>\n<p>Een</p>\n'
    html += '<ul>\n<li>Twee<sup data-bron="a"></sup><ul>\n<li>Drie</li>\n</ul>\n</li>\n</ul>'
    html += '<table><tr><td>Vier</td><td>Vijf<sup data-bron="b"></sup><sup data-bron="c"></sup></td></tr></table>'
    assert parse_delen(html) == (Stukdeel("k", "Kop", "Een\nTwee\nDrie\nVier\nVijf", ((2, "a"), (5, "b"), (5, "c"))),)


def test_marks_are_not_searched(werkmap: Werkmap) -> None:
    """Neither their letters nor what a page shows in their place."""
    before = render_zoekgegevens(werkmap.handreiking(), directories=False)
    werkmap.change("content/water/regen.md", "- Graaf een wadi.", "- Graaf een wadi.[^weerboek][^redactie]")
    assert render_zoekgegevens(werkmap.handreiking(), directories=False) == before


def test_everything_can_be_found(werkmap: Werkmap) -> None:
    """Every page, definition, abbreviation and instrument is there, each with an address of its own."""
    handreiking = werkmap.handreiking()
    rows = _data(render_zoekgegevens(handreiking, directories=True))["stukken"]
    addresses = [row[1] for row in rows]
    assert len(set(addresses)) == len(addresses)
    assert len(rows) == sum(
        map(
            len,
            (
                handreiking.paginas,
                handreiking.definities,
                handreiking.afkortingen,
                handreiking.instrumenten,
                handreiking.contactpunten,
            ),
        )
    )
    assert {row[0] for row in rows} == {
        "Onderwerp",
        "Thema",
        "Pagina",
        "Praktijkvoorbeeld",
        "Definitie",
        "Afkorting",
        "Instrument",
        "Contact",
    }
    assert {"groen/bomen/", "definities/#wadi", "definities/#afkorting-knmi"} <= set(addresses)


def test_the_same_handreiking_gives_the_same_bytes(werkmap: Werkmap) -> None:
    """Nothing depends on the clock or on the order of a set."""
    handreiking = werkmap.handreiking()
    assert render_zoekgegevens(handreiking, directories=False) == render_zoekgegevens(
        werkmap.handreiking(), directories=False
    )


def test_no_text_ends_the_script(werkmap: Werkmap) -> None:
    """What would close a script element, or a line of one, is escaped."""
    werkmap.change("content/over.md", "zie ook", "`</script>` zie ook")
    script = render_zoekgegevens(werkmap.handreiking(), directories=False)
    assert "<" not in script
    assert "</script>" in json.dumps(_data(script))


def test_words_to_search_as_well(werkmap: Werkmap) -> None:
    """The terms of the data as they stand; an abbreviation and its full form are in one row, for both ways."""
    werkmap.write("data/zoektermen.yaml", "- term: plensbui\n  ook: [wadi]\n")
    data = _data(render_zoekgegevens(werkmap.handreiking(), directories=False))
    assert data["synoniemen"] == [["plensbui", ["wadi"]]]
    full = "Koninklijk Nederlands Meteorologisch Instituut"
    assert [(row[2], row[5]) for row in data["stukken"] if row[0] == "Afkorting"] == [("KNMI", full)]


def test_forms_of_a_word_stand_by_their_stem(werkmap: Werkmap) -> None:
    """After a `+` what comes after the stem, and after a space a form that begins otherwise."""
    werkmap.change("content/over.md", "zie ook", "signaleren, signalering en besproken; zie ook")
    lines = _data(render_zoekgegevens(werkmap.handreiking(), directories=False))["stammen"].split("|")
    assert {"signaler+en+ing", "besprook besproken"} <= set(lines)


def test_an_anchor_that_follows_from_its_heading_is_left_out(werkmap: Werkmap) -> None:
    """A 1 says so; an anchor of a template stands as it is."""
    werkmap.change("content/over.md", "Gemaakt", "## Voor wie, één keer?\n\nGemaakt")
    rows = _data(render_zoekgegevens(werkmap.handreiking(), directories=False))["stukken"]
    (about,) = (row for row in rows if row[1] == "over.html")
    assert [deel[:2] for deel in about[7]][:2] == [[1, "Voor wie, één keer?"], ["pagina-contact", "Contact"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- term: bui\n  ook: []\n", "2: veld 'ook': hier hoort ten minste één woord dat wel in de handreiking staat"),
        ("- term: bui\n  ook: [wadi, wadi]\n", "2: veld 'ook': 'wadi' staat hier dubbel; houd er één"),
        ("- term: bui\n", "1: veld 'ook' ontbreekt"),
        (
            "- term: no\n  ook: [wadi]\n",
            "1: veld 'term': YAML leest no als ja of nee; zet het tussen aanhalingstekens: \"no\"",
        ),
        ("- term: bui\n  ook: [wadi]\n- term: Bui\n  ook: [hitte]\n", "3: 'Bui' staat ook op regel 1; houd er één"),
    ],
)
def test_a_mistake_in_the_terms_is_told_on_its_line(werkmap: Werkmap, text: str, expected: str) -> None:
    """The terms are read and checked as all data."""
    werkmap.write("data/zoektermen.yaml", text)
    assert werkmap.problems() == f"data/zoektermen.yaml:{expected}\n"


def test_every_term_of_the_edition_leads_somewhere() -> None:
    """Each alternative has only words that occur in the edition, as they stand or in another form."""
    handreiking = load_edition()
    texts = [stuk.tekst for stuk in stukken(handreiking, directories=False)]
    known = set(stems(texts).values())
    terms = [text for zoekterm in handreiking.zoektermen for text in (zoekterm.term, *zoekterm.ook)]
    stem = stems([*texts, *terms])
    lost = [
        (zoekterm.term, ook)
        for zoekterm in handreiking.zoektermen
        for ook in zoekterm.ook
        for word in words(ook)
        if word not in STOPWOORDEN and stem[word] not in known
    ]
    assert lost == []
