"""The rules for the statements of the self-scan: one generator a rule."""

from __future__ import annotations

from handreiking.soorten.soort import Eigen, Lijst
from handreiking.zelfscan import MEEST, MINST, Stelling


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
            yield line, f"deze stelling staat ook op regel {before}; geef haar een andere tekst"
