"""Texts of data files and pages in the one form: the same fields, values and comments, always in the same order."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args, get_origin

import yaml

from handreiking.lezen import parse_record, parse_records
from handreiking.opmaak.commentaar import parse_commentaar, place_commentaar, space_records
from handreiking.opmaak.regels import parse_regels
from handreiking.opmaak.volgorde import sort_fields
from handreiking.opmaak.yaml_tekst import compose_node, render_item, render_node
from handreiking.pagina_lezen import split_page
from handreiking.paginasoorten import kop_model
from handreiking.problem import Problem
from handreiking.velden import Samenhang
from handreiking.yaml_document import Document, parse_yaml


def render_gegevens(text: str, path: str, kind: Any) -> tuple[str | None, list[Problem]]:
    """Give the text of a data file in the one form, or None with what keeps it from being read.

    `kind` is its type in `schema.MODELS`: a record, or a list of them. Raises AssertionError where the outcome would
    not say the same as the text: that is a mistake of ours.
    """
    document, problems = parse_yaml(text, path)
    if document is not None and not problems:
        problems = _check_form(document, kind)
    if document is None or problems:
        return None, problems
    written = _rewrite(text, kind)
    _require_same(document, text, written)
    return written, []


def render_pagina(text: str, path: str) -> tuple[str | None, list[Problem]]:
    """Give a page with the fields at its top in the one form; its Markdown stays as it is."""
    parts, problems = split_page(text, path)
    if parts is None:
        return None, problems
    top, markdown = parts
    document, problems = parse_yaml(top, path, first_line=2)
    if document is None or problems:
        return None, problems
    model = kop_model(document.waarde.get("soort") if isinstance(document.waarde, dict) else None)
    written, problems = render_gegevens(top, path, model)
    return (None, problems) if written is None else (f"---\n{written}---\n{markdown}", [])


def _check_form(document: Document, kind: Any) -> list[Problem]:
    """Say where a list or a record should stand and does not; what else the loader refuses can be put in order."""
    context = Samenhang(date.max)
    if get_origin(kind) is list:
        problems = parse_records(document, get_args(kind)[0], context)[1]
    else:
        problems = parse_record(document, kind, context)[1]
    return [problem for problem in problems if problem.rule == "vorm"]


def _rewrite(text: str, kind: Any) -> str:
    root = compose_node(text)
    commentaar = parse_commentaar(text, root)
    sort_fields(root, kind)
    if isinstance(root, yaml.SequenceNode):
        bare = "".join(render_item(item) for item in root.value) or "[]\n"
        space_records(commentaar, len(root.value))
    else:
        root.flow_style = not root.value
        bare = render_node(root)
    return place_commentaar(bare, compose_node(bare), commentaar)


def _require_same(document: Document, text: str, written: str) -> None:
    """Raise where the new text has other values than the old one, or other comments."""
    again, problems = parse_yaml(written, document.path)
    if again is None or problems or again.waarde != document.waarde:
        raise AssertionError(f"{document.path} would say something else in its new form: {problems}")
    if _comments(written) != _comments(text):
        raise AssertionError(f"{document.path} would have other comments in its new form")


def _comments(text: str) -> list[str]:
    return sorted(said for _, said in parse_regels(text).commentaar.values())
