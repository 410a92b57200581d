"""The standing issue: made, brought up to date, closed and opened again; never two of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from handreiking.__main__ import main
from handreiking.github.melding import MAX_LETTERS
from tests.github.namaak import Namaak

TITEL, LABEL = "Wekelijkse controle", "controle"


def melding(tmp_path: Path, tekst: str) -> int:
    """Run the command with a report."""
    report = tmp_path / "melding.md"
    report.write_text(tekst, encoding="utf-8")
    return main(["github", "melding", "--titel", TITEL, "--label", LABEL, "--tekst", str(report)])


def issue(number: int, state: str, body: str, titel: str = TITEL, **more: object) -> dict[str, object]:
    """Return an issue as GitHub has it."""
    return {"number": number, "state": state, "title": titel, "labels": [LABEL], "body": body, **more}


def test_the_first_report_makes_an_issue(namaak: Namaak, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It has the fixed title, the label and the text, and nothing else was asked of GitHub."""
    assert melding(tmp_path, "- een\n") == 0
    assert namaak.issues == [issue(1, "open", "- een\n")]
    assert namaak.gevraagd == ["GET issues", "POST issues"]
    assert capsys.readouterr().out == "melding 1 gemaakt\n"


def test_the_next_report_changes_that_issue(namaak: Namaak, tmp_path: Path) -> None:
    """The same issue says the new text; a report that is the same changes nothing."""
    melding(tmp_path, "- een\n")
    melding(tmp_path, "- twee\n")
    melding(tmp_path, "- twee\n")
    assert namaak.issues == [issue(1, "open", "- twee\n")]
    assert namaak.gevraagd[2:] == ["GET issues", "PATCH issues/1", "GET issues"]


def test_a_clean_report_closes_it_and_the_next_opens_it_again(
    namaak: Namaak, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stays one issue all the time; while it is closed, a clean report asks for nothing."""
    for tekst in ("- een\n", "", "", "- drie\n"):
        assert melding(tmp_path, tekst) == 0
    assert [(one["number"], one["state"], one["body"]) for one in namaak.issues] == [(1, "open", "- drie\n")]
    said = ["melding 1 gemaakt", "melding 1 gesloten", "niets te melden", "melding 1 bijgewerkt"]
    assert capsys.readouterr().out.splitlines() == said


def test_of_more_than_one_the_oldest_open_one_is_kept(namaak: Namaak, tmp_path: Path) -> None:
    """The others are closed; what has another title, or is a pull request, is left alone."""
    other = issue(3, "open", "x", titel="Iets anders")
    pull = issue(4, "open", "x", pull_request={})
    namaak.issues += [issue(2, "open", "oud"), issue(1, "closed", "ouder"), dict(other), dict(pull)]
    namaak.issues.append(issue(5, "open", "dubbel"))
    melding(tmp_path, "nieuw\n")
    assert [(one["number"], one["state"], one["body"]) for one in namaak.issues] == [
        (2, "open", "nieuw\n"),
        (1, "closed", "ouder"),
        (3, "open", "x"),
        (4, "open", "x"),
        (5, "closed", "dubbel"),
    ]


def test_it_is_found_beyond_the_first_hundred(namaak: Namaak, tmp_path: Path) -> None:
    """A listing goes on after a full page."""
    namaak.issues += [issue(number, "closed", "x", titel=f"Los {number}") for number in range(1, 151)]
    namaak.issues.append(issue(151, "open", "oud"))
    melding(tmp_path, "nieuw\n")
    assert len(namaak.issues) == 151
    assert namaak.issues[150]["body"] == "nieuw\n"


def test_a_long_report_is_cut_after_a_whole_line(namaak: Namaak, tmp_path: Path) -> None:
    """GitHub takes it, and it says that there is more."""
    line = "- " + "a" * 97 + "\n"
    melding(tmp_path, line * 1000)
    body = namaak.issues[0]["body"]
    kept, _, rest = body.partition("\n\n")
    assert len(body) < MAX_LETTERS + 200
    assert kept.splitlines() == [line.strip()] * 600
    assert rest == "De rest past hier niet; het hele verslag staat bij de uitkomst van de workflow.\n"


def test_a_report_that_was_not_made_is_not_a_clean_one(
    namaak: Namaak, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The open issue stays open, and the command says what did not run."""
    namaak.issues.append(issue(1, "open", "oud"))
    missing = tmp_path / "weg.md"
    assert main(["github", "melding", "--titel", TITEL, "--label", LABEL, "--tekst", str(missing)]) == 2
    assert (namaak.issues[0]["state"], namaak.gevraagd) == ("open", [])
    said = f"Niet gecontroleerd: {missing} is er niet; de opdracht die het maakt, heeft niet gedraaid\n"
    assert capsys.readouterr().err == said


@pytest.mark.parametrize("what", ["GET issues", "POST issues"])
def test_a_refusal_is_told(namaak: Namaak, tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str) -> None:
    """What GitHub said is passed on; the run does not pass, and the token is nowhere."""
    namaak.faal[what] = 403
    assert melding(tmp_path, "- een\n") == 2
    said = capsys.readouterr()
    path = "issues?labels=controle&state=all&per_page=100&page=1" if what.startswith("GET") else "issues"
    refused = f"GitHub weigert {what.partition(' ')[0]} {path}: 403 Resource not accessible by integration"
    assert (said.out, said.err) == ("", f"Niet gecontroleerd: {refused}\n")


def test_outside_a_workflow_it_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is missing is named; plain http is refused but for this machine."""
    for name in ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_SHA", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    assert melding(tmp_path, "x") == 2
    monkeypatch.setenv("GITHUB_API_URL", "http://api.example.org")
    monkeypatch.setenv("GITHUB_REPOSITORY", "a/b")
    monkeypatch.setenv("GITHUB_SHA", "0123")
    monkeypatch.setenv("GITHUB_TOKEN", "t")
    assert melding(tmp_path, "x") == 2
    missing = "GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_TOKEN"
    assert capsys.readouterr().err.splitlines() == [
        f"Niet gecontroleerd: deze opdracht hoort in een workflow op GitHub; er is geen {missing}",
        "Niet gecontroleerd: GITHUB_API_URL 'http://api.example.org' begint niet met https://",
    ]


def test_an_answer_stands_under_its_issue(namaak: Namaak, tmp_path: Path) -> None:
    """The text of the file, once."""
    text = tmp_path / "antwoord.md"
    text.write_text("Het adres staat er al.\n", encoding="utf-8")
    assert main(["github", "antwoord", "--nummer", "7", "--tekst", str(text)]) == 0
    assert namaak.reacties == [(7, "Het adres staat er al.\n")]
