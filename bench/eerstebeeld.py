"""The first view, as Lighthouse sees it on a phone: its marks, what goes over the line, and beside stock Material.

    python -m bench.eerstebeeld [site] [--rondes 1]

Ours is served by nginx with the shipped configuration, Material by the same nginx without (its inline scripts would
be blocked), both packed beforehand. The pages of Material hold the same text of this handreiking.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from bench.bouwen import build_material
from bench.material import write_material
from bench.meting import ROOT, Doel, Meting, Tabel, at_least, at_most, number
from bench.server import serve, serve_bare
from bench.uitslag import print_meting
from bench.venster import VLAGGEN
from tests.conftest import load_edition

POGINGEN = 3
LIGHTHOUSE = ROOT / "bench" / "node_modules" / ".bin" / "lighthouse"
PAGINAS = {
    "Menu": "index.html",
    "Onderwerp": "beleid/capaciteit.html",
    "Instrumenten": "instrumenten.html",
    "Zelfscan": "zelfscan.html",
}
NAAST = ("Menu", "Onderwerp")
RONDES = 3
GRENS_KB, GRENS_SNEL = 60, 99
_SOORTEN = {"accessibility": "toegankelijk", "best-practices": "goed gebruik", "seo": "vindbaar"}


@dataclass(frozen=True)
class Beeld:
    """What Lighthouse saw of a page: marks of 100, ms to the largest part and of blocked time, and the requests.

    `bytes` and `scripts` are as they went over the line, without fonts; `adressen` are all that was asked for.
    """

    cijfers: dict[str, int]
    lcp: float
    tbt: float
    bytes: int
    scripts: int
    adressen: tuple[str, ...]
    klachten: tuple[str, ...]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Meet het eerste beeld met Lighthouse.")
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("--rondes", type=int, default=RONDES)
    arguments = parser.parse_args()
    print_meting(measure(arguments.site, arguments.rondes))


def measure(site: Path = ROOT / "site", rounds: int = RONDES) -> Meting:
    """Give the marks of our pages, and the first view of some beside that of Material."""
    with serve(site) as (ours, _), _stock() as stock:
        seen = {name: _look(f"{ours}/{page}", rounds) for name, page in PAGINAS.items()}
        theirs = {name: _look(f"{stock}/{PAGINAS[name]}", rounds) for name in NAAST}
    marks = tuple(
        (name, *(str(beeld.cijfers[kind]) for kind in ("performance", *_SOORTEN)), ", ".join(beeld.klachten) or "geen")
        for name, beeld in seen.items()
    )
    beside = tuple(
        (f"{name}, {whose}", *_figures(beeld))
        for name in NAAST
        for whose, beeld in (("ons", seen[name]), ("Material", theirs[name]))
    )
    return Meting(
        "Eerste beeld",
        (
            Tabel(
                "Lighthouse, op een telefoon",
                ("pagina", "snelheid", *_SOORTEN.values(), "klachten"),
                marks,
                "Lighthouse rekent met een trage telefoon en een traag net.",
            ),
            Tabel(
                "Wat er over de lijn gaat en hoe snel het er staat, naast Material zoals het komt",
                ("pagina", "kB", "verzoeken", "kB JavaScript", "LCP ms", "TBT ms"),
                beside,
                "Ingepakt, met de kopregels, zonder lettertypen.",
            ),
        ),
        tuple(_reached(seen, theirs)),
    )


def _reached(seen: dict[str, Beeld], theirs: dict[str, Beeld]) -> Iterator[Doel]:
    for name, beeld in seen.items():
        yield at_least(f"Lighthouse snelheid, {name}", beeld.cijfers["performance"], GRENS_SNEL, "")
        for kind, word in _SOORTEN.items():
            yield at_least(f"Lighthouse {word}, {name}", beeld.cijfers[kind], 100, "")
        searched = sum("zoekgegevens" in url or "minisearch" in url for url in beeld.adressen)
        yield at_most(f"Bestanden van het zoeken voor het open is, {name}", searched, 0, "")
    for name, other in theirs.items():
        yield at_most(f"Eerste beeld, {name}", seen[name].bytes / 1000, GRENS_KB, " kB")
        yield at_most(f"LCP tegen Material, {name}", seen[name].lcp / other.lcp, 1, "×")
        yield at_most(f"TBT boven die van Material, {name}", max(seen[name].tbt - other.tbt, 0), 0, " ms")


def _figures(beeld: Beeld) -> Sequence[str]:
    counts = (number(beeld.bytes / 1000, 1), number(len(beeld.adressen), 0), number(beeld.scripts / 1000, 1))
    return (*counts, number(beeld.lcp, 0), number(beeld.tbt, 0))


@contextmanager
def _stock() -> Iterator[str]:
    """Build and serve the edition for stock Material."""
    with tempfile.TemporaryDirectory() as name:
        write_material(Path(name), load_edition(date(2026, 11, 22)))
        build_material(Path(name))
        with serve_bare(Path(name) / "site") as url:
            yield url


def _look(url: str, rounds: int) -> Beeld:
    """Give the median of some rounds; marks are those of the middle round by speed."""
    beelden = sorted((_one(url) for _ in range(rounds)), key=lambda beeld: beeld.cijfers["performance"])
    middle = beelden[len(beelden) // 2]
    lcp, tbt = median(beeld.lcp for beeld in beelden), median(beeld.tbt for beeld in beelden)
    return Beeld(middle.cijfers, lcp, tbt, middle.bytes, middle.scripts, middle.adressen, middle.klachten)


def _one(url: str) -> Beeld:
    flags = " ".join(["--headless=new", "--ignore-certificate-errors", *VLAGGEN])
    command = [str(LIGHTHOUSE), url, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": "/usr/bin/chromium"}
    for _ in range(POGINGEN):  # now and then Chromium gives Lighthouse no trace to measure by (NO_NAVSTART)
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        if not done.returncode:
            break
    else:
        raise SystemExit(done.stderr[-2000:])
    told = json.loads(done.stdout)
    audits = told["audits"]
    asked = [item for item in audits["network-requests"]["details"]["items"] if item["url"].startswith("http")]
    counted = [item for item in asked if item.get("resourceType") != "Font"]
    return Beeld(
        cijfers={name: round(100 * (kind["score"] or 0)) for name, kind in told["categories"].items()},
        lcp=audits["largest-contentful-paint"]["numericValue"],
        tbt=audits["total-blocking-time"]["numericValue"],
        bytes=sum(item["transferSize"] for item in counted),
        scripts=sum(item["transferSize"] for item in counted if item.get("resourceType") == "Script"),
        adressen=tuple(item["url"] for item in asked),
        klachten=tuple(
            ref["id"]
            for kind in _SOORTEN
            for ref in told["categories"][kind]["auditRefs"]
            if ref["weight"] and audits[ref["id"]]["score"] is not None and audits[ref["id"]]["score"] < 1
        ),
    )


if __name__ == "__main__":
    main()
