"""Guarded connections: every request resolves once, checks, and connects to the very address that was checked."""

from __future__ import annotations

import io
import socket
import ssl
from collections.abc import Callable, Mapping
from contextlib import suppress
from ipaddress import ip_address
from typing import Any, cast

from requests import PreparedRequest, Response, Session
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection

from handreiking.links.antwoord import Fout, MisluktError
from handreiking.links.bewaking import Adres, check_numeriek, parse_adres
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving

# EAI_NODATA: the name exists, but has no address; not every system has the constant.
_NO_SUCH_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


class Keten(Session):
    """A chain of redirects: cookies live as long as it does, and nothing comes from the surroundings.

    `requests` would look at a redirect by reading its whole body, however long; our own loop follows them.
    """

    def __init__(self, transport: HTTPAdapter) -> None:
        super().__init__()
        self.trust_env = False
        self.headers.clear()
        self.mount("http://", transport)
        self.mount("https://", transport)

    def get_redirect_target(self, resp: Response) -> None:  # noqa: ARG002 - the signature of requests
        """Give none: redirects are not for requests."""
        return


class Transport(HTTPAdapter):
    """Sends each request over a connection of its own; `monotonic` time `tot` is the end of every request."""

    def __init__(self, omgeving: Omgeving, drempels: Drempels) -> None:
        super().__init__()
        self._omgeving = omgeving
        self._drempels = drempels
        self._connections: list[HTTPConnection] = []
        self.tot = 0.0

    def send(  # noqa: PLR0913 - the signature of requests
        self,
        request: PreparedRequest,
        stream: bool = False,  # noqa: ARG002, FBT001, FBT002
        timeout: Any = None,  # noqa: ARG002
        verify: Any = True,  # noqa: ARG002, FBT002
        cert: Any = None,  # noqa: ARG002
        proxies: Mapping[str, str] | None = None,  # noqa: ARG002
    ) -> Response:
        """Return the response, its body unread. Raises MisluktError, OSError, urllib3's and http.client's errors."""
        adres = parse_adres(str(request.url))
        connection = (HTTPSConnection if adres.schema == "https" else HTTPConnection)(adres.host, adres.poort)
        self._connections.append(connection)
        # A connection that has its socket does not open one: no second look-up, no proxy.
        connection.sock = cast("socket.socket", Tijdslot(self._open(adres), self._rest))
        connection.request("GET", adres.pad, headers=cast("Mapping[str, str]", request.headers), preload_content=False)
        return self.build_response(request, connection.getresponse())

    def close(self) -> None:
        """Close what is open."""
        for connection in self._connections:
            connection.close()
        super().close()

    def _open(self, adres: Adres) -> socket.socket:
        found = check_numeriek(adres, _resolve(adres.host, self._omgeving), self._omgeving.toegestaan)
        failure: OSError | None = None
        for numeric in found[: self._drempels.numeriek]:
            try:
                sock = self._omgeving.connect((str(numeric), adres.poort), min(self._drempels.verbinden, self._rest()))
            except OSError as error:
                failure = error
                continue
            return self._wrap(sock, adres) if adres.schema == "https" else sock
        raise failure or OSError(adres.host)

    def _wrap(self, sock: socket.socket, adres: Adres) -> ssl.SSLSocket:
        try:
            sock.settimeout(min(self._drempels.verbinden, self._rest()))
            return self._omgeving.tls.wrap_socket(sock, server_hostname=adres.host.rstrip("."))
        except BaseException:
            sock.close()
            raise

    def _rest(self) -> float:
        """Return how long the next wait may be; raises TimeoutError when the time of the request is over."""
        left = self.tot - self._omgeving.monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, self._drempels.stilte)


class Tijdslot:
    """A socket of which no series of calls outlasts a clock, however slowly the bytes drip.

    A time-out of a socket starts anew with every byte; here each call gets what is left (`rest`), or TimeoutError.
    """

    def __init__(self, sock: socket.socket, rest: Callable[[], float]) -> None:
        self._sock = sock
        self._rest = rest

    def settimeout(self, seconds: float | None) -> None:
        """Do nothing: the clock sets the time-outs."""

    def sendall(self, data: bytes) -> None:
        """Send all of it."""
        self._sock.settimeout(self._rest())
        self._sock.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:  # noqa: ARG002 - http.client only reads
        """Return a reader that heeds the clock at every piece it receives."""
        return io.BufferedReader(_Lezer(self._sock, self._rest))

    def close(self) -> None:
        """Close the socket; a reader that is still open keeps it until it closes."""
        self._sock.close()


class _Lezer(io.RawIOBase):
    def __init__(self, sock: socket.socket, rest: Callable[[], float]) -> None:
        self._sock = sock
        self._rest = rest
        self._raw = cast("io.RawIOBase", sock.makefile("rb", buffering=0))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._sock.settimeout(self._rest())
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


def _resolve(host: str, omgeving: Omgeving) -> list[str]:
    with suppress(ValueError):
        return [str(ip_address(host))]
    try:
        return list(omgeving.resolve(host))
    except socket.gaierror as error:
        if error.errno in _NO_SUCH_HOST:
            raise MisluktError(Fout.GEEN_HOST, f"de naam '{host}' bestaat niet") from error
        raise MisluktError(Fout.NAAMDIENST, f"de naam '{host}' was niet op te zoeken") from error
    except UnicodeError as error:
        raise MisluktError(Fout.ONGELDIG, f"'{host}' is geen naam van een site") from error
