"""Reading a page and its fragments, where a whole server would add nothing."""

from __future__ import annotations

import pytest

from handreiking.links.fragment import Tekstdeel, has_tekst, parse_fragment
from handreiking.links.pagina import decode, parse_pagina
from handreiking.links.vergelijking import fold
from handreiking.links.zinnen import zinnen


def test_phrases_are_folded() -> None:
    """A phrase with a capital or an apostrophe would never be found."""
    lists = [("niet_gevonden", "weg"), ("niet_gevonden", "zelf"), ("niet_gevonden", "heel"), ("onderhoud", "")]
    lists += [("geparkeerd", "zinnen"), ("inlog", "zinnen"), ("muur", "zinnen")]
    for one in lists:
        assert [phrase for phrase in zinnen(*one) if fold(phrase) != phrase] == []


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("<p>café".encode(), "text/html; charset=utf-8"),
        ("<p>café".encode("cp1252"), "text/html; charset=iso-8859-1"),
        ("<meta charset='windows-1252'><p>café".encode("cp1252"), "text/html"),
        ("<p>café".encode(), "text/html; charset=onzin"),
        ("<p>café".encode("iso-8859-15"), "text/html; charset=latin9"),
        ("\ufeff<p>café".encode("utf-16-le"), "text/html; charset=utf-8"),
        ('<?xml version="1.0" encoding="utf-8"?><html><p>café</p></html>'.encode(), "application/xhtml+xml"),
    ],
)
def test_encodings(body: bytes, content_type: str) -> None:
    """A page is read as a browser reads it."""
    assert parse_pagina(decode(body, content_type)).tekst == "café"


def test_only_what_is_shown_is_text() -> None:
    """Scripts, styles, comments and hidden parts are no text; blocks part words, inline elements do not."""
    markup = (
        b"<title>T</title><h1> Een <em>kop</em> </h1><div>een</div><div>twee</div>dr<b>ie</b><br>vier<!-- nee -->"
        b"<script>nee</script><style>nee</style><p hidden>nee<p style='display: none'>nee</p><my-tag>vijf</my-tag>zes"
    )
    pagina = parse_pagina(markup.decode())
    assert (pagina.titel, pagina.koppen, pagina.tekst) == ("T", ("Een kop",), "Een kop een twee drie vier vijf zes")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"<",
        b"\0\0",
        b"<!-- -->",
        b"<p>\x01&#1;<p hidden>&#xffff;",
        b"<html>" * 5000,
        b"\xff\xfe\x00",
        b"<b " * 9999,
    ],
)
def test_reads_anything(body: bytes) -> None:
    """No body is too odd to read."""
    assert parse_pagina(decode(body, "")).tekst.strip("<\x01\ufffd ") == ""


def test_fragments() -> None:
    """An address can have an anchor, quoted texts, both or none."""
    assert parse_fragment("https://x.test/a") == ("", ())
    assert parse_fragment("https://x.test/a#b%20c") == ("b%20c", ())
    assert parse_fragment("https://x.test/a#:~:text=een%2C%20twee,drie%2Dvier") == (
        "",
        (Tekstdeel("een, twee", "drie-vier"),),
    )
    assert parse_fragment("https://x.test/a#b:~:text=v-,w,-x&onzin&text=y") == (
        "b",
        (Tekstdeel("w", ervoor="v", erna="x"), Tekstdeel("y")),
    )
    assert parse_fragment("https://x.test/a#:~:text=&text=a,b,c") == ("", ())


def test_text_is_found_in_order() -> None:
    """The end is looked for after the beginning, wherever that first stands."""
    assert has_tekst(Tekstdeel("een", "twee"), "Een, drie, TWEE")
    assert not has_tekst(Tekstdeel("een", "twee"), "twee, een")
    assert has_tekst(Tekstdeel("een.", ervoor="twee", erna="drie"), "een. twee  een. drie")
