"""How fast search is, and how good beside the stock one: lunr with its Dutch stemmer, as MkDocs and Material use it.

The stock engines get what their plugin gives them: the text of every built page and of every section with an anchor.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import chain, takewhile
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import mkdocs.contrib.search
from lxml import html
from playwright.sync_api import Browser

from bench.bouwen import MATEN, build_ours, make
from bench.meting import RONDES, ROOT, Doel, Tabel, at_most, number
from tests.conftest import open_browser
from tests.site.test_server import serving, start_nginx
from tests.zoeken.vragen import EERSTE, Vraag, ask, load_groepen, load_vragen, open_search

GRENS_MS, GRENS_KB = 100, 45
# From the moment that the last file of search is there, to the first result on the page.
_EERSTE_RESULTAAT = """
(vraag) => new Promise((klaar) => {
  new MutationObserver(() => {
    const nu = performance.now();
    const binnen = performance.getEntriesByType("resource").filter((r) => r.name.includes("zoek"));
    klaar(nu - Math.max(...binnen.map((r) => r.responseEnd)));
  }).observe(document.querySelector(".treffers"), { childList: true });
  document.getElementById("pagina-zoekknop").click();
  const veld = document.getElementById("pagina-zoekveld");
  veld.value = vraag;
  veld.dispatchEvent(new Event("input", { bubbles: true }));
})
"""
# MkDocs searches for what was typed; Material weighs titles, and completes each word.
_LUNR = """
([docs, vragen]) => {
  const index = (boost) => lunr(function () {
    this.use(lunr.nl);
    this.field("title", { boost });
    this.field("text");
    this.ref("location");
    docs.forEach((doc) => this.add(doc));
  });
  const antwoorden = (index, om = (vraag) => vraag) =>
    vragen.map((vraag) => index.search(om(vraag)).map((treffer) => treffer.ref));
  const bijna = (vraag) => vraag.replace(/["*+:^~-]/g, " ").split(/\\s+/).filter(Boolean).map((w) => w + "*");
  return {
    Mkdocs: antwoorden(index(1)),
    Material: antwoorden(index(1000), (vraag) => [vraag, ...bijna(vraag)].join(" ")),
  };
}
"""


def measure(*, snel: bool) -> Iterator[Tabel | Doel]:
    """Yield how good and how fast search is on the edition, and how fast on larger ones; and the targets."""
    site, vragen, groepen = (ROOT / "site").resolve(), load_vragen(), load_groepen()
    with open_browser() as browser:
        answers = _answers(browser, site, [*vragen, *chain.from_iterable(groepen.values())])
        edition = _speed(browser, site, "aanpak radicalisering")
        rows = [("deze handreiking", *edition)]
        for size in [22] if snel else MATEN:
            with TemporaryDirectory() as name:
                make(Path(name), size, MATEN[size])
                build_ours(Path(name))
                tempo = _speed(browser, Path(name) / "site", "afspraken met ouders")
            rows.append((f"{number(size, 0)} onderwerpen, {number(MATEN[size], 0)} instrumenten", *tempo))
    yield Tabel(
        "Hoe snel",
        ("", "index kB ingepakt", "eerste resultaat ms", "per toets ms", "traagste toets ms"),
        [(name, *(number(value, 1) for value in tempo)) for name, *tempo in rows],
        "Het eerste resultaat telt vanaf het moment dat de gegevens binnen zijn: met het maken van de index.",
    )
    yield Tabel(
        f"Hoe goed, met {len(vragen)} vragen van lezers",
        ("zoekmachine", f"goed bij de eerste {EERSTE}", "goed als eerste", "niets gevonden"),
        [(name, *_score(vragen, found[: len(vragen)])) for name, found in answers.items()],
        "MkDocs en Material zoeken met lunr en zijn Nederlandse stammen, in dezelfde pagina's.",
    )
    yield Tabel(
        "Hoe goed per groep: bij de eerste 3, en als eerste",
        ("groep", "vragen", *answers),
        list(_by_group(groepen, {name: found[len(vragen) :] for name, found in answers.items()})),
        "De vragen staan in tests/zoeken/groepen.yaml. Bij 'niets' is alleen een lege lijst goed.",
    )
    yield at_most("Eerste zoekresultaat nadat de gegevens er zijn", edition[1], GRENS_MS, " ms")
    yield at_most("Zoekgegevens van deze handreiking, ingepakt", edition[0], GRENS_KB, " kB")


def _speed(browser: Browser, site: Path, vraag: str) -> tuple[float, float, float, float]:
    """Open search and type at once, then the rest letter by letter.

    Return the index in kB gzip, and the ms of the first result, of a key, and of the slowest key.
    """
    size = len(gzip.compress((site / "assets" / "js" / "zoekgegevens.js").read_bytes(), 9, mtime=0))
    with serving(start_nginx, site) as server, browser.new_context(ignore_https_errors=True) as context:
        first = []
        for _ in range(RONDES):
            page = context.new_page()
            page.goto(f"{server.url}/over.html")
            first.append(page.evaluate(_EERSTE_RESULTAAT, vraag.partition(" ")[0]))
        keys = [ask(page, server.url, vraag[:typed]).duur for typed in range(2, len(vraag) + 1)]
    return size / 1000, median(first), median(keys), max(keys)


def _answers(browser: Browser, site: Path, vragen: list[Vraag]) -> dict[str, list[list[str]]]:
    """Return by engine what it found for each question, best first."""
    page, root = browser.new_page(), f"{site.as_uri()}/"
    open_search(page, root)
    ours = [ask(page, root, vraag.vraag).adressen for vraag in vragen]
    page.goto("about:blank")
    folder = Path(mkdocs.contrib.search.__file__).parent
    for name in ("templates/search/lunr.js", "lunr-language/lunr.stemmer.support.js", "lunr-language/lunr.nl.js"):
        page.add_script_tag(path=folder / name)
    docs = [doc for path in sorted(site.rglob("*.html")) if path.name != "404.html" for doc in _documents(site, path)]
    return {"handreiking": ours, **page.evaluate(_LUNR, [docs, [vraag.vraag for vraag in vragen]])}


def _documents(site: Path, path: Path) -> Iterator[dict[str, str]]:
    """Yield a built page, and each of its sections with an anchor, as MkDocs' own index has them."""
    content: Any = html.document_fromstring(path.read_bytes()).find(".//main")
    address = path.relative_to(site).as_posix()
    yield {"location": address, "title": content.find(".//h1").text_content(), "text": content.text_content()}
    for heading in content.xpath(".//h2[@id] | .//h3[@id]"):
        below = takewhile(lambda sibling: sibling.tag not in ("h2", "h3"), heading.itersiblings())
        text = " ".join(sibling.text_content() for sibling in below if isinstance(sibling.tag, str))
        yield {"location": f"{address}#{heading.get('id')}", "title": heading.text_content(), "text": text}


def _score(vragen: list[Vraag], answers: list[list[str]]) -> Iterator[str]:
    """Yield the shares of the questions that are answered among the first, as the first, and with nothing."""
    good, first, nothing = _tally(vragen, answers)
    yield from (f"{100 * count / len(vragen):.0f} %" for count in (good, first, nothing))


def _by_group(groepen: dict[str, list[Vraag]], answers: dict[str, list[list[str]]]) -> Iterator[tuple[str | int, ...]]:
    """Yield each group with how many of its questions each engine answers among the first, and by the first."""
    start = 0
    for groep, members in groepen.items():
        tallies = [_tally(members, found[start : start + len(members)]) for found in answers.values()]
        yield groep, len(members), *(f"{good}, {first}" for good, first, _ in tallies)
        start += len(members)


def _tally(vragen: list[Vraag], answers: list[list[str]]) -> tuple[int, int, int]:
    """Return how many are answered among the first, by the first, and with nothing.

    Only pages count: the stock engines know no place for an instrument or an abbreviation.
    """
    found = [list(dict.fromkeys(address.partition("#")[0] for address in answer)) for answer in answers]
    pairs = list(zip(vragen, found, strict=True))
    good = sum(vraag.answered(pages, anchors=False) for vraag, pages in pairs)
    first = sum(vraag.answered(pages[:1], anchors=False) for vraag, pages in pairs)
    return good, first, found.count([])
