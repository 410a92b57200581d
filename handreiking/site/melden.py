"""Telling the editors that something is wrong: a prefilled mail, and a prefilled issue where the source is public."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from handreiking.basis.weergave import render_datum
from handreiking.geheel.handreiking import Handreiking
from handreiking.soorten.instrument import Instrument

MEESTE_LETTERS = 1900
"""Mail clients and servers cut an address off at some 2000 characters."""


@dataclass(frozen=True)
class Melding:
    """What a message is about: `Pagina` or `Instrument`, its title, its path or id; of which content and of when."""

    soort: str
    titel: str
    plek: str
    handreiking: str
    stand: date

    @property
    def onderwerp(self) -> str:
        """The subject of the mail, and the title of the issue."""
        return f"Klopt er iets niet? {self.titel} ({self.plek})"

    @property
    def regels(self) -> tuple[str, ...]:
        """The lines that the mail begins with; the reader writes on below."""
        return (
            f"{self.soort}: {self.titel} ({self.plek})",
            f"Handreiking: {self.handreiking}",
            f"Stand van de inhoud: {render_datum(self.stand)}",
            "",
            "Wat klopt er niet?",
            "",
        )


def melding_over_pagina(handreiking: Handreiking, titel: str, plek: str) -> Melding:
    """Return a message about a page; `plek` is its path without ending (`groen/bomen`)."""
    return Melding("Pagina", titel, plek, handreiking.titel, handreiking.stand)


def melding_over_instrument(handreiking: Handreiking, instrument: Instrument) -> Melding:
    """Return a message about an instrument, by its id."""
    return Melding("Instrument", instrument.titel, instrument.id, handreiking.titel, handreiking.stand)


def render_mail(melding: Melding, contact: str) -> str:
    """Return the address that opens a mail to `contact` (RFC 6068); lines of the body end with CR and LF."""

    def address(melding: Melding) -> str:
        body = "\r\n".join(melding.regels)
        return f"mailto:{quote(contact, safe='@')}?{_query([('subject', melding.onderwerp), ('body', body)])}"

    return _within(melding, address)


def render_issue(melding: Melding, repo_url: str, sjabloon: str) -> str:
    """Return the address that opens an issue at a public repository, with the form `sjabloon` prefilled.

    The form has a field with the id `waar`: which page or instrument it is, and of when.
    """

    def address(melding: Melding) -> str:
        where = f"{melding.titel} ({melding.plek}), stand van {render_datum(melding.stand)}"
        fields = [("template", sjabloon), ("title", melding.onderwerp), ("waar", where)]
        return f"{repo_url.rstrip('/')}/issues/new?{_query(fields)}"

    return _within(melding, address)


def _query(fields: Iterable[tuple[str, str]]) -> str:
    """Return the fields percent-encoded; a `+` for a space is for forms, and a mail client would show it."""
    return "&".join(f"{name}={quote(value, safe='')}" for name, value in fields)


def _within(melding: Melding, address: Callable[[Melding], str]) -> str:
    """Return the address, with the title cut off where it would be too long; path and id stay whole."""
    made, letters = address(melding), len(melding.titel)
    while len(made) > MEESTE_LETTERS and letters:
        letters = letters * 9 // 10
        made = address(replace(melding, titel=f"{melding.titel[:letters].rstrip()}…"))
    return made
