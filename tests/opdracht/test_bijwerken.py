"""`--bijwerken`: what is remembered from run to run, and what is believed because of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.links.storingsserver import geef
from tests.opdracht.conftest import BRON, KAART, LOKET, Proef

RUN = ("links", "--bijwerken")
GONE = "De server antwoordt met status 404 (niet gevonden)."
BROKEN = "linkstatus.json is niet te lezen; de geschiedenis van de adressen begint opnieuw"
PRINT = {"titel", "woorden"}
"""What a page is known by; see tests/links."""
FIRST = "linkstatus.json is er nog niet; de geschiedenis van de adressen begint nu"


def remembered(proef: Proef) -> dict[str, Any]:
    """Return what the file holds of each address."""
    whole = json.loads((proef.werkmap.map / "data" / "linkstatus.json").read_text(encoding="utf-8"))
    assert (set(whole), whole["versie"]) == ({"versie", "adressen"}, 1)
    adressen = whole["adressen"]
    assert isinstance(adressen, dict)
    return {key: {n: v for n, v in status.items() if n not in PRINT} for key, status in adressen.items()}


def works(url: str, day: str) -> dict[str, object]:
    """Return what is remembered of an address that works."""
    return {"url": url, "oordeel": "werkt", "gezien": day, "laatst_werkend": day}


def test_gone_is_believed_after_two_runs_on_different_days(proef: Proef) -> None:
    """The first run warns, a second on the same day too; on the next day it is a problem."""
    assert proef.check(*RUN, today="2025-04-01").status == 0
    proef.serve(KAART, geef(404))
    warned = f"data/tools.yaml:1: waarschuwing: {KAART} is kapot: {GONE}\n"
    for _ in range(2):
        done = proef.check(*RUN, today="2025-04-08")
        assert (done.status, done.out) == (0, warned)
    assert remembered(proef) == {
        "instrument/hittekaart": {
            "url": KAART,
            "oordeel": "kapot",
            "gezien": "2025-04-08",
            "laatst_werkend": "2025-04-01",
            "eerste_fout": "2025-04-08",
            "runs": 1,
            "kapot_runs": 1,
        },
        "aanvraag/regenboek": works(LOKET, "2025-04-08"),
        "bron/weerboek": works(BRON, "2025-04-08"),
    }
    done = proef.check(*RUN, today="2025-04-09")
    assert (done.status, done.out) == (1, f"data/tools.yaml:1: {KAART} is kapot: {GONE}\n")
    status = remembered(proef)["instrument/hittekaart"]
    assert (status["eerste_fout"], status["runs"], status["kapot_runs"]) == ("2025-04-08", 2, 2)


def test_without_the_memory_gone_is_a_problem_at_once(proef: Proef) -> None:
    """Only the run that keeps the file waits; without the option nothing is written."""
    proef.serve(KAART, geef(404))
    assert proef.check(*RUN).status == 0
    before = (proef.werkmap.map / "data" / "linkstatus.json").read_bytes()
    assert proef.check("links", today="2025-05-01").status == 1
    assert (proef.werkmap.map / "data" / "linkstatus.json").read_bytes() == before


def test_trouble_is_believed_after_three_runs_over_seven_days(proef: Proef) -> None:
    """A server that does not answer for a week is a problem; one good run in between starts anew."""
    said = "is onzeker: De server antwoordt met status 500 (fout in de server). Dit was poging 3.\n"
    proef.serve(KAART, geef(500))
    runs = [proef.check(*RUN, today=day) for day in ("2025-04-01", "2025-04-02", "2025-04-07", "2025-04-08")]
    assert [run.status for run in runs] == [0, 0, 0, 1]
    assert {run.out for run in runs[:3]} == {f"data/tools.yaml:1: waarschuwing: {KAART} {said}"}
    assert runs[3].out == f"data/tools.yaml:1: {KAART} {said}"
    proef.serve(KAART, geef(200, b"<title>Kaart</title><p>" + b"Waar het in de zomer warm is. " * 9))
    assert proef.check(*RUN, today="2025-04-09").out == ""
    proef.serve(KAART, geef(500))
    assert proef.check(*RUN, today="2025-04-16").status == 0


@pytest.mark.parametrize(
    ("content", "notice"),
    [
        (None, FIRST),
        (b"", BROKEN),
        (b'{"versie": 1, "adr', BROKEN),
        (b"\xff\xfe", BROKEN),
        (b"[" * 100_000, BROKEN),
        (
            b'{"versie": 2, "adressen": {}}',
            "linkstatus.json heeft een andere vorm dan verwacht; de geschiedenis van de adressen begint opnieuw",
        ),
        (
            b'{"versie": 1, "adressen": {"instrument/hittekaart": 3}}',
            "linkstatus.json: 1 van de 1 adressen zijn niet te lezen",
        ),
    ],
    ids=["absent", "empty", "cut off", "no text", "deep", "version", "entry"],
)
def test_a_broken_memory_costs_history_and_is_said(content: bytes | None, notice: str, proef: Proef) -> None:
    """The run goes on, says so at the side, and leaves a file in order."""
    if content is not None:
        proef.werkmap.write("data/linkstatus.json", content)
    proef.serve(KAART, geef(404))
    done = proef.check(*RUN)
    assert (done.status, done.out) == (0, f"data/tools.yaml:1: waarschuwing: {KAART} is kapot: {GONE}\n")
    assert done.err.splitlines().count(notice) == 1
    assert set(remembered(proef)) == {"instrument/hittekaart", "aanvraag/regenboek", "bron/weerboek"}
    assert notice not in proef.check(*RUN).err


def test_what_left_the_data_leaves_the_memory(proef: Proef) -> None:
    """And another address under the same id starts anew."""
    assert proef.check(*RUN, today="2025-04-01").status == 0
    nieuw = "https://kaart.voorbeeld.test/nieuw"
    proef.werkmap.change("data/tools.yaml", KAART, nieuw)
    proef.werkmap.change("data/tools.yaml", f"    url: {LOKET}\n", "")
    proef.serve(nieuw, geef(404))
    assert proef.check(*RUN, today="2025-04-08").status == 0
    assert remembered(proef) == {
        "instrument/hittekaart": {
            "url": nieuw,
            "oordeel": "kapot",
            "gezien": "2025-04-08",
            "eerste_fout": "2025-04-08",
            "runs": 1,
            "kapot_runs": 1,
        },
        "bron/weerboek": works(BRON, "2025-04-08"),
    }
