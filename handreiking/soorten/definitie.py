"""The kind `definitie`: a term with its official definition, a quotation, or an explanation in our own words.

The docstring under a field is what an editor of the data sees, so it is Dutch.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ValidationInfo

from handreiking.soorten.aanpassing import Aanpassingen
from handreiking.soorten.bron import BronVerwijzing
from handreiking.soorten.record import Overgenomen, Record, Veldsoort, fout
from handreiking.soorten.soort import Eigen, Lijst, Recordsoort
from handreiking.soorten.uitgever import UitgeverVerwijzing
from handreiking.soorten.veld import Datum, Id, Tekst, Zin, alineas_van


def _only_official(value: Any, info: ValidationInfo) -> Any:
    soort = info.data.get("soort")
    if soort in ("officieel", "citaat") and value is None:
        raise fout("ontbreekt; bij een letterlijke tekst hoort te staan van wie die is en wanneer die is gelezen")
    if soort == "uitleg" and value is not None:
        raise fout("kan niet bij een eigen uitleg; haal dit veld weg of maak de soort 'officieel' of 'citaat'")
    return value


class Definitie(Record):
    """Een begrip met zijn officiële definitie (letterlijk geciteerd) of met een uitleg in eigen woorden."""

    id: Id
    """De korte naam; het vaste adres van het begrip op de pagina met definities."""
    begrip: Annotated[Zin, Overgenomen("letterlijk")]
    """Het begrip, zoals het boven de definitie staat."""
    soort: Literal["officieel", "citaat", "uitleg"]
    """officieel: letterlijke definitie van de auteur; citaat: letterlijk uit een stuk; uitleg: in eigen woorden."""
    tekst: Annotated[Tekst, Overgenomen("letterlijk")]
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
        return alineas_van(self.tekst)


def check_forms(lijst: Lijst[Definitie]) -> Eigen:
    """A written form belongs to one term.

    Wrong: the form `wadi` under two terms.  Right: under one of them.
    """
    first: dict[str, str] = {}
    for definitie, line in lijst.records:
        for form in (definitie.begrip, *definitie.varianten):
            owner = first.setdefault(form.casefold(), definitie.id)
            if owner != definitie.id:
                yield line, f"'{form}' hoort al bij '{owner}'; haal het hier weg"


DEFINITIE = Recordsoort(
    "definitie",
    "definities",
    "definities.yaml",
    Definitie,
    pagina="definities",
    geteld=True,
    regels=(check_forms,),
    in_nieuw=("begrip", ""),
)
