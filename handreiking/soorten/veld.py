"""The kinds of field that data and front matter are made of: what each takes, says in Dutch, and shows editors.

Each kind is a pydantic annotation, so the fields of a model drive the loader, the messages and the JSON Schema. What
they may refer to, and today's date, stand in the context of a validation: `record.Samenhang`.
"""

from __future__ import annotations

import re
from datetime import date
from html.entities import html5
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from handreiking.basis.adres import check_url
from handreiking.basis.kleur import check_leesbaar
from handreiking.basis.problem import suggestion, suggestion_or_all
from handreiking.basis.yaml_document import Anders
from handreiking.soorten.record import GEVOLG, Overgenomen, Veldsoort, fout, samenhang

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ONDERWERP_ID = r"^[a-z0-9-]+/[a-z0-9-]+$"
_ICOON = r"^[a-z0-9-]+(/[a-z0-9-]+)+$"
_MAIL = r"^[A-Za-z0-9._%+-]+@([a-z0-9-]+\.)+[a-z]{2,}$"
# Nearly all that `check_url` says, in a form that editors know.
_URL = (
    r"^https?://([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*\.?(:443|:80)?"
    r"([/?#][A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*)?$"
)
# A tag needs no `>` to do harm; an entity is one that HTML knows.
_HTML = re.compile(r"</?[A-Za-z][^<>]*>?|<!-*|<\?|&#\d+;|&#x[0-9a-fA-F]+;|&[A-Za-z][A-Za-z0-9]*;")
# Bidirectional controls and zero-width letters make a text look like another one (Unicode TR 36).
INVISIBLE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
MAX_KORT = 160


def _text(value: Any) -> str:
    if isinstance(value, Anders):
        if not value.letters:
            raise fout("hier hoort tekst, maar er staat niets")
        raise fout(
            f'YAML leest {value.letters} als {value.leest_als}; zet het tussen aanhalingstekens: "{value.letters}"'
        )
    if not isinstance(value, str):
        raise fout("hier hoort tekst, geen lijst of blok met velden")
    if not value.strip():
        raise fout("hier hoort tekst, maar er staat niets")
    if found := INVISIBLE.search(value):
        raise fout(f"in de tekst staat een onzichtbaar teken (U+{ord(found[0]):04X}); typ de tekst opnieuw")
    return value


def _no_html(value: str) -> str:
    for found in _HTML.finditer(value):
        if not found[0].startswith("&") or found[0][1] == "#" or found[0][1:] in html5:
            raise fout(f"'{found[0]}' is HTML; hier hoort gewone tekst")
    return value


def _one_line(value: str) -> str:
    if "\n" in value.strip():
        raise fout("deze tekst hoort op één regel")
    return value.strip()


def _short(value: str) -> str:
    if len(value) > MAX_KORT:
        raise fout(f"deze tekst heeft {len(value)} tekens; houd het bij {MAX_KORT}")
    return value


def _day(value: Any) -> date:
    letters = value.letters if isinstance(value, Anders) else value
    found = _DATE.match(letters) if isinstance(letters, str) else None
    if not found:
        raise fout("hier hoort een datum als 2026-11-21 (jaar-maand-dag)")
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        raise fout(f"de datum {letters} bestaat niet") from None


def _no_later_than_today(value: date, info: ValidationInfo) -> date:
    vandaag = samenhang(info).vandaag
    if value > vandaag:
        raise fout(f"de datum {value.isoformat()} ligt in de toekomst (vandaag is het {vandaag.isoformat()})")
    return value


def parse_getal(value: Any) -> int:
    """Return a whole number as it stands in YAML; raises PydanticCustomError where it is something else."""
    if isinstance(value, Anders) and re.fullmatch(r"0|[1-9]\d{0,8}", value.letters):
        return int(value.letters)
    raise fout("hier hoort een heel getal, zonder aanhalingstekens")


def _parse_ja(value: Any) -> bool:
    if isinstance(value, bool):  # the default
        return value
    letters = value.letters if isinstance(value, Anders) else None
    if letters not in ("true", "false"):
        raise fout("hier hoort true of false, zonder aanhalingstekens")
    return letters == "true"


def _matches(pattern: str, sentence: str) -> AfterValidator:
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.match(value):
            raise fout(f"'{value}' {sentence}")
        return value

    return AfterValidator(check)


def _url(value: str, info: ValidationInfo) -> str:
    problem = check_url(value, http_allowed=bool((info.data or {}).get("http_reden")))
    if problem:
        raise fout(problem)
    return value


def _onderwerp(value: str, info: ValidationInfo) -> str:
    known = samenhang(info).onderwerpen
    if value in samenhang(info).concepten:
        raise fout(f"onderwerp '{value}' is nog een concept; noem het hier pas als dat er niet meer boven staat")
    if value not in known:
        raise fout(f"onbekend onderwerp '{value}'{suggestion(value, known)}")
    return value


def _readable(ground: str) -> AfterValidator:
    def check(value: str) -> str:
        problem = check_leesbaar(value, ground)
        if problem:
            raise fout(problem)
        return value

    return AfterValidator(check)


def _icon(value: str, info: ValidationInfo) -> str:
    folders = samenhang(info).iconen
    if not any((folder / f"{value}.svg").is_file() for folder in folders):
        set_name = value.partition("/")[0]
        known = {f"{set_name}/{path.stem}" for folder in folders for path in (folder / set_name).glob("*.svg")}
        raise fout(f"onbekend icoon '{value}'{suggestion(value, known)}")
    return value


def alineas_van(tekst: str) -> list[str]:
    """Return the paragraphs of a text, each on one line; an empty line begins another."""
    return [" ".join(part.split()) for part in tekst.split("\n\n") if part.strip()]


def verwijzing(kind: str, dutch: str) -> tuple[Veldsoort, BeforeValidator, WithJsonSchema]:
    """Return the annotations of a field that names a record of a kind by its id and becomes that record."""

    def look_up(value: Any, info: ValidationInfo) -> Any:
        known = samenhang(info).records.get(kind)
        name = _one_line(_text(value))
        if known is not None and name not in known:
            raise fout(f"{dutch} '{name}'{suggestion_or_all(name, known)}")
        if known is None or known[name] is None:
            raise PydanticCustomError(GEVOLG, "follows from a problem that is told where it is")
        return known[name]

    return Veldsoort.VERWIJZING, BeforeValidator(look_up), WithJsonSchema({"type": "string", "pattern": _ID})


Tekst = Annotated[
    str,
    Veldsoort.TEKST,
    BeforeValidator(_text),
    AfterValidator(_no_html),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
Zin = Annotated[Tekst, AfterValidator(_one_line)]
KorteZin = Annotated[
    Zin, AfterValidator(_short), WithJsonSchema({"type": "string", "minLength": 1, "maxLength": MAX_KORT})
]
# A title or a name as its owner writes it.
Eigennaam = Annotated[Zin, Overgenomen()]
Id = Annotated[
    Zin,
    Veldsoort.INTERN,
    _matches(_ID, "is geen id: gebruik kleine letters, cijfers en streepjes"),
    WithJsonSchema({"type": "string", "pattern": _ID}),
]
OnderwerpId = Annotated[
    Zin, Veldsoort.ONDERWERP, AfterValidator(_onderwerp), WithJsonSchema({"type": "string", "pattern": _ONDERWERP_ID})
]
Url = Annotated[
    str,
    Veldsoort.ADRES,
    BeforeValidator(_text),
    AfterValidator(_url),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": _URL}),
]
Mail = Annotated[
    Zin, Veldsoort.MAIL, _matches(_MAIL, "is geen e-mailadres"), WithJsonSchema({"type": "string", "pattern": _MAIL})
]
Kleur = Annotated[
    Zin,
    Veldsoort.INTERN,
    _matches(r"^#[0-9a-f]{6}$", 'is geen kleur als "#2f6b1f" (kleine letters, tussen aanhalingstekens)'),
    WithJsonSchema({"type": "string", "pattern": r"^#[0-9a-f]{6}$"}),
]
Icoon = Annotated[
    Zin,
    Veldsoort.INTERN,
    _matches(_ICOON, "is geen icoon als material/tree-outline"),
    AfterValidator(_icon),
    WithJsonSchema({"type": "string", "pattern": _ICOON}),
]
KleurOpLicht = Annotated[Kleur, _readable("licht")]
KleurOpDonker = Annotated[Kleur, _readable("donker")]
Getal = Annotated[int, BeforeValidator(parse_getal), WithJsonSchema({"type": "integer", "minimum": 0})]
Ja = Annotated[bool, BeforeValidator(_parse_ja), WithJsonSchema({"type": "boolean"})]
Dag = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Datum = Annotated[
    Dag, Veldsoort.DAG, AfterValidator(_no_later_than_today), WithJsonSchema({"type": "string", "format": "date"})
]
# Why an address begins with http://: for editors alone.
HttpReden = Annotated[Zin, Veldsoort.INTERN]


def each_once(value: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the names, or the records named, of a list that has one or more and none twice; raises what is wrong."""
    if not value:
        raise fout("hier hoort ten minste één onderdeel")
    return none_twice(value)


def none_twice(value: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the names, or the records named, of a list that has none twice; raises what is wrong."""
    names = [getattr(member, "id", member) for member in value]
    for index, name in enumerate(names):
        if name in names[:index]:
            raise fout(f"'{name}' staat hier dubbel; houd er één")
    return value


IN_EEN_LIJST = (AfterValidator(each_once), Field(json_schema_extra={"minItems": 1, "uniqueItems": True}))
GEEN_DUBBEL = (AfterValidator(none_twice), Field(json_schema_extra={"uniqueItems": True}))
