"""Make a handreiking of any size, always the same one for the same numbers, to measure with.

It uses what an edition uses: texts of the length they have there, terms in several forms, relations that say what
they are, instruments on more than one topic, statements for the self-scan, claims with a date, and every page that
is made from the data.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import count
from pathlib import Path

_BEGRIPPEN, _PER_THEMA = 14, 25
_TOP = ["index", "definities", "download", "instrumenten", "meenemen", "nieuw", "open-data", "over"]
_TOP += ["samenhang", "zelfscan"]
_ICONEN = ("material/tree-outline", "material/water-outline", "material/bank-outline")
_KLEUREN = (
    {"licht": "#2f6b1f", "donker": "#a8dd92"},
    {"licht": "#0b5a7a", "donker": "#8fd3ee"},
    {"licht": "#7a2f5b", "donker": "#f0a8d2"},
)
_WIE, _DOET, _WAT, _WANNEER = (
    words.split(", ")
    for words in (
        "De gemeente, Een wijkteam, De school, Een partner in de wijk, Het college, De coördinator, U",
        "bespreekt, herkent, verzamelt, controleert, vergelijkt, deelt, bewaart, beschrijft",
        (
            "signalen uit de buurt, de afspraken van het overleg, vragen van bewoners, wat er nodig is, "
            "de cijfers van vorig jaar, een plan met doelen, voorbeelden van elders, wensen van ouders, "
            "kennis over jongeren"
        ),
        "elk kwartaal, in rustige tijden, na een incident, samen met de politie, zodra dat kan",
    )
)
_DELEN = ("Zo begint u", "Wie er meedoen", "Wat er mis kan gaan", "Hoe u verder komt")
_PROSE = "Hier staat kort waar deze pagina voor is.\nU vindt de rest hieronder.\n"
_TITELBLAD = """titel: Meting
ondertitel: Meten hoe snel het gaat
uitgever: maker0
contact: a@example.org
editie: meting
licentie: {naam: Vrij, url: "https://www.example.org/vrij"}
"""


def write_handreiking(folder: Path, *, onderwerpen: int, instrumenten: int) -> None:
    """Write a project with this many topics and instruments."""
    content, data = folder / "content", folder / "data"
    content.mkdir(parents=True)
    data.mkdir()
    for name in _TOP:
        soort = {"index": "home", "open-data": "opendata"}.get(name, name)
        _write_page(content / f"{name}.md", soort, f"Pagina {soort}", "Kort.", _PROSE)
    ids = [f"thema{n // _PER_THEMA}/onderwerp{n}" for n in range(onderwerpen)]
    for n in range(-(-onderwerpen // _PER_THEMA)):
        look = {"volgorde": n, "icoon": _ICONEN[n % len(_ICONEN)], "kleur": _KLEUREN[n % len(_KLEUREN)]}
        path = content / f"thema{n}" / "index.md"
        _write_page(path, "thema", f"Thema {n}", "Waar deze onderwerpen over gaan.", _PROSE, **look)
    for n, name in enumerate(ids):
        kop = {"volgorde": n, "verwant": _related(ids, n), "beoordeeld": "2025-01-01", "bronnen": ["boek"]}
        _write_page(content / f"{name}.md", "onderwerp", f"Onderwerp {n}", _sentence(n), _body(ids, n), **kop)
    (data / "handreiking.yaml").write_text(_TITELBLAD, encoding="utf-8")
    for name, records in _records(ids, instrumenten).items():
        (data / f"{name}.yaml").write_text("".join(f"- {{{record}}}\n" for record in records) or "[]\n", "utf-8")


def _write_page(path: Path, soort: str, titel: str, samenvatting: str, body: str, **meer: object) -> None:
    path.parent.mkdir(exist_ok=True)
    kop = {"soort": soort, "titel": titel, "samenvatting": samenvatting, **meer}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in kop.items()]
    path.write_text("\n".join(["---", *lines, "---", body]), encoding="utf-8")


def _sentence(number: int) -> str:
    """Return one of 2,520 sentences; the next number has other words."""
    return " ".join(words[number % len(words)] for words in (_WIE, _DOET, _WAT, _WANNEER)) + "."


def _body(ids: list[str], number: int) -> str:
    """Return the text of a topic: about 300 words, with two terms, links, a table and a list of what to do."""
    told = count(number * 31)
    parts = []
    for part, heading in enumerate(_DELEN):
        parts += [f"## {heading}", ""]
        for _ in range(3):
            parts += [*(_sentence(next(told)) for _ in range(3)), ""]
        if part < 2:
            parts += [f"Let daarbij op begrip{(number * 2 + part) % _BEGRIPPEN}, ook op papier.", ""]
    other = ids[(number * 7 + 1) % len(ids)]
    parts += [f"Zie [een ander onderwerp](../{other}.md) en [de definities](../definities.md).", ""]
    parts += ["| wie | wanneer |", "| --- | --- |", *(f"| {_WIE[i]} | {_WANNEER[i]} |" for i in range(3)), ""]
    return "\n".join([*parts, "## Wat kunt u doen", "", *(f"- {_sentence(next(told))}" for _ in range(5)), ""])


def _related(ids: list[str], number: int) -> list[dict[str, str]]:
    """Tie each topic to the next and to the one seven further on; every fifth builds on the one before it."""
    found = []
    for other in (number + 1, number - 1, number + 7, number - 7):
        if 0 <= other < len(ids):
            relation = {"onderwerp": ids[other], "reden": f"Daar leest u meer over deel {other}."}
            if abs(other - number) == 1 and max(other, number) % 5 == 0:
                relation["aard"] = "vervolg" if other > number else "basis"
            found.append(relation)
    return found


def _records(ids: list[str], instrumenten: int) -> dict[str, Iterable[str]]:
    """Return the records of each data file, each as what a mapping in YAML has between its braces."""
    read = "bron: boek, beoordeeld: 2025-01-01"
    return {
        "uitgevers": (f"id: maker{n}, naam: Maker {n}" for n in range(20)),
        "soorten": (f"id: soort{n}, naam: soort {n}, meervoud: soorten {n}" for n in range(6)),
        "bronnen": ["id: boek, titel: Boek, uitgever: maker0, datering: '2024'"],
        "afkortingen": ["afkorting: VB, voluit: Voorbeeld"],
        "zoektermen": ["term: samenwerking, ook: [netwerk]"],
        **dict.fromkeys(("verwijderd", "contactpunten", "cijfers"), ()),
        "definities": (
            f"id: begrip{n}, begrip: Begrip{n}, varianten: [begrip{n}pen], soort: uitleg, {read}, "
            f"tekst: {_sentence(n)} {_sentence(n + 1)}"
            for n in range(_BEGRIPPEN)
        ),
        "tools": (
            f"id: instrument-{n}, titel: Hulpmiddel {n} voor {_WAT[n % len(_WAT)]}, uitgever: maker{n % 20}, "
            f"soort: soort{n % 6}, toegang: {'inlog' if n % 3 == 1 else 'openbaar'}, "
            f"url: https://www.example.org/instrument/{n}, beschrijving: {_sentence(n)}, toegevoegd: 2025-01-01, "
            f"onderwerpen: [{', '.join({ids[place % len(ids)]: 0 for place in (n, n + 11)[: 1 + (n % 3 == 0)]})}]"
            for n in range(instrumenten)
        ),
        "beweringen": (
            f"id: stand-{n}, titel: Stand {n}, onderwerpen: [{ids[n]}], stand: {_sentence(n)}, op: 2024-12, {read}, "
            "nagaan: Kijk na of dit nog zo is., houdbaar: 60"
            for n in range(0, len(ids), 10)
        ),
        "zelfscan": (
            f"id: stelling-{n}-{nth}, onderwerp: {name}, tekst: {nth}.{n} {_sentence(n * 3 + nth)}"
            for n, name in enumerate(ids)
            for nth in range(3)
        ),
    }
