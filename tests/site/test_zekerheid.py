"""How sure everything is, and where to tell that it is not: on each topic, instrument, definition and page."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from lxml import html
from playwright.sync_api import Browser, Page

from handreiking.basis.weergave import render_datum
from tests.site.axe import schemes, violations
from tests.site.conftest import ROOT, Site, make, visible_text
from tests.site.test_pages import parsed

pytestmark = [pytest.mark.site, pytest.mark.browser]

REPO = "https://code.example.org/waterdijk/klimaat"
KAART = "https://kaart.example.org/hitte?laag=a%2Fb#:~:text=warm%20weer,koel"
WEERBOEK = "https://weerboek.example.org/begrippen"


def data(name: str, root: Path = ROOT) -> list[dict[str, Any]]:
    """Return the records of a data file as they stand there."""
    read = yaml.safe_load((root / "data" / f"{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(read, list)
    return read


def topics() -> dict[str, dict[str, Any]]:
    """Return what stands at the top of each topic, by its id."""
    tops = {
        path.relative_to(ROOT / "content").as_posix().removesuffix(".md"): next(
            yaml.safe_load_all(path.read_text(encoding="utf-8"))
        )
        for path in sorted((ROOT / "content").glob("*/*.md"))
    }
    return {name: top for name, top in tops.items() if top["soort"] == "onderwerp"}


SOURCES = {bron["id"]: bron for bron in data("bronnen")}


def source(name: str) -> list[str]:
    """Return what must be read of a source: its title and its date."""
    return [SOURCES[name]["titel"], f"({SOURCES[name]['datering']})"]


def missing(element: html.HtmlElement, words: list[str]) -> list[str]:
    """Return the words that an element does not have."""
    text = visible_text(element)
    return [word for word in words if " ".join(word.split()) not in text]


def one(tree: html.HtmlElement, name: str) -> html.HtmlElement:
    """Return the one element with a class."""
    (found,) = tree.xpath("//*[contains(concat(' ', @class, ' '), concat(' ', $name, ' '))]", name=name)
    assert isinstance(found, html.HtmlElement)
    return found


def test_every_topic_says_how_sure_it_is(edition: Site) -> None:
    """Last reviewed; each source with its date and the day it was read; its instruments; whether links work."""
    wrong = []
    for name, top in topics().items():
        words = [f"Voor het laatst beoordeeld op {render_datum(top['beoordeeld'])}."]
        for bron in top["bronnen"]:
            words += [*source(bron), f"Gelezen op {render_datum(SOURCES[bron]['gelezen'])}"]
        placed = [i for i in data("tools") if name in i["onderwerpen"]]
        opened = [i for i in placed if "nagekeken" in i]
        if placed and not opened:
            words += ["nog niet door een redacteur geopend" if len(placed) == 1 else f"Nog geen van de {len(placed)} "]
        if any("url" in i for i in placed):
            words += ["nog niet bekeken"]
        section = one(edition.tree(f"{name}.md"), "zekerheid")
        wrong += [(name, word) for word in missing(section, words)]
        assert bool(placed) == ("Instrumenten" in visible_text(section)), name
    assert (len(topics()), wrong) == (14, [])
    assert not (ROOT / "data" / "linkstatus.json").exists()  # else the lines above should say what it knows


def test_every_instrument_says_how_sure_it_is(edition: Site) -> None:
    """Added, looked over or by nobody, whether its link works or that nobody looked, its source, its id."""
    tree, wrong = edition.tree("instrumenten.md"), []
    for instrument in data("tools"):
        (details,) = tree.xpath("//li[@id=$name]//div[@class='herkomst']", name=instrument["id"])
        rows = {visible_text(dt): visible_text(dt.getnext()) for dt in details.iter("dt")}
        seen = instrument.get("nagekeken")
        wanted = {
            "Toegevoegd": render_datum(instrument["toegevoegd"]),
            "Nagekeken": render_datum(seen) if seen else "nog door niemand geopend",
            "Link": "nog niet bekeken" if "url" in instrument else "geen webadres",
            "Bron": " ".join(" ".join(source(instrument["bron"])).split()),
            "Kenmerk": instrument["id"],
        }
        rows = {label: rows.get(label, "") for label in wanted}
        wrong += [(instrument["id"], rows, wanted)] if rows != wanted else []
    assert (len(data("tools")), wrong) == (40, [])


def test_every_definition_says_how_sure_it_is(edition: Site) -> None:
    """Last reviewed, its source with its date, and whether the link to that works."""
    tree, wrong = edition.tree("definities.md"), []
    for definitie in data("definities"):
        (place,) = tree.xpath("//*[@id=$name]", name=definitie["id"])
        link = "nog niet bekeken" if "url" in SOURCES[definitie["bron"]] else "geen webadres"
        words = [f"Beoordeeld op {render_datum(definitie['beoordeeld'])}. Link naar de bron: {link}"]
        wrong += [(definitie["id"], word) for word in missing(place, [*words, *source(definitie["bron"])])]
    assert (len(data("definities")), wrong) == (14, [])


def claim_on(tree: html.HtmlElement, name: str) -> html.HtmlElement:
    """Return the claim with this id on a page."""
    (found,) = tree.xpath("//article[@id=$name]", name=name)
    assert isinstance(found, html.HtmlElement)
    return found


def test_every_claim_stands_on_its_topics_and_all_on_one_page(edition: Site) -> None:
    """What it says, since when, its source, where to look it up with the link; on no other topic."""
    tools = {i["id"]: i for i in data("tools")}
    wrong = []
    places: dict[str, list[str]] = {name: [] for name in topics()}
    for bewering in data("beweringen"):
        link = tools[bewering["instrument"]]["url"]
        words = [bewering[name] for name in ("titel", "stand", "nagaan", "eerder") if name in bewering]
        words += [bewering.get("op_in_woorden", "in december 2024"), *source(bewering["bron"])]
        words += [render_datum(bewering["beoordeeld"])]
        for pad in ("over.md", *(f"{name}.md" for name in bewering["onderwerpen"])):
            place = claim_on(edition.tree(pad), bewering["id"])
            wrong += [(pad, word) for word in missing(place, words)]
            wrong += [] if link in place.xpath(".//a/@href") else [(pad, link)]
        for name in bewering["onderwerpen"]:
            places[name].append(bewering["id"])
    assert wrong == []
    assert {
        name: edition.tree(f"{name}.md").xpath("//article[not(contains(@class, 'contactpunt'))]/@id")
        for name in topics()
    } == places
    assert "wet-op-de-persoonsgerichte-aanpak" in places["pga/multidisciplinaire-aanpak"]


def mails(element: html.HtmlElement) -> list[dict[str, str]]:
    """Return what the prefilled mails in an element hold, decoded as a mail client does it."""
    found = []
    for href in element.xpath(".//a[starts-with(@href, 'mailto:')]/@href"):
        to, mark, query = href.removeprefix("mailto:").partition("?")
        if mark:
            pairs = (part.partition("=") for part in query.split("&"))
            found.append({"to": unquote(to), **{name: unquote(value) for name, _, value in pairs}})
    return found


def test_every_page_and_instrument_can_be_told_of(edition: Site) -> None:
    """One mail at the foot of each page names it, one with each instrument has its id; there is no repository yet."""
    title = yaml.safe_load((ROOT / "data" / "handreiking.yaml").read_text(encoding="utf-8"))
    day = render_datum(edition.stand)
    wrong = []
    for path, tree in parsed(edition).items():
        name = path.removesuffix(".html")
        (foot,) = tree.xpath("//aside[starts-with(@class, 'melden')]")
        (mail,) = mails(foot)
        body = mail["body"].split("\r\n")
        h1 = visible_text(tree.find(".//h1"))
        head = "Pagina niet gevonden" if name == "404" else h1
        wanted = [f"Pagina: {head} ({name})", f"Handreiking: {title['titel']}", f"Stand van de inhoud: {day}"]
        wrong += [(name, mail)] if (mail["to"], body[:3]) != (title["contact"], wanted) else []
        wrong += [(name, href) for href in tree.xpath("//a/@href") if "/issues/new" in href]
    tree = edition.tree("instrumenten.md")
    for instrument in data("tools"):
        (place,) = tree.xpath("//li[@id=$name]", name=instrument["id"])
        (mail,) = mails(place)
        wanted = [f"Instrument: {instrument['titel']} ({instrument['id']})"]
        wrong += [(instrument["id"], mail)] if mail["body"].split("\r\n")[:1] != wanted else []
    assert wrong == []


def remember(klein: Path, **adressen: Mapping[str, str | int]) -> None:
    """Write the memory of the weekly run: what is known of addresses, by kind and id with `__` between."""
    whole = {"versie": 1, "adressen": {name.replace("__", "/"): known for name, known in adressen.items()}}
    (klein / "data" / "linkstatus.json").write_text(json.dumps(whole), encoding="utf-8")


def rows_of(site: Site, name: str) -> dict[str, str]:
    """Return what the list of all instruments says of one."""
    (details,) = site.tree("instrumenten.md").xpath("//li[@id=$name]//details", name=name)
    return {visible_text(dt): visible_text(dt.getnext()) for dt in details.iter("dt")}


def test_what_the_weekly_run_knows_stands_where_it_belongs(klein: Path, tmp_path: Path) -> None:
    """With the instrument, its topic, the definition and the source; another address than now counts for nothing."""
    worked = {"oordeel": "werkt", "gezien": "2025-03-08", "laatst_werkend": "2025-03-07"}
    remember(klein, instrument__hittekaart={"url": KAART, **worked}, bron__weerboek={"url": WEERBOEK, **worked})
    site = make(klein, tmp_path / "site")
    assert rows_of(site, "hittekaart") == {
        "Hoort bij": "Bomen",
        "Toegevoegd": "3 maart 2025",
        "Nagekeken": "nog door niemand geopend",
        "Link": "werkte op 7 maart 2025",
        "Bron": "niet vastgelegd",
        "Kenmerk": "hittekaart",
    }
    assert (rows_of(site, "regenboek")["Nagekeken"], rows_of(site, "regenboek")["Link"]) == (
        "5 maart 2025",
        "geen webadres",
    )
    bomen = visible_text(one(site.tree("groen/bomen.md"), "zekerheid"))
    assert "Gelezen op 1 maart 2025; link werkte op 7 maart 2025." in bomen
    assert "Van de 2 instrumenten is er 1 door een redacteur geopend, op 5 maart 2025." in bomen
    assert "Nog niet: Hittekaart & toelichting." in bomen
    assert bomen.endswith("Links De link werkte op 7 maart 2025.")
    for name in ("hittestress", "wadi"):
        (place,) = site.tree("definities.md").xpath("//*[@id=$name]", name=name)
        assert "Beoordeeld op 2 maart 2025. Link naar de bron: werkte op 7 maart 2025" in visible_text(place)
    assert "link werkte op 7 maart 2025" in visible_text(site.tree("over.md").get_element_by_id("pagina-bron-weerboek"))
    remember(klein, instrument__hittekaart={"url": "https://oud.example.org/", **worked})
    site = make(klein, tmp_path / "site")
    assert rows_of(site, "hittekaart")["Link"] == "nog niet bekeken"
    assert "link nog niet bekeken" in visible_text(one(site.tree("groen/bomen.md"), "zekerheid"))


def test_what_cannot_be_reached_says_so(klein: Path, tmp_path: Path) -> None:
    """Since when, and when it last worked; one that was looked at and never seen to work says that."""
    gone: dict[str, str | int] = {"url": KAART, "oordeel": "kapot", "gezien": "2025-03-30", "kapot_runs": 4}
    gone |= {"laatst_werkend": "2025-02-01", "eerste_fout": "2025-03-01", "runs": 4}
    blocked = {"url": WEERBOEK, "oordeel": "geblokkeerd", "gezien": "2025-03-30"}
    remember(klein, instrument__hittekaart=gone, bron__weerboek=blocked)
    site = make(klein, tmp_path / "site")
    link = rows_of(site, "hittekaart")["Link"]
    assert link == "niet bereikbaar sinds 1 maart 2025; werkte voor het laatst op 1 februari 2025"
    certain = visible_text(one(site.tree("groen/bomen.md"), "zekerheid"))
    assert "link bekeken, maar nog niet werkend gezien." in certain
    assert certain.endswith(f"De link is {link}.")


def test_with_a_public_repository_there_is_an_issue_too(klein: Path, tmp_path: Path) -> None:
    """On each page and with each instrument, with the form of its kind; the mail stays."""
    with (klein / "data" / "handreiking.yaml").open("a", encoding="utf-8") as titelblad:
        titelblad.write(f"broncode: {REPO}\n")
    site = make(klein, tmp_path / "site")
    for path, tree in parsed(site).items():
        (foot,) = tree.xpath("//aside[starts-with(@class, 'melden')]")
        (href,) = [a for a in foot.xpath(".//a/@href") if a.startswith(f"{REPO}/issues")]
        assert href.startswith(f"{REPO}/issues/new?template=tekst.yml&title=Klopt%20er%20iets%20niet%3F%20"), path
        assert f" ({path.removesuffix('.html')}), stand van 6 maart 2025" in unquote(href)
        assert len(mails(foot)) == 1
    for name in ("hittekaart", "regenboek"):
        (place,) = site.tree("instrumenten.md").xpath("//li[@id=$name]", name=name)
        (href,) = [a for a in place.xpath(".//a/@href") if a.startswith(REPO)]
        assert href.startswith(f"{REPO}/issues/new?template=link.yml&"), href
        assert f" ({name}), stand van 6 maart 2025" in unquote(href)


def test_a_claim_is_old_by_the_day_of_the_content(klein: Path, tmp_path: Path) -> None:
    """And not by the day of the build, which gives the same pages a year later."""
    claims = klein / "data" / "beweringen.yaml"
    text = claims.read_text(encoding="utf-8").replace("bestaat.\n  houdbaar: 60", "bestaat.\n  houdbaar: 11")
    claims.write_text(text, encoding="utf-8")
    site = make(klein, tmp_path / "site", SOURCE_DATE_EPOCH="1743500000")
    regen = site.tree("water/regen.md")
    old = "Dat kan verouderd zijn: ga eerst na wat er nu geldt."
    assert [old in visible_text(claim_on(regen, name)) for name in ("regenval", "subsidie-groen-dak")] == [False, True]
    before = {path.name: path.read_bytes() for path in site.pages()}
    later = make(klein, tmp_path / "later", SOURCE_DATE_EPOCH="1900000000")
    assert {path.name: path.read_bytes() for path in later.pages()} == before


def test_a_page_that_names_its_sources_shows_them(klein: Path, tmp_path: Path) -> None:
    """Any page may; one that does not has no such section."""
    over = klein / "content" / "over.md"
    top = "bronnen: [weerboek]\n---\nGemaakt"
    over.write_text(over.read_text(encoding="utf-8").replace("---\nGemaakt", top), encoding="utf-8")
    site = make(klein, tmp_path / "site")
    assert visible_text(one(site.tree("over.md"), "zekerheid")) == (
        "Hoe zeker is dit? Tekst Nog niet beoordeeld. Bron Weerboek (andere site) (voorjaar 2024). "
        "Gelezen op 1 maart 2025; link nog niet bekeken."
    )
    assert site.tree("definities.md").xpath("//*[@class='zekerheid']") == []


@pytest.fixture(scope="module")
def address(edition: Site, serve: Callable[[Path], str]) -> str:
    """Where the edition is served."""
    return serve(edition.folder)


SHOWN = ("instrumenten.html", "pga/multidisciplinaire-aanpak.html", "deskundigheid/kennis-verbreden.html", "over.html")
SMALL = """() => ['.herkomst a', '.instrument summary', '.melden a', '.bewering a', '.zekerheid a']
    .flatMap(selector => [...document.querySelectorAll(selector)])
    .map(e => [e.textContent, e.getBoundingClientRect()]).filter(([, r]) => r.height < 24 || r.width < 24)
    .map(([text, r]) => [text, r.width, r.height])"""
OPEN = "() => document.querySelectorAll('main details').forEach(details => { details.open = true; })"


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_with_all_opened(page: Page, address: str, width: int) -> None:
    """Nor does anything stick out of the window, and links and buttons of it are large enough."""
    page.set_viewport_size({"width": width, "height": 800})
    found: list[Any] = []
    for path in SHOWN:
        page.goto(address + path)
        page.evaluate(OPEN)
        for scheme in schemes(page):
            found += [(path, scheme, *violation) for violation in violations(page)]
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                found.append((path, scheme, "wide"))
            small = page.evaluate(SMALL)
            found += [(path, scheme, "small", small)] if small else []
    assert found == []


def test_an_instrument_opens_by_keyboard_and_without_javascript(browser: Browser, address: str) -> None:
    """Enter on the summary shows where the instrument comes from, and its mail."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "instrumenten.html")
    details = page.locator("#symbolenbank-nctv details")
    mail = details.get_by_role("link", name="Stuur een e-mail over dit instrument")
    assert not mail.is_visible()
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    assert mail.is_visible()
    assert details.get_by_text("nog door niemand geopend").is_visible()
    context.close()


def test_with_a_public_repository_every_page_can_be_changed(klein: Path, tmp_path: Path) -> None:
    """Each leads to its own source, those of records to their data too, and "over" to the guide; 404 has none."""
    with (klein / "data" / "handreiking.yaml").open("a", encoding="utf-8") as titelblad:
        titelblad.write(f"broncode: {REPO}\nwijzigen: {REPO}/edit/main/\n")
    site = make(klein, tmp_path / "site")
    data = {"instrumenten": "tools.yaml", "definities": "definities.yaml", "zelfscan": "zelfscan.yaml"}
    data |= {"contact": "contactpunten.yaml", "praktijk/waterdijk/bomen-tellen": "cijfers.yaml"}
    data |= {"praktijk/waterdijk/index": "citaten.yaml"}
    for path, tree in parsed(site).items():
        (foot,) = tree.xpath("//aside[starts-with(@class, 'melden')]")
        name = path.removesuffix(".html")
        expected = [f"{REPO}/edit/main/content/{name}.md"] if name != "404" else []
        expected += [f"{REPO}/edit/main/data/{data[name]}"] if name in data else []
        assert [a for a in foot.xpath(".//a/@href") if a.startswith(f"{REPO}/edit")] == expected, path
    guide = site.tree("over.md").xpath("//a[starts-with(@href, $repo)]/@href", repo=f"{REPO}/blob")
    assert guide == [f"{REPO}/blob/main/CONTRIBUTING.md"]


def test_without_a_repository_nothing_offers_to_change_a_page(edition: Site) -> None:
    """No page of the edition has a link for it."""
    assert [path.name for path in edition.pages() if "Wijzig deze pagina" in path.read_text(encoding="utf-8")] == []
