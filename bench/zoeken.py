"""Compare search with the stock one: lunr with its Dutch stemmer, as MkDocs uses it and as Material does.

Prints a table; asserts nothing. Run it with `make bench`, or `python -m bench.zoeken site` on a site that was built.
The stock engines get what their plugin gives them: the text of every built page and of every section with an anchor.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html
from playwright.sync_api import Page, sync_playwright

from tests.zoeken.vragen import EERSTE, Vraag, ask, load_vragen, open_search

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


def main(folder: str) -> None:
    """Print, for each question, the place of the first good page with each engine, and the score of each."""
    site = Path(folder).resolve()
    path = shutil.which("chromium")
    if path is None:
        sys.exit("chromium is not installed: see tests/debian.sh")
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        page = browser.new_page()
        _print(load_vragen(), _answers(page, site))
        browser.close()


def _answers(page: Page, site: Path) -> dict[str, dict[str, list[str]]]:
    """Give, by engine and question, the pages found, best first, each once."""
    root = f"{site.as_uri()}/"
    vragen = load_vragen()
    open_search(page, root)
    asked = {vraag.vraag: ask(page, root, vraag.vraag) for vraag in vragen}
    times = sorted(antwoord.duur for antwoord in asked.values())
    print(f"ms van toets tot resultaat: mediaan {times[len(times) // 2]:.0f}, langzaamste {times[-1]:.0f}")
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
    print()
    for name, answers in found.items():
        good = sum(vraag.answered(answers[vraag.vraag], anchors=False) for vraag in vragen)
        first = sum(_place(vraag, answers[vraag.vraag]) == "1" for vraag in vragen)
        empty = sum(not pages for pages in answers.values())
        share = 100 / len(vragen)
        said = f"in the first {EERSTE} {good * share:.0f} %, first {first * share:.0f} %, nothing {empty * share:.0f} %"
        print(f"{name}: {said}")


def _place(vraag: Vraag, pages: list[str]) -> str:
    places = [str(place) for place, page in enumerate(pages, 1) if vraag.answered([page], anchors=False)]
    return next(iter(places), "-" if pages else "niets")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "site")
