"""The kinds `training` and `rol`: what one can follow, for whom it is, and what a function needs.

The docstring under a field is what an editor of the data and a user of the open data sees, so it is Dutch.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, ValidationInfo

from handreiking.soorten.aanpassing import Aanpassingen
from handreiking.soorten.bron import BronVerwijzing
from handreiking.soorten.instrument import Aanvragen, InstrumentVerwijzing
from handreiking.soorten.moment import DagOfMaand
from handreiking.soorten.record import Record, fout
from handreiking.soorten.soort import Eigen, Kaart, Kaartrij, Lijst, Recordsoort
from handreiking.soorten.uitgever import Uitgever, UitgeverVerwijzing
from handreiking.soorten.veld import (
    GEEN_DUBBEL,
    IN_EEN_LIJST,
    Datum,
    Eigennaam,
    Id,
    KorteZin,
    OnderwerpId,
    Zin,
    verwijzing,
)


class Rol(Record):
    """Een functie of groep voor wie een training is."""

    id: Id
    """De korte naam waarmee trainingen naar deze functie verwijzen."""
    naam: Eigennaam
    """De naam zoals de bron die heeft."""
    omschrijving: Zin | None = None
    """Wat de functie is, als de bron dat zegt."""
    nodig: Zin | None = None
    """Wat er voor deze functie nodig is, als de bron dat zegt."""
    onderwerpen: Annotated[tuple[OnderwerpId, ...], *GEEN_DUBBEL] = ()
    """De onderwerpen waar de functie op staat met wat ervoor nodig is, als map/naam."""
    bron: BronVerwijzing
    """De bron."""


RolVerwijzing = Annotated[Rol, *verwijzing("rol", "onbekende functie")]


def _one_title(value: Any, info: ValidationInfo) -> Any:
    if "instrument" in info.data and (value is None) == (info.data["instrument"] is None):
        raise fout("kan niet naast 'instrument', en moet er zonder 'instrument' wel zijn: vul een van beide in")
    return value


class Training(Record):
    """Een training, voorlichting of andere manier om kennis op te doen."""

    id: Id
    """De korte naam; het vaste adres op de pagina met trainingen."""
    instrument: InstrumentVerwijzing | None = None
    """Het instrument dat deze training is; dan komen titel en adres daarvandaan."""
    titel: Annotated[Eigennaam | None, AfterValidator(_one_title)] = None
    """De titel in de bron, als de training geen instrument is."""
    beschrijving: KorteZin
    """Eén zin in eigen woorden."""
    aanbieder: UitgeverVerwijzing | None = None
    """Wie de training geeft of aanbiedt, als de bron dat zegt."""
    voor_wie: Annotated[tuple[RolVerwijzing, ...], *GEEN_DUBBEL] = ()
    """De functies voor wie de training is, als de bron dat zegt."""
    voor_wie_in_woorden: Zin | None = None
    """Hetzelfde in de woorden die lezers zien, als de namen van de functies te weinig zeggen."""
    vorm: Zin | None = None
    """Hoe het gaat, als de bron dat zegt en de titel niet: een bijeenkomst, een e-learning."""
    niveau: Zin | None = None
    """Het niveau, als de bron dat zegt."""
    duur: Zin | None = None
    """Hoe lang de training duurt, als de bron dat zegt."""
    groep: Zin | None = None
    """Hoe groot een groep is, als de bron dat zegt."""
    aanvragen: Aanvragen | None = None
    """Bij wie en hoe de training is aan te vragen, als de bron dat zegt."""
    onderwerpen: Annotated[tuple[OnderwerpId, ...], *IN_EEN_LIJST]
    """De onderwerpen waar de training op staat, als map/naam."""
    bron: BronVerwijzing
    """Waar dit staat."""
    stand: DagOfMaand
    """De dag of maand van de bron; weet u minder precies, dan de vroegste maand."""
    stand_in_woorden: Zin | None = None
    """Dezelfde datum zoals de bron die geeft, als die geen dag of maand noemt."""
    toegevoegd: Datum | None = None
    """De dag waarop de training is toegevoegd; niet nodig als dat dezelfde dag was als de pagina."""
    gewijzigd: Aanpassingen = ()
    """Wat er voor lezers is veranderd: 'op' en 'wat', de nieuwste bovenaan."""
    beoordeeld: Datum
    """De dag waarop de redactie de training voor het laatst naast de bron legde."""

    @property
    def naam(self) -> str:
        """Its title, or that of the instrument that it is."""
        return self.titel or (self.instrument.titel if self.instrument else "")

    @property
    def webadres(self) -> str | None:
        """The address of the instrument that it is."""
        return self.instrument.url if self.instrument else None

    @property
    def webuitgever(self) -> Uitgever | None:
        """Whose site that leads to."""
        return self.instrument.uitgever if self.instrument else None

    @property
    def doelgroep(self) -> str:
        """For whom it is, in words."""
        return self.voor_wie_in_woorden or ", ".join(rol.naam for rol in self.voor_wie)

    @property
    def hoe(self) -> str | None:
        """How to ask for it."""
        asked = self.aanvragen or (self.instrument.aanvragen if self.instrument else None)
        return asked.hoe if asked else None

    @property
    def mail(self) -> str | None:
        """The address to ask for it by mail."""
        asked = self.aanvragen or (self.instrument.aanvragen if self.instrument else None)
        return asked.mail if asked else None

    @property
    def herkomst(self) -> str:
        """The source, as the heading above its trainings."""
        return f"{self.bron.titel} ({self.bron.datering})"


def check_training_dubbel(lijst: Lijst[Training]) -> Eigen:
    """An instrument is one training.

    Wrong: two records with `instrument: leergang`.  Right: one of them.
    """
    first: dict[str, int] = {}
    for training, line in lijst.records:
        if training.instrument and first.setdefault(training.instrument.id, line) != line:
            sentence = f"'{training.instrument.id}' is ook de training op regel {first[training.instrument.id]}"
            yield line, f"{sentence}; houd er één"


ROL = Recordsoort(
    "rol",
    "rollen",
    "rollen.yaml",
    Rol,
    pagina="trainingen",
    anker="rol-{}",
    optioneel=True,
    kaart=Kaart(
        kop="naam",
        inleiding="omschrijving",
        sectie="Wie wat nodig heeft",
        meer="Alle functies, en de trainingen",
        in_zoeken="Functie",
        rest=(Kaartrij("Nodig", "nodig"), Kaartrij("Bron", "bron", heel=True, herkomst=True)),
        zonder_groep="Functies",
        lijst=True,
        gezocht=("omschrijving", "nodig"),
    ),
)

TRAINING = Recordsoort(
    "training",
    "trainingen",
    "trainingen.yaml",
    Training,
    pagina="trainingen",
    alleen_op="trainingen",
    geteld=True,
    optioneel=True,
    regels=(check_training_dubbel,),
    in_nieuw=("naam", "beschrijving"),
    kaart=Kaart(
        kop="naam",
        inleiding="beschrijving",
        sectie="Welke training voor wie",
        meer="Alle trainingen, met wie ze geeft en hoe u ze aanvraagt",
        in_zoeken="Training",
        bereik=(
            Kaartrij("Web", "webadres", "material/web", tekst="naam", van="webuitgever"),
            Kaartrij("E-mail", "mail", "material/email-outline"),
        ),
        rest=(
            Kaartrij("Voor wie", "doelgroep"),
            Kaartrij("Vorm", "vorm"),
            Kaartrij("Niveau", "niveau", heel=True),
            Kaartrij("Duur", "duur", heel=True),
            Kaartrij("Groep", "groep", heel=True),
            Kaartrij("Organisatie", "aanbieder", heel=True),
            Kaartrij("Aanvragen", "hoe", heel=True),
            Kaartrij("Bron", "bron", heel=True, herkomst=True),
            Kaartrij("Beoordeeld", "beoordeeld", heel=True, herkomst=True),
            Kaartrij("Hoort bij", "onderwerpen", heel=True, herkomst=True),
        ),
        sinds=True,
        groep="herkomst",
        lijst=True,
        filter="voor_wie",
        filter_kop="Voor wie",
        gezocht=("doelgroep", "vorm", "niveau", "duur"),
    ),
)
