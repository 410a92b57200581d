"""The made content: it has no problems, and Material gets the same pages."""

from __future__ import annotations

from pathlib import Path

from bench.bouwen import make
from bench.material import write_macros, write_stock


def test_made_content_has_no_problems_and_is_the_same_for_material(tmp_path: Path) -> None:
    """Every topic is there for both, with its instruments: written out, or taken from the data."""
    handreiking = make(tmp_path / "ons", 30, 40)
    stock, macros = tmp_path / "stock", tmp_path / "macros"
    write_stock(stock, handreiking)
    write_macros(macros, handreiking)
    topics = [onderwerp for thema in handreiking.themas for onderwerp in thema.onderwerpen]
    assert (len(topics), len(handreiking.instrumenten)) == (30, 40)
    for onderwerp in topics:
        page = (stock / "docs" / onderwerp.pad).read_text(encoding="utf-8")
        assert onderwerp.markdown in page
        assert all(f"[{p.titel}]({p.instrument.url})" in page for p in handreiking.plaatsingen(onderwerp.id))
        assert f'{{{{ instrumenten("{onderwerp.id}") }}}}' in (macros / "docs" / onderwerp.pad).read_text("utf-8")
