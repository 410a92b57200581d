"""The memory from run to run: what is believed when, and a file that may break without breaking anything."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from handreiking.links.controle import Verslag
from handreiking.links.doel import Doel, Oordeel, Uitslag
from handreiking.links.drempels import Drempels
from handreiking.links.geheugen import (
    Geheugen,
    load_geheugen,
    niet_bereikbaar_sinds,
    render_geheugen,
    update_geheugen,
    vraagt_blik,
    write_geheugen,
)

DOEL = Doel("instrument", "symbolenbank", "https://symbolenbank.nl/", "data/tools.yaml", 3)
DAG = date(2026, 11, 2)
D = Drempels()
W, V, G, X, K = Oordeel.WERKT, Oordeel.VERHUISD, Oordeel.GEBLOKKEERD, Oordeel.VERDACHT, Oordeel.KAPOT
T = Oordeel.ONZEKER


def verslag(oordeel: Oordeel, doel: Doel = DOEL, *, bekeken: bool = True) -> Verslag:
    """Return the report of a run that looked at one address."""
    return Verslag((Uitslag(doel, oordeel, "", bekeken=bekeken),), 1, 1, False, ())


def remember(*runs: tuple[int, Oordeel]) -> tuple[Geheugen, date]:
    """Return the memory after runs on these days (from the first), and the last day."""
    geheugen: Geheugen = {}
    for day, oordeel in runs:
        geheugen = update_geheugen(geheugen, verslag(oordeel), DAG + timedelta(day), D)
    return geheugen, DAG + timedelta(runs[-1][0])


@pytest.mark.parametrize(
    ("runs", "sinds"),
    [
        ([(0, K)], None),
        ([(0, K), (7, K)], 0),
        ([(0, K), (0, K)], None),
        ([(0, W), (7, K), (14, K)], 7),
        ([(0, K), (7, W), (14, K)], None),
        ([(0, T), (7, T)], None),
        ([(0, T), (7, T), (14, T)], 0),
        ([(0, T), (1, T), (2, T)], None),
        ([(0, T), (3, T), (7, T)], 0),
        ([(0, T), (7, K)], None),
        ([(0, T), (7, K), (14, K)], 0),
        ([(0, K), (7, T), (14, K)], 0),
        ([(0, K), (7, G), (14, K)], None),
        ([(0, K), (7, X), (14, K)], None),
        ([(0, K), (7, K), (14, V)], None),
        ([(0, T), (0, K), (7, K)], 0),
    ],
)
def test_when_a_failure_is_believed(runs: list[tuple[int, Oordeel]], sinds: int | None) -> None:
    """Kapot after two runs, onzeker after three over seven days, each counted from the first failure."""
    geheugen, today = remember(*runs)
    expected = None if sinds is None else DAG + timedelta(sinds)
    assert niet_bereikbaar_sinds(geheugen[DOEL.sleutel], today, D) == expected


def test_last_time_it_worked() -> None:
    """It stays through failures, and only working moves it."""
    geheugen, _ = remember((0, V), (7, W), (14, T), (21, G), (28, X), (35, K))
    status = geheugen[DOEL.sleutel]
    assert (status.laatst_werkend, status.eerste_fout, status.runs) == (
        DAG + timedelta(7),
        DAG + timedelta(35),
        1,
    )


def test_a_run_without_network_changes_nothing() -> None:
    """What was not really looked at keeps its history, and gets none."""
    geheugen, today = remember((0, W), (7, K))
    assert update_geheugen(geheugen, verslag(T, bekeken=False), today + timedelta(7), D) == geheugen
    assert update_geheugen({}, verslag(T, bekeken=False), today, D) == {}


def test_another_address_begins_anew() -> None:
    """An editor who mends an address does not inherit its failures; one who moves the record in its file keeps them."""
    geheugen, today = remember((0, K), (7, K))
    moved = replace(DOEL, regel=99, bestand="data/andere.yaml")
    assert update_geheugen(geheugen, verslag(K, moved), today, D)[DOEL.sleutel].runs == 2
    mended = replace(DOEL, url="https://symbolenbank.nl/nieuw")
    status = update_geheugen(geheugen, verslag(K, mended), today, D)[DOEL.sleutel]
    assert (status.runs, status.eerste_fout, status.laatst_werkend) == (1, today, None)


def test_a_record_that_left_is_forgotten() -> None:
    """The memory holds what is in the data."""
    geheugen, today = remember((0, W))
    assert set(update_geheugen(geheugen, verslag(W, replace(DOEL, id="ander")), today, D)) == {"instrument/ander"}


def test_the_suggested_copy_stays() -> None:
    """A kept copy is remembered until the address changes."""
    geheugen, today = remember((0, K))
    kept = {DOEL.sleutel: replace(geheugen[DOEL.sleutel], voorgesteld_archief="https://web.archive.org/web/1/x")}
    again = update_geheugen(kept, verslag(K), today + timedelta(7), D)
    assert again[DOEL.sleutel].voorgesteld_archief == "https://web.archive.org/web/1/x"


def test_file_round_trip(tmp_path: Path) -> None:
    """What is written is read back, the same bytes for the same memory, and no other file stays behind."""
    path = tmp_path / "linkstatus.json"
    geheugen, _ = remember((0, W), (7, K))
    geheugen = {"instrument/z": geheugen[DOEL.sleutel], **geheugen}
    write_geheugen(path, geheugen)
    first = path.read_bytes()
    assert load_geheugen(path) == (geheugen, None)
    write_geheugen(path, dict(reversed(geheugen.items())))
    assert path.read_bytes() == first
    assert [one.name for one in tmp_path.iterdir()] == ["linkstatus.json"]
    assert list(json.loads(first)["adressen"]) == ["instrument/symbolenbank", "instrument/z"]


def test_a_failed_write_leaves_the_previous_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is replaced whole or not at all."""
    path = tmp_path / "linkstatus.json"
    path.write_text("oud", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_geheugen(path, {})
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [("linkstatus.json", "oud")]


def test_missing_file(tmp_path: Path) -> None:
    """The first run has no memory, and says so."""
    assert load_geheugen(tmp_path / "linkstatus.json") == (
        {},
        "linkstatus.json is er nog niet; de geschiedenis van de adressen begint nu",
    )


@pytest.mark.parametrize(
    "text",
    ["", "{", "<<<<<<< HEAD", "[]", "null", '{"versie": 2, "adressen": {}}', '{"versie": 1}', "[" * 100_000, "\udcff"],
)
def test_broken_file(text: str, tmp_path: Path) -> None:
    """A file that is damaged or of another version costs history, and is said."""
    path = tmp_path / "linkstatus.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    geheugen, notice = load_geheugen(path)
    assert geheugen == {}
    assert notice is not None
    assert "begint opnieuw" in notice


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("oordeel", "mooi"),
        ("gezien", None),
        ("gezien", "gisteren"),
        ("runs", "2"),
        ("runs", True),
        ("laatst_werkend", 20261102),
        ("url", None),
        ("voorgesteld_archief", 1),
        ("extra", "veld"),
    ],
)
def test_one_broken_record(name: str, value: object, tmp_path: Path) -> None:
    """Of a damaged record only its own history is lost."""
    path = tmp_path / "linkstatus.json"
    geheugen, _ = remember((0, W), (7, K))
    whole = json.loads(render_geheugen({**geheugen, "instrument/z": geheugen[DOEL.sleutel]}))
    whole["adressen"]["instrument/z"][name] = value
    path.write_text(json.dumps(whole), encoding="utf-8")
    assert load_geheugen(path) == (geheugen, "linkstatus.json: 1 van de 2 adressen zijn niet te lezen")


def test_a_page_that_refuses_programs_wants_a_look() -> None:
    """A person's look is good for 180 days; other verdicts ask for none."""
    assert vraagt_blik(G, None, DAG, D)
    assert vraagt_blik(G, DAG - timedelta(181), DAG, D)
    assert not vraagt_blik(G, DAG - timedelta(180), DAG, D)
    assert not vraagt_blik(K, None, DAG, D)
