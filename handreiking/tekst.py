"""Markdown to HTML, by Python-Markdown, with links resolved, terms marked at their first use and no raw HTML.

HTML in the Markdown comes out as text one can read, never as HTML; `check_html` makes it a problem besides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import AMP_SUBSTITUTE

from handreiking.adres import check_url, resolve
from handreiking.begrippen import Begrippenlijst
from handreiking.markeringen import Markeringen
from handreiking.velden import INVISIBLE

EXTENSIONS = ("tables", "sane_lists", "toc")
# For the anchors alone: a list of the headings where a text says `[TOC]` is no part of a page here.
CONFIGS = {"toc": {"marker": ""}}
_ALIGNED = {"text-align: center;": "midden", "text-align: right;": "rechts"}
_SCHEMES = ("https", "http", "mailto", "tel")
# A tag needs no `>` on its own line to be one.
_HTML = re.compile(r"</?[A-Za-z][^>\n]*>|</?[A-Za-z][\w-]*|<!-*|<\?")
_CODE = re.compile(r"(`+)[^`](.*?)\1")
_AROUND = re.compile(r"(?:\s*(?:>|[-*+]\s|\d+\.\s))*\s*")
_HEADING = re.compile(r"(#{1,6})\s*\S")
_UNDERLINE = re.compile(r"(?:=+|-+)\s*\Z")
_RULE = re.compile(r"\s*(?:-\s+){2,}-?\s*")
_MAILTO = re.compile(r"mailto:[^@\s?]+@[^@\s?]+\.[a-z]{2,}(?:\?\S*)?")
_TEL = re.compile(r"tel:\+?[0-9-]{3,20}")
_CELL = re.compile(r"(?<!\\)\|")
# A line of its own that shows a series of figures, and what stands in its place in the converted text.
CIJFERS = re.compile(r"\[\[cijfers: (?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\]\]\s*")
_PLAATS = re.compile(r'<figure data-reeks="([a-z0-9-]+)"></figure>\n?')
_AUTOLINK = re.compile(r"<(https?://[^>\s]+|[^>\s@]+@[^>\s]+)>")


@dataclass(frozen=True)
class Verwijzing:
    """A link or a picture in a text: the address as written and, where it leads to a page, that page and its anchor."""

    href: str
    pad: str | None
    anker: str
    beeld: bool = False


@dataclass(frozen=True)
class Tekst:
    """A converted text: its HTML, the anchors of its headings, its links, the marked terms, abbreviations, the series.

    Each in the order of the text.
    """

    html: str
    ankers: tuple[str, ...]
    verwijzingen: tuple[Verwijzing, ...]
    begrippen: tuple[str, ...]
    afkortingen: tuple[str, ...] = ()
    reeksen: tuple[str, ...] = ()

    @property
    def stukken(self) -> tuple[tuple[str, str], ...]:
        """The HTML in pieces, each with the id of the series that is shown after it; empty after the last."""
        pieces = [*_PLAATS.split(self.html), ""]
        return tuple(zip(pieces[::2], pieces[1::2], strict=True))


def render_tekst(markdown: str, pad: str, url_for: Callable[[str, str], str], begrippen: Begrippenlijst) -> Tekst:
    """Convert the Markdown of the page at `pad`; `url_for(pad, anchor)` gives the address of another page."""
    links = _Links(pad, url_for)
    marks = Markeringen(begrippen, url_for)
    series = _Series()
    converter = Markdown(
        extensions=[*EXTENSIONS, _OwnRules(links, marks, series)], extension_configs=CONFIGS, output_format="html"
    )
    html = converter.convert(markdown)
    return Tekst(
        html=html,
        ankers=tuple(_anchors(getattr(converter, "toc_tokens", []))),
        verwijzingen=tuple(links.found),
        begrippen=marks.ids("begrip"),
        afkortingen=marks.ids("afkorting"),
        reeksen=tuple(series.found),
    )


def check_html(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for each piece of HTML in the Markdown.

    Wrong: `Lees <b>dit</b>.`  Right: `Lees **dit**.`
    """
    for number, line in enumerate(markdown.split("\n"), 1):
        for found in _HTML.finditer(_CODE.sub("", _AUTOLINK.sub("", line))):
            yield number, f"'{found[0]}' is HTML; gebruik Markdown (bijvoorbeeld **vet** of een lijst)"


def check_invisible(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for each line with a letter that cannot be seen.

    Wrong: a right-to-left mark in `Lees dit.`  Right: `Lees dit.`
    """
    for number, line in enumerate(markdown.split("\n"), 1):
        if found := INVISIBLE.search(line):
            yield number, f"in de tekst staat een onzichtbaar teken (U+{ord(found[0]):04X}); typ de regel opnieuw"


def check_tables(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for a row of a table with another number of cells than its head.

    Wrong: `| a | b |` over `| --- |`.  Right: `| a | b |` over `| --- | --- |`.
    """
    head = 0
    for number, line in enumerate([*markdown.split("\n"), ""], 1):
        if not line.strip().startswith("|"):
            head = 0
            continue
        cells = len(_CELL.findall(line.strip().strip("|"))) + 1
        head = head or cells
        if cells != head:
            yield number, f"deze rij van de tabel heeft {cells} cellen en de kop {head}; maak ze gelijk"


def check_headings(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for a heading of the first level or one that skips a level.

    Wrong: `# Titel`, or `####` under `##`.  Right: `## Kop`, then `### Kop`.
    A heading within a quotation or a list counts too; one that is underlined is refused.
    """
    level, above = 1, ["", ""]
    for number, line in enumerate(markdown.split("\n"), 1):
        bare = _AROUND.sub("", line)
        if _UNDERLINE.match(bare) and not _RULE.fullmatch(line) and above[1] and not above[0]:
            yield number, "onderstreep een kop niet; zet er '## ' voor"
        above = [above[1], bare.strip()]
        found = _HEADING.match(bare)
        if not found:
            continue
        here = len(found[1])
        if here == 1:
            yield number, "een kop met één '#' kan niet: de titel staat al boven aan de pagina; gebruik '##'"
        elif here > level + 1:
            yield number, f"deze kop slaat een niveau over; gebruik '{'#' * (level + 1)}'"
        level = max(here, 2)


def check_external(verwijzing: Verwijzing) -> str | None:
    """Say what is wrong with a link that leaves the handreiking, or None (also for one that stays)."""
    if verwijzing.pad is not None:
        return None
    if verwijzing.beeld:
        return "een beeld kan niet op een pagina staan; beschrijf in tekst wat het laat zien"
    parts = _split(unescape(verwijzing.href))
    scheme = parts.scheme if parts else ""
    if scheme == "mailto":
        return None if _MAILTO.fullmatch(unescape(verwijzing.href)) else "na mailto: hoort een mailadres"
    if scheme == "tel":
        return None if _TEL.fullmatch(verwijzing.href) else "na tel: hoort een nummer als +31104170000"
    if scheme == "http":
        return "het adres begint met http://; gebruik https://"
    return check_url(verwijzing.href)


class _OwnRules(Extension):
    def __init__(self, links: _Links, marks: Markeringen, series: _Series) -> None:
        super().__init__()
        self.links, self.marks, self.series = links, marks, series

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        # Before Python-Markdown looks for links within the lines.
        md.treeprocessors.register(self.series, "handreiking_reeksen", 30)
        md.treeprocessors.register(self.links, "handreiking_links", 10)
        md.treeprocessors.register(_Aligned(), "handreiking_aligned", 5)
        # After Python-Markdown's own last step, for which an escaped letter is still a number.
        md.treeprocessors.register(self.marks, "handreiking_marks", -1)


class _Series(Treeprocessor):
    """Puts an empty figure in the place of each paragraph that only names a series."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def run(self, root: ET.Element) -> None:
        for block in root:
            named = CIJFERS.fullmatch(block.text or "") if block.tag == "p" else None
            if named:
                self.found.append(named["id"])
                block.tag, block.text = "figure", None
                block.set("data-reeks", named["id"])


class _Aligned(Treeprocessor):
    """Gives an aligned cell of a table a class for its style, which a strict Content-Security-Policy refuses."""

    def run(self, root: ET.Element) -> None:
        for cell in root.iter():
            style = cell.attrib.pop("style", None) if cell.tag in ("th", "td") else None
            if style in _ALIGNED:
                cell.set("class", _ALIGNED[style])


class _Links(Treeprocessor):
    """Resolves links between pages and disarms addresses that are none of a page's business."""

    def __init__(self, pad: str, url_for: Callable[[str, str], str]) -> None:
        super().__init__()
        self.pad, self.url_for = pad, url_for
        self.found: list[Verwijzing] = []

    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            key = {"a": "href", "img": "src"}.get(element.tag)
            if key is None:
                continue
            href = UnescapeTreeprocessor().unescape(element.get(key, ""))  # `\_`, until its last step a number
            parts = _split(unescape(href))  # a browser reads `javascript&#58;` as `javascript:`
            if element.tag == "img":
                self.found.append(Verwijzing(href, None, "", beeld=True))
                del element.attrib[key]
                continue
            if href.startswith(AMP_SUBSTITUTE):  # so Python-Markdown writes the letters of `<naam@voorbeeld.nl>`
                continue
            if parts is None or parts.scheme or parts.netloc:
                self.found.append(Verwijzing(href, None, ""))
                if parts is None or parts.scheme not in _SCHEMES:
                    del element.attrib[key]
                continue
            pad, anchor = resolve(self.pad, href)
            self.found.append(Verwijzing(href, pad, anchor))
            element.set(key, self.url_for(pad, anchor))


def _split(href: str) -> Any:
    try:
        return urlsplit(href)
    except ValueError:
        return None


def _anchors(tokens: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for token in tokens:
        yield token["id"]
        yield from _anchors(token["children"])
