"""Files that are hard to read at all, and values of every wrong kind in every field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml

from handreiking.basis.yaml_document import MAX_BYTES, Document, decode, parse_yaml
from handreiking.basis.yaml_weigering import MAX_DEPTH
from handreiking.lezen.record import parse_record
from handreiking.soorten.aanpassing import Aanpassing
from handreiking.soorten.afkorting import Afkorting
from handreiking.soorten.beveiliging import Beveiliging
from handreiking.soorten.bewering import Bewering
from handreiking.soorten.bron import Bron
from handreiking.soorten.definitie import Definitie
from handreiking.soorten.instrument import Aanvragen, Instrument
from handreiking.soorten.instrumentsoort import Instrumentsoort
from handreiking.soorten.kop import Kleuren, Kop, OnderwerpKop, ThemaKop, Verwant
from handreiking.soorten.titelblad import Licentie, Titelblad
from handreiking.soorten.uitgever import Uitgever
from handreiking.soorten.veld import Record, Samenhang
from handreiking.soorten.verwijdering import Verwijdering

from .conftest import FIXTURES, ROOT, VANDAAG, Werkmap

DATA = "data/soorten.yaml"
PAGE = "content/over.md"


@pytest.mark.parametrize("path", [DATA, PAGE])
@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        (lambda raw: b"\xef\xbb\xbf" + raw, 1, "het bestand begint met een BOM; sla het op als UTF-8 zonder BOM"),
        (
            lambda raw: raw.replace(b"\n", b"\n# caf\xe9\n", 1),
            2,
            "dit teken is geen UTF-8; sla het bestand op als UTF-8",
        ),
        (
            lambda raw: raw.decode().encode("utf-16"),
            1,
            "dit teken is geen UTF-8; sla het bestand op als UTF-8",
        ),
        (
            lambda raw: raw.replace(b"\n", b"\n# \0\n", 1),
            2,
            "hier staat een onzichtbaar teken dat niet kan; haal het weg",
        ),
        (
            lambda raw: raw.replace(b"\n", b"\n# \x1b[31m\n", 1),
            2,
            "hier staat een onzichtbaar teken dat niet kan; haal het weg",
        ),
        (
            lambda raw: raw + b"\n" + b"#" * MAX_BYTES,
            1,
            "het bestand is groter dan 5 MB; splits het",
        ),
        (
            lambda raw: raw.replace(b"\n", b"\n  diep: " + b"[" * 20_000 + b"\n", 1),
            2,
            "dit ligt meer dan 12 niveaus diep; kijk de inspringing na",
        ),
    ],
    ids=["BOM", "latin-1", "UTF-16", "NUL", "escape", "large", "deep"],
)
def test_a_file_that_cannot_be_read(path: str, change: Any, line: int, message: str, werkmap: Werkmap) -> None:
    """One problem on the line where it is, in data and at the top of a page."""
    werkmap.write(path, change((werkmap.map / path).read_bytes()))
    assert werkmap.problems() == f"{path}:{line}: {message}\n"


def test_letters_that_cannot_be_seen_in_the_text_of_a_page(werkmap: Werkmap) -> None:
    """Below the front matter too, each line that has one is told."""
    werkmap.change(PAGE, "Gemaakt voor proeven", "Gemaakt\u202e\nvoor\0 proeven")
    assert werkmap.problems() == (
        "content/over.md:6: in de tekst staat een onzichtbaar teken (U+202E); typ de regel opnieuw\n"
        "content/over.md:7: in de tekst staat een onzichtbaar teken (U+0000); typ de regel opnieuw\n"
    )


def test_lines_may_end_as_on_windows(werkmap: Werkmap) -> None:
    """CRLF in every file gives the same handreiking, and the same lines in problems."""
    expected = werkmap.handreiking()
    for path in (*werkmap.map.rglob("*.md"), *werkmap.map.rglob("*.yaml")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert werkmap.handreiking() == expected
    werkmap.write(PAGE, (werkmap.map / PAGE).read_bytes().replace(b"Gemaakt", b"\r\n# Gemaakt"))
    assert werkmap.problems() == (
        "content/over.md:7: een kop met één '#' kan niet: de titel staat al boven aan de pagina; gebruik '##'\n"
    )


def test_size_has_an_exact_limit() -> None:
    """The largest file is read; one byte more is not."""
    assert decode(b"#" * MAX_BYTES, "x") == ("#" * MAX_BYTES, [])
    text, [problem] = decode(b"#" * (MAX_BYTES + 1), "x")
    assert (text, problem.line, problem.rule) == (None, 1, "bestand")


def test_depth_has_an_exact_limit() -> None:
    """The deepest file is read; one level more is not."""
    deepest, none = parse_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x")
    assert deepest is not None
    assert none == []
    deeper, [problem] = parse_yaml("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "x")
    assert (deeper, problem.line, problem.rule) == (None, 1, "yaml")


def test_a_bomb_of_references_does_not_go_off() -> None:
    """Nine lines that stand for a thousand million values are refused at the first."""
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{'*' + chr(97 + n)}, *a]\n" for n in range(9))
    parsed, [problem] = parse_yaml(bomb, "x", first_line=5)
    assert (parsed, problem.line) == (None, 5)
    assert problem.message.startswith("'&a' is een YAML-verwijzing")


ODD = (
    "a: |\n  één\n\n  twee 🌳\n\n\nb: >-\n  x\n  y\n\n  z\nc: 'x\n  y'\n",
    "# boven\n\n- a: 1 # naast\n\n- # onder\n  b: [x,\n    y, {c: d}]\n- ? e\n  : f\n",
    "a: x\u2028y\nb: 'x\u2028  y'\nc: x\u0085y\nd: x\n",
    "a:\tx\nb: x\ty\n\tc: x\n",
    "-\ta: x\n\tb: y\n",
    "a: x\r\nb: y\rc: z\n",
    "a: {b: 'c', d: \"\\u00e9\\n\\x41\\\n  e\"}\n",
    "a: [x\nb: y\n",
    "a: x: y\n",
    "a: 'x\n",
    'a: "\\q"\n',
    'a: "\\uD800"\n',
    "a: @x\n",
    "a: `x\n",
    "a: %x\n",
    "%YAML 1.1\n---\na: x\n",
    "%YAML 1.2\n---\na: x\n",
    "%YAML 2.0\n---\na: x\n",
    "a: x\n...\nb: y\n",
    "--- a: x\n",
    "---\na: x\n---\n",
    "a: ! x\n",
    "a: !x y\n",
    "a: &b\n",
    "? " + "x" * 2000 + "\n: y\n",
    "x" * 2000 + ": y\n",
    "a: \ufffe\n",
    "a: \U0001f333\n",
    "a: \u00a0x\u00a0\n",
    "{a: b}}",
    "[a, b",
    "",
    "\n\n",
    "a",
)


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without libyaml: there is nothing to compare")
def test_the_fast_reader_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where libyaml does the reading, the values, the lines and the problems are those of PyYAML's own parser."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*/*/*.yaml"))]
    texts += [path.read_text(encoding="utf-8") for path in sorted((ROOT / "data").glob("*.yaml"))]
    fast = [parse_yaml(text, "x") for text in (*texts, *ODD)]
    monkeypatch.setattr("handreiking.basis.yaml_document._FAST", yaml.SafeLoader)
    for text, read in zip((*texts, *ODD), fast, strict=True):
        assert read == parse_yaml(text, "x"), text


# One record in order of each model, with every field.
PAST = "toegevoegd: 2025-01-01, gewijzigd: [{op: 2025-01-02, wat: Zo.}]"
RIGHT: dict[type[Record], str] = {
    Uitgever: "{id: a, naam: A, voluit: Aa, lidwoord: de}",
    Instrumentsoort: "{id: a, naam: A, meervoud: Aas}",
    Bron: "{id: a, titel: A, uitgever: u, datering: toen, http_reden: Zo., url: 'http://a.example.org/',"
    " gelezen: 2025-01-01, toelichting: Zo.}",
    Afkorting: "{afkorting: A, voluit: Aa, uitleg: Zo.}",
    Definitie: "{id: a, begrip: A, soort: officieel, tekst: Zo., auteur: u, bron: b, overgenomen_uit: b,"
    " gelezen: 2025-01-01, beoordeeld: 2025-01-01, varianten: [aa], toegevoegd: 2025-01-01,"
    " gewijzigd: [{op: 2025-01-02, wat: Zo.}]}",
    Aanvragen: "{bij: u, hoe: Zo., http_reden: Zo., url: 'http://a.example.org/', mail: a@b.example.org}",
    Instrument: "{id: a, titel: A, uitgever: u, soort: s, toegang: inlog, http_reden: Zo., url: 'http://a.example.org/',"
    " aanvragen: {bij: u, hoe: Zo.}, onderwerpen: [t/o], andere_titels: {t/o: B}, tip: [t/o], beschrijving: Zo.,"
    " bestandstype: pdf, archief: 'https://a.example.org/a', zelfde_url_als: b, bron: b, toegevoegd: 2025-01-01,"
    " gewijzigd: [{op: 2025-01-02, wat: Zo.}], nagekeken: 2025-01-01}",
    Bewering: "{id: a, onderwerpen: [t/o], titel: A, stand: Zo., op: 2024-12, op_in_woorden: toen, bron: b,"
    " eerder: Zo., nagaan: Zo., instrument: i, http_reden: Zo., url: 'http://a.example.org/', houdbaar: 12,"
    " beoordeeld: 2025-01-01}",
    Titelblad: "{titel: A, ondertitel: B, uitgever: u, contact: a@b.example.org, editie: C, verschenen: 2025-01-01,"
    " licentie: {naam: D, url: 'https://a.example.org/'}, beveiliging: {melden: a@b.example.org,"
    " verloopt: 2026-01-01}, adres: 'https://a.example.org/', adressen: mappen, broncode: 'https://a.example.org/',"
    " wijzigen: 'https://a.example.org/'}",
    Beveiliging: "{melden: a@b.example.org, verloopt: 2026-01-01}",
    Licentie: "{naam: A, http_reden: Zo., url: 'http://a.example.org/'}",
    Aanpassing: "{op: 2025-01-01, wat: Zo.}",
    Verwijdering: "{soort: instrument, id: weg, titel: A, toegevoegd: 2025-01-01, op: 2025-01-02, reden: Zo.,"
    " vervangen_door: i}",
    Kop: f"{{soort: over, titel: A, samenvatting: B., beoordeeld: 2025-01-01, {PAST}, bronnen: [b]}}",
    Kleuren: "{licht: '#000000', donker: '#ffffff'}",
    ThemaKop: f"{{soort: thema, titel: A, samenvatting: B., beoordeeld: 2025-01-01, {PAST}, bronnen: [b], volgorde: 1,"
    " icoon: material/bank-outline, kleur: {licht: '#000000', donker: '#ffffff'}}",
    Verwant: "{onderwerp: t/o, reden: Zo., aard: basis}",
    OnderwerpKop: f"{{soort: onderwerp, titel: A, samenvatting: B., beoordeeld: 2025-01-01, {PAST}, bronnen: [b],"
    " volgorde: 1, verwant: [{onderwerp: t/o, reden: Zo., aard: basis}]}",
}
WRONG_ANYWHERE = (
    "",
    "null",
    "~",
    "[[x]]",
    "[{x: [y]}]",
    "{x: [y]}",
    "{x: {y: z}}",
    "[1]",
    "[null]",
    "1.5",
    "-1",
    "yes",
    '"\\u200B"',
    '"\\t"',
    '"x\\ny"',
    "<b>x</b>",
    "2025-01-01 10:00:00",
    "9999-12-31",
    ".nan",
    "'='",
)
# In prose these are what they say: text. Some days lie ahead.
MAY = {("'='", "text"), ('"x\\ny"', "prose"), ("9999-12-31", "ahead")}


def context(icons: Any) -> Samenhang:
    """Return what the records above refer to."""
    uitgever = Uitgever(id="u", naam="U")
    bron = Bron.model_construct(id="b", titel="B", uitgever=uitgever, datering="toen")
    soort = Instrumentsoort(id="s", naam="S", meervoud="Ss")
    instrument, _ = parse_record(
        document(
            "{id: i, titel: I, uitgever: u, soort: s, toegang: openbaar, url: 'https://a.example.org/i',"
            " onderwerpen: [t/o], beschrijving: Zo., toegevoegd: 2025-01-01}"
        ),
        Instrument,
        Samenhang(VANDAAG, {"uitgever": {"u": uitgever}, "soort": {"s": soort}}, frozenset({"t/o"})),
    )
    known: Mapping[str, Mapping[str, Any]] = {
        "uitgever": {"u": uitgever},
        "bron": {"b": bron},
        "soort": {"s": soort},
        "instrument": {"i": instrument},
    }
    return Samenhang(VANDAAG, known, frozenset({"t/o"}), (icons,))


FIELDS = [(model, name) for model in RIGHT for name in model.model_fields]


def kinds(model: type[Record], name: str) -> set[str]:
    """Say whether a field holds text, and whether that may have several lines."""
    prose = {"tekst", "toelichting", "uitleg"}
    text = {"titel", "naam", "voluit", "meervoud", "datering", "http_reden", "afkorting", "begrip", "hoe", "reden"}
    text |= {"beschrijving", "zelfde_url_als", "ondertitel", "editie", "samenvatting", "wat"}
    text |= {"stand", "op_in_woorden", "eerder", "nagaan"}
    if name == "verloopt":
        return {"ahead"}
    return {"text", "prose"} if name in prose else {"text"} if name in text else {model.__name__}


def test_the_records_in_order_are_in_order(iconen: Any) -> None:
    """Each of the records that are then broken is right, and fills every field of its model."""
    for model, text in RIGHT.items():
        record, found = parse_record(document(text), model, context(iconen))
        assert (record is not None, found) == (True, [])
        assert set(document(text).waarde) == set(model.model_fields)


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda part: getattr(part, "__name__", part))
def test_every_wrong_kind_of_value_is_told_in_dutch_on_its_line(model: type[Record], name: str, iconen: Any) -> None:
    """No value in any field ends in anything but a problem on the line of that field."""
    right = document(RIGHT[model])
    for wrong in WRONG_ANYWHERE:
        values = {**right.waarde, name: document(f"x: {wrong}").waarde["x"]}
        lines = {plek: line for plek, line in right.regels.items() if plek[:1] != (name,)}
        broken = Document("x", values, {**lines, (name,): 7})
        record, found = parse_record(broken, model, context(iconen))
        allowed = any((wrong, kind) in MAY for kind in kinds(model, name))
        assert (record is not None) == allowed, wrong
        assert any(problem.line == 7 for problem in found) != allowed, wrong
        assert all(problem.rule == "veld" and problem.path == "x" for problem in found)


@cache
def document(text: str) -> Document:
    """Parse a text that is in order as YAML."""
    parsed, problems = parse_yaml(text, "x")
    assert parsed is not None
    assert problems == []
    return parsed


def test_today_itself_is_no_future(iconen: Any) -> None:
    """A date of today passes; `datum-in-de-toekomst` in `regels/tools.yaml` is one of tomorrow."""
    text = "{soort: over, titel: A, samenvatting: B., beoordeeld: 2025-04-01}"
    record, problems = parse_record(document(text), Kop, context(iconen))
    assert record is not None
    assert (record.beoordeeld, problems) == (date(2025, 4, 1), [])
