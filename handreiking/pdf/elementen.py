"""Elements of a converted text to Typst: one function an element, in a table; what is not in it is an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from xml.etree import ElementTree as ET

from handreiking.pdf.typstcode import array, call, joined, literal
from handreiking.tekst.toonregel import Toonplek

TAKEN = "wat-kunt-u-doen"
_ALIGN = {"midden": "center", "rechts": "right"}  # the classes of an aligned cell
_COLUMN = (9, 36)  # letters: no column of a table counts as narrower or wider than this


@dataclass(frozen=True)
class Tekstplek:
    """Where a text stands: the level of its first headings, and how its headings, links and steps are made.

    `plek(anker, titel)` gives the Typst code of the name of a heading's place. `koppeling(element, inhoud, tekst)`
    gives that of a link around a piece of code that reads as `tekst`, `taken(kop, items, alineas)` that of the list
    of steps under its heading, where `alineas` says that each step is one paragraph, `toon(plek)` that of a record
    that a line shows, and `bronmerk(id)` that of what a piece rests on.
    """

    niveau: int
    plek: Callable[[str, str], str]
    koppeling: Callable[[ET.Element, str, str], str]
    taken: Callable[[str, list[str], bool], str]
    toon: Callable[[Toonplek], str]
    bronmerk: Callable[[str], str]


class OnbekendElementError(Exception):
    """An element that has no place in the PDF; `element` is it, the text says in Dutch what is wrong."""

    def __init__(self, element: ET.Element, message: str) -> None:
        super().__init__(message)
        self.element = element


Zetter: TypeAlias = Callable[[ET.Element, Tekstplek], str]


def render_blocks(body: ET.Element, plek: Tekstplek) -> Iterator[str]:
    """Yield the Typst code of each block of a text; raises OnbekendElementError."""
    blocks = list(body)
    for index, block in enumerate(blocks):
        before = blocks[index - 1] if index else None
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        if _is_steps(before, block):
            continue
        if after is not None and _is_steps(block, after):
            items = [_flow(item, plek) for item in _items(after)]
            yield plek.taken(_heading(block, plek), items, not any(map(_has_lines, after)))
        else:
            yield _render(block, plek)


def plain_text(element: ET.Element) -> str:
    """Return the text of an element with its spaces folded."""
    return _fold("".join(element.itertext())).strip(" ")


def _is_steps(heading: ET.Element | None, block: ET.Element) -> bool:
    return heading is not None and heading.get("id") == TAKEN and block.tag == "ul"


def _has_lines(item: ET.Element) -> bool:
    """Tell whether an item has blocks or lines of its own within it."""
    return any(part.tag in BLOCKS or part.tag == "br" for part in item.iter() if part is not item)


def _render(element: ET.Element, plek: Tekstplek) -> str:
    zetter = BLOCKS.get(element.tag) or INLINE.get(element.tag)
    if zetter is None:
        raise OnbekendElementError(element, f"<{element.tag}> kan niet in de pdf; schrijf dit anders op")
    return zetter(element, plek)


def _flow(element: ET.Element, plek: Tekstplek) -> str:
    """Return the content of an element: text, elements in it, and blocks, without the spaces around blocks."""
    pieces: list[str] = []
    text, at_edge = _fold(element.text), True
    for child in element:
        edge = child.tag in BLOCKS or child.tag == "br"
        pieces += _text(text, left=at_edge, right=edge)
        pieces.append(_render(child, plek))
        text, at_edge = _fold(child.tail), edge
    pieces += _text(text, left=at_edge, right=True)
    return joined(pieces)


def _text(text: str, *, left: bool, right: bool) -> list[str]:
    text = text.lstrip(" ") if left else text
    text = text.rstrip(" ") if right else text
    return [literal(text)] if text else []


def _fold(text: str | None) -> str:
    # HTML folds these; a space that does not break stays.
    return re.sub(r"[ \t\n\r\f]+", " ", text or "")


def _paragraph(element: ET.Element, plek: Tekstplek) -> str:
    return call("alinea", _flow(element, plek))


def _heading(element: ET.Element, plek: Tekstplek) -> str:
    level = plek.niveau + int(element.tag[1]) - 2
    title = plain_text(element)
    return call("kop", str(level), plek.plek(element.get("id", ""), title), literal(title), _flow(element, plek))


def _bullets(element: ET.Element, plek: Tekstplek) -> str:
    return call("lijst", *(_flow(item, plek) for item in _items(element)))


def _numbers(element: ET.Element, plek: Tekstplek) -> str:
    start = element.get("start", "1")
    return call("stappen", *(_flow(item, plek) for item in _items(element)), start=str(int(start)))


def _items(element: ET.Element) -> Iterator[ET.Element]:
    for item in element:
        if item.tag != "li":
            raise OnbekendElementError(item, f"<{item.tag}> kan niet rechtstreeks in een lijst staan")
        yield item


def _quotation(element: ET.Element, plek: Tekstplek) -> str:
    return call("citaat", _flow(element, plek))


def _code_block(element: ET.Element, _plek: Tekstplek) -> str:
    return call("codeblok", literal("".join(element.itertext()).rstrip("\n")))


def _rule(_element: ET.Element, _plek: Tekstplek) -> str:
    return "scheiding"


def _table(element: ET.Element, plek: Tekstplek) -> str:
    head, *rows = list(element.iter("tr"))
    allowed = {"thead", "tbody", "tr", "th", "td"}
    for part in (
        *element,
        *(child for section in element for child in section),
        *(c for row in (head, *rows) for c in row),
    ):
        if part.tag not in allowed:
            raise OnbekendElementError(part, f"<{part.tag}> kan niet in een tabel staan")
    columns = list(zip(*(list(row) for row in (head, *rows)), strict=True))
    widths = [min(max(*(len(plain_text(cell)) for cell in column), _COLUMN[0]), _COLUMN[1]) for column in columns]
    return call(
        "tabel",
        array(f"{width}fr" for width in widths),
        array(_ALIGN.get(cell.get("class", ""), "left") for cell in head),
        array(_flow(cell, plek) for cell in head),
        *(_flow(cell, plek) for row in rows for cell in row),
    )


def _shown(element: ET.Element, plek: Tekstplek) -> str:
    return plek.toon(Toonplek(element.get("data-toon", ""), element.get("data-id", "")))


def _bold(element: ET.Element, plek: Tekstplek) -> str:
    return call("strong", _flow_inline(element, plek))


def _italic(element: ET.Element, plek: Tekstplek) -> str:
    return call("emph", _flow_inline(element, plek))


def _code(element: ET.Element, _plek: Tekstplek) -> str:
    return call("raw", literal(_fold("".join(element.itertext()))))


def _link(element: ET.Element, plek: Tekstplek) -> str:
    return plek.koppeling(element, _flow_inline(element, plek), plain_text(element))


def _source(element: ET.Element, plek: Tekstplek) -> str:
    return plek.bronmerk(element.get("data-bron", ""))


def _line_break(_element: ET.Element, _plek: Tekstplek) -> str:
    return "linebreak()"


def _flow_inline(element: ET.Element, plek: Tekstplek) -> str:
    """Return the content of an element within a line, spaces at its ends kept."""
    pieces = _text(_fold(element.text), left=False, right=False)
    for child in element:
        pieces.append(_render(child, plek))
        pieces += _text(_fold(child.tail), left=False, right=False)
    return joined(pieces)


BLOCKS: Mapping[str, Zetter] = {
    "p": _paragraph,
    **{f"h{level}": _heading for level in range(2, 7)},
    "ul": _bullets,
    "ol": _numbers,
    "blockquote": _quotation,
    "pre": _code_block,
    "hr": _rule,
    "table": _table,
    "figure": _shown,
}
INLINE: Mapping[str, Zetter] = {
    "strong": _bold,
    "em": _italic,
    "code": _code,
    "a": _link,
    "br": _line_break,
    "sup": _source,
}
