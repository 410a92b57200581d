"""That axe is asked anew for whatever can have changed its verdict since it last looked at a page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.site.axe import schemes, violations

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="nl"><title>Proef</title><style>
  body { background: #fff; color: #111 }
  a, button { color: inherit; display: inline-block; font-size: 16px; min-width: 24px; min-height: 24px }
  img { height: 24px; width: 24px }
  %s
</style><main><h1>Proef</h1><p><a href="#x">een</a> <a href="#y">twee</a></p><img alt="Proef" src="data:,"></main>"""


def found(page: Page) -> dict[str, list[str]]:
    """Return the rules that are broken in light and in dark."""
    return {scheme: [rule for rule, _ in violations(page)] for scheme in schemes(page)}


def test_a_page_without_faults(page: Page) -> None:
    """Nothing is found, however often it is asked."""
    page.set_content(PAGE % "")
    assert [found(page), found(page)] == [{"light": [], "dark": []}] * 2


def test_colours_in_one_scheme(page: Page) -> None:
    """What cannot be read in the dark is found there, although all else is as it was."""
    page.set_content(PAGE % "@media (prefers-color-scheme: dark) { p { color: #ddd } }")
    assert [found(page), found(page)] == [{"light": [], "dark": ["color-contrast"]}] * 2


def test_a_lie_in_one_scheme(page: Page) -> None:
    """Links that lie on each other in the dark are found there."""
    page.set_content(
        PAGE % "@media (prefers-color-scheme: dark) { a { min-width: 0; min-height: 0; font-size: 9px; margin: -2px } }"
    )
    assert found(page) == {"light": [], "dark": ["target-size"]}


def test_a_lie_at_one_width(page: Page) -> None:
    """So are those in a narrow window, and they are no longer there in a wide one."""
    page.set_content(
        PAGE % "@media (max-width: 400px) { a { min-width: 0; min-height: 0; font-size: 9px; margin: -2px } }"
    )
    assert found(page) == {"light": [], "dark": []}
    page.set_viewport_size({"width": 320, "height": 800})
    assert found(page)["light"] == ["target-size"]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("document.querySelector('img').removeAttribute('alt')", "image-alt"),
        ("document.querySelector('a').textContent = ''", "link-name"),
        ("document.documentElement.lang = ''", "html-has-lang"),
    ],
)
def test_another_element(page: Page, change: str, rule: str) -> None:
    """An attribute or a text that changes after the first look is looked at."""
    page.set_content(PAGE % "")
    assert found(page)["dark"] == []
    page.evaluate(change)
    assert found(page)["light"] == [rule]


def test_what_a_style_shows(page: Page) -> None:
    """What a style shows or hides changes what is read, with the same elements."""
    page.set_content(PAGE % "@media (max-width: 400px) { h1 { display: none } }")
    assert found(page)["dark"] == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert found(page)["light"] == ["page-has-heading-one"]
