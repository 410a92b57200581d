"""A kept copy of an address that is gone, as the Internet Archive's Wayback Machine offers it."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import quote

from handreiking.basis.adres import check_url
from handreiking.links.antwoord import Antwoord

# The archive's own question for the nearest copy (archive.org, "Wayback Availability JSON API").
DIENST = "https://archive.org/wayback/available?url="


def find_archief(url: str, load: Callable[[str], Antwoord], dienst: str = DIENST) -> str | None:
    """Return the address of a kept copy to suggest to an editor, or None where there is none or nobody answers.

    `load` fetches an address behind the guard. What comes back is a stranger's text: only a proper https address
    is passed on.
    """
    antwoord = load(dienst + quote(url, safe=""))
    if antwoord.status != 200 or antwoord.afgekapt:
        return None
    try:
        closest = json.loads(antwoord.body)["archived_snapshots"]["closest"]
        copy = str(closest["url"]) if closest["available"] is True else ""
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    copy = copy.replace("http://", "https://", 1) if copy.startswith("http://web.archive.org/") else copy
    return copy if check_url(copy) is None else None
