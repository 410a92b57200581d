"""YAML text to values that know their line, stricter than YAML 1.1 and without its traps.

PyYAML's `safe_load` keeps the last of two equal keys in silence and reads `no`, `12:30`, `1.10` and
`2024-01-02` as something else than text. Here a scalar that YAML 1.1 (https://yaml.org/type/) takes for
anything but text comes out as `Anders`, so that the field it stands in decides what it may be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from handreiking.basis.problem import Problem
from handreiking.basis.yaml_weigering import line_of, refuse

Plek: TypeAlias = tuple[str | int, ...]

MAX_BYTES = 5_000_000
# More than an editor reads at once.
MAX_PROBLEMS = 200
# libyaml reads ten times as fast, where PyYAML was built with it, but its messages say less: a text that it
# refuses is read once more by PyYAML's own parser, for the message and the line.
_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT = "tag:yaml.org,2002:str"
_READS_AS = {
    "bool": "ja of nee",
    "int": "een getal",
    "float": "een getal",
    "timestamp": "een datum",
    "null": "niets",
    "merge": "een verwijzing",
    "value": "een verwijzing",
}


@dataclass(frozen=True)
class Anders:
    """A scalar that YAML does not read as text: its letters in the file, and what YAML takes it for."""

    letters: str
    leest_als: str


@dataclass(frozen=True)
class Document:
    """The values of one YAML text and the line of each place in it."""

    path: str
    waarde: Any
    regels: Mapping[Plek, int]

    def regel(self, plek: Plek) -> int:
        """Return the line of a place, or of the nearest place around it where it is absent."""
        while plek not in self.regels:
            plek = plek[:-1]
        return self.regels[plek]


def parse_yaml(
    text: str, path: str, first_line: int = 1, mend: str = "vul de velden in"
) -> tuple[Document | None, list[Problem]]:
    """Parse one YAML document; give it, or None where it cannot be read, with all problems found.

    `path` is named in the problems; `first_line` is the line of the file on which the text starts; `mend` says what
    to do where there is nothing.
    """

    def problem(line: int, sentence: str) -> Problem:
        return Problem(path, line + first_line - 1, sentence, "yaml")

    refused = refuse(text, _FAST)
    if refused:
        return None, [problem(*refused)]
    node = yaml.compose(text, Loader=_FAST)
    if node is None:
        return None, [problem(1, f"hier staat niets; {mend}")]
    values = _Values(path, first_line - 1, text.split("\n"), {}, [])
    values.note((), node)
    waarde = values.read(node, ())
    return Document(path, waarde, values.regels), at_most(values.problems)


def at_most(problems: list[Problem]) -> list[Problem]:
    """Return the problems of a file, or as many as one reads at once and one that says that there are more."""
    if len(problems) <= MAX_PROBLEMS:
        return problems
    last = problems[MAX_PROBLEMS]
    sentence = "in dit bestand is vanaf hier nog meer mis; los eerst op wat erboven staat"
    return [*problems[:MAX_PROBLEMS], Problem(last.path, last.line, sentence, "veel")]


def decode(raw: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file's bytes, or None with the problem: its size, no UTF-8, a byte order mark, a lone CR."""
    if len(raw) > MAX_BYTES:
        return None, [Problem(path, 1, f"het bestand is groter dan {MAX_BYTES // 1_000_000} MB; splits het", "bestand")]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return None, [Problem(path, line, "dit teken is geen UTF-8; sla het bestand op als UTF-8", "bestand")]
    if text.startswith("\ufeff"):
        return None, [Problem(path, 1, "het bestand begint met een BOM; sla het op als UTF-8 zonder BOM", "bestand")]
    text = text.replace("\r\n", "\n")
    before, alone, _ = text.partition("\r")
    if alone:
        sentence = "hier staat een los teken CR (U+000D); sla het bestand op met gewone regeleinden (LF of CRLF)"
        return None, [Problem(path, before.count("\n") + 1, sentence, "bestand")]
    return text, []


@dataclass(frozen=True)
class _Values:
    """Collects the line of each place and what is wrong with the fields, while the values are read."""

    path: str
    lines_above: int
    lines: list[str]
    regels: dict[Plek, int]
    problems: list[Problem]

    def note(self, plek: Plek, node: yaml.Node) -> None:
        self.regels[plek] = line_of(node.start_mark) + self.lines_above

    def read(self, node: yaml.Node, plek: Plek) -> Any:
        if isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                self.note((*plek, index), item)
            return [self.read(item, (*plek, index)) for index, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            waarde: dict[str, Any] = {}
            for key_node, value_node in node.value:
                sentence = self._refuse_key(key_node, plek)
                if sentence:
                    line = line_of(key_node.start_mark) + self.lines_above
                    self.problems.append(Problem(self.path, line, sentence, "yaml"))
                    continue
                self.note((*plek, key_node.value), key_node)
                waarde[key_node.value] = self.read(value_node, (*plek, key_node.value))
            return waarde
        if node.tag == _TEXT:
            self._check_rest(node)
            return _text_of(node)
        return Anders(node.value, _READS_AS.get(node.tag.rpartition(":")[2], "iets anders"))

    def _check_rest(self, node: yaml.Node) -> None:
        """A `#` after a plain value starts a comment: what an editor typed there would be lost in silence."""
        end = node.end_mark
        rest = self.lines[end.line][end.column :] if end is not None and end.line < len(self.lines) else ""
        if not getattr(node, "style", None) and rest[:1].isspace() and rest.lstrip().startswith("#"):
            sentence = f"YAML leest '{rest.strip()}' als commentaar; zet de waarde tussen aanhalingstekens"
            line = line_of(end) + self.lines_above
            self.problems.append(Problem(self.path, line, f"{sentence}, of het commentaar op een eigen regel", "yaml"))

    def _refuse_key(self, node: yaml.Node, plek: Plek) -> str | None:
        if not isinstance(node, yaml.ScalarNode):
            return "een veldnaam is één woord, geen lijst of blok"
        if node.tag != _TEXT:
            return f"YAML leest de veldnaam '{node.value}' niet als tekst; zet de naam tussen aanhalingstekens"
        if not node.value.isprintable():
            return "in deze veldnaam staat een onzichtbaar teken of een regeleinde; typ de naam opnieuw"
        first = self.regels.get((*plek, node.value))
        return f"veld '{node.value}' staat hier dubbel (ook op regel {first}); houd er één" if first else None


def _text_of(node: yaml.Node) -> str:
    """Return the text of a scalar; in a folded one (`>`) a blank line is one line end, everywhere else it is two."""
    text: str = node.value
    return re.sub(r"\n+", "\n\n", text.strip("\n")) if getattr(node, "style", None) == ">" else text
