"""What the parts may not know of each other: the domain of the site's generator, the code of this edition."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Collection
from functools import cache

import yaml

from handreiking.site.omgeving import SJABLONEN
from tests.conftest import ROOT

DOMAIN = sorted((ROOT / "handreiking").rglob("*.py"))
NOT_OURS = {"mkdocs", "material", "jinja2", "hooks"}
# Where templates are filled in: these alone.
TEMPLATES = {ROOT / "handreiking" / name for name in ("site/maken.py", "site/omgeving.py")}
ICONS = ROOT / "handreiking" / "lezen" / "project.py"
GENERIC = {"PDF"}  # a kind of file, which any handreiking has
CODE = sorted(
    [
        *DOMAIN,
        *(ROOT / "hooks").rglob("*.py"),
        *(path for path in SJABLONEN.rglob("*") if path.suffix in {".html", ".css", ".js"}),
    ]
)


def imported(tree: ast.Module) -> set[str]:
    """Return the top of every module that a file imports."""
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 0}
    return {name.partition(".")[0] for name in names}


def named(tree: ast.Module) -> set[str]:
    """Return the texts in a file by which something of what is not ours could be found or imported."""
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {text for text in texts if text.partition(".")[0] in NOT_OURS}


def test_the_domain_names_no_site_generator() -> None:
    """No file of the package imports MkDocs, its theme or the hook, and few the language of the templates.

    Nor does one name it to find or import it by its name; one alone asks where the theme's icons lie.
    """
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in DOMAIN}
    assert {path: imported(tree) & NOT_OURS for path, tree in trees.items() if imported(tree) & NOT_OURS} == (
        {path: {"jinja2"} for path in TEMPLATES}
    )
    assert {path: named(tree) for path, tree in trees.items() if named(tree)} == {ICONS: {"material"}}


def loaded_by(*modules: str) -> str:
    """Return which of what is not ours is there after importing these modules, and checking a handreiking with them."""
    program = (
        "import importlib, sys\n"
        "from datetime import date\n"
        "from pathlib import Path\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "from handreiking.geheel.laden import load_handreiking\n"
        "from handreiking.lezen.project import Project\n"
        "klein = Path('tests/fixtures/klein')\n"
        "load_handreiking(Project(klein, klein / 'content', ()), date(2025, 4, 1))\n"
        "if 'handreiking.__main__' in sys.modules:\n"
        "    main = sys.modules['handreiking.__main__'].main\n"
        "    assert main(['--project', str(klein), 'check', '--today', '2025-04-01']) == 0\n"
        f"print(sorted({NOT_OURS!r} & {{name.partition('.')[0] for name in sys.modules}}))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_the_loader_loads_no_site_generator() -> None:
    """After importing the loader and loading a handreiking, none of them is there, nor the templates' language."""
    assert loaded_by("handreiking.lezen.laden") == "[]\n"


def test_the_domain_loads_no_site_generator() -> None:
    """Nor after importing all of it, and running the command."""
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in DOMAIN if path.name != "__init__.py"]
    assert loaded_by(*modules) == "['jinja2']\n"


@cache
def edition() -> frozenset[str]:
    """Return the words that are this edition's: its themes, topics and colours, its terms and abbreviations."""
    words: set[str] = set()
    for path in (ROOT / "content").rglob("*.md"):
        kop = next(yaml.safe_load_all(path.read_text(encoding="utf-8")))
        pad = path.relative_to(ROOT / "content").as_posix().removesuffix(".md").removesuffix("/index")
        if kop["soort"] in {"thema", "onderwerp"}:
            words |= {kop["titel"], pad, pad.rpartition("/")[2]}
        if kop.get("gemeente"):
            words |= {kop["gemeente"], pad.rpartition("/")[2]}
        if kop["soort"] == "thema":
            words |= set(kop["kleur"].values())
    for definitie in yaml.safe_load((ROOT / "data" / "definities.yaml").read_text(encoding="utf-8")):
        words |= {definitie["begrip"], definitie["id"], *definitie.get("varianten", ())}
    for afkorting in yaml.safe_load((ROOT / "data" / "afkortingen.yaml").read_text(encoding="utf-8")):
        words |= {afkorting["afkorting"], afkorting["voluit"]}
    return frozenset(words - GENERIC)


def found_in(text: str, words: Collection[str]) -> list[str]:
    """Return the words that a text has as whole words: those in capitals as they are, the others in any case."""
    near = text.casefold()
    return sorted(
        word
        for word in words
        if word.casefold() in near
        and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text, 0 if word.isupper() else re.IGNORECASE)
    )


def test_the_code_knows_nothing_of_this_edition() -> None:
    """Another handreiking needs other content and data, and no other code, templates or styles."""
    found = {path: found_in(path.read_text(encoding="utf-8"), edition()) for path in CODE}
    assert {path: words for path, words in found.items() if words} == {}


def test_the_edition_has_words_to_look_for() -> None:
    """The test above looks for something, and would see it."""
    words = edition()
    assert len(words) > 50
    assert found_in(f"x = '{min(words)}'", words) == [min(words)]
    for path in (ROOT / "content").glob("*/*.md"):
        assert found_in(path.read_text(encoding="utf-8"), words) != [], path
