"""What an official types leads to the right page, in a real Chromium, from a server and from a disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from handreiking.zoeken.stukken import stukken
from handreiking.zoeken.woorden import STOPWOORDEN, words
from tests.conftest import load_edition
from tests.site.conftest import Site
from tests.zoeken.vragen import EERSTE, ask, load_groepen, load_vragen, open_search

pytestmark = [pytest.mark.site, pytest.mark.browser]

GOED = 0.95
# How many of the fifteen of each group have to be answered among the first three, and by the first.
MINST = {
    "woord": (15, 14),
    "meervoud": (14, 13),
    "samenstelling": (13, 11),
    "synoniem": (14, 13),
    "tikfout": (14, 13),
    "vraag": (13, 9),
    "afkorting": (15, 14),
    "niets": (14, 14),
}
# The addresses that search gives for each of some words, of what has the word.
_GEVONDEN = """
async (woorden) => {
  const zoeker = await handreikingZoeker();
  return woorden.map((woord) => zoeker.zoek(woord).treffers.map((treffer) => treffer.stuk.adres));
}
"""


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


@pytest.mark.parametrize("groep", load_groepen())
def test_each_group_of_questions_is_answered(page: Page, edition: Site, groep: str) -> None:
    """Words, plurals, compounds, other words, typing errors, questions, abbreviations, and what there is nothing of."""
    root = f"{edition.folder.as_uri()}/"
    open_search(page, root)
    answers = [(vraag, ask(page, root, vraag.vraag).adressen) for vraag in load_groepen()[groep]]
    assert len(answers) == 15
    missed = [(vraag.vraag, found[:EERSTE]) for vraag, found in answers if not vraag.answered(found)]
    late = [(vraag.vraag, found[:1]) for vraag, found in answers if not vraag.answered(found[:1])]
    among_three, first = MINST[groep]
    assert len(answers) - len(missed) >= among_three, missed
    assert len(answers) - len(late) >= first, late


def test_nothing_that_has_the_word_is_hidden(page: Page, edition: Site) -> None:
    """Every page, instrument, definition and so on that has a word is found with it, and told as one that has it."""
    open_search(page, f"{edition.folder.as_uri()}/")
    pages: dict[str, set[str]] = {}
    for stuk in stukken(load_edition(), directories=False):
        for word in {*words(stuk.tekst)} - STOPWOORDEN:
            pages.setdefault(word, set()).add(stuk.adres)
    some = sorted(pages, key=lambda word: (-len(pages[word]), word))[:40] + sorted(pages)[::15]
    for word, found in zip(some, page.evaluate(_GEVONDEN, some), strict=True):
        assert (word, pages[word] - set(found)) == (word, set())


@pytest.mark.parametrize(
    ("typed", "looks_like"),
    [
        ("burgermeester", "beleid/borging-portefeuille.html"),
        ("ploeg", "definities.html#weegploeg"),
        ("evaluatieplan", "beleid/visie-en-strategie.html"),
        ("radicalisatie", "definities.html#radicalisering"),
    ],
)
def test_what_only_looks_like_it_comes_apart(page: Page, edition: Site, typed: str, looks_like: str) -> None:
    """An error, a part of a compound and a word of the same family only look like it, and that is said."""
    root = f"{edition.folder.as_uri()}/"
    open_search(page, root)
    answer = ask(page, root, typed)
    assert answer.treffers == []
    assert looks_like in answer.lijkt
    expect(page.get_by_role("heading", name=f"Lijkt op “{typed}”")).to_be_visible()
    expect(page.locator("#pagina-zoeken-stand")).to_contain_text(f"Niets gevonden met “{typed}”. Wel ")


def test_a_plural_is_not_taken_for_another_word(page: Page, edition: Site) -> None:
    """Who looks for schools gets none who only train."""
    root = f"{edition.folder.as_uri()}/"
    open_search(page, root)
    schools, training = (set(ask(page, root, typed).treffers) for typed in ("scholen", "scholing"))
    assert "preventie/preventie.html" in schools
    assert "deskundigheid/kennis-verbreden.html" in training - schools


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
    ask(page, root, "burgemeester")
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
    "typed",
    ["", "a", "?!", "de het een", "<b>", "constructor __proto__", "x" * 5000, "*", "=" * 9, "hasownproperty", "-a-b-"],
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
