"""The schemas for editors: made from the loader's fields, and of one mind with it as far as they can be."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest

from handreiking.schema import MODELS, render_schema

from .conftest import FIXTURES, ROOT
from .keuring import check_jsonschema

SCHEMAS = ROOT / "data" / "schema"

# What the loader refuses and JSON Schema lets pass, by the reason why.
NOT_IN_SCHEMA = {
    "it stands elsewhere whether this is right": {
        "tools/aanvragen-bij-onbekende",
        "tools/id-dubbel",
        "tools/onderwerp-onbekend",
        "tools/bron-onbekend",
        "tools/soort-onbekend",
        "tools/tip-onbekend",
        "tools/uitgever-onbekend",
        "tools/uitgever-zonder-gelijkenis",
        "tools/zelfde-adres",
        "tools/zelfde-adres-als-onbekende",
        "tools/zelfde-adres-als-zichzelf",
        "tools/zelfde-adres-dat-anders-is",
        "uitgevers/id-dubbel",
        "soorten/id-dubbel",
        "bronnen/id-dubbel",
        "cijfers/bron-onbekend",
        "cijfers/id-dubbel",
        "bronnen/uitgever-onbekend",
        "afkortingen/dubbel",
        "beweringen/bron-onbekend",
        "beweringen/id-dubbel",
        "beweringen/instrument-onbekend",
        "beweringen/onderwerp-onbekend",
        "contactpunten/bron-onbekend",
        "contactpunten/id-dubbel",
        "contactpunten/instrument-onbekend",
        "contactpunten/instrument-zonder-adres",
        "contactpunten/onderwerp-onbekend",
        "contactpunten/uitgever-onbekend",
        "definities/auteur-onbekend",
        "definities/begrip-dubbel",
        "definities/bron-onbekend",
        "definities/bron-zonder-gelijkenis",
        "definities/id-dubbel",
        "definities/overgenomen-uit-onbekend",
        "definities/vorm-dubbel",
        "definities/gewijzigd-voor-de-eerste-uitgave",
        "handreiking/uitgever-onbekend",
        "handreiking/verschenen-ontbreekt",
        "tools/gewijzigd-voor-de-eerste-uitgave",
        "verwijderd/definitie-is-er-nog",
        "verwijderd/dubbel",
        "verwijderd/instrument-is-er-nog",
        "verwijderd/onderwerp-is-er-nog",
        "verwijderd/vervanging-onbekend",
        "verwijderd/vervanging-van-een-andere-soort",
        "verwijderd/voor-de-eerste-uitgave",
        "zelfscan/een-stelling",
        "zelfscan/geen-stellingen",
        "zelfscan/id-dubbel",
        "zelfscan/instrument-onbekend",
        "zelfscan/onderwerp-onbekend",
        "zelfscan/te-veel",
        "zelfscan/te-weinig",
        "zelfscan/tekst-dubbel",
    },
    "one field decides about another": {
        "cijfers/bij-zonder-kop",
        "cijfers/deel-groter-dan-geheel",
        "cijfers/deel-van-onbekend",
        "cijfers/kolom-dubbel",
        "cijfers/kop-zonder-bij",
        "cijfers/rij-dubbel",
        "cijfers/som-van-onbekend",
        "cijfers/som-van-zichzelf",
        "cijfers/stap-onbekend",
        "cijfers/stappen-zonder-weg",
        "cijfers/totaal-klopt-niet",
        "cijfers/totaal-te-klein",
        "cijfers/totaal-van-kolommen",
        "cijfers/waarde-ontbreekt",
        "cijfers/waarde-te-veel",
        "cijfers/weg-zonder-stappen",
        "tools/aanvragen-adres-http",
        "tools/aanvragen-bij-openbaar",
        "tools/aanvragen-ontbreekt",
        "tools/adres-bij-op-aanvraag",
        "tools/adres-http",
        "tools/adres-ontbreekt",
        "tools/adres-ontbreekt-bij-inlog",
        "tools/andere-titel-elders",
        "tools/andere-titel-met-typefout",
        "tools/tip-elders",
        "bronnen/adres-http",
        "handreiking/licentie-adres-http",
        "beweringen/adres-http",
        "beweringen/beoordeeld-voor-op",
        "contactpunten/adres-http",
        "contactpunten/adres-naast-instrument",
        "contactpunten/beoordeeld-voor-stand",
        "contactpunten/niet-te-bereiken",
        "definities/auteur-bij-uitleg",
        "definities/auteur-ontbreekt",
        "definities/citaat-van-niemand",
        "definities/gelezen-bij-uitleg",
        "definities/gelezen-ontbreekt",
        "tools/gewijzigd-op-de-dag-van-toevoegen",
        "tools/gewijzigd-oudste-eerst",
        "tools/gewijzigd-twee-op-een-dag",
        "verwijderd/id-met-map",
        "verwijderd/id-zonder-map",
        "verwijderd/voor-het-toevoegen",
    },
    "a schema does not know what days there are": {
        "tools/datum-in-de-toekomst",
        "bronnen/gelezen-in-de-toekomst",
        "handreiking/verschenen-in-de-toekomst",
        "beweringen/op-bestaat-niet",
        "beweringen/op-in-de-toekomst",
        "beweringen/op-is-geen-dag",
        "contactpunten/stand-in-de-toekomst",
    },
    "the letters of a text": {
        "tools/html",
        "tools/html-commentaar",
        "tools/html-entiteit",
        "tools/html-entiteit-als-getal",
        "tools/meer-regels",
        "tools/teken-besturing",
        "tools/teken-omgekeerd",
        "tools/teken-rechts-naar-links",
        "tools/teken-regelscheiding",
        "tools/teken-zonder-breedte",
        "tools/tekst-zonder-letters",
        "bronnen/toelichting-met-html",
        "beweringen/stand-met-html",
        "beweringen/stand-op-meer-regels",
        "contactpunten/telefoon-te-kort",
        "contactpunten/waarvoor-met-html",
        "afkortingen/uitleg-met-html",
        "cijfers/naam-met-html",
        "definities/html-over-twee-regels",
        "definities/tekst-met-html",
        "zelfscan/tekst-met-html",
    },
    "a comment is no part of the values": {
        "tools/hekje-in-lijst",
        "tools/hekje-na-adres",
        "tools/hekje-na-tekst",
        "tools/hekje-na-tekst-op-twee-regels",
    },
    "editors read YAML 1.2, or take the values after YAML's own means have been worked out": {
        "tools/anker",
        "tools/tekst-datum",
        "tools/tekst-no",
        "tools/tekst-no-in-blok",
        "tools/tekst-off",
        "tools/tekst-on",
        "tools/tekst-tijd",
        "tools/tekst-yes",
        "tools/type",
        "tools/veldnaam-datum",
        "tools/veldnaam-samenvoegen",
        "afkortingen/afkorting-is-no",
        "definities/variant-is-no",
    },
}


@cache
def refused(name: str) -> frozenset[str]:
    """Give the files, of data and of fixtures, that check-jsonschema refuses for one data file."""
    files = [ROOT / "data" / f"{name}.yaml", *sorted(FIXTURES.glob(f"*/{name}/*.yaml"))]
    # An editor takes `uri` loosely, as the loader does; which libraries of strict ones lie here is chance.
    options = ["--disable-formats", "uri", "--schemafile", str(SCHEMAS / f"{name}.schema.json")]
    report = check_jsonschema(*options, *map(str, files))
    return frozenset(problem["filename"] for kind in ("errors", "parse_errors") for problem in report.get(kind, ()))


def test_an_editor_finds_the_schema_of_each_data_file() -> None:
    """VS Code knows them from its settings, for files without the line that names theirs too."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {f"./data/schema/{name}.schema.json": f"data/{name}.yaml" for name in MODELS}


@pytest.mark.parametrize("name", MODELS)
def test_the_schema_in_the_repository_is_the_loaders(name: str) -> None:
    """`make schema` has been run since the fields last changed."""
    assert (SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8") == render_schema(name)


def test_there_is_a_schema_for_each_data_file_and_no_other() -> None:
    """A new data file gets one; one that goes away leaves none behind."""
    data = {path.stem for path in (ROOT / "data").glob("*.yaml")}
    assert data == set(MODELS) == {path.name.removesuffix(".schema.json") for path in SCHEMAS.iterdir()}


@pytest.mark.parametrize("name", MODELS)
def test_it_accepts_the_data_and_every_right_file(name: str) -> None:
    """An editor underlines nothing that the loader takes."""
    right = {str(ROOT / "data" / f"{name}.yaml"), *map(str, (FIXTURES / "goed" / name).glob("*.yaml"))}
    assert right & refused(name) == set()


@pytest.mark.parametrize("name", MODELS)
def test_it_refuses_every_wrong_file_that_it_can_know(name: str) -> None:
    """What an editor lets pass is exactly what stands above, each for its reason."""
    passes = {
        f"{name}/{path.stem}" for path in (FIXTURES / "fout" / name).glob("*.yaml") if str(path) not in refused(name)
    }
    assert passes == {case for cases in NOT_IN_SCHEMA.values() for case in cases if case.startswith(f"{name}/")}


def test_every_field_says_in_dutch_what_it_is_for() -> None:
    """Each field has a description, and none an English title or an empty default."""
    for name in MODELS:
        schema = json.loads(render_schema(name))
        records = [schema, *schema.get("$defs", {}).values()]
        fields = {field: of for record in records for field, of in record.get("properties", {}).items()}
        assert fields
        for field, of in fields.items():
            assert re.fullmatch(r"(?s)\S.*[.?\u0027]", of.get("description", "")), (name, field)
            assert "title" not in of, (name, field)
            assert of.get("default", "") is not None, (name, field)
