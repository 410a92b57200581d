"""The text of a page as Typst: converted as for the site, its links turned into places in the PDF."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from handreiking.basis.problem import Problem
from handreiking.geheel.pagina import Pagina, Thema
from handreiking.pdf.boom import parse_html
from handreiking.pdf.elementen import OnbekendElementError, Tekstplek, render_blocks
from handreiking.pdf.hoogte import IN_VLAK, surely_fits
from handreiking.pdf.koppelingen import extern, gebroken, naar, op_adres, op_site, plek, verwijzing
from handreiking.pdf.omvang import doel
from handreiking.pdf.regels import line_of_element
from handreiking.pdf.toonregel import render_getoond
from handreiking.pdf.typstcode import boolean, call, literal
from handreiking.pdf.uitgave import Uitgave
from handreiking.pdf.zekerheid import render_bron
from handreiking.tekst.tekst import render_tekst
from handreiking.tekst.toonregel import Toonplek

_DOEL = "doel:"
_NOOT = "noot:"
_FROM_ONE = "counter(footnote).update(0)"
_CONTACT = ("mailto:", "tel:")


def render_paginatekst(uitgave: Uitgave, pagina: Pagina, niveau: int, thema: Thema | None = None) -> list[str]:
    """Return the Typst code of each block of a page's text; its first headings get this level.

    What cannot be set is added to the problems of the Uitgave, with its line; the block is left out then.
    """
    tekst = render_tekst(pagina.markdown, pagina.pad, _place, uitgave.handreiking.begrippen)
    body = parse_html(tekst.html)

    def koppeling(element: ET.Element, inhoud: str, words: str) -> str:
        return _link(uitgave, pagina, element, (inhoud, words))

    def kop(anker: str, titel: str) -> str:
        return plek(uitgave, doel(pagina.pad, anker), titel)

    def taken(kop: str, items: list[str], alineas: bool) -> str:  # noqa: FBT001 - it is called by place
        fits = surely_fits([kop, *items], IN_VLAK) if alineas else boolean(value=False)
        return call("taken", literal(thema.id) if thema else "none", kop, *items, kort=fits)

    def toon(plek: Toonplek) -> str:
        return render_getoond(uitgave, pagina, plek)

    noted: set[str] = set()

    def bronmerk(name: str) -> str:
        bron = pagina.bron(name)
        if bron is None:
            return call("redactie")
        place = literal(f"{_NOOT}{doel(pagina.pad, name)}")
        if name in noted:
            return call("noot-weer", place)
        noted.add(name)
        return call("noot", place, render_bron(uitgave, bron))

    begin = [_FROM_ONE] if tekst.bronmerken else []
    try:
        return begin + list(render_blocks(body, Tekstplek(niveau, kop, koppeling, taken, toon, bronmerk)))
    except OnbekendElementError as error:
        line = line_of_element(pagina, body, error.element)
        uitgave.problems.append(Problem(uitgave.path(pagina), line, str(error), "pdf-element"))
        return []


def _place(pad: str, anker: str) -> str:
    return _DOEL + doel(pad, anker)


def _link(uitgave: Uitgave, pagina: Pagina, element: ET.Element, content: tuple[str, str]) -> str:
    inhoud, words = content
    href = element.get("href")
    if href is None:
        raise OnbekendElementError(element, f"de link '{words}' heeft geen bruikbaar adres")
    if href.startswith(_DOEL):
        return _internal(uitgave, pagina, element, inhoud)
    if href.startswith(_CONTACT):
        return extern(uitgave, href, op_adres(words, href), inhoud)
    link = extern(uitgave, href, _description(uitgave, href, words), inhoud)
    return link if words == href else call("met-adres", link, gebroken(href))


def _internal(uitgave: Uitgave, pagina: Pagina, element: ET.Element, inhoud: str) -> str:
    place = element.get("href", "").removeprefix(_DOEL)
    if place not in uitgave.bekend:
        raise OnbekendElementError(element, f"de link naar '{place}' leidt nergens heen; verbeter het adres")
    if place not in uitgave.omvang.doelen:  # of the handreiking, but not in this part of it
        return inhoud
    marked = element.get("class") in ("begrip", "afkorting")
    if marked or place.partition("#")[0] == pagina.pad:
        return call("begrip" if marked else "naar", naar(uitgave, place), inhoud)
    return verwijzing(uitgave, place, inhoud)


def _description(uitgave: Uitgave, url: str, words: str) -> str:
    publishers = [i.uitgever for i in uitgave.handreiking.instrumenten if i.url == url]
    publishers += [b.uitgever for b in uitgave.handreiking.bronnen if b.url == url]
    return op_site(words, publishers[0]) if publishers else op_adres(words, url)
