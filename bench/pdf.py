"""Measure the PDF export against WeasyPrint on the same content, at 1, 10 and 50 times the size of an edition.

    python -m bench.pdf [1 10 50]

The best of some runs in seconds, in turn. WeasyPrint is no part of this project: it stands in the environment of what
ours is put beside. At 50 times it takes minutes a run, so that size is measured only where it is asked for.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from pathlib import Path

from bench.bouwen import load
from bench.maken import write_handreiking
from bench.meting import ANDERS, ROOT, Meting, Tabel, number
from bench.uitslag import print_meting
from handreiking.handreiking import Handreiking, Onderwerp

ONDERWERPEN, INSTRUMENTEN = 22, 40
MATEN = (1, 10)
RUNS = {1: 5}
VANDAAG = date(2025, 2, 1)
# Both in a process of their own, timed after all is imported and loaded: no run profits from the one before.
OURS = """
import sys, time
from datetime import date
from pathlib import Path
from handreiking.laden import load_handreiking
from handreiking.project import find_project
from handreiking.pdf.export import render_pdf
from handreiking.pdf.keuze import parse_keuze
project = find_project(Path(sys.argv[1]))
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
CSS = """
@font-face { font-family: Atkinson; src: url(FONTS/AtkinsonHyperlegibleNext-Regular.ttf) }
@font-face { font-family: Atkinson; src: url(FONTS/AtkinsonHyperlegibleNext-Bold.ttf); font-weight: bold }
@page { size: A4; margin: 31mm 44mm 27mm 26mm; @bottom-right { content: counter(page) } }
@page { @top-left { content: string(deel) } @bottom-left { content: "Stand" } }
html { font: 10.5pt/1.5 Atkinson; hyphens: auto }
h1 { string-set: deel content(); bookmark-level: 1; break-before: page }
h2 { bookmark-level: 2; break-before: page }
h3 { bookmark-level: 3 }
h1, h2, h3 { break-after: avoid }
tr, .rij { break-inside: avoid }
.rij { border-top: 1pt solid #d9d2c3; padding: 3mm 0 }
.kop { background: #e4eaf3; border-top-right-radius: 26mm; padding: 9mm 0 }
td { border-bottom: .6pt solid #d9d2c3 }
a.bladzijde::after { content: " (p. " target-counter(attr(href), page) ")" }
""".replace("FONTS", (ROOT / "fonts").as_uri())


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
            page.write_text("\n".join(_html(load(folder))), encoding="utf-8")
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


def _html(handreiking: Handreiking) -> Iterator[str]:
    """Yield the same content as the PDF holds: cover, menu, themes, topics with all under them, terms, list."""
    yield f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>{escape(handreiking.titel)}</title>'
    yield f'<style>{CSS}</style><p>{escape(handreiking.titel)}</p><h1 id="menu">Menu</h1>'
    for thema in handreiking.themas:
        yield f'<p><b><a href="#{thema.id}">{escape(thema.titel)}</a></b></p><ul>'
        yield from (f"<li>{_to(onderwerp)}</li>" for onderwerp in thema.onderwerpen)
        yield "</ul>"
    for thema in handreiking.themas:
        yield f'<h1 id="{thema.id}">{escape(thema.titel)}</h1>{thema.tekst.html}'
        yield from (f'<div class="rij">{_to(o)}<p>{escape(o.samenvatting)}</p></div>' for o in thema.onderwerpen)
        for onderwerp in thema.onderwerpen:
            yield from _topic(handreiking, onderwerp)
            yield f'<p><a href="#{thema.id}">Terug naar {escape(thema.titel)}</a> <a href="#menu">Menu</a></p>'
    yield "<h1>Definities</h1>"
    for definitie in handreiking.definities:
        yield f'<h3 id="{definitie.id}">{escape(definitie.begrip)}</h3><p>{escape(definitie.tekst)}</p>'
        yield f"<p>Naar {escape(definitie.bron.titel)} ({escape(definitie.bron.datering)}). {definitie.beoordeeld}</p>"
    yield "<h1>Instrumenten</h1><table>"
    yield "<thead><tr><th>Instrument</th><th>Toegang</th><th>Staat op pagina</th></tr></thead>"
    for instrument in handreiking.instrumenten:
        places = " ".join(_to(handreiking.onderwerp(name)) for name in instrument.onderwerpen)
        facts = f"<b>{escape(instrument.titel)}</b><br>{escape(instrument.uitgever.naam)} · {instrument.soort.naam}"
        yield f"<tr><td>{facts}</td><td>{instrument.toegang}</td><td>{places}</td></tr>"
    yield "</table>"


def _topic(handreiking: Handreiking, onderwerp: Onderwerp) -> Iterator[str]:
    yield f'<h2 id="{onderwerp.id}">{escape(onderwerp.titel)}</h2>'
    yield f'<div class="kop"><p>{escape(onderwerp.samenvatting)}</p>'
    yield f"<p>Beoordeeld op {onderwerp.beoordeeld}</p></div>"
    yield onderwerp.tekst.html.replace("<h2 id=", "<h3 data-id=").replace("</h2>", "</h3>")
    for plaatsing in handreiking.plaatsingen(onderwerp.id):
        instrument, url = plaatsing.instrument, escape(plaatsing.instrument.url or "")
        yield f'<div class="rij"><p><a href="{url}">{escape(plaatsing.titel)}</a></p>'
        yield f"<p>{escape(instrument.beschrijving)}</p>"
        facts = (instrument.uitgever.naam, instrument.soort.naam, instrument.toegang)
        yield f"<p>{escape(' · '.join(facts))}</p><p>{url}</p></div>"
    named = [page for page in handreiking.genoemd.get(onderwerp.pad, ()) if isinstance(page, Onderwerp)]
    yield f"<p>Wordt genoemd in {', '.join(map(_to, named))}</p>"


def _to(onderwerp: Onderwerp) -> str:
    return f'<a class="bladzijde" href="#{onderwerp.id}">{escape(onderwerp.titel)}</a>'


if __name__ == "__main__":
    main()
