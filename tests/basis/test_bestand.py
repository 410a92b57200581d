"""Files that are hard to read at all, and their limits."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from handreiking.basis.yaml_document import MAX_BYTES, decode, parse_yaml
from handreiking.basis.yaml_weigering import MAX_DEPTH
from tests.conftest import FIXTURES, ROOT, VANDAAG, Werkmap

DATA = "data/soorten.yaml"
PAGE = "content/over.md"


@pytest.mark.parametrize("path", [DATA, PAGE])
@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        (lambda raw: b"\xef\xbb\xbf" + raw, 1, "het bestand begint met een BOM; sla het op als UTF-8 zonder BOM"),
        (
            lambda raw: raw.replace(b"\n", b"\n# caf\xe9\n", 1),
            2,
            "dit teken is geen UTF-8; sla het bestand op als UTF-8",
        ),
        (
            lambda raw: raw.decode().encode("utf-16"),
            1,
            "dit teken is geen UTF-8; sla het bestand op als UTF-8",
        ),
        (
            lambda raw: raw.replace(b"\n", b"\n# \0\n", 1),
            2,
            "hier staat een onzichtbaar teken dat niet kan; haal het weg",
        ),
        (
            lambda raw: raw.replace(b"\n", b"\n# \x1b[31m\n", 1),
            2,
            "hier staat een onzichtbaar teken dat niet kan; haal het weg",
        ),
        (
            lambda raw: raw + b"\n" + b"#" * MAX_BYTES,
            1,
            "het bestand is groter dan 5 MB; splits het",
        ),
        (
            lambda raw: raw.replace(b"\n", b"\n  diep: " + b"[" * 20_000 + b"\n", 1),
            2,
            "dit ligt meer dan 12 niveaus diep; kijk de inspringing na",
        ),
    ],
    ids=["BOM", "latin-1", "UTF-16", "NUL", "escape", "large", "deep"],
)
def test_a_file_that_cannot_be_read(path: str, change: Any, line: int, message: str, werkmap: Werkmap) -> None:
    """One problem on the line where it is, in data and at the top of a page."""
    werkmap.write(path, change((werkmap.map / path).read_bytes()))
    assert werkmap.problems() == f"{path}:{line}: {message}\n"


def test_letters_that_cannot_be_seen_in_the_text_of_a_page(werkmap: Werkmap) -> None:
    """Below the front matter too, each line that has one is told."""
    werkmap.change(PAGE, "Gemaakt voor proeven", "Gemaakt\u202e\nvoor\0 proeven")
    assert werkmap.problems() == (
        "content/over.md:6: in de tekst staat een onzichtbaar teken (U+202E); typ de regel opnieuw\n"
        "content/over.md:7: in de tekst staat een onzichtbaar teken (U+0000); typ de regel opnieuw\n"
    )


def test_lines_may_end_as_on_windows(werkmap: Werkmap) -> None:
    """CRLF in every file gives the same handreiking, and the same lines in problems."""
    expected = werkmap.handreiking()
    for path in (*werkmap.map.rglob("*.md"), *werkmap.map.rglob("*.yaml")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert werkmap.handreiking() == expected
    werkmap.write(PAGE, (werkmap.map / PAGE).read_bytes().replace(b"Gemaakt", b"\r\n# Gemaakt"))
    assert werkmap.problems() == (
        "content/over.md:7: een kop met één '#' kan niet: de titel staat al boven aan de pagina; gebruik '##'\n"
    )


def test_size_has_an_exact_limit() -> None:
    """The largest file is read; one byte more is not."""
    assert decode(b"#" * MAX_BYTES, "x") == ("#" * MAX_BYTES, [])
    text, [problem] = decode(b"#" * (MAX_BYTES + 1), "x")
    assert (text, problem.line, problem.rule) == (None, 1, "bestand")


def test_depth_has_an_exact_limit() -> None:
    """The deepest file is read; one level more is not."""
    deepest, none = parse_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x")
    assert deepest is not None
    assert none == []
    deeper, [problem] = parse_yaml("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "x")
    assert (deeper, problem.line, problem.rule) == (None, 1, "yaml")


def test_a_bomb_of_references_does_not_go_off() -> None:
    """Nine lines that stand for a thousand million values are refused at the first."""
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{'*' + chr(97 + n)}, *a]\n" for n in range(9))
    parsed, [problem] = parse_yaml(bomb, "x", first_line=5)
    assert (parsed, problem.line) == (None, 5)
    assert problem.message.startswith("'&a' is een YAML-verwijzing")


ODD = (
    "a: |\n  één\n\n  twee 🌳\n\n\nb: >-\n  x\n  y\n\n  z\nc: 'x\n  y'\n",
    "# boven\n\n- a: 1 # naast\n\n- # onder\n  b: [x,\n    y, {c: d}]\n- ? e\n  : f\n",
    "a: x\u2028y\nb: 'x\u2028  y'\nc: x\u0085y\nd: x\n",
    "a:\tx\nb: x\ty\n\tc: x\n",
    "-\ta: x\n\tb: y\n",
    "a: x\r\nb: y\rc: z\n",
    "a: {b: 'c', d: \"\\u00e9\\n\\x41\\\n  e\"}\n",
    "a: [x\nb: y\n",
    "a: x: y\n",
    "a: 'x\n",
    'a: "\\q"\n',
    'a: "\\uD800"\n',
    "a: @x\n",
    "a: `x\n",
    "a: %x\n",
    "%YAML 1.1\n---\na: x\n",
    "%YAML 1.2\n---\na: x\n",
    "%YAML 2.0\n---\na: x\n",
    "a: x\n...\nb: y\n",
    "--- a: x\n",
    "---\na: x\n---\n",
    "a: ! x\n",
    "a: !x y\n",
    "a: &b\n",
    "? " + "x" * 2000 + "\n: y\n",
    "x" * 2000 + ": y\n",
    "a: \ufffe\n",
    "a: \U0001f333\n",
    "a: \u00a0x\u00a0\n",
    "{a: b}}",
    "[a, b",
    "",
    "\n\n",
    "a",
)


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without libyaml: there is nothing to compare")
def test_the_fast_reader_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where libyaml does the reading, the values, the lines and the problems are those of PyYAML's own parser."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*/*/*.yaml"))]
    texts += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "data").glob("*.yaml"))]
    fast = [parse_yaml(text, "x") for text in (*texts, *ODD)]
    monkeypatch.setattr("handreiking.basis.yaml_document._FAST", yaml.SafeLoader)
    for text, read in zip((*texts, *ODD), fast, strict=True):
        assert read == parse_yaml(text, "x"), text


def test_today_itself_is_no_future(werkmap: Werkmap) -> None:
    """A date of today passes; `datum-in-de-toekomst` in `regels/tools.yaml` is one of tomorrow."""
    werkmap.change(PAGE, "soort: over", f"soort: over\nbeoordeeld: {VANDAAG}")
    assert werkmap.handreiking().paginas["over.md"].beoordeeld == VANDAAG
