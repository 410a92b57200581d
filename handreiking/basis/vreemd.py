"""Text of others in a report in Markdown: it can not give orders, address people, or load anything."""

from __future__ import annotations

import re

MAX_ZIN = 500
MAX_CODE = 1000
_MANY_BACKTICKS = "`" * 10


def render_zichtbaar(text: str, most: int) -> str:
    r"""Return a text on one line; a letter that cannot be seen, or that turns the reading order, becomes `\u202e`."""
    folded = " ".join(text.split())
    seen = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in folded)
    return seen if len(seen) <= most else f"{seen[:most]}…"


def render_code(text: str) -> str:
    """Return a code span on one line, every letter visible.

    Its fence is longer than any run of backticks in it (CommonMark 6.1). GitHub takes no fence of more than 80 for
    one, and would then read what stands between.
    """
    text = render_zichtbaar(text, MAX_CODE)
    if _MANY_BACKTICKS in text:
        text = text.replace("`", "\\x60")
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    edge = " " if text.startswith("`") or text.endswith("`") or not text else ""
    return f"{fence}{edge}{text}{edge}{fence}"


def render_zin(text: str) -> str:
    """Return a sentence as Markdown that means its letters alone; a word joiner keeps `@x` and `#1` from linking."""
    escaped = re.sub(r"([\\`*_\[\]<>|~!&:#@$]|(?<=www)\.)", r"\\\1", render_zichtbaar(text, MAX_ZIN))
    return re.sub(r"([#@])", "\\1\u2060", escaped)
