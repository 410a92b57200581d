"""A record added to the text of a data file, which otherwise stays as it is, letter for letter."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import indent
from typing import Any

import yaml

from handreiking.basis.problem import NietGedraaidError
from handreiking.basis.yaml_document import parse_yaml
from handreiking.basis.yaml_tekst import render_yaml


def append_record(text: str, path: str, record: Mapping[str, Any]) -> str:
    """Return the text of a data file, which is in order, with a record at its end.

    Raises NietGedraaidError where nothing can be put behind the list as it is written.
    """
    entry = render_yaml([record])
    if yaml.safe_load(entry) != [record]:
        raise AssertionError(f"a record would be read as another one: {entry}")
    joined = _join(text, entry)
    if _values(joined) != [*_values(text), *_values(entry)]:
        mend = "begin elk onderdeel op een eigen regel met '- ', en eindig het bestand met een regeleinde"
        raise NietGedraaidError(f"achter de lijst in {path} kan niets worden gezet zoals die er staat; {mend}")
    return joined


def _join(text: str, entry: str) -> str:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.SequenceNode):
        raise TypeError("a text without a list")
    line_end = "\r\n" if "\r\n" in text else "\n"
    end = root.end_mark.index
    before = text[: end if root.value else root.start_mark.index]  # nothing of `[]` stays
    if root.value and not before.endswith("\n"):
        before += line_end
    if root.value and _is_apart(root.value[-1], text) and before.splitlines()[-1].strip():
        before += line_end
    written = indent(entry, " " * root.start_mark.column).replace("\n", line_end)
    return f"{before}{written}{text[end:].removeprefix(line_end)}"


def _is_apart(node: yaml.Node, text: str) -> bool:
    """Say whether a blank line parts a record, with the comments above it, from what stands there."""
    above = text.splitlines()[: node.start_mark.line]
    written = [line for line in above if not line.lstrip().startswith("#")]
    return bool(written) and not written[-1].strip()


def _values(text: str) -> list[Any]:
    """Return the records of a text, or none where it cannot be read."""
    document, problems = parse_yaml(text.replace("\r\n", "\n"), "")
    return document.waarde if document is not None and isinstance(document.waarde, list) and not problems else []
