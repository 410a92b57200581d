"""The same handreiking for stock Material: the same texts, instruments, relations and terms, as pages in Markdown.

One would do it in one of two ways, and both are made: every page written out, or pages that take the instruments
from the data with the macros plugin, as a PDF too. What our site has beyond that (the picture, the self-scan's
result, a list to take along, open data, the zip) is not asked of Material.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.pagina import Onderwerp, Pagina
from handreiking.geheel.samenhang import verbanden
from handreiking.soorten.instrument import Instrument

_LEFT_OUT = {"meenemen", "opendata", "download"}
_MACROS = """
import json, pathlib

def define_env(env):
    by_topic = json.loads((pathlib.Path(env.project_dir) / "tools.json").read_text("utf-8"))

    @env.macro
    def instrumenten(name):
        return by_topic[name]
"""


def write_material(folder: Path, handreiking: Handreiking, *, macros: bool = False) -> None:
    """Write a project with every page written out; or, with `macros`, the instruments in the data and all as a PDF."""
    pages = [page for page in handreiking.paginas.values() if page.soort not in _LEFT_OUT]
    tools = {page.id: _section(*_placed(handreiking, page)) for page in pages if isinstance(page, Onderwerp)}
    for page in pages:
        path, text = folder / "docs" / page.pad, render_page(handreiking, page)
        path.parent.mkdir(parents=True, exist_ok=True)
        if macros and isinstance(page, Onderwerp):
            text = text.replace(tools[page.id], f'{{{{ instrumenten("{page.id}") }}}}')
        path.write_text(text, encoding="utf-8")
    terms = [f"*[{form}]: {' '.join(d.alineas)}\n" for d in handreiking.definities for form in (d.begrip, *d.varianten)]
    terms += [f"*[{a.afkorting}]: {a.voluit}\n" for a in handreiking.afkortingen]
    (folder / "begrippen.md").write_text("".join(terms), encoding="utf-8")
    (folder / "tools.json").write_text(json.dumps(tools), encoding="utf-8")
    (folder / "main.py").write_text(_MACROS, encoding="utf-8")
    pdf = {"cover_title": handreiking.titel, "output_path": "handreiking.pdf", "toc_level": 2}
    themas = {t.titel: [t.pad, *(o.pad for o in t.onderwerpen)] for t in handreiking.themas}
    others = {page.pad for page in pages}.difference(*themas.values())
    config = {
        "site_name": handreiking.titel,
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "nl", "font": False, "features": ["content.tooltips"]},
        "plugins": [{"search": {"lang": "nl"}}, *(["macros", {"to-pdf": pdf}] if macros else [])],
        "markdown_extensions": [
            *("abbr", "attr_list", "sane_lists", "tables"),
            {"toc": {"permalink": True}},
            # A term is a tooltip on every page, as Material's manual has it.
            {"pymdownx.snippets": {"base_path": str(folder), "auto_append": ["begrippen.md"], "check_paths": True}},
        ],
        "nav": [*sorted(others), *({titel: pads} for titel, pads in themas.items())],
        # Paths of our own pages that have none here.
        "validation": {"links": {"not_found": "ignore", "anchors": "ignore"}},
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")


def render_page(handreiking: Handreiking, page: Pagina) -> str:
    """Return the Markdown of a page, with what our templates add to its text."""
    added = _topic(handreiking, page) if isinstance(page, Onderwerp) else _whole(handreiking, page.soort)
    sections = (_section(heading, items) for heading, items in added)
    return "\n\n".join([f"# {page.titel}", page.samenvatting, page.markdown, *sections, ""])


def _topic(handreiking: Handreiking, onderwerp: Onderwerp) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the headings that our template adds to a topic, each with a list."""
    for bewering in handreiking.beweringen_bij(onderwerp.id):
        yield bewering.titel, [bewering.stand, bewering.nagaan]
    yield _placed(handreiking, onderwerp)
    yield "Verder lezen", _relations(handreiking, onderwerp, "../" * onderwerp.pad.count("/"))
    bronnen = (f"{bron.titel} ({bron.uitgever.naam}, {bron.datering})" for bron in onderwerp.bronnen)
    yield "Hoe zeker is dit?", [f"Beoordeeld op {onderwerp.beoordeeld}.", *bronnen]


def _whole(handreiking: Handreiking, soort: str) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the headings that a page about the whole handreiking adds, each with a list."""
    match soort:
        case "instrumenten":
            for kind in handreiking.soorten:
                found = (i for i in handreiking.instrumenten if i.soort.id == kind.id)
                yield kind.meervoud.capitalize(), (f"{_item(i.titel, i)}\n    {_where(handreiking, i)}" for i in found)
        case "definities":
            yield from ((d.begrip, [*d.alineas, f"Bron: {d.bron.titel}."]) for d in handreiking.definities)
        case "zelfscan":
            for name, stellingen in handreiking.stellingen.items():
                yield handreiking.onderwerp(name).titel, (stelling.tekst for stelling in stellingen)
        case "samenhang":
            for onderwerp in (o for thema in handreiking.themas for o in thema.onderwerpen):
                yield onderwerp.titel, _relations(handreiking, onderwerp, "")
        case "over":
            yield "Bronnen", (bron.titel for bron in handreiking.bronnen)


def _placed(handreiking: Handreiking, onderwerp: Onderwerp) -> tuple[str, Iterable[str]]:
    return "Instrumenten", (_item(p.titel, p.instrument) for p in handreiking.plaatsingen(onderwerp.id))


def _item(titel: str, instrument: Instrument) -> str:
    title = f"[{titel}]({instrument.url})" if instrument.url else titel
    facts = f"{instrument.uitgever.naam} · {instrument.soort.naam} · {instrument.toegang}"
    return f"{title}\n    {instrument.beschrijving} {facts}"


def _where(handreiking: Handreiking, instrument: Instrument) -> str:
    placed = (handreiking.onderwerp(name) for name in instrument.onderwerpen)
    return f"Hoort bij {', '.join(f'[{onderwerp.titel}]({onderwerp.pad})' for onderwerp in placed)}."


def _relations(handreiking: Handreiking, onderwerp: Onderwerp, up: str) -> Iterator[str]:
    for verband in verbanden(handreiking, onderwerp):
        said = [verband.verwant.reden, verband.verwant.in_woorden] if verband.verwant else []
        said += [f"Deelt {', '.join(verband.deelt.instrumenten)}"] if verband.deelt else []
        said += ["Noemt dit onderwerp"] if verband.genoemd else []
        yield f"[{verband.naar.titel}]({up}{verband.naar.pad}): {'. '.join(filter(None, said))}"


def _section(heading: str, items: Iterable[str]) -> str:
    return "\n".join([f"## {heading}\n", *(f"- {item}" for item in items)])
