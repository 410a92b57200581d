"""How fast search is, and how good beside the stock one: lunr with its Dutch stemmer, as MkDocs and Material use it.

    python -m bench.zoeken [site] [--maten 22] [--vragen]

The stock engines get what their plugin gives them: the text of every built page and of every section with an anchor.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from lxml import html
from playwright.sync_api import Browser, Page

from bench.bouwen import MATEN, build_ours, make
from bench.meting import RONDES, ROOT, Meting, Tabel, at_most, number
from bench.server import serve
from bench.uitslag import print_meting
from bench.venster import open_browser
from tests.zoeken.vragen import EERSTE, Vraag, ask, load_vragen, open_search

GRENS_MS, GRENS_KB = 100, 30
# From the moment that the last file of search is there, to the first result on the page.
_EERSTE_RESULTAAT = """
(vraag) => new Promise((klaar) => {
  const lijst = document.querySelector(".treffers");
  new MutationObserver((_, kijker) => {
    if (!lijst.children.length) return;
    kijker.disconnect();
    const nu = performance.now();
    const binnen = performance.getEntriesByType("resource").filter((r) => r.name.includes("zoek"));
    klaar(nu - Math.max(...binnen.map((r) => r.responseEnd)));
  }).observe(lijst, { childList: true });
  document.getElementById("pagina-zoekknop").click();
  const veld = document.getElementById("pagina-zoekveld");
  veld.value = vraag;
  veld.dispatchEvent(new Event("input", { bubbles: true }));
})
"""
# What each key costs, from the event to the results on the page.
_TOETSEN = """
(vraag) => [...vraag].map((_, tot) => {
  const veld = document.getElementById("pagina-zoekveld");
  veld.value = vraag.slice(0, tot + 1);
  const begin = performance.now();
  veld.form.requestSubmit();
  return performance.now() - begin;
}).slice(1)
"""
# MkDocs searches for what was typed; Material weighs titles, and completes each word.
_LUNR = """
(docs) => {
  const index = (titel) => lunr(function () {
    this.use(lunr.nl);
    this.field("title", { boost: titel });
    this.field("text");
    this.ref("location");
    docs.forEach((doc) => this.add(doc));
  });
  const probeer = (index, vraag) => index.search(vraag).map((treffer) => treffer.ref);
  const mkdocs = index(1);
  const material = index(1000);
  const bijna = (vraag) => vraag.replace(/["*+:^~-]/g, " ").split(/\\s+/).filter(Boolean).map((w) => w + "*").join(" ");
  window.zoekMkdocs = (vraag) => probeer(mkdocs, vraag);
  window.zoekMaterial = (vraag) => probeer(material, vraag + " " + bijna(vraag));
}
"""


@dataclass(frozen=True)
class Tempo:
    """The index in kB gzip, and the ms of the first result, of a key, and of the slowest key."""

    kb: float
    eerste: float
    toets: float
    traagste: float


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Meet het zoeken.")
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("--maten", type=int, nargs="*", choices=MATEN, default=list(MATEN))
    parser.add_argument("--vragen", action="store_true", help="ook per vraag: op welke plaats staat het antwoord?")
    arguments = parser.parse_args()
    meting = measure(arguments.site, arguments.maten)
    print_meting(meting)
    if arguments.vragen:
        with open_browser() as browser:
            _print(load_vragen(), _answers(browser.new_page(), arguments.site.resolve()))


def measure(site: Path = ROOT / "site", sizes: Sequence[int] = tuple(MATEN)) -> Meting:
    """Give how good and how fast search is on the edition, and how fast on larger ones."""
    vragen = load_vragen()
    with open_browser() as browser:
        found = _answers(browser.new_page(), site.resolve())
        edition = _speed(browser, site, "aanpak radicalisering")
        rows = [("deze handreiking", *_shown(edition))]
        for size in sizes:
            with tempfile.TemporaryDirectory() as name:
                make(Path(name), size, MATEN[size])
                build_ours(Path(name))
                tempo = _speed(browser, Path(name) / "site", "afspraken met ouders")
            rows.append((f"{number(size, 0)} onderwerpen, {number(MATEN[size], 0)} instrumenten", *_shown(tempo)))
    kop = ("", "index kB ingepakt", "eerste resultaat ms", "per toets ms", "traagste toets ms")
    engines = tuple((name, *_score(vragen, answers)) for name, answers in found.items())
    return Meting(
        "Zoeken",
        (
            Tabel(
                "Hoe snel",
                kop,
                tuple(rows),
                "Het eerste resultaat telt vanaf het moment dat de gegevens binnen zijn: met het maken van de index.",
            ),
            Tabel(
                f"Hoe goed, met {len(vragen)} vragen van lezers",
                ("zoekmachine", f"goed bij de eerste {EERSTE}", "goed als eerste", "niets gevonden"),
                engines,
                "MkDocs en Material zoeken met lunr en zijn Nederlandse stammen, in dezelfde pagina's.",
            ),
        ),
        (
            at_most("Eerste zoekresultaat nadat de gegevens er zijn", edition.eerste, GRENS_MS, " ms"),
            at_most("Zoekgegevens van deze handreiking, ingepakt", edition.kb, GRENS_KB, " kB"),
        ),
    )


def _shown(tempo: Tempo) -> tuple[str, ...]:
    figures = (tempo.kb, tempo.eerste, tempo.toets, tempo.traagste)
    return tuple(number(value, 1) for value in figures)


def _score(vragen: Sequence[Vraag], answers: Mapping[str, list[str]]) -> tuple[str, str, str]:
    """Give the shares of the questions that are answered among the first, as the first, and with nothing."""
    good = sum(vraag.answered(answers[vraag.vraag], anchors=False) for vraag in vragen)
    first = sum(_place(vraag, answers[vraag.vraag]) == "1" for vraag in vragen)
    empty = sum(not pages for pages in answers.values())
    one, two, three = (f"{100 * count / len(vragen):.0f} %" for count in (good, first, empty))
    return one, two, three


def _speed(browser: Browser, site: Path, vraag: str) -> Tempo:
    """Open search on a page and type at once; then type the rest, letter by letter."""
    size = len(gzip.compress((site / "assets" / "js" / "zoekgegevens.js").read_bytes(), 9, mtime=0))
    with serve(site) as (url, _):
        context = browser.new_context(ignore_https_errors=True)
        first = []
        for _ in range(RONDES):
            page = context.new_page()
            page.goto(f"{url}/over.html")
            first.append(page.evaluate(_EERSTE_RESULTAAT, vraag.partition(" ")[0]))
        keys = page.evaluate(_TOETSEN, vraag)
        context.close()
    return Tempo(size / 1000, median(first), median(keys), max(keys))


def _answers(page: Page, site: Path) -> dict[str, dict[str, list[str]]]:
    """Give, by engine and question, the pages found, best first, each once."""
    root = f"{site.as_uri()}/"
    vragen = load_vragen()
    open_search(page, root)
    asked = {vraag.vraag: ask(page, root, vraag.vraag) for vraag in vragen}
    found = {"handreiking": {vraag: _pages(antwoord.adressen) for vraag, antwoord in asked.items()}}
    spec = importlib.util.find_spec("mkdocs.contrib.search")
    folder = Path((spec and spec.origin) or "").parent
    page.goto("about:blank")
    for name in ("templates/search/lunr.js", "lunr-language/lunr.stemmer.support.js", "lunr-language/lunr.nl.js"):
        page.add_script_tag(path=folder / name)
    page.evaluate(_LUNR, [doc for path in sorted(site.rglob("*.html")) for doc in _documents(site, path)])
    for name in ("Mkdocs", "Material"):
        answers = {vraag.vraag: page.evaluate(f"(vraag) => zoek{name}(vraag)", vraag.vraag) for vraag in vragen}
        found[name] = {vraag: _pages(addresses) for vraag, addresses in answers.items()}
    return found


def _documents(site: Path, path: Path) -> Iterator[dict[str, str]]:
    """Give a built page, and each of its sections with an anchor, as MkDocs' own index has them."""
    address = path.relative_to(site).as_posix()
    if address == "404.html":
        return
    main_element: Any = html.document_fromstring(path.read_bytes()).find(".//main")
    title = " ".join(main_element.xpath("string(.//h1)").split())
    yield {"location": address, "title": title, "text": " ".join(main_element.text_content().split())}
    for heading in main_element.xpath(".//h2[@id] | .//h3[@id]"):
        texts = []
        for sibling in heading.itersiblings():
            if sibling.tag in ("h2", "h3"):
                break
            texts.append(str(sibling.text_content()) if isinstance(sibling.tag, str) else "")
        yield {
            "location": f"{address}#{heading.get('id')}",
            "title": " ".join(heading.text_content().split()),
            "text": " ".join(" ".join(texts).split()),
        }


def _pages(addresses: list[str]) -> list[str]:
    """Give the pages of the addresses: the stock engines know no place for an instrument or an abbreviation."""
    return list(dict.fromkeys(address.partition("#")[0] for address in addresses))


def _print(vragen: list[Vraag], found: dict[str, dict[str, list[str]]]) -> None:
    width = max(len(vraag.vraag) for vraag in vragen)
    print(" ".join([f"{'vraag':<{width}}", *(f"{name:>12}" for name in found)]))
    for vraag in vragen:
        places = [_place(vraag, answers[vraag.vraag]) for answers in found.values()]
        print(" ".join([f"{vraag.vraag:<{width}}", *(f"{place:>12}" for place in places)]))


def _place(vraag: Vraag, pages: list[str]) -> str:
    places = [str(place) for place, page in enumerate(pages, 1) if vraag.answered([page], anchors=False)]
    return next(iter(places), "-" if pages else "niets")


if __name__ == "__main__":
    main()
