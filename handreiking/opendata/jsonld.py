"""What a page says of itself to programs: schema.org in JSON-LD."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from handreiking.basis.adres import Site, page_url
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.pagina import Onderwerp, Thema
from handreiking.opendata.overzicht import Verzameling, find_verzamelingen
from handreiking.soorten.definitie import Definitie
from handreiking.soorten.uitgever import Uitgever

Knoop: TypeAlias = dict[str, object]
_HOME = "index.md"


def page_jsonld(handreiking: Handreiking, pad: str, site: Site) -> Knoop | None:
    """Return the structured data of a page, or None where it has none.

    Addresses are whole where that of the site is known, and else as seen from the page.
    """
    pagina = handreiking.paginas[pad]
    here = page_url(pad, directories=site.directories)
    at, file = partial(site.pagina, vanaf=here), partial(site.url, vanaf=here)
    if isinstance(pagina, Thema | Onderwerp):
        nodes = [_breadcrumb(handreiking, pagina, at)]
    elif pad == _HOME:
        nodes = [_work(handreiking, "WebSite", at(pad, anker="pagina-site"), handreiking.titel, url=at(pad))]
    elif pagina.soort == "definities":
        nodes = [_terms(handreiking, pad, at)]
    elif pagina.soort == "opendata":
        nodes = [
            _dataset(handreiking, v, at(pad, anker=f"pagina-{v.model.NAAM}"), file)
            for v in find_verzamelingen(handreiking)
        ]
    else:
        return None
    return {"@context": "https://schema.org", "@graph": nodes}


def _breadcrumb(handreiking: Handreiking, pagina: Thema | Onderwerp, at: Callable[[str], str]) -> Knoop:
    above = [handreiking.thema(pagina.thema)] if isinstance(pagina, Onderwerp) else []
    steps = enumerate([handreiking.paginas[_HOME], *above, pagina], 1)
    items = [_node("ListItem", position=number, name=step.titel, item=at(step.pad)) for number, step in steps]
    return _node("BreadcrumbList", itemListElement=items)


def _terms(handreiking: Handreiking, pad: str, at: Callable[..., str]) -> Knoop:
    terms = [_term(definitie, at(pad, anker=definitie.id)) for definitie in handreiking.definities]
    for short in handreiking.afkortingen:
        named = {"name": short.voluit, "termCode": short.afkorting, "description": short.uitleg}
        terms.append(_node("DefinedTerm", at(pad, anker=f"afkorting-{short.id}"), **named))
    address, name = at(pad, anker="pagina-begrippen"), f"{handreiking.titel}: begrippen"
    return _work(handreiking, "DefinedTermSet", address, name, url=at(pad), hasDefinedTerm=terms)


def _term(definitie: Definitie, address: str) -> Knoop:
    source = None
    if definitie.auteur:
        parties = {"publisher": _organisation(definitie.bron.uitgever), "author": _organisation(definitie.auteur)}
        source = _node("CreativeWork", name=definitie.bron.titel, url=definitie.bron.url, **parties)
    named = {"url": address, "name": definitie.begrip, "description": "\n\n".join(definitie.alineas)}
    return _node("DefinedTerm", address, **named, alternateName=list(definitie.varianten), subjectOf=source)


def _dataset(handreiking: Handreiking, verzameling: Verzameling, address: str, file: Callable[[str], str]) -> Knoop:
    files = [(file(uitvoering.pad), uitvoering.mediatype) for uitvoering in verzameling.uitvoeringen]
    return _work(
        handreiking,
        "Dataset",
        address,
        f"{handreiking.titel}: {verzameling.titel.lower()}",
        description=verzameling.inhoud,
        dateModified=handreiking.stand.isoformat(),
        version=verzameling.model.VERSIE,
        distribution=[_node("DataDownload", contentUrl=url, encodingFormat=kind) for url, kind in files],
    )


def _work(handreiking: Handreiking, kind: str, address: str, name: str, **properties: object) -> Knoop:
    licence = {"license": handreiking.licentie.url, "copyrightNotice": handreiking.licentie.uitzondering}
    publisher = _organisation(handreiking.uitgever)
    return _node(kind, address, name=name, inLanguage="nl", publisher=publisher, **licence, **properties)


def _organisation(uitgever: Uitgever) -> Knoop:
    return _node("Organization", name=uitgever.voluit or uitgever.naam, alternateName=uitgever.voluit and uitgever.naam)


def _node(kind: str, address: str = "", /, **properties: object) -> Knoop:
    """Return a node with the properties that have a value."""
    return {"@type": kind, **{name: value for name, value in {"@id": address, **properties}.items() if value}}
