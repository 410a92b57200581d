"""The forms on GitHub: in the shape that GitHub takes, in Dutch, and no more than one may fill in."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

FORMS = sorted(path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
# https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests
TOP = {"name", "description", "title", "labels", "body", "assignees", "projects", "type"}
ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
    "checkboxes": {"label", "description", "options"},
}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_has_the_shape_that_github_takes(path: Any) -> None:
    """Every key is known, ids and labels stand once, and something is asked for that must be filled in."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert {"name", "description", "body"} <= set(form) <= TOP
    fields = [part for part in form["body"] if part["type"] != "markdown"]
    for part in form["body"]:
        assert set(part) <= {"type", "id", "attributes", "validations"}
        assert set(part["attributes"]) <= ATTRIBUTES[part["type"]]
        assert set(part.get("validations", {})) <= {"required"}
        options = part["attributes"].get("options", ["x"])
        assert options
        assert len({str(option) for option in options}) == len(options)
    ids = [part["id"] for part in fields]
    labels = [part["attributes"]["label"] for part in fields]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)
    assert any(part.get("validations", {}).get("required") for part in fields)


def test_there_is_a_form_for_what_readers_tell() -> None:
    """A broken link, a text, a definition."""
    assert {path.stem for path in FORMS} >= {"link", "tekst", "definitie"}


def test_names_of_forms_differ() -> None:
    """A reader chooses by name."""
    names = [yaml.safe_load(path.read_text(encoding="utf-8"))["name"] for path in FORMS]
    assert len(set(names)) == len(names)
