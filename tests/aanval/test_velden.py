"""Every attack in every field of every model: refused on its line, or text in a field that is text.

What a field takes comes from the models, so one that is new is attacked by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from handreiking.basis.yaml_document import Document, Plek, parse_yaml
from handreiking.lezen.pagina import split_page
from handreiking.lezen.record import parse_record
from handreiking.soorten.alle import in_leesvolgorde
from handreiking.soorten.paginasoort import PAGINASOORTEN, kop_model
from handreiking.soorten.record import Record, Samenhang, id_of
from tests.aanval.vol import BESTANDEN, is_vrij, koppen, velden, write_vol
from tests.conftest import VANDAAG

HTML = "is HTML; hier hoort gewone tekst"
TEKEN = "in de tekst staat een onzichtbaar teken"
# What is put in a field, and what a field says of it that takes any text; nothing, where it shows it as text.
AANVALLEN = {
    "script": ("<script>alert(1)</script>", f"'<script>' {HTML}"),
    "handler": ('"><img src=x onerror=alert(1)>', f"'<img src=x onerror=alert(1)>' {HTML}"),
    "teken met nummer": ("&#60;b&#62;", f"'&#60;' {HTML}"),
    "javascript": ("javascript:alert(1)", ""),
    "javascript gemengd": ("JaVa\tScript:alert(1)", ""),
    "javascript met teken": ("javascript&colon;alert(1)", f"'&colon;' {HTML}"),
    "data": ("data:text/html,x", ""),
    "vbscript": ("vbscript:x", ""),
    "file": ("file:///etc/passwd", ""),
    "zonder schema": ("//elders.example.org/", ""),
    "lijkt op een ander": ("https://www.оverheid.nl/", ""),
    "met gebruiker": ("https://www.overheid.nl@elders.example.org/", ""),
    "omhoog": ("../../etc/passwd", ""),
    "Jinja": ("{{ 7*7 }}{% raw %}", ""),
    "Typst": ('#read("/etc/passwd")$x$//`\\', ""),
    "formule": ('=HYPERLINK("x")', ""),
    "schrijfrichting": ("a\u202eb", f"{TEKEN} (U+202E); typ de tekst opnieuw"),
    "nulbreedte": ("a\u200bb", f"{TEKEN} (U+200B); typ de tekst opnieuw"),
    "NUL": ("a\0b", f"{TEKEN} (U+0000); typ de tekst opnieuw"),
    "regeleinde": ("a\nb", "deze tekst hoort op één regel"),
    "lang": ("a" * 5000, ""),
    "leeg": (" \u00a0", "hier hoort tekst, maar er staat niets"),
}
# What YAML makes something else of than a field takes, whichever that is.
VERKEERD = (
    *("", "null", "~", "[[x]]", "[{x: [y]}]", "{x: [y]}", "{x: {y: z}}", "[null]", "1.5", "-1", "yes", ".nan"),
    *('"\\u200B"', '"\\t"', '"x\\ny"', "<b>x</b>", "2025-01-01 10:00:00", "9999-12-31", "'='"),
)
KOMT_NOG = {"Titelblad.beveiliging.verloopt"}
MEER_REGELS = {"Afkorting.uitleg", "Bron.toelichting", "Citaat.tekst", "Definitie.tekst"}


Gevuld: TypeAlias = list[tuple[type[Record], Document, Plek, Samenhang]]


def records(folder: Path, icons: Path) -> Iterator[tuple[type[Record], Document, Plek, Samenhang]]:
    """Yield every record of the handreiking of attacks, with what it may refer to: model, document and place."""
    found: dict[str, dict[str, Any]] = {}
    pages = sorted((folder / "content").rglob("*.md"))
    topics = frozenset(path.relative_to(folder / "content").with_suffix("").as_posix() for path in pages)
    kinds = tuple(soort.naam for soort in PAGINASOORTEN)
    context = Samenhang(VANDAAG, found, topics, (icons,), kinds)
    for soort in in_leesvolgorde():
        document, _ = parse_yaml((folder / "data" / soort.bestand).read_text(encoding="utf-8"), soort.bestand)
        assert document is not None
        places: list[Plek] = [()] if soort.enkel else [(n,) for n in range(len(document.waarde))]
        read = [parse_record(document, soort.model, context, plek) for plek in places]
        assert [problems for _, problems in read] == [[]] * len(places)
        found[soort.naam] = {} if soort.enkel else {id_of(record): record for record, _ in read if record}
        yield from ((soort.model, document, plek, context) for plek in places)
    for path in pages:
        parts, _ = split_page(path.read_text(encoding="utf-8"), path.name)
        assert parts is not None
        document, _ = parse_yaml(parts[0], "content")
        assert document is not None
        yield kop_model(document.waarde["soort"]), document, (), context


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


def replaced(value: Any, plek: Plek, new: Any) -> Any:
    """Return a value with another at one place."""
    if not plek:
        return new
    if isinstance(value, list):
        return [replaced(member, plek[1:], new) if index == plek[0] else member for index, member in enumerate(value)]
    return {key: replaced(inner, plek[1:], new) if key == plek[0] else inner for key, inner in value.items()}


def fields(value: Any, plek: Plek = ()) -> Iterator[tuple[Plek, Any]]:
    """Yield the place of every field below a value, also of those that hold others, with what stands there."""
    members = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    for key, inner in members:
        yield from [((*plek, key), inner)] if isinstance(key, str) else []
        yield from fields(inner, (*plek, key))


# By field of a model: its schema and, by attack, all that is said where a right record holds it there.
Said: TypeAlias = dict[str, tuple[dict[str, Any], dict[str, str]]]


@pytest.fixture(scope="module")
def gevuld(tmp_path_factory: pytest.TempPathFactory, iconen: Path) -> Gevuld:
    """Every record of the handreiking of attacks, whole: its texts are plain ones."""
    folder = tmp_path_factory.mktemp("velden") / "klein"
    write_vol(folder, (" tekst",))
    return [*records(folder, iconen)]


@pytest.fixture(scope="module")
def said(gevuld: Gevuld) -> Said:
    """What is said of every attack in every field, each on its line and with the field's name."""
    told: Said = {}
    for model, document, place, context in gevuld:
        schemas = dict(velden(model))
        record = document.waarde[place[0]] if place else document.waarde
        for plek in leaves(record):
            steps = [step for step in plek if isinstance(step, str)]
            field = f"{model.__name__}.{'.'.join(steps)}"
            if field in told:
                continue
            schema = schemas.get(".".join(steps)) or schemas[steps[0]]  # the texts of a field that is a table by topic
            told[field] = schema, {}
            for name, (attack, _) in AANVALLEN.items():
                broken = Document("x", replaced(document.waarde, (*place, *plek), attack), document.regels)
                made, problems = parse_record(broken, model, context, place)
                assert (made is None) == bool(problems)
                line = document.regel((*place, *plek[: max(i for i, s in enumerate(plek) if isinstance(s, str)) + 1]))
                assert {p.line for p in problems} <= {line, document.regel((*place, *plek))}, (field, problems)
                assert all(p.message.startswith(f"veld '{steps[-1]}'") for p in problems), (field, problems)
                told[field][1][name] = " / ".join(p.message.removeprefix(f"veld '{steps[-1]}': ") for p in problems)
    return told


def test_every_field_is_attacked(said: Said) -> None:
    """The fields come from the models; none asks for a reason for http://, which nothing here has."""
    for model in (*BESTANDEN.values(), *koppen()):
        for field, _ in velden(model):
            name = f"{model.__name__}.{field}"
            assert name in said or field.endswith("http_reden") or any(f.startswith(f"{name}.") for f in said), name


def test_a_text_is_refused_or_shown_as_text(said: Said) -> None:
    """A field for any text says the same of an attack as every other, and takes what a page can show as it is."""
    texts = {field: (schema, told) for field, (schema, told) in said.items() if is_vrij(schema)}
    assert set(texts) > MEER_REGELS
    for field, (schema, told) in texts.items():
        expected = {name: sentence for name, (_, sentence) in AANVALLEN.items()}
        if "maxLength" in schema:
            expected["lang"] = f"deze tekst heeft 5000 tekens; houd het bij {schema['maxLength']}"
        if field in MEER_REGELS:
            expected["regeleinde"] = ""
        assert told == expected, field


def test_whatever_is_no_text_is_refused(said: Said) -> None:
    """Another field takes nothing that an editor underlines: it says what of a text is wrong, or what belongs there."""
    others = {field: (schema, told) for field, (schema, told) in said.items() if not is_vrij(schema)}
    assert others
    for field, (schema, told) in others.items():
        own = set()
        for name, (attack, sentence) in AANVALLEN.items():
            assert told[name] or re.search(schema.get("pattern", "(?!)"), attack), (field, name)
            if told[name] and told[name] != sentence:
                own.add(told[name].replace(attack, "…"))
        assert len(own) == 1 or schema.get("format") == "uri", (field, own)


@pytest.mark.parametrize("wrong", VERKEERD)
def test_whatever_yaml_holds_is_told_on_its_line(wrong: str, gevuld: Gevuld, said: Said) -> None:
    """No value in any field ends in anything but a problem on the line of that field; a text takes what can be one."""
    parsed, _ = parse_yaml(f"x: {wrong}", "x")
    assert parsed is not None
    taken: dict[str, bool] = {}
    lists: set[str] = set()
    for model, document, place, context in gevuld:
        record = document.waarde[place[0]] if place else document.waarde
        for plek, held in fields(record):
            field = f"{model.__name__}.{'.'.join(step for step in plek if isinstance(step, str))}"
            if field in taken:
                continue
            here = (*place, *plek)
            lines = {at: line for at, line in document.regels.items() if at[: len(here)] != here}
            broken = Document("x", replaced(document.waarde, here, parsed.waarde["x"]), {**lines, here: 9999})
            made, problems = parse_record(broken, model, context, place)
            assert (made is None) == (9999 in {problem.line for problem in problems}), (field, problems)
            taken[field] = made is not None
            lists |= {field} if isinstance(held, list) else set()
    texts = {field for field, (schema, _) in said.items() if is_vrij(schema)} - lists
    may = {"'='": texts, '"x\\ny"': MEER_REGELS, "9999-12-31": KOMT_NOG}
    assert {field for field in taken if taken[field]} == may.get(wrong, set())
