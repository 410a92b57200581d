"""The command `handreiking`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from handreiking.__main__ import main
from handreiking.soorten.alle import ALLE
from handreiking.soorten.schema import MODELS, PLAATSEN, render_schema
from tests.conftest import FIXTURES, Werkmap
from tests.gelezen import read
from tests.telling import found

TODAY = ("--today", "2025-04-01")


@pytest.fixture
def kapot(werkmap: Werkmap) -> Werkmap:
    """The small handreiking with two problems."""
    werkmap.change("data/tools.yaml", "  nagekeken:", "  nagekken:")
    werkmap.change("content/over.md", "Gemaakt", "# Gemaakt, 100%")
    return werkmap


def test_no_problems_is_status_0(werkmap: Werkmap, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing on the output; what was looked at goes to the side, by kind."""
    status = main(["--project", str(werkmap.map), "check", *TODAY])
    out, err = capsys.readouterr()
    assert (status, out, found(err)) == (0, "", "Geen problemen.\n")
    gelezen = read(werkmap)
    assert err.startswith(f"Bekeken: {len(gelezen.paginas)} pagina's, ")
    for soort in ALLE:
        assert (f" {len(gelezen.van(soort.model))} {soort.meervoud}" in err) == (soort.geteld and not soort.optioneel)


OVER = "een kop met één '#' kan niet: de titel staat al boven aan de pagina; gebruik '##'"
TWEE = "2 problemen.\n"
NAGEKEKEN = (FIXTURES / "klein/data/tools.yaml").read_text("utf-8").split("\n").index("  nagekeken: 2025-03-05") + 1
TOOLS = "onbekend veld 'nagekken'; bedoelde u 'nagekeken'?"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ((), f"content/over.md:6: {OVER}\ndata/tools.yaml:{NAGEKEKEN}: {TOOLS}\n"),
        (("--format", "text"), f"content/over.md:6: {OVER}\ndata/tools.yaml:{NAGEKEKEN}: {TOOLS}\n"),
        (
            ("--format", "github"),
            (
                f"::error file=content/over.md,line=6,title=markdown::{OVER}\n"
                f"::error file=data/tools.yaml,line={NAGEKEKEN},title=veld::{TOOLS}\n"
            ),
        ),
    ],
    ids=["default", "text", "github"],
)
def test_problems_are_status_1(
    form: tuple[str, ...], expected: str, kapot: Werkmap, capsys: pytest.CaptureFixture[str]
) -> None:
    """The problems and nothing else on the output, in the form asked for; their number at the side."""
    status = main(["--project", str(kapot.map), "check", *TODAY, *form])
    out, err = capsys.readouterr()
    assert (status, out, found(err)) == (1, expected, TWEE)


def test_problems_as_json(kapot: Werkmap, capsys: pytest.CaptureFixture[str]) -> None:
    """A program can read them."""
    assert main(["--project", str(kapot.map), "check", *TODAY, "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [outcome for outcome in told if outcome["ernst"] != "goed"] == [
        {
            "soort": "plek",
            "id": "content/over.md:6",
            "url": "",
            "oordeel": "fout",
            "bewijs": OVER,
            "bestand": "content/over.md",
            "regel": 6,
            "ernst": "fout",
            "regelnaam": "markdown",
        },
        {
            "soort": "plek",
            "id": f"data/tools.yaml:{NAGEKEKEN}",
            "url": "",
            "oordeel": "fout",
            "bewijs": TOOLS,
            "bestand": "data/tools.yaml",
            "regel": NAGEKEKEN,
            "ernst": "fout",
            "regelnaam": "veld",
        },
    ]


def test_one_problem_is_one(werkmap: Werkmap, capsys: pytest.CaptureFixture[str]) -> None:
    """Dutch has a singular."""
    werkmap.remove("data/afkortingen.yaml")
    assert main(["--project", str(werkmap.map), "check", *TODAY]) == 1
    out, err = capsys.readouterr()
    assert (out, found(err)) == ("data/afkortingen.yaml:1: dit bestand ontbreekt\n", "1 probleem.\n")


def test_the_project_is_this_folder(
    werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without `--project` the folder one stands in is checked, against the clock."""
    monkeypatch.chdir(werkmap.map)
    assert main(["check"]) == 0
    assert capsys.readouterr().err.startswith("Bekeken: ")


def test_where_there_is_no_handreiking_is_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without content and data, or none at all."""
    expected = f"Niet gecontroleerd: in {tmp_path} is geen handreiking; er is geen map content en data\n"
    assert (main(["--project", str(tmp_path), "check"]), *capsys.readouterr()) == (2, "", expected)
    assert main(["--project", str(tmp_path / "weg"), "check"]) == 2


@pytest.mark.parametrize("arguments", [(), ("chek",), ("check", "--format", "xml"), ("check", "--today", "morgen")])
def test_a_command_that_is_none_is_status_2(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be understood is said at the side."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    out, err = capsys.readouterr()
    assert (stopped.value.code, out) == (2, "")
    assert err.startswith("usage: handreiking")


def test_what_is_no_page_or_cannot_be_read_is_told_as_a_problem(
    werkmap: Werkmap, capsys: pytest.CaptureFixture[str]
) -> None:
    """Folders, dangling links, odd names and other endings, and a data file that is a folder: all in one run."""
    (werkmap.map / "content" / "map.md").mkdir()
    (werkmap.map / "content" / ".#over.md").symlink_to("nergens")
    (werkmap.map / "content" / "README.md").write_text("x", encoding="utf-8")
    (werkmap.map / "content" / "oud.markdown").write_text("x", encoding="utf-8")
    (werkmap.map / "data" / "tools.yaml").unlink()
    (werkmap.map / "data" / "tools.yaml").mkdir()
    name = "een pagina heet naar kleine letters, cijfers en streepjes en eindigt op .md; hernoem het bestand"
    expected = (
        "content/.#over.md:1: dit is geen gewoon bestand; haal het weg\n"
        f"content/README.md:1: {name}\n"
        "content/map.md:1: dit is geen gewoon bestand; haal het weg\n"
        f"content/oud.markdown:1: {name}\n"
        "data/tools.yaml:1: dit bestand ontbreekt\n"
    )
    status = main(["--project", str(werkmap.map), "check", *TODAY])
    out, err = capsys.readouterr()
    assert (status, out, found(err)) == (1, expected, "5 problemen.\n")


def test_source_date_epoch_is_the_day_dates_are_held_against(
    werkmap: Werkmap, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command and the build read one clock; a value that is no number of seconds is said."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert main(["--project", str(werkmap.map), "check"]) == 1
    assert "ligt in de toekomst (vandaag is het 2023-11-14)" in capsys.readouterr().out
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "gisteren")
    said = "Niet gecontroleerd: SOURCE_DATE_EPOCH is 'gisteren'; daar hoort een aantal seconden sinds 1970\n"
    assert (main(["--project", str(werkmap.map), "check"]), *capsys.readouterr()) == (2, "", said)


def test_today_can_be_given(werkmap: Werkmap, capsys: pytest.CaptureFixture[str]) -> None:
    """Dates are held against the day given."""
    assert main(["--project", str(werkmap.map), "check", "--today", "2025-03-05"]) == 1
    assert capsys.readouterr().out == (
        "content/water/regen.md:9: veld 'beoordeeld': de datum 2025-03-06 ligt in de toekomst"
        " (vandaag is het 2025-03-05)\n"
        "data/definities_vastgelegd.json:4: 'hittestress': de datum 2025-03-07 ligt in de toekomst;"
        " schrijf het opnieuw met: handreiking definities vastleggen\n"
        "data/definities_vastgelegd.json:8: 'wadi': de datum 2025-03-07 ligt in de toekomst;"
        " schrijf het opnieuw met: handreiking definities vastleggen\n"
    )


def test_schema_writes_every_schema(werkmap: Werkmap) -> None:
    """What stood there is replaced, what was missing is made."""
    werkmap.write("data/schema/tools.schema.json", "oud")
    assert main(["--project", str(werkmap.map), "schema"]) == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in (werkmap.map / "data" / "schema").iterdir()}
    assert written == {f"{name}.schema.json": render_schema(name) for name in MODELS}


def test_schema_tells_vs_code_of_every_schema(werkmap: Werkmap, capsys: pytest.CaptureFixture[str]) -> None:
    """In its settings where there are any, beside what else they say; what cannot be read stays as it is."""
    path = ".vscode/settings.json"
    werkmap.write(path, '{"files.eol": "\\n", "yaml.schemas": {}}')
    assert main(["--project", str(werkmap.map), "schema"]) == 0
    settings = json.loads((werkmap.map / path).read_text(encoding="utf-8"))
    assert settings == {"files.eol": "\n", "yaml.schemas": PLAATSEN}
    werkmap.write(path, "{} // eigen")
    assert main(["--project", str(werkmap.map), "schema"]) == 1
    assert path in capsys.readouterr().out
    assert (werkmap.map / path).read_text(encoding="utf-8") == "{} // eigen"


def test_a_mistake_in_a_template_is_no_fault_of_the_disk(werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch) -> None:
    """An icon that is nowhere is named; it is raised, since what is wrong is not in the content."""
    monkeypatch.setenv("EXPORT", "nee")
    werkmap.write("overrides/404.html", "{{ svg('material/bestaat-niet') }}")
    with pytest.raises(FileNotFoundError, match="material/bestaat-niet"):
        main(["--project", str(werkmap.map), "bouw", "--uit", str(werkmap.map / "site")])


NASTY = (
    b"",
    b"\0",
    b"\xff\xfe",
    b"---\n",
    b"---\n---\n",
    b"---\n- a\n---\n",
    b"---\nsoort: thema\n---\n[x](https://[)\n",
    b"---\nsoort: {a: b}\ntitel: [a]\n---\n",
    b"- - - - a\n",
    b"- id: [a]\n",
    b"- {}\n",
    b"- null\n",
    b"a\n",
    b"? [a]\n: b\n",
    b"? |\n  a\n  b\n: c\n",
    b'"\\e[31m\\uD800": x\n',
    b'a: "\\uDFFF"\n',
    b'- id: "\\uD800"\n',
    b'---\nsoort: "\\uD800"\n---\n',
    b"%YAML 9.9\n---\na: b\n",
    b"a: !<x> b\n",
    b"a: 'b\n",
    b"{[}",
    b"\xe2\x80\xa8: a\n",
    b"1: 2\n",
    b"- id: knmi\n  naam: {x: !!set {a}}\n",
)


def test_bad_content_never_gives_a_traceback(werkmap: Werkmap, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever stands in whichever file, the command ends with problems in lines of their own."""
    for path in ("content/over.md", "content/groen/index.md", "data/uitgevers.yaml", "data/handreiking.yaml"):
        before = (werkmap.map / path).read_bytes()
        for nasty in NASTY:
            werkmap.write(path, nasty)
            assert main(["--project", str(werkmap.map), "check", *TODAY]) == 1, (path, nasty)
            out, err = capsys.readouterr()
            assert out.splitlines() == [line for line in out.splitlines() if line.startswith(("content", "data/"))]
            count = len(out.splitlines())
            assert found(err) == ("1 probleem.\n" if count == 1 else f"{count} problemen.\n")
        werkmap.write(path, before)
    assert main(["--project", str(werkmap.map), "check", *TODAY]) == 0


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_a_name_that_is_no_text_is_written_by_its_numbers(
    form: str, werkmap: Werkmap, capsys: pytest.CaptureFixture[str]
) -> None:
    """The name of a file is bytes; where these are no letters, the problem still names them."""
    (werkmap.map / "content" / os.fsdecode(b"x\xff.md")).touch()
    assert main(["--project", str(werkmap.map), "check", *TODAY, "--format", form]) == 1
    assert "content/x\\udcff.md" in capsys.readouterr().out.replace("\\\\", "\\")


def test_a_terminal_without_the_letters_shows_their_numbers(kapot: Werkmap) -> None:
    """Where the output is not in UTF-8, nothing is lost and nothing fails."""
    run = subprocess.run(
        [sys.executable, "-m", "handreiking", "--project", str(kapot.map), "check", *TODAY],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    expected = f"content/over.md:6: {OVER}\ndata/tools.yaml:{NAGEKEKEN}: {TOOLS}\n".encode("ascii", "backslashreplace")
    assert (run.returncode, run.stdout, found(run.stderr.decode())) == (1, expected, TWEE)


def test_the_command_is_installed(kapot: Werkmap) -> None:
    """`handreiking` and `python -m handreiking` are the same."""
    [command] = [point for point in entry_points(group="console_scripts") if point.name == "handreiking"]
    assert command.load() is main
    run = subprocess.run(
        [sys.executable, "-m", "handreiking", "--project", str(kapot.map), "check", *TODAY],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    expected = f"content/over.md:6: {OVER}\ndata/tools.yaml:{NAGEKEKEN}: {TOOLS}\n"
    assert (run.returncode, run.stdout.decode(), found(run.stderr.decode())) == (1, expected, TWEE)
