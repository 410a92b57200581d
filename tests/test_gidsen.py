"""The guides: what they name is there, and the commands that they show are ones that we have."""

from __future__ import annotations

import re
import shlex

import pytest

from handreiking.__main__ import make_parser
from handreiking.soorten.alle import ALLE
from tests.conftest import ROOT

GIDSEN = ("README.md", "CONTRIBUTING.md", "docs/ontwikkelen.md", "docs/beheer.md", "server/LEESMIJ.md")
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in GIDSEN}
# What a run makes: nothing of it has to be there.
MADE = ("site/index.html", "site/opendata/", ".venv/", "data/linkstatus.json")
# A handreiking need not have these, nor need this one.
OPTIONEEL = {f"data/{soort.bestand}" for soort in ALLE if soort.optioneel}
FOLDERS = {path.name for folder in (ROOT, ROOT / "handreiking") for path in folder.iterdir() if path.is_dir()}


def code(text: str) -> list[str]:
    """Return what a guide sets as code, in a line of text or in a line of its own, without examples in YAML."""
    text = re.sub(r"(?ms)^```.*?^```$", "", text)
    lines = [line.strip() for line in text.splitlines() if line.startswith("    ")]
    return [*re.findall(r"`([^`\n]+)`", text), *(line.split("  #")[0].strip() for line in lines)]


def paths(text: str) -> set[str]:
    """Return the paths that a guide names, without those with a part to fill in."""
    spans = [span for span in code(text) if re.fullmatch(r"[\w.*/-]+", span)]
    return {span for span in spans if span.partition("/")[0] in FOLDERS and "/" in span and "*" not in span}


@pytest.mark.parametrize("name", GIDSEN)
def test_a_path_in_a_guide_is_there(name: str) -> None:
    """From the root, or from the package; so is what a link leads to, from the guide."""
    named = {path for path in paths(TEXTS[name]) if not path.startswith(MADE)} - OPTIONEEL
    places = (ROOT, ROOT / "handreiking")
    assert {path for path in named if not any((place / path).exists() for place in places)} == set()
    # An example of a link on a page stands as code.
    text = re.sub(r"`[^`\n]+`", "", TEXTS[name])
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []


def test_a_command_in_a_guide_is_one_that_we_have() -> None:
    """With the options that it has there; what `make` is asked for has a rule."""
    shown = [span for text in TEXTS.values() for span in code(text)]
    ours = [shlex.split(span)[1:] for span in shown if span.startswith(".venv/bin/handreiking ")]
    assert len(ours) > 5
    for words in ours:
        make_parser(words).parse_args(words)
    rules = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    asked = {rule for span in shown for rule in re.findall(r"make ([a-z-]+)", span)}
    assert len(asked) > 5
    assert asked - rules == set()
