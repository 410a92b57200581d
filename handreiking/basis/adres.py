"""What an address may look like: in the data, in the content, and between pages of the site."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit

# RFC 3986: what may stand in an address, percent-encoding included; anything else would have to be encoded.
_NOT_ALLOWED = re.compile(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")
_HOST_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)\Z", re.IGNORECASE)
_USUAL_PORT = {"https": 443, "http": 80}


@dataclass(frozen=True)
class Site:
    """Where the site will stand: its address, ending in a slash, or nothing; and what its pages' addresses look like.

    `directories`: see `page_url`. `broncode` is where its source can be seen, and `wijzigen` what stands before the
    path of a file where that can be changed; both may be nothing.
    """

    adres: str = ""
    directories: bool = False
    broncode: str = ""
    wijzigen: str = ""

    def wijzig(self, path: str) -> str:
        """Return the address where a file, by its path in the repository, can be changed; or nothing."""
        return f"{self.wijzigen.rstrip('/')}/{path}" if self.wijzigen else ""

    def url(self, path: str, vanaf: str) -> str:
        """Return the address of what stands at a path from the site's root.

        It is whole where the site's own address is known, and else as seen from the file at the path `vanaf`.
        """
        return f"{self.adres}{path}" if self.adres else relative_path(vanaf, path)

    def pagina(self, pad: str, vanaf: str, anker: str = "") -> str:
        """Return the address, as `url` does, of the page made from a source file, or of an anchor on it."""
        address = self.url(page_url(pad, directories=self.directories), vanaf)
        return f"{address}#{anker}" if anker else address


def check_url(url: str, *, http_allowed: bool = False) -> str | None:
    """Say in Dutch what is wrong with a public web address, or None.

    `http_allowed`: a written reason stands beside it. The address itself is never changed: what looks
    odd in it (`%C2%A0`, `+`, brackets, `#:~:text=`) can be what the publisher's server wants.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "dit adres is niet te lezen; kopieer het opnieuw uit de adresbalk"
    if parts.scheme == "http" and not http_allowed:
        return "het adres begint met http://; gebruik https://, of geef in 'http_reden' waarom dat niet kan"
    if parts.scheme not in _USUAL_PORT:
        return "het adres begint niet met https://"
    if parts.username is not None or parts.password is not None:
        return "er staat een gebruikersnaam of wachtwoord in het adres; haal alles voor de '@' weg"
    if port not in (None, _USUAL_PORT[parts.scheme]):
        return f"poort {port} is ongebruikelijk; haal ':{port}' weg of gebruik het openbare adres"
    odd = _NOT_ALLOWED.search(url)
    return _check_host((parts.hostname or "").rstrip(".")) or (
        f"het teken '{odd[0]}' kan niet in een adres; kopieer het adres opnieuw uit de adresbalk" if odd else None
    )


def split_url(href: str) -> SplitResult | None:
    """Return the parts of an address as it is written; None where no browser could read it."""
    try:
        return urlsplit(href)
    except ValueError:
        return None


def resolve(page: str, href: str) -> tuple[str, str]:
    """Return (path, anchor) of the page that a relative link on `page` leads to.

    Paths are those of the source files from the content folder; an absolute path starts there.
    A path that leaves the folder keeps its `..`, so it is no page's.
    """
    parts = urlsplit(href)
    path = unquote(parts.path)
    if not path:
        return page, unquote(parts.fragment)
    joined = posixpath.join(posixpath.dirname(page), path)
    return posixpath.normpath(joined).lstrip("/"), unquote(parts.fragment)


def page_url(page: str, *, directories: bool) -> str:
    """Return the address, from the site's root, of the page made from a source file.

    `directories`: `groen/bomen.md` becomes `groen/bomen/` rather than `groen/bomen.html`.
    """
    stem = page.removesuffix(".md")
    folder, name = posixpath.split(stem)
    if name == "index":
        return (f"{folder}/" if folder else "") + ("" if directories else "index.html")
    return f"{stem}/" if directories else f"{stem}.html"


def relative_url(source: str, target: str, *, directories: bool) -> str:
    """Return the address of the page of `target` as seen from the page of `source` (both source files)."""
    return relative_path(page_url(source, directories=directories), page_url(target, directories=directories))


@lru_cache(maxsize=4096)
def relative_path(source: str, target: str) -> str:
    """Return the address of one path from the site's root as seen from another; a folder ends in a slash."""
    relative = posixpath.relpath(target or ".", posixpath.dirname(source) or ".")
    return f"{relative}/" if target.endswith("/") or not target else relative


def _check_host(host: str) -> str | None:
    if not host:
        return "er staat geen webserver in het adres; na https:// hoort bijvoorbeeld www.overheid.nl"
    if _is_ip_address(host):
        return f"'{host}' is een IP-adres; gebruik de naam van de site"
    if not host.isascii():
        return f"in de naam '{host}' staan andere letters dan a tot z; kijk of dit echt de bedoelde site is"
    if "." not in host or not all(_HOST_LABEL.match(label) for label in host.split(".")):
        return f"'{host}' is geen naam van een openbare site"
    return None


def _is_ip_address(host: str) -> bool:
    # Browsers also read `2130706433` and `0x7f.1` as addresses (WHATWG URL, "ends in a number").
    last = host.rpartition(".")[2]
    if last.isdigit() or re.fullmatch(r"0x[0-9a-f]*", last, re.IGNORECASE):
        return True
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
