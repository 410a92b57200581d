"""Claims that may have changed: when they were so, when they are old, and where they stand."""

from __future__ import annotations

from datetime import date

import pytest

from handreiking.geheel.zekerheid import render_sinds
from handreiking.lezen.teksten import visible_texts
from handreiking.opdracht.doelen import find_doelen
from handreiking.regels.ouderdom import check_lang_geleden_geopend, check_nooit_geopend, check_verouderd
from handreiking.soorten.bewering import Bewering
from handreiking.soorten.moment import Moment
from handreiking.zoeken.delen import Stukdeel
from handreiking.zoeken.stukken import stukken
from tests.conftest import Werkmap
from tests.gelezen import at, on, read

DATA = "data/beweringen.yaml"
TOOLS = "data/tools.yaml"


def regenval(werkmap: Werkmap) -> Bewering:
    """Return the first claim of the small handreiking."""
    return werkmap.handreiking().beweringen[0]


def test_a_claim_is_read_whole(werkmap: Werkmap) -> None:
    """Its fields, with the source and the instrument it refers to in their place."""
    werkmap.change(DATA, "jaar bijgewerkt.", "jaar bijgewerkt.\n  instrument: regenboek\n  url: https://a.example.org/")
    handreiking = werkmap.handreiking()
    bewering = handreiking.beweringen[0]
    read_as = {
        "id": "regenval",
        "onderwerpen": ("water/regen",),
        "titel": "Regen in één uur",
        "stand": "Het hoogst gemeten in de wijk is 40 mm.",
        "op": Moment(date(2024, 6, 1), op_de_dag=False),
        "op_in_woorden": None,
        "bron": handreiking.bronnen[0],
        "eerder": "In een ouder boek staat 35 mm.",
        "nagaan": "Het regenboek wordt elk jaar bijgewerkt.",
        "instrument": handreiking.instrumenten[1],
        "http_reden": None,
        "url": "https://a.example.org/",
        "houdbaar": 60,
        "beoordeeld": date(2025, 3, 2),
    }
    assert {name: getattr(bewering, name) for name in read_as} == read_as


@pytest.mark.parametrize(
    ("op", "words", "iso", "last"),
    [
        ("2024-06", "in juni 2024", "2024-06", date(2024, 12, 1)),
        ("2024-06-17", "op 17 juni 2024", "2024-06-17", date(2024, 12, 17)),
        ("2024-08-31", "op 31 augustus 2024", "2024-08-31", date(2025, 2, 28)),
    ],
)
def test_a_claim_keeps_from_the_day_or_the_month_it_was_so(
    op: str, words: str, iso: str, last: date, werkmap: Werkmap
) -> None:
    """Of a month, from its first day; it is old on the day after."""
    werkmap.change(DATA, "op: 2024-06", f"op: {op}")
    werkmap.change(DATA, "elk jaar bijgewerkt.\n  houdbaar: 60", "elk jaar bijgewerkt.\n  houdbaar: 6")
    bewering = regenval(werkmap)
    assert (render_sinds(bewering), bewering.op.isoformat(), bewering.houdbaar_tot) == (
        f"Dat was de stand {words}.",
        iso,
        last,
    )
    assert not bewering.verouderd(last)
    assert bewering.verouderd(date.fromordinal(last.toordinal() + 1))


def test_a_date_may_be_given_in_the_words_of_the_source(werkmap: Werkmap) -> None:
    """They are shown; the day or month counts."""
    _, subsidie = werkmap.handreiking().beweringen
    assert (render_sinds(subsidie), subsidie.op.begin) == ("Dat was de stand van voorjaar 2024.", date(2024, 3, 15))


def test_a_topic_has_its_own_claims(werkmap: Werkmap) -> None:
    """In the order of the data; a topic without has none."""
    handreiking = werkmap.handreiking()
    found = {
        name: [b.id for b in handreiking.beweringen_bij(name)] for name in ("water/regen", "groen/bomen", "groen/gras")
    }
    assert found == {
        "water/regen": ["regenval", "subsidie-groen-dak"],
        "groen/bomen": ["subsidie-groen-dak"],
        "groen/gras": [],
    }


def test_the_review_of_a_claim_counts_for_the_day_of_the_content(werkmap: Werkmap) -> None:
    """A claim that was looked over later than anything else moves that day."""
    before = werkmap.handreiking().stand
    werkmap.change(
        DATA,
        "elk jaar bijgewerkt.\n  houdbaar: 60\n  beoordeeld: 2025-03-02",
        "x\n  houdbaar: 6\n  beoordeeld: 2025-03-20",
    )
    assert (before, werkmap.handreiking().stand) == (date(2025, 3, 6), date(2025, 3, 20))


def test_an_old_claim_is_told_with_what_to_do(werkmap: Werkmap) -> None:
    """At its line, from the day after it keeps."""
    werkmap.change(DATA, "nog bestaat.\n  houdbaar: 60", "nog bestaat.\n  houdbaar: 1")
    gelezen = read(werkmap)
    assert at(werkmap, check_verouderd(on(date(2024, 4, 15), gelezen))) == []
    old = "'Subsidie voor een groen dak': de stand van voorjaar 2024 is meer dan 1 maand oud"
    mend = "zoek op wat er nu geldt en pas 'stand', 'op' en 'bron' aan"
    found = at(werkmap, check_verouderd(on(date(2024, 4, 16), gelezen)))
    assert found == [(DATA, "- id: subsidie-groen-dak", f"{old}; {mend}")]
    message = "'Regen in één uur': de stand van juni 2024 is meer dan 60 maanden oud; "
    found = at(werkmap, check_verouderd(on(date(2029, 6, 2), gelezen)))
    assert [line for _, line, _ in found] == ["- id: regenval", "- id: subsidie-groen-dak"]
    assert found[0][2].startswith(message)


OPEN = "open het adres, kijk of de gegevens kloppen en zet de dag bij 'nagekeken'"


def test_an_instrument_that_was_opened_long_ago_is_told(werkmap: Werkmap) -> None:
    """From the day after eighteen months; one that nobody opened is told otherwise."""
    gelezen = read(werkmap)
    assert at(werkmap, check_lang_geleden_geopend(on(date(2026, 9, 5), gelezen))) == []
    old = "1 instrument is meer dan 18 maanden geleden voor het laatst geopend: regenboek"
    found = at(werkmap, check_lang_geleden_geopend(on(date(2026, 9, 6), gelezen)))
    assert found == [(TOOLS, "- id: regenboek", f"{old}; {OPEN}")]


def test_instruments_that_nobody_opened_are_told_together(werkmap: Werkmap) -> None:
    """From the day after three months, at the line of the first, a few by name: forty lines would hide the others."""
    gelezen = read(werkmap)
    assert at(werkmap, check_nooit_geopend(on(date(2025, 6, 3), gelezen))) == []
    never = "meer dan 3 maanden geleden toegevoegd en nog door niemand geopend"
    assert at(werkmap, check_nooit_geopend(on(date(2025, 6, 4), gelezen))) == [
        (TOOLS, "- id: hittekaart", f"1 instrument is {never}: hittekaart; {OPEN}")
    ]
    more = "".join(
        f"- {{id: kaart-{n}, titel: Kaart, uitgever: knmi, soort: kaart, toegang: openbaar,"
        f" url: 'https://kaart.example.org/{n}', onderwerpen: [groen/bomen], beschrijving: Een kaart.,"
        " toegevoegd: 2025-03-03}\n"
        for n in range(1, 7)
    )
    werkmap.write(TOOLS, (werkmap.map / TOOLS).read_text(encoding="utf-8") + more)
    assert at(werkmap, check_nooit_geopend(on(date(2025, 6, 4), read(werkmap)))) == [
        (
            TOOLS,
            "- id: hittekaart",
            f"7 instrumenten zijn {never}: hittekaart, kaart-1, kaart-2, kaart-3, kaart-4 en 2 andere; {OPEN}",
        )
    ]


def test_the_address_of_a_claim_is_looked_at_with_the_others(werkmap: Werkmap) -> None:
    """Under its own name, at its line."""
    werkmap.change(DATA, "nog bestaat.", "nog bestaat.\n  url: https://loket.example.org/dak")
    found = [doel for doel in find_doelen(read(werkmap)) if doel.url == "https://loket.example.org/dak"]
    assert [doel.sleutel for doel in found] == ["bewering/subsidie-groen-dak"]
    assert at(werkmap, [(doel.bestand, doel.regel, "") for doel in found]) == [(DATA, "- id: subsidie-groen-dak", "")]


def test_the_rules_of_language_read_claims(werkmap: Werkmap) -> None:
    """Every text of a claim that readers see is looked at."""
    found = [(place.veld, place.tekst) for place in visible_texts(read(werkmap)) if place.van == "subsidie-groen-dak"]
    assert set(found) >= {
        ("titel", "Subsidie voor een groen dak"),
        ("stand", "De gemeente betaalt de helft."),
        ("op_in_woorden", "voorjaar 2024"),
        ("nagaan", "Het loket weet of de regeling nog bestaat."),
    }


def test_search_finds_a_claim_on_its_topic(werkmap: Werkmap) -> None:
    """With its anchor, its title as heading and its texts."""
    (topic,) = [s for s in stukken(werkmap.handreiking(), directories=False) if s.adres == "water/regen.html"]
    assert topic.delen[-2:] == (
        Stukdeel(
            "regenval",
            "Regen in één uur",
            "Het hoogst gemeten in de wijk is 40 mm.\nIn een ouder boek staat 35 mm.\n"
            "Het regenboek wordt elk jaar bijgewerkt.",
        ),
        Stukdeel(
            "subsidie-groen-dak",
            "Subsidie voor een groen dak",
            "De gemeente betaalt de helft.\nHet loket weet of de regeling nog bestaat.",
        ),
    )
