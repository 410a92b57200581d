"""What the link check takes from the outside world, so that a test can give it another one."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import TypeAlias

import certifi

Netwerk: TypeAlias = IPv4Network | IPv6Network


def resolve_host(host: str) -> list[str]:
    """Return the numeric addresses of a host name, by the system's resolver; raises socket.gaierror."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


def load_tls(bundel: Path | None = None) -> ssl.SSLContext:
    """Return the TLS settings: certificates and host names are checked against the authorities of `bundel`.

    `bundel`: a PEM file or an OpenSSL folder, as in REQUESTS_CA_BUNDLE; None for those of Mozilla (certifi).
    Raises OSError (ssl.SSLError among them) where it cannot be read.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if bundel is not None and bundel.is_dir():
        context.load_verify_locations(capath=bundel)
    else:
        context.load_verify_locations(cafile=bundel or certifi.where())
    return context


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Omgeving:
    """The network and the clocks.

    `resolve` gives the numeric addresses of a name or raises socket.gaierror; `connect` opens a TCP connection
    to a numeric address and port within a number of seconds; `sleep` and `monotonic` count in seconds; `nu` is
    for dates that servers name. `toegestaan` are networks opened on purpose, for an intranet or a test server.
    """

    resolve: Callable[[str], Sequence[str]] = resolve_host
    connect: Callable[[tuple[str, int], float], socket.socket] = socket.create_connection
    tls: ssl.SSLContext = field(default_factory=load_tls)
    toegestaan: tuple[Netwerk, ...] = ()
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    nu: Callable[[], datetime] = _now
