"""Every verdict on a quotation, with the whole of its evidence."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from handreiking.citaten.brontekst import Brontekst
from handreiking.citaten.citaat import Bevinding, Citaatoordeel, check_citaat
from handreiking.lezen.vastlegging import Citaatomgeving

WADI = "Een lage plek in het groen waar regenwater niet blijft staan maar langzaam in de bodem zakt."
ERVOOR = "Zo ziet een straat er straks uit, van de stoep tot de sloot.\nWadi – "
ERNA = "\nMet een wadi blijft het water langer in de wijk, ook bij veel regen."
OMGEVING = Citaatomgeving("straks uit, van de stoep tot de sloot. Wadi", "Met een wadi blijft het water langer")
KALE_OMGEVING = Citaatomgeving("", "")


@dataclass(frozen=True)
class Geval:
    """A quotation and its source as they are now, and what follows."""

    naam: str
    bron: Brontekst
    verwacht: Bevinding
    alineas: tuple[str, ...] = (WADI,)
    vastgelegd: Citaatomgeving | None = None


def page(text: str, ervoor: str = ERVOOR, erna: str = ERNA) -> Brontekst:
    """Return a source with a text in its usual surroundings."""
    return Brontekst(f"{ervoor}{text}{erna}")


STAAT = Bevinding(Citaatoordeel.STAAT_ER_NOG, "Het citaat staat er nog, met dezelfde tekst eromheen.", OMGEVING)
GEVALLEN = (
    Geval(
        "not reviewed yet",
        page(WADI),
        Bevinding(
            Citaatoordeel.STAAT_ER_NOG, "Het citaat staat er nog; de tekst eromheen is nog niet vastgelegd.", OMGEVING
        ),
    ),
    Geval("as it was", page(WADI), STAAT, vastgelegd=OMGEVING),
    Geval(
        "set otherwise",
        page(WADI.upper().replace("PLEK ", "PL-\nEK "), ervoor=ERVOOR.replace("–", "•").upper()),
        Bevinding(
            Citaatoordeel.STAAT_ER_NOG,
            "Het citaat staat er nog, met dezelfde tekst eromheen.",
            Citaatomgeving("STRAKS UIT, VAN DE STOEP TOT DE SLOOT. WADI", OMGEVING.erna),
        ),
        vastgelegd=OMGEVING,
    ),
    Geval(
        "two paragraphs",
        page("Een lage plek.\n\nIn het groen."),
        STAAT,
        alineas=("Een lage plek.", "In het groen."),
        vastgelegd=OMGEVING,
    ),
    Geval(
        "elsewhere on the page",
        Brontekst(f"Nieuw! {ERVOOR}{WADI}{ERNA} En nog meer."),
        STAAT,
        vastgelegd=OMGEVING,
    ),
    Geval(
        "a second time, in other surroundings first",
        Brontekst(f"{WADI} Dat zei men vroeger. {ERVOOR}{WADI}{ERNA}"),
        STAAT,
        vastgelegd=OMGEVING,
    ),
    Geval(
        "all there is",
        Brontekst(WADI),
        Bevinding(Citaatoordeel.STAAT_ER_NOG, "Het citaat staat er nog, met dezelfde tekst eromheen.", KALE_OMGEVING),
        vastgelegd=KALE_OMGEVING,
    ),
    Geval(
        "something before what was the beginning",
        Brontekst(f"Niet: {WADI}"),
        Bevinding(
            Citaatoordeel.OMGEVING_GEWIJZIGD,
            "Het citaat staat er nog, maar ervoor stond niets, nu staat er 'Niet'. "
            "Kijk of er een zin bij het citaat is gekomen of weg is.",
            Citaatomgeving("Niet", ""),
        ),
        vastgelegd=KALE_OMGEVING,
    ),
    Geval(
        "a sentence added after it",
        page(f"{WADI} Dit geldt niet in de winter."),
        Bevinding(
            Citaatoordeel.OMGEVING_GEWIJZIGD,
            "Het citaat staat er nog, maar erna stond 'Met een wadi blijft het water langer', nu staat er "
            "'Dit geldt niet in de winter. Met een wadi'. Kijk of er een zin bij het citaat is gekomen of weg is.",
            Citaatomgeving(OMGEVING.ervoor, "Dit geldt niet in de winter. Met een wadi"),
        ),
        vastgelegd=OMGEVING,
    ),
    Geval(
        "other words around it",
        page(WADI, ervoor="Vroeger dacht men anders over water. Men schreef toen dit over een wadi: ", erna=""),
        Bevinding(
            Citaatoordeel.OMGEVING_GEWIJZIGD,
            "Het citaat staat er nog, maar ervoor stond 'straks uit, van de stoep tot de sloot. Wadi', nu staat er "
            "'water. Men schreef toen dit over een wadi'; erna stond 'Met een wadi blijft het water langer', "
            "nu staat er niets. Kijk of er een zin bij het citaat is gekomen of weg is.",
            Citaatomgeving("water. Men schreef toen dit over een wadi", ""),
        ),
        vastgelegd=OMGEVING,
    ),
    Geval(
        "a flipped negation",
        page(WADI.replace("niet ", "")),
        Bevinding(
            Citaatoordeel.GEWIJZIGD,
            "De tekst in de bron is anders: na 'het groen waar regenwater': was 'niet' / is weg.",
        ),
        vastgelegd=OMGEVING,
    ),
    Geval(
        "the last word longer",
        page(f"{WADI.rstrip('.')}t."),
        Bevinding(
            Citaatoordeel.GEWIJZIGD,
            "De tekst in de bron is anders: na 'langzaam in de bodem': was 'zakt.' / is 'zaktt.'.",
        ),
        vastgelegd=OMGEVING,
    ),
    Geval(
        "the last word longer, over two lines",
        page(f"{WADI.rstrip('.')}-\nen."),
        Bevinding(
            Citaatoordeel.GEWIJZIGD,
            "De tekst in de bron is anders: na 'langzaam in de bodem': was 'zakt.' / is 'zakt-en.'.",
        ),
    ),
    Geval(
        "a prefix with a hyphen",
        page(f"niet-{WADI}"),
        Bevinding(Citaatoordeel.GEWIJZIGD, "De tekst in de bron is anders: aan het begin: was 'Een' / is 'niet-Een'."),
    ),
    Geval(
        "gone",
        page("Een paraplu houdt u droog. Neem hem mee als het nat wordt, dan hebt u geen last van de buien."),
        Bevinding(Citaatoordeel.NIET_GEVONDEN, "Het citaat staat niet in de bron, en niets wat erop lijkt."),
    ),
    Geval(
        "not readable",
        Brontekst(None, "de pdf is beveiligd met een wachtwoord"),
        Bevinding(Citaatoordeel.ONZEKER, "De bron is niet te lezen: de pdf is beveiligd met een wachtwoord."),
        vastgelegd=OMGEVING,
    ),
    Geval(
        "read for a part",
        Brontekst(ERVOOR, volledig=False),
        Bevinding(Citaatoordeel.ONZEKER, "De bron is maar voor een deel gelezen, en daarin staat het citaat niet."),
    ),
    Geval(
        "hardly any text",
        Brontekst("Zet scripts aan."),
        Bevinding(Citaatoordeel.ONZEKER, "De bron heeft minder tekst dan het citaat; misschien is niet alles geladen."),
    ),
    Geval(
        "letters that were lost",
        page(WADI.replace("regenwater", "regenwa\ufffder")),
        Bevinding(Citaatoordeel.ONZEKER, "Op de plek van het citaat heeft de bron onleesbare tekens."),
    ),
    Geval(
        "no letters",
        page(WADI),
        Bevinding(Citaatoordeel.ONZEKER, "Het citaat heeft geen letters of cijfers."),
        alineas=("…",),
    ),
)


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.naam)
def test_verdict(geval: Geval) -> None:
    """The verdict, its evidence and what stands around the quotation are exactly these."""
    assert check_citaat(geval.alineas, geval.bron, geval.vastgelegd) == geval.verwacht


def test_every_verdict_occurs() -> None:
    """The table has a case for each verdict."""
    assert {geval.verwacht.oordeel for geval in GEVALLEN} == set(Citaatoordeel)


def test_what_is_recorded_is_recognised() -> None:
    """What one run finds around a quotation is what the next one asks for, also beside numbers."""
    for erna in (" 14 andere woorden staan in de lijst", ", 3", "", " ½ meter diep, 1,5 meter breed en lang"):
        bron = page("Wadi 20", ervoor="In 2023, 14 of 15. ", erna=erna)
        found = check_citaat(("Wadi 20",), bron)
        assert check_citaat(("Wadi 20",), bron, found.omgeving).bewijs == STAAT.bewijs
