"""Read a tagged PDF as a screen reader does: its structure tree, with the text of each element and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf

from tests.pdf.tekstlezer import Run, read_page

SHY = "\u00ad"
_SAME_LINE = 1.0


@dataclass
class Element:
    """An element of the structure tree: its tag, its parts in order, and the attributes that tests ask for."""

    tag: str
    bron: pikepdf.Object
    ouder: Element | None
    delen: list[Element | Run] = field(default_factory=list)

    def alle(self) -> Iterator[Element]:
        """Yield this element and all below it, in reading order."""
        yield self
        for deel in self.delen:
            if isinstance(deel, Element):
                yield from deel.alle()

    def runs(self, *, labels: bool = True) -> Iterator[Run]:
        """Yield the text in reading order, without the notes to it; without `labels` also without signs of lists."""
        for deel in self.delen:
            if isinstance(deel, Run):
                yield deel
            elif deel.tag != "Note" and (labels or deel.tag != "Lbl"):
                yield from deel.runs(labels=labels)

    @property
    def tekst(self) -> str:
        """The text, the lines joined as a reader would."""
        return join(self.runs(labels=False))

    @property
    def bij_noot(self) -> bool:
        """Whether it is a note, part of one, or the number that leads to one."""
        number = self.tag == "Lbl" and self.ouder is not None and self.ouder.tag != "LI"
        return number or self.tag == "Note" or (self.ouder is not None and self.ouder.bij_noot)

    @property
    def bladzijde(self) -> int:
        """The page on which it starts; 0 where it has no text."""
        return next((run.bladzijde for run in self.runs()), 0)

    def bladzijden(self) -> set[int]:
        """Return all pages on which it has text."""
        return {run.bladzijde for run in self.runs()}


@dataclass(frozen=True)
class Koppeling:
    """A link annotation: its page, what it is read as, and its address or the name of its place."""

    bladzijde: int
    omschrijving: str
    adres: str | None
    plek: str | None
    bron: pikepdf.Object


class Lezing:
    """A PDF that is open, and what is in it.

    `los` is what stands on a page without any mark; `kunst` is the text of the artifacts of each page.
    """

    def __init__(self, pdf: bytes) -> None:
        self.document = pikepdf.open(BytesIO(pdf))
        self.root = self.document.Root
        self.los: list[str] = []
        self.kunst: dict[int, list[Run]] = {}
        self._marked: dict[tuple[int, int], list[Run]] = {}
        self._numbers = {page.obj.objgen: number for number, page in enumerate(self.document.pages, 1)}
        for number, page in enumerate(self.document.pages, 1):
            for run, mark in read_page(number, page):
                if mark is None:
                    self.los.append(run.tekst)
                elif mark.mcid is None:
                    self.kunst.setdefault(number, []).append(run)
                else:
                    self._marked.setdefault((number, mark.mcid), []).append(run)

    @cached_property
    def boom(self) -> Element:
        """The element at the top of the structure tree."""
        return self._element(self.root.StructTreeRoot.K[0], None)

    @cached_property
    def koppelingen(self) -> list[Koppeling]:
        """All links, page by page, but those between a text and its notes."""
        return [link for link in self.alle_koppelingen if not isinstance(link.bron.get("/Dest"), pikepdf.Array)]

    @cached_property
    def nootkoppelingen(self) -> list[Koppeling]:
        """The links between a text and its notes: to a spot, and not to a name or an address."""
        return [link for link in self.alle_koppelingen if isinstance(link.bron.get("/Dest"), pikepdf.Array)]

    @cached_property
    def alle_koppelingen(self) -> list[Koppeling]:
        """All links, page by page."""
        return [
            Koppeling(
                number,
                str(annotation.get("/Contents", "")),
                str(annotation.A.URI) if "/A" in annotation else None,
                str(annotation.Dest) if "/Dest" in annotation else None,
                annotation,
            )
            for number, page in enumerate(self.document.pages, 1)
            for annotation in page.obj.get("/Annots", ())
        ]

    @cached_property
    def plekken(self) -> dict[str, int]:
        """The page of each named place."""
        places = pikepdf.NameTree(self.root.Names.Dests)
        return {str(name): self._numbers[place[0].objgen] for name, place in places.items()}

    def koppen(self) -> list[Element]:
        """Return the headings in reading order."""
        return [element for element in self.boom.alle() if re.fullmatch(r"H[1-6]", element.tag)]

    def blokken(self) -> list[Element]:
        """Return the elements that hold text themselves and are not within a line or a note, in reading order."""
        within_a_line = {"Span", "Link", "Strong", "Em", "Code"}
        return [
            element
            for element in self.boom.alle()
            if element.tag not in within_a_line
            and not element.bij_noot
            and any(isinstance(deel, Run) or deel.tag in within_a_line for deel in element.delen)
        ]

    def op_bladzijden(self, first: int, last: int) -> list[Element]:
        """Return the blocks that start on these pages."""
        return [blok for blok in self.blokken() if first <= blok.bladzijde <= last]

    def _element(self, source: pikepdf.Object, parent: Element | None) -> Element:
        element = Element(str(source.S).removeprefix("/"), source, parent)
        for kid in kids(source):
            if isinstance(kid, int):
                element.delen += self._marked.get((self._numbers[source.Pg.objgen], kid), [])
            elif kid.get("/Type") == "/MCR":
                element.delen += self._marked.get((self._numbers[kid.Pg.objgen], int(kid.MCID)), [])
            elif kid.get("/Type") != "/OBJR":
                element.delen.append(self._element(kid, element))
        return element


def kids(source: pikepdf.Object) -> list[Any]:
    """Return what lies directly below an element of the structure tree: marks, references and elements."""
    found: Any = source.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array | list) else [found]


def link_annotations(source: pikepdf.Object) -> list[pikepdf.Object]:
    """Return the annotations that an element of the structure tree refers to."""
    return [kid.Obj for kid in kids(source) if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"]


def join(runs: Iterator[Run] | list[Run]) -> str:
    """Return the text of runs: a new line is a space, unless a soft hyphen ends the one before."""
    text = ""
    before: Run | None = None
    for run in runs:
        same = before is not None and before.bladzijde == run.bladzijde and abs(before.y - run.y) < _SAME_LINE
        if before is not None and not text.endswith(SHY) and (not same or run.x - before.einde > _SAME_LINE):
            text += " "
        text = text.removesuffix(SHY) + run.tekst
        before = run
    return " ".join(text.split())
