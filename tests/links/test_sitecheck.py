"""The built site, by LinkChecker: what it finds, where it says so, and what it must not ask for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from handreiking.__main__ import main
from handreiking.basis.problem import render_text
from handreiking.links.sitecheck import check_site
from tests.conftest import copy_klein
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
    assert (verslag.paginas, verslag.adressen) == (5, 17)
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


@pytest.mark.parametrize("home", ["https://voorbeeld.invalid/hand/", "https://voorbeeld.invalid/hand/index.html"])
def test_a_site_under_a_path(tmp_path: Path, home: str) -> None:
    """The canonical address of the home page says where the site will stand; outside that is nothing."""
    pages = {
        "index.html": f'<link rel="canonical" href="{home}"><a href="een/">x</a>',
        "een/index.html": '<a href="../">x</a>',
        "404.html": '<a href="/hand/een/">goed</a><a href="/een/">buiten</a><a href="/hand/twee/index.html">weg</a>',
    }
    verslag = check_site(write_site(tmp_path / "site", pages), tmp_path)
    assert [(problem.path, problem.line, problem.message.split("'")[1]) for problem in verslag.problems] == [
        ("site/404.html", 3, "/een/"),
        ("site/404.html", 3, "/hand/twee/index.html"),
    ]


def test_whatever_a_browser_asks_for_is_looked_at(tmp_path: Path) -> None:
    """Parts of pictures, a still of a film, addresses without an addressee, and what the feed names of the site."""
    home = "https://voorbeeld.invalid/hand"
    pages = {
        "index.html": f"""<link rel="canonical" href="{home}/index.html">
<svg><use href="mist.svg#a"/><image xlink:href="beeld.png"/></svg>
<video poster="still.jpg"></video>
<a href="mailto:">post</a> <a href="tel:">bel</a> <a href="tel:123">bel</a> <a href="{home}/weg.html">heel</a>""",
    }
    site = write_site(tmp_path / "site", pages)
    links = f'<link href="{home}/feed.xml"/>\n<link href="{home}/oud.html"/>'
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{links}</feed>'
    (site / "feed.xml").write_text(feed, encoding="utf-8")
    found = check_site(site, tmp_path).problems
    assert {(problem.path, problem.line, problem.message.split("'")[1]) for problem in found} == {
        ("site/feed.xml", 2, f"{home}/oud.html"),
        ("site/index.html", 4, "beeld.png"),
        ("site/index.html", 4, "mist.svg#a"),
        ("site/index.html", 5, "still.jpg"),
        ("site/index.html", 6, "mailto:"),
        ("site/index.html", 6, "tel:"),
        ("site/index.html", 6, f"{home}/weg.html"),
    }


@pytest.mark.site
@pytest.mark.parametrize("url", ["https://www.example.org/handreiking/", ""])
def test_a_site_as_the_build_writes_it(url: str, tmp_path: Path, iconen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a path or not, nothing is wrong with a whole site, and what is wrong is seen."""
    monkeypatch.setenv("SITE_URL", url)
    monkeypatch.setenv("EXPORT", "nee")
    werkmap, site = copy_klein(tmp_path / "klein", iconen), tmp_path / "site"
    assert main(["--project", str(werkmap.map), "bouw", "--uit", str(site)]) == 0
    assert check_site(site, werkmap.map).problems == ()
    page = site / "404.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace('href="/handreiking/over.html"' if url else 'href="/over.html"', 'href="/weg.html"'))
    assert {(p.path, p.message.split("'")[1]) for p in check_site(site, werkmap.map).problems} == {
        ((site / "404.html").as_posix(), "/weg.html")
    }
