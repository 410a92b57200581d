"""Finding an instrument in a real Chromium: filters, words and order, from a server and from a folder."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.site.axe import schemes, violations
from tests.site.conftest import ROOT, Site, make

pytestmark = [pytest.mark.site, pytest.mark.browser]

SHOWN = """() => [...document.querySelectorAll('.overzicht > .instrument')]
    .filter(e => e.checkVisibility()).map(e => e.id)"""
TOOLS: list[dict[str, Any]] = yaml.safe_load((ROOT / "data" / "tools.yaml").read_text(encoding="utf-8"))
NAMES = {
    uitgever["id"]: uitgever["naam"]
    for uitgever in yaml.safe_load((ROOT / "data" / "uitgevers.yaml").read_text(encoding="utf-8"))
}


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, edition: Site, serve: Callable[[Path], str]) -> str:
    """The page of all instruments of the edition, from a server and from a folder."""
    root = serve(edition.folder) if request.param == "http" else f"{edition.folder.as_uri()}/"
    return f"{root}instrumenten.html"


@pytest.fixture
def online(edition: Site, serve: Callable[[Path], str]) -> str:
    """The page of all instruments of the edition, from a server."""
    return f"{serve(edition.folder)}instrumenten.html"


def values(tool: dict[str, Any], facet: str) -> set[str]:
    """Return what an instrument is filed under, from the data."""
    if facet == "thema":
        return {name.partition("/")[0] for name in tool["onderwerpen"]}
    return set(tool["onderwerpen"]) if facet == "onderwerp" else {tool[facet]}


def wanted(**chosen: set[str]) -> set[str]:
    """Return the ids of the instruments that have, of each facet chosen, one of the values."""
    return {t["id"] for t in TOOLS if all(values(t, facet) & any_of for facet, any_of in chosen.items())}


def shown(page: Page) -> set[str]:
    """Return the ids of the instruments that can be seen."""
    found = page.evaluate(SHOWN)
    assert len(found) == len(set(found))
    return set(found)


def in_order(page: Page) -> list[str]:
    """Return the ids of the instruments that can be seen, as they stand."""
    found: list[str] = page.evaluate(SHOWN)
    return found


def counts(page: Page, facet: str) -> dict[str, int]:
    """Return the count that stands behind each value of a facet."""
    texts = page.evaluate(
        """facet => [...document.querySelectorAll('[data-telt^="' + facet + ' "]')]
            .map(e => [e.dataset.telt.split(' ')[1], e.textContent])""",
        facet,
    )
    return {value: int(re.findall(r"\((\d+)\)$", text)[0]) for value, text in texts}


def visit(page: Page, address: str | None = None) -> None:
    """Go to an address, or load the page again, and open what waits behind "Filters en volgorde"."""
    if address:
        page.goto(address)
    else:
        page.reload()
    page.locator("#pagina-filter details").evaluate("e => { e.open = true }")


def status(page: Page) -> Any:
    """Return the line that tells how many there are."""
    return page.locator("#pagina-uitslag > [role=status]")


def test_each_value_shows_its_own_instruments_and_told_how_many(page: Page, address: str) -> None:
    """For every value of every facet: the count behind it, and the list after choosing it, are those of the data."""
    visit(page, address)
    expect(status(page)).to_have_text("40 instrumenten")
    looked_at = 0
    for facet in ("thema", "onderwerp", "soort", "toegang", "uitgever"):
        for value, count in counts(page, facet).items():
            box = page.locator(f"#pagina-filter input[name={facet}][value='{value}']")
            choice = page.locator(f"#pagina-filter select[name={facet}]")
            if box.count():
                box.check()
            else:
                choice.select_option(value)
            assert (facet, value, shown(page), count) == (facet, value, wanted(**{facet: {value}}), len(shown(page)))
            if box.count():
                box.uncheck()
            else:
                choice.select_option("")
            looked_at += 1
    assert looked_at == sum(
        len({value for tool in TOOLS for value in values(tool, facet)})
        for facet in ("thema", "onderwerp", "soort", "toegang", "uitgever")
    )
    assert len(shown(page)) == 40


def test_counts_follow_the_other_facets(page: Page, online: str) -> None:
    """Two themes and an access: a facet counts what the others leave, and its own choice does not narrow it."""
    visit(page, online)
    page.get_by_label("Beleid en organisatie").check()
    page.get_by_label("Weerbaarheid en preventie").check()
    page.get_by_label("openbaar").check()
    themes, access = {"beleid", "preventie"}, {"openbaar"}
    assert shown(page) == wanted(thema=themes, toegang=access)
    for facet in ("onderwerp", "soort", "uitgever"):
        expected = {v: len(wanted(thema=themes, toegang=access, **{facet: {v}})) for v in counts(page, facet)}
        assert counts(page, facet) == expected
    assert counts(page, "thema") == {v: len(wanted(toegang=access, thema={v})) for v in counts(page, "thema")}
    assert counts(page, "toegang") == {v: len(wanted(thema=themes, toegang={v})) for v in counts(page, "toegang")}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("symbolenbank", "symbolenbank-nctv"),
        ("SYMBOLEN", "symbolenbank-nctv"),
        ("nationaal coordinator", "symbolenbank-nctv"),
        ("kaart problematiek", "factsheet-radicalisering"),
        ("preventieve radicalisering", "toolkit-evidence-based-werken-bij-preventie-van-radicalisering"),
        ("trainingen", "training-van-de-behr-groep"),
        ("leraren", "serious-game-voor-docenten"),
    ],
)
def test_words_are_found_wherever_they_stand(page: Page, online: str, typed: str, found: str) -> None:
    """In title, description, publisher in full, another title or topic; any order, any case, without accents.

    Another form of a word and another word for it count as they do in the site's own search.
    """
    visit(page, online)
    before = shown(page)
    page.get_by_label("Zoek in de instrumenten").fill(typed)
    expect(status(page)).to_have_text(re.compile(r"^\d+ van 40 instrumenten$"))
    assert found in shown(page)
    assert shown(page) < before


def test_singular_and_plural_find_the_same(page: Page, address: str) -> None:
    """A reader need not guess how the list has it."""
    visit(page, address)
    found = []
    for typed in ("training", "trainingen"):
        page.get_by_label("Zoek in de instrumenten").fill(typed)
        page.wait_for_timeout(1000)  # longer than the page waits before it filters, and the words are there
        found.append(shown(page))
    assert found[0] == found[1]


def test_what_only_looks_like_it_says_so(page: Page, online: str) -> None:
    """Where no instrument has what was typed, those that look like it are no plain result."""
    visit(page, online)
    page.get_by_label("Zoek in de instrumenten").fill("symbolenbnak")
    expect(status(page)).to_have_text("1 van 40 instrumenten, die erop lijken")
    assert shown(page) == {"symbolenbank-nctv"}


def test_without_the_words_of_search_the_filter_reads_letters(page: Page, online: str) -> None:
    """Where the files of search do not come, what literally stands there is found."""
    page.route("**/zoekgegevens.js?*", lambda route: route.abort())
    visit(page, online)
    page.get_by_label("Zoek in de instrumenten").fill("symbolenb")
    expect(status(page)).to_have_text("1 van 40 instrumenten")


def test_what_is_typed_stands_nowhere(page: Page, address: str) -> None:
    """Not in the address, not in a step back, not in a store; a choice from a list does, and a link one copies."""
    visit(page, address)
    steps = page.evaluate("history.length")
    page.get_by_label("Zoek in de instrumenten").press_sequentially("symbolen", delay=30)
    expect(status(page)).to_have_text("1 van 40 instrumenten")
    assert (page.url, page.evaluate("history.length")) == (address, steps)
    page.get_by_label("Soort", exact=True).select_option("kennisbank")
    page.wait_for_url("**#filter?soort=kennisbank")
    kept = "[history.state, {...localStorage}, {...sessionStorage}, document.cookie, window.name]"
    assert "symbolen" not in str(page.evaluate(kept))
    copied = page.locator("#pagina-uitslag [data-kopieer]").get_attribute("data-kopieer")
    assert copied == "#filter?tekst=symbolen&soort=kennisbank"
    assert page.locator("#pagina-filter").get_attribute("autocomplete") == "off"


def test_words_in_a_link_leave_the_address(page: Page, address: str) -> None:
    """Who opens a mailed link with words in it has them in the field, and not in the address for the next to read."""
    visit(page, f"{address}#filter?soort=kennisbank&tekst=symbolen")
    assert page.get_by_label("Zoek in de instrumenten").input_value() == "symbolen"
    assert page.url == f"{address}#filter?soort=kennisbank"


def test_the_list_can_be_mailed(page: Page, address: str) -> None:
    """The link to copy holds the whole choice: opened elsewhere it gives the same list, order and form."""
    visit(page, address)
    page.get_by_label("Persoonsgerichte aanpak").check()
    page.get_by_label("Deskundigheidsbevordering").check()
    page.get_by_label("Soort", exact=True).select_option("document")
    page.get_by_label("Volgorde").select_option("titel")
    page.get_by_label("Zoek in de instrumenten").fill("ráád & <b>")
    link = page.locator("#pagina-uitslag [data-kopieer]")
    expect(link).to_have_attribute("data-kopieer", re.compile("tekst="))
    page.get_by_label("Zoek in de instrumenten").fill("een")
    expect(link).to_have_attribute("data-kopieer", re.compile("tekst=een"))
    before = in_order(page)
    assert before
    assert set(before) < wanted(thema={"pga", "deskundigheid"}, soort={"document"})
    other = page.context.new_page()
    visit(other, f"{address}{link.get_attribute('data-kopieer')}")
    assert in_order(other) == before
    assert other.get_by_label("Zoek in de instrumenten").input_value() == "een"
    assert other.get_by_label("Soort", exact=True).input_value() == "document"
    assert other.get_by_label("Deskundigheidsbevordering").is_checked()
    assert not other.get_by_label("Beleid en organisatie").is_checked()


def test_back_and_forward_step_through_the_choices(page: Page, address: str) -> None:
    """Each choice is a step back; what is typed is none, and stays."""
    visit(page, address)
    page.get_by_label("Beleid en organisatie").check()
    page.get_by_label("Soort", exact=True).select_option("document")
    page.get_by_label("Zoek in de instrumenten").press_sequentially("rol", delay=50)
    expect(page.get_by_role("button", name="Haal filter weg: “rol”")).to_be_visible()
    last = shown(page)
    page.go_back()
    assert page.get_by_label("Zoek in de instrumenten").input_value() == "rol"
    assert last <= shown(page) < wanted(thema={"beleid"})
    page.go_back()
    assert page.url == address
    page.go_forward()
    page.go_forward()
    assert shown(page) == last


def test_an_anchor_of_an_instrument_always_leads_there(page: Page, address: str) -> None:
    """From elsewhere, and from a list that leaves it out, the instrument comes into view and no filter is left."""
    visit(page, f"{address}#symbolenbank-nctv")
    place = page.locator("#symbolenbank-nctv")
    expect(place).to_be_in_viewport()
    page.get_by_label("Soort", exact=True).select_option("game")
    expect(place).to_be_hidden()
    page.evaluate("location.hash = '#symbolenbank-nctv'")
    expect(place).to_be_in_viewport()
    assert len(shown(page)) == 40
    assert page.get_by_label("Soort", exact=True).input_value() == ""
    page.go_back()
    expect(place).to_be_hidden()


def test_an_anchor_of_the_page_leaves_the_list(page: Page, online: str) -> None:
    """Who skips to the content keeps what was chosen."""
    visit(page, online)
    page.get_by_label("Soort", exact=True).select_option("game")
    page.get_by_role("link", name="Naar de inhoud").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#pagina-inhoud")
    assert shown(page) == wanted(soort={"game"})


def test_the_list_can_be_put_in_order(page: Page, address: str) -> None:
    """By title, by publisher, the newest first, and by kind again as the page came."""
    visit(page, address)
    by_kind = in_order(page)
    titles = {tool["id"]: tool["titel"] for tool in TOOLS}
    order = page.get_by_label("Volgorde")
    order.select_option("titel")
    assert [titles[name] for name in in_order(page)] == sorted(titles.values(), key=str.casefold)
    assert page.get_by_role("heading", level=2, name="Op titel").is_visible()
    assert not page.get_by_role("heading", level=2, name="Documenten").is_visible()
    assert page.locator("#symbolenbank-nctv").get_by_text("kennisbank", exact=True).is_visible()
    order.select_option("uitgever")
    publishers = {tool["id"]: NAMES[tool["uitgever"]] for tool in TOOLS}
    found = [publishers[name] for name in in_order(page)]
    assert found == sorted(found, key=str.casefold)
    order.select_option("")
    assert in_order(page) == by_kind
    assert page.get_by_role("heading", level=2, name="Documenten").is_visible()


def test_the_newest_come_first(page: Page, klein: Path, tmp_path: Path) -> None:
    """In the order of the day on which they were added, those of one day by title."""
    tools = klein / "data" / "tools.yaml"
    text = tools.read_text(encoding="utf-8")
    extra = text.partition("- id: regenboek")[0]
    for name, title, day in (("b", "Bomen", "2025-03-04"), ("a", "Aarde", "2025-03-04"), ("c", "Aarde", "2025-03-05")):
        text += (
            extra.replace("hittekaart", name)
            .replace("Hittekaart & toelichting", title)
            .replace("?laag", f"?{name}")
            .replace("2025-03-03", day)
        )
    tools.write_text(text, encoding="utf-8")
    made = make(klein, tmp_path / "site")
    visit(page, f"{made.folder.as_uri()}/instrumenten.html#filter?volgorde=nieuw")
    assert in_order(page) == ["c", "a", "b", "regenboek", "hittekaart"]


def test_nothing_found_says_which_filter_to_drop(page: Page, address: str) -> None:
    """The line names the filter that gives most when it goes; its button does that, and another wipes all."""
    visit(page, f"{address}#filter?thema=beleid&soort=game&toegang=openbaar")
    assert shown(page) == set()
    without = {
        "Beleid en organisatie": len(wanted(soort={"game"}, toegang={"openbaar"})),
        "Game": len(wanted(thema={"beleid"}, toegang={"openbaar"})),
        "openbaar": len(wanted(thema={"beleid"}, soort={"game"})),
    }
    best = max(without, key=lambda name: without[name])
    expect(status(page)).to_have_text(f"Niets gevonden. Haal het filter {best} weg, dan ziet u er {without[best]}.")
    buttons = page.locator(".gekozen button:visible").all_text_contents()
    assert buttons == [*(f"Haal filter weg: {name}" for name in without), "Wis alles"]
    page.get_by_role("button", name=f"Haal filter weg: {best}").click()
    assert len(shown(page)) == without[best]
    expect(status(page)).to_be_focused()
    page.get_by_role("button", name="Wis alles").click()
    assert len(shown(page)) == 40
    expect(page.get_by_role("button", name="Wis alles")).to_be_hidden()
    assert page.url == address


def test_nothing_found_twice_over_says_so(page: Page, online: str) -> None:
    """Where no single filter is to blame, the line does not name one."""
    visit(page, f"{online}#filter?soort=game&tekst=xqzw")
    expect(status(page)).to_have_text("Niets gevonden. Haal het filter “xqzw” weg, dan ziet u er 1.")
    page.goto("about:blank")
    visit(page, f"{online}#filter?soort=game&uitgever=vng&tekst=xqzw")
    expect(status(page)).to_have_text("Niets gevonden. Haal meer dan één filter weg.")


def test_who_listens_hears_the_number_once(page: Page, online: str) -> None:
    """A word of six letters is told once, when the typing has stopped."""
    visit(page, online)
    expect(status(page)).to_have_text("40 instrumenten")
    page.evaluate(
        """() => { window.heard = []; const line = document.querySelector('#pagina-uitslag > [role=status]');
            new MutationObserver(() => heard.push(line.textContent)).observe(line, {childList: true}); }"""
    )
    page.get_by_label("Zoek in de instrumenten").press_sequentially("symbol", delay=30)
    expect(status(page)).to_have_text("1 van 40 instrumenten")
    assert page.evaluate("heard") == ["1 van 40 instrumenten"]
    assert status(page).get_attribute("role") == "status"


def test_it_works_by_keyboard_alone(page: Page, online: str) -> None:
    """Tab to the field, type, tab on to a theme and space, and to a list and a letter; focus stays on what is used."""
    visit(page, online)
    page.get_by_label("Zoek in de instrumenten").focus()
    page.keyboard.type("aanpak")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_label("Beleid en organisatie")).to_be_checked()
    expect(page.get_by_label("Beleid en organisatie")).to_be_focused()
    for _ in range(8):
        page.keyboard.press("Tab")
    expect(page.get_by_label("Soort", exact=True)).to_be_focused()
    page.keyboard.type("Doc")
    expect(page.get_by_label("Soort", exact=True)).to_have_value("document")
    assert shown(page) == {
        name for name in wanted(thema={"beleid"}, soort={"document"}) if name in matching(page, "aanpak")
    }
    assert shown(page)


def matching(page: Page, word: str) -> set[str]:
    """Return the ids of the instruments whose text holds a word, without what is folded away."""
    return set(
        page.evaluate(
            """word => [...document.querySelectorAll('.overzicht > .instrument')]
                .filter(e => [...e.querySelectorAll('.titel, .zin, summary, .waar')]
                    .some(c => c.textContent.toLowerCase().includes(word))).map(e => e.id)""",
            word,
        )
    )


def test_the_link_is_copied(page: Page, online: str) -> None:
    """The button puts the address of the filtered list on the clipboard, also after a jump to another anchor."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, online)
    page.get_by_label("Soort", exact=True).select_option("game")
    page.evaluate("location.hash = '#pagina-inhoud'")
    page.get_by_role("button", name="Kopieer de link naar deze lijst").click()
    expect(page.get_by_text("De link is gekopieerd.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{online}#filter?soort=game"


def test_without_a_clipboard_the_link_is_shown(page: Page, online: str) -> None:
    """Where the browser may not copy, the address stands in a field, selected."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    visit(page, f"{online}#filter?soort=game")
    page.get_by_role("button", name="Kopieer de link naar deze lijst").click()
    field = page.get_by_label("Om zelf te kopiëren")
    expect(field).to_have_value(f"{online}#filter?soort=game")
    expect(field).to_be_focused()
    assert page.evaluate("document.activeElement.selectionEnd - document.activeElement.selectionStart") == len(
        f"{online}#filter?soort=game"
    )


def test_a_folder_that_knows_its_site_gives_the_address_there(page: Page, klein: Path, tmp_path: Path) -> None:
    """An address on one's own disk is no use to another: the copied link is that of the site, if it is known."""
    made = make(klein, tmp_path / "site", SITE_URL="https://wijk.example.org/h/")
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    visit(page, f"{made.folder.as_uri()}/instrumenten.html#filter?soort=boek")
    page.get_by_role("button", name="Kopieer de link naar deze lijst").click()
    field = page.get_by_label("Om zelf te kopiëren")
    expect(field).to_have_value("https://wijk.example.org/h/instrumenten.html#filter?soort=boek")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("state", ["", "#filter?thema=beleid&thema=pga&tekst=rol&volgorde=titel", "#filter?tekst=xqzw"])
def test_axe_finds_nothing(page: Page, online: str, width: int, state: str) -> None:
    """No violation of WCAG 2.2 AA or of best practice with the filters open, and nothing sticks out or is too small."""
    page.clock.install()
    page.set_viewport_size({"width": width, "height": 800})
    visit(page, online + state)
    page.locator("#pagina-filter details").evaluate("e => { e.open = true }")
    page.clock.run_for(1000)  # of the page's own clock: longer than it waits before it tells how many there are
    expect(status(page)).not_to_be_empty()
    for scheme in schemes(page):
        assert (scheme, violations(page)) == (scheme, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.evaluate(
            """() => [...document.querySelectorAll('.filter button, .filter label, .filter summary, .neemmee')]
                .filter(e => e.checkVisibility() && !e.htmlFor).map(e => [e.textContent, e.getBoundingClientRect()])
                .filter(([, r]) => r.height < 24 || r.width < 24)"""
        )
        assert small == []


def test_the_first_instrument_is_in_sight_and_the_filters_wait_behind_a_line(page: Page, online: str) -> None:
    """On a desk and on a phone one sees an instrument at once; the filters open at a touch, and the count stays."""
    for width, height in ((1280, 800), (375, 740)):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(online)
        expect(status(page)).not_to_be_empty()
        expect(page.locator(".overzicht > .instrument .titel").first).to_be_in_viewport(ratio=1)
        expect(page.get_by_label("Uitgever")).to_be_hidden()
        page.mouse.wheel(0, 3000)
        expect(status(page)).to_be_in_viewport()
        page.mouse.wheel(0, -3000)
        page.get_by_text("Filters en volgorde").click()
        expect(page.get_by_label("Uitgever")).to_be_visible()


def test_a_row_is_short_and_opens_to_the_rest(page: Page, online: str) -> None:
    """On a desk a row takes about 100 px; one control shows its topics, what was looked at, and where to report."""
    page.goto(online)
    heights = page.evaluate("() => [...document.querySelectorAll('.overzicht > .instrument')].map(e => e.offsetHeight)")
    assert sum(heights) / len(heights) <= 110
    row = page.locator("#symbolenbank-nctv")
    assert row.locator("summary").count() == 1
    assert not row.get_by_text("Klopt er iets niet?").is_visible()
    row.locator("summary").click()
    assert row.get_by_text("Klopt er iets niet?").is_visible()
    assert row.get_by_role("list", name="Hoort bij").is_visible()


def test_what_is_unknown_in_an_address_does_no_harm(page: Page, online: str) -> None:
    """Values that are gone are left out; what someone put in as text comes out as text."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    visit(page, f"{online}#filter?thema=weg&soort=oud&volgorde=constructor&uitgever=__proto__&x=y")
    assert len(shown(page)) == 40
    page.goto("about:blank")
    visit(page, f"{online}#filter?tekst=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%25&soort=%E0%A4%A")
    expect(page.get_by_role("button", name="Haal filter weg: “<img src=x onerror=alert(1)>%”")).to_be_visible()
    assert page.locator("#pagina-uitslag .gekozen img").count() == 0
    assert errors == []


def test_without_javascript_all_instruments_are_there(browser: Browser, online: str) -> None:
    """By kind, with the short ways to each kind, and no control that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{online}#filter?soort=game")
    assert page.locator(".overzicht > .instrument:visible").count() == 40
    assert page.get_by_role("navigation", name="Soorten instrumenten").is_visible()
    assert page.locator("main").get_by_role("button").count() == 0
    assert not page.locator("#pagina-filter").is_visible()
    context.close()


def test_it_works_under_a_strict_policy_and_sends_nothing(page: Page, online: str) -> None:
    """No inline script or style; what was chosen is in no request and in no storage."""
    errors: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    visit(page, online)
    page.get_by_label("Soort", exact=True).select_option("game")
    page.get_by_label("Volgorde").select_option("nieuw")
    visit(page)
    assert shown(page) == wanted(soort={"game"})
    assert errors == []
    assert [url for url in asked if "game" in url or "?" in url.replace("?v=", "").partition("#")[0]] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_another_handreiking_has_its_own_filters(page: Page, klein: Path, tmp_path: Path) -> None:
    """Two themes, two kinds, two publishers; without a page for it there is no list to take along."""
    (klein / "content" / "meenemen.md").unlink()
    made = make(klein, tmp_path / "site")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    visit(page, f"{made.folder.as_uri()}/instrumenten.html")
    assert counts(page, "thema") == {"groen": 2, "water": 1}
    assert counts(page, "soort") == {"kaart": 1, "boek": 1}
    page.get_by_label("Water").check()
    assert in_order(page) == ["regenboek"]
    assert counts(page, "uitgever") == {"knmi": 0, "waterdijk": 1}
    assert page.get_by_text("Neem mee").count() == 0
    assert errors == []


def test_a_thousand_instruments_are_filtered_and_ordered(page: Page, klein: Path, tmp_path: Path) -> None:
    """The list is right at its largest: counts, a word, an order, and all of it back."""
    tools = klein / "data" / "tools.yaml"
    first = tools.read_text(encoding="utf-8").partition("- id: regenboek")[0]
    tools.write_text(
        "".join(
            first.replace("hittekaart", f"kaart-{number}")
            .replace("Hittekaart & toelichting", f"Kaart {number:04}")
            .replace("?laag", f"?nummer={number}&laag")
            .replace("[groen/bomen]", "[water/regen]" if number % 3 else "[groen/bomen, water/regen]")
            for number in range(1000)
        ),
        encoding="utf-8",
    )
    made = make(klein, tmp_path / "site")
    visit(page, f"{made.folder.as_uri()}/instrumenten.html")
    assert counts(page, "thema") == {"groen": 334, "water": 1000}
    page.get_by_label("Groen").check()
    page.get_by_label("Volgorde").select_option("titel")
    assert in_order(page) == [f"kaart-{number}" for number in range(0, 1000, 3)]
    page.get_by_label("Zoek in de instrumenten").fill("kaart 0999")
    expect(status(page)).to_have_text("1 van 1000 instrumenten")
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_label("Volgorde").select_option("")
    assert in_order(page) == [f"kaart-{number}" for number in range(1000)]
