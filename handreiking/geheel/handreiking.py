"""The whole handreiking as one frozen record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from handreiking.basis.adres import Site
from handreiking.geheel.pagina import Onderwerp, Pagina, Praktijkpagina, Thema, Voorbeeld
from handreiking.geheel.wijzigingen import Wijziging
from handreiking.lezen.linkstatus import Linkstatus
from handreiking.soorten.afkorting import Afkorting
from handreiking.soorten.alle import OP_EEN_REGEL
from handreiking.soorten.beveiliging import Beveiliging
from handreiking.soorten.bewering import Bewering
from handreiking.soorten.bron import Bron
from handreiking.soorten.contactpunt import Contactpunt
from handreiking.soorten.definitie import Definitie
from handreiking.soorten.instrument import Instrument, Plaatsing
from handreiking.soorten.instrumentsoort import Instrumentsoort
from handreiking.soorten.record import Record, id_of
from handreiking.soorten.soort import Recordsoort
from handreiking.soorten.stelling import Stelling
from handreiking.soorten.titelblad import Licentie
from handreiking.soorten.uitgever import Uitgever
from handreiking.soorten.zoekterm import Zoekterm
from handreiking.tekst.begrippen import Begrippenlijst
from handreiking.tekst.toonregel import Toonplek

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Handreiking:
    """Everything: the title page, themes in order, pages by source path, and the records of the data.

    `wijzigingen` come newest first; `vers` holds those that mark what is new or changed, by kind and id.
    """

    titel: str
    ondertitel: str
    editie: str
    contact: str
    uitgever: Uitgever
    licentie: Licentie
    beveiliging: Beveiliging | None
    site: Site
    stand: date
    themas: tuple[Thema, ...]
    voorbeelden: tuple[Voorbeeld, ...]
    paginas: Mapping[str, Pagina]
    soorten: tuple[Instrumentsoort, ...]
    instrumenten: tuple[Instrument, ...]
    beweringen: tuple[Bewering, ...]
    definities: tuple[Definitie, ...]
    afkortingen: tuple[Afkorting, ...]
    bronnen: tuple[Bron, ...]
    zoektermen: tuple[Zoekterm, ...]
    begrippen: Begrippenlijst
    op_onderwerp: Mapping[str, tuple[Plaatsing, ...]]
    stellingen: Mapping[str, tuple[Stelling, ...]]
    genoemd: Mapping[str, tuple[Pagina, ...]]
    wijzigingen: tuple[Wijziging, ...]
    vers: Mapping[tuple[str, str], Wijziging]
    records: Mapping[type[Record], tuple[Record, ...]] = field(default_factory=dict)
    linkstatus: Mapping[str, Linkstatus] = field(default_factory=dict)
    bronstatus: Mapping[str, Linkstatus] = field(default_factory=dict)

    def thema(self, name: str) -> Thema:
        """Return the theme with this id."""
        return self._themas[name]

    def onderwerp(self, name: str) -> Onderwerp:
        """Return the topic with this id (`groen/bomen`)."""
        pagina = self.paginas[f"{name}.md"]
        if not isinstance(pagina, Onderwerp):
            raise KeyError(name)
        return pagina

    def van_soort(self, soort: str) -> Pagina | None:
        """Return the first page of a kind, or None."""
        return next(iter(self.paginas_van(soort)), None)

    def paginas_van(self, soort: str) -> tuple[Pagina, ...]:
        """Return every page of a kind, in the order of the pages."""
        return self._op_soort.get(soort, ())

    def pad_van(self, soort: str) -> str:
        """Return the source path of the page of a kind; of the home page where there is none of that kind."""
        pagina = self.van_soort(soort)
        return pagina.pad if pagina else "index.md"

    def onderwerpen_van(self, instrument: Instrument) -> tuple[Onderwerp, ...]:
        """Return the topics that an instrument belongs to, in its own order."""
        return tuple(self.onderwerp(name) for name in instrument.onderwerpen)

    def status(self, name: str) -> Linkstatus:
        """Return what is known of the address of the instrument with this id."""
        return self.linkstatus.get(name, Linkstatus())

    def definitie(self, name: str) -> Definitie:
        """Return the definition with this id."""
        return self._definities[name]

    def afkorting(self, name: str) -> Afkorting:
        """Return the abbreviation with this id."""
        return self._afkortingen[name]

    def plaatsingen(self, name: str) -> tuple[Plaatsing, ...]:
        """Return the instruments on the topic with this id, in the order of the data."""
        return self.op_onderwerp.get(name, ())

    def stellingen_bij(self, name: str) -> tuple[Stelling, ...]:
        """Return the statements of the self-scan about the topic with this id, in the order of the data."""
        return self.stellingen.get(name, ())

    def voorbeelden_bij(self, name: str) -> tuple[tuple[Voorbeeld, tuple[Praktijkpagina, ...]], ...]:
        """Return the practice examples of the topic with this id, each with its pages that show it."""
        return self._voorbeelden.get(name, ())

    def voorbeeld_van(self, pagina: Praktijkpagina) -> Voorbeeld:
        """Return the practice example that a page belongs to."""
        return self._voorbeeld_van[pagina.pad]

    def plaats(self, onderwerp: Onderwerp) -> int:
        """Return the place of a topic among all, in the order of the themes."""
        return self._plaatsen[onderwerp.id]

    def beweringen_bij(self, name: str) -> tuple[Bewering, ...]:
        """Return what may have changed of what stands on the topic with this id, in the order of the data."""
        return self.bij(Bewering, name)

    def van(self, model: type[R]) -> tuple[R, ...]:
        """Return the records of a kind, in the order of the data."""
        return cast("tuple[R, ...]", self.records.get(model, ()))

    def bij(self, model: type[R], name: str) -> tuple[R, ...]:
        """Return the records of a kind that name the topic with this id among their own."""
        return cast("tuple[R, ...]", self._bij.get((model, name), ()))

    def op(self, soort: Recordsoort[R], pagina: Pagina) -> tuple[R, ...]:
        """Return the records of a kind that stand on a page: those that it names, all, or those of a topic."""
        if isinstance(pagina, Onderwerp):
            return self.bij(soort.model, pagina.id)
        return self.van(soort.model) if pagina.soort == soort.pagina else getattr(pagina, soort.meervoud, ())

    def getoond(self, plek: Toonplek) -> Record:
        """Return the record that a line of a page shows."""
        return self._op_een_regel[plek]

    def getoond_in_woorden(self, plek: Toonplek) -> str:
        """Return all that a page shows of that record."""
        regel = plek.soort.toonregel
        return str(getattr(self.getoond(plek), regel.in_woorden)) if regel else ""

    def getoond_op(self, plek: Toonplek) -> tuple[Pagina, ...]:
        """Return the pages that have a line which shows it."""
        return tuple(pagina for pagina in self.paginas.values() if plek in pagina.tekst.getoond)

    @property
    def contactpunten(self) -> tuple[Contactpunt, ...]:
        """All contact points, in the order of the data."""
        return self.van(Contactpunt)

    # Every page asks for these, so that a search through all would take a time that grows with their square.
    @cached_property
    def _themas(self) -> Mapping[str, Thema]:
        return {thema.id: thema for thema in self.themas}

    @cached_property
    def _plaatsen(self) -> Mapping[str, int]:
        return {o.id: place for place, o in enumerate(o for thema in self.themas for o in thema.onderwerpen)}

    @cached_property
    def _op_soort(self) -> Mapping[str, tuple[Pagina, ...]]:
        found: dict[str, list[Pagina]] = {}
        for pagina in self.paginas.values():
            found.setdefault(pagina.soort, []).append(pagina)
        return {soort: tuple(members) for soort, members in found.items()}

    @cached_property
    def _op_een_regel(self) -> Mapping[Toonplek, Record]:
        shown = ((woord, record) for woord, soort in OP_EEN_REGEL.items() for record in self.van(soort.model))
        return {Toonplek(woord, id_of(record)): record for woord, record in shown}

    @cached_property
    def _voorbeelden(self) -> Mapping[str, tuple[tuple[Voorbeeld, tuple[Praktijkpagina, ...]], ...]]:
        found: dict[str, dict[str, tuple[Voorbeeld, list[Praktijkpagina]]]] = {}
        for voorbeeld in self.voorbeelden:
            for pagina in voorbeeld.paginas:
                for name in pagina.voorbeeld_van:
                    found.setdefault(name, {}).setdefault(voorbeeld.id, (voorbeeld, []))[1].append(pagina)
        return {name: tuple((v, tuple(p)) for v, p in shown.values()) for name, shown in found.items()}

    @cached_property
    def _voorbeeld_van(self) -> Mapping[str, Voorbeeld]:
        return {pagina.pad: voorbeeld for voorbeeld in self.voorbeelden for pagina in voorbeeld.paginas}

    @cached_property
    def _bij(self) -> Mapping[tuple[type[Record], str], tuple[Record, ...]]:
        found: dict[tuple[type[Record], str], list[Record]] = {}
        for model, records in self.records.items():
            for record in records:
                for name in getattr(record, "onderwerpen", ()):
                    found.setdefault((model, name), []).append(record)
        return {key: tuple(members) for key, members in found.items()}

    @cached_property
    def _definities(self) -> Mapping[str, Definitie]:
        return {definitie.id: definitie for definitie in self.definities}

    @cached_property
    def _afkortingen(self) -> Mapping[str, Afkorting]:
        return {afkorting.id: afkorting for afkorting in self.afkortingen}
