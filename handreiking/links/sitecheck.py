"""The links of a built site, checked by LinkChecker and told page by page.

What is checked: every address in every page, and what style sheets ask for; anchors within the site; with
`check_extern` also the addresses elsewhere, once each. The site's own address on the internet is never asked for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from handreiking.basis.problem import NietGedraaidError, Problem
from handreiking.links.linkchecker import Gezien, Programma, run_linkchecker
from handreiking.links.sitekoppelingen import Sitebeeld, Sitekoppeling, check_bereikbaar, load_sitebeeld, same_adres
from handreiking.links.siteproblemen import (
    Bron,
    built_path,
    check_extern,
    check_intern,
    place_finder,
    render_antwoord,
)
from handreiking.links.siteserver import serve_site

_BEGIN = "/.linkcontrole"
# Two links that cannot work. LinkChecker has to say so; else it did not look, or not at anchors.
_DEAD, _NO_ANCHOR = f"{_BEGIN}/bestaat-niet", f"{_BEGIN}#bestaat-niet"
# LinkChecker decodes an address and encodes it again; one of these letters alone comes out as it was. With `%2F`,
# `%2B`, a `+` in the query, `//` in the path or a host name with accents it would ask for another address.
_UNCHANGED = re.compile(
    r"https?://[A-Za-z0-9.-]+(:\d+)?(/(?!/)[\w.~!$&'()*,;=:@+-]*)*(\?[\w.~!$'()*,;=:@/&-]*)?", re.ASCII
)


@dataclass(frozen=True)
class Opties:
    """How to check. `check_extern`: addresses elsewhere too, but for those in `overslaan`, which others look at."""

    check_extern: bool = False
    overslaan: Collection[str] = frozenset()
    programma: Programma = field(default_factory=Programma)


@dataclass(frozen=True)
class SiteVerslag:
    """What was found, and how many pages and addresses were looked at.

    `overgelaten` are the addresses elsewhere that LinkChecker may not ask for, or cannot as they are written.
    """

    problems: tuple[Problem, ...]
    paginas: int
    adressen: int
    overgelaten: tuple[str, ...] = ()


def check_site(site: Path, project: Path, bron: Bron | None = None, opties: Opties | None = None) -> SiteVerslag:
    """Check every link of the site in a folder; raises NietGedraaidError where not all of it could be looked at.

    A problem stands at the line of the source that has the link, where `bron` names one and the link is in it;
    otherwise at the line of the built page. Both as seen from the folder `project`.
    """
    opties = opties or Opties()
    beeld = load_sitebeeld(site)
    plaats = place_finder(site, project, bron)
    per_adres = _group((same_adres(koppeling.adres), koppeling) for koppeling in beeld.koppelingen)
    gezien, unlisted = _look_inside(site, beeld, opties.programma)
    problems = [*check_intern(gezien, per_adres, plaats)]
    for file, line, one in unlisted:
        mend = "verbeter het adres of haal het weg"
        sentence = f"bestand '{one.url}' bestaat niet op deze site ({render_antwoord(one)}); {mend}"
        problems.append(Problem(built_path(site, project, file), line, sentence, "site-links"))
    for pagina in check_bereikbaar(beeld):
        sentence = "geen link leidt vanaf de voorpagina naar deze pagina; verwijs ernaar of haal de pagina weg"
        problems.append(Problem(built_path(site, project, pagina), 1, sentence, "site-orphans"))
    looked_at, left = sum(adres.startswith("/") for adres in gezien), []
    if opties.check_extern:
        skipped = {urldefrag(adres).url for adres in opties.overslaan}
        elsewhere = _group((urldefrag(k.adres).url, k) for k in beeld.koppelingen if k.web and not k.canoniek)
        wanted = [adres for adres in elsewhere if adres not in skipped]
        extern = _look_outside([adres for adres in wanted if _UNCHANGED.fullmatch(adres)], opties.programma)
        problems += check_extern(extern, elsewhere, plaats)
        looked_at, left = looked_at + len(extern), sorted(set(wanted) - set(extern))
    return SiteVerslag(tuple(sorted(set(problems))), len(beeld.paginas), looked_at, tuple(left))


def _group(pairs: Iterable[tuple[str, Sitekoppeling]]) -> dict[str, list[Sitekoppeling]]:
    groups: dict[str, list[Sitekoppeling]] = {}
    for adres, koppeling in pairs:
        groups.setdefault(adres, []).append(koppeling)
    return groups


def _look_inside(
    site: Path, beeld: Sitebeeld, programma: Programma
) -> tuple[dict[str, Gezien], list[tuple[str, int, Gezien]]]:
    """Return what is said of each address in the pages, and what LinkChecker found dead besides: (file, line, it).

    It begins at a page that has all of them, so that none depends on the others, and follows links from there.
    """
    listed: dict[str, str] = {}
    for adres in (*beeld.paginas, *(koppeling.adres for koppeling in beeld.koppelingen), _DEAD, _NO_ANCHOR):
        listed.setdefault(same_adres(adres), adres)
    with serve_site(site, beeld.basis, {_BEGIN: _render_begin(listed.values())}) as host:
        said = run_linkchecker(host + _BEGIN, programma)
    first = {one.url: one for one in said if one.ouder == host + _BEGIN}
    gezien = {same: first[adres] for same, adres in listed.items() if adres in first}
    _check_ran(gezien, beeld, listed)
    paths = {adres.partition("#")[0] for adres in listed}
    rest = [one for one in said if one.ouder.startswith(host) and one.ouder != host + _BEGIN and not one.werkt]
    unlisted = [
        (_file_of(one.ouder, host, beeld), one.regel, one)
        for one in rest
        if one.url not in listed and same_adres(_from_host(one, host)).partition("#")[0] not in paths
    ]
    return {adres: one for adres, one in gezien.items() if adres not in {_DEAD, _NO_ANCHOR}}, unlisted


def _check_ran(gezien: Mapping[str, Gezien], beeld: Sitebeeld, listed: Mapping[str, str]) -> None:
    """Raise NietGedraaidError unless it looked at every page and address, and saw what cannot work."""
    missing = [pagina for adres, pagina in beeld.paginas.items() if not _works(gezien.get(same_adres(adres)))]
    if missing:
        count = f"{len(beeld.paginas) - len(missing)} van de {len(beeld.paginas)} pagina's"
        raise NietGedraaidError(f"LinkChecker bekeek {count}; niet bij: {', '.join(missing[:5])}.")
    unseen = [adres for same, adres in listed.items() if same.startswith("/") and same not in gezien]
    if unseen:
        raise NietGedraaidError(f"LinkChecker sloeg {len(unseen)} adressen over: {', '.join(unseen[:5])}.")
    if gezien[_DEAD].werkt:
        raise NietGedraaidError("LinkChecker keurt een link goed die met opzet nergens heen leidt.")
    if not gezien[_NO_ANCHOR].anker_mist:
        raise NietGedraaidError("LinkChecker controleert geen ankers; het kan zijn plug-ins niet lezen.")


def _works(one: Gezien | None) -> bool:
    return one is not None and one.werkt


def _look_outside(adressen: list[str], programma: Programma) -> dict[str, Gezien]:
    """Return what is said of each address elsewhere that was asked for."""
    if not adressen:
        return {}
    pages = {_BEGIN: _render_begin(adressen)}
    with TemporaryDirectory(prefix="linkcontrole-") as empty, serve_site(Path(empty), "/", pages) as host:
        said = run_linkchecker(host + _BEGIN, programma, check_extern=True)
    extern = {one.url: one for one in said if one.ouder == host + _BEGIN and not one.geweigerd}
    if len(extern) > 1 and not any(one.antwoord[:3].isdigit() for one in extern.values()):
        raise NietGedraaidError(
            f"Geen van de {len(extern)} adressen elders antwoordde: dat ligt waarschijnlijk aan dit netwerk."
        )
    return extern


def _render_begin(adressen: Iterable[str]) -> str:
    links = "".join(f'<a href="{escape(adres)}">x</a>\n' for adres in adressen)
    return f"<!doctype html>\n<title>x</title>\n{links}"


def _from_host(one: Gezien, host: str) -> str:
    """Return the address of what a file of the site asks for, from the site's root."""
    try:
        whole = urljoin(one.ouder, one.url)
    except ValueError:
        return one.url
    return whole.removeprefix(host) if whole.startswith(f"{host}/") else whole


def _file_of(url: str, host: str, beeld: Sitebeeld) -> str:
    """Return the file, from the site's folder, that is served at an address."""
    path = unquote(urlsplit(url.removeprefix(host)).path)
    return beeld.paginas.get(path, path.removeprefix(beeld.basis))
