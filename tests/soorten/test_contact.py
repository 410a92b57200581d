"""Contact points: their numbers, their age, where they stand, and what search and the link check know of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handreiking.basis.telefoon import e164, kiesnummer
from handreiking.geheel.bijgewerkt import bijgewerkt
from handreiking.geheel.kaarten import groepen_van
from handreiking.opdracht.doelen import find_doelen
from handreiking.opendata.contactpunten import contactpunten
from handreiking.regels.ouderdom import check_contact_verouderd
from handreiking.soorten.contactpunt import CONTACTPUNT, Contactpunt
from handreiking.soorten.instrument import Instrument
from handreiking.soorten.moment import render_stand
from handreiking.zoeken.stukken import stukken
from tests.conftest import Werkmap, load_edition
from tests.gelezen import at, on, read

DATA = "data/contactpunten.yaml"
ALARM = """- id: alarm
  naam: Alarmnummer
  uitgever: waterdijk
  acuut: true
  voor_wie: iedereen
  waarvoor: Bel bij direct gevaar.
  telefoon: "112"
  stand: 2025-03
  houdbaar: 60
  beoordeeld: 2025-03-01
"""


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("06 - 23 66 03 86", "+31623660386"),
        ("0623660386", "+31623660386"),
        ("(010) 123 45 67", "+31101234567"),
        ("0182-12 34 56", "+31182123456"),
        ("+31 (0)10 123 45 67", "+31101234567"),
        ("+31 10 1234567", "+31101234567"),
        ("0031 10 1234567", "+31101234567"),
        ("088 123 45 67", "+31881234567"),
        ("0800 1234", "+318001234"),
        ("0900 - 123 45 67", "+319001234567"),
        ("14 010", "+3114010"),
        ("14 0182", "+31140182"),
        ("010 123 45 6", None),
        ("010 123 45 678", None),
        ("0800 12345", None),
        ("14 10", None),
        ("112", None),
        ("+32 2 123 45 67", None),
        ("10 123 45 67", None),
        ("010 - 123 45 67 ", None),
        ("010/123 45 67", None),
        ("tel. 010 123 45 67", None),
        ("010 123 45 ٦٧", None),
        ("", None),
    ],
)
def test_a_dutch_number_has_one_form_for_a_telephone(written: str, number: str | None) -> None:
    """However it is written, the link has the country and the digits; what is no Dutch number has none."""
    assert e164(written) == number


@given(st.text(st.sampled_from("0123456789٣ ()-+")))
def test_a_number_for_a_telephone_reads_as_itself(written: str) -> None:
    """What was taken for a number is one in its own form too, and is no more than a plus and digits."""
    number = e164(written)
    if number is not None:
        assert number[0] == "+"
        assert number[1:].isascii()
        assert number[1:].isdigit()
        assert e164(number) == number


def lijn(werkmap: Werkmap, name: str) -> Contactpunt:
    """Return one contact point of the small handreiking."""
    return next(c for c in werkmap.handreiking().contactpunten if c.id == name)


def test_of_when_it_is_stands_in_the_words_of_its_source(werkmap: Werkmap) -> None:
    """A day, a month, or what the source says instead."""
    assert render_stand(lijn(werkmap, "bomenlijn")) == "voorjaar 2024"
    assert render_stand(lijn(werkmap, "hittelijn")) == "juni 2024"
    werkmap.change(DATA, "  stand_in_woorden: voorjaar 2024\n", "")
    assert render_stand(lijn(werkmap, "bomenlijn")) == "15 maart 2024"


def test_what_is_older_than_it_keeps_asks_for_a_look(werkmap: Werkmap) -> None:
    """From the day after, with file and line; on the last day nothing is told."""
    gelezen = read(werkmap)
    mend = "vraag na of ze nog kloppen en pas 'stand', 'bron' en 'beoordeeld' aan"
    old = f"'Bomenlijn': de gegevens van voorjaar 2024 zijn meer dan 60 maanden oud; {mend}"
    assert at(werkmap, check_contact_verouderd(on(date(2029, 3, 15), gelezen))) == []
    assert at(werkmap, check_contact_verouderd(on(date(2029, 3, 16), gelezen))) == [(DATA, "- id: bomenlijn", old)]
    later = at(werkmap, check_contact_verouderd(on(date(2029, 6, 2), gelezen)))
    assert [line for _, line, _ in later] == ["- id: bomenlijn", "- id: hittelijn"]


def test_it_stands_on_its_topics_its_examples_and_its_own_page(werkmap: Werkmap) -> None:
    """The order is that of the data; the page of all has those for the whole country first."""
    handreiking = werkmap.handreiking()
    shown = {
        pad: [c.id for c in handreiking.op(CONTACTPUNT, handreiking.paginas[pad])]
        for pad in ("groen/bomen.md", "water/regen.md", "praktijk/waterdijk/bomen-tellen.md", "over.md")
    }
    assert shown == {
        "groen/bomen.md": ["bomenlijn", "hittelijn"],
        "water/regen.md": ["hittelijn"],
        "praktijk/waterdijk/bomen-tellen.md": ["bomenlijn"],
        "over.md": [],
    }
    by_area = [(area, [card.kop for card in cards]) for area, cards in groepen_van(handreiking, CONTACTPUNT)]
    assert by_area == [("Heel Nederland", ["Hittelijn"]), ("Waterdijk", ["Bomenlijn"])]


def test_acute_danger_comes_first_and_an_advice_of_the_editors_says_so(werkmap: Werkmap) -> None:
    """A short number may be called as it is, needs no source, and stands above all others."""
    werkmap.change(DATA, "- id: bomenlijn\n", f"{ALARM}\n- id: bomenlijn\n")
    handreiking = werkmap.handreiking()
    (first, (card,)), *_ = groepen_van(handreiking, CONTACTPUNT)
    assert (first, card.kop) == ("Acuut gevaar", "Alarmnummer")
    assert [(row.label, row.waarde) for row in card.rest if row.label == "Bron"] == [
        ("Bron", "Advies van de redactie; het staat niet in de bronnen.")
    ]
    published = {c.id: c for c in contactpunten(handreiking, handreiking.site).contactpunten}
    alarm = published["alarm"]
    assert (alarm.bron.id, alarm.acuut, alarm.telefoon_e164) == ("redactie", True, None)


@pytest.mark.parametrize(
    ("written", "dialled"),
    [("112", "112"), ("113", "113"), ("144", "144"), ("116 111", "116111"), ("14 010", "+3114010"),
     ("0900 - 8844", "+319008844"), ("115", None), ("116 11", None), ("1123", None)],
)  # fmt: skip
def test_a_short_number_is_dialled_as_it_is(written: str, dialled: str | None) -> None:
    """Emergency and help numbers have no form with a country; what is none of them is no number."""
    assert kiesnummer(written) == dialled


def test_a_page_with_contacts_is_as_new_as_they_are(werkmap: Werkmap) -> None:
    """Looking over a contact point is looking over the pages where it stands, and counts for the state of the whole."""
    text = (werkmap.map / DATA).read_text(encoding="utf-8")
    werkmap.write(DATA, text.replace("beoordeeld: 2025-03-02", "beoordeeld: 2025-03-20"))
    handreiking = werkmap.handreiking()
    pages = ("contact.md", "water/regen.md", "praktijk/waterdijk/bomen-tellen.md")
    assert {bijgewerkt(handreiking, handreiking.paginas[pad]) for pad in pages} == {date(2025, 3, 20)}
    assert handreiking.stand == date(2025, 3, 20)


def test_a_page_for_contacts_needs_some(werkmap: Werkmap) -> None:
    """Without contact points there is nothing for it to show."""
    werkmap.write(DATA, "[]\n")
    werkmap.change("content/praktijk/waterdijk/bomen-tellen.md", "contactpunten: [bomenlijn]\n", "")
    said = f"content/contact.md:2: er zijn geen contactpunten in {DATA}; schrijf ze, of haal deze pagina weg\n"
    assert werkmap.problems() == said
    werkmap.remove("content/contact.md")
    assert werkmap.problems() == ""


def test_its_address_is_looked_at_once(werkmap: Werkmap) -> None:
    """Its own address is; that of the instrument it names is looked at as the instrument's."""
    werkmap.change(DATA, "  telefoon: 14 010\n", "  url: https://hitte.example.org/\n")
    werkmap.change(DATA, "  mail: bomen@waterdijk.example.org\n", "  instrument: hittekaart\n")
    gelezen = read(werkmap)
    doelen = [(doel.soort, doel.id, doel.url) for doel in find_doelen(gelezen) if doel.bestand == DATA]
    assert doelen == [("contactpunt", "hittelijn", "https://hitte.example.org/")]
    first, second = werkmap.handreiking().contactpunten
    assert first.webadres == gelezen.van(Instrument)[0][0].url
    assert second.webadres == "https://hitte.example.org/"


def test_search_finds_it_by_name_number_and_address(werkmap: Werkmap) -> None:
    """It has its kind, its place on the page of all, and a number without the spaces that nobody types."""
    found = [stuk for stuk in stukken(werkmap.handreiking(), directories=False) if stuk.soort == "Contact"]
    assert [(stuk.titel, stuk.adres, stuk.bij) for stuk in found] == [
        ("Bomenlijn", "contact.html#bomenlijn", "Waterdijk"),
        ("Hittelijn", "contact.html#hittelijn", ""),
    ]
    assert [line for line in found[0].tekst.splitlines() if line] == [
        "Bomenlijn",
        "contact Gemeente Waterdijk  0101234567",
        "Een zieke boom melden.",
        "wie een boom ziet die ziek is",
        "010 - 123 45 67",
        "bomen@waterdijk.example.org",
    ]


def test_the_edition_has_the_numbers_of_its_sources() -> None:
    """What the sources give, of the newest of them, with its day; a national one has no number that no source has."""
    handreiking = load_edition()
    told = {c.id: (c.gebied, c.telefoon, e164(c.telefoon or ""), c.mail) for c in handreiking.contactpunten}
    given = {
        "landelijk-steunpunt-extremisme": (None, None, None, None),
        "centraal-meldpunt-nederland": (None, None, None, None),
        "hulplijnen-bij-radicalisering": (None, None, None, None),
        "meldpunten-en-adviesorganisaties": (None, None, None, None),
        "var": ("Regio Rotterdam", None, None, "VeiligheidsAlliantie@rotterdam.nl"),
        "mar": ("Rotterdam", "06 - 23 66 03 86", "+31623660386", "mar@rotterdam.nl"),
        "rep": ("Rotterdam", None, None, "rep@rotterdam.nl"),
    }
    assert {name: told[name] for name in given} == given
    of_the_city = [c for c in handreiking.contactpunten if c.gebied == "Rotterdam"]
    assert {(c.bron and c.bron.id, render_stand(c)) for c in of_the_city} == {
        ("rotterdam-webpagina-2022", "17 mei 2022")
    }
    assert all(c.verouderd(handreiking.stand) for c in of_the_city)
    assert all(c.webadres for c in handreiking.contactpunten if c.gebied is None and c.bron)
    assert [c.telefoon for c in handreiking.contactpunten if not c.bron] == ["112"]


# The documents that the progress report links to, by their addresses in it.
IN_DE_RAPPORTAGE = (
    "https://gemeenteraad.rotterdam.nl/Agenda/Document/deec7ac9-ad02-472d-a8ca-8561cd292ecf?documentId=4faf242b-a4b2-46ce-8848-e812d26b2457&agendaItemId=b0de19e9-ab91-4cbc-865a-c231e263d624",
    "https://www.nctv.nl/onderwerpen/dtn/documenten/publicaties/2024/12/17/dreigingsbeeld-terrorisme-nederland-december-2024",
    "https://www.nctv.nl/actueel/nieuws/2024/04/09/soevereinenbeweging-ondermijnt-democratische-rechtsorde",
    "https://www.nctv.nl/onderwerpen/dtn/definities-gebruikt-in-het-dtn",
    "https://www.nji.nl/radicalisering/factoren",
    "https://www.socialestabiliteit.nl/si-toolkit",
    "https://gemeenteraad.rotterdam.nl/Agenda/Document/3f99f015-528c-4e8e-b314-e2d0e4d0b07e?documentId=f21a391f-c9a8-4dd9-9824-ec7dd1e505f0&agendaItemId=0241ebad-6372-41a6-8e45-3c6ba0eaf99e",
    "https://gemeenteraad.rotterdam.nl/Agenda/Document/af5b452b-d9c8-4c9f-b998-8db29fe26e63?documentId=3df03fa7-7542-43ac-99f7-d54e2162d54d&agendaItemId=e2240674-e199-4209-b318-82deee98c3e2",
    "https://www.tweedekamer.nl/kamerstukken/wetsvoorstellen/detail?qry=wetsvoorstel%3A36225&cfg=wetsvoorsteldetails",
)


@pytest.mark.parametrize("url", IN_DE_RAPPORTAGE)
def test_what_the_report_links_to_is_a_source_that_is_used(url: str) -> None:
    """It has a date in words, the link check looks at it, and a page or a definition rests on it."""
    handreiking = load_edition()
    bron = next(bron for bron in handreiking.bronnen if bron.url == url)
    pages = [pagina.pad for pagina in handreiking.paginas.values() if bron in pagina.bronnen]
    terms = [definitie.id for definitie in handreiking.definities if definitie.bron == bron]
    assert bron.datering
    assert pages or terms
