"""The JSON Schema of each data file, for the editor that helps while typing; made from the loader's own models."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from handreiking.soorten.alle import ALLE

MODELS: dict[str, Any] = {
    soort.bestand.removesuffix(".yaml"): soort.model if soort.enkel else list[soort.model]  # type: ignore[name-defined]
    for soort in ALLE
}
# How VS Code finds them, as its setting `yaml.schemas` wants it.
PLAATSEN = {f"./data/schema/{name}.schema.json": f"data/{name}.yaml" for name in MODELS}


class _Schema(GenerateJsonSchema):
    """Without English titles made from field names: the fields have Dutch descriptions.

    A field that may be absent may not be empty (`url:`), as the loader says too; so there is no `null`.
    """

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> JsonSchemaValue:
        return {
            key: value for key, value in super().default_schema(schema).items() if (key, value) != ("default", None)
        }

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        return False


def render_schema(name: str) -> str:
    """Return the JSON Schema (draft 2020-12) of `data/<name>.yaml`, as the text of its file."""
    schema = TypeAdapter(MODELS[name]).json_schema(schema_generator=_Schema)
    whole = {"$schema": GenerateJsonSchema.schema_dialect, "title": f"data/{name}.yaml", **schema}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
