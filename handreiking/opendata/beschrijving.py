"""The description of the published files: a JSON Schema for programs, a list of fields for people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic.json_schema import GenerateJsonSchema

from handreiking.basis.adres import Site
from handreiking.opendata.vorm import Bestand, Vorm, render_json, schema_path


@dataclass(frozen=True)
class Veld:
    """A field of a published file: the fields around it with its own name last, and what it holds."""

    pad: tuple[str, ...]
    uitleg: str


class _Schema(GenerateJsonSchema):
    """Without English titles made from field names: the fields have Dutch descriptions."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        return False


@cache  # a preview asks again
def render_schema(model: type[Bestand], site: Site) -> str:
    """Return the JSON Schema (draft 2020-12) of a file; it names its own address where that of the site is known."""
    schema = model.model_json_schema(mode="serialization", schema_generator=_Schema)
    schema["properties"]["versie"] |= {"const": model.VERSIE}
    path = schema_path(model)
    own = {"$id": site.url(path, path)} if site.adres else {}
    top = {"$schema": GenerateJsonSchema.schema_dialect, **own, "title": f"{model.NAAM}.json"}
    return render_json({**top, **schema, "title": top["title"]})


def velden(model: type[Vorm], *, behalve: type[Vorm] = Vorm) -> Iterator[Veld]:
    """Yield the fields of a published record, each followed by those within it; not those that `behalve` has too."""
    for name, field in model.model_fields.items():
        if name in behalve.model_fields:
            continue
        yield Veld((field.alias or name,), field.description or "")
        for part in _records(field.annotation):
            yield from (Veld((field.alias or name, *veld.pad), veld.uitleg) for veld in velden(part))


def _records(annotation: Any) -> Iterator[type[Vorm]]:
    """Yield the records that a field holds: itself, or what may stand in it."""
    if isinstance(annotation, type) and issubclass(annotation, Vorm):
        yield annotation
    for part in get_args(annotation):
        yield from _records(part)
