"""Markdown to HTML, by Python-Markdown, with links resolved, terms marked at their first use and no raw HTML.

HTML in the Markdown comes out as text one can read, never as HTML; `check_html` makes it a problem besides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any

from handreiking.tekst.begrippen import Begrippenlijst
from handreiking.tekst.omzetting import Bronmerk, Omzetting, Verwijzing
from handreiking.tekst.toonregel import Toonplek

# What stands in a converted text where a record is to be shown, or what something rests on; Python-Markdown sorts
# the attributes.
_PLAATS = re.compile(
    r'<figure data-id="([a-z0-9-]+)" data-toon="([a-z]+)"></figure>\n?|<sup data-bron="([a-z0-9-]+)"></sup>'
)


@dataclass(frozen=True)
class Tekstkop:
    """A heading of a text: its anchor, its level, and its words."""

    anker: str
    niveau: int
    tekst: str


@dataclass(frozen=True)
class Tekst:
    """A converted text: its HTML, its headings, its links, what is marked or shown in it.

    Each in the order of the text: terms, abbreviations, records shown, and marks of what something rests on.
    """

    html: str
    koppen: tuple[Tekstkop, ...]
    verwijzingen: tuple[Verwijzing, ...]
    begrippen: tuple[str, ...]
    afkortingen: tuple[str, ...] = ()
    getoond: tuple[Toonplek, ...] = ()
    bronmerken: tuple[Bronmerk, ...] = ()

    @property
    def ankers(self) -> tuple[str, ...]:
        """The anchors of the headings."""
        return tuple(kop.anker for kop in self.koppen)

    @property
    def stukken(self) -> tuple[tuple[str, Toonplek | None, str], ...]:
        """The HTML in pieces, each with the record, or else the mark, that is shown after it."""
        pieces = [*(piece or "" for piece in _PLAATS.split(self.html)), "", "", ""]
        rows = zip(pieces[::4], pieces[1::4], pieces[2::4], pieces[3::4], strict=True)
        return tuple((html, Toonplek(woord, name) if woord else None, mark) for html, name, woord, mark in rows)


def render_tekst(markdown: str, pad: str, url_for: Callable[[str, str], str], begrippen: Begrippenlijst) -> Tekst:
    """Convert the Markdown of the page at `pad`; `url_for(pad, anchor)` gives the address of another page."""
    omzetting = _omzetting()
    try:
        html = omzetting.convert(markdown, pad, url_for, begrippen)
    except BaseException:
        _omzetting.cache_clear()  # it stopped half-way, and would go on there with the next text
        raise
    return Tekst(
        html=html,
        koppen=tuple(_koppen(getattr(omzetting.converter, "toc_tokens", []))),
        verwijzingen=tuple(omzetting.links.found),
        begrippen=omzetting.marks.ids("begrip"),
        afkortingen=omzetting.marks.ids("afkorting"),
        getoond=tuple(omzetting.shown.found),
        bronmerken=tuple(omzetting.sources.found),
    )


@cache
def _omzetting() -> Omzetting:
    return Omzetting()


def _koppen(tokens: Sequence[Mapping[str, Any]]) -> Iterator[Tekstkop]:
    for token in tokens:
        yield Tekstkop(token["id"], token["level"], unescape(token["name"]))
        yield from _koppen(token["children"])
