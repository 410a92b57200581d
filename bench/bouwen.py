"""Measure how building grows with topics, instruments and terms: time a page, and what of it is the conversion alone.

Prints a table; asserts nothing. Run it with `make bench`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.maken import write_handreiking

ROOT = Path(__file__).parents[1]
SIZES = ((22, 40, 14), (200, 400, 14), (1000, 10_000, 14), (200, 400, 10_000))
RUNS = 3


def main() -> None:
    """Print seconds and milliseconds a page for each size, and the growth against the smallest."""
    print("onderwerpen  instrumenten  begrippen  bouwen s  ms/pagina  Markdown s  verhouding")
    for onderwerpen, instrumenten, begrippen in SIZES:
        with tempfile.TemporaryDirectory() as name:
            project = Path(name)
            write_handreiking(project, onderwerpen=onderwerpen, instrumenten=instrumenten, begrippen=begrippen)
            (project / "mkdocs.yml").write_text(
                f"INHERIT: {ROOT / 'mkdocs.yml'}\ndocs_dir: content\n"
                f"theme:\n  name: material\n  custom_dir: {ROOT / 'overrides'}\n"
                f"hooks:\n  - {ROOT / 'hooks' / 'site.py'}\n",
                encoding="utf-8",
            )
            build = _median(_build, project)
            floor = _median(_convert, project)
        print(
            f"{onderwerpen:>11} {instrumenten:>13} {begrippen:>10} {build:>9.2f} {1000 * build / onderwerpen:>10.2f} "
            f"{floor:>11.2f} {build / floor:>10.1f}x"
        )


def _median(run: Callable[[Path], None], project: Path) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run(project)
        times.append(time.perf_counter() - start)
    return median(times)


def _build(project: Path) -> None:
    subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "-f",
            str(project / "mkdocs.yml"),
            "-d",
            str(project / "site"),
        ],
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "EXPORT": "nee"},
    )


def _convert(project: Path) -> None:
    script = (
        "import pathlib, sys, markdown\n"
        "for path in pathlib.Path(sys.argv[1]).rglob('*.md'):\n"
        "    markdown.Markdown(extensions=['tables', 'sane_lists', 'toc']).convert(path.read_text('utf-8'))\n"
    )
    subprocess.run([sys.executable, "-c", script, str(project / "content")], check=True)


if __name__ == "__main__":
    main()
