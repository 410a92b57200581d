"""Typst code from Python values. All text enters Typst through `literal`, and only as a string, never as markup."""

from __future__ import annotations

from collections.abc import Iterable

_ESCAPES = str.maketrans({'"': '\\"', "\\": "\\\\"})


def literal(text: str) -> str:
    """Return a text as a Typst string; letters that end a line or cannot be seen are written as their number."""
    escaped = text.translate(_ESCAPES)
    if not escaped.isprintable():
        escaped = "".join(c if _is_plain(c) else f"\\u{{{ord(c):x}}}" for c in escaped)
    return f'"{escaped}"'


def optional(text: str | None) -> str:
    """Return a text as a Typst string, or `none`."""
    return "none" if text is None else literal(text)


def boolean(value: bool) -> str:  # noqa: FBT001 - it is the value to give
    """Return the Typst code of a truth value."""
    return "true" if value else "false"


def call(name: str, *arguments: str, **named: str) -> str:
    """Return a call of a Typst function; the arguments are Typst code, `_` in a name becomes `-`."""
    parts = [*arguments, *(f"{key.replace('_', '-')}: {value}" for key, value in named.items())]
    return f"{name}({', '.join(parts)})"


def array(items: Iterable[str]) -> str:
    """Return a Typst array of pieces of code."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def dictionary(items: Iterable[tuple[str, str]]) -> str:
    """Return a Typst dictionary of texts to pieces of code."""
    pieces = [f"{literal(key)}: {value}, " for key, value in items]
    return "(" + "".join(pieces) + ")" if pieces else "(:)"


def joined(parts: Iterable[str]) -> str:
    """Return pieces of code as one piece of content, one after the other."""
    pieces = list(parts)
    return "{ " + "; ".join(pieces) + " }" if pieces else "[]"


def _is_plain(letter: str) -> bool:
    return letter.isprintable() or letter in "\u00a0\u00ad\u202f"
