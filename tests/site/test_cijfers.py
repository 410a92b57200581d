"""Figures in a real Chromium: one picture of two, the same figures in a table, in every scheme and in print."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.conftest import load_edition
from tests.site.axe import schemes, violations
from tests.site.conftest import Site, make

pytestmark = [pytest.mark.site, pytest.mark.browser]

PAGES = ("meldpunt", "living-lab", "deskundigheid", "weerbaarheid")
SMALLEST = """() => [...document.querySelectorAll('.cijferbeeld')]
    .filter(svg => svg.getBoundingClientRect().width)
    .flatMap(svg => [...svg.querySelectorAll('text')].map(text => [svg, text]))
    .map(([svg, text]) => parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width
        / svg.viewBox.baseVal.width)
    .reduce((least, size) => Math.min(least, size), 100)"""
# Texts that come out of their picture, or run over one another.
CLASHES = """() => [...document.querySelectorAll('.cijferbeeld')].flatMap(svg => {
    const around = svg.getBoundingClientRect();
    if (!around.width) return [];
    const texts = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
    return texts.flatMap(([words, box], index) => [
        ...(box.left < around.left - 1 || box.right > around.right + 1 ? [words] : []),
        ...texts.slice(index + 1)
            .filter(([, other]) => box.left < other.right && other.left < box.right
                && box.top + 4 < other.bottom - 4 && other.top + 4 < box.bottom - 4)
            .map(([other]) => `${words} / ${other}`),
    ]);
})"""


@pytest.fixture(scope="module")
def address(edition: Site, serve: Callable[[Path], str]) -> str:
    """Where the practice example is served."""
    return f"{serve(edition.folder)}praktijk/rotterdam/"


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(page: Page, address: str, width: int) -> None:
    """No violation on a page with figures, whatever the colours."""
    page.set_viewport_size({"width": width, "height": 800})
    found = []
    for name in PAGES:
        page.goto(f"{address}{name}.html")
        for scheme in schemes(page):
            found += [(name, scheme, *violation) for violation in violations(page)]
        page.emulate_media(color_scheme="light", forced_colors="active")
        found += [(name, "forced", *violation) for violation in violations(page)]
        page.emulate_media(forced_colors="none")
    assert found == []


@pytest.mark.parametrize("width", [320, 375, 700, 1280])
def test_one_form_is_seen_and_can_be_read(page: Page, address: str, width: int) -> None:
    """The narrow form or the wide one; no text below 12 px, none outside its picture or over another."""
    page.set_viewport_size({"width": width, "height": 800})
    for name in PAGES:
        page.goto(f"{address}{name}.html")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        seen = page.locator(".cijferbeeld:visible")
        assert seen.count() == page.locator(".cijferbeeld").count() / 2 > 0
        form = "in-smal" if width < 700 else "in-breed"
        assert page.locator(f".cijferbeeld.{form}:visible").count() == seen.count()
        assert page.evaluate(SMALLEST) >= 12
        assert page.evaluate(CLASHES) == []


def test_a_picture_is_called_by_its_title_and_its_figures(page: Page, address: str) -> None:
    """Who does not see it, hears what it is of and every figure in it."""
    page.goto(f"{address}living-lab.html")
    (picture,) = page.get_by_role("img", name="Casussen in de PGA-RAD naar soort").all()
    label = page.locator("svg.in-breed desc").text_content()
    assert label == (
        "31 december 2023: Religieus 5, Extreem rechts 3, Extreem links 1, Anti-institutioneel 3, Totaal 12. "
        "31 december 2024: Religieus 11, Extreem rechts 4, Extreem links 1, Anti-institutioneel 2, Totaal 18."
    )
    assert picture.get_attribute("aria-labelledby") == (
        "pagina-reeks-rotterdam-casussen-naar-soort-breed-titel pagina-reeks-rotterdam-casussen-naar-soort-breed-uitleg"
    )


def test_the_table_holds_every_figure(edition: Site) -> None:
    """Each series stands as a table under its picture, with a head for each row and column and its source."""
    handreiking = load_edition()
    shown = 0
    for pad, pagina in handreiking.paginas.items():
        for name in pagina.tekst.reeksen:
            reeks, shown = handreiking.reeksen[name], shown + 1
            (figure,) = edition.tree(pad).xpath(f"//figure[@id='pagina-reeks-{name}']")
            rows = [[cell.text_content() for cell in row] for row in figure.xpath("./table/tbody/tr")]
            assert rows == [
                [
                    rij.naam,
                    *([rij.bij or ""] if reeks.bijkop else []),
                    *("–onbekend" if w is None else str(w) for w in rij.waarden),
                ]
                for rij in reeks.rijen
            ]
            assert {cell.get("scope") for cell in figure.xpath("./table//th")} == {"col", "row"}
            assert f"Bron: {reeks.bron.titel}" in figure.xpath("string(./p)")
            assert reeks.bladzijde in figure.xpath("string(./p)")
    assert shown == len(handreiking.reeksen) == 8


def test_the_last_year_is_full_and_the_one_before_open_without_colour(page: Page, address: str) -> None:
    """In forced colours the two differ as they do in print: one is filled, the other has a rim."""
    page.emulate_media(forced_colors="active")
    page.goto(f"{address}weerbaarheid.html")
    fills = page.locator(".in-breed .staaf").evaluate_all("bars => bars.map(bar => getComputedStyle(bar).fill)")
    last = page.locator(".in-breed .staaf.laatst").evaluate_all("bars => bars.map(bar => getComputedStyle(bar).fill)")
    assert len({*last}) == 1
    assert {*fills} - {*last}
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert {*fills} - {*last} == {ground}


def test_another_municipality_has_its_own(klein: Path, tmp_path: Path) -> None:
    """The second handreiking shows its series, with what an editor typed as text."""
    data = klein / "data" / "cijfers.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("naam: Eiken", "naam: Eiken & 1 < 2"), encoding="utf-8")
    site = make(klein, tmp_path / "site")
    page = next(path for path in site.pages() if path.parent.name == "bomen-tellen" or path.stem == "bomen-tellen")
    source = page.read_text(encoding="utf-8")
    assert source.count("<svg") - source.count('viewBox="0 0 24 24"') >= 4
    assert "Eiken &amp; 1 &lt; 2: Langs" in source
