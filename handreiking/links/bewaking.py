"""The guard: which addresses may be asked for at all.

A change that somebody proposes is not trusted, so an address in it may not make the checking machine
talk to its own network. What counts is the numeric address that is connected to, at every hop.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TypeAlias
from urllib.parse import quote, urlsplit

import idna

from handreiking.links.antwoord import Fout, MisluktError
from handreiking.links.omgeving import Netwerk, Omgeving

Numeriek: TypeAlias = IPv4Address | IPv6Address

# RFC 3986's characters, and those that browsers (WHATWG URL) leave as they are in a path or a query.
_AS_IT_IS = "%/?:@!$&'()*+,;=[]{}|^~-._"
_HOST = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?")
_PORTS = {"http": 80, "https": 443}
# EAI_NODATA: the name exists, but has no address; not every system has the constant.
_NO_SUCH_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
# IANA's special-purpose registry (RFC 6890), multicast, and Azure's own services (168.63.129.16), which every machine
# there can reach. Written out, because what `is_global` says of these differs between versions of Python. Of IPv6 only
# 2000::/3 is handed out (RFC 4291), which leaves out loopback, local, multicast and NAT64; within it not what is for
# protocols, examples, or carries an IPv4 address (6to4, Teredo).
_HANDED_OUT_6 = ip_network("2000::/3")
_SPECIAL = (
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 "
    "192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 "
    "2001::/23 2001:db8::/32 2002::/16 3ffe::/16 3fff::/20"
)
_NOT_PUBLIC = tuple(map(ip_network, _SPECIAL.split()))


@dataclass(frozen=True)
class Adres:
    """An address that may be asked for, if its host turns out to be public: all ASCII, without fragment.

    `begin` is the scheme, the host and an odd port: what a website is, to a browser.
    """

    schema: str
    host: str
    poort: int
    begin: str
    pad: str

    @property
    def url(self) -> str:
        """The address as a whole; percent-encoding stands as it was given."""
        return self.begin + self.pad


def parse_adres(url: str) -> Adres:
    """Return the parts of a web address; raises MisluktError (ONGELDIG) for what is none, or has credentials."""
    try:
        parts = urlsplit(url.strip())
        if parts.scheme not in _PORTS:
            raise MisluktError(Fout.ONGELDIG, f"'{parts.scheme or url}' is geen webadres: dat begint met http of https")
        if "@" in parts.netloc:
            raise MisluktError(Fout.ONGELDIG, "er staat een gebruikersnaam of wachtwoord in het adres")
        host, usual = _parse_host(parts.hostname or ""), _PORTS[parts.scheme]
        port = parts.port or usual
        path = quote(parts.path or "/", safe=_AS_IT_IS)
        query = f"?{quote(parts.query, safe=_AS_IT_IS)}" if parts.query else ""
    except ValueError as error:  # half an IPv6 address, a port that is no number, letters that are no text …
        raise MisluktError(Fout.ONGELDIG, "het adres is niet te lezen") from error
    begin = f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{'' if port == usual else f':{port}'}"
    return Adres(parts.scheme, host, port, begin, path + query)


def load_numeriek(adres: Adres, omgeving: Omgeving) -> list[Numeriek]:
    """Look a host up, once, and return what of it may be connected to; raises MisluktError as `check_numeriek`."""
    host = adres.host
    with suppress(ValueError):
        return check_numeriek(adres, [str(ip_address(host))], omgeving.toegestaan)
    try:
        found = omgeving.resolve(host)
    except socket.gaierror as error:
        if error.errno in _NO_SUCH_HOST:
            raise MisluktError(Fout.GEEN_HOST, f"de naam '{host}' bestaat niet") from error
        raise MisluktError(Fout.NAAMDIENST, f"de naam '{host}' was niet op te zoeken") from error
    except UnicodeError as error:
        raise MisluktError(Fout.ONGELDIG, f"'{host}' is geen naam van een site") from error
    return check_numeriek(adres, found, omgeving.toegestaan)


def check_numeriek(adres: Adres, found: Iterable[str], toegestaan: Sequence[Netwerk]) -> list[Numeriek]:
    """Return the numeric addresses of a host that may be connected to, in the order they were found.

    A public one may be on its ordinary port, one in an opened network (`toegestaan`) on any.
    Raises MisluktError where none is left: NIET_OPENBAAR, ONGELDIG for a port, GEEN_HOST where none was found.
    """
    given = [ip_address(text) for text in found]
    numeric = [(one.ipv4_mapped if one.version == 6 else None) or one for one in given]  # what it would connect to
    opened = {one for one in numeric if any(one in network for network in toegestaan)}
    public = {one for one in numeric if _is_public(one)}
    usual = adres.poort == _PORTS[adres.schema]
    allowed = [one for one in numeric if one in opened or (one in public and usual)]
    if allowed:
        return allowed
    if public:
        raise MisluktError(Fout.ONGELDIG, f"poort {adres.poort} is geen gewone poort voor {adres.schema}")
    if numeric:
        literal = adres.host == str(numeric[0])
        said = numeric[0] if literal else f"de naam '{adres.host}' leidt naar {numeric[0]}, en dat"
        raise MisluktError(Fout.NIET_OPENBAAR, f"{said} is geen openbaar adres")
    raise MisluktError(Fout.GEEN_HOST, f"'{adres.host}' heeft geen adres")


def _parse_host(host: str) -> str:
    """Return a host in ASCII (IDNA 2008 with the mapping of UTS 46, as browsers do); raises ValueError."""
    if ":" in host:
        return str(IPv6Address(host))
    if not host.isascii():
        host = idna.encode(host, uts46=True).decode("ascii")
    if not _HOST.fullmatch(host):
        raise ValueError(host)
    return host


def _is_public(one: Numeriek) -> bool:
    return (one.version == 4 or one in _HANDED_OUT_6) and not any(one in network for network in _NOT_PUBLIC)
