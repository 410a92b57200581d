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
from handreiking.tekst.omzetting import Omzetting, Verwijzing

# What stands in a converted text where a series of figures is to be shown.
_PLAATS = re.compile(r'<figure data-reeks="([a-z0-9-]+)"></figure>\n?')


@dataclass(frozen=True)
class Tekstkop:
    """A heading of a text: its anchor, its level, and its words."""

    anker: str
    niveau: int
    tekst: str


@dataclass(frozen=True)
class Tekst:
    """A converted text: its HTML, its headings, its links, the marked terms, abbreviations, the series.

    Each in the order of the text.
    """

    html: str
    koppen: tuple[Tekstkop, ...]
    verwijzingen: tuple[Verwijzing, ...]
    begrippen: tuple[str, ...]
    afkortingen: tuple[str, ...] = ()
    reeksen: tuple[str, ...] = ()

    @property
    def ankers(self) -> tuple[str, ...]:
        """The anchors of the headings."""
        return tuple(kop.anker for kop in self.koppen)

    @property
    def stukken(self) -> tuple[tuple[str, str], ...]:
        """The HTML in pieces, each with the id of the series that is shown after it; empty after the last."""
        pieces = [*_PLAATS.split(self.html), ""]
        return tuple(zip(pieces[::2], pieces[1::2], strict=True))


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
        reeksen=tuple(omzetting.series.found),
    )


@cache
def _omzetting() -> Omzetting:
    return Omzetting()


def _koppen(tokens: Sequence[Mapping[str, Any]]) -> Iterator[Tekstkop]:
    for token in tokens:
        yield Tekstkop(token["id"], token["level"], unescape(token["name"]))
        yield from _koppen(token["children"])
