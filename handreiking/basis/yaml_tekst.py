"""Values to the text of YAML: two spaces, lists indented, double quotes where a text would be read otherwise."""

from __future__ import annotations

import sys
from typing import Any

import yaml


class _Dumper(yaml.SafeDumper):
    """Writes as the data files are written."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - a value that stands twice is written twice
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)

    def choose_scalar_style(self) -> str:
        style: str = super().choose_scalar_style()
        return '"' if style == "'" else style


def render_yaml(value: Any) -> str:
    """Return the text of a record or a list, its fields in the order they have, each text on one line."""
    text: str = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=sys.maxsize)
    return text


def render_scalar(value: str) -> str:
    """Return a text of one line as it may stand behind `naam: ` in YAML."""
    return render_yaml({"a": value}).removeprefix("a: ").removesuffix("\n")
