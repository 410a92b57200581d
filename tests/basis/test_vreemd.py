"""Text of others in Markdown: it stays on its line, in its span, and means its letters alone."""

from __future__ import annotations

import pytest

from handreiking.basis.vreemd import render_code, render_zin


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("data/tools.yaml:1", "`data/tools.yaml:1`"),
        ("a\n\n![x](https://e.example.org/p.png) @team", "`a ![x](https://e.example.org/p.png) @team`"),
        ("een `b` c", "``een `b` c``"),
        ("`", "`` ` ``"),
        ("", "`  `"),
        ("\u202eomgekeerd", "`\\u202eomgekeerd`"),
        ("x\udcff.md", "`x\\udcff.md`"),
    ],
)
def test_a_code_span_holds_what_it_is_given(text: str, code: str) -> None:
    """No line break, mark or half letter gets out."""
    assert render_code(text) == code
    render_code(text).encode()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Lees dit.", "Lees dit."),
        ("@team #1 [x](y) <b> $x$", "\\@\u2060team \\#\u20601 \\[x\\](y) \\<b\\> \\$x\\$"),
        ("regel\neen", "regel een"),
        ("www.example.org", "www\\.example.org"),
    ],
)
def test_a_sentence_means_its_letters_alone(text: str, sentence: str) -> None:
    """Nobody is addressed, nothing is linked or drawn."""
    assert render_zin(text) == sentence
