"""Markdown to HTML: terms linked once, links resolved, nothing that can run."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from lxml import html

from handreiking.regels.markdown import check_external, check_headings, check_html, check_invisible
from handreiking.tekst.begrippen import begrippenlijst
from handreiking.tekst.omzetting import Verwijzing
from handreiking.tekst.tekst import Tekst, render_tekst

BEGRIPPEN = begrippenlijst(
    {"wadi": ["Wadi", "wadi's"], "knmi": ["KNMI"], "weg": ["weg"], "naar-huis": ["weg naar huis"]},
    "woorden.md",
    {"rdw": "RDW", "vve": "VvE", "wmo": "wmo", "knmi": "KNMI", "g-o": "G.O"},
)


def url_for(pad: str, anchor: str) -> str:
    """Return an address in which one sees what was asked for."""
    return f"@{pad}#{anchor}" if anchor else f"@{pad}"


def render(markdown: str) -> Tekst:
    """Convert a text on the page of a topic."""
    return render_tekst(markdown, "groen/bomen.md", url_for, BEGRIPPEN)


def term(name: str, letters: str) -> str:
    """Return the link of a term, as it comes out."""
    return f'<a class="begrip" href="@woorden.md#{name}">{letters}</a>'


def short(name: str, letters: str) -> str:
    """Return the link of an abbreviation, as it comes out."""
    return f'<a class="afkorting" href="@woorden.md#afkorting-{name}">{letters}</a>'


VVES = short("vve", "VvE's")


@pytest.mark.parametrize(
    ("markdown", "expected", "terms"),
    [
        (
            "Een wadi en nog een wadi.\n\nWadi.",
            f"<p>Een {term('wadi', 'wadi')} en nog een wadi.</p>\n<p>Wadi.</p>",
            ("wadi",),
        ),
        ("- *wadi*", f"<ul>\n<li><em>{term('wadi', 'wadi')}</em></li>\n</ul>", ("wadi",)),
        (
            "| wadi |\n| --- |\n| KNMI |",
            (
                f"<table>\n<thead>\n<tr>\n<th>{term('wadi', 'wadi')}</th>\n</tr>\n</thead>\n"
                f"<tbody>\n<tr>\n<td>{term('knmi', 'KNMI')}</td>\n</tr>\n</tbody>\n</table>"
            ),
            ("wadi", "knmi"),
        ),
        (
            "Een *lage* wadi, [Regen](regen.md) van KNMI en een weg na `wadi` terug.",
            (
                f'<p>Een <em>lage</em> {term("wadi", "wadi")}, <a href="@groen/regen.md">Regen</a> van '
                f"{term('knmi', 'KNMI')} en een {term('weg', 'weg')} na <code>wadi</code> terug.</p>"
            ),
            ("wadi", "knmi", "weg"),
        ),
        (
            "De weg naar huis, weg naar huis, en de weg.",
            f"<p>De {term('naar-huis', 'weg naar huis')}, weg naar huis, en de {term('weg', 'weg')}.</p>",
            ("naar-huis", "weg"),
        ),
        (
            "Twee wadi's & meer",
            "<p>Twee " + term("wadi", "wadi's") + " &amp; meer</p>",
            ("wadi",),
        ),
        ("\\*Wadi\\*", f"<p>*{term('wadi', 'Wadi')}*</p>", ("wadi",)),
        ("knmi WADI KNMI", f"<p>knmi {term('wadi', 'WADI')} {term('knmi', 'KNMI')}</p>", ("wadi", "knmi")),
        ("Handboek Wadi. Wadi is kort.", f"<p>Handboek Wadi. {term('wadi', 'Wadi')} is kort.</p>", ("wadi",)),
        ("Geen van alle.", "<p>Geen van alle.</p>", ()),
    ],
    ids=["once", "emphasis", "table", "tails", "longest", "form", "escape", "capitals", "name", "none"],
)
def test_a_term_is_linked_at_its_first_use(markdown: str, expected: str, terms: tuple[str, ...]) -> None:
    """The first use of each term is a link to its definition; its letters stay; the longest form goes first."""
    tekst = render(markdown)
    assert (tekst.html, tekst.begrippen) == (expected, terms)


@pytest.mark.parametrize(
    "markdown",
    [
        "## Wadi",
        "###### Wadi",
        "[Een wadi](regen.md)",
        "[Een *wadi*](regen.md)",
        "> Een wadi\n>\n> - wadi",
        "`wadi`",
        "    wadi",
        "wadiplan wadi-plan regenwadi sub-wadi wadi_1 wadi2",
        "knmi Knmi",
        "wadı en wadİ",
        "Het Handboek Wadi, en Regen en Wadi",
        "wadi's-plan auto'wadi wadi'tje l’wadi",
        "www.wadi.nl info@wadi.nl wadi.pdf wadi@voorbeeld https://voorbeeld.nl/wadi",
        "wa*di* *wa*di wa**di**plan wadi*plan*",
        "Hij zei: 'een wadi', “een wadi”, ‘een wadi’, \"een wadi\", „een wadi” en «een wadi».",
        "Dat staat in 'de foto's van een wadi' en 'een *lage* wadi'.",
        "“Een [plek](regen.md) of een wadi”",
        "wadi\\_1",
    ],
)
def test_no_term_is_linked_here(markdown: str) -> None:
    """No links in headings, links, quotations, code, addresses, other words, or for capitals in small letters."""
    tekst = render(markdown)
    assert ('class="begrip"' in tekst.html, tekst.begrippen) == (False, ())


@pytest.mark.parametrize(
    ("markdown", "expected", "found"),
    [
        ("De RDW, de RDW.\n\nRDW.", f"<p>De {short('rdw', 'RDW')}, de RDW.</p>\n<p>RDW.</p>", ((), ("rdw",))),
        (
            "De wadi van de RDW (VvE) en de wmo.",
            (
                f"<p>De {term('wadi', 'wadi')} van de {short('rdw', 'RDW')} ({short('vve', 'VvE')}) "
                f"en de {short('wmo', 'wmo')}.</p>"
            ),
            (("wadi",), ("rdw", "vve", "wmo")),
        ),
        (
            "| RDW |\n| --- |\n| VvE's |",
            (
                f"<table>\n<thead>\n<tr>\n<th>{short('rdw', 'RDW')}</th>\n</tr>\n</thead>\n"
                f"<tbody>\n<tr>\n<td>{VVES}</td>\n</tr>\n</tbody>\n</table>"
            ),
            ((), ("rdw", "vve")),
        ),
        ("De RDW's en RDW.", "<p>De " + short("rdw", "RDW's") + " en RDW.</p>", ((), ("rdw",))),
        ("De RDW’ers.", f"<p>De {short('rdw', 'RDW’ers')}.</p>", ((), ("rdw",))),
        ("Twee RDWs.", f"<p>Twee {short('rdw', 'RDWs')}.</p>", ((), ("rdw",))),
        ("Het KNMI.", f"<p>Het {term('knmi', 'KNMI')}.</p>", (("knmi",), ())),
        ("De G.O helpt.", f"<p>De {short('g-o', 'G.O')} helpt.</p>", ((), ("g-o",))),
        (
            "De **RDW**, *VvE*.",
            f"<p>De <strong>{short('rdw', 'RDW')}</strong>, <em>{short('vve', 'VvE')}</em>.</p>",
            ((), ("rdw", "vve")),
        ),
        ("## RDW\n\nDe RDW.", f'<h2 id="rdw">RDW</h2>\n<p>De {short("rdw", "RDW")}.</p>', ((), ("rdw",))),
    ],
    ids=["once", "both", "table", "plural", "ending", "letter", "term-first", "stops", "emphasis", "heading"],
)
def test_an_abbreviation_is_linked_at_its_first_use(
    markdown: str, expected: str, found: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    """The first use is a link to the list, with the ending that Dutch puts behind it; a term with that form wins."""
    tekst = render(markdown)
    assert (tekst.html, (tekst.begrippen, tekst.afkortingen)) == (expected, found)


@pytest.mark.parametrize(
    "markdown",
    [
        "## RDW",
        "[De RDW](regen.md) en [*RDW*](regen.md)",
        "> De RDW\n>\n> - RDW",
        "`RDW`",
        "    RDW",
        "RDW-loket sub-RDW RDWX RDW2 RDW_1 aRDW RDW'tjes'x",
        "rdw Rdw vve VVE Vve WMO Wmo",
        "www.RDW.nl RDW.nl info@RDW https://voorbeeld.nl/RDW",
        "“de RDW”, 'de RDW' en *‘de RDW’*",
        "Het Handboek RDW en de RDW Wegwijzer, van de dienst Verkeer RDW",
    ],
)
def test_no_abbreviation_is_linked_here(markdown: str) -> None:
    """The same places as for a term, and in no other letters than its own."""
    tekst = render(markdown)
    assert ('class="afkorting"' in tekst.html, tekst.afkortingen) == (False, ())


@pytest.mark.parametrize(
    "markdown",
    [
        "Zo'n wadi, 's avonds.",
        "Foto's en auto's bij de wadi's.",
        "De ouders' wadi en 't huis.",
        "Hij zei 'nee' bij de wadi.",
        "‘Ja’ en de wadi, zo ‘nee’",
        "Regel een,\n'twee' en de wadi",
        "Een wadi/vijver of wadi-",
    ],
)
def test_an_apostrophe_is_no_quotation(markdown: str) -> None:
    """What stands beside a quotation or an apostrophe is linked as ever."""
    assert render(markdown).begrippen == ("wadi",)


@pytest.mark.parametrize(
    ("markdown", "linked"),
    [
        ("Wadi: een plek.", True),
        ("Een plek. Wadi helpt.", True),
        ("Een plek.\nWadi helpt.", True),
        ("Een plek: Wadi.", True),
        ("- Wadi", True),
        ("Het Handboek Wadi helpt.", False),
        ("Het Handboek\nWadi helpt.", False),
        ("Het Handboek (Wadi) helpt.", False),
        ("Het Handboek ‘Wadi’ helpt.", False),
        ("Regen, Wadi & Groen", False),
        ("Groen & Wadi", False),
        ("Het Handboek wadi helpt.", True),
        ("Het Handboek *Wadi* helpt.", False),
        ("Het Handboek KNMI helpt.", False),
        ("Het KNMI Weerboek helpt.", False),
        ("Het KNMI helpt.", True),
        ("Handboek KNMI helpt.", True),
        ("De dienst Wegen en het KNMI helpen.", True),
        ("Van de dienst Weer (KNMI) in De Bilt.", True),
    ],
)
def test_a_term_within_a_name_is_no_use_of_it(markdown: str, *, linked: bool) -> None:
    """A capital within a sentence is part of a name; after a full stop, or in an abbreviation by itself, it is not."""
    assert (render(markdown).begrippen != ()) == linked


def test_the_first_use_after_a_name_is_linked() -> None:
    """The name does not take the link away from the word itself."""
    assert render("Het Handboek Wadi gaat over de wadi.").html == (
        f"<p>Het Handboek Wadi gaat over de {term('wadi', 'wadi')}.</p>"
    )


def test_a_later_use_counts_after_one_that_cannot_be_a_link() -> None:
    """A heading with the term does not take the link away from the text."""
    assert render("## Wadi\n\nEen wadi.").html == f'<h2 id="wadi">Wadi</h2>\n<p>Een {term("wadi", "wadi")}.</p>'


def test_without_terms_nothing_is_linked() -> None:
    """A handreiking without definitions has none to link."""
    tekst = render_tekst("Een wadi.", "over.md", url_for, begrippenlijst({}, ""))
    assert tekst == Tekst("<p>Een wadi.</p>", (), (), ())


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("<b>vet</b>", "<p>&lt;b&gt;vet&lt;/b&gt;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<div>\n**x**\n</div>", "<p>&lt;div&gt;\n<strong>x</strong>\n&lt;/div&gt;</p>"),
        ("<!-- later -->", "<p>&lt;!-- later --&gt;</p>"),
        ('<img src="x" onerror="alert(1)">', '<p>&lt;img src="x" onerror="alert(1)"&gt;</p>'),
        ('<a href="javascript:alert(1)">x</a>', '<p>&lt;a href="javascript:alert(1)"&gt;x&lt;/a&gt;</p>'),
        ("<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>"),
        ("[<b>x</b>](regen.md)", '<p><a href="@groen/regen.md">&lt;b&gt;x&lt;/b&gt;</a></p>'),
        ("# <i>x</i>", '<h1 id="ixi">&lt;i&gt;x&lt;/i&gt;</h1>'),
        ("&lt;b&gt;", "<p>&lt;b&gt;</p>"),
    ],
)
def test_raw_html_comes_out_as_text(markdown: str, expected: str) -> None:
    """HTML in the Markdown can be read, and does nothing."""
    assert render(markdown).html == expected


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        " javascript:alert(1)",
        "<java\nscript:alert(1)>",
        "javascript&#58;alert",
        "javascript&colon;alert",
        "&#106;avascript:alert",
        "&#x6A;avascript&#x3a;alert",
        "data:text/html,hoi",
        "vbscript:x",
        "file:///etc/passwd",
        "//elders.example.org/",
        "https://[elders/",
    ],
)
def test_an_address_that_is_none_of_a_pages_business_is_disarmed(address: str) -> None:
    """Whatever comes of such an address, a browser reads no scheme and no other site in it, and it is a problem."""
    tekst = render(f"[x]({address})")
    [link] = html.fragment_fromstring(tekst.html).iter("a")
    href = urlsplit("".join(link.get("href", "").split()))
    assert (href.scheme, href.netloc) == ("", "")
    [verwijzing] = tekst.verwijzingen
    assert verwijzing.pad is not None or check_external(verwijzing) is not None


def test_a_picture_has_no_address() -> None:
    """No picture is fetched, from elsewhere or from here; what it shows stays as text."""
    tekst = render("![Een kaart](https://elders.example.org/k.png) ![Nog een][k]\n\n[k]: k.png")
    assert tekst == Tekst(
        '<p><img alt="Een kaart"> <img alt="Nog een"></p>',
        (),
        (
            Verwijzing("https://elders.example.org/k.png", None, "", beeld=True),
            Verwijzing("k.png", None, "", beeld=True),
        ),
        (),
    )


def test_links_are_resolved_in_order() -> None:
    """A link within the handreiking gets its page's address; one that leaves it stays as it is."""
    tekst = render(
        "[a](../water/regen.md#doen) [b](bomen.md) [c](/over.md?x=1) [d](#hier) "
        "[e](https://a.example.org/?a=1&b=%5b#:~:text=x) [f](mailto:a@b.example.org) [g](tel:+31101234567)"
    )
    assert tekst == Tekst(
        '<p><a href="@water/regen.md#doen">a</a> <a href="@groen/bomen.md">b</a> <a href="@over.md">c</a> '
        '<a href="@groen/bomen.md#hier">d</a> <a href="https://a.example.org/?a=1&amp;b=%5b#:~:text=x">e</a> '
        '<a href="mailto:a@b.example.org">f</a> <a href="tel:+31101234567">g</a></p>',
        (),
        (
            Verwijzing("../water/regen.md#doen", "water/regen.md", "doen"),
            Verwijzing("bomen.md", "groen/bomen.md", ""),
            Verwijzing("/over.md?x=1", "over.md", ""),
            Verwijzing("#hier", "groen/bomen.md", "hier"),
            Verwijzing("https://a.example.org/?a=1&b=%5b#:~:text=x", None, ""),
            Verwijzing("mailto:a@b.example.org", None, ""),
            Verwijzing("tel:+31101234567", None, ""),
        ),
        (),
    )


def test_a_mail_address_between_angle_brackets_is_a_link() -> None:
    """Markdown's short form for a mail address works, and is no HTML."""
    markdown = "Mail <klimaat@waterdijk.example.org>."
    tekst = render(markdown)
    [link] = html.fragment_fromstring(tekst.html).iter("a")
    assert (link.get("href"), link.text) == ("mailto:klimaat@waterdijk.example.org", "klimaat@waterdijk.example.org")
    assert (tekst.verwijzingen, list(check_html(markdown))) == ((), [])


def test_headings_have_ids_to_link_to() -> None:
    """An id is made of the heading's letters, and a second one like it gets a number."""
    tekst = render("## Wat kunt u doen\n\n### Eén vraag?\n\n## Wat kunt u doen")
    assert tekst.ankers == ("wat-kunt-u-doen", "een-vraag", "wat-kunt-u-doen_1")
    assert tekst.html == (
        '<h2 id="wat-kunt-u-doen">Wat kunt u doen</h2>\n<h3 id="een-vraag">Eén vraag?</h3>\n'
        '<h2 id="wat-kunt-u-doen_1">Wat kunt u doen</h2>'
    )


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("## a\n### b\n#### c\n## d\n### e", []),
        ("# a\n\n# b", [1, 3]),
        ("### a", [1]),
        ("## a\n\n#### b\n\n##### c", [3]),
        ("# a\n\n### b", [1]),
        ("1. # a\n   - # b\n> > # c", [1, 2, 3]),
        ("a\n===\n\nb\n-", [2, 5]),
        ("> a\n> ---", [2]),
        ("a\nb\n---\n\n---\n\n- c\n\n===", []),
        ("| a |\n| --- |\n| # b |\n\na # b\n\n\\# c", []),
    ],
)
def test_headings_that_break_the_outline(markdown: str, lines: list[int]) -> None:
    """Wherever the converter makes a heading, its level is looked at."""
    assert [line for line, _ in check_headings(markdown)] == lines


@pytest.mark.parametrize("letter", ["\u200b", "\u200f", "\u202e", "\u2028", "\u2066", "\u061c", "\ufeff", "\0", "\x1b"])
def test_a_letter_that_cannot_be_seen_is_found(letter: str) -> None:
    """One message for each line that has such a letter, with its number in Unicode."""
    expected = f"in de tekst staat een onzichtbaar teken (U+{ord(letter):04X}); typ de regel opnieuw"
    assert list(check_invisible(f"Eén\ntwee{letter}en{letter}\n\n{letter}")) == [(2, expected), (4, expected)]


def test_letters_of_dutch_are_no_invisible_letters() -> None:
    """Accents, dashes, quotes, a tab, a space that does not break and a soft hyphen stay."""
    assert list(check_invisible("Eén café – ‘ja’ € “nee”…\t\u00a0x\u00adx")) == []


def test_an_aligned_cell_has_a_class_and_no_style() -> None:
    """A page with a strict Content-Security-Policy shows figures below each other too."""
    tree = html.fragment_fromstring(render("| A | B | C |\n| --- | ---: | :-: |\n| x | 1 | y |").html)
    cells = [(cell.tag, dict(cell.attrib)) for cell in tree.xpath("//th | //td")]
    kinds: list[dict[str, str]] = [{}, {"class": "rechts"}, {"class": "midden"}]
    assert cells == [(tag, kind) for tag in ("th", "td") for kind in kinds]
