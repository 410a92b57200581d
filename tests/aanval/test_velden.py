"""Every attack in every field of every model: the whole table of what is said of each, beside this file.

A field that is new to a model is attacked by itself, and comes into the table with
`.venv/bin/python -m tests.aanval.test_velden`: read then what changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from handreiking import inhoud
from handreiking.pagina_lezen import split_page
from handreiking.laden import DATA
from handreiking.lezen import parse_record
from handreiking.velden import Record, Samenhang
from handreiking.yaml_document import Document, Plek, parse_yaml
from tests.conftest import VANDAAG

from .vol import BESTANDEN, koppen, velden, write_vol

TABEL = Path(__file__).with_name("velden.txt")
AANVALLEN = {
    "script": "<script>alert(1)</script>",
    "handler": '"><img src=x onerror=alert(1)>',
    "teken met nummer": "&#60;b&#62;",
    "javascript": "javascript:alert(1)",
    "javascript gemengd": "JaVa\tScript:alert(1)",
    "javascript met teken": "javascript&colon;alert(1)",
    "data": "data:text/html,x",
    "vbscript": "vbscript:x",
    "file": "file:///etc/passwd",
    "zonder schema": "//elders.example.org/",
    "lijkt op een ander": "https://www.оverheid.nl/",
    "met gebruiker": "https://www.overheid.nl@elders.example.org/",
    "omhoog": "../../etc/passwd",
    "Jinja": "{{ 7*7 }}{% raw %}",
    "Typst": '#read("/etc/passwd")$x$//`\\',
    "formule": '=HYPERLINK("x")',
    "schrijfrichting": "a\u202eb",
    "nulbreedte": "a\u200bb",
    "NUL": "a\0b",
    "regeleinde": "a\nb",
    "lang": "a" * 5000,
    "leeg": " \u00a0",
}
NIETS = "(wordt getoond als tekst)"


def records(folder: Path) -> Iterator[tuple[str, type[Record], Document, Plek, Samenhang]]:
    """Yield every record of the handreiking of attacks, with what it may refer to: name, model, document and place."""
    found: dict[str, dict[str, Any]] = {}
    topics = frozenset({"groen/bomen", "water/regen"})
    kinds = {file: kind for file, kind, _ in DATA}
    icons = folder / "iconen"
    (icons / "material").mkdir(parents=True)
    for icon in ("tree-outline", "water-outline"):
        (icons / "material" / f"{icon}.svg").touch()
    for name, model in BESTANDEN.items():
        context = Samenhang(VANDAAG, found, topics, (icons,))
        document, _ = parse_yaml((folder / "data" / name).read_text(encoding="utf-8"), name)
        assert document is not None
        places: list[Plek] = [(n,) for n in range(len(document.waarde))] if name in kinds else [()]
        read = [parse_record(document, model, context, plek) for plek in places]
        assert [problems for _, problems in read] == [[]] * len(places)
        found[kinds.get(name, "titelblad")] = {str(getattr(r, "id", "")): r for r, _ in read}
        yield from ((name, model, document, plek, context) for plek in places)
    for path in sorted((folder / "content").rglob("*.md")):
        parts, _ = split_page(path.read_text(encoding="utf-8"), path.name)
        assert parts is not None
        document, _ = parse_yaml(parts[0], "content")
        assert document is not None
        model = inhoud.kop_model(document.waarde["soort"])
        yield "content", model, document, (), Samenhang(VANDAAG, found, topics, (icons,))


def leaves(value: Any, plek: Plek = ()) -> Iterator[Plek]:
    """Yield the place of every text and number below a value."""
    if isinstance(value, list):
        for index, member in enumerate(value):
            yield from leaves(member, (*plek, index))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*plek, key))
    else:
        yield plek


def replaced(value: Any, plek: Plek, new: str) -> Any:
    """Give a value with another text at one place."""
    if not plek:
        return new
    if isinstance(value, list):
        return [replaced(member, plek[1:], new) if index == plek[0] else member for index, member in enumerate(value)]
    return {key: replaced(inner, plek[1:], new) if key == plek[0] else inner for key, inner in value.items()}


def attacked(folder: Path) -> dict[str, dict[str, str]]:
    """Give, by field of a model and by attack, all that is said where that field of a right record holds it."""
    said: dict[str, dict[str, str]] = {}
    for _, model, document, place, context in records(folder):
        record = document.waarde
        for step in place:
            record = record[step]
        for plek in leaves(record):
            field = f"{model.__name__}.{'.'.join(str(step) for step in plek if isinstance(step, str))}"
            if field in said:
                continue
            outcomes = {}
            for name, attack in AANVALLEN.items():
                broken = Document("x", replaced(document.waarde, (*place, *plek), attack), document.regels)
                made, problems = parse_record(broken, model, context, place)
                assert (made is None) == bool(problems)
                line = document.regel((*place, *plek[: max(i for i, s in enumerate(plek) if isinstance(s, str)) + 1]))
                assert {p.line for p in problems} <= {line, document.regel((*place, *plek))}, (field, problems)
                sentences = " / ".join(p.message for p in problems) or NIETS
                last = [step for step in plek if isinstance(step, str)][-1]
                outcomes[name] = sentences.replace(f"veld '{last}'", "veld '…'")
            said[field] = outcomes
    return said


def render_tabel() -> str:
    """Give the table: the fields of which the same is said, and what is said there of each attack."""
    with TemporaryDirectory() as folder:
        write_vol(Path(folder) / "klein", (" tekst",))
        said = attacked(Path(folder) / "klein")
    alike = defaultdict(list)
    for field, outcomes in said.items():
        alike[tuple(outcomes.items())].append(field)
    return "\n".join(_part(sorted(fields), dict(outcomes)) for outcomes, fields in alike.items())


def _part(fields: list[str], outcomes: dict[str, str]) -> str:
    lines = [f"== {field}" for field in fields]
    for name, attack in AANVALLEN.items():
        lines.append(f"{name}: {outcomes[name].replace(attack, '…')}")
    assert all(line.isprintable() for line in lines)
    return "".join(f"{line}\n" for line in lines)


def test_what_is_said_of_every_attack_in_every_field() -> None:
    """Each ends in the message of the table, on the line of that field, or in a record whose text is text."""
    assert render_tabel() == TABEL.read_text(encoding="utf-8")


def test_every_field_is_in_the_table() -> None:
    """The fields come from the models, so one that is new cannot be left out."""
    lines = TABEL.read_text(encoding="utf-8").splitlines()
    held = {line.removeprefix("== ") for line in lines if line.startswith("== ")}
    for model in (*BESTANDEN.values(), *koppen()):
        for field, _ in velden(model):
            name = f"{model.__name__}.{field}"
            assert name in held or field.endswith("http_reden") or any(h.startswith(f"{name}.") for h in held), name


if __name__ == "__main__":
    TABEL.write_text(render_tabel(), encoding="utf-8")
