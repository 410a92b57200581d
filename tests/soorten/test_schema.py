"""The schemas for editors: made from the loader's fields, and of one mind with it as far as they can be."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from handreiking.soorten.schema import MODELS, render_schema
from tests.conftest import FIXTURES, ROOT
from tests.keuring import check_jsonschema
from tests.tabel import load_cases

SCHEMAS = ROOT / "data" / "schema"
GEVALLEN = load_cases(ROOT / "tests" / "regels")
# What the loader refuses and JSON Schema lets pass: the word in the tables, and the reason.
REDENEN = {
    "elders": "it stands elsewhere whether this is right",
    "ander veld": "one field decides about another",
    "dagen": "a schema does not know what days there are",
    "letters": "the letters of a text",
    "commentaar": "a comment is no part of the values",
    "yaml": "editors read YAML 1.2, or take the values after YAML's own means have been worked out",
}


def refused(name: str, files: list[Path]) -> set[Path]:
    """Return the files that check-jsonschema refuses for one data file."""
    # An editor takes `uri` loosely, as the loader does; which libraries of strict ones lie here is chance.
    options = ["--disable-formats", "uri", "--schemafile", str(SCHEMAS / f"{name}.schema.json")]
    report = check_jsonschema(*options, *map(str, files))
    return {Path(problem["filename"]) for kind in ("errors", "parse_errors") for problem in report.get(kind, ())}


def test_an_editor_finds_the_schema_of_each_data_file() -> None:
    """VS Code knows them from its settings, for files without the line that names theirs too."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {f"./data/schema/{name}.schema.json": f"data/{name}.yaml" for name in MODELS}


@pytest.mark.parametrize("name", MODELS)
def test_the_schema_in_the_repository_is_the_loaders(name: str) -> None:
    """`make schema` has been run since the fields last changed."""
    assert (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8") == render_schema(name)


def test_there_is_a_schema_for_each_data_file_and_no_other() -> None:
    """A new data file gets one; one that goes away leaves none behind."""
    assert {path.name.removesuffix(".schema.json") for path in SCHEMAS.iterdir()} == set(MODELS)
    assert {path.stem for path in (ROOT / "data").glob("*.yaml")} <= set(MODELS)


@pytest.mark.parametrize("name", MODELS)
def test_an_editor_underlines_what_is_wrong_and_that_alone(name: str, tmp_path: Path) -> None:
    """It takes whatever the loader takes; of what the loader refuses it takes exactly what has a reason."""
    file = f"data/{name}.yaml"
    cases = {case.naam: case for case in GEVALLEN if case.bestand == file}
    wrong = write(tmp_path / "fout", {naam: case.wrong() for naam, case in cases.items()})
    right = write(tmp_path / "goed", {naam: case.right() for naam, case in cases.items() if case.goed is not None})
    right |= {path.as_posix(): path for path in (ROOT / file, FIXTURES / "klein" / file) if path.is_file()}
    no = refused(name, [*wrong.values(), *right.values()])
    assert {naam for naam, path in right.items() if path in no} == set()
    assert {naam for naam, path in wrong.items() if path not in no} == {n for n, case in cases.items() if case.schema}


def test_what_an_editor_lets_pass_has_its_reason() -> None:
    """The words in the tables are those of the reasons, and only data has a schema."""
    given = {case.schema: case.bestand for case in GEVALLEN if case.schema}
    assert set(given) == set(REDENEN)
    assert {path.partition("/")[0] for path in given.values()} == {"data"}


def write(folder: Path, texts: dict[str, str]) -> dict[str, Path]:
    """Write texts to a new folder; return the files by the names of the texts."""
    folder.mkdir()
    files = {name: folder / f"{name.replace('/', '-')}.yaml" for name in texts}
    for name, text in texts.items():
        files[name].write_text(text, encoding="utf-8")
    return files


def test_every_field_says_in_dutch_what_it_is_for() -> None:
    """Each field has a description, and none an English title or an empty default."""
    for name in MODELS:
        schema = json.loads(render_schema(name))
        records = [schema, *schema.get("$defs", {}).values()]
        fields = {field: of for record in records for field, of in record.get("properties", {}).items()}
        assert fields
        for field, of in fields.items():
            assert re.fullmatch(r"(?s)\S.*[.?\u0027]", of.get("description", "")), (name, field)
            assert "title" not in of, (name, field)
            assert of.get("default", "") is not None, (name, field)
