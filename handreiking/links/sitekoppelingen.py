"""The links of a built site, read from its pages: where each stands, and which of them are one address.

LinkChecker reports an address once, on the first page that has it; an editor wants every page.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from handreiking.basis.problem import NietGedraaidError

# Stands for the host that the site will have; links within the site begin with it once they are resolved.
_SITE = "http://site.invalid"
_ATTRIBUTES = {
    "a": "href",
    "area": "href",
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "link": "href",
    "object": "data",
    "script": "src",
    "source": "src",
    "track": "src",
    "video": "src",
}
_SPACE = " \t\n\r\f"
_SLASHES = re.compile(r"[/\\]+")


@dataclass(frozen=True)
class Sitekoppeling:
    """One link: the page (a path in the site's folder) and line, the element, the address and the text as they stand.

    `adres` is what is asked for: from the site's root ("/groen/bomen/#eik"), or whole for an address elsewhere.
    """

    pagina: str
    regel: int
    element: str
    href: str
    tekst: str
    adres: str

    @property
    def intern(self) -> bool:
        """Whether it leads to something of the site itself."""
        return self.adres.startswith("/")

    @property
    def web(self) -> bool:
        """Whether it leads to a page elsewhere."""
        return self.adres.lower().startswith(("http://", "https://"))

    @property
    def canoniek(self) -> bool:
        """Whether it only says where the published page stands, which may not be there yet."""
        return self.element == "link" and not self.intern


@dataclass(frozen=True)
class Sitebeeld:
    """A built site: its pages by the address they have, the path it is served under, and all links in their order."""

    basis: str
    paginas: Mapping[str, str]
    koppelingen: tuple[Sitekoppeling, ...]


def load_sitebeeld(site: Path) -> Sitebeeld:
    """Read every page of a built site; raises NietGedraaidError where there is none, or one cannot be read."""
    trees = {path.relative_to(site).as_posix(): _load_tree(path) for path in sorted(site.rglob("*.html"))}
    if not trees:
        raise NietGedraaidError(f"In {site} staat geen enkele pagina; bouw eerst de site.")
    basis = _basis(trees.get("index.html"))
    addresses = {pagina: basis + re.sub(r"(^|/)index\.html$", r"\1", pagina) for pagina in trees}
    koppelingen = (k for pagina, tree in trees.items() for k in _koppelingen(pagina, addresses[pagina], tree))
    return Sitebeeld(basis, {address: pagina for pagina, address in addresses.items()}, tuple(koppelingen))


def same_adres(adres: str) -> str:
    """Return one form for all ways to write an address of the site.

    Encoded or not, with doubled slashes or a query: LinkChecker takes the first two for one, and to a folder of files
    all are. So `%2F` and `%2B`, which it takes apart, can do no harm here.
    """
    if not adres.startswith("/"):
        return adres
    parts = urlsplit(_SITE + adres)
    path = _SLASHES.sub("/", unquote(parts.path))
    end = "/" if path.endswith(("/", "/.", "/..")) else ""
    path = posixpath.normpath(path).rstrip("/") + end
    return f"{path or '/'}#{unquote(parts.fragment)}".removesuffix("#")


def check_bereikbaar(beeld: Sitebeeld) -> Iterator[str]:
    """Yield the pages that no reader comes to by following links from the home page."""
    by_path = {same_adres(address).rstrip("/"): pagina for address, pagina in beeld.paginas.items()}
    by_path |= {f"{same_adres(beeld.basis + pagina)}": pagina for pagina in beeld.paginas.values()}
    leads: dict[str, set[str]] = {}
    for koppeling in beeld.koppelingen:
        if koppeling.intern and koppeling.element in {"a", "area"}:
            path = same_adres(koppeling.adres).partition("#")[0].rstrip("/")
            leads.setdefault(koppeling.pagina, set()).add(by_path.get(path, ""))
    # Hosts show 404.html by themselves.
    reached, ahead = {"404.html"}, {"index.html"}
    while ahead:
        reached |= ahead
        ahead = set().union(*(leads.get(pagina, ()) for pagina in ahead)) - reached
    yield from sorted(set(beeld.paginas.values()) - reached)


def _load_tree(path: Path) -> html.HtmlElement:
    try:
        return html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    except (OSError, etree.ParserError) as error:
        raise NietGedraaidError(f"De pagina {path} is leeg of niet te lezen.") from error


def _basis(home: html.HtmlElement | None) -> str:
    """Return the path the site will be served under, as its home page says: "/" or, say, "/handreiking/".

    Only 404.html has links that begin with it; every other page links relative to itself.
    """
    canonical = [] if home is None else home.xpath("//link[@rel='canonical']/@href")
    path = urlsplit(str(canonical[0])).path if canonical else "/"
    return path if path.endswith("/") else "/"


def _koppelingen(pagina: str, address: str, tree: html.HtmlElement) -> Iterable[Sitekoppeling]:
    base = urljoin(_SITE + address, "".join(tree.xpath("string(//base/@href)")))
    for element in tree.iter(*_ATTRIBUTES):
        value = element.get(_ATTRIBUTES[str(element.tag)])
        if value is not None:
            href = value.strip(_SPACE)
            text = " ".join(element.text_content().split())
            yield Sitekoppeling(pagina, element.sourceline or 1, str(element.tag), href, text, _resolve(base, href))


def _resolve(base: str, href: str) -> str:
    """Return the address to ask for, without the part of a fragment that names no anchor."""
    try:
        whole = urljoin(base, href)
    except ValueError:  # `http://[`: LinkChecker says what is wrong with it
        return href
    if whole != _SITE and not whole.startswith((f"{_SITE}/", f"{_SITE}?", f"{_SITE}#")):
        return whole
    rest, _, fragment = whole.removeprefix(_SITE).partition("#")
    anchor = _anchor(fragment)
    return "/" + rest.lstrip("/\\") + (f"#{anchor}" if anchor else "")


def _anchor(fragment: str) -> str:
    """Return the anchor that a fragment names.

    None is the top of the page (HTML standard, "select the indicated part"), a text fragment (`:~:text=…`) or the
    route of a program on the page (`#/route`, `#!/route`).
    """
    anchor = fragment.partition(":~:")[0]
    return "" if anchor.lower() == "top" or anchor.startswith(("/", "!/")) else anchor
