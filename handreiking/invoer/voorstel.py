"""What can be proposed from what was typed: an id, the nearest topics, the record that a name belongs to."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from handreiking.gelezen import Gelezen
from handreiking.inhoud import OnderwerpKop, ThemaKop
from handreiking.instrumenten import Instrument
from handreiking.tekstregels import OWN_ANCHORS
from handreiking.zoeken.woorden import STOPWOORDEN, fold, stems, words

_LONGEST = 60
_NAMES = ("id", "naam", "voluit", "titel")


def propose_id(titel: str, taken: Collection[str], otherwise: str) -> str:
    """Give an id from a title that none has yet; `otherwise` where the title has no letter from a to z, and no figure.

    One that begins as the anchors of the templates do gets `otherwise` before it.
    """
    whole = re.sub(r"[^a-z0-9]+", "-", fold(titel.replace("&", " en "))).strip("-")
    if len(whole) > _LONGEST:
        whole = whole[: _LONGEST + 1].rpartition("-")[0] or whole[:_LONGEST]
    name = whole or otherwise
    name = f"{otherwise}-{name}" if name.startswith(OWN_ANCHORS) else name
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (name, *numbered) if one not in taken)


def propose_onderwerpen(gelezen: Gelezen, text: str, most: int = 3) -> list[str]:
    """Give the topics that share the most telling words with a text, best first; rare words and titles tell most."""
    texts = topic_texts(gelezen)
    stem_of = stems([text, *(part for parts in texts.values() for part in parts)])

    def stems_of(parts: Iterable[str]) -> set[str]:
        return {stem_of[word] for part in parts for word in words(part) if word not in STOPWOORDEN}

    found = {name: (stems_of(parts[:1]), stems_of(parts)) for name, parts in texts.items()}
    spread = Counter(stem for _, all_stems in found.values() for stem in all_stems)
    wanted = stems_of([text])
    score = {
        name: sum(math.log(1 + len(found) / spread[stem]) * (3 if stem in title else 1) for stem in wanted & all_stems)
        for name, (title, all_stems) in found.items()
    }
    best = max(score.values(), default=0)
    ranked = sorted((name for name in score if score[name] > best / 2), key=lambda name: (-score[name], name))
    return ranked[:most]


def topic_texts(gelezen: Gelezen) -> dict[str, list[str]]:
    """Give the texts of each topic: its title, then its summary, its page and the instruments on it."""
    texts = {
        pagina.pad.removesuffix(".md"): [pagina.kop.titel, pagina.kop.samenvatting, pagina.markdown]
        for pagina in gelezen.paginas
        if isinstance(pagina.kop, OnderwerpKop)
    }
    for instrument, _ in gelezen.van(Instrument):
        for name in instrument.onderwerpen:
            texts.get(name, []).extend([instrument.titel, instrument.beschrijving])
    return texts


def topic_names(gelezen: Gelezen) -> dict[str, str]:
    """Give the name of each topic with its theme's before it, by its id, in the order of the menu."""
    themas = {p.pad.removesuffix("/index.md"): p.kop for p in gelezen.paginas if isinstance(p.kop, ThemaKop)}
    found = []
    for pagina in gelezen.paginas:
        thema = themas.get(pagina.pad.rpartition("/")[0])
        if isinstance(pagina.kop, OnderwerpKop) and thema is not None:
            name = f"{thema.titel}: {pagina.kop.titel}"
            found.append(((thema.volgorde, pagina.kop.volgorde), pagina.pad.removesuffix(".md"), name))
    return {one: name for _, one, name in sorted(found)}


def names_of(records: Mapping[str, Any]) -> dict[str, str]:
    """Give the id of each record by every name it goes by: its id, its name, its name in full, its title."""
    names: dict[str, str] = {}
    for field in _NAMES:
        for name, record in records.items():
            value = getattr(record, field, None)
            if isinstance(value, str):
                names.setdefault(value, name)
    return names


def find_named(text: str, names: Mapping[str, str]) -> str | None:
    """Give the id that a typed name stands for, in any capitals."""
    wanted = " ".join(text.split()).casefold()
    return next((found for name, found in names.items() if name.casefold() == wanted), None)
