"""What was added, changed and taken away since the first edition: one list, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from handreiking.basis.weergave import render_datum
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.pagina import Bronpagina
from handreiking.soorten.aanpassing import Aanpassing
from handreiking.soorten.alle import ALLE
from handreiking.soorten.verwijdering import Verwijdering

TOEGEVOEGD, GEWIJZIGD, VERWIJDERD = AARD = ("toegevoegd", "gewijzigd", "verwijderd")
UITGAVE = "uitgave"
# In this order on one day; a kind of page that is neither a theme nor a topic is a "pagina".
_MET_NAAM = tuple(soort for soort in ALLE if soort.in_nieuw[0])
SOORTEN = (UITGAVE, "thema", "onderwerp", "pagina", *(soort.naam for soort in _MET_NAAM))
# What a reader's copy may miss: long enough for a reader who looks in once a quarter.
RECENT = timedelta(days=90)


@dataclass(frozen=True)
class Onderdeel:
    """A part of the handreiking that comes and goes: a page, an instrument, a definition; `pad` is empty if gone."""

    soort: str
    id: str
    titel: str
    pad: str
    anker: str = ""


@dataclass(frozen=True)
class Wijziging:
    """What happened to a part on a day, and the part that came in its place."""

    dag: date
    aard: str
    onderdeel: Onderdeel
    wat: str
    opvolger: Onderdeel | None = None


@dataclass(frozen=True)
class _Verloop:
    """A part with all that is known of its past; `wat` describes it as something new.

    `met_pagina`: it came with the page that it stands on, which is told for both.
    """

    onderdeel: Onderdeel
    toegevoegd: date | None
    aanpassingen: tuple[Aanpassing, ...]
    wat: str
    met_pagina: bool = False


def find_wijzigingen(gelezen: Gelezen) -> tuple[Wijziging, ...]:
    """Return every change since the first edition, newest first, and that edition as one; nothing where there is none.

    What was there on the day of the first edition is not new, whatever its own date. What was taken away keeps
    its addition, which leads nowhere any more.
    """
    first = gelezen.verschenen
    if first is None:
        return ()
    present = list(_present(gelezen))
    places = {(v.onderdeel.soort, v.onderdeel.id): v.onderdeel for v in present}
    gone = [verwijdering for verwijdering, _ in gelezen.van(Verwijdering)]
    everything = [*present, *(_past(verwijdering) for verwijdering in gone)]
    found = [_first_edition(gelezen, everything, first)]
    for verloop in everything:
        if verloop.toegevoegd and verloop.toegevoegd > first and not verloop.met_pagina:
            found.append(Wijziging(verloop.toegevoegd, TOEGEVOEGD, verloop.onderdeel, verloop.wat))
        found += [Wijziging(a.op, GEWIJZIGD, verloop.onderdeel, a.wat) for a in verloop.aanpassingen]
    for verwijdering in gone:
        successor = places.get((verwijdering.soort, verwijdering.vervangen_door or ""))
        part = _past(verwijdering).onderdeel
        found.append(Wijziging(verwijdering.op, VERWIJDERD, part, verwijdering.reden, successor))
    return tuple(sorted(found, key=_order))


def find_vers(wijzigingen: Iterable[Wijziging], stand: date) -> Mapping[tuple[str, str], Wijziging]:
    """Return, by kind and id, the change that marks what is new or changed shortly before the date of the content.

    Of something new it is the addition, else the latest change. `wijzigingen` come newest first.
    """
    vers: dict[tuple[str, str], Wijziging] = {}
    for wijziging in wijzigingen:
        part = wijziging.onderdeel
        if not part.pad or part.soort == UITGAVE or stand - wijziging.dag > RECENT:
            continue
        if wijziging.aard == TOEGEVOEGD or (part.soort, part.id) not in vers:
            vers[part.soort, part.id] = wijziging
    return vers


def dag_anker(day: date) -> str:
    """Return the anchor of a day on the page with changes."""
    return f"pagina-dag-{day.isoformat()}"


def render_vers(wijziging: Wijziging, *, uitvoerig: bool = False) -> str:
    """Return the mark of what is new or changed: `Gewijzigd op 21 november 2026`; `uitvoerig`: and what that was."""
    if wijziging.aard == TOEGEVOEGD:
        return f"Nieuw sinds {render_datum(wijziging.dag)}"
    return f"Gewijzigd op {render_datum(wijziging.dag)}" + (f": {wijziging.wat}" if uitvoerig else "")


def _present(gelezen: Gelezen) -> Iterator[_Verloop]:
    where = {pagina.kop.soort: pagina for pagina in gelezen.paginas}
    for pagina in gelezen.paginas:
        kop = pagina.kop
        yield _Verloop(_page(pagina), kop.toegevoegd, kop.gewijzigd, kop.samenvatting)
    for soort in _MET_NAAM:
        name, sentence = soort.in_nieuw
        for record, _ in gelezen.van(soort.model):
            anchor = soort.anker.format(record.id)
            page = where[soort.pagina]
            part = Onderdeel(soort.naam, record.id, getattr(record, name), page.pad, anchor)
            said = getattr(record, sentence) if sentence else ""
            with_page = record.toegevoegd is None and page.kop.toegevoegd is not None
            added = record.toegevoegd or page.kop.toegevoegd
            yield _Verloop(part, added, record.gewijzigd, said, met_pagina=with_page)


def _page(pagina: Bronpagina) -> Onderdeel:
    soort = pagina.kop.soort if pagina.kop.soort in SOORTEN else "pagina"
    return Onderdeel(soort, pagina.pad.removesuffix(".md"), pagina.kop.titel, pagina.pad)


def _past(verwijdering: Verwijdering) -> _Verloop:
    part = Onderdeel(verwijdering.soort, verwijdering.id, verwijdering.titel, "")
    return _Verloop(part, verwijdering.toegevoegd, (), "")


def _first_edition(gelezen: Gelezen, everything: Iterable[_Verloop], first: date) -> Wijziging:
    """Count what the first edition had, also what was taken away later; so this stays as it is."""
    there = [v.onderdeel.soort for v in everything if v.toegevoegd is None or v.toegevoegd <= first]
    kinds = (("onderwerp", "onderwerpen"), *((soort.naam, soort.meervoud) for soort in _MET_NAAM))
    counted = ((there.count(one), one, many) for one, many in kinds)
    home = next(pagina.pad for pagina in gelezen.paginas if pagina.kop.soort == "home")
    said = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counted if count)
    return Wijziging(first, TOEGEVOEGD, Onderdeel(UITGAVE, "", "Eerste uitgave", home), said)


def _order(wijziging: Wijziging) -> tuple[int, int, int, str, str]:
    part = wijziging.onderdeel
    place = (AARD.index(wijziging.aard), SOORTEN.index(part.soort))
    return (-wijziging.dag.toordinal(), *place, part.titel.casefold(), part.id)
