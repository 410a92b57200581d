"""How long after saving `data/tools.yaml` the new page stands in the browser, under `make serve`.

A real Chromium looks at the page with all instruments of a copy of the edition; it is told nothing, and reloads
because MkDocs' own preview says so.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from bench.bouwen import write_config
from bench.meting import RONDES, ROOT, Doel, Tabel, at_most
from tests.conftest import open_browser
from tests.site.test_server import free_port, running

GRENS = 1.0


def measure(*, snel: bool) -> Iterator[Tabel | Doel]:
    """Yield the seconds of each time, and the target for their median."""
    rounds, port = 1 if snel else RONDES, free_port()
    with TemporaryDirectory() as name:
        project = Path(name)
        for part in ("content", "data"):
            shutil.copytree(ROOT / part, project / part)
        (project / "handreiking").symlink_to(ROOT / "handreiking")  # the preview runs there, with the code from here
        write_config(project)
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
        with running(command, port, project), open_browser() as browser:
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{port}/instrumenten.html")
            tools = project / "data" / "tools.yaml"
            before = tools.read_text(encoding="utf-8")
            seconds = [_save(page, tools, before, nth) for nth in range(rounds + 1)][1:]
    middle = median(seconds)
    yield Tabel(
        "Van bewaren tot de nieuwe pagina in de browser",
        (*(f"keer {nth} s" for nth in range(1, rounds + 1)), "mediaan s"),
        [(*seconds, middle)],
        "Het voorbeeld kijkt tien keer per seconde of er iets is veranderd.",
    )
    yield at_most("Bewaren tot nieuwe pagina", middle, GRENS, " s")


def _save(page: Page, tools: Path, text: str, nth: int) -> float:
    """Put a word before the first description of a text, and return the seconds until a reader sees it."""
    word = f"Bewaard{nth}"
    page.wait_for_timeout(1500)
    start = time.perf_counter()
    tools.write_text(text.replace("  beschrijving: ", f"  beschrijving: {word} ", 1), encoding="utf-8")
    page.get_by_text(word).first.wait_for(timeout=60_000)
    return time.perf_counter() - start
