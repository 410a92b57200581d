"""Contact points in the PDF: on their own page, and on the topics and examples that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handreiking.contactpunten import Contactpunt, by_area, render_stand
from handreiking.handreiking import Pagina
from handreiking.pdf.koppelingen import extern, gebroken, mail, op_site, plek, verwijzing
from handreiking.pdf.omvang import doel
from handreiking.pdf.typstcode import array, call, literal
from handreiking.pdf.uitgave import Uitgave
from handreiking.pdf.zekerheid import render_bron
from handreiking.weergave import render_datum

CONTACT = "Contact"
LANDELIJK = "Heel Nederland"
VEROUDERD = "Dat kan verouderd zijn: ga na of het nog klopt."


def render_contact(uitgave: Uitgave, pagina: Pagina) -> Iterator[str]:
    """Yield the code of every contact point, by the area it is for."""
    for gebied, contactpunten in by_area(uitgave.handreiking.contactpunten):
        yield call("vak", literal(gebied or LANDELIJK))
        for contactpunt in contactpunten:
            yield _card(uitgave, contactpunt, 3, plek(uitgave, doel(pagina.pad, contactpunt.id), contactpunt.naam))


def render_contactpunten(uitgave: Uitgave, contactpunten: Iterable[Contactpunt], niveau: int) -> Iterator[str]:
    """Yield the code of the contact points of a topic or example, under a heading of this level; nothing for none."""
    cards = [_card(uitgave, contactpunt, niveau + 1, None) for contactpunt in contactpunten]
    if cards:
        yield call("tussenkop", str(niveau), literal(CONTACT))
        yield from cards


def _card(uitgave: Uitgave, contactpunt: Contactpunt, niveau: int, place: str | None) -> str:
    """Give the code of a contact point; `place` is its name where that is here, on the page of all of them."""
    return call(
        "contactpunt",
        str(niveau),
        place or "none",
        literal(contactpunt.naam),
        literal(contactpunt.waarvoor),
        array(_row(name, code) for name, code in _ways(uitgave, contactpunt)),
        literal(f"Stand van {render_stand(contactpunt)}."),
        literal(VEROUDERD) if contactpunt.verouderd(uitgave.handreiking.stand) else "none",
        array(_row(name, code) for name, code in _rest(uitgave, contactpunt, whole=place is not None)),
    )


def _ways(uitgave: Uitgave, contactpunt: Contactpunt) -> Iterator[tuple[str, str]]:
    number, url, instrument = contactpunt.telefoon, contactpunt.webadres, contactpunt.instrument
    if number:
        link = extern(uitgave, f"tel:{contactpunt.tel}", f"Telefoon {number}", call("box", literal(number)))
        yield "Telefoon", call("strong", link)
    if contactpunt.mail:
        yield "Mail", call("strong", mail(uitgave, contactpunt.mail))
    if url:
        title = instrument.titel if instrument else contactpunt.naam
        publisher = instrument.uitgever if instrument else contactpunt.uitgever
        link = extern(uitgave, url, op_site(title, publisher), literal(title))
        yield "Web", call("met-adres", call("strong", link), gebroken(url))
    if contactpunt.uren:
        yield "Uren", literal(contactpunt.uren)


def _rest(uitgave: Uitgave, contactpunt: Contactpunt, *, whole: bool) -> Iterator[tuple[str, str]]:
    yield "Voor wie", literal(contactpunt.voor_wie)
    if contactpunt.gebied and not whole:  # on the page of all it stands above
        yield "Waar", literal(contactpunt.gebied)
    if contactpunt.eerder:
        yield "Eerder", literal(contactpunt.eerder)
    if not whole:
        return
    yield "Van", literal(contactpunt.uitgever.voluit or contactpunt.uitgever.naam)
    yield "Bron", render_bron(uitgave, contactpunt.bron)
    yield "Beoordeeld", literal(render_datum(contactpunt.beoordeeld))
    if contactpunt.onderwerpen:
        topics = [uitgave.handreiking.onderwerp(name) for name in contactpunt.onderwerpen]
        links = [verwijzing(uitgave, doel(topic.pad), literal(topic.titel)) for topic in topics]
        yield "Staat op", call("opsomming", *links)


def _row(name: str, code: str) -> str:
    return array([literal(name), code])
