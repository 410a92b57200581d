"""How long after saving `data/tools.yaml` the new page stands in the browser, under `make serve`.

    python -m bench.bewaren [--rondes 1]

A real Chromium looks at the page with all instruments of a copy of the edition; it is told nothing, and reloads
because MkDocs' own preview says so.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from bench.meting import RONDES, ROOT, Meting, Tabel, at_most, number
from bench.uitslag import print_meting
from bench.venster import open_browser
from tests.site.test_server import free_port, running

GRENS = 1.0


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Meet hoe lang bewaren duurt.")
    parser.add_argument("--rondes", type=int, default=RONDES)
    print_meting(measure(parser.parse_args().rondes))


def measure(rounds: int = RONDES) -> Meting:
    """Give the seconds of each time, and the target for their median."""
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        for part in ("content", "data"):
            shutil.copytree(ROOT / part, project / part)
        (project / "hooks").symlink_to(ROOT / "hooks")
        shutil.copy(ROOT / "mkdocs.yml", project)
        with _preview(project) as url, open_browser() as browser:
            page = browser.new_page()
            page.goto(f"{url}/instrumenten.html")
            tools = project / "data" / "tools.yaml"
            before = tools.read_text(encoding="utf-8")
            seconds = [_save(page, tools, before, nth) for nth in range(rounds + 1)][1:]
    middle = median(seconds)
    return Meting(
        "Bewaren",
        (
            Tabel(
                "Van bewaren tot de nieuwe pagina in de browser",
                (*(f"keer {nth} s" for nth in range(1, rounds + 1)), "mediaan s"),
                ((*(number(second) for second in seconds), number(middle)),),
                "De haak laat MkDocs tien keer per seconde kijken of er iets is veranderd, en dan even wachten.",
            ),
        ),
        (at_most("Bewaren tot nieuwe pagina", middle, GRENS, " s"),),
    )


def _save(page: Page, tools: Path, text: str, nth: int) -> float:
    """Put a word before the first description of a text, and give the seconds until a reader sees it."""
    word = f"Bewaard{nth}"
    changed = text.replace("  beschrijving: ", f"  beschrijving: {word} ", 1)
    page.wait_for_timeout(1500)
    start = time.perf_counter()
    tools.write_text(changed, encoding="utf-8")
    page.get_by_text(word).first.wait_for(timeout=60_000)
    return time.perf_counter() - start


@contextmanager
def _preview(project: Path) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(project / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    with running(command, port, project):
        yield f"http://127.0.0.1:{port}"


if __name__ == "__main__":
    main()
