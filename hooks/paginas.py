"""The pages of the site: each is filled in and written by us, those of a large handreiking by every processor.

MkDocs would read, convert and fill in one after the other. It gets to see none of them, and copies the other files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from handreiking.parallel import in_parallel, worth_of


@dataclass(frozen=True)
class Paginas:
    """Every page as MkDocs knows one; `needs(pad)` gives its template, and what goes in that besides."""

    env: Environment
    config: MkDocsConfig
    pages: list[Page]
    needs: Callable[[str], tuple[str, Mapping[str, object]]]

    def write(self, **also: object) -> None:
        """Write each page, with `also` in all of them; what is raised says in a note which page it was."""

        def write_page(page: Page) -> None:
            try:
                target = Path(page.file.abs_dest_path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(self.render(page, also), encoding="utf-8")
            except Exception as error:
                error.add_note(f"bij het invullen van {page.file.src_uri}")
                raise

        in_parallel(write_page, self.pages, worth_of(self.pages), at_once=4)

    def write_sitemap(self, folder: Path) -> None:
        """Write the list of pages for who searches the web; MkDocs would pack it with the clock's time in it."""
        sitemap = self.env.get_template("sitemap.xml").render(pages=self.pages)
        (folder / "sitemap.xml").write_text(sitemap, encoding="utf-8")

    def render(self, page: Page, also: Mapping[str, object]) -> str:
        """Give the HTML of a page."""
        template, needed = self.needs(page.file.src_uri)
        context: dict[str, Any] = {**get_context(Navigation([], []), [], self.config, page), **needed, **also}
        return self.env.get_template(template).render(context)


def make_pages(config: MkDocsConfig, paden: Iterable[str]) -> list[Page]:
    """Give the page that is made from each source file: where it is written, and its addresses."""
    return [Page(None, File(pad, config.docs_dir, config.site_dir, config.use_directory_urls), config) for pad in paden]
