"""Pages held against each other: against what a host answers where nothing can be, and against the last time."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from publicsuffixlist import PublicSuffixList

from handreiking.links.antwoord import Antwoord
from handreiking.links.bewaking import parse_adres
from handreiking.links.doel import Afdruk
from handreiking.links.drempels import Drempels
from handreiking.links.pagina import Webpagina

_WORD = re.compile(r"[^\W_]+")
_TELLING = re.compile(r"[^\W\d_]{6,}")
_KEPT, _LEAST = 12, 4


def fold(text: str) -> str:
    """Return the words of a text in lower case, one space between them."""
    return " ".join(_WORD.findall(text.lower()))


def print_of(pagina: Webpagina) -> Afdruk | None:
    """Return what to keep of a page; None where it has too little to know it by."""
    counted = Counter(_TELLING.findall(pagina.tekst.lower())).most_common(_KEPT)
    return Afdruk(pagina.titel[:200], tuple(sorted(word for word, _ in counted))) if len(counted) >= _LEAST else None


def is_other(vorige: Afdruk, pagina: Webpagina, drempels: Drempels) -> bool:
    """Say whether a page is another one altogether: nothing of its title, and hardly a word of its text, is left."""
    words = set(_TELLING.findall(pagina.tekst.lower()))
    left = sum(word in words for word in vorige.woorden)
    title = set(_TELLING.findall(vorige.titel.lower())) & set(_TELLING.findall(pagina.titel.lower()))
    return not title and len(words) >= _LEAST and left <= drempels.anders * len(vorige.woorden)


def is_same(vorige: Afdruk, pagina: Webpagina) -> bool:
    """Say whether a page is still what it was, without a doubt."""
    now = print_of(pagina)
    return (
        now is not None
        and now.titel == vorige.titel
        and len(set(now.woorden) & set(vorige.woorden)) > len(vorige.woorden) // 2
    )


def onbestaand(url: str) -> str:
    """Return an address at the same host at which nothing can be, always the same one."""
    begin = parse_adres(url).begin
    return f"{begin}/proef-bestaat-niet-{hashlib.sha256(begin.encode()).hexdigest()[:12]}"


def is_same_page(antwoord: Antwoord, ander: Antwoord, drempels: Drempels) -> bool:
    """Say whether a server answered two addresses with one page: what these ask for may stand in it."""
    asked = set(fold(unquote(f"{antwoord.url} {ander.url}")).split())
    ours, theirs = (_words(one.pagina) for one in (antwoord, ander))
    differ = sum(count for word, count in ((ours - theirs) + (theirs - ours)).items() if word not in asked)
    return differ <= min(drempels.gelijk, ours.total() // 10)


def same_place(url: str, other: str) -> bool:
    """Say whether two addresses are one page with another question."""
    one, two = urlsplit(url), urlsplit(other)
    return (one.hostname, one.path.rstrip("/")) == (two.hostname, two.path.rstrip("/"))


def domein(url: str) -> str:
    """Return the registered domain of an address, as its owner has it: `gemeente.nl` of `www.gemeente.nl`."""
    host = urlsplit(url).hostname or ""
    return _suffixes().privatesuffix(host) or host


def _words(pagina: Webpagina) -> Counter[str]:
    return Counter(fold(f"{pagina.titel} {' '.join(pagina.koppen)} {pagina.tekst}").split())


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    """Return the public suffix list as it came with its package: nothing is fetched."""
    return PublicSuffixList()
