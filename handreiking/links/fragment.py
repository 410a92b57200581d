"""The part of an address after `#`: an anchor, or a piece of text that should stand on the page.

Text fragments follow https://wicg.github.io/scroll-to-text-fragment/: `#:~:text=[prefix-,]start[,end][,-suffix]`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


@dataclass(frozen=True)
class Tekstdeel:
    """One text directive, decoded; what it does not give is empty."""

    begin: str
    eind: str = ""
    ervoor: str = ""
    erna: str = ""


def parse_fragment(url: str) -> tuple[str, tuple[Tekstdeel, ...]]:
    """Return the anchor of an address, as written (empty where it has none), and its text directives.

    `#/route` and `#!route` are places in an application and `#name=value` is its state: no anchors.
    """
    anchor, _, directives = url.partition("#")[2].partition(":~:")
    if anchor.startswith(("/", "!")) or "=" in anchor:
        anchor = ""
    delen = (_parse_directive(one[5:]) for one in directives.split("&") if one.startswith("text="))
    return anchor, tuple(deel for deel in delen if deel is not None)


def has_anker(anchor: str, ankers: frozenset[str]) -> bool:
    """Say whether a page with these ids and names has the place: as written, else decoded (HTML, 7.4.6.4).

    `#top` is on every page.
    """
    plain = unquote(anchor)
    return plain.lower() == "top" or bool({anchor, plain, f"user-content-{plain}"} & ankers)


def has_tekst(deel: Tekstdeel, tekst: str) -> bool:
    """Say whether the text of a page still has what a text directive quotes.

    Case, accents, kinds of space and invisible letters make no difference, as in browsers.
    """
    folded = _fold(tekst)
    begin = _words(deel.ervoor, deel.begin) if deel.eind else _words(deel.ervoor, deel.begin, deel.erna)
    first = re.search(begin, folded)
    if first is None or not deel.eind:
        return first is not None
    # The first place leaves most room for the end, so no other needs to be tried.
    return re.compile(_words(deel.eind, deel.erna)).search(folded, first.end()) is not None


def _parse_directive(value: str) -> Tekstdeel | None:
    parts = value.split(",")
    before = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") and len(parts) > 1 else ""
    after = unquote(parts.pop()[1:]) if parts[-1].startswith("-") and len(parts) > 1 else ""
    if not 1 <= len(parts) <= 2 or not all(_fold(unquote(part)) for part in parts):
        return None
    begin, eind = (unquote(part) for part in (*parts, "")[:2])
    return Tekstdeel(begin, eind, before, after)


def _words(*texts: str) -> str:
    """Return a pattern for texts that follow each other, at the borders of words."""
    terms = [_fold(text) for text in texts if _fold(text)]
    body = r"\s*".join(re.escape(term) for term in terms)
    start = r"(?<!\w)" if re.match(r"\w", terms[0]) else ""
    return start + body + (r"(?!\w)" if re.search(r"\w\Z", terms[-1]) else "")


def _fold(text: str) -> str:
    letters = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text).casefold())
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())
