"""A built folder takes the place of the previous one, whole or not at all."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import NoReturn

import pytest

from handreiking.basis.publicatie import write_in_place

PREVIOUS = {"index.html": "vorige", "oud/index.html": "oud"}
BUILT = {"index.html": "nieuw", "nieuw/index.html": "nieuw"}


def fill(folder: Path, files: dict[str, str]) -> Path:
    """Make a folder with these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, str]:
    """Return the text of every file by its path."""
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in folder.rglob("*") if p.is_file()}


def names(folder: Path) -> list[str]:
    """Return what lies in a folder, also what is hidden."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without renameat2."""
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())


def test_the_first_build_makes_the_folder(tmp_path: Path) -> None:
    """Where there was nothing, the folder and those around it come to be."""
    built = fill(tmp_path / "bouw", BUILT)
    write_in_place(built, tmp_path / "a" / "b" / "site")
    assert contents(tmp_path) == {f"a/b/site/{name}": text for name, text in BUILT.items()}
    assert names(tmp_path) == ["a"]


def test_a_build_replaces_the_previous_whole(tmp_path: Path) -> None:
    """Nothing of the previous one is left, in the folder or beside it."""
    write_in_place(fill(tmp_path / "bouw", BUILT), fill(tmp_path / "site", PREVIOUS))
    assert contents(tmp_path / "site") == BUILT
    assert names(tmp_path) == ["site"]


def test_at_no_moment_is_there_no_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the kernel can exchange two folders, none is renamed away first."""

    def renamed(*_: object) -> NoReturn:
        pytest.fail("a folder was renamed")

    probe = ctypes.CDLL(None, use_errno=True)
    one, other = tmp_path / "een", tmp_path / "ander"
    one.mkdir()
    other.mkdir()
    if not hasattr(probe, "renameat2") or probe.renameat2(-100, bytes(one), -100, bytes(other), 2) != 0:
        pytest.skip("this file system cannot exchange two folders")
    built, target = fill(tmp_path / "bouw", BUILT), fill(tmp_path / "site", PREVIOUS)
    monkeypatch.setattr(Path, "rename", renamed)
    write_in_place(built, target)
    assert contents(target) == BUILT
    assert names(tmp_path) == ["ander", "een", "site"]


@pytest.mark.usefixtures("no_exchange")
def test_without_exchange_the_previous_is_put_aside(tmp_path: Path) -> None:
    """The result is the same, and what an interrupted run left aside is cleared away."""
    fill(tmp_path / ".site.vorige", {"rest.html": "rest"})
    write_in_place(fill(tmp_path / "bouw", BUILT), fill(tmp_path / "site", PREVIOUS))
    assert contents(tmp_path / "site") == BUILT
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("system", ["as it is", "without exchange"])
def test_a_failure_keeps_the_previous(system: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """A build that is not there raises, and the previous site stands as it stood."""
    if system == "without exchange":
        request.getfixturevalue("no_exchange")
    target = fill(tmp_path / "site", PREVIOUS)
    with pytest.raises(FileNotFoundError):
        write_in_place(tmp_path / "bouw", target)
    assert contents(target) == PREVIOUS
    assert names(tmp_path) == ["site"]
