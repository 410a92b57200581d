"""`handreiking instrument nieuw`: a new instrument by answering questions, or by options alone."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest

from handreiking.__main__ import main
from handreiking.gegevens import Definitie
from handreiking.gelezen import Gelezen
from handreiking.instrumenten import Instrument
from handreiking.invoer.adressen import address_key
from handreiking.invoer.voorstel import propose_id, propose_onderwerpen, topic_names
from handreiking.invoer.vorm import Soort, Vorm, find_vormen
from handreiking.invoer.vragen import VOORGESTELD, VRAGEN, all_fields, is_required
from handreiking.laden import load_gelezen
from tests.conftest import FIXTURES, VANDAAG, Werkmap

TOOLS = "data/tools.yaml"
Vraag = Callable[..., int]


@pytest.fixture
def gelezen(werkmap: Werkmap) -> Gelezen:
    """The small handreiking as it was read."""
    return load_gelezen(werkmap.project, VANDAAG)[0]


@pytest.fixture
def vraag(werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch) -> Vraag:
    """A function that runs the command with these lines as answers, and options; gives its exit status."""

    def run(*answers: str, options: tuple[str, ...] = ()) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
        return main(["instrument", "nieuw", "--project", str(werkmap.map), "--today", "2025-04-01", *options])

    return run


def contents(werkmap: Werkmap) -> dict[str, bytes]:
    """Give every file of a handreiking by its path."""
    paths = (path for path in werkmap.map.rglob("*") if path.is_file())
    return {path.relative_to(werkmap.map).as_posix(): path.read_bytes() for path in paths}


def added(werkmap: Werkmap, before: Mapping[str, bytes]) -> dict[str, str]:
    """Give what stands behind what was there, by file; nothing else may have changed."""
    after = contents(werkmap)
    assert set(after) == set(before)
    assert all(after[name].startswith(before[name]) for name in after)
    return {name: after[name][len(before[name]) :].decode() for name in after if after[name] != before[name]}


ANTWOORDEN = (
    *("", "Hitte<b>", "Hittekaart"),
    *("open", "Openbaar"),
    *("", "https://www.kaart.example.org/hitte/?utm_source=x&laag=a%2Fb"),
    *("http://www.boom.example.org/plan", "", "http://www.boom.example.org/plan", "Oude server."),
    *("?", "KNMII", "misschien", "nee", "Stichting: Boom", "ja"),
    *("Film", "ja", "Films"),
    "Helpt u om schaduw te plannen, met de XYZ erbij.",
    *("?", "bome", "2, bomen"),
    *("regenboek", "boomfilm"),
    *("2025-05-01", "2025-03-31"),
    *("ja", "zomaar", "beschrijving", "Helpt u om schaduw te plannen."),
    "ja",
)
BOOMFILM = """\
- id: boomfilm
  titel: Hittekaart
  uitgever: stichting-boom
  soort: film
  toegang: openbaar
  http_reden: Oude server.
  url: http://www.boom.example.org/plan
  onderwerpen:
    - water/regen
    - groen/bomen
  beschrijving: Helpt u om schaduw te plannen.
  toegevoegd: 2025-03-31
"""


def test_each_answer_is_judged_at_once(werkmap: Werkmap, vraag: Vraag, capsys: pytest.CaptureFixture[str]) -> None:
    """A whole conversation with every kind of mistake, a new publisher and a new kind; the files only grow."""
    main(["opmaak", "--project", str(werkmap.map)])
    before = contents(werkmap)
    assert vraag(*ANTWOORDEN) == 0
    expected = (FIXTURES / "gesprek" / "instrument.txt").read_text(encoding="utf-8")
    assert capsys.readouterr().out == expected.replace("{regel}", str(before[TOOLS].count(b"\n") + 1))
    assert added(werkmap, before) == {
        "data/uitgevers.yaml": '- id: stichting-boom\n  naam: "Stichting: Boom"\n',
        "data/soorten.yaml": "- id: film\n  naam: Film\n  meervoud: Films\n",
        TOOLS: BOOMFILM,
    }
    assert main(["opmaak", "--controleer", "--project", str(werkmap.map)]) == 0
    assert main(["check", "--project", str(werkmap.map), "--today", "2025-04-01"]) == 0


@pytest.mark.parametrize("number", range(len(ANTWOORDEN)))
def test_whenever_the_answers_end_nothing_is_changed(
    number: int, werkmap: Werkmap, vraag: Vraag, capsys: pytest.CaptureFixture[str]
) -> None:
    """After any number of answers; it is said, and the status is 1."""
    before = contents(werkmap)
    assert vraag(*ANTWOORDEN[:number]) == 1
    assert capsys.readouterr().out.endswith("\nGestopt, want er komt geen antwoord meer; er is niets veranderd.\n")
    assert contents(werkmap) == before


def test_no_changes_nothing(werkmap: Werkmap, vraag: Vraag, capsys: pytest.CaptureFixture[str]) -> None:
    """Who sees the entry may still say no."""
    before = contents(werkmap)
    assert vraag(*ANTWOORDEN[:-1], "nee") == 1
    assert capsys.readouterr().out.endswith("\n> Er is niets veranderd.\n")
    assert contents(werkmap) == before


class Toetsen(io.StringIO):
    """Somebody who presses Ctrl-C."""

    def readline(self, _: int | None = -1) -> str:  # type: ignore[override]
        """Break off."""
        raise KeyboardInterrupt


def test_breaking_off_is_status_130(
    werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As other commands on a terminal do."""
    before = contents(werkmap)
    monkeypatch.setattr("sys.stdin", Toetsen())
    assert main(["instrument", "nieuw", "--project", str(werkmap.map)]) == 130
    assert capsys.readouterr().out.endswith("\n> \nAfgebroken; er is niets veranderd.\n")
    assert contents(werkmap) == before


def test_an_answer_in_other_letters_stops_it(
    werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bytes that are no UTF-8 cannot be judged."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"caf\xe9\n"), encoding="utf-8"))
    assert main(["instrument", "nieuw", "--project", str(werkmap.map)]) == 1
    assert capsys.readouterr().out.endswith("\n> Gestopt, want het antwoord is geen UTF-8; er is niets veranderd.\n")


def test_what_a_terminal_would_obey_is_shown_by_its_number(vraag: Vraag, capsys: pytest.CaptureFixture[str]) -> None:
    """An arrow key or a colour in an answer is refused, and not repeated as it is."""
    vraag("Kaart\x1b[31m", "Kaart", "openbaar\x1b[A")
    out = capsys.readouterr().out
    assert "> " + "  Titel: in de tekst staat een onzichtbaar teken (U+001B); typ de tekst opnieuw\n" in out
    assert "  Toegang kan geen 'openbaar\\x1b[a' zijn; " in out.replace("[A'", "[a'")
    assert "\x1b" not in out


OP_AANVRAAG = (
    *("Waaier", "op-aanvraag"),
    *("knmi", "boek", "Helpt u om koel te blijven.", "bomen"),
    *("", "Gemeente Waterdijk", "Bel het loket.", "", "niks", "loket@waterdijk.example.org"),
    *("", ""),
)


def test_what_is_not_needed_is_not_asked(werkmap: Werkmap, vraag: Vraag, capsys: pytest.CaptureFixture[str]) -> None:
    """An instrument on request has no address and says how to ask for it; a publisher goes by its name."""
    before = contents(werkmap)
    assert vraag(*OP_AANVRAAG, "ja") == 0
    assert added(werkmap, before) == {
        TOOLS: (
            "- id: waaier\n"
            "  titel: Waaier\n"
            "  uitgever: knmi\n"
            "  soort: boek\n"
            "  toegang: op-aanvraag\n"
            "  aanvragen:\n"
            "    bij: waterdijk\n"
            "    hoe: Bel het loket.\n"
            "    mail: loket@waterdijk.example.org\n"
            "  onderwerpen:\n"
            "    - groen/bomen\n"
            "  beschrijving: Helpt u om koel te blijven.\n"
            "  toegevoegd: 2025-04-01\n"
        )
    }
    lines = capsys.readouterr().out.splitlines()
    asked = [line for line, below in pairwise(lines) if below.startswith("  ") and line[0] not in " >[-"]
    assert asked == [
        "Titel",
        "Toegang",
        "Uitgever",
        "Soort",
        "Beschrijving",
        "Onderwerpen",
        "Aanvragen bij",
        "Hoe aanvragen",
        "Adres voor de aanvraag",
        "Mailadres voor de aanvraag",
        "Id",
        "Toegevoegd",
    ]


def test_another_answer_can_make_more_needed_or_less(werkmap: Werkmap, vraag: Vraag) -> None:
    """Who makes it public after all is asked for an address, and how to ask for it goes away."""
    before = contents(werkmap)
    assert vraag(*OP_AANVRAAG, "Toegang", "openbaar", "https://waaier.example.org/", "ja") == 0
    assert added(werkmap, before)[TOOLS] == (
        "- id: waaier\n"
        "  titel: Waaier\n"
        "  uitgever: knmi\n"
        "  soort: boek\n"
        "  toegang: openbaar\n"
        "  url: https://waaier.example.org/\n"
        "  onderwerpen:\n"
        "    - groen/bomen\n"
        "  beschrijving: Helpt u om koel te blijven.\n"
        "  toegevoegd: 2025-04-01\n"
    )


def test_a_new_publisher_that_is_not_used_is_not_added(werkmap: Werkmap, vraag: Vraag) -> None:
    """Who chooses another one in the end leaves no trace."""
    before = contents(werkmap)
    new = ("--nieuwe-uitgever", "Stichting Boom", "--titel", "Waaier", "--toegang", "openbaar", "--soort", "Boek")
    more = ("--url", "https://waaier.example.org/", "--onderwerpen", "water/regen", "--beschrijving", "Koelt.")
    assert vraag("", "", "uitgever", "KNMI", "ja", options=(*new, *more)) == 0
    assert set(added(werkmap, before)) == {TOOLS}


def test_options_answer_too_and_wrong_ones_are_asked_again(vraag: Vraag, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands in them is not asked, unless it is wrong."""
    vraag(
        options=(
            "--titel",
            "Waaier",
            "--toegang",
            "openbaar",
            "--url",
            "ftp://x.example.org",
            "--aanvragen-bij",
            "knmi",
            "--aanvragen-hoe",
            "Bel.",
        )
    )
    assert capsys.readouterr().out == (
        "Een nieuw instrument. Enter neemt over wat tussen haken staat; Ctrl-C stopt zonder iets te veranderen.\n"
        "Aanvragen kan niet bij toegang 'openbaar'; haal 'aanvragen' weg of verander de toegang\n"
        "Adres: het adres begint niet met https://\n"
        "\n"
        "Adres\n"
        "  Het webadres, precies zoals in de adresbalk. Een instrument op aanvraag heeft er geen.\n"
        "[ftp://x.example.org] > \n"
        "Gestopt, want er komt geen antwoord meer; er is niets veranderd.\n"
    )


ALLES = (
    *("--ja", "--titel", 'No: "koel" # 1', "--toegang", "inlog", "--url", "https://koel.example.org/#/kaart"),
    *(
        "--nieuwe-uitgever",
        "No",
        "--nieuwe-soort",
        "Film",
        "Films",
        "--beschrijving",
        "Koelt.",
        "--bestandstype",
        "zip",
    ),
    *(
        "--onderwerpen",
        "water/regen",
        "groen/bomen",
        "--tip",
        "groen/bomen",
        "--andere-titels",
        "groen/bomen=Koel: boom",
    ),
    *("--aanvragen-bij", "KNMI", "--aanvragen-hoe", "Bel."),
)


def test_options_alone_do(werkmap: Werkmap, vraag: Vraag, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is asked; a text that YAML would take for something else gets its quotes."""
    before = contents(werkmap)
    assert vraag(options=ALLES) == 0
    uitgever, soort = '- id: "no"\n  naam: "No"\n', "- id: film\n  naam: Film\n  meervoud: Films\n"
    entry = (
        "- id: no-koel-1\n"
        '  titel: "No: \\"koel\\" # 1"\n'
        '  uitgever: "no"\n'
        "  soort: film\n"
        "  toegang: inlog\n"
        "  url: https://koel.example.org/#/kaart\n"
        "  aanvragen:\n"
        "    bij: knmi\n"
        "    hoe: Bel.\n"
        "  onderwerpen:\n"
        "    - water/regen\n"
        "    - groen/bomen\n"
        "  andere_titels:\n"
        '    groen/bomen: "Koel: boom"\n'
        "  tip:\n"
        "    - groen/bomen\n"
        "  beschrijving: Koelt.\n"
        "  bestandstype: zip\n"
        "  toegevoegd: 2025-04-01\n"
    )
    assert added(werkmap, before) == {"data/uitgevers.yaml": uitgever, "data/soorten.yaml": soort, TOOLS: entry}
    assert capsys.readouterr().out == (
        f"\ndata/uitgevers.yaml:\n\n{uitgever}\ndata/soorten.yaml:\n\n{soort}\n{TOOLS}:\n\n{entry}\n"
        "data/uitgevers.yaml: aangevuld\ndata/soorten.yaml: aangevuld\ndata/tools.yaml: aangevuld\n"
        "Instrument 'no-koel-1' is toegevoegd. Bekijk het met `make serve`, en leg het vast in git.\n"
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            (),
            (
                "--titel ontbreekt\n--uitgever ontbreekt\n--soort ontbreekt\n--toegang ontbreekt\n"
                "--onderwerpen ontbreekt\n--beschrijving ontbreekt\n"
            ),
        ),
        (
            (*ALLES, "--url", "http://kaart.example.org:80/hitte/?laag=a/b", "--id", "hittekaart", "--tip", "a/b"),
            (
                "--url: het adres begint met http://; gebruik https://, of geef in 'http_reden' waarom dat niet kan\n"
                "--tip: onbekend onderwerp 'a/b'\n"
                "--id: 'hittekaart' is er al; kies een ander id\n"
                "--url: dit adres heeft instrument 'hittekaart' ('Hittekaart & toelichting') al; vul dat aan, of geef"
                " een ander adres\n"
            ),
        ),
        (
            (*ALLES, "--nieuwe-uitgever", "<b>"),
            "--nieuwe-uitgever: '<b>' is HTML; hier hoort gewone tekst\n--uitgever ontbreekt\n",
        ),
        ((*ALLES, "--toegevoegd", "morgen"), "--toegevoegd: hier hoort een datum als 2026-11-21 (jaar-maand-dag)\n"),
        ((*ALLES, "--andere-titels", "groen/bomen"), "--andere-titels: hier hoort tekst, maar er staat niets\n"),
    ],
)
def test_wrong_options_change_nothing(
    options: tuple[str, ...], said: str, werkmap: Werkmap, vraag: Vraag, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is named with what is wrong with it."""
    before = contents(werkmap)
    assert vraag(options=("--ja", *options)) == 1
    assert capsys.readouterr() == (f"{said}Er is niets veranderd.\n", "")
    assert contents(werkmap) == before


def test_what_the_checks_refuse_is_not_added(
    werkmap: Werkmap, vraag: Vraag, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rules that look at more than one record are tried in a copy first."""
    before = contents(werkmap)
    assert vraag(options=(*ALLES, "--beschrijving", "Over de XYZ.")) == 1
    line = before[TOOLS].count(b"\n") + 1
    said = f"data/tools.yaml:{line}: de afkorting 'XYZ' bij 'beschrijving' wordt nergens uitgelegd; "
    assert said in capsys.readouterr().out
    assert contents(werkmap) == before


def test_the_same_address_on_purpose_is_taken(werkmap: Werkmap, vraag: Vraag) -> None:
    """With the id of the other instrument."""
    before = contents(werkmap)
    address = "https://kaart.example.org/hitte?laag=a%2Fb#:~:text=warm%20weer,koel"
    assert vraag(options=(*ALLES, "--url", address, "--zelfde-url-als", "hittekaart")) == 0
    assert f"  url: {address}\n" in added(werkmap, before)[TOOLS]


def test_a_handreiking_with_problems_is_refused(
    werkmap: Werkmap, vraag: Vraag, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody could say then what is wrong with the new one."""
    werkmap.change(TOOLS, "  soort: kaart\n", "  soort: kart\n")
    assert vraag(*ANTWOORDEN) == 2
    said = "Niet gecontroleerd: de gegevens zijn niet in orde; los eerst op wat `handreiking check` meldt\n"
    assert capsys.readouterr() == ("", said)


def test_an_id_that_is_gone_is_not_given_again(
    werkmap: Werkmap, vraag: Vraag, capsys: pytest.CaptureFixture[str]
) -> None:
    """Links to what was taken away would lead to something else."""
    before = contents(werkmap)
    assert vraag(options=(*ALLES, "--id", "regenton")) == 1
    said = "--id: 'regenton' was van een instrument dat is weggehaald; kies een ander id\nEr is niets veranderd.\n"
    assert capsys.readouterr().out == said
    assert vraag(options=(*ALLES, "--titel", "Regenton")) == 0
    assert added(werkmap, before)[TOOLS].startswith("- id: regenton-2\n")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.a.example.org/b/", "http://a.example.org/b", True),
        ("https://a.example.org/b?utm_source=x&c=1&fbclid=2", "https://A.example.org:443/b?c=1#kop", True),
        ("https://a.example.org/%7Eb", "https://a.example.org/~b", True),
        ("https://a.example.org/", "https://a.example.org", True),
        ("https://a.example.org/b?c=1", "https://a.example.org/b?c=2", False),
        ("https://a.example.org/B", "https://a.example.org/b", False),
        ("https://a.example.org/#/b", "https://a.example.org/#/c", False),
        ("https://wwwa.example.org/", "https://a.example.org/", False),
        ("https://a.example.org/b|c", "https://a.example.org/b?c", False),
        ("https://[", "https://]", False),
    ],
)
def test_addresses_of_one_page_are_the_same(one: str, other: str, *, same: bool) -> None:
    """Whatever their scheme, `www.`, last slash and what newsletters add."""
    assert (address_key(one) == address_key(other)) is same


@pytest.mark.parametrize(
    ("titel", "expected"),
    [
        ("Wat is één wadi?", "wat-is-een-wadi"),
        ("Groen & blauw", "groen-en-blauw"),
        ("  --  ", "instrument"),
        ("Привет", "instrument"),
        ("Pagina-einde", "instrument-pagina-einde"),
        ("Hittekaart", "hittekaart-3"),
        ("woord " * 20, "woord-woord-woord-woord-woord-woord-woord-woord-woord-woord"),
        ("w" * 80, "w" * 60),
    ],
)
def test_an_id_comes_from_the_title(titel: str, expected: str) -> None:
    """In letters that an address can have, and none that is taken."""
    assert propose_id(titel, {"hittekaart", "hittekaart-2"}, "instrument") == expected


def test_topics_are_proposed_by_their_words(gelezen: Gelezen) -> None:
    """In any form of a word; words that are everywhere, or that say nothing, propose nothing."""
    assert propose_onderwerpen(gelezen, "Een linde planten") == ["groen/bomen"]
    assert propose_onderwerpen(gelezen, "De wadi's") == ["water/regen"]
    assert propose_onderwerpen(gelezen, "Over en van de het") == []
    assert propose_onderwerpen(gelezen, "Regen en boom") == ["groen/bomen", "water/regen"]
    assert topic_names(gelezen) == {"groen/bomen": "Groen: Bomen", "water/regen": "Water: Regen"}


def test_every_field_can_be_answered_or_needs_no_answer() -> None:
    """A field that a model gets later is asked when it must be there, and has an option when words can answer it."""
    fields = list(all_fields())
    assert len(fields) == len(set(fields))
    assert [field for field in Instrument.model_fields if is_required(field) and field not in fields] == []
    assert {field for field in Instrument.model_fields if is_required(field)} <= {*VRAGEN, *VOORGESTELD}
    assert find_vormen(Instrument)["onderwerpen"] == Vorm(Soort.ONDERWERP, lijst=True)
    assert find_vormen(Definitie)["soort"] == Vorm(Soort.KEUZE, keuzes=("officieel", "citaat", "uitleg"))
    auteur = find_vormen(Definitie)["auteur"]
    assert (auteur.soort, auteur.model and auteur.model.__name__) == (Soort.VERWIJZING, "Uitgever")
