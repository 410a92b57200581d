"""The pictures: escaped text, bars from zero, one mark for each, and the same bytes each time."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from handreiking.beeld.beeld import Drukkleur, render_beelden, render_drukbeeld
from handreiking.beeld.staven import TE_TELLEN, ticks
from handreiking.site.omgeving import SJABLONEN
from handreiking.soorten.bron import Bron
from handreiking.soorten.reeks import Kolom, Reeks, Rij, Stap
from handreiking.soorten.uitgever import Uitgever
from tests.conftest import Werkmap

SVG = "{http://www.w3.org/2000/svg}"


def reeks_van(werkmap: Werkmap, name: str) -> Reeks:
    """Return a series of the small handreiking."""
    return next(reeks for reeks in werkmap.handreiking().van(Reeks) if reeks.id == name)


def series(*rijen: Rij, stappen: tuple[tuple[str, ...], ...] = (), kolommen: tuple[str, ...] = ("a", "b")) -> Reeks:
    """Return a series with these rows; a way where there are steps."""
    return Reeks.model_construct(
        id="x",
        titel="Titel",
        eenheid="dingen",
        periode="nu",
        bron=Bron.model_construct(id="b", titel="Bron", uitgever=Uitgever(id="u", naam="Uitgever"), datering="2024"),
        bladzijde="bladzijde 1",
        toelichting=None,
        beeld="weg" if stappen else "staven",
        rijkop="Rij",
        bijkop=None,
        kolommen=tuple(Kolom.model_construct(id=name, naam=name, kort=None, som_van=()) for name in kolommen),
        rijen=rijen,
        stappen=tuple(Stap.model_construct(rijen=names) for names in stappen),
    )


def row(name: str, *waarden: int | None, som_van: tuple[str, ...] = (), deel_van: str | None = None) -> Rij:
    """Return a row of which the id is its name."""
    return Rij.model_construct(
        id=name, naam=name, bij=None, kort=None, waarden=waarden, som_van=som_van, deel_van=deel_van
    )


def shapes(svg: str, *kinds: str) -> list[ET.Element]:
    """Return the elements of an SVG that have all of these classes, in order."""
    found = ET.fromstring(svg).iter()  # noqa: S314 - of our own making
    return [element for element in found if set(kinds) <= set(element.get("class", "").split())]


def texts(svg: str) -> list[str]:
    """Return the texts of an SVG in order."""
    return ["".join(element.itertext()) for element in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314


def test_every_bar_begins_at_zero_and_is_as_long_as_its_figure() -> None:
    """All bars start at one line, and their lengths are to each other as the figures are."""
    for svg in render_beelden(series(row("p", 25, 50), row("q", 100, 0)), 0):
        bars = shapes(svg, "staaf")
        axes = {float(axis.get("x", "")) + float(axis.get("width", "")) for axis in shapes(svg, "as")[:2]}
        assert {float(bar.get("x", "")) for bar in bars} == axes
        widths = [float(bar.get("width", "")) for bar in bars]
        assert [round(100 * width / widths[2]) for width in widths] == [25, 50, 100]


def test_the_scale_has_whole_numbers_from_zero() -> None:
    """At steps of 1, 2 or 5 and their tenfolds, up to the largest figure or just above it."""
    assert ticks(1) == (0, 1)
    assert ticks(48) == (0, 10, 20, 30, 40, 50)
    assert ticks(350) == (0, 100, 200, 300, 400)
    for most in range(1, 2000):
        marks = ticks(most)
        assert (marks[0], 2 <= len(marks) <= 7, most <= marks[-1]) == (0, True, True)


def test_few_are_drawn_one_by_one() -> None:
    """Three are three blocks, none is none; no scale, for one can count them."""
    for svg in render_beelden(series(row("p", 3, 0), row("q", 1, TE_TELLEN)), 0):
        assert len(shapes(svg, "staaf")) == 3 + 0 + 1 + TE_TELLEN
        assert len(shapes(svg, "staaf", "laatst")) == TE_TELLEN
        assert shapes(svg, "schaal") == []
        assert texts(svg) == ["p", "a", "3", "b", "0", "q", "a", "1", "b", str(TE_TELLEN)]


def test_a_total_is_only_drawn_where_nothing_else_is_known(werkmap: Werkmap) -> None:
    """The willows have no figure of a year: their total is drawn, in a way of its own."""
    for svg in render_beelden(reeks_van(werkmap, "waterdijk-bomen"), 0):
        assert [text for text in texts(svg) if not text.isdigit() or len(text) == 4] == [
            *(
                ["Eiken: Langs de", "dijk"]
                if "in-breed" in svg and "Eiken: Langs de<" in svg
                else ["Eiken: Langs de dijk"]
            ),
            "2023",
            "2024",
            "Wilgen",
            "Samen",
        ]
        assert len(shapes(svg, "staaf", "samen")) == 4


def test_a_way_keeps_every_mark(werkmap: Werkmap) -> None:
    """Those that go on keep the shape they came in by; those that do not are open, and are counted in words."""
    for svg in render_beelden(reeks_van(werkmap, "waterdijk-weg"), 0):
        marks = [(element.tag.removeprefix(SVG), element.get("class")) for element in shapes(svg, "teken")]
        assert marks == [
            *[("circle", "teken rond")] * 3,
            ("circle", "teken open"),
            *[("rect", "teken vierkant")] * 2,
            *[("circle", "teken rond")] * 3,
            *[("rect", "teken vierkant")] * 2,
            *[("path", "teken ruit")] * 4,
            ("path", "teken open"),
        ]
        said = " ".join(texts(svg))
        assert said == (
            "2024 Tips van bewoners 4 1 voor een plek onder water Eigen plannen 2 Bekeken plekken 5 "
            "Er staat een boom 4 4 van de 5"
        )


def test_a_way_of_many_has_bars() -> None:
    """What nobody counts is drawn as long as it is, on one scale for all."""
    reeks = series(row("in", 400, 100), row("door", 200, 50, deel_van="in"), stappen=(("in",), ("door",)))
    for svg in render_beelden(reeks, 0):
        widths = [float(bar.get("width", "")) for bar in shapes(svg, "teken")]
        assert [round(400 * width / max(widths)) for width in widths] == [400, 200, 100, 50]


def test_a_part_of_many_outside_the_steps_has_bars_too() -> None:
    """What is left of a whole counts as well: nobody counts a million open marks."""
    reeks = series(row("in", 1_000_000, 9), row("door", 5, 3, deel_van="in"), stappen=(("door",),))
    for svg in render_beelden(reeks, 0):
        assert len(shapes(svg, "teken")) == 2


def test_what_is_not_known_of_a_total_is_drawn_with_it() -> None:
    """A total of twelve has twelve marks, also where of one of its parts nothing is known."""
    parts = (row("p", 5, 5), row("q", None, 3))
    reeks = series(*parts, row("in", 12, 8, som_van=("p", "q")), stappen=(("in",),))
    for svg in render_beelden(reeks, 0):
        assert len(shapes(svg, "teken")) == 12 + 8


@pytest.mark.parametrize("name", ["staven", "weg"])
def test_what_an_editor_typed_is_only_ever_text(name: str) -> None:
    """A script in any name is text in every form, and adds no element or attribute."""
    evil = '<script>alert("1")</script>" onload="x'
    steps = (("p", "q"), ("p",)) if name == "weg" else ()
    reeks = series(row("p", 1, 2), row("q", 3, 30), stappen=steps).model_copy(
        update={
            "titel": evil,
            "kolommen": tuple(Kolom.model_construct(id=k, naam=evil, kort=None, som_van=()) for k in "ab"),
        }
    )
    reeks = reeks.model_copy(update={"rijen": tuple(r.model_copy(update={"kort": evil}) for r in reeks.rijen)})
    pictures = [*render_beelden(reeks, 0), render_drukbeeld(reeks, 0, Drukkleur("#123456", "#abcdef"), "Letter")]
    for svg in pictures:
        assert svg is not None
        tree = ET.fromstring(svg)  # noqa: S314 - that it can be read is part of the claim
        tags = {element.tag.removeprefix(SVG) for element in tree.iter()}
        assert tags <= {"svg", "title", "desc", "defs", "style", "text", "rect", "circle", "path"}
        assert not [key for element in tree.iter() for key in element.attrib if key.startswith("on")]
        assert tree.findtext(f"{SVG}title") == evil
        assert "alert" in " ".join(texts(svg))


def test_the_site_has_no_style_of_its_own_in_a_picture(werkmap: Werkmap) -> None:
    """No style element, style attribute or colour: a strict policy refuses the first two, the sheet has the last."""
    for reeks in werkmap.handreiking().van(Reeks):
        for svg in render_beelden(reeks, 0):
            tree = ET.fromstring(svg)  # noqa: S314
            assert [
                e for e in tree.iter() if e.tag == f"{SVG}style" or {"style", "fill", "stroke"} & set(e.attrib)
            ] == []
            labels = tree.get("aria-labelledby", "").split()
            assert [tree.get("role"), *(e.get("id") for e in tree if e.get("id"))] == ["img", *labels]
            assert all(label.startswith("pagina-") for label in labels)
            assert tree.findtext(f"{SVG}desc") == reeks.in_woorden


def test_every_class_has_a_style_on_the_site_and_in_print(werkmap: Werkmap) -> None:
    """What is drawn has a look in both places."""
    sheet = (SJABLONEN / "assets" / "css" / "cijfers.css").read_text(encoding="utf-8")
    for reeks in werkmap.handreiking().van(Reeks):
        druk = render_drukbeeld(reeks, 0, Drukkleur("#123456", "#abcdef"), "Letter")
        assert druk is not None
        style = ET.fromstring(druk).findtext(f".//{SVG}style") or ""  # noqa: S314
        for svg in render_beelden(reeks, 0):
            drawn = {part for e in ET.fromstring(svg)[2:] for part in e.get("class", "").split()}  # noqa: S314
            assert [part for part in sorted(drawn - {"rond", "ruit"}) if f".{part}" not in sheet] == []
            assert [part for part in sorted(drawn - {"rond", "ruit"}) if f".{part}" not in style] == []


def test_the_same_figures_give_the_same_bytes(werkmap: Werkmap) -> None:
    """Each time, in each form."""
    for reeks in werkmap.handreiking().van(Reeks):
        assert render_beelden(reeks, 1) == render_beelden(reeks, 1)
        assert len({render_beelden(reeks, 1), render_beelden(reeks, 1)}) == 1


def test_a_series_without_a_picture_has_none(werkmap: Werkmap) -> None:
    """`beeld: geen` gives the table alone."""
    werkmap.change("data/cijfers.yaml", "  rijkop: Soort\n", "  beeld: geen\n  rijkop: Soort\n")
    reeks = reeks_van(werkmap, "waterdijk-bomen")
    assert render_beelden(reeks, 0) == ()
    assert render_drukbeeld(reeks, 0, Drukkleur("#123456", "#abcdef"), "Letter") is None


def test_nothing_is_drawn_outside_the_picture() -> None:
    """Whatever the figures, each shape and each text begins and ends within the width."""
    many = series(*(row(f"een rij met een lange naam {n}", 10**n, 3) for n in range(6)))
    for svg in render_beelden(many, 0):
        wide = float(ET.fromstring(svg).get("width", ""))  # noqa: S314
        for bar in shapes(svg, "staaf"):
            assert 0 <= float(bar.get("x", "")) <= float(bar.get("x", "")) + float(bar.get("width", "")) <= wide
        for text in ET.fromstring(svg).iter(f"{SVG}text"):  # noqa: S314
            assert 0 <= float(text.get("x", "")) <= wide
