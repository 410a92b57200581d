"""Building beside stock Material on the same pages: time, time a page, memory; and with a PDF, beside its plugins.

    python -m bench.bouwen [--rondes 1] [--maten 22 200]

What building costs at least is the floor: the conversion of the same Markdown alone, in a process of its own.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from bench.maken import write_handreiking
from bench.material import write_macros, write_stock
from bench.meting import ANDERS, RONDES, ROOT, Doel, Loop, Meting, Tabel, at_most, interleave, number, run
from bench.uitslag import print_meting
from handreiking.handreiking import Handreiking
from handreiking.laden import load_handreiking
from handreiking.project import find_project

MATEN = {22: 40, 200: 2000, 1000: 10_000}
GRENZEN = {22: 1.3, 1000: 0.25}
MET_PDF, GRENS_PDF = (22, 200), 0.5
# The book of 200 topics takes to-pdf a minute or two; five rounds of one of 1,000 would take longer than all the rest.
RONDES_PDF = {22: 3, 200: 1}
VANDAAG = date(2025, 2, 1)
_CONVERT = (
    "import pathlib, sys, markdown\n"
    "for path in pathlib.Path(sys.argv[1]).rglob('*.md'):\n"
    "    markdown.Markdown(extensions=['tables', 'sane_lists', 'toc']).convert(path.read_text('utf-8'))\n"
)


def main() -> None:
    """Print the tables for the sizes asked for."""
    parser = argparse.ArgumentParser(description="Vergelijkt het bouwen met Material.")
    parser.add_argument("--rondes", type=int, default=RONDES)
    parser.add_argument("--maten", type=int, nargs="*", choices=MATEN, default=list(MATEN))
    arguments = parser.parse_args()
    print_meting(measure(arguments.rondes, arguments.maten))


def measure(rounds: int = RONDES, sizes: Sequence[int] = tuple(MATEN)) -> Meting:
    """Give the times of ours and of Material for each size, and the targets that have a limit there."""
    rows, with_pdf, doelen = [], [], list[Doel]()
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            handreiking = make(folder / "ons", size, MATEN[size])
            stock = write_stock(folder / "stock", handreiking)
            loops = interleave(
                {
                    "ons": partial(build_ours, folder / "ons"),
                    "stock": partial(build_material, stock),
                    "vloer": partial(run, [sys.executable, "-c", _CONVERT, str(folder / "ons" / "content")], folder),
                },
                rounds,
            )
            rows.append(_row(size, loops))
            doelen += _reached(size, loops)
            if size in MET_PDF:
                macros = write_macros(folder / "macros", handreiking)
                pdf = interleave(
                    {
                        "ons": partial(build_ours, folder / "ons", export="ja"),
                        "macros": partial(build_material, macros),
                    },
                    min(rounds, RONDES_PDF[size]),
                )
                ratio = pdf["ons"].seconden / pdf["macros"].seconden
                with_pdf.append((number(size, 0), *_both(pdf["ons"], pdf["macros"])))
                doelen.append(at_most(f"Bouwen met pdf, {size} onderwerpen", ratio, GRENS_PDF, "×"))
    kop = ("onderwerpen", "instrumenten", "ons s", "Material s", "verhouding", "ons MB", "Material MB")
    return Meting(
        "Bouwen",
        (
            Tabel(
                "De site zonder pdf, naast Material zoals het komt",
                (*kop, "ons ms per pagina", "Markdown alleen s"),
                tuple(rows),
                "Material krijgt dezelfde pagina's uitgeschreven in Markdown, met het zoeken in het Nederlands. "
                "MB is het geheugen van het grootste proces; een grote bouw heeft er bij ons meer tegelijk.",
            ),
            Tabel(
                "Met pdf, naast Material met de plug-ins macros en to-pdf",
                (kop[0], *kop[2:]),
                tuple(with_pdf),
                "Onze bouw maakt ook een pdf per thema en de zip. "
                "Met 1.000 onderwerpen is to-pdf niet gemeten: 200 duurt al een minuut of twee. "
                "Met pdf is 22 de mediaan van drie rondes en 200 één ronde.",
            ),
        ),
        tuple(doelen),
    )


def make(folder: Path, onderwerpen: int, instrumenten: int) -> Handreiking:
    """Write a handreiking that our build can build, and load it."""
    write_handreiking(folder, onderwerpen=onderwerpen, instrumenten=instrumenten)
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\ndocs_dir: content\nhooks:\n  - {ROOT / 'hooks' / 'site.py'}\n",
        encoding="utf-8",
    )
    return load(folder)


def load(folder: Path) -> Handreiking:
    """Load a handreiking that was made; it has no problems."""
    handreiking, problems = load_handreiking(find_project(folder), VANDAAG)
    if handreiking is None:
        raise SystemExit(f"the made content has problems: {problems[:3]}")
    return handreiking


def build_ours(folder: Path, export: str = "nee") -> Loop:
    """Build with our templates."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-f", str(folder / "mkdocs.yml")]
    return run(command, folder, NO_MKDOCS_2_WARNING="1", EXPORT=export)


def build_material(config: Path) -> Loop:
    """Build with Material, from the environment it has for itself."""
    return run(
        [str(ANDERS), "-m", "mkdocs", "build", "--quiet", "-f", str(config)], config.parent, NO_MKDOCS_2_WARNING="1"
    )


def _row(size: int, loops: dict[str, Loop]) -> tuple[str, ...]:
    ours, floor = loops["ons"], loops["vloer"]
    each = number(1000 * ours.seconden / size, 1)
    return (number(size, 0), number(MATEN[size], 0), *_both(ours, loops["stock"]), each, number(floor.seconden))


def _both(ours: Loop, theirs: Loop) -> tuple[str, ...]:
    ratio = f"{number(ours.seconden / theirs.seconden)}×"
    memory = (number(ours.geheugen, 0), number(theirs.geheugen, 0))
    return (number(ours.seconden), number(theirs.seconden), ratio, *memory)


def _reached(size: int, loops: dict[str, Loop]) -> list[Doel]:
    ratio = loops["ons"].seconden / loops["stock"].seconden
    return [at_most(f"Bouwen, {size} onderwerpen", ratio, GRENZEN[size], "×")] if size in GRENZEN else []


if __name__ == "__main__":
    main()
