"""The file that the browser loads when a reader opens search: a classic script that assigns one variable.

A script and not JSON, because a page opened from a disk may not fetch its neighbours.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from markdown.extensions.toc import slugify

from handreiking.geheel.handreiking import Handreiking
from handreiking.zoeken.stukken import Stuk, stukken
from handreiking.zoeken.woorden import STOPWOORDEN, stems

BESTAND = "assets/js/zoekgegevens.js"


def render_zoekgegevens(handreiking: Handreiking, *, directories: bool) -> str:
    """Return the text of the file: always the same for the same handreiking.

    `directories` says what page addresses look like (see `adres.page_url`).
    """
    found = stukken(handreiking, directories=directories)
    synonyms = [(term.term, list(term.ook)) for term in handreiking.zoektermen]
    texts = [*(stuk.tekst for stuk in found), *(text for key, others in synonyms for text in (key, *others))]
    data = {
        "stammen": _by_stem(stems(texts)),
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
    return [stuk.soort, stuk.adres, stuk.titel, stuk.bij, stuk.thema, stuk.zoekwoorden, stuk.samenvatting, delen]


def _by_stem(stem_of: Mapping[str, str]) -> str:
    """Return the words of each stem, but not the stem itself; a stem without others is left out.

    A stem ends at a bar; its words follow it, each after a `+` where it begins with the stem, which is left out then,
    and else after a space: that packs far better than pairs.
    """
    together: dict[str, list[str]] = {}
    for word, stem in sorted(stem_of.items()):
        if word != stem:
            together.setdefault(stem, []).append(word)
    return "|".join(f"{stem}{''.join(_endings(stem, words))}" for stem, words in sorted(together.items()))


def _endings(stem: str, words: Iterable[str]) -> list[str]:
    return [f"+{word.removeprefix(stem)}" if word.startswith(stem) else f" {word}" for word in words]
