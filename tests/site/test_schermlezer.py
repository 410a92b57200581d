"""What who listens to the site gets: the accessibility tree of three pages, as it is on record, and Dutch labels.

`VERNIEUW_GOUD=ja .venv/bin/python -m pytest tests/site/test_schermlezer.py` puts the trees on record anew in `goud/`:
read the difference before it is committed. That run fails, so that no other one can do it unseen.
"""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from tests.site.conftest import Site

GOUD = Path(__file__).parent / "goud"
PAGES = {"menu": "index.html", "onderwerp": "water/regen.html", "instrumenten": "instrumenten.html"}
# English that templates of others bring along; a word that is Dutch too ("menu", "download") is not among them.
ENGLISH = (
    "back", "breadcrumb", "breadcrumbs", "clear", "click", "close", "content", "contents", "copy", "dark", "dialog",
    "edit", "expand", "footer", "header", "hide", "light", "loading", "main", "navigation", "next", "of", "page",
    "previous", "read more", "required", "reset", "results", "search", "share", "show", "sidebar", "skip to", "source",
    "submit", "tabs", "toggle", "toolbar",
)  # fmt: skip
LABELS = {"alt", "aria-description", "aria-label", "aria-roledescription", "placeholder", "title"}
SAID = ("button", "caption", "label", "legend", "summary", "title")

pytestmark = [pytest.mark.site, pytest.mark.browser]


# Looked at in the small handreiking: what an editor adds to the edition changes nothing there.
@pytest.mark.parametrize("name", PAGES)
def test_a_screen_reader_gets_what_is_on_record(
    page: Page, klein_site: Site, serve: Callable[[Path], str], name: str
) -> None:
    """Landmarks, headings, lists, links and controls, in order, each by its role and its name."""
    page.goto(serve(klein_site.folder) + PAGES[name])
    # The filters tell their outcome when typing pauses.
    for told in page.locator(".uitslag > [role=status]").all():
        expect(told).not_to_be_empty()
    tree = page.locator("body").aria_snapshot() + "\n"
    record = GOUD / f"{name}.yaml"
    if os.environ.get("VERNIEUW_GOUD") == "ja":
        record.write_text(tree, encoding="utf-8")
        pytest.fail(f"{record.name} is put on record anew; look at the difference and run again without VERNIEUW_GOUD")
    assert tree == record.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_outcome_of_the_self_scan_is_a_table_at_any_width(
    page: Page, klein_site: Site, serve: Callable[[Path], str], width: int
) -> None:
    """Chromium tells who listens of rows, headings and cells, also where the style lays them out as a grid."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(serve(klein_site.folder) + "zelfscan.html")
    page.locator(".antwoorden input").first.check()
    session = page.context.new_cdp_session(page)
    table = session.send("Runtime.evaluate", {"expression": "document.querySelector('.beeld')"})["result"]["objectId"]
    nodes = session.send("Accessibility.queryAXTree", {"objectId": table})["nodes"]
    roles = [node["role"]["value"] for node in nodes if not node["ignored"]]
    themes = page.locator(".beeld tbody tr").count()
    assert {role: roles.count(role) for role in ("table", "row", "columnheader", "rowheader", "cell")} == {
        "table": 1,
        "row": 1 + themes,
        "columnheader": 6,
        "rowheader": themes,
        "cell": 5 * themes,
    }


def test_every_label_is_dutch(edition: Site, klein_site: Site) -> None:
    """No label of the theme that lent its icons, in English, and no English word in what only some readers get."""
    spec = importlib.util.find_spec("material")
    assert spec is not None
    assert spec.submodule_search_locations
    english = Path(spec.submodule_search_locations[0], "templates/partials/languages/en.html").read_text("utf-8")
    theirs = {value.lower() for value in re.findall(r'^  "[a-z._]+": "(.+)",?$', english, re.MULTILINE)}
    theirs -= {"ltr", "en", "utf-8", "meta"}
    assert {"table of contents", "back to top", "skip to content"} <= theirs
    words = re.compile(rf"\b(?:{'|'.join(ENGLISH)})\b", re.IGNORECASE)
    wrong = []
    for site in (edition, klein_site):
        for path in site.pages():
            tree = html.document_fromstring(path.read_bytes())
            said = {str(value) for element in tree.iter("*") for name, value in element.items() if name in LABELS}
            said |= {"".join(map(str, element.itertext())).strip() for name in SAID for element in tree.iter(name)}
            wrong += [(path.name, label) for label in sorted(said) if label.lower() in theirs or words.search(label)]
    assert wrong == []
