"""A GitHub on 127.0.0.1: as much of its REST API as the workflows use, with what it was asked."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "een-token"  # noqa: S105 - of no service
NAAM = "eigenaar/handreiking"


@dataclass
class Namaak:
    """The state: issues, comments, commits with their tree, branches, pull requests, started workflows."""

    url: str = ""
    issues: list[dict[str, Any]] = field(default_factory=list)
    reacties: list[tuple[int, str]] = field(default_factory=list)
    bomen: dict[str, dict[str, str]] = field(default_factory=dict)
    commits: dict[str, dict[str, Any]] = field(default_factory=dict)
    takken: dict[str, str] = field(default_factory=dict)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    gestart: list[tuple[str, str]] = field(default_factory=list)
    gevraagd: list[str] = field(default_factory=list)
    faal: dict[str, int] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """Return what a workflow has in its environment."""
        return {
            "GITHUB_API_URL": self.url,
            "GITHUB_REPOSITORY": NAAM,
            "GITHUB_SHA": self.takken["main"],
            "GITHUB_TOKEN": TOKEN,
        }

    def add_boom(self, files: dict[str, str]) -> str:
        """Keep a tree under the sum of its files."""
        sha = sha1(json.dumps(files, sort_keys=True).encode(), usedforsecurity=False).hexdigest()
        self.bomen[sha] = files
        return sha

    def add_commit(self, message: str, tree: str, parents: list[str]) -> str:
        """Keep a commit; each has a sum of its own."""
        sha = sha1(f"{len(self.commits)}{message}".encode(), usedforsecurity=False).hexdigest()
        self.commits[sha] = {"message": message, "tree": tree, "parents": parents}
        return sha

    def files(self, tak: str) -> dict[str, str]:
        """Return the files on a branch."""
        return self.bomen[self.commits[self.takken[tak]]["tree"]]

    def answer(self, method: str, path: str, query: dict[str, str], body: dict[str, Any]) -> tuple[int, Any]:
        """Do what a request asks; give the status and the answer."""
        self.gevraagd.append(f"{method} {path}")
        for part, status in self.faal.items():
            if f"{method} {path}".startswith(part):
                return status, {"message": "Resource not accessible by integration"}
        for pattern, function in ROUTES:
            if found := re.fullmatch(pattern, f"{method} {path}"):
                done: tuple[int, Any] = function(self, query, body, *found.groups())
                return done
        return 404, {"message": "Not Found"}


def _issues(namaak: Namaak, query: dict[str, str], _: dict[str, Any]) -> tuple[int, Any]:
    listed = [issue for issue in namaak.issues if query["labels"] in issue["labels"]]
    start = (int(query["page"]) - 1) * int(query["per_page"])
    return 200, listed[start : start + int(query["per_page"])]


def _make_issue(namaak: Namaak, _: dict[str, str], body: dict[str, Any]) -> tuple[int, Any]:
    issue = {"number": len(namaak.issues) + 1, "state": "open", **body}
    namaak.issues.append(issue)
    return 201, issue


def _change_issue(namaak: Namaak, _: dict[str, str], body: dict[str, Any], number: str) -> tuple[int, Any]:
    issue = next(one for one in namaak.issues if one["number"] == int(number))
    issue |= body
    return 200, issue


def _react(namaak: Namaak, _: dict[str, str], body: dict[str, Any], number: str) -> tuple[int, Any]:
    namaak.reacties.append((int(number), body["body"]))
    return 201, {}


def _ref(namaak: Namaak, _: dict[str, str], __: dict[str, Any], tak: str) -> tuple[int, Any]:
    return (200, {"object": {"sha": namaak.takken[tak]}}) if tak in namaak.takken else (404, {"message": "Not Found"})


def _make_ref(namaak: Namaak, _: dict[str, str], body: dict[str, Any]) -> tuple[int, Any]:
    namaak.takken[body["ref"].removeprefix("refs/heads/")] = body["sha"]
    return 201, {}


def _change_ref(namaak: Namaak, _: dict[str, str], body: dict[str, Any], tak: str) -> tuple[int, Any]:
    if not body["force"]:
        return 422, {"message": "Update is not a fast forward"}
    namaak.takken[tak] = body["sha"]
    return 200, {}


def _commit(namaak: Namaak, _: dict[str, str], __: dict[str, Any], sha: str) -> tuple[int, Any]:
    return 200, {"tree": {"sha": namaak.commits[sha]["tree"]}}


def _make_commit(namaak: Namaak, _: dict[str, str], body: dict[str, Any]) -> tuple[int, Any]:
    return 201, {"sha": namaak.add_commit(body["message"], body["tree"], body["parents"])}


def _make_tree(namaak: Namaak, _: dict[str, str], body: dict[str, Any]) -> tuple[int, Any]:
    files = namaak.bomen[body["base_tree"]] | {item["path"]: item["content"] for item in body["tree"]}
    return 201, {"sha": namaak.add_boom(files)}


def _pulls(namaak: Namaak, query: dict[str, str], _: dict[str, Any]) -> tuple[int, Any]:
    owner = NAAM.partition("/")[0]
    return 200, [
        pull
        for pull in namaak.pulls
        if f"{owner}:{pull['head']}" == query["head"] and pull.get("state", "open") == query["state"]
    ]


def _make_pull(namaak: Namaak, _: dict[str, str], body: dict[str, Any]) -> tuple[int, Any]:
    pull = {"number": len(namaak.pulls) + 101, **body}
    namaak.pulls.append(pull)
    return 201, pull


def _change_pull(namaak: Namaak, _: dict[str, str], body: dict[str, Any], number: str) -> tuple[int, Any]:
    pull = next(one for one in namaak.pulls if one["number"] == int(number))
    pull |= body
    return 200, pull


def _start(namaak: Namaak, _: dict[str, str], body: dict[str, Any], workflow: str) -> tuple[int, Any]:
    namaak.gestart.append((workflow, body["ref"]))
    return 204, None


ROUTES: tuple[tuple[str, Any], ...] = (
    (r"GET issues", _issues),
    (r"POST issues", _make_issue),
    (r"PATCH issues/(\d+)", _change_issue),
    (r"POST issues/(\d+)/comments", _react),
    (r"GET git/ref/heads/(.+)", _ref),
    (r"POST git/refs", _make_ref),
    (r"PATCH git/refs/heads/(.+)", _change_ref),
    (r"GET git/commits/(\w+)", _commit),
    (r"POST git/commits", _make_commit),
    (r"POST git/trees", _make_tree),
    (r"GET pulls", _pulls),
    (r"POST pulls", _make_pull),
    (r"PATCH pulls/(\d+)", _change_pull),
    (r"POST actions/workflows/([\w.]+)/dispatches", _start),
)


class _Handler(BaseHTTPRequestHandler):
    namaak: Namaak

    def _do(self) -> None:
        parts = urlsplit(self.path)
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers["Authorization"] != f"Bearer {TOKEN}":
            status, answer = 401, {"message": "Bad credentials"}
        else:
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            path = parts.path.removeprefix(f"/repos/{NAAM}/")
            status, answer = self.namaak.answer(self.command, path, query, json.loads(raw or b"{}"))
        body = b"" if answer is None else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PATCH = _do  # noqa: N815 - names of the standard library

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve_namaak() -> Iterator[Namaak]:
    """Serve a repository with one commit on `main`."""
    namaak = Namaak()
    tree = namaak.add_boom({"data/a.yaml": "oud\n", "README.md": "lees mij\n"})
    namaak.takken["main"] = namaak.add_commit("eerste", tree, [])
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"namaak": namaak}))
    namaak.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield namaak
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
