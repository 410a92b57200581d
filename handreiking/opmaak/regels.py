"""The lines of a YAML text as its scanner sees them: which hold values, which a comment, which nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # as PyYAML counts lines
_COMMENT = re.compile("#[^\n\r\x85\u2028\u2029]*")
_BLOCK_HEADER = re.compile("[|>][-+0-9]*[ \t]+(#[^\n\r\x85\u2028\u2029]*)")
_OPENERS = (yaml.BlockEntryToken, yaml.DocumentStartToken, yaml.DirectiveToken)


@dataclass(frozen=True)
class Regels:
    """The lines, from 0; those with (a part of) a value; those that end in a sign that only announces one; comments.

    A comment has its column and its letters.
    """

    tekst: tuple[str, ...]
    gevuld: frozenset[int]
    aankondiging: frozenset[int]
    commentaar: dict[int, tuple[int, str]]

    def inspringing(self, line: int) -> int:
        """Give the column in which a line begins."""
        return len(self.tekst[line]) - len(self.tekst[line].lstrip(" "))


def parse_regels(text: str) -> Regels:
    """Give the lines of a text that YAML can read."""
    tokens = [token for token in yaml.scan(text, Loader=yaml.SafeLoader) if _is_written(token)]
    lines = tuple(_LINE_END.split(text))
    ends = [0, *(found.end() for found in _LINE_END.finditer(text))]
    comments = {}
    for offset, said in _comments(text, tokens):
        line = bisect_right(ends, offset) - 1
        comments[line] = (offset - ends[line], said.rstrip())
    filled = {line for token in tokens for line in range(token.start_mark.line, _last_line(token, lines) + 1)}
    last_on = {token.start_mark.line: token for token in tokens}
    announcing = {line for line, token in last_on.items() if isinstance(token, _OPENERS)}
    return Regels(lines, frozenset(filled), frozenset(announcing), comments)


def _is_written(token: yaml.Token) -> bool:
    return bool(token.start_mark.index != token.end_mark.index)


def _comments(text: str, tokens: list[yaml.Token]) -> Iterator[tuple[int, str]]:
    """Give each comment with its place: what the scanner passes over between tokens, or behind a sign for a block."""
    end = 0
    for token in [*tokens, None]:
        start = token.start_mark.index if token else len(text)
        yield from ((found.start(), found[0]) for found in _COMMENT.finditer(text, end, start))
        if token is not None:
            header = _BLOCK_HEADER.match(text, start) if getattr(token, "style", None) in ("|", ">") else None
            if header:
                yield header.start(1), header[1]
            end = token.end_mark.index


def _last_line(token: yaml.Token, lines: tuple[str, ...]) -> int:
    """Give the last line of a token; that of a block is the last with letters, for its end takes blank lines along."""
    line: int = token.end_mark.line
    if getattr(token, "style", None) not in ("|", ">"):
        return line
    line -= token.end_mark.column == 0
    while line > token.start_mark.line and not lines[line].strip():
        line -= 1
    return line
