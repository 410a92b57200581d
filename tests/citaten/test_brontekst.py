"""The text of every kind of source, and why there is none."""

from __future__ import annotations

import pytest

from handreiking.citaten.brontekst import Brontekst, parse_brontekst
from handreiking.citaten.citaat import Citaatoordeel, check_citaat
from tests.citaten.bronnen import encrypt_pdf, make_pdf

HTML = "text/html; charset=utf-8"
PDF = "application/pdf"
WADI = "Een wadi is een lage plek in het groen."
PAGE = """<!doctype html><html><head><title>Wadi</title><style>p { color: red }</style></head><body>
<nav><ul><li>Home</li><li>Regen</li></ul></nav>
<h1>Wadi</h1><script>var wadi = "niet";</script>
<div><p>Een <b>w</b>adi is een
  <a href="/plek">lage plek</a><sup><a href="#noot1">1</a></sup> in het<wbr> groen.</p>
<!-- oud --><p>Meer<br>regen.</p></div>
<p>Een <del>diepe</del> lage <span hidden>verborgen</span><svg><title>pijl</title></svg> plek</p>
<div hidden><p>In een harmonica.</p></div><table><tr><td>Linde</td><td>30</td></tr></table>
</body></html>"""
READ = {
    "page": (
        PAGE.encode(),
        HTML,
        "Wadi\nEen wadi is een lage plek in het groen.\nMeer\nregen.\nEen lage plek\nIn een harmonica.\nLinde\n30",
    ),
    "no type named": (b"<!-- x --><!DOCTYPE html><p>Wadi</p>", "", "Wadi"),
    "encoding in the header": ("<p>Eén wadi</p>".encode("cp1252"), "text/html; charset=windows-1252", "Eén wadi"),
    "encoding in the page": ('<meta charset="cp1252"><p>Eén wadi</p>'.encode("cp1252"), "text/html", "Eén wadi"),
    "encoding named wrong": ("<p>Eén wadi</p>".encode(), "text/html; charset=onbekend-9", "Eén wadi"),
    "no encoding named": ("<p>Eén wadi</p>".encode(), "text/html", "Eén wadi"),
    "plain text": ("Eén wadi".encode(), "text/plain", "Eén wadi"),
    "text of another kind": (b"# Wadi", "text/markdown", "# Wadi"),
    "plain text of Windows": ("Eén “wadi”".encode("cp1252"), "text/plain", "Eén “wadi”"),
    "pdf": (make_pdf([["Eén wadi is", "een lage plek."]]), PDF, "Eén wadi is\neen lage plek."),
    "pdf named otherwise": (make_pdf([["Eén wadi"]]), "application/octet-stream", "Eén wadi"),
    "pdf with numbered pages": (
        make_pdf([[f"Waterboek deel {n}", "Een wadi is" if n == 1 else "een plek.", f"{n}"] for n in (1, 2, 3)]),
        PDF,
        "Een wadi is\neen plek.\neen plek.",
    ),
}
UNREAD = {
    "nothing": (b" \n", HTML, "de server geeft niets"),
    "page made by scripts": (
        b"<html><body><div id=app></div><script>start()</script></body></html>",
        HTML,
        "er staat geen tekst in; misschien maken scripts de pagina op",
    ),
    "comment only": (b"<!-- niets -->", "text/html", "er staat geen tekst in; misschien maken scripts de pagina op"),
    "another kind of file": (
        b"PK\x03\x04",
        "application/zip",
        "een bestand van de soort application/zip is niet te lezen",
    ),
    "picture": (b"\x89PNG", "image/png", "een bestand van de soort image/png is niet te lezen"),
    "pdf with a password": (encrypt_pdf(make_pdf([["x"]]), "geheim"), PDF, "de pdf is beveiligd met een wachtwoord"),
    "pdf of pictures": (make_pdf([[], []]), PDF, "de pdf heeft geen tekst; waarschijnlijk zijn het beelden"),
    "broken pdf": (b"%PDF-1.4\nkapot", PDF, "de pdf is niet te lezen (PdfStreamError)"),
}


@pytest.mark.parametrize(("body", "content_type", "tekst"), READ.values(), ids=READ)
def test_text_of_a_source(body: bytes, content_type: str, tekst: str) -> None:
    """All that a reader reads comes out, and nothing else."""
    assert parse_brontekst(body, content_type) == Brontekst(tekst)


@pytest.mark.parametrize(("body", "content_type", "reden"), UNREAD.values(), ids=UNREAD)
def test_no_text(body: bytes, content_type: str, reden: str) -> None:
    """What cannot be read says why, and makes no verdict on a quotation."""
    bron = parse_brontekst(body, content_type)
    assert bron == Brontekst(None, reden)
    assert check_citaat((WADI,), bron).oordeel is Citaatoordeel.ONZEKER


def test_the_first_part_only() -> None:
    """Of a page, what came can be used; a pdf is nothing without its end."""
    assert parse_brontekst(b"<p>Een wadi", HTML, afgekapt=True) == Brontekst("Een wadi", volledig=False)
    whole = make_pdf([["Een wadi"]])
    assert parse_brontekst(whole[:400], PDF, afgekapt=True) == Brontekst(None, "de pdf is te groot om op te halen")


def test_a_locked_pdf_that_anyone_may_read() -> None:
    """A pdf that is only locked against changes has its text."""
    assert parse_brontekst(encrypt_pdf(make_pdf([["Een wadi"]]), ""), PDF) == Brontekst("Een wadi")


def test_a_quotation_over_two_pages_of_a_pdf() -> None:
    """A quotation stands in a pdf through hyphens, line ends and the number of a page."""
    pdf = make_pdf(
        [["Wat woorden betekenen", "Een wadi is een la-", "1"], ["2", "ge plek in het", "groen. Meer niet."]]
    )
    bevinding = check_citaat((WADI,), parse_brontekst(pdf, PDF))
    assert bevinding.oordeel is Citaatoordeel.STAAT_ER_NOG


def test_words_of_two_blocks_are_two_words() -> None:
    """A word in the next block is not the rest of this one."""
    bron = parse_brontekst(b"<ul><li>Een wadi is een lage plek in het groen</li><li>werk</li></ul>", HTML)
    assert check_citaat((WADI,), bron).oordeel is Citaatoordeel.STAAT_ER_NOG
    bron = parse_brontekst(b"<p>Een wadi is een lage plek in het groen<b>werk</b></p>", HTML)
    assert check_citaat((WADI,), bron).oordeel is Citaatoordeel.GEWIJZIGD
