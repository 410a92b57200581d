"""Whether a piece surely fits on a page, by its letters alone.

Typst knows how high a piece is only after setting it. What it has to measure first is set twice, which doubles the
time and the memory of a whole PDF; so it measures only what may be too high.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from handreiking.pdf.typstcode import boolean

# The columns of the template, in mm: the text, the text beside an icon, in a coloured field, in the statements of the
# self-scan, and the narrowest of the list of instruments; and the size of its letters, in pt. A test reads them there.
KOLOM, NAAST_ICOON, IN_VLAK, SCANKOLOM, LIJSTKOLOM = 140, 128, 118, 84, 23
GROOTTE = 10.5
# Widths in parts of the size of the letters, above those in every style of the typeface; a test holds them against it.
NARROW_LETTERS = frozenset("abcdefghijklnopqrstuvxyz0123456789 .,;:()-/?!'’‘·")
NARROW, WIDE = 0.66, 1.45
# From one line to the next, and what may stand between two paragraphs besides, in parts of that size too.
LINE, BETWEEN = 1.5, 1.3
# The paper keeps together what is not above 200 mm; the rest is for lines, icons and the space within a block.
HIGHEST = 165 / 25.4 * 72
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_NOT_PRINTED = "koppeling:"


def surely_fits(alineas: Iterable[str], breedte: float, grootte: float = GROOTTE) -> str:
    """Return the Typst code of whether paragraphs surely fit on a page together: `false` where that is not sure.

    Each of `alineas` is the Typst code of a paragraph, without a line or a block of its own in it. They stand in a
    column of `breedte` mm, in letters of at most `grootte` pt.
    """
    width = breedte / 25.4 * 72 / grootte
    return boolean(sum(_height(code, width) for code in alineas) * grootte <= HIGHEST)


def _height(code: str, width: float) -> float:
    """Return what a paragraph is not higher than; it and the width are in parts of the size of its letters.

    A line ends where the next word does not fit, so all lines but the last are filled up to the longest word. A word
    that is itself too long for that is taken for a line of its own and one more that ends before it.
    """
    text = " ".join(piece for piece in _TEXT.findall(code) if not piece.startswith(_NOT_PRINTED))
    words = [_width(word) for word in text.split(" ")]
    long = [word for word in words if word > width / 2]
    short = [word for word in words if word <= width / 2]
    filled = width - max(short, default=0) - NARROW
    lines = 1 + sum(word + NARROW for word in short) / filled + sum(2 + word / width for word in long)
    return lines * LINE + BETWEEN


def _width(word: str) -> float:
    return sum(NARROW if letter in NARROW_LETTERS else WIDE for letter in word)
