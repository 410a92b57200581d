"""The words of somebody who was there, on a page: a quotation that names its speaker and leads to its source."""

from __future__ import annotations

from pathlib import Path

from tests.site.conftest import Site, build


def test_a_page_shows_a_quotation_with_its_speaker_and_its_source(klein: Path, tmp_path: Path) -> None:
    """A figure: the words alone in the quotation, a paragraph for each of theirs, and below it who says so, and where.

    No term is a link in it, also not the first that the page has.
    """
    topic = klein / "content" / "groen" / "bomen.md"
    text = topic.read_text(encoding="utf-8")
    line = "[[citaat: dijk-in-de-regen]]\n\nBomen en een wadi voorkomen"
    topic.write_text(text.replace("Bomen voorkomen", line), encoding="utf-8")
    made = build(klein / "mkdocs.yml", tmp_path / "site", EXPORT="nee")
    assert made.status == 0, made.printed
    page = Site(made.folder).tree("groen/bomen.md")
    (figure,) = page.xpath("//figure[@class='citaat']")
    assert [child.tag for child in figure] == ["blockquote", "figcaption"]
    assert [p.text_content() for p in figure.xpath("./blockquote/p")] == [
        "Ik dacht dat het KNMI over de dijk ging. Nu weet ik beter.",
        "Een wadi is geen badkuip.",
    ]
    assert figure.xpath("string(./figcaption/strong)") == "Een dijkwacht"
    assert figure.xpath("./figcaption/a/@href") == ["https://weerboek.example.org/begrippen"]
    assert figure.xpath("./blockquote//a") == []
    assert "wadi" in page.xpath("//main//p/a[@class='begrip']/text()")
    assert page.xpath("//link[contains(@href, 'css/citaat.css')]")
