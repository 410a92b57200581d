"""What a PDF holds besides its topics, and which places in it a link can lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handreiking.gegevens import Afkorting, Definitie, Instrument
from handreiking.handreiking import Handreiking, Pagina
from handreiking.pdf.keuze import Keuze

# These pages stand elsewhere in a PDF (the menu, the parts) or have no sense on paper.
_NOT_AT_THE_END = {"home", "thema", "onderwerp", "download"}
_AT_THE_END = {"definities": 1, "instrumenten": 2, "over": 3}


@dataclass(frozen=True)
class Omvang:
    """The choice, the terms, abbreviations and instruments that belong to it, and the pages after the topics."""

    keuze: Keuze
    definities: tuple[Definitie, ...]
    afkortingen: tuple[Afkorting, ...]
    instrumenten: tuple[Instrument, ...]
    naslag: tuple[Pagina, ...]
    doelen: frozenset[str]


def doel(pad: str, anker: str = "") -> str:
    """Give the name that a place has in the PDF, also as a destination in its address (`#nameddest=…`)."""
    return f"{pad}#{anker}" if anker else pad


def omvang(handreiking: Handreiking, keuze: Keuze) -> Omvang:
    """Give everything for the whole handreiking; for a part only the terms and instruments that it uses."""
    topics = keuze.onderwerpen
    definities, afkortingen, instrumenten = handreiking.definities, handreiking.afkortingen, handreiking.instrumenten
    if not keuze.geheel:
        ids = {onderwerp.id for onderwerp in topics}
        instrumenten = tuple(i for i in instrumenten if ids.intersection(i.onderwerpen))
        pages: list[Pagina] = [*topics, *(deel.thema for deel in keuze.delen if keuze.themapaginas)]
        used = {name for pagina in pages for name in pagina.tekst.begrippen}
        definities = tuple(d for d in definities if d.id in used)
        words = _words(pages, definities, instrumenten)
        afkortingen = tuple(a for a in afkortingen if a.afkorting in words)
    filled = {"definities": definities or afkortingen, "instrumenten": instrumenten}
    naslag = tuple(
        pagina
        for pagina in sorted(handreiking.paginas.values(), key=lambda p: (_AT_THE_END.get(p.soort, 0), p.pad))
        if pagina.soort not in _NOT_AT_THE_END and (keuze.geheel or filled.get(pagina.soort))
    )
    doelen = _doelen(keuze, naslag, definities, afkortingen, instrumenten)
    return Omvang(keuze, definities, afkortingen, instrumenten, naslag, frozenset(doelen))


def bekende_doelen(handreiking: Handreiking) -> frozenset[str]:
    """Give every place of the handreiking, in this PDF or not; a link that leads to another one is dead."""
    whole = Keuze(None, ())
    places = _doelen(
        whole, handreiking.paginas.values(), handreiking.definities, handreiking.afkortingen, handreiking.instrumenten
    )
    return frozenset(places)


def _doelen(
    keuze: Keuze,
    naslag: Iterable[Pagina],
    definities: Iterable[Definitie],
    afkortingen: Iterable[Afkorting],
    instrumenten: Iterable[Instrument],
) -> Iterator[str]:
    yield from _places("index.md", ())
    for deel in keuze.delen:
        yield from _places(deel.thema.pad, deel.thema.tekst.ankers if keuze.themapaginas else ())
        for onderwerp in deel.onderwerpen:
            yield from _places(onderwerp.pad, onderwerp.tekst.ankers)
    for pagina in naslag:
        yield from _places(pagina.pad, pagina.tekst.ankers)
        if pagina.soort == "definities":
            yield from _places(pagina.pad, [d.id for d in definities])
            yield from _places(pagina.pad, [f"afkorting-{a.id}" for a in afkortingen])
        elif pagina.soort == "instrumenten":
            yield from _places(pagina.pad, [i.id for i in instrumenten])


def _places(pad: str, ankers: Iterable[str]) -> Iterator[str]:
    yield doel(pad)
    yield from (doel(pad, anker) for anker in ankers)


def _words(paginas: Iterable[Pagina], definities: Iterable[Definitie], instrumenten: Iterable[Instrument]) -> set[str]:
    texts = [text for p in paginas for text in (p.titel, p.samenvatting, p.markdown)]
    texts += [d.tekst for d in definities]
    texts += [text for i in instrumenten for text in (i.titel, i.uitgever.naam, i.beschrijving)]
    return set(re.findall(r"\w+", " ".join(texts)))
