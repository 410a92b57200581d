"""What cannot be set names file and line in Dutch, and the previous PDF stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handreiking.basis.problem import render_text
from handreiking.geheel.handreiking import Handreiking
from handreiking.lezen.project import find_project
from handreiking.pdf.export import render_pdf, write_pdf
from handreiking.pdf.keuze import parse_keuze
from tests.pdf.conftest import KLEIN, Boek, load


def change(folder: Path, path: str, old: str, new: str) -> None:
    """Replace a piece that stands once in a file."""
    text = (folder / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")


def problems(folder: Path, handreiking: Handreiking | None = None) -> str:
    """Return what is wrong with the PDF of a folder."""
    loaded = handreiking or load(folder)
    pdf, found = render_pdf(loaded, find_project(folder), parse_keuze(loaded))
    assert (pdf is None) == bool(found)
    return render_text(found)


def with_text(folder: Path, markdown: str) -> Handreiking:
    """Return the handreiking with another text on the page about trees, past the checks of the loader."""
    handreiking = load(folder)
    page = handreiking.paginas["groen/bomen.md"]
    thema = handreiking.themas[0]
    onderwerpen = tuple(replace(o, markdown=markdown) if o.pad == page.pad else o for o in thema.onderwerpen)
    themas = (replace(thema, onderwerpen=onderwerpen), *handreiking.themas[1:])
    return replace(handreiking, themas=themas)


def test_a_picture_is_refused_at_its_line(werkmap: Path) -> None:
    """An element without a place in the PDF is told with file and line."""
    handreiking = with_text(werkmap, "Eerste regel.\n\nTweede\n![een boom](boom.svg)\nDerde.\n")
    assert problems(werkmap, handreiking) == (
        "content/groen/bomen.md:15: <img> kan niet in de pdf; schrijf dit anders op\n"
    )


def test_a_dead_link_is_refused_at_its_line(werkmap: Path) -> None:
    """A link to a page or heading that is not there is told with file and line."""
    handreiking = with_text(werkmap, "Een.\n\nTwee, zie [daar](../water/regn.md).\n")
    assert problems(werkmap, handreiking) == (
        "content/groen/bomen.md:14: de koppeling naar 'water/regn.md' leidt nergens heen; verbeter het adres\n"
    )


def test_a_letter_that_the_typeface_lacks_is_told_where_it_stands(werkmap: Path) -> None:
    """In a text by page and line, in the data by file and line."""
    change(werkmap, "content/water/regen.md", "Nog een wadi", "Nog een 漢 wadi")
    change(werkmap, "data/tools.yaml", "titel: Hittekaart", "titel: 😀 Hittekaart")
    assert problems(werkmap) == (
        "content/water/regen.md:13: het lettertype heeft geen '漢'; gebruik een ander teken\n"
        "data/tools.yaml:2: het lettertype heeft geen '😀'; gebruik een ander teken "
        "(het staat op content/groen/bomen.md, content/instrumenten.md)\n"
    )


def test_marks_on_a_letter_that_the_typeface_lacks_are_told_where_they_stand(werkmap: Path) -> None:
    """The marks, and not the letter below them, which stands in every other word too."""
    change(werkmap, "content/water/regen.md", "Nog een wadi", "Nog een wa\u0335di\u0321")
    assert problems(werkmap) == (
        "content/water/regen.md:13: het lettertype heeft geen '\u0321'; gebruik een ander teken\n"
        "content/water/regen.md:13: het lettertype heeft geen '\u0335'; gebruik een ander teken\n"
    )


@pytest.mark.parametrize(
    ("path", "written"),
    [("content/index.md", "&#9731;"), ("content/water/regen.md", "☃"), ("content/water/regen.md", "&#x2603;")],
)
def test_a_letter_written_as_an_entity_is_told_where_it_stands(werkmap: Path, path: str, written: str) -> None:
    """On the home page as on another, as the letter itself or as its number."""
    with (werkmap / path).open("a", encoding="utf-8") as page:
        page.write(f"\n\nSneeuw {written} smelt.\n")
    line = (werkmap / path).read_text(encoding="utf-8").split("\n").index(f"Sneeuw {written} smelt.") + 1
    assert problems(werkmap) == f"{path}:{line}: het lettertype heeft geen '☃'; gebruik een ander teken\n"


def test_an_icon_that_is_gone_is_told_at_its_line(werkmap: Path, tmp_path: Path) -> None:
    """The icon of a theme that has no file, or that is no drawing, is told at the line that names it."""
    handreiking = load(werkmap)
    place = replace(find_project(werkmap), iconen=(tmp_path / "iconen", *find_project(werkmap).iconen))
    drawing = tmp_path / "iconen" / "material" / "tree-outline.svg"
    drawing.parent.mkdir(parents=True)
    drawing.write_text("geen tekening", encoding="utf-8")
    _, found = render_pdf(handreiking, place, parse_keuze(handreiking))
    assert render_text(found) == (
        "content/groen/index.md:6: het icoon 'material/tree-outline' is geen tekening (svg); kies een ander\n"
    )
    _, found = render_pdf(handreiking, replace(place, iconen=()), parse_keuze(handreiking))
    assert "content/groen/index.md:6: het icoon 'material/tree-outline' is niet gevonden" in render_text(found)


def test_failing_leaves_the_previous_pdf(werkmap: Path, tmp_path: Path) -> None:
    """A PDF is there whole or is the previous one; no other file stays behind."""
    target = tmp_path / "uit" / "boek.pdf"
    handreiking = load(werkmap)
    assert write_pdf(target, handreiking, find_project(werkmap), parse_keuze(handreiking)) == []
    before = target.read_bytes()
    assert before.startswith(b"%PDF-1.7")
    wrong = with_text(werkmap, "漢")
    assert write_pdf(target, wrong, find_project(werkmap), parse_keuze(wrong)) != []
    assert target.read_bytes() == before
    assert [path.name for path in target.parent.iterdir()] == ["boek.pdf"]


def test_a_folder_is_refused_by_its_name(werkmap: Path, tmp_path: Path) -> None:
    """Where the target is a folder the error names that, and nothing is left beside it."""
    target = tmp_path / "uit" / "map"
    target.mkdir(parents=True)
    handreiking = load(werkmap)
    with pytest.raises(IsADirectoryError) as raised:
        write_pdf(target, handreiking, find_project(werkmap), parse_keuze(handreiking))
    assert raised.value.filename == str(target)
    assert list(target.parent.iterdir()) == [target]


def test_a_write_that_fails_leaves_nothing(werkmap: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file cannot be put in its place the previous one stays, and no half one beside it."""
    target = tmp_path / "uit" / "boek.pdf"
    target.parent.mkdir()
    target.write_bytes(b"vorige")
    handreiking = load(werkmap)

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        write_pdf(target, handreiking, find_project(werkmap), parse_keuze(handreiking))
    assert [(path.name, path.read_bytes()) for path in target.parent.iterdir()] == [("boek.pdf", b"vorige")]


def test_another_edition_makes_another_file(klein: Boek, werkmap: Path) -> None:
    """The file's ids follow from its content."""
    change(werkmap, "data/handreiking.yaml", "proefeditie", "tweede proef")
    handreiking = load(werkmap)
    pdf, _ = render_pdf(handreiking, find_project(werkmap), parse_keuze(handreiking))
    assert pdf != klein.pdf
    assert load(KLEIN).editie == "proefeditie"
