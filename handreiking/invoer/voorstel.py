"""What follows from what was typed: an id, the topic or the record that a name belongs to."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from handreiking.lezen.gelezen import Gelezen
from handreiking.regels.teksten import OWN_ANCHORS
from handreiking.soorten.kop import OnderwerpKop, ThemaKop
from handreiking.zoeken.woorden import fold

_LONGEST = 60
_NAMES = ("id", "naam", "voluit")


def propose_id(titel: str, taken: Collection[str], otherwise: str) -> str:
    """Return an id from a title that none has yet; `otherwise` where the title has no letter a to z, and no figure.

    One that begins as the anchors of the templates do gets `otherwise` before it.
    """
    whole = re.sub(r"[^a-z0-9]+", "-", fold(titel.replace("&", " en "))).strip("-")
    if len(whole) > _LONGEST:
        whole = whole[: _LONGEST + 1].rpartition("-")[0] or whole[:_LONGEST]
    name = whole or otherwise
    name = f"{otherwise}-{name}" if name.startswith(OWN_ANCHORS) else name
    numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (name, *numbered) if one not in taken)


def topic_names(gelezen: Gelezen) -> dict[str, str]:
    """Return the name of each topic with its theme's before it, by its id, in the order of the menu."""
    themas = {p.pad.removesuffix("/index.md"): p.kop for p in gelezen.paginas if isinstance(p.kop, ThemaKop)}
    found = []
    for pagina in gelezen.paginas:
        thema = themas.get(pagina.pad.rpartition("/")[0])
        if isinstance(pagina.kop, OnderwerpKop) and thema is not None:
            name = f"{thema.titel}: {pagina.kop.titel}"
            found.append(((thema.volgorde, pagina.kop.volgorde), pagina.pad.removesuffix(".md"), name))
    return {one: name for _, one, name in sorted(found)}


def names_of(records: Mapping[str, Any]) -> dict[str, str]:
    """Return the id of each record by every name it goes by: its id, its name, its name in full."""
    names: dict[str, str] = {}
    for field in _NAMES:
        for name, record in records.items():
            value = getattr(record, field, None)
            if isinstance(value, str):
                names.setdefault(value, name)
    return names


def find_named(text: str, names: Mapping[str, str]) -> str | None:
    """Return the id that a typed name stands for, in any capitals."""
    wanted = " ".join(text.split()).casefold()
    return next((found for name, found in names.items() if name.casefold() == wanted), None)
