"""Make a handreiking of any size, always the same one for the same numbers, to measure with."""

from __future__ import annotations

from pathlib import Path

_TOP = {
    "index.md": "home",
    "definities.md": "definities",
    "instrumenten.md": "instrumenten",
    "over.md": "over",
}
_PROSE = (
    "De gemeente werkt samen met partners in de wijk en legt vast wie wat doet.\n"
    "Een netwerk van professionals herkent signalen op tijd, en een begrip{n} komt hier ook voor.\n"
)


def write_handreiking(
    folder: Path, *, onderwerpen: int, instrumenten: int, begrippen: int = 14, per_thema: int = 25
) -> None:
    """Write a project with this many topics, instruments and terms, in themes of `per_thema` topics."""
    (folder / "data").mkdir(parents=True)
    (folder / "content").mkdir()
    for name, soort in _TOP.items():
        _page(folder / "content" / name, f"soort: {soort}\ntitel: Pagina {soort}\nsamenvatting: Kort.", "Tekst.\n")
    ids = [f"thema{i // per_thema}/onderwerp{i}" for i in range(onderwerpen)]
    for number in range((onderwerpen + per_thema - 1) // per_thema):
        kop = (
            f"soort: thema\ntitel: Thema {number}\nsamenvatting: Kort.\nvolgorde: {number}\n"
            'icoon: material/tree-outline\nkleur:\n  licht: "#1b5a9a"\n  donker: "#9cc4f0"'
        )
        _page(folder / "content" / f"thema{number}" / "index.md", kop, "Tekst.\n")
    for number, name in enumerate(ids):
        kop = (
            f"soort: onderwerp\ntitel: Onderwerp {number}\nsamenvatting: Kort.\n"
            f"volgorde: {number}\nbeoordeeld: 2025-01-01\nbronnen: [boek]"
        )
        other = ids[(number * 7 + 1) % onderwerpen]
        body = "".join(f"## Deel {part}\n\n{_PROSE.format(n=part)}\n" for part in range(4))
        body += f"Zie [een ander](../{other}.md).\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n"
        body += "## Wat kunt u doen\n\n" + "- Doe iets.\n" * 5
        _page(folder / "content" / f"{name}.md", kop, body)
    _data(folder / "data", ids, instrumenten, begrippen)


def _page(path: Path, kop: str, body: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"---\n{kop}\n---\n{body}", encoding="utf-8")


def _data(folder: Path, ids: list[str], instrumenten: int, begrippen: int) -> None:
    tools = [
        f"- id: instrument-{i}\n  titel: Instrument {i}\n  uitgever: maker\n  soort: document\n  toegang: openbaar\n"
        f"  url: https://www.example.org/instrument/{i}\n  onderwerpen: [{ids[i % len(ids)]}]\n"
        "  beschrijving: Wat u eraan hebt.\n  toegevoegd: 2025-01-01\n"
        for i in range(instrumenten)
    ]
    definities = [
        f"- id: begrip{i}\n  begrip: Begrip{i}\n  soort: uitleg\n  tekst: Een uitleg.\n"
        "  bron: boek\n  beoordeeld: 2025-01-01\n"
        for i in range(begrippen)
    ]
    files = {
        "handreiking": "titel: Meting\nondertitel: Meten\nuitgever: maker\ncontact: a@example.org\neditie: meting\n"
        "licentie: {naam: Vrij, url: 'https://www.example.org/vrij'}\n",
        "uitgevers": "- id: maker\n  naam: Maker\n",
        "soorten": "- id: document\n  naam: Document\n  meervoud: Documenten\n",
        "bronnen": "- id: boek\n  titel: Boek\n  uitgever: maker\n  datering: '2024'\n",
        "afkortingen": "- afkorting: VB\n  voluit: Voorbeeld\n",
        "definities": "".join(definities),
        "tools": "".join(tools),
        "beweringen": f"- id: stand\n  onderwerpen: [{ids[0]}]\n  titel: Stand\n  stand: Zo.\n  op: 2024-12\n"
        "  bron: boek\n  nagaan: Kijk na.\n  houdbaar: 60\n  beoordeeld: 2025-01-01\n",
        "zoektermen": "- term: samenwerking\n  ook: [netwerk]\n",
        "verwijderd": "[]\n",
        "contactpunten": "[]\n",
    }
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
