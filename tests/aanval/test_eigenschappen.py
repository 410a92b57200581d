"""Whatever the bytes: the loader gives problems on lines that are there, and Typst reads back what was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import typst
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from handreiking.basis.problem import render_text
from handreiking.pdf.typstcode import literal
from tests.conftest import Werkmap

LOADER = settings(
    max_examples=120,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
# What YAML and Markdown are made of, so that an example gets further than the first letter.
PIECES = st.sampled_from(
    [
        *("---\n", "- ", "  ", "\t", "\n", "\r\n", "\r", ": ", "? ", "| ", "> ", "|\n", ">-\n", "# ", "## ", "'", '"'),
        *("[", "]", "{", "}", "(", ")", "<", ">", "*", "_", "`", "\\", "&a ", "*a", "!", "!!str ", "%", "@", "~", ","),
        *("id", "naam", "titel", "soort", "samenvatting", "over", "thema", "volgorde", "bronnen", "kaart", "no", "1"),
        *("2025-01-01", "https://a.example.org/", "javascript:", "&#58;", "&amp;", "<b>", "\u2028", "\u0085", "\0"),
        *("\u202e", "\ufeff", "é", "漢", "😀", "e\u0301", "wadi", "KNMI", "[x](water/regen.md)", "| a |\n| --- |\n"),
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)
BYTES = st.one_of(st.binary(max_size=200), TEXTS.map(str.encode), st.text(max_size=120).map(str.encode))
PATHS = st.sampled_from(["content/over.md", "content/groen/bomen.md", "data/tools.yaml", "data/handreiking.yaml"])


@dataclass(frozen=True)
class Proef:
    """The small handreiking, and what stood in the files that the examples take the place of."""

    klein: Werkmap
    stond: dict[str, bytes]


@pytest.fixture(scope="module")
def proef(klein: Werkmap) -> Proef:
    """One copy for all examples, which put back what they replace."""
    return Proef(klein, {p.relative_to(klein.map).as_posix(): p.read_bytes() for p in klein.map.rglob("*.*")})


def check_told(proef: Proef, path: str, content: bytes) -> None:
    """Have one file replaced: records or problems come of it, each on a line that its file has."""
    proef.klein.write(path, content)
    try:
        handreiking, problems = proef.klein.load()
    finally:
        proef.klein.write(path, proef.stond[path])
    assert (handreiking is None) == bool(problems)
    for problem in problems:
        lines = (content if problem.path == path else proef.stond.get(problem.path, b"")).count(b"\n") + 1
        assert 1 <= problem.line <= lines, problem
    printed = render_text(problems)
    assert printed.count("\n") == len(printed.splitlines()) == len(set(problems))
    assert all(line.startswith(("content", "data/")) for line in printed.splitlines())


@LOADER
@given(path=PATHS, content=BYTES)
@example(path="content/over.md", content=b"---\r---\r")
@example(path="data/handreiking.yaml", content="# a\u2028b\ntitel: [\n".encode())
@example(path="data/tools.yaml", content=b"- id: a\n  id: a\n" * 300)
def test_any_bytes_are_records_or_problems(proef: Proef, path: str, content: bytes) -> None:
    """Never another exception, whichever file holds them."""
    check_told(proef, path, content)


@LOADER
@given(text=TEXTS, at=st.floats(0, 1), path=PATHS)
def test_any_text_within_a_file_is_told(proef: Proef, text: str, at: float, path: str) -> None:
    """A file that was in order, broken at any place by any text."""
    whole = proef.stond[path].decode()
    place = int(at * len(whole))
    check_told(proef, path, (whole[:place] + text + whole[place:]).encode())


@LOADER
@given(text=st.one_of(TEXTS, st.text(max_size=300)))
@example(text="123456789012345678901234567890. a")
@example(text="> " * 12 + "*a*")
def test_any_text_below_the_front_matter_is_told(proef: Proef, text: str) -> None:
    """Whatever an editor writes on a page, it is converted or refused at a line of that page."""
    top = proef.stond["content/over.md"].split(b"Gemaakt")[0]
    check_told(proef, "content/over.md", top + text.encode())


def codes(text: str) -> str:
    """Return the letters of a text as a Typst array of their numbers."""
    return "(" + "".join(f"{ord(letter)}, " for letter in text) + ")"


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    texts=st.lists(
        st.one_of(st.text(max_size=60), st.text(alphabet='"\\u{}()#$*_`<>@~-/[]n\n\t\r ', max_size=60)), max_size=12
    )
)
def test_typst_reads_back_any_text(texts: list[str]) -> None:
    """As the number of each letter: nothing in a text ends its string, starts code, or becomes another letter."""
    checks = (f"#assert.eq({literal(text)}.codepoints().map(str.to-unicode), {codes(text)})" for text in texts)
    typst.compile("\n".join(checks).encode(), ignore_system_fonts=True)


def ranges() -> Iterator[str]:
    """Yield every letter that Unicode can have, but the halves that are none, in pieces."""
    letters = [chr(code) for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF]
    yield from ("".join(letters[start : start + 4096]) for start in range(0, 0x20000, 4096))


def test_typst_reads_back_every_letter() -> None:
    """Each letter of the first two planes of Unicode, where all that is written stands, is itself in Typst."""
    for text in ranges():
        source = f"#let t = {literal(text)}\n#assert.eq(t.codepoints().len(), {len(text)})"
        sums = sum((place + 1) * ord(letter) for place, letter in enumerate(text))
        total = "t.codepoints().map(str.to-unicode).enumerate().map(((i, c)) => (i + 1) * c).sum()"
        typst.compile(f"{source}\n#assert.eq({total}, {sums})".encode(), ignore_system_fonts=True)
