"""What is seen of Markdown: which lines there are, of what sort, and where sentences begin."""

from __future__ import annotations

import pytest

from handreiking.tekst.zichtbaar import Regelsoort, Tekstregel, Tekstzin, parse_regels, parse_zinnen, visible

PAGE = """\
Water **blijft** waar het valt, zie [Regen](../water/regen.md "Regen").
Het zakt *langzaam*
in de bodem. Dat is goed!

## Wat kunt u doen
Begin klein:

- Graaf een [wadi][w].
  Hij hoeft niet diep te zijn.
- Plant
  een boom;
1. Vraag het na.

    Ook dit hoort bij het punt.

[w]: https://wadi.example.org/KNMI

> Een citaat van
een ander. > Met een lange zin.

| Boom | Hoogte |
| --- | --- |
| Linde | 30 m |

    code van het KNMI

---
"""
REGELS = (
    Tekstregel(11, Regelsoort.ALINEA, "Water blijft waar het valt, zie Regen.", begin=True),
    Tekstregel(12, Regelsoort.ALINEA, "Het zakt langzaam", begin=False),
    Tekstregel(13, Regelsoort.ALINEA, "in de bodem. Dat is goed!", begin=False),
    Tekstregel(15, Regelsoort.KOP, "Wat kunt u doen", begin=True),
    Tekstregel(16, Regelsoort.ALINEA, "Begin klein:", begin=True),
    Tekstregel(18, Regelsoort.LIJST, "Graaf een wadi.", begin=True),
    Tekstregel(19, Regelsoort.LIJST, "Hij hoeft niet diep te zijn.", begin=False),
    Tekstregel(20, Regelsoort.LIJST, "Plant", begin=True),
    Tekstregel(21, Regelsoort.LIJST, "een boom;", begin=False),
    Tekstregel(22, Regelsoort.LIJST, "Vraag het na.", begin=True),
    Tekstregel(24, Regelsoort.LIJST, "Ook dit hoort bij het punt.", begin=True),
    Tekstregel(28, Regelsoort.CITAAT, "Een citaat van", begin=True),
    Tekstregel(29, Regelsoort.CITAAT, "een ander. > Met een lange zin.", begin=False),
    Tekstregel(31, Regelsoort.TABEL, "Boom Hoogte", begin=True),
    Tekstregel(33, Regelsoort.TABEL, "Linde 30 m", begin=True),
    Tekstregel(35, Regelsoort.CODE, "code van het KNMI", begin=True),
)
ZINNEN = (
    Tekstzin(11, "Water blijft waar het valt, zie Regen."),
    Tekstzin(12, "Het zakt langzaam in de bodem."),
    Tekstzin(13, "Dat is goed!"),
    Tekstzin(16, "Begin klein:"),
    Tekstzin(18, "Graaf een wadi."),
    Tekstzin(19, "Hij hoeft niet diep te zijn."),
    Tekstzin(20, "Plant een boom;"),
    Tekstzin(22, "Vraag het na."),
    Tekstzin(24, "Ook dit hoort bij het punt."),
)
SEEN = {
    "link": ("zie [Regen](../regen.md#een(twee)).", "zie Regen."),
    "address": ("zie <https://knmi.example.org/A_B> of https://x.example.org/KNMI nu", "zie of nu"),
    "mail": ("mail loket@KNMI.example.org of <loket@example.org>", "mail of"),
    "code": ("typ `KNMI` hier", "typ hier"),
    "emphasis": ("**vet** en _schuin_ en *ook*, snake_case_woord", "vet en schuin en ook, snake_case_woord"),
    "escapes": (r"5 \* 3 en \[niet\]", "5 * 3 en [niet]"),
    "entities": ("regen &amp; wind &copy;", "regen & wind ©"),
}
SENTENCES = {
    "shortening": ("Neem bijv. Amersfoort. Dan verder.", ["Neem bijv. Amersfoort.", "Dan verder."]),
    "initial": ("Vraag het A. Jansen. Zij weet het.", ["Vraag het A. Jansen.", "Zij weet het."]),
    "no capital": ("Het regent... en het waait.", ["Het regent... en het waait."]),
    "quotation marks": ("Hij zei: 'Kom.' Toen ging ik.", ["Hij zei: 'Kom.'", "Toen ging ik."]),
    "question": ("Regent het? Ja! 3 keer.", ["Regent het?", "Ja!", "3 keer."]),
    "decimal": ("Het is 1.5 meter. Meer niet.", ["Het is 1.5 meter.", "Meer niet."]),
}


def test_lines() -> None:
    """Every line that is not blank and has words is there, with its number, its sort and what is seen of it."""
    assert parse_regels(PAGE, 11) == REGELS


def test_sentences() -> None:
    """Sentences come from running text and lists only, and know the line on which they begin."""
    assert parse_zinnen(REGELS) == ZINNEN


@pytest.mark.parametrize(("markdown", "seen"), SEEN.values(), ids=SEEN)
def test_seen_within_a_line(markdown: str, seen: str) -> None:
    """No marks of layout and no addresses."""
    assert visible(markdown) == seen


@pytest.mark.parametrize(("text", "sentences"), SENTENCES.values(), ids=SENTENCES)
def test_where_a_sentence_ends(text: str, sentences: list[str]) -> None:
    """A full stop ends a sentence where the next word begins with a capital, and it is not that of a shortening."""
    assert [zin.tekst for zin in parse_zinnen(parse_regels(text))] == sentences


def test_nothing() -> None:
    """An empty page has no lines."""
    assert parse_regels("") == ()
    assert parse_zinnen(()) == ()
