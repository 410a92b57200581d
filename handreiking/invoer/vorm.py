"""The shape of a field, as far as a question about it needs to know: taken from the models, so never out of step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BeforeValidator

from handreiking.soorten.record import Record
from handreiking.soorten.veld import OnderwerpId


class Vraagsoort(StrEnum):
    """What kind of answer a field takes."""

    TEKST = "tekst"
    KEUZE = "keuze"
    ONDERWERP = "onderwerp"
    VERWIJZING = "verwijzing"
    BLOK = "blok"


@dataclass(frozen=True)
class Vraagvorm:
    """The kind of answer, whether it is a list of such, what may be chosen, and the model of a record in it."""

    soort: Vraagsoort
    lijst: bool = False
    keuzes: tuple[str, ...] = ()
    model: type[Record] | None = None


def find_vormen(model: type[Record]) -> dict[str, Vraagvorm]:
    """Return the shape of each field of a model, in the model's order."""
    return {
        name: _vorm(Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation)
        for name, field in model.model_fields.items()
    }


def _vorm(kind: Any) -> Vraagvorm:
    origin, parts = get_origin(kind), get_args(kind)
    if kind == OnderwerpId:
        return Vraagvorm(Vraagsoort.ONDERWERP)
    if origin is Literal:
        return Vraagvorm(Vraagsoort.KEUZE, keuzes=parts)
    if origin in (None, dict):
        is_record = isinstance(kind, type) and issubclass(kind, Record)
        return Vraagvorm(Vraagsoort.BLOK, model=kind) if is_record else Vraagvorm(Vraagsoort.TEKST)
    inner = _vorm(next(part for part in parts if part is not type(None)))
    if (
        origin is Annotated
        and inner.soort is Vraagsoort.BLOK
        and any(isinstance(part, BeforeValidator) for part in parts)
    ):
        return replace(inner, soort=Vraagsoort.VERWIJZING)
    return replace(inner, lijst=inner.lijst or origin in (tuple, list))
