"""`security.txt`: what stands in it, and who is told when before it expires."""

from __future__ import annotations

from datetime import date

import pytest

from handreiking.opdracht.inhoud import check_bestanden, check_ouderdom
from handreiking.opdracht.uitkomst import render_uitkomsten
from handreiking.soorten.beveiliging import Beveiliging, render_securitytxt
from tests.conftest import VANDAAG, Werkmap

MEND = "kijk of 'melden' nog klopt en kies een dag binnen een jaar"
MELDPUNT = Beveiliging.model_construct(melden="lek@waterdijk.example.org", verloopt=date(2026, 3, 1))


def add_meldpunt(werkmap: Werkmap, verloopt: str) -> None:
    """Add to the small handreiking where to report a weak spot, on the last lines of its file."""
    path = werkmap.map / "data" / "handreiking.yaml"
    beveiliging = f"beveiliging:\n  melden: lek@waterdijk.example.org\n  verloopt: {verloopt}\n"
    werkmap.write("data/handreiking.yaml", path.read_text(encoding="utf-8") + beveiliging)


def test_the_file_is_as_the_standard_has_it() -> None:
    """RFC 9116: where to report, until when it holds, the language, and its own address where that is known."""
    text = (
        "# Een lek in deze site gevonden? Meld het hier, en wacht met vertellen tot het is gedicht.\n"
        "Contact: mailto:lek@waterdijk.example.org\n"
        "Expires: 2026-03-01T00:00:00Z\n"
        "Preferred-Languages: nl\n"
    )
    canonical = "Canonical: https://wijk.example.org/.well-known/security.txt\n"
    assert render_securitytxt(MELDPUNT, "") == text
    assert render_securitytxt(MELDPUNT, "https://wijk.example.org/") == text + canonical


@pytest.mark.parametrize(
    ("verloopt", "told"),
    [
        ("2026-04-03", "waarschuwing: security.txt hoort hooguit een jaar te gelden; kies een eerdere dag"),
        ("2026-04-02", ""),
        ("2025-05-02", ""),
        ("2025-05-01", f"waarschuwing: over 30 dagen geldt security.txt niet meer; {MEND}"),
        ("2025-04-02", f"waarschuwing: over 1 dag geldt security.txt niet meer; {MEND}"),
        ("2025-04-01", f"security.txt geldt sinds 1 april 2025 niet meer; {MEND}"),
        ("2020-01-01", f"security.txt geldt sinds 1 januari 2020 niet meer; {MEND}"),
    ],
)
def test_an_editor_is_told_in_time(werkmap: Werkmap, verloopt: str, told: str) -> None:
    """A month ahead a warning, from the day itself a fault; more than a year ahead is too far. The build goes on."""
    add_meldpunt(werkmap, verloopt)
    _, gelezen = check_bestanden(werkmap.project, VANDAAG)
    found = [u for u in check_ouderdom(gelezen) if u.bestand == "data/handreiking.yaml"]
    lines = [f"data/handreiking.yaml:12: {told}\n"] if told else []
    assert render_uitkomsten(found, "text").splitlines(keepends=True) == lines
    assert werkmap.handreiking().beveiliging is not None


def test_without_a_place_to_report_there_is_no_file_and_nothing_to_tell(werkmap: Werkmap) -> None:
    """The field may be left out."""
    assert werkmap.handreiking().beveiliging is None
    _, gelezen = check_bestanden(werkmap.project, date(2030, 1, 1))
    assert [u for u in check_ouderdom(gelezen) if u.bestand == "data/handreiking.yaml"] == []
