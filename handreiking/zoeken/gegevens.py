"""The file that the browser loads when a reader opens search: a classic script that assigns one variable.

A script and not JSON, because a page opened from a disk may not fetch its neighbours.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from handreiking.handreiking import Handreiking
from handreiking.zoeken.stukken import Stuk, stukken
from handreiking.zoeken.woorden import STOPWOORDEN, stems

BESTAND = "assets/js/zoekgegevens.js"


def render_zoekgegevens(handreiking: Handreiking, *, directories: bool) -> str:
    """Give the text of the file: always the same for the same handreiking.

    `directories` says what page addresses look like (see `adres.page_url`).
    """
    found = stukken(handreiking, directories=directories)
    synonyms = synoniemen(handreiking)
    texts = [*(stuk.tekst for stuk in found), *(text for key, others in synonyms for text in (key, *others))]
    data = {
        "stukken": [_row(stuk) for stuk in found],
        "stammen": _by_stem(stems(texts)),
        "synoniemen": synonyms,
        "stop": " ".join(sorted(STOPWOORDEN)),
    }
    # `<` and the separators of lines would end a script in the wrong place.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"var handreikingZoekgegevens={text};\n"


def synoniemen(handreiking: Handreiking) -> list[tuple[str, list[str]]]:
    """Give the words to search as well: by term, by abbreviation, and by what an abbreviation stands for."""
    found = [(term.term, list(term.ook)) for term in handreiking.zoektermen]
    for afkorting in handreiking.afkortingen:
        found += [(afkorting.afkorting, [afkorting.voluit]), (afkorting.voluit, [afkorting.afkorting])]
    return found


def _row(stuk: Stuk) -> list[object]:
    delen = [[deel.anker, deel.kop, deel.tekst] for deel in stuk.delen]
    return [stuk.soort, stuk.adres, stuk.titel, stuk.bij, stuk.thema, stuk.zoekwoorden, stuk.samenvatting, delen]


def _by_stem(stem_of: Mapping[str, str]) -> dict[str, str]:
    """Give the words of each stem, but not the stem itself; a stem without others is left out."""
    together: dict[str, list[str]] = {}
    for word, stem in sorted(stem_of.items()):
        if word != stem:
            together.setdefault(stem, []).append(word)
    return {stem: " ".join(_endings(stem, words)) for stem, words in sorted(together.items())}


def _endings(stem: str, words: Iterable[str]) -> list[str]:
    """Write a word that begins with its stem as `+` and the rest, which packs far better."""
    return [f"+{word.removeprefix(stem)}" if word.startswith(stem) else word for word in words]
