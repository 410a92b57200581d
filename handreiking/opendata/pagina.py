"""What the templates need to offer the published files: on the page about open data, and on the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.opendata.beschrijving import Veld, velden
from handreiking.opendata.jsonld import page_jsonld
from handreiking.opendata.overzicht import Uitvoering, Verzameling, find_verzamelingen
from handreiking.opendata.vorm import Bestand


@dataclass(frozen=True)
class GetoondeVerzameling:
    """A set of records as its page shows it: how many it holds, the size of each file in bytes, and its own fields."""

    verzameling: Verzameling
    aantallen: list[tuple[int, str, str]]
    bestanden: list[tuple[Uitvoering, int]]
    velden: tuple[Veld, ...]


def page_data(handreiking: Handreiking, pad: str, site: Site, bestanden: Mapping[str, bytes]) -> dict[str, object]:
    """Return what the template of a page needs besides `page_context`, by the name it has there.

    `bestanden` has the published files as they were made, by path.
    """
    soort = handreiking.paginas[pad].soort
    context: dict[str, object] = {
        "jsonld": page_jsonld(handreiking, pad, site),
        "als_gegevens": [u for v in find_verzamelingen(handreiking) if soort == v.model.SOORT for u in v.uitvoeringen],
    }
    if soort == "opendata":
        context |= {"gegevens": _shown(handreiking, bestanden), "kopvelden": tuple(velden(Bestand))}
    return context


def _shown(handreiking: Handreiking, bestanden: Mapping[str, bytes]) -> list[GetoondeVerzameling]:
    return [
        GetoondeVerzameling(
            verzameling=v,
            aantallen=v.aantallen(handreiking),
            bestanden=[(u, len(bestanden[u.pad])) for u in v.uitvoeringen],
            velden=tuple(velden(v.model, behalve=Bestand)),
        )
        for v in find_verzamelingen(handreiking)
    ]
