"""The made content: it has no problems, and Material gets the same pages."""

from __future__ import annotations

from pathlib import Path

from bench.bouwen import make
from bench.material import write_material


def test_made_content_has_no_problems_and_is_the_same_for_material(tmp_path: Path) -> None:
    """Every topic is there for both, with its instruments: written out, or taken from the data."""
    handreiking = make(tmp_path / "ons", 30, 40)
    write_material(tmp_path / "stock", handreiking)
    write_material(tmp_path / "macros", handreiking, macros=True)
    topics = [onderwerp for thema in handreiking.themas for onderwerp in thema.onderwerpen]
    assert (len(topics), len(handreiking.instrumenten)) == (30, 40)
    for onderwerp in topics:
        page, other = ((tmp_path / name / "docs" / onderwerp.pad).read_text("utf-8") for name in ("stock", "macros"))
        instruments = [f"[{p.titel}]({p.instrument.url})" for p in handreiking.plaatsingen(onderwerp.id)]
        assert onderwerp.markdown in page
        assert onderwerp.markdown in other
        assert all(link in page and link not in other for link in instruments)
        assert f'{{{{ instrumenten("{onderwerp.id}") }}}}' in other
