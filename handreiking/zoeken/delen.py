"""The sections of a converted text, as plain text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

from handreiking.tekst.toonregel import Toonplek

_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_BLOCKS = {"p", "li", "td", "th", "dt", "dd", "blockquote", "pre", "table", "ul", "ol"}


@dataclass(frozen=True)
class Stukdeel:
    """The text under one heading; before the first heading, anchor and heading are empty.

    `bronmerken` says which line of the text, counted from 1, rests on what: the id of a source, or the editors' word.
    """

    anker: str
    kop: str
    tekst: str
    bronmerken: tuple[tuple[int, str], ...] = ()


def parse_delen(html: str, woorden: Callable[[Toonplek], str] | None = None) -> tuple[Stukdeel, ...]:
    """Return the sections of a converted text; the blocks in each stand on lines of their own.

    Where a record is shown, its words stand: `woorden` gives them.
    """
    return _plain(html) if not woorden or "data-toon" not in html else _delen(html, woorden)


@lru_cache(maxsize=4096)  # search and the published files both ask for them
def _plain(html: str) -> tuple[Stukdeel, ...]:
    return _delen(html, None)


def _delen(html: str, woorden: Callable[[Toonplek], str] | None) -> tuple[Stukdeel, ...]:
    parser = _Sections(woorden)
    parser.feed(html)
    parser.close()
    delen = (
        Stukdeel(anchor, _folded(heading), _lines(text), tuple(marks))
        for (anchor, heading, text), marks in zip(parser.found, parser.marks, strict=True)
    )
    return tuple(deel for deel in delen if deel.kop or deel.tekst)


class _Sections(HTMLParser):
    """Collects (anchor, heading, text) from converted Markdown."""

    def __init__(self, woorden: Callable[[Toonplek], str] | None) -> None:
        super().__init__()
        self.woorden = woorden
        self.found: list[list[str]] = [["", "", ""]]
        self.marks: list[list[tuple[int, str]]] = [[]]
        self.in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HEADINGS:
            self.found.append([dict(attrs).get("id") or "", "", ""])
            self.marks.append([])
            self.in_heading = True
        self._break(tag)
        if tag == "sup":
            self.marks[-1].append((len(_lines(self.found[-1][2]).split("\n")), dict(attrs).get("data-bron") or ""))
        if tag == "figure" and self.woorden:
            named = dict(attrs)
            plek = Toonplek(named.get("data-toon") or "", named.get("data-id") or "")
            self.found[-1][2] += f"\n{self.woorden(plek)}\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS:
            self.in_heading = False
        self._break(tag)

    def handle_data(self, data: str) -> None:
        self.found[-1][1 if self.in_heading else 2] += data.replace("\n", " ")

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.found[-1][2] += "\n"


def _folded(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> str:
    return "\n".join(folded for line in text.split("\n") if (folded := _folded(line)))
