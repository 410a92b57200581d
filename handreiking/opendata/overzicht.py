"""The published files: which there are, what each is for, and their text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.opendata.afgeleid import model_of, publiceer
from handreiking.opendata.beschrijving import render_schema
from handreiking.opendata.cijferblad import render_cijfers_csv, render_cijfers_excel
from handreiking.opendata.cijfers import Cijfers, cijfers
from handreiking.opendata.contactpunten import Contactpunten, contactpunten
from handreiking.opendata.definities import Definities, definities
from handreiking.opendata.onderwerpen import Onderwerpen, onderwerpen
from handreiking.opendata.rekenblad import CONTACTKOLOMMEN, INSTRUMENTKOLOMMEN, render_tabellen
from handreiking.opendata.skos import render_skos
from handreiking.opendata.tools import Tools, tools
from handreiking.opendata.vorm import Bestand, path_of, render, schema_path
from handreiking.soorten.alle import ALLE
from handreiking.soorten.reeks import Reeks
from handreiking.soorten.soort import Recordsoort


@dataclass(frozen=True)
class Uitvoering:
    """One file that holds a set of records: its name, for whom it is, its kind, and the path of its description."""

    naam: str
    waarvoor: str
    vorm: str
    mediatype: str
    beschrijving: str | None = None

    @property
    def pad(self) -> str:
        """The path of the file from the site's root."""
        return path_of(self.naam)


@dataclass(frozen=True)
class Verzameling:
    """A set of records: what it holds and how many (number, singular, plural), and the files that hold it."""

    model: type[Bestand]
    titel: str
    inhoud: str
    aantallen: Callable[[Handreiking], list[tuple[int, str, str]]]
    uitvoeringen: tuple[Uitvoering, ...]


_EIGEN = (
    Verzameling(
        Tools,
        "Instrumenten",
        "Elk instrument met zijn adres, uitgever, soort, toegang en de onderwerpen waar het bij hoort.",
        lambda h: [(len(h.instrumenten), "instrument", "instrumenten")],
        (
            Uitvoering("tools.json", "alles, voor programma's", "JSON", "application/json", schema_path(Tools)),
            Uitvoering("tools.csv", "als tabel, voor programma's", "CSV", "text/csv"),
            Uitvoering("tools-excel.csv", "als tabel, om te openen in Excel", "CSV", "text/csv"),
        ),
    ),
    Verzameling(
        Definities,
        "Definities",
        "De begrippen met hun definitie of uitleg, de auteur en de bron, en daarnaast de afkortingen.",
        lambda h: [
            (len(h.definities), "begrip", "begrippen"),
            (len(h.afkortingen), "afkorting", "afkortingen"),
        ],
        (
            Uitvoering(
                "definities.json", "alles, voor programma's", "JSON", "application/json", schema_path(Definities)
            ),
            Uitvoering("definities.jsonld", "als begrippenlijst (SKOS)", "JSON-LD", "application/ld+json"),
        ),
    ),
    Verzameling(
        Onderwerpen,
        "Onderwerpen",
        "De thema's en onderwerpen met hun tekst, wat erbij aansluit en welke instrumenten erbij horen.",
        lambda h: [
            (len(h.themas), "thema", "thema's"),
            (sum(len(thema.onderwerpen) for thema in h.themas), "onderwerp", "onderwerpen"),
        ],
        (
            Uitvoering(
                "onderwerpen.json", "alles, voor programma's", "JSON", "application/json", schema_path(Onderwerpen)
            ),
        ),
    ),
    Verzameling(
        Contactpunten,
        "Contactpunten",
        "Waar lezers terechtkunnen met een melding of een vraag: nummers en adressen, met hun bron en datum.",
        lambda h: [(len(h.contactpunten), "contactpunt", "contactpunten")],
        (
            Uitvoering(
                "contactpunten.json", "alles, voor programma's", "JSON", "application/json", schema_path(Contactpunten)
            ),
            Uitvoering("contactpunten.csv", "als tabel, voor programma's", "CSV", "text/csv"),
            Uitvoering("contactpunten-excel.csv", "als tabel, om te openen in Excel", "CSV", "text/csv"),
        ),
    ),
    Verzameling(
        Cijfers,
        "Cijfers",
        "De cijfers uit de praktijkvoorbeelden, met hun periode, hun bron en wat bij elkaar is opgeteld.",
        lambda h: [
            (len(h.van(Reeks)), "reeks", "reeksen"),
            (sum(len(r.rijen) * len(r.kolommen) for r in h.van(Reeks)), "getal", "getallen"),
        ],
        (
            Uitvoering("cijfers.json", "alles, voor programma's", "JSON", "application/json", schema_path(Cijfers)),
            Uitvoering("cijfers.csv", "als tabel met een regel per getal, voor programma's", "CSV", "text/csv"),
            Uitvoering("cijfers-excel.csv", "als tabel, om te openen in Excel", "CSV", "text/csv"),
        ),
    ),
)


_MET_VORM = {verzameling.model.ONDERDEEL for verzameling in _EIGEN}
_AFGELEID = {
    soort: model_of(soort) for soort in ALLE if (soort.kaart or soort.toonregel) and soort.naam not in _MET_VORM
}


def _derived(soort: Recordsoort[Any], model: type[Bestand]) -> Verzameling:
    return Verzameling(
        model,
        soort.meervoud.capitalize(),
        str(soort.model.__doc__),
        lambda h: [(len(h.van(soort.model)), soort.naam, soort.meervoud)],
        (
            Uitvoering(
                f"{soort.meervoud}.json", "alles, voor programma's", "JSON", "application/json", schema_path(model)
            ),
        ),
    )


VERZAMELINGEN = (*_EIGEN, *(_derived(soort, model) for soort, model in _AFGELEID.items()))


def find_verzamelingen(handreiking: Handreiking) -> list[Verzameling]:
    """Return the sets of a handreiking: ours, and those worked out from a kind where it has any of that."""
    empty = {model for soort, model in _AFGELEID.items() if not handreiking.van(soort.model)}
    return [verzameling for verzameling in VERZAMELINGEN if verzameling.model not in empty]


def _tools(handreiking: Handreiking, site: Site) -> dict[str, str]:
    instruments = tools(handreiking, site)
    csv, excel = render_tabellen(INSTRUMENTKOLOMMEN, instruments.instrumenten)
    return {
        path_of("tools.json"): render(instruments),
        path_of("tools.csv"): csv,
        path_of("tools-excel.csv"): excel,
    }


def _definities(handreiking: Handreiking, site: Site) -> dict[str, str]:
    terms = definities(handreiking, site)
    return {path_of("definities.json"): render(terms), path_of("definities.jsonld"): render_skos(terms)}


def _onderwerpen(handreiking: Handreiking, site: Site) -> dict[str, str]:
    return {path_of("onderwerpen.json"): render(onderwerpen(handreiking, site))}


def _contactpunten(handreiking: Handreiking, site: Site) -> dict[str, str]:
    contacts = contactpunten(handreiking, site)
    csv, excel = render_tabellen(CONTACTKOLOMMEN, contacts.contactpunten)
    return {
        path_of("contactpunten.json"): render(contacts),
        path_of("contactpunten.csv"): csv,
        path_of("contactpunten-excel.csv"): excel,
    }


def _cijfers(handreiking: Handreiking, site: Site) -> dict[str, str]:
    figures = cijfers(handreiking, site)
    return {
        path_of("cijfers.json"): render(figures),
        path_of("cijfers.csv"): render_cijfers_csv(figures),
        path_of("cijfers-excel.csv"): render_cijfers_excel(figures),
    }


def _afgeleid(handreiking: Handreiking, site: Site) -> dict[str, str]:
    return {
        path_of(f"{soort.meervoud}.json"): render(publiceer(soort, model, handreiking, site))
        for soort, model in _AFGELEID.items()
        if handreiking.van(soort.model)
    }


def _schemas(handreiking: Handreiking, site: Site) -> dict[str, str]:
    return {schema_path(v.model): render_schema(v.model, site) for v in find_verzamelingen(handreiking)}


# Each gives the text of the files of a set and of its description, by their path from the site's root. Together they
# give every published file; none knows of the others, so that they can be divided over processors.
DELEN: tuple[Callable[[Handreiking, Site], dict[str, str]], ...] = (
    _tools,
    _onderwerpen,
    _definities,
    _contactpunten,
    _cijfers,
    _afgeleid,
    _schemas,
)
