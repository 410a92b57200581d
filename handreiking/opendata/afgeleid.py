"""The published form of the kinds that have none of their own here, worked out from the fields of their records."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, get_args, get_origin

from pydantic import ConfigDict, Field, create_model

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.opendata.tools import Aanvragen, aanvragen_van
from handreiking.opendata.vorm import (
    Adres,
    Bestand,
    Bron,
    Organisatie,
    Vorm,
    Webadres,
    Wijziging,
    adressen,
    bron_van,
    head,
    organisatie,
    path_of,
)
from handreiking.soorten import bron, uitgever
from handreiking.soorten import instrument as instrumenten
from handreiking.soorten.aanpassing import Aanpassing
from handreiking.soorten.moment import Moment
from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.veld import Record, Veldsoort, id_of
from handreiking.soorten.velden import velden
from handreiking.tekst.toonregel import Toonplek

# How a field is published by what it holds: its type, and how a value gets it. Another record goes by its id.
_FORMS: tuple[tuple[type, Any, Callable[[Any], Any]], ...] = (
    (uitgever.Uitgever, Organisatie, organisatie),
    (bron.Bron, Bron, bron_van),
    (instrumenten.Aanvragen, Aanvragen, aanvragen_van),
    (Aanpassing, Wijziging, lambda value: Wijziging(op=value.op, wat=value.wat)),
    (Record, str, id_of),
    (Moment, str, Moment.isoformat),
    (date, date, lambda value: value),
)


class _Vorm(Vorm):
    """A part of a file whose fields have their description already: pydantic need not look for it in any source."""

    model_config = ConfigDict(use_attribute_docstrings=False)


class _Bestand(Bestand):
    """The same for a whole file."""

    model_config = ConfigDict(use_attribute_docstrings=False)


def model_of(soort: Recordsoort[Any]) -> type[Bestand]:
    """Return the model of the published file of a kind."""
    fields: dict[str, Any] = {
        "id": (str, Field(description="Het vaste kenmerk; het verandert niet als de naam verandert."))
    }
    for name in _published(soort):
        field = soort.model.model_fields[name]
        form = _form_of(name, field.annotation, dict(_kinds(soort)))
        fields[name] = (form if field.is_required() else form | None, Field(description=field.description))
    if soort.toonregel:
        fields["adressen"] = (tuple[Adres, ...], Field(description="De plaatsen in de handreiking."))
    else:
        fields["adres"] = (Adres, Field(description="De plaats in de handreiking."))
    record = create_model(soort.naam.capitalize(), __base__=_Vorm, __doc__=soort.model.__doc__, **fields)
    members: Any = {soort.meervoud: (tuple[record, ...], Field(description="In de volgorde van de handreiking."))}
    made = create_model(soort.meervoud.capitalize(), __base__=_Bestand, __doc__=f"Alle {soort.meervoud}.", **members)
    made.NAAM, made.VERSIE, made.SOORT, made.ONDERDEEL = soort.meervoud, 1, soort.pagina or "home", soort.naam
    return made


def publiceer(soort: Recordsoort[Any], model: type[Bestand], handreiking: Handreiking, site: Site) -> Bestand:
    """Return the published form of every record of a kind."""
    here, page = path_of(f"{soort.meervoud}.json"), handreiking.pad_van(soort.pagina)

    def places(name: str) -> dict[str, object]:
        if soort.toonregel:
            return {"adressen": adressen(handreiking, site, Toonplek(soort.toonregel.woord, name), here)}
        return {"adres": site.pagina(page, here, soort.anker.format(name))}

    records = [
        {
            "id": id_of(record),
            **{name: _value(getattr(record, name)) for name in _published(soort)},
            **places(id_of(record)),
        }
        for record in handreiking.van(soort.model)
    ]
    return model.model_validate({**head(handreiking, site, model), soort.meervoud: records}, by_name=True)


def _published(soort: Recordsoort[Any]) -> list[str]:
    """Return the fields that are published: all but the id and what is for who maintains the data."""
    internal = {name for name, kind in _kinds(soort) if kind is Veldsoort.INTERN}
    return [name for name in soort.model.model_fields if name not in internal]


def _kinds(soort: Recordsoort[Any]) -> list[tuple[str, Veldsoort]]:
    return [(path[0], kind) for path, kind in velden(soort.model) if len(path) == 1]


def _form_of(name: str, annotation: Any, kinds: dict[str, Veldsoort]) -> Any:
    """Return the published type of a field, seen through marks and `X | None`; of a list, that of its members."""
    if get_origin(annotation) is Annotated:
        return _form_of(name, get_args(annotation)[0], kinds)
    options = [part for part in get_args(annotation) if part is not type(None)]
    if options:
        inner = _form_of(name, options[0], kinds)
        return tuple[inner, ...] if options[-1] is Ellipsis else inner  # type: ignore[valid-type]
    found = next((made for kind, made, _ in _FORMS if issubclass(annotation, kind)), None)
    return found or (Webadres if kinds.get(name) is Veldsoort.ADRES else str)


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_value, value))
    return next((convert(value) for kind, _, convert in _FORMS if isinstance(value, kind)), value)
