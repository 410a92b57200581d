"""Every page of the edition and of the small handreiking, for every reader: WCAG 2.2 A and AA, and what axe calls best.

What stands on several pages is looked at on one of them in every window and scheme, and by keyboard; `make keuring`
does all of that on every page.
What a page looks like when something on it is opened or filled in, stands with the tests of that feature.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from tests.site.axe import schemes, violations
from tests.site.conftest import Site

pytestmark = [pytest.mark.site, pytest.mark.browser]

# Where the keyboard stops, in order: of radio buttons the chosen one, or the first where none is.
STOPS = """() => {
  const group = e => [...document.querySelectorAll(`[type=radio][name="${e.name}"]`)]
  const chosen = e => e === (group(e).find(other => other.checked) || group(e)[0])
  window.stops = [...document.querySelectorAll(
      'a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex="0"]')]
    .filter(e => !e.disabled && e.checkVisibility({visibilityProperty: true}) && (e.type !== 'radio' || chosen(e)))
  return window.stops.length
}"""

# The number of what has the focus (-1: none of those, null: nothing), its name, whether it belongs to what a term
# opened, and what a reader does not see of it. In a date the parts show the focus by themselves.
STOP = """() => {
  const e = document.activeElement
  if (e === document.body) return null
  const style = getComputedStyle(e), boxes = [...e.getClientRects()].filter(r => r.width && r.height)
  const seen = box => { const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return at && (e.contains(at) || at.contains(e)) }
  const wrong = []
  if (!e.checkVisibility({visibilityProperty: true}) || !boxes.length) wrong.push('hidden')
  else if (!boxes.some(seen)) wrong.push('behind something')
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  if (!outlined && e.type !== 'date') wrong.push('no outline')
  return [(window.stops || []).indexOf(e), e.outerHTML.slice(0, 200), !!e.closest('[id^="pagina-uitleg-"]'), wrong]
}"""

# Notes a stop each time that Tab comes up: that is told of many presses at once, without asking after each.
NOTE = f"""() => {{
  window.noted = []
  addEventListener('keyup', e => {{ if (e.key === 'Tab') window.noted.push(({STOP})()) }}, true)
}}"""
PRESSES = 12

# Text that a reader would have to scroll sideways for, or that is cut off; what is only for who listens is left out.
LOST = """() => {
  const wide = document.documentElement.clientWidth, lost = []
  if (document.documentElement.scrollWidth > wide) lost.push('the page scrolls sideways')
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  while (texts.nextNode()) {
    const text = texts.currentNode, e = text.parentElement
    if (!text.data.trim() || e.closest('.verborgen, .overslaan, .neemmee .krap')) continue
    if (!e.checkVisibility({visibilityProperty: true})) continue
    range.selectNodeContents(text)
    const own = range.getBoundingClientRect()
    if (own.right > wide + 1 || own.left < -1) { lost.push('outside: ' + text.data.trim().slice(0, 60)); continue }
    for (let around = e; around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around), box = around.getBoundingClientRect()
      if (overflowX !== 'visible' && !/auto|scroll/.test(overflowX + overflowY)
          && (own.right > box.right + 1 || own.bottom > box.bottom + 1))
        { lost.push('cut off: ' + text.data.trim().slice(0, 60)); break }
    }
  }
  return lost
}"""

# Links and buttons that stand by themselves and are smaller than 24 by 24 px.
SMALL = """() => [...document.querySelectorAll('header a, button, summary, footer a, nav a, select, input')]
  .filter(e => e.checkVisibility() && !e.closest('label'))
  .map(e => [e.textContent.trim() || e.id, e.getBoundingClientRect()])
  .filter(([, r]) => r.width > 1 && (r.height < 24 || r.width < 24) && r.bottom > 0)
  .map(([text, r]) => [text, r.width, r.height])"""

# What a reader may set for all sites (WCAG 1.4.12).
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } \
p { margin-bottom: 2em !important }"

# A reader's own style is no part of the page, so its policy says nothing of it.
ADOPT = """text => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  document.adoptedStyleSheets = [sheet]
}"""


PARTS = 4


@pytest.fixture(scope="module")
def found(edition: Site, klein_site: Site, serve: Callable[[Path], str]) -> dict[str, Path]:
    """Every page of the edition as a reader gets it and of the small handreiking, by its address."""
    sites = (edition, klein_site)
    return {f"{serve(s.folder)}{path.relative_to(s.folder).as_posix()}": path for s in sites for path in s.pages()}


@pytest.fixture(scope="module", params=range(PARTS))
def pages(request: pytest.FixtureRequest, found: dict[str, Path]) -> list[str]:
    """The address of every page, in parts that are told to no other, so that they can be shared out."""
    return [*found][request.param :: PARTS]


@pytest.fixture(scope="module")
def every_kind(found: dict[str, Path]) -> list[str]:
    """The addresses of pages that together have every kind of element there is."""
    return cover(found)


@pytest.fixture(scope="module", params=["elke soort", pytest.param("elke", marks=pytest.mark.keuring)])
def which(request: pytest.FixtureRequest, found: dict[str, Path], every_kind: list[str]) -> list[str]:
    """Those, and in `make keuring` every page."""
    return every_kind if request.param == "elke soort" else [*found]


@pytest.fixture(scope="module", params=range(PARTS))
def looks(request: pytest.FixtureRequest, which: list[str]) -> list[str]:
    """The same, in parts."""
    return which[request.param :: PARTS]


def cover(found: dict[str, Path]) -> list[str]:
    """Return the addresses of few and short pages on which each kind of element is: by its name, class and role.

    All that styles and scripts do is by those, so any other page has nothing that is not on one of these.
    """
    elements = {
        address: [(e.tag, e.get("class"), e.get("role")) for e in html.document_fromstring(path.read_bytes()).iter()]
        for address, path in found.items()
    }
    kept = {address: set(kinds) for address, kinds in elements.items()}
    for address in sorted(elements, key=lambda address: -len(elements[address])):
        if kept[address] <= set().union(*(kinds for other, kinds in kept.items() if other != address)):
            del kept[address]
    return [*kept]


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab to walk through all pages with: a fresh one for each would take longer than the pages themselves."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_on_any_page(tab: Page, pages: list[str], every_kind: list[str]) -> None:
    """No violation of WCAG 2.2 AA or of best practice; the next test looks at the others."""
    faults: list[Any] = []
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.emulate_media(color_scheme="light")
    for address in pages:
        if address in every_kind:
            continue
        tab.goto(address)
        faults += [(address, *violation) for violation in violations(tab)]
    assert not faults, "\n".join(map(str, faults))


def test_axe_finds_nothing_in_any_window(tab: Page, looks: list[str]) -> None:
    """Nor in light or dark, on a phone, a tablet or a desk."""
    faults: list[Any] = []
    for address in looks:
        tab.goto(address)
        for width in (1280, 768, 320):
            tab.set_viewport_size({"width": width, "height": 800})
            for scheme in schemes(tab):
                faults += [(address, width, scheme, *violation) for violation in violations(tab)]
    assert not faults, "\n".join(map(str, faults))


def stops(tab: Page) -> Iterator[tuple[int, str, bool, list[str]]]:
    """Yield what Tab comes to, until it has left the page."""
    tab.evaluate(NOTE)
    while True:
        for _ in range(PRESSES):
            tab.keyboard.press("Tab")
        noted = tab.evaluate("window.noted.splice(0)")
        assert len(noted) == PRESSES
        for stop in noted:
            if stop is None:
                return
            yield stop


@pytest.mark.parametrize("width", [320, 1280])
def test_the_keyboard_reaches_everything(tab: Page, looks: list[str], width: int) -> None:
    """Tab visits each link and control once, in reading order and nothing else; focus always shows, with all unfolded.

    A term opens what explains it, with links of its own; a date has a stop for each of its parts.
    """
    tab.set_viewport_size({"width": width, "height": 800})
    faults: list[Any] = []
    for address in looks:
        tab.goto(address)
        tab.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
        wanted = list(range(tab.evaluate(STOPS)))
        visited: list[int] = []
        for number, name, explains, wrong in islice(stops(tab), 10 * len(wanted) + 10):  # else nothing ends a trap
            if visited and number == 0:
                break
            faults += [(address, name, wrong)] if wrong else []
            if not explains and visited[-1:] != [number]:
                visited.append(number)
        if visited != wanted:
            faults.append((address, [n for n in wanted if n not in visited], visited))
    assert not faults, "\n".join(map(str, faults))


def test_nothing_is_lost_in_a_narrow_window_or_with_large_text(tab: Page, pages: list[str]) -> None:
    """At 400 % zoom (320 px), at 200 % text and with wider spacing all text is there, without scrolling sideways.

    What to press stays at least 24 by 24 px (WCAG 1.4.4, 1.4.10, 1.4.12, 2.5.8).
    """
    faults: list[Any] = []
    for address in pages:
        tab.goto(address)
        tab.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
        for width, size in ((1280, "100%"), (320, "100%"), (375, "100%"), (640, "200%"), (1280, "200%")):
            tab.set_viewport_size({"width": width, "height": 800})
            tab.evaluate("size => { document.documentElement.style.fontSize = size }", "" if size == "100%" else size)
            faults += [(address, width, size, lost) for lost in tab.evaluate(LOST)]
            faults += [(address, width, size, small) for small in tab.evaluate(SMALL)]
        tab.evaluate("document.documentElement.style.fontSize = ''")
        tab.set_viewport_size({"width": 320, "height": 800})
        tab.evaluate(ADOPT, SPACING)
        # With that spacing a table may be wider than a telephone: columns of broken words help nobody (1.4.10).
        tab.evaluate("document.querySelectorAll('table').forEach(table => table.remove())")
        faults += [(address, 320, "spacing", lost) for lost in tab.evaluate(LOST)]
    assert not faults, "\n".join(map(str, faults))
