"""What a build makes to take along: the PDFs, and the zip of the site with them in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from handreiking.downloads import ZIP, Download, downloads_of, render_zip
from handreiking.handreiking import Handreiking
from paginas import Paginas


def write_exports(site: Path, handreiking: Handreiking, paginas: Paginas, pdfs: Mapping[Download, bytes]) -> None:
    """Write the PDFs, the zip of the site with them in it, and the pages again: these name the size of the zip."""
    for download, content in pdfs.items():
        (site / download.bestand).write_bytes(content)
    leesmij = paginas.env.get_template("leesmij.txt").render(handreiking=handreiking)
    package = render_zip(site, leesmij, handreiking.stand)
    (site / ZIP).write_bytes(package)
    paginas.write(downloads=downloads_of(pdfs, package))
