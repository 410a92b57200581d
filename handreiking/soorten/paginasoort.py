"""The kinds of page: each is declared once, in the order of the menu at the foot of every page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from handreiking.soorten.kop import PRAKTIJK, Kop, OnbekendeKop, OnderwerpKop, PraktijkKop, ThemaKop


@dataclass(frozen=True)
class Paginaplek:
    """Where pages of a kind lie below the content folder: a pattern, and the same in words."""

    patroon: str
    waar: str

    def past(self, pad: str) -> bool:
        """Say whether a page lies there."""
        return re.fullmatch(self.patroon, pad) is not None


_THEMA = rf"(?!{PRAKTIJK}/)[^/]+"
_LOS = Paginaplek(r"(?!index\.md$)[^/]+", "rechtstreeks in content/")


@dataclass(frozen=True)
class Paginasoort:
    """A kind of page: its name, the model of what stands at its top, and where it lies.

    `nodig`: a handreiking has one. `enig`: it has at most one. `menu`: what the page is called in the menus; an empty
    name leaves it out of them. `boven`: it also stands in the menu at the top and among the ways in on the home page.
    `smal`: it does so on a phone too, where there is room for one line. `pdf`: its place behind the topics, None
    where it stands elsewhere or has no sense on paper. `sjabloon`: its template, where that is not called after it.
    `in_zoeken`: what search calls it. `over_de_site`: it is about the site, so that search shows its headings and what
    begins under each; the rest of its words are found too, but count for less.
    """

    naam: str
    kop: type[Kop] = Kop
    plek: Paginaplek = _LOS
    nodig: bool = False
    enig: bool = True
    menu: str = ""
    boven: bool = False
    smal: bool = False
    pdf: int | None = 0
    sjabloon: str = ""
    in_zoeken: str = "Pagina"
    over_de_site: bool = False


PAGINASOORTEN = (
    Paginasoort("home", plek=Paginaplek(r"index\.md", "in content/index.md"), nodig=True, pdf=None),
    Paginasoort(
        "thema",
        ThemaKop,
        Paginaplek(rf"{_THEMA}/index\.md", "in content/<thema>/index.md"),
        enig=False,
        pdf=None,
        in_zoeken="Thema",
    ),
    Paginasoort(
        "onderwerp",
        OnderwerpKop,
        Paginaplek(rf"{_THEMA}/(?!index\.md$)[^/]+", "in content/<thema>/<onderwerp>.md"),
        enig=False,
        pdf=None,
        in_zoeken="Onderwerp",
    ),
    Paginasoort("zelfscan", menu="Zelfscan", boven=True, pdf=2),
    Paginasoort("instrumenten", nodig=True, menu="Instrumenten", boven=True, smal=True, pdf=4),
    Paginasoort("contact", menu="Contact", boven=True, smal=True, pdf=1, sjabloon="soort"),
    Paginasoort(
        "praktijkoverzicht",
        plek=Paginaplek(rf"{PRAKTIJK}/index\.md", f"in content/{PRAKTIJK}/index.md"),
        menu="Praktijk",
        boven=True,
        pdf=-2,
    ),
    Paginasoort(
        "praktijk",
        PraktijkKop,
        Paginaplek(rf"{PRAKTIJK}/[^/]+/[^/]+", f"in content/{PRAKTIJK}/<gemeente>/"),
        enig=False,
        pdf=-1,
        in_zoeken="Praktijkvoorbeeld",
    ),
    Paginasoort("definities", nodig=True, menu="Definities", boven=True, pdf=3),
    Paginasoort("trainingen", menu="Trainingen", pdf=1, sjabloon="soort"),
    Paginasoort("samenhang", menu="Samenhang", pdf=None),
    Paginasoort("register", menu="A tot Z", pdf=None),
    Paginasoort("nieuw", menu="Nieuw", pdf=None),
    Paginasoort("meenemen", menu="Meenemen", pdf=None),
    Paginasoort("opendata", menu="Open data", pdf=None),
    Paginasoort("download", menu="Download", pdf=None),
    Paginasoort("over", menu="Over", pdf=5, over_de_site=True),
    Paginasoort("pagina", enig=False, over_de_site=True),
)

_BY_NAME = {soort.naam: soort for soort in PAGINASOORTEN}


def paginasoort(naam: str) -> Paginasoort:
    """Return the kind of page with this name."""
    return _BY_NAME[naam]


def kop_model(soort: object) -> type[Kop]:
    """Return the model of the fields at the top of a kind of page; of an unknown one, what every page has."""
    known = _BY_NAME.get(soort) if isinstance(soort, str) else None
    return known.kop if known else OnbekendeKop
