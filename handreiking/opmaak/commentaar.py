"""Comments and blank lines: what each belongs to in a text of YAML, and their place in the same values written anew.

ruamel.yaml hangs a comment on the value before it, where it is lost when fields change places. Here it belongs to
what it stands above: a record, a field or an item. One that is indented deeper than what follows closes the block it
stands in. One behind a value moves to a line of its own above it: only there does the loader always let it stand.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from handreiking.opmaak.plaatsen import Plaatsen, find_plaatsen
from handreiking.opmaak.regels import Regels, parse_regels
from handreiking.yaml_document import Plek


@dataclass
class Commentaar:
    """The comments of a text, with "" for a blank line: at its top, above a place, and at the end of a block."""

    kop: list[str] = field(default_factory=list)
    boven: dict[Plek, list[str]] = field(default_factory=dict)
    onder: dict[Plek, list[str]] = field(default_factory=dict)


def parse_commentaar(text: str, root: yaml.Node) -> Commentaar:
    """Give the comments and blank lines of a text, from which `root` was read."""
    return _Reader(find_plaatsen(root), parse_regels(text), Commentaar()).read()


def has_spaced_records(commentaar: Commentaar, number: int) -> bool:
    """Say whether blank lines part most of the records of a list; of fewer than two they do."""
    above = [commentaar.boven.get((index,), []) for index in range(1, number)]
    return 2 * sum(lines[:1] == [""] for lines in above) >= len(above)


def space_records(commentaar: Commentaar, number: int) -> None:
    """Have no blank lines within the records of a list, and one before each where most have one.

    Where most have none the records are grouped, and stay so.
    """
    for index in range(1, number if has_spaced_records(commentaar, number) else 0):
        lines = commentaar.boven.get((index,), [])
        commentaar.boven[(index,)] = lines if lines[:1] == [""] else ["", *lines]
    for group, outside in ((commentaar.boven, 1), (commentaar.onder, 0)):
        for plek, lines in group.items():
            group[plek] = lines if len(plek) <= outside else [line for line in lines if line]


def place_commentaar(text: str, root: yaml.Node, commentaar: Commentaar) -> str:
    """Give a text, read as `root`, with comments and blank lines in it; between its values it has none of its own."""
    lines = text.removesuffix("\n").split("\n")
    plaatsen = find_plaatsen(root)
    above: dict[int, list[str]] = {}
    for plek, said in sorted(commentaar.boven.items(), key=lambda item: len(item[0])):
        line = plaatsen.line_of(plek)
        opens = plaatsen.is_first(plek) and (len(plek) > 1 or commentaar.kop[-1:] in ([], [""]))
        wanted = said[1:] if opens and said[:1] == [""] else said
        above.setdefault(line, []).extend(_indented(wanted, len(lines[line]) - len(lines[line].lstrip(" "))))
    below: dict[int, list[str]] = {}
    for plek, said in sorted(commentaar.onder.items(), key=lambda item: -len(item[0])):
        end = plaatsen.end_of(plek)
        below.setdefault(len(lines) if end is None else end, []).extend(_indented(said, plaatsen.kolom.get(plek, 0)))
    placed = list(commentaar.kop)
    for number, written in enumerate(lines):
        placed += [*above.get(number, []), written, *below.get(number + 1, [])]
    return "\n".join([*placed, ""])


@dataclass
class _Reader:
    """Goes through the lines once and gives each comment and blank line to what it belongs to."""

    plaatsen: Plaatsen
    regels: Regels
    found: Commentaar

    def read(self) -> Commentaar:
        gap: list[int] = []
        for line in range(len(self.regels.tekst)):
            if line not in self.regels.gevuld:
                gap.append(line)
                continue
            self._divide(gap, line)
            gap = []
            if line in self.regels.commentaar:
                announces = line in self.regels.aankondiging
                plek = self.plaatsen.after(line + 1) if announces else self.plaatsen.before(line)
                self._above(plek).append(self.regels.commentaar[line][1])
        self._divide(gap, None)
        self._split_top()
        return self.found

    def _divide(self, gap: list[int], end: int | None) -> None:
        """Divide the lines of a gap, which ends before a filled line or with the text, over what stands around it."""
        if not gap:
            return
        before = self.plaatsen.before(gap[0])
        after = None if end is None or before is None else self.plaatsen.after(gap[0])
        outside = -1 if end is None else self.regels.inspringing(end)
        closing: Plek | None = before
        blank = False
        for line in gap:
            if line not in self.regels.commentaar:
                blank = True
                continue
            column, said = self.regels.commentaar[line]
            if closing is not None:
                closing = self._closed(closing, column, after) if column > outside else None
            target = self._above(after) if closing is None else self.found.onder.setdefault(closing, [])
            if blank:
                _add_blank(target, self.found.kop)
            target.append(said)
            blank = False
        if blank and end is not None:
            _add_blank(self._above(after), self.found.kop)

    def _closed(self, within: Plek, column: int, after: Plek | None) -> Plek | None:
        """Give the block around `within`, and not around `after`, that a comment in this column closes."""
        around = [within[:size] for size in range(len(within) + 1)]
        blocks = [
            plek
            for plek in around
            if self.plaatsen.kolom.get(plek, column + 1) <= column and (after is None or after[: len(plek)] != plek)
        ]
        return max(blocks, key=lambda plek: self.plaatsen.kolom[plek], default=() if after is None else None)

    def _above(self, plek: Plek | None) -> list[str]:
        return self.found.boven.setdefault(plek, []) if plek else self.found.kop

    def _split_top(self) -> None:
        """Leave at the top what a blank line parts from the first field or record; the rest belongs to that."""
        top = self.found.kop
        first = self.plaatsen.begin[0][1]
        if "" in top and first:
            size = len(top) - top[::-1].index("")
            self.found.boven[first] = [*top[size:], *self.found.boven.get(first, [])]
            del top[size:]


def _add_blank(lines: list[str], top: list[str]) -> None:
    """Add a blank line, but no second one, and none at the very top."""
    if lines[-1:] != [""] and (lines or lines is not top):
        lines.append("")


def _indented(lines: list[str], indent: int) -> list[str]:
    return [f"{' ' * indent}{line}" if line else "" for line in lines]
