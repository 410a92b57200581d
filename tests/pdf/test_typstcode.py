"""Text can never become Typst markup or code."""

from __future__ import annotations

import pytest
import typst

from handreiking.pdf.typstcode import array, call, dictionary, joined, literal, optional


@pytest.mark.parametrize(
    "text",
    [
        'a "b" c',
        "back\\slash \\u{41} \\n",
        '"); panic("x")',
        "#panic() $x$ *b* _e_ `raw` <label> @ref ~ -- --- // /* [x]",
        "regel\neen\ttwee\r",
        "smal\u202fvast\u00a0zacht\u00adeinde",
        "nul\u200bbreed \u202e om \ufeff",
        "é ï € “ ” ’ … 漢 😀",
        "",
    ],
)
def test_a_literal_is_the_text_and_nothing_else(text: str) -> None:
    """Typst reads back what was written, letter by letter."""
    codes = ", ".join(str(ord(letter)) for letter in text)
    source = f"#assert.eq({literal(text)}.codepoints().map(str.to-unicode), ({codes}{',' if text else ''}))"
    typst.compile(source.encode(), ignore_system_fonts=True)
    assert "\n" not in literal(text)


def test_pieces_of_code() -> None:
    """Calls, arrays, dictionaries and content are written so that one member is one too."""
    assert call("kop", "1", literal("a"), met_adres="none") == 'kop(1, "a", met-adres: none)'
    assert [array(["1"]), array([])] == ["(1, )", "()"]
    assert [dictionary([("a", "1")]), dictionary([])] == ['("a": 1, )', "(:)"]
    assert [dictionary(iter(())), array(iter(()))] == ["(:)", "()"]
    assert [joined(['"a"', "b()"]), joined([])] == ['{ "a"; b() }', "[]"]
    assert [optional(None), optional("x")] == ["none", '"x"']
