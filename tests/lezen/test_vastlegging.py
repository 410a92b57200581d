"""What is remembered of a review: how it is written, refused when it is not in order, and held against the data."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from handreiking.basis.problem import Problem
from handreiking.citaten.controle import update_vastleggingen
from handreiking.lezen.vastlegging import (
    Citaatomgeving,
    Vastlegging,
    load_vastleggingen,
    render_canoniek,
    render_vastleggingen,
    write_vastleggingen,
)
from handreiking.regels.houdbaarheid import check_vastgelegd
from handreiking.soorten.definitie import Definitie
from tests.conftest import VANDAAG, Werkmap
from tests.gelezen import at, read

NAME = "data/definities_vastgelegd.json"
DATA = "data/definities.yaml"
COMMAND = "handreiking definities vastleggen"
SOM = "0" * 64
EEN = Vastlegging(SOM, date(2025, 3, 2), Citaatomgeving("Wat “wadi” is:", ""))
TWEE = Vastlegging("f" * 64, date(2025, 3, 1))


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """A file that the command wrote comes back as it was, sorted, with Dutch letters as they are."""
    path = tmp_path / "vastgelegd.json"
    write_vastleggingen(path, {"wadi": EEN, "beek": TWEE})
    assert path.read_text(encoding="utf-8") == (
        '{\n  "versie": 1,\n  "definities": {\n'
        f'    "beek": {{\n      "sha256": "{"f" * 64}",\n      "datum": "2025-03-01"\n    }},\n'
        f'    "wadi": {{\n      "sha256": "{SOM}",\n      "datum": "2025-03-02",\n'
        '      "ervoor": "Wat “wadi” is:",\n      "erna": ""\n    }\n  }\n}\n'
    )
    assert load_vastleggingen(path, NAME, VANDAAG) == ({"wadi": EEN, "beek": TWEE}, [])


def whole(**wadi: object) -> str:
    """Return a file in which the review of one definition has these fields changed, or gone where they are None."""
    fields = {"sha256": SOM, "datum": "2025-03-02", "ervoor": "a", "erna": "b"} | wadi
    kept = {name: value for name, value in fields.items() if value is not None}
    return json.dumps(
        {"versie": 1, "definities": {"beek": {"sha256": SOM, "datum": "2025-03-01"}, "wadi": kept}}, indent=1
    )


REWRITE = f"schrijf het opnieuw met: {COMMAND}"
FORM = f"dit heeft een andere vorm dan verwacht; {REWRITE}"
FIELDS = "'wadi': de velden horen sha256 en datum te zijn, met of zonder ervoor en erna"
WRONG = {
    "no JSON": ('{\n "versie": 1,\n oeps', 3, f"dit is niet te lezen; {REWRITE}"),
    "not UTF-8": (b"\xe9", 1, f"dit is niet te lezen; {REWRITE}"),
    "nested too deep": ("[" * 100_000, 1, f"dit is niet te lezen; {REWRITE}"),
    "a name twice": ('{"versie": 1, "versie": 1, "definities": {}}', 1, f"dit is niet te lezen; {REWRITE}"),
    "a list": ("[]", 1, FORM),
    "another version": ('{"versie": 2, "definities": {}}', 1, FORM),
    "something besides": ('{"versie": 1, "definities": {}, "meer": 1}', 1, FORM),
    "no block": ('{"versie": 1, "definities": []}', 1, f"'definities' is geen blok; {REWRITE}"),
    "no fields": (
        '{"versie": 1, "definities": {"wadi": []}}',
        1,
        f"'wadi': hier horen velden met tekst te staan; {REWRITE}",
    ),
    "a number": (whole(ervoor=3), 8, f"'wadi': hier horen velden met tekst te staan; {REWRITE}"),
    "a field missing": (whole(sha256=None), 8, f"{FIELDS}; {REWRITE}"),
    "one side only": (whole(erna=None), 8, f"{FIELDS}; {REWRITE}"),
    "an unknown field": (whole(door="A."), 8, f"{FIELDS}; {REWRITE}"),
    "a sum too short": (
        whole(sha256="0a"),
        8,
        f"'wadi': 'sha256' is geen som van 64 cijfers en letters a tot f; {REWRITE}",
    ),
    "no date": (whole(datum="gisteren"), 8, f"'wadi': 'gisteren' is geen datum als 2026-11-21; {REWRITE}"),
    "tomorrow": (whole(datum="2025-04-02"), 8, f"'wadi': de datum 2025-04-02 ligt in de toekomst; {REWRITE}"),
}


@pytest.mark.parametrize(("content", "line", "message"), WRONG.values(), ids=WRONG)
def test_a_file_that_is_not_in_order_is_refused(content: str | bytes, line: int, message: str, tmp_path: Path) -> None:
    """Each thing that can be wrong with the file gives its one message, on its line."""
    path = tmp_path / "vastgelegd.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert load_vastleggingen(path, NAME, VANDAAG) == (None, [Problem(NAME, line, message, "vastlegging")])


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Without the file there is one problem, that says how to make it."""
    expected = Problem(NAME, 1, f"dit bestand ontbreekt; maak het met: {COMMAND}", "vastlegging")
    assert load_vastleggingen(tmp_path / "weg.json", NAME, VANDAAG) == (None, [expected])


def test_a_review_of_everything_is_in_order(werkmap: Werkmap) -> None:
    """After a review nothing is told, also where the text is only broken over other lines."""
    vastgelegd = update_vastleggingen({}, read(werkmap), (), VANDAAG)
    assert at(werkmap, check_vastgelegd(replace(read(werkmap), vastgelegd=vastgelegd))) == []
    werkmap.change(DATA, "tekst: Een lage plek in het groen", "tekst: |\n    Een lage plek\n    in het groen")
    assert at(werkmap, check_vastgelegd(replace(read(werkmap), vastgelegd=vastgelegd))) == []


def test_a_text_changed_since(werkmap: Werkmap) -> None:
    """One other word, and the definition asks for a new review on its own line."""
    vastgelegd = update_vastleggingen({}, read(werkmap), (), VANDAAG)
    werkmap.change(DATA, "even blijft staan", "niet blijft staan")
    gelezen = replace(read(werkmap), vastgelegd=vastgelegd)
    message = (
        "de tekst van 'Wadi' is veranderd sinds de laatste beoordeling (vastgelegd op 1 april 2025); "
        f"kijk de tekst na en leg die opnieuw vast met: {COMMAND}"
    )
    assert at(werkmap, check_vastgelegd(gelezen)) == [(DATA, "- id: wadi", message)]


def test_a_definition_that_came_and_one_that_went(werkmap: Werkmap) -> None:
    """A definition that nobody reviewed is told, and a review of what is no longer there too."""
    gelezen = read(werkmap)
    vastgelegd = dict(update_vastleggingen({}, gelezen, (), VANDAAG))
    vastgelegd["sloot"] = vastgelegd.pop("wadi")
    assert [message for _, _, message in check_vastgelegd(replace(gelezen, vastgelegd=vastgelegd))] == [
        f"'Wadi' is nog niet vastgelegd; kijk de tekst na en doe: {COMMAND}",
        f"'sloot' is geen definitie (meer); ruim het op met: {COMMAND}",
    ]


def test_the_sum_is_of_the_canonical_text(werkmap: Werkmap) -> None:
    """The sum can be made again with other tools: paragraphs of one line, a blank line between, composed, UTF-8."""
    werkmap.change(DATA, "tekst: Een lage", "tekst: |\n    E\u0301e\u0301n  lage\n    plek.\n\n    Meer: een lage")
    wadi = next(definitie for definitie, _ in read(werkmap).van(Definitie) if definitie.id == "wadi")
    text = "Één lage plek.\n\nMeer: een lage plek in het groen waar regenwater even blijft staan."
    assert render_canoniek(wadi) == text
    assert update_vastleggingen({}, read(werkmap), (), VANDAAG)["wadi"].sha256 == (
        hashlib.sha256(text.encode()).hexdigest()
    )


def test_nothing_recorded() -> None:
    """An empty memory is a file too."""
    assert json.loads(render_vastleggingen({})) == {"versie": 1, "definities": {}}
