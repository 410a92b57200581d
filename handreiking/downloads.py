"""What a reader can take along: the PDF, one a theme, and the site as a zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from handreiking.beveiliging import BESTAND as SECURITYTXT
from handreiking.handreiking import Handreiking
from handreiking.parallel import in_parallel
from handreiking.problem import Problem
from handreiking.project import Project

PDF = "handreiking.pdf"
ZIP = "handreiking-offline.zip"
# The folder that unpacking makes; short, since Windows counts the whole path.
TOP = "handreiking"
MAX_BYTES = 5_000_000
_LEFT_OUT = {"404.html", "robots.txt", "sitemap.xml", SECURITYTXT, ZIP}


@dataclass(frozen=True)
class Download:
    """A file to take along: its name from the site's root, what it is, its kind, and its size in bytes."""

    bestand: str
    titel: str
    soort: str
    omvang: int


def render_pdfs(
    handreiking: Handreiking, project: Project, nieuw: str | None = None
) -> tuple[dict[Download, bytes], list[Problem]]:
    """Give the PDF of everything and of each theme, with what could not be set; same input, same bytes.

    `nieuw` is the full address of the page with changes, where the site's is known.
    """
    # Here, for a preview makes no PDF, and the libraries for it are slow to import.
    from handreiking.pdf.export import render_pdf  # noqa: PLC0415
    from handreiking.pdf.keuze import parse_keuze  # noqa: PLC0415

    wanted: list[tuple[str, str, str | None]] = [(PDF, "De hele handreiking", None)]
    wanted += [(f"handreiking-{thema.id}.pdf", f"Alleen {thema.titel}", thema.id) for thema in handreiking.themas]

    def render(thema: str | None) -> tuple[bytes | None, list[Problem]]:
        return render_pdf(handreiking, project, parse_keuze(handreiking, thema=thema), nieuw=nieuw)

    made: dict[Download, bytes] = {}
    problems = check_sizes(project)
    # What Typst remembers of a PDF takes much memory, and goes only with the process that set it.
    rendered = in_parallel(render, [thema for _, _, thema in wanted], len(wanted))
    for (name, titel, _), (pdf, found) in zip(wanted, rendered, strict=True):
        problems += found
        if pdf is not None:
            made[Download(name, titel, "pdf", len(pdf))] = pdf
    return made, sorted(set(problems))


def render_zip(site: Path, leesmij: str, stand: date) -> bytes:
    """Give the built site as a zip that opens from a folder, without a server or a network.

    Every file has the date of the content, so that the same site gives the same bytes. `leesmij` is the text of
    the note for who unpacks it. See `check_sizes` for what is too large to take along.
    """
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        # Windows' own editor shows a text as one line without these line ends, and guesses without the mark.
        _write(package, "LEESMIJ.txt", leesmij.replace("\n", "\r\n").encode("utf-8-sig"), stand)
        for path in _files(site):
            _write(package, path.relative_to(site).as_posix(), path.read_bytes(), stand)
    return whole.getvalue()


def check_sizes(project: Project) -> list[Problem]:
    """Give a problem for each file beside the pages that a mail or an old disk may refuse."""
    return [
        Problem(
            project.name(path), 1, f"dit bestand is groter dan {MAX_BYTES // 1_000_000} MB; maak het kleiner", "omvang"
        )
        for path in sorted(project.content.rglob("*"))
        if path.is_file() and path.stat().st_size > MAX_BYTES
    ]


def render_omvang(size: int) -> str:
    """Give a size in bytes as a reader says it: `312 kB`, `1,4 MB` (a kB is 1,000 bytes)."""
    if size < 999_500:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def downloads_of(made: Mapping[Download, bytes], package: bytes | None = None) -> tuple[Download, ...]:
    """Give the downloads in order; the zip last, once it is there."""
    extra = () if package is None else (Download(ZIP, "De hele site, voor zonder internet", "zip", len(package)),)
    return (*made, *extra)


def _files(site: Path) -> Iterable[Path]:
    paths: Iterator[Path] = (path for path in site.rglob("*") if path.is_file())
    return sorted(path for path in paths if path.relative_to(site).as_posix() not in _LEFT_OUT)


def _write(package: zipfile.ZipFile, name: str, content: bytes, stand: date) -> None:
    entry = zipfile.ZipInfo(f"{TOP}/{name}", (stand.year, stand.month, stand.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # the same on every system it is made on
    package.writestr(entry, content)
