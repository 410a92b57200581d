"""The record of `data/zelfscan.yaml`: what a reader can hold the own situation against, topic by topic.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from handreiking.soorten.record import Record
from handreiking.soorten.soort import Eigen, Lijst, Recordsoort
from handreiking.soorten.veld import Id, KorteZin, OnderwerpId

# How many statements a topic has, if it has any: fewer say too little, more are not filled in between two meetings.
MINST, MEEST = 3, 6
# What a statement can be answered with: the value in files and on the page, and how it reads.
ANTWOORDEN = {"ja": "ja", "deels": "deels", "nee": "nee", "nvt": "n.v.t."}


class Stelling(Record):
    """Een stelling van de zelfscan: wat er bij een onderwerp geregeld is."""

    id: Id
    """De korte naam; bewaarde antwoorden verwijzen hiernaar, dus verander die niet als alleen de tekst verandert."""
    onderwerp: OnderwerpId
    """Het onderwerp waar de stelling bij hoort, als map/naam."""
    tekst: KorteZin
    """Eén zin in de tegenwoordige tijd die zegt wat er is geregeld, zodat ja, deels of nee een antwoord is."""
    toelichting: KorteZin | None = None
    """Eén korte zin uitleg, als de stelling die nodig heeft."""


def check_aantal_stellingen(lijst: Lijst[Stelling]) -> Eigen:
    """A topic has three to six statements, or none.

    Wrong: one statement with `onderwerp: groen/bomen`.  Right: three of them.
    """
    lines: dict[str, list[int]] = {}
    # Where a record has a problem of its own, it would count as missing here.
    for stelling, line in lijst.records if lijst.compleet else ():
        lines.setdefault(stelling.onderwerp, []).append(line)
    for onderwerp, places in lines.items():
        said = f"'{onderwerp}' heeft {len(places)} {'stelling' if len(places) == 1 else 'stellingen'}"
        if len(places) < MINST:
            yield places[0], f"{said}; schrijf er ten minste {MINST}, of haal ze weg"
        elif len(places) > MEEST:
            yield places[MEEST], f"{said}; houd het bij {MEEST}"


def check_stelling_dubbel(lijst: Lijst[Stelling]) -> Eigen:
    """The text of a statement stands once.

    Wrong: "De bomen krijgen water." under two topics.  Right: "Nieuwe bomen krijgen water." under one of them.
    """
    first: dict[str, int] = {}
    for stelling, line in lijst.records:
        before = first.setdefault(" ".join(stelling.tekst.casefold().split()), line)
        if before != line:
            yield line, f"deze stelling staat ook op regel {before}; geef deze stelling een andere tekst"


STELLING = Recordsoort(
    "stelling",
    "stellingen",
    "zelfscan.yaml",
    Stelling,
    alleen_op="zelfscan",
    geteld=True,
    regels=(check_aantal_stellingen, check_stelling_dubbel),
)
