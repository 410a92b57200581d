"""What the Nu Html Checker, which is what validator.w3.org runs, says of the built sites."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.site.conftest import ROOT, Site

pytestmark = pytest.mark.site

JAR = ROOT / ".venv" / "npm" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
CHECKED = (".html", ".css", ".svg")
# The one thing passed over: from a disk the checker takes no file for the page's own, and it takes a block of data for
# a script. `test_server` holds the policy of each page against what a browser says of it.
PASSED_OVER = "violates Content Security Policy (meta tag): "


def test_html_css_and_svg_have_no_error_and_no_warning(edition: Site, klein_site: Site) -> None:
    """Every page, style and drawing of the edition and of the small handreiking follows its standard."""
    found = [path for site in (edition, klein_site) for path in sorted(site.folder.rglob("*"))]
    files = [path for path in found if path.suffix in CHECKED]
    assert {path.suffix for path in files} == set(CHECKED)
    assert _check(files) == []


def test_the_checker_sees_what_is_wrong(tmp_path: Path) -> None:
    """An error and a warning in a page, and an error in a style and in a drawing, are each told."""
    wrong = {
        "fout.html": '<!doctype html><html lang="nl"><title>A</title><p><div></p></div>',
        "let-op.html": '<!doctype html><html lang="nl"><title>A</title><h1></h1>',
        "fout.css": "p { kleur: rood }",
        "fout.svg": '<svg xmlns="http://www.w3.org/2000/svg"><blok/></svg>',
    }
    for name, content in wrong.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    found = _check([tmp_path / name for name in wrong])
    assert {Path(message.split(":")[1]).name for message in found} == set(wrong)


def _check(files: list[Path]) -> list[str]:
    """Return what the checker says of files: errors, warnings and hints."""
    assert JAR.is_file(), "vnu-jar is not installed: run make .venv/node"
    command = ["java", "-jar", str(JAR), "--also-check-css", "--also-check-svg", "--exit-zero-always"]
    done = subprocess.run(
        [*command, "--stdout", "--format", "json", *map(str, files)], capture_output=True, text=True, check=True
    )
    messages = json.loads(done.stdout)["messages"]
    told = [m for m in messages if PASSED_OVER not in m["message"]]
    return [f"{m.get('url', '')}:{m.get('lastLine', '')}: {m['message']}" for m in told]
