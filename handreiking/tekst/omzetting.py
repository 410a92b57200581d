"""What happens to the tree of a text in Python-Markdown: links, marks, sources, records shown, no raw HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import unescape
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from handreiking.basis.adres import resolve, split_url
from handreiking.tekst.begrippen import Begrippenlijst
from handreiking.tekst.markeringen import Markeringen
from handreiking.tekst.toonregel import Toonplek, parse_toonregel

EXTENSIONS = ("tables", "sane_lists", "toc")
# For the anchors alone: a list of the headings where a text says `[TOC]` is no part of a page here.
CONFIGS = {"toc": {"marker": ""}}
# What a paragraph, an item or a cell rests on, behind its last word: `[^toolkit]`.
BRONMERK = re.compile(r"(?<!\\)\[\^(?P<id>[^\[\]\n]*)\]")
_AT_THE_END = re.compile(rf"(?<=\S)\s*(?:{BRONMERK.pattern.replace('?P<id>', '')}\s*)+\Z")
_CODE = re.compile(r"(?<!\\)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_ALIGNED = {"text-align: center;": "midden", "text-align: right;": "rechts"}
_SCHEMES = ("https", "http", "mailto", "tel")


@dataclass(frozen=True)
class Verwijzing:
    """A link or a picture in a text: the address as written and, where it leads to a page, that page and its anchor."""

    href: str
    pad: str | None
    anker: str
    beeld: bool = False


@dataclass(frozen=True)
class Bronmerk:
    """A mark in a text: the id of the source, or the word for the editors, and whether it stands where one can."""

    bron: str
    op_zijn_plaats: bool


class Omzetting(Extension):
    """Our own steps. They and the converter serve one text after the other: to make them takes a tenth of the time."""

    def __init__(self) -> None:
        super().__init__()
        self.links, self.marks, self.shown, self.sources = _Links(), Markeringen(), _Shown(), _Sources()
        self.converter = Markdown(extensions=[*EXTENSIONS, self], extension_configs=CONFIGS, output_format="html")

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Put our steps among its own."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        # Before Python-Markdown looks for links within the lines.
        md.treeprocessors.register(self.shown, "handreiking_toonregels", 30)
        md.treeprocessors.register(self.sources, "handreiking_bronmerken", 29)
        md.treeprocessors.register(self.links, "handreiking_links", 10)
        md.treeprocessors.register(_Aligned(), "handreiking_aligned", 5)
        # After Python-Markdown's own last step, for which an escaped letter is still a number.
        md.treeprocessors.register(self.marks, "handreiking_marks", -1)

    def convert(self, markdown: str, pad: str, url_for: Callable[[str, str], str], begrippen: Begrippenlijst) -> str:
        """Return the HTML of a text; what was found in it stands in `links`, `marks` … until the next."""
        self.links.begin(pad, url_for)
        self.marks.begin(begrippen, url_for)
        self.shown.begin()
        self.sources.begin()
        html = self.converter.reset().convert(markdown)
        self.sources.add_notes(getattr(self.converter, "references", {}))
        return html


class _Shown(Treeprocessor):
    """Puts an empty figure in the place of each paragraph that only names a record; `begin` comes before each text."""

    def begin(self) -> None:
        """Begin another text."""
        self.found: list[Toonplek] = []

    def run(self, root: ET.Element) -> None:
        """Put the figures into a tree of which the lines have not been converted yet."""
        for block in root:
            plek = parse_toonregel(block.text or "") if block.tag == "p" else None
            if plek:
                self.found.append(plek)
                block.tag, block.text = "figure", None
                block.attrib |= {"data-toon": plek.woord, "data-id": plek.id}


class _Sources(Treeprocessor):
    """Puts an empty `sup` in the place of each mark at the end of a block; `begin` comes before each text."""

    def begin(self) -> None:
        """Begin another text."""
        self.found: list[Bronmerk] = []

    def run(self, root: ET.Element) -> None:
        """Take the marks out of a tree of which the lines have not been converted yet; one elsewhere stays."""
        for block in list(root.iter()):
            text = block.text or ""
            if "[^" not in text or isinstance(text, AtomicString):
                continue
            without_code = _CODE.sub(lambda code: "`" * len(code[0]), text)
            end = _AT_THE_END.search(without_code) if block.tag in ("p", "li", "td") else None
            start = end.start() if end else len(text)
            for mark in BRONMERK.finditer(without_code):
                self.found.append(Bronmerk(mark["id"], mark.start() >= start))
            if end:
                block.text = text[:start]
                for place, mark in enumerate(BRONMERK.finditer(end[0])):
                    block.insert(place, ET.Element("sup", {"data-bron": mark["id"]}))

    def add_notes(self, references: Iterable[str]) -> None:
        """Add what is written as a note with a text of its own (`[^a]: …`), which Python-Markdown takes away."""
        self.found += [Bronmerk(name[1:], op_zijn_plaats=False) for name in references if name.startswith("^")]


class _Aligned(Treeprocessor):
    """Gives an aligned cell of a table a class for its style, which a strict Content-Security-Policy refuses."""

    def run(self, root: ET.Element) -> None:
        """Have a class in the place of the style of each cell."""
        for cell in root.iter():
            style = cell.attrib.pop("style", None) if cell.tag in ("th", "td") else None
            if style in _ALIGNED:
                cell.set("class", _ALIGNED[style])


class _Links(Treeprocessor):
    """Resolves links between pages, disarms addresses that are none of a page's business; `begin` comes before."""

    def begin(self, pad: str, url_for: Callable[[str, str], str]) -> None:
        """Begin the text of the page at `pad`; `url_for(pad, anchor)` gives the address of another."""
        self.pad, self.url_for = pad, url_for
        self.found: list[Verwijzing] = []

    def run(self, root: ET.Element) -> None:
        """Give each link its address in the site, and take away one that a browser should not follow."""
        for element in root.iter():
            key = {"a": "href", "img": "src"}.get(element.tag)
            if key is None:
                continue
            href = UnescapeTreeprocessor().unescape(element.get(key, ""))  # `\_`, until its last step a number
            parts = split_url(unescape(href))  # a browser reads `javascript&#58;` as `javascript:`
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
