"""What is new: the page by day, the marks, the day of a PDF in a real Chromium, and the feed."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect

from tests.conftest import FIXTURES
from tests.site.axe import schemes, violations
from tests.site.conftest import KLEIN, Site, make, visible_text

pytestmark = [pytest.mark.site, pytest.mark.browser]

ATOM = "{http://www.w3.org/2005/Atom}"
ALLES = ["5 maart 2025", "4 maart 2025", "3 maart 2025"]
BESTAAT_NIET = "Deze datum bestaat niet of is niet af. Hieronder staat alles."


@pytest.fixture
def site(klein_site: Site) -> Site:
    """The small handreiking, in which things came, changed and went."""
    return klein_site


@pytest.fixture(params=["server", "schijf"])
def root(request: pytest.FixtureRequest, site: Site, serve: Callable[[Path], str]) -> str:
    """Where the site stands: on a server, or on a disk."""
    return serve(site.folder) if request.param == "server" else f"{site.folder.as_uri()}/"


@pytest.fixture
def schijf(site: Site) -> str:
    """Where the site stands on a disk."""
    return f"{site.folder.as_uri()}/"


# The page and the marks --------------------------------------------------------------------------------------


def test_the_page_has_every_day_with_what_happened(site: Site) -> None:
    """The newest day first, under its anchor; each change leads to what changed, what is gone to its successor."""
    tree = site.tree("nieuw.md")
    days = tree.xpath("//main//section")
    assert [(day.get("id"), visible_text(day.find("h2"))) for day in days] == [
        ("pagina-dag-2025-03-05", "5 maart 2025"),
        ("pagina-dag-2025-03-04", "4 maart 2025"),
        ("pagina-dag-2025-03-03", "3 maart 2025"),
    ]
    said = [[visible_text(item) for item in day.iter("li")] for day in days]
    assert said == [
        [
            "Regen Onderwerp gewijzigd De wadi staat er nu bij.",
            "Regenboek Instrument gewijzigd Er is een tweede druk.",
            "Wadi Definitie gewijzigd De uitleg zegt nu ook waar een wadi ligt.",
            "Sloten & greppels Onderwerp verwijderd Alles over water staat nu bij elkaar. In de plaats hiervan: Regen",
        ],
        [
            "Regenboek Instrument toegevoegd Legt uit hoe u regenwater in de wijk houdt.",
            "Regenton Instrument verwijderd De winkel bestaat niet meer.",
        ],
        ["Eerste uitgave 3 onderwerpen, 2 instrumenten, 2 definities"],
    ]
    links = [[link.get("href") for link in day.iter("a")] for day in days]
    assert links == [
        ["water/regen.html", "instrumenten.html#regenboek", "definities.html#wadi", "water/regen.html"],
        ["instrumenten.html#regenboek"],
        ["index.html"],
    ]


def test_the_first_edition_is_one_entry(edition: Site) -> None:
    """What it held is not new: it is one entry, the oldest, on the page and in the feed."""
    items = edition.tree("nieuw.md").xpath("//main//section//li")
    said = "14 onderwerpen, 40 instrumenten, 14 definities"
    assert [visible_text(item) for item in items if "uitgave" in visible_text(item)] == [f"Eerste uitgave {said}"]
    entries = etree.parse(edition.folder / "feed.xml").findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries][-1] == "Eerste uitgave"
    assert len(entries) == len(items)


def pads(site: Site) -> list[str]:
    """Return the source path of every page, the one for lost visitors among them."""
    return [page.relative_to(site.folder).as_posix().replace(".html", ".md") for page in site.pages()]


def test_what_is_new_or_changed_is_marked_where_it_stands(site: Site) -> None:
    """A word: with its day on the topic, in lists of topics and on definitions, without it in lists of instruments."""
    marks = {pad: [visible_text(mark) for mark in site.tree(pad).xpath("//*[@class='vers']")] for pad in pads(site)}
    assert {pad: found for pad, found in marks.items() if found} == {
        "404.md": ["Gewijzigd"],
        "definities.md": ["Gewijzigd op 5 maart 2025: De uitleg zegt nu ook waar een wadi ligt."],
        "groen/bomen.md": ["Nieuw"],
        "index.md": ["Gewijzigd"],
        "instrumenten.md": ["Nieuw"],
        "meenemen.md": ["Nieuw"],
        "water/index.md": ["Gewijzigd op 5 maart 2025"],
        "water/regen.md": ["Nieuw", "Gewijzigd op 5 maart 2025: De wadi staat er nu bij."],
    }


def test_before_the_first_edition_the_page_says_so(klein: Path, tmp_path: Path) -> None:
    """There is nothing to list, no field to fill in, and the feed is empty but valid."""
    for name in ("tools", "definities"):
        path = klein / "data" / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").rpartition("  gewijzigd:")[0], encoding="utf-8")
    topic = klein / "content" / "water" / "regen.md"
    topic.write_text(re.sub("gewijzigd: .*\n", "", topic.read_text(encoding="utf-8")), encoding="utf-8")
    (klein / "data" / "verwijderd.yaml").write_text("[]\n", encoding="utf-8")
    title = klein / "data" / "handreiking.yaml"
    title.write_text(title.read_text(encoding="utf-8").replace("verschenen: 2025-03-03\n", ""), encoding="utf-8")
    site = make(klein, tmp_path / "site")
    assert "Er is nog geen uitgave, dus er is nog niets veranderd." in site.text("nieuw.md")
    assert site.tree("nieuw.md").xpath("//main//form | //main//section") == []
    feed = read_feed(site)
    assert (feed.findall(f"{ATOM}entry"), feed.findtext(f"{ATOM}updated")) == ([], "2025-03-06T00:00:00Z")


def test_the_sitemap_has_the_day_of_the_last_change(klein: Path, tmp_path: Path) -> None:
    """A topic that changed after it was looked over has the day of the change; so has one whose instrument changed."""
    topic = klein / "content" / "water" / "regen.md"
    text = topic.read_text(encoding="utf-8").replace("{op: 2025-03-05", "{op: 2025-03-09")
    topic.write_text(text, encoding="utf-8")
    made = make(klein, tmp_path / "site", SITE_URL="https://www.example.org/wijk/")
    sitemap = (made.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://www.example.org/wijk/water/regen.html</loc><lastmod>2025-03-09</lastmod>" in sitemap
    assert "<loc>https://www.example.org/wijk/groen/bomen.html</loc><lastmod>2025-03-05</lastmod>" in sitemap


# The day of a PDF --------------------------------------------------------------------------------------------


def shown(page: Page) -> list[str]:
    """Return the days that the page shows."""
    return [heading.replace("\xa0", " ") for heading in page.locator("main section:visible h2").all_inner_texts()]


def said(page: Page, words: str) -> None:
    """See that the status comes to say this."""
    expect(page.locator("#pagina-sinds [role=status]")).to_have_text(words)


def test_a_pdf_can_point_to_what_came_after_it(page: Page, root: str) -> None:
    """The day stands in the address: only later days are shown, with how many changes; the field has the day."""
    page.goto(f"{root}nieuw.html#sinds=2025-03-04")
    said(page, "Sinds 4 maart 2025: 4 wijzigingen.")
    assert shown(page) == ["5 maart 2025"]
    assert page.get_by_label("Stand van uw pdf").input_value() == "2025-03-04"
    page.get_by_role("button", name="Toon alles").click()
    said(page, "")
    assert (shown(page), page.url) == (ALLES, f"{root}nieuw.html")
    expect(page.get_by_label("Stand van uw pdf")).to_be_focused()
    expect(page.get_by_role("button", name="Toon alles")).to_be_hidden()


@pytest.mark.parametrize(
    ("day", "words", "days"),
    [
        ("2025-03-03", "Sinds 3 maart 2025: 6 wijzigingen.", ALLES[:2]),
        ("2025-03-05", "Sinds 5 maart 2025: geen wijzigingen.", []),
        ("2025-03-02", "De eerste uitgave is van 3 maart 2025. Hieronder staat alles.", ALLES),
        ("2031-01-01", "Deze site is van 6 maart 2025: uw pdf is nieuwer.", []),
        ("2025-02-30", BESTAAT_NIET, ALLES),
        ("morgen", BESTAAT_NIET, ALLES),
        ("", BESTAAT_NIET, ALLES),
        ("<b>2025-03-04</b>", BESTAAT_NIET, ALLES),
    ],
)
def test_any_day_in_the_address(page: Page, schijf: str, day: str, words: str, days: list[str]) -> None:
    """Before the first edition, on the last day, in the future, or no day at all: it says what it shows."""
    page.goto(f"{schijf}nieuw.html#sinds={day}")
    said(page, words)
    assert shown(page) == days


def test_one_change_is_one(klein: Path, tmp_path: Path, page: Page) -> None:
    """Dutch has a singular."""
    topic = klein / "content" / "water" / "regen.md"
    text = topic.read_text(encoding="utf-8").replace("{op: 2025-03-05", "{op: 2025-03-09")
    topic.write_text(text, encoding="utf-8")
    made = make(klein, tmp_path / "site")
    page.goto(f"{made.folder.as_uri()}/nieuw.html#sinds=2025-03-08")
    said(page, "Sinds 8 maart 2025: 1 wijziging.")


def test_by_keyboard_alone(page: Page, root: str) -> None:
    """Tab to the field, type the day of the cover, and the page follows; the address can be shared."""
    page.goto(f"{root}nieuw.html")
    assert shown(page) == ALLES
    page.locator("main").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Stand van uw pdf")).to_be_focused()
    page.keyboard.type("03042025")  # the order of the browser's own language, which is English here
    said(page, "Sinds 4 maart 2025: 4 wijzigingen.")
    assert (shown(page), page.url) == (["5 maart 2025"], f"{root}nieuw.html#sinds=2025-03-04")
    page.reload()
    said(page, "Sinds 4 maart 2025: 4 wijzigingen.")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Toon alles").focus()
    page.keyboard.press("Enter")
    assert (shown(page), page.url) == (ALLES, f"{root}nieuw.html")


def test_a_form_that_is_sent_goes_nowhere(page: Page, schijf: str) -> None:
    """Some browsers send it with Enter: the day counts at once then, and the page stays."""
    page.goto(f"{schijf}nieuw.html")
    page.get_by_label("Stand van uw pdf").fill("2025-03-03")
    page.evaluate("document.getElementById('pagina-sinds').requestSubmit()")
    assert page.locator("#pagina-sinds [role=status]").inner_text() == "Sinds 3 maart 2025: 6 wijzigingen."
    assert page.url == f"{schijf}nieuw.html#sinds=2025-03-03"


def test_a_day_that_does_not_exist_is_said(page: Page, schijf: str) -> None:
    """30 February, typed: everything stays, and the address names no day."""
    page.goto(f"{schijf}nieuw.html#sinds=2025-03-04")
    page.get_by_label("Stand van uw pdf").focus()
    page.keyboard.type("0230")
    said(page, BESTAAT_NIET)
    assert (shown(page), page.url) == (ALLES, f"{schijf}nieuw.html")


def test_the_address_can_change_while_the_page_is_open(page: Page, schijf: str) -> None:
    """Another day, an anchor of a day that is left out, and one that has nothing to do with days."""
    page.goto(f"{schijf}nieuw.html#sinds=2025-03-05")
    assert shown(page) == []
    page.evaluate("location.hash = '#sinds=2025-03-04'")
    said(page, "Sinds 4 maart 2025: 4 wijzigingen.")
    page.evaluate("location.hash = '#pagina-inhoud'")
    said(page, "Sinds 4 maart 2025: 4 wijzigingen.")
    assert shown(page) == ["5 maart 2025"]
    page.evaluate("location.hash = '#pagina-dag-2025-03-03'")
    said(page, "")
    assert shown(page) == ALLES
    expect(page.locator("#pagina-dag-2025-03-03")).to_be_in_viewport()


def test_without_javascript_everything_is_there(browser: Browser, schijf: str) -> None:
    """No field, all days, and the sentence that says how to read them."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{schijf}nieuw.html#sinds=2025-03-04")
    assert shown(page) == ALLES
    expect(page.locator("#pagina-sinds")).to_be_hidden()
    expect(page.get_by_text("Alles boven de dag van uw pdf is daarna veranderd.")).to_be_visible()
    context.close()


def test_paper_says_since_when(page: Page, schijf: str) -> None:
    """In print the field is left out, and the words that say what is listed stay; a part reads as a part."""
    page.goto(f"{schijf}nieuw.html#sinds=2025-03-04")
    page.emulate_media(media="print")
    expect(page.get_by_text("Sinds 4 maart 2025: 4 wijzigingen.")).to_be_visible()
    expect(page.get_by_label("Stand van uw pdf")).to_be_hidden()
    expect(page.get_by_role("button", name="Toon alles")).to_be_hidden()
    assert shown(page) == ["5 maart 2025"]


def test_nothing_goes_wrong_and_nothing_is_kept(page: Page, root: str) -> None:
    """No error, no request but for the site's own files, nothing in storage."""
    errors: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{root}nieuw.html#sinds=2025-03-04")
    said(page, "Sinds 4 maart 2025: 4 wijzigingen.")
    assert (errors, [url for url in asked if not url.startswith(root)]) == ([], [])
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(page: Page, schijf: str, width: int) -> None:
    """With and without a day, with nothing left, and on every page with marks; nothing sticks out."""
    page.set_viewport_size({"width": width, "height": 800})
    found, wide = [], []
    names = ("nieuw.html", "nieuw.html#sinds=2025-03-04", "nieuw.html#sinds=2025-03-05", "index.html")
    for name in (*names, "water/index.html", "water/regen.html", "instrumenten.html", "definities.html"):
        page.goto("about:blank")
        page.goto(schijf + name)
        for scheme in schemes(page):
            found += [(name, scheme, *violation) for violation in violations(page)]
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append((name, scheme))
    assert (found, wide) == ([], [])


# The feed ----------------------------------------------------------------------------------------------------


def read_feed(site: Site) -> etree._Element:
    """Return the feed of a site, held against what RFC 4287 asks."""
    schema = etree.RelaxNG(etree.parse(FIXTURES / "atom.rng"))
    feed = etree.parse(site.folder / "feed.xml").getroot()
    schema.assertValid(feed)
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        rels = Counter(link.get("rel") for link in element.findall(f"{ATOM}link"))
        # 4.1.2: an entry without content has a link to what it stands for; 4.1.1: a feed should name itself, and has
        # no two alternates of one type and language.
        assert rels == (Counter(self=1, alternate=1) if element is feed else Counter(alternate=1))
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    days = [element.text or "" for element in feed.iter(f"{ATOM}updated")]
    assert days == sorted(days, reverse=True)
    return feed


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ("id", "", "8f76dbb5-8f29-5cf7-ab23-74b2f6e4712f"),
        ("updated", "", "2025-03-05"),
        ("entry/updated", "", "5 maart 2025"),
        ("title", "", ""),
        ("author/name", "", ""),
        ("title", "type", "xhtml"),
        ("link", "rel", "zelf"),
        ("entry/link", "href", ""),
        ("entry/summary", "tag", f"{ATOM}samenvatting"),
        ("author", "tag", f"{ATOM}auteur"),
        ("entry/link", "tag", "link"),
    ],
)
def test_the_schema_refuses_what_is_no_feed(site: Site, path: str, name: str, value: str) -> None:
    """The test above would see an id, a day, a text, an element or a link that is none."""
    feed = read_feed(site)
    element = feed.find("/".join(f"{ATOM}{step}" for step in path.split("/")))
    assert element is not None
    if name == "tag":
        element.tag = value
    elif name:
        element.set(name, value)
    else:
        element.text = value
    assert not etree.RelaxNG(etree.parse(FIXTURES / "atom.rng")).validate(feed)


def test_the_feed_is_atom_and_leads_to_places_that_exist(site: Site) -> None:
    """Every entry of the page in its order, its text escaped, each link to a file and an anchor of the site."""
    feed = read_feed(site)
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "nl"
    assert [feed.findtext(f"{ATOM}{name}") for name in ("title", "subtitle", "updated")] == [
        "Klimaat in de wijk: wat er is veranderd",
        "Handreiking voor wijkteams",
        "2025-03-05T00:00:00Z",
    ]
    assert [feed.findtext(f"{ATOM}author/{ATOM}{name}") for name in ("name", "email")] == [
        "Gemeente Waterdijk",
        "klimaat@waterdijk.example.org",
    ]
    entries = feed.findall(f"{ATOM}entry")
    listed = [visible_text(title) for title in site.tree("nieuw.md").xpath("//main//section//p[@class='titel']")]
    titles = [entry.findtext(f"{ATOM}title") or "" for entry in entries]
    assert [re.sub(r"^\w+: | \(\w+\)$", "", title) for title in titles] == listed
    assert entries[3].findtext(f"{ATOM}summary") == "Alles over water staat nu bij elkaar. In de plaats hiervan: Regen."
    assert b"Sloten &amp; greppels" in (site.folder / "feed.xml").read_bytes()
    for link in feed.iter(f"{ATOM}link"):
        path, _, anchor = link.get("href", "").partition("#")
        text = (site.folder / path).read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in text, link.get("href")


def test_with_an_address_the_feed_has_full_links_and_the_same_ids(site: Site, tmp_path: Path) -> None:
    """Where the site will stand is known then; who followed the feed before sees nothing twice."""
    wortel = "https://www.example.org/wijk/"
    made = make(KLEIN, tmp_path / "site", SITE_URL=wortel)
    near, far = read_feed(site), read_feed(made)
    ids = [[element.text for element in feed.iter(f"{ATOM}id")] for feed in (near, far)]
    assert ids[0] == ids[1]
    links = [[link.get("href") for link in feed.iter(f"{ATOM}link")] for feed in (near, far)]
    assert [posixpath.join(wortel, link or "") for link in links[0]] == links[1]


def test_the_same_content_gives_the_same_feed(site: Site, tmp_path: Path) -> None:
    """On another day, byte for byte."""
    again = make(KLEIN, tmp_path / "site", SOURCE_DATE_EPOCH="1830000000")
    assert (again.folder / "feed.xml").read_bytes() == (site.folder / "feed.xml").read_bytes()


def test_every_page_names_the_feed(site: Site) -> None:
    """In its head, where a reader's program looks; the page of changes has a link to it."""
    for pad in pads(site):
        (link,) = site.tree(pad).xpath("//head/link[@rel='alternate'][@type='application/atom+xml']")
        place = posixpath.normpath(posixpath.join(posixpath.dirname(pad), link.get("href")))
        assert place == ("/feed.xml" if pad == "404.md" else "feed.xml"), pad
    assert site.tree("nieuw.md").xpath("//main//a[@type='application/atom+xml']/@href") == ["feed.xml"]
