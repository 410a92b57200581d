"""What a benchmark gives: tables, and targets with whether they were reached; and how it runs and times a command."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
# What ours is put beside stands in an environment of its own: see requirements/bench.in.
ANDERS = ROOT / ".venv" / "anders" / "bin" / "python"
RONDES = 5


@dataclass(frozen=True)
class Tabel:
    """A table: its title, its columns, its rows, and what a reader must know of it."""

    titel: str
    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    uitleg: str = ""


@dataclass(frozen=True)
class Doel:
    """A target: what is measured, what it is, what it should be, and whether that was reached."""

    wat: str
    waarde: str
    grens: str
    gehaald: bool


@dataclass(frozen=True)
class Meting:
    """What one benchmark measured."""

    naam: str
    tabellen: tuple[Tabel, ...]
    doelen: tuple[Doel, ...] = ()


@dataclass(frozen=True)
class Loop:
    """One run of a command: its seconds, and the most memory it held at once, in MB."""

    seconden: float
    geheugen: float


def run(command: Sequence[str], folder: Path, **environment: str) -> Loop:
    """Run a command in a folder and give what it took; raises SystemExit with what it printed where it failed."""
    with (folder / "uitvoer.txt").open("w+", encoding="utf-8") as printed:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=printed, stderr=subprocess.STDOUT, env={**os.environ, **environment}
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)}\n{printed.read()[-2000:]}")
    return Loop(seconds, usage.ru_maxrss / 1024)


def interleave(runs: Mapping[str, Callable[[], Loop]], rounds: int = RONDES) -> dict[str, Loop]:
    """Run everything in turn, so many rounds, and give the medians: what slows the machine down slows all alike."""
    loops: dict[str, list[Loop]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, start in runs.items():
            loops[name].append(start())
    return {name: median_loop(done) for name, done in loops.items()}


def median_loop(loops: Sequence[Loop]) -> Loop:
    """Give the median of the seconds, and that of the memory."""
    return Loop(median(loop.seconden for loop in loops), median(loop.geheugen for loop in loops))


def at_most(wat: str, value: float, limit: float, unit: str) -> Doel:
    """Give a target that holds where a value is not above its limit; `unit` stands behind both, as in `×` or ` ms`."""
    return Doel(wat, f"{_number(value)}{unit}", f"≤ {_number(limit)}{unit}", value <= limit)


def at_least(wat: str, value: float, limit: float, unit: str) -> Doel:
    """Give a target that holds where a value is not below its limit."""
    return Doel(wat, f"{_number(value)}{unit}", f"≥ {_number(limit)}{unit}", value >= limit)


def number(value: float, digits: int = 2) -> str:
    """Give a number as Dutch text has it: a comma before the decimals, a point between thousands."""
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def _number(value: float) -> str:
    """Give a number with two decimals where it has some."""
    return number(value, 0 if float(value).is_integer() else 2)
