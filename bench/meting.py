"""What benchmarks share: running commands, comparing what took turns, and writing tables and targets."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
# What ours is put beside stands in an environment of its own: see requirements/bench.in.
ANDERS = ROOT / ".venv" / "anders" / "bin" / "python"
RONDES = 5
_PAKKETTEN = ("mkdocs", "mkdocs-material", "Markdown", "typst")
_ANDERE = ("mkdocs-macros-plugin", "mkdocs-to-pdf", "weasyprint")
_PROGRAMMAS = (("chromium", "--version"), ("/usr/sbin/nginx", "-v"), ("wrk", "-v"), ("node", "--version"))


@dataclass(frozen=True)
class Tabel:
    """A table: its title, columns and rows, and what a reader must know of it; a float is shown with two decimals."""

    titel: str
    kop: tuple[str, ...]
    rijen: Sequence[Sequence[str | float]]
    uitleg: str = ""


@dataclass(frozen=True)
class Doel:
    """A target: what is measured, what it is and what it should be, as a reader sees them, and whether that holds."""

    wat: str
    waarde: str
    grens: str
    gehaald: bool


def at_most(wat: str, value: float, limit: float, unit: str = "") -> Doel:
    """Return a target that holds up to a limit; `unit` stands behind both, as in `×` or ` ms`."""
    return Doel(wat, f"{_short(value)}{unit}", f"≤ {_short(limit)}{unit}", value <= limit)


def at_least(wat: str, value: float, limit: float, unit: str = "") -> Doel:
    """Return a target that holds from a limit on."""
    return Doel(wat, f"{_short(value)}{unit}", f"≥ {_short(limit)}{unit}", value >= limit)


def number(value: float, digits: int = 2) -> str:
    """Return a number as Dutch text has it: a comma before the decimals, a point between thousands."""
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def times(value: float) -> str:
    """Return a ratio as a table shows it."""
    return f"{number(value)}×"


def run(command: Iterable[object], **environment: str) -> tuple[str, float, float]:
    """Run a command; return what it printed, its seconds and the most MB it held. Raises SystemExit if it failed."""
    words = [str(word) for word in command]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        start = time.perf_counter()
        process = subprocess.Popen(
            words, cwd=ROOT, stdout=printed, stderr=subprocess.STDOUT, env={**os.environ, **environment}
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        said = printed.read()
    if process.returncode:
        raise SystemExit(f"{' '.join(words)}\n{said[-2000:]}")
    return said, seconds, usage.ru_maxrss / 1024


def interleave(runs: Sequence[Callable[[], Sequence[float]]], rounds: int) -> list[list[float]]:
    """Run all in turn, so many rounds; return the medians of each: what slows the machine down slows all alike."""
    loops = [[once() for once in runs] for _ in range(rounds)]
    return [[median(figures) for figures in zip(*one, strict=True)] for one in zip(*loops, strict=True)]


def render_uitslag(metingen: Mapping[str, Sequence[Tabel | Doel]], machine: Sequence[str], moment: datetime) -> str:
    """Return all that was measured as Markdown: on which machine, when, the targets first, and then each table."""
    head = f"""# Uitslag van de metingen

Gemeten op {moment:%Y-%m-%d} om {moment:%H:%M} met `make bench`.
Een getal is de mediaan van de rondes, tenzij er iets anders bij staat.
Een verhouding is onze tijd gedeeld door de andere: minder dan 1 is sneller.
"""
    doelen = render_doelen([deel for delen in metingen.values() for deel in delen])
    tabellen = (render_tabellen(naam, delen) for naam, delen in metingen.items())
    return "\n".join([head, *(f"- {line}" for line in machine), "\n## Doelen\n", doelen, *tabellen])


def render_tabellen(naam: str, delen: Sequence[Tabel | Doel]) -> str:
    """Return the tables of one measurement below its name."""
    lines = [f"## {naam}\n"]
    for tabel in (deel for deel in delen if isinstance(deel, Tabel)):
        rows = [[cell if isinstance(cell, str) else _cell(cell) for cell in row] for row in tabel.rijen]
        lines += [f"### {tabel.titel}\n", _grid(tabel.kop, rows), *([f"{tabel.uitleg}\n"] if tabel.uitleg else [])]
    return "\n".join(lines)


def render_doelen(delen: Sequence[Tabel | Doel]) -> str:
    """Return the targets as a table."""
    doelen = [deel for deel in delen if isinstance(deel, Doel)]
    rows = [(d.wat, d.waarde, d.grens, "gehaald" if d.gehaald else "niet gehaald") for d in doelen]
    return _grid(("doel", "gemeten", "grens", ""), rows) if rows else ""


def machine() -> list[str]:
    """Return what the numbers depend on, a line each: processor, cores, memory, system, and versions."""
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    code = f"import importlib.metadata as m; print(', '.join(f'{{n}} {{m.version(n)}}' for n in {_ANDERE}))"
    return [
        f"Processor: {cpu[1] if cpu else platform.machine()}, {os.cpu_count()} kernen",
        f"Geheugen: {memory:.1f} GB",
        f"Systeem: {platform.system()} {platform.release()}, Python {platform.python_version()}",
        f"Pakketten: {', '.join(f'{name} {version(name)}' for name in _PAKKETTEN)}",
        f"Ernaast: {_said(str(ANDERS), '-c', code)}",
        f"Programma's: {', '.join(_said(*command) for command in _PROGRAMMAS)}",
    ]


def _short(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 2)


def _cell(value: float) -> str:
    return number(value, 0 if isinstance(value, int) else 2)


def _grid(kop: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown: the first column to the left, and numbers to the right."""
    first, *others = [max(map(len, column)) for column in zip(kop, *rows, strict=True)]
    rule = ["-" * first, *("-" * (width - 1) + ":" for width in others)]
    aligned = [[row[0].ljust(first), *map(str.rjust, row[1:], others)] for row in (kop, rule, *rows)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in aligned)


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # wrk gives its version with a failure
    return " ".join((done.stdout + done.stderr).split("\n")[0].split()[:8])
