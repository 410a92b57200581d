"""The system's own Chromium, as the tests start it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

VLAGGEN = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Open a browser; raises SystemExit where there is none."""
    path = shutil.which("chromium")
    if path is None:
        raise SystemExit("chromium is not installed: see tests/debian.sh")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(VLAGGEN))
        yield browser
        browser.close()
