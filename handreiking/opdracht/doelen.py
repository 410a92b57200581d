"""The addresses in the data, as the link check wants them."""

from __future__ import annotations

import re
from pathlib import Path

from handreiking.geheel.laden import convert
from handreiking.lezen.gelezen import Gelezen
from handreiking.links.doel import Doel
from handreiking.opdracht.gewijzigd import load_before
from handreiking.regels.teksten import lines_of
from handreiking.soorten.alle import soort_van
from handreiking.soorten.instrument import Instrument
from handreiking.soorten.record import Record, Veldsoort, id_of
from handreiking.soorten.velden import Plek, waarden

# What an address is, where it is not simply that of its record; and what the link check asks of it besides.
_ALS: dict[Plek, str] = {("aanvragen", "url"): "aanvraag", ("archief",): "archief"}


def find_doelen(gelezen: Gelezen) -> tuple[Doel, ...]:
    """Return every address in the data and in the texts, with its line.

    That of another record is looked at as that record's; one in a text goes by itself.
    """
    data = (
        Doel(
            _ALS.get(place, soort_van(model).naam),
            id_of(record),
            url,
            gelezen.path(model),
            line,
            *_more(record, place),
        )
        for model, lijst in gelezen.lijsten.items()
        for record, line in lijst.records
        for place, url in waarden(record, Veldsoort.ADRES)
    )
    texts = (gelezen if gelezen.teksten else convert(gelezen)).teksten
    teksten = (
        Doel("tekst", verwijzing.href, verwijzing.href, f"{gelezen.content}/{pagina.pad}", line)
        for pagina in gelezen.paginas
        for verwijzing in texts[pagina.pad].verwijzingen
        if verwijzing.href.startswith(("https://", "http://"))
        for line in lines_of(verwijzing.href, pagina)
    )
    return tuple(dict.fromkeys([*data, *teksten]))


def _more(record: Record, place: Plek) -> tuple[str, str | None] | tuple[()]:
    return (record.toegang, record.bestandstype) if isinstance(record, Instrument) and place == ("url",) else ()


def find_changed(doelen: tuple[Doel, ...], folder: Path, rev: str) -> tuple[Doel, ...]:
    """Return the addresses that stood nowhere in the files before a change; raises NietGedraaidError without git.

    So who renames a record, or mends its description, does not answer for an address that died meanwhile.
    """
    if not doelen:
        return ()
    before = load_before(folder, rev, sorted({doel.bestand.split("/")[0] for doel in doelen}))
    known = {url for url in {doel.url for doel in doelen} if re.search(rf"{re.escape(url)}(?![\w/?#=&%-])", before)}
    return tuple(doel for doel in doelen if doel.url not in known)
