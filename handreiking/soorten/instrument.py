"""The record of `data/tools.yaml`: an instrument, how to get it, and its topics.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationInfo

from handreiking.basis.problem import suggestion
from handreiking.soorten.aanpassing import Aanpassingen
from handreiking.soorten.bron import BronVerwijzing
from handreiking.soorten.instrumentsoort import SoortVerwijzing
from handreiking.soorten.record import Record, Veldsoort, fout
from handreiking.soorten.soort import Eigen, Kenmerkrij, Lijst, Recordsoort
from handreiking.soorten.uitgever import UitgeverVerwijzing
from handreiking.soorten.veld import (
    IN_EEN_LIJST,
    Datum,
    Eigennaam,
    HttpReden,
    Id,
    KorteZin,
    Mail,
    OnderwerpId,
    Url,
    Zin,
    verwijzing,
)


@dataclass(frozen=True)
class Toegang:
    """How to get an instrument: the heading above those on a topic, the words beside one, and the icon."""

    kop: str
    woorden: str
    icoon: str


# In the order in which it helps between two meetings.
TOEGANG = {
    "openbaar": Toegang("Meteen te openen", "openbaar", "material/lock-open-variant-outline"),
    "inlog": Toegang("Na inloggen", "inloggen", "material/login"),
    "op-aanvraag": Toegang("Op te vragen", "op te vragen", "material/hand-extended-outline"),
}


class Aanvragen(Record):
    """Bij wie en hoe een instrument of een inlog is aan te vragen."""

    bij: UitgeverVerwijzing
    """Bij wie (id uit uitgevers.yaml)."""
    hoe: Zin
    """Hoe, in één zin."""
    http_reden: HttpReden | None = None
    """Waarom het adres met http:// begint."""
    url: Url | None = None
    """De pagina waarop de aanvraag kan."""
    mail: Mail | None = None
    """Het e-mailadres voor de aanvraag."""


def _url_or_request(value: str | None, info: ValidationInfo) -> str | None:
    toegang = info.data.get("toegang")
    if value is None and toegang in ("openbaar", "inlog"):
        raise fout(f"ontbreekt; alleen met toegang 'op-aanvraag' (nu '{toegang}') kan een instrument zonder adres")
    if value is not None and toegang == "op-aanvraag":
        raise fout("kan niet bij toegang 'op-aanvraag'; zet het adres van de aanvraag onder 'aanvragen'")
    return value


def _request(value: Aanvragen | None, info: ValidationInfo) -> Aanvragen | None:
    toegang = info.data.get("toegang")
    if value is None and toegang == "op-aanvraag":
        raise fout("ontbreekt; zeg bij wie ('bij') en hoe ('hoe') het instrument is op te vragen")
    if value is not None and toegang == "openbaar":
        raise fout("kan niet bij toegang 'openbaar'; haal 'aanvragen' weg of verander de toegang")
    return value


def _own_onderwerp(value: Any, info: ValidationInfo) -> Any:
    placed: tuple[str, ...] | None = info.data.get("onderwerpen")
    if placed is None:
        return value
    for name in value:
        if name not in placed:
            raise fout(f"'{name}' staat niet bij 'onderwerpen' van dit instrument{suggestion(name, placed)}")
    return value


class Instrument(Record):
    """Een instrument dat op een of meer onderwerpen staat."""

    id: Id
    """De korte naam; het vaste adres van het instrument op de pagina met alle instrumenten."""
    titel: Eigennaam
    """De titel die lezers zien."""
    uitgever: UitgeverVerwijzing
    """De uitgever (id uit uitgevers.yaml)."""
    soort: SoortVerwijzing
    """De soort (id uit soorten.yaml)."""
    toegang: Literal["openbaar", "inlog", "op-aanvraag"]
    """openbaar: meteen te openen; inlog: na inloggen; op-aanvraag: heeft geen adres, moet worden gevraagd."""
    http_reden: HttpReden | None = None
    """Waarom het adres met http:// begint."""
    url: Annotated[Url | None, AfterValidator(_url_or_request)] = None
    """Het webadres, precies zoals in de adresbalk."""
    aanvragen: Annotated[Aanvragen | None, AfterValidator(_request)] = None
    """Bij wie en hoe het is aan te vragen; verplicht bij op-aanvraag, mag bij inlog."""
    onderwerpen: Annotated[tuple[OnderwerpId, ...], *IN_EEN_LIJST]
    """De onderwerpen waar het instrument bij hoort, als map/naam."""
    andere_titels: Annotated[dict[str, Eigennaam], AfterValidator(_own_onderwerp)] = Field(default_factory=dict)
    """Een andere titel bij een onderwerp: 'map/naam: titel'."""
    tip: Annotated[tuple[OnderwerpId, ...], AfterValidator(_own_onderwerp)] = ()
    """De onderwerpen waar dit instrument een tip is."""
    beschrijving: KorteZin
    """Eén zin in eigen woorden: wat heeft de lezer eraan?"""
    bestandstype: Literal["pdf", "docx", "xlsx", "pptx", "zip"] | None = None
    """Het bestandstype, als het adres een bestand opent."""
    archief: Url | None = None
    """Een bewaard exemplaar, voor als het adres niet meer werkt."""
    zelfde_url_als: Annotated[Zin, Veldsoort.INTERN] | None = None
    """Het id van een instrument dat met opzet hetzelfde adres heeft."""
    bron: BronVerwijzing | None = None
    """Waar de redactie het instrument en zijn adres vond (id uit bronnen.yaml)."""
    toegevoegd: Datum
    """De dag waarop het instrument is toegevoegd."""
    gewijzigd: Aanpassingen = ()
    """Wat er voor lezers is veranderd: 'op' en 'wat', de nieuwste bovenaan."""
    nagekeken: Datum | None = None
    """De dag waarop iemand het instrument voor het laatst heeft geopend en nagekeken."""

    @property
    def soort_in_zin(self) -> str:
        """The name of its kind within a sentence."""
        return self.soort.naam.lower()

    @property
    def toegang_in_woorden(self) -> str:
        """How to get it."""
        words = TOEGANG[self.toegang].woorden
        return f"{words} bij {self.aanvragen.bij.in_zin}" if self.aanvragen and not self.url else words

    @property
    def toegang_icoon(self) -> str:
        """The icon of how to get it."""
        return TOEGANG[self.toegang].icoon

    @property
    def dicht(self) -> bool:
        """Whether it does not open at once."""
        return self.toegang != "openbaar"

    @property
    def bestandsnaam(self) -> str | None:
        """The kind of file as people write it."""
        return self.bestandstype and self.bestandstype.upper()


InstrumentVerwijzing = Annotated[Instrument, *verwijzing("instrument", "onbekend instrument")]


@dataclass(frozen=True)
class Plaatsing:
    """An instrument as it stands on one topic."""

    instrument: Instrument
    titel: str
    tip: bool


def by_access(plaatsingen: Iterable[Plaatsing]) -> list[tuple[str, list[Plaatsing]]]:
    """Return the instruments of a topic under a heading for each way to get one; those that open at once come first."""
    whole = list(plaatsingen)
    groups = [(how.kop, [p for p in whole if p.instrument.toegang == name]) for name, how in TOEGANG.items()]
    return [(kop, members) for kop, members in groups if members]


def check_shared_urls(lijst: Lijst[Instrument]) -> Eigen:
    """Two instruments have one address only where the later one says so.

    Wrong: the same `url` twice.  Right: the later one adds `zelfde_url_als: symbolenbank`.
    """
    ids = {instrument.id: instrument for instrument, _ in lijst.records}
    first: dict[str, Instrument] = {}
    for instrument, line in lijst.records:
        other = instrument.zelfde_url_als
        if other is not None and other not in lijst.ids:
            hint = suggestion(other, lijst.ids)
            yield line, f"'zelfde_url_als' noemt '{other}', dat geen instrument is{hint}"
        elif other == instrument.id:
            yield line, "'zelfde_url_als' noemt dit instrument zelf; noem het andere, of haal het veld weg"
        elif other in ids and ids[other].url != instrument.url:
            yield line, f"'zelfde_url_als' noemt '{other}', maar dat heeft een ander adres; haal het veld weg"
        elif instrument.url in first and other is None:
            twin = first[instrument.url].id
            yield line, f"dit adres heeft '{twin}' ook; voeg ze samen, of schrijf erbij: zelfde_url_als: {twin}"
        if instrument.url is not None:
            first.setdefault(instrument.url, instrument)


INSTRUMENT = Recordsoort(
    "instrument",
    "instrumenten",
    "tools.yaml",
    Instrument,
    pagina="instrumenten",
    geteld=True,
    regels=(check_shared_urls,),
    in_nieuw=("titel", "beschrijving"),
    kenmerken=(
        Kenmerkrij("uitgever.naam"),
        Kenmerkrij("soort_in_zin", klasse="soort"),
        Kenmerkrij("toegang_in_woorden", klasse="toegang", icoon="toegang_icoon", nadruk="dicht"),
        Kenmerkrij("bestandsnaam", icoon="material/file-document-outline"),
        Kenmerkrij("nagekeken", "nagekeken op"),
    ),
)
