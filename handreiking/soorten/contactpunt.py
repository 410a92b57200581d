"""The record of `data/contactpunten.yaml`: where a reader can call, write or look, and of when that is.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo, WithJsonSchema

from handreiking.basis.klok import add_months
from handreiking.basis.telefoon import VORM, kiesnummer
from handreiking.soorten.bewering import Houdbaar
from handreiking.soorten.bron import BronVerwijzing
from handreiking.soorten.instrument import Instrument, InstrumentVerwijzing
from handreiking.soorten.moment import DagOfMaand, Moment
from handreiking.soorten.record import Record, Veldsoort, fout
from handreiking.soorten.soort import Eigen, Kaart, Kaartrij, Lijst, Recordsoort
from handreiking.soorten.uitgever import Uitgever, UitgeverVerwijzing
from handreiking.soorten.veld import (
    GEEN_DUBBEL,
    Datum,
    Eigennaam,
    HttpReden,
    Id,
    Ja,
    Mail,
    OnderwerpId,
    Url,
    Zin,
    verwijzing,
)

_ACUUT = "Acuut gevaar"  # the heading of those for it


def _number(value: str) -> str:
    if kiesnummer(value) is None:
        raise fout(f"'{value}' is geen Nederlands telefoonnummer; schrijf het als '010 - 123 45 67', '14 010' of '112'")
    return value


def _one_address(value: str | None, info: ValidationInfo) -> str | None:
    if value is not None and info.data.get("instrument") is not None:
        raise fout("kan niet naast 'instrument', dat zelf een adres heeft; houd er één")
    return value


def _with_address(value: Instrument | None) -> Instrument | None:
    if value is not None and value.url is None:
        raise fout(f"het instrument '{value.id}' heeft geen webadres; haal dit veld weg of noem een ander")
    return value


def _since(value: date, info: ValidationInfo) -> date:
    stand = info.data.get("stand")
    if isinstance(stand, Moment) and value < stand.begin:
        raise fout(f"{value.isoformat()} ligt voor 'stand' ({stand.isoformat()}); vul de dag in waarop u dit nakeek")
    return value


Telefoon = Annotated[
    Zin, Veldsoort.TELEFOON, AfterValidator(_number), WithJsonSchema({"type": "string", "pattern": VORM})
]


class Contactpunt(Record):
    """Een plek waar een lezer terechtkan met een melding of een vraag."""

    id: Id
    """De korte naam; het vaste adres van het contactpunt op de pagina met contactgegevens."""
    naam: Eigennaam
    """De naam die lezers kennen."""
    uitgever: UitgeverVerwijzing
    """Van wie het contactpunt is (id uit uitgevers.yaml)."""
    acuut: Ja = False
    """Of het voor acuut gevaar is; dan staat het bovenaan."""
    gebied: Zin | None = None
    """De gemeente of regio waar het voor is; zonder dit veld is het voor heel Nederland."""
    voor_wie: Zin
    """Wie er terechtkan."""
    waarvoor: Zin
    """Waarmee, in één of enkele zinnen."""
    telefoon: Telefoon | None = None
    """Het telefoonnummer, zoals lezers het zien; de link erachter wordt er vanzelf van gemaakt."""
    mail: Mail | None = None
    """Het e-mailadres."""
    instrument: Annotated[InstrumentVerwijzing | None, AfterValidator(_with_address)] = None
    """Het instrument waarvan het webadres hier ook geldt (id uit tools.yaml)."""
    http_reden: HttpReden | None = None
    """Waarom het adres met http:// begint."""
    url: Annotated[Url | None, AfterValidator(_one_address)] = None
    """Het webadres, als geen instrument dat heeft."""
    uren: Zin | None = None
    """Wanneer er iemand is, als de bron dat zegt."""
    onderwerpen: Annotated[tuple[OnderwerpId, ...], *GEEN_DUBBEL] = ()
    """De onderwerpen waar het op staat, als map/naam; zonder dit veld staat het alleen bij alle contactpunten."""
    bron: BronVerwijzing | None = None
    """Waar deze gegevens staan (id uit bronnen.yaml); zonder dit veld is het een advies van de redactie."""
    eerder: Zin | None = None
    """Wat een oudere bron zei, als lezers dat nog kunnen tegenkomen."""
    stand: DagOfMaand
    """De dag (2026-11-21) of maand (2026-11) van de bron; weet u minder precies, dan de vroegste maand."""
    stand_in_woorden: Zin | None = None
    """Dezelfde datum zoals de bron die geeft, als die geen dag of maand noemt: 'begin 2026'."""
    houdbaar: Houdbaar
    """Na hoeveel maanden iemand moet nagaan of de gegevens nog kloppen."""
    beoordeeld: Annotated[Datum, AfterValidator(_since)]
    """De dag waarop de redactie de gegevens voor het laatst naast de bron legde."""

    @property
    def groep(self) -> str | None:
        """The heading it stands under on the page of all; None where it is for the whole country."""
        return _ACUUT if self.acuut else self.gebied

    @property
    def eigen_advies(self) -> str:
        """What is said where no source names it."""
        return "" if self.bron else "Advies van de redactie; het staat niet in de bronnen."

    @property
    def webadres(self) -> str | None:
        """The address of its own, or that of the instrument it names."""
        return self.instrument.url if self.instrument else self.url

    @property
    def webtitel(self) -> str:
        """What the address leads to."""
        return self.instrument.titel if self.instrument else self.naam

    @property
    def webuitgever(self) -> Uitgever:
        """Whose site the address leads to."""
        return self.instrument.uitgever if self.instrument else self.uitgever

    @property
    def zoekwoorden(self) -> str:
        """The words by which search finds it that its card does not show as such."""
        digits = "".join(letter for letter in self.telefoon or "" if letter.isdigit())
        words = ("contact", self.uitgever.naam, self.uitgever.voluit or "", digits)
        return " ".join(dict.fromkeys(words)).strip()

    @property
    def houdbaar_tot(self) -> date:
        """The last day on which it is not yet old."""
        return add_months(self.stand.begin, self.houdbaar)

    def verouderd(self, dag: date) -> bool:
        """Say whether it is old on a day: somebody should ask whether it still holds."""
        return self.houdbaar_tot < dag


ContactpuntVerwijzing = Annotated[Contactpunt, *verwijzing("contactpunt", "onbekend contactpunt")]


def check_bereikbaar(lijst: Lijst[Contactpunt]) -> Eigen:
    """A contact point can be reached in some way.

    Wrong: a record without `telefoon`, `mail`, `url` and `instrument`.  Right: one of them.
    """
    for contactpunt, line in lijst.records:
        if not (contactpunt.telefoon or contactpunt.mail or contactpunt.webadres):
            yield line, "dit contactpunt is niet te bereiken; vul 'telefoon', 'mail', 'url' of 'instrument' in"


CONTACTKAART = Kaart(
    kop="naam",
    inleiding="waarvoor",
    sectie="Contact",
    meer="Meer punten, en de bronnen",
    in_zoeken="Contact",
    bereik=(
        Kaartrij("Telefoon", "telefoon", "material/phone-outline"),
        Kaartrij("E-mail", "mail", "material/email-outline"),
        Kaartrij("Web", "webadres", "material/web", tekst="webtitel", van="webuitgever"),
        Kaartrij("Uren", "uren", "material/clock-outline"),
    ),
    rest=(
        Kaartrij("Voor wie", "voor_wie"),
        Kaartrij("Waar", "gebied", heel=False),
        Kaartrij("Eerder", "eerder"),
        Kaartrij("Bron", "eigen_advies"),
        Kaartrij("Organisatie", "uitgever", heel=True, herkomst=True),
        Kaartrij("Bron", "bron", heel=True, herkomst=True),
        Kaartrij("Beoordeeld", "beoordeeld", heel=True, herkomst=True),
        Kaartrij("Hoort bij", "onderwerpen", heel=True, herkomst=True),
    ),
    sinds=True,
    groep="groep",
    zonder_groep="Heel Nederland",
    vooraan=_ACUUT,
    bij="gebied",
    zoekwoorden="zoekwoorden",
    gezocht=("voor_wie", "telefoon", "mail", "webadres"),
)


CONTACTPUNT = Recordsoort(
    "contactpunt",
    "contactpunten",
    "contactpunten.yaml",
    Contactpunt,
    pagina="contact",
    alleen_op="contact",
    geteld=True,
    regels=(check_bereikbaar,),
    kaart=CONTACTKAART,
)
