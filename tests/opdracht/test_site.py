"""`--site`: the links of a built site beside the addresses of the data."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.links.proefsite import write_site
from tests.links.storingsserver import stuur_door
from tests.opdracht.conftest import KAART, Proef

DEAD = "link 'wge.html' bestaat niet op deze site (antwoord 404); verbeter het adres of haal het weg"


@pytest.fixture
def site(proef: Proef) -> Path:
    """A built site of three pages, one with a source; every link works."""
    return write_site(
        proef.werkmap.map / "site",
        {
            "index.html": '<a href="over.html">Over</a><a href="los.html">Los</a>',
            "over.html": f'<a href="index.html">Begin</a><a href="water/regen.html">Regen</a><a href="{KAART}">x</a>',
            "water/regen.html": "<p id=a>x</p>",
            "los.html": "x",
        },
    )


def change(site: Path, page: str, old: str, new: str) -> None:
    """Replace a piece of a page of the site."""
    text = (site / page).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (site / page).write_text(text.replace(old, new), encoding="utf-8")


def test_a_site_in_order(proef: Proef, site: Path) -> None:
    """It counts the pages and addresses of the site too."""
    done = proef.check("links", "--site", str(site))
    assert (done.status, done.out, done.telling) == (
        0,
        "",
        "Bekeken: 3 adressen van de 3 adressen; 4 pagina's en 4 adressen van de site. Geen problemen.",
    )


def test_a_dead_link_is_a_problem(proef: Proef, site: Path) -> None:
    """At the line of the source where that has it, else of the built page; a place that is not there too."""
    proef.werkmap.change("content/over.md", "zie ook [Regen](water/regen.md)", "zie ook [Begin](wge.html)")
    change(site, "over.html", "index.html", "wge.html")
    change(site, "index.html", "los.html", "los.html#nergens")
    done = proef.check("links", "--site", str(site), "--format", "github")
    anchor = "link 'los.html#nergens': op die pagina is geen plek 'nergens'; kies een plek die er is, of haal"
    anchor += " alles vanaf '#' weg"
    assert (done.status, done.out) == (
        1,
        (
            f"::error file=content/over.md,line=6,title=site-links::{DEAD}\n"
            f"::error file=site/index.html,line=3,title=site-anchors::{anchor}\n"
        ),
    )


def test_addresses_elsewhere_go_behind_the_guard(proef: Proef, site: Path) -> None:
    """LinkChecker sees the inside alone; what a text links to is looked at as the data are, and told at its line."""
    proef.werkmap.change(
        "content/over.md", "zie ook [Regen](water/regen.md)", "zie [dit](https://tekst.voorbeeld.test/x)"
    )
    proef.serve("https://tekst.voorbeeld.test/x", stuur_door(302, "https://127.0.0.1/geheim"))
    done = proef.check("links", "--site", str(site))
    assert done.status == 1
    assert "content/over.md:6: https://tekst.voorbeeld.test/x is kapot: 127.0.0.1 is geen openbaar adres." in done.out
    assert proef.server.verboden == []


def test_a_folder_without_pages_is_status_2(proef: Proef) -> None:
    """A site that was not built has no dead links, and that is no 0."""
    folder = proef.werkmap.map / "leeg"
    done = proef.check("links", "--site", str(folder))
    expected = f"Niet gecontroleerd: In {folder} staat geen enkele pagina; bouw eerst de site."
    assert (done.status, done.out, done.telling) == (2, "", expected)


def test_without_linkchecker_is_status_2(
    proef: Proef, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that is not there, or does nothing, has looked at nothing."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    done = proef.check("links", "--site", str(site))
    expected = "Niet gecontroleerd: LinkChecker kon niet draaien (FileNotFoundError); installeer het met:"
    expected += " pip install LinkChecker."
    assert (done.status, done.out, done.telling) == (2, "", expected)
    command = tmp_path / "linkchecker"
    command.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    command.chmod(0o755)
    done = proef.check("links", "--site", str(site))
    assert (done.status, done.out, done.telling.startswith("Niet gecontroleerd: LinkChecker liep vast")) == (
        2,
        "",
        True,
    )
