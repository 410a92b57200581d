"""What a build makes to take along: the PDFs, and the zip of the site with them in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.structure.pages import Page

from handreiking.downloads import ZIP, Download, downloads_of, render_zip
from handreiking.handreiking import Handreiking


@dataclass
class Exports:
    """The files to take along, and the pages: all name the zip, whose size is known when they have been packed."""

    made: dict[Download, bytes]
    env: Environment
    late: list[tuple[Page, dict[str, Any]]] = field(default_factory=list)

    def write(self, site: Path, handreiking: Handreiking) -> None:
        """Write the PDFs, the zip of the site with them in it, and the pages that name the zip."""
        for download, content in self.made.items():
            (site / download.bestand).write_bytes(content)
        leesmij = self.env.get_template("leesmij.txt").render(handreiking=handreiking)
        package = render_zip(site, leesmij, handreiking.stand)
        (site / ZIP).write_bytes(package)
        for page, context in self.late:
            template = self.env.get_template(page.meta["template"])
            html = template.render({**context, "downloads": downloads_of(self.made, package)})
            (site / page.file.dest_uri).write_text(html, encoding="utf-8")
