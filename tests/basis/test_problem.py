"""Problems in three forms: for the eye, for a pull request, for a program."""

from __future__ import annotations

import json

import pytest

from handreiking.basis.problem import (
    FEW,
    Problem,
    render_github,
    render_json,
    render_text,
    suggestion,
    suggestion_or_all,
)

PROBLEMS = [
    Problem("data/tools.yaml", 12, "onbekend veld 'utl'", "veld"),
    Problem("data/tools.yaml", 2, "100% mis,\nook: hier\r", "regel: a,b"),
    Problem("content/a,b:c%.md", 3, "één", "kop"),
    Problem("data/tools.yaml", 12, "onbekend veld 'utl'", "veld"),
]


def test_text_is_sorted_and_each_problem_is_one_line() -> None:
    """By file, then by number of line; the same problem once; the end of a line is written out."""
    assert render_text(PROBLEMS) == (
        "content/a,b:c%.md:3: één\n"
        "data/tools.yaml:2: 100% mis,\\nook: hier\\r\n"
        "data/tools.yaml:12: onbekend veld 'utl'\n"
    )


def test_text_shows_letters_that_cannot_be_seen() -> None:
    """What would hide, turn the text around or steer a terminal is written as its number."""
    problem = Problem("content/\udcff.md", 1, "\x1b[31m \u202e \u00a0 \u200b", "kop")
    assert render_text([problem]) == "content/\\udcff.md:1: \\x1b[31m \\u202e \\xa0 \\u200b\n"


def test_github_escapes_as_its_toolkit_does() -> None:
    """Percent signs and ends of lines everywhere; colons and commas in the properties."""
    assert render_github(PROBLEMS) == (
        "::error file=content/a%2Cb%3Ac%25.md,line=3,title=kop::één\n"
        "::error file=data/tools.yaml,line=2,title=regel%3A a%2Cb::100%25 mis,%0Aook: hier%0D\n"
        "::error file=data/tools.yaml,line=12,title=veld::onbekend veld 'utl'\n"
    )


@pytest.mark.parametrize("level", ["warning", "notice"])
def test_github_has_more_levels(level: str) -> None:
    """What fails nothing is no error there either."""
    problems = [Problem("data/tools.yaml", 12, "100% mis", "veld"), Problem("content/a.md", 3, "één", "kop")]
    assert render_github(problems, level) == (
        f"::{level} file=content/a.md,line=3,title=kop::één\n"
        f"::{level} file=data/tools.yaml,line=12,title=veld::100%25 mis\n"
    )


def test_json_holds_everything() -> None:
    """A list of objects, sorted, with letters as they are."""
    text = render_json(PROBLEMS)
    assert json.loads(text) == [
        {"path": "content/a,b:c%.md", "line": 3, "message": "één", "rule": "kop"},
        {"path": "data/tools.yaml", "line": 2, "message": "100% mis,\nook: hier\r", "rule": "regel: a,b"},
        {"path": "data/tools.yaml", "line": 12, "message": "onbekend veld 'utl'", "rule": "veld"},
    ]
    assert "één" in text
    assert text.endswith("]\n")


def test_no_problems_give_no_text() -> None:
    """Nothing to say is said with nothing, and with an empty list in JSON."""
    assert (render_text([]), render_github([]), render_json([])) == ("", "", "[]\n")


def test_a_suggestion_is_the_nearest_known_word() -> None:
    """The nearest one if it is near at all; of equals the first in the alphabet, whatever order they come in."""
    assert suggestion("utl", {"url", "titel", "tip"}) == "; bedoelde u 'url'?"
    assert suggestion("kleur", {"url", "titel"}) == ""
    assert suggestion("ab", ["ax", "ay"]) == suggestion("ab", ["ay", "ax"])
    assert suggestion("x", []) == ""


def test_a_word_that_begins_nearly_like_a_long_one_is_near_it() -> None:
    """As somebody types it who stops half-way; not for a few letters, with which too much begins."""
    known = {"toolkit-evidence-based", "weerboek"}
    assert suggestion("toolkti", known) == "; bedoelde u 'toolkit-evidence-based'?"
    assert suggestion("too", known) == suggestion("boekwinkel", known) == ""


def test_without_a_near_one_all_known_words_are_named_where_they_are_few() -> None:
    """The nearest word alone where there is one; else all in order, unless they are too many or none."""
    many = [f"woord-{number:02}" for number in range(FEW + 1)]
    assert suggestion_or_all("kaartje", ["kaart", "boek"]) == "; bedoelde u 'kaart'?"
    assert suggestion_or_all("x", ["kaart", "boek"]) == "; kies uit boek, kaart"
    assert suggestion_or_all("x", many[:FEW]) == f"; kies uit {', '.join(many[:FEW])}"
    assert suggestion_or_all("x", many) == ""
    assert suggestion_or_all("x", []) == ""
