"""The published form of a kind that has none of its own, and of the fields that one does not name, from its record."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import Annotated, Any, Literal, TypeVar, cast, get_args, get_origin

from pydantic import ConfigDict, Field, create_model

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.opendata.vorm import (
    Aanvragen,
    Adres,
    Bestand,
    Bron,
    Organisatie,
    Vorm,
    Webadres,
    Wijziging,
    aanvragen_van,
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
from handreiking.soorten.record import Record, Veldsoort, id_of
from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.velden import velden
from handreiking.tekst.toonregel import Toonplek

V = TypeVar("V", bound=Vorm)
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
    fields |= {name: _field(soort, name) for name in _published(soort)}
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


def aangevuld(soort: Recordsoort[Any], *, behalve: Collection[str] = ()) -> Callable[[type[V]], type[V]]:
    """Have the form of a record publish each field of its kind that it does not name itself, nor leaves out."""

    def complete(vorm: type[V]) -> type[V]:
        names = [name for name in _published(soort) if name not in {*vorm.model_fields, *behalve}]
        if not names:
            return vorm
        base = type(vorm.__name__, (vorm,), {"model_config": _Vorm.model_config, "__module__": vorm.__module__})
        fields: dict[str, Any] = {name: _field(soort, name) for name in names}
        made = cast("type[V]", create_model(vorm.__name__, __base__=base, __doc__=vorm.__doc__, **fields))
        made.AFGELEID = tuple(names)
        return made

    return complete


def aanvulling(vorm: type[Vorm], record: Record) -> dict[str, Any]:
    """Return the values of the fields that a form was completed with."""
    return {name: _value(getattr(record, name)) for name in vorm.AFGELEID}


def _field(soort: Recordsoort[Any], name: str) -> tuple[Any, Any]:
    """Return how a field is published: its type, and its description for users of the data."""
    field = soort.model.model_fields[name]
    form = _form_of(name, field.annotation, dict(_kinds(soort)))
    return form if field.is_required() else form | None, Field(description=field.description)


def _published(soort: Recordsoort[Any]) -> list[str]:
    """Return the fields that are published: all but the id and what is for editors alone."""
    internal = {name for name, kind in _kinds(soort) if kind is Veldsoort.INTERN}
    return [name for name in soort.model.model_fields if name not in internal]


def _kinds(soort: Recordsoort[Any]) -> list[tuple[str, Veldsoort]]:
    return [(path[0], kind) for path, kind in velden(soort.model) if len(path) == 1]


def _form_of(name: str, annotation: Any, kinds: dict[str, Veldsoort]) -> Any:
    """Return the published type of a field, seen through marks and `X | None`; of a list, that of its members."""
    if get_origin(annotation) is Literal:
        return annotation
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
