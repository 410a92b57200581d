"""A field that the published form of its kind does not name is published as its record has it."""

from __future__ import annotations

from typing import Annotated

from handreiking.opendata.afgeleid import aangevuld, aanvulling
from handreiking.opendata.vorm import Vorm
from handreiking.soorten.record import Record, Veldsoort
from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.veld import Id, Url, Zin


class Boom(Record):
    """Een boom."""

    id: Id
    """De korte naam."""
    naam: Zin
    """Hoe hij heet."""
    plek: Zin | None = None
    """Waar hij staat."""
    foto: Url | None = None
    """Waar hij te zien is."""
    notitie: Annotated[Zin, Veldsoort.INTERN] | None = None
    """Voor de redactie."""
    kapot: Zin | None = None
    """Wat de vorm weglaat."""


@aangevuld(Recordsoort("boom", "bomen", "bomen.yaml", Boom), behalve=("kapot",))
class Vormboom(Vorm):
    """Een boom."""

    id: str
    """Het vaste kenmerk."""
    naam: str
    """De naam, zoals beloofd."""


def test_a_form_is_completed_with_what_it_does_not_name() -> None:
    """Its own fields stay first and keep what they say; what is for who maintains the data stays out."""
    assert [*Vormboom.model_fields] == ["id", "naam", "plek", "foto"]
    described = Vormboom.model_json_schema(mode="serialization")["properties"]
    assert {name: field["description"] for name, field in described.items()} == {
        "id": "Het vaste kenmerk.",
        "naam": "De naam, zoals beloofd.",
        "plek": "Waar hij staat.",
        "foto": "Waar hij te zien is.",
    }
    assert described["foto"]["anyOf"][0]["format"] == "uri"


def test_its_values_come_from_the_record() -> None:
    """Null where there is nothing to say."""
    boom = Boom.model_construct(id="eik", naam="Eik", plek="Op de dijk", foto=None, notitie="zieke tak")
    assert aanvulling(Vormboom, boom) == {"plek": "Op de dijk", "foto": None}
