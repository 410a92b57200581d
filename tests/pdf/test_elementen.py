"""Each element of a text to Typst, and what is refused."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from handreiking.pdf.boom import parse_html
from handreiking.pdf.elementen import BLOCKS, INLINE, OnbekendElementError, Tekstplek, render_blocks
from handreiking.tekst.begrippen import begrippenlijst
from handreiking.tekst.tekst import render_tekst

PLEK = Tekstplek(
    2,
    lambda anker, _titel: f"<{anker}>",
    lambda element, inhoud, tekst: f"link({element.get('href')}, {inhoud}, {tekst})",
    lambda kop, items, alineas: f"taken({kop}, {items}, {alineas})",
    lambda plek: f"{plek.woord}({plek.id})",
    lambda naam: f"bron({naam})",
)


def render(markdown: str) -> list[str]:
    """Return the code of each block of a Markdown text."""
    tekst = render_tekst(markdown, "a.md", lambda pad, anker: f"{pad}#{anker}", begrippenlijst({}, ""))
    return list(render_blocks(parse_html(tekst.html), PLEK))


@pytest.mark.parametrize(
    ("markdown", "code"),
    [
        ("Een zin.\nNog een.", 'alinea({ "Een zin. Nog een." })'),
        ("a **b** *c* `d  e` f", 'alinea({ "a "; strong({ "b" }); " "; emph({ "c" }); " "; raw("d e"); " f" })'),
        ("a  \nb", 'alinea({ "a"; linebreak(); "b" })'),
        ("## Een *kop*", 'kop(2, <een-kop>, "Een kop", { "Een "; emph({ "kop" }) })'),
        ("### Dieper", 'kop(3, <dieper>, "Dieper", { "Dieper" })'),
        ("- a\n- b\n    - c", 'lijst({ "a" }, { "b"; lijst({ "c" }) })'),
        ("- a\n\n    b", 'lijst({ alinea({ "a" }); alinea({ "b" }) })'),
        ("3. a\n4. b", 'stappen({ "a" }, { "b" }, start: 3)'),
        ("> a", 'citaat({ alinea({ "a" }) })'),
        ("    a\n      b", 'codeblok("a\\u{a}  b")'),
        ("---", "scheiding"),
        ("[x](b.md#c)", 'alinea({ link(b.md#c, { "x" }, x) })'),
        (
            "50&nbsp;% & <https://x.nl/?a=1>",
            'alinea({ "50\u00a0% & "; link(https://x.nl/?a=1, { "https://x.nl/?a=1" }, https://x.nl/?a=1) })',
        ),
        ('"Typ" #let', 'alinea({ "\\"Typ\\" #let" })'),
    ],
)
def test_an_element_has_its_code(markdown: str, code: str) -> None:
    """The table gives each element of Markdown its function of the template."""
    assert render(markdown) == [code]


def test_a_table_keeps_header_alignment_and_width() -> None:
    """Columns are as wide as their longest cell, within bounds; the first row is the header."""
    long = "w" * 50
    (code,) = render(f"| a | b |\n| --- | --: |\n| 1 | {long} |")
    assert code == f'tabel((9fr, 36fr, ), (left, right, ), ({{ "a" }}, {{ "b" }}, ), {{ "1" }}, {{ "{long}" }})'


def test_steps_go_with_their_heading() -> None:
    """The list under the heading of steps becomes the list to tick off; another list does not."""
    heading = 'kop(2, <wat-kunt-u-doen>, "Wat kunt u doen", { "Wat kunt u doen" })'
    items = ['{ "a" }', '{ "b" }']
    assert render("## Wat kunt u doen\n\n- a\n- b") == [f"taken({heading}, {items}, True)"]
    assert render("## Wat kunt u doen\n\nTekst.") == [heading, 'alinea({ "Tekst." })']


@pytest.mark.parametrize(
    ("steps", "paragraphs"),
    [
        ("- a\n- b *c* [d](e.md)", True),
        ("- a\n    - b\n- c", False),
        ("- a\n\n- b", False),
        ("- a\n- b  \n  c", False),
        ("- a\n\n        b\n- c", False),
        ("- a\n\n    > b\n- c", False),
        ("- a\n\n    | b |\n    | --- |\n    | c |\n- d", False),
    ],
)
def test_it_is_told_whether_each_step_is_a_paragraph(steps: str, paragraphs: bool) -> None:  # noqa: FBT001 - a case
    """A step that holds a list, a paragraph, a table or a line of its own is higher than its letters say."""
    (code,) = render(f"## Wat kunt u doen\n\n{steps}")
    assert code.endswith(f", {paragraphs})")


@pytest.mark.parametrize(
    "html",
    [
        "<video>x</video>",
        "<p>a <sub>2</sub></p>",
        "<ul><p>a</p></ul>",
        "<table><caption>x</caption><tr><th>a</th></tr></table>",
    ],
)
def test_an_unknown_element_is_refused(html: str) -> None:
    """What is not in the table is an error that has the element, never left out."""
    with pytest.raises(OnbekendElementError) as raised:
        list(render_blocks(parse_html(html), PLEK))
    assert raised.value.element.tag in str(raised.value)


def test_the_table_holds_what_markdown_can_make() -> None:
    """Everything that Python-Markdown with our extensions makes has a place, but pictures and the parts of lists."""
    made = ET.Element("body")
    made.extend(parse_html(render_tekst(EVERYTHING, "a.md", lambda *_: "#", begrippenlijst({}, "")).html))
    inside = {"body", "li", "thead", "tbody", "tr", "th", "td", "img"}
    assert {element.tag for element in made.iter()} - inside <= set(BLOCKS) | set(INLINE)
    assert {"h2", "h6", "ol", "ul", "pre", "code", "blockquote", "hr", "br", "table"} <= {e.tag for e in made.iter()}


EVERYTHING = """## a
###### b

1. c

- d

> e `f` **g** *h* [i](j.md) ![k](l.svg)

    m

***

n\x20\x20
o

| p |
| - |
| q |
"""


def test_html_that_is_not_whole_is_no_text() -> None:
    """The converter closes what it opens; anything else is a mistake that shows."""
    for html in ("<p>a", "<p><b>a</p></b>"):
        with pytest.raises(ValueError, match="<"):
            parse_html(html)
