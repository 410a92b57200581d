"""`handreiking nieuw`: a new handreiking that builds and passes the checks at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from flit_core.wheel import make_wheel_in

from handreiking.__main__ import main
from handreiking.nieuw.geraamte import SJABLOON
from handreiking.opdracht import nieuw
from handreiking.site.omgeving import SJABLONEN
from handreiking.soorten.alle import ALLE
from handreiking.soorten.paginasoort import PAGINASOORTEN
from handreiking.soorten.schema import MODELS, render_schema
from tests.conftest import ROOT
from tests.site.conftest import build

TODAY = ("--today", "2025-04-01")
NAMEN = ("Veilige wijk", "No", "12:30", '\'t Hart & "ziel": 100% # 1', "@@titel@@ {{ x }} é 漢字", "Привет")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_there_is_one_of_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every data file that has to be there, every schema, every kind of page that needs no other, and what else."""
    folder = tmp_path / "a" / "wijk"
    assert main(["nieuw", "Veilige wijk", "--map", str(folder), *TODAY]) == 0
    assert capsys.readouterr().out == (
        f"{folder}: gemaakt. Lees README.md daarin, of begin met: make -C {ROOT} site MAP={folder}\n"
    )
    made = contents(folder)
    assert {name for name in made if name.startswith("data/")} == {
        "data/definities_vastgelegd.json",
        *(f"data/{soort.bestand}" for soort in ALLE if not soort.optioneel),
        *(f"data/schema/{name}.schema.json" for name in MODELS),
    }
    assert {name for name in made if "/" not in name} == {".gitignore", "README.md", "mkdocs.yml"}
    assert all(made[f"data/schema/{name}.schema.json"].decode() == render_schema(name) for name in MODELS)
    kinds = {next(yaml.safe_load_all(made[name]))["soort"] for name in made if name.startswith("content/")}
    assert kinds == {soort.naam for soort in PAGINASOORTEN} - {soort.pagina for soort in ALLE if soort.optioneel}
    schemas = json.loads(made[".vscode/settings.json"])["yaml.schemas"]
    assert schemas == json.loads((ROOT / ".vscode" / "settings.json").read_bytes())["yaml.schemas"]
    assert not [name for name, raw in made.items() if b"@@" in raw]
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["wijk"]


@pytest.mark.parametrize("naam", NAMEN)
def test_it_passes_every_check_at_once(naam: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the title: no problem and no warning."""
    folder = tmp_path / "nieuw"
    assert main(["nieuw", naam, "--map", str(folder), *TODAY]) == 0
    capsys.readouterr()
    assert main(["check", "--project", str(folder), *TODAY]) == 0
    out, err = capsys.readouterr()
    assert (out, err.partition(". ")[2]) == ("", "Geen problemen.\n")
    assert yaml.safe_load((folder / "data" / "handreiking.yaml").read_bytes())["titel"] == naam
    assert (folder / "README.md").read_text(encoding="utf-8").startswith(f"# {naam}\n")


@pytest.mark.site
def test_it_builds_without_a_warning(tmp_path: Path) -> None:
    """With the templates and the hook of this repository, from a folder with spaces beside it; with its PDFs too."""
    folder = tmp_path / "een map # 1"
    assert main(["nieuw", "Veilige wijk", "--map", str(folder)]) == 0
    made = build(folder / "mkdocs.yml", tmp_path / "site")
    lines = [line for line in made.printed.splitlines() if not line.startswith("INFO ")]
    assert (made.status, lines) == (0, [])
    pages = {path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*.html")}
    assert pages >= {"index.html", "samenwerken/index.html", "samenwerken/overleg.html", "instrumenten.html"}
    assert "Veilige wijk" in (made.folder / "index.html").read_text(encoding="utf-8")
    assert (made.folder / "handreiking.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.site
def test_the_makefile_builds_it(tmp_path: Path) -> None:
    """`make site MAP=…` and `make check MAP=…`, as its README says."""
    folder = tmp_path / "wijk"
    assert main(["nieuw", "Veilige wijk", "--map", str(folder)]) == 0
    old = [part for name in (".venv/site", ".venv/links") for part in ("-o", name)]
    make = ["make", "-s", "-C", str(ROOT), *old, f"BIN={Path(sys.executable).parent}", f"MAP={folder}", "EXPORT=nee"]
    for target in ("site", "check"):
        done = subprocess.run([*make, target], capture_output=True, text=True, check=False, env={**os.environ})
        assert done.returncode == 0, done.stderr
    assert (folder / "site" / "index.html").is_file()


def test_its_folder_is_called_after_its_title(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder one stands in; an empty folder of that name may be there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "veilige-wijk-en-meer").mkdir()
    assert main(["nieuw", "Veilige wijk & méér", *TODAY]) == 0
    assert main(["nieuw", "Привет", *TODAY]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["handreiking", "veilige-wijk-en-meer"]


@pytest.mark.parametrize(
    ("naam", "said"),
    [
        ("", "de naam kan zo niet: hier hoort tekst, maar er staat niets"),
        ("a\nb", "de naam kan zo niet: deze tekst hoort op één regel"),
        ("<b>", "de naam kan zo niet: '<b>' is HTML; hier hoort gewone tekst"),
        ("a\u200bb", "de naam kan zo niet: in de tekst staat een onzichtbaar teken (U+200B); typ de tekst opnieuw"),
        ("Vol", "vol bestaat al en is niet leeg; kies een andere map met --map"),
        ("Bestand", "bestand is een snelkoppeling of een bestand; kies een andere map met --map"),
        ("Koppeling", "koppeling is een snelkoppeling of een bestand; kies een andere map met --map"),
    ],
)
def test_what_cannot_be_made_leaves_everything_as_it_was(
    naam: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A title that is none, a folder with something in it, a file or a link in its place."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "van-mij").touch()
    (tmp_path / "bestand").touch()
    (tmp_path / "koppeling").symlink_to("nergens")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    assert (main(["nieuw", naam, *TODAY]), capsys.readouterr()) == (1, ("", f"{said}\n"))
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


def test_a_failure_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is there whole, or not at all."""
    monkeypatch.setattr(nieuw, "write_vastleggingen", lambda *_: (_ for _ in ()).throw(OSError(28, "vol", "x")))
    assert main(["nieuw", "Wijk", "--map", str(tmp_path / "wijk"), *TODAY]) == 2
    assert list(tmp_path.iterdir()) == []


def test_without_the_templates_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Installed without the rest of the repository there is nothing that a new site could be made with."""
    monkeypatch.setattr(nieuw, "WORTEL", tmp_path)
    assert main(["nieuw", "Wijk", "--map", str(tmp_path / "wijk")]) == 1
    said = f"in {tmp_path} ontbreekt Makefile; werk vanuit een kloon van Handreiking, met alles erin\n"
    assert capsys.readouterr() == ("", said)


@pytest.mark.parametrize("folder", [SJABLOON, SJABLONEN], ids=["nieuw", "site"])
def test_its_texts_are_part_of_the_package(folder: Path, tmp_path: Path) -> None:
    """What is installed has every file that a new handreiking begins with, and that its site is made with."""
    made = make_wheel_in(ROOT / "pyproject.toml", tmp_path).file
    with zipfile.ZipFile(made) as package:
        packed = {name for name in package.namelist() if name.startswith(f"{folder.relative_to(ROOT)}/")}
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    here = {path.relative_to(ROOT).as_posix() for path in files}
    assert packed == here
    assert len(here) > len(MODELS)
