"""A proposed change: one branch, one commit, one pull request, and a check that runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from handreiking.__main__ import main

from .namaak import Namaak


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


def test_the_next_time_brings_it_up_to_date(namaak: Namaak, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The branch starts anew from main, and there is still one pull request; the same files change nothing."""
    voorstel(folder, "data/a.yaml")
    tree = namaak.add_boom({"data/a.yaml": "ander\n"})
    namaak.takken["main"] = namaak.add_commit("tweede", tree, [])
    (folder / "data" / "a.yaml").write_text("nieuwer\n", encoding="utf-8")
    voorstel(folder, "data/a.yaml")
    voorstel(folder, "data/a.yaml")
    assert namaak.files("stand") == {"data/a.yaml": "nieuwer\n"}
    assert namaak.commits[namaak.takken["stand"]]["parents"] == [namaak.takken["main"]]
    assert len(namaak.pulls) == 1
    assert namaak.gestart == [("controle.yml", "stand")] * 2
    said = ["voorstel 101 gemaakt", "voorstel 101 bijgewerkt", "het voorstel op 'stand' staat er al"]
    assert capsys.readouterr().out.splitlines() == said


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
