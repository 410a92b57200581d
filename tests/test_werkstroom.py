"""The workflows: safe by their form, and nothing in them but commands that are tested here."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from handreiking.__main__ import make_parser
from tests.conftest import ROOT, copy_klein
from tests.opdracht.test_gewijzigd import git

FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(path.name for path in FOLDER.iterdir())
TARGET = re.compile(r"make ([a-z-]+)(?: FORMAT=github)?")
BIN = Path(sys.executable).parent
# Goes out to the world, so no job that may write does it.
OUTSIDE = {"weekverslag", "links-gewijzigd", "links", "kwetsbaarheden"}


def load(name: str) -> dict[Any, Any]:
    """Return a workflow as data."""
    parsed = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    assert isinstance(parsed, dict)
    return parsed


def steps(name: str) -> list[dict[str, Any]]:
    """Return every step of every job of a workflow."""
    return [step for job in load(name)["jobs"].values() for step in job["steps"]]


def commands(name: str) -> list[str]:
    """Return every line that a workflow runs."""
    return [step["run"] for step in steps(name) if "run" in step]


def dry(target: str) -> list[str]:
    """Return the lines that a target of the Makefile runs, without those that install or build."""
    names = ("site", "links", "pakketten", "test", "debian", "node")
    old = [part for name in names for part in ("-o", f".venv/{name}")]
    done = subprocess.run(
        ["make", "-n", *old, "-o", "site", target],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={name: value for name, value in os.environ.items() if not name.startswith("MAKE")},
    )
    lines = done.stdout.replace("\\\n", " ").splitlines()
    return [line for line in lines if not line.startswith("make: ")]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_allowed_that_is_not_asked_for(name: str) -> None:
    """No rights at the top, the least in each job, a time limit, and never a stranger's checkout."""
    flow = load(name)
    assert flow["permissions"] == {}
    assert "group" in flow["concurrency"]
    events = flow[True]  # YAML 1.1 reads the key `on` as true
    assert not {"pull_request_target", "workflow_run"} & set(events)
    for job in flow["jobs"].values():
        assert job["permissions"]
        assert 0 < job["timeout-minutes"] <= 90


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_pinned_and_leave_no_token(name: str) -> None:
    """Each by its whole hash with the version beside it; a checkout keeps no credentials."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    uses = re.findall(r"uses: (.*)", text)
    assert uses
    assert [line for line in uses if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
    kept = [
        step.get("with", {}).get("persist-credentials")
        for step in steps(name)
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert kept == [False] * text.count("actions/checkout@")


def test_one_action_has_one_version() -> None:
    """The same hash everywhere."""
    texts = "".join(path.read_text(encoding="utf-8") for path in FOLDER.iterdir())
    found = set(re.findall(r"uses: (actions/[a-z-]+)@(\S+)", texts))
    assert len(found) == len({name for name, _ in found})


@pytest.mark.parametrize("name", NAMES)
def test_a_step_is_one_command_without_logic(name: str) -> None:
    """A target of the Makefile, or the script that is tested below; no expression, no shell."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = " ".join(re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)).split()
    for line in commands(name):
        found = TARGET.fullmatch(line)
        assert line == "python3 .github/klaar.py" or (found and found[1] in targets), line


def test_every_command_is_one_that_we_have() -> None:
    """What the targets run is in the environment, and our own command knows its words and options."""
    lines = {line for name in NAMES for run in commands(name) if (m := TARGET.fullmatch(run)) for line in dry(m[1])}
    ours = sorted(line for line in lines if line.startswith(".venv/bin/handreiking "))
    others = {line.split()[0] for line in lines} - {".venv/bin/handreiking"}
    assert others <= {
        ".venv/bin/python",
        ".venv/bin/ruff",
        ".venv/bin/mypy",
        ".venv/bin/zizmor",
        ".venv/bin/pip-audit",
        ".venv/bin/cyclonedx-py",
        "cp",
        "gh",
        "mkdir",
        "test",
        "touch",
        "sh",
    }
    found = set()
    for line in ours:
        words = shlex.split(line.replace('"$SINDS"', "HEAD").replace('"$NUMMER"', "1").partition(">>")[0])[1:]
        make_parser(words).parse_args(words)  # ends the test where a word or an option is unknown
        found.add(" ".join(word for word in words[:2] if not word.startswith("-")))
    assert found == {
        "check",
        "check links",
        "github melding",
        "github overnemen",
        "github voorstel",
        "instrument uit-formulier",
        "samenvatting",
        "weekverslag",
    }


@pytest.mark.parametrize("name", NAMES)
def test_who_goes_out_may_not_write_and_who_writes_does_not_go_out(name: str) -> None:
    """A job with a right to write runs none of the checks that follow addresses, and installs no test tools."""
    for job in load(name)["jobs"].values():
        writes = any(value == "write" for value in job["permissions"].values())
        targets = {m[1] for step in job["steps"] if (m := TARGET.fullmatch(step.get("run", "")))}
        assert not (writes and targets & {*OUTSIDE, "test", "keuring", "site"})
        tokens = [step for step in job["steps"] if "GITHUB_TOKEN" in step.get("env", {})]
        assert not tokens or writes
        # No package is installed while the token is there: a step without it has made everything ready.
        before = [step.get("run") for step in job["steps"][: job["steps"].index(tokens[0])]] if tokens else []
        assert not tokens or "make klaarzetten" in before


@pytest.mark.parametrize("name", NAMES)
def test_what_is_downloaded_was_uploaded_by_the_job_before(name: str) -> None:
    """The names of artifacts agree."""
    jobs = load(name)["jobs"]

    def artifacts(job: dict[str, Any], action: str) -> set[str]:
        return {s["with"]["name"] for s in job["steps"] if s.get("uses", "").startswith(f"actions/{action}@")}

    for job in jobs.values():
        needs = job.get("needs", [])
        before = [jobs[need] for need in ([needs] if isinstance(needs, str) else needs)]
        given = {artifact for other in before for artifact in artifacts(other, "upload-artifact")}
        assert artifacts(job, "download-artifact") <= given


@pytest.fixture
def werkplaats(tmp_path: Path, iconen: Path) -> Path:
    """The small handreiking in a repository, as a workflow has it checked out."""
    folder = copy_klein(tmp_path / "klein", iconen).map
    shutil.copytree(iconen, folder / "iconen")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "eerste")
    return folder


def make(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a target of our Makefile in another folder, where everything is installed and built already."""
    old = [part for name in (".venv/site", ".venv/links", "site") for part in ("-o", name)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "MAKE"))}
    return subprocess.run(
        ["make", "-s", "-f", str(ROOT / "Makefile"), *old, f"BIN={BIN}", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**clean, "SOURCE_DATE_EPOCH": "1743500000", **environment},
    )


def test_the_check_of_a_proposal_tells_at_the_line(werkplaats: Path) -> None:
    """`make check FORMAT=github` gives an annotation and fails."""
    assert make(werkplaats, "check", "FORMAT=github").returncode == 0
    tools = werkplaats / "data" / "tools.yaml"
    tools.write_text(tools.read_text(encoding="utf-8").replace("\n  url:", "\n  utl:"), encoding="utf-8")
    done = make(werkplaats, "check", "FORMAT=github")
    assert done.returncode == 2
    assert "::error file=data/tools.yaml,line=6,title=veld::onbekend veld 'utl'; bedoelde u 'url'?\n" in done.stdout


def test_the_summary_goes_where_the_workflow_shows_it(werkplaats: Path, tmp_path: Path) -> None:
    """`make samenvatting` adds to the file that GitHub names, and prints where there is none."""
    page = werkplaats / "content" / "over.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nNog een regel.\n", encoding="utf-8")
    where = tmp_path / "stap.md"
    where.write_text("Eerder.\n", encoding="utf-8")
    done = make(werkplaats, "samenvatting", SINDS="HEAD", GITHUB_STEP_SUMMARY=str(where))
    assert (done.returncode, done.stdout) == (0, "")
    assert where.read_text(encoding="utf-8").startswith("Eerder.\n## Samenvatting\n\n### Pagina's (1)\n")
    printed = make(werkplaats, "samenvatting", SINDS="HEAD")
    assert "Eerder.\n" + printed.stdout == where.read_text(encoding="utf-8")


def test_changed_links_look_at_the_built_site_too(werkplaats: Path) -> None:
    """`make links-gewijzigd` finds a dead link within the site; no address outside was changed."""
    site = werkplaats / "site"
    site.mkdir()
    (site / "index.html").write_text('<!doctype html><title>x</title><a href="weg.html">weg</a>', encoding="utf-8")
    done = make(werkplaats, "links-gewijzigd", SINDS="HEAD")
    assert done.returncode == 2
    assert "weg.html" in done.stdout
    assert "0 adressen van de" in done.stderr


@pytest.mark.parametrize(
    ("results", "status"),
    [
        ({"a": "success", "b": "success"}, 0),
        ({"a": "success", "b": "failure"}, 1),
        ({"a": "skipped", "b": "success"}, 1),
        ({"a": "cancelled"}, 1),
        ({}, 1),
    ],
)
def test_the_one_required_job_wants_every_other_to_succeed(results: dict[str, str], status: int) -> None:
    """A job that was skipped or cancelled did not look, and does not pass."""
    given = json.dumps({name: {"result": result, "outputs": {}} for name, result in results.items()})
    done = subprocess.run(
        [sys.executable, ROOT / ".github" / "klaar.py"],
        env={**os.environ, "UITKOMSTEN": given},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (status, "")
    assert done.stdout == "".join(f"{name}: {result}\n" for name, result in sorted(results.items()))


def test_zizmor_finds_nothing() -> None:
    """No finding, at its strictest."""
    done = subprocess.run(
        [BIN / "zizmor", "--offline", "--no-progress", "--quiet", "--persona=pedantic", ".github"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "No findings to report." in done.stdout + done.stderr) == (0, True), done.stdout
