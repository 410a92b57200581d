"""Taking along a choice of topics and instruments, in a real Chromium: kept here alone, printed, shared as a link."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.site.axe import schemes, violations
from tests.site.conftest import ROOT, Site, make, visible_text

pytestmark = [pytest.mark.site, pytest.mark.browser]

TOOLS: list[dict[str, Any]] = yaml.safe_load((ROOT / "data" / "tools.yaml").read_text(encoding="utf-8"))
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
CHOSEN = "#lijst=pga/integrale-aanpak,symbolenbank-nctv,beleid/capaciteit"


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, edition: Site, serve: Callable[[Path], str]) -> str:
    """The edition, from a server and from a folder."""
    return serve(edition.folder) if request.param == "http" else f"{edition.folder.as_uri()}/"


@pytest.fixture
def online(edition: Site, serve: Callable[[Path], str]) -> str:
    """The edition, from a server."""
    return serve(edition.folder)


def listed(page: Page) -> list[str]:
    """Return the titles on the list, as they stand."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('#pagina-meenemen [data-mee]')].filter(e => e.checkVisibility())
            .map(e => (e.querySelector('.titel a') || e.querySelector('.titel')).firstChild.textContent)"""
    )
    return found


def status(page: Page) -> Any:
    """Return the line that tells what is on the list."""
    return page.locator(".bediening [role=status]")


def toggle(page: Page, title: str) -> Any:
    """Return the button that takes something along, by the title it stands with."""
    return page.locator(".neemmee").filter(has_text=re.compile(rf"^(Neem mee|Op uw lijst) {re.escape(title)}$"))


def test_a_choice_on_several_pages_is_one_list(page: Page, address: str) -> None:
    """A topic, an instrument on it and one from the overview: counted at once, and listed in order by theme."""
    page.goto(f"{address}pga/integrale-aanpak.html")
    expect(page.locator("#pagina-uwlijst")).to_be_hidden()
    topic = toggle(page, "Integrale aanpak")
    expect(topic).to_have_attribute("aria-pressed", "false")
    expect(topic).to_have_text("Neem mee Integrale aanpak")
    topic.click()
    expect(topic).to_have_attribute("aria-pressed", "true")
    expect(topic).to_have_text("Op uw lijst Integrale aanpak")
    page.goto(f"{address}instrumenten.html")
    toggle(page, "Symbolenbank NCTV").click()
    toggle(page, "Serious game voor docenten").click()
    expect(page.get_by_role("link", name="Uw lijst (3)")).to_be_in_viewport()
    page.goto(f"{address}deskundigheid/kennis-verbreden.html")
    expect(toggle(page, "Symbolenbank NCTV")).to_have_attribute("aria-pressed", "true")
    toggle(page, "Serious game voor docenten").click()
    page.get_by_role("link", name="Uw lijst (2)").click()
    expect(status(page)).to_have_text("Op uw lijst: 2.")
    assert page.url == f"{address}meenemen.html"
    assert listed(page) == ["Symbolenbank NCTV", "Integrale aanpak"]
    headings = page.locator("#pagina-meenemen h2:visible").all_inner_texts()
    assert headings == ["Beleid en organisatie", "Persoonsgerichte aanpak"]


def test_each_instrument_can_be_taken_from_where_it_stands(edition: Site) -> None:
    """One button an instrument, on the overview and on its topics, and one for each topic itself."""
    ids = [tool["id"] for tool in TOOLS]
    assert sorted(edition.tree("instrumenten.md").xpath("//@data-neemmee")) == sorted(ids)
    for topic in sorted({name for tool in TOOLS for name in tool["onderwerpen"]}):
        here = [tool["id"] for tool in TOOLS if topic in tool["onderwerpen"]]
        assert sorted(edition.tree(f"{topic}.md").xpath("//@data-neemmee")) == sorted([topic, *here])


def test_the_list_has_all_that_a_meeting_needs(edition: Site) -> None:
    """Of each instrument once: title, address as text, access, how to ask, why and its topics; of topics the rest."""
    tree = edition.tree("meenemen.md")
    topics = sorted(path.relative_to(ROOT / "content").as_posix()[:-3] for path in (ROOT / "content").glob("*/*.md"))
    topics = [name for name in topics if not name.endswith("/index")]
    assert sorted(tree.xpath("//@data-mee")) == sorted([*topics, *(tool["id"] for tool in TOOLS)])
    access = {"openbaar": "openbaar", "inlog": "inloggen", "op-aanvraag": "op te vragen bij"}
    missing = []
    for tool in TOOLS:
        (place,) = tree.xpath("//*[@data-mee=$name]", name=tool["id"])
        text = visible_text(place)
        words = [tool["titel"], " ".join(tool["beschrijving"].split()), access[tool["toegang"]]]
        words += [tool["url"]] if "url" in tool else []
        words += [tool["aanvragen"]["hoe"]] if "aanvragen" in tool else []
        words += [visible_text(edition.tree(f"{name}.md").xpath("//h1")[0]) for name in tool["onderwerpen"]]
        missing += [(tool["id"], word) for word in words if word not in text]
    for name in topics:
        (place,) = tree.xpath("//*[@data-mee=$name]", name=name)
        summary = edition.tree(f"{name}.md").xpath("string(//meta[@name='description']/@content)")
        missing += [(name, word) for word in (summary, f"{name}.html") if word not in visible_text(place)]
    assert missing == []


def test_without_javascript_the_list_is_complete(browser: Browser, online: str) -> None:
    """Everything stands there to print, it says so, and no button does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{online}meenemen.html{CHOSEN}")
    assert page.locator("[data-mee]:visible").count() == page.locator("[data-mee]").count() == 14 + len(TOOLS)
    assert page.get_by_text("Hieronder staan alle onderwerpen en instrumenten").is_visible()
    assert page.locator("main button:visible, main input:visible").count() == 0
    page.goto(f"{online}beleid/visie-en-strategie.html")
    assert page.locator("main button:visible").count() == 0
    assert not page.locator("#pagina-uwlijst").is_visible()
    context.close()


def test_an_empty_list_says_how_to_fill_it(page: Page, address: str) -> None:
    """No list yet: one line, the ways to fill it, and nothing to print or wipe."""
    page.goto(f"{address}meenemen.html")
    expect(status(page)).to_have_text("Uw lijst is leeg.")
    assert listed(page) == []
    assert page.locator("#pagina-meenemen button:visible").count() == 0
    assert page.locator("#pagina-meenemen h2:visible").count() == 0
    page.get_by_role("link", name="Naar alle instrumenten").click()
    assert page.url == f"{address}instrumenten.html"
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_what_is_taken_off_can_be_put_back(page: Page, address: str) -> None:
    """One by one and all at once; focus goes on to the next, the line tells; a list that is wiped leaves nothing."""
    page.goto(f"{address}meenemen.html{CHOSEN}")
    assert listed(page) == ["Capaciteit", "Symbolenbank NCTV", "Integrale aanpak"]
    page.get_by_role("button", name="Haal weg Symbolenbank NCTV").click()
    expect(status(page)).to_have_text("Weggehaald. Op uw lijst: 2.")
    expect(page.get_by_role("button", name="Haal weg Integrale aanpak")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Haal weg Capaciteit")).to_be_focused()
    page.get_by_role("button", name="Zet terug").click()
    assert listed(page) == ["Capaciteit", "Integrale aanpak"]
    expect(status(page)).to_be_focused()
    page.get_by_role("button", name="Wis de lijst").click()
    expect(status(page)).to_have_text("Uw lijst is leeg.")
    expect(status(page)).to_be_focused()
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Zet terug").click()
    assert listed(page) == ["Capaciteit", "Integrale aanpak"]
    page.reload()
    assert listed(page) == ["Capaciteit", "Integrale aanpak"]
    expect(page.get_by_text("Deze browser onthoudt de lijst niet.")).to_be_hidden()


def test_the_link_to_the_list_gives_it_to_a_colleague(browser: Browser, online: str) -> None:
    """Another reader sees the same list, and has it from then on; the address bar is clean again."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{online}meenemen.html{CHOSEN}")
    page.get_by_role("button", name="Kopieer de link naar uw lijst").click()
    expect(page.get_by_text("De link is gekopieerd.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{online}meenemen.html#lijst=beleid/capaciteit,symbolenbank-nctv,pga/integrale-aanpak"
    context.close()
    other = browser.new_context()
    page = other.new_page()
    page.goto(link.replace("/capaciteit,", "%2Fcapaciteit%2C"))  # as some mail programs make of it
    assert listed(page) == ["Capaciteit", "Symbolenbank NCTV", "Integrale aanpak"]
    assert page.url == f"{online}meenemen.html"
    page.goto(f"{online}beleid/capaciteit.html")
    expect(toggle(page, "Capaciteit")).to_have_attribute("aria-pressed", "true")
    other.close()


def test_a_link_takes_nothing_from_a_list_of_ones_own(page: Page, online: str) -> None:
    """What the link names is added, the line says so, and one button undoes it."""
    page.goto(f"{online}meenemen.html#lijst=beleid/capaciteit")
    page.goto(f"{online}over.html")
    page.goto(f"{online}meenemen.html{CHOSEN}")
    expect(status(page)).to_have_text("Toegevoegd uit de link: 2. Op uw lijst: 3.")
    assert listed(page) == ["Capaciteit", "Symbolenbank NCTV", "Integrale aanpak"]
    page.get_by_role("button", name="Zet terug").click()
    assert listed(page) == ["Capaciteit"]


def test_what_is_gone_is_left_out_once(page: Page, online: str) -> None:
    """An instrument or topic that was withdrawn, or nonsense in the address: told at once, and not again."""
    page.goto(f"{online}meenemen.html#lijst=beleid/capaciteit,oud-instrument,<b>,beleid/oud")
    expect(status(page)).to_have_text("Bestaat niet meer en is weggehaald: 3. Op uw lijst: 1.")
    page.reload()
    expect(status(page)).to_have_text("Op uw lijst: 1.")
    assert listed(page) == ["Capaciteit"]


def test_without_storage_the_link_carries_the_choice(page: Page, address: str) -> None:
    """A browser that keeps nothing: the way to the list takes the choice along, and the address keeps it."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(NO_STORAGE)
    page.goto(f"{address}instrumenten.html")
    toggle(page, "Symbolenbank NCTV").click()
    toggle(page, "Serious game voor docenten").click()
    page.get_by_role("link", name="Uw lijst (2)").click()
    expect(status(page)).to_have_text("Op uw lijst: 2.")
    expect(page.get_by_text("Deze browser onthoudt de lijst niet.")).to_be_visible()
    assert listed(page) == ["Symbolenbank NCTV", "Serious game voor docenten"]
    page.get_by_role("button", name="Haal weg Symbolenbank NCTV").click()
    assert listed(page) == ["Serious game voor docenten"]
    page.reload()
    assert listed(page) == ["Serious game voor docenten"]
    assert errors == []


def test_a_full_storage_does_not_stop_a_choice(page: Page, online: str) -> None:
    """A browser that reads but does not write: the choice holds on the page and goes along to the list."""
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }")
    page.goto(f"{online}instrumenten.html")
    toggle(page, "Symbolenbank NCTV").click()
    toggle(page, "Serious game voor docenten").click()
    toggle(page, "Symbolenbank NCTV").click()
    page.get_by_role("link", name="Uw lijst (1)").click()
    expect(status(page)).to_have_text("Op uw lijst: 1.")
    assert listed(page) == ["Serious game voor docenten"]


def test_two_tabs_tell_the_same(page: Page, online: str) -> None:
    """What is chosen in one tab shows in the other, and one tab does not undo the other."""
    page.goto(f"{online}meenemen.html")
    other = page.context.new_page()
    other.goto(f"{online}beleid/capaciteit.html")
    toggle(other, "Capaciteit").click()
    expect(status(page)).to_have_text("Op uw lijst: 1.")
    page.get_by_role("button", name="Wis de lijst").click()
    expect(toggle(other, "Capaciteit")).to_have_attribute("aria-pressed", "false")


def test_going_back_shows_what_the_list_did(page: Page, online: str) -> None:
    """Taken off on the list, then back: the button no longer says that it is on the list."""
    page.goto(f"{online}beleid/capaciteit.html")
    toggle(page, "Capaciteit").click()
    page.get_by_role("link", name="Uw lijst (1)").click()
    page.get_by_role("button", name="Haal weg Capaciteit").click()
    page.go_back()
    expect(toggle(page, "Capaciteit")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#pagina-uwlijst")).to_be_hidden()


def test_two_sites_on_one_server_keep_their_own_list(
    page: Page, klein: Path, tmp_path: Path, serve: Callable[[Path], str]
) -> None:
    """Another handreiking on the same host neither sees nor wipes the choice."""
    made = make(klein, tmp_path / "sites" / "een")
    shutil.copytree(made.folder, tmp_path / "sites" / "twee")
    root = serve(tmp_path / "sites")
    page.goto(f"{root}een/groen/bomen.html")
    toggle(page, "Hittekaart & toelichting").click()
    page.goto(f"{root}twee/meenemen.html")
    expect(status(page)).to_have_text("Uw lijst is leeg.")
    page.goto(f"{root}een/meenemen.html")
    assert listed(page) == ["Hittekaart & toelichting"]
    page.goto(f"{root}een/instrumenten.html#filter?thema=groen")
    expect(toggle(page, "Hittekaart & toelichting")).to_have_attribute("aria-pressed", "true")


def test_the_address_of_a_topic_is_that_of_the_site(page: Page, klein: Path, tmp_path: Path) -> None:
    """Where the site will stand is known: a topic's address on paper is whole, without a script too."""
    made = make(klein, tmp_path / "site", SITE_URL="https://wijk.example.org/h/")
    (place,) = made.tree("meenemen.md").xpath("//*[@data-mee='groen/bomen']")
    assert "https://wijk.example.org/h/groen/bomen.html" in visible_text(place)
    page.goto(f"{made.folder.as_uri()}/meenemen.html#lijst=groen/bomen")
    expect(page.locator("[data-mee]:visible .adres")).to_have_text("https://wijk.example.org/h/groen/bomen.html")


def test_the_address_of_a_topic_is_where_the_reader_found_it(page: Page, online: str) -> None:
    """Where the site will stand is not known: on a server the script fills it in."""
    page.goto(f"{online}meenemen.html#lijst=beleid/capaciteit")
    expect(page.locator("[data-mee]:visible .adres")).to_have_text(f"{online}beleid/capaciteit.html")


def test_it_prints_what_a_meeting_needs(page: Page, online: str) -> None:
    """On paper: the meeting, what was chosen with address and access, room to write, and no button; in two pages."""
    page.goto(f"{online}meenemen.html{CHOSEN}")
    page.get_by_label("Overleg").fill("Driehoek")
    page.get_by_label("Datum").fill("12 januari")
    page.emulate_media(media="print")
    assert listed(page) == ["Capaciteit", "Symbolenbank NCTV", "Integrale aanpak"]
    for text in ("https://symbolenbank.nl/", "inloggen", "Lees op de site van de VAR", "Notities"):
        expect(page.get_by_text(text).locator("visible=true").first).to_be_visible()
    assert page.locator("#pagina-meenemen button:visible").count() == 0
    expect(page.get_by_label("Overleg")).to_be_visible()
    lines = page.evaluate("[...document.querySelectorAll('.notities hr')].map(e => e.getBoundingClientRect().height)")
    assert len(lines) == 6
    assert all(height > 30 for height in lines)
    after = page.evaluate("getComputedStyle(document.querySelector('.meenemen .titel .extern'), '::after').content")
    assert after == "none"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.pdf(format="A4").count(b"/Type /Page\n") in (1, 2)


def test_the_button_prints(page: Page, online: str) -> None:
    """The button asks the browser to print."""
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; }")
    page.goto(f"{online}meenemen.html{CHOSEN}")
    page.get_by_role("button", name="Druk de lijst af").click()
    assert page.evaluate("printed") == 1


def test_it_works_by_keyboard_alone(page: Page, online: str) -> None:
    """Space takes along and focus stays; what has focus is never behind the way to the list."""
    page.goto(f"{online}beleid/visie-en-strategie.html")
    toggle(page, "Integrale visie en strategie").focus()
    page.keyboard.press("Space")
    expect(toggle(page, "Integrale visie en strategie")).to_be_focused()
    expect(page.get_by_role("link", name="Uw lijst (1)")).to_be_visible()
    behind = []
    for _ in range(page.locator("a[href]:visible, button:visible").count()):
        page.keyboard.press("Tab")
        behind += page.evaluate(
            """() => { const r = document.activeElement.getBoundingClientRect();
                const at = document.elementFromPoint(r.left + Math.min(r.width, 4) / 2, r.top + r.height / 2);
                return document.activeElement.contains(at) ? [] : [document.activeElement.textContent]; }"""
        )
        if page.evaluate("document.activeElement.id === 'pagina-uwlijst'"):
            break
    assert behind == []
    expect(page.get_by_role("link", name="Uw lijst (1)")).to_be_focused()
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("Op uw lijst: 1.")


def test_who_listens_hears_how_many(page: Page, online: str) -> None:
    """The number on the list stands in a part of the page that is read out when it changes."""
    page.goto(f"{online}beleid/capaciteit.html")
    live = page.locator(".uwlijst")
    expect(live).to_have_attribute("role", "status")
    expect(live).to_be_attached()
    toggle(page, "Capaciteit").click()
    expect(live).to_have_text("Uw lijst (1)")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["meenemen.html", "beleid/visie-en-strategie.html", "instrumenten.html"])
def test_axe_finds_nothing(page: Page, online: str, width: int, path: str) -> None:
    """No violation of WCAG 2.2 AA or of best practice with a list of three, where it is chosen and where it stands."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(
        f"{online}meenemen.html#lijst=beleid/visie-en-strategie,symbolenbank-nctv,uitgangspunten-voor-een-duurzame-aanpak"
    )
    if path != "meenemen.html":
        page.goto(online + path)
    for scheme in schemes(page):
        assert (scheme, violations(page)) == (scheme, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.evaluate(
            """() => [...document.querySelectorAll('.neemmee, .knop, .uwlijst a')].filter(e => e.checkVisibility())
                .map(e => [e.textContent, e.getBoundingClientRect()])
                .filter(([, r]) => r.height < 24 || r.width < 24)"""
        )
        assert small == []


def test_it_works_under_a_strict_policy_and_sends_nothing(page: Page, online: str) -> None:
    """No inline script or style; no request names what was chosen, and one thing is kept."""
    errors: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    page.goto(f"{online}instrumenten.html")
    toggle(page, "Symbolenbank NCTV").click()
    page.get_by_role("link", name="Uw lijst (1)").click()
    expect(status(page)).to_have_text("Op uw lijst: 1.")
    assert errors == []
    assert [url for url in asked if "symbolenbank" in url or "?" in url.replace("?v=", "")] == []
    assert page.evaluate("Object.entries(localStorage)") == [["meenemen /", "symbolenbank-nctv"]]
    assert page.evaluate("[sessionStorage.length, document.cookie]") == [0, ""]
