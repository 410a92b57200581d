"""All definitions against their sources in one go, and what a review keeps of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handreiking.citaten.brontekst import Brontekst
from handreiking.citaten.citaat import Citaatoordeel
from handreiking.citaten.controle import Citaatuitslag, check_definities, update_vastleggingen
from handreiking.lezen.vastlegging import Citaatomgeving, Vastlegging, sha256_of
from handreiking.soorten.definitie import Definitie
from tests.conftest import VANDAAG, Werkmap
from tests.gelezen import read

URL = "https://weerboek.example.org/begrippen"
HITTE = "Een toestand waarin het lichaam zijn warmte niet kwijt kan."
DATA = "data/definities.yaml"
OMGEVING = Citaatomgeving("Hittestress", "Drink genoeg")
STAAT = Citaatuitslag(
    id="hittestress",
    url=URL,
    oordeel=Citaatoordeel.STAAT_ER_NOG,
    bewijs="Het citaat staat er nog; de tekst eromheen is nog niet vastgelegd.",
    bestand=DATA,
    regel=1,
    omgeving=OMGEVING,
)


def test_only_quotations_are_held_against_a_source(werkmap: Werkmap) -> None:
    """An official definition has a verdict with its place; an explanation of our own has none."""
    page = Brontekst(f"Hittestress: {HITTE} Drink genoeg.")
    assert check_definities(read(werkmap), {}, {URL: page}.__getitem__) == (STAAT,)


def test_a_source_is_asked_for_once(werkmap: Werkmap) -> None:
    """Two quotations of one source cost one request."""
    werkmap.change(DATA, "soort: uitleg", "soort: officieel\n  auteur: knmi\n  gelezen: 2025-03-01")
    asked = []

    def load(url: str) -> Brontekst:
        asked.append(url)
        return Brontekst(None, "de server geeft niets")

    uitslagen = check_definities(read(werkmap), {}, load)
    assert [(u.id, u.regel, u.oordeel, u.bewijs) for u in uitslagen] == [
        ("hittestress", 1, Citaatoordeel.ONZEKER, "De bron is niet te lezen: de server geeft niets."),
        ("wadi", 10, Citaatoordeel.ONZEKER, "De bron is niet te lezen: de server geeft niets."),
    ]
    assert asked == [URL]


def test_a_source_without_address_is_looked_up_where_the_text_was_taken_from(werkmap: Werkmap) -> None:
    """The source itself comes first, then the document; with no address at all the verdict is uncertain."""
    bron = "- id: kopie\n  titel: Kopie\n  uitgever: knmi\n  datering: zomer\n"
    page = Brontekst(f"Hittestress: {HITTE} Drink genoeg.")
    werkmap.change("data/bronnen.yaml", f"  url: {URL}\n", "")
    nowhere: dict[str, Brontekst] = {}
    assert check_definities(read(werkmap), {}, nowhere.__getitem__) == (
        replace(
            STAAT,
            url="",
            oordeel=Citaatoordeel.ONZEKER,
            bewijs="De bron heeft geen webadres; kijk de tekst zelf na.",
            omgeving=None,
        ),
    )
    copy = (werkmap.map / "data/bronnen.yaml").read_text(encoding="utf-8") + bron
    werkmap.write("data/bronnen.yaml", f"{copy}  url: https://kopie.example.org/\n")
    werkmap.change(DATA, "  auteur: knmi", "  auteur: knmi\n  overgenomen_uit: kopie")
    uitslagen = check_definities(read(werkmap), {}, {"https://kopie.example.org/": page}.__getitem__)
    assert uitslagen == (replace(STAAT, url="https://kopie.example.org/"),)


def test_a_review_keeps_what_did_not_change(werkmap: Werkmap) -> None:
    """The day of a review stays until the text or what stands around it changes; what was not read is kept."""
    gelezen = read(werkmap)
    hitte, wadi = (sha256_of(definitie) for definitie, _ in gelezen.van(Definitie))
    first = update_vastleggingen({"weg": Vastlegging(hitte, VANDAAG)}, gelezen, [STAAT], date(2025, 3, 20))
    assert first == {
        "hittestress": Vastlegging(hitte, date(2025, 3, 20), OMGEVING),
        "wadi": Vastlegging(wadi, date(2025, 3, 20)),
    }
    unread = replace(STAAT, oordeel=Citaatoordeel.ONZEKER, omgeving=None)
    assert update_vastleggingen(first, gelezen, [unread], VANDAAG) == first
    assert update_vastleggingen(first, gelezen, [STAAT], VANDAAG) == first
    moved = Citaatomgeving("Hittestress", "Blijf binnen")
    assert update_vastleggingen(first, gelezen, [replace(STAAT, omgeving=moved)], VANDAAG) == {
        **first,
        "hittestress": Vastlegging(hitte, VANDAAG, moved),
    }
    werkmap.change(DATA, "niet kwijt kan", "niet meer kwijt kan")
    changed = update_vastleggingen(first, read(werkmap), [unread], VANDAAG)["hittestress"]
    assert (changed.datum, changed.omgeving, changed.sha256 == hitte) == (VANDAAG, None, False)


def test_what_was_reviewed_is_what_the_next_run_asks_for(werkmap: Werkmap) -> None:
    """A review, and then a source to which a sentence was added: that is seen."""
    gelezen = read(werkmap)
    pages = {URL: Brontekst(f"Hittestress: {HITTE} Drink genoeg.")}
    vastgelegd = update_vastleggingen({}, gelezen, check_definities(gelezen, {}, pages.__getitem__), VANDAAG)
    assert [u.oordeel for u in check_definities(gelezen, vastgelegd, pages.__getitem__)] == [Citaatoordeel.STAAT_ER_NOG]
    pages[URL] = Brontekst(f"Hittestress: {HITTE} Dat is niet erg. Drink genoeg.")
    assert [u.oordeel for u in check_definities(gelezen, vastgelegd, pages.__getitem__)] == [
        Citaatoordeel.OMGEVING_GEWIJZIGD
    ]
