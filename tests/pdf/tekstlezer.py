"""Read the text of a page: where each piece stands, how it is marked, and what it reads as.

Text is decoded by the ToUnicode map of its font and placed by the operators of ISO 32000-1, 9.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import pikepdf

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_BF = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass(frozen=True)
class Run:
    """A piece of text in one go: its page (from 1), where its baseline starts and ends (points), and the text."""

    bladzijde: int
    x: float
    y: float
    einde: float
    tekst: str


@dataclass(frozen=True)
class Mark:
    """A marked piece of a page: its number in the structure tree, None in an artifact; what it reads as instead."""

    mcid: int | None
    actual: str | None = None


def read_page(number: int, page: pikepdf.Page) -> Iterator[tuple[Run, Mark | None]]:  # noqa: C901
    """Yield each text with its mark, and the operator of each drawing that has none."""
    fonts = {name: _Font(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
    matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    saved: list[Matrix] = []
    marks: list[Mark] = []
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
            if marks and marks[-1].actual is not None:
                run = replace(run, tekst=marks[-1].actual)
                marks[-1] = replace(marks[-1], actual="")
            yield run, marks[-1] if marks else None
        elif name in {"Do", "f", "f*", "S", "B", "sh"} and not marks:
            yield Run(number, 0, 0, 0, name), None


def _mark(operands: list[Any], around: list[Mark]) -> Mark:
    if str(operands[0]) == "/Artifact":
        return Mark(None)
    properties = operands[1]
    actual = str(properties.ActualText) if "/ActualText" in properties else None
    return Mark(int(properties.MCID) if "/MCID" in properties else around[-1].mcid, actual)


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
