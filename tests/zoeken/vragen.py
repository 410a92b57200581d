"""The questions of `vragen.yaml` and `groepen.yaml`, and what a reader gets for one in the open search window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

EERSTE = 3
_TREFFERS = """
(vraag) => {
  const veld = document.getElementById("pagina-zoekveld");
  veld.value = vraag;
  const begin = performance.now();
  veld.form.requestSubmit();
  const duur = performance.now() - begin;
  const links = (wat) => [...document.querySelectorAll(wat + " .titel a")].map((link) => link.href);
  return [duur, links(".zoeken > .treffers"), links(".zoeken .lijkt")];
}
"""


@dataclass(frozen=True)
class Vraag:
    """What somebody types, and the addresses from the site's root of which one should come first, or none should."""

    vraag: str
    paginas: tuple[str, ...]

    def answered(self, addresses: list[str], *, anchors: bool = True) -> bool:
        """Say whether a good page is among the first; an address without an anchor stands for its whole page.

        `anchors`: whether the right place on the page counts too.
        """
        if not self.paginas:
            return not addresses
        good = set(self.paginas) if anchors else {page.partition("#")[0] for page in self.paginas}
        first = addresses[:EERSTE]
        return any(address in good or address.partition("#")[0] in good for address in first)


@dataclass(frozen=True)
class Antwoord:
    """What search gave: the addresses from the site's root, best first, and the milliseconds it took.

    `lijkt` are those of what only looks like it, which come behind the others.
    """

    treffers: list[str]
    lijkt: list[str]
    duur: float

    @property
    def adressen(self) -> list[str]:
        """All of them, in the order in which a reader meets them."""
        return [*self.treffers, *self.lijkt]


def load_vragen() -> list[Vraag]:
    """Return all questions that must be answered."""
    return [_vraag(record) for record in _load("vragen.yaml")]


def load_groepen() -> dict[str, list[Vraag]]:
    """Return the questions by which search is measured, by the group they belong to."""
    return {groep: [_vraag(record) for record in records] for groep, records in _load("groepen.yaml").items()}


def _load(name: str) -> Any:
    return yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))


def _vraag(record: dict[str, Any]) -> Vraag:
    return Vraag(record["vraag"], tuple(record["paginas"]))


def open_search(page: Page, root: str) -> None:
    """Open the search window on a page two folders deep, and wait until its words are there."""
    page.goto(f"{root}beleid/capaciteit.html")
    page.get_by_role("button", name="Zoeken").click()
    page.locator("#pagina-zoekveld").fill("aanpak")
    page.locator(".treffers li").first.wait_for()


def ask(page: Page, root: str, vraag: str) -> Antwoord:
    """Type a question in the open window."""
    duur, *lists = page.evaluate(_TREFFERS, vraag)
    treffers, lijkt = ([address.removeprefix(root) for address in addresses] for addresses in lists)
    return Antwoord(treffers, lijkt, duur)
