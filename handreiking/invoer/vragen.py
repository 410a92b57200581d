"""What the form asks about a new instrument: the fields, each with its name for the person who answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handreiking.basis.yaml_document import Plek
from handreiking.invoer.vorm import Vraagvorm, find_vormen
from handreiking.soorten.instrument import Instrument
from handreiking.soorten.record import Record

_FOR_FILES = re.compile(r" \(id uit [a-z]+\.yaml\)|, als map/naam")


@dataclass(frozen=True)
class Vraag:
    """A field as it is asked: its label on the form, and what to answer where its model does not say enough."""

    label: str
    hulp: str = ""


# In the order of asking; `aanvragen.bij` is the field `bij` of `aanvragen`.
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
    "aanvragen.mail": Vraag("E-mailadres voor de aanvraag"),
}


def label_at(plek: Plek) -> str:
    """Return the name of the question about a place in the answers, or of the nearest field where none is asked."""
    names = [step for step in plek if isinstance(step, str)]
    asked = (VRAGEN[veld].label for size in (2, 1) if (veld := ".".join(names[:size])) in VRAGEN)
    return next(asked, names[0].capitalize() if names else "")


def labelled(label: str, message: str) -> str:
    """Return a message with the name of what it is about before it, or as its subject where it has none."""
    return f"{label}{' ' if message.startswith(('ontbreekt', 'kan ')) else ': '}{message}"


def hulp_of(veld: str) -> str:
    """Return what to answer, as the question says or the model; without what only editors of the files need."""
    model, naam, _ = field_of(veld)
    return VRAGEN[veld].hulp or _FOR_FILES.sub("", model.model_fields[naam].description or "")


def field_of(veld: str) -> tuple[type[Record], str, Vraagvorm]:
    """Return the model of a field of an instrument, its name there and its shape."""
    model: type[Record] = Instrument
    *blocks, naam = veld.split(".")
    for block in blocks:
        model = find_vormen(model)[block].model or model
    return model, naam, find_vormen(model)[naam]


def is_required(veld: str) -> bool:
    """Say whether a field must always be there."""
    model, naam, _ = field_of(veld)
    return model.model_fields[naam].is_required()
