"""What a reader can take along: the PDF, one a theme, and the site as a zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from handreiking.basis.parallel import in_parallel
from handreiking.basis.problem import NietGemaaktError, Problem
from handreiking.geheel.handreiking import Handreiking
from handreiking.lezen.project import Project
from handreiking.soorten.beveiliging import BESTAND as SECURITYTXT

PDF = "handreiking.pdf"
ZIP = "handreiking-offline.zip"
# The folder that unpacking makes; short, since Windows counts the whole path.
TOP = "handreiking"
MAX_BYTES = 5_000_000
_LEFT_OUT = {"404.html", "robots.txt", "sitemap.xml", SECURITYTXT, ZIP}


@dataclass(frozen=True)
class Download:
    """A file to take along: its name from the site's root, what it is, its kind, its size in bytes, of which theme."""

    bestand: str
    titel: str
    soort: str
    omvang: int
    thema: str | None = None


def find_pdfs(handreiking: Handreiking) -> dict[str, tuple[str, str | None]]:
    """Return the PDFs of a site by their name: the title of each, and the theme it is of; None for the whole."""
    themas = {f"handreiking-{thema.id}.pdf": (f"Alleen {thema.titel}", thema.id) for thema in handreiking.themas}
    return {PDF: ("De hele handreiking", None), **themas}


def find_downloads(handreiking: Handreiking, made: Mapping[str, bytes]) -> tuple[Download, ...]:
    """Return the downloads in order, with the size of those that were made; the zip, which is not yet, comes last."""
    found = find_pdfs(handreiking).items()
    pdfs = (Download(name, titel, "pdf", len(made[name]), thema) for name, (titel, thema) in found)
    return (*pdfs, Download(ZIP, "De hele site, voor zonder internet", "zip", 0))


def render_pdfs(handreiking: Handreiking, project: Project, nieuw: str | None = None) -> dict[str, bytes]:
    """Return the PDF of everything and of each theme by its name; same input, same bytes.

    `nieuw` is the full address of the page with changes, where the site's is known. Raises NietGemaaktError with
    what could not be set, and with each file beside the pages that is too large to take along.
    """
    # Here, for a preview makes no PDF, and the libraries for it are slow to import.
    from handreiking.pdf.export import render_pdf  # noqa: PLC0415
    from handreiking.pdf.keuze import parse_keuze  # noqa: PLC0415

    def render(thema: str | None) -> tuple[bytes | None, list[Problem]]:
        return render_pdf(handreiking, project, parse_keuze(handreiking, thema=thema), nieuw=nieuw)

    names = find_pdfs(handreiking)
    rendered = in_parallel(render, [thema for _, thema in names.values()])
    problems = {*check_sizes(project), *(problem for _, found in rendered for problem in found)}
    if problems:
        raise NietGemaaktError(sorted(problems))
    return {name: pdf for name, (pdf, _) in zip(names, rendered, strict=True) if pdf is not None}


def pack(files: Mapping[str, bytes], leesmij: str, stand: date) -> bytes:
    """Return the files of the site as a zip that opens from a folder; every file has the date of the content."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        # Windows' own editor shows a text as one line without these line ends, and guesses without the mark.
        _write(package, "LEESMIJ.txt", leesmij.replace("\n", "\r\n").encode("utf-8-sig"), stand)
        for path in sorted(set(files) - _LEFT_OUT, key=lambda path: path.split("/")):
            _write(package, path, files[path], stand)
    return whole.getvalue()


def check_sizes(project: Project) -> list[Problem]:
    """Return a problem for each file beside the pages that a mail or an old disk may refuse."""
    return [
        Problem(
            project.name(path), 1, f"dit bestand is groter dan {MAX_BYTES // 1_000_000} MB; maak het kleiner", "omvang"
        )
        for path in sorted(project.content.rglob("*"))
        if path.is_file() and path.stat().st_size > MAX_BYTES
    ]


def render_omvang(size: int) -> str:
    """Return a size in bytes as a reader says it: `312 kB`, `1,4 MB` (a kB is 1,000 bytes)."""
    if size < 999_500:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def _write(package: zipfile.ZipFile, name: str, content: bytes, stand: date) -> None:
    entry = zipfile.ZipInfo(f"{TOP}/{name}", (stand.year, stand.month, stand.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # the same on every system it is made on
    package.writestr(entry, content)
