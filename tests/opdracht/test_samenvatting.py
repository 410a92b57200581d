"""The summary of a proposed change: what was added, changed and removed, what is wrong, and how to see it."""

from __future__ import annotations

import pytest

from tests.opdracht.conftest import TOOLS, VANDAAG, Proef
from tests.opdracht.test_gewijzigd import versie

__all__ = ["versie"]

SLOT = """### Zo bekijkt u het resultaat

Onder aan de pagina van deze controle staat bij 'Artifacts' het bestand `site`.
Download het, pak het uit en open `index.html`; de pdf's zitten erin.
"""
NIEUW = """- id: zonnekaart
  titel: Zonnekaart @allemaal
  uitgever: knmi
  soort: boek
  toegang: openbaar
  url: https://kaart.voorbeeld.test/zon
  onderwerpen: [groen/bomen]
  beschrijving: Laat per straat zien waar de meeste zon is.
  toegevoegd: 2025-03-03
"""


def samenvatting(proef: Proef, sinds: str = "HEAD") -> str:
    """Return what the command prints."""
    done = proef.run("--project", str(proef.werkmap.map), "samenvatting", "--sinds", sinds, "--today", VANDAAG)
    assert done.status == 0, done.err
    return done.out


def test_no_change_is_told(versie: Proef) -> None:
    """The data are in order, and nothing was changed."""
    assert samenvatting(versie) == (
        "## Samenvatting\n\nEr is niets veranderd aan de inhoud of de gegevens.\n\n"
        f"### 0 problemen\n\nDe gegevens en teksten zijn in orde.\n\n{SLOT}"
    )


def test_each_kind_of_change_is_told(versie: Proef) -> None:
    """Added, changed with its fields, removed; pages; problems at their line; names of people call nobody."""
    tools = (versie.werkmap.map / TOOLS).read_text(encoding="utf-8")
    first, _, second = tools.partition("- id: regenboek")
    assert second
    versie.werkmap.write(TOOLS, first.replace("het warmst is", "het heetst is").replace("hitte?", "warm?") + NIEUW)
    versie.werkmap.change("content/water/regen.md", "titel: Regen", "titel: Regenwater")
    versie.werkmap.write(
        "data/zoektermen.yaml", "- term: regenbui\n  ook: [wadi, hitte]\n- term: zon\n  ook: [hitte]\n"
    )
    assert samenvatting(versie) == (
        "## Samenvatting\n\n"
        "### Instrument (3)\n\n"
        "- toegevoegd: `zonnekaart` Zonnekaart \\@\u2060allemaal\n"
        "- gewijzigd: `hittekaart` Hittekaart \\& toelichting (`beschrijving`)\n"
        "- verwijderd: `regenboek` Regenboek\n\n"
        "### Zoekterm (1)\n\n"
        "- toegevoegd: `zon` zon\n\n"
        "### Pagina's (1)\n\n"
        "- `content/water/regen.md`\n\n"
        f"### 0 problemen\n\nDe gegevens en teksten zijn in orde.\n\n{SLOT}"
    )


def test_problems_stand_in_it(versie: Proef) -> None:
    """Each with its file and line."""
    versie.werkmap.change(TOOLS, "uitgever: knmi", "uitgever: knmii")
    assert "### 1 probleem\n\n- `data/tools.yaml:3` " in samenvatting(versie)


def test_a_long_list_ends_with_how_many_more(versie: Proef) -> None:
    """A summary stays one that can be read."""
    rows = "".join(f"- term: woord{number}\n  ook: [hitte]\n" for number in range(70))
    versie.werkmap.write("data/zoektermen.yaml", "- term: regenbui\n  ook: [wadi, hitte]\n" + rows)
    text = samenvatting(versie)
    assert text.count("- toegevoegd: ") == 50
    assert "- toegevoegd: `woord49` woord49\n- en nog 20\n" in text


@pytest.mark.parametrize("rev", ["bestaat-niet", "--help"])
def test_an_unknown_version_is_told(versie: Proef, rev: str) -> None:
    """The comparison could not be made, and that does not pass."""
    done = versie.run("--project", str(versie.werkmap.map), "samenvatting", f"--sinds={rev}", "--today", VANDAAG)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("Niet gecontroleerd: ")
