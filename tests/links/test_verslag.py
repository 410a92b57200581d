"""The report of a run: whole outputs, and what servers and strangers may not do through it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html

from handreiking.links.controle import Verslag
from handreiking.links.doel import Doel, Oordeel, Uitslag
from handreiking.links.verslag import MAX_BYTES, progress, render_html, render_markdown, render_tabel
from handreiking.site.omgeving import SJABLONEN

ROOT = Path(__file__).parents[2]
EXPECTED = ROOT / "tests" / "fixtures" / "linkverslag"
DAG = date(2026, 11, 21)


def uitslag(ident: str, oordeel: Oordeel, bewijs: str = "", nieuw_url: str | None = None) -> Uitslag:
    """Give a verdict on an address; its line is the length of its name."""
    doel = Doel("instrument", ident, f"https://voorbeeld.nl/{ident}", "data/tools.yaml", len(ident))
    return Uitslag(doel, oordeel, bewijs, nieuw_url)


def hostile(text: str, url: str) -> Uitslag:
    """Give a verdict in which everything that is not ours is what somebody else likes."""
    return Uitslag(Doel("instrument", text, url, "data/tools.yaml", 9), Oordeel.VERHUISD, text, url)


VERSLAG = Verslag(
    uitslagen=(
        uitslag("werkt", Oordeel.WERKT),
        uitslag("weg-nu", Oordeel.KAPOT, "Het antwoord is 404 (niet gevonden)."),
        uitslag("weg", Oordeel.KAPOT, "De naam 'voorbeeld.nl' bestaat niet."),
        uitslag("nieuw", Oordeel.VERHUISD, "301.", "https://voorbeeld.nl/a?b=c&d=e"),
        uitslag("dicht", Oordeel.GEBLOKKEERD, "Het antwoord is 403."),
        uitslag("traag", Oordeel.ONZEKER, "Geen antwoord binnen 20 seconden."),
        uitslag("vreemd", Oordeel.VERDACHT, "De titel is “Pagina niet gevonden”."),
        hostile(
            "`code` ``x`` |cel| <b onclick=x>vet</b> &lt; @iemand #1 ![x](https://volg.nl/p.gif)\n\n# kop",
            "javascript:x",
        ),
        hostile("::error::x\r\n::add-mask::y \x1b[2J\u202etxt.exe\u200b", 'https://volg.nl/"><script>x</script>`|'),
    ),
    adressen=10,
    bekeken=9,
    eigen_storing=False,
    opmerkingen=("De tijd was om: 1 van de 10 adressen zijn niet of niet helemaal bekeken.",),
)
NIETS = Verslag((), 0, 0, eigen_storing=False, opmerkingen=())


def fill(verslag: Verslag, titel: str, *, autoescape: bool) -> str:
    """Give the page."""
    loader = FileSystemLoader(SJABLONEN)
    environment = Environment(loader=loader, autoescape=autoescape, undefined=StrictUndefined)  # noqa: S701 - on purpose
    return render_html(verslag, titel, DAG, environment.get_template("verslag/links.html").render)


def test_the_table() -> None:
    """Counts, then what is not right with its place and evidence; every letter of it to be seen."""
    assert render_tabel(VERSLAG) == (EXPECTED / "tabel.txt").read_text(encoding="utf-8")


def test_the_table_of_nothing() -> None:
    """A run over nothing says so."""
    assert render_tabel(NIETS) == (
        "Bekeken: 0 van de 0 adressen, op 0 plaatsen.\n\n"
        "oordeel      aantal\n-----------  ------\n"
        "werkt             0\nverhuisd          0\ngeblokkeerd       0\nonzeker           0\n"
        "verdacht          0\nkapot             0\ntotaal            0\n"
    )


def test_no_line_gives_an_order_to_a_workflow_or_a_terminal() -> None:
    """GitHub obeys a line that begins with `::`, after spaces too; a terminal what follows an escape."""
    text = render_tabel(VERSLAG)
    assert not any(line.strip().startswith(("::", "##[")) for line in text.splitlines())
    assert all(letter.isprintable() or letter == "\n" for letter in text)


def test_the_markdown() -> None:
    """The whole comment: all that is not ours in code."""
    markdown = render_markdown(VERSLAG, "Linkcontrole van @jan_de_boer, zie #12 <!-- x -->", DAG)
    assert markdown == (EXPECTED / "commentaar.md").read_text(encoding="utf-8")


def test_the_markdown_of_one_address() -> None:
    """Nothing wrong is a table alone."""
    one = Verslag((uitslag("x", Oordeel.WERKT),), 1, 1, eigen_storing=False, opmerkingen=())
    assert render_markdown(one, "Links", DAG) == (
        "## Links\n\n21 november 2026. Bekeken: 1 van de 1 adressen, op 1 plaats.\n\n"
        "| oordeel | aantal |\n| --- | ---: |\n"
        "| werkt | 1 |\n| verhuisd | 0 |\n| geblokkeerd | 0 |\n| onzeker | 0 |\n| verdacht | 0 |\n| kapot | 0 |\n"
        "| totaal | 1 |\n"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "`  `"),
        ("`", "`` ` ``"),
        ("a`b", "``a`b``"),
        ("`" * 9, f"{'`' * 10} {'`' * 9} {'`' * 10}"),
        ("`" * 79 + "<b>", "`" + "\\x60" * 79 + "<b>`"),
    ],
)
def test_no_evidence_ends_its_code(text: str, code: str) -> None:
    """Whatever backticks it has; GitHub knows no fence of more than eighty."""
    verslag = Verslag((uitslag("x", Oordeel.KAPOT, text),), 1, 1, eigen_storing=False, opmerkingen=())
    assert render_markdown(verslag, "Links", DAG).splitlines()[-1] == f"  {code}"


@pytest.mark.parametrize("length", [10, 3000])
@pytest.mark.parametrize("number", [900, 3000])
def test_a_long_report_says_how_much_does_not_fit(number: int, length: int) -> None:
    """It stays below the limit, in bytes, and counts what is left out."""
    many = tuple(uitslag(f"x{index}", Oordeel.KAPOT, "é" * length) for index in range(number))
    text = render_markdown(Verslag(many, number, number, eigen_storing=False, opmerkingen=()), "Links", DAG)
    assert MAX_BYTES - 2000 < len(text.encode()) <= MAX_BYTES
    told = text.count("\n- `data/tools.yaml:")
    assert text.endswith(f"\nEn nog {number - told}: hier is geen plaats voor meer.\n")
    assert f"### Kapot ({number})" in text


def test_a_report_that_just_fits_leaves_nothing_out() -> None:
    """No line about more where there is no more."""
    few = tuple(uitslag(f"x{index}", Oordeel.KAPOT, "é" * 300) for index in range(50))
    text = render_markdown(Verslag(few, 50, 50, eigen_storing=False, opmerkingen=()), "Links", DAG)
    assert text.count("\n- `") == 50
    assert "En nog" not in text


def test_the_page() -> None:
    """The whole page, escaped whatever the environment says."""
    page = fill(VERSLAG, "Links <nu>", autoescape=True)
    assert page == (EXPECTED / "pagina.html").read_text(encoding="utf-8").removesuffix("\n")
    assert fill(VERSLAG, "Links <nu>", autoescape=False) == page


def test_the_page_does_nothing_by_itself() -> None:
    """No script, nothing from elsewhere, no address that a browser may not follow; each table names itself."""
    tree = html.document_fromstring(fill(VERSLAG, "Links", autoescape=True))
    assert {str(element.tag) for element in tree.iter()} == {
        *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "strong", "a"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    }
    attributes = {(str(element.tag), name) for element in tree.iter() for name in element.keys()}  # noqa: SIM118 - lxml
    assert {name for _, name in attributes} == {
        *("lang", "charset", "http-equiv", "content", "name"),
        "scope",
        "class",
        "href",
        "rel",
    }
    assert [element.tag for element in tree.iter() if element.get("href")] == ["a"] * 9
    assert all(str(element.get("href")).startswith("https://") for element in tree.iter("a"))
    assert [bool(element.findtext("caption")) for element in tree.iter("table")] == [True] * 6
    assert all(element.get("scope") for element in tree.iter("th"))


def shown(*calls: tuple[int, int, Sequence[Oordeel]], is_terminal: bool, width: int = 80) -> str:
    """Give what is written for these calls."""
    stream = io.StringIO()
    voortgang = progress(stream, is_terminal=is_terminal, width=width)
    for done, total, oordelen in calls:
        voortgang(done, total, [uitslag(f"n{done}", oordeel, "Zo\nis het.") for oordeel in oordelen])
    return stream.getvalue()


W, K, V = Oordeel.WERKT, Oordeel.KAPOT, Oordeel.VERHUISD


def test_the_bar_is_drawn_on_one_line() -> None:
    """It goes back to the start each time, and ends its line at the end, once."""
    assert shown((1, 3, [W]), (2, 3, [K, W]), (3, 3, [V]), (3, 3, []), is_terminal=True) == (
        "\r[######..............] 1/3 werkt 1"
        "\r[#############.......] 2/3 werkt 2, kapot 1"
        "\r[####################] 3/3 werkt 2, verhuisd 1, kapot 1\n"
    )


def test_a_bar_that_was_cut_off_ends_its_line() -> None:
    """And does not claim to have seen all."""
    assert shown((1, 4, [W]), (1, 4, []), (1, 4, []), is_terminal=True) == "\r[#####...............] 1/4 werkt 1\n"


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (80, "[####################] 9/9 werkt 1, verhuisd 1, kapot 1"),
        (50, "[####################] 9/9 werkt 1, verhuisd 1, k"),
        (49, "9/9 werkt 1, verhuisd 1, kapot 1"),
        (12, "9/9 werkt 1"),
        (8, "9/9 wer"),
        (0, ""),
    ],
)
def test_the_bar_never_wraps(width: int, line: str) -> None:
    """It is a column shorter than the terminal is wide; a narrow one gets figures alone."""
    assert shown((9, 9, [W, V, K]), is_terminal=True, width=width) == f"\r{line}\n"


def test_a_shorter_bar_wipes_out_the_longer_one() -> None:
    """What stood there is written over, should a line ever become shorter."""
    assert shown((10, 12, [W]), (1, 2, [W]), is_terminal=True, width=40) == "\r10/12 werkt 1\r1/2 werkt 2  "


def test_elsewhere_a_line_each_tenth_and_each_problem() -> None:
    """A log shows what is wrong at once, and not a line for each address."""
    calls = [(done, 20, [K if done == 7 else W]) for done in range(1, 12)]
    assert shown(*calls, (11, 20, []), is_terminal=False) == (
        "10 %: 2 van de 20 adressen; werkt 2\n"
        "20 %: 4 van de 20 adressen; werkt 4\n"
        "30 %: 6 van de 20 adressen; werkt 6\n"
        "kapot: data/tools.yaml:2 https://voorbeeld.nl/n7: Zo is het.\n"
        "40 %: 8 van de 20 adressen; werkt 7, kapot 1\n"
        "50 %: 10 van de 20 adressen; werkt 9, kapot 1\n"
    )
    assert shown((0, 0, []), is_terminal=False) == ""
    assert shown((0, 0, []), is_terminal=True) == "\n"


def test_places_come_in_the_order_of_the_files() -> None:
    """By file and then by line, as a number."""
    doel = Doel("instrument", "x", "https://voorbeeld.nl/", "data/tools.yaml", 10)
    doelen = [doel, replace(doel, regel=9), replace(doel, bestand="data/bronnen.yaml", regel=11)]
    verslag = Verslag(tuple(Uitslag(d, K, "") for d in doelen), 1, 1, eigen_storing=False, opmerkingen=())
    places = [line for line in render_tabel(verslag).splitlines() if line.startswith("kapot:")]
    assert places == ["kapot: data/bronnen.yaml:11", "kapot: data/tools.yaml:9", "kapot: data/tools.yaml:10"]
