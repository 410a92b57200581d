"""The pages of a new practice example: what is asked of a municipality, each question where its answer belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from handreiking.basis.yaml_tekst import render_scalar, render_yaml
from handreiking.nieuw.geraamte import SJABLOON
from handreiking.soorten.kop import IN_TE_VULLEN

OVERZICHT = "index.md"
_VRAGEN = Path(__file__).parent / "praktijkvoorbeeld"
# The pages of an example: their title (with the name in it), and the file with what is asked there.
_PAGINAS = {
    "index.md": "{naam}: het verhaal in het kort",
    "aanpak.md": "{naam}: wat de gemeente doet",
    "resultaten.md": "{naam}: wat het opleverde",
}


@dataclass(frozen=True)
class Gegeven:
    """What is known when an example begins: the name, its topics and sources, of when it is, its place among others."""

    naam: str
    onderwerpen: Sequence[str]
    bronnen: Sequence[str]
    stand: str | None
    volgorde: int


def render_voorbeeld(gegeven: Gegeven, vandaag: date) -> dict[str, str]:
    """Return the text of each page by its name in the folder of the example."""
    return {
        name: f"---\n{render_yaml(_kop(gegeven, number, titel.format(naam=gegeven.naam), vandaag))}---\n"
        f"{(_VRAGEN / name).read_text('utf-8')}"
        for number, (name, titel) in enumerate(_PAGINAS.items())
    }


def render_overzicht(vandaag: date) -> str:
    """Return the overview of examples, for a handreiking that has none yet."""
    text = (SJABLOON / "content" / "praktijk" / OVERZICHT).read_text("utf-8")
    return text.replace("@@vandaag@@", render_scalar(vandaag.isoformat()))


def _kop(gegeven: Gegeven, number: int, titel: str, vandaag: date) -> dict[str, Any]:
    first = number == 0
    return {
        "soort": "praktijk",
        "titel": titel,
        "samenvatting": f"{IN_TE_VULLEN} waar deze pagina over gaat, in één regel.",
        **({"toegevoegd": vandaag, "gemeente": gegeven.naam} if first else {}),
        "volgorde": gegeven.volgorde if first else number,
        **({} if first else {"voorbeeld_van": [*gegeven.onderwerpen]}),
        "bronnen": [*gegeven.bronnen],
        "stand": gegeven.stand or f"{IN_TE_VULLEN} van wanneer de gegevens zijn, zoals 'eind 2025'",
        "beoordeeld": vandaag,
    }
