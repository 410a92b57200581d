"""A web page as the checks see it: its title, headings, visible text, anchors and what it makes a browser do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree, html
from w3lib.encoding import html_to_unicode

_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|small|span|"
    "strike|strong|sub|sup|time|tt|u|var|wbr"
)
_NOT_SHOWN = ("script", "style", "template", "noscript", "head", "datalist")
_MEDIA = ("img", "iframe", "frame", "embed", "object", "svg", "video", "audio", "canvas", "picture")


@dataclass(frozen=True)
class Webpagina:
    """What a page says, read without running its scripts.

    `titel`, `koppen` (the first ten of the first level) and `tekst` have single spaces; `ankers` are the places a
    fragment may name; `bron` is the markup in lower case.
    """

    titel: str
    koppen: tuple[str, ...]
    tekst: str
    ankers: frozenset[str]
    wachtwoord: bool
    beeld: bool
    script: bool
    bron: str


def decode(body: bytes, content_type: str) -> str:
    """Return the text of a page, its encoding found as a browser does: byte order mark, header, meta element, guess."""
    return str(html_to_unicode(content_type or None, body, default_encoding="utf-8")[1]).replace("\0", "\ufffd")


def parse_pagina(markup: str) -> Webpagina:
    """Read a page from its markup."""
    try:
        root = html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):  # nothing in it
        root = html.Element("html")
    koppen = [h1 for h1 in root.iter("h1") if not any(map(_is_hidden, h1.iterancestors()))]
    return Webpagina(
        titel=" ".join(next((one.text or "" for one in root.iter("title")), "").split()),
        koppen=tuple(map(_shown, koppen[:10])),
        tekst=_shown(root),
        ankers=frozenset(
            str(v) for one in root.iter() for v in (one.get("id"), one.tag == "a" and one.get("name")) if v
        ),
        wachtwoord=any(str(one.get("type")).lower() == "password" for one in root.iter("input")),
        beeld=any(True for _ in root.iter(*_MEDIA)),
        script=any(True for _ in root.iter("script")),
        bron=markup.lower(),
    )


def _shown(element: etree._Element) -> str:
    """Return the text of an element that a reader sees, single-spaced; blocks against each other are parted."""
    parts = [""]
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, one in walk:
        border = " " if isinstance(one.tag, str) and not _INLINE.fullmatch(one.tag) else ""
        if event == "start" and _is_hidden(one):
            walk.skip_subtree()
        elif event == "start":
            parts += border, one.text or ""
        elif one is not element:
            parts += border, one.tail or ""
    return " ".join("".join(parts).split())


def _is_hidden(element: etree._Element) -> bool:
    style = str(element.get("style", "")).replace(" ", "").lower()
    return element.tag in _NOT_SHOWN or element.get("hidden") is not None or "display:none" in style
