"""The picture of how topics hang together, and the list below it, in a real Chromium and at any size."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from handreiking.beeld.tekening import compose_tekening
from handreiking.geheel.handreiking import Handreiking, Onderwerp, Thema
from handreiking.geheel.samenhang import verbanden
from handreiking.site.omgeving import SJABLONEN
from tests.conftest import load_edition
from tests.groot import write_groot
from tests.site.axe import schemes, violations
from tests.site.conftest import Site, copy_project, make, visible_text

pytestmark = [pytest.mark.site, pytest.mark.browser]

WIDTHS = (320, 375, 768, 896, 1280)
PATH = "samenhang.html"
# Of each thread in view: the ids at its ends, what kind it is, and where in the window it begins and ends.
THREADS = """() => [...document.querySelectorAll('.draden')].filter(svg => svg.checkVisibility()).flatMap(svg =>
    [...svg.querySelectorAll('.draad')].map(draad => {
        const lijn = draad.querySelector('.lijn'), scherm = lijn.getScreenCTM();
        const op = lengte => { const p = lijn.getPointAtLength(lengte).matrixTransform(scherm); return [p.x, p.y] };
        return { bij: draad.dataset.bij.split(' ').slice(0, 2), soort: lijn.classList[1], rij: scherm.d,
                 pijl: !!draad.querySelector('.pijl'), hier: draad.classList.contains('hier'),
                 van: op(0), naar: op(lijn.getTotalLength()), te_zien: Number(getComputedStyle(draad).opacity) } }))"""
# Of each topic and theme in the picture: its words, the letters' box and size, and of a topic where threads end.
NODES = """() => [...document.querySelectorAll('#pagina-web [data-knoop]')].map(link => {
    const bereik = document.createRange(); bereik.selectNodeContents(link);
    const vak = bereik.getBoundingClientRect(), rij = (link.closest('.knopen li') || link.closest('p'));
    const { x, y, width, height } = rij.getBoundingClientRect();
    const paneel = link.closest('.groep').getBoundingClientRect();
    const rechts = !!link.closest('.kolom ~ .kolom') && innerWidth >= 896;
    return { id: link.dataset.knoop, tekst: link.textContent, letter: parseFloat(getComputedStyle(link).fontSize),
             vak: [vak.left, vak.top, vak.right, vak.bottom], rij: [x, y, x + width, y + height],
             rand: [rechts ? paneel.left : paneel.right, y + height / 2], paneel: [paneel.left, paneel.right] } })"""


@pytest.fixture(scope="module")
def handreiking() -> Handreiking:
    """The edition as the domain knows it."""
    return load_edition()


@pytest.fixture(scope="module")
def address(edition: Site, serve: Callable[[Path], str]) -> str:
    """Where the edition is served."""
    return serve(edition.folder)


@pytest.fixture(scope="module", params=[(1, 2), (8, 60)], ids=str)
def groot(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]
) -> str:
    """Where a handreiking of another size is served."""
    folder = tmp_path_factory.mktemp("groot")
    project = copy_project(folder / "project")
    write_groot(project, *request.param)
    return serve(make(project, folder / "site").folder)


def look(page: Page, address: str, width: int) -> Page:
    """Open the page of the picture in a window of some width."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + PATH)
    return page


def overlapping(nodes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the pairs of nodes whose letters lie on each other."""
    return [
        (one["tekst"], other["tekst"])
        for one, other in combinations(nodes, 2)
        if one["vak"][0] < other["vak"][2]
        and other["vak"][0] < one["vak"][2]
        and one["vak"][1] < other["vak"][3] - 0.5
        and other["vak"][1] < one["vak"][3] - 0.5
    ]


def crowded(page: Page) -> dict[str, list[Any]]:
    """Return what is wrong with how nodes and threads lie in the window; empty where all is well."""
    nodes, threads = page.evaluate(NODES), page.evaluate(THREADS)
    places = {node["id"]: node["rand"] for node in nodes}
    loose = [
        (thread["bij"], end, places[name])
        for thread in threads
        for name, end in zip(thread["bij"], (thread["van"], thread["naar"]), strict=True)
        if abs(end[0] - places[name][0]) > 2 or not -2 <= end[1] - places[name][1] <= 0.2 * thread["rij"]
    ]
    outside = [
        node["tekst"]
        for node in nodes
        if node["vak"][1] < node["rij"][1] - 2
        or node["vak"][3] > node["rij"][3] + 2
        or node["vak"][0] < node["paneel"][0]
        or node["vak"][2] > node["paneel"][1] - 4
    ]
    wrong = {
        "overlap": overlapping(nodes),
        "small": [node["tekst"] for node in nodes if node["letter"] < 14],
        "loose": loose,
        "outside": outside,
        "wide": page.evaluate("[document.documentElement.scrollWidth - innerWidth].filter(over => over > 0)"),
    }
    return {what: found for what, found in wrong.items() if found}


def ties_of_list(page: Page) -> list[tuple[str, str, str]]:
    """Return (address of the topic, address of the other, what is said of it) for each line of the list."""
    found = page.evaluate(
        """() => [...document.querySelectorAll('.verbanden > li')].map(regel => [
            ...[regel.closest('div').querySelector('h4 a'), regel.querySelector('a')].map(a => a.getAttribute('href')),
            [...regel.querySelectorAll('p')].slice(1).map(p => p.textContent).join(' | ')])"""
    )
    return [(topic, other, said) for topic, other, said in found]


def test_each_node_is_a_link_to_its_page(page: Page, address: str, handreiking: Handreiking) -> None:
    """Every theme and every topic of it, in order, once, as a link with its title."""
    look(page, address, 1280)
    links = page.evaluate(
        """() => [...document.querySelectorAll('#pagina-web a')]
            .map(link => [link.textContent, link.getAttribute('href'), link.dataset.knoop])"""
    )
    nodes: list[Thema | Onderwerp] = []
    for thema in handreiking.themas:
        nodes += [thema, *thema.onderwerpen]
    assert links == [[node.titel, node.pad.replace(".md", ".html"), node.id] for node in nodes]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_keyboard_follows_the_picture(page: Page, address: str, width: int) -> None:
    """Tab goes down the panels and shows where it is; the ties of the topic reached are the only ones in view."""
    look(page, address, width)
    nodes = [node["id"] for node in page.evaluate(NODES)]
    page.locator("#pagina-web a").first.focus()
    visited = []
    for name in nodes:
        here = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
                return [e.dataset.knoop, s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2] }"""
        )
        visited.append(here)
        shown = [thread for thread in page.evaluate(THREADS) if thread["hier"]]
        assert all(
            name in thread["bij"] or any(end.startswith(f"{name}/") for end in thread["bij"]) for thread in shown
        )
        page.keyboard.press("Tab")
    assert visited == [[name, True] for name in nodes]
    assert not page.locator("#pagina-web.gericht").count()


def test_pointing_at_a_topic_shows_its_ties(page: Page, address: str, handreiking: Handreiking) -> None:
    """Its threads stay, the others fade, the topics at their ends are marked; elsewhere all are back."""
    look(page, address, 1280)
    topic = handreiking.themas[0].onderwerpen[2]
    page.locator(f"#pagina-web [data-knoop='{topic.id}']").hover()
    threads = page.evaluate(THREADS)
    assert {thread["hier"]: thread["te_zien"] for thread in threads} == {True: 1, False: 0.12}
    assert [t["bij"] for t in threads if t["hier"]] == [t["bij"] for t in threads if topic.id in t["bij"]]
    marked = page.evaluate("[...document.querySelectorAll('.knopen .hier a')].map(link => link.dataset.knoop)")
    ties = [v for v in verbanden(handreiking, topic) if v.verwant or v.deelt]
    assert sorted(marked) == sorted([topic.id, *(v.naar.pad.removesuffix(".md") for v in ties)])
    page.mouse.move(0, 0)
    assert {thread["te_zien"] for thread in page.evaluate(THREADS)} == {1}


def test_pointing_at_a_theme_shows_the_ties_of_its_topics(page: Page, address: str, handreiking: Handreiking) -> None:
    """Every thread that begins or ends in the theme."""
    look(page, address, 1280)
    thema = handreiking.themas[1]
    page.locator(f"#pagina-web [data-knoop='{thema.id}']").hover()
    threads = page.evaluate(THREADS)
    wanted = [t["bij"] for t in threads if any(end.startswith(f"{thema.id}/") for end in t["bij"])]
    assert [t["bij"] for t in threads if t["hier"]] == wanted
    assert 0 < len(wanted) < len(threads)


@pytest.mark.parametrize("width", [320, 1280])
def test_picture_and_list_hold_the_same_ties(page: Page, address: str, handreiking: Handreiking, width: int) -> None:
    """Each thread stands in the list on both sides, with its kind; and nothing stands there that is not drawn."""
    look(page, address, width)
    drawn: set[tuple[str, str, str]] = set()
    for thread in page.evaluate(THREADS):
        van, naar = (f"{name}.html" for name in thread["bij"])
        if thread["soort"] == "deelt":
            drawn |= {(van, naar, "deelt"), (naar, van, "deelt")}
        elif thread["pijl"]:
            drawn |= {(van, naar, "Bouwt hierop voort"), (naar, van, "Basis hiervoor")}
        else:
            drawn |= {(van, naar, "Verwant"), (naar, van, "Verwant")}
    listed: set[tuple[str, str, str]] = set()
    for topic, other, said in ties_of_list(page):
        kinds = said.split(" | ")
        listed |= {
            (topic, other, kind) for kind in ("Bouwt hierop voort", "Basis hiervoor", "Verwant") if kind in kinds
        }
        listed |= {(topic, other, "deelt")} if "Gedeeld" in said else set()
    assert listed == drawn
    assert len(drawn) == 2 * len(compose_tekening(handreiking).smal.draden)


def test_the_list_gives_every_reason(page: Page, address: str, handreiking: Handreiking) -> None:
    """What is said of each tie: the reason and kind of related topics, the names of instruments on both."""
    wanted = []
    for thema in handreiking.themas:
        for topic in thema.onderwerpen:
            for v in sorted(verbanden(handreiking, topic), key=lambda v: v.verwant is None):
                said = [v.verwant.reden, v.verwant.in_woorden or "Verwant"] if v.verwant else []
                names = ", ".join(v.deelt.instrumenten) if v.deelt else ""
                said += [f"Gedeeld instrument: {names}"] if names else []
                pads = (topic.pad.replace(".md", ".html"), v.naar.pad.replace(".md", ".html"))
                wanted += [(*pads, " | ".join(said))] if said else []
    assert ties_of_list(look(page, address, 1280)) == wanted


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_has_its_place(page: Page, address: str, width: int) -> None:
    """No label on another, outside its row or below 14 px; threads end at their topics; nothing sticks out."""
    assert crowded(look(page, address, width)) == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_has_its_place_at_any_size(page: Page, groot: str, width: int) -> None:
    """The same for one theme with two topics, and for eight with sixty of which some have long titles."""
    look(page, groot, width)
    assert page.evaluate(THREADS) != []
    assert crowded(page) == {}


def test_large_letters_have_their_place_too(page: Page, address: str) -> None:
    """With text twice as large, rows and threads grow along."""
    look(page, address, 640)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert crowded(page) == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_one_picture_is_there_and_says_what_it_is(page: Page, address: str, width: int) -> None:
    """Of the two forms one is in view and in the tree of a screen reader, with title and description."""
    look(page, address, width)
    pictures = page.get_by_role("img", name="Verbanden tussen de onderwerpen")
    assert pictures.count() == 1
    count = pictures.locator(".draad").count()
    assert pictures.locator("desc").text_content() == (
        f"{count} lijnen tussen de onderwerpen. De lijst Alle verbanden noemt ze een voor een."
    )
    assert page.locator("#pagina-web").get_by_role("link").count() == len(page.evaluate(NODES))


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_what_is_pointed_at(page: Page, groot: str, width: int) -> None:
    """No violation with the ties of one topic in view, in light and dark, at any size."""
    look(page, groot, width).locator("#pagina-web .knopen a").nth(1).focus()
    for scheme in schemes(page):
        assert page.locator("#pagina-web.gericht .draad.hier").count()
        assert (scheme, violations(page)) == (scheme, [])


def test_on_paper_the_picture_is_whole(page: Page, address: str, handreiking: Handreiking) -> None:
    """Printed while something is pointed at: every thread, labels in place, and all of it on the first sheet."""
    look(page, address, 1280).locator("#pagina-web .knopen a").first.hover()
    printed = PdfReader(BytesIO(page.pdf(format="A4")))
    titles = [topic.titel for thema in handreiking.themas for topic in thema.onderwerpen]
    first = " ".join(printed.pages[0].extract_text().replace("-\n", "").split())
    assert [title for title in titles if title not in first] == []
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 620, "height": 960})  # an A4 sheet without its margins
    assert {thread["te_zien"] for thread in page.evaluate(THREADS)} == {1}
    assert overlapping(page.evaluate(NODES)) == []


def test_in_forced_colours_lines_and_ends_are_in_the_colour_of_text(page: Page, address: str) -> None:
    """Threads, arrows and the ends of threads do not keep a colour that the reader did not choose."""
    page.emulate_media(forced_colors="active")
    look(page, address, 1280)
    colours = page.evaluate(
        """() => { const web = document.getElementById('pagina-web');
            const proef = document.createElement('i'); proef.style.color = 'CanvasText'; web.append(proef);
            const tekst = getComputedStyle(proef).color;
            return [...web.querySelectorAll('.draad .lijn')].map(e => getComputedStyle(e).stroke)
                .concat([...web.querySelectorAll('.pijl')].map(e => getComputedStyle(e).fill))
                .concat([...web.querySelectorAll('.knopen li')]
                    .map(e => getComputedStyle(e, '::after').backgroundColor))
                .filter(kleur => kleur !== tekst) }"""
    )
    assert colours == []


def test_without_javascript_the_picture_is_all_there(browser: Browser, address: str, handreiking: Handreiking) -> None:
    """Every thread and every link, only without the fading."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address + PATH)
    page.locator("#pagina-web a").nth(1).hover()
    assert page.locator(".in-breed .draad").count() == len(compose_tekening(handreiking).smal.draden)
    assert page.locator("#pagina-web a").count() == 18
    assert page.locator(".gericht").count() == 0
    context.close()


def test_the_script_is_small() -> None:
    """No more than 0.7 kB as it goes over the line."""
    assert len(gzip.compress((SJABLONEN / "assets/js/samenhang.js").read_bytes())) <= 700


def test_a_topic_shows_each_page_it_is_tied_to_once(edition: Site, handreiking: Handreiking) -> None:
    """Under it: read on with reason and kind, then what shares instruments, then what names it, no page twice."""
    for thema in handreiking.themas:
        for topic in thema.onderwerpen:
            (below,) = edition.tree(topic.pad).xpath("//*[@class='verder']")
            shown = {
                heading: [visible_text(item) for item in below.xpath(f".//section[@aria-labelledby='{heading}']//li")]
                for heading in ("pagina-verder", "pagina-deelt", "pagina-genoemd")
            }
            wanted: dict[str, list[str]] = {heading: [] for heading in shown}
            for v in verbanden(handreiking, topic):
                if v.verwant:
                    deel = handreiking.thema(v.naar.pad.partition("/")[0])
                    kind = f"{v.verwant.in_woorden} · " if v.verwant.aard else ""
                    both = f" · deelt {len(v.deelt.instrumenten)} instrument" if v.deelt else ""
                    line = f"{v.naar.titel} {v.verwant.reden} {kind}Thema {deel.titel}{both}"
                    wanted["pagina-verder"].append(line)
                elif v.deelt:
                    wanted["pagina-deelt"].append(f"{v.naar.titel} {' en '.join(v.deelt.instrumenten)}")
                else:
                    wanted["pagina-genoemd"].append(v.naar.titel)
            assert shown == wanted
            assert below.xpath(".//nav//a[.='Samenhang']/@href") == ["../samenhang.html"]
