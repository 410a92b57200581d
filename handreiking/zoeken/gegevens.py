"""The file that the browser loads when a reader opens search: a classic script that assigns one variable.

A script and not JSON, because a page opened from a disk may not fetch its neighbours.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from markdown.extensions.toc import slugify

from handreiking.geheel.handreiking import Handreiking
from handreiking.zoeken.stukken import Stuk, stukken
from handreiking.zoeken.woorden import STOPWOORDEN, Woord, woorden_in

BESTAND = "assets/js/zoekgegevens.js"


def render_zoekgegevens(handreiking: Handreiking, *, directories: bool) -> str:
    """Return the text of the file: always the same for the same handreiking.

    `directories` says what page addresses look like (see `adres.page_url`).
    """
    found = stukken(handreiking, directories=directories)
    synonyms = [(term.term, list(term.ook)) for term in handreiking.zoektermen]
    texts = [*(stuk.tekst for stuk in found), *(text for key, others in synonyms for text in (key, *others))]
    data = {
        "woorden": _by_lemma(woorden_in(texts)),
        "stukken": [_row(stuk) for stuk in found],
        "synoniemen": synonyms,
        "stop": " ".join(sorted(STOPWOORDEN)),
    }
    # `<` and the separators of lines would end a script in the wrong place.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"var handreikingZoekgegevens={text};\n"


def _row(stuk: Stuk) -> list[object]:
    # An anchor that follows from its heading is worked out by who reads it: that leaves out a thirtieth of the file.
    delen = [[1 if deel.anker == slugify(deel.kop, "-") else deel.anker, deel.kop, deel.tekst] for deel in stuk.delen]
    row: list[object] = [
        stuk.soort,
        stuk.adres,
        stuk.titel,
        stuk.bij,
        stuk.thema,
        stuk.zoekwoorden,
        stuk.samenvatting,
        delen,
    ]
    return [*row, stuk.overig] if stuk.overig else row


def _by_lemma(woorden: Iterable[Woord]) -> str:
    """Return every word that has other forms or parts; words apart by a bar.

    A lemma comes first, with a point before the last part of a compound; each form follows, after a `+` where it begins
    with the lemma, which is left out then, and else after a space: that packs far better than pairs.
    """
    return "|".join(
        f"{_pointed(woord)}{''.join(_endings(woord.lemma, woord.vormen))}"
        for woord in woorden
        if woord.vormen or woord.deel
    )


def _pointed(woord: Woord) -> str:
    return f"{woord.lemma[: woord.deel]}.{woord.lemma[woord.deel :]}" if woord.deel else woord.lemma


def _endings(lemma: str, forms: Iterable[str]) -> list[str]:
    return [f"+{form.removeprefix(lemma)}" if form.startswith(lemma) else f" {form}" for form in forms]
