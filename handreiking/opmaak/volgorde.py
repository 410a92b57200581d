"""The order of fields: that in which the models of the loader write them down."""

from __future__ import annotations

import inspect
from typing import Annotated, Any, get_args, get_origin

import yaml

from handreiking.velden import Record


def veldvolgorde(model: type[Record]) -> tuple[str, ...]:
    """Give the names of a model's fields in order; a field that a subclass writes down anew stands where it does so."""
    order: dict[str, None] = {}
    for cls in reversed(model.__mro__):
        for name in inspect.get_annotations(cls):
            if name in model.model_fields:
                order.pop(name, None)
                order[name] = None
    return tuple(order)


def sort_fields(node: yaml.Node, kind: Any) -> None:
    """Put the fields of each record in a node in order; `kind` is the node's type in the models.

    Fields that the model does not know come last; keys that are no fields, as those of a `dict`, stay as they are.
    """
    if isinstance(node, yaml.SequenceNode):
        inner = next((arg for option in _options(kind) for arg in get_args(option) if arg is not Ellipsis), None)
        for item in node.value:
            sort_fields(item, inner)
    elif isinstance(node, yaml.MappingNode):
        names = {key.value for key, _ in node.value}
        models = [option for option in _options(kind) if isinstance(option, type) and issubclass(option, Record)]
        if models:
            _sort_record(node, max(models, key=lambda model: len(names & set(model.model_fields))))
        else:
            inner = next((get_args(option)[1] for option in _options(kind) if get_origin(option) is dict), None)
            for _, value in node.value:
                sort_fields(value, inner)


def _sort_record(node: yaml.MappingNode, model: type[Record]) -> None:
    place = {name: index for index, name in enumerate(veldvolgorde(model))}
    node.value.sort(key=lambda pair: place.get(pair[0].value, len(place)))
    for key, value in node.value:
        field = model.model_fields.get(key.value)
        sort_fields(value, field.annotation if field else None)


def _options(kind: Any) -> list[Any]:
    """Give the types that a type may stand for: those of `X | None`, without what is annotated to them."""
    if get_origin(kind) is Annotated:
        return _options(get_args(kind)[0])
    if get_origin(kind) in (None, dict, list, tuple):
        return [kind]
    return [option for arg in get_args(kind) for option in _options(arg)]
