"""What is said of the height of a piece by its letters alone: never less than Typst makes of it."""

from __future__ import annotations

import json
import random
import re
import string
from pathlib import Path

import pytest
import typst

from handreiking.pdf import hoogte
from handreiking.pdf.hoogte import (
    GROOTTE,
    HIGHEST,
    IN_VLAK,
    KOLOM,
    LIJSTKOLOM,
    NAAST_ICOON,
    NARROW,
    NARROW_LETTERS,
    SCANKOLOM,
    WIDE,
    surely_fits,
)
from handreiking.pdf.typstcode import array, call, literal
from handreiking.pdf.zetten import FONTS
from handreiking.soorten.stelling import ANTWOORDEN

TEMPLATE = Path(hoogte.__file__).parent
STYLES = ("", 'weight: "bold", ', 'style: "italic", ', 'weight: "bold", style: "italic", ')
LETTERS = string.printable.strip() + " ‘’“”·–—…€§°éëïöüÉËÏÖÜçñŒœÆæĲĳ½¼¾‰™©®×"
WORDS = ("de", "gemeente", "jongerenwerk", "persoonsgerichte", "W", "MMMM", "‰‰", "aandachtsfunctionaris", "OBOR", "ij")
PAGE = """
#set page(width: auto, height: auto)
#set text(font: "Atkinson Hyperlegible Next", lang: "nl", region: "NL", hyphenate: true, fallback: false)
#set par(leading: .72em, spacing: 1.2em, linebreaks: "optimized", justify: false)
"""


def measured(code: str) -> list[float]:
    """Return a list of numbers that Typst works out."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    source = f"{PAGE}\n#context [#metadata({code}) <gemeten>]"
    found = json.loads(typst.Compiler(source.encode(), font_paths=fonts).query("<gemeten>", field="value", one=True))
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("style", STYLES)
def test_no_letter_is_wider(style: str) -> None:
    """A letter is as wide as is said of its kind at the most, in every style, and some are nearly so."""
    letters = sorted({*LETTERS, *NARROW_LETTERS})
    widths = measured(f"{array(map(literal, letters))}.map(l => measure(text({style}size: 100pt, l)).width.pt())")
    by_letter = dict(zip(letters, widths, strict=True))
    narrow = {letter: width for letter, width in by_letter.items() if letter in NARROW_LETTERS}
    wide = {letter: width for letter, width in by_letter.items() if letter not in NARROW_LETTERS}
    assert [letter for letter, width in narrow.items() if width > 100 * NARROW] == []
    assert [letter for letter, width in wide.items() if width > 100 * WIDE] == []
    assert (max(narrow.values()) > 90 * NARROW, max(wide.values()) > 90 * WIDE) == (True, True)


def pieces(width: int, size: float) -> list[list[str]]:
    """Return texts in paragraphs that surely fit at this width: of each, another word would make that unsure."""
    chance = random.Random(width)  # noqa: S311 - the same texts every time
    found = []
    for count in range(60):
        alineas = ["de"] * (1 + count % 6)
        while surely_fits(map(literal, alineas), width, size) == "true":
            text = [*alineas]
            alineas[chance.randrange(len(alineas))] += f" {chance.choice(WORDS)}"
        found.append(text)
    return found


@pytest.mark.parametrize(("width", "size"), [(140, 10.5), (84, 10), (23, 9.5)])
def test_what_surely_fits_does(width: int, size: float) -> None:
    """Paragraphs of which it is said that they surely fit are not higher than that when they are set."""
    texts = pieces(width, size)
    codes = [call("block", "{ " + "; ".join(call("par", literal(a)) for a in alineas) + " }") for alineas in texts]
    heights = measured(
        f"{array(codes)}.map(b => measure(width: {width}mm, {{ set text(size: {size}pt); b }}).height.pt())"
    )
    assert [text for text, height in zip(texts, heights, strict=True) if height > HIGHEST] == []
    assert max(heights) > HIGHEST / 4  # so the texts were not all short


def found(pattern: str, file: str) -> tuple[float, ...]:
    """Return the numbers in the one place where a file of the template has this."""
    (place,) = re.finditer(pattern, (TEMPLATE / file).read_text(encoding="utf-8"))
    return tuple(float(number) for number in place.groups())


def test_no_column_of_the_template_is_narrower() -> None:
    """Texts have at least the width that is counted on, in mm, and letters of at most that size."""
    left, right = found(r"#let marge = \(left: (\d+)mm, right: (\d+)mm,", "vorm.typ")
    column = 210 - left - right
    assert column >= KOLOM
    (beside,) = found(r"pad\(left: ([\d.]+)mm, \{", "tekst.typ")
    assert column - beside >= NAAST_ICOON
    (inset,) = found(r"radius: vorm\(11mm\), inset: \(x: (\d+)mm,", "tekst.typ")
    (box,) = found(r"  box\(width: ([\d.]+)mm, height: [\d.]+mm, stroke: 1pt \+ kleur", "tekst.typ")
    (indent,) = found(r"list\(marker: vakje\(thema\), body-indent: (\d+)mm", "tekst.typ")
    assert column - 2 * inset - box - indent >= IN_VLAK
    (answer,) = found(r"rijentabel\(\(1fr,\) \+ \((\d+)mm,\) \* antwoorden", "naslag.typ")
    assert column - len(ANTWOORDEN) * answer >= SCANKOLOM
    (access,) = found(r"rijentabel\(\([\d.]+fr, (\d+)mm, [\d.]+fr\)", "naslag.typ")
    (gap,) = found(r"left: if x == 0 \{ 0pt \} else \{ (\d+)mm \}", "vorm.typ")
    assert access - gap >= LIJSTKOLOM
    (size,) = found(r"set text\(font: letter, size: ([\d.]+)pt", "naslag.typ")
    assert size <= GROOTTE


def test_numbers_of_links_are_not_printed() -> None:
    """The number of a link takes no place; every other text does."""
    link = call("naar", literal("koppeling:" + 3000 * "1"), literal("Titel"))
    assert surely_fits([link], 140) == "true"
    assert surely_fits([call("naar", literal("Titel " + 3000 * "1 "), literal("Titel"))], 140) == "false"


@pytest.mark.parametrize(
    ("alineas", "sure"),
    [
        ([], "true"),
        ([literal("")], "true"),
        ([literal('een "kort" stuk\\')], "true"),
        (40 * [literal("a")], "false"),
        ([literal(600 * "woord ")], "false"),
        ([literal(3000 * "x")], "false"),
        ([literal(20 * (60 * "x" + " "))], "false"),
    ],
)
def test_long_pieces_are_not_sure(alineas: list[str], sure: str) -> None:
    """Many paragraphs, many words and words without an end are measured by Typst."""
    assert surely_fits(alineas, 140) == sure
