"""Where a changed quotation stands now, and in which words it differs. Nothing here decides whether it is the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from handreiking.tekst.vouwen import Vouwing, fold

LIJKT_OP = 65.0
"""From which likeness a place counts as that of a changed quotation: Dutch texts that have nothing to do with each
other are up to 58 alike, a quotation of which half is left is 70."""
_BROKEN = r"[-‐‑\u00ad][ \t]*\r?\n\s*"
_WORD = re.compile(rf"(?:[^\s–—]+?{_BROKEN})*[^\s–—]+")
_SHOWN_RUNS = 6
_WORDS_BEFORE = 4
_WORDS_AT_EDGE = 6


@dataclass(frozen=True)
class Verschil:
    """One run of words that differs: the words before it, what stood there and what stands there now."""

    na: str
    was: str
    nu: str


def find_plek(citaat: Vouwing, bron: Vouwing) -> str | None:
    """Return the piece of the source most like the quotation, with room on both sides; None where nothing is."""
    found = fuzz.partial_ratio_alignment(citaat.tekst, bron.tekst, score_cutoff=LIJKT_OP)
    if found is None or found.dest_start >= found.dest_end:
        return None
    room = max(40, len(citaat.tekst) // 4)
    return bron.stuk(max(0, found.dest_start - room), min(len(bron.tekst), found.dest_end + room))


def find_verschillen(was: str, nu: str) -> tuple[Verschil, ...]:
    """Return the runs of words in which two texts differ; what `nu` has around all that they share is left out."""
    old, new = _words(was), _words(nu)
    found = []
    for run in _runs([key for _, key in old], [key for _, key in new]):
        gone, come = old[run.begin : run.eind], new[run.start : run.stop]
        # At an edge, what came in its place runs on into the text around the quotation.
        room = min(_WORDS_AT_EDGE, len(gone))
        if run.begin == 0:
            come = come[len(come) - min(room, len(come)) :]
        elif run.eind == len(old):
            come = come[:room]
        if "".join(key for _, key in gone) != "".join(key for _, key in come):
            found.append(Verschil(_join(old[max(0, run.begin - _WORDS_BEFORE) : run.begin]), _join(gone), _join(come)))
    return tuple(found)


def render_verschil(verschillen: Sequence[Verschil]) -> str:
    """Return the differences as a Dutch phrase: `na 'die bereid is om': was 'niet' / is weg`."""
    shown = [_render_one(one) for one in verschillen[:_SHOWN_RUNS]]
    more = len(verschillen) - len(shown)
    return "; ".join([*shown, *([f"en op nog {more} {'plek' if more == 1 else 'plekken'}"] if more else [])])


def _render_one(one: Verschil) -> str:
    place = f"na '{one.na}'" if one.na else "aan het begin"
    was = f"was '{one.was}'" if one.was else "was niets"
    return f"{place}: {was} / is '{one.nu}'" if one.nu else f"{place}: {was} / is weg"


def _words(text: str) -> list[tuple[str, str]]:
    """Return the words as a reader sees them, one broken over two lines as one, each with its folded letters."""
    words = [re.sub(_BROKEN, "-", found[0]) for found in _WORD.finditer(text)]
    return [(word, key) for word in words if (key := _key(word))]


@lru_cache(maxsize=2048)
def _key(word: str) -> str:
    return fold(word).tekst


def _join(words: Sequence[tuple[str, str]]) -> str:
    return " ".join(word for word, _ in words)


@dataclass(frozen=True)
class _Run:
    """The words `begin` up to `eind` of the old text, in whose place the new one has `start` up to `stop`."""

    begin: int
    eind: int
    start: int
    stop: int

    @property
    def size(self) -> int:
        """The words on the side that has most."""
        return max(self.eind - self.begin, self.stop - self.start)


def _runs(old: Sequence[str], new: Sequence[str]) -> list[_Run]:
    """Return the runs that differ, without what the new text has before and after everything the two share."""
    runs = []
    for equal, group in groupby(Indel.opcodes(old, new), key=lambda operation: operation.tag == "equal"):
        operations = list(group)
        first, last = operations[0], operations[-1]
        if not equal:
            runs.append(_Run(first.src_start, last.src_end, first.dest_start, last.dest_end))
    while runs and _slides_left(runs[0], old, new):
        del runs[0]
    while runs and _slides_right(runs[-1], old, new):
        del runs[-1]
    return _merge(runs)


def _merge(runs: Sequence[_Run]) -> list[_Run]:
    """Return the runs with those made one that have fewer words between them than they have themselves."""
    merged: list[_Run] = []
    for one in runs:
        run = one
        while merged and run.begin - merged[-1].eind <= min(merged[-1].size, run.size):
            before = merged.pop()
            run = _Run(before.begin, run.eind, before.start, run.stop)
        merged.append(run)
    return merged


def _slides_left(run: _Run, old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether what was put in can as well be seen as put in before the first word ("de" in "de x, de a b")."""
    return run.begin == run.eind and all(old[run.begin - 1 - k] == new[run.stop - 1 - k] for k in range(run.begin))


def _slides_right(run: _Run, old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether what was put in can as well be seen as put in after the last word."""
    return run.begin == run.eind and all(old[run.begin + k] == new[run.start + k] for k in range(len(old) - run.begin))
