"""The built site, by LinkChecker: what it finds, where it says so, and what it must not ask for."""

from __future__ import annotations

import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from handreiking.basis.problem import render_text
from handreiking.links.sitecheck import Opties, check_site
from handreiking.links.sitekoppelingen import same_adres
from handreiking.links.siteserver import serve_site
from tests.links.proefsite import Teller, free_port, write_site

LINKSITE = Path(__file__).parents[1] / "fixtures" / "linksite"
MEND = "verbeter het adres of haal het weg"


@pytest.fixture
def teller() -> Iterator[Teller]:
    """A counting server."""
    with Teller() as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield server
        server.shutdown()


def unsure(href: str, status: int) -> str:
    """Return what is said of an address that may be there all the same."""
    return f"link '{href}' is nu niet te controleren (antwoord {status}); open het adres zelf"


def test_every_fault_is_told_on_every_page_and_nothing_elsewhere_is_asked_for(
    tmp_path: Path, teller: Teller, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All faults of the example site, no false alarm, no request to another host; whoever we are, in any language."""
    # None of these may change the outcome: a proxy that is not there, another language, settings of the user.
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("LANGUAGE", "de")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path / "thuis"))
    project = tmp_path / "linksite"
    shutil.copytree(LINKSITE, project)
    home = project / "site" / "index.html"
    home.write_text(home.read_text(encoding="utf-8").replace("@TELLER@", teller.adres), encoding="utf-8")
    verslag = check_site(project / "site", project, {"index.html": "content/index.md"}.get)
    assert render_text(verslag.problems) == (LINKSITE / "verwacht.txt").read_text(encoding="utf-8")
    assert {problem.rule for problem in verslag.problems} == {"site-links", "site-anchors"}
    assert (verslag.paginas, verslag.adressen, verslag.overgelaten) == (5, 16, ())
    assert teller.gevraagd == []
    assert not (tmp_path / "thuis").exists()


def test_a_page_that_nothing_leads_to_is_looked_at_and_told(tmp_path: Path) -> None:
    """An orphan is a problem, and so are the links on it; 404.html, which hosts show by themselves, is none."""
    pages = {
        "index.html": '<a href="een/">x</a>',
        "een/index.html": '<a href="../twee.html">x</a>',
        "twee.html": '<a href="./">x</a>',
        "404.html": '<a href="/los/">alleen hier</a>',
        "los/index.html": '<a href="weg/">x</a><a href="../eiland/">x</a>',
        "eiland/index.html": '<a href="../los/">x</a>',
    }
    verslag = check_site(write_site(tmp_path / "site", pages), tmp_path)
    sentence = "geen link leidt vanaf de voorpagina naar deze pagina; verwijs ernaar of haal de pagina weg"
    assert render_text(verslag.problems).splitlines() == [
        f"site/eiland/index.html:1: {sentence}",
        f"site/los/index.html:1: {sentence}",
        f"site/los/index.html:3: link 'weg/' bestaat niet op deze site (antwoord 404); {MEND}",
    ]
    assert (verslag.paginas, verslag.adressen) == (6, 7)


def test_a_site_under_a_path(tmp_path: Path) -> None:
    """The canonical address of the home page says where the site will stand; outside that is nothing."""
    canonical = '<link rel="canonical" href="https://voorbeeld.invalid/hand/">'
    pages = {
        "index.html": f'{canonical}<a href="een/">x</a>',
        "een/index.html": '<a href="../">x</a>',
        "404.html": '<a href="/hand/een/">goed</a><a href="/een/">buiten de site</a>',
    }
    verslag = check_site(write_site(tmp_path / "site", pages), tmp_path)
    assert [(problem.path, problem.line, problem.message[:11]) for problem in verslag.problems] == [
        ("site/404.html", 3, "link '/een/")
    ]


def test_addresses_elsewhere(tmp_path: Path, teller: Teller) -> None:
    """Each is asked for once, as it is written, and told where it stands; some are left to others, or alone."""
    dead = f'<a href="{teller.adres}/weg#plek">weg</a>'
    pages = {
        "index.html": f'<link rel="canonical" href="{teller.adres}/canoniek/">'
        f'<a href="een/">x</a>{dead}<a href="{teller.adres}/goed?a=1&amp;b=2#:~:text=x">goed</a>',
        "een/index.html": f"{dead}\n"
        + "\n".join(
            f'<a href="{teller.adres}{path}">x</a>'
            for path in ("/vol", "/dicht", "/verboden", "/a%2Fb", "/a?b=c+d", "/a//b", "/elders-bekeken#x")
        ),
    }
    site = write_site(tmp_path / "site", pages)
    opties = Opties(check_extern=True, overslaan={f"{teller.adres}/elders-bekeken"})
    verslag = check_site(site, tmp_path, None, opties)
    url = teller.adres
    weg = f"link '{url}/weg#plek' werkt niet (antwoord 404); zoek het nieuwe adres of haal de link weg"
    assert [(problem.path, problem.line, problem.message, problem.rule) for problem in verslag.problems] == [
        ("site/een/index.html", 3, weg, "site-extern"),
        ("site/een/index.html", 4, unsure(f"{url}/vol", 503), "site-extern-unsure"),
        ("site/een/index.html", 5, unsure(f"{url}/dicht", 403), "site-extern-unsure"),
        ("site/index.html", 3, weg, "site-extern"),
    ]
    assert sorted(teller.gevraagd) == ["/dicht", "/goed?a=1&b=2", "/robots.txt", "/vol", "/weg"]
    assert verslag.adressen == 2 + 4
    assert verslag.overgelaten == tuple(f"{url}{path}" for path in ("/a%2Fb", "/a//b", "/a?b=c+d", "/verboden"))


def test_the_server_lets_linkchecker_go_on_and_lists_no_folder(tmp_path: Path) -> None:
    """Every answer has the header against throttling; a folder without a page, and all outside the path, is 404."""
    write_site(tmp_path, {"index.html": "x", "leeg/iets.txt": "x"})
    answers = {}
    with serve_site(tmp_path, "/hand/", {"/begin": "<title>begin</title>"}) as host:
        for path in ("/hand/", "/hand/leeg/iets.txt", "/hand/leeg/", "/", "/index.html", "/begin", "/hand/../begin"):
            try:
                with urllib.request.urlopen(host + path, timeout=5) as answer:  # noqa: S310 - our own server
                    answers[path] = (answer.status, "LinkChecker" in answer.headers)
            except urllib.error.HTTPError as error:
                answers[path] = (error.code, "LinkChecker" in error.headers)
                error.close()
    assert answers == {
        "/hand/": (200, True),
        "/hand/leeg/iets.txt": (200, True),
        "/hand/leeg/": (404, True),
        "/": (404, True),
        "/index.html": (404, True),
        "/begin": (200, True),
        "/hand/../begin": (404, True),
    }


@pytest.mark.parametrize(
    ("adres", "same"),
    [
        ("/", "/"),
        ("/?a=b", "/"),
        ("/#", "/"),
        ("/#a%20b", "/#a b"),
        ("/a%2Fb%2Bc", "/a/b+c"),
        ("/a//b/./../c/", "/a/c/"),
        ("/a/..", "/"),
        ("/a\\b", "/a/b"),
        ("/a%252Fb", "/a%2Fb"),
        ("https://voorbeeld.nl/a%2Fb", "https://voorbeeld.nl/a%2Fb"),
    ],
)
def test_one_form_for_all_ways_to_write_an_address(adres: str, same: str) -> None:
    """Addresses that open the same file are one; those elsewhere are left as they are."""
    assert same_adres(adres) == same
