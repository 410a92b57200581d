"""One request by libcurl, over a connection that we open ourselves to the very address that the guard passed."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from ipaddress import ip_address
from typing import Any

import pycurl
import zstandard

from handreiking.links.antwoord import Antwoord, Fout, MisluktError
from handreiking.links.bewaking import Adres, Numeriek, load_numeriek, parse_adres
from handreiking.links.rem import Ronde

REDIRECTS = {301, 302, 303, 307, 308}
# The codes of OpenSSL (x509_vfy.h) that readers can tell apart; at the last two the issuer's certificate is missing.
_CERTIFICATE = {
    10: "het certificaat van de server is verlopen",
    18: "het certificaat is door de server zelf ondertekend",
    62: "het certificaat is voor een andere site",
    **dict.fromkeys((19, 20, 21), "het certificaat komt van een onbekende uitgever"),
}
_NO_ISSUER = {20, 21}
_ISSUERS = 3  # of one chain, at most
_READ = {"gzip", "deflate", "br", "zstd"}
# One line of the headers (27 or 100), which pycurl has no names for.
_TOO_LARGE = {27, 100}
_DAMAGED = "de inhoud is onderweg beschadigd"


class _KetenError(MisluktError):
    """No authority that we know vouches for the certificate, as it was sent."""


class Verbinding:
    """A handle of libcurl, kept by one thread; cookies live as long as a chain of redirects (`begin`)."""

    def __init__(self, ronde: Ronde) -> None:
        self._ronde = ronde
        self._curl = pycurl.Curl()
        self._mag: list[Numeriek] = []
        self._sockets: list[socket.socket] = []
        self._wrong: OSError | None = None
        self._status, self._limit, self._tot = 0, 0, 0.0
        self._headers: dict[str, str] = {}
        self._body = bytearray()

    def begin(self) -> None:
        """Begin a new chain: forget all cookies."""
        self._curl.setopt(pycurl.COOKIELIST, "ALL")

    def ask(self, adres: Adres, *, browser: bool) -> Antwoord:
        """Return what a server answers, without following it anywhere; raises MisluktError where it does not.

        A chain of certificates that lacks a link is completed as browsers do.
        """
        try:
            return self._perform(adres, browser=browser)
        except _KetenError as error:
            extra = self._load_issuers(adres)
            if extra is None:
                raise MisluktError(Fout.CERTIFICAAT, error.zin) from error
            return self._perform(adres, browser=browser, extra=extra)

    def _perform(self, adres: Adres, *, browser: bool, extra: bytes = b"") -> Antwoord:
        curl = self._prepare(adres, extra)
        curl.setopt(pycurl.HTTPHEADER, list(self._ronde.drempels.koppen(browser=browser)))
        curl.setopt(pycurl.ACCEPT_ENCODING, "")
        try:
            self._run()
        except pycurl.error as error:
            coded = self._headers.get("content-encoding", "").strip().lower()
            if error.args[0] != pycurl.E_BAD_CONTENT_ENCODING or coded != "zstd":
                raise self._explain(error, coded) from error
            curl.unsetopt(pycurl.ACCEPT_ENCODING)  # not every libcurl can
            with suppress(pycurl.error):
                self._run()
            self._body = _unpack(self._body, self._limit)
        more = len(self._body) > self._limit
        return Antwoord(adres.url, (), self._status, self._headers, bytes(self._body[: self._limit]), more)

    def _prepare(self, adres: Adres, extra: bytes = b"") -> pycurl.Curl:
        """Set all that keeps a request within bounds: nothing of it comes from the surroundings of this process."""
        drempels, curl = self._ronde.drempels, self._curl
        seconds = min(drempels.verzoek, self._ronde.rest())
        self._tot = self._ronde.omgeving.monotonic() + seconds
        self._mag = load_numeriek(adres, self._ronde.omgeving)[: drempels.numeriek]
        curl.reset()
        curl.setopt(pycurl.URL, adres.url)
        curl.setopt(pycurl.PATH_AS_IS, 1)
        if ":" not in adres.host:  # libcurl looks nothing up
            curl.setopt(pycurl.RESOLVE, [f"{adres.host}:{adres.poort}:{','.join(map(str, self._mag))}"])
        curl.setopt(pycurl.OPENSOCKETFUNCTION, self._open)
        curl.setopt(pycurl.SOCKOPTFUNCTION, lambda *_: pycurl.SOCKOPT_ALREADY_CONNECTED)
        curl.setopt(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS)
        curl.setopt(pycurl.PROXY, "")
        curl.setopt(pycurl.NOSIGNAL, 1)
        curl.setopt(pycurl.FORBID_REUSE, 1)
        curl.setopt(pycurl.FRESH_CONNECT, 1)  # nor one that was only opened to see its certificates
        curl.setopt(pycurl.COOKIEFILE, "")
        curl.setopt(pycurl.TIMEOUT_MS, max(1, int(1000 * seconds)))
        curl.setopt(pycurl.HEADERFUNCTION, self._read_header)
        curl.setopt(pycurl.WRITEFUNCTION, self._read_body)
        bundel = self._ronde.omgeving.bundel
        if extra:  # what was fetched may fill a gap, but never be trusted by itself
            known = [bundel] if bundel.is_file() else bundel.glob("*.0")
            curl.setopt(pycurl.SSL_OPTIONS, pycurl.SSLOPT_NO_PARTIALCHAIN)
            curl.setopt(pycurl.CAINFO_BLOB, b"\n".join([*(path.read_bytes() for path in known), extra]))
        else:
            curl.setopt(pycurl.CAPATH if bundel.is_dir() else pycurl.CAINFO, str(bundel))
        return curl

    def _run(self) -> None:
        """Ask; a body that is longer than it need be, or of a redirect, is broken off."""
        self._status, self._headers, self._body, self._wrong = 0, {}, bytearray(), None
        try:
            self._curl.perform()
        except pycurl.error as error:
            if error.args[0] != pycurl.E_WRITE_ERROR or not (self._status and self._is_enough()):
                raise
        finally:
            while self._sockets:
                self._sockets.pop().close()

    def _open(self, _: int, address: tuple[int, int, int, tuple[str, int]]) -> Any:
        """Connect, for libcurl, to what the guard passed and to nothing else."""
        numeric, left = ip_address(address[3][0]), self._tot - self._ronde.omgeving.monotonic()
        if numeric not in self._mag or left <= 0:
            return pycurl.SOCKET_BAD
        try:
            where = str(numeric), address[3][1]
            self._sockets.append(self._ronde.omgeving.connect(where, min(left, self._ronde.drempels.verbinden)))
        except OSError as error:
            self._wrong = error
            return pycurl.SOCKET_BAD
        return self._sockets[-1]  # of which libcurl gets a copy

    def _read_header(self, line: bytes) -> int | None:
        text = _decode(line).strip()
        if line.startswith(b"HTTP/"):  # of an interim answer nothing is kept
            self._status, self._headers = int(text.split()[1]), {}
        elif text:
            name, value = (part.strip() for part in text.partition(":")[::2])
            known = self._headers.get(name.lower())
            self._headers[name.lower()] = f"{known}, {value}" if known else value
        elif self._status >= 200:
            limits, kind = self._ronde.drempels, self._headers.get("content-type", "")
            self._limit = limits.bytes_pagina if not kind or "html" in kind.lower() else limits.bytes_bestand
            return -1 if self._is_enough() else None
        return None

    def _read_body(self, piece: bytes) -> int | None:
        self._body += piece
        return -1 if self._is_enough() else None

    def _is_enough(self) -> bool:
        redirect = self._status in REDIRECTS and bool(self._headers.get("location"))
        return redirect or len(self._body) > self._limit

    def _explain(self, error: pycurl.error, coded: str) -> MisluktError:
        """Return what went wrong on the way to a server: the first of these kinds that holds, and a Dutch clause."""
        code, said = error.args
        verified = self._curl.getinfo(pycurl.SSL_VERIFYRESULT)
        named = 62 if "subject name" in said else verified  # which libcurl looks at by itself
        certificate = _CERTIFICATE.get(named, f"het certificaat klopt niet ({said})")
        late, coding = code == pycurl.E_OPERATION_TIMEDOUT, code == pycurl.E_BAD_CONTENT_ENCODING
        large = code in _TOO_LARGE or "oo large" in said
        broken = Fout.VERBROKEN
        kinds = (
            (self._ronde.rest() <= 0 or (late and self._tot >= self._ronde.einde), Fout.GEEN_TIJD, "de tijd was om"),
            (code == pycurl.E_PEER_FAILED_VERIFICATION, Fout.CERTIFICAAT, certificate),
            (late or isinstance(self._wrong, TimeoutError), Fout.TE_TRAAG, "de server antwoordde niet op tijd"),
            (code == pycurl.E_URL_MALFORMAT, Fout.ONGELDIG, "het adres is niet te lezen"),
            (isinstance(self._wrong, ConnectionRefusedError), broken, "de server weigert de verbinding"),
            (coding and coded in _READ, broken, _DAMAGED),
            (coding, broken, f"de inhoud is op een onbekende manier gecodeerd ({coded})"),
            (large, broken, "de koppen van het antwoord zijn te groot om te lezen"),
            (code == pycurl.E_SSL_CONNECT_ERROR, broken, f"de beveiligde verbinding kwam niet tot stand ({said})"),
            (True, broken, "de verbinding werd verbroken"),
        )
        fout, zin = next((fout, zin) for holds, fout, zin in kinds if holds)
        kind = _KetenError if fout is Fout.CERTIFICAAT and verified in _NO_ISSUER else MisluktError
        return kind(fout, zin)

    def _load_issuers(self, adres: Adres) -> bytes | None:
        """Return the certificates between a server's own and the authority, as PEM, from where these say they are.

        None where its own names no place, or where that leads to an authority of its own making; raises MisluktError
        (KETEN) where they cannot be had. Each is fetched as any address is: behind the guard.
        """
        curl, found = self._prepare(adres), b""
        curl.setopt(pycurl.SSL_VERIFYPEER, 0)
        curl.setopt(pycurl.SSL_VERIFYHOST, 0)
        curl.setopt(pycurl.CONNECT_ONLY, 1)
        curl.setopt(pycurl.OPT_CERTINFO, 1)
        with suppress(pycurl.error):
            self._run()
        own = dict(next(iter(curl.getinfo(pycurl.INFO_CERTINFO)), ()))
        where = re.search(r"CA Issuers - URI:\s*(\S+)", own.get("Authority Information Access", ""))
        url = where[1] if where else None
        while url and found.count(b"-----BEGIN") < _ISSUERS:
            try:
                pem, known = _parse_certificate(self._perform(parse_adres(url), browser=False))
            except (MisluktError, ValueError, ssl.SSLError) as error:
                raise MisluktError(Fout.KETEN, "de server stuurt een tussencertificaat niet mee") from error
            if known["issuer"] == known["subject"]:  # an authority, which is ours already or is not to be trusted
                break
            found, url = found + pem, next(iter(known.get("caIssuers", ())), None)
        return found or None


def _decode(line: bytes) -> str:
    """Return a header field; servers that do not encode an address in it send UTF-8 (RFC 9110, 5.5 leaves it open)."""
    try:
        return line.decode("utf-8")
    except UnicodeError:
        return line.decode("latin-1")


def _unpack(packed: bytearray, limit: int) -> bytearray:
    """Return what was packed with Zstandard, no further than it is to be read; raises MisluktError."""
    try:
        with zstandard.ZstdDecompressor().stream_reader(bytes(packed)) as reader:
            return bytearray(reader.read(limit + 1))
    except zstandard.ZstdError as error:
        raise MisluktError(Fout.VERBROKEN, _DAMAGED) from error


def _parse_certificate(antwoord: Antwoord) -> tuple[bytes, Mapping[str, Any]]:
    """Return a certificate authority's certificate as PEM, and what it says; raises what `ssl` does, or ValueError."""
    body = antwoord.body if antwoord.status == 200 else b""
    pem = body if body.startswith(b"-----BEGIN") else ssl.DER_cert_to_PEM_cert(body).encode()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=pem.decode("ascii"))
    [known] = context.get_ca_certs()
    return pem, known
