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


def numbered(count: int, first: int = 0) -> str:
    """Return a text of words that each stand once."""
    return " ".join(f"woord{number:04d}" for number in range(first, first + count))


def with_markdown(markdown: str) -> Handreiking:
    """Return the small handreiking with another text on one topic, past the checks of the loader."""
    return _with_topic(load(KLEIN), lambda topic: replace(topic, markdown=markdown))


def with_reason(handreiking: Handreiking, reason: str) -> Handreiking:
    """Return a handreiking with another reason to read on."""
    return _with_topic(handreiking, lambda o: replace(o, verwant=tuple(replace(v, reden=reason) for v in o.verwant)))


def with_definition(handreiking: Handreiking, tekst: str) -> Handreiking:
    """Return it with another first definition, the literal one."""
    first, *others = handreiking.definities
    return replace(handreiking, definities=(first.model_copy(update={"tekst": tekst}), *others))


def with_explanation(handreiking: Handreiking, tekst: str) -> Handreiking:
    """Return it with another definition of our own, the last one."""
    *others, last = handreiking.definities
    return replace(handreiking, definities=(*others, last.model_copy(update={"tekst": tekst})))


def with_abbreviation(handreiking: Handreiking, tekst: str) -> Handreiking:
    """Return it with another explanation of its abbreviations."""
    changed = tuple(a.model_copy(update={"uitleg": tekst}) for a in handreiking.afkortingen)
    return replace(handreiking, afkortingen=changed)


def with_source(handreiking: Handreiking, tekst: str) -> Handreiking:
    """Return it with another explanation of its last source."""
    *others, last = handreiking.bronnen
    return replace(handreiking, bronnen=(*others, last.model_copy(update={"toelichting": tekst})))


def with_request(handreiking: Handreiking, tekst: str) -> Handreiking:
    """Return it with another way to ask for the instrument of a topic."""
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


def _with_topic(handreiking: Handreiking, change: Callable[[Onderwerp], Onderwerp]) -> Handreiking:
    first, *others = handreiking.themas
    topic, *following = first.onderwerpen
    return replace(handreiking, themas=(replace(first, onderwerpen=(change(topic), *following)), *others))


STEPS = "## Wat kunt u doen\n\n"
LONG = {
    "cell": "| a | b |\n| --- | --- |\n| kort | {} |\n| c | d |",
    "head": "| a | {} |\n| --- | --- |\n| c | d |",
    "step": f"{STEPS}- {{}}",
    "step after another": f"Tekst.\n\n{STEPS}- Eerst.\n- {{}}\n- Daarna.",
    "quotation": "> {}",
    "code": "    {}",
    "list": "- {}",
}
FIELDS: dict[str, tuple[Callable[[Handreiking, str], Handreiking], int]] = {
    "definition": (with_definition, 900),
    "explanation": (with_explanation, 900),
    "abbreviation": (with_abbreviation, 1200),
    "source": (with_source, 900),
    "request": (with_request, 900),
    "reason": (with_reason, 900),
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
    """All words of a text, long or a third of that, stand in order on the paper within its margins."""
    source = numbered(900 // part)
    _has_all_words(with_markdown(LONG[name].format(source)), source.split())


@pytest.mark.parametrize("part", [1, 3])
def test_no_word_of_a_field_is_lost_below_the_page(part: int) -> None:
    """The same for each field whose text may be long; in one PDF, as the words of each are its own."""
    handreiking, sources = load(KLEIN), []
    for number, (change, count) in enumerate(FIELDS.values()):
        sources.append(numbered(count // part, 1500 * number))
        handreiking = change(handreiking, sources[-1])
    _has_all_words(handreiking, *(source.split() for source in sources))


def _has_all_words(handreiking: Handreiking, *sources: list[str]) -> None:
    pdf, problems = render_pdf(handreiking, find_project(KLEIN), parse_keuze(handreiking))
    assert (problems, pdf is not None) == ([], True)
    boom = Lezing(pdf or b"").boom
    found = re.findall(r"woord\d+", boom.tekst)
    for words in sources:
        assert [word for word in found if words[0] <= word <= words[-1]] == words
    assert len(found) == sum(map(len, sources))
    for run in boom.runs():
        assert 20 * MM <= run.y <= HEIGHT - 20 * MM, run.tekst
        assert run.einde <= WIDTH - 20 * MM + 1, run.tekst
