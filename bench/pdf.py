"""Measure the PDF export against WeasyPrint on the same content, at 1, 10 and 50 times the size of an edition.

    python -m bench.pdf [1 10 50]

The best of some runs in seconds, in turn. WeasyPrint is no part of this project: it stands in the environment of what
ours is put beside. At 50 times it takes minutes a run, so that size is measured only where it is asked for.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from jinja2 import Template
from markdown import markdown
from markupsafe import Markup

from bench.bouwen import load
from bench.maken import write_handreiking
from bench.material import render_page
from bench.meting import ANDERS, ROOT, Meting, Tabel, number
from bench.uitslag import print_meting
from handreiking.handreiking import Handreiking

ONDERWERPEN, INSTRUMENTEN = 22, 40
MATEN = (1, 10)
RUNS = {1: 5}
VANDAAG = date(2025, 2, 1)
# Both in a process of their own, timed after all is imported and loaded: no run profits from the one before.
OURS = """
import importlib.util, sys, time
from datetime import date
from pathlib import Path
from handreiking.laden import load_handreiking
from handreiking.project import Project
from handreiking.pdf.export import render_pdf
from handreiking.pdf.keuze import parse_keuze
material = importlib.util.find_spec("material").submodule_search_locations[0]
folder = Path(sys.argv[1])
project = Project(folder, folder / "content", (Path(material) / "templates" / ".icons",))
handreiking, problems = load_handreiking(project, date(2025, 2, 1))
start = time.perf_counter()
pdf, problems = render_pdf(handreiking, project, parse_keuze(handreiking))
assert pdf, problems
print(time.perf_counter() - start)
"""
# Tags and hyphens as ours have them.
WEASYPRINT = """
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


def main() -> None:
    """Print a row for each size."""
    print_meting(measure([int(argument) for argument in sys.argv[1:]] or MATEN))


def measure(sizes: Sequence[int] = MATEN, runs: int | None = None) -> Meting:
    """Give a row for each size; `runs` rounds instead of those that the size has."""
    rows = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_handreiking(folder, onderwerpen=ONDERWERPEN * size, instrumenten=INSTRUMENTEN * size)
            page = folder / "boek.html"
            page.write_text(render_book(load(folder)), encoding="utf-8")
            commands = ([sys.executable, "-c", OURS, str(folder)], [str(ANDERS), "-c", WEASYPRINT, str(page)])
            found = [[_seconds(command) for command in commands] for _ in range(runs or RUNS.get(size, 1))]
        # What slows the other runs is not the program.
        ours, theirs = (min(seconds) for seconds in zip(*found, strict=True))
        topics = number(ONDERWERPEN * size, 0)
        rows.append((f"{size}×", topics, number(ours), number(theirs), f"{number(ours / theirs)}×"))
    kop = ("maat", "onderwerpen", "Typst s", "WeasyPrint s", "verhouding")
    return Meting("Pdf", (Tabel("Het zetten alleen, naast WeasyPrint met dezelfde inhoud", kop, tuple(rows)),))


def _seconds(command: list[str]) -> float:
    return float(subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()[0])


def render_book(handreiking: Handreiking) -> str:
    """Return what our PDF holds as one HTML document, after a list of its pages."""
    pages = [page for page in handreiking.paginas.values() if page.soort in _SOORTEN]
    texts = {page.pad: _LINK.sub("](#", render_page(handreiking, page)) for page in pages}
    texts = {"": "".join(f"- [{page.titel}](#{page.pad})\n" for page in pages), **texts}
    bodies = {pad: Markup(markdown(text, extensions=["tables", "sane_lists"])) for pad, text in texts.items()}  # noqa: S704
    template = Template((ROOT / "bench" / "boek.html").read_text(encoding="utf-8"), autoescape=True)
    return str(template.render(titel=handreiking.titel, fonts=(ROOT / "fonts").as_uri(), bodies=bodies))


if __name__ == "__main__":
    main()
