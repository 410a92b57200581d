"""What axe finds on a page: WCAG 2.0 to 2.2, A and AA, and what axe calls best practice."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The rules whose verdict depends on how things look, and those of them that colours decide. Any other reads the
# elements and attributes that a screen reader can reach, and can only judge otherwise where those are others.
LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
COLOURS = ["color-contrast", "link-in-text-block"]

# Runs all rules where the elements or which of them are shown have not been looked at yet on this page; else those
# about looks, where things lie as they have not yet; else those about colours.
_RUN = """async ([all, looks, colours]) => {
  const every = [...document.querySelectorAll('*')]
  const shown = document.documentElement.outerHTML
    + every.map(e => +e.checkVisibility({visibilityProperty: true})).join('')
  const laid = shown + every.map(e => { const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height] })
  const seen = (window.axeSeen ||= new Set())
  const rules = !seen.has(shown) ? {type: 'tag', values: all}
    : {type: 'rule', values: seen.has(laid) ? colours : looks}
  seen.add(shown).add(laid)
  const found = await axe.run({runOnly: rules, resultTypes: ['violations'], preload: false})
  return found.violations.map(v => [v.id, v.nodes.map(n => n.target)])
}"""
_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def schemes(page: Page) -> Iterator[str]:
    """Yield light and dark, each with the page in it."""
    page.emulate_media(color_scheme="light")
    yield "light"
    page.emulate_media(color_scheme="dark")
    yield "dark"


def violations(page: Page) -> list[tuple[str, Any]]:
    """Return the rules that the page breaks as it is now, each with where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    return [(rule, targets) for rule, targets in page.evaluate(_RUN, [RULES, LOOKS, COLOURS])]
