"""The rules for the texts of pages: one generator a rule, each yields (path, line, message)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from html import unescape
from itertools import pairwise

from handreiking.basis.problem import Found, suggestion
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.pagina import Bronpagina
from handreiking.regels.markdown import check_external, check_headings, check_html, check_invisible, check_tables
from handreiking.soorten.alle import ALLE
from handreiking.soorten.bewering import Bewering
from handreiking.soorten.record import id_of
from handreiking.tekst.omzetting import Verwijzing

# What the templates name their own places with: see site/sjablonen/.
OWN_ANCHORS = "pagina-"
_HEADING = re.compile(r"<h([1-6])[ >]")
# A list in a list in a list, with a link within emphasis, is nine.
MAX_DEPTH = 12
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>([^<]*)")
_WITHOUT_END = {"br", "hr", "img"}
_TO_DRAFT = " leidt naar een concept; haal de link weg, of 'concept' boven aan die pagina"
_TAGS, _CODE = re.compile(r"<[^>]*>"), re.compile(r"<code>.*?</code>", re.DOTALL)
_BY_NAME = re.compile(r"\[[^\[\]\n]+\]\[[^\[\]\n]*\]")
_LARGE_START = re.compile(r'<ol start="([0-9]{4,})"')


def check_markdown(gelezen: Gelezen) -> Found:
    """The text of a page has no HTML, no invisible letters, whole tables, and headings from `##` down in order.

    Wrong: `# Titel <br>`.  Right: `## Kop`.
    """
    for pagina in gelezen.paginas:
        path = f"{gelezen.content}/{pagina.pad}"
        for check in (check_html, check_invisible, check_tables):
            for line, message in check(pagina.markdown):
                yield path, pagina.regel - 1 + line, message
        headings = list(check_headings(pagina.markdown))
        for line, message in headings:
            yield path, pagina.regel - 1 + line, message
        levels = [1, *(int(level) for level in _HEADING.findall(gelezen.teksten[pagina.pad].html))]
        skips = any(here == 1 or here > above + 1 for above, here in pairwise(levels))
        if skips and not headings:  # written in a way that the lines do not show
            yield path, pagina.regel, "de koppen van deze pagina beginnen niet bij '##' of slaan een niveau over"


def check_numbering(gelezen: Gelezen) -> Found:
    r"""A numbered list begins at a number that a reader counts on from, and that the PDF can hold.

    Wrong: `20250101. Zo.`  Right: `20250101\. Zo.`, which is no list, or `1. Zo.`
    """
    for pagina in gelezen.paginas:
        for number in _LARGE_START.findall(gelezen.teksten[pagina.pad].html):
            lines = enumerate(pagina.markdown.split("\n"), pagina.regel)
            line = next((at for at, text in lines if text.lstrip(" >*+-").startswith(f"{number}.")), pagina.regel)
            sentence = f"hier begint een lijst bij {number}; begin bij 1, of zet een \\ voor de punt"
            yield f"{gelezen.content}/{pagina.pad}", line, f"{sentence} als het geen lijst is"


def check_depth(gelezen: Gelezen) -> Found:
    """Quotations, lists and emphasis lie in each other no deeper than a reader sees, or the PDF can set.

    Wrong: thirteen times `> ` before a line.  Right: once.
    """
    for pagina in gelezen.paginas:
        if letters := _below(gelezen.teksten[pagina.pad].html, MAX_DEPTH):
            lines = enumerate(pagina.markdown.split("\n"), pagina.regel)
            line = next((at for at, text in lines if letters in text), pagina.regel)
            sentence = f"hier liggen meer dan {MAX_DEPTH} niveaus in elkaar (lijsten, citaten, nadruk)"
            yield f"{gelezen.content}/{pagina.pad}", line, f"{sentence}; houd het bij enkele"


def check_links(gelezen: Gelezen) -> Found:
    """A link leads to a page and an anchor that exist, or to a proper address elsewhere.

    Wrong: `[Regen](regn.md)`.  Right: `[Regen](../water/regen.md)`.
    """
    anchors: dict[str, set[str] | None] = dict.fromkeys(gelezen.paden)
    if gelezen.compleet:
        anchors |= {p.pad: {*gelezen.teksten[p.pad].ankers, *_record_anchors(gelezen, p)} for p in gelezen.paginas}
    for pagina in gelezen.paginas:
        path = f"{gelezen.content}/{pagina.pad}"
        for verwijzing in gelezen.teksten[pagina.pad].verwijzingen:
            draft = verwijzing.pad in gelezen.concepten and not pagina.kop.concept
            wrong = _TO_DRAFT if draft else _wrong_with(verwijzing, anchors, gelezen.content)
            for line in lines_of(verwijzing.href, pagina) if wrong else ():
                yield path, line, f"link '{verwijzing.href}'{wrong}"


def check_names(gelezen: Gelezen) -> Found:
    """A link by a name has its address on the page; else its brackets are what a reader sees.

    Wrong: `[Regen][bestaat-niet]`.  Right: `[Regen](../water/regen.md)`.
    """
    for pagina in gelezen.paginas:
        shown = unescape(_TAGS.sub("", _CODE.sub("", gelezen.teksten[pagina.pad].html)))
        for written in dict.fromkeys(_BY_NAME.findall(shown)):
            lines = enumerate(pagina.markdown.split("\n"), pagina.regel)
            line = next((at for at, text in lines if written in text), pagina.regel)
            sentence = f"'{written}' is geen link: het adres ontbreekt"
            yield f"{gelezen.content}/{pagina.pad}", line, f"{sentence}; zet het tussen ronde haken achter de tekst"


def check_anchors(gelezen: Gelezen) -> Found:
    """A heading has an anchor that nothing else on its page has.

    Wrong: `## Wadi` on the page that explains the term Wadi.  Right: `## Over wadi's`.
    """
    for pagina in gelezen.paginas:
        taken = _record_anchors(gelezen, pagina)
        for anchor in gelezen.teksten[pagina.pad].ankers:
            if anchor in taken or anchor.startswith(OWN_ANCHORS):
                sentence = f"een kop met het anker '{anchor}' kan hier niet: dat heeft iets anders op de pagina al"
                yield f"{gelezen.content}/{pagina.pad}", pagina.regel, f"{sentence}; geef de kop een andere tekst"


def _record_anchors(gelezen: Gelezen, pagina: Bronpagina) -> set[str]:
    """Return the anchors that the records of the data have on a page."""
    found = {
        soort.anker.format(id_of(record))
        for soort in ALLE
        if soort.pagina == pagina.kop.soort
        for record, _ in gelezen.van(soort.model)
    }
    if found:
        return found
    topic = pagina.pad.removesuffix(".md")
    return {b.id for b, _ in gelezen.van(Bewering) if pagina.kop.soort == "over" or topic in b.onderwerpen}


def _below(html: str, depth: int) -> str | None:
    """Return the first letters that stand deeper in our own HTML than so many elements, or None."""
    here = 0
    for end, name, letters in _TAG.findall(html):
        here += 0 if name in _WITHOUT_END else -1 if end else 1
        if here > depth and letters.strip():
            return unescape(letters.strip().split("\n")[0])
    return None


def _wrong_with(verwijzing: Verwijzing, anchors: Mapping[str, set[str] | None], content: str) -> str | None:
    """Say what is wrong with a link, as what follows its address in a message, or None.

    `anchors` holds those of each page; None for a page whose anchors are not all known.
    """
    if verwijzing.pad is None:
        wrong = check_external(verwijzing)
        return wrong and f": {wrong}"
    if not verwijzing.href:
        return " heeft geen adres; zet het tussen de haakjes"
    if "?" in verwijzing.href:
        return ": een vraagteken kan niet in een link naar een pagina van de handreiking"
    if verwijzing.pad not in anchors:
        near = get_close_matches(verwijzing.pad, sorted(anchors), n=1, cutoff=0.5)
        hint = f"; bedoelde u {content}/{near[0]}?" if near else ""
        return f" leidt naar een pagina die er niet is{hint}"
    known = anchors[verwijzing.pad]
    if verwijzing.anker and known is not None and verwijzing.anker not in known:
        return f": op die pagina is geen kop of begrip '{verwijzing.anker}'{suggestion(verwijzing.anker, known)}"
    return None


def lines_of(href: str, pagina: Bronpagina) -> list[int]:
    """Return the lines that link to an address; those that hold it where none does; else the first of the text."""
    lines = list(enumerate(pagina.markdown.split("\n"), pagina.regel))
    linking = [number for number, line in lines if f"({href})" in line or f"({href} " in line]
    bare = href.replace("\\", "")
    return linking or [number for number, line in lines if bare in line.replace("\\", "")][:1] or [pagina.regel]
