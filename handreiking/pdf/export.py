"""A part of the handreiking to a PDF file: what the command line and the site's hook call."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from handreiking.basis.problem import Problem
from handreiking.basis.wegschrijven import write_whole
from handreiking.geheel.handreiking import Handreiking
from handreiking.lezen.project import Project
from handreiking.pdf.annotaties import write_koppelingen
from handreiking.pdf.keuze import Keuze
from handreiking.pdf.zetsel import render_typst
from handreiking.pdf.zetten import render_bytes


def render_pdf(
    handreiking: Handreiking,
    project: Project,
    keuze: Keuze,
    niet_bereikbaar: Mapping[str, date] | None = None,
    nieuw: str | None = None,
) -> tuple[bytes | None, list[Problem]]:
    """Return the PDF of a part (see `parse_keuze`), or None with all that cannot be set, sorted.

    The same handreiking gives the same bytes. `niet_bereikbaar`: since when the instruments with these ids
    cannot be reached; None leaves that to what the handreiking knows of it. `nieuw` is the full address of the page
    with changes, where the site's is known.
    """
    zetsel, problems = render_typst(handreiking, project, keuze, niet_bereikbaar, nieuw)
    if zetsel is None:
        return None, problems
    pdf, problems = render_bytes(zetsel, project)
    return (None, problems) if pdf is None else (write_koppelingen(pdf, zetsel.koppelingen), [])


def write_pdf(
    target: Path,
    handreiking: Handreiking,
    project: Project,
    keuze: Keuze,
    niet_bereikbaar: Mapping[str, date] | None = None,
) -> list[Problem]:
    """Write the PDF of a part whole, or leave the previous one and give what is wrong.

    Raises OSError where the file cannot be written, as where it is a folder; the previous one stays then too.
    """
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    pdf, problems = render_pdf(handreiking, project, keuze, niet_bereikbaar)
    if pdf is None:
        return problems
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, pdf)
    return []
