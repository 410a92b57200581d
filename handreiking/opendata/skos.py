"""`definities.jsonld`: the terms as a SKOS concept scheme (W3C, 2009), written as JSON-LD 1.1.

A literal definition is a `skos:definition` with its source and author; an explanation of our own is a
`skos:scopeNote`. An abbreviation is another label of the term that it stands for, or else a concept of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from handreiking.opendata.definities import Afkorting, Begrip, Definities
from handreiking.opendata.vorm import Bron, Organisatie, render_json

AARD = {
    "officieel": "Officiële definitie, woord voor woord overgenomen.",
    "citaat": "Citaat, woord voor woord overgenomen; geen officiële definitie.",
    "uitleg": "Eigen uitleg; geen officiële definitie.",
}
_DUTCH = {"@language": "nl"}
_CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "title": {"@id": "dct:title", **_DUTCH},
    "modified": {"@id": "dct:modified", "@type": "xsd:date"},
    "versie": {"@id": "owl:versionInfo"},
    "license": {"@id": "dct:license", "@type": "@id"},
    "rights": {"@id": "dct:rights", **_DUTCH},
    "publisher": {"@id": "dct:publisher"},
    "creator": {"@id": "dct:creator"},
    "source": {"@id": "dct:source", "@container": "@set"},
    "date": {"@id": "dct:date", **_DUTCH},
    "name": {"@id": "foaf:name", **_DUTCH},
    "page": {"@id": "foaf:page", "@type": "@id"},
    "hasTopConcept": {"@id": "skos:hasTopConcept", "@container": "@set"},
    "topConceptOf": {"@id": "skos:topConceptOf", "@type": "@id"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "prefLabel": {"@id": "skos:prefLabel", **_DUTCH},
    "altLabel": {"@id": "skos:altLabel", "@container": "@set", **_DUTCH},
    "definition": {"@id": "skos:definition", **_DUTCH},
    "scopeNote": {"@id": "skos:scopeNote", **_DUTCH},
    "editorialNote": {"@id": "skos:editorialNote", **_DUTCH},
}


def render_skos(definities: Definities) -> str:
    """Return the text of the file, made from the published form of the terms."""
    scheme = f"{definities.adres}#pagina-begrippen"
    terms = {form.casefold() for begrip in definities.begrippen for form in (begrip.begrip, *begrip.varianten)}
    apart = [afkorting for afkorting in definities.afkortingen if afkorting.voluit.casefold() not in terms]
    concepts = [
        *(_term(begrip, definities.afkortingen) for begrip in definities.begrippen),
        *(_abbreviation(afkorting) for afkorting in apart),
    ]
    return render_json(
        {
            "@context": _CONTEXT,
            "id": scheme,
            "type": "skos:ConceptScheme",
            "title": f"{definities.titel}: begrippen",
            "modified": definities.stand.isoformat(),
            "versie": str(definities.versie),
            "license": definities.licentie.url,
            "rights": definities.licentie.uitzondering,
            "publisher": _organisation(definities.uitgever),
            "page": definities.adres,
            "hasTopConcept": [{**concept, "inScheme": scheme, "topConceptOf": scheme} for concept in concepts],
        }
    )


def _term(begrip: Begrip, afkortingen: tuple[Afkorting, ...]) -> dict[str, object]:
    forms = {form.casefold() for form in (begrip.begrip, *begrip.varianten)}
    labels = [*begrip.varianten, *(a.afkorting for a in afkortingen if a.voluit.casefold() in forms)]
    sources = [source for source in (begrip.bron, begrip.overgenomen_uit) if source]
    return {
        "id": begrip.adres,
        "type": "skos:Concept",
        "prefLabel": begrip.begrip,
        **({"altLabel": labels} if labels else {}),
        "scopeNote" if begrip.soort == "uitleg" else "definition": begrip.tekst,
        "editorialNote": AARD[begrip.soort],
        **({"creator": _organisation(begrip.auteur)} if begrip.auteur else {}),
        "source": [_source(source) for source in sources],
    }


def _abbreviation(afkorting: Afkorting) -> dict[str, object]:
    return {
        "id": afkorting.adres,
        "type": "skos:Concept",
        "prefLabel": afkorting.voluit,
        "altLabel": [afkorting.afkorting],
        **({"scopeNote": afkorting.uitleg} if afkorting.uitleg else {}),
    }


def _organisation(organisatie: Organisatie) -> dict[str, object]:
    return {"type": "foaf:Organization", "name": organisatie.voluit or organisatie.naam}


def _source(bron: Bron) -> dict[str, object]:
    return dict(_source_fields(bron))


def _source_fields(bron: Bron) -> Iterator[tuple[str, object]]:
    yield "type", "dct:BibliographicResource"
    yield "title", bron.titel
    yield "publisher", _organisation(bron.uitgever)
    yield "date", bron.datering
    if bron.url:
        yield "page", bron.url
