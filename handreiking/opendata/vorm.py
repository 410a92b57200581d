"""What the published files share: their head, and how records become text.

The published form is written down apart from the records of `data/`: a field that gets another name here in the
code keeps its name in the files. The docstring under a field is its description in the schema and on the page about
open data, so it is Dutch. A new field may be added; see `tests/opendata/test_vorm.py` for any other change.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.wijzigingen import VERWIJDERD
from handreiking.soorten import bron as binnen_bron
from handreiking.soorten import instrument as binnen_instrument
from handreiking.soorten import uitgever as binnen_uitgever
from handreiking.soorten.definitie import Definitie
from handreiking.tekst.toonregel import Toonplek

MAP = "opendata"
Webadres = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Adres = Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]


def _open_to_more(schema: dict[str, Any]) -> None:
    """Let a reader's check pass fields that are added later; here a field we do not know is a mistake."""
    schema.pop("additionalProperties", None)


class Vorm(BaseModel):
    """A part of a published file: all its fields are always there, `null` where there is nothing to say."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=False,
        use_attribute_docstrings=True,
        json_schema_extra=_open_to_more,
    )
    AFGELEID: ClassVar[tuple[str, ...]] = ()  # the fields that follow from the record, see `afgeleid.aangevuld`


class Licentie(Vorm):
    """De voorwaarden waaronder u de gegevens mag gebruiken."""

    naam: str
    """De naam van de licentie."""
    url: Webadres
    """Waar de voorwaarden staan."""
    uitzondering: str
    """Wat niet onder de licentie valt."""


class Organisatie(Vorm):
    """Een organisatie."""

    id: str
    """Het vaste kenmerk van de organisatie in deze handreiking."""
    naam: str
    """De naam die lezers kennen."""
    voluit: str | None
    """De volledige naam, als die anders is."""


class Aanvragen(Vorm):
    """Bij wie en hoe een instrument is aan te vragen."""

    bij: Organisatie
    """Bij wie."""
    hoe: str
    """Hoe, in één zin."""
    url: Webadres | None
    """De pagina waarop de aanvraag kan."""
    mail: str | None
    """Het mailadres voor de aanvraag."""


class Bron(Vorm):
    """Een document waar een tekst uit komt."""

    id: str
    """Het vaste kenmerk van de bron."""
    titel: str
    """De titel van het document."""
    uitgever: Organisatie
    """Wie het document uitgeeft."""
    datering: str
    """Van wanneer het document is, in woorden."""
    url: Webadres | None
    """Waar het document staat, als het een adres heeft."""


class Wijziging(Vorm):
    """Wat er op een dag is veranderd."""

    op: date
    """De dag van de wijziging."""
    wat: str
    """Wat er veranderde, in één zin."""


class Verwijderd(Vorm):
    """Iets dat uit de handreiking is gehaald."""

    id: str
    """Het vaste kenmerk dat het had."""
    titel: str
    """De titel die het had."""
    op: date
    """De dag waarop het is weggehaald."""
    reden: str
    """Waarom het is weggehaald."""
    vervangen_door: str | None
    """Het vaste kenmerk van wat ervoor in de plaats kwam."""


class Bestand(Vorm):
    """Wat in elk bestand voorop staat."""

    NAAM: ClassVar[str]
    VERSIE: ClassVar[int]
    SOORT: ClassVar[str]  # the kind of the page where the same stands for readers
    ONDERDEEL: ClassVar[str]  # what one of its records is called among the changes

    schema_adres: Annotated[Adres, Field(alias="$schema")]
    """Het adres van de beschrijving van dit bestand (JSON Schema)."""
    titel: str
    """De titel van de handreiking."""
    stand: date
    """De dag waarop de inhoud voor het laatst is gewijzigd of nagekeken."""
    versie: int
    """De versie van de opbouw van dit bestand; die gaat omhoog als een veld verdwijnt of iets anders gaat betekenen."""
    licentie: Licentie
    """De voorwaarden waaronder u de gegevens mag gebruiken."""
    uitgever: Organisatie
    """Wie de handreiking uitgeeft."""
    adres: Adres
    """De pagina van de handreiking waar deze gegevens staan; zonder https:// gezien vanaf dit bestand."""


def head(handreiking: Handreiking, site: Site, model: type[Bestand]) -> dict[str, Any]:
    """Return the fields that each file begins with."""
    here = path_of(f"{model.NAAM}.json")
    return {
        "schema_adres": site.url(schema_path(model), here),
        "titel": handreiking.titel,
        "stand": handreiking.stand,
        "versie": model.VERSIE,
        "licentie": Licentie(
            naam=handreiking.licentie.naam,
            url=handreiking.licentie.url,
            uitzondering=handreiking.licentie.uitzondering,
        ),
        "uitgever": organisatie(handreiking.uitgever),
        "adres": site.pagina(handreiking.pad_van(model.SOORT), here),
    }


def aanpassingen(record: binnen_instrument.Instrument | Definitie) -> tuple[Wijziging, ...]:
    """Return what editors noted that changed in a record, newest first."""
    return tuple(Wijziging(op=aanpassing.op, wat=aanpassing.wat) for aanpassing in record.gewijzigd)


def verwijderd(handreiking: Handreiking, model: type[Bestand]) -> tuple[Verwijderd, ...]:
    """Return what was taken away of the kind that a file holds, newest first."""
    return tuple(
        Verwijderd(
            id=wijziging.onderdeel.id,
            titel=wijziging.onderdeel.titel,
            op=wijziging.dag,
            reden=wijziging.wat,
            vervangen_door=wijziging.opvolger.id if wijziging.opvolger else None,
        )
        for wijziging in handreiking.wijzigingen
        if wijziging.aard == VERWIJDERD and wijziging.onderdeel.soort == model.ONDERDEEL
    )


def organisatie(uitgever: binnen_uitgever.Uitgever) -> Organisatie:
    """Return a publisher in the published form."""
    return Organisatie(id=uitgever.id, naam=uitgever.naam, voluit=uitgever.voluit)


def aanvragen_van(aanvragen: binnen_instrument.Aanvragen) -> Aanvragen:
    """Return how something is to be asked for, in the published form."""
    return Aanvragen(bij=organisatie(aanvragen.bij), hoe=aanvragen.hoe, url=aanvragen.url, mail=aanvragen.mail)


def bron_van(bron: binnen_bron.Bron) -> Bron:
    """Return a source in the published form."""
    return Bron(id=bron.id, titel=bron.titel, uitgever=organisatie(bron.uitgever), datering=bron.datering, url=bron.url)


def adressen(handreiking: Handreiking, site: Site, plek: Toonplek, here: str) -> tuple[str, ...]:
    """Return where lines of pages show a record, as seen from the file at `here`."""
    return tuple(site.pagina(pagina.pad, here, plek.anker) for pagina in handreiking.getoond_op(plek))


def path_of(name: str) -> str:
    """Return the path, from the site's root, of a published file."""
    return f"{MAP}/{name}"


def schema_path(model: type[Bestand]) -> str:
    """Return the path, from the site's root, of the description of a file in this version of its format."""
    return path_of(f"schema/{model.NAAM}-{model.VERSIE}.schema.json")


def render(record: Vorm) -> str:
    """Return the text of a file, in the order of the fields: always the same for the same record."""
    return record.model_dump_json(by_alias=True, indent=2) + "\n"


def render_json(value: object) -> str:
    """Return a value as JSON that a person can read too."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
