"""What a reader takes along: the PDFs and the unpacked site, made by the same build and saying the same date."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from handreiking.basis.problem import NietGedraaidError, NietGemaaktError, render_text
from handreiking.basis.weergave import render_datum
from handreiking.site.downloads import TOP, ZIP, render_omvang
from tests.site.conftest import Site, build, make

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture(scope="module")
def unpacked(edition: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked in a folder with a space in its name, as on somebody's laptop."""
    folder = tmp_path_factory.mktemp("mijn downloads")
    with zipfile.ZipFile(edition.folder / ZIP) as package:
        package.extractall(folder)
    return folder / TOP


def test_the_download_page_names_every_file_with_its_size_and_date(edition: Site) -> None:
    """PDF, one a theme, zip: each is there, with the size it really has and the date of the content."""
    items = edition.tree("download.md").xpath("//main//ul[@class='downloads']/li")
    said = [(item.find("a").get("href"), item.find("span[@class='rustig']").text_content()) for item in items]
    names = [name for name, _ in said]
    assert names == [
        "handreiking.pdf",
        "handreiking-beleid.pdf",
        "handreiking-preventie.pdf",
        "handreiking-pga.pdf",
        "handreiking-deskundigheid.pdf",
        ZIP,
    ]
    day = render_datum(edition.stand).replace(" ", "\u00a0")
    for name, words in said:
        size = (edition.folder / name).stat().st_size
        assert words == f"{name.rpartition('.')[2]}, {render_omvang(size)}, stand van {day}"


def test_the_foot_of_every_page_offers_the_files_and_a_theme_its_own(edition: Site) -> None:
    """The block stands closed at the foot of each page; the page of a theme has its PDF at hand."""
    wanted = [
        "handreiking.pdf",
        *(f"handreiking-{t}.pdf" for t in ("beleid", "preventie", "pga", "deskundigheid")),
        ZIP,
    ]
    offered = {}
    for page in edition.pages():
        name = page.relative_to(edition.folder).as_posix()
        links = edition.tree(name.replace(".html", ".md")).xpath("//footer//details/ul[@class='downloads']//a/@href")
        offered[name] = [link.rpartition("/")[2] for link in links]
    assert {name for name, files in offered.items() if files != wanted} == set()
    for theme in ("beleid", "preventie", "pga", "deskundigheid"):
        (pdf,) = edition.tree(f"{theme}/index.md").xpath("//main//a[contains(@href, '.pdf')]/@href")
        assert pdf == f"../handreiking-{theme}.pdf"


def test_the_pdf_says_the_same_date(edition: Site) -> None:
    """The date of the content stands on the cover of the PDF as it stands on the site."""
    first = PdfReader(edition.folder / "handreiking.pdf").pages[0].extract_text()
    assert f"Stand van {render_datum(edition.stand)}" in " ".join(first.split())


def test_the_zip_holds_the_site_and_nothing_that_is_of_no_use_offline(edition: Site) -> None:
    """Every page and file but the zip itself, what servers want and the page for lost visitors; short, safe paths."""
    with zipfile.ZipFile(edition.folder / ZIP) as package:
        entries = package.infolist()
        note = package.read(f"{TOP}/LEESMIJ.txt")
    left_out = {"404.html", "robots.txt", "sitemap.xml", ".well-known/security.txt", ZIP}
    site = {path.relative_to(edition.folder).as_posix() for path in edition.folder.rglob("*") if path.is_file()}
    assert {entry.filename for entry in entries} == {f"{TOP}/{name}" for name in (site - left_out) | {"LEESMIJ.txt"}}
    assert max(len(entry.filename) for entry in entries) < 100
    assert max(entry.file_size for entry in entries) < 5_000_000
    assert {entry.date_time for entry in entries} == {(*edition.stand.timetuple()[:3], 0, 0, 0)}
    text = note.decode("utf-8-sig")
    assert f"Stand van {render_datum(edition.stand)}\r\n" in text
    assert "Dubbelklik op index.html" in text
    assert "VeiligheidsAlliantie@rotterdam.nl" in text
    assert "{" not in text


def test_the_unpacked_site_works_without_a_network(browser: Browser, unpacked: Path) -> None:
    """From file://, offline: every page is reached by its links, nothing outside the folder is asked for, no errors."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    # What the browser itself breaks off, as it goes on to the next page, did not fail.
    page.on("requestfailed", lambda r: errors.append(r.url) if r.failure != "net::ERR_ABORTED" else None)
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    root = unpacked.as_uri() + "/"
    seen: set[str] = set()
    todo = [root + "index.html"]
    while todo:
        url = todo.pop()
        if url in seen:
            continue
        seen.add(url)
        page.goto(url)
        for href in page.eval_on_selector_all("a[href]", "links => links.map(a => a.href)"):
            bare = href.partition("#")[0]
            if bare.startswith(root) and bare.endswith(".html"):
                todo.append(bare)
            elif bare.startswith("file:"):
                assert Path(unquote(urlsplit(bare).path)).is_file(), bare
    context.close()
    pages = {path.as_uri() for path in unpacked.rglob("*.html")}
    assert seen == pages
    assert [url for url in asked if not url.startswith(root)] == []
    assert errors == []


def test_a_letter_that_the_type_does_not_have_stops_the_build_and_keeps_the_files(klein: Path, tmp_path: Path) -> None:
    """What cannot be set names file and line in Dutch; the previous PDF stays as it was."""
    folder = tmp_path / "site"
    make(klein, folder, EXPORT="ja")
    before = (folder / "handreiking.pdf").read_bytes()
    topic = klein / "content" / "groen" / "bomen.md"
    topic.write_text(topic.read_text(encoding="utf-8").replace("Plant een boom", "Plant een 樹"), encoding="utf-8")
    failed = build(klein / "mkdocs.yml", folder)
    assert failed.status == 1
    assert "content/groen/bomen.md:" in failed.printed
    assert "het lettertype heeft geen '樹'" in failed.printed
    assert "Traceback" not in failed.printed
    assert (folder / "handreiking.pdf").read_bytes() == before


def test_without_exports_the_site_is_only_pages(klein_site: Site) -> None:
    """EXPORT=nee: no PDF, no zip, and no page that offers them."""
    assert list(klein_site.folder.rglob("*.pdf")) == []
    assert list(klein_site.folder.rglob("*.zip")) == []
    assert "handreiking.pdf" not in "".join(path.read_text(encoding="utf-8") for path in klein_site.pages())


def test_a_zip_is_the_same_for_the_same_site(edition: Site) -> None:
    """The names in it are sorted, so no file system's order can show."""
    with zipfile.ZipFile(io.BytesIO((edition.folder / ZIP).read_bytes())) as package:
        names = package.namelist()
    assert names[1:] == sorted(names[1:])


def test_a_file_that_is_too_large_is_a_problem(klein: Path, tmp_path: Path) -> None:
    """Over 5 MB beside the pages: one Dutch line with the file, no traceback."""
    (klein / "content" / "groot.txt").write_bytes(b"x" * 5_000_001)
    with pytest.raises(NietGemaaktError) as failed:
        make(klein, tmp_path / "site", EXPORT="ja")
    said = "content/groot.txt:1: dit bestand is groter dan 5 MB; maak het kleiner\n"
    assert render_text(failed.value.problems) == said


def test_another_word_for_exports_is_refused(klein: Path, tmp_path: Path) -> None:
    """EXPORT is ja or nee; anything else would be taken for one of them in silence."""
    with pytest.raises(NietGedraaidError, match="EXPORT is 'misschien'"):
        make(klein, tmp_path / "site", EXPORT="misschien")
