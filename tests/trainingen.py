"""Trainings and functions for the small handreiking, which has none: kinds whose file may be left out."""

from __future__ import annotations

from pathlib import Path

ROLLEN = """\
- id: boomkijker
  naam: Boomkijker
  omschrijving: Wie in de wijk naar bomen kijkt.
  nodig: Zien of een boom ziek is.
  onderwerpen: [groen/bomen]
  bron: weerboek
- id: dijkwacht
  naam: Dijkwacht
  bron: weerboek
"""
TRAININGEN = """\
- id: bomen-kijken
  titel: Bomen leren kijken
  beschrijving: U leert een zieke boom herkennen.
  aanbieder: waterdijk
  voor_wie: [boomkijker, dijkwacht]
  niveau: basis
  duur: een ochtend
  groep: ten hoogste tien mensen
  aanvragen:
    bij: waterdijk
    hoe: Vraag de les aan het loket.
    mail: les@waterdijk.example.org
    url: https://les.example.org/
  onderwerpen: [groen/bomen]
  bron: weerboek
  stand: 2024-06
  beoordeeld: 2025-03-02
- id: regen-lezen
  instrument: hittekaart
  beschrijving: U leert lezen waar regen blijft.
  voor_wie: [dijkwacht]
  voor_wie_in_woorden: wie op de dijk woont
  onderwerpen: [water/regen]
  bron: weerboek
  stand: 2024-03-15
  stand_in_woorden: voorjaar 2024
  toegevoegd: 2025-03-04
  gewijzigd:
    - op: 2025-03-05
      wat: De les gaat nu ook over sneeuw.
  beoordeeld: 2025-03-05
"""
PAGINA = """\
---
soort: trainingen
titel: Wat u kunt leren
samenvatting: De lessen in de wijk.
---
Kies een les.
"""


def add_trainingen(folder: Path) -> None:
    """Write the functions, the trainings and their page to a copy of the small handreiking."""
    for path, text in (
        ("data/rollen.yaml", ROLLEN),
        ("data/trainingen.yaml", TRAININGEN),
        ("content/trainingen.md", PAGINA),
    ):
        (folder / path).write_text(text, encoding="utf-8")
