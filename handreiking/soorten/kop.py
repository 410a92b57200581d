"""What stands at the top of the pages of `content/`, by the kind of page.

The docstring under a field is what an editor sees, so it is Dutch.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema

from handreiking.basis.problem import suggestion
from handreiking.soorten.aanpassing import Aanpassingen
from handreiking.soorten.bron import BronVerwijzing
from handreiking.soorten.contactpunt import ContactpuntVerwijzing
from handreiking.soorten.record import Record, Veldsoort, fout, samenhang
from handreiking.soorten.veld import (
    GEEN_DUBBEL,
    IN_EEN_LIJST,
    Datum,
    Getal,
    Icoon,
    Ja,
    KleurOpDonker,
    KleurOpLicht,
    KorteZin,
    OnderwerpId,
    Zin,
)


def _known_kind(value: Any, info: ValidationInfo) -> str:
    known = samenhang(info).paginasoorten
    letters = getattr(value, "letters", value)
    given = letters if isinstance(letters, str) else ""
    if given in known and isinstance(value, str):
        return value
    what = f"geen '{given}'" if given else "dit niet"
    raise fout(f"kan {what} zijn; kies uit {', '.join(known)}{suggestion(given, known)}")


Paginasoortnaam = Annotated[
    str, Veldsoort.INTERN, BeforeValidator(_known_kind), WithJsonSchema({"type": "string", "pattern": "^[a-z]+$"})
]


class Kop(Record):
    """Wat boven aan elke pagina staat."""

    soort: Paginasoortnaam
    """De soort pagina."""
    titel: Zin
    """De titel van de pagina."""
    samenvatting: KorteZin
    """De pagina in één regel."""
    concept: Ja = False
    """true zolang niemand de pagina hoort te zien: dan staat de pagina alleen in het live voorbeeld."""
    beoordeeld: Datum | None = None
    """De dag waarop de pagina voor het laatst is nagekeken."""
    toegevoegd: Datum | None = None
    """De dag waarop de pagina is toegevoegd; niet nodig als die al in de eerste uitgave stond."""
    gewijzigd: Aanpassingen = ()
    """Wat er voor lezers is veranderd: 'op' en 'wat', de nieuwste bovenaan."""
    bronnen: tuple[BronVerwijzing, ...] = ()
    """Waar de tekst op steunt (ids uit bronnen.yaml)."""


class OnbekendeKop(Kop, extra="ignore"):
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
    """De onderwerpen waarvan dit een voorbeeld is, als map/naam; daar staat dan een link naar deze pagina."""
    contactpunten: Annotated[tuple[ContactpuntVerwijzing, ...], *GEEN_DUBBEL] = ()
    """De contactpunten die op deze pagina staan (id's uit contactpunten.yaml)."""
    bronnen: Annotated[tuple[BronVerwijzing, ...], *IN_EEN_LIJST]
    """De bronnen van deze pagina (id's uit bronnen.yaml)."""
    stand: Zin
    """Van wanneer de gegevens op deze pagina zijn, in woorden: 'eind 2024'."""
    beoordeeld: Datum
    """De dag waarop de tekst voor het laatst is nagekeken."""


PRAKTIJK = "praktijk"  # the folder of the practice examples
IN_TE_VULLEN = "Vul in:"  # how a question begins that a new example has in the place of its answer
