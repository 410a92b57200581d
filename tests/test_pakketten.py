"""What is told of the packages: known vulnerabilities, and the list of parts that goes with a release."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from handreiking.site.omgeving import SJABLONEN
from tests.conftest import ROOT

BIN = Path(sys.executable).parent
KNOWN = {"jinja2": "OSV-2025-1", "pytest": "OSV-2025-2"}  # one that builds the site, one that only tests it


class _Osv(BaseHTTPRequestHandler):
    """A database of vulnerabilities that knows of two packages, whatever their version."""

    def do_POST(self) -> None:
        """Answer what is known of one version of one package."""
        query = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        name = query["package"]["name"].lower()
        self.server.asked.append((name, query["version"]))  # type: ignore[attr-defined]
        known = self.server.known  # type: ignore[attr-defined]
        ranges = [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "999"}]}]
        affected = [{"package": query["package"], "ranges": ranges}]
        found = [
            {"id": identifier, "summary": "Een lek.", "modified": "2025-01-01T00:00:00Z", "affected": affected}
            for identifier in [known.get(name)]
            if identifier
        ]
        body = json.dumps({"vulns": found} if found else {}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture
def osv() -> Iterator[ThreadingHTTPServer]:
    """The database, on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Osv)
    server.asked = []  # type: ignore[attr-defined]
    server.known = KNOWN  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def make(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a target of the Makefile where everything is installed and built already."""
    old = [
        part for name in (".venv/pakketten", ".venv/site", "site", "sbom") if name not in words for part in ("-o", name)
    ]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "MAKE"))}
    return subprocess.run(
        ["make", "-s", *old, f"BIN={BIN}", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**clean, **environment},
    )


def locked(*names: str) -> dict[str, str]:
    """Return the version of each package in lock files, by name."""
    texts = [(ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8") for name in names]
    return {m[1].lower(): m[2] for text in texts for m in re.finditer(r"^([A-Za-z0-9_.-]+)==(\S+)", text, re.MULTILINE)}


def test_a_known_vulnerability_ends_the_run(osv: ThreadingHTTPServer) -> None:
    """Every package that is locked for this system is asked for, and what is known is named with its version."""
    done = make("kwetsbaarheden", f"OSV=--osv-url=http://127.0.0.1:{osv.server_port}/v1/query")
    every = locked("site", "links", "pakketten", "test")
    assert done.returncode == 2
    for name, vulnerability in KNOWN.items():
        assert re.search(rf"{name}\s+{re.escape(every[name])}\s+{vulnerability}", done.stdout), done.stdout
    assert "Found 2 known vulnerabilities in 2 packages" in done.stderr
    asked = dict(osv.asked)  # type: ignore[attr-defined]
    assert {name: version for name, version in asked.items() if every.get(name) != version} == {}
    assert set(every) - set(asked) <= {"colorama", "pywin32-ctypes", "tzdata", "win-inet-pton"}  # for other systems


def test_nothing_known_is_in_order(osv: ThreadingHTTPServer) -> None:
    """The same question with another answer."""
    osv.known = {}  # type: ignore[attr-defined]
    done = make("kwetsbaarheden", f"OSV=--osv-url=http://127.0.0.1:{osv.server_port}/v1/query")
    assert (done.returncode, done.stdout) == (0, "")


def test_not_being_able_to_ask_is_no_answer(osv: ThreadingHTTPServer) -> None:
    """Without the database there is no "in order"."""
    osv.shutdown()
    osv.server_close()
    done = make("kwetsbaarheden", f"OSV=--osv-url=http://127.0.0.1:{osv.server_port}/v1/query")
    assert done.returncode == 2
    assert "No known vulnerabilities" not in done.stdout + done.stderr


def test_the_list_of_parts_is_whole(tmp_path: Path) -> None:
    """Every package that the site is made with, by its version, and each file of others that lies in the project."""
    folder = tmp_path / "uitgave"
    assert make("sbom", f"UITGAVE={folder}").returncode == 0
    text = (folder / "sbom.cdx.json").read_bytes()
    assert make("sbom", f"UITGAVE={folder}").returncode == 0
    assert (folder / "sbom.cdx.json").read_bytes() == text
    bom = json.loads(text)
    parts = {part["name"].lower(): part for part in bom["components"]}
    own = {"minisearch", "atkinson hyperlegible next"}
    assert {name: part["version"] for name, part in parts.items() if name not in own} == locked("site")
    assert own < set(parts)
    files = {file["name"]: file["hashes"][0]["content"] for name in own for file in parts[name]["components"]}
    found = [
        *(ROOT / "fonts").glob("*.ttf"),
        *SJABLONEN.rglob("*.woff2"),
        *SJABLONEN.rglob("minisearch.js"),
    ]
    assert files == {path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def test_a_release_gets_all_that_was_made(tmp_path: Path) -> None:
    """`gh` is asked for a release of the tag with every file; what it answers is what the step answers."""
    folder, said = tmp_path / "uitgave", tmp_path / "gezegd"
    folder.mkdir()
    for name in ("handreiking.pdf", "handreiking.zip", "sbom.cdx.json"):
        (folder / name).write_bytes(b"x")
    stand_in = tmp_path / "gh"
    stand_in.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{said}"\nexit "$GH_STATUS"\n', encoding="utf-8")
    stand_in.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    given = {"PATH": path, "TAG": "v1.2.0; rm -rf /", "GH_STATUS": "0"}
    assert make("uitbrengen", f"UITGAVE={folder}", **given).returncode == 0
    words = said.read_text(encoding="utf-8").splitlines()
    assert words[:3] == ["release", "create", given["TAG"]]
    assert "--verify-tag" in words
    assert sorted(words[-3:]) == sorted(str(path) for path in folder.iterdir())
    assert make("uitbrengen", f"UITGAVE={folder}", **{**given, "GH_STATUS": "1"}).returncode == 2
