"""Typst source to PDF, by the Typst compiler: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import typst

from handreiking.basis.problem import Problem
from handreiking.lezen.project import Project
from handreiking.pdf.regels import find_in_files
from handreiking.pdf.zetsel import Zetsel

FONTS = Path(__file__).parents[2] / "fonts"
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
_MISSING_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
_NUMBER = re.compile(r"\\u\{([0-9a-f]+)\}")
_PAGE = re.compile(r'^// "(.*)"$')


def render_bytes(zetsel: Zetsel, project: Project) -> tuple[bytes | None, list[Problem]]:
    """Return the PDF, or None with the letters that the typeface does not have.

    Raises typst.TypstError for any other error, and RuntimeError for a warning: both are mistakes of ours.
    """
    compiler = typst.Compiler(zetsel.source.encode(), font_paths=_fonts())
    try:
        pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=STANDARDS)
    except typst.TypstError as error:
        problems = sorted(set(_missing_glyphs(error.diagnostic, zetsel.source, project)))
        if not problems:
            raise
        return None, problems
    if warnings or not isinstance(pdf, bytes):
        raise RuntimeError(f"Typst warns: {[warning.message for warning in warnings]}")
    return pdf, []


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _missing_glyphs(diagnostic: str, source: str, project: Project) -> Iterator[Problem]:
    """Yield a problem for each letter on each page whose text holds it, else at the record that holds it."""
    named = (_NUMBER.sub(lambda code: chr(int(code[1], 16)), letter) for letter in _MISSING_GLYPH.findall(diagnostic))
    # A letter with marks on it is named piece by piece, also where only the marks are lacking.
    for letter in dict.fromkeys(letter for letter in named if not letter.isascii()):
        message = f"het lettertype heeft geen '{letter}'; gebruik een ander teken"
        pages = [project.map / page for page in _pages_with(letter, source)]
        places = [place for page in pages if (place := _in_markdown(letter, page))]
        if not places:
            message += f" (het staat op {', '.join(project.name(page) for page in pages) or 'de omslag'})"
            data = sorted(project.data.glob("*.yaml"))
            elsewhere = (pages[0] if pages else project.data / "handreiking.yaml", 1)
            places = [find_in_files(letter, data) or elsewhere]
        for path, line in places:
            yield Problem(project.name(path), line, message, "pdf-teken")


def _in_markdown(letter: str, page: Path) -> tuple[Path, int] | None:
    """Find a letter as it is, else as an entity (`&#9731;`)."""
    return find_in_files(letter, [page]) or find_in_files(letter, [page], unescape)


def _pages_with(letter: str, source: str) -> list[str]:
    """Return the source files whose part of the Typst source holds a letter, by the comment above each part."""
    page = ""
    pages: dict[str, None] = {}
    for line in source.split("\n"):
        marker = _PAGE.match(line)
        page = marker[1] if marker else page
        if page and letter in line:
            pages[page] = None
    return list(pages)
