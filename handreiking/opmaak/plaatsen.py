"""Where the fields and items of a YAML text begin: what stands between its lines belongs to one of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeAlias

import yaml

from handreiking.yaml_document import Plek

Begin: TypeAlias = tuple[int, Plek]  # a line, from 0, and the field or item that begins there


@dataclass(frozen=True)
class Plaatsen:
    """Where each field and item begins, outer ones first, and the column of what stands in each block.

    What stands between brackets is one place; `haken` are its first and last line.
    """

    begin: tuple[Begin, ...]
    kolom: dict[Plek, int]
    haken: tuple[tuple[int, int, Plek], ...]

    def line_of(self, plek: Plek) -> int:
        """Give the line on which a place begins."""
        return next(line for line, other in self.begin if other == plek)

    def is_first(self, plek: Plek) -> bool:
        """Say whether nothing stands before a place in its block."""
        size = len(plek)
        return next(other for _, other in self.begin if len(other) == size and other[:-1] == plek[:-1]) == plek

    def end_of(self, plek: Plek) -> int | None:
        """Give the line after a block; None where that is the end of the text."""
        inside = [index for index, (_, other) in enumerate(self.begin) if other[: len(plek)] == plek]
        rest = self.begin[inside[-1] + 1 :]
        return rest[0][0] if rest else None

    def before(self, line: int) -> Plek | None:
        """Give the last place that begins on a line or above it."""
        index = bisect_right(self.begin, line, key=itemgetter(0))
        return self.begin[index - 1][1] if index else None

    def after(self, line: int) -> Plek | None:
        """Give the outermost place that begins first from a line on, or that has the line between its brackets."""
        index = bisect_left(self.begin, line, key=itemgetter(0))
        following = self.begin[index][1] if index < len(self.begin) else None
        return next((plek for first, last, plek in self.haken if first < line <= last), following)


def find_plaatsen(root: yaml.Node) -> Plaatsen:
    """Give the places in what was read from a text."""
    begin, kolom, haken = list[Begin](), dict[Plek, int](), list[tuple[int, int, Plek]]()
    for plek, key, node in _walk((), None, root):
        lines = [part.start_mark.line for part in (key, node) if part is not None]
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            kolom[plek] = node.start_mark.column
            lines = lines[:-1]  # a block begins where the first thing in it does
        elif isinstance(node, yaml.CollectionNode):
            haken.append((node.start_mark.line, node.end_mark.line, plek))
        begin += [(line, plek) for line in dict.fromkeys(lines)]
    return Plaatsen(tuple(begin), kolom, tuple(haken))


def _walk(plek: Plek, key: yaml.Node | None, node: yaml.Node) -> Iterator[tuple[Plek, yaml.Node | None, yaml.Node]]:
    """Give each place with its key, or its own node where it is an item, and its value."""
    yield plek, key, node
    if not isinstance(node, yaml.CollectionNode) or node.flow_style:
        return
    if isinstance(node, yaml.MappingNode):
        for inner, value in node.value:
            yield from _walk((*plek, inner.value), inner, value)
    else:
        for index, value in enumerate(node.value):
            yield from _walk((*plek, index), value, value)
