"""A part of the handreiking: one theme, or topics in an order of one's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handreiking.pdf.keuze import parse_keuze
from tests.pdf.conftest import KLEIN, ROOT, load, make
from tests.pdf.woorden import unbroken

ADDRESS = re.compile(r"https?://\S+")


def titles(keuze_naam: str, *onderwerpen: str) -> list[str]:
    """Return the titles on the menu of a PDF of these topics of the edition."""
    made = make(ROOT, onderwerpen=onderwerpen)
    assert keuze_naam in [blok.tekst for blok in made.blokken(1, 1)]
    menu = made.lezing.plekken["index.md"]
    return [k.omschrijving for k in made.lezing.koppelingen if k.bladzijde == menu]


def test_topics_come_in_the_order_given_with_a_menu_of_their_own() -> None:
    """The menu lists the chosen topics in that order, and what stands behind them."""
    chosen = ("pga/integrale-aanpak", "beleid/capaciteit", "pga/multidisciplinaire-aanpak")
    assert [title.rpartition(",")[0] for title in titles("Een selectie van 3 onderwerpen", *chosen)] == [
        "Integrale aanpak",
        "Capaciteit",
        "Multidisciplinaire persoonsgerichte aanpak",
        "Zelfscan",
        "Definities",
        "Instrumenten",
    ]


def test_a_selection_leads_nowhere_outside_it() -> None:
    """A topic that is left out is named without a link; theme and menu can be gone back to."""
    made = make(ROOT, onderwerpen=["beleid/capaciteit"])
    texts = [blok.tekst for blok in made.lezing.blokken()]
    assert "Borging portefeuille · Beleid en organisatie · niet in deze uitgave" in texts
    _, first, last = made.onderwerpen[0]
    assert made.blokken(first, last)[-1].tekst == "Terug naar Beleid en organisatie Menu"
    back = [k for k in made.lezing.koppelingen if k.plek == "beleid/index.md"]
    assert {k.omschrijving for k in back} == {"Beleid en organisatie, pagina 2"}


def test_a_selection_has_only_the_terms_and_instruments_that_it_uses() -> None:
    """What the chosen topics do not use is left out."""
    made = make(KLEIN, onderwerpen=["water/regen"])
    texts = [blok.tekst for blok in made.lezing.blokken()]
    assert "Wadi" in texts
    assert "Hittestress" not in texts
    assert any(text.startswith("Regenboek") for text in texts)
    assert not any(text.startswith("Hittekaart") for text in texts)


def test_a_theme_has_its_page_and_all_its_topics() -> None:
    """The PDF of a theme says so on its cover and opens with the page of the theme."""
    made = make(ROOT, thema="preventie")
    assert "Thema Weerbaarheid en preventie" in [blok.tekst for blok in made.blokken(1, 1)]
    assert [onderwerp.id for onderwerp, _, _ in made.onderwerpen] == ["preventie/preventie", "preventie/netwerken"]
    assert made.lezing.plekken["preventie/index.md"] == 3
    assert str(made.lezing.document.docinfo.Title).endswith(" – Thema Weerbaarheid en preventie")


PARTS: list[tuple[str | None, tuple[str, ...]]] = [
    ("beleid", ()),
    ("preventie", ()),
    ("pga", ()),
    ("deskundigheid", ()),
    (None, ("beleid/capaciteit",)),
]


@pytest.mark.parametrize(("thema", "onderwerpen"), PARTS)
def test_every_abbreviation_in_a_part_is_explained_there(thema: str | None, onderwerpen: tuple[str, ...]) -> None:
    """Each theme can be set; what stands as a word in it, but for addresses, is in its list of abbreviations."""
    made = make(ROOT, thema=thema, onderwerpen=onderwerpen)
    assert made.onderwerpen
    texts = [ADDRESS.sub("", unbroken(blok.tekst, made.handreiking)) for blok in made.lezing.blokken()]
    printed = {word for text in texts for word in re.findall(r"\w+", text)}
    rows = {element.tekst.partition(" ")[0] for element in made.lezing.boom.alle() if element.tag == "TR"}
    known = {afkorting.afkorting for afkorting in made.handreiking.afkortingen}
    assert known & printed
    assert known & printed <= rows


def test_unknown_names_are_told_with_the_nearest_known_one() -> None:
    """A name that is not there, or twice, is refused in Dutch."""
    handreiking = load(KLEIN)
    one = "groen/bomen"
    for thema, onderwerpen, message in (
        ("groe", [], "onbekend thema 'groe'; bedoelde u 'groen'?"),
        (None, ["groen/bomn"], "onbekend onderwerp 'groen/bomn'; bedoelde u 'groen/bomen'?"),
        (None, [one, one], "onderwerp 'groen/bomen' staat er dubbel; noem het één keer"),
        ("groen", [one], "kies een thema of onderwerpen, niet allebei"),
    ):
        with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
            parse_keuze(handreiking, thema=thema, onderwerpen=onderwerpen)


def test_an_abbreviation_in_what_changed_is_explained(werkmap: Path) -> None:
    """What a mark says of a topic belongs to the words of the part; without it the abbreviation is left out."""
    topic = werkmap / "content" / "water" / "regen.md"
    for said, rows in (("De wadi staat er nu bij.", []), ("De kaart van het KNMI staat erbij.", ["KNMI"])):
        text = topic.read_text(encoding="utf-8")
        topic.write_text(text.replace("wat: De wadi staat er nu bij.", f"wat: {said}"), encoding="utf-8")
        made = make(werkmap, onderwerpen=["water/regen"])
        first = {element.tekst.partition(" ")[0] for element in made.lezing.boom.alle() if element.tag == "TR"}
        assert [row for row in ("KNMI",) if row in first] == rows
