"""What is higher than a page goes on at the next one; no word is lost below the foot."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from handreiking.geheel.handreiking import Handreiking, Onderwerp
from handreiking.lezen.project import find_project
from handreiking.pdf.export import render_pdf
from handreiking.pdf.keuze import parse_keuze
from handreiking.soorten.instrument import Aanvragen
from tests.pdf.conftest import KLEIN, load
from tests.pdf.leesboom import Lezing
from tests.pdf.test_zetwerk import HEIGHT, MM, WIDTH


def numbered(count: int) -> str:
    """Return a text of words that each stand once."""
    return " ".join(f"woord{number:04d}" for number in range(count))


def with_markdown(markdown: str) -> Handreiking:
    """Return the small handreiking with another text on one topic, past the checks of the loader."""
    return _with_topic(lambda topic: replace(topic, markdown=markdown))


def with_reason(reason: str) -> Handreiking:
    """Return it with another reason to read on."""
    return _with_topic(lambda topic: replace(topic, verwant=tuple(replace(v, reden=reason) for v in topic.verwant)))


def with_definition(tekst: str) -> Handreiking:
    """Return it with another first definition, the literal one."""
    handreiking = load(KLEIN)
    first, *others = handreiking.definities
    return replace(handreiking, definities=(first.model_copy(update={"tekst": tekst}), *others))


def with_explanation(tekst: str) -> Handreiking:
    """Return it with another definition of our own, the last one."""
    handreiking = load(KLEIN)
    *others, last = handreiking.definities
    return replace(handreiking, definities=(*others, last.model_copy(update={"tekst": tekst})))


def with_abbreviation(tekst: str) -> Handreiking:
    """Return it with another explanation of its abbreviations."""
    handreiking = load(KLEIN)
    return replace(
        handreiking, afkortingen=tuple(a.model_copy(update={"uitleg": tekst}) for a in handreiking.afkortingen)
    )


def with_source(tekst: str) -> Handreiking:
    """Return it with another explanation of its last source."""
    handreiking = load(KLEIN)
    *others, last = handreiking.bronnen
    return replace(handreiking, bronnen=(*others, last.model_copy(update={"toelichting": tekst})))


def with_request(tekst: str) -> Handreiking:
    """Return it with another way to ask for the instrument of a topic."""
    handreiking = load(KLEIN)
    placed = {
        name: tuple(
            replace(p, instrument=p.instrument.model_copy(update={"aanvragen": _asked(p.instrument.aanvragen, tekst)}))
            for p in plaatsingen
        )
        for name, plaatsingen in handreiking.op_onderwerp.items()
        if name == "water/regen"
    }
    return replace(handreiking, op_onderwerp=placed)


def _asked(aanvragen: Aanvragen | None, tekst: str) -> Aanvragen | None:
    return aanvragen.model_copy(update={"hoe": tekst}) if aanvragen else None


def _with_topic(change: Callable[[Onderwerp], Onderwerp]) -> Handreiking:
    handreiking = load(KLEIN)
    first, *others = handreiking.themas
    topic, *following = first.onderwerpen
    return replace(handreiking, themas=(replace(first, onderwerpen=(change(topic), *following)), *others))


STEPS = "## Wat kunt u doen\n\n"
LONG: dict[str, tuple[Callable[[str], Handreiking], str, int]] = {
    "cell": (with_markdown, "| a | b |\n| --- | --- |\n| kort | {} |\n| c | d |", 900),
    "head": (with_markdown, "| a | {} |\n| --- | --- |\n| c | d |", 900),
    "step": (with_markdown, f"{STEPS}- {{}}", 900),
    "step after another": (with_markdown, f"Tekst.\n\n{STEPS}- Eerst.\n- {{}}\n- Daarna.", 900),
    "quotation": (with_markdown, "> {}", 900),
    "code": (with_markdown, "    {}", 900),
    "list": (with_markdown, "- {}", 900),
    "definition": (with_definition, "{}", 900),
    "explanation": (with_explanation, "{}", 900),
    "abbreviation": (with_abbreviation, "{}", 1200),
    "source": (with_source, "{}", 900),
    "request": (with_request, "{}", 900),
    "reason": (with_reason, "{}", 900),
}


PARTS = {
    "list": ("- {}\n", "    - {}\n"),
    "lines": ("- {}", "  \n  {}"),
    "paragraphs": ("- {}\n", "\n    {}\n"),
    "code": ("- {}\n\n", "        {}\n"),
    "table": ("- {}\n\n    | a |\n    | --- |\n", "    | {} |\n"),
}


@pytest.mark.parametrize("name", PARTS)
def test_no_part_of_a_step_is_lost(name: str) -> None:
    """A step may be higher than a page with few letters in it: a list, lines, paragraphs, code, a table."""
    first, more = PARTS[name]
    source = numbered(60).split()
    handreiking = with_markdown(STEPS + first.format(source[0]) + "".join(more.format(word) for word in source[1:]))
    _has_all_words(handreiking, source)


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("part", [1, 3])
def test_no_word_is_lost_below_the_page(name: str, part: int) -> None:
    """All words of the source, long or a third of that, stand in order on the paper within its margins."""
    change, text, count = LONG[name]
    source = numbered(count // part)
    handreiking = change(text.format(source))
    _has_all_words(handreiking, source.split())


def _has_all_words(handreiking: Handreiking, words: list[str]) -> None:
    pdf, problems = render_pdf(handreiking, find_project(KLEIN), parse_keuze(handreiking))
    assert (problems, pdf is not None) == ([], True)
    boom = Lezing(pdf or b"").boom
    assert re.findall(r"woord\d+", boom.tekst) == words
    for run in boom.runs():
        assert 20 * MM <= run.y <= HEIGHT - 20 * MM, run.tekst
        assert run.einde <= WIDTH - 20 * MM + 1, run.tekst
