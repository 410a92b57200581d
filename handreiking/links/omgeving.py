"""What the link check takes from the outside world, so that a test can give it another one."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import TypeAlias

import certifi

Netwerk: TypeAlias = IPv4Network | IPv6Network


def resolve_host(host: str) -> list[str]:
    """Return the numeric addresses of a host name, by the system's resolver; raises socket.gaierror."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


@dataclass(frozen=True)
class Omgeving:
    """The network and the clock.

    `resolve` gives the numeric addresses of a name or raises socket.gaierror; `connect` opens a TCP connection to a
    numeric address and port within a number of seconds; `sleep` and `monotonic` count in seconds. `bundel` is the PEM
    file, or OpenSSL folder, of the certificate authorities (usually those of Mozilla). `toegestaan` are networks opened
    on purpose, for an intranet or a test server.
    """

    resolve: Callable[[str], Sequence[str]] = resolve_host
    connect: Callable[[tuple[str, int], float], socket.socket] = socket.create_connection
    bundel: Path = Path(certifi.where())
    toegestaan: tuple[Netwerk, ...] = ()
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
