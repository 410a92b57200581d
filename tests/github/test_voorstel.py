"""A proposed change: one branch, one commit, one pull request, and a check that runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from handreiking.__main__ import main
from tests.github.namaak import Namaak


def voorstel(folder: Path, *files: str) -> int:
    """Run the command for files in a folder."""
    (folder / "tekst.md").write_text("Wat dit is.\n", encoding="utf-8")
    argv = ["github", "voorstel", "--tak", "stand", "--titel", "links: stand van de week", "--map", str(folder)]
    return main([*argv, "--tekst", str(folder / "tekst.md"), *files])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a changed file."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_text("nieuw: é\n", encoding="utf-8")
    return tmp_path


def test_the_first_time_makes_everything(namaak: Namaak, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Main stays as it was; the branch has the new file beside the others, and its check was started."""
    main_before = namaak.takken["main"]
    assert voorstel(folder, "data/a.yaml") == 0
    assert capsys.readouterr().out == "voorstel 101 gemaakt\n"
    assert namaak.takken["main"] == main_before
    assert namaak.files("main")["data/a.yaml"] == "oud\n"
    assert namaak.files("stand") == {"README.md": "lees mij\n", "data/a.yaml": "nieuw: é\n"}
    assert namaak.commits[namaak.takken["stand"]]["parents"] == [main_before]
    said = {"title": "links: stand van de week", "body": "Wat dit is.\n"}
    assert namaak.pulls == [{"number": 101, **said, "head": "stand", "base": "main"}]
    assert namaak.gestart == [("controle.yml", "stand")]


def test_the_next_time_brings_it_up_to_date(
    namaak: Namaak, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The branch starts anew from what is checked out, with one pull request; the same files change nothing."""
    voorstel(folder, "data/a.yaml")
    namaak.takken["main"] = namaak.add_commit("tweede", namaak.add_boom({"data/a.yaml": "ander\n"}), [])
    monkeypatch.setenv("GITHUB_SHA", namaak.takken["main"])
    (folder / "data" / "a.yaml").write_text("nieuwer\n", encoding="utf-8")
    voorstel(folder, "data/a.yaml")
    voorstel(folder, "data/a.yaml")
    assert namaak.files("stand") == {"data/a.yaml": "nieuwer\n"}
    assert namaak.commits[namaak.takken["stand"]]["parents"] == [namaak.takken["main"]]
    assert len(namaak.pulls) == 1
    assert namaak.gestart == [("controle.yml", "stand")] * 2
    said = ["voorstel 101 gemaakt", "voorstel 101 bijgewerkt", "het voorstel op 'stand' staat er al"]
    assert capsys.readouterr().out.splitlines() == said


def test_what_was_merged_meanwhile_is_not_undone(namaak: Namaak, folder: Path) -> None:
    """The commit stands on the one that the files were made from, so git merges or shows the conflict."""
    made_from = namaak.takken["main"]
    namaak.takken["main"] = namaak.add_commit("tussendoor", namaak.add_boom({"data/a.yaml": "ander\n"}), [made_from])
    assert voorstel(folder, "data/a.yaml") == 0
    assert namaak.commits[namaak.takken["stand"]]["parents"] == [made_from]


def test_a_run_that_stopped_half_way_is_finished_by_the_next(namaak: Namaak, folder: Path) -> None:
    """The branch was made and the pull request refused: once that is allowed, it is opened and checked."""
    namaak.faal["POST pulls"] = 403
    assert voorstel(folder, "data/a.yaml") == 2
    assert ("stand" in namaak.takken, namaak.pulls) == (True, [])
    namaak.faal.clear()
    assert voorstel(folder, "data/a.yaml") == 0
    assert ([pull["head"] for pull in namaak.pulls], namaak.gestart) == (["stand"], [("controle.yml", "stand")])


def test_a_closed_pull_request_does_not_count(namaak: Namaak, folder: Path) -> None:
    """Who closed one gets a new one with the next run, not silence."""
    voorstel(folder, "data/a.yaml")
    namaak.pulls[0]["state"] = "closed"
    voorstel(folder, "data/a.yaml")
    assert [pull.get("state", "open") for pull in namaak.pulls] == ["closed", "open"]


def test_nothing_changed_proposes_nothing(namaak: Namaak, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files that are on main already make no branch."""
    (folder / "data" / "a.yaml").write_text("oud\n", encoding="utf-8")
    assert voorstel(folder, "data/a.yaml") == 0
    assert capsys.readouterr().out == "niets voor te stellen: de bestanden zijn al zo\n"
    assert (list(namaak.takken), namaak.pulls, namaak.gestart) == (["main"], [], [])


def test_a_missing_file_asks_nothing_of_github(
    namaak: Namaak, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is named, and nothing was made."""
    assert voorstel(folder, "data/weg.yaml") == 2
    missing = folder / "data" / "weg.yaml"
    said = f"Niet gecontroleerd: {missing} is er niet; de opdracht die het maakt, heeft niet gedraaid\n"
    assert (capsys.readouterr().err, namaak.gevraagd) == (said, [])


def test_without_names_it_takes_the_texts_and_the_data(namaak: Namaak, folder: Path) -> None:
    """All that lie there, and nothing else; of nothing it makes nothing."""
    (folder / "content").mkdir()
    (folder / "content" / "b.md").write_text("tekst", encoding="utf-8")
    (folder / "Makefile").write_text("x", encoding="utf-8")
    assert voorstel(folder) == 0
    assert set(namaak.files("stand")) == {"README.md", "content/b.md", "data/a.yaml"}


def test_of_nothing_it_proposes_nothing(namaak: Namaak, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A week in which nothing moved asks nothing."""
    assert voorstel(tmp_path) == 0
    assert capsys.readouterr().out == "niets voor te stellen\n"
    assert "stand" not in namaak.takken
