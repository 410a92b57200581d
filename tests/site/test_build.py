"""Building: warnings, failures that destroy nothing, the same bytes, another handreiking, the live preview."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench.bouwen import make as make_large
from handreiking.site.omgeving import SJABLONEN
from tests.site.conftest import Build, Site, build, make, visible_text

pytestmark = pytest.mark.site


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write_own(project: Path, name: str, old: str, new: str) -> None:
    """Give a handreiking a template of its own: ours with one change."""
    text = (SJABLONEN / name).read_text(encoding="utf-8")
    assert old in text
    own = project / "overrides" / name
    own.parent.mkdir(exist_ok=True)
    own.write_text(text.replace(old, new), encoding="utf-8")


def test_a_strict_build_of_the_edition_warns_of_nothing(edition_build: Build) -> None:
    """The build succeeds and says nothing above INFO."""
    lines = [line for line in edition_build.printed.splitlines() if not line.startswith("INFO ")]
    assert (edition_build.status, lines) == (0, [])


@contextmanager
def one_processor() -> Iterator[None]:
    """Have what is started use one processor; the next build uses all again."""
    processors = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(processors)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, processors)


@pytest.mark.keuring
@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="er is maar één processor")
def test_a_large_handreiking_is_built_the_same_by_every_processor(tmp_path: Path) -> None:
    """What is divided over processors is to the byte what one makes; where it fails, it says on which page."""
    make_large(tmp_path / "groot", 210, 220)
    config = tmp_path / "groot" / "mkdocs.yml"
    divided = build(config, tmp_path / "site", EXPORT="nee")
    with one_processor():
        whole = build(config, tmp_path / "heel", EXPORT="nee")
    assert (divided.status, whole.status) == (0, 0), divided.printed + whole.printed
    made = contents(divided.folder)
    assert made == contents(whole.folder)
    assert len([path for path in made if path.startswith("thema")]) == 210 + 9
    broken = "{% block tekst %}{{ onderwerp.titel.bestaat.niet if onderwerp.id == 'thema4/onderwerp107' }}"
    write_own(tmp_path / "groot", "onderwerp.html", "{% block tekst %}", broken)
    failed = build(config, tmp_path / "site", EXPORT="nee")
    assert failed.status == 1
    assert "bij het invullen van thema4/onderwerp107.md" in failed.printed
    assert "'str object' has no attribute 'bestaat'" in failed.printed
    assert contents(tmp_path / "site") == made
    assert sorted(path.name for path in tmp_path.iterdir()) == ["groot", "heel", "site"]


def test_a_problem_in_the_data_stops_the_build_in_dutch_and_keeps_the_site(klein: Path, tmp_path: Path) -> None:
    """The message names file and line, no traceback is shown, and no byte of the previous site changes."""
    folder = tmp_path / "site"
    before = contents(make(klein, folder).folder)
    tools = klein / "data" / "tools.yaml"
    tools.write_text(tools.read_text(encoding="utf-8").replace("\n  url:", "\n  utl:"), encoding="utf-8")
    failed = build(klein / "mkdocs.yml", folder, EXPORT="nee")
    assert failed.status == 1
    assert "data/tools.yaml:6: onbekend veld 'utl'; bedoelde u 'url'?" in failed.printed
    assert "Traceback" not in failed.printed
    assert contents(folder) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"]


def test_a_failure_half_way_keeps_the_previous_site(klein: Path, tmp_path: Path) -> None:
    """A template that fails after pages were written leaves the previous site whole, and nothing beside it."""
    folder = tmp_path / "site"
    before = contents(make(klein, folder).folder)
    write_own(klein, "over.html", "{% extends", "{{ bestaat_niet.veld }}{% extends")
    failed = build(klein / "mkdocs.yml", folder, EXPORT="nee")
    assert failed.status != 0
    assert "bij het invullen van over.md" in failed.printed
    assert contents(folder) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project", "site"]


def test_what_editors_type_is_escaped_everywhere(klein: Path, tmp_path: Path) -> None:
    """Angle brackets, ampersands and quotes in a title come out as text, in the page, its head and the menu."""
    topic = klein / "content" / "groen" / "bomen.md"
    title = "Bomen < 5 & \"oud\" 'of' nieuw"
    topic.write_text(topic.read_text(encoding="utf-8").replace("titel: Bomen", f"titel: {title}", 1), encoding="utf-8")
    made = make(klein, tmp_path / "site")
    escaped = "Bomen &lt; 5 &amp; &#34;oud&#34; &#39;of&#39; nieuw"
    for name in (
        "groen/bomen.html",
        "index.html",
        "groen/index.html",
        "water/regen.html",
        "zelfscan.html",
        "instrumenten.html",
        "samenhang.html",
    ):
        raw = (made.folder / name).read_text(encoding="utf-8")
        assert escaped in raw, name
        assert "Bomen <" not in raw, name
        assert '& "oud"' not in raw, name
    head = (made.folder / "groen" / "bomen.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert head.count(escaped) >= 2


def test_a_target_that_is_no_folder_is_refused(klein: Path, tmp_path: Path) -> None:
    """A link in the place of the site stays, and so does what it points to; the message is Dutch."""
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "van-mij").write_text("x", encoding="utf-8")
    (tmp_path / "site").symlink_to(tmp_path / "elders")
    failed = build(klein / "mkdocs.yml", tmp_path / "site")
    assert failed.status == 1
    assert "is een snelkoppeling of een bestand, geen map" in failed.printed
    assert "Traceback" not in failed.printed
    assert (tmp_path / "site").is_symlink()
    assert contents(tmp_path / "elders") == {"van-mij": b"x"}


def test_another_handreiking_is_built_by_the_same_code(klein_site: Site) -> None:
    """Two themes, other terms, other colours: all of it on the site, and nothing of the edition."""
    site = klein_site
    assert [path.relative_to(site.folder).as_posix() for path in site.pages()] == [
        "404.html",
        "contact.html",
        "definities.html",
        "groen/bomen.html",
        "groen/index.html",
        "index.html",
        "instrumenten.html",
        "meenemen.html",
        "nieuw.html",
        "open-data.html",
        "over.html",
        "praktijk/index.html",
        "praktijk/waterdijk/bomen-tellen.html",
        "praktijk/waterdijk/index.html",
        "samenhang.html",
        "toegankelijkheid.html",
        "water/index.html",
        "water/regen.html",
        "zelfscan.html",
    ]
    home = site.tree("index.md")
    menu = [
        visible_text(link) for link in home.xpath("//main//a") if link.get("href", "").startswith(("groen/", "water/"))
    ]
    assert [text for text in menu if text in ("Groen", "Bomen", "Water", "Regen")] == [
        "Groen",
        "Bomen",
        "Water",
        "Regen",
    ]
    styles = (site.folder / "assets" / "css" / "themas.css").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-f]{6}\b", styles).count("#2f6b1f") > 0
    assert "#8fd3ee" in styles
    regen = site.tree("water/regen.md")
    terms = [(visible_text(a), a.get("href")) for a in regen.xpath("//main//a[@class='begrip']")]
    assert terms == [("wadi", "../definities.html#wadi")]
    bomen = site.text("groen/bomen.md")
    assert "Regenboek voor bomen" in bomen
    assert "Hittekaart & toelichting" in bomen
    tools = site.tree("groen/bomen.md").xpath("//main//a/@href")
    assert "https://kaart.example.org/hitte?laag=a%2Fb#:~:text=warm%20weer,koel" in tools
    everything = " ".join(path.read_text(encoding="utf-8") for path in site.pages())
    assert "Rotterdam" not in everything
    assert "radicalisering" not in everything.lower()


def _wait_for(url: str, wanted: str, seconds: float = 120) -> str:
    deadline, body = time.monotonic() + seconds, ""
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310 - our own server on 127.0.0.1
                body = answer.read().decode("utf-8")
        except OSError:  # not there yet, or not so fast
            body = ""
        if wanted in body:
            return body
        time.sleep(0.1)
    raise AssertionError(f"{url} did not come to hold {wanted!r}")


def test_the_preview_follows_all_that_an_editor_changes(klein: Path, tmp_path: Path) -> None:
    """A change in data, content, templates or settings comes to the page; so does a mistake, until it is mended."""
    write_own(klein, "base.html", "</body>", "<p>Oud</p></body>")
    config = klein / "mkdocs.yml"
    config.write_text(f"{config.read_text(encoding='utf-8')}watch: [data]\n", encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (tmp_path / "log").open("wb") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-f", str(config), "-a", f"127.0.0.1:{port}"],
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
    url = f"http://127.0.0.1:{port}/groen/bomen.html"
    tools, topic = klein / "data/tools.yaml", klein / "content/groen/bomen.md"
    whole, settings = tools.read_text(encoding="utf-8"), config.read_text(encoding="utf-8")
    try:
        _wait_for(url, "Hittekaart")
        tools.write_text(whole.replace("Hittekaart", "Koeltekaart"), encoding="utf-8")
        _wait_for(url, "Koeltekaart")
        tools.write_text(whole.replace("url:", "utl:"), encoding="utf-8")
        _wait_for(url, "data/tools.yaml:6</code> onbekend veld &#39;utl&#39;; bedoelde u &#39;url&#39;?")
        tools.write_text(whole.replace("Hittekaart", "Schaduwkaart"), encoding="utf-8")
        _wait_for(url, "Schaduwkaart")
        topic.write_text(topic.read_text(encoding="utf-8").replace("Linde", "Plataan"), encoding="utf-8")
        _wait_for(url, "Plataan")
        write_own(klein, "base.html", "</body>", "<p>{{ geen.veld }}</p></body>")
        _wait_for(url, "&#39;geen&#39; is undefined bij het invullen van")
        write_own(klein, "base.html", "</body>", "<p>Nieuw</p></body>")
        _wait_for(url, "<p>Nieuw</p>")
        config.write_text(f"{settings}nav: [index.md]\n", encoding="utf-8")
        _wait_for(url, "mkdocs.yml:7</code> &#39;nav&#39; doet hier niets")
        config.write_text(settings, encoding="utf-8")
        _wait_for(url, "<p>Nieuw</p>")
    finally:
        running.terminate()
        running.wait(10)
    assert (tmp_path / "log").read_text(encoding="utf-8").count("Traceback") == 1  # of the template
