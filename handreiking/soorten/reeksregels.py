"""The rules for a series of figures: one generator a rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handreiking.basis.problem import suggestion
from handreiking.soorten.reeks import Kolom, Reeks, Rij, delen, getal
from handreiking.soorten.soort import Eigen, Lijst, Recordsoort, Toonregel


def check_reeks_namen(lijst: Lijst[Reeks]) -> Eigen:
    """Within a series each row and each column has an id of its own.

    Wrong: two rows with `id: eik`.  Right: `id: eik` and `id: linde`.
    """
    for reeks, plek in lijst.met_plek():
        for field, things in _tables(reeks):
            names = [thing.id for thing in things]
            for index, name in enumerate(names):
                if name in names[:index]:
                    sentence = f"'{name}' staat dubbel onder '{field}' van reeks '{reeks.id}'; kies een ander id"
                    yield _at(lijst, plek, field, index, sentence)


def check_reeks_waarden(lijst: Lijst[Reeks]) -> Eigen:
    """A row has one figure for each column.

    Wrong: `waarden: [3]` under two columns.  Right: `waarden: [3, 6]`.
    """
    for reeks, plek in lijst.met_plek():
        for index, rij in enumerate(reeks.rijen):
            if len(rij.waarden) != len(reeks.kolommen):
                sentence = (
                    f"rij '{rij.naam}' heeft {_number(len(rij.waarden), 'waarde', 'waarden')} bij "
                    f"{_number(len(reeks.kolommen), 'kolom', 'kolommen')}; geef er één per kolom, of 'onbekend'"
                )
                yield _at(lijst, plek, "rijen", index, sentence)


def check_reeks_verwijzingen(lijst: Lijst[Reeks]) -> Eigen:
    """What a row or column is the sum or a part of, and what a step shows, stands in the same series.

    Wrong: `som_van: [eik, lnde]`.  Right: `som_van: [eik, linde]`.
    """
    for reeks, plek in lijst.met_plek():
        for field, things in _tables(reeks):
            known = [thing.id for thing in things]
            for index, thing in enumerate(things):
                whole = [thing.deel_van] if isinstance(thing, Rij) and thing.deel_van else []
                for name in (*thing.som_van, *whole):
                    where = "som_van" if name in thing.som_van else "deel_van"
                    if name == thing.id:
                        sentence = f"'{name}' noemt zichzelf onder '{where}'; haal dat weg"
                        yield _at(lijst, plek, field, index, sentence)
                    elif name not in known:
                        sentence = f"'{where}' noemt '{name}', dat niet onder '{field}' staat{suggestion(name, known)}"
                        yield _at(lijst, plek, field, index, sentence)
        rows = [rij.id for rij in reeks.rijen]
        for index, name in ((index, name) for index, stap in enumerate(reeks.stappen) for name in stap.rijen):
            if name not in rows:
                sentence = f"deze stap noemt '{name}', dat geen rij van de reeks is{suggestion(name, rows)}"
                yield _at(lijst, plek, "stappen", index, sentence)


def check_reeks_totaal(lijst: Lijst[Reeks]) -> Eigen:
    """A total is the sum of its parts; where a part is not known, it is at least that of the others.

    Wrong: 13 over 5, 3, 1 and 3.  Right: 12.
    """
    for reeks, plek in _whole(lijst):
        for index, rij in enumerate(reeks.rijen):
            for place, kolom in enumerate(reeks.kolommen):
                rows = [reeks.rij(name).waarden[place] for name in rij.som_van]
                columns = [w for w, k in zip(rij.waarden, reeks.kolommen, strict=True) if k.id in kolom.som_van]
                for parts in (rows, columns):
                    wrong = _wrong(rij.waarden[place], parts) if parts else None
                    if wrong:
                        sentence = f"rij '{rij.naam}', kolom '{kolom.naam}': {wrong}; verbeter het totaal of een deel"
                        yield _at(lijst, plek, "rijen", index, sentence)


def check_reeks_deel(lijst: Lijst[Reeks]) -> Eigen:
    """A part is not more than the whole.

    Wrong: 9 of the 8 reports became a case.  Right: 5 of the 8.
    """
    for reeks, plek in _whole(lijst):
        for index, rij in enumerate(reeks.rijen):
            whole = reeks.rij(rij.deel_van) if rij.deel_van else None
            for place, kolom in enumerate(reeks.kolommen) if whole else ():
                part, all_of_it = rij.waarden[place], whole.waarden[place] if whole else None
                if part is not None and all_of_it is not None and part > all_of_it and whole:
                    sentence = (
                        f"rij '{rij.naam}', kolom '{kolom.naam}': {getal(part)} is meer dan de {getal(all_of_it)} "
                        f"van '{whole.naam}', waarvan het een deel is; verbeter een van beide"
                    )
                    yield _at(lijst, plek, "rijen", index, sentence)


def check_reeks_beeld(lijst: Lijst[Reeks]) -> Eigen:
    """Steps and the picture of a way belong together, and so do words beside the rows and their heading.

    Wrong: `beeld: weg` without `stappen`.  Right: both.
    """
    for reeks, plek in lijst.met_plek():
        if reeks.beeld == "weg" and not reeks.stappen:
            yield _at(lijst, plek, "beeld", None, "'beeld: weg' vraagt om 'stappen'; noem per stap de rijen")
        elif reeks.stappen and reeks.beeld != "weg":
            yield _at(lijst, plek, "stappen", None, "'stappen' horen bij 'beeld: weg'; haal ze weg of kies dat beeld")
        beside = [index for index, rij in enumerate(reeks.rijen) if rij.bij]
        if beside and not reeks.bijkop:
            sentence = "naast de naam van deze rij staat iets ('bij'), maar daar is geen kop voor; vul 'bijkop' in"
            yield _at(lijst, plek, "rijen", beside[0], sentence)
        elif reeks.bijkop and not beside:
            yield _at(lijst, plek, "bijkop", None, "geen rij heeft 'bij'; vul het daar in, of haal 'bijkop' weg")


def _whole(lijst: Lijst[Reeks]) -> Iterator[tuple[Reeks, int]]:
    """Yield the series of which the table has no holes, so that it can be added up, with their number in the file."""
    earlier = (check_reeks_namen, check_reeks_waarden, check_reeks_verwijzingen)
    if not any(True for rule in earlier for _ in rule(lijst)):
        yield from lijst.met_plek()


def _tables(reeks: Reeks) -> tuple[tuple[str, Sequence[Kolom | Rij]], ...]:
    return ("kolommen", reeks.kolommen), ("rijen", reeks.rijen)


def _at(lijst: Lijst[Reeks], plek: int, field: str, index: int | None, sentence: str) -> tuple[int, str]:
    return lijst.regel((plek, field) if index is None else (plek, field, index)), sentence


def _wrong(total: int | None, parts: Sequence[int | None]) -> str | None:
    """Say what is wrong with a total, or None."""
    known = [part for part in parts if part is not None]
    if total is None or (len(known) == len(parts) and total == sum(known)):
        return None
    if len(known) == len(parts):
        return f"hier staat {getal(total)}, maar de delen zijn samen {getal(sum(known))} ({delen(known)})"
    if total < sum(known):
        return f"hier staat {getal(total)}, maar wat bekend is van de delen is al {getal(sum(known))} ({delen(known)})"
    return None


def _number(aantal: int, enkelvoud: str, meervoud: str) -> str:
    return f"{aantal} {enkelvoud if aantal == 1 else meervoud}"


REEKS = Recordsoort(
    "reeks",
    "reeksen",
    "cijfers.yaml",
    Reeks,
    geteld=True,
    regels=(
        check_reeks_namen,
        check_reeks_waarden,
        check_reeks_verwijzingen,
        check_reeks_totaal,
        check_reeks_deel,
        check_reeks_beeld,
    ),
    toonregel=Toonregel("cijfers", in_woorden="op_de_pagina"),
)
