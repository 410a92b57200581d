"""A line of its own in a page that shows a record of the data: `[[cijfers: bomen]]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from handreiking.soorten.alle import OP_EEN_REGEL
from handreiking.soorten.soort import Recordsoort

# Also with a word or a name that does not exist, to say so; a page shows only what `parse_toonregel` knows.
TOONREGEL = re.compile(r"\[\[(?P<woord>[a-z]+): (?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\]\]\s*")


@dataclass(frozen=True)
class Toonplek:
    """What a line shows: the word of its kind, and the id of the record."""

    woord: str
    id: str

    @property
    def soort(self) -> Recordsoort[Any]:
        """The kind of the record."""
        return OP_EEN_REGEL[self.woord]

    @property
    def anker(self) -> str:
        """The anchor of the record on a page that shows it."""
        return f"pagina-{self.soort.naam}-{self.id}"


def parse_toonregel(line: str) -> Toonplek | None:
    """Return what a line shows, whether there is such a record or not; None for any other line."""
    found = TOONREGEL.fullmatch(line)
    return Toonplek(found["woord"], found["id"]) if found and found["woord"] in OP_EEN_REGEL else None
