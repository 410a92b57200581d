"""Cases that are one change to the small handreiking, with all that is said of it.

A table is a YAML file: by file of the handreiking a list of cases, or of groups whose `gevallen` share what stands
beside them. What changes is one of:

- `veld: url`, the value of a field, which comes at the end where it was not there, and goes away with `fout: ~`;
- `op: …`, a piece that stands there once;
- `onderaan: true`, what comes at the end of the file;
- none of these: the whole file.

With `bij: "id: hittekaart"` it is looked for in one record only, the one with that line.
`fout` is what comes there. `goed` is the nearest that is right, where that is not what stands there now.
`meldt` is the message on the line that changed; on another line it stands behind how that line begins, and in another
file behind its path. In it `[…]` is anything: what grows with the handreiking.
`groep` is the group of the rule, where that is another one than `bouw`: then the file loads, and the rule says so.
`schema` says why an editor lets it pass, in a word of `test_schema`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import FIXTURES


@dataclass(frozen=True)
class Geval:
    """One case: the name of its table and its own, the file that it changes, and what the table says."""

    naam: str
    bestand: str
    fout: str | None
    meldt: Any
    goed: str | None = None
    bij: str = ""
    veld: str = ""
    op: str = ""
    onderaan: bool = False
    schema: str = ""
    groep: str = "bouw"

    def wrong(self) -> str:
        """Return the whole file where it is wrong."""
        return _change(self, self.fout).text

    def right(self) -> str:
        """Return the whole file where it is right: with `goed`, or as it stands."""
        return _read(self.bestand) if self.goed is None else _change(self, self.goed).text

    def check_said(self, said: str) -> None:
        """Have the messages of the case be what is said, and no others."""
        told = said.removesuffix("\n").split("\n")
        here = _change(self, self.fout)
        stated = [
            f"{path}:{(here if path == self.bestand else _Changed(_read(path))).line_of(begin)}: {message}"
            for path, begin, message in _messages(self.meldt, self.bestand)
        ]
        assert sorted(_filled(message, told) for message in stated) == sorted(told)


@cache
def load_cases(path: Path) -> tuple[Geval, ...]:
    """Return the cases of a table, or of every table in a folder; read once, by the parser in C."""
    return tuple(
        Geval(**{**group, **case, "naam": f"{table.stem}/{case['naam']}", "bestand": file})
        for table in sorted(path.rglob("*.yaml") if path.is_dir() else [path])
        for file, groups in yaml.load(table.read_text(encoding="utf-8"), yaml.CSafeLoader).items()
        for group in groups
        for case in group.pop("gevallen", [group])
    )


@dataclass(frozen=True)
class _Changed:
    """A file with a change in it, the line of the change, and the lines of the record that it is in."""

    text: str
    line: int = 1
    record: range = range(0)

    def line_of(self, begin: str) -> int:
        """Return the one line of the record, or else of the file, that begins so; the change's without a beginning."""
        if not begin:
            return self.line
        found = [n for n, line in enumerate(self.text.split("\n"), 1) if line.strip().startswith(begin)]
        found = [n for n in found if n in self.record] or found
        assert len(found) == 1, f"{begin!r} begins {len(found)} lines"
        return found[0]


def _change(case: Geval, new: str | None) -> _Changed:
    text = _read(case.bestand)
    first, last = _record(text, case)
    start, end, line = 0, len(text), 0
    if case.veld:
        start, end, new = _field(text, first, last, case.veld, new)
        line = start if new else first
    elif case.op:
        assert text[first:last].count(case.op) == 1, f"{case.op!r} stands {text[first:last].count(case.op)} times"
        start = line = text.index(case.op, first)
        end = start + len(case.op)
    elif case.onderaan:
        start = line = first = end
    assert new is not None, "only a field can go away"
    whole = f"{text[:start]}{new}{text[end:]}"
    last += len(whole) - len(text)
    here, top, bottom = (whole.count("\n", 0, place) + 1 for place in (line, first, last))
    return _Changed(whole, here, range(top, bottom))


def _read(path: str) -> str:
    """Return a file of the small handreiking, or nothing where it has none."""
    file = FIXTURES / "klein" / path
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _record(text: str, case: Geval) -> tuple[int, int]:
    """Return where the record begins and ends that a case changes: one of a list, the top of a page, or all."""
    if case.bij:
        begins = [*(match.start() for match in re.finditer("^- ", text, re.MULTILINE)), len(text)]
        with_line = re.compile(rf"^[- ] {re.escape(case.bij)}$", re.MULTILINE)
        [found] = [(first, last) for first, last in pairwise(begins) if with_line.search(text[first:last])]
        return found
    if case.veld and text.startswith("---\n"):
        return len("---\n"), text.index("\n---\n") + 1
    return 0, len(text)


def _field(text: str, first: int, last: int, name: str, value: str | None) -> tuple[int, int, str]:
    """Return where a field of a record begins and ends, or would, and what comes there."""
    found = [*re.compile(rf"^( *(?:- )?){re.escape(name)}:.*\n", re.MULTILINE).finditer(text, first, last)]
    assert len(found) <= 1, f"{name!r} stands {len(found)} times"
    start = end = last
    margin = "  " if text.startswith("- ", first) else ""
    for match in found:
        start, end, margin = match.start(), match.end(), match[1]
        while text.startswith(" " * (len(margin) + 1), end):
            end = text.index("\n", end) + 1
    return start, end, "" if value is None else f"{margin}{name}: {value}\n".replace(": \n", ":\n", 1)


def _messages(stated: Any, path: str, begin: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield each message that a case states, with its file and how its line begins."""
    if isinstance(stated, str):
        yield path, begin, stated
    elif isinstance(stated, list):
        for one in stated:
            yield from _messages(one, path, begin)
    else:
        for key, inner in stated.items():
            is_path = key == "content" or key.startswith(("content/", "data/"))
            yield from _messages(inner, key) if is_path else _messages(inner, path, key)


def _filled(stated: str, told: list[str]) -> str:
    """Return a message as it was told, where it only leaves words out."""
    pattern = re.compile(re.escape(stated).replace(re.escape("[…]"), ".*"))
    return next((message for message in told if pattern.fullmatch(message)), stated)
