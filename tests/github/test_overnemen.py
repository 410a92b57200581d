"""What came of a form: a proposed change and an answer under it, or only the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from handreiking.__main__ import main
from tests.github.namaak import Namaak

ANTWOORD = "Dank: het instrument is voorgesteld.\n"


def overnemen(folder: Path) -> int:
    """Run the command for issue 12."""
    return main(["github", "overnemen", "--nummer", "12", "--map", str(folder)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an answer, and a data file that the form changed."""
    (tmp_path / "antwoord.md").write_text(ANTWOORD, encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_text("nieuw\n", encoding="utf-8")
    return tmp_path


def test_a_form_in_order_becomes_a_proposal(namaak: Namaak, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On a branch of its own, with the answer under the form."""
    assert overnemen(folder) == 0
    assert capsys.readouterr().out == "voorstel 101 gemaakt; antwoord geplaatst bij 12\n"
    assert namaak.files("instrument-12")["data/a.yaml"] == "nieuw\n"
    assert [(pull["title"], pull["body"]) for pull in namaak.pulls] == [
        ("tools: neem het formulier van melding 12 over", f"{ANTWOORD}\nCloses #12.\n")
    ]
    assert (namaak.reacties, namaak.gestart) == ([(12, ANTWOORD)], [("controle.yml", "instrument-12")])


def test_a_form_with_problems_gets_an_answer_alone(namaak: Namaak, folder: Path) -> None:
    """Nothing is proposed."""
    (folder / "data" / "a.yaml").unlink()
    assert overnemen(folder) == 0
    assert (namaak.reacties, namaak.pulls, list(namaak.takken)) == ([(12, ANTWOORD)], [], ["main"])


def test_only_data_files_are_taken(namaak: Namaak, folder: Path) -> None:
    """A workflow, a script or a file elsewhere cannot come along."""
    for path in (".github/workflows/x.yml", "data/schema/b.yaml", "data/c.sh", "Makefile"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("kwaad\n", encoding="utf-8")
    assert overnemen(folder) == 0
    assert namaak.files("instrument-12") == {"README.md": "lees mij\n", "data/a.yaml": "nieuw\n"}


def test_without_an_answer_nothing_is_posted(namaak: Namaak, folder: Path) -> None:
    """Then the form was not read."""
    (folder / "antwoord.md").unlink()
    assert (overnemen(folder), namaak.gevraagd) == (2, [])
