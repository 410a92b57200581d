"""What the template of a page needs: its records, grouped and sorted as the page shows them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from handreiking.basis.adres import page_url
from handreiking.beeld.pagina import getoonde_reeks
from handreiking.beeld.tekening import compose_tekening
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.kaarten import groepen_van, kaart_van, kaarten_op, keuzes_van, op_kaart
from handreiking.geheel.pagina import Onderwerp, Pagina, Praktijkpagina, Thema
from handreiking.geheel.samenhang import verbanden
from handreiking.geheel.wijzigingen import Wijziging
from handreiking.soorten.alle import ALLE
from handreiking.soorten.instrument import TOEGANG, Instrument, by_access
from handreiking.soorten.instrumentsoort import Instrumentsoort
from handreiking.soorten.stelling import ANTWOORDEN
from handreiking.tekst.toonregel import Toonplek
from handreiking.zoeken.stukken import Stuk, stukken


def page_context(handreiking: Handreiking, pad: str) -> dict[str, object]:
    """Return what the template of a page needs, by the name it has there."""
    pagina = handreiking.paginas[pad]
    getoond = _shown(handreiking, pagina)
    context: dict[str, object] = {
        "pagina": pagina,
        "begrippen": [handreiking.definitie(name) for name in pagina.tekst.begrippen],
        "afkortingen": [handreiking.afkorting(name) for name in pagina.tekst.afkortingen],
        "getoond": getoond,
        "kaarten": kaarten_op(handreiking, pagina),
        "gegevensbestand": _file_of(pagina) or next((plek.soort.bestand for plek in getoond), ""),
    }
    if isinstance(pagina, Thema):
        context["thema"] = pagina
    elif isinstance(pagina, Onderwerp):
        context |= {
            "onderwerp": pagina,
            "thema": handreiking.thema(pagina.thema),
            "verbanden": verbanden(handreiking, pagina),
            "groepen": by_access(handreiking.plaatsingen(pagina.id)),
            "beweringen": handreiking.beweringen_bij(pagina.id),
            "voorbeelden": handreiking.voorbeelden_bij(pagina.id),
        }
    elif isinstance(pagina, Praktijkpagina):
        context["voorbeeld"] = handreiking.voorbeeld_van(pagina)
        context["onderwerpen"] = [handreiking.onderwerp(name) for name in pagina.voorbeeld_van]
    return context | (_OF_KIND[pagina.soort](handreiking) if pagina.soort in _OF_KIND else {})


def _shown(handreiking: Handreiking, pagina: Pagina) -> dict[Toonplek, object]:
    """Return what lines of a page show, as their templates need it: the record, or what is made of it."""
    return {
        plek: _MADE[plek.woord](handreiking, pagina, record) if plek.woord in _MADE else record
        for plek in pagina.tekst.getoond
        for record in [handreiking.getoond(plek)]
    }


def _file_of(pagina: Pagina) -> str | None:
    """Return the data file whose records a page shows, if it has one of its own."""
    return next((soort.bestand for soort in ALLE if pagina.soort in (soort.pagina, soort.alleen_op)), None)


def _tied(handreiking: Handreiking) -> dict[str, object]:
    topics = (onderwerp for thema in handreiking.themas for onderwerp in thema.onderwerpen)
    ties = {onderwerp.id: verbanden(handreiking, onderwerp) for onderwerp in topics}
    return {"tekening": compose_tekening(handreiking), "verbanden": ties}


def _by_day(handreiking: Handreiking) -> list[tuple[date, list[Wijziging]]]:
    return [(day, list(members)) for day, members in groupby(handreiking.wijzigingen, lambda w: w.dag)]


def _by_kind(handreiking: Handreiking) -> list[tuple[Instrumentsoort, list[Instrument]]]:
    by_title = sorted(handreiking.instrumenten, key=lambda instrument: instrument.titel.casefold())
    groups = [(soort, [i for i in by_title if i.soort.id == soort.id]) for soort in handreiking.soorten]
    return [(soort, members) for soort, members in groups if members]


def _scan(handreiking: Handreiking) -> list[tuple[Thema, list[dict[str, object]]]]:
    """Return the themes that have statements, each with its topics that have some and the instruments there."""
    parts = [
        (thema, [_scanned(handreiking, onderwerp) for onderwerp in thema.onderwerpen]) for thema in handreiking.themas
    ]
    filled = [(thema, [part for part in members if part["stellingen"]]) for thema, members in parts]
    return [(thema, members) for thema, members in filled if members]


def _scanned(handreiking: Handreiking, onderwerp: Onderwerp) -> dict[str, object]:
    stellingen, hulp = handreiking.stellingen_bij(onderwerp.id), handreiking.plaatsingen(onderwerp.id)
    return {"onderwerp": onderwerp, "stellingen": stellingen, "hulp": hulp}


def _by_theme(handreiking: Handreiking) -> list[tuple[Thema, list[Instrument]]]:
    """Return each instrument once: with the theme of the topic it names first, in the order of the topics there."""
    first: dict[str, list[Instrument]] = {}
    for instrument in handreiking.instrumenten:
        first.setdefault(instrument.onderwerpen[0], []).append(instrument)
    return [
        (thema, [i for topic in thema.onderwerpen for i in first.get(topic.id, ())]) for thema in handreiking.themas
    ]


def _by_letter(handreiking: Handreiking) -> list[tuple[str, list[Stuk]]]:
    """Return all that can be found by the letter it begins with; first, without one, what begins with no letter."""
    directories = handreiking.site.directories
    left_out = {page_url(handreiking.pad_van(soort), directories=directories) for soort in ("home", "register")}
    found = (stuk for stuk in stukken(handreiking, directories=directories) if stuk.adres not in left_out)
    in_order = sorted(found, key=lambda stuk: (_plain(stuk.titel), stuk.soort))
    return [(letter, [*members]) for letter, members in groupby(in_order, lambda stuk: _letter(stuk.titel))]


def _letter(titel: str) -> str:
    first = _plain(titel)[:1]
    return first.upper() if first.isalpha() else ""


def _plain(titel: str) -> str:
    """Return a title as its reader looks it up: in small letters, without accents and marks."""
    letters = (
        letter for letter in unicodedata.normalize("NFKD", titel.casefold()) if not unicodedata.combining(letter)
    )
    return " ".join(re.findall(r"\w+", "".join(letters)))


def _cards(naam: str, handreiking: Handreiking) -> dict[str, object]:
    shown = sorted((s for s, _ in op_kaart() if s.pagina == naam), key=lambda s: not kaart_van(s).filter)
    groups = [(soort, group, cards) for soort in shown for group, cards in groepen_van(handreiking, soort)]
    return {"groepen": groups, "keuzes": [(s.kaart, k) for s in shown if (k := keuzes_van(handreiking, s))]}


# What the template of a record needs that is more than the record, by the word of the line that shows it.
_MADE: dict[str, Callable[[Handreiking, Pagina, Any], object]] = {"cijfers": getoonde_reeks}

# What a page needs that is made from the data, by its kind.
_OF_KIND: dict[str, Callable[[Handreiking], dict[str, object]]] = {
    **{soort.pagina: partial(_cards, soort.pagina) for soort, _ in op_kaart()},
    "instrumenten": lambda handreiking: {"groepen": _by_kind(handreiking), "toegang": TOEGANG},
    "nieuw": lambda handreiking: {"dagen": _by_day(handreiking)},
    "register": lambda handreiking: {"letters": _by_letter(handreiking)},
    "samenhang": _tied,
    "zelfscan": lambda handreiking: {"scan": _scan(handreiking), "antwoorden": ANTWOORDEN},
    "meenemen": lambda handreiking: {"groepen": _by_theme(handreiking)},
}
