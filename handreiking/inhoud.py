"""The pages of `content/`: front matter to records, by the kind of page.

The docstring under a field is what an editor sees, so it is Dutch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias, get_args

from handreiking.aanpassing import Aanpassingen
from handreiking.contactpunten import ContactpuntVerwijzing
from handreiking.gegevens import GEEN_DUBBEL, IN_EEN_LIJST, BronVerwijzing
from handreiking.lezen import parse_record
from handreiking.problem import Problem
from handreiking.velden import (
    Datum,
    Getal,
    Icoon,
    KleurOpDonker,
    KleurOpLicht,
    KorteZin,
    OnderwerpId,
    Record,
    Samenhang,
    Zin,
)
from handreiking.yaml_document import Document, parse_yaml


class Kop(Record):
    """Wat boven aan elke pagina staat."""

    soort: Literal[
        "home",
        "thema",
        "onderwerp",
        "praktijkoverzicht",
        "praktijk",
        "definities",
        "instrumenten",
        "zelfscan",
        "samenhang",
        "meenemen",
        "nieuw",
        "opendata",
        "contact",
        "over",
        "download",
        "pagina",
    ]
    """De soort pagina."""
    titel: Zin
    """De titel van de pagina."""
    samenvatting: KorteZin
    """De pagina in één regel."""
    beoordeeld: Datum | None = None
    """De dag waarop de pagina voor het laatst is nagekeken."""
    toegevoegd: Datum | None = None
    """De dag waarop de pagina is toegevoegd; niet nodig als zij al in de eerste uitgave stond."""
    gewijzigd: Aanpassingen = ()
    """Wat er voor lezers is veranderd: 'op' en 'wat', de nieuwste bovenaan."""
    bronnen: tuple[BronVerwijzing, ...] = ()
    """Waar de tekst op steunt (ids uit bronnen.yaml)."""


class _Onbekend(Kop, extra="ignore"):
    """A page whose kind is wrong: which other fields it should have cannot be told."""


class Kleuren(Record):
    """De kleur van een thema, op licht en op donker papier."""

    licht: KleurOpLicht
    """De kleur op een lichte achtergrond."""
    donker: KleurOpDonker
    """De kleur op een donkere achtergrond."""


class ThemaKop(Kop):
    """Wat boven aan een thema staat."""

    volgorde: Getal
    """De plaats van het thema in het menu."""
    icoon: Icoon
    """Het icoon, uit de verzameling van Material: 'material/naam'."""
    kleur: Kleuren
    """De kleur van het thema."""


Aard: TypeAlias = Literal["basis", "vervolg"]


class Verwant(Record):
    """Een verwant onderwerp, met de reden om er verder te lezen."""

    onderwerp: OnderwerpId
    """Het andere onderwerp, als map/naam."""
    reden: Zin
    """Waarom de lezer daar verder kan lezen."""
    aard: Aard | None = None
    """Wat het andere onderwerp voor dit is: 'basis' (dit bouwt erop voort) of 'vervolg' (het bouwt voort op dit)."""


class OnderwerpKop(Kop):
    """Wat boven aan een onderwerp staat."""

    volgorde: Getal
    """De plaats van het onderwerp in zijn thema."""
    verwant: tuple[Verwant, ...] = ()
    """Onderwerpen die hierbij aansluiten; het andere onderwerp noemt dit onderwerp ook."""
    beoordeeld: Datum
    """De dag waarop de tekst voor het laatst is nagekeken."""
    bronnen: Annotated[tuple[BronVerwijzing, ...], *IN_EEN_LIJST]
    """Waar de tekst op steunt (ids uit bronnen.yaml)."""


class PraktijkKop(Kop):
    """Wat boven aan een pagina van een praktijkvoorbeeld staat."""

    gemeente: Zin | None = None
    """De naam van de gemeente; alleen op de eerste pagina van het voorbeeld, index.md."""
    volgorde: Getal
    """De plaats van de pagina in het voorbeeld; op index.md de plaats van het voorbeeld in het overzicht."""
    voorbeeld_van: tuple[OnderwerpId, ...] = ()
    """De onderwerpen waarvan dit een voorbeeld is, als map/naam; daar staat dan een koppeling naar deze pagina."""
    contactpunten: Annotated[tuple[ContactpuntVerwijzing, ...], *GEEN_DUBBEL] = ()
    """De contactpunten die op deze pagina staan (id's uit contactpunten.yaml)."""
    bronnen: Annotated[tuple[BronVerwijzing, ...], *IN_EEN_LIJST]
    """De bronnen van deze pagina (id's uit bronnen.yaml)."""
    stand: Zin
    """Van wanneer de gegevens op deze pagina zijn, in woorden: 'eind 2024'."""
    beoordeeld: Datum
    """De dag waarop de tekst voor het laatst is nagekeken."""


MAX_PAGE = 50_000
MAX_LINE = 4000
MAX_INDENT = 40
MAX_BRACKETS = 1000
_AROUND = re.compile(r"[\s>*+-]*")
PRAKTIJK = "praktijk"  # the folder of the practice examples
IN_TE_VULLEN = "Vul in:"  # how a question begins that a new example has in the place of its answer
_MODELS: dict[str, type[Kop]] = {"thema": ThemaKop, "onderwerp": OnderwerpKop, "praktijk": PraktijkKop}


@dataclass(frozen=True)
class Bronpagina:
    """A page as it was read: its front matter, with its lines, its Markdown and the line where that starts."""

    pad: str
    kop: Kop
    document: Document
    markdown: str
    regel: int


def parse_page(text: str, pad: str, path: str, context: Samenhang) -> tuple[Bronpagina | None, list[Problem]]:
    """Parse one page; `pad` is its place below the content folder, `path` the one named in problems."""
    parts, problems = split_page(text, path)
    if parts is None:
        return None, problems
    top, markdown = parts
    document, problems = parse_yaml(top, path, first_line=2)
    if document is None:
        return None, problems
    soort = document.waarde.get("soort") if isinstance(document.waarde, dict) else None
    kop, found = parse_record(document, kop_model(soort), context)
    problems += found
    above = top.count("\n") + 3
    problems += list(_check_size(markdown.split("\n"), above, path))[:1]
    problems += _check_place(kop, pad, path, document.regel(("soort",)))
    if kop is None or problems:
        return None, problems
    return Bronpagina(pad, kop, document, markdown, above + 1), []


def split_page(text: str, path: str) -> tuple[tuple[str, str] | None, list[Problem]]:
    """Give the fields at the top of a page, which begin on its second line, and its Markdown; or what is wrong."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, [
            Problem(path, 1, "de pagina begint niet met '---' en haar gegevens (titel, samenvatting …)", "kop")
        ]
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return None, [Problem(path, 1, "de gegevens boven aan de pagina worden niet afgesloten met '---'", "kop")]
    return ("\n".join(lines[1:end]), "\n".join(lines[end + 1 :])), []


def kop_model(soort: object) -> type[Kop]:
    """Give the model of the fields at the top of a kind of page."""
    kinds = get_args(Kop.model_fields["soort"].annotation)
    return _MODELS.get(str(soort), Kop if soort in kinds else _Onbekend)


def onderwerp_ids(paden: list[str]) -> frozenset[str]:
    """Give the ids of the topics among the source paths of pages: every page in a theme's folder but its index."""
    folders = {pad.rpartition("/")[0] for pad in paden if pad.endswith("/index.md") and pad.count("/") == 1}
    folders -= {PRAKTIJK}
    return frozenset(
        pad.removesuffix(".md") for pad in paden if pad.rpartition("/")[0] in folders and not pad.endswith("/index.md")
    )


def _check_size(lines: list[str], above: int, path: str) -> Iterator[Problem]:
    """What no reader can follow, the conversion cannot either: its time and depth grow with these."""
    if sum(map(len, lines)) + len(lines) > MAX_PAGE:
        yield Problem(path, above + 1, f"deze pagina heeft meer dan {MAX_PAGE} tekens; splits haar", "omvang")
        return
    brackets = 0
    for number, line in enumerate(lines, above + 1):
        brackets = brackets + line.count("[") if line.strip() else 0
        around = _AROUND.match(line)
        if len(line) > MAX_LINE:
            yield Problem(path, number, f"deze regel heeft meer dan {MAX_LINE} tekens; deel hem op", "omvang")
        elif around and len(around[0].replace("\t", "    ")) > MAX_INDENT:
            yield Problem(path, number, "deze regel springt te diep in; houd het bij enkele niveaus", "omvang")
        elif brackets > MAX_BRACKETS:
            yield Problem(path, number, f"dit blok heeft meer dan {MAX_BRACKETS} keer '['; deel het op", "omvang")


def _check_place(kop: Kop | None, pad: str, path: str, line: int) -> list[Problem]:
    """A theme is the index of a folder, a topic lies in such a folder; practice examples have a folder of their own."""
    if kop is None:
        return []
    folder, _, name = pad.rpartition("/")
    fits = {
        "thema": name == "index.md" and folder.count("/") == 0 and folder not in ("", PRAKTIJK),
        "onderwerp": name != "index.md" and folder.count("/") == 0 and folder not in ("", PRAKTIJK),
        "praktijkoverzicht": pad == f"{PRAKTIJK}/index.md",
        "praktijk": folder.startswith(f"{PRAKTIJK}/") and folder.count("/") == 1,
        "home": pad == "index.md",
    }.get(kop.soort, folder == "" and name != "index.md")
    if fits:
        return []
    belongs = {
        "thema": "in content/<thema>/index.md",
        "onderwerp": "in content/<thema>/<onderwerp>.md",
        "praktijkoverzicht": f"in content/{PRAKTIJK}/index.md",
        "praktijk": f"in content/{PRAKTIJK}/<gemeente>/",
        "home": "in content/index.md",
    }.get(kop.soort, "rechtstreeks in content/")
    return [Problem(path, line, f"een pagina met soort '{kop.soort}' hoort {belongs}", "plaats")]
