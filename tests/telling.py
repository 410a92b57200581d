"""What a check says at the side, without what grows with the handreiking."""

from __future__ import annotations

import re

_BEKEKEN = re.compile(r"Bekeken: \d+ pagina's(?:, \d+ [a-z]+)+\.")


def found(said: str) -> str:
    """Return what a check says came of it: the last line, behind how many of each kind it looked at."""
    match = _BEKEKEN.match(said)
    assert match, said
    return said[match.end() :].lstrip(" ")


def without_counts(text: str) -> str:
    """Return a text with `Bekeken: …` in the place of how many of each kind were looked at."""
    return _BEKEKEN.sub("Bekeken: …", text)
