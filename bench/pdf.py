"""Setting the PDF beside WeasyPrint with the same content, at 1 and 10 times the size of an edition.

Both in a process of their own, timed after all is imported and loaded: no run profits from the one before.
WeasyPrint gets the pages that Material gets, as one document, and stands in the environment of what ours is put
beside.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Template
from markdown import markdown
from markupsafe import Markup

from bench.bouwen import load, make
from bench.material import render_page
from bench.meting import ANDERS, RONDES, ROOT, Tabel, interleave, number, run, times
from handreiking.geheel.handreiking import Handreiking
from handreiking.lezen.project import find_project
from handreiking.pdf.export import render_pdf
from handreiking.pdf.keuze import parse_keuze

ONDERWERPEN, INSTRUMENTEN = 22, 40
# By how many times the size of an edition: how many rounds.
MATEN = {1: RONDES, 10: 1}
_OURS = "import sys; from pathlib import Path; from bench.pdf import set_ours; set_ours(Path(sys.argv[1]))"
# Tags and hyphens as ours have them.
_WEASYPRINT = """
import sys, time
from weasyprint import HTML
start = time.perf_counter()
document = HTML(sys.argv[1]).render()
pdf = document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
print(time.perf_counter() - start)
"""
# The pages that our PDF has too.
_SOORTEN = {"home", "thema", "onderwerp", "zelfscan", "definities", "instrumenten", "over"}
_LINK = re.compile(r"\]\((?:\.\./)*(?=[\w/-]+\.md\b)")


def measure(*, snel: bool) -> Iterator[Tabel]:
    """Yield the table, with a row for each size."""
    rows = []
    for size in [1] if snel else MATEN:
        with TemporaryDirectory() as name:
            folder, page = Path(name) / "ons", Path(name) / "boek.html"
            handreiking = make(folder, ONDERWERPEN * size, INSTRUMENTEN * size)
            page.write_text(render_book(handreiking), encoding="utf-8")
            runs = [
                partial(_seconds, [sys.executable, "-c", _OURS, folder]),
                partial(_seconds, [ANDERS, "-c", _WEASYPRINT, page]),
            ]
            (ours,), (theirs,) = interleave(runs, 1 if snel else MATEN[size])
        rows.append((f"{size}×", number(ONDERWERPEN * size, 0), ours, theirs, times(ours / theirs)))
    kop = ("maat", "onderwerpen", "Typst s", "WeasyPrint s", "verhouding")
    yield Tabel("Het zetten alleen, naast WeasyPrint met dezelfde inhoud", kop, rows)


def render_book(handreiking: Handreiking) -> str:
    """Return what our PDF holds as one HTML document, after a list of its pages."""
    pages = [page for page in handreiking.paginas.values() if page.soort in _SOORTEN]
    texts = {page.pad: _LINK.sub("](#", render_page(handreiking, page)) for page in pages}
    texts = {"": "".join(f"- [{page.titel}](#{page.pad})\n" for page in pages), **texts}
    bodies = {pad: Markup(markdown(text, extensions=["tables", "sane_lists"])) for pad, text in texts.items()}  # noqa: S704
    template = Template((ROOT / "bench" / "boek.html").read_text(encoding="utf-8"), autoescape=True)
    return str(template.render(titel=handreiking.titel, fonts=(ROOT / "fonts").as_uri(), bodies=bodies))


def set_ours(folder: Path) -> None:
    """Set a handreiking and print the seconds."""
    handreiking, project = load(folder), find_project(folder)
    start = time.perf_counter()
    pdf, problems = render_pdf(handreiking, project, parse_keuze(handreiking))
    seconds = time.perf_counter() - start
    if pdf is None:
        raise SystemExit(f"the made content has problems: {problems[:3]}")
    print(seconds)


def _seconds(command: list[object]) -> tuple[float]:
    return (float(run(command)[0].split()[-1]),)
