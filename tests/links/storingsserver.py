"""A server on loopback that misbehaves on request, under names and numeric addresses of its own.

The link check believes it talks to public hosts: names resolve to public numeric addresses, and a connection to one
of those ends here. A connection to anything else ends at a second server, which only counts.
"""

from __future__ import annotations

import socket
import ssl
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from time import monotonic
from typing import Self, TypeAlias
from urllib.parse import urlsplit

DOMEIN = "voorbeeld.test"
OPENBAAR = "9.9.9.9"
"""Where names lead unless a test says otherwise; taken for public, never connected to."""
ZONDER_TLS = "9.9.9.8"
"""A public host that speaks plain HTTP on every port."""

RESET = object()
"""What a handler yields to break the connection off."""


@dataclass(frozen=True)
class Verzoek:
    """One request as it came in; `doel` is the target on the request line, `begin` and `eind` are monotonic times."""

    methode: str
    host: str
    doel: str
    headers: Mapping[str, str]
    begin: float


Handler: TypeAlias = Callable[[Verzoek], Iterable[object]]
"""Yields bytes to send, seconds to wait, or RESET; the connection closes at the end."""


@dataclass
class Storingsserver:
    """Serves `handlers` by host and path x; a context manager that stops all its threads.

    `namen` leads names to other numeric addresses (more than one look-up: the next of them each time), and an
    exception there is raised. `tls` gives the certificate by numeric address.
    """

    tls: Mapping[str, ssl.SSLContext]
    handlers: dict[str, dict[str, Handler]] = field(default_factory=dict)
    namen: dict[str, list[list[str] | OSError]] = field(default_factory=dict)
    verzoeken: list[Verzoek] = field(default_factory=list)
    opgezocht: list[str] = field(default_factory=list)
    verboden: list[str] = field(default_factory=list)
    tegelijk: dict[str, int] = field(default_factory=dict)
    """The highest number of requests that waited for an answer at one time, by host."""
    _bezig: dict[str, int] = field(default_factory=dict)
    _slot: Lock = field(default_factory=Lock)
    _dicht: Event = field(default_factory=Event)
    _threads: list[Thread] = field(default_factory=list)
    _luisteraars: dict[str, socket.socket] = field(default_factory=dict)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._dicht.set()
        for listener in self._luisteraars.values():
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        for thread in self._threads:
            thread.join()

    @property
    def poort(self) -> int:
        """The real port of the plain server, for what connects by itself."""
        return self._listen("http")[1]

    def resolve(self, host: str) -> list[str]:
        """Resolve a name as a test wants it; every name below DOMEIN exists."""
        with self._slot:
            self.opgezocht.append(host)
            known = self.namen.get(host, [[OPENBAAR]] if host.endswith(f".{DOMEIN}") else [])
            answer = known.pop(0) if len(known) > 1 else next(iter(known), None)
        if answer is None:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if isinstance(answer, OSError):
            raise answer
        return answer

    def connect(self, address: tuple[str, int], timeout: float) -> socket.socket:
        """Connect to this server instead of to a public host; what is not public is counted."""
        numeric, port = address
        if port == 443 and numeric in self.tls:
            name = numeric
        elif (numeric, port) == (OPENBAAR, 80) or numeric == ZONDER_TLS:
            name = "http"
        else:
            name = "verboden"
            self.verboden.append(numeric)
        return socket.create_connection(self._listen(name), timeout)

    def _listen(self, name: str) -> tuple[str, int]:
        """Return where one of the servers listens, and start it if nobody needed it yet."""
        with self._slot:
            if name not in self._luisteraars:
                self._luisteraars[name] = socket.create_server(("127.0.0.1", 0), backlog=128)
                self._start(self._accept, self._luisteraars[name], name)
            host, port = self._luisteraars[name].getsockname()
            return host, port

    def _start(self, target: Callable[..., None], *args: object) -> None:
        thread = Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket, name: str) -> None:
        while not self._dicht.is_set():
            try:
                sock, _ = listener.accept()
            except OSError:
                return
            self._start(self._serve, sock, name)

    def _serve(self, sock: socket.socket, name: str) -> None:
        sock.settimeout(5)
        # The other side may go away at any moment: that is what half of the tests are about.
        with suppress(OSError), sock:
            if name not in self.tls:
                self._answer(sock)
                return
            with self.tls[name].wrap_socket(sock, server_side=True) as secured:
                self._answer(secured)

    def _answer(self, sock: socket.socket) -> None:
        verzoek = _read(sock)
        if verzoek is None:
            sock.sendall(b"HTTP/1.1 400 X\r\n\r\n")
            return
        paths = self.handlers.get(verzoek.host, {})
        handler = paths.get(urlsplit(verzoek.doel).path, paths.get("/*", geef(404, b"<h1>404</h1>")))
        with self._slot:
            self.verzoeken.append(verzoek)
            self._bezig[verzoek.host] = self._bezig.get(verzoek.host, 0) + 1
            self.tegelijk[verzoek.host] = max(self.tegelijk.get(verzoek.host, 0), self._bezig[verzoek.host])
        self._play(sock, verzoek.host, handler(verzoek))

    def _play(self, sock: socket.socket, host: str, steps: Iterable[object]) -> None:
        waiting = True
        for step in steps:
            if self._dicht.is_set():
                return
            if isinstance(step, bytes):
                if waiting:  # counted out before the other side can know, which may then ask for the next
                    waiting = False
                    with self._slot:
                        self._bezig[host] -= 1
                sock.sendall(step)
            elif isinstance(step, float):
                self._dicht.wait(step)
            elif step is RESET:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return


def geef(status: int = 200, body: bytes = b"", **headers: str) -> Handler:
    """Answer once and whole; `content_type="text/plain"` and the like are headers."""
    fields = {"content_type": "text/html; charset=utf-8", "content_length": str(len(body))} | headers
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    whole = f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + body
    return lambda _: iter([whole])


def pagina(
    tekst: str = "", titel: str = "Een gewone pagina", kop: str = "", extra: str = "", **headers: str
) -> Handler:
    """Answer with a web page, with enough text to be one unless `tekst` is given."""
    tekst = tekst or "Dit is een gewone pagina met een paar zinnen over het werk van de gemeente. " * 12
    markup = f"<!doctype html><html><head><title>{titel}</title></head><body>{kop}<p>{tekst}</p>{extra}</body></html>"
    return geef(200, markup.encode(), **headers)


def stuur_door(status: int, naar: str) -> Handler:
    """Redirect."""
    return geef(status, b"elders", location=naar)


def speel(*steps: object) -> Handler:
    """Send these pieces, with these pauses."""
    return lambda _: iter(steps)


def druppel(begin: bytes, rest: bytes, pauze: float = 0.05) -> Handler:
    """Send a beginning at once and the rest a byte at a time."""

    def steps(_: Verzoek) -> Iterator[object]:
        yield begin
        for byte in rest:
            yield bytes([byte])
            yield pauze

    return steps


def na_elkaar(*handlers: Handler) -> Handler:
    """Answer each request with the next of these, and all further ones with the last."""
    waiting = list(handlers)

    def steps(verzoek: Verzoek) -> Iterable[object]:
        return (waiting.pop(0) if len(waiting) > 1 else waiting[0])(verzoek)

    return steps


def _read(sock: socket.socket) -> Verzoek | None:
    head = b""
    while b"\r\n\r\n" not in head:
        piece = sock.recv(4096)
        if not piece or piece.startswith(b"\x16"):  # the beginning of TLS
            return None
        head += piece
    first, *lines = head.decode("latin-1").partition("\r\n\r\n")[0].split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    methode, doel, _ = first.split(" ")
    return Verzoek(methode, headers["host"].partition(":")[0], doel, headers, monotonic())
