"""The changes as a feed that programs can follow: Atom (RFC 4287). What it says; the template writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, UUID, uuid5

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.wijzigingen import UITGAVE, Wijziging, dag_anker

BESTAND = "feed.xml"
# Who follows the feed has the older ones; who does not, has the page.
MEESTE = 100


@dataclass(frozen=True)
class Bericht:
    """One entry: its id, which is no other's and stays, its title, text, day and address."""

    id: str
    titel: str
    tekst: str
    dag: date
    adres: str


@dataclass(frozen=True)
class Feed:
    """The feed: its id, the day of its newest entry, its own address, that of the page beside it, and its entries."""

    id: str
    dag: date
    adres: str
    pagina: str
    berichten: tuple[Bericht, ...]


def make_feed(handreiking: Handreiking, site: Site) -> Feed:
    """Return the feed of the newest changes; the same content gives the same feed.

    Where the address of the site is not known, addresses are relative to the feed's own: an Atom link holds an IRI
    reference (RFC 4287, 4.2.7.1). Ids come from what the handreiking is called and where to ask about it, never from
    an address: they stay when the site moves.
    """
    nieuw = handreiking.van_soort("nieuw")
    space = uuid5(NAMESPACE_URL, f"{handreiking.titel}\n{handreiking.contact}")

    def address(pad: str, anchor: str = "") -> str:
        return site.pagina(pad, BESTAND, anchor)

    def place(wijziging: Wijziging) -> str:
        part = wijziging.onderdeel
        if part.pad:
            return address(part.pad, part.anker)
        return address(nieuw.pad, dag_anker(wijziging.dag)) if nieuw else address("index.md")

    berichten = tuple(
        Bericht(_id(space, wijziging), _title(wijziging), _text(wijziging), wijziging.dag, place(wijziging))
        for wijziging in handreiking.wijzigingen[:MEESTE]
    )
    day = berichten[0].dag if berichten else handreiking.stand
    beside = address(nieuw.pad if nieuw else "index.md")
    return Feed(space.urn, day, site.url(BESTAND, BESTAND), beside, berichten)


def _id(space: UUID, wijziging: Wijziging) -> str:
    """Return the id of a change: what happened to which part on which day, and nothing that an editor mends later."""
    part = wijziging.onderdeel
    return uuid5(space, f"{part.soort}\n{part.id}\n{wijziging.aard}\n{wijziging.dag.isoformat()}").urn


def _title(wijziging: Wijziging) -> str:
    part = wijziging.onderdeel
    return part.titel if part.soort == UITGAVE else f"{wijziging.aard.capitalize()}: {part.titel} ({part.soort})"


def _text(wijziging: Wijziging) -> str:
    successor = f"In de plaats hiervan: {wijziging.opvolger.titel}." if wijziging.opvolger else ""
    return f"{wijziging.wat} {successor}".strip()
