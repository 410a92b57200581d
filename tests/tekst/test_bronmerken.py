"""What an editor types behind a paragraph, an item or a cell to say what it rests on."""

from __future__ import annotations

import pytest

from handreiking.tekst.omzetting import Bronmerk
from handreiking.tekst.toonregel import Toonplek
from handreiking.tekst.zichtbaar import parse_regels, parse_zinnen
from tests.tekst.test_tekst import render, term


def sup(name: str) -> str:
    """Return what stands in the place of a mark."""
    return f'<sup data-bron="{name}"></sup>'


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Een zin.\nNog een.[^boek]", f"<p>Een zin.\nNog een.{sup('boek')}</p>"),
        ("Een *zin* [^a][^redactie]", f"<p>Een <em>zin</em>{sup('a')}{sup('redactie')}</p>"),
        ("Een zin.\n[^a] [^b]", f"<p>Een zin.{sup('a')}{sup('b')}</p>"),
        ("Een wadi.[^a]", f"<p>Een {term('wadi', 'wadi')}.{sup('a')}</p>"),
        ("`[^a]`[^b]", f"<p><code>[^a]</code>{sup('b')}</p>"),
        ("> Een zin.[^a]", f"<blockquote>\n<p>Een zin.{sup('a')}</p>\n</blockquote>"),
        (
            "- een[^a]\n    - twee[^b]\n- drie",
            f"<ul>\n<li>een{sup('a')}<ul>\n<li>twee{sup('b')}</li>\n</ul>\n</li>\n<li>drie</li>\n</ul>",
        ),
        ("1. een\n\n    twee[^a]", f"<ol>\n<li>\n<p>een</p>\n<p>twee{sup('a')}</p>\n</li>\n</ol>"),
    ],
)
def test_a_mark_at_the_end_of_a_block_becomes_a_place(markdown: str, expected: str) -> None:
    """Of any block that has text, with what the text is otherwise; its letters are gone."""
    tekst = render(markdown)
    assert tekst.html == expected
    assert tekst.bronmerken
    assert all(merk.op_zijn_plaats for merk in tekst.bronmerken)


def test_a_cell_can_have_one() -> None:
    """Each for itself, in the order of the text."""
    tekst = render("| a | b |\n| --- | --- |\n| x[^een] | y [^twee][^drie] |")
    assert f"<td>x{sup('een')}</td>\n<td>y{sup('twee')}{sup('drie')}</td>" in tekst.html
    assert [merk.bron for merk in tekst.bronmerken] == ["een", "twee", "drie"]


@pytest.mark.parametrize(
    "markdown",
    [
        "## Een kop[^a]",
        "Een zin[^a] die verdergaat.",
        "[^a] Een zin.",
        "[^a]",
        "| a[^a] |\n| --- |\n| b |",
        "Een zin.\n\n[^a]: Een noot.",
        "Een [zin[^a]](https://www.example.org/).",
        "**Een zin.[^a]**",
    ],
)
def test_a_mark_elsewhere_is_known_and_stands_where_it_stood(markdown: str) -> None:
    """So that a rule can tell of it; nothing comes in its place."""
    tekst = render(markdown)
    assert tekst.bronmerken == (Bronmerk("a", op_zijn_plaats=False),)
    assert "<sup" not in tekst.html


@pytest.mark.parametrize("markdown", [r"Een zin.\[^a]", "Zo: `[^a]`", "    [^a]", "Een zin. [a]", "Een ^a^ ding"])
def test_what_is_no_mark_is_text(markdown: str) -> None:
    """Code, a bracket with a backslash before it, and brackets of another kind."""
    assert render(markdown).bronmerken == ()


def test_a_mark_is_no_definition_of_a_link() -> None:
    """What Python-Markdown takes for the address of a link does not make one of the mark."""
    tekst = render("Een zin.[^a]\n\n[^a]: https://www.example.org/")
    assert tekst.html == f"<p>Een zin.{sup('a')}</p>"
    assert [merk.op_zijn_plaats for merk in tekst.bronmerken] == [True, False]


def test_the_pieces_of_a_text_end_where_something_is_shown() -> None:
    """A record, or a mark; the last piece has neither."""
    tekst = render("Een.[^a][^b]\n\n[[cijfers: reeks]]\n\nTwee.")
    assert tekst.stukken == (
        ("<p>Een.", None, "a"),
        ("", None, "b"),
        ("</p>\n", Toonplek("cijfers", "reeks"), ""),
        ("<p>Twee.</p>", None, ""),
    )


def test_readers_of_the_lines_see_no_mark() -> None:
    """Its letters are no words, and a sentence ends before it."""
    regels = parse_regels(
        "Een zin.[^boek-een]\nTwee *zin*.[^redactie] [^a]\n\n| a | b[^c] |\n| --- | --- |\n| x | y[^d] |"
    )
    assert [regel.tekst for regel in regels] == ["Een zin.", "Twee zin.", "a b", "x y"]
    assert [zin.tekst for zin in parse_zinnen(regels)] == ["Een zin.", "Twee zin."]
