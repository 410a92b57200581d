"""The questions of `vragen.yaml`, and what a reader gets for one in the open search window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

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
  return [duur, [...document.querySelectorAll(".treffers .titel a")].map((link) => link.href)];
}
"""


@dataclass(frozen=True)
class Vraag:
    """What somebody types, and the addresses from the site's root of which one should come first."""

    vraag: str
    paginas: tuple[str, ...]

    def answered(self, addresses: list[str], *, anchors: bool = True) -> bool:
        """Say whether a good page is among the first; an address without an anchor stands for its whole page.

        `anchors`: whether the right place on the page counts too.
        """
        good = set(self.paginas) if anchors else {page.partition("#")[0] for page in self.paginas}
        first = addresses[:EERSTE]
        return any(address in good or address.partition("#")[0] in good for address in first)


@dataclass(frozen=True)
class Antwoord:
    """What search gave: the addresses from the site's root, best first, and the milliseconds it took."""

    adressen: list[str]
    duur: float


def load_vragen() -> list[Vraag]:
    """Return all questions."""
    records = yaml.safe_load((Path(__file__).parent / "vragen.yaml").read_text(encoding="utf-8"))
    return [Vraag(record["vraag"], tuple(record["paginas"])) for record in records]


def open_search(page: Page, root: str) -> None:
    """Open the search window on a page two folders deep, and wait until its words are there."""
    page.goto(f"{root}beleid/capaciteit.html")
    page.get_by_role("button", name="Zoeken").click()
    page.locator("#pagina-zoekveld").fill("aanpak")
    page.locator(".treffers li").first.wait_for()


def ask(page: Page, root: str, vraag: str) -> Antwoord:
    """Type a question in the open window."""
    duur, addresses = page.evaluate(_TREFFERS, vraag)
    return Antwoord([address.removeprefix(root) for address in addresses], duur)
