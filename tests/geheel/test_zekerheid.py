"""What is said of addresses and of groups of instruments, in every state that they can be in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.zekerheid import Nagegaan, render_link, render_nagegaan
from handreiking.lezen.linkstatus import Linkstatus
from handreiking.soorten.instrument import Instrument
from tests.conftest import Werkmap

DAG, LATER = date(2025, 3, 3), date(2025, 3, 17)
WERKT = Linkstatus(DAG, None)
STATUSSEN = {
    "not looked at": (None, "nog niet bekeken"),
    "works": (WERKT, "werkte op 3 maart 2025"),
    "never seen to work": (Linkstatus(None, None), "bekeken, maar nog niet werkend gezien"),
    "gone": (Linkstatus(None, LATER), "niet bereikbaar sinds 17 maart 2025"),
    "gone, worked before": (
        Linkstatus(DAG, LATER),
        "niet bereikbaar sinds 17 maart 2025; werkte voor het laatst op 3 maart 2025",
    ),
}


@pytest.fixture
def handreiking(werkmap: Werkmap) -> Handreiking:
    """The small handreiking, of which no address was looked at."""
    return werkmap.handreiking()


@pytest.mark.parametrize(("status", "said"), STATUSSEN.values(), ids=STATUSSEN)
def test_a_link_says_when_it_worked_or_that_it_is_not_known(
    status: Linkstatus | None, said: str, handreiking: Handreiking
) -> None:
    """For an instrument and for a source alike, each from what is remembered of its own kind."""
    kaart, bron = handreiking.instrumenten[0], handreiking.bronnen[0]
    seen = replace(handreiking, linkstatus={kaart.id: status} if status else {})
    assert (render_link(seen, kaart), render_link(seen, bron)) == (said, "nog niet bekeken")
    seen = replace(handreiking, bronstatus={bron.id: status} if status else {})
    assert (render_link(seen, kaart), render_link(seen, bron)) == ("nog niet bekeken", said)


def test_what_has_no_address_says_so(handreiking: Handreiking) -> None:
    """An instrument that must be asked for has no link that could work."""
    assert render_link(handreiking, handreiking.instrumenten[1]) == "geen webadres"


def kaarten(handreiking: Handreiking, *nagekeken: date | None) -> list[Instrument]:
    """Return as many instruments with an address, each opened on a day or not at all."""
    kaart = handreiking.instrumenten[0]
    return [
        kaart.model_copy(update={"id": f"kaart-{number}", "titel": f"Kaart {number}", "nagekeken": day})
        for number, day in enumerate(nagekeken, 1)
    ]


GEOPEND = {
    "one, not": ((None,), "Het instrument is nog niet door een redacteur geopend."),
    "none": ((None, None), "Nog geen van de 2 instrumenten is door een redacteur geopend."),
    "one": ((DAG,), "Het instrument is door een redacteur geopend, op 3 maart 2025."),
    "all, on a day": ((DAG, DAG), "Alle 2 instrumenten zijn door een redacteur geopend, op 3 maart 2025."),
    "all": (
        (LATER, DAG),
        "Alle 2 instrumenten zijn door een redacteur geopend, tussen 3 maart 2025 en 17 maart 2025.",
    ),
    "some": (
        (None, DAG, None),
        "Van de 3 instrumenten is er 1 door een redacteur geopend, op 3 maart 2025. Nog niet: Kaart 1 en Kaart 3.",
    ),
    "most": (
        (DAG, DAG, None),
        "Van de 3 instrumenten zijn er 2 door een redacteur geopend, op 3 maart 2025. Nog niet: Kaart 3.",
    ),
}


@pytest.mark.parametrize(("nagekeken", "said"), GEOPEND.values(), ids=GEOPEND)
def test_a_group_says_what_was_opened(nagekeken: tuple[date | None, ...], said: str, handreiking: Handreiking) -> None:
    """How many, when, and which were not."""
    assert render_nagegaan(handreiking, kaarten(handreiking, *nagekeken)).geopend == said


def test_a_large_group_counts_what_was_not_opened(handreiking: Handreiking) -> None:
    """Without their titles."""
    nagegaan = render_nagegaan(handreiking, kaarten(handreiking, None, DAG, None), namen=False)
    assert nagegaan.geopend == "Van de 3 instrumenten is er 1 door een redacteur geopend, op 3 maart 2025; 2 nog niet."


LINKS = {
    "one, unknown": ((None,), "De link is nog niet bekeken."),
    "unknown": ((None, None), "Of de links werken, is nog niet bekeken."),
    "one": ((WERKT,), "De link werkte op 3 maart 2025."),
    "one, gone": ((Linkstatus(None, LATER),), "De link is niet bereikbaar sinds 17 maart 2025."),
    "all": (
        (Linkstatus(LATER, None), WERKT),
        "2 van de 2 links werkten, voor het laatst gezien tussen 3 maart 2025 en 17 maart 2025.",
    ),
    "all kinds": (
        (WERKT, Linkstatus(DAG, LATER), Linkstatus(None, LATER), Linkstatus(None, None), None),
        (
            "1 van de 5 links werkte, voor het laatst gezien op 3 maart 2025; 2 niet bereikbaar; "
            "1 nog niet werkend gezien; 1 nog niet bekeken."
        ),
    ),
    "gone": ((Linkstatus(None, LATER), None), "1 niet bereikbaar; 1 nog niet bekeken."),
}


@pytest.mark.parametrize(("statuses", "said"), LINKS.values(), ids=LINKS)
def test_a_group_says_which_links_work(
    statuses: tuple[Linkstatus | None, ...], said: str, handreiking: Handreiking
) -> None:
    """How many worked, when they were last seen to, and how many did not or are not known."""
    instrumenten = kaarten(handreiking, *[None] * len(statuses))
    known = {i.id: status for i, status in zip(instrumenten, statuses, strict=True) if status is not None}
    assert render_nagegaan(replace(handreiking, linkstatus=known), instrumenten).links == said


def test_a_group_without_addresses(handreiking: Handreiking) -> None:
    """There is nothing to look at; one that has none does not count among those that have."""
    kaart, boek = handreiking.instrumenten
    assert render_nagegaan(handreiking, [boek]) == Nagegaan(
        "Het instrument is door een redacteur geopend, op 5 maart 2025.", "Het instrument heeft geen webadres."
    )
    assert render_nagegaan(handreiking, [boek, boek]).links == "Geen van deze instrumenten heeft een webadres."
    seen = replace(handreiking, linkstatus={kaart.id: WERKT})
    assert render_nagegaan(seen, [kaart, boek]).links == "De link werkte op 3 maart 2025."
