"""A site to try the check on, and a server elsewhere that counts."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

ANSWERS = {"/weg": 404, "/vol": 503, "/dicht": 403}
PAGE = '<!doctype html>\n<html lang="nl"><title>x</title>\n'


class Teller(HTTPServer):
    """A server elsewhere, which keeps what it is asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Telt)
        self.gevraagd: list[str] = []

    @property
    def adres(self) -> str:
        """The address of its root, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"


class _Telt(BaseHTTPRequestHandler):
    server: Teller

    def do_GET(self) -> None:
        """Keep the path; answer as the table says, and with rules for programs."""
        self.server.gevraagd.append(self.path)
        robots = self.path == "/robots.txt"
        body = b"User-agent: *\nDisallow: /verboden\n" if robots else b"x"
        self.send_response(ANSWERS.get(self.path, 200))
        self.send_header("Content-Type", "text/plain" if robots else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def write_site(folder: Path, pages: Mapping[str, str]) -> Path:
    """Make a site of pages by their path; each gets a head."""
    for path, body in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(PAGE + body, encoding="utf-8")
    return folder


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
