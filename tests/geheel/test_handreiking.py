"""What the template of each kind of page gets."""

from __future__ import annotations

import pytest

from handreiking.beeld.tekening import compose_tekening
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.kaarten import kaarten_op
from handreiking.geheel.samenhang import verbanden
from handreiking.site.context import page_context
from tests.conftest import Werkmap

# What a page without a marked term or abbreviation gets of them.
NIETS_UIT_TE_LEGGEN: dict[str, object] = {"begrippen": [], "afkortingen": [], "getoond": {}}


def check_held(context: dict[str, object], **expected: object) -> None:
    """Have a template get these, by name, among what it gets."""
    assert {name: context[name] for name in expected} == expected


@pytest.fixture
def handreiking(werkmap: Werkmap) -> Handreiking:
    """The small handreiking, with a third instrument that asks for a login."""
    tools = (werkmap.map / "data" / "tools.yaml").read_text(encoding="utf-8")
    werkmap.write(
        "data/tools.yaml",
        "- {id: app, titel: aan de slag, uitgever: knmi, soort: kaart, toegang: inlog, url: 'https://app.example.org/',"
        " onderwerpen: [groen/bomen], beschrijving: Een app., toegevoegd: 2025-03-03}\n" + tools,
    )
    return werkmap.handreiking()


@pytest.mark.parametrize("pad", ["index.md", "over.md", "definities.md"])
def test_an_ordinary_page_gets_itself(pad: str, handreiking: Handreiking) -> None:
    """A page that stands by itself needs no more than the handreiking, which every template has."""
    check_held(page_context(handreiking, pad), pagina=handreiking.paginas[pad], **NIETS_UIT_TE_LEGGEN)


def test_a_theme_gets_itself(handreiking: Handreiking) -> None:
    """A theme holds its own topics."""
    groen = handreiking.thema("groen")
    check_held(page_context(handreiking, "groen/index.md"), pagina=groen, thema=groen, **NIETS_UIT_TE_LEGGEN)


def test_a_topic_gets_all_that_stands_around_its_text(handreiking: Handreiking) -> None:
    """Its theme, what ties it to other pages, and its instruments by access."""
    regen = handreiking.onderwerp("water/regen")
    context = page_context(handreiking, "water/regen.md")
    check_held(
        context,
        pagina=regen,
        begrippen=[handreiking.definitie("wadi")],
        onderwerp=regen,
        thema=handreiking.thema("water"),
        verbanden=verbanden(handreiking, regen),
        groepen=[("Op te vragen", list(handreiking.plaatsingen("water/regen")))],
        beweringen=handreiking.beweringen_bij("water/regen"),
        kaarten=kaarten_op(handreiking, regen),
        voorbeelden=handreiking.voorbeelden_bij("water/regen"),
    )


def test_a_page_gets_what_explains_its_marks(werkmap: Werkmap) -> None:
    """The definitions and abbreviations of the marks in its text, each in the order of the text."""
    werkmap.write("data/afkortingen.yaml", "".join(f"- {{afkorting: {a}, voluit: Wet}}\n" for a in ("AB", "CD", "EF")))
    werkmap.change("content/water/regen.md", "Een wadi helpt.", "De EF meet hittestress bij een wadi van de AB en EF.")
    made = werkmap.handreiking()
    context = page_context(made, "water/regen.md")
    assert (context["begrippen"], context["afkortingen"]) == (
        [made.definitie("hittestress"), made.definitie("wadi")],
        [made.afkorting("ef"), made.afkorting("ab")],
    )


def test_the_page_of_ties_gets_the_picture_and_the_list(handreiking: Handreiking) -> None:
    """The drawing of the whole, and the ties of every topic by its id."""
    regen, bomen = handreiking.onderwerp("water/regen"), handreiking.onderwerp("groen/bomen")
    check_held(
        page_context(handreiking, "samenhang.md"),
        tekening=compose_tekening(handreiking),
        verbanden={"groen/bomen": verbanden(handreiking, bomen), "water/regen": verbanden(handreiking, regen)},
    )


def test_instruments_of_a_topic_stand_by_access(handreiking: Handreiking) -> None:
    """What opens at once comes first, then what asks for a login, then what must be asked for."""
    app, kaart, boek = handreiking.plaatsingen("groen/bomen")
    assert page_context(handreiking, "groen/bomen.md")["groepen"] == [
        ("Meteen te openen", [kaart]),
        ("Na inloggen", [app]),
        ("Op te vragen", [boek]),
    ]


def test_all_instruments_stand_by_kind(handreiking: Handreiking) -> None:
    """Kinds in the order of the data, instruments by title in either case, and no empty group."""
    app, kaart, boek = handreiking.instrumenten
    soort_kaart, soort_boek = handreiking.soorten
    groups = [(soort_kaart, [app, kaart]), (soort_boek, [boek])]
    assert page_context(handreiking, "instrumenten.md")["groepen"] == groups


def test_a_kind_without_instruments_has_no_group(werkmap: Werkmap) -> None:
    """A kind nobody uses yet is not shown."""
    werkmap.change("data/soorten.yaml", "- id: kaart", "- id: app\n  naam: App\n  meervoud: Apps\n- id: kaart")
    groups = page_context(werkmap.handreiking(), "instrumenten.md")["groepen"]
    assert isinstance(groups, list)
    assert [soort.id for soort, _ in groups] == ["kaart", "boek"]


def test_the_list_to_take_along_has_each_instrument_once(handreiking: Handreiking) -> None:
    """With the theme of the topic it names first, in the order of the topics, and a theme without any stays."""
    app, kaart, boek = handreiking.instrumenten
    groups = [(handreiking.thema("groen"), [app, kaart, boek]), (handreiking.thema("water"), [])]
    assert page_context(handreiking, "meenemen.md")["groepen"] == groups


def test_an_instrument_knows_its_topics(handreiking: Handreiking) -> None:
    """The topics of an instrument, in its own order."""
    _, _, boek = handreiking.instrumenten
    assert [onderwerp.id for onderwerp in handreiking.onderwerpen_van(boek)] == ["groen/bomen", "water/regen"]


def test_what_is_not_there_is_a_key_error(handreiking: Handreiking) -> None:
    """A page that does not exist, and a topic that is none."""
    with pytest.raises(KeyError):
        page_context(handreiking, "groen/struiken.md")
    with pytest.raises(KeyError):
        handreiking.onderwerp("over")
