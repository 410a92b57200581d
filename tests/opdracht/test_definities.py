"""`check definities` and `definities vastleggen`: quotations at their sources, ages, and what was reviewed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from handreiking.__main__ import main
from tests.citaten.bronnen import make_pdf
from tests.links.storingsserver import RESET, Handler, geef, speel, stuur_door
from tests.opdracht.conftest import BRON, DEFINITIES, HITTE, LOKET, Proef, Uitvoer, bronpagina

VASTGELEGD = "data/definities_vastgelegd.json"
MEND = "kijk de tekst na en zet dan de datum van vandaag bij 'beoordeeld'"
AGAIN = "kijk de tekst na en leg die opnieuw vast met: handreiking definities vastleggen"
AT_SOURCE = "'hittestress' bij de bron:"


def test_a_quotation_that_still_stands_there(proef: Proef) -> None:
    """Nothing is told; the JSON has the definition with its source, and the one that is no quotation."""
    done = proef.check("definities", "--format", "json")
    assert (done.status, done.err) == (0, "Bekeken: 2 definities, 1 van 1 citaat bij de bron. Geen problemen.\n")
    assert done.told == [
        {
            "soort": "definitie",
            "id": "hittestress",
            "url": BRON,
            "oordeel": "staat er nog",
            "bewijs": f"{AT_SOURCE} staat er nog. Het citaat staat er nog; de tekst eromheen is nog niet vastgelegd.",
            "bestand": DEFINITIES,
            "regel": 1,
            "ernst": "goed",
            "regelnaam": "citaat",
        },
        {
            "soort": "definitie",
            "id": "wadi",
            "url": "",
            "oordeel": "goed",
            "bewijs": "in orde",
            "bestand": DEFINITIES,
            "regel": 10,
            "ernst": "goed",
            "regelnaam": "",
        },
    ]


def test_typography_is_no_change(proef: Proef) -> None:
    """Capitals, spaces, hyphens at the end of a line and no-break spaces are not words."""
    proef.serve(BRON, bronpagina("EEN  toestand waar\u00adin het lichaam zijn\u00a0warmte <em>niet</em> kwijt kan"))
    assert proef.check("definities").out == ""


LONG = ["Dit boek gaat over het weer in de straat."] * 40


@pytest.mark.parametrize(
    "handler",
    [
        geef(200, make_pdf([LONG, [*LONG, HITTE, "Drink genoeg water."]]), content_type="application/pdf"),
        geef(200, f"<title>Boek</title><p>{'Over het weer. ' * 50_000}<p>{HITTE}<p>Drink genoeg.".encode()),
    ],
    ids=["pdf", "page"],
)
def test_a_source_is_read_to_its_end(handler: Handler, proef: Proef) -> None:
    """Of an address only the beginning matters; of a source the last page does too."""
    proef.serve(BRON, handler)
    done = proef.check("definities")
    assert (done.status, done.out, done.telling) == (
        0,
        "",
        "Bekeken: 2 definities, 1 van 1 citaat bij de bron. Geen problemen.",
    )


@pytest.mark.parametrize(
    ("now", "verschil"),
    [
        (HITTE.replace("niet", "wel"), "na 'het lichaam zijn warmte': was 'niet' / is 'wel'"),
        (HITTE.replace(" niet", ""), "na 'het lichaam zijn warmte': was 'niet' / is weg"),
        (HITTE.replace("zijn", "zijn eigen"), "na 'waarin het lichaam zijn': was niets / is 'eigen'"),
    ],
    ids=["other", "dropped", "added"],
)
def test_one_word_is_a_problem(now: str, verschil: str, proef: Proef) -> None:
    """What was written and what stands there now are shown, at the line of the definition."""
    proef.serve(BRON, bronpagina(now))
    done = proef.check("definities", "--format", "github")
    expected = f"{AT_SOURCE} gewijzigd. De tekst in de bron is anders: {verschil}."
    assert (done.status, done.out, done.telling) == (
        1,
        f"::error file=data/definities.yaml,line=1,title=citaat::{expected}\n",
        "Bekeken: 2 definities, 1 van 1 citaat bij de bron. 1 probleem.",
    )


def test_a_quotation_that_went_away_is_a_problem(proef: Proef) -> None:
    """The source can be read, and has nothing like it."""
    proef.serve(BRON, bronpagina("Over regen, wind en de bomen in de straat, en over hoe die elkaar helpen. " * 3))
    done = proef.check("definities")
    said = f"{AT_SOURCE} niet gevonden. Het citaat staat niet in de bron, en niets wat erop lijkt."
    assert (done.status, done.out) == (1, f"data/definities.yaml:1: {said}\n")


ZACHT = b"<title>Pagina niet gevonden</title><h1>Pagina niet gevonden</h1><p>" + b"Zoek verder op de site. " * 20


@pytest.mark.parametrize(
    ("handler", "reden"),
    [
        (geef(503), "de server antwoordt met status 503 (tijdelijk niet beschikbaar). Dit was poging 3"),
        (geef(404, b"<h1>weg</h1>"), "de server antwoordt met status 404 (niet gevonden)"),
        (geef(200), "status 200, maar de server geeft niets"),
        (geef(200, b"x", content_type="image/png"), "een bestand van de soort image/png is niet te lezen"),
        (stuur_door(302, "http://10.0.0.1/"), "10.0.0.1 is geen openbaar adres. Na 1 omleiding: http://10.0.0.1/"),
        (speel(RESET), "de verbinding werd verbroken. Dit was poging 3"),
        (geef(200, ZACHT), "status 200, maar de pagina zegt zelf dat die er niet is ('pagina niet gevonden')"),
        (geef(403), "de server antwoordt met status 403 (geen toegang)"),
    ],
    ids=["503", "404", "empty", "image", "inside", "reset", "soft 404", "wall"],
)
def test_a_source_that_cannot_be_read_is_no_drift(handler: Handler, reden: str, proef: Proef) -> None:
    """It says nothing about the quotation, so it warns; where no source could be read, nothing was looked at."""
    proef.serve(BRON, handler)
    done = proef.check("definities")
    expected = f"data/definities.yaml:1: waarschuwing: {AT_SOURCE} onzeker. De bron is niet te lezen: {reden}.\n"
    assert (done.status, done.out, done.err) == (
        2,
        expected,
        (
            "Bekeken: 2 definities, 0 van 1 citaat bij de bron. Geen problemen, 1 waarschuwing.\n"
            "Niet gecontroleerd: geen enkele bron van een citaat was te lezen\n"
        ),
    )
    assert proef.server.verboden == []


def test_without_definitions_is_status_2(proef: Proef) -> None:
    """Nothing to look at is no 0."""
    proef.werkmap.write(DEFINITIES, "[]\n")
    done = proef.check("definities")
    expected = "Niet gecontroleerd: er staan geen definities in de gegevens; er is niets bekeken\n"
    assert (done.status, done.out, done.err) == (2, "", expected)


def old(months: int, level: str = "") -> list[str]:
    """Return the lines about the two definitions and the two topics that are so many months old."""
    definities = [(f"{DEFINITIES}:1", "'Hittestress'", 2), (f"{DEFINITIES}:10", "'Wadi'", 2)]
    topics = [("content/groen/bomen.md:9", "dit onderwerp", 1), ("content/water/regen.md:9", "dit onderwerp", 6)]
    return [
        f"{place}: {level}{what} is voor het laatst beoordeeld op {day} maart 2025, meer dan {months} maanden geleden;"
        f" {MEND}"
        for place, what, day in (definities if months == 12 else [*topics, *definities])
    ]


@pytest.mark.parametrize(
    ("today", "status", "months"),
    [("2026-03-02", 0, None), ("2026-03-03", 0, 12), ("2026-09-01", 0, 12), ("2026-09-07", 1, 18)],
)
def test_age_fails_the_weekly_run_and_warns_an_editor(
    today: str, status: int, months: int | None, proef: Proef
) -> None:
    """Older than 12 months warns, older than 18 fails `check definities`, and warns in the run without network.

    Of topics the run without network tells.
    """
    weekly = proef.check("definities", today=today)
    level = "" if status else "waarschuwing: "
    ours = [line for line in old(months, level) if line.startswith(DEFINITIES)] if months else []
    assert (weekly.status, weekly.out.splitlines()) == (status, ours)
    editor = proef.check(today=today)
    reviews = [line for line in editor.out.splitlines() if line.endswith(MEND)]
    assert (editor.status, reviews) == (0, old(months, "waarschuwing: ") if months else [])


def test_a_text_changed_since_the_review_is_a_problem(proef: Proef) -> None:
    """At the line of the definition, with and without the network; so are one more and one less."""
    proef.werkmap.change(DEFINITIES, "even blijft staan", "blijft staan")
    changed = (
        f"data/definities.yaml:10: de tekst van 'Wadi' is veranderd sinds de laatste beoordeling (vastgelegd op "
        f"7 maart 2025); {AGAIN}\n"
    )
    for arguments in ((), ("definities",)):
        done = proef.check(*arguments)
        assert (done.status, done.out) == (1, changed)
    proef.werkmap.change(DEFINITIES, "- id: wadi\n  begrip: Wadi", "- id: goot\n  begrip: Wadi")
    done = proef.check()
    assert (done.status, done.out) == (
        1,
        (
            "data/definities.yaml:10: 'Wadi' is nog niet vastgelegd; kijk de tekst na en doe: "
            "handreiking definities vastleggen\n"
            f"{VASTGELEGD}:1: 'wadi' is geen definitie (meer); ruim het op met: handreiking definities vastleggen\n"
        ),
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "1: dit bestand ontbreekt; maak het met: handreiking definities vastleggen"),
        ("{\n  x", "2: dit is niet te lezen; schrijf het opnieuw met: handreiking definities vastleggen"),
    ],
)
def test_without_what_was_reviewed_there_is_a_problem(content: str | None, said: str, proef: Proef) -> None:
    """Nobody can see then whether a text was changed."""
    if content is None:
        proef.werkmap.remove(VASTGELEGD)
    else:
        proef.werkmap.write(VASTGELEGD, content)
    done = proef.check()
    assert (done.status, done.out) == (1, f"{VASTGELEGD}:{said}\n")


@pytest.fixture
def vandaag(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of a review, 1 April 2025."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1743500000")


def review(proef: Proef, *arguments: str) -> Uitvoer:
    """Run `handreiking definities vastleggen`."""
    return proef.run("definities", "vastleggen", "--project", str(proef.werkmap.map), *arguments)


def reviewed(proef: Proef) -> Mapping[str, Any]:
    """Return what is written down of each definition."""
    definities = json.loads((proef.werkmap.map / VASTGELEGD).read_text(encoding="utf-8"))["definities"]
    assert isinstance(definities, dict)
    return definities


@pytest.mark.usefixtures("vandaag")
def test_a_review_writes_down_what_stands_around_the_quotation(proef: Proef) -> None:
    """From the source as it is; then a sentence added at the edge is seen, and a text far from it is not."""
    before = reviewed(proef)
    done = review(proef)
    said = f"{VASTGELEGD}: 2 definities vastgelegd, 1 nieuw of veranderd\n"
    assert (done.status, done.out, done.err) == (0, "", said)
    assert reviewed(proef) == {
        "hittestress": {
            "sha256": before["hittestress"]["sha256"],
            "datum": "2025-04-01",
            "ervoor": "over het weer in de straat. Hittestress",
            "erna": "Drink genoeg water en zoek koelte op",
        },
        "wadi": before["wadi"],
    }
    assert proef.check("definities").out == ""
    assert review(proef).err == f"{VASTGELEGD}: 2 definities vastgelegd, 0 nieuw of veranderd\n"
    proef.serve(BRON, bronpagina(f"{HITTE} Dat is niet erg."))
    done = proef.check("definities")
    assert (done.status, done.out.partition("nu staat er")[0]) == (
        1,
        (
            f"data/definities.yaml:1: {AT_SOURCE} omgeving gewijzigd. Het citaat staat er nog, maar erna stond "
            f"'{reviewed(proef)['hittestress']['erna']}', "
        ),
    )


@pytest.mark.usefixtures("vandaag")
def test_a_review_without_the_net_fetches_nothing(proef: Proef) -> None:
    """The sums are written; what stood around a quotation whose text is the same is kept."""
    review(proef)
    around = reviewed(proef)["hittestress"]
    proef.server.verzoeken.clear()
    proef.werkmap.change(DEFINITIES, "even blijft staan", "blijft staan")
    assert proef.check().status == 1
    done = review(proef, "--zonder-net")
    said = f"{VASTGELEGD}: 2 definities vastgelegd, 1 nieuw of veranderd\n"
    assert (done.status, done.out, done.err, proef.server.verzoeken) == (0, "", said, [])
    assert reviewed(proef)["hittestress"] == around
    assert reviewed(proef)["wadi"]["datum"] == "2025-04-01"
    assert (proef.check().status, proef.check().out) == (0, "")


@pytest.mark.usefixtures("vandaag")
def test_a_review_makes_the_file_where_there_is_none(proef: Proef) -> None:
    """A handreiking that begins, or one whose file cannot be read, gets a whole one; what is no more is left out."""
    before = reviewed(proef)
    for content in (
        None,
        "{",
        '{"versie": 1, "definities": {"weg": {"sha256": "' + "0" * 64 + '", "datum": "2025-03-01"}}}',
    ):
        if content is None:
            proef.werkmap.remove(VASTGELEGD)
        else:
            proef.werkmap.write(VASTGELEGD, content)
        assert review(proef, "--zonder-net").status == 0
        assert reviewed(proef) == {
            name: {"sha256": one["sha256"], "datum": "2025-04-01"} for name, one in before.items()
        }


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("data/tools.yaml", "soort: kaart", "soort: kaartje"),
        (DEFINITIES, "begrip: Wadi", "begrip: Hittestress"),
        (DEFINITIES, "- id: wadi", "- id: hittestress"),
        ("content/over.md", "Gemaakt", "# Gemaakt"),
    ],
    ids=["field", "form", "id", "page"],
)
@pytest.mark.usefixtures("vandaag")
def test_a_review_of_data_with_problems_is_refused(path: str, old: str, new: str, proef: Proef) -> None:
    """What is wrong is not written down as reviewed, and nothing is fetched."""
    proef.werkmap.change(path, old, new)
    before = (proef.werkmap.map / VASTGELEGD).read_bytes()
    for arguments in ((), ("--zonder-net",)):
        done = review(proef, *arguments)
        expected = "Niet gecontroleerd: de gegevens zijn niet in orde; los eerst op wat `handreiking check` meldt\n"
        assert (done.status, done.out, done.err) == (2, "", expected)
    assert ((proef.werkmap.map / VASTGELEGD).read_bytes(), proef.server.verzoeken) == (before, [])


@pytest.mark.parametrize("argv", [("definities",), ("definities", "weg"), ("definities", "vastleggen", "--net")])
def test_a_review_that_is_none_is_status_2(argv: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be understood is said at the side."""
    with pytest.raises(SystemExit) as stopped:
        main(argv)
    assert (stopped.value.code, capsys.readouterr().out) == (2, "")


def test_a_source_is_found_where_it_went(proef: Proef) -> None:
    """A source that moved is read at its new place."""
    proef.serve(LOKET, bronpagina(HITTE))
    proef.serve(BRON, stuur_door(301, LOKET))
    assert (proef.check("definities").status, proef.check("definities").out) == (0, "")


def test_a_quotation_that_went_away_is_not_signed_off_in_silence(proef: Proef) -> None:
    """`definities vastleggen` shows it and writes nothing, unless its id is given."""
    path = proef.werkmap.map / "data" / "definities_vastgelegd.json"
    before = path.read_bytes()
    proef.serve(BRON, bronpagina("Over regen, wind en de bomen in de straat, en over hoe die elkaar helpen. " * 3))
    refused = proef.run("--project", str(proef.werkmap.map), "definities", "vastleggen")
    assert refused.status == 1
    assert f"data/definities.yaml:1: {AT_SOURCE} niet gevonden." in refused.out
    assert refused.err == "Niets vastgelegd. Kijk deze na en bevestig ze met --akkoord hittestress\n"
    assert path.read_bytes() == before
    again = ("--project", str(proef.werkmap.map), "definities", "vastleggen", "--akkoord", "hittestress")
    assert proef.run(*again).status == 0
