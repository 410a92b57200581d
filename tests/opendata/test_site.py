"""The published files on the site: served, on a disk, in the zip, and offered by a page that tells the truth."""

from __future__ import annotations

import gzip
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree, html
from playwright.sync_api import BrowserContext, Page

from handreiking.basis.weergave import render_datum
from handreiking.opendata.overzicht import VERZAMELINGEN
from handreiking.site.downloads import TOP, ZIP, render_omvang
from handreiking.soorten import veld
from tests.site.axe import schemes, violations
from tests.site.conftest import Site, make

pytestmark = [pytest.mark.site, pytest.mark.browser]

FILES = [uitvoering.pad for verzameling in VERZAMELINGEN for uitvoering in verzameling.uitvoeringen]
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def parsed(path: Path) -> html.HtmlElement:
    """Return a page of the site."""
    return html.document_fromstring(path.read_bytes())


def linked_data(path: Path) -> Any:
    """Return the structured data of a page, which has one block of it."""
    (script,) = parsed(path).xpath("//script[@type='application/ld+json']")
    return json.loads(script.text)


def test_the_page_names_each_file_with_its_size(edition: Site) -> None:
    """Every file and every description that is offered is there, as large as the page says; none is left out."""
    tree = edition.tree("open-data.md")
    items = tree.xpath("//ul[@class='bestanden']/li")
    said = [(item.xpath(".//a/@href"), item.xpath("string(p[2])")) for item in items]
    assert [links[0] for links, _ in said] == FILES
    for links, words in said:
        assert words.startswith(f"{Path(links[0]).suffix[1:].upper().replace('LD', '-LD')}, ")
        assert render_omvang((edition.folder / links[0]).stat().st_size) in words
    offered = {link for links, _ in said for link in links}
    there = {path.relative_to(edition.folder).as_posix() for path in (edition.folder / "opendata").rglob("*.*")}
    assert offered == there


def test_the_page_says_how_many_of_when_and_under_which_licence(edition: Site) -> None:
    """Numbers are those of the files; date, version, licence, its exception and a way to refer are there."""
    text = edition.text("open-data.md")
    tools, terms, topics, contacts, figures = (
        json.loads((edition.folder / "opendata" / f"{name}.json").read_bytes())
        for name in ("tools", "definities", "onderwerpen", "contactpunten", "cijfers")
    )
    stand = render_datum(edition.stand)
    values = [value for reeks in figures["reeksen"] for rij in reeks["rijen"] for value in rij["waarden"]]
    for said in (
        f"{len(tools['instrumenten'])} instrumenten, stand van {stand}, opbouw versie {tools['versie']}",
        f"{len(terms['begrippen'])} begrippen en {len(terms['afkortingen'])} afkortingen, stand van",
        f"{len(figures['reeksen'])} reeksen en {len(values)} getallen, stand van",
        f"{len(topics['themas'])} thema's en {len(topics['onderwerpen'])} onderwerpen, stand van",
        f"{len(contacts['contactpunten'])} contactpunten, stand van",
        "Creative Commons Naamsvermelding 4.0 (CC BY 4.0)",
        "blijven van hun auteur",
        "Verdwijnt een veld of gaat het iets anders betekenen, dan gaat de versie omhoog.",
    ):
        assert said in text, said
    licence = "https://creativecommons.org/licenses/by/4.0/deed.nl"
    for pad in ("open-data.md", "over.md"):
        assert edition.tree(pad).xpath("//main//a[contains(@rel, 'license')]/@href") == [licence]


def test_pages_point_to_their_data_and_their_licence(edition: Site) -> None:
    """Each page names the licence; those with records name their files, which are there."""
    alternates = {}
    for path in edition.pages():
        tree = parsed(path)
        name = path.relative_to(edition.folder).as_posix()
        assert len(tree.xpath("//link[@rel='license']")) == 1, name
        links = tree.xpath("//link[@rel='alternate'][not(contains(@type, 'atom'))]")
        alternates[name] = [(link.get("href"), link.get("type")) for link in links]
    published = {
        "praktijk/index.html": [
            ("../opendata/cijfers.json", "application/json"),
            ("../opendata/cijfers.csv", "text/csv"),
            ("../opendata/cijfers-excel.csv", "text/csv"),
        ],
        "instrumenten.html": [
            ("opendata/tools.json", "application/json"),
            ("opendata/tools.csv", "text/csv"),
            ("opendata/tools-excel.csv", "text/csv"),
        ],
        "definities.html": [
            ("opendata/definities.json", "application/json"),
            ("opendata/definities.jsonld", "application/ld+json"),
        ],
        "contact.html": [
            ("opendata/contactpunten.json", "application/json"),
            ("opendata/contactpunten.csv", "text/csv"),
            ("opendata/contactpunten-excel.csv", "text/csv"),
        ],
        "index.html": [("opendata/onderwerpen.json", "application/json")],
    }
    assert {name: alternates[name] for name in published} == published
    for name, links in alternates.items():
        assert all(((edition.folder / name).parent / link).is_file() for link, _ in links), name


def test_every_address_in_the_files_leads_somewhere(edition: Site) -> None:
    """Each `adres`, seen from its file, is a page of the site, and its anchor stands there."""
    dead = []
    for name in FILES:
        text = (edition.folder / name).read_text(encoding="utf-8")
        for address in set(re.findall(r"(?<![\w/])\.\./[^\s\",;]+", text)):
            path, _, anchor = address.removeprefix("../").partition("#")
            page = edition.folder / path
            known = page.is_file() and (not anchor or parsed(page).xpath("//*[@id=$name]", name=anchor))
            if not known and anchor != "pagina-begrippen":
                dead.append((name, address))
    assert dead == []


def test_what_a_page_says_of_itself_is_one_small_block(edition: Site) -> None:
    """It can be read, and leaves the first view small; the pages about data, terms and topics have it."""
    said = set()
    for path in edition.pages():
        raw = path.read_bytes()
        bare = re.sub(rb'<script type="application/ld\+json">.*?</script>', b"", raw, flags=re.DOTALL)
        assert len(gzip.compress(raw)) - len(gzip.compress(bare)) < 3000, path
        if bare != raw:
            assert linked_data(path)["@graph"], path
            said.add(path.relative_to(edition.folder).as_posix())
    assert said >= {"index.html", "definities.html", "open-data.html", "preventie/netwerken.html"}


def test_the_first_view_stays_small(edition: Site) -> None:
    """The heaviest page with its styles, scripts and type is at most 60 kB, packed as a server does."""
    heavy = {}
    for path in edition.pages():
        tree = parsed(path)
        loaded = [urlsplit(href).path for href in tree.xpath("//link[@rel='stylesheet']/@href | //script/@src")]
        files = [path, *(path.parent / name for name in loaded if path.name != "404.html")]
        fonts = (edition.folder / "assets" / "fonts" / "atkinson-recht.woff2").stat().st_size
        heavy[path.name] = sum(len(gzip.compress(file.read_bytes())) for file in files) + fonts
    assert max(heavy.values()) <= 60_000


def test_the_zip_has_the_files_as_they_are_served(edition: Site) -> None:
    """Also without a server the data are at hand, with their descriptions."""
    with zipfile.ZipFile(edition.folder / ZIP) as package:
        packed = {name for name in package.namelist() if name.startswith(f"{TOP}/opendata/")}
        assert packed >= {f"{TOP}/{name}" for name in FILES}
        for name in packed:
            assert package.read(name) == (edition.folder / name.removeprefix(f"{TOP}/")).read_bytes()


def test_the_files_open_from_a_disk(page: Page, edition: Site) -> None:
    """From file:// the links of the page lead to the files, and a page's own structured data is there."""
    page.goto((edition.folder / "open-data.html").as_uri())
    page.get_by_role("link", name="tools.json", exact=True).click()
    page.wait_for_url("**/opendata/tools.json")
    assert json.loads(page.locator("body").inner_text())["versie"] == 1


@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_with_its_fields_unfolded(page: Page, edition: Site, width: int) -> None:
    """With everything open: axe finds nothing, nothing scrolls sideways, and each link can be hit."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((edition.folder / "open-data.html").as_uri())
    for summary in page.locator("main summary").all():
        summary.focus()
        page.keyboard.press("Enter")
    assert page.locator("main details:not([open])").count() == 0
    assert page.locator("main details dt").count() > 60
    for scheme in schemes(page):
        assert (scheme, violations(page)) == (scheme, [])
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        small = page.evaluate(
            """() => [...document.querySelectorAll('main summary, .bestanden a')].map(e => e.getBoundingClientRect())
                .filter(r => r.height < 24).map(r => r.height)"""
        )
        assert small == []


def test_on_paper_the_fields_are_left_out(page: Page, edition: Site) -> None:
    """The print has the files and the licence, not a list of a hundred fields."""
    page.goto((edition.folder / "open-data.html").as_uri())
    page.emulate_media(media="print")
    assert not page.locator("main details dl").first.is_visible()
    assert page.get_by_text("tools-excel.csv").first.is_visible()


NASTY = "</script><script>window.uitgevoerd = true</script><!-- <script> ' \" & {{ 7 * 7 }}"


def test_no_text_of_an_editor_leaves_the_block(
    klein: Path,
    tmp_path: Path,
    context: BrowserContext,
    serve: Callable[[Path], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A text that would close the block is data in it: nothing runs, and the strictest policy has nothing to report.

    The loader refuses such a text already, which is taken away here.
    """
    monkeypatch.setattr(veld, "_HTML", re.compile("(?!)"))
    source = klein / "content" / "groen" / "bomen.md"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("titel: Bomen", f"titel: {json.dumps(NASTY)}", 1), encoding="utf-8")
    folder = make(klein, tmp_path / "site").folder
    (way,) = linked_data(folder / "groen" / "bomen.html")["@graph"]
    assert way["itemListElement"][-1]["name"] == NASTY
    tab = context.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.goto((folder / "groen" / "bomen.html").as_uri())
    assert tab.evaluate("window.uitgevoerd") is None
    assert tab.locator("h1").inner_text() == NASTY
    tab.goto(serve(folder) + "groen/bomen.html")
    assert tab.locator("script[type='application/ld+json']").count() == 1
    assert said == []


def test_without_an_address_there_is_no_sitemap(edition: Site) -> None:
    """A sitemap needs whole addresses; an empty one is no sitemap."""
    assert [name for name in ("sitemap.xml", "robots.txt") if (edition.folder / name).exists()] == []


@pytest.mark.parametrize("given", ["https://www.example.org/h/", "https://www.example.org/h"])
def test_the_sitemap_names_every_page_once(given: str, klein: Path, tmp_path: Path) -> None:
    """Whole addresses that are the pages' own, each with its date (sitemaps.org 0.9); robots.txt leads to it."""
    folder = make(klein, tmp_path / "site", SITE_URL=given).folder
    root = etree.parse(folder / "sitemap.xml").getroot()
    assert root.tag == f"{MAP}urlset"
    entries = root.findall(f"{MAP}url")
    days = {entry.findtext(f"{MAP}loc"): entry.findtext(f"{MAP}lastmod") for entry in entries}
    at = "https://www.example.org/h/"
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")} - {"404.html"}
    assert len(entries) == len(days)
    assert set(days) == {f"{at}{name}" for name in names}
    assert days[f"{at}groen/bomen.html"] == "2025-03-05"
    assert days[f"{at}definities.html"] == "2025-03-05"
    assert days[f"{at}praktijk/waterdijk/bomen-tellen.html"] == "2025-03-02"
    assert set(days.values()) == {"2025-03-01", "2025-03-02", "2025-03-05", "2025-03-06"}
    robots = (folder / "robots.txt").read_text(encoding="utf-8")
    assert robots == f"User-agent: *\nAllow: /\n\nSitemap: {at}sitemap.xml\n"
    for name in names:
        (canonical,) = parsed(folder / name).xpath("//link[@rel='canonical']/@href")
        assert canonical == f"{at}{name}"


def test_the_data_of_a_site_with_an_address_name_it(klein: Path, tmp_path: Path) -> None:
    """Every address in the files is whole, and the page says so."""
    site = make(klein, tmp_path / "site", SITE_URL="https://www.example.org/h/")
    folder = site.folder
    tools = json.loads((folder / "opendata" / "tools.json").read_bytes())
    assert tools["instrumenten"][0]["adres"] == "https://www.example.org/h/instrumenten.html#hittekaart"
    assert "met https://www.example.org/h/ ervoor" in site.text("open-data.md")
    assert (folder / "opendata" / "tools.csv").read_bytes().count(b"\r\n") == 3
    assert (folder / "opendata" / "tools-excel.csv").read_bytes().startswith(b"\xef\xbb\xbfid;titel;")
