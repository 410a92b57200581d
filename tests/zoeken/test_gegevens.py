"""What the build gives the browser to search in."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from handreiking.zoeken.delen import Stukdeel, parse_delen
from handreiking.zoeken.gegevens import render_zoekgegevens
from handreiking.zoeken.stukken import stukken
from handreiking.zoeken.woorden import STOPWOORDEN, fold, lemma_by_word, woorden_in, words
from handreiking.zoeken.woordenboek import lemmas_of, open_woordenboek
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


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("scholen", "school"),
        ("scholing", "scholing"),
        ("leraren", "leraar"),
        ("steden", "stad"),
        ("besproken", "bespreken"),
        ("aangevraagd", "aanvragen"),
        ("radicaliserende", "radicaliseren"),
        ("financiële", "financieel"),
        ("weegploegen", "weegploeg"),
        ("portefeuillehouders", "portefeuillehouder"),
        ("xqzw", "xqzw"),
    ],
)
def test_a_form_has_the_word_it_is_a_form_of(word: str, lemma: str) -> None:
    """By the dictionary, and of a compound that it does not have, by that of its last part."""
    assert lemma_by_word([f"{word} weegploeg"])[fold(word)] == lemma


def test_forms_that_do_not_occur_come_along() -> None:
    """Who types another form than the text has, finds it; nobody types a diminutive."""
    (word,) = woorden_in(["moskee"])
    assert "moskeeen" in word.vormen
    assert "moskeetje" not in word.vormen
    assert "kastanjebomen" in next(word.vormen for word in woorden_in(["kastanjeboom boom kastanje"]) if word.deel)


def test_a_word_that_occurs_is_cut_as_it_is() -> None:
    """Whatever one of its forms looks like, and in whatever order they are read: two builds are the same."""
    (word,) = woorden_in(["factsheet factsheets"])
    assert (word.lemma, word.deel) == ("factsheet", 0)
    assert "factsheets" in word.vormen


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("wijkagent", ("wijk", "agent")),
        ("aandachtsfunctionaris", ("aandachts", "functionaris")),
        ("weegploeg", ("weeg", "ploeg")),
        ("onderdeel", None),
        ("vertellen", None),
        ("personen", None),
        ("belangrijk", None),
    ],
)
def test_a_compound_has_parts(word: str, parts: tuple[str, str] | None) -> None:
    """A word that only looks like one has none."""
    texts = [word, "agent wijk functionaris deel tellen rijk"]
    woord = next(woord for woord in woorden_in(texts) if word in (woord.lemma, *woord.vormen))
    assert ((woord.lemma[: woord.deel], woord.lemma[woord.deel :]) if woord.deel else None) == parts


def test_where_nothing_can_be_kept_the_dictionary_is_there_all_the_same(tmp_path: Path) -> None:
    """A folder that cannot be made costs time alone; what is kept gives the same."""
    (tmp_path / "bestand").touch()
    with open_woordenboek(tmp_path / "bestand") as boek:
        assert lemmas_of(boek, ["scholen", "xqzw"]) == {"scholen": "school"}
    for _ in range(2):
        with open_woordenboek(tmp_path / "map") as boek:
            assert lemmas_of(boek, ["scholen", "xqzw"]) == {"scholen": "school"}
    assert len(list((tmp_path / "map").iterdir())) == 1


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


def test_forms_of_a_word_stand_by_their_lemma(werkmap: Werkmap) -> None:
    """After a `+` what comes after the lemma, after a space a form that begins otherwise; a point parts a compound."""
    werkmap.change("content/over.md", "zie ook", "wijkagenten in de wijk en besproken; zie ook")
    lines = _data(render_zoekgegevens(werkmap.handreiking(), directories=False))["woorden"].split("|")
    assert any(re.match(r"wijk\.agent\b.*\+en\b", line) for line in lines), lines
    assert any(re.match(r"bespreken\b.* besproken\b", line) for line in lines)


def test_what_is_not_shown_is_found_too(werkmap: Werkmap) -> None:
    """The statements of the zelfscan, and what comes after the first line of a page about the site, as bare words."""
    werkmap.change("content/over.md", "Gemaakt", "Eerst dit.\n\nDaarna appelmoes en zeewier.\n\nGemaakt")
    rows = _data(render_zoekgegevens(werkmap.handreiking(), directories=False))["stukken"]
    (about,) = (row for row in rows if row[1] == "over.html")
    assert {"appelmoes", "zeewier"} <= set(about[8].split())
    assert not {"eerst", "en"} & set(about[8].split())


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
    known = set(lemma_by_word(texts).values())
    terms = [text for zoekterm in handreiking.zoektermen for text in (zoekterm.term, *zoekterm.ook)]
    lemma = lemma_by_word([*texts, *terms])
    lost = [
        (zoekterm.term, ook)
        for zoekterm in handreiking.zoektermen
        for ook in zoekterm.ook
        for word in words(ook)
        if word not in STOPWOORDEN and lemma[word] not in known
    ]
    assert lost == []
