"""The reports of a run over the addresses: files for a pull request and the weekly run, and progress."""

from __future__ import annotations

import io
import os
import pty
import select
import sys
import termios

import pytest

from tests.links.storingsserver import geef
from tests.opdracht.conftest import KAART, LOKET, Proef

MARKDOWN = f"""## Linkcontrole

1 april 2025. Bekeken: 3 van de 3 adressen, op 3 plaatsen.

| oordeel | aantal |
| --- | ---: |
| werkt | 1 |
| verhuisd | 0 |
| geblokkeerd | 1 |
| onzeker | 0 |
| verdacht | 0 |
| kapot | 1 |
| totaal | 3 |

### Kapot (1)

Zoek het nieuwe adres, of haal het weg.

- `data/tools.yaml:1` `{KAART}`
  `De server antwoordt met status 404 (niet gevonden).`

### Geblokkeerd (1)

De site weigert programma's. Alleen een mens kan zien of de pagina er is.

- `data/tools.yaml:10` `{LOKET}`
  `De server antwoordt met status 403 (geen toegang).`
"""


@pytest.fixture
def gemengd(proef: Proef) -> Proef:
    """One address that is gone, one that refuses, and one that works."""
    proef.serve(KAART, geef(404))
    proef.serve(LOKET, geef(403))
    return proef


def test_the_report_is_written(gemengd: Proef) -> None:
    """Whatever the status, with everything that asks for a look."""
    text = gemengd.werkmap.map / "verslag.md"
    text.write_text("vorige", encoding="utf-8")
    done = gemengd.check("links", "--markdown", str(text))
    assert done.status == 1
    assert text.read_text(encoding="utf-8") == MARKDOWN


def test_a_report_that_cannot_be_written_is_status_2(gemengd: Proef) -> None:
    """The file is named; a run of which the report is lost does not pass."""
    path = gemengd.werkmap.map / "weg" / "verslag.md"
    done = gemengd.check("links", "--markdown", str(path))
    expected = f"{path}: dit is niet te lezen of te schrijven (No such file or directory)"
    assert (done.status, done.out, done.telling) == (2, "", expected)


def test_progress_in_a_log_is_lines(gemengd: Proef) -> None:
    """Each address that asks for a look as it comes, and how far it is; nothing is written over."""
    lines = gemengd.check("links").err.partition("Bekeken:")[0].splitlines()
    assert sorted(line for line in lines if "%" not in line) == [
        f"geblokkeerd: data/tools.yaml:10 {LOKET}: De server antwoordt met status 403 (geen toegang).",
        f"kapot: data/tools.yaml:1 {KAART}: De server antwoordt met status 404 (niet gevonden).",
    ]
    done = [line for line in lines if "%" in line]
    assert [line.partition(";")[0] for line in done] == [
        "30 %: 1 van de 3 adressen",
        "60 %: 2 van de 3 adressen",
        "100 %: 3 van de 3 adressen",
    ]
    assert done[-1] == "100 %: 3 van de 3 adressen; werkt 1, geblokkeerd 1, kapot 1"


@pytest.mark.parametrize(("columns", "bar"), [(80, "[####################] 3/3 "), (40, "3/3 ")])
def test_progress_on_a_terminal_is_a_bar(
    columns: int, bar: str, gemengd: Proef, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, drawn again and again, within the width of the terminal; the table comes below it."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    with io.TextIOWrapper(os.fdopen(theirs, "wb", buffering=0), encoding="utf-8", write_through=True) as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        status = gemengd.check("links").status
        shown = b""
        while select.select([ours], [], [], 0)[0]:
            shown += os.read(ours, 65536)
    os.close(ours)
    first, _, rest = shown.decode().partition("\r\n")
    drawn = first.split("\r")
    assert (status, drawn[0], drawn[-1].rstrip()) == (1, "", f"{bar}werkt 1, geblokkeerd 1, kapot 1"[: columns - 1])
    assert len(drawn) == 1 + 3
    assert max(map(len, drawn)) < columns
    assert rest.startswith("Bekeken: 3 van de 3 adressen, op 3 plaatsen.\r\n")
