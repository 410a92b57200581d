"""A handreiking of any size, made from the small one: themes and topics with ties of every kind among them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

TITELS = (
    "Onderwerp {}",
    "Samenwerkingsafspraken {}",
    "Deskundigheidsbevordering van woningbouwverenigingen {}",
    "Waar bewonersorganisaties, scholen en sportverenigingen elkaar in de wijk kunnen vinden {}",
)
KLEUREN = (
    {"licht": "#2f6b1f", "donker": "#a8dd92"},
    {"licht": "#0b5a7a", "donker": "#8fd3ee"},
    {"licht": "#7a2f5b", "donker": "#f0a8d2"},
)
ICONEN = ("material/tree-outline", "material/water-outline", "material/bank-outline")


def write_groot(project: Path, themas: int, onderwerpen: int) -> None:
    """Replace the themes of the small handreiking in a folder by this many, with so many topics in all and no example.

    Each topic is related to the next and to the one seven further on; every fifth builds on the one before it.
    Each instrument stands on two topics, eleven apart, and every tenth on three.
    """
    for folder in ("groen", "water", "praktijk"):
        shutil.rmtree(project / "content" / folder)
    names = [f"thema-{number * themas // onderwerpen + 1}/onderwerp-{number + 1}" for number in range(onderwerpen)]
    for number in range(themas):
        _write_page(
            project / "content" / f"thema-{number + 1}" / "index.md",
            {
                "soort": "thema",
                "titel": ("Groen", "Weerbaarheid en preventie", "Wateroverlastbestrijding")[number % 3]
                + f" {number + 1}",
                "samenvatting": "Waar het over gaat.",
                "volgorde": number + 1,
                "icoon": ICONEN[number % len(ICONEN)],
                "kleur": KLEUREN[number % len(KLEUREN)],
            },
        )
    for number, name in enumerate(names):
        _write_page(project / "content" / f"{name}.md", _topic(names, number))
    tools = [_instrument(names, number) for number in range(onderwerpen)]
    (project / "data" / "tools.yaml").write_text(json.dumps(tools), encoding="utf-8")
    for name in ("verwijderd", "zelfscan", "beweringen", "contactpunten"):
        (project / "data" / f"{name}.yaml").write_text("[]\n", encoding="utf-8")
    (project / "content" / "zelfscan.md").unlink()
    (project / "content" / "contact.md").unlink()
    (project / "content" / "over.md").write_text(
        "---\nsoort: over\ntitel: Over\nsamenvatting: Wie dit maakte.\n---\nGemaakt voor proeven.\n", encoding="utf-8"
    )


def _topic(names: list[str], number: int) -> dict[str, object]:
    verwant = []
    for other in (number + 1, number - 1, number + 7, number - 7):
        if 0 <= other < len(names):
            relation = {"onderwerp": names[other], "reden": f"Daar leest u meer over {other + 1}."}
            if abs(other - number) == 1 and max(other, number) % 5 == 0:
                relation["aard"] = "vervolg" if other > number else "basis"
            verwant.append(relation)
    return {
        "soort": "onderwerp",
        "titel": TITELS[number % 7 if number % 7 < len(TITELS) else 0].format(number + 1),
        "samenvatting": "Waar het over gaat.",
        "volgorde": number + 1,
        "verwant": verwant,
        "beoordeeld": "2025-03-01",
        "bronnen": ["weerboek"],
    }


def _instrument(names: list[str], number: int) -> dict[str, object]:
    further = (0, 11, 23) if number % 10 == 0 else (0, 11)
    return {
        "id": f"hulp-{number + 1}",
        "titel": f"Hulpmiddel {number + 1}",
        "uitgever": "knmi",
        "soort": "kaart",
        "toegang": "openbaar",
        "url": f"https://kaart.example.org/{number + 1}",
        "onderwerpen": list(dict.fromkeys(names[(number + step) % len(names)] for step in further)),
        "beschrijving": "Helpt u verder.",
        "toegevoegd": "2025-03-03",
    }


def _write_page(path: Path, kop: dict[str, object]) -> None:
    """Write a page; JSON is YAML too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in kop.items()]
    path.write_text("\n".join(["---", *lines, "---", "Tekst.\n"]), encoding="utf-8")
