"""The publishers, kinds, sources, abbreviations and definitions of `data/`, and the title page: one model a file.

These fields are the loader, the editor's schema and the messages. The docstring under a field is what an editor of
the data sees, so it is Dutch.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationInfo

from handreiking.aanpassing import Aanpassingen
from handreiking.beveiliging import Beveiliging
from handreiking.velden import Datum, HttpReden, Id, Mail, Record, Tekst, Url, Veldsoort, Zin, fout, verwijzing


class Uitgever(Record):
    """Een uitgever, zodat zijn naam op één plek gespeld staat."""

    id: Id
    """De korte naam waarmee andere bestanden naar deze uitgever verwijzen."""
    naam: Zin
    """De naam zoals lezers hem kennen."""
    voluit: Zin | None = None
    """De volledige naam, als die anders is."""
    lidwoord: Literal["de", "het"] | None = None
    """Het lidwoord voor de naam in een zin: 'op te vragen bij de gemeente'."""

    @property
    def in_zin(self) -> str:
        """The name as it stands within a sentence, with its article if it has one."""
        return f"{self.lidwoord} {self.naam}" if self.lidwoord else self.naam


class Soort(Record):
    """Een soort instrument."""

    id: Id
    """De korte naam waarmee instrumenten naar deze soort verwijzen."""
    naam: Zin
    """De naam in het enkelvoud."""
    meervoud: Zin
    """De naam in het meervoud, als kop boven een groep."""


UitgeverVerwijzing = Annotated[Uitgever, *verwijzing("uitgever", "onbekende uitgever")]
SoortVerwijzing = Annotated[Soort, *verwijzing("soort", "onbekende soort")]


class Bron(Record):
    """Een document waar de inhoud op steunt."""

    id: Id
    """De korte naam waarmee andere bestanden naar deze bron verwijzen."""
    titel: Zin
    """De titel van het document."""
    uitgever: UitgeverVerwijzing
    """De uitgever (id uit uitgevers.yaml)."""
    datering: Zin
    """Van wanneer de bron is, in woorden als er geen datum op staat."""
    http_reden: HttpReden | None = None
    """Waarom het adres met http:// begint."""
    url: Url | None = None
    """Het webadres, als de bron dat heeft."""
    gelezen: Datum | None = None
    """De dag waarop de bron zelf is gelezen; zonder dit veld is alleen gelezen wat een andere bron eruit overneemt."""
    toelichting: Tekst | None = None
    """Waarvoor de bron is gebruikt."""


BronVerwijzing = Annotated[Bron, *verwijzing("bron", "onbekende bron")]


class Afkorting(Record):
    """Een afkorting die in de teksten voorkomt."""

    afkorting: Zin
    """De afkorting, precies zoals zij in de tekst staat."""
    voluit: Zin
    """Waar zij voor staat."""
    uitleg: Tekst | None = None
    """Eén zin uitleg, als het voluit geschreven woord niet genoeg zegt."""

    @property
    def id(self) -> str:
        """The anchor of the abbreviation on the page of definitions."""
        return "".join(c if c.isalnum() else "-" for c in self.afkorting.lower())


def _only_official(value: Any, info: ValidationInfo) -> Any:
    soort = info.data.get("soort")
    if soort in ("officieel", "citaat") and value is None:
        raise fout("ontbreekt; bij een letterlijke tekst hoort te staan van wie zij is en wanneer zij is gelezen")
    if soort == "uitleg" and value is not None:
        raise fout("kan niet bij een eigen uitleg; haal dit veld weg of maak de soort 'officieel' of 'citaat'")
    return value


class Definitie(Record):
    """Een begrip met zijn officiële definitie (letterlijk geciteerd) of met een uitleg in eigen woorden."""

    id: Id
    """De korte naam; het vaste adres van het begrip op de pagina met definities."""
    begrip: Zin
    """Het begrip, zoals het boven de definitie staat."""
    soort: Literal["officieel", "citaat", "uitleg"]
    """officieel: letterlijke definitie van de auteur; citaat: letterlijk uit een stuk; uitleg: in eigen woorden."""
    tekst: Tekst
    """De tekst; een lege regel begint een nieuwe alinea."""
    auteur: Annotated[UitgeverVerwijzing | None, AfterValidator(_only_official)] = None
    """Van wie de tekst is (id uit uitgevers.yaml); niet bij uitleg."""
    bron: BronVerwijzing
    """Waar de tekst staat of waar de uitleg op steunt (id uit bronnen.yaml)."""
    overgenomen_uit: BronVerwijzing | None = None
    """Het document waaruit de tekst is overgenomen, als dat een ander is dan de bron."""
    gelezen: Annotated[Datum | None, AfterValidator(_only_official)] = None
    """De dag waarop de tekst uit de bron is overgenomen; niet bij uitleg."""
    beoordeeld: Datum
    """De dag waarop de definitie voor het laatst is nagekeken."""
    varianten: tuple[Annotated[Zin, Veldsoort.INTERN], ...] = ()
    """Andere vormen van het woord die in de tekst voorkomen: meervoud, verbogen vormen."""
    toegevoegd: Datum | None = None
    """De dag waarop het begrip is toegevoegd; niet nodig als het al in de eerste uitgave stond."""
    gewijzigd: Aanpassingen = ()
    """Wat er voor lezers is veranderd: 'op' en 'wat', de nieuwste bovenaan."""

    @property
    def officieel(self) -> bool:
        """Whether the text is an official definition."""
        return self.soort == "officieel"

    @property
    def letterlijk(self) -> bool:
        """Whether the text is a literal quotation, official or not."""
        return self.soort != "uitleg"

    @property
    def alineas(self) -> list[str]:
        """The paragraphs of the text, each on one line."""
        return [" ".join(part.split()) for part in self.tekst.split("\n\n") if part.strip()]


def each_once(value: tuple[Any, ...]) -> tuple[Any, ...]:
    """Give the names, or the records named, of a list that has one or more and none twice; raises what is wrong."""
    if not value:
        raise fout("hier hoort ten minste één onderdeel")
    return none_twice(value)


def none_twice(value: tuple[Any, ...]) -> tuple[Any, ...]:
    """Give the names, or the records named, of a list that has none twice; raises what is wrong."""
    names = [getattr(member, "id", member) for member in value]
    for index, name in enumerate(names):
        if name in names[:index]:
            raise fout(f"'{name}' staat hier dubbel; houd er één")
    return value


IN_EEN_LIJST = (AfterValidator(each_once), Field(json_schema_extra={"minItems": 1, "uniqueItems": True}))
GEEN_DUBBEL = (AfterValidator(none_twice), Field(json_schema_extra={"uniqueItems": True}))


class Licentie(Record):
    """De voorwaarden waaronder anderen de inhoud mogen gebruiken."""

    # Proper names and known terms: nothing to explain, to spell out or to look after.
    naam: Annotated[Zin, Veldsoort.INTERN]
    """De naam van de licentie, met haar versie."""
    http_reden: HttpReden | None = None
    """Waarom het adres met http:// begint."""
    url: Annotated[Url, Veldsoort.INTERN]
    """Het adres waar de voorwaarden staan."""

    @property
    def uitzondering(self) -> str:
        """What the licence does not cover, in a sentence for readers."""
        return (
            "Letterlijk overgenomen definities en citaten vallen er niet onder: die blijven van hun auteur. "
            "Noem dan die auteur en de bron."
        )


class Titelblad(Record):
    """Wat er op het titelblad van de handreiking staat."""

    titel: Zin
    """De titel van de handreiking."""
    ondertitel: Zin
    """Voor wie of waarover, in één regel."""
    uitgever: UitgeverVerwijzing
    """De uitgever (id uit uitgevers.yaml)."""
    contact: Mail
    """Het mailadres voor vragen en fouten."""
    editie: Zin
    """De naam van deze editie."""
    verschenen: Datum | None = None
    """De dag van de eerste uitgave; wat er toen al stond, is niet nieuw. Laat dit weg zolang er geen uitgave is."""
    adres: Annotated[Url, Veldsoort.INTERN] | None = None
    """Het adres waar de site staat; zonder dit veld wijst niets naar zijn hele adres, en is er geen sitemap."""
    adressen: Literal["bestanden", "mappen"] = "bestanden"
    """Hoe pagina's heten: 'bestanden' (groen/bomen.html, werkt ook uitgepakt) of 'mappen' (groen/bomen/)."""
    broncode: Annotated[Url, Veldsoort.INTERN] | None = None
    """Het adres van de repository; dan staat op elke pagina een link om daar iets te melden."""
    wijzigen: Annotated[Url, Veldsoort.INTERN] | None = None
    """Wat in het adres om een bestand te wijzigen voor 'content/' en 'data/' staat; dan kan dat vanaf elke pagina."""
    licentie: Licentie
    """De licentie van de inhoud: teksten, instrumentenlijst en eigen uitleg."""
    beveiliging: Beveiliging | None = None
    """Waar iemand een lek in de site meldt; zonder dit veld heeft de site geen security.txt."""

    @property
    def id(self) -> str:
        """What it is called among what a check looked at."""
        return "handreiking"
