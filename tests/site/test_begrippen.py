"""What opens at a marked term or abbreviation, and the citation of a definition, in a real Chromium."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser, Locator, Page, expect

from handreiking.site.omgeving import SJABLONEN
from tests.site.axe import schemes, violations
from tests.site.conftest import Site, make, visible_text

pytestmark = [pytest.mark.site, pytest.mark.browser]

PAGINA = "pga/multidisciplinaire-aanpak.html"
MET_AFKORTING = "beleid/problematiek-in-kaart.html"
KNMI = "Koninklijk Nederlands Meteorologisch Instituut"
LANG = 1000  # milliseconds of the page's own clock: longer than it waits for anything


@pytest.fixture(scope="module")
def address(edition: Site, serve: Callable[[Path], str]) -> str:
    """Where the edition is served."""
    return serve(edition.folder)


@pytest.fixture
def topic(page: Page, address: str) -> Page:
    """A topic with several terms, on a clock that stands still until a test lets it run."""
    page.clock.install(time=0)
    page.goto(address + PAGINA)
    page.clock.pause_at(10**6)  # an installed clock runs on by itself
    return page


@pytest.fixture
def touch(browser: Browser, address: str) -> Iterator[Page]:
    """The same topic on a telephone."""
    context = browser.new_context(viewport={"width": 375, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + PAGINA)
    yield page
    context.close()


def word(page: Page, name: str) -> Locator:
    """Return the marked word of a term, or of an abbreviation (`afkorting-om`)."""
    return page.locator(f"main a:is(.begrip, .afkorting)[href$='#{name}']:not([role=group] a)")


def card(page: Page, name: str) -> Locator:
    """Return what explains it."""
    return page.locator(f"#pagina-uitleg-{name}")


def opened(page: Page) -> list[str]:
    """Return the ids of what is open, and hold that the words say the same."""
    ids: list[str] = page.evaluate(
        "[...document.querySelectorAll('main .kaartje')].filter(e => e.checkVisibility()).map(e => e.id)"
    )
    said = "[...document.querySelectorAll('[aria-expanded=true]')].map(e => e.getAttribute('aria-details'))"
    assert page.evaluate(said) == ids
    return [name.removeprefix("pagina-uitleg-") for name in ids]


def focused(page: Page) -> str:
    """Return the text of what has the focus."""
    text: str = page.evaluate("document.activeElement.textContent")
    return text


def test_the_pages_hold_what_explains_their_words(edition: Site) -> None:
    """Each page has one hidden group for each marked word, in order, which leads to the definition, and no others."""
    pages, marks = 0, []
    for path in edition.pages():
        tree: html.HtmlElement = html.document_fromstring(path.read_bytes())
        words = tree.xpath("//main//a[@class='begrip']") + tree.xpath("//main//a[@class='afkorting']")
        groups = tree.xpath("//main/div[@role='group']")
        pages += bool(words)
        marks += [link.get("href").partition("#")[2] for link in words]
        names = [link.get("href").partition("#")[2] for link in words]
        assert [group.get("id") for group in groups] == [f"pagina-uitleg-{name}" for name in names]
        assert all(group.get("hidden") is not None for group in groups)
        leads = [group.xpath("string((.//a)[last()]/@href)") for group in groups]
        assert leads == [link.get("href") for link in words]
        loaded = [name for name in tree.xpath("//script/@src") if "/begrippen.js?" in f"/{name}"]
        assert len(loaded) == bool(words)
    assert pages > 10
    assert {"radicalisering", "weegploeg", "afkorting-avg", "afkorting-om"} <= set(marks)


def test_what_explains_a_word_and_how_it_is_cited(klein: Path, tmp_path: Path) -> None:
    """Its kind, first paragraph, author, source and day, and the way to the rest; the citation has all of it."""
    for path, old, new in (
        ("data/definities.yaml", "tekst: Een toestand", "tekst: |\n    Het is te warm.\n\n    Een toestand"),
        (
            "data/definities.yaml",
            "  bron: weerboek\n  gelezen",
            "  bron: weerboek\n  overgenomen_uit: weerboek\n  gelezen",
        ),
        ("data/afkortingen.yaml", "Instituut", "Instituut\n  uitleg: Voor het weer."),
        ("content/water/regen.md", "Een wadi helpt.", "Een wadi helpt bij hittestress, zegt het KNMI."),
    ):
        text = (klein / path).read_text(encoding="utf-8")
        assert old in text
        (klein / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    site = make(klein, tmp_path / "site", SITE_URL="https://klimaat.example.org/")
    groups = site.tree("water/regen.md").xpath("//main/div[@role='group']")
    said = {}
    for group in groups:
        del group.attrib["hidden"]
        *parts, close = group
        assert (close.tag, visible_text(close)) == ("button", "Sluit de uitleg")
        said[group.get("id")] = [visible_text(part) for part in parts]
    assert said == {
        "pagina-uitleg-wadi": [
            "Wadi",
            "Uitleg, geen officiële definitie",
            "Een lage plek in het groen waar regenwater even blijft staan.",
            "Gebaseerd op: Weerboek (andere site) (voorjaar 2024). Beoordeeld op 2 maart 2025",
            "Bekijk bij Woorden: Wadi",
        ],
        "pagina-uitleg-hittestress": [
            "Hittestress",
            "Officiële definitie",
            "“Het is te warm. […]”",
            f"{KNMI}, Weerboek (andere site) (voorjaar 2024). Overgenomen op 1 maart 2025",
            "Lees verder bij Woorden: Hittestress",
        ],
        "pagina-uitleg-afkorting-knmi": [f"KNMI {KNMI}", "Voor het weer.", "Alle afkortingen"],
    }
    weerboek = "Weerboek (voorjaar 2024), https://weerboek.example.org/begrippen"
    assert [visible_text(text) for text in site.tree("definities.md").xpath("//main//details/p")] == [
        (
            "Hittestress: “Het is te warm. Een toestand waarin het lichaam zijn warmte niet kwijt kan.” – "
            f"{KNMI}, {weerboek} – overgenomen uit {weerboek} op 1 maart 2025."
        ),
        (
            "Wadi: “Een lage plek in het groen waar regenwater even blijft staan.” – Gemeente Waterdijk, Klimaat in de "
            "wijk (stand van 6 maart 2025), https://klimaat.example.org/definities.html#wadi – uitleg, geen officiële "
            "definitie; gebaseerd op Weerboek (voorjaar 2024)."
        ),
    ]


def test_pointing_opens_it_and_leaving_closes_it(topic: Page) -> None:
    """One at a time; a pointer that only passes opens nothing."""
    word(topic, "weegploeg").hover()
    topic.mouse.move(5, 5)
    topic.clock.run_for(LANG)
    assert opened(topic) == []
    word(topic, "weegploeg").hover()
    assert opened(topic) == []
    topic.clock.run_for(LANG)
    assert opened(topic) == ["weegploeg"]
    word(topic, "terrorisme").hover()
    topic.clock.run_for(LANG)
    assert opened(topic) == ["terrorisme"]
    topic.mouse.move(5, 5)
    topic.clock.run_for(LANG)
    assert opened(topic) == []


def test_the_pointer_can_move_onto_it(topic: Page) -> None:
    """It stays while the pointer goes there slowly and rests there, and closes after it has left (WCAG 1.4.13)."""
    word(topic, "weegploeg").hover()
    topic.clock.run_for(LANG)
    box = card(topic, "weegploeg").bounding_box()
    assert box is not None
    topic.mouse.move(box["x"] + 20, box["y"] + box["height"] + 2)
    topic.clock.run_for(200)
    topic.mouse.move(box["x"] + 20, box["y"] + box["height"] - 20)
    topic.clock.run_for(10 * LANG)
    assert opened(topic) == ["weegploeg"]
    topic.mouse.move(box["x"] + box["width"] + 100, box["y"])
    topic.clock.run_for(LANG)
    assert opened(topic) == []


def test_the_keyboard_opens_it_and_goes_through_its_links(topic: Page) -> None:
    """Focus opens it at once, Tab goes to its links and then on, which closes it; the way back leads to each term."""
    word(topic, "radicalisering").focus()
    seen = []
    for key in ("", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab"):
        if key:
            topic.keyboard.press(key)
        topic.clock.run_for(LANG)
        seen.append((focused(topic), opened(topic)))
    assert seen == [
        ("radicalisering", ["radicalisering"]),
        ("Definities gebruikt in het DTN (andere site)", ["radicalisering"]),
        ("Bekijk bij Definities: Radicalisering", ["radicalisering"]),
        ("extremistische", ["extremisme"]),
        ("radicalisering", ["radicalisering"]),
        ("persoonsgerichte aanpak", ["persoonsgerichte-aanpak"]),
    ]


def test_back_from_its_first_link_is_the_term(topic: Page) -> None:
    """Shift and Tab on the first link gives the term, and it stays open."""
    word(topic, "radicalisering").focus()
    topic.keyboard.press("Tab")
    topic.keyboard.press("Shift+Tab")
    assert (focused(topic), opened(topic)) == ("radicalisering", ["radicalisering"])


def test_escape_closes_it_and_leaves_the_focus(topic: Page) -> None:
    """It stays closed until focus comes again; from a link within it focus goes back to the term."""
    word(topic, "radicalisering").focus()
    assert opened(topic) == ["radicalisering"]
    topic.keyboard.press("Escape")
    topic.clock.run_for(LANG)
    assert (focused(topic), opened(topic)) == ("radicalisering", [])
    topic.keyboard.press("Shift+Tab")
    topic.keyboard.press("Tab")
    topic.keyboard.press("Tab")
    assert opened(topic) == ["radicalisering"]
    topic.keyboard.press("Escape")
    assert (focused(topic), opened(topic)) == ("radicalisering", [])


def test_escape_closes_what_a_pointer_opened(topic: Page) -> None:
    """With the focus elsewhere, which does not move; the pointer that rests there does not open it again."""
    word(topic, "weegploeg").hover()
    topic.clock.run_for(LANG)
    before = focused(topic)
    topic.keyboard.press("Escape")
    topic.clock.run_for(LANG)
    assert (focused(topic) == before, opened(topic)) == (True, [])


@pytest.mark.parametrize("how", ["click", "Enter"])
def test_the_term_is_still_a_link(topic: Page, how: str) -> None:
    """A click of the mouse and Enter go to the definition."""
    term = word(topic, "weegploeg")
    if how == "click":
        term.click()
    else:
        term.focus()
        topic.keyboard.press(how)
    topic.wait_for_url("**/definities.html#weegploeg")
    assert topic.locator("#weegploeg").is_visible()


def test_a_button_closes_it(touch: Page) -> None:
    """Who taps has a way to close it that is in sight."""
    word(touch, "radicalisering").tap()
    card(touch, "radicalisering").get_by_role("button", name="Sluit de uitleg").tap()
    assert opened(touch) == []


def test_a_tap_opens_it_and_a_tap_elsewhere_closes_it(touch: Page) -> None:
    """The first tap goes nowhere; a tap on another term opens that one."""
    word(touch, "radicalisering").tap()
    expect(card(touch, "radicalisering")).to_be_visible()
    card(touch, "radicalisering").locator("blockquote").tap()
    assert opened(touch) == ["radicalisering"]
    touch.touchscreen.tap(2, 2)
    assert opened(touch) == []
    word(touch, "weegploeg").tap()
    assert opened(touch) == ["weegploeg"]
    word(touch, "terrorisme").scroll_into_view_if_needed()
    touch.touchscreen.tap(2, 2)
    word(touch, "terrorisme").tap()
    assert opened(touch) == ["terrorisme"]
    assert touch.url.endswith(PAGINA)


def test_a_tap_on_its_link_goes_there(touch: Page) -> None:
    """The link within it leads to the definition."""
    word(touch, "weegploeg").tap()
    card(touch, "weegploeg").get_by_role("link").last.tap()
    touch.wait_for_url("**/definities.html#weegploeg")


def test_a_second_tap_on_the_term_goes_there(touch: Page) -> None:
    """The term is a link all the same."""
    word(touch, "weegploeg").tap()
    word(touch, "weegploeg").tap()
    touch.wait_for_url("**/definities.html#weegploeg")


# Brings each word to the top, the middle and the foot of the window, opens it, and gives what is wrong with its place
# when the window has been drawn.
PLACES = """async () => {
    const looked = [];
    for (const e of document.querySelectorAll('main a:is(.begrip, .afkorting)'))
        for (const block of ['start', 'center', 'end']) {
            e.blur();
            e.scrollIntoView({block});
            e.focus();
            await new Promise(requestAnimationFrame);
            const k = e.nextElementSibling, r = k.getBoundingClientRect(), html = document.documentElement;
            const over = [...e.getClientRects()].some(w => w.left < r.right && r.left < w.right
                && w.top < r.bottom && r.top < w.bottom);
            const out = r.left < 0 || r.top < 0 || r.right > html.clientWidth || r.bottom > innerHeight;
            const wide = html.scrollWidth > html.clientWidth;
            const small = r.height < Math.min(80, k.scrollHeight);
            const closed = !k.checkVisibility();
            looked.push({block, word: e.textContent, focus: document.activeElement === e,
                         wrong: {over, out, wide, small, closed}});
        }
    return looked;
}"""


@pytest.mark.parametrize(
    ("width", "height", "size"), [(320, 640, "100%"), (640, 700, "200%"), (320, 256, "100%"), (1280, 800, "100%")]
)
def test_it_fits_in_the_window(page: Page, address: str, width: int, height: int, size: str) -> None:
    """Wherever the term stands in the window, all of it is within reach, beside the term and never over it."""
    page.set_viewport_size({"width": width, "height": height})
    wrong: list[Any] = []
    seen = 0
    for path in (PAGINA, MET_AFKORTING, "deskundigheid/juiste-mensen-trainen.html", "index.html"):
        page.goto(address + path)
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        looked = page.evaluate(PLACES)
        assert {place["focus"] for place in looked} <= {True}
        wrong += [(path, place) for place in looked if any(place["wrong"].values())]
        seen += len(looked)
    assert wrong == []
    assert seen > 40


def test_it_stays_with_its_term_when_the_window_changes(topic: Page) -> None:
    """A narrower window moves the term, and what explains it goes along."""
    word(topic, "weegploeg").focus()
    topic.set_viewport_size({"width": 320, "height": 640})
    word(topic, "weegploeg").scroll_into_view_if_needed()
    topic.set_viewport_size({"width": 340, "height": 640})
    near = "e => { const w = e.getBoundingClientRect(), k = e.nextElementSibling.getBoundingClientRect();"
    near += " return innerWidth === 340 && Math.abs(Math.max(w.top - k.bottom, k.top - w.bottom) - 6) <= 1 }"
    topic.wait_for_function(near, arg=word(topic, "weegploeg").element_handle())


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_with_it_open(page: Page, address: str, width: int) -> None:
    """No violation while a definition, an explanation or an abbreviation is open, nor in an open citation."""
    page.set_viewport_size({"width": width, "height": 800})
    found = []
    for path, name in ((PAGINA, "extremisme"), (PAGINA, "weegploeg"), (MET_AFKORTING, "afkorting-avg")):
        page.goto(address + path)
        word(page, name).focus()
        for scheme in schemes(page):
            assert opened(page) == [name]
            found += [(name, scheme, *violation) for violation in violations(page)]
    page.goto(address + "definities.html")
    page.locator("#weegploeg summary").click()
    for scheme in schemes(page):
        found += [("citaat", scheme, *violation) for violation in violations(page)]
    assert found == []


def test_what_a_screen_reader_says_of_it(topic: Page) -> None:
    """The term is a link that says whether it is open and what its details are, which follow it as a named group."""
    word(topic, "afkorting-om").focus()
    assert word(topic, "afkorting-om").evaluate(
        """e => [e.getAttribute('aria-expanded'), e.getAttribute('aria-details'), e.nextElementSibling.id,
            document.getElementById(e.getAttribute('aria-describedby')).textContent]"""
    ) == ["true", "pagina-uitleg-afkorting-om", "pagina-uitleg-afkorting-om", "Openbaar Ministerie"]
    expect(topic.get_by_role("group", name="Uitleg: OM")).to_be_visible()
    expect(topic.get_by_role("link", name="OM", exact=True)).to_have_accessible_description("Openbaar Ministerie")
    assert topic.locator("[role=tooltip]").count() == 0


def test_without_javascript_a_term_is_a_link(browser: Browser, address: str) -> None:
    """Nothing opens, and nothing that explains a term stands under the text; the link leads to the definition."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGINA)
    word(page, "weegploeg").focus()
    assert page.locator(".kaartje").count() > 5
    assert [e for e in page.locator(".kaartje").all() if e.is_visible()] == []
    word(page, "weegploeg").click()
    page.wait_for_url("**/definities.html#weegploeg")
    assert page.get_by_role("button", name="Kopieer verwijzing").count() == 0
    page.locator("#weegploeg summary").click()
    assert page.locator("#weegploeg details p").is_visible()
    context.close()


def test_it_works_under_a_strict_content_security_policy(page: Page, address: str) -> None:
    """Where only the site's own files may style and run, it opens in its place and nothing is refused."""
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)

    page.goto(address + PAGINA)
    word(page, "weegploeg").focus()
    box, term = card(page, "weegploeg").bounding_box(), word(page, "weegploeg").bounding_box()
    assert box is not None
    assert term is not None
    assert box["y"] + box["height"] < term["y"] or term["y"] + term["height"] < box["y"]
    assert box["x"] > 0
    assert refused == []


def test_paper_has_no_trace_of_it(topic: Page) -> None:
    """In print a term is a word like the others, also while what explains it is open."""
    word(topic, "weegploeg").focus()
    topic.emulate_media(media="print")
    assert not card(topic, "weegploeg").is_visible()
    assert word(topic, "weegploeg").evaluate("e => getComputedStyle(e).textDecorationLine") == "none"


def cited(section: Locator) -> str:
    """Return the citation as it stands in the page, on one line."""
    return " ".join((section.locator("details p").text_content() or "").split())


def pasted(page: Page) -> str:
    """Return what the clipboard holds, as a reader would paste it."""
    page.evaluate("() => { document.body.prepend(document.createElement('textarea')) }")
    page.locator("textarea").focus()
    page.keyboard.press("Control+V")
    return page.locator("textarea").input_value()


@pytest.mark.parametrize(
    "clipboard", ["", "delete Navigator.prototype.clipboard", "Clipboard.prototype.writeText = () => Promise.reject()"]
)
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_citation_is_copied(page: Page, edition: Site, address: str, scheme: str, clipboard: str) -> None:
    """With the clipboard that browsers offer, and where that is missing or refused, from a server and from a folder."""
    page.add_init_script(clipboard)
    page.goto(f"{address}definities.html" if scheme == "http" else edition.path("definities.md").as_uri())
    section = page.locator("#activisme")
    section.get_by_role("button", name="Kopieer verwijzing naar Activisme").click()
    expect(section.get_by_role("status")).to_have_text("Gekopieerd")
    assert section.locator("details").get_attribute("open") is None
    text = cited(section)
    assert text.startswith("Activisme: “De NCTV beschrijft activisme")
    assert " ".join(pasted(page).split()) == text


def test_a_citation_that_cannot_be_copied_is_selected(page: Page, address: str) -> None:
    """Where nothing works, the text opens, stands selected, and the page says what to do."""
    page.add_init_script("delete Navigator.prototype.clipboard; document.execCommand = () => false")
    page.goto(address + "definities.html")
    section = page.locator("#activisme")
    section.get_by_role("button", name="Kopieer verwijzing").click()
    expect(section.get_by_role("status")).to_have_text(
        "Kopiëren lukt hier niet. De verwijzing is geselecteerd: kopieer die met uw toetsenbord."
    )
    assert section.locator("details p").is_visible()
    assert " ".join(page.evaluate("getSelection().toString()").split()) == cited(section)


def test_the_scripts_stay_small() -> None:
    """Both together are at most two and a half kilobytes on their way to the reader."""
    scripts = [(SJABLONEN / "assets" / "js" / f"{name}.js").read_bytes() for name in ("begrippen", "citeer")]
    assert sum(len(gzip.compress(script)) for script in scripts) <= 2560
