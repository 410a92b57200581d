"""A built site, served on this machine alone, for as long as it is checked.

LinkChecker passes a path of the file system in silence, so it is given addresses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO


@contextmanager
def serve_site(site: Path, basis: str, extra: Mapping[str, str]) -> Iterator[str]:
    """Serve a folder under the path `basis`, and pages of our own (HTML by path); gives "http://127.0.0.1:PORT"."""
    with _Server(("127.0.0.1", 0), partial(_Handler, basis=basis, extra=extra, directory=str(site))) as server:
        # shutdown() waits for a look at the clock, which is twice a second by default.
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: LinkChecker breaks off what it does not need to read, and reports what it did not get."""


class _Handler(SimpleHTTPRequestHandler):
    """Files as a web host gives them: no list of a folder, and a 404 for all outside `basis`."""

    protocol_version = "HTTP/1.1"
    # The header and the body in one go: in two, each answer waits 40 ms for an acknowledgement.
    wbufsize = -1

    def __init__(self, *args: object, basis: str, extra: Mapping[str, str], directory: str) -> None:
        self._basis = basis
        self._extra = extra
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Return a page of ours, or a file."""
        if self.path in self._extra:
            body = self._extra[self.path].encode()
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            return BytesIO(body)
        if not self.path.startswith(self._basis):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        """Return the file for a path."""
        return super().translate_path("/" + path.removeprefix(self._basis))

    def list_directory(self, path: object) -> None:
        """Give no list: hosts do not, so a link to a folder without a page is a dead one."""
        del path
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Tell LinkChecker that it need not hold back here."""
        self.send_header("LinkChecker", "welkom")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Write no line for every request."""
