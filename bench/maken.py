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

_TOP = {
    "index.md": "home",
    "definities.md": "definities",
    "download.md": "download",
    "instrumenten.md": "instrumenten",
    "meenemen.md": "meenemen",
    "nieuw.md": "nieuw",
    "open-data.md": "opendata",
    "over.md": "over",
    "samenhang.md": "samenhang",
    "zelfscan.md": "zelfscan",
}
_ICONEN = ("material/tree-outline", "material/water-outline", "material/bank-outline")
_KLEUREN = (("#2f6b1f", "#a8dd92"), ("#0b5a7a", "#8fd3ee"), ("#7a2f5b", "#f0a8d2"))
_WIE = ("De gemeente", "Een wijkteam", "De school", "Een partner in de wijk", "Het college", "De coördinator", "U")
_DOET = ("bespreekt", "herkent", "verzamelt", "controleert", "vergelijkt", "deelt", "bewaart", "beschrijft")
_WAT = (
    "signalen uit de buurt",
    "de afspraken van het overleg",
    "vragen van bewoners",
    "wat er nodig is",
    "de cijfers van vorig jaar",
    "een plan met doelen",
    "voorbeelden van elders",
    "wensen van ouders",
    "kennis over jongeren",
)
_WANNEER = ("elk kwartaal", "in rustige tijden", "na een incident", "samen met de politie", "zodra dat kan")
_DELEN = ("Zo begint u", "Wie er meedoen", "Wat er mis kan gaan", "Hoe u verder komt")


def write_handreiking(
    folder: Path, *, onderwerpen: int, instrumenten: int, begrippen: int = 14, per_thema: int = 25
) -> None:
    """Write a project with this many topics, instruments and terms, in themes of `per_thema` topics."""
    (folder / "data").mkdir(parents=True)
    (folder / "content").mkdir()
    for name, soort in _TOP.items():
        _page(folder / "content" / name, {"soort": soort, "titel": f"Pagina {soort}", "samenvatting": "Kort."}, _PROSE)
    ids = [f"thema{i // per_thema}/onderwerp{i}" for i in range(onderwerpen)]
    for number in range((onderwerpen + per_thema - 1) // per_thema):
        licht, donker = _KLEUREN[number % len(_KLEUREN)]
        kop = {
            "soort": "thema",
            "titel": f"Thema {number}",
            "samenvatting": "Waar deze onderwerpen over gaan.",
            "volgorde": number,
            "icoon": _ICONEN[number % len(_ICONEN)],
            "kleur": {"licht": licht, "donker": donker},
        }
        _page(folder / "content" / f"thema{number}" / "index.md", kop, _PROSE)
    for number, name in enumerate(ids):
        kop = {
            "soort": "onderwerp",
            "titel": f"Onderwerp {number}",
            "samenvatting": _sentence(number),
            "volgorde": number,
            "verwant": _related(ids, number),
            "beoordeeld": "2025-01-01",
            "bronnen": ["boek"],
        }
        _page(folder / "content" / f"{name}.md", kop, _body(ids, number, begrippen))
    for file, records in _data(ids, instrumenten, begrippen).items():
        text = json.dumps(records, ensure_ascii=False, indent=1) + "\n"  # JSON is YAML too
        (folder / "data" / f"{file}.yaml").write_text(text, encoding="utf-8")


_PROSE = "Hier staat kort waar deze pagina voor is.\nU vindt de rest hieronder.\n"


def _page(path: Path, kop: dict[str, object], body: str) -> None:
    path.parent.mkdir(exist_ok=True)
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in kop.items()]
    path.write_text("\n".join(["---", *lines, "---", body]), encoding="utf-8")


def _sentence(number: int) -> str:
    """Give one of 2,520 sentences; the next number has other words."""
    return " ".join(words[number % len(words)] for words in (_WIE, _DOET, _WAT, _WANNEER)) + "."


def _body(ids: list[str], number: int, begrippen: int) -> str:
    """Give the text of a topic: about 300 words, with two terms, links, a table and a list of what to do."""
    told = count(number * 31)
    parts = []
    for part, heading in enumerate(_DELEN):
        parts += [f"## {heading}", ""]
        for _ in range(3):
            parts += [*(_sentence(next(told)) for _ in range(3)), ""]
        if part < 2 and begrippen:
            parts += [f"Let daarbij op begrip{(number * 2 + part) % begrippen}, ook op papier.", ""]
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


def _data(ids: list[str], instrumenten: int, begrippen: int) -> dict[str, object]:
    return {
        "handreiking": {
            "titel": "Meting",
            "ondertitel": "Meten hoe snel het gaat",
            "uitgever": "maker0",
            "contact": "a@example.org",
            "editie": "meting",
            "licentie": {"naam": "Vrij", "url": "https://www.example.org/vrij"},
        },
        "uitgevers": [{"id": f"maker{i}", "naam": f"Maker {i}"} for i in range(20)],
        "soorten": [{"id": f"soort{i}", "naam": f"soort {i}", "meervoud": f"soorten {i}"} for i in range(6)],
        "bronnen": [{"id": "boek", "titel": "Boek", "uitgever": "maker0", "datering": "2024"}],
        "afkortingen": [{"afkorting": "VB", "voluit": "Voorbeeld"}],
        "definities": [_definition(number) for number in range(begrippen)],
        "tools": [_instrument(ids, number) for number in range(instrumenten)],
        "beweringen": [_claim(ids[number], number) for number in range(0, len(ids), 10)],
        "zoektermen": [{"term": "samenwerking", "ook": ["netwerk"]}],
        "verwijderd": [],
        "contactpunten": [],
        "cijfers": [],
        "zelfscan": [_statement(name, number, nth) for number, name in enumerate(ids) for nth in range(3)],
    }


def _definition(number: int) -> dict[str, object]:
    return {
        "id": f"begrip{number}",
        "begrip": f"Begrip{number}",
        "soort": "uitleg",
        "tekst": f"{_sentence(number)} {_sentence(number + 1)}",
        "bron": "boek",
        "beoordeeld": "2025-01-01",
        "varianten": [f"begrip{number}pen"],
    }


def _instrument(ids: list[str], number: int) -> dict[str, object]:
    places: Iterable[int] = (number, number + 11) if number % 3 == 0 else (number,)
    return {
        "id": f"instrument-{number}",
        "titel": f"Hulpmiddel {number} voor {_WAT[number % len(_WAT)]}",
        "uitgever": f"maker{number % 20}",
        "soort": f"soort{number % 6}",
        "toegang": ("openbaar", "inlog", "openbaar")[number % 3],
        "url": f"https://www.example.org/instrument/{number}",
        "onderwerpen": list(dict.fromkeys(ids[place % len(ids)] for place in places)),
        "beschrijving": _sentence(number),
        "toegevoegd": "2025-01-01",
    }


def _claim(name: str, number: int) -> dict[str, object]:
    return {
        "id": f"stand-{number}",
        "onderwerpen": [name],
        "titel": f"Stand {number}",
        "stand": _sentence(number),
        "op": "2024-12",
        "bron": "boek",
        "nagaan": "Kijk na of dit nog zo is.",
        "houdbaar": 60,
        "beoordeeld": "2025-01-01",
    }


def _statement(name: str, number: int, nth: int) -> dict[str, object]:
    return {
        "id": f"stelling-{number}-{nth}",
        "onderwerp": name,
        "tekst": f"{nth}.{number} {_sentence(number * 3 + nth)}",
    }
