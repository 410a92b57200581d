"""What an official types leads to the right page, in a real Chromium, from a server and from a disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.site.conftest import Site
from tests.zoeken.vragen import ask, load_vragen, open_search

pytestmark = [pytest.mark.site, pytest.mark.browser]

GOED = 0.95


@pytest.fixture(params=["server", "schijf"])
def root(request: pytest.FixtureRequest, edition: Site, serve: Callable[[Path], str]) -> str:
    """Where the site stands: on a server, or unpacked on a disk."""
    return serve(edition.folder) if request.param == "server" else f"{edition.folder.as_uri()}/"


def test_the_right_page_is_among_the_first_three(page: Page, root: str) -> None:
    """At least 95 in 100 questions are answered by the first three results, and none by nothing."""
    open_search(page, root)
    vragen = load_vragen()
    answers = {vraag: ask(page, root, vraag.vraag) for vraag in vragen}
    assert len(vragen) >= 80
    assert [vraag.vraag for vraag, answer in answers.items() if not answer.adressen] == []
    missed = [
        (vraag.vraag, answer.adressen[:3]) for vraag, answer in answers.items() if not vraag.answered(answer.adressen)
    ]
    assert len(missed) <= (1 - GOED) * len(vragen), missed


def test_every_result_leads_somewhere(page: Page, root: str, edition: Site) -> None:
    """The address of each result is a page of the site, with its anchor."""
    open_search(page, root)
    for vraag in load_vragen():
        for address in ask(page, root, vraag.vraag).adressen:
            path, _, anchor = address.partition("#")
            assert (edition.folder / path).is_file(), address
            assert not anchor or f'id="{anchor}"' in (edition.folder / path).read_text(encoding="utf-8"), address


def test_the_hit_stands_in_its_sentence(page: Page, root: str) -> None:
    """A result says what it is and where the word stands: marked, in its sentence, under its heading."""
    open_search(page, root)
    ask(page, root, "burgermeester")
    first = page.locator(".treffers li").first
    assert first.locator(".titel").inner_text() == "Borging portefeuille"
    assert first.locator(".soort").inner_text() == "Onderwerp · Beleid en organisatie"
    assert first.locator("p mark").first.inner_text() == "burgemeester"
    assert first.locator(".onder a").inner_text() == "De burgemeester is portefeuillehouder"
    first.locator(".onder a").click()
    assert page.url == f"{root}beleid/borging-portefeuille.html#de-burgemeester-is-portefeuillehouder"


@pytest.mark.parametrize(
    ("typed", "soort"),
    [
        ("weegploeg", "Definitie"),
        ("LSE", "Afkorting"),
        ("symbolenbank", "Instrument · NCTV"),
        ("capaciteit", "Onderwerp · Beleid en organisatie"),
        ("deskundigheidsbevordering", "Thema"),
        ("colofon", "Pagina"),
        ("0623660386", "Contact · Rotterdam"),
    ],
)
def test_every_kind_can_be_found(page: Page, edition: Site, typed: str, soort: str) -> None:
    """Topics, themes, pages, instruments, definitions, abbreviations and contacts say which they are."""
    root = f"{edition.folder.as_uri()}/"
    open_search(page, root)
    ask(page, root, typed)
    assert page.locator(".treffers .soort").first.inner_text() == soort


@pytest.mark.parametrize(
    "typed", ["", "a", "?!", "de het een", "<b>", "constructor __proto__", "x" * 5000, "*", "=" * 9]
)
def test_whatever_is_typed(page: Page, edition: Site, typed: str) -> None:
    """No question breaks the window."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    root = f"{edition.folder.as_uri()}/"
    open_search(page, root)
    ask(page, root, typed)
    assert errors == []
    assert ask(page, root, "capaciteit").adressen[0] == "beleid/capaciteit.html"
