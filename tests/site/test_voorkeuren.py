"""What a reader has set for all sites: less motion, dark, colours of their own, no scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.conftest import Site

pytestmark = [pytest.mark.site, pytest.mark.browser]

MOTION = """() => [...document.querySelectorAll('*')].flatMap(e => ['', '::before', '::after'].map(part => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(e, part || null)
  return [e.tagName + part, transitionDuration, animationName, scrollBehavior]
})).filter(([, transition, animation, scroll]) =>
  transition.split(', ').some(time => time !== '0s') || animation !== 'none' || scroll === 'smooth')"""
# The colours of borders and outlines, of what an element stands on, and of a line in a drawing.
COLOURS = """(e, part) => {
  const style = getComputedStyle(e, part)
  return Object.fromEntries(['borderTopColor', 'borderTopWidth', 'outlineColor', 'outlineStyle', 'outlineWidth',
    'backgroundColor', 'stroke', 'fill'].map(name => [name, style[name]]))
}"""


@pytest.fixture(scope="module")
def address(edition: Site, serve: Callable[[Path], str]) -> str:
    """Where the edition is served."""
    return serve(edition.folder)


def test_nothing_moves_for_who_wants_no_motion(browser: Browser, edition: Site, address: str) -> None:
    """No transition and no animation on any page; there is some for who does not mind, but a link always jumps."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    moving = []
    for path in edition.pages():
        page.goto(address + path.relative_to(edition.folder).as_posix())
        moving += page.evaluate(MOTION)
    assert moving == []
    page.emulate_media(reduced_motion="no-preference")
    page.goto(address + "samenhang.html")
    assert {(name, scroll) for name, _, _, scroll in page.evaluate(MOTION)} == {("g", "auto")}
    context.close()


def test_without_javascript_the_content_is_all_there_in_the_colours_of_the_system(
    browser: Browser, address: str
) -> None:
    """Text, instruments and menu need no script; the preference for dark is followed without one."""
    ground = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(java_script_enabled=False, color_scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        page.goto(address + "beleid/capaciteit.html")
        assert page.get_by_role("heading", level=1).inner_text() == "Capaciteit"
        ground[scheme] = page.screenshot(clip={"x": 0, "y": 0, "width": 4, "height": 4})
        page.goto(address)
        assert page.locator("main [data-thema] li a").count() == 14
        context.close()
    assert ground["light"] != ground["dark"]


@pytest.fixture
def forced(browser: Browser, address: str) -> Iterator[Callable[[str], Page]]:
    """A function that opens a page for a reader with colours of their own: white, yellow and blue on black."""
    context = browser.new_context(forced_colors="active", color_scheme="dark", reduced_motion="reduce")
    page = context.new_page()

    def opened(path: str) -> Page:
        page.goto(address + path)
        return page

    yield opened
    context.close()


def test_with_forced_colours_the_focus_shows(forced: Callable[[str], Page]) -> None:
    """A line of 3 px, not in the colour that it stands on, around a link and a button."""
    page = forced("over.html")
    for _ in range(9):
        page.keyboard.press("Tab")
        style = page.evaluate(f"({COLOURS})(document.activeElement)")
        assert (style["outlineStyle"], style["outlineWidth"]) == ("solid", "3px")
        assert style["outlineColor"] not in (style["backgroundColor"], "rgb(0, 0, 0)")


def test_with_forced_colours_a_choice_shows(forced: Callable[[str], Page]) -> None:
    """What is on the list and what is answered has another line around it than what is not."""
    page = forced("instrumenten.html")
    chosen, other = page.locator(".neemmee").nth(0), page.locator(".neemmee").nth(1)
    chosen.click()
    page.mouse.move(0, 0)
    on, off = chosen.evaluate(COLOURS), other.evaluate(COLOURS)
    assert (on["borderTopWidth"], off["borderTopWidth"]) == ("3px", "1px")
    assert on["borderTopColor"] != off["borderTopColor"]
    page = forced("zelfscan.html")
    page.locator(".antwoorden input").first.check()
    answered, open_ = (page.locator(".antwoorden label").nth(n).evaluate(COLOURS) for n in (0, 1))
    assert (answered["outlineStyle"], answered["outlineWidth"], open_["outlineStyle"]) == ("solid", "2px", "none")


def test_with_forced_colours_the_threads_and_signs_show(forced: Callable[[str], Page]) -> None:
    """The lines of the drawing, their arrows and ends, and the signs of the themes are in the colour of the text."""
    page = forced("samenhang.html")
    text = page.locator("h1").evaluate("e => getComputedStyle(e).color")
    lines = page.locator(".in-breed .lijn").evaluate_all(f"all => all.map(e => ({COLOURS})(e).stroke)")
    arrows = page.locator(".in-breed .pijl").evaluate_all(f"all => all.map(e => ({COLOURS})(e).fill)")
    ends = page.locator(".knopen li").evaluate_all(f"all => all.map(e => ({COLOURS})(e, '::after').backgroundColor)")
    signs = page.locator(".tegel:visible").evaluate_all(f"all => all.map(e => ({COLOURS})(e).backgroundColor)")
    assert [set(found) for found in (lines, arrows, ends, signs)] == [{text}] * 4
