"""The links of a built site: LinkChecker, the command, on the site as it will be served, told page by page.

It sees the inside alone. Whatever goes wrong with it is a `NietGedraaidError`: a check that looked at nothing must not
look like one that found nothing.
"""

from __future__ import annotations

import csv
import linecache
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from lxml import etree, html

from handreiking.basis.adres import split_url
from handreiking.basis.problem import NietGedraaidError, Problem

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
_ORPHAN = "geen link leidt vanaf de voorpagina naar deze pagina; verwijs ernaar of haal de pagina weg"


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
    site: Path, project: Path, bron: Callable[[str], str | None] | None = None, command: str = "", secs: float = 600
) -> SiteVerslag:
    """Check every link of the site in a folder; raises NietGedraaidError where not all of it could be looked at.

    A problem stands at the line of the source that has the link, where `bron` names one for its page ("een/index.html"
    → "content/een.md") and the link is in it; else at that of the built file. Both as seen from the folder `project`.
    """
    trees = {path.relative_to(site).as_posix(): _load_tree(path) for path in sorted(site.rglob("*.html"))}
    if not trees:
        raise NietGedraaidError(f"In {site} staat geen enkele pagina; bouw eerst de site.")
    # Only 404.html names the path that the site will be under; the canonical address of the home page says which it is.
    home = "".join(trees["index.html"].xpath("//link[@rel='canonical']/@href")[:1]) if "index.html" in trees else ""
    basis = posixpath.dirname(urlsplit(home).path).rstrip("/") + "/"
    paginas = {_clean(basis + name): name for name in trees}
    trees |= {path.name: _load_tree(path) for path in site.glob("*.xml")}
    links = [link for name, tree in trees.items() for link in _links(name, tree, basis, posixpath.dirname(home))]
    wanted = dict.fromkeys([*paginas, *(link.adres for link in links), _DEAD, _NO_ANCHOR])
    rows = _run(site, basis, wanted, command, secs)
    seen = {row["urlname"]: row for row in rows if row["parentname"] == _BEGIN}
    skipped = [adres for adres in wanted if adres.startswith("/") and adres not in seen]
    unread = [name for adres, name in paginas.items() if adres in seen and seen[adres]["valid"] != "True"]
    if skipped or unread or seen[_DEAD]["valid"] == "True" or "Anchor" not in seen[_NO_ANCHOR]["warningstring"]:
        said = ", ".join([*skipped, *unread][:5]) or "wat met opzet nergens heen leidt"
        raise NietGedraaidError(f"LinkChecker bekeek niet alles: {said}.")
    found = [(link, _wrong(link, seen.get(link.adres))) for link in links]
    for row in rows:  # what style sheets ask for
        if row["parentname"].endswith(".css") and row["url"].startswith("/") and row["valid"] != "True":
            file = unquote(row["parentname"].removeprefix(basis))
            link = _Link(file, int(row["line"] or 1), href=row["urlname"], adres=row["url"])
            found.append((link, _wrong(link, row)))
    found += [(_Link(name, 1), (_ORPHAN, "site-orphans")) for name in _orphans(paginas, links)]
    problems = {Problem(*_place(site, project, bron, link), *wrong) for link, wrong in found if wrong}
    return SiteVerslag(tuple(sorted(problems)), len(paginas), sum(adres.startswith("/") for adres in seen) - 2)


def _load_tree(path: Path) -> Any:
    parser = etree.XMLParser(resolve_entities=False) if path.suffix == ".xml" else html.HTMLParser(encoding="utf-8")
    try:
        return etree.fromstring(path.read_bytes(), parser).getroottree()
    except (OSError, etree.XMLSyntaxError, AttributeError) as error:  # the last: there is no element in it
        raise NietGedraaidError(f"De pagina {path} is leeg of niet te lezen.") from error


def _links(name: str, tree: Any, basis: str, home: str) -> Iterator[_Link]:
    base = urljoin(f"{_SITE}{basis}{name}", "".join(tree.xpath("//base/@href")))
    for element in tree.xpath("//*[not(self::base or @rel='canonical')]"):
        values = {key: element.get(key).strip() for key in _ATTRIBUTES if key in element.attrib}
        sources = [part.split()[0] for part in values.pop("srcset", "").split(",") if part.strip()]
        text = " ".join("".join(element.itertext()).split()) if values else ""
        for href in [*values.values(), *sources]:
            if (adres := _resolve(base, href, home)) is not None:
                yield _Link(name, element.sourceline or 1, str(element.tag), href, text, adres)


def _resolve(base: str, href: str, home: str) -> str | None:
    """Return the address to ask for; None for one elsewhere."""
    if split_url(href) is None:  # `http://[`: LinkChecker says what is wrong with it
        return href
    whole = urljoin(base, href)
    if home and f"{whole}/".startswith(f"{home}/"):
        whole = _SITE + urlsplit(home).path + whole.removeprefix(home)
    if whole.startswith(_SITE):
        return _clean(whole.removeprefix(_SITE))
    return None if re.match(r"(https?|data|javascript|tel):.", whole) else whole


def _clean(adres: str) -> str:
    """Return one form for all ways to write an address of the site: LinkChecker takes some of them apart."""
    rest, _, fragment = adres.partition("#")
    path = re.sub(r"/index\.html$", "/", re.sub(r"[/\\]+", "/", "/" + unquote(rest.partition("?")[0])))
    end = "/" if path.endswith("/") else ""
    # No anchors: the top of the page (HTML, 7.4.6.4), a text fragment, and the route of a program on the page.
    anchor = unquote(fragment.partition(":~:")[0])
    anchor = "" if anchor.lower() == "top" or anchor.startswith(("/", "!/")) else anchor
    return quote((posixpath.normpath(path).rstrip("/") + end) or "/") + (f"#{quote(anchor)}" if anchor else "")


def _run(site: Path, basis: str, wanted: Iterable[str], command: str, secs: float) -> list[dict[str, str]]:
    """Return what LinkChecker says, beginning at a page that has all addresses; those of the site without a host."""
    command = command or shutil.which("linkchecker", path=str(Path(sys.executable).parent)) or "linkchecker"
    page = "<!doctype html><meta charset=utf-8>" + "".join(f'<a href="{escape(adres)}">x</a>\n' for adres in wanted)
    env = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "TEMP", "TMPDIR") if key in os.environ}
    env |= {"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "no_proxy": "*"}
    with TemporaryDirectory(prefix="linkcontrole-") as name:
        env |= dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "PYTHONPATH"), name)
        shutil.copytree(site, f"{name}/site{basis}", dirs_exist_ok=True)
        Path(f"{name}/site{_BEGIN}").write_text(page, "utf-8")
        Path(f"{name}/instellingen").write_text(_SETTINGS, "utf-8")
        Path(f"{name}/sitecustomize.py").write_text(_STAY_ROOT, "utf-8")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=f"{name}/site"))
        server.handle_error = lambda *_: None  # type: ignore[method-assign] # LinkChecker breaks off what it need not read
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        host = f"http://127.0.0.1:{server.server_port}"
        ask = [command, "--config", "instellingen", "-o", "csv/utf-8", "--no-status", "--verbose", host + _BEGIN]
        try:
            done = subprocess.run(  # noqa: S603, PLW1510 - our own command and address; how it ended is judged below
                ask, cwd=name, env=env, timeout=secs, capture_output=True, encoding="utf-8", errors="replace"
            )
        except (subprocess.TimeoutExpired, OSError) as error:
            hint = "; installeer het met: pip install LinkChecker" if isinstance(error, FileNotFoundError) else ""
            raise NietGedraaidError(f"LinkChecker kon niet draaien ({type(error).__name__}){hint}.") from error
        finally:
            server.shutdown()
            server.server_close()
    # It exits with 1 for links that do not work, and also when Python gives up; then its output has no end.
    if done.returncode not in {0, 1} or "internal error" in done.stderr or "# Stopped checking" not in done.stdout:
        said = (done.stderr.strip().splitlines() or ["zonder iets te zeggen"])[-1][:300]
        raise NietGedraaidError(f"LinkChecker liep vast (uitgang {done.returncode}): {said}")
    lines = [line for line in done.stdout.replace(host, "").splitlines(keepends=True) if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter=";"))


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


def _wrong(link: _Link, row: dict[str, str] | None) -> tuple[str, str] | None:
    """Return what is wrong with a link by LinkChecker's row for its address, and the rule."""
    what = f"{'link' if link.element in {'a', 'area'} else 'bestand'} '{link.href}'"
    if re.fullmatch(r"(mailto|tel):\s*", link.href):
        return f"{what} is geen goed adres (leeg); verbeter het", "site-links"
    if row and row["valid"] != "True":
        said = re.sub(r"(?s)^(\d{3}).*", r"antwoord \1", row["result"][:150])
        if not link.adres.startswith("/"):
            return f"{what} is geen goed adres ({said}); verbeter het", "site-links"
        return f"{what} bestaat niet op deze site ({said}); verbeter het adres of haal het weg", "site-links"
    if row and "Anchor `" in row["warningstring"]:
        anchor, mend = unquote(link.adres.partition("#")[2]), "kies een plek die er is, of haal alles vanaf '#' weg"
        return f"link '{link.href}': op die pagina is geen plek '{anchor}'; {mend}", "site-anchors"
    return None


def _place(site: Path, project: Path, bron: Callable[[str], str | None] | None, link: _Link) -> tuple[str, int]:
    """Return the line of the source that has a link, else that of the built file: a template may have made it."""
    source = bron(link.bestand) if bron and link.href else None
    for number, line in enumerate(linecache.getlines(str(project / source)) if source else (), 1):
        if f"]({link.href}" in line or (link.tekst and f"[{link.tekst}](" in line):
            return str(source), number
    whole, top = (site / link.bestand).resolve(), project.resolve()
    return (whole.relative_to(top) if whole.is_relative_to(top) else whole).as_posix(), link.regel


def _orphans(paginas: dict[str, str], links: list[_Link]) -> set[str]:
    """Return the pages that no reader comes to by following links from the home page; hosts show 404.html."""
    by_path = {adres.rstrip("/"): name for adres, name in paginas.items()}
    clicked = [(link.bestand, link.adres.partition("#")[0]) for link in links if link.element in {"a", "area"}]
    leads = {(here, by_path.get(there.rstrip("/"))) for here, there in clicked}
    reached: set[str | None] = {"index.html"}
    before = 0
    while len(reached) > before:
        before = len(reached)
        reached |= {there for here, there in leads if here in reached}
    return {*paginas.values()} - reached - {"404.html"}
