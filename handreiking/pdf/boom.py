"""HTML, as Python-Markdown writes it, to an element tree."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree import ElementTree as ET

# HTML Living Standard, 13.1.2: these have no content and no end tag.
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def parse_html(html: str) -> ET.Element:
    """Return the elements of a piece of HTML below one element `body`.

    Raises ValueError where an end tag does not belong to the open element: the converter writes no such thing.
    """
    parser = _Parser()
    parser.feed(html)
    parser.close()
    if len(parser.open) > 1:
        raise ValueError(f"<{parser.open[-1]}> is not closed")
    parser.builder.end("body")
    return parser.builder.close()


class _Parser(HTMLParser):
    """Feeds a tree builder, and keeps the names of the open elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = ET.TreeBuilder()
        self.open = ["body"]
        self.builder.start("body", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.builder.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if tag != self.open[-1]:
            raise ValueError(f"</{tag}> closes <{self.open[-1]}>")
        self.open.pop()
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)
