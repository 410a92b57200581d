"""Addresses that are written differently and lead to the same page, so that no instrument is added twice."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from handreiking.soorten.instrument import Instrument

# What newsletters and advertisements hang behind an address to see where a reader comes from.
_TRACKING = ("utm_", "mc_", "pk_", "mtm_")
_TRACKERS = {"fbclid", "gclid", "msclkid", "dclid", "igshid"}


def address_key(url: str) -> str:
    """Return what two addresses of one page share.

    Left out are the scheme, `www.`, the port, a slash at the end, what only follows readers, and the place on the
    page; a fragment that begins with `/` or `!` stays, for some sites name their pages so.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    query = [pair for pair in parts.query.split("&") if pair and not _follows(pair.partition("=")[0])]
    fragment = parts.fragment if parts.fragment.startswith(("/", "!")) else ""
    return "|".join([host, unquote(parts.path).rstrip("/"), unquote("&".join(query)), fragment])


def find_same(url: str, instrumenten: Iterable[Instrument]) -> Instrument | None:
    """Return the first instrument whose address leads to the same page."""
    key = address_key(url)
    return next((i for i in instrumenten if i.url is not None and address_key(i.url) == key), None)


def _follows(name: str) -> bool:
    return name.lower().startswith(_TRACKING) or name.lower() in _TRACKERS
