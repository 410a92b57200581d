"""Records that their kind shows as cards, in the PDF: on their own page, and on the pages that they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from handreiking.basis.telefoon import kiesnummer
from handreiking.basis.weergave import render_datum
from handreiking.geheel.kaarten import Getoond, Waarde, groepen_van, kaart_van, kaarten_op, op_kaart
from handreiking.geheel.pagina import Pagina
from handreiking.pdf.koppelingen import extern, gebroken, mail, op_site, plek, verwijzing
from handreiking.pdf.omvang import doel
from handreiking.pdf.typstcode import array, call, literal
from handreiking.pdf.uitgave import Uitgave
from handreiking.pdf.zekerheid import render_bron


def render_soort(uitgave: Uitgave, pagina: Pagina) -> Iterator[str]:
    """Yield the code of every record whose page this is, under the headings of their groups."""
    for soort in (soort for soort, _ in op_kaart() if soort.pagina == pagina.soort):
        for group, cards in groepen_van(uitgave.handreiking, soort):
            yield call("vak", literal(group))
            yield from (
                _card(uitgave, card, 3, plek(uitgave, doel(pagina.pad, card.anker), card.kop)) for card in cards
            )


def render_kaarten(uitgave: Uitgave, pagina: Pagina, niveau: int) -> Iterator[str]:
    """Yield the code of the records on a topic or example, under a heading of this level for each kind."""
    for soort, cards in kaarten_op(uitgave.handreiking, pagina):
        kaart = kaart_van(soort)
        yield call("tussenkop", str(niveau), literal(kaart.sectie))
        if kaart.lijst:
            page = uitgave.handreiking.pad_van(soort.pagina)
            yield call("kaartlijst", *(_line(uitgave, card, doel(page, card.anker)) for card in cards))
        else:
            yield from (_card(uitgave, card, niveau + 1, None) for card in cards)


def _line(uitgave: Uitgave, card: Getoond, place: str) -> str:
    """Return the code of a card of which only a line stands here; its name leads to the whole where that is there."""
    name = verwijzing(uitgave, place, literal(card.kop)) if place in uitgave.omvang.doelen else literal(card.kop)
    return array([name, *(literal(f"{rij.label}: {rij.waarde}") for rij in card.rest)])


def _card(uitgave: Uitgave, card: Getoond, niveau: int, place: str | None) -> str:
    """Return the code of a card; `place` is its name where that is here, on the page of all of them."""
    return call(
        "kaart",
        str(niveau),
        place or "none",
        literal(card.kop),
        literal(card.inleiding),
        array(_row(rij.label, _first(uitgave, rij)) for rij in card.bereik),
        literal(card.sinds) if card.sinds else "none",
        literal(card.verouderd) if card.verouderd else "none",
        array(_row(rij.label, _value(uitgave, rij)) for rij in card.rest),
    )


def _first(uitgave: Uitgave, rij: Waarde) -> str:
    """Return the code of what helps at once: what one can call, write to or open stands out."""
    if rij.vorm == "adres" and rij.van:
        link = extern(uitgave, rij.waarde, op_site(rij.tekst, rij.van), literal(rij.tekst))
        return call("met-adres", call("strong", link), gebroken(rij.waarde))
    code = _value(uitgave, rij)
    return call("strong", code) if rij.vorm in ("telefoon", "mail") else code


def _value(uitgave: Uitgave, rij: Waarde) -> str:
    return _FORMS[rij.vorm](uitgave, rij) if rij.vorm in _FORMS else literal(rij.waarde)


def _number(uitgave: Uitgave, rij: Waarde) -> str:
    return extern(uitgave, f"tel:{kiesnummer(rij.waarde)}", f"Telefoon {rij.waarde}", call("box", literal(rij.waarde)))


def _topics(uitgave: Uitgave, rij: Waarde) -> str:
    topics = [uitgave.handreiking.onderwerp(name) for name in rij.waarde]
    return call("opsomming", *(verwijzing(uitgave, doel(topic.pad), literal(topic.titel)) for topic in topics))


_FORMS: dict[str, Callable[[Uitgave, Waarde], str]] = {
    "telefoon": _number,
    "mail": lambda uitgave, rij: mail(uitgave, rij.waarde),
    "adres": lambda uitgave, rij: extern(uitgave, rij.waarde, rij.tekst, literal(rij.tekst)),
    "dag": lambda _, rij: literal(render_datum(rij.waarde)),
    "bron": lambda uitgave, rij: render_bron(uitgave, rij.waarde),
    "onderwerp": _topics,
}


def _row(name: str, code: str) -> str:
    return array([literal(name), code])
