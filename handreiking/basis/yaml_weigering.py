"""What keeps a YAML text from being read: its syntax, its size and depth, and what YAML has that no editor needs."""

from __future__ import annotations

import re
from typing import Any

import yaml

MAX_DEPTH = 12
# Ten thousand instruments are three hundred thousand of what the parser calls events.
MAX_PARTS = 400_000
# A text longer than this is not read again for a better message.
MAX_SLOW = 500_000
_HALF = re.compile("[\ud800-\udfff]")
# YAML 1.1 ends a line at these, and an editor does not: every line number below them would be another one.
_LINE_END = re.compile("[\u0085\u2028\u2029]")
# What PyYAML says, and what an editor can do about it.
_SYNTAX = {
    "mapping values are not allowed here": "een dubbele punt staat op een plek waar dat niet kan; zet de tekst "
    "tussen aanhalingstekens of kijk de inspringing na",
    "found character '\\t' that cannot start any token": "gebruik spaties om in te springen, geen tab",
    "found unexpected end of stream": "een aanhalingsteken of haakje wordt nergens gesloten",
    "could not find expected ':'": "na een veldnaam hoort een dubbele punt met een spatie",
    "expected '<document start>'": "hierboven is de lijst al af; haal daar '[]' of '...' weg",
    "found unknown escape character": "een backslash kan niet zo tussen \"…\"; schrijf er twee of gebruik '…'",
}


def refuse(text: str, loader: Any) -> tuple[int, str] | None:
    """Return (line, message) of the first thing that keeps the text from being read.

    `loader` is the one that is to read it; what that refuses is read once more by PyYAML's own, which says more.
    """
    if end := _LINE_END.search(text):
        line = text.count("\n", 0, end.start()) + 1
        return line, f"hier staat een regeleinde dat men niet ziet (U+{ord(end[0]):04X}); typ de regel opnieuw"
    refused, by_parser = _refuse_by(text, loader)
    if by_parser and len(text) <= MAX_SLOW:
        return _refuse_by(text, yaml.SafeLoader)[0] or refused
    return refused


def line_of(mark: Any) -> int:
    """Return the line, from 1, of a mark of PyYAML; the start where there is none."""
    return 1 if mark is None else int(mark.line) + 1


def _refuse_by(text: str, loader: Any) -> tuple[tuple[int, str] | None, bool]:
    """Look at the text as a stream, where neither depth nor aliases can do harm yet; say whether the parser refused."""
    depth = documents = parts = 0
    try:
        for event in yaml.parse(text, Loader=loader):
            parts += 1
            if parts > MAX_PARTS:
                return (line_of(event.start_mark), "tot hier is dit bestand al te groot om te lezen; splits het"), False
            if isinstance(event, yaml.ScalarEvent) and _is_plain(event):
                continue  # a large file has some hundred thousand of these
            documents += isinstance(event, yaml.DocumentStartEvent)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            sentence = _refuse_event(event, depth, documents)
            if sentence:
                return (line_of(event.start_mark), sentence), False
    except yaml.MarkedYAMLError as error:
        opened = error.context_mark if str(error.problem).startswith("found unexpected end of stream") else None
        line = line_of(opened or error.problem_mark or error.context_mark)
        return (line, f"dit is geen geldige YAML: {_explain(error)}"), True
    except yaml.reader.ReaderError as error:
        position = error.position if isinstance(error.position, int) else 0
        line = text.count("\n", 0, position) + 1
        return (line, "hier staat een onzichtbaar teken dat niet kan; haal het weg"), True
    return None, False


def _is_plain(event: yaml.ScalarEvent) -> bool:
    return event.anchor is None and event.tag is None and not _HALF.search(event.value)


def _refuse_event(event: Any, depth: int, documents: int) -> str | None:
    name, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if documents > 1:
        return "een tweede document ('---') kan hier niet; haal de streepjes weg"
    if depth > MAX_DEPTH:
        return f"dit ligt meer dan {MAX_DEPTH} niveaus diep; kijk de inspringing na"
    if name is not None:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
        return f"'{sign}{name}' is een YAML-verwijzing; schrijf de waarde uit of zet alles tussen aanhalingstekens"
    if tag is not None:
        written = tag.replace("tag:yaml.org,2002:", "!!")
        return f"'{written}' is een YAML-type; zet de waarde tussen aanhalingstekens"
    if _HALF.search(getattr(event, "value", None) or ""):
        return "hier staat een half teken (\\uD800 tot en met \\uDFFF); typ het hele teken"
    return None


def _explain(error: yaml.MarkedYAMLError) -> str:
    said = str(error.problem or "")
    for english, dutch in _SYNTAX.items():
        if said.startswith(english):
            return dutch
    return "kijk op deze regel en de regel erboven de inspringing, de aanhalingstekens en de dubbele punten na"
