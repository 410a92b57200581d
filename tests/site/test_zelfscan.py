"""The self-scan in a real Chromium: answering, the whole outcome, keeping, saving, opening and wiping answers."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect

from tests.site.axe import schemes, violations
from tests.site.conftest import Site, make

pytestmark = [pytest.mark.site, pytest.mark.browser]

TITEL = "Aanpak radicalisering en extremisme"
SLEUTEL = f"zelfscan:{TITEL}"
# Two topics of one theme and two of others; of those with something to do, one has no instrument.
ANTWOORDEN = {
    "aandachtsfunctionaris-aangesteld": "ja",
    "aandachtsfunctionaris-taken": "deels",
    "capaciteit-vrijgemaakt": "nee",
    "geld-begroting": "ja",
    "geld-aanvraag": "nee",
    "geld-afstemming": "nvt",
    "netwerk-groepen": "nee",
    "pga-wet": "ja",
}
BESTAND = "zelfscan-2026-12-03.json"
# What the page shows: the line above, the table, the bars, the topics, and the list of actions.
_UITKOMST = """
() => {
  const zichtbaar = (wat, waar = document) => [...waar.querySelectorAll(wat)].filter((e) => e.checkVisibility());
  const tekst = (e) => e.textContent.replace(/\\s+/g, " ").trim();
  const hulp = (e) => [...e.querySelectorAll(".hulp > li")].map((li) => tekst(li).replace(" (andere site)", ""));
  const kop = (rij) => tekst(rij.querySelector("th"));
  return {
    tabel: zichtbaar(".beeld tbody tr").map((r) => [kop(r), ...[...r.querySelectorAll("td")].map((d) => +tekst(d))]),
    balken: zichtbaar(".beeld tbody tr").map((r) =>
      Object.fromEntries(zichtbaar(".balk span", r).map((s) => [s.className, +getComputedStyle(s).flexGrow]))),
    winst: zichtbaar(".winst > li").map((li) =>
      [tekst(li.querySelector(".titel")), tekst(li.querySelector(".telling")), hulp(li)]),
    acties: zichtbaar(".acties tbody").map((groep) => [
      kop(groep),
      zichtbaar("[data-stelling]", groep).map((r) =>
        [r.dataset.stelling, tekst(r.querySelector(".antwoord"))]),
      zichtbaar(".overig", groep).flatMap(hulp),
    ]),
  };
}
"""
VERWACHT: dict[str, Any] = {
    "tabel": [
        ["Beleid en organisatie", 2, 1, 2, 1, 18],
        ["Weerbaarheid en preventie", 0, 0, 1, 0, 8],
        ["Persoonsgerichte aanpak", 1, 0, 0, 0, 9],
        ["Deskundigheidsbevordering", 0, 0, 0, 0, 23],
    ],
    "balken": [
        {"ja": 2, "deels": 1, "nee": 2, "open": 18},
        {"nee": 1, "open": 8},
        {"ja": 1, "open": 9},
        {"open": 23},
    ],
    "winst": [
        ["Netwerken", "1 nee, 4 open", ["Workshop lokale netwerkopbouw"]],
        ["Capaciteit", "1 nee, 1 deels, 1 ja, 2 open", []],
        ["Financiële middelen", "1 nee, 1 ja", ["NCTV versterkingsgelden"]],
    ],
    "acties": [
        ["Netwerken", [["netwerk-groepen", "nee"]], ["Workshop lokale netwerkopbouw"]],
        ["Capaciteit", [["aandachtsfunctionaris-taken", "deels"], ["capaciteit-vrijgemaakt", "nee"]], []],
        ["Financiële middelen", [["geld-aanvraag", "nee"]], ["NCTV versterkingsgelden"]],
    ],
}


@pytest.fixture(params=["server", "schijf"])
def adres(request: pytest.FixtureRequest, edition: Site, serve: Callable[[Path], str]) -> str:
    """Where the page stands: on a server, or unpacked on a disk."""
    folder = edition.folder
    return f"{serve(folder) if request.param == 'server' else f'{folder.as_uri()}/'}zelfscan.html"


@pytest.fixture
def server(edition: Site, serve: Callable[[Path], str]) -> str:
    """The page on a server, where the two ways make no difference."""
    return f"{serve(edition.folder)}zelfscan.html"


def answer(page: Page, antwoorden: Mapping[str, str]) -> None:
    """Choose answers as a reader does, in the order given, with all themes open."""
    page.evaluate("document.querySelectorAll('.scanthema > details').forEach(thema => { thema.open = true })")
    for name, value in antwoorden.items():
        page.locator(f"input[name='{name}'][value='{value}']").check()


def answers(page: Page) -> dict[str, str]:
    """Return what has been chosen in the form."""
    chosen: dict[str, str] = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('#pagina-zelfscan :checked')].map(i => [i.name, i.value]))"
    )
    return chosen


def stored(page: Page) -> Any:
    """Return all that the browser keeps, parsed."""
    return page.evaluate("Object.fromEntries(Object.entries(localStorage).map(([k, v]) => [k, JSON.parse(v)]))")


def outcome(page: Page) -> Any:
    """Return all that the outcome shows."""
    return page.evaluate(_UITKOMST)


def bestand(**changes: Any) -> dict[str, Any]:
    """Return a file as the page saves it, with what is changed."""
    return {
        "formaat": "handreiking-zelfscan",
        "versie": 1,
        "titel": TITEL,
        "stand": "2026-11-21",
        "dag": "2026-12-03",
        "antwoorden": {"pga-regie": "nee"},
        **changes,
    }


def open_file(page: Page, content: bytes | dict[str, Any], name: str = BESTAND) -> None:
    """Choose a file, as from the window that the button opens."""
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Open een bestand").click()
    chooser.value.set_files(FilePayload(name=name, mimeType="application/json", buffer=raw))


def told(page: Page, sentence: str) -> None:
    """Wait until the page says exactly this about what was done."""
    expect(page.locator("#pagina-zelfscan-melding")).to_have_text(sentence)


def count(page: Page, sentence: str) -> None:
    """Wait until the page says exactly this about how far one is."""
    expect(page.locator("#pagina-zelfscan-stand")).to_have_text(sentence)


def test_the_whole_outcome_in_any_order(page: Page, adres: str) -> None:
    """The same answers give the same picture, table, topics and actions, whichever comes first or is changed."""
    page.goto(adres)
    assert page.locator(".uitkomst .vol").is_hidden()
    answer(page, ANTWOORDEN)
    count(page, "8 van de 66 stellingen beantwoord")
    assert outcome(page) == VERWACHT
    page.get_by_role("button", name="Wis alle antwoorden").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    told(page, "Alle antwoorden zijn gewist.")
    answer(page, dict.fromkeys(reversed(ANTWOORDEN), "nee"))
    answer(page, ANTWOORDEN)
    assert outcome(page) == VERWACHT


def test_the_picture_says_what_the_table_says(page: Page, server: str) -> None:
    """Each bar has the answers in the order of the columns, as wide as their number; not applicable is not in it."""
    page.goto(server)
    answer(page, ANTWOORDEN)
    for row, bar in zip(VERWACHT["tabel"], page.locator(".beeld tbody .balk").all(), strict=True):
        widths = bar.evaluate(
            "b => [...b.children].filter(s => !s.hidden).map(s => [s.className, s.getBoundingClientRect().width])"
        )
        ja, deels, nee, _, still = map(int, row[1:])
        numbers = {"ja": ja, "deels": deels, "nee": nee, "open": still}
        assert [name for name, _ in widths] == [name for name, number in numbers.items() if number]
        total = sum(width for _, width in widths)
        for name, width in widths:
            assert width / total == pytest.approx(numbers[name] / sum(numbers.values()), abs=0.03)


def test_a_tie_keeps_the_order_of_the_handreiking(page: Page, server: str) -> None:
    """Two of three in part weigh as much as one no of three; all no goes before both, however few."""
    page.goto(server)
    one = {"melding-meldpunt": "nee", "melding-opvolging": "ja", "melding-capaciteit": "ja"}
    two = {"geld-begroting": "deels", "geld-aanvraag": "deels", "geld-afstemming": "ja"}
    answer(page, {**one, **two, "preventie-maatwerk": "nee"})
    assert [title for title, _, _ in outcome(page)["winst"]] == [
        "Preventie",
        "Financiële middelen",
        "Organiseer een meldstructuur",
    ]


def test_one_theme_at_a_time_and_the_way_to_the_outcome(page: Page, server: str) -> None:
    """The page opens at its first theme, or at that of its address; how far one is stays in sight, and all can open."""
    page.goto(server)
    themes = page.locator(".scanthema > details")
    opened = "() => [...document.querySelectorAll('.scanthema > details')].map(thema => thema.open)"
    assert page.evaluate(opened) == [True, *[False] * (themes.count() - 1)]
    assert not page.locator(".voortgang").is_visible()
    themes.first.locator("input[value=nee]").first.check()
    expect(page.locator(".voortgang .beantwoord")).to_have_text(re.compile(r"^1 van \d+ beantwoord$"))
    expect(page.locator(".voortgang")).to_be_in_viewport()
    expect(themes.first.locator(".klaar .beantwoord")).to_have_text(re.compile(r"^1 van \d+ beantwoord$"))
    themes.first.get_by_role("link", name=re.compile("^Volgend thema")).click()
    assert page.evaluate(opened)[1]
    page.get_by_role("button", name="Toon alle stellingen").click()
    assert all(page.evaluate(opened))
    page.goto(server.replace("zelfscan.html", "index.html"))
    page.goto(f"{server}#pagina-stellingen-pga/integrale-aanpak")
    assert page.evaluate(opened)[2]


def test_the_printed_actions_say_of_whom_and_when(page: Page, server: str) -> None:
    """The municipality and the day stand above the list, and are kept nowhere."""
    page.goto(server)
    answer(page, {"pga-wet": "nee"})
    page.get_by_label("Gemeente", exact=True).fill("Waterdijk")
    assert page.get_by_label("Datum", exact=True).input_value()
    page.evaluate("document.documentElement.dataset.afdruk = 'acties'")
    page.emulate_media(media="print")
    expect(page.get_by_label("Gemeente", exact=True)).to_be_visible()
    assert "Waterdijk" not in json.dumps(stored(page))


def test_nothing_to_gain(page: Page, server: str) -> None:
    """Who answers yes or not applicable everywhere gets the picture and no list."""
    page.goto(server)
    answer(page, {"pga-wet": "ja", "pga-regie": "nvt"})
    assert outcome(page)["winst"] == outcome(page)["acties"] == []
    expect(page.get_by_text("U hebt nergens nee of deels geantwoord.")).to_be_visible()
    expect(page.get_by_role("button", name="Actielijst afdrukken")).to_be_hidden()


def test_by_keyboard_alone(page: Page, server: str) -> None:
    """Tab goes from statement to statement, space and arrows choose, and the link leads to the outcome."""
    page.goto(server)
    page.locator(".scanthema summary").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert answers(page) == {"portefeuille-bestuurder": "ja", "portefeuille-taken": "nee"}
    page.locator(".voortgang").get_by_role("link", name="Naar de uitkomst").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Uitkomst")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator(".winst > :not([hidden]) a").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".winst > :not([hidden]) .hulp a").first).to_be_visible()


def test_each_statement_is_a_group_with_a_name(page: Page, server: str) -> None:
    """Who listens hears the statement, its explanation and four answers."""
    page.goto(server)
    page.get_by_role("button", name="Toon alle stellingen").click()
    group = page.get_by_role("radiogroup", name="De taken van de aandachtsfunctionaris liggen vast.")
    expect(group).to_have_accessible_description(re.compile("^Zoals netwerken"))
    assert [radio.get_attribute("value") for radio in group.get_by_role("radio").all()] == ["ja", "deels", "nee", "nvt"]
    for word in ("ja", "deels", "nee", "n.v.t."):
        expect(group.get_by_role("radio", name=word, exact=True)).to_have_count(1)


def test_the_count_is_told_once_after_quick_answers(page: Page, server: str) -> None:
    """Walking through the answers with the arrows is not interrupted by every step."""
    page.goto(server)
    page.evaluate(
        """() => { window.gezegd = []; const stand = document.getElementById('pagina-zelfscan-stand');
            new MutationObserver(() => gezegd.push(stand.textContent)).observe(stand, {childList: true}) }"""
    )
    page.evaluate(
        """names => names.forEach(n => document.querySelector(`input[name="${n}"]`).click())""", list(ANTWOORDEN)
    )
    count(page, "8 van de 66 stellingen beantwoord")
    assert page.evaluate("gezegd") == ["8 van de 66 stellingen beantwoord"]


def test_a_theme_or_a_topic_leads_to_its_statements(page: Page, server: str) -> None:
    """From the page of a theme and of a topic one comes to the right place."""
    page.goto(server.replace("zelfscan.html", "pga/index.html"))
    page.get_by_role("link", name="Doe de zelfscan van dit thema").click()
    expect(page.get_by_role("heading", name="Persoonsgerichte aanpak", exact=True)).to_be_in_viewport()
    page.goto(server.replace("zelfscan.html", "pga/integrale-aanpak.html"))
    page.get_by_role("link", name="zelfscan van dit onderwerp").click()
    expect(page.get_by_role("heading", name="Integrale aanpak", exact=True)).to_be_in_viewport()


def test_answers_are_kept_in_the_browser_alone(page: Page, adres: str) -> None:
    """After a reload they are there, under a name of this handreiking, and nothing is asked of anyone."""
    page.goto(adres, wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer(page, ANTWOORDEN)
    assert asked == []
    kept = stored(page)
    assert list(kept) == [SLEUTEL]
    assert {name: value for name, value in kept[SLEUTEL]["antwoorden"].items() if value} == ANTWOORDEN
    page.reload()
    assert answers(page) == ANTWOORDEN
    assert outcome(page) == VERWACHT
    assert page.context.cookies() == []


def test_two_tabs_do_not_overwrite_each_other(context: BrowserContext, server: str) -> None:
    """What is answered in one tab is there in the other before that one adds its own."""
    one, two = context.new_page(), context.new_page()
    one.goto(server)
    two.goto(server)
    answer(one, {"pga-wet": "ja"})
    expect(two.locator("input[name='pga-wet'][value='ja']")).to_be_checked()
    answer(two, {"pga-regie": "nee"})
    expect(one.locator("input[name='pga-regie'][value='nee']")).to_be_checked()
    assert answers(one) == answers(two) == {"pga-wet": "ja", "pga-regie": "nee"}
    one.evaluate("localStorage.clear()")
    expect(two.locator("#pagina-zelfscan :checked")).to_have_count(0)


def test_another_handreiking_keeps_its_own_answers(klein: Path, tmp_path: Path, edition: Site, page: Page) -> None:
    """On one disk both are one site to a browser; each has its answers, and files of the other are refused."""
    made = make(klein, tmp_path / "site")
    page.goto(f"{edition.folder.as_uri()}/zelfscan.html")
    answer(page, ANTWOORDEN)
    page.goto(f"{made.folder.as_uri()}/zelfscan.html")
    answer(page, {"bomen-geteld": "nee", "regen-wadi": "deels"})
    asked = "(op te vragen bij Gemeente Waterdijk)"
    bomen = ["Hittekaart & toelichting", f"Regenboek voor bomen {asked}"]
    regen = [f"Regenboek {asked}"]
    assert outcome(page) == {
        "tabel": [["Groen", 0, 0, 1, 0, 2], ["Water", 0, 1, 0, 0, 3]],
        "balken": [{"nee": 1, "open": 2}, {"deels": 1, "open": 3}],
        "winst": [["Bomen", "1 nee, 2 open", bomen], ["Regen", "1 deels, 3 open", regen]],
        "acties": [
            ["Bomen", [["bomen-geteld", "nee"]], bomen],
            ["Regen", [["regen-wadi", "deels"]], regen],
        ],
    }
    open_file(page, bestand())
    told(page, "Niet gelukt. Dit bestand hoort bij een andere handreiking. Uw antwoorden zijn niet veranderd.")
    page.goto(f"{edition.folder.as_uri()}/zelfscan.html")
    assert answers(page) == ANTWOORDEN


def test_wiping_asks_first(page: Page, adres: str) -> None:
    """Escape and the first button keep everything, with focus back where it was; the second wipes it all."""
    page.goto(adres)
    wipe, window = page.get_by_role("button", name="Wis alle antwoorden"), page.get_by_role("dialog")
    wipe.click()
    told(page, "Niet gelukt. U hebt nog geen stelling beantwoord.")
    answer(page, ANTWOORDEN)
    for leave in ("Escape", "Enter"):
        wipe.focus()
        page.keyboard.press("Enter")
        expect(window.get_by_role("button", name="Nee, laat alles zoals het is")).to_be_focused()
        page.keyboard.press(leave)
        expect(window).to_be_hidden()
        expect(wipe).to_be_focused()
        assert answers(page) == ANTWOORDEN
    wipe.click()
    window.get_by_role("button", name="Ja, wis alles").click()
    told(page, "Alle antwoorden zijn gewist.")
    assert (answers(page), stored(page)) == ({}, {})
    expect(page.locator(".uitkomst .vol")).to_be_hidden()
    count(page, "")
    page.reload()
    assert answers(page) == {}


def test_a_saved_file_opens_as_it_was(page: Page, adres: str, edition: Site, tmp_path: Path) -> None:
    """What is saved has a name with the day and says of what it is; opened elsewhere, everything is the same."""
    page.clock.set_fixed_time("2026-12-03T23:30:00")
    page.goto(adres)
    page.get_by_role("button", name="Bewaar in een bestand").click()
    told(page, "Niet gelukt. U hebt nog geen stelling beantwoord.")
    answer(page, ANTWOORDEN)
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar in een bestand").click()
    assert download.value.suggested_filename == BESTAND
    told(page, f"Bewaard als {BESTAND}.")
    download.value.save_as(tmp_path / BESTAND)
    raw = (tmp_path / BESTAND).read_bytes()
    saved = json.loads(raw)
    assert len(saved["antwoorden"]) == 66
    given = {name: value for name, value in saved["antwoorden"].items() if value is not None}
    assert {**saved, "antwoorden": given} == bestand(antwoorden=ANTWOORDEN, stand=edition.stand.isoformat())
    page.evaluate("localStorage.clear()")
    page.reload()
    assert answers(page) == {}
    open_file(page, raw)
    told(page, f"{BESTAND} is geopend.")
    assert outcome(page) == VERWACHT
    page.reload()
    assert answers(page) == ANTWOORDEN


NIET_BEWAARD = "Dit bestand is niet met een zelfscan bewaard, of het is beschadigd."
BESCHADIGD = "Dit bestand is beschadigd: er staat iets anders in dan ja, deels, nee en n.v.t."
NIETS_VAN_NU = "In dit bestand staat geen antwoord op een stelling van nu."
PROTO = json.dumps(bestand()).encode().replace(b'"pga-regie"', b'"__proto__"')
FOUT: dict[str, tuple[bytes | dict[str, Any], str]] = {
    "leeg": (b"", NIET_BEWAARD),
    "geen json": (b"PK\x03\x04\xff\xfe", NIET_BEWAARD),
    "afgebroken": (json.dumps(bestand()).encode()[:-9], NIET_BEWAARD),
    "null": (b"null", NIET_BEWAARD),
    "getal": (b"42", NIET_BEWAARD),
    "lijst": (b'["handreiking-zelfscan", 1]', NIET_BEWAARD),
    "diep": (b"[" * 100_000, NIET_BEWAARD),
    "ander formaat": (bestand(formaat="boodschappen"), NIET_BEWAARD),
    "zonder formaat": ({"versie": 1, "titel": TITEL, "antwoorden": {"pga-regie": "nee"}}, NIET_BEWAARD),
    "nieuwere versie": (bestand(versie=2), "Dit bestand hoort bij een andere versie van de zelfscan."),
    "versie als tekst": (bestand(versie="1"), "Dit bestand hoort bij een andere versie van de zelfscan."),
    "andere handreiking": (bestand(titel="Klimaat in de wijk"), "Dit bestand hoort bij een andere handreiking."),
    "titel als lijst": (bestand(titel=[TITEL]), "Dit bestand hoort bij een andere handreiking."),
    "zonder antwoorden": ({k: v for k, v in bestand().items() if k != "antwoorden"}, NIETS_VAN_NU),
    "antwoorden zijn null": (bestand(antwoorden=None), NIETS_VAN_NU),
    "antwoorden zijn een lijst": (bestand(antwoorden=["ja", "nee"]), NIETS_VAN_NU),
    "antwoorden zijn tekst": (bestand(antwoorden="pga-regie"), BESCHADIGD),
    "ander antwoord": (bestand(antwoorden={"pga-regie": "misschien"}), BESCHADIGD),
    "hoofdletter": (bestand(antwoorden={"pga-regie": "Ja"}), BESCHADIGD),
    "getal als antwoord": (bestand(antwoorden={"pga-regie": 1}), BESCHADIGD),
    "lijst als antwoord": (bestand(antwoorden={"pga-regie": ["ja"]}), BESCHADIGD),
    "een van de twee": (bestand(antwoorden={"pga-wet": "ja", "pga-regie": True}), BESCHADIGD),
    "prototype": (PROTO, BESCHADIGD),
    "prototype als blok": (PROTO.replace(b'"nee"', b'{"pga-regie": "nee"}'), BESCHADIGD),
    "naam van een functie": (bestand(antwoorden={"constructor": "ja", "item": "ja", "length": "nee"}), NIETS_VAN_NU),
    "html als naam": (bestand(antwoorden={"<img src=x>": "ja"}), BESCHADIGD),
    "alleen open": (bestand(antwoorden={"pga-regie": None}), NIETS_VAN_NU),
    "alleen wat er niet meer is": (bestand(antwoorden={"van-vroeger": "ja"}), NIETS_VAN_NU),
    "te groot": (
        json.dumps(bestand()).encode() + b" " * 1_000_000,
        "Dit bestand is te groot: een zelfscan is kleiner dan 1 MB.",
    ),
}


def test_a_wrong_file_says_what_is_wrong_and_changes_nothing(page: Page, adres: str) -> None:
    """Each gives its own sentence, and the answers on the page and in the browser are as before."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(adres)
    answer(page, ANTWOORDEN)
    before = stored(page)
    assert PROTO.count(b"__proto__") == 1
    for name, (content, message) in FOUT.items():
        open_file(page, content)
        told(page, f"Niet gelukt. {message} Uw antwoorden zijn niet veranderd.")
        assert (name, answers(page), stored(page)) == (name, ANTWOORDEN, before)
        expect(page.get_by_role("dialog")).to_be_hidden()
        page.evaluate("document.getElementById('pagina-zelfscan-melding').textContent = ''")
    assert errors == []


def test_a_file_that_cannot_be_read_changes_nothing(page: Page, server: str) -> None:
    """A file that is gone by the time it is read is told too."""
    page.goto(server)
    answer(page, ANTWOORDEN)
    page.evaluate("() => { Blob.prototype.text = () => Promise.reject(new DOMException('weg', 'NotFoundError')) }")
    open_file(page, bestand())
    told(page, "Niet gelukt. Dit bestand is niet te lezen. Uw antwoorden zijn niet veranderd.")
    assert answers(page) == ANTWOORDEN


def test_a_file_over_answers_asks_first(page: Page, adres: str) -> None:
    """No keeps what is there; yes puts the file in its place; the same file can be chosen again."""
    page.goto(adres)
    answer(page, ANTWOORDEN)
    open_file(page, bestand())
    expect(page.get_by_role("dialog", name="Het bestand komt in de plaats")).to_be_visible()
    page.get_by_role("button", name="Nee, laat alles zoals het is").click()
    assert answers(page) == ANTWOORDEN
    open_file(page, bestand())
    page.get_by_role("button", name="Ja, open het bestand").click()
    told(page, f"{BESTAND} is geopend. Nieuw en nog open: 65 stellingen.")
    assert answers(page) == {"pga-regie": "nee"}
    page.reload()
    assert answers(page) == {"pga-regie": "nee"}


def test_an_old_file_says_what_went_and_what_came(page: Page, server: str) -> None:
    """Answers to statements that are gone are left out and counted; statements since then are counted too."""
    page.goto(server)
    names = page.evaluate("[...new Set([...document.querySelectorAll('#pagina-zelfscan input')].map(i => i.name))]")
    old = dict.fromkeys(names[2:]) | {
        names[3]: "deels",
        "van-vroeger": "ja",
        "ook-van-vroeger": "nee",
        "open-toen": None,
    }
    open_file(page, bestand(antwoorden=old, stand="2025-01-01"))
    told(
        page,
        f"{BESTAND} is geopend. Weggelaten: 2 antwoorden op stellingen die er niet meer zijn. "
        "Nieuw en nog open: 2 stellingen.",
    )
    assert answers(page) == {names[3]: "deels"}


def test_answers_from_before_a_change_say_so(page: Page, server: str) -> None:
    """What the browser kept of an older edition is read in the same way, and told."""
    page.goto(server)
    names = page.evaluate("[...new Set([...document.querySelectorAll('#pagina-zelfscan input')].map(i => i.name))]")
    old = dict.fromkeys(names[1:]) | {"pga-wet": "nee", "van-vroeger": "ja"}
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [SLEUTEL, json.dumps(bestand(antwoorden=old))])
    page.reload()
    told(
        page,
        "De zelfscan is veranderd sinds uw antwoorden. Weggelaten: 1 antwoord op een stelling die er niet meer is. "
        "Nieuw en nog open: 1 stelling.",
    )
    assert answers(page) == {"pga-wet": "nee"}


@pytest.mark.parametrize("kept", ["{", "null", '{"formaat":"handreiking-zelfscan"}', "[]", '"x"'])
def test_what_is_kept_wrongly_is_no_hindrance(page: Page, server: str, kept: str) -> None:
    """A broken value in the browser counts as none, and is replaced with the next answer."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(server)
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [SLEUTEL, kept])
    page.reload()
    assert answers(page) == {}
    answer(page, {"pga-wet": "ja"})
    page.reload()
    assert (answers(page), errors) == ({"pga-wet": "ja"}, [])


GEEN_OPSLAG = {
    "forbidden": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('x') }})",
    "absent": "Object.defineProperty(window, 'localStorage', {value: null})",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('x', 'QuotaExceededError') }",
}


@pytest.mark.parametrize("case", GEEN_OPSLAG)
def test_without_storage_everything_else_works(page: Page, server: str, case: str) -> None:
    """Where the browser keeps nothing, that is said when the page opens; the outcome and the files work as ever."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(GEEN_OPSLAG[case])
    page.goto(server)
    warning = page.get_by_text("Deze browser onthoudt ze niet")
    expect(warning).to_be_visible()
    answer(page, ANTWOORDEN)
    expect(warning).to_be_visible()
    assert outcome(page) == VERWACHT
    with page.expect_download():
        page.get_by_role("button", name="Bewaar in een bestand").click()
    open_file(page, bestand())
    page.get_by_role("button", name="Ja, open het bestand").click()
    told(page, f"{BESTAND} is geopend. Nieuw en nog open: 65 stellingen.")
    assert answers(page) == {"pga-regie": "nee"}
    page.get_by_role("button", name="Wis alle antwoorden").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    told(page, "Alle antwoorden zijn gewist.")
    assert (answers(page), errors) == ({}, [])


def test_without_javascript_it_is_a_list_to_tick(browser: Browser, adres: str) -> None:
    """Every statement with its four answers can be chosen and printed; what needs a script is not shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(adres)
    expect(page.get_by_role("radiogroup")).to_have_count(66)
    expect(page.locator("#pagina-zelfscan input[type=radio]")).to_have_count(4 * 66)
    page.get_by_role("radiogroup").first.get_by_role("radio", name="deels").check()
    expect(page.get_by_text("Voor de uitkomst is JavaScript nodig")).to_be_visible()
    expect(page.get_by_text("Er wordt niets verstuurd.")).to_be_visible()
    expect(page.get_by_text("geen oordeel").first).to_be_visible()
    for hidden in (".uitkomst", "a[href='#pagina-uitkomst']", "a[href='#pagina-bewaren']", "#pagina-alles"):
        assert not any(part.is_visible() for part in page.locator(hidden).all()), hidden
    page.emulate_media(media="print")
    expect(page.locator("#pagina-zelfscan input").first).to_be_visible()
    expect(page.locator(".uitkomst")).to_be_hidden()
    context.close()


def test_with_javascript_that_note_is_gone(page: Page, server: str) -> None:
    """Who has scripts does not read that they are off."""
    page.goto(server)
    expect(page.get_by_text("Voor de uitkomst is JavaScript nodig")).to_be_hidden()
    expect(page.locator(".klaar").first.get_by_role("link", name="Naar de uitkomst")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_outcome(page: Page, server: str, width: int) -> None:
    """With answers, the instruments of a topic open, and with the question open; nothing sticks out."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server)
    answer(page, ANTWOORDEN)
    page.locator(".winst > :not([hidden]) summary").first.click()
    count(page, "8 van de 66 stellingen beantwoord")
    found = []
    for state in ("outcome", "question"):
        if state == "question":
            page.get_by_role("button", name="Wis alle antwoorden").click()
        for scheme in schemes(page):
            found += [(state, scheme, *violation) for violation in violations(page)]
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == []


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_pressed_is_large_enough(page: Page, server: str, width: int) -> None:
    """Answers, buttons and links in the outcome are at least 24 by 24 pixels (WCAG 2.5.8)."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server)
    answer(page, ANTWOORDEN)
    page.locator(".winst > :not([hidden]) summary").first.click()
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.antwoorden label, .uitkomst :is(a, button, summary), .zelfscan a')]
            .filter(e => e.checkVisibility()).map(e => [e.textContent.trim(), e.getBoundingClientRect()])
            .map(([text, r]) => [text, r.width, r.height])"""
    )
    assert len(sizes) > 4 * 66
    assert [size for size in sizes if size[1] < 24 or size[2] < 24] == []


def test_the_list_of_actions_prints_alone(page: Page, server: str) -> None:
    """The button prints the list with room for who and when; afterwards the whole page prints again."""
    page.add_init_script("window.print = () => { window.gedrukt = (window.gedrukt || 0) + 1 }")
    page.goto(server)
    answer(page, ANTWOORDEN)
    page.get_by_role("button", name="Actielijst afdrukken").click()
    assert page.evaluate("gedrukt") == 1
    page.emulate_media(media="print")
    for shown in (".acties", ".acties thead th >> text=Wie", ".acties thead th >> text=Wanneer", "h1"):
        expect(page.locator(shown)).to_be_visible()
    for hidden in (".zelfscan", ".beeld", ".winst", ".bewaren", ".belofte", ".knoppen >> nth=0", "#pagina-uitkomst"):
        expect(page.locator(hidden)).to_be_hidden()
    cells = page.locator("[data-stelling='geld-aanvraag'] .pen").all()
    assert [cell.evaluate("c => c.getBoundingClientRect().width > 60") for cell in cells] == [True, True]
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    for shown in (".zelfscan", ".beeld", ".winst", ".acties"):
        expect(page.locator(shown)).to_be_visible()


def test_it_works_under_a_strict_policy(page: Page, server: str) -> None:
    """No inline script or style: the picture is drawn and files are saved and opened where the server forbids them."""
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(server)
    answer(page, ANTWOORDEN)
    assert outcome(page) == VERWACHT
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar in een bestand").click()
    raw = Path(download.value.path()).read_bytes()
    open_file(page, raw)
    page.get_by_role("button", name="Ja, open het bestand").click()
    told(page, f"{BESTAND} is geopend.")
    assert (outcome(page), errors) == (VERWACHT, [])


def test_the_script_is_small(edition: Site) -> None:
    """It weighs at most 4 kB, as a server sends it."""
    script = edition.folder / "assets" / "js" / "zelfscan.js"
    assert len(gzip.compress(script.read_bytes(), mtime=0)) <= 4_000
