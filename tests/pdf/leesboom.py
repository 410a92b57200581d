"""Read a tagged PDF as a screen reader does: its structure tree with the text of each element, and where that stands.

Text is decoded by the ToUnicode map of its font and placed by the operators of ISO 32000-1, 9.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from io import BytesIO
from typing import Any, TypeAlias

import pikepdf

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
SHY = "\u00ad"
_SAME_LINE = 1.0
_BF = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass(frozen=True)
class Run:
    """A piece of text in one go: its page (from 1), where its baseline starts and ends (points), and the text."""

    bladzijde: int
    x: float
    y: float
    einde: float
    tekst: str


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
        """Yield the text in reading order; without `labels` the signs of lists are left out."""
        for deel in self.delen:
            if isinstance(deel, Run):
                yield deel
            elif labels or deel.tag != "Lbl":
                yield from deel.runs(labels=labels)

    @property
    def tekst(self) -> str:
        """The text, the lines joined as a reader would."""
        return join(self.runs(labels=False))

    @property
    def bladzijde(self) -> int:
        """The page on which it starts; 0 where it has no text."""
        return next((run.bladzijde for run in self.runs()), 0)

    def bladzijden(self) -> set[int]:
        """Give all pages on which it has text."""
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
    """A PDF that is open, and what is in it."""

    def __init__(self, pdf: bytes) -> None:
        self.document = pikepdf.open(BytesIO(pdf))
        self.root = self.document.Root
        self.los: list[str] = []
        self.kunst: dict[int, list[Run]] = {}
        self._marked: dict[tuple[int, int], list[Run]] = {}
        self._numbers = {page.obj.objgen: number for number, page in enumerate(self.document.pages, 1)}
        for number, page in enumerate(self.document.pages, 1):
            self._read(number, page)

    @cached_property
    def boom(self) -> Element:
        """The element at the top of the structure tree."""
        return self._element(self.root.StructTreeRoot.K[0], None)

    @cached_property
    def koppelingen(self) -> list[Koppeling]:
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
        """Give the headings in reading order."""
        return [element for element in self.boom.alle() if re.fullmatch(r"H[1-6]", element.tag)]

    def blokken(self) -> list[Element]:
        """Give the elements that hold text themselves and are not within a line, in reading order."""
        within_a_line = {"Span", "Link", "Strong", "Em", "Code"}
        return [
            element
            for element in self.boom.alle()
            if element.tag not in within_a_line
            and any(isinstance(deel, Run) or deel.tag in within_a_line for deel in element.delen)
        ]

    def op_bladzijden(self, first: int, last: int) -> list[Element]:
        """Give the blocks that start on these pages."""
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

    def _read(self, number: int, page: pikepdf.Page) -> None:  # noqa: C901, PLR0912 - one branch an operator
        """Note each text of a page by its mark, that of artifacts by page, and what has no mark at all."""
        fonts = {name: _Font(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
        matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        saved: list[Matrix] = []
        marks: list[_Mark] = []
        text, size = matrix, 1.0
        font: _Font | None = None
        for instruction in pikepdf.parse_content_stream(page):
            operands, name = list(instruction.operands), str(instruction.operator)
            if name == "q":
                saved.append(matrix)
            elif name == "Q":
                matrix = saved.pop()
            elif name == "cm":
                matrix = _times(_matrix(operands), matrix)
            elif name in {"BDC", "BMC"}:
                marks.append(_mark(operands, marks))
            elif name == "EMC":
                marks.pop()
            elif name == "Tf":
                font, size = fonts[str(operands[0])], float(operands[1])
            elif name == "Tm":
                text = _matrix(operands)
            elif name in {"Tj", "TJ"} and font is not None:
                run = _run(number, _times(text, matrix), font, size, operands[0])
                if not marks:
                    self.los.append(run.tekst)
                    continue
                if marks[-1].actual is not None:
                    run = replace(run, tekst=marks[-1].actual)
                    marks[-1] = replace(marks[-1], actual="")
                if marks[-1].mcid is None:
                    self.kunst.setdefault(number, []).append(run)
                else:
                    self._marked.setdefault((number, marks[-1].mcid), []).append(run)
            elif name in {"Do", "f", "f*", "S", "B", "sh"} and not marks:
                self.los.append(name)


@dataclass(frozen=True)
class _Mark:
    """A marked piece of a page: its number in the structure tree, None in an artifact; what it reads as instead."""

    mcid: int | None
    actual: str | None = None


def _mark(operands: list[Any], around: list[_Mark]) -> _Mark:
    if str(operands[0]) == "/Artifact":
        return _Mark(None)
    properties = operands[1]
    actual = str(properties.ActualText) if "/ActualText" in properties else None
    return _Mark(int(properties.MCID) if "/MCID" in properties else around[-1].mcid, actual)


def kids(source: pikepdf.Object) -> list[Any]:
    """Give what lies directly below an element of the structure tree: marks, references and elements."""
    found: Any = source.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array | list) else [found]


def link_annotations(source: pikepdf.Object) -> list[pikepdf.Object]:
    """Give the annotations that an element of the structure tree refers to."""
    return [kid.Obj for kid in kids(source) if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"]


def join(runs: Iterator[Run] | list[Run]) -> str:
    """Give the text of runs: a new line is a space, unless a soft hyphen ends the one before."""
    text = ""
    before: Run | None = None
    for run in runs:
        same = before is not None and before.bladzijde == run.bladzijde and abs(before.y - run.y) < _SAME_LINE
        if before is not None and not text.endswith(SHY) and (not same or run.x - before.einde > _SAME_LINE):
            text += " "
        text = text.removesuffix(SHY) + run.tekst
        before = run
    return " ".join(text.split())


class _Font:
    """How to read the codes of a font (two bytes each): their letters and their widths."""

    def __init__(self, font: pikepdf.Object) -> None:
        cmap = font.ToUnicode.read_bytes().decode("ascii")
        pairs = [_BF.findall(part) for part in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL)]
        self.letters = {
            int(code, 16): bytes.fromhex(letters).decode("utf-16-be") for part in pairs for code, letters in part
        }
        descendant = font.DescendantFonts[0]
        self.default = float(descendant.get("/DW", 1000))
        self.widths: dict[int, float] = {}
        entries = list(descendant.get("/W", []))
        while entries:
            first, following = int(entries.pop(0)), entries.pop(0)
            if isinstance(following, pikepdf.Array):
                self.widths |= {first + index: float(width) for index, width in enumerate(following)}
            else:
                width = float(entries.pop(0))
                self.widths |= dict.fromkeys(range(first, int(following) + 1), width)


def _run(number: int, matrix: Matrix, font: _Font, size: float, shown: pikepdf.Object) -> Run:
    letters, advance = "", 0.0
    for piece in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if not isinstance(piece, pikepdf.String):
            advance -= float(piece) / 1000 * size
            continue
        raw = bytes(piece)
        for code in (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)):
            letters += font.letters[code]
            advance += font.widths.get(code, font.default) / 1000 * size
    return Run(number, matrix[4], matrix[5], matrix[4] + advance * matrix[0], letters)


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return a, b, c, d, e, f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
