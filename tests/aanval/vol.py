"""A handreiking of which every field that takes free text holds an attack, and every other field something in order.

Which fields there are, and which take free text, comes from the models themselves: a new field is in here by itself.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from handreiking.lezen.pagina import split_page
from handreiking.soorten.alle import ALLE
from handreiking.soorten.kop import Kop
from handreiking.soorten.paginasoort import PAGINASOORTEN, kop_model
from handreiking.soorten.record import Record
from handreiking.soorten.schema import _Schema
from tests.conftest import FIXTURES
from tests.trainingen import add_trainingen

KLEIN = FIXTURES / "klein"
# Where the records of the data stand, with their model.
BESTANDEN: dict[str, type[Record]] = {soort.bestand: soort.model for soort in ALLE}

# What a field gets that klein leaves out and that takes no free text.
ERBIJ: Mapping[str, list[dict[str, Any]]] = {
    "handreiking.yaml": [
        {
            "beveiliging": {"melden": "lek+%27@example.org", "verloopt": "2025-12-01"},
            "adres": "https://klimaat.example.org/'onclick='x/",
            "adressen": "bestanden",
            "broncode": "https://code.example.org/a'b(c);d&e=%22%3E%3Cscript%3E",
            "wijzigen": "https://code.example.org/'onclick='x/edit/",
        }
    ],
    "uitgevers.yaml": [{"lidwoord": "de"}],
    "bronnen.yaml": [{}],
    "definities.yaml": [{"overgenomen_uit": "weerboek", "toegevoegd": "2025-03-04"}],
    "tools.yaml": [
        {
            "archief": "https://archief.example.org/a'b(c);d&e=%22%3E%3Cscript%3E",
            "bestandstype": "pdf",
            "bron": "weerboek",
        },
        {"aanvragen": {"url": "https://loket.example.org/'onclick='x"}},
    ],
    "beweringen.yaml": [{"instrument": "hittekaart"}, {"url": "https://nagaan.example.org/?a='&b=(1);//x"}],
    "contactpunten.yaml": [
        {"url": "https://meld.example.org/?a='&b=(1);//x", "acuut": True},
        {"instrument": "hittekaart"},
    ],
    "verwijderd.yaml": [{"toegevoegd": "2025-03-04"}],
}
# A second record where the first cannot have every field: an instrument with the same address.
OOK: Mapping[str, dict[str, Any]] = {
    "tools.yaml": {
        "id": "tweede",
        "titel": "",
        "uitgever": "knmi",
        "soort": "kaart",
        "toegang": "inlog",
        "url": "https://kaart.example.org/hitte?laag=a%2Fb#:~:text=warm%20weer,koel",
        "onderwerpen": ["groen/bomen"],
        "beschrijving": "",
        "zelfde_url_als": "hittekaart",
        "toegevoegd": "2025-03-03",
    }
}
GEWIJZIGD = {"concept": False, "toegevoegd": "2025-03-04", "gewijzigd": [{"op": "2025-03-05", "wat": ""}]}
KOPPEN: Mapping[str, dict[str, Any]] = {
    "groen/bomen.md": {**GEWIJZIGD, "verwant": [{"aard": "vervolg"}]},
    "groen/index.md": {**GEWIJZIGD, "beoordeeld": "2025-03-05", "bronnen": ["weerboek"]},
    "over.md": {**GEWIJZIGD, "beoordeeld": "2025-03-05", "bronnen": ["weerboek"]},
    "praktijk/waterdijk/bomen-tellen.md": GEWIJZIGD,
    "water/regen.md": {"verwant": [{"aard": "basis"}]},
}
# Free text by its schema, but a rule says which text.
VAST = {("tools.yaml", "zelfde_url_als")}
# Would take the place of something else that has to be there.
NIET_ERBIJ = {"http_reden", "gemeente", "andere_titels", "trainingen.yaml/titel"}


@dataclass
class Vulling:
    """Gives each field an attack of its own, and remembers which field got which."""

    aanvallen: tuple[str, ...]
    gegeven: dict[str, str] = field(default_factory=dict)

    def tekst(self, plek: str) -> str:
        """Return the text for one field: it begins as a formula and holds one number that no other text has."""
        number = len(self.gegeven)
        attack = self.aanvallen[number % len(self.aanvallen)]
        self.gegeven[plek] = f"{'=+-@'[number % 4]}BOE{number:03d}{attack}"
        return self.gegeven[plek]


def write_vol(folder: Path, aanvallen: tuple[str, ...]) -> Vulling:
    """Write the handreiking to a new folder; give what each field of it holds."""
    shutil.copytree(KLEIN, folder)
    add_trainingen(folder)
    vulling = Vulling(aanvallen)
    for name, model in BESTANDEN.items():
        schema = schema_of(model)
        given = _read((folder / "data" / name).read_text(encoding="utf-8"))
        records = given if isinstance(given, list) else [given]
        records += [dict(OOK[name])] if name in OOK else []
        for index, extra in enumerate(ERBIJ.get(name, ())):
            _merge(records[index], extra)
        filled = [vul(record, schema, vulling, f"{name}/{index}") for index, record in enumerate(records)]
        _write(folder / "data" / name, filled if isinstance(given, list) else filled[0])
    for path in sorted((folder / "content").rglob("*.md")):
        pad = path.relative_to(folder / "content").as_posix()
        parts, _ = split_page(path.read_text(encoding="utf-8"), pad)
        assert parts is not None
        kop = _read(parts[0])
        _merge(kop, deepcopy(KOPPEN.get(pad, {})))
        kop = vul(kop, schema_of(kop_model(kop["soort"])), vulling, pad)
        path.write_text(f"---\n{json.dumps(kop, ensure_ascii=False)}\n---\n{parts[1]}", encoding="utf-8")
    return vulling


def schema_of(model: type[Record]) -> dict[str, Any]:
    """Return the JSON Schema of a model, as editors get it."""
    schema: dict[str, Any] = TypeAdapter(model).json_schema(schema_generator=_Schema)
    return schema


def vul(waarde: Any, schema: dict[str, Any], vulling: Vulling, plek: str, whole: dict[str, Any] | None = None) -> Any:
    """Return a value with an attack in every field of free text below it, also in those that it left out."""
    whole = whole or schema
    schema = _resolve(schema, whole)
    if schema.get("type") == "object" and "properties" in schema:
        for name, inner in schema["properties"].items():
            here = _resolve(inner, whole)
            file = plek.partition("/")[0]
            if (file, name) in VAST or (name not in waarde and {name, f"{file}/{name}"} & NIET_ERBIJ):
                continue
            if name in waarde:
                waarde[name] = vul(waarde[name], inner, vulling, f"{plek}.{name}", whole)
            elif is_vrij(here):
                waarde[name] = vulling.tekst(f"{plek}.{name}")
            elif here.get("type") == "array" and is_vrij(_resolve(here["items"], whole)):
                waarde[name] = [vulling.tekst(f"{plek}.{name}")]
        return waarde
    if schema.get("type") == "object":
        return {key: vul(value, schema["additionalProperties"], vulling, plek, whole) for key, value in waarde.items()}
    if schema.get("type") == "array":
        return [vul(member, schema["items"], vulling, f"{plek}.{index}", whole) for index, member in enumerate(waarde)]
    return vulling.tekst(plek) if is_vrij(schema) else waarde


def is_vrij(schema: Mapping[str, Any]) -> bool:
    """Say whether a field takes any text."""
    return schema.get("type") == "string" and not {"pattern", "format", "enum", "const"} & set(schema)


def velden(model: type[Record]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each field of a model by its name, `aanvragen.hoe`, with its schema; a list counts as what is in it."""
    whole = schema_of(model)

    def below(schema: dict[str, Any], name: str) -> Iterator[tuple[str, dict[str, Any]]]:
        schema = _resolve(schema, whole)
        if schema.get("type") == "array":
            yield from below(schema["items"], name)
        elif schema.get("type") == "object" and "properties" in schema:
            for key, inner in schema["properties"].items():
                yield from below(inner, f"{name}.{key}".lstrip("."))
        elif schema.get("type") == "object":
            yield from below(schema["additionalProperties"], name)
        else:
            yield name, schema

    return below(whole, "")


def koppen() -> list[type[Kop]]:
    """Return the models of what stands at the top of pages."""
    return [*{soort.kop: None for soort in PAGINASOORTEN}]


def _resolve(schema: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        schema = {
            **whole["$defs"][schema["$ref"].rpartition("/")[2]],
            **{k: v for k, v in schema.items() if k != "$ref"},
        }
    return schema


def _merge(record: dict[str, Any], extra: dict[str, Any]) -> None:
    for name, value in extra.items():
        if isinstance(value, dict) and name in record:
            _merge(record[name], value)
        elif isinstance(value, list) and name in record and value and isinstance(value[0], dict):
            for index, member in enumerate(value):
                _merge(record[name][index], member)
        else:
            record[name] = value


def _read(text: str) -> Any:
    """Read YAML with every value as text, but a number that has to be one as a number."""
    return json.loads(json.dumps(yaml.load(text, Loader=_Letters)))  # noqa: S506 - our own fixture


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


class _Letters(yaml.SafeLoader):
    """Reads dates as they are written."""


_Letters.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in found if tag.endswith(":int")]
    for letter, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
