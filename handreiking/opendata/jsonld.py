"""What each page says of itself to programs: schema.org in JSON-LD, one graph a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeAlias

from handreiking.adres import Site, page_url
from handreiking.bijgewerkt import bijgewerkt
from handreiking.gegevens import Bron, Definitie, Uitgever
from handreiking.handreiking import Handreiking, Onderwerp, Pagina, Thema
from handreiking.instrumenten import TOEGANG, Instrument
from handreiking.opendata.overzicht import VERZAMELINGEN

Knoop: TypeAlias = dict[str, object]
_HOME = "index.md"
_WHOLE = "pagina-handreiking"
_KINDS = {
    "over": "AboutPage",
    "thema": "CollectionPage",
    "instrumenten": "CollectionPage",
    "praktijkoverzicht": "CollectionPage",
    "contact": "ContactPage",
    "onderwerp": "Article",
}


def page_jsonld(handreiking: Handreiking, pad: str, site: Site) -> Knoop:
    """Give the structured data of a page: what it is, of whom, of when, and what it holds.

    Addresses are whole where that of the site is known, and else as seen from the page. Nothing is said that the
    data do not say: an instrument that opens at once need not be free of charge.
    """
    pagina = handreiking.paginas[pad]
    at = partial(site.pagina, vanaf=page_url(pad, directories=site.directories))
    nodes = _home(handreiking, pagina, at) if pad == _HOME else [_page(handreiking, pagina, at)]
    if isinstance(pagina, Thema | Onderwerp):
        nodes.append(_breadcrumb(handreiking, pagina, at))
    elif pagina.soort == "instrumenten":
        nodes.append(_instruments(handreiking, pad, at))
    elif pagina.soort == "definities":
        nodes.append(_terms(handreiking, pad, at))
    elif pagina.soort == "opendata":
        nodes += _datasets(handreiking, pad, site)
    return {"@context": "https://schema.org", "@graph": nodes}


def _home(handreiking: Handreiking, pagina: Pagina, at: Callable[..., str]) -> list[Knoop]:
    whole = at(_HOME, anker=_WHOLE)
    return [
        {
            "@type": "WebSite",
            "@id": at(_HOME, anker="pagina-site"),
            "url": at(_HOME),
            "name": handreiking.titel,
            "inLanguage": "nl",
            "publisher": _organisation(handreiking.uitgever),
            "mainEntity": {"@id": whole},
        },
        {
            "@type": "CreativeWork",
            "@id": whole,
            "url": at(_HOME),
            "name": handreiking.titel,
            "alternativeHeadline": handreiking.ondertitel,
            "description": pagina.samenvatting,
            "version": handreiking.editie,
            "inLanguage": "nl",
            "dateModified": handreiking.stand.isoformat(),
            "publisher": {**_organisation(handreiking.uitgever), "email": handreiking.contact},
            **_licence(handreiking),
            "isBasedOn": [_source(bron) for bron in handreiking.bronnen],
            "hasPart": [_part("CollectionPage", at(thema.pad), thema.titel) for thema in handreiking.themas],
        },
    ]


def _page(handreiking: Handreiking, pagina: Pagina, at: Callable[..., str]) -> Knoop:
    page: Knoop = {
        "@type": _KINDS.get(pagina.soort, "WebPage"),
        "@id": at(pagina.pad),
        "url": at(pagina.pad),
        "name": pagina.titel,
        "description": pagina.samenvatting,
        "inLanguage": "nl",
        "dateModified": bijgewerkt(handreiking, pagina).isoformat(),
        "publisher": _organisation(handreiking.uitgever),
        "license": handreiking.licentie.url,
        "isPartOf": _part("CreativeWork", at(_HOME, anker=_WHOLE), handreiking.titel),
    }
    if isinstance(pagina, Onderwerp):
        page |= {"headline": pagina.titel, "author": _organisation(handreiking.uitgever)}
        if pagina.bronnen:
            page["isBasedOn"] = [_source(bron) for bron in pagina.bronnen]
        used = set(pagina.tekst.begrippen)
        terms = [definitie for definitie in handreiking.definities if definitie.id in used]
        where = handreiking.pad_van("definities")
        if terms:
            page["mentions"] = [_part("DefinedTerm", at(where, anker=d.id), d.begrip) for d in terms]
    elif isinstance(pagina, Thema):
        page["hasPart"] = [_part("Article", at(onderwerp.pad), onderwerp.titel) for onderwerp in pagina.onderwerpen]
    return page


def _breadcrumb(handreiking: Handreiking, pagina: Thema | Onderwerp, at: Callable[..., str]) -> Knoop:
    home = handreiking.paginas[_HOME]
    above: list[Pagina] = [home, handreiking.thema(pagina.thema)] if isinstance(pagina, Onderwerp) else [home]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": _numbered({"name": step.titel, "item": at(step.pad)} for step in (*above, pagina)),
    }


def _instruments(handreiking: Handreiking, pad: str, at: Callable[..., str]) -> Knoop:
    return {
        "@type": "ItemList",
        "name": handreiking.paginas[pad].titel,
        "numberOfItems": len(handreiking.instrumenten),
        "itemListElement": _numbered({"item": _instrument(i, at(pad, anker=i.id))} for i in handreiking.instrumenten),
    }


def _instrument(instrument: Instrument, address: str) -> Knoop:
    return {
        "@type": "CreativeWork",
        "@id": address,
        "name": instrument.titel,
        **({"url": instrument.url} if instrument.url else {}),
        "publisher": _organisation(instrument.uitgever),
        "conditionsOfAccess": TOEGANG[instrument.toegang],
    }


def _terms(handreiking: Handreiking, pad: str, at: Callable[..., str]) -> Knoop:
    abbreviations: list[Knoop] = [
        {
            "@type": "DefinedTerm",
            "@id": at(pad, anker=f"afkorting-{afkorting.id}"),
            "name": afkorting.voluit,
            "termCode": afkorting.afkorting,
            **({"description": afkorting.uitleg} if afkorting.uitleg else {}),
        }
        for afkorting in handreiking.afkortingen
    ]
    return {
        "@type": "DefinedTermSet",
        "@id": at(pad, anker="pagina-begrippen"),
        "url": at(pad),
        "name": f"{handreiking.titel}: begrippen",
        "inLanguage": "nl",
        "publisher": _organisation(handreiking.uitgever),
        **_licence(handreiking),
        "hasDefinedTerm": [*(_term(d, at(pad, anker=d.id)) for d in handreiking.definities), *abbreviations],
    }


def _term(definitie: Definitie, address: str) -> Knoop:
    origin = {**_source(definitie.bron), "author": _organisation(definitie.auteur)} if definitie.auteur else None
    return {
        "@type": "DefinedTerm",
        "@id": address,
        "url": address,
        "name": definitie.begrip,
        **({"alternateName": list(definitie.varianten)} if definitie.varianten else {}),
        "description": "\n\n".join(definitie.alineas),
        **({"subjectOf": origin} if origin else {}),
    }


def _datasets(handreiking: Handreiking, pad: str, site: Site) -> list[Knoop]:
    here = page_url(pad, directories=site.directories)
    return [
        {
            "@type": "Dataset",
            "@id": site.pagina(pad, here, f"pagina-{verzameling.model.NAAM}"),
            "name": f"{handreiking.titel}: {verzameling.titel.lower()}",
            "description": verzameling.inhoud,
            "inLanguage": "nl",
            "dateModified": handreiking.stand.isoformat(),
            "version": verzameling.model.VERSIE,
            "creator": _organisation(handreiking.uitgever),
            **_licence(handreiking),
            "distribution": [
                {"@type": "DataDownload", "contentUrl": site.url(u.pad, here), "encodingFormat": u.mediatype}
                for u in verzameling.uitvoeringen
            ],
        }
        for verzameling in VERZAMELINGEN
    ]


def _licence(handreiking: Handreiking) -> Knoop:
    return {"license": handreiking.licentie.url, "copyrightNotice": handreiking.licentie.uitzondering}


def _organisation(uitgever: Uitgever) -> Knoop:
    full = {"name": uitgever.voluit, "alternateName": uitgever.naam} if uitgever.voluit else {"name": uitgever.naam}
    return {"@type": "Organization", **full}


def _source(bron: Bron) -> Knoop:
    address = {"url": bron.url} if bron.url else {}
    return {"@type": "CreativeWork", "name": bron.titel, **address, "publisher": _organisation(bron.uitgever)}


def _part(kind: str, address: str, name: str) -> Knoop:
    return {"@type": kind, "@id": address, "name": name}


def _numbered(items: Iterable[Knoop]) -> Sequence[Knoop]:
    return [{"@type": "ListItem", "position": number, **item} for number, item in enumerate(items, 1)]
