"""Values that know their line to validated records, with every complaint as a Dutch problem on its line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from handreiking.basis.problem import Problem, suggestion
from handreiking.basis.yaml_document import MAX_PROBLEMS, Document, Plek, at_most
from handreiking.soorten.record import GEVOLG, Record, Samenhang

R = TypeVar("R", bound=Record)


def parse_record(
    document: Document, model: type[R], context: Samenhang, plek: Plek = ()
) -> tuple[R | None, list[Problem]]:
    """Return the record at a place of a document, or None, with what is wrong with it."""
    waarde = document.waarde
    for step in plek:
        waarde = waarde[step]
    if not isinstance(waarde, Mapping):
        sentence = "hier horen velden te staan ('naam: waarde')"
        return None, [Problem(document.path, document.regel(plek), sentence, "vorm")]
    try:
        return model.model_validate(waarde, context=context), []
    except ValidationError as error:
        own = [details for details in error.errors(include_url=False) if details["type"] != GEVOLG]
        return None, at_most([_problem(details, document, model, plek) for details in own[: MAX_PROBLEMS + 1]])


def parse_records(document: Document, model: type[R], context: Samenhang) -> tuple[list[tuple[R, int]], list[Problem]]:
    """Return the records of a document that is a list, each with its line, and what is wrong with the others."""
    if not isinstance(document.waarde, Sequence) or isinstance(document.waarde, str):
        sentence = "hier hoort een lijst te staan: elk onderdeel begint met '- '"
        return [], [Problem(document.path, document.regel(()), sentence, "vorm")]
    records: list[tuple[R, int]] = []
    problems: list[Problem] = []
    for index in range(len(document.waarde)):
        if len(problems) > MAX_PROBLEMS:  # each takes time, and nobody reads more
            break
        record, found = parse_record(document, model, context, (index,))
        problems += found
        if record is not None:
            records.append((record, document.regel((index,))))
    return records, at_most(problems)


def _problem(details: ErrorDetails, document: Document, model: type[Record], plek: Plek) -> Problem:
    """Translate one error of pydantic; one that no rule of ours can give is a mistake of ours, and is raised."""
    loc: Plek = tuple(details["loc"])
    name = str(loc[-1]) if loc else ""
    around = "".join(f" bij '{step}'" for step in loc[:-1] if isinstance(step, str))
    match details["type"]:
        case "handreiking":
            sentence = _labelled(loc, details["ctx"]["zin"])
        case "missing":
            sentence = f"veld '{name}' ontbreekt{around}"
        case "extra_forbidden":
            sentence = f"onbekend veld '{name}'{around}{suggestion(name, _known_fields(model, loc[:-1]))}"
        case "list_type" | "tuple_type":
            sentence = f"veld '{name}' hoort een lijst te zijn: elk onderdeel op een regel die met '- ' begint"
        case "dict_type" | "model_type" | "model_attributes_type":
            sentence = _labelled(loc, "hier horen velden te staan ('naam: waarde')")
        case "literal_error":
            expected = _choices(model, loc)
            letters = getattr(details["input"], "letters", details["input"])
            given = letters if isinstance(letters, str) else ""
            what = f"geen '{given}'" if given else "dit niet"
            hint = suggestion(given, expected)
            sentence = f"veld '{name}' kan {what} zijn; kies uit {', '.join(expected)}{hint}"
        case _:
            raise AssertionError(f"no Dutch message for {details!r}")
    return Problem(document.path, document.regel((*plek, *loc)), sentence, "veld")


def _labelled(loc: Plek, sentence: str) -> str:
    """Put the name of the field before a sentence, or make it the sentence's subject where it has none."""
    names = [str(step) for step in loc if isinstance(step, str) and step != "[key]"]
    colon = "" if sentence.startswith(("ontbreekt", "kan ")) else ":"
    return f"veld '{names[-1]}'{colon} {sentence}" if names else sentence


def _known_fields(model: type[Record], loc: Plek) -> set[str]:
    inner = _annotation(model, loc)
    return set(inner.model_fields) if isinstance(inner, type) and issubclass(inner, BaseModel) else set()


def _choices(model: type[Record], loc: Plek) -> list[str]:
    kind = _annotation(model, loc)
    options = [choice for option in (kind, *get_args(kind)) for choice in get_args(option)]
    return [choice for choice in options if isinstance(choice, str)]


def _annotation(model: Any, loc: Plek) -> Any:
    """Return the type at a place in a model, seen through `X | None`, lists and tuples."""
    if isinstance(model, type) and issubclass(model, BaseModel):
        return _annotation(model.model_fields[str(loc[0])].annotation, loc[1:]) if loc else model
    options = [arg for arg in get_args(model) if arg not in (type(None), Ellipsis)]
    records = [arg for arg in options if isinstance(arg, type) and issubclass(arg, BaseModel)]
    if records:
        return _annotation(records[0], loc[1:] if loc and isinstance(loc[0], int) else loc)
    return model
