"""What every record is, what a field of it means to a reader, and what a field may refer to while it is validated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationInfo
from pydantic_core import PydanticCustomError

GEVOLG = "gevolg"  # the type of an error that only follows from a problem told elsewhere


@dataclass(frozen=True)
class Samenhang:
    """What fields may refer to: records by kind and id, topics, icon folders, the kinds of page, and today.

    `concepten` are the topics that are no more than a draft: they exist, and may not be referred to.

    A record with problems of its own is None, and a kind whose file could not be read is absent.
    """

    vandaag: date
    records: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    onderwerpen: frozenset[str] = frozenset()
    iconen: tuple[Path, ...] = ()
    paginasoorten: tuple[str, ...] = ()
    concepten: frozenset[str] = frozenset()


class Veldsoort(Enum):
    """What a field is to a reader, which says how it is checked, searched, published and looked up."""

    TEKST = "tekst"  # a reader sees it as words
    ADRES = "adres"  # the link check fetches it
    DAG = "dag"  # a day on which somebody did something to the content
    MAIL = "mail"
    TELEFOON = "telefoon"
    ONDERWERP = "onderwerp"  # the topic that it stands on
    INTERN = "intern"  # none of these
    VERWIJZING = "verwijzing"  # another record, which is looked at where it stands


@dataclass(frozen=True)
class Overgenomen:
    """Marks a text as written by somebody else: its words are not ours to mend.

    `als` names the property of the record that says whether it is; without, it always is.
    """

    als: str = ""


def id_of(record: Record) -> str:
    """Return the id of a record that has one, as a field or worked out from it."""
    return str(getattr(record, "id"))  # noqa: B009 - not every record has one


class Record(BaseModel):
    """A frozen record that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True, use_attribute_docstrings=True)


def fout(message: str) -> PydanticCustomError:
    """Return the error by which a validator rejects a value with a Dutch sentence."""
    return PydanticCustomError("handreiking", "{zin}", {"zin": message})


def samenhang(info: ValidationInfo) -> Samenhang:
    """Return the context of a validation; a validation without one is a mistake of ours."""
    if not isinstance(info.context, Samenhang):
        raise TypeError("a record is validated with a Samenhang as its context")
    return info.context
