"""What was reviewed: for each definition the sum of its text and what stood around it in the source on that day.

It lives in `data/definities_vastgelegd.json`, which a command writes and nobody types.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from handreiking.basis.problem import Problem
from handreiking.basis.wegschrijven import write_whole
from handreiking.soorten.definitie import Definitie

BESTAND = "definities_vastgelegd.json"
OPDRACHT = "handreiking definities vastleggen"
VERSIE = 1
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_FIELDS = {"sha256", "datum"}
_SIDES = {"ervoor", "erna"}


@dataclass(frozen=True)
class Citaatomgeving:
    """What stands in the source before and after the quotation: about thirty letters on each side, as they are there.

    A side with fewer is where the source begins or ends.
    """

    ervoor: str
    erna: str


@dataclass(frozen=True)
class Vastlegging:
    """What was reviewed of one definition, and when; without `omgeving` where its source could not be read."""

    sha256: str
    datum: date
    omgeving: Citaatomgeving | None = None


def render_canoniek(definitie: Definitie) -> str:
    """Return the text of a definition in the one form that its sum is taken of: composed letters, single spaces."""
    return unicodedata.normalize("NFC", "\n\n".join(definitie.alineas))


def sha256_of(definitie: Definitie) -> str:
    """Return the SHA-256 of a definition's canonical text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(render_canoniek(definitie).encode("utf-8")).hexdigest()


def load_vastleggingen(
    path: Path, name: str, vandaag: date
) -> tuple[Mapping[str, Vastlegging] | None, Sequence[Problem]]:
    """Read the file; give what is in it by id, or None, with all that is wrong. `name` is named in the problems.

    Raises OSError where a file that exists cannot be read.
    """
    if not path.is_file():
        return None, [_problem(name, 1, f"dit bestand ontbreekt; maak het met: {OPDRACHT}")]
    try:
        text = path.read_bytes().decode("utf-8")
        whole = json.loads(text, object_pairs_hook=_each_once)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        return None, [_problem(name, line, f"dit is niet te lezen; schrijf het opnieuw met: {OPDRACHT}")]
    if not isinstance(whole, dict) or set(whole) != {"versie", "definities"} or whole["versie"] != VERSIE:
        return None, [_problem(name, 1, f"dit heeft een andere vorm dan verwacht; schrijf het opnieuw met: {OPDRACHT}")]
    if not isinstance(whole["definities"], dict):
        return None, [_problem(name, 1, f"'definities' is geen blok; schrijf het opnieuw met: {OPDRACHT}")]
    read = {key: _parse(value, vandaag) for key, value in whole["definities"].items()}
    wrong = [
        _problem(name, _line_of(key, text), f"'{key}': {value}; schrijf het opnieuw met: {OPDRACHT}")
        for key, value in read.items()
        if isinstance(value, str)
    ]
    return (None, wrong) if wrong else ({k: v for k, v in read.items() if isinstance(v, Vastlegging)}, [])


def render_vastleggingen(vastgelegd: Mapping[str, Vastlegging]) -> str:
    """Return the text of the file: sorted, so that a review shows only what it changed."""
    definities = {
        name: {"sha256": one.sha256, "datum": one.datum.isoformat()}
        | ({"ervoor": one.omgeving.ervoor, "erna": one.omgeving.erna} if one.omgeving else {})
        for name, one in sorted(vastgelegd.items())
    }
    return json.dumps({"versie": VERSIE, "definities": definities}, ensure_ascii=False, indent=2) + "\n"


def write_vastleggingen(path: Path, vastgelegd: Mapping[str, Vastlegging]) -> None:
    """Write the file whole or not at all; raises OSError, with the previous one in place."""
    write_whole(path, render_vastleggingen(vastgelegd))


def _parse(value: Any, vandaag: date) -> Vastlegging | str:
    """Return what is remembered of one definition, or what is wrong with it."""
    if not isinstance(value, dict) or not all(isinstance(part, str) for part in value.values()):
        return "hier horen velden met tekst te staan"
    if set(value) not in (_FIELDS, _FIELDS | _SIDES):
        return "de velden horen sha256 en datum te zijn, met of zonder ervoor en erna"
    if not _SHA256.match(value["sha256"]):
        return "'sha256' is geen som van 64 cijfers en letters a tot f"
    try:
        datum = date.fromisoformat(value["datum"])
    except ValueError:
        return f"'{value['datum']}' is geen datum als 2026-11-21"
    if datum > vandaag:
        return f"de datum {value['datum']} ligt in de toekomst"
    omgeving = Citaatomgeving(value["ervoor"], value["erna"]) if "ervoor" in value else None
    return Vastlegging(value["sha256"], datum, omgeving)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a name stands twice")
    return dict(pairs)


def _line_of(key: str, text: str) -> int:
    found = re.search(rf"^\s*{re.escape(json.dumps(key, ensure_ascii=False))}\s*:", text, re.MULTILINE)
    return text.count("\n", 0, found.end()) + 1 if found else 1


def _problem(name: str, line: int, sentence: str) -> Problem:
    return Problem(name, line, sentence, "vastlegging")
