"""The table of instruments: nothing lost on the way, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handreiking.basis.adres import Site
from handreiking.opendata.rekenblad import INSTRUMENTKOLOMMEN, inert, render_tabellen
from handreiking.opendata.tools import Tools, tools
from tests.conftest import Werkmap, load_edition


def edition() -> Tools:
    """Return the published instruments of the edition."""
    return tools(load_edition(), Site())


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    """Read a table as another program does."""
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def flat(instrument: dict[str, Any]) -> dict[str, str]:
    """Return the row that an instrument of `tools.json` should have."""
    places = instrument["onderwerpen"]
    asked = instrument["aanvragen"] or {"bij": {"naam": ""}, "hoe": "", "url": "", "mail": ""}
    others = dict.fromkeys(place["andere_titel"] for place in places if place["andere_titel"])
    same = ("id", "titel", "beschrijving", "url", "toegang", "bestandstype", "archief", "adres")
    dates = ("toegevoegd", "nagekeken", "link_werkte_op", "niet_bereikbaar_sinds")
    return {
        **{name: instrument[name] or "" for name in (*same, *dates)},
        "gewijzigd": instrument["gewijzigd"][0]["op"] if instrument["gewijzigd"] else "",
        "soort": instrument["soort"]["naam"],
        "uitgever": instrument["uitgever"]["naam"],
        "uitgever_voluit": instrument["uitgever"]["voluit"] or "",
        "themas": "; ".join(dict.fromkeys(place["thema"]["titel"] for place in places)),
        "onderwerpen": "; ".join(place["titel"] for place in places),
        "onderwerp_ids": "; ".join(place["id"] for place in places),
        "tip_bij": "; ".join(place["id"] for place in places if place["tip"]),
        "andere_titels": "; ".join(others),
        "aanvragen_bij": asked["bij"]["naam"],
        **{f"aanvragen_{name}": asked[name] or "" for name in ("hoe", "url", "mail")},
    }


def test_the_table_has_what_the_other_file_has() -> None:
    """Read back, each row is the instrument of `tools.json`; the two tables differ in what separates them only."""
    published = edition()
    expected = [flat(json.loads(i.model_dump_json())) for i in published.instrumenten]
    assert len(expected) == 40
    made, excel = render_tabellen(INSTRUMENTKOLOMMEN, published.instrumenten)
    assert rows(made) == expected
    assert excel.startswith("\ufeff")
    assert rows(excel.removeprefix("\ufeff"), ";") == expected


def test_the_table_is_as_rfc_4180_has_it() -> None:
    """Every line ends in CRLF and has as many cells as the first; there is no mark at the start."""
    text, _ = render_tabellen(INSTRUMENTKOLOMMEN, edition().instrumenten)
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == 41
    assert text.startswith("id,titel,")
    assert {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)} == {len(INSTRUMENTKOLOMMEN)}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str, werkmap: Werkmap) -> None:
    """What a spreadsheet would run stands behind a `'`; quotes, separators and ends of lines come back as they were."""
    nasty = f'{start}HYPERLINK("https://x.example.org";"a, b");\r\n\'klik\''
    published = with_first(tools(werkmap.handreiking(), Site()), titel=nasty, bestandstype=nasty)
    made, excel = render_tabellen(INSTRUMENTKOLOMMEN, published.instrumenten)
    for read in (rows(made), rows(excel.removeprefix("\ufeff"), ";")):
        assert (read[0]["titel"], read[0]["bestandstype"]) == (f"'{nasty}", f"'{nasty}")
        assert read[1]["titel"] == "Regenboek"


@pytest.mark.parametrize("cell", ["", "a=b", "'=a", "2025-01-01", " =a", "https://a.example.org/?b=-c"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    """Only the first letter counts."""
    assert inert(cell) == cell


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    """Whatever an editor types, another program reads it in both; only an apostrophe may stand before it."""
    made, excel = render_tabellen(INSTRUMENTKOLOMMEN, with_first(SMALL, beschrijving=text).instrumenten)
    for read in (rows(made), rows(excel.removeprefix("\ufeff"), ";")):
        assert read[0]["beschrijving"] in (text, f"'{text}")


def with_first(published: Tools, **fields: str) -> Tools:
    """Return the instruments with other texts in the first."""
    first, *others = published.instrumenten
    return published.model_copy(update={"instrumenten": (first.model_copy(update=fields), *others)})


SMALL = edition()
SMALL = SMALL.model_copy(update={"instrumenten": SMALL.instrumenten[:1]})
