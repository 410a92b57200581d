"""The pages of the site, filled in all at once: those of a large handreiking by every processor of the machine.

MkDocs fills in one after the other. It still writes them, from an empty template of its own asking.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from mkdocs.structure.pages import Page

from handreiking.parallel import in_parallel, worth_of

# What MkDocs fills in and writes in the place of a page, until it is given the page itself.
LEEG = "leeg.html"


@dataclass(frozen=True)
class Paginas:
    """Every page, and what its template needs: its name and what goes in it."""

    env: Environment
    pages: Sequence[Page]
    invulling: Callable[[Page], tuple[str, Mapping[str, Any]]]

    def render(self, **also: object) -> dict[str, str]:
        """Give the HTML of each page by the path of its source; `also` goes into all of them."""

        def fill(page: Page) -> str:
            template, context = self.invulling(page)
            return self.env.get_template(template).render({**context, **also})

        filled = in_parallel(fill, self.pages, worth_of(self.pages), at_once=4)
        return {page.file.src_uri: html for page, html in zip(self.pages, filled, strict=True)}
