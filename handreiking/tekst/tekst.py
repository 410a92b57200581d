"""Markdown to HTML, by Python-Markdown, with links resolved, terms marked at their first use and no raw HTML.

HTML in the Markdown comes out as text one can read, never as HTML; `check_html` makes it a problem besides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from handreiking.tekst.begrippen import Begrippenlijst
from handreiking.tekst.omzetting import Bronmerk, Omzetting, Verwijzing

# What stands in a converted text where a series of figures is to be shown, or what something rests on.
_PLAATS = re.compile(r'<figure data-reeks="([a-z0-9-]+)"></figure>\n?|<sup data-bron="([a-z0-9-]+)"></sup>')


@dataclass(frozen=True)
class Tekst:
    """A converted text: its HTML, the anchors of its headings, its links, what is marked or shown in it.

    Each in the order of the text: terms, abbreviations, series of figures, and marks of what something rests on.
    """

    html: str
    ankers: tuple[str, ...]
    verwijzingen: tuple[Verwijzing, ...]
    begrippen: tuple[str, ...]
    afkortingen: tuple[str, ...] = ()
    reeksen: tuple[str, ...] = ()
    bronmerken: tuple[Bronmerk, ...] = ()

    @property
    def stukken(self) -> tuple[tuple[str, str, str], ...]:
        """The HTML in pieces, each with the id of the series, or else of the mark, that is shown after it."""
        pieces = [*(piece or "" for piece in _PLAATS.split(self.html)), "", ""]
        return tuple(zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True))


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
        ankers=tuple(_anchors(getattr(omzetting.converter, "toc_tokens", []))),
        verwijzingen=tuple(omzetting.links.found),
        begrippen=omzetting.marks.ids("begrip"),
        afkortingen=omzetting.marks.ids("afkorting"),
        reeksen=tuple(omzetting.series.found),
        bronmerken=tuple(omzetting.sources.found),
    )


@cache
def _omzetting() -> Omzetting:
    return Omzetting()


def _anchors(tokens: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for token in tokens:
        yield token["id"]
        yield from _anchors(token["children"])
