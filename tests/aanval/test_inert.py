"""What passes the loader does nothing: one build of a handreiking of attacks, looked at in every file that it makes.

Two doors are opened for it: the loader refuses HTML in any text, and here it does not. So what is proved is that the
templates, the PDF and the files for other programs are safe without that.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree, html
from playwright.sync_api import Dialog, Page
from pypdf import PdfReader

from handreiking.regels import markdown
from handreiking.soorten import veld
from tests.aanval.vol import BESTANDEN, Vulling, koppen, velden, write_vol
from tests.pdf.leesboom import Lezing
from tests.site.conftest import ROOT, make

pytestmark = pytest.mark.site

AANVALLEN = (
    """"'><script>window.__boe=1</script><img src=x onerror=window.__boe=1>{{7*7}}""",
    """</title></script></textarea></style><svg onload=window.__boe=1>{%raw%}""",
    """#read("/etc/passwd")#panic()$x^2$*b*_e_`c`//\\u{41}\\\\<lab>@ref[x]/*""",
    """]]>--><!--<![CDATA[${window.__boe=1}javascript:window.__boe=1 &lt;b&gt;""",
    """' onmouseover='window.__boe=1' x=" onfocus="window.__boe=1" autofocus {{config}}""",
    """HYPERLINK("https://x.example.org";"a, b")|cmd'!A1;\\"\\u003c/script""",
)
# In Markdown: each is a page of its own, and its attack stands on it as text or is gone.
TEKSTEN = Path(__file__).parent / "inert"
TAGS_THAT_RUN = {"iframe", "object", "embed", "applet", "frame", "base", "math", "audio", "video", "foreignObject"}
SCHEMES = {"", "https", "http", "mailto", "tel"}


@dataclass(frozen=True)
class Gebouwd:
    """A built site and which field of its handreiking holds what."""

    folder: Path
    vulling: Vulling

    def pages(self) -> Iterator[tuple[str, html.HtmlElement]]:
        """Yield every page by its path, parsed as a browser would."""
        for path in sorted(self.folder.rglob("*.html")):
            yield path.relative_to(self.folder).as_posix(), html.document_fromstring(path.read_bytes())

    def json(self) -> Iterator[tuple[str, Any]]:
        """Yield every file that holds JSON: those of the open data, what pages hold, and what search reads."""
        for path in sorted(self.folder.rglob("*.json*")):
            yield path.relative_to(self.folder).as_posix(), json.loads(path.read_bytes())
        search = (self.folder / "assets/js/zoekgegevens.js").read_text(encoding="utf-8")
        yield "zoekgegevens.js", json.loads(search.removeprefix("var handreikingZoekgegevens=").removesuffix(";\n"))
        for name, tree in self.pages():
            for script in tree.xpath("//script[not(@src)]"):
                yield name, json.loads(script.text)


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory: pytest.TempPathFactory) -> Gebouwd:
    """The handreiking of attacks, built whole, with its PDFs and its zip."""
    project = tmp_path_factory.mktemp("aanval")
    folder = project / "klein"
    vulling = write_vol(folder, AANVALLEN)
    for number, (name, _, body) in enumerate(teksten(), 10):
        kop = f"titel: Proef {name}\nsamenvatting: Zo.\nbeoordeeld: 2025-03-01\nbronnen: [weerboek]\n"
        kop += f"soort: onderwerp\nvolgorde: {number}"
        path = folder / "content" / "groen" / f"proef-{name}.md"
        path.write_text(f"---\n{kop}\n---\n{body}", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for module in (veld, markdown):
            patch.setattr(module, "_HTML", re.compile("(?!)"))
        made = make(folder, project / "site", EXPORT="ja", SITE_URL="https://klimaat.example.org/")
    return Gebouwd(made.folder, vulling)


def teksten() -> list[tuple[str, str, str]]:
    """Return the attacks in Markdown: name, what a reader sees of it (the first line of the file), and the text."""
    read = [(path.stem, *path.read_text(encoding="utf-8").split("\n", 1)) for path in sorted(TEKSTEN.glob("*.md"))]
    return [(name, first.removeprefix("ziet: "), body) for name, first, body in read]


def test_every_field_of_every_model_is_attacked(gebouwd: Gebouwd) -> None:
    """A field that is new to a model is here without a word: with an attack where it takes any text."""
    folder = gebouwd.folder.parent / "klein"
    for name, model in BESTANDEN.items():
        whole = json.loads((folder / "data" / name).read_bytes())
        held = set().union(*(set(places(record)) for record in (whole if isinstance(whole, list) else [whole])))
        assert {field for field, _ in velden(model)} - held <= MAG_ONTBREKEN, name
    tops = [json.loads(path.read_bytes().split(b"\n---\n")[0][4:]) for path in folder.rglob("*.md") if _is_json(path)]
    held = set().union(*(set(places(top)) for top in tops))
    assert {field for model in koppen() for field, _ in velden(model)} - held <= MAG_ONTBREKEN
    assert len(gebouwd.vulling.gegeven) >= 100


# Asks for an address with http://, which nothing here has; it is refused elsewhere, and shown nowhere.
MAG_ONTBREKEN = {"http_reden", "aanvragen.http_reden", "licentie.http_reden"}


def places(value: Any, name: str = "") -> Iterator[str]:
    """Yield the name of every field below a value, as `velden` writes it."""
    if isinstance(value, list):
        for member in value:
            yield from places(member, name)
    elif isinstance(value, dict):
        yield name
        for key, inner in value.items():
            yield from places(inner, f"{name}.{key}".lstrip("."))
    else:
        yield name


def _is_json(path: Path) -> bool:
    return path.read_bytes().startswith(b"---\n{")


def check_whole(text: str, vulling: Vulling, where: str) -> Counter[str]:
    """Have every attack in a text stand there letter by letter; give how often each does."""
    found: Counter[str] = Counter()
    by_number = {attack[1:7]: attack for attack in vulling.gegeven.values()}
    for match in re.finditer(r"BOE\d{3}", text):
        attack = by_number[match[0]]
        assert text[match.start() : match.start() + len(attack) - 1] == attack[1:], (where, attack)
        found[attack] += 1
    return found


def test_pages_hold_it_as_text(gebouwd: Gebouwd) -> None:
    """No element, no handler and no address comes of any text; each stands whole in a text or an attribute."""
    seen: Counter[str] = Counter()
    for name, tree in gebouwd.pages():
        for element in tree.iter():
            assert isinstance(element.tag, str), (name, element)
            assert element.tag not in TAGS_THAT_RUN, name
            assert element.tag != "script" or element.get("type") == "application/ld+json" or is_ours(element), name
            for key, value in element.attrib.items():
                assert not key.startswith("on"), (name, key)
                assert key not in {"style", "srcdoc", "formaction"}, (name, key)
                assert key != "http-equiv" or value == "Content-Security-Policy", (name, value)
                leads = key in {"href", "src", "action", "xlink:href", "poster", "data", "srcset"}
                if leads:
                    assert urlsplit(re.sub(r"[\x00-\x20]", "", value)).scheme.lower() in SCHEMES, (name, value)
                read = " ".join((unquote(value) if leads else value).split())
                seen += check_whole(read, gebouwd.vulling, f"{name} @{key}")
            drawn = [*element.iterancestors("svg")]  # a drawing breaks its texts into lines; together they are whole
            if element.tag == "svg":
                lines = " ".join(map(str, element.itertext()))
                seen += check_whole(" ".join(lines.split()), gebouwd.vulling, name)
            for text in (element.text, element.tail):
                if element.tag not in {"script", "svg"} and not drawn:
                    whole = " ".join((text or "").replace("\u00ad", "").split())
                    seen += check_whole(whole, gebouwd.vulling, name)
    unseen = {place for place, attack in gebouwd.vulling.gegeven.items() if not seen[attack]}
    assert unseen == set(NIET_OP_EEN_PAGINA)


# What only the search, the PDF or the feed reads, the short name of a row that no picture draws, and what a page writes
# with other capitals.
NIET_OP_EEN_PAGINA = (
    "cijfers.yaml/0.rijen.2.kort",
    "cijfers.yaml/1.rijen.1.kort",
    "definities.yaml/0.varianten.0",
    "definities.yaml/1.varianten",
    "handreiking.yaml/0.ondertitel",
    "soorten.yaml/0.meervoud",
    "soorten.yaml/1.meervoud",
    "zoektermen.yaml/0.ook.0",
    "zoektermen.yaml/0.ook.1",
    "zoektermen.yaml/0.term",
)


def is_ours(script: html.HtmlElement) -> bool:
    """Say whether a script is a file of the site itself, with nothing in the element."""
    src = urlsplit(script.get("src", ""))
    return (src.scheme, src.netloc) == ("", "") and "assets/js/" in src.path and not (script.text or "").strip()


def test_json_holds_it_as_text(gebouwd: Gebouwd) -> None:
    """Every file and every block of data is JSON, and each attack in it is the value that an editor typed."""
    seen: Counter[str] = Counter()
    for name, value in gebouwd.json():
        for text in strings(value):
            seen += check_whole(text, gebouwd.vulling, name)
    assert len(seen) > 60
    for path in gebouwd.folder.rglob("*.js"):
        assert b"</script" not in path.read_bytes().lower(), path


def strings(value: Any) -> Iterator[str]:
    """Yield every text in a value that was JSON, its keys too."""
    if isinstance(value, str):
        yield value
    for inner in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        yield from strings(inner)


def test_no_cell_is_a_formula(gebouwd: Gebouwd) -> None:
    """No cell of a table begins as a formula does (OWASP, CSV Injection); what an editor typed stands behind a `'`."""
    seen: Counter[str] = Counter()
    tables = sorted(gebouwd.folder.rglob("*.csv"))
    kept = {f"{name}{kind}.csv" for name in ("cijfers", "contactpunten", "tools") for kind in ("-excel", "")}
    assert {path.name for path in tables} >= kept
    for path in tables:
        text = path.read_bytes().decode("utf-8-sig")
        rows = list(
            csv.reader(io.StringIO(text, newline=""), delimiter=";" if "excel" in path.name else ",", strict=True)
        )
        assert len({len(row) for row in rows}) == 1
        for cell in (cell for row in rows for cell in row):
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")), cell
            seen += check_whole(cell, gebouwd.vulling, path.name)
    assert len(seen) > 10


def test_the_feed_and_the_map_are_xml(gebouwd: Gebouwd) -> None:
    """Both parse, say what was typed, and take nothing from elsewhere; so do the drawings."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    feed = etree.fromstring((gebouwd.folder / "feed.xml").read_bytes(), parser)
    relaxng = etree.RelaxNG(etree.parse(ROOT / "tests" / "fixtures" / "atom.rng"))
    assert relaxng.validate(feed), relaxng.error_log
    seen: Counter[str] = Counter()
    for text in feed.itertext():
        seen += check_whole(str(text), gebouwd.vulling, "feed.xml")
    assert len(seen) > 5
    etree.fromstring((gebouwd.folder / "sitemap.xml").read_bytes(), parser)
    for path in gebouwd.folder.rglob("*.svg"):
        drawing = etree.fromstring(path.read_bytes(), parser)
        assert not drawing.xpath("//*[local-name()='script' or @onload or local-name()='foreignObject']"), path


def test_the_pdf_holds_it_as_text(gebouwd: Gebouwd) -> None:
    """Each attack that the PDF tells stands in it letter by letter; nothing in it runs or opens a file."""
    reader = PdfReader(gebouwd.folder / "handreiking.pdf")
    blocks = Lezing((gebouwd.folder / "handreiking.pdf").read_bytes()).blokken()
    squeezed = "\n".join(re.sub(r"\s|\u00ad", "", block.tekst) for block in blocks)
    assert "root:" not in squeezed
    told = {place: "".join(attack.split()) for place, attack in gebouwd.vulling.gegeven.items()}
    numbers = {attack[1:7] for attack in told.values() if attack[1:7] in squeezed}
    assert len(numbers) > 60
    for place, attack in told.items():
        if attack[1:7] in numbers:
            assert attack in squeezed, place
    for page_ in reader.pages:
        for annotation in page_.get("/Annots") or ():
            action = annotation.get_object().get("/A", {})
            assert action.get("/S", "/GoTo") in {"/URI", "/GoTo"}
            assert urlsplit(str(action.get("/URI", "https:"))).scheme in {"https", "mailto", "http", "tel"}
    root = reader.root_object
    assert not {"/OpenAction", "/AA", "/JavaScript", "/EmbeddedFiles"} & set(root)


@pytest.mark.parametrize(("name", "seen"), [(name, seen) for name, seen, _ in teksten()])
def test_markdown_is_text(name: str, seen: str, gebouwd: Gebouwd) -> None:
    """A reader of the page sees what the first line of the file says; no address on it is one that runs."""
    tree = html.document_fromstring((gebouwd.folder / "groen" / f"proef-{name}.html").read_bytes())
    main = tree.find(".//main")
    assert main is not None
    shown = "".join(map(str, main.itertext()))
    assert seen in " ".join(shown.replace("\u00ad", "").split())
    schemes = {urlsplit("".join(unescape(a.get("href", "")).split())).scheme for a in tree.iter("a")}
    assert schemes <= SCHEMES


def test_the_zip_unpacks_into_its_own_folder(gebouwd: Gebouwd) -> None:
    """Every name in it lies below the one folder, and the note for who unpacks it holds the texts as they are."""
    with zipfile.ZipFile(gebouwd.folder / "handreiking-offline.zip") as package:
        names = package.namelist()
        note = package.read("handreiking/LEESMIJ.txt").decode("utf-8-sig")
    assert all(name.startswith("handreiking/") and ".." not in name and "\\" not in name for name in names)
    title = gebouwd.vulling.gegeven["handreiking.yaml/0.titel"]
    assert title.upper() in " ".join(note.split())


def test_styles_hold_colours_only(gebouwd: Gebouwd) -> None:
    """Nothing that was typed comes into a style."""
    for path in gebouwd.folder.rglob("*.css"):
        assert "BOE" not in path.read_text(encoding="utf-8"), path


@pytest.mark.browser
def test_a_browser_does_nothing_of_it(gebouwd: Gebouwd, serve: Callable[[Path], str], page: Page) -> None:
    """With all that opens opened: no dialog, no error, no request elsewhere, and nothing of the attacks has run."""
    address = serve(gebouwd.folder)
    said: list[str] = []
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        said.append(f"dialog {dialog.message}")
        dialog.dismiss()

    page.on("dialog", refuse)
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for name, _ in gebouwd.pages():
        page.goto(address + name)
        page.evaluate(OPENEN)
        assert page.evaluate("window.__boe") is None, name
    page.goto(address)
    page.get_by_role("button", name="Zoeken").click()
    for typed in ("window", "onerror", "proef"):
        page.locator("#pagina-zoekveld").fill(typed)
        page.locator("#pagina-zoeken .titel a").first.wait_for()
        assert page.evaluate("window.__boe") is None
    assert said == []
    assert [url for url in asked if not url.startswith(address)] == []


# Opens, ticks, chooses, focuses and points at everything on a page that a reader can, but follows no link.
OPENEN = """() => {
    for (const d of document.querySelectorAll('details')) d.open = true;
    for (const i of document.querySelectorAll('input[type=checkbox], input[type=radio]')) i.click();
    for (const s of document.querySelectorAll('select')) {
        s.selectedIndex = s.options.length - 1;
        s.dispatchEvent(new Event('change', {bubbles: true}));
    }
    for (const b of document.querySelectorAll('button')) if (b.checkVisibility()) b.click();
    for (const e of document.querySelectorAll('main *, header *, footer *')) {
        for (const kind of ['mouseover', 'mouseenter', 'pointerenter', 'focus', 'focusin'])
            e.dispatchEvent(new Event(kind, {bubbles: true}));
    }
}"""
