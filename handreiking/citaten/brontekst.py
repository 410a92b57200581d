"""The text of a source, from the bytes a server sent: a web page, a pdf or plain text."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml import etree, html
from lxml.html import defs
from pypdf import PdfReader

from handreiking.tekst.vouwen import Vouwing, fold

_INLINE = (
    defs.phrase_tags
    | defs.font_style_tags
    | {"a", "bdi", "bdo", "data", "font", "label", "mark", "q", "span", "sub", "sup", "time", "wbr"}
)
_NOT_READ = ("script", "style", "template", "noscript", "head", "nav", "svg", "select", "button", "del", "s", "strike")
_HIDDEN = "//*[@hidden or @aria-hidden='true' or contains(translate(@style, ' ', ''), 'display:none')]"
_NOTE = "//sup[.//a[starts-with(@href, '#')]] | //*[@role='doc-noteref']"
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html)", re.IGNORECASE | re.DOTALL)
_SPACES = re.compile(r"\s+")
_MAX_PAGES = 500
_PAGES_ALIKE = 3


@dataclass(frozen=True)
class Brontekst:
    """The text of a source, or None with a Dutch reason; `volledig` tells that all of it was read."""

    tekst: str | None
    reden: str = ""
    volledig: bool = True

    @cached_property
    def vouwing(self) -> Vouwing:
        """The text folded, once for all the quotations that are looked for in it."""
        return fold(self.tekst or "")


def parse_brontekst(body: bytes, content_type: str = "", *, afgekapt: bool = False) -> Brontekst:
    """Read a source from its bytes and its Content-Type; `afgekapt`: the bytes are only the first of it."""
    mediatype = content_type.partition(";")[0].strip().lower()
    if not body.strip():
        return Brontekst(None, "de server geeft niets")
    if b"%PDF-" in body[:1024]:
        return Brontekst(None, "de pdf is te groot om op te halen") if afgekapt else _parse_pdf(body)
    if mediatype in {"text/html", "application/xhtml+xml"} or (mediatype in {"", "text/plain"} and _HTML.match(body)):
        tekst = _parse_html(body, content_type)
    elif not mediatype or mediatype.startswith("text/"):
        tekst = body.decode(_encoding(body, content_type) or "cp1252", errors="replace")
    else:
        return Brontekst(None, f"een bestand van de soort {mediatype} is niet te lezen")
    if not any(map(str.isalnum, tekst)):
        return Brontekst(None, "er staat geen tekst in; misschien maken scripts de pagina op")
    return Brontekst(tekst, volledig=not afgekapt)


def _parse_html(body: bytes, content_type: str) -> str:
    """Return the text a reader sees, a line for each block.

    What is folded away in a block counts (an accordion), a hidden piece of a line does not (the name of an icon);
    nor do menus, what is struck out and the marks of footnotes.
    """
    try:
        root = html.document_fromstring(body, parser=html.HTMLParser(encoding=_encoding(body, content_type)))
    except (etree.ParserError, etree.XMLSyntaxError):  # nothing in it
        return ""
    etree.strip_elements(root, etree.Comment, *_NOT_READ, with_tail=False)
    for element in [*_find(root, _NOTE), *(found for found in _find(root, _HIDDEN) if found.tag in _INLINE)]:
        if element.getparent() is not None:
            element.drop_tree()
    for element in root.iter():
        edge = "" if element.tag in _INLINE else "\n"
        element.text = edge + _SPACES.sub(" ", element.text or "")
        element.tail = edge + _SPACES.sub(" ", element.tail or "")
    lines = (" ".join(line.split()) for line in "".join(map(str, root.itertext())).split("\n"))
    return "\n".join(line for line in lines if line)


def _find(root: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    found = root.xpath(path)
    return [one for one in found if isinstance(one, html.HtmlElement)] if isinstance(found, list) else []


def _encoding(body: bytes, content_type: str) -> str | None:
    """Return the encoding that a server names or the bytes are plainly in; None leaves it to the parser of HTML."""
    named = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    for name in ([named[1]] if named else []) + ["utf-8"]:
        try:
            body.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
        return name
    return None


def _parse_pdf(body: bytes) -> Brontekst:
    try:
        reader = PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            return Brontekst(None, "de pdf is beveiligd met een wachtwoord")
        pages = [page.extract_text() for page in reader.pages[:_MAX_PAGES]]
        whole = len(reader.pages) <= _MAX_PAGES
    except Exception as error:  # noqa: BLE001 - a broken file makes the reader raise nearly anything
        return Brontekst(None, f"de pdf is niet te lezen ({type(error).__name__})")
    tekst = "\n".join(_without_edges(pages))
    if not any(map(str.isalnum, tekst)):
        return Brontekst(None, "de pdf heeft geen tekst; waarschijnlijk zijn het beelden")
    return Brontekst(tekst, volledig=whole)


def _without_edges(pages: Sequence[str]) -> list[str]:
    """Return the pages without a first or last line that numbers or names the page, so that sentences run on."""
    kept = [[line for line in page.split("\n") if line.strip()] for page in pages]
    edges = Counter(name for lines in kept for name in {_letters(line) for line in (*lines[:1], *lines[-1:])})
    for lines in kept:
        for edge in (0, -1):
            if lines and (not _letters(lines[edge]) or edges[_letters(lines[edge])] >= _PAGES_ALIKE):
                del lines[edge]
    return ["\n".join(lines) for lines in kept]


def _letters(line: str) -> str:
    return "".join(filter(str.isalpha, line.casefold()))
