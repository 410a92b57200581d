"""`handreiking opmaak`: one form for the data and the tops of the pages, with the same values and comments."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from handreiking.__main__ import main
from handreiking.gegevens import Titelblad
from handreiking.inhoud import OnderwerpKop, ThemaKop
from handreiking.instrumenten import Instrument
from handreiking.opmaak import opmaak
from handreiking.opmaak.opmaak import render_gegevens, render_pagina
from handreiking.opmaak.regels import parse_regels
from handreiking.opmaak.toevoegen import append_record
from handreiking.opmaak.volgorde import veldvolgorde
from handreiking.schema import MODELS
from handreiking.yaml_document import decode, parse_yaml
from tests.conftest import FIXTURES, ROOT, Werkmap

ROMMELIG = """\
# yaml-language-server: $schema=schema/tools.schema.json
# De instrumenten.
# eerste
-   soort: 'kaart' # waarom een kaart
    # over het id


    id: hittekaart

    titel: "Hitte: kaart"
    beschrijving: Laat zien
      waar het warm is.
    # slot van de hittekaart

-   # tweede
    id: regenboek
    onderwerpen:
    - groen/bomen
    # over de tip
    tip: [groen/bomen, # een
      # twee
      "water/regen" ] # drie
    aanvragen:
      # eerst
      hoe: 'ja'
      bij: "var" # wie
      # slot van aanvragen
    onbekend: |   # letterlijk
      regel
        # geen commentaar
# ─── derde groep
- {titel: y, id: c}
# slot van alles

# einde
"""

NETJES = """\
# yaml-language-server: $schema=schema/tools.schema.json
# De instrumenten.
# eerste
# over het id
- id: hittekaart
  titel: "Hitte: kaart"
  # waarom een kaart
  soort: 'kaart'
  beschrijving: Laat zien waar het warm is.
  # slot van de hittekaart

# tweede
- id: regenboek
  aanvragen:
    # wie
    bij: "var"
    # eerst
    hoe: 'ja'
    # slot van aanvragen
  onderwerpen:
    - groen/bomen
  # over de tip
  # een
  # twee
  # drie
  tip: [groen/bomen, "water/regen"]
  # letterlijk
  onbekend: |
    regel
      # geen commentaar

# ─── derde groep
- id: c
  titel: y
# slot van alles

# einde
"""


def instrumenten(text: str) -> str:
    """Give the text of a file of instruments in its form, which it must be able to have."""
    written, problems = render_gegevens(text, "x", list[Instrument])
    assert problems == []
    assert written is not None
    return written


def test_fields_and_comments_find_their_places() -> None:
    """In the order of the model, at two spaces, with every comment above what it is about; again, nothing changes."""
    assert instrumenten(ROMMELIG) == NETJES
    assert instrumenten(NETJES) == NETJES


def test_a_page_keeps_its_markdown() -> None:
    """The fields at its top go in order; below them nothing changes."""
    below = "---\n\n-   punt\n\n---\n<b>  "
    page = (
        "---\nbeoordeeld: 2025-03-01\nverwant:\n- reden: Water.\n  onderwerp: water/regen\ntitel:   'Bomen'\n"
        "soort: onderwerp\nvolgorde: 1\n# kort\nsamenvatting: Waar bomen staan.\n"
    )
    tidy = (
        "---\nsoort: onderwerp\ntitel: 'Bomen'\n# kort\nsamenvatting: Waar bomen staan.\nvolgorde: 1\nverwant:\n"
        "  - onderwerp: water/regen\n    reden: Water.\nbeoordeeld: 2025-03-01\n"
    )
    assert render_pagina(page + below, "x") == (tidy + below, [])
    assert render_pagina(tidy + below, "x") == (tidy + below, [])


def test_records_stay_grouped_where_most_are() -> None:
    """A blank line comes before every record where at least half have one; elsewhere those that are there stay."""
    together = "- id: a\n- id: b\n\n- id: c\n- id: d\n"
    assert instrumenten(together) == together
    apart = "- id: a\n- id: b\n\n\n- id: c\n"
    assert instrumenten(apart) == "- id: a\n\n- id: b\n\n- id: c\n"


def test_the_order_is_that_of_the_models() -> None:
    """With a field that a kind of page has of its own where that kind writes it down."""
    assert veldvolgorde(Instrument) == tuple(Instrument.model_fields)
    assert veldvolgorde(Titelblad) == tuple(Titelblad.model_fields)
    assert veldvolgorde(ThemaKop)[:4] == ("soort", "titel", "samenvatting", "beoordeeld")
    order = veldvolgorde(OnderwerpKop)
    assert order.index("beoordeeld") > order.index("verwant") > order.index("volgorde")
    assert set(veldvolgorde(OnderwerpKop)) == set(OnderwerpKop.model_fields)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[]", "[]\n"),
        ("# kop\n\n[] # niets\n", "# kop\n\n# niets\n[]\n"),
        ("[{id: a, titel: b}, {id: c}]\n", "- id: a\n  titel: b\n- id: c\n"),
        ("- {}\n", "- {}\n"),
        ("- id: [a,\n  # x\n  b]\n", "# x\n- id: [a, b]\n"),
        ("- id: {a: , b: 1}\n", "- id:\n    a:\n    b: 1\n"),
        ("%YAML 1.1 # a\n---  # b\n- id: a\n...\n# c\n", "# a\n# b\n- id: a\n# c\n"),
        ("- tekst: >\n    een\n    twee\n\n    drie\n", "- tekst: >\n    een twee\n\n    drie\n"),
        ("- tekst: |+\n    een\n\n- id: a\n", '- tekst: "een\\n\\n"\n\n- id: a\n'),
        ("- tekst: een\n\n    twee\n", "- tekst: |-\n    een\n    twee\n"),
        ('- tekst: "\\x85 é \\U0001F600"\n', '- tekst: "\\N é 😀"\n'),
        ("- id: a\r  titel: b\r", "- id: a\n  titel: b\n"),
    ],
)
def test_odd_ways_of_writing_have_one_form(before: str, after: str) -> None:
    """Each keeps its value, as the loader reads it, and its comments."""
    assert instrumenten(before) == after
    assert instrumenten(after) == after
    read, _ = parse_yaml(before, "x")
    again, _ = parse_yaml(after, "x")
    assert read is not None
    assert again is not None
    assert again.waarde == read.waarde


@pytest.mark.parametrize(
    ("text", "kind"), [("titel: a\n", list[Instrument]), ("- a\n", list[Instrument]), ("- a: b\n", Titelblad)]
)
def test_another_shape_is_refused_as_the_loader_does(text: str, kind: Any) -> None:
    """A list where a record belongs, or the other way round; what is wrong in a field is another matter."""
    written, [problem] = render_gegevens(text, "data/x.yaml", kind)
    assert (written, problem.path, problem.line, problem.rule) == (None, "data/x.yaml", 1, "vorm")


def everything() -> list[tuple[Path, Any]]:
    """Give every page of both handreikingen, every data file and its fixtures, right or wrong, with their kind."""
    pages = [(path, None) for folder in (ROOT / "content", FIXTURES / "klein") for path in folder.rglob("*.md")]
    files = [*ROOT.glob("data/*.yaml"), *FIXTURES.glob("klein/data/*.yaml")]
    fixtures = [(path, MODELS[name]) for name in MODELS for path in FIXTURES.glob(f"*/{name}/*.yaml")]
    return [*pages, *((path, MODELS[path.stem]) for path in files), *fixtures]


def test_whatever_can_be_read_can_be_put_in_its_form() -> None:
    """All files there are: a form that stays, or the sentences of the loader."""
    written = 0
    for path, kind in everything():
        text, _ = decode(path.read_bytes(), "x")
        form = render_pagina if kind is None else partial(render_gegevens, kind=kind)
        once = None if text is None else form(text, "x")[0]
        if once is not None:
            assert form(once, "x") == (once, []), path
            written += 1
    assert written > 300


def test_a_mistake_of_ours_writes_nothing(monkeypatch: pytest.MonkeyPatch, werkmap: Werkmap) -> None:
    """If the new text would say something else, or lose a comment, the command stops with a traceback."""
    before = (werkmap.map / "data" / "tools.yaml").read_bytes()
    werkmap.write("data/soorten.yaml", "# over de kaart\n- naam: Kaart\n  meervoud: Kaarten\n  id: kaart\n")
    monkeypatch.setattr(opmaak, "_rewrite", lambda text, _: text.replace("kaart", "kaas"))
    with pytest.raises(AssertionError, match="would say something else"):
        main(["--project", str(werkmap.map), "opmaak"])
    monkeypatch.setattr(opmaak, "_rewrite", lambda text, _: text.replace("# over de kaart\n", ""))
    with pytest.raises(AssertionError, match="would have other comments"):
        main(["--project", str(werkmap.map), "opmaak"])
    assert (werkmap.map / "data" / "tools.yaml").read_bytes() == before


SOORTEN = "- naam: Kaart\n  id: kaart\n  meervoud: Kaarten\n- naam: Boek\n  id: boek\n  meervoud: Boeken\n"
SOORTEN_NETJES = "- id: kaart\n  naam: Kaart\n  meervoud: Kaarten\n- id: boek\n  naam: Boek\n  meervoud: Boeken\n"


def test_the_command_writes_what_is_not_in_its_form(werkmap: Werkmap, capsys: pytest.CaptureFixture[str]) -> None:
    """With its mode, through a link, without the mark and the line ends of Windows; the second time nothing."""
    soorten = werkmap.map / "data" / "soorten.yaml"
    werkmap.write("elders.yaml", b"\xef\xbb\xbf" + SOORTEN.replace("\n", "\r\n").encode())
    (werkmap.map / "elders.yaml").chmod(0o600)
    argv = ["--project", str(werkmap.map), "opmaak"]
    main(argv)
    capsys.readouterr()
    soorten.unlink()
    soorten.symlink_to("../elders.yaml")
    number = len([*werkmap.map.glob("data/*.yaml"), *werkmap.map.rglob("content/**/*.md")])
    assert (main([*argv, "--controleer"]), *capsys.readouterr()) == (
        1,
        "data/soorten.yaml: de opmaak wijkt af; herstel dat met: handreiking opmaak data/soorten.yaml\n",
        f"Bekeken: {number} bestanden; 1 met een andere opmaak.\n",
    )
    assert soorten.read_bytes().startswith(b"\xef")
    assert (main(argv), *capsys.readouterr()) == (
        0,
        "",
        f"data/soorten.yaml: opnieuw opgemaakt\nBekeken: {number} bestanden; 1 opnieuw opgemaakt.\n",
    )
    assert (soorten.is_symlink(), soorten.read_text(encoding="utf-8")) == (True, SOORTEN_NETJES)
    assert (werkmap.map / "elders.yaml").stat().st_mode & 0o777 == 0o600
    assert (main([*argv, "--controleer"]), *capsys.readouterr()) == (
        0,
        "",
        f"Bekeken: {number} bestanden; alles heeft de vaste opmaak al.\n",
    )


def test_what_cannot_be_read_is_told_and_nothing_is_written(
    werkmap: Werkmap, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also in a run over files that could be: the loader's sentences, at their lines."""
    werkmap.write("data/soorten.yaml", SOORTEN)
    werkmap.write("data/uitgevers.yaml", "- id: a\n  id: b\n\tnaam: x\n")
    werkmap.write("content/over.md", "---\ntitel: a\n")
    assert (main(["--project", str(werkmap.map), "opmaak"]), *capsys.readouterr()) == (
        1,
        (
            "content/over.md:1: de gegevens boven aan de pagina worden niet afgesloten met '---'\n"
            "data/uitgevers.yaml:3: dit is geen geldige YAML: gebruik spaties om in te springen, geen tab\n"
        ),
        "2 problemen; er is niets geschreven\n",
    )
    assert (werkmap.map / "data" / "soorten.yaml").read_text(encoding="utf-8") == SOORTEN


def test_single_files_can_be_named(
    werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the folder one stands in; others stay as they are, and a file of another kind is none of ours."""
    werkmap.write("data/soorten.yaml", SOORTEN)
    monkeypatch.chdir(werkmap.map / "data")
    argv = ["--project", "..", "opmaak"]
    assert main([*argv, "uitgevers.yaml", "../content/over.md"]) == 0
    assert (werkmap.map / "data" / "soorten.yaml").read_text(encoding="utf-8") == SOORTEN
    assert main([*argv, "soorten.yaml"]) == 0
    assert (werkmap.map / "data" / "soorten.yaml").read_text(encoding="utf-8") == SOORTEN_NETJES
    capsys.readouterr()
    werkmap.write("data/notitie.yaml", "a: b\n")
    assert (main([*argv, "notitie.yaml"]), *capsys.readouterr()) == (
        2,
        "",
        "notitie.yaml: dit is geen gegevensbestand en geen pagina van deze handreiking\n",
    )


RECORD = {"titel": "No: b #c", "id": "nieuw", "onderwerpen": ["a/b", "12:30"]}
ENTRY = '- id: nieuw\n  titel: "No: b #c"\n  onderwerpen:\n    - a/b\n    - "12:30"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# kop\n\n-   titel: x\n", "# kop\n\n-   titel: x\n\n" + ENTRY),
        ("- id: a\n\n- id: b", "- id: a\n\n- id: b\n\n" + ENTRY),
        ("- id: a\n- id: b\n", "- id: a\n- id: b\n" + ENTRY),
        ("- id: a\n\n- id: b\n\n", "- id: a\n\n- id: b\n\n" + ENTRY),
        ("- id: a\r\n\r\n- id: b\r\n", "- id: a\r\n\r\n- id: b\r\n\r\n" + ENTRY.replace("\n", "\r\n")),
        ("# kop\n\n[]\n# slot\n", f"# kop\n\n{ENTRY}# slot\n"),
        ("  - id: a\n  - id: b\n", "  - id: a\n  - id: b\n" + "".join(f"  {line}\n" for line in ENTRY.splitlines())),
        ("[{titel: b, id: a}] # x\n", "# x\n- id: a\n  titel: b\n\n" + ENTRY),
        ("- id: a\n...\n", "- id: a\n\n" + ENTRY),
        ("- tekst: |+\n    x\n\n", "- tekst: |+\n    x\n\n" + ENTRY),
    ],
)
def test_a_record_is_put_behind_the_others(before: str, after: str) -> None:
    """The rest stays as it is, letter by letter, unless nothing can be put behind it."""
    assert append_record(before, "x", RECORD, Instrument) == after


FIELDS = (*Instrument.model_fields, "onbekend", "no", "a b", "ü: x")
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


def values() -> st.SearchStrategy[Any]:
    """What may stand in a field: texts of any letters, some that YAML reads as something else, lists and blocks."""
    long = st.text("a ", min_size=130, max_size=150)
    texts = st.one_of(st.sampled_from(ODD), st.text(max_size=12), st.text("ab \n\t:#-'\"é", max_size=20), long)
    names = st.sampled_from(FIELDS)
    return st.recursive(
        texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3), max_leaves=4
    )


@st.composite
def written_files(draw: st.DrawFn) -> str:
    """Draw a data file: records with fields in any order, written in any style, with comments in any place."""
    record = st.dictionaries(st.sampled_from(FIELDS), values(), min_size=1, max_size=5)
    text = ""
    for fields in draw(st.lists(record, min_size=1, max_size=4)):
        text += yaml.dump(
            [dict(draw(st.permutations(list(fields.items()))))],
            default_style=draw(st.sampled_from([None, "'", '"', "|", ">"])),
            default_flow_style=draw(st.sampled_from([None, False, True])),
            indent=draw(st.integers(2, 5)),
            width=draw(st.sampled_from([20, 80, 10**6])),
            sort_keys=False,
            allow_unicode=draw(st.booleans()),
        )
    lines = text.split("\n")
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(lines)))
        kind = draw(st.sampled_from(["leeg", "erachter", "erboven", "erboven"]))
        if kind == "erachter" and place < len(lines):
            lines[place] += "  # erachter"
        else:
            lines.insert(place, "" if kind == "leeg" else " " * draw(st.integers(0, 6)) + "# erboven")
    return "\n".join(lines)


def comments(text: str) -> list[str]:
    """Give the comments of a text, sorted."""
    return sorted(said for _, said in parse_regels(text).commentaar.values())


@settings(
    max_examples=int(os.environ.get("VOORBEELDEN", "100")),
    deadline=None,
    derandomize="VOORBEELDEN" not in os.environ,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
@given(written_files())
def test_whatever_the_text_its_meaning_stays_and_the_second_time_nothing_changes(text: str) -> None:
    """Any values, styles, order of fields and comments: the same values and comments, and one fixed form."""
    before, problems = parse_yaml(text, "x")
    assume(before is not None and not problems)
    once = instrumenten(text)
    after, problems = parse_yaml(once, "x")
    assert (after and after.waarde, problems) == (before and before.waarde, [])
    assert comments(once) == comments(text)
    assert instrumenten(once) == once
    added, problems = parse_yaml(append_record(text, "x", RECORD, Instrument).replace("\r\n", "\n"), "x")
    assert ([*before.waarde, RECORD], []) == (added and added.waarde, problems) if before else None
