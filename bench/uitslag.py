"""Write what the benchmarks measured as Markdown: on which machine, when, the targets first, and then each table."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from bench.meting import ANDERS, ROOT, Doel, Meting, Tabel

BESTAND = ROOT / "bench" / "uitslag.md"
_PAKKETTEN = ("mkdocs", "mkdocs-material", "Markdown", "typst")
_ANDERE = ("mkdocs-macros-plugin", "mkdocs-to-pdf", "weasyprint")
_PROGRAMMAS = (("chromium", "--version"), ("nginx", "-v"), ("wrk", "-v"), ("node", "--version"))


def render_uitslag(metingen: Sequence[Meting], machine: Sequence[str], moment: datetime) -> str:
    """Give the whole text; the same measurements on the same machine and moment give the same text."""
    return "\n".join(_lines(metingen, machine, moment)) + "\n"


def render_tabel(tabel: Tabel) -> str:
    """Give a table in Markdown, its columns as wide as they need; the first to the left, numbers to the right."""
    rows = [tabel.kop, *tabel.rijen]
    widths = [max(len(row[column]) for row in rows) for column in range(len(tabel.kop))]
    aligned = [
        [cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in enumerate(cells)]
        for cells in (list(zip(row, widths, strict=True)) for row in rows)
    ]
    rule = ["-" * width if column == 0 else "-" * (width - 1) + ":" for column, width in enumerate(widths)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (aligned[0], rule, *aligned[1:]))


def render_doelen(doelen: Sequence[Doel]) -> str:
    """Give targets as a table."""
    rows = tuple((d.wat, d.waarde, d.grens, "gehaald" if d.gehaald else "niet gehaald") for d in doelen)
    return render_tabel(Tabel("", ("doel", "gemeten", "grens", ""), rows))


def print_meting(meting: Meting) -> None:
    """Print one measurement."""
    print("", *_measured(meting), sep="\n", flush=True)
    if meting.doelen:
        print(f"\n{render_doelen(meting.doelen)}", flush=True)


def machine() -> list[str]:
    """Give what the numbers depend on, a line each: processor, cores, memory, system, and versions."""
    cpu = next((line for line in _text(Path("/proc/cpuinfo")) if line.startswith("model name")), platform.machine())
    memory = next((line for line in _text(Path("/proc/meminfo")) if line.startswith("MemTotal")), "? 0 kB")
    lines = [
        f"Processor: {cpu.partition(':')[2].strip() or cpu}, {os.cpu_count()} kernen",
        f"Geheugen: {int(memory.split()[1]) / 1024**2:.1f} GB",
        f"Systeem: {platform.system()} {platform.release()}, Python {platform.python_version()}",
        f"Pakketten: {', '.join(f'{name} {version(name)}' for name in _PAKKETTEN)}",
    ]
    if ANDERS.exists():
        code = f"import importlib.metadata as m; print(', '.join(f'{{n}} {{m.version(n)}}' for n in {_ANDERE}))"
        lines.append(f"Ernaast: {_said([str(ANDERS), '-c', code])}")
    programs = [_said([path, option]) for name, option in _PROGRAMMAS if (path := _which(name))]
    return [*lines, f"Programma's: {', '.join(programs)}"]


def _lines(metingen: Sequence[Meting], machine: Sequence[str], moment: datetime) -> Iterator[str]:
    yield "# Uitslag van de metingen"
    yield ""
    yield f"Gemeten op {moment:%Y-%m-%d} om {moment:%H:%M} met `make bench`."
    yield "Een getal is de mediaan van de rondes, tenzij er iets anders bij staat."
    yield "Een verhouding is onze tijd gedeeld door de andere: minder dan 1 is sneller."
    yield ""
    yield from (f"- {line}" for line in machine)
    yield ""
    yield "## Doelen"
    yield ""
    yield render_doelen([doel for meting in metingen for doel in meting.doelen])
    for meting in metingen:
        yield ""
        yield from _measured(meting)


def _measured(meting: Meting) -> Iterator[str]:
    yield f"## {meting.naam}"
    for tabel in meting.tabellen:
        yield from ["", f"### {tabel.titel}", "", *([render_tabel(tabel)] if tabel.rijen else [])]
        yield from ["", tabel.uitleg] if tabel.uitleg else []


def _text(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _which(name: str) -> str | None:
    return shutil.which(name) or shutil.which(name, path="/usr/sbin")


def _said(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return " ".join((done.stdout + done.stderr).split("\n")[0].split()[:8])
