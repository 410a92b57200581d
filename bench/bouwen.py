"""Building beside stock Material on the same pages: time, time a page, memory; and with a PDF, beside its plugins.

What building costs at least is the floor: the conversion of the same Markdown alone, in a process of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.maken import write_handreiking
from bench.material import write_material
from bench.meting import ANDERS, RONDES, ROOT, Doel, Tabel, at_most, interleave, number, run, times
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.laden import load_handreiking
from handreiking.lezen.project import find_project

# By number of topics: that of instruments.
MATEN = {22: 40, 200: 2000, 1000: 10_000}
GRENZEN, GRENS_PDF = {22: 1.3, 1000: 0.25}, 0.5
# The book of 200 topics takes to-pdf a minute or two; five rounds of one of 1,000 would take longer than all the rest.
RONDES_PDF = {22: 3, 200: 1}
VANDAAG = date(2025, 2, 1)
_CONVERT = (
    "import pathlib, sys, markdown\n"
    "for path in pathlib.Path(sys.argv[1]).rglob('*.md'):\n"
    "    markdown.Markdown(extensions=['tables', 'sane_lists', 'toc']).convert(path.read_text('utf-8'))\n"
)


def measure(*, snel: bool) -> Iterator[Tabel | Doel]:
    """Yield a target for each size that has a limit, and the tables of ours beside Material."""
    rows, with_pdf = [], []
    for size in [22] if snel else MATEN:
        with TemporaryDirectory() as name:
            ons, stock, macros = (Path(name) / part for part in ("ons", "stock", "macros"))
            handreiking = make(ons, size, MATEN[size])
            write_material(stock, handreiking)
            write_material(macros, handreiking, macros=True)
            runs = [partial(build_ours, ons), partial(build_material, stock), partial(convert, ons / "content")]
            ours, theirs, (floor, _) = interleave(runs, 1 if snel else RONDES)
            each = number(1000 * ours[0] / size, 1)
            rows.append((number(size, 0), MATEN[size], *_beside(ours, theirs), each, floor))
            if size in GRENZEN:
                yield at_most(f"Bouwen, {size} onderwerpen", ours[0] / theirs[0], GRENZEN[size], "×")
            if size in RONDES_PDF:
                runs = [partial(build_ours, ons, export="ja"), partial(build_material, macros)]
                ours, theirs = interleave(runs, 1 if snel else RONDES_PDF[size])
                with_pdf.append((number(size, 0), *_beside(ours, theirs)))
                yield at_most(f"Bouwen met pdf, {size} onderwerpen", ours[0] / theirs[0], GRENS_PDF, "×")
    kop = ("ons s", "Material s", "verhouding", "ons MB", "Material MB")
    yield Tabel(
        "De site zonder pdf, naast Material zoals het komt",
        ("onderwerpen", "instrumenten", *kop, "ons ms per pagina", "Markdown alleen s"),
        rows,
        "Material krijgt dezelfde pagina's uitgeschreven in Markdown, met het zoeken in het Nederlands. "
        "MB is het geheugen van het grootste proces; een grote bouw heeft er bij ons meer tegelijk.",
    )
    yield Tabel(
        "Met pdf, naast Material met de plug-ins macros en to-pdf",
        ("onderwerpen", *kop),
        with_pdf,
        "Onze bouw maakt ook een pdf per thema en de zip. "
        "Met 1.000 onderwerpen is to-pdf niet gemeten: 200 duurt al een minuut of twee. "
        "Met pdf is 22 de mediaan van drie rondes en 200 één ronde.",
    )


def make(folder: Path, onderwerpen: int, instrumenten: int) -> Handreiking:
    """Write a handreiking that our build can build, and load it."""
    write_handreiking(folder, onderwerpen=onderwerpen, instrumenten=instrumenten)
    write_config(folder)
    return load(folder)


def write_config(folder: Path) -> None:
    """Write what MkDocs needs to build a folder as it builds the edition."""
    config = f"INHERIT: {ROOT / 'mkdocs.yml'}\nhooks:\n  - {ROOT / 'hooks' / 'site.py'}\n"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")


def load(folder: Path) -> Handreiking:
    """Load a handreiking that was made; it has no problems."""
    handreiking, problems = load_handreiking(find_project(folder), VANDAAG)
    if handreiking is None:
        raise SystemExit(f"the made content has problems: {problems[:3]}")
    return handreiking


def build_ours(folder: Path, export: str = "nee") -> tuple[float, float]:
    """Build as `make site` does; return the seconds and the MB."""
    return _build(sys.executable, folder, "--strict", EXPORT=export)


def build_material(folder: Path) -> tuple[float, float]:
    """Build with Material, from the environment it has for itself; return the seconds and the MB."""
    return _build(ANDERS, folder)


def _build(python: str | Path, folder: Path, *options: str, **environment: str) -> tuple[float, float]:
    command = [python, "-m", "mkdocs", "build", "--quiet", *options, "-f", folder / "mkdocs.yml"]
    return run(command, NO_MKDOCS_2_WARNING="1", **environment)[1:]


def convert(content: Path) -> tuple[float, float]:
    """Convert the Markdown of a folder, and nothing else; return the seconds and the MB."""
    return run([sys.executable, "-c", _CONVERT, content])[1:]


def _beside(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float | str, ...]:
    (seconds, memory), (other, most) = ours, theirs
    return seconds, other, times(seconds / other), round(memory), round(most)
