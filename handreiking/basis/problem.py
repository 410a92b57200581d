"""What is wrong in the content or the data, and where: the one form every check speaks in."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeAlias

FEW = 12
_A_BEGINNING = 4  # letters: fewer begin too many words

# What a rule yields: the path, the line and the message of each problem.
Found: TypeAlias = Iterator[tuple[str, int, str]]


class Ernst(StrEnum):
    """How much an outcome weighs: only `fout` makes a check fail."""

    GOED = "goed"
    WAARSCHUWING = "waarschuwing"
    FOUT = "fout"


class NietGedraaidError(Exception):
    """A check could not run, or did not look at all that it should; the message says why, in Dutch."""


@dataclass(frozen=True, order=True)
class Problem:
    """One problem: the file (as the editor knows it, from the project's folder), its line (from 1),
    a Dutch sentence that says what is wrong and how to mend it, and the name of the rule.
    """

    path: str
    line: int
    message: str
    rule: str


class NietGemaaktError(Exception):
    """Something could not be made, because of these problems in the content or the data."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(render_text(problems))
        self.problems = [*problems]


def name_of(rule: Callable[..., object]) -> str:
    """Return the name of a rule, as it stands beside a problem: `check_shared_urls` is `shared-urls`."""
    return rule.__name__.removeprefix("check_").replace("_", "-")


def render_text(problems: Iterable[Problem]) -> str:
    r"""Return the problems sorted, a line each: `data/tools.yaml:12: onbekend veld 'utl'; …`.

    A letter that cannot be seen, such as the end of a line that a value holds, is written as `\n`.
    """
    return "".join(f"{_visible(p.path)}:{p.line}: {_visible(p.message)}\n" for p in sorted(set(problems)))


def render_github(problems: Iterable[Problem], level: str = "error") -> str:
    """Return the problems as GitHub workflow commands, which stand beside the line in a pull request.

    `level` is `error`, `warning` or `notice`.

    Escapes follow the toolkit of GitHub Actions: `%`, CR and LF everywhere, `:` and `,` in properties.
    """
    return "".join(
        f"::{level} file={_property(p.path)},line={p.line},title={_property(p.rule)}::{_data(p.message)}\n"
        for p in sorted(set(problems))
    )


def render_json(problems: Iterable[Problem]) -> str:
    """Return the problems as a JSON list of objects with path, line, message and rule."""
    return json.dumps([asdict(p) for p in sorted(set(problems))], ensure_ascii=False, indent=2) + "\n"


def render_count(problems: Collection[Problem]) -> str:
    """Return how many there are: `1 probleem`, `3 problemen`."""
    return "1 probleem" if len(problems) == 1 else f"{len(problems)} problemen"


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return `; bedoelde u 'url'?` for the known word nearest to the given one, or that begins nearly so."""
    by_letters = {name.casefold(): name for name in sorted(known)}
    near = get_close_matches(word.casefold(), by_letters, n=1, cutoff=0.6)
    if not near and len(word) >= _A_BEGINNING:
        begins = {name[: len(word)]: name for name in by_letters}
        near = [begins[begin] for begin in get_close_matches(word.casefold(), begins, n=1, cutoff=0.8)]
    return f"; bedoelde u '{by_letters[near[0]]}'?" if near else ""


def suggestion_or_all(word: str, known: Collection[str]) -> str:
    """Return the nearest known word, else all of them where they are few: `; kies uit boek, kaart`."""
    return suggestion(word, known) or (f"; kies uit {', '.join(sorted(known))}" if 0 < len(known) <= FEW else "")


def _visible(text: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
