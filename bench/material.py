"""The same handreiking for stock Material: the same texts, instruments, relations and terms, as pages in Markdown.

One would do it in one of two ways, and both are made: every page written out (`write_stock`), and pages that take
the instruments from the data with the macros plugin, as a PDF too (`write_macros`). What our site has beyond that
(the picture, the self-scan's result, a list to take along, open data, the zip) is not asked of Material.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from handreiking.handreiking import Handreiking, Onderwerp, Pagina
from handreiking.instrumenten import Plaatsing
from handreiking.samenhang import verbanden

_LEFT_OUT = {"meenemen", "opendata", "download"}
# A term is a tooltip on every page, as Material's manual has it.
_CONFIG: dict[str, Any] = {
    "docs_dir": "docs",
    "use_directory_urls": False,
    "markdown_extensions": [
        "abbr",
        "attr_list",
        "sane_lists",
        "tables",
        {"toc": {"permalink": True}},
        {"pymdownx.snippets": {"auto_append": ["includes/begrippen.md"], "check_paths": True}},
    ],
}
_MACROS = """
import json, pathlib
from collections import defaultdict

def define_env(env):
    folder = pathlib.Path(env.project_dir) / "data"
    by_topic = defaultdict(list)
    for tool in json.loads((folder / "tools.json").read_text("utf-8")):
        for name in tool["onderwerpen"]:
            by_topic[name].append(tool["regels"])

    @env.macro
    def instrumenten(name):
        return "\\n".join(by_topic[name])
"""


def write_stock(folder: Path, handreiking: Handreiking) -> Path:
    """Write a project with every page written out; give its configuration."""
    return _write(folder, handreiking, ["search"], macros=False)


def write_macros(folder: Path, handreiking: Handreiking) -> Path:
    """Write a project whose topics take their instruments from the data, with all of it as a PDF; give its config."""
    tools = [
        {"onderwerpen": list(i.onderwerpen), "regels": "\n".join(_instrument(Plaatsing(i, i.titel, tip=False)))}
        for i in handreiking.instrumenten
    ]
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "tools.json").write_text(json.dumps(tools), encoding="utf-8")
    (folder / "main.py").write_text(_MACROS, encoding="utf-8")
    pdf = {"to-pdf": {"cover_title": handreiking.titel, "output_path": "handreiking.pdf", "toc_level": 2}}
    return _write(folder, handreiking, ["search", "macros", pdf], macros=True)


def _write(folder: Path, handreiking: Handreiking, plugins: Sequence[object], *, macros: bool) -> Path:
    pages = [page for page in handreiking.paginas.values() if page.soort not in _LEFT_OUT]
    kept = {page.pad for page in pages}
    for page in pages:
        path = folder / "docs" / page.pad
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"# {page.titel}", "", page.samenvatting, "", page.markdown, ""]
        path.write_text("\n".join([*lines, *_added(handreiking, page, macros=macros)]) + "\n", encoding="utf-8")
    includes = folder / "includes"
    includes.mkdir()
    terms = [f"*[{form}]: {' '.join(d.alineas)}" for d in handreiking.definities for form in (d.begrip, *d.varianten)]
    terms += [f"*[{a.afkorting}]: {a.voluit}" for a in handreiking.afkortingen]
    (includes / "begrippen.md").write_text("\n".join(terms) + "\n", encoding="utf-8")
    themas: list[object] = [{t.titel: [t.pad, *(o.pad for o in t.onderwerpen)]} for t in handreiking.themas]
    inside = {pad for t in handreiking.themas for pad in (t.pad, *(o.pad for o in t.onderwerpen))}
    config = {
        **_CONFIG,
        "site_name": handreiking.titel,
        "theme": {"name": "material", "language": "nl", "font": False, "features": ["content.tooltips"]},
        "plugins": [{"search": {"lang": "nl"}} if plugin == "search" else plugin for plugin in plugins],
        "nav": [*sorted(kept - inside), *themas],
        # Paths of our own pages that have none here.
        "validation": {"links": {"not_found": "ignore", "anchors": "ignore"}},
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    return folder / "mkdocs.yml"


def _added(handreiking: Handreiking, page: Pagina, *, macros: bool) -> Iterator[str]:
    """Yield the lines that our templates add to the text of a page."""
    if isinstance(page, Onderwerp):
        yield from _topic(handreiking, page, macros=macros)
    elif page.soort in _PER_SOORT:
        yield from _PER_SOORT[page.soort](handreiking)


def _instruments(handreiking: Handreiking) -> Iterator[str]:
    for soort in handreiking.soorten:
        yield from ["", f"## {soort.meervoud.capitalize()}", ""]
        for instrument in handreiking.instrumenten:
            if instrument.soort.id == soort.id:
                yield from _instrument(Plaatsing(instrument, instrument.titel, tip=False))
                named = (handreiking.onderwerp(name) for name in instrument.onderwerpen)
                yield f"    Hoort bij {', '.join(f'[{o.titel}]({o.pad})' for o in named)}."


def _definitions(handreiking: Handreiking) -> Iterator[str]:
    for definitie in handreiking.definities:
        yield from ["", f"## {definitie.begrip}", "", *definitie.alineas, "", f"Bron: {definitie.bron.titel}."]


def _statements(handreiking: Handreiking) -> Iterator[str]:
    for name, stellingen in handreiking.stellingen.items():
        yield from ["", f"## {handreiking.onderwerp(name).titel}", "", *(f"- {s.tekst}" for s in stellingen)]


def _ties(handreiking: Handreiking) -> Iterator[str]:
    for thema in handreiking.themas:
        for onderwerp in thema.onderwerpen:
            yield from ["", f"## {onderwerp.titel}", "", *_relations(handreiking, onderwerp, "")]


def _sources(handreiking: Handreiking) -> Iterator[str]:
    yield from ["", "## Bronnen", "", *(f"- {bron.titel}" for bron in handreiking.bronnen)]


_PER_SOORT: dict[str, Callable[[Handreiking], Iterator[str]]] = {
    "instrumenten": _instruments,
    "definities": _definitions,
    "zelfscan": _statements,
    "samenhang": _ties,
    "over": _sources,
}


def _topic(handreiking: Handreiking, onderwerp: Onderwerp, *, macros: bool) -> Iterator[str]:
    for bewering in handreiking.beweringen_bij(onderwerp.id):
        yield from ["", f"## {bewering.titel}", "", bewering.stand, "", bewering.nagaan]
    yield from ["", "## Instrumenten", ""]
    if macros:
        yield f'{{{{ instrumenten("{onderwerp.id}") }}}}'
    else:
        for plaatsing in handreiking.plaatsingen(onderwerp.id):
            yield from _instrument(plaatsing)
    yield from ["", "## Verder lezen", "", *_relations(handreiking, onderwerp, "../" * onderwerp.pad.count("/"))]
    yield from ["", "## Hoe zeker is dit?", "", f"Beoordeeld op {onderwerp.beoordeeld}.", ""]
    yield from (f"- {bron.titel} ({bron.uitgever.naam}, {bron.datering})" for bron in onderwerp.bronnen)


def _instrument(plaatsing: Plaatsing) -> Iterator[str]:
    instrument = plaatsing.instrument
    yield f"- [{plaatsing.titel}]({instrument.url})" if instrument.url else f"- {plaatsing.titel}"
    yield f"    {instrument.beschrijving} {instrument.uitgever.naam} · {instrument.soort.naam} · {instrument.toegang}"


def _relations(handreiking: Handreiking, onderwerp: Onderwerp, up: str) -> Iterator[str]:
    for verband in verbanden(handreiking, onderwerp):
        said = [verband.verwant.reden, verband.verwant.in_woorden] if verband.verwant else []
        said += [f"Deelt {', '.join(verband.deelt.instrumenten)}"] if verband.deelt else []
        said += ["Noemt dit onderwerp"] if verband.genoemd else []
        yield f"- [{verband.naar.titel}]({up}{verband.naar.pad}): {'. '.join(filter(None, said))}"
