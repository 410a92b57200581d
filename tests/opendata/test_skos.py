"""The terms as linked data, read by a library that is not ours."""

from __future__ import annotations

import json
import warnings

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF, SKOS, XSD

from handreiking.basis.adres import Site
from tests.conftest import Werkmap, load_edition
from tests.opendata.opbouw import render_opendata

SITE = "https://www.example.org/h/"
FILE = f"{SITE}opendata/definities.jsonld"
PAGE = f"{SITE}definities.html"


def parsed(text: str) -> Graph:
    """Return the triples of the file as it is served."""
    with warnings.catch_warnings():
        # The library's own parser still uses a class that it has deprecated.
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
        return Graph().parse(data=text, format="json-ld", publicID=FILE)


def nl(text: str) -> Literal:
    """Return a Dutch text."""
    return Literal(text, lang="nl")


@pytest.fixture(scope="module")
def edition() -> Graph:
    """The triples of the edition."""
    return parsed(render_opendata(load_edition(), Site())["opendata/definities.jsonld"])


def test_the_small_handreiking_says_exactly_this(werkmap: Werkmap) -> None:
    """A literal definition with its author and source, an explanation as a note, an abbreviation as a label."""
    graph = parsed(render_opendata(werkmap.handreiking(), Site())["opendata/definities.jsonld"])
    scheme = URIRef(f"{PAGE}#pagina-begrippen")
    heat, wadi, knmi = (URIRef(f"{PAGE}#{name}") for name in ("hittestress", "wadi", "afkorting-knmi"))
    assert set(graph.subjects(RDF.type, SKOS.ConceptScheme)) == {scheme}
    assert set(graph.subjects(RDF.type, SKOS.Concept)) == {heat, wadi, knmi}
    assert set(graph.objects(scheme, SKOS.hasTopConcept)) == {heat, wadi, knmi}
    for concept in (heat, wadi, knmi):
        assert set(graph.objects(concept, SKOS.inScheme)) == {scheme}
        assert set(graph.objects(concept, SKOS.topConceptOf)) == {scheme}
    said = {
        (scheme, DCTERMS.title): nl("Klimaat in de wijk: begrippen"),
        (scheme, DCTERMS.modified): Literal("2025-03-06", datatype=XSD.date),
        (scheme, DCTERMS.license): URIRef("https://vrij.example.org/1.0"),
        (heat, SKOS.prefLabel): nl("Hittestress"),
        (heat, SKOS.altLabel): nl("hitteklachten"),
        (heat, SKOS.definition): nl("Een toestand waarin het lichaam zijn warmte niet kwijt kan."),
        (heat, SKOS.scopeNote): None,
        (wadi, SKOS.definition): None,
        (wadi, SKOS.scopeNote): nl("Een lage plek in het groen waar regenwater even blijft staan."),
        (wadi, DCTERMS.creator): None,
        (wadi, SKOS.editorialNote): nl("Eigen uitleg; geen officiële definitie."),
        (knmi, SKOS.prefLabel): nl("Koninklijk Nederlands Meteorologisch Instituut"),
        (knmi, SKOS.altLabel): nl("KNMI"),
    }
    assert {key: graph.value(*key, any=False) for key in said} == said
    author = graph.value(heat, DCTERMS.creator, any=False)
    source = graph.value(heat, DCTERMS.source, any=False)
    assert graph.value(author, FOAF.name) == nl("Koninklijk Nederlands Meteorologisch Instituut")
    assert graph.value(source, DCTERMS.title) == nl("Weerboek")
    assert graph.value(source, DCTERMS.date) == nl("voorjaar 2024")
    assert graph.value(source, FOAF.page) == URIRef("https://weerboek.example.org/begrippen")


def test_the_abbreviation_of_a_term_is_its_label(werkmap: Werkmap) -> None:
    """Where an abbreviation stands for a term of the list, it is no concept of its own."""
    werkmap.write("data/afkortingen.yaml", "- afkorting: HS\n  voluit: hittestress\n")
    graph = parsed(render_opendata(werkmap.handreiking(), Site())["opendata/definities.jsonld"])
    heat = URIRef(f"{PAGE}#hittestress")
    assert set(graph.objects(heat, SKOS.altLabel)) == {nl("hitteklachten"), nl("HS")}
    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == 2


def test_the_edition_has_every_term_in_its_kind(edition: Graph) -> None:
    """As many definitions as there are literal texts, as many notes as there are explanations."""
    handreiking = load_edition()
    literal = {URIRef(f"{PAGE}#{d.id}") for d in handreiking.definities if d.letterlijk}
    own = {URIRef(f"{PAGE}#{d.id}") for d in handreiking.definities if not d.letterlijk}
    assert literal
    assert own
    assert set(edition.subjects(SKOS.definition, None)) == literal
    assert set(edition.subjects(DCTERMS.creator, None)) == literal
    assert own <= set(edition.subjects(SKOS.scopeNote, None)) - literal
    assert {s for s in literal | own if edition.value(s, DCTERMS.source)} == literal | own


def test_the_edition_keeps_the_rules_of_skos(edition: Graph) -> None:
    """One label a concept, no two concepts with one label, no label that is both (SKOS S13 and S14); all Dutch."""
    labels = list(edition.subject_objects(SKOS.prefLabel))
    concepts = set(edition.subjects(RDF.type, SKOS.Concept))
    assert {concept for concept, _ in labels} == concepts
    assert len(labels) == len(concepts) == len({str(label).casefold() for _, label in labels})
    assert set(edition.subject_objects(SKOS.altLabel)) & set(labels) == set()
    texts = [
        label
        for property_ in (SKOS.prefLabel, SKOS.altLabel, SKOS.definition, SKOS.scopeNote)
        for label in edition.objects(None, property_)
    ]
    assert {text.language for text in texts if isinstance(text, Literal)} == {"nl"}


def test_no_word_of_the_file_is_lost_on_the_way(edition: Graph) -> None:
    """Every field is one that its context knows: what it does not know a reader would drop in silence."""
    text = render_opendata(load_edition(), Site())["opendata/definities.jsonld"]
    whole = json.loads(text)
    known = set(whole.pop("@context"))

    def names(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {name for part in value.values() for name in names(part)}
        return {name for part in value for name in names(part)} if isinstance(value, list) else set()

    assert names(whole) - known == set()
    assert len(edition) > 100
