"""The series of figures: what is read of them, where a page shows them, and what only warns."""

from __future__ import annotations

from handreiking.lezen.laden import load_gelezen
from handreiking.lezen.teksten import visible_texts
from handreiking.opdracht.inhoud import check_bestanden
from handreiking.regels.toonregel import check_nergens_getoond
from handreiking.site.context import page_context
from handreiking.soorten.reeks import Reeks, getal
from handreiking.tekst.zichtbaar import parse_regels
from handreiking.zoeken.stukken import stukken
from tests.conftest import VANDAAG, Werkmap

PAGE = "praktijk/waterdijk/bomen-tellen.md"
OTHER = "praktijk/waterdijk/regen-meten.md"


def test_a_series_is_read_as_it_stands(werkmap: Werkmap) -> None:
    """Rows, columns, a figure that is not known, and all of it in words."""
    (reeks,) = [reeks for reeks in werkmap.handreiking().van(Reeks) if reeks.id == "waterdijk-bomen"]
    assert [(rij.naam, rij.bij, rij.waarden) for rij in reeks.rijen] == [
        ("Eiken", "Langs de dijk", (3, 5, 8)),
        ("Wilgen", None, (None, None, 4)),
        ("Alle bomen", None, (None, None, 12)),
    ]
    assert reeks.onderschrift == "Aantal bomen, eind 2023 en eind 2024"
    assert reeks.in_woorden == (
        "Eind 2023: Eiken, Langs de dijk, 3, Wilgen onbekend, Alle bomen onbekend. "
        "Eind 2024: Eiken, Langs de dijk, 5, Wilgen onbekend, Alle bomen onbekend. "
        "Samen: Eiken, Langs de dijk, 8, Wilgen 4, Alle bomen 12."
    )


def test_figures_are_written_as_in_dutch() -> None:
    """A dot for each thousand, a word for what is not known."""
    assert [getal(n) for n in (0, 7, 913, 1000, 12345, 1234567, None)] == [
        "0",
        "7",
        "913",
        "1.000",
        "12.345",
        "1.234.567",
        "onbekend",
    ]


def test_a_page_has_its_series_at_their_place_in_the_text(werkmap: Werkmap) -> None:
    """The text in pieces, the series between them, in the colour of the theme that the page is an example of."""
    handreiking = werkmap.handreiking()
    pagina = handreiking.paginas[PAGE]
    assert [plek and plek.id for _, plek, _ in pagina.tekst.stukken] == ["waterdijk-bomen", "waterdijk-weg", None]
    assert pagina.tekst.stukken[0][0].startswith("<p>Elke ")
    shown = page_context(handreiking, PAGE)["getoond"]
    assert isinstance(shown, dict)
    assert [(plek.id, getoond.thema.id, len(getoond.beelden)) for plek, getoond in shown.items()] == [
        ("waterdijk-bomen", "groen", 2),
        ("waterdijk-weg", "groen", 2),
    ]


def test_a_line_in_code_or_a_list_shows_no_series(werkmap: Werkmap) -> None:
    """Only a paragraph of its own does; what an editor meant otherwise is a problem on its line."""
    werkmap.change(f"content/{PAGE}", "[[cijfers: waterdijk-weg]]", "- [[cijfers: waterdijk-weg]]")
    assert werkmap.problems() == (
        f"content/{PAGE}:16: deze regel toont niets; schrijf '[[cijfers: naam]]' alleen op een regel, "
        "met een lege regel ervoor en erna\n"
    )


def test_a_series_on_no_page_is_a_warning(werkmap: Werkmap) -> None:
    """The site is built, and the check names the series."""
    werkmap.change(f"content/{PAGE}", "[[cijfers: waterdijk-weg]]\n", "")
    assert werkmap.problems() == ""
    gelezen, _ = load_gelezen(werkmap.project, VANDAAG)
    sentence = (
        "reeks 'waterdijk-weg' staat op geen pagina; schrijf daar '[[cijfers: waterdijk-weg]]', of haal dit blokje weg"
    )
    found = list(check_nergens_getoond(gelezen))
    assert [message for _, _, message in found] == [sentence]
    lines = (werkmap.project.data / "cijfers.yaml").read_text(encoding="utf-8").split("\n")
    assert lines[found[0][1] - 1] == "- id: waterdijk-weg"
    outcomes, _ = check_bestanden(werkmap.project, VANDAAG)
    assert [(outcome.bestand, outcome.bewijs) for outcome in outcomes] == [("data/cijfers.yaml", sentence)]


def test_its_words_are_read_like_other_texts(werkmap: Werkmap) -> None:
    """The rules for texts see titles, names and notes; the line on the page is no text."""
    gelezen, _ = load_gelezen(werkmap.project, VANDAAG)
    texts = [place.tekst for place in visible_texts(gelezen) if place.path == "data/cijfers.yaml"]
    assert {"Bomen in Waterdijk", "bomen", "Eiken", "Langs de dijk", "Eind 2023", "voor een plek onder water"} <= {
        *texts
    }
    assert [regel.tekst for regel in parse_regels("Een zin.\n\n[[cijfers: waterdijk-weg]]\n\nNog een.")] == [
        "Een zin.",
        "Nog een.",
    ]


def test_search_finds_its_words_on_the_page(werkmap: Werkmap) -> None:
    """The title and the rows are among the words of the page, under the heading where they stand."""
    werkmap.change(f"content/{PAGE}", "[[cijfers: waterdijk-weg]]", "## De weg\n\n[[cijfers: waterdijk-weg]]")
    found = next(stuk for stuk in stukken(werkmap.handreiking(), directories=False) if stuk.titel == "Bomen tellen")
    assert [(deel.kop, deel.tekst.split("\n")[-1][:40]) for deel in found.delen] == [
        ("", "Bomen in Waterdijk: Eind 2023: Eiken, La"),
        ("De weg", "Van tip tot boom: 2024: Tips van bewoner"),
    ]
