"""The line of a source file on which a piece of a page stands, as near as can be told afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from handreiking.geheel.pagina import Pagina

_WORD = re.compile(r"\w+")


def line_of_element(pagina: Pagina, body: ET.Element, element: ET.Element) -> int:
    """Return the line of an element of the page's text, found by following the words before it through the Markdown."""
    at = 0
    for inside, text in _in_order(body):
        words = _WORD.findall(text)
        for word in words[:1] if inside is element else words:
            found = pagina.markdown.find(word, at)
            at = found if found >= 0 else at
        if inside is element:
            break
    return pagina.regel + pagina.markdown.count("\n", 0, at)


def find_in_files(text: str, paths: Iterable[Path], as_read: Callable[[str], str] = str) -> tuple[Path, int] | None:
    """Return the first of the files that holds a text, and the line; read only where something is wrong already.

    `as_read` gives a line as a reader gets it, such as `html.unescape`.
    """
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if text in as_read(line):
                return path, number
    return None


def _in_order(element: ET.Element) -> Iterator[tuple[ET.Element | None, str]]:
    """Yield each element with its first text (a picture's alternative), and each text between elements, in order."""
    yield element, element.text or element.attrib.get("alt", "")
    for child in element:
        yield from _in_order(child)
        yield None, child.tail or ""
