"""Records that were read and checked, put together as one handreiking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.pagina import Onderwerp, Pagina, Praktijkpagina, Thema, Verwantschap, Voorbeeld
from handreiking.geheel.wijzigingen import find_vers, find_wijzigingen
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.pagina import Bronpagina
from handreiking.soorten.afkorting import Afkorting
from handreiking.soorten.bewering import Bewering
from handreiking.soorten.bron import Bron
from handreiking.soorten.definitie import Definitie
from handreiking.soorten.instrument import Instrument, Plaatsing
from handreiking.soorten.instrumentsoort import Instrumentsoort
from handreiking.soorten.kop import PRAKTIJK, Kop, OnderwerpKop, PraktijkKop, ThemaKop
from handreiking.soorten.record import Veldsoort
from handreiking.soorten.stelling import Stelling
from handreiking.soorten.titelblad import Titelblad
from handreiking.soorten.velden import waarden
from handreiking.soorten.zoekterm import Zoekterm
from handreiking.tekst.begrippen import Begrippenlijst


def compose(titelblad: Titelblad, gelezen: Gelezen, begrippen: Begrippenlijst) -> Handreiking:
    """Return the whole record from what was read and checked, its texts converted.

    Its date is the latest in the content and the data; that of today only where there is none.
    """
    composed = tuple(
        _thema(pagina, pagina.kop, gelezen)
        for pagina in sorted(gelezen.paginas, key=_order)
        if isinstance(pagina.kop, ThemaKop)
    )
    paginas: dict[str, Pagina] = {thema.pad: thema for thema in composed}
    paginas |= {onderwerp.pad: onderwerp for thema in composed for onderwerp in thema.onderwerpen}
    voorbeelden = _voorbeelden(gelezen)
    paginas |= {pagina.pad: pagina for voorbeeld in voorbeelden for pagina in voorbeeld.paginas}
    for pagina in gelezen.paginas:
        if pagina.pad not in paginas:
            paginas[pagina.pad] = _pagina(pagina, gelezen)
    stand, wijzigingen = max(_dates(gelezen), default=gelezen.vandaag), find_wijzigingen(gelezen)
    return Handreiking(
        titel=titelblad.titel,
        ondertitel=titelblad.ondertitel,
        editie=titelblad.editie,
        contact=titelblad.contact,
        uitgever=titelblad.uitgever,
        licentie=titelblad.licentie,
        beveiliging=titelblad.beveiliging,
        site=site_of(titelblad),
        stand=stand,
        themas=composed,
        voorbeelden=voorbeelden,
        paginas=paginas,
        soorten=tuple(soort for soort, _ in gelezen.van(Instrumentsoort)),
        instrumenten=tuple(instrument for instrument, _ in gelezen.van(Instrument)),
        beweringen=tuple(bewering for bewering, _ in gelezen.van(Bewering)),
        definities=tuple(definitie for definitie, _ in gelezen.van(Definitie)),
        afkortingen=tuple(sorted((a for a, _ in gelezen.van(Afkorting)), key=lambda a: a.afkorting.casefold())),
        bronnen=tuple(bron for bron, _ in gelezen.van(Bron)),
        zoektermen=tuple(zoekterm for zoekterm, _ in gelezen.van(Zoekterm)),
        begrippen=begrippen,
        op_onderwerp=_placed([instrument for instrument, _ in gelezen.van(Instrument)]),
        stellingen=_by_topic([stelling for stelling, _ in gelezen.van(Stelling)]),
        genoemd=_mentioned(paginas, composed),
        wijzigingen=wijzigingen,
        vers=find_vers(wijzigingen, stand),
        records={model: tuple(record for record, _ in lijst.records) for model, lijst in gelezen.lijsten.items()},
    )


def site_of(titelblad: Titelblad) -> Site:
    """Return where the site stands and how its pages are addressed, by the title page."""
    adres = f"{titelblad.adres.rstrip('/')}/" if titelblad.adres else ""
    return Site(adres, titelblad.adressen == "mappen", titelblad.broncode or "", titelblad.wijzigen or "")


def _order(pagina: Bronpagina) -> tuple[int, str]:
    kop = pagina.kop
    return (kop.volgorde if isinstance(kop, ThemaKop | OnderwerpKop | PraktijkKop) else 0, pagina.pad)


def _pagina(pagina: Bronpagina, gelezen: Gelezen) -> Pagina:
    kop, tekst = pagina.kop, gelezen.teksten[pagina.pad]
    known = {bron.id: bron for bron, _ in gelezen.van(Bron)}
    named = (known[merk.bron] for merk in tekst.bronmerken if merk.bron in known)
    return Pagina(
        pad=pagina.pad,
        soort=kop.soort,
        titel=kop.titel,
        samenvatting=kop.samenvatting,
        beoordeeld=kop.beoordeeld,
        bijgewerkt=max(_days(kop), default=None),
        bronnen=tuple(dict.fromkeys((*kop.bronnen, *named))),
        tekst=tekst,
        markdown=pagina.markdown,
        regel=pagina.regel,
        concept=kop.concept,
    )


def _thema(pagina: Bronpagina, kop: ThemaKop, gelezen: Gelezen) -> Thema:
    name = pagina.pad.removesuffix("/index.md")
    onderwerpen = tuple(
        Onderwerp(
            **vars(_pagina(topic, gelezen)),
            id=topic.pad.removesuffix(".md"),
            thema=name,
            verwant=tuple(Verwantschap(v.onderwerp, v.reden, v.aard) for v in topic.kop.verwant),
        )
        for topic in sorted(gelezen.paginas, key=_order)
        if isinstance(topic.kop, OnderwerpKop) and topic.pad.startswith(f"{name}/")
    )
    return Thema(**vars(_pagina(pagina, gelezen)), id=name, icoon=kop.icoon, kleur=kop.kleur, onderwerpen=onderwerpen)


def _voorbeelden(gelezen: Gelezen) -> tuple[Voorbeeld, ...]:
    """Return the practice examples in order; the first page of each is its index, which names it."""
    by_place = sorted(gelezen.paginas, key=_order)
    in_order = [(pagina, pagina.kop) for pagina in by_place if isinstance(pagina.kop, PraktijkKop)]
    found = []
    for index, name in ((pagina, kop.gemeente) for pagina, kop in in_order if kop.gemeente):
        folder = index.pad.removesuffix("index.md")
        members = [(pagina, kop) for pagina, kop in in_order if pagina.pad.startswith(folder)]
        members.sort(key=lambda member: member[0] is not index)
        composed = tuple(
            Praktijkpagina(
                **vars(_pagina(pagina, gelezen)),
                voorbeeld_van=kop.voorbeeld_van,
                stand=kop.stand,
                contactpunten=kop.contactpunten,
            )
            for pagina, kop in members
        )
        found.append(Voorbeeld(folder.removeprefix(f"{PRAKTIJK}/").rstrip("/"), name, composed))
    return tuple(found)


def _placed(instrumenten: Iterable[Instrument]) -> dict[str, tuple[Plaatsing, ...]]:
    placed: dict[str, list[Plaatsing]] = {}
    for instrument in instrumenten:
        for name in instrument.onderwerpen:
            titel = instrument.andere_titels.get(name, instrument.titel)
            placed.setdefault(name, []).append(Plaatsing(instrument, titel, name in instrument.tip))
    return {name: tuple(members) for name, members in placed.items()}


def _by_topic(stellingen: Iterable[Stelling]) -> dict[str, tuple[Stelling, ...]]:
    found: dict[str, list[Stelling]] = {}
    for stelling in stellingen:
        found.setdefault(stelling.onderwerp, []).append(stelling)
    return {name: tuple(members) for name, members in found.items()}


def _mentioned(paginas: Mapping[str, Pagina], themas: Iterable[Thema]) -> dict[str, tuple[Pagina, ...]]:
    """Return, by source path, the pages whose text links there: those of the themes in order, then the others."""
    in_order: dict[str, Pagina] = {page.pad: page for thema in themas for page in (thema, *thema.onderwerpen)}
    mentioned: dict[str, list[Pagina]] = {}
    for page in (in_order | dict(paginas)).values():
        for target in dict.fromkeys(v.pad for v in page.tekst.verwijzingen if v.pad and v.pad != page.pad):
            mentioned.setdefault(target, []).append(page)
    return {target: tuple(pages) for target, pages in mentioned.items()}


def _dates(gelezen: Gelezen) -> Iterable[date]:
    """Yield every date on which something in the handreiking was added, changed, taken away, read or looked over."""
    for pagina in gelezen.paginas:
        yield from _days(pagina.kop)
    for lijst in gelezen.lijsten.values():
        yield from (day for record, _ in lijst.records for _, day in waarden(record, Veldsoort.DAG))


def _days(kop: Kop) -> Iterable[date]:
    """Yield the days on which a page was added, changed or looked over."""
    yield from _past(kop)
    yield from [kop.beoordeeld] if kop.beoordeeld else []


def _past(record: Kop | Instrument | Definitie) -> Iterable[date]:
    yield from [record.toegevoegd] if record.toegevoegd else []
    yield from (aanpassing.op for aanpassing in record.gewijzigd)
