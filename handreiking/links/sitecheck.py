"""The links of a built site: LinkChecker, the command, on the site as it will be served, told page by page.

It sees the inside alone. Whatever goes wrong with it is a `NietGedraaidError`: a check that looked at nothing must not
look like one that found nothing.
"""

from __future__ import annotations

import csv
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, TypeAlias
from urllib.parse import quote, unquote, urljoin, urlsplit

from lxml import etree, html

from handreiking.basis.problem import NietGedraaidError, Problem

Bron: TypeAlias = Callable[[str], str | None]
"""Gives the source of a page, both as paths: "groen/bomen/index.html" → "content/groen/bomen.md", or None."""

_SITE = "http://site.invalid"
_ATTRIBUTES = ("href", "src", "poster", "data", "xlink:href", "srcset")
# Two links that cannot work. LinkChecker has to say so; else it did not look, or not at anchors.
_BEGIN, _DEAD, _NO_ANCHOR = "/.linkcontrole.html", "/.linkcontrole/niets", "/.linkcontrole.html#niets"
_SETTINGS = (
    "[checking]\nthreads=0\ntimeout=10\nmaxrequestspersecond=100000\nresultcachesize=9999999\nrobotstxt=0\n"
    "maxfilesizeparse=999999999\nmaxfilesizedownload=999999999\n[filtering]\ncheckextern=0\n[AnchorCheck]\n"
)
# As root LinkChecker goes on as `nobody`, who may not read this Python: anchors are then left out in silence.
_STAY_ROOT = "import os\n\nos.seteuid = lambda uid: None\n"


@dataclass(frozen=True)
class SiteVerslag:
    """What was found, and how many pages and addresses were looked at."""

    problems: tuple[Problem, ...]
    paginas: int
    adressen: int


@dataclass(frozen=True)
class _Link:
    """One link of a file of the site: where it stands, as it is written, and what it asks for from the site's root."""

    bestand: str
    regel: int
    element: str = ""
    href: str = ""
    tekst: str = ""
    adres: str = ""


def check_site(
    site: Path, project: Path, bron: Bron | None = None, command: str = "", secs: float = 600
) -> SiteVerslag:
    """Check every link of the site in a folder; raises NietGedraaidError where not all of it could be looked at.

    A problem stands at the line of the source that has the link, where `bron` names one and the link is in it;
    otherwise at the line of the built file. Both as seen from the folder `project`.
    """
    trees = {path.relative_to(site).as_posix(): _load_tree(path) for path in sorted(site.rglob("*.html"))}
    if not trees:
        raise NietGedraaidError(f"In {site} staat geen enkele pagina; bouw eerst de site.")
    # Only 404.html names the path that the site will be under; the canonical address of the home page says which it is.
    home = "".join(trees["index.html"].xpath("//link[@rel='canonical']/@href")[:1]) if "index.html" in trees else ""
    basis = posixpath.dirname(urlsplit(home).path).rstrip("/") + "/"
    paginas = {_clean(basis + re.sub(r"(^|/)index\.html$", r"\1", name)): name for name in trees}
    trees |= {path.name: _load_tree(path) for path in site.glob("*.xml")}
    links = [link for name, tree in trees.items() for link in _links(name, tree, basis, posixpath.dirname(home))]
    wanted = dict.fromkeys([*paginas, *(link.adres for link in links), _DEAD, _NO_ANCHOR])
    rows, host = _run(site, basis, wanted, command, secs)
    seen = {row["urlname"]: row for row in rows if row["parentname"] == host + _BEGIN}
    skipped = [adres for adres in wanted if adres.startswith("/") and adres not in seen]
    unread = [name for adres, name in paginas.items() if adres in seen and seen[adres]["valid"] != "True"]
    if skipped or unread or seen[_DEAD]["valid"] == "True" or "Anchor" not in seen[_NO_ANCHOR]["warningstring"]:
        said = ", ".join([*skipped, *unread][:5]) or "wat met opzet nergens heen leidt"
        raise NietGedraaidError(f"LinkChecker bekeek niet alles: {said}.")
    place = partial(_place, site, project, bron)
    found = [Problem(*place(link), *said) for link in links for said in _wrong(link, seen.get(link.adres, {}))]
    for row in rows:  # what style sheets and the like ask for
        file = unquote(urlsplit(row["parentname"]).path.removeprefix(basis))
        asked = _clean(row["url"].removeprefix(host)).partition("#")[0]
        if file.endswith(".css") and row["url"].startswith(host) and asked not in wanted:
            link = _Link(file, int(row["line"] or 1), "", row["urlname"], "", "/")
            found += [Problem(*place(link), *said) for said in _wrong(link, {**row, "warningstring": ""})]
    orphan = "geen link leidt vanaf de voorpagina naar deze pagina; verwijs ernaar of haal de pagina weg"
    found += [Problem(*place(_Link(name, 1)), orphan, "site-orphans") for name in _orphans(paginas, links)]
    return SiteVerslag(tuple(sorted(set(found))), len(paginas), sum(adres.startswith("/") for adres in seen) - 2)


def _load_tree(path: Path) -> Any:
    parser = etree.XMLParser(resolve_entities=False) if path.suffix == ".xml" else html.HTMLParser(encoding="utf-8")
    with suppress(OSError, etree.XMLSyntaxError):
        tree = etree.fromstring(path.read_bytes(), parser)
        if tree is not None:
            return tree
    raise NietGedraaidError(f"De pagina {path} is leeg of niet te lezen.")


def _links(name: str, tree: Any, basis: str, home: str) -> Iterator[_Link]:
    base = urljoin(f"{_SITE}{basis}{name}", "".join(tree.xpath("//base/@href")))
    for element in tree.iter(etree.Element):
        values = {k: element.get(k).strip() for k in _ATTRIBUTES if k in element.attrib and element.tag != "base"}
        sources = [part.split()[0] for part in values.pop("srcset", "").split(",") if part.strip()]
        for href in [*values.values(), *sources] if element.get("rel") != "canonical" else ():
            adres = _resolve(base, href, home)
            if adres is not None:
                text = " ".join("".join(element.itertext()).split())
                yield _Link(name, element.sourceline or 1, str(element.tag), href, text, adres)


def _resolve(base: str, href: str, home: str) -> str | None:
    """Return the address to ask for; None for one elsewhere."""
    try:
        whole = urljoin(base, href)
    except ValueError:  # `http://[`: LinkChecker says what is wrong with it
        return href
    if home and f"{whole}/".startswith(f"{home}/"):
        whole = _SITE + urlsplit(home).path + whole.removeprefix(home)
    if whole.startswith(_SITE):
        return _clean(whole.removeprefix(_SITE))
    return None if re.match(r"(https?|data|javascript|tel):.", whole) else whole


def _clean(adres: str) -> str:
    """Return one form for all ways to write an address of the site: LinkChecker takes some of them apart."""
    rest, _, fragment = adres.partition("#")
    path = re.sub(r"[/\\]+", "/", "/" + unquote(rest.partition("?")[0]))
    end = "/" if path.endswith(("/", "/.", "/..")) else ""
    # No anchors: the top of the page (HTML, 7.4.6.4), a text fragment, and the route of a program on the page.
    anchor = unquote(fragment.partition(":~:")[0])
    anchor = "" if anchor.lower() == "top" or anchor.startswith(("/", "!/")) else anchor
    return quote((posixpath.normpath(path).rstrip("/") + end) or "/") + (f"#{quote(anchor)}" if anchor else "")


def _run(site: Path, basis: str, wanted: Iterable[str], command: str, secs: float) -> tuple[list[dict[str, str]], str]:
    """Return what LinkChecker says, beginning at a page that has all addresses, and the host that it asked."""
    command = command or shutil.which("linkchecker", path=str(Path(sys.executable).parent)) or "linkchecker"
    with TemporaryDirectory(prefix="linkcontrole-") as name, ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        home = Path(name)
        shutil.copytree(site, home / "site" / basis.strip("/"), dirs_exist_ok=True)
        page = "".join(f'<a href="{escape(adres)}">x</a>\n' for adres in wanted)
        (home / "site" / _BEGIN[1:]).write_text(
            f"<!doctype html>\n<meta charset=utf-8><title>x</title>\n{page}", encoding="utf-8"
        )
        (home / "instellingen").write_text(_SETTINGS, encoding="utf-8")
        (home / "sitecustomize.py").write_text(_STAY_ROOT if hasattr(os, "geteuid") and os.geteuid() == 0 else "")
        server.RequestHandlerClass = partial(_Handler, directory=str(home / "site"))
        vars(server)["handle_error"] = lambda *_: None  # LinkChecker breaks off what it need not read
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        host = f"http://127.0.0.1:{server.server_port}"
        kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "TEMP", "TMPDIR") if key in os.environ}
        folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "PYTHONPATH"), name)
        try:
            done = subprocess.run(  # noqa: S603 - our own command, and an address that we made
                [command, "--config", "instellingen", "-o", "csv/utf-8", "--no-status", "--verbose", host + _BEGIN],
                cwd=name,
                env={**kept, **folders, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "no_proxy": "*"},
                capture_output=True,
                timeout=secs,
                check=False,
                encoding="utf-8",
                errors="replace",
            )
        except (subprocess.TimeoutExpired, OSError) as error:
            hint = "; installeer het met: pip install LinkChecker" if isinstance(error, FileNotFoundError) else ""
            raise NietGedraaidError(f"LinkChecker kon niet draaien ({type(error).__name__}){hint}.") from error
        finally:
            server.shutdown()
    # It exits with 1 for links that do not work, and also when Python gives up; then its output has no end.
    if done.returncode not in {0, 1} or "internal error" in done.stderr or "# Stopped checking" not in done.stdout:
        said = (done.stderr.strip().splitlines() or ["zonder iets te zeggen"])[-1][:300]
        raise NietGedraaidError(f"LinkChecker liep vast (uitgang {done.returncode}): {said}")
    lines = [line for line in done.stdout.splitlines(keepends=True) if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter=";")), host


class _Handler(SimpleHTTPRequestHandler):
    """Files as a web host gives them: no list of a folder; and LinkChecker need not hold back."""

    protocol_version, wbufsize = "HTTP/1.1", -1  # in one go: in two, each answer waits 40 ms for an acknowledgement

    def list_directory(self, path: Any) -> None:  # noqa: ARG002
        self.send_error(404)

    def end_headers(self) -> None:
        self.send_header("LinkChecker", "welkom")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        return


def _wrong(link: _Link, row: dict[str, str]) -> Iterator[tuple[str, str]]:
    what, said = "link" if link.element in {"a", "area"} else "bestand", row.get("result", "")[:150]
    if re.fullmatch(r"(mailto|tel):\s*", link.href):
        yield f"{what} '{link.href}' is geen goed adres (leeg); verbeter het", "site-links"
    elif row and row["valid"] != "True" and link.adres.startswith("/"):
        said = f"antwoord {said[:3]}" if said[:3].isdigit() else said
        yield (
            f"{what} '{link.href}' bestaat niet op deze site ({said}); verbeter het adres of haal het weg",
            "site-links",
        )
    elif row and row["valid"] != "True":
        yield f"{what} '{link.href}' is geen goed adres ({said}); verbeter het", "site-links"
    elif row and "Anchor `" in row["warningstring"]:
        anchor, mend = unquote(link.adres.partition("#")[2]), "kies een plek die er is, of haal alles vanaf '#' weg"
        yield f"link '{link.href}': op die pagina is geen plek '{anchor}'; {mend}", "site-anchors"


def _place(site: Path, project: Path, bron: Bron | None, link: _Link) -> tuple[str, int]:
    """Return the line of the source that has a link, else that of the built file: a template may have made it."""
    source = bron(link.bestand) if bron and link.href else None
    for number, line in enumerate(_load_lines(project / source) if source else (), 1):
        if f"]({link.href}" in line or (link.tekst and f"[{link.tekst}](" in line):
            return str(source), number
    whole, top = (site / link.bestand).resolve(), project.resolve()
    return (whole.relative_to(top) if whole.is_relative_to(top) else whole).as_posix(), link.regel


@cache
def _load_lines(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8", errors="replace").split("\n")) if path.is_file() else ()


def _orphans(paginas: dict[str, str], links: list[_Link]) -> set[str]:
    """Return the pages that no reader comes to by following links from the home page; hosts show 404.html."""
    by_path = {
        path: name for adres, name in paginas.items() for path in (adres, adres.rstrip("/"), adres + "index.html")
    }
    leads: dict[str, set[str]] = {}
    for link in links:
        if link.element in {"a", "area"}:
            leads.setdefault(link.bestand, set()).add(by_path.get(link.adres.partition("#")[0], ""))
    reached, ahead = {"404.html"}, {"index.html"}
    while ahead:
        reached |= ahead
        ahead = set().union(*(leads.get(name, ()) for name in ahead)) - reached
    return {*paginas.values()} - reached
