"""The links at the first use of each term and abbreviation of a page, put into its tree of elements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from markdown.treeprocessors import Treeprocessor

from handreiking.tekst.begrippen import Begrippenlijst, Gebruik, Woordsoort, find_aanhalingen, find_gebruik, in_naam

_NOT_IN = {"a", "code", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}
_WITHIN_A_LINE = {"a", "br", "code", "em", "img", "strong", "sup"}


@dataclass(frozen=True)
class _Plek:
    """A piece of text in the tree: that of `element`, or, with `kind`, what follows that child of it."""

    element: ET.Element
    kind: ET.Element | None
    vrij: bool

    @property
    def tekst(self) -> str:
        """The piece as it is now."""
        return (self.element.text if self.kind is None else self.kind.tail) or ""

    def fill(self, before: str, links: list[ET.Element]) -> None:
        """Have this text, followed by these elements."""
        if self.kind is None:
            self.element.text, at = before, 0
        else:
            self.kind.tail, at = before, list(self.element).index(self.kind) + 1
        for offset, link in enumerate(links):
            self.element.insert(at + offset, link)


class Markeringen(Treeprocessor):
    """Links each term and abbreviation at its first use; not in headings, links, code, quotations and names.

    It serves one text after the other: `begin` comes before each.
    """

    def begin(self, lijst: Begrippenlijst, url_for: Callable[[str, str], str]) -> None:
        """Begin another text, with these terms; `url_for(pad, anchor)` gives the address of their explanation."""
        self.lijst, self.url_for = lijst, url_for
        self.found: list[tuple[Woordsoort, str]] = []

    def run(self, root: ET.Element) -> None:
        """Put the links into a tree of which the text within lines has been converted."""
        for plekken in list(_passages(root)) if self.lijst.vormen else ():
            self._mark("".join(plek.tekst for plek in plekken), plekken)

    def ids(self, soort: Woordsoort) -> tuple[str, ...]:
        """Return the ids of the terms, or of the abbreviations, in the order of their links."""
        return tuple(name for kind, name in self.found if kind == soort)

    def _mark(self, passage: str, plekken: list[_Plek]) -> None:
        alle = list(find_gebruik(passage, self.lijst))
        if not alle:
            return
        quoted, begin = find_aanhalingen(passage), 0
        usable = [
            gebruik
            for gebruik in alle
            if not any(start < gebruik.end and gebruik.start < end for start, end in quoted)
            and not in_naam(passage, gebruik)
        ]
        for plek in plekken if usable else ():
            end = begin + len(plek.tekst)
            found = [g for g in usable if plek.vrij and begin <= g.start and g.end <= end and self._first(g)]
            self._fill(plek, begin, found)
            begin = end

    def _first(self, gebruik: Gebruik) -> bool:
        name = (gebruik.vorm.soort, gebruik.vorm.id)
        if name in self.found:
            return False
        self.found.append(name)
        return True

    def _fill(self, plek: _Plek, begin: int, found: list[Gebruik]) -> None:
        """Put the links in a text that begins at `begin` of its passage, each with the text behind it."""
        if not found:
            return
        text = plek.tekst
        bounds = [bound - begin for gebruik in found for bound in (gebruik.start, gebruik.end)] + [len(text)]
        links = []
        for index, gebruik in enumerate(found):
            start, end, next_start = bounds[2 * index : 2 * index + 3]
            href = self.url_for(self.lijst.pad, gebruik.vorm.anker)
            link = ET.Element("a", {"class": gebruik.vorm.soort, "href": href})
            link.text, link.tail = text[start:end], text[end:next_start]
            links.append(link)
        plek.fill(text[: bounds[0]], links)


def _passages(root: ET.Element) -> Iterator[list[_Plek]]:
    """Yield the texts that run on within one block, block by block; `vrij` says that a link may stand there."""
    passage: list[_Plek] = []
    for plek in _plekken(root, vrij=True):
        if plek is not None:
            passage.append(plek)
        elif passage:
            yield passage
            passage = []
    if passage:
        yield passage


def _plekken(element: ET.Element, *, vrij: bool) -> Iterator[_Plek | None]:
    """Yield the texts below an element in order, with None at each edge of a block."""
    vrij = vrij and element.tag not in _NOT_IN
    edge = element.tag not in _WITHIN_A_LINE
    if edge:
        yield None
    yield _Plek(element, None, vrij)
    for child in element:
        yield from _plekken(child, vrij=vrij)
        yield _Plek(element, child, vrij)
    if edge:
        yield None
