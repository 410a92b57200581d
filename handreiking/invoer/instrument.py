"""A new instrument from answers: what follows from them, and the rules besides those of its fields."""

from __future__ import annotations

from collections.abc import Iterator

from handreiking.basis.yaml_document import Plek
from handreiking.invoer.adressen import find_same
from handreiking.invoer.antwoorden import Antwoorden, check_antwoorden
from handreiking.invoer.voorstel import propose_id
from handreiking.lezen.gelezen import Gelezen
from handreiking.soorten.instrument import Instrument
from handreiking.soorten.record import Samenhang
from handreiking.soorten.verwijdering import Verwijdering


def propose_rest(antwoorden: Antwoorden, gelezen: Gelezen, context: Samenhang) -> dict[str, str]:
    """Return what follows from the answers: the id, which no instrument has or had, and today."""
    gone = {
        gone.id for gone, _ in gelezen.van(Verwijdering) if gone.soort == "instrument"
    }  # links to them still go round
    titel = str(antwoorden.get("titel", ""))
    return {
        "id": propose_id(titel, gelezen.ids(Instrument) | gone, "instrument"),
        "toegevoegd": context.vandaag.isoformat(),
    }


def check_instrument(
    antwoorden: Antwoorden, gelezen: Gelezen, context: Samenhang
) -> tuple[Instrument | None, list[tuple[Plek, str]]]:
    """Return the instrument that the answers make, or None with what is wrong, each at its field."""
    record, found = check_antwoorden(Instrument, antwoorden, context)
    problems = [*found, *_check_known(antwoorden, gelezen)]
    return (None, problems) if problems else (record, [])


def _check_known(antwoorden: Antwoorden, gelezen: Gelezen) -> Iterator[tuple[Plek, str]]:
    """Yield what is wrong with an address that is good in itself, but already there."""
    url = antwoorden.get("url")
    same = find_same(url, (instrument for instrument, _ in gelezen.van(Instrument))) if isinstance(url, str) else None
    if same is not None:
        sentence = f"dit adres heeft instrument '{same.id}' ('{same.titel}') al; vul dat aan, of geef een ander adres"
        yield ("url",), sentence
