"""A web page as the checks see it: its title, headings, visible text, anchors and what it makes a browser do."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from lxml import etree, html

_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|rp|rt|ruby|s|samp|small|span|"
    "strike|strong|sub|sup|time|tt|u|var|wbr"
)
_NOT_SHOWN = ("script", "style", "template", "noscript", "head", "datalist")
_MEDIA = ("img", "iframe", "frame", "embed", "object", "svg", "video", "audio", "canvas", "picture")
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]+)""", re.IGNORECASE)
_REFRESH = re.compile(r"""\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?["']?(?P<url>[^"']*)""", re.IGNORECASE)
_ENCODINGS = re.compile(r"utf-8|utf-16(-[bl]e)?|ascii|iso8859-\d+|cp125\d|koi8-[ru]|mac-roman")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True)
class Webpagina:
    """What a page says, read without running its scripts.

    `titel`, `koppen` (the first ten of the first level) and `tekst` have single spaces; `ankers` are the places a
    fragment may name; `verversing` is the address the page sends its reader to by itself, as written. `bron` is the
    markup in lower case.
    """

    titel: str
    koppen: tuple[str, ...]
    tekst: str
    ankers: frozenset[str]
    verversing: str | None
    wachtwoord: bool
    beeld: bool
    script: bool
    bron: str


def parse_pagina(body: bytes, content_type: str = "", refresh: str = "") -> Webpagina:
    """Read a page from the bytes of its HTML and two headers: Content-Type and Refresh (empty where absent)."""
    markup = _decode(body, content_type).replace("\0", "\ufffd")
    parser = html.HTMLParser(encoding="utf-8")
    try:
        root = html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):  # nothing in it
        root = html.Element("html")
    ankers = frozenset([*_strings(root, "//@id"), *_strings(root, "//a/@name")])
    titel = next(iter(_strings(root, "normalize-space(//title)")), "")
    verversing = _refresh(root, refresh)
    script = bool(root.xpath("boolean(//script)"))
    beeld = any(True for _ in root.iter(*_MEDIA))
    wachtwoord = bool(root.xpath("boolean(//input[@type='password' or @type='Password' or @type='PASSWORD'])"))
    koppen = [h1 for h1 in root.iter("h1") if not any(map(_is_hidden, h1.iterancestors()))]
    return Webpagina(
        titel=titel,
        koppen=tuple(map(_shown, koppen[:10])),
        tekst=_shown(root),
        ankers=ankers,
        verversing=verversing,
        wachtwoord=wachtwoord,
        beeld=beeld,
        script=script,
        bron=markup.lower(),
    )


def _decode(body: bytes, content_type: str) -> str:
    """Return the text, its encoding found in a browser's order: byte order mark, header, meta element, guess."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, errors="replace")
    named = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    meta = _CHARSET.search(body[:4096])
    label = named[1] if named else meta[1].decode("ascii") if meta else ""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        name = ""
    # Python knows more encodings than the web, and odder ones; ISO-8859-1 means windows-1252 (WHATWG Encoding, 4.2).
    usual = name if _ENCODINGS.fullmatch(name) else "utf-8"
    return body.decode("cp1252" if usual in ("iso8859-1", "ascii") else usual, errors="replace")


def _refresh(root: html.HtmlElement, header: str) -> str | None:
    """Return where a meta refresh or the Refresh header leads; one without address only loads the page again."""
    values = [
        str(meta.get("content", ""))
        for meta in root.iter("meta")
        if str(meta.get("http-equiv", "")).lower() == "refresh"
        and not any(True for _ in meta.iterancestors("noscript"))
    ]
    for value in [header, *values]:
        found = _REFRESH.match(value)
        if found and found["url"].strip():
            return found["url"].strip()
    return None


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


def _strings(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path)
    return [str(one) for one in found] if isinstance(found, list) else [str(found)]
