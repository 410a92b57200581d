"""What is asked about a new instrument, on the terminal and in the form on the web: one list of names for fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handreiking.instrumenten import Instrument
from handreiking.invoer.vorm import Soort, Vorm, find_vormen
from handreiking.velden import Record
from handreiking.yaml_document import Plek

_FOR_FILES = re.compile(r" \(id uit [a-z]+\.yaml\)|, als map/naam")


@dataclass(frozen=True)
class Vraag:
    """A field as it is asked: its name for who answers, and what to answer where its model does not say enough."""

    label: str
    hulp: str = ""


# In the order of asking; `aanvragen.bij` is the field `bij` of `aanvragen`. The form asks these and no others.
VRAGEN = {
    "titel": Vraag("Titel"),
    "toegang": Vraag("Toegang"),
    "url": Vraag("Adres", "Het webadres, precies zoals in de adresbalk. Een instrument op aanvraag heeft er geen."),
    "uitgever": Vraag("Uitgever", "De organisatie die het instrument uitgeeft."),
    "soort": Vraag("Soort", "Wat voor instrument het is."),
    "beschrijving": Vraag("Beschrijving"),
    "onderwerpen": Vraag("Onderwerpen", "De onderwerpen waar het instrument bij hoort; het mogen er meer zijn."),
    "aanvragen.bij": Vraag("Aanvragen bij", "Alleen bij inlog of op aanvraag: bij welke organisatie."),
    "aanvragen.hoe": Vraag("Hoe aanvragen", "Alleen bij inlog of op aanvraag: hoe, in één zin."),
    "aanvragen.url": Vraag("Adres voor de aanvraag"),
    "aanvragen.mail": Vraag("Mailadres voor de aanvraag"),
}
# What is proposed from the other answers, so asked after them; the form does not ask it at all.
VOORGESTELD = ("id", "toegevoegd")


def label_of(veld: str) -> str:
    """Give the name of a field for who answers: that in the form, else its own."""
    return VRAGEN[veld].label if veld in VRAGEN else veld.rpartition(".")[2].replace("_", " ").capitalize()


def labelled(label: str, message: str) -> str:
    """Give a message with the name of what it is about before it, or as its subject where it has none."""
    return f"{label}{' ' if message.startswith(('ontbreekt', 'kan ')) else ': '}{message}"


def hulp_of(veld: str) -> str:
    """Give what to answer, as the question says or the model; without what only editors of the files need."""
    model, naam, _ = field_of(veld)
    asked = VRAGEN[veld].hulp if veld in VRAGEN else ""
    return asked or _FOR_FILES.sub("", model.model_fields[naam].description or "")


def field_of(veld: str) -> tuple[type[Record], str, Vorm]:
    """Give the model of a field of an instrument, its name there and its shape; raises KeyError where there is none."""
    model: type[Record] = Instrument
    *blocks, naam = veld.split(".")
    for block in blocks:
        inner = find_vormen(model)[block].model
        if inner is None:
            raise KeyError(veld)
        model = inner
    return model, naam, find_vormen(model)[naam]


def all_fields() -> Iterator[str]:
    """Give every field of an instrument that can be answered in words: those asked first, those proposed last."""
    fields = [field for name, vorm in find_vormen(Instrument).items() for field in _answerable(name, vorm)]
    yield from VRAGEN
    yield from (field for field in fields if field not in VRAGEN and field not in VOORGESTELD)
    yield from VOORGESTELD


def veld_at(plek: Plek) -> str:
    """Give the field that a place in the answers belongs to; what is deeper than any field has no name of its own."""
    names = [step for step in plek if isinstance(step, str)]
    known = {*all_fields(), *(field.partition(".")[0] for field in all_fields())}
    return next((name for size in (2, 1) if (name := ".".join(names[:size])) in known), "")


def is_required(veld: str) -> bool:
    """Say whether a field must always be there."""
    model, naam, _ = field_of(veld)
    return model.model_fields[naam].is_required()


def _answerable(name: str, vorm: Vorm) -> list[str]:
    if vorm.soort is not Soort.BLOK:
        return [name]
    inner = find_vormen(vorm.model) if vorm.model is not None and not vorm.lijst else {}
    return [f"{name}.{field}" for field in inner]
