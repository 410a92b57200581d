"""The first view, as Lighthouse sees it on a phone: its marks, what goes over the line, and beside stock Material.

Ours is served by nginx with the shipped configuration, Material by the same nginx without (its inline scripts would
be blocked), both packed beforehand. The pages of Material hold the same text of this handreiking.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bench.bouwen import build_material
from bench.material import write_material
from bench.meting import ROOT, Doel, Tabel, at_least, at_most, number
from bench.server import start_bare
from tests.conftest import CHROMIUM, load_edition
from tests.site.test_server import serving, start_nginx

POGINGEN, RONDES = 3, 3
LIGHTHOUSE = ROOT / "bench" / "node_modules" / ".bin" / "lighthouse"
PAGINAS = {
    "Menu": "index.html",
    "Onderwerp": "beleid/capaciteit.html",
    "Instrumenten": "instrumenten.html",
    "Zelfscan": "zelfscan.html",
}
NAAST = ("Menu", "Onderwerp")
GRENS_KB = 60
# What Lighthouse marks, what that is here, and the least of 100 that is good.
_CIJFERS = {
    "performance": ("snelheid", 99),
    "accessibility": ("toegankelijk", 100),
    "best-practices": ("goed gebruik", 100),
    "seo": ("vindbaar", 100),
}


@dataclass(frozen=True)
class Beeld:
    """What Lighthouse saw of a page; times in ms, sizes in kB as they went over the line, without fonts."""

    cijfers: tuple[int, ...]
    klachten: tuple[str, ...]
    lcp: float
    tbt: float
    kb: float
    scripts: float
    adressen: tuple[str, ...]


def measure(*, snel: bool) -> Iterator[Tabel | Doel]:
    """Yield the targets of our pages and of some beside Material's, their marks, and the first views."""
    rounds, packed = 1 if snel else RONDES, partial(start_bare, own="gzip_static on;")
    with TemporaryDirectory() as name:
        write_material(Path(name), load_edition())
        build_material(Path(name))
        with serving(start_nginx, ROOT / "site") as ours, serving(packed, Path(name) / "site") as stock:
            seen = {name: _look(f"{ours.url}/{page}", rounds) for name, page in PAGINAS.items()}
            theirs = {name: _look(f"{stock.url}/{PAGINAS[name]}", rounds) for name in NAAST}
    for name, beeld in seen.items():
        for (kind, least), mark in zip(_CIJFERS.values(), beeld.cijfers, strict=True):
            yield at_least(f"Lighthouse {kind}, {name}", mark, least)
        searched = sum("zoekgegevens" in url or "minisearch" in url for url in beeld.adressen)
        yield at_most(f"Bestanden van het zoeken voor het open is, {name}", searched, 0)
    for name, other in theirs.items():
        yield at_most(f"Eerste beeld, {name}", seen[name].kb, GRENS_KB, " kB")
        yield at_most(f"LCP tegen Material, {name}", seen[name].lcp / other.lcp, 1, "×")
        yield at_most(f"TBT boven die van Material, {name}", max(seen[name].tbt - other.tbt, 0), 0, " ms")
    yield Tabel(
        "Lighthouse, op een telefoon",
        ("pagina", *(kind for kind, _ in _CIJFERS.values()), "klachten"),
        [(name, *beeld.cijfers, ", ".join(beeld.klachten) or "geen") for name, beeld in seen.items()],
        "Lighthouse rekent met een trage telefoon en een traag net.",
    )
    yield Tabel(
        "Wat er over de lijn gaat en hoe snel het er staat, naast Material zoals het komt",
        ("pagina", "kB", "verzoeken", "kB JavaScript", "LCP ms", "TBT ms"),
        [
            (f"{name}, {whose}", number(b.kb, 1), len(b.adressen), number(b.scripts, 1), round(b.lcp), round(b.tbt))
            for name in NAAST
            for whose, b in (("ons", seen[name]), ("Material", theirs[name]))
        ],
        "Ingepakt, met de kopregels, zonder lettertypen.",
    )


def _look(url: str, rounds: int) -> Beeld:
    """Return the middle round by speed, with the median of the times."""
    beelden = sorted((_parse_beeld(_load_verslag(url)) for _ in range(rounds)), key=lambda beeld: beeld.cijfers)
    lcp, tbt = median(beeld.lcp for beeld in beelden), median(beeld.tbt for beeld in beelden)
    return replace(beelden[len(beelden) // 2], lcp=lcp, tbt=tbt)


def _load_verslag(url: str) -> dict[str, Any]:
    flags = " ".join(["--headless=new", "--ignore-certificate-errors", *CHROMIUM])
    options = ("--output=json", "--quiet", f"--chrome-flags={flags}")
    environment = {**os.environ, "CHROME_PATH": "/usr/bin/chromium"}
    for _ in range(POGINGEN):  # now and then Chromium gives Lighthouse no trace to measure by (NO_NAVSTART)
        done = subprocess.run([LIGHTHOUSE, url, *options], capture_output=True, check=False, env=environment)
        if not done.returncode:
            return dict(json.loads(done.stdout))
    raise SystemExit(done.stderr.decode()[-2000:])


def _parse_beeld(told: dict[str, Any]) -> Beeld:
    audits, categories = told["audits"], told["categories"]
    asked = [item for item in audits["network-requests"]["details"]["items"] if item["url"].startswith("http")]
    sizes = [(item.get("resourceType"), item["transferSize"] / 1000) for item in asked]
    judged = (ref["id"] for kind in list(_CIJFERS)[1:] for ref in categories[kind]["auditRefs"] if ref["weight"])
    return Beeld(
        cijfers=tuple(round(100 * (categories[kind]["score"] or 0)) for kind in _CIJFERS),
        klachten=tuple(name for name in judged if audits[name]["score"] not in (None, 1)),
        lcp=audits["largest-contentful-paint"]["numericValue"],
        tbt=audits["total-blocking-time"]["numericValue"],
        kb=sum(size for kind, size in sizes if kind != "Font"),
        scripts=sum(size for kind, size in sizes if kind == "Script"),
        adressen=tuple(item["url"] for item in asked),
    )
