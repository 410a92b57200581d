"""Addresses: between pages, and those of publishers, which stay as they are to the byte."""

from __future__ import annotations

import re
from itertools import product
from urllib.parse import urljoin

import pytest

from handreiking.basis.adres import Site, check_url, page_url, relative_url, resolve
from tests.conftest import ROOT, Werkmap, load_edition

PAGES = ("index.md", "over.md", "groen/index.md", "groen/bomen.md", "water/index.md", "water/regen.md")


@pytest.mark.parametrize(
    ("page", "href", "expected"),
    [
        ("groen/bomen.md", "struiken.md", ("groen/struiken.md", "")),
        ("groen/bomen.md", "./struiken.md", ("groen/struiken.md", "")),
        ("groen/bomen.md", "../water/regen.md", ("water/regen.md", "")),
        ("groen/bomen.md", "../water/regen.md#wat-kunt-u-doen", ("water/regen.md", "wat-kunt-u-doen")),
        ("groen/bomen.md", "#linde", ("groen/bomen.md", "linde")),
        ("groen/bomen.md", "", ("groen/bomen.md", "")),
        ("groen/bomen.md", "?zoek=x#linde", ("groen/bomen.md", "linde")),
        ("over.md", "groen/index.md", ("groen/index.md", "")),
        ("groen/bomen.md", "/over.md", ("over.md", "")),
        ("over.md", "caf%C3%A9.md#caf%C3%A9", ("café.md", "café")),
        ("over.md", "over.md?x=1", ("over.md", "")),
        ("over.md", "water/", ("water", "")),
        ("groen/bomen.md", "../../data/tools.yaml", ("../data/tools.yaml", "")),
        ("over.md", "groen/../../../over.md", ("../../over.md", "")),
        ("over.md", "/../over.md", ("over.md", "")),
    ],
)
def test_a_relative_link_resolves_to_a_source_file_and_an_anchor(
    page: str, href: str, expected: tuple[str, str]
) -> None:
    """A link leads from the folder of its page, an absolute one from the content folder, never quietly outside."""
    assert resolve(page, href) == expected


@pytest.mark.parametrize(
    ("page", "with_directories", "without"),
    [
        ("index.md", "", "index.html"),
        ("over.md", "over/", "over.html"),
        ("groen/index.md", "groen/", "groen/index.html"),
        ("groen/bomen.md", "groen/bomen/", "groen/bomen.html"),
        ("groen/mijn.index.md", "groen/mijn.index/", "groen/mijn.index.html"),
    ],
)
def test_the_address_of_a_page_in_both_modes(page: str, with_directories: str, without: str) -> None:
    """A page is a folder or a file, as the site wants it."""
    assert (page_url(page, directories=True), page_url(page, directories=False)) == (with_directories, without)


@pytest.mark.parametrize(
    ("source", "target", "with_directories", "without"),
    [
        ("groen/bomen.md", "water/regen.md", "../../water/regen/", "../water/regen.html"),
        ("groen/bomen.md", "groen/index.md", "../", "index.html"),
        ("groen/bomen.md", "index.md", "../../", "../index.html"),
        ("index.md", "groen/bomen.md", "groen/bomen/", "groen/bomen.html"),
        ("over.md", "over.md", "./", "over.html"),
        ("index.md", "index.md", "./", "index.html"),
    ],
)
def test_the_address_of_one_page_as_seen_from_another(
    source: str, target: str, with_directories: str, without: str
) -> None:
    """The shortest way from page to page."""
    got = [relative_url(source, target, directories=directories) for directories in (True, False)]
    assert got == [with_directories, without]


@pytest.mark.parametrize("directories", [True, False])
def test_a_browser_arrives_at_the_page_meant(*, directories: bool) -> None:
    """From every page to every page, a browser joins the two addresses to the right one, at any root."""
    for root, source, target in product(("https://a.example.org/", "https://a.example.org/x/y/"), PAGES, PAGES):
        here = urljoin(root, page_url(source, directories=directories))
        there = urljoin(root, page_url(target, directories=directories))
        assert urljoin(here, relative_url(source, target, directories=directories)) == there


ODD = (
    "https://kaart.example.org/workshop%C2%A0samen?eigenschap_128%5b%5d=331",
    "https://kaart.example.org/ons+aanbod",
    "https://kaart.example.org/Brieven%20(RIB)/2023/RIB%20-%20aanpak,%20en%20meer.pdf",
    "https://kaart.example.org/Format+Quick+%28preventieve%29+v6.1_Extend.pdf",
    "https://kaart.example.org/dienst/#:~:text=Zowel%20professionals%20als,complexe%20situaties.",
    "https://kaart.example.org/x?a[b]=c&d=e;f='g'*$!@h",
    "https://KAART.example.org:443//x/../y/./?",
    "https://kaart.example.org/x#",
    "https://kaart.example.org",
    "https://xn--kart-0na.example.org./",
)


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("adres", ["https://www.example.org/h/", ""])
def test_a_program_arrives_at_what_a_file_names(adres: str, *, directories: bool) -> None:
    """From a file in a folder and from each page, an address leads to the same place, whole or not."""
    root = "https://www.example.org/h/"
    site = Site(adres, directories)
    files = ("opendata/tools.json", *(page_url(page, directories=directories) for page in PAGES))
    for file, page in product(files, PAGES):
        meant = f"{root}{page_url(page, directories=directories)}"
        assert urljoin(f"{root}{file}", site.pagina(page, file)) == meant, (file, page)
        assert urljoin(f"{root}{file}", site.pagina(page, file, "kop")) == f"{meant}#kop"
        assert urljoin(f"{root}{file}", site.url("opendata/schema/a.json", file)) == f"{root}opendata/schema/a.json"
        assert site.pagina(page, file).startswith(root) == bool(adres)


@pytest.mark.parametrize("url", ODD)
def test_an_odd_address_survives_to_the_byte(url: str, werkmap: Werkmap) -> None:
    """What looks odd in an address can be what the publisher's server wants."""
    assert check_url(url) is None
    quoted = url.replace("'", "''")
    werkmap.change(
        "data/tools.yaml",
        "https://kaart.example.org/hitte?laag=a%2Fb#:~:text=warm%20weer,koel",
        f"'{quoted}'",
    )
    assert [instrument.url for instrument in werkmap.handreiking().instrumenten] == [url, None]


def test_the_addresses_of_the_edition_survive_to_the_byte() -> None:
    """Each address in data/tools.yaml comes out with the letters that stand in the file."""
    text = (ROOT / "data" / "tools.yaml").read_text(encoding="utf-8")
    written = re.findall(r'^  url: (?:"(.*)"|(.*))$', text, re.MULTILINE)
    handreiking = load_edition()
    urls = [instrument.url for instrument in handreiking.instrumenten if instrument.url is not None]
    assert urls == [quoted or plain for quoted, plain in written]
    assert [
        mark for mark in ("%C2%A0", "%5b", "+", "(", ",", "#:~:text=") if not any(mark in url for url in urls)
    ] == []


def test_http_passes_only_with_a_reason() -> None:
    """The reason allows `http://` and nothing else."""
    assert check_url("http://kaart.example.org/", http_allowed=True) is None
    assert check_url("http://kaart.example.org:80/", http_allowed=True) is None
    assert (
        check_url("http://192.0.2.7/", http_allowed=True) == "'192.0.2.7' is een IP-adres; gebruik de naam van de site"
    )
    assert check_url("ftp://kaart.example.org/", http_allowed=True) == "het adres begint niet met https://"
