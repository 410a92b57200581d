"""The words that the handreiking has for a topic, as they should stand in the PDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from lxml import html

from handreiking.basis.weergave import render_datum
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.kaarten import kaart_van, kaarten_op
from handreiking.geheel.pagina import Onderwerp, Pagina
from handreiking.geheel.samenhang import verbanden
from handreiking.geheel.zekerheid import render_link, render_nagegaan, render_sinds
from handreiking.soorten.bewering import Bewering
from handreiking.soorten.instrument import Instrument

# What the template says on the pages of a topic besides the words of the handreiking.
SJABLOON = Counter(
    word
    for said in (
        *("Beoordeeld op", "Instrumenten", "Meteen te openen", "Na inloggen", "Op te vragen"),
        *("Verder lezen", "Zelfde instrumenten bij", "Wordt genoemd in", "Terug naar", "Menu"),
        *("Stand van zaken", "Dit kan veranderd zijn sinds de bron het schreef."),
        *("Hoe zeker is dit?", "Tekst Voor het laatst beoordeeld op", "Links"),
    )
    for word in said.split()
)
BLADZIJDE = re.compile(r" ?\(p\. (\d+)\)")


def words(text: str) -> list[str]:
    """Return the words of a text as one reads them: without references to pages, dots between facts and commas.

    A line may end at a hyphen (`VAR-handreiking`, but also `Zorg- en`): what follows it counts to the same word.
    """
    read = BLADZIJDE.sub("", text).replace("- ", "-")
    return [word for word in (part.strip(",") for part in read.split()) if word not in {"·", ""}]


def unbroken(text: str, handreiking: Handreiking) -> str:
    """Return a text with the addresses of instruments in it without the ends of lines."""
    urls = [i.url for i in handreiking.instrumenten if i.url]
    urls += [i.aanvragen.url for i in handreiking.instrumenten if i.aanvragen and i.aanvragen.url]
    urls += [i.archief for i in handreiking.instrumenten if i.archief]
    urls += [i.aanvragen.mail for i in handreiking.instrumenten if i.aanvragen and i.aanvragen.mail]
    urls += [way for c in handreiking.contactpunten for way in (c.mail, c.webadres) if way]
    for url in urls if "/" in text or "@" in text else ():
        text = re.sub(" ?".join(map(re.escape, url)), url.replace("\\", r"\\"), text)
    return text


def body(pagina: Pagina) -> str:
    """Return the text of a page as on the site."""
    tree = html.fromstring(f"<div>{pagina.tekst.html}</div>")
    for mark in tree.iterfind(".//sup[@data-bron='redactie']"):
        mark.text = " (suggestie van de redactie)"
    return " ".join("".join(map(str, tree.itertext())).split())


def facts(handreiking: Handreiking, instrument: Instrument) -> Iterator[str]:
    """Yield what stands under the title of an instrument on the site."""
    yield from (instrument.uitgever.naam, instrument.soort.naam.lower(), instrument.beschrijving)
    if instrument.aanvragen:
        yield instrument.aanvragen.hoe
        yield from [f"Zo vraagt u toegang ({instrument.aanvragen.url})"] if instrument.aanvragen.url else []
        yield from [instrument.aanvragen.mail] if instrument.aanvragen.mail else []
    yield {"openbaar": "openbaar", "inlog": "inloggen"}.get(instrument.toegang, "") or asked(instrument)
    yield from [instrument.bestandstype.upper()] if instrument.bestandstype else []
    if vers := handreiking.vers.get(("instrument", instrument.id)):
        since = "nieuw sinds" if vers.aard == "toegevoegd" else "gewijzigd op"
        yield f"{since} {render_datum(vers.dag)}"
    yield from [f"nagekeken op {render_datum(instrument.nagekeken)}"] if instrument.nagekeken else []
    yield from [instrument.url] if instrument.url else []
    status = handreiking.status(instrument.id)
    if status.niet_bereikbaar_sinds:
        yield f"niet bereikbaar sinds {render_datum(status.niet_bereikbaar_sinds)}"
        yield from [f"Bewaard exemplaar ({instrument.archief})"] if instrument.archief else []
    elif status.laatst_werkend:
        yield f"link werkte op {render_datum(status.laatst_werkend)}"


def asked(instrument: Instrument) -> str:
    """Say of whom an instrument is to be asked."""
    assert instrument.aanvragen is not None
    return f"op te vragen bij {instrument.aanvragen.bij.in_zin}"


def of_claim(bewering: Bewering, onderwerp: Onderwerp, stand: date) -> Iterator[str]:
    """Yield what the site says of a claim; the address of where to look it up only where its instrument is not."""
    yield from (bewering.titel, bewering.stand)
    yield render_sinds(bewering)
    if bewering.verouderd(stand):
        yield "Dat kan verouderd zijn: ga eerst na wat er nu geldt."
    yield f"Zelf nagaan {bewering.nagaan}"
    if bewering.instrument:
        yield bewering.instrument.titel
        yield from [f"({bewering.instrument.url})"] if onderwerp.id not in bewering.instrument.onderwerpen else []
    yield f"Bron {bewering.bron.titel} ({bewering.bron.datering})"
    yield from [f"Eerder {bewering.eerder}"] if bewering.eerder else []
    yield f"Beoordeeld {render_datum(bewering.beoordeeld)}"


def of_cards(handreiking: Handreiking, pagina: Pagina) -> Iterator[str]:
    """Yield what the site says of the records that stand on a page as cards or lines, as one reads it on paper."""
    for soort, cards in kaarten_op(handreiking, pagina):
        kaart = kaart_van(soort)
        yield kaart.sectie
        for card in cards:
            yield card.kop
            if kaart.lijst:
                yield from (f"{row.label}: {row.waarde}" for row in card.rest)
                continue
            yield from (card.inleiding, card.sinds, card.verouderd)
            yield from (f"{row.label} {row.tekst} ({row.waarde})" for row in card.bereik if row.vorm == "adres")
            yield from (f"{row.label} {row.waarde}" for row in card.bereik if row.vorm != "adres")
            yield from (f"{row.label} {row.waarde}" for row in card.rest)


def certainty(handreiking: Handreiking, onderwerp: Onderwerp) -> Iterator[str]:
    """Yield what the site says of how sure a topic is, besides the words of the template."""
    yield from [f"{render_datum(onderwerp.beoordeeld)}."] if onderwerp.beoordeeld else []
    for bron in onderwerp.bronnen:
        read = f"op {render_datum(bron.gelezen)}" if bron.gelezen else "via een andere bron"
        link = f"; link {render_link(handreiking, bron)}" if bron.url else ""
        yield f"Bron {bron.titel} ({bron.datering}). Gelezen {read}{link}."
    instrumenten = [plaatsing.instrument for plaatsing in handreiking.plaatsingen(onderwerp.id)]
    if instrumenten:
        nagegaan = render_nagegaan(handreiking, instrumenten)
        yield from ("Instrumenten", nagegaan.geopend, nagegaan.links)


def of_topic(handreiking: Handreiking, onderwerp: Onderwerp) -> list[str]:
    """Return every word that the handreiking has for the page of a topic."""
    texts = [handreiking.thema(onderwerp.thema).titel] * 2 + [onderwerp.titel, onderwerp.samenvatting, body(onderwerp)]
    texts += [render_datum(onderwerp.beoordeeld)] if onderwerp.beoordeeld else []
    if vers := handreiking.vers.get(("onderwerp", onderwerp.id)):
        since = "Nieuw sinds" if vers.aard == "toegevoegd" else "Gewijzigd op"
        texts.append(f"{since} {render_datum(vers.dag)}" + ("" if vers.aard == "toegevoegd" else f": {vers.wat}"))
    for plaatsing in handreiking.plaatsingen(onderwerp.id):
        texts += [plaatsing.titel, *facts(handreiking, plaatsing.instrument), *(["Tip"] if plaatsing.tip else [])]
    for verband in verbanden(handreiking, onderwerp):
        texts.append(verband.naar.titel)
        if verband.verwant:
            other = handreiking.onderwerp(verband.naar.pad.removesuffix(".md"))
            texts += [handreiking.thema(other.thema).titel, verband.verwant.reden, verband.verwant.in_woorden.lower()]
            texts += [f"deelt {len(verband.deelt.instrumenten)} instrument"] if verband.deelt else []
    texts += [
        text
        for bewering in handreiking.beweringen_bij(onderwerp.id)
        for text in of_claim(bewering, onderwerp, handreiking.stand)
    ]
    texts += of_cards(handreiking, onderwerp)
    texts += certainty(handreiking, onderwerp)
    for voorbeeld, paginas in handreiking.voorbeelden_bij(onderwerp.id):
        texts += [f"Zo doet {voorbeeld.naam} het", *(pagina.titel for pagina in paginas)]
    return [word for text in texts for word in words(text)]
