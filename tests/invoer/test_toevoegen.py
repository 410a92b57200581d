"""A record at the end of a data file: the rest stays letter for letter, or nothing is written at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from handreiking.basis.problem import NietGedraaidError
from handreiking.invoer.toevoegen import append_record
from handreiking.soorten.alle import ALLE
from handreiking.soorten.instrument import Instrument
from tests.conftest import ROOT

RECORD = {"id": "nieuw", "titel": "No: b #c", "onderwerpen": ["a/b", "12:30"], "toegevoegd": date(2025, 4, 1)}
ENTRY = '- id: nieuw\n  titel: "No: b #c"\n  onderwerpen:\n    - a/b\n    - "12:30"\n  toegevoegd: 2025-04-01\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- id: a\n- id: b\n", f"- id: a\n- id: b\n{ENTRY}"),
        ("- id: a\n- id: b", f"- id: a\n- id: b\n{ENTRY}"),
        ("- id: a\n\n- id: b", f"- id: a\n\n- id: b\n\n{ENTRY}"),
        ("- id: a\n\n- id: b\n\n", f"- id: a\n\n- id: b\n\n{ENTRY}"),
        ("- id: a\n\n# over b\n- id: b\n# slot\n", f"- id: a\n\n# over b\n- id: b\n# slot\n\n{ENTRY}"),
        ("# kop\n\n-   titel: x\n", f"# kop\n\n-   titel: x\n\n{ENTRY}"),
        ("- id: a\n\n- id: b\n- id: c\n", f"- id: a\n\n- id: b\n- id: c\n{ENTRY}"),
        ("  - id: a\n  - id: b\n", "  - id: a\n  - id: b\n" + "".join(f"  {line}\n" for line in ENTRY.splitlines())),
        ("- tekst: |+\n    x\n\n", f"- tekst: |+\n    x\n\n{ENTRY}"),
        ("- tekst: en zo\n...\n# slot\n", f"- tekst: en zo\n{ENTRY}...\n# slot\n"),
        ("[]", ENTRY),
        ("# kop: []\n\n[]\n", f"# kop: []\n\n{ENTRY}"),
        ("[]\n# slot\n", f"{ENTRY}# slot\n"),
        ("[] # niets\n", f"{ENTRY} # niets\n"),
    ],
)
def test_a_record_is_put_behind_the_others(before: str, after: str) -> None:
    """Parted from them as the last one is, and with the same indentation."""
    assert append_record(before, "x", RECORD) == after


@pytest.mark.parametrize("before", ["- id: a\r\n\r\n- id: b", "# kop\r\n\r\n[]\r\n", "  - id: a\r\n"])
def test_line_ends_of_windows_stay(before: str) -> None:
    """Those of the record are the same; nothing else differs from what is added to lines that end as usual."""
    usual = append_record(before.replace("\r\n", "\n"), "x", RECORD)
    assert append_record(before, "x", RECORD) == usual.replace("\n", "\r\n")


@pytest.mark.parametrize("before", ["[{id: a}]\n", "[\n  {id: a},\n]\n", "--- []\n", "- tekst: |\n    x"])
def test_what_nothing_can_be_put_behind_is_refused(before: str) -> None:
    """A list between brackets, and a text that would get a line end more."""
    said = (
        "achter de lijst in data/x.yaml kan niets worden gezet zoals die er staat; begin elk onderdeel op een eigen "
        "regel met '- ', en eindig het bestand met een regeleinde"
    )
    with pytest.raises(NietGedraaidError) as refused:
        append_record(before, "data/x.yaml", RECORD)
    assert str(refused.value) == said


LISTS = [
    path
    for folder in ("data", "tests/fixtures/klein/data")
    for soort in ALLE
    if not soort.enkel and (path := ROOT / folder / soort.bestand).is_file()
]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_there_is_can_grow(path: Path) -> None:
    """Also one without records yet, of which only the brackets go."""
    text = path.read_text(encoding="utf-8")
    after = append_record(text, path.name, RECORD)
    assert after.startswith(text.removesuffix("[]\n"))
    assert after.endswith(ENTRY)


ODD = (
    "",
    " ",
    "no",
    "12:30",
    "2026-11-21",
    "a: b",
    "a #b",
    "# x",
    "- x",
    "x\n",
    "x\n\n",
    "\nx",
    " x",
    "x \ny",
    "'",
    '"',
)
TEXTS = st.one_of(st.sampled_from(ODD), st.text(max_size=12), st.text("ab \n\t:#-'\"é😀", max_size=200))

FIELDS = st.sampled_from([*Instrument.model_fields, "no", "ü: x"])


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    record=st.dictionaries(
        FIELDS,
        st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=3)),
        min_size=1,
    ),
    before=st.sampled_from(["[]\n", "- id: a\n", "# kop\n\n- id: a", "  - id: a\r\n\r\n  - id: b\r\n"]),
)
def test_whatever_stands_in_it_a_record_is_read_as_it_is(record: dict[str, Any], before: str) -> None:
    """Any letters, and what YAML would take for something else than text."""
    after = append_record(before, "x", record)
    assert yaml.safe_load(after) == [*yaml.safe_load(before), record]
