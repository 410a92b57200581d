"""The published format: what it was it stays, or it gets another version."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.lezen.linkstatus import Linkstatus
from handreiking.opendata.beschrijving import Veld, velden
from handreiking.opendata.definities import Definities
from handreiking.opendata.overzicht import VERZAMELINGEN, find_verzamelingen
from handreiking.opendata.tools import Tools
from handreiking.opendata.vorm import Bestand, schema_path
from handreiking.soorten.contactpunt import Contactpunt
from handreiking.soorten.reeks import Reeks
from tests.conftest import Werkmap, load_edition
from tests.keuring import check_jsonschema
from tests.opendata.opbouw import GOUD, breaks, copy_whole, render_opendata

MODELS = [verzameling.model for verzameling in VERZAMELINGEN]
SCHEMA = "opendata/schema/"
SOMEWHERE = Site("https://www.example.org/h/")


@pytest.fixture
def werkmap(tmp_path: Path, iconen: Path) -> Werkmap:
    """A copy of the small handreiking, with records of every kind that is published."""
    return copy_whole(tmp_path / "klein", iconen)


@cache
def load() -> Handreiking:
    """Load the edition, once for all tests here."""
    return load_edition()


def on_record(path: str) -> str:
    """Return a file as it is on record, to the byte."""
    return (GOUD / path).read_bytes().decode()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.NAAM)
def test_a_format_that_changed_has_another_version(model: type[Bestand], werkmap: Werkmap) -> None:
    """The schema is the one on record for its version.

    Where this fails: a field that was only added goes on record with `python -m tests.opendata.opbouw`. Anything
    that is named in `broken` asks for another `VERSIE` of the model, and then the same command.
    """
    path = schema_path(model)
    now = render_opendata(werkmap.handreiking(), Site())[path]
    broken = breaks(json.loads(on_record(path)), json.loads(now))
    assert broken == []
    assert now == on_record(path)


def test_the_files_of_the_small_handreiking_are_those_on_record(werkmap: Werkmap) -> None:
    """Each file as a whole, letter by letter; of a former version only the schema stays on record."""
    made = render_opendata(werkmap.handreiking(), Site())
    kept = {path.relative_to(GOUD).as_posix() for path in GOUD.rglob("*") if path.is_file()}
    assert {name for name in kept - set(made) if not name.startswith(SCHEMA)} == set()
    assert {name: text for name, text in made.items() if text != on_record(name)} == {}


def changed(change: Callable[[dict[str, Any]], object]) -> list[str]:
    """Return what a change of the schema of the definitions breaks."""
    was = json.loads(on_record(schema_path(Definities)))
    now = copy.deepcopy(was)
    change(now)
    return breaks(was, now)


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        (lambda s: s["properties"].pop("stand"), {"stand"}),
        (lambda s: s["$defs"]["Bron"]["properties"].pop("url"), {"begrippen[].bron.url"}),
        (lambda s: s["$defs"]["Begrip"]["required"].remove("tekst"), {"begrippen[].tekst"}),
        (lambda s: s["$defs"]["Afkorting"]["properties"]["voluit"].update(type="array"), {"afkortingen[].voluit"}),
        (lambda s: s["$defs"]["Begrip"]["properties"]["soort"]["enum"].append("anders"), {"begrippen[].soort"}),
        (
            lambda s: s["$defs"]["Afkorting"]["properties"].update(
                voluit={"anyOf": [{"type": "string"}, {"type": "null"}]}
            ),
            {"afkortingen[].voluit"},
        ),
        (lambda s: s["properties"]["versie"].update(const=2), {"versie"}),
        (lambda s: s["properties"].update(nieuw={"type": "string"}), set()),
        (lambda s: s["properties"]["stand"].update(description="Anders gezegd."), set()),
    ],
    ids=["gone", "gone-deep", "not-always", "kind", "choice", "null", "version", "added", "description"],
)
def test_what_breaks_a_format(change: Callable[[dict[str, Any]], object], broken: set[str]) -> None:
    """A field that goes, or holds something else, breaks it; a field more or another description does not."""
    assert broken <= set(changed(change))
    assert bool(changed(change)) == bool(broken)


@pytest.mark.parametrize("site", [Site(), Site(directories=True), SOMEWHERE], ids=["relative", "folders", "whole"])
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.NAAM)
def test_each_file_is_as_its_schema_says(model: type[Bestand], site: Site, werkmap: Werkmap, tmp_path: Path) -> None:
    """A validator that is not ours accepts the edition, and refuses it without one field or with another version.

    Of a kind that the edition has none of, the file of the small handreiking.
    """
    files = render_opendata(werkmap.handreiking(), site) | render_opendata(load(), site)
    (tmp_path / "schema.json").write_text(files[schema_path(model)], encoding="utf-8")
    right = json.loads(files[f"opendata/{model.NAAM}.json"])
    first = next(key for key, value in right.items() if isinstance(value, list))
    variants = {
        "right": right,
        "more": {**right, "later": "toegevoegd"},
        "less": {key: value for key, value in right.items() if key != "stand"},
        "other": {**right, "versie": model.VERSIE + 1},
        "bare": {**right, first: [{}]},
    }
    for name, value in variants.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(value), encoding="utf-8")
    paths = [str(tmp_path / f"{name}.json") for name in variants]
    report = check_jsonschema("--schemafile", str(tmp_path / "schema.json"), *paths)
    refused = {Path(error["filename"]).stem for error in report["errors"]}
    assert refused == {"less", "other", "bare"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.NAAM)
def test_every_file_begins_with_what_it_is(model: type[Bestand], werkmap: Werkmap) -> None:
    """Description, title, date, version, licence and publisher come first, then the page, then the records."""
    data = json.loads(render_opendata(werkmap.handreiking(), SOMEWHERE)[f"opendata/{model.NAAM}.json"])
    head = ["$schema", "titel", "stand", "versie", "licentie", "uitgever", "adres"]
    assert list(data)[:7] == head
    assert [data[name] for name in head[:4]] == [
        f"https://www.example.org/h/{schema_path(model)}",
        "Klimaat in de wijk",
        werkmap.handreiking().stand.isoformat(),
        model.VERSIE,
    ]
    assert data["licentie"]["url"] == "https://vrij.example.org/1.0"


def test_every_address_is_whole_where_that_of_the_site_is_known(werkmap: Werkmap) -> None:
    """No file has an address that begins with dots, and each schema names its own."""
    files = render_opendata(werkmap.handreiking(), SOMEWHERE)
    assert [path for path, text in files.items() if '"../' in text or ",../" in text] == []
    for model in MODELS:
        path = schema_path(model)
        assert json.loads(files[path])["$id"] == f"https://www.example.org/h/{path}"


def test_all_records_of_the_edition_are_in_the_files() -> None:
    """No record is lost, in its own order."""
    handreiking = load()
    files = render_opendata(handreiking, Site())
    read = {v.model.NAAM: json.loads(files[f"opendata/{v.model.NAAM}.json"]) for v in find_verzamelingen(handreiking)}
    tools, definities, onderwerpen = read["tools"], read["definities"], read["onderwerpen"]
    contact, cijfers = read["contactpunten"], read["cijfers"]
    assert [i["id"] for i in tools["instrumenten"]] == [i.id for i in handreiking.instrumenten]
    assert [b["id"] for b in definities["begrippen"]] == [d.id for d in handreiking.definities]
    assert [a["id"] for a in definities["afkortingen"]] == [a.id for a in handreiking.afkortingen]
    assert [t["id"] for t in onderwerpen["themas"]] == [t.id for t in handreiking.themas]
    topics = [o for t in handreiking.themas for o in t.onderwerpen]
    assert [o["id"] for o in onderwerpen["onderwerpen"]] == [o.id for o in topics]
    assert [o["instrumenten"] for o in onderwerpen["onderwerpen"]] == [
        [p.instrument.id for p in handreiking.plaatsingen(o.id)] for o in topics
    ]
    assert [[b["id"] for b in o["beweringen"]] for o in onderwerpen["onderwerpen"]] == [
        [b.id for b in handreiking.beweringen_bij(o.id)] for o in topics
    ]
    assert [c["id"] for c in contact["contactpunten"]] == [c.id for c in handreiking.contactpunten]
    assert [[*o["contactpunten"]] for o in onderwerpen["onderwerpen"]] == [
        [c.id for c in handreiking.bij(Contactpunt, o.id)] for o in topics
    ]
    assert all(o["delen"] and o["bronnen"] for o in onderwerpen["onderwerpen"])
    assert [r["id"] for r in cijfers["reeksen"]] == [r.id for r in handreiking.van(Reeks)]
    assert all(r["adressen"] and r["bron"] for r in cijfers["reeksen"])


def test_a_literal_text_is_the_same_in_the_file(werkmap: Werkmap) -> None:
    """Its paragraphs are those of the data; what a link check last saw comes along."""
    werkmap.change("data/definities.yaml", "tekst: Een toestand", "tekst: |\n    Eerst.\n\n    Een\n    toestand")
    handreiking = werkmap.handreiking()
    terms = json.loads(render_opendata(handreiking, Site())["opendata/definities.json"])["begrippen"]
    assert terms[0]["tekst"] == "Eerst.\n\nEen toestand waarin het lichaam zijn warmte niet kwijt kan."


def test_what_the_link_check_saw_is_in_the_file(werkmap: Werkmap) -> None:
    """When an address last worked and since when it does not are two dates of the instrument."""
    seen = {"hittekaart": Linkstatus(date(2025, 3, 1), date(2025, 3, 8))}
    files = render_opendata(replace(werkmap.handreiking(), linkstatus=seen), Site())
    first, second = json.loads(files["opendata/tools.json"])["instrumenten"]
    dates = [(i["link_werkte_op"], i["niet_bereikbaar_sinds"]) for i in (first, second)]
    assert dates == [("2025-03-01", "2025-03-08"), (None, None)]


def test_what_was_taken_away_is_told_with_the_reason(werkmap: Werkmap) -> None:
    """Each file has what is gone of its own kind, and what came in its place."""
    files = render_opendata(werkmap.handreiking(), Site())
    told = [model for model in MODELS if "verwijderd" in model.model_fields]
    gone = {model.NAAM: json.loads(files[f"opendata/{model.NAAM}.json"])["verwijderd"] for model in told}
    assert gone == {
        "tools": [
            {
                "id": "regenton",
                "titel": "Regenton",
                "op": "2025-03-04",
                "reden": "De winkel bestaat niet meer.",
                "vervangen_door": None,
            }
        ],
        "definities": [],
        "onderwerpen": [
            {
                "id": "water/sloten",
                "titel": "Sloten & greppels",
                "op": "2025-03-05",
                "reden": "Alles over water staat nu bij elkaar.",
                "vervangen_door": "water/regen",
            }
        ],
    }


def test_a_point_says_what_it_rests_on(werkmap: Werkmap) -> None:
    """By its line of the text, with the whole source; what the editors suggest says so, and the text has no mark."""
    werkmap.change(
        "content/water/regen.md", "- Graaf een wadi.", "- Graaf.\n- Een wadi.[^weerboek]\n- Plant.[^redactie]"
    )
    files = render_opendata(werkmap.handreiking(), Site())
    [topic] = [o for o in json.loads(files["opendata/onderwerpen.json"])["onderwerpen"] if o["id"] == "water/regen"]
    lead, points = topic["delen"]
    assert lead["herkomst"] == []
    assert points["tekst"] == "Graaf.\nEen wadi.\nPlant."
    assert points["herkomst"] == [
        {"regel": 2, "bronnen": topic["bronnen"], "redactie": False},
        {"regel": 3, "bronnen": [], "redactie": True},
    ]
    assert [bron["id"] for bron in topic["bronnen"]] == ["weerboek"]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.NAAM)
def test_every_field_is_explained_in_dutch(model: type[Bestand]) -> None:
    """Each field that can stand in a file is on the page, with a sentence; none is left out."""
    explained = list(velden(model))
    assert [veld for veld in explained if not re.fullmatch(r"\S.*[.)]", veld.uitleg)] == []
    schema = json.loads(on_record(schema_path(model)))
    names = {name for record in (schema, *schema["$defs"].values()) for name in record["properties"]}
    assert {veld.pad[-1] for veld in explained} == names


def test_the_fields_of_a_file_are_told_in_order() -> None:
    """A field comes before those within it; what stands in every file can be left out."""
    own = list(velden(Tools, behalve=Bestand))
    assert own[0] == Veld(("instrumenten",), "De instrumenten, in de volgorde van de handreiking.")
    assert ("instrumenten", "aanvragen", "bij", "naam") in [veld.pad for veld in own]
    assert "licentie" not in {veld.pad[0] for veld in own}
