"""A record added to the text of a data file, which otherwise stays as it is, letter by letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handreiking.opmaak.commentaar import has_spaced_records, parse_commentaar
from handreiking.opmaak.opmaak import render_gegevens
from handreiking.opmaak.volgorde import sort_fields
from handreiking.opmaak.yaml_tekst import compose_node, node_of, render_item
from handreiking.velden import Record
from handreiking.yaml_document import parse_yaml


def render_record(record: Mapping[str, Any], model: type[Record]) -> str:
    """Give the text of a record in a list, as `handreiking opmaak` would write it."""
    node = node_of(record)
    sort_fields(node, model)
    return render_item(node)


def append_record(text: str, path: str, record: Mapping[str, Any], model: type[Record]) -> str:
    """Give the text of a data file, which is in order, with a record at its end.

    Where nothing can be put behind the text as it is (a list between brackets), it is put in its form first. Raises
    AssertionError where that does not do either: that is a mistake of ours.
    """
    entry = render_record(record, model)
    listed = [*_values(text, path), *_values(entry, path)]
    for base in (text, render_gegevens(text.replace("\r\n", "\n"), path, list[model])[0]):  # type: ignore[valid-type]
        joined = None if base is None else _joined(base, entry)
        document, problems = (None, []) if joined is None else parse_yaml(joined.replace("\r\n", "\n"), path)
        if joined is not None and document is not None and document.waarde == listed and not problems:
            return joined
    raise AssertionError(f"nothing can be put behind the records of {path}")


def _values(text: str, path: str) -> list[Any]:
    document, problems = parse_yaml(text.replace("\r\n", "\n"), path)
    if document is None or problems or not isinstance(document.waarde, list):
        raise AssertionError(f"{path} is not in order: {problems}")
    return document.waarde


def _joined(text: str, entry: str) -> str:
    line_end = "\r\n" if "\r\n" in text else "\n"
    root = compose_node(text)
    if not root.value:
        return f"{text[: root.start_mark.index]}{_ended(entry, line_end).rstrip()}{text[root.end_mark.index :]}"
    spaced = has_spaced_records(parse_commentaar(text, root), len(root.value))
    whole = text if text.endswith("\n") else f"{text}{line_end}"
    between = line_end if spaced and not whole.endswith(2 * line_end) else ""
    indent = " " * root.start_mark.column
    indented = "".join(f"{indent}{line}" if line.strip() else line for line in entry.splitlines(keepends=True))
    return f"{whole}{between}{_ended(indented, line_end)}"


def _ended(entry: str, line_end: str) -> str:
    return entry.replace("\n", line_end)
