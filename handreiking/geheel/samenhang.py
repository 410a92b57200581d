"""What ties a topic to other pages: related by choice of the editors, named in a text, or with the same instruments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.pagina import Onderwerp, Pagina
from handreiking.soorten.kop import Aard

# What a related topic is to the topic where it is shown; each has its counterpart on the other side.
AARD: dict[str, str] = {"basis": "Basis hiervoor", "vervolg": "Bouwt hierop voort"}


@dataclass(frozen=True)
class Relatie:
    """One tie of a topic to another page.

    `verwant` has the reason to read on there and sometimes an `aard`: what the other topic is to this one;
    `deelt` has the titles, as on this topic, of the instruments that stand on both; `genoemd` says that the text
    of the other page links here.
    """

    soort: Literal["verwant", "deelt", "genoemd"]
    naar: Pagina
    reden: str = ""
    aard: Aard | None = None
    instrumenten: tuple[str, ...] = ()

    @property
    def in_woorden(self) -> str:
        """What the other topic is to this one, as pages say it; empty where the editors said nothing."""
        return AARD.get(self.aard or "", "")


@dataclass(frozen=True)
class Verband:
    """All that ties a topic to one other page, so that a reader sees that page once."""

    naar: Pagina
    verwant: Relatie | None = None
    deelt: Relatie | None = None
    genoemd: Relatie | None = None


def relaties(handreiking: Handreiking, onderwerp: Onderwerp) -> tuple[Relatie, ...]:
    """Return every tie of a topic: related topics as its editors put them, the others in the order of the themes.

    The pages of practice examples of the topic are left out: they stand there as such.
    """
    shown = {pagina.pad for _, paginas in handreiking.voorbeelden_bij(onderwerp.id) for pagina in paginas}
    return (
        *(
            Relatie("verwant", handreiking.onderwerp(v.onderwerp), reden=v.reden, aard=v.aard)
            for v in onderwerp.verwant
        ),
        *_shared(handreiking, onderwerp),
        *(
            Relatie("genoemd", pagina)
            for pagina in handreiking.genoemd.get(onderwerp.pad, ())
            if pagina.pad not in shown
        ),
    )


def verbanden(handreiking: Handreiking, onderwerp: Onderwerp) -> tuple[Verband, ...]:
    """Return the ties of a topic by the page they lead to, in the order of `relaties`."""
    by_page: dict[str, dict[str, Relatie]] = {}
    for relatie in relaties(handreiking, onderwerp):
        by_page.setdefault(relatie.naar.pad, {})[relatie.soort] = relatie
    return tuple(
        Verband(handreiking.paginas[pad], kinds.get("verwant"), kinds.get("deelt"), kinds.get("genoemd"))
        for pad, kinds in by_page.items()
    )


def _shared(handreiking: Handreiking, onderwerp: Onderwerp) -> list[Relatie]:
    titles: dict[str, list[str]] = {}
    for plaatsing in handreiking.plaatsingen(onderwerp.id):
        for name in plaatsing.instrument.onderwerpen:
            if name != onderwerp.id:
                titles.setdefault(name, []).append(plaatsing.titel)
    others = sorted(map(handreiking.onderwerp, titles), key=handreiking.plaats)
    return [Relatie("deelt", other, instrumenten=tuple(titles[other.id])) for other in others]
