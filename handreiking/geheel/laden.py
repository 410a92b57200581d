"""Load a whole handreiking: read, converted, checked and put together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handreiking.basis.adres import relative_url
from handreiking.basis.parallel import in_parallel
from handreiking.basis.problem import Problem
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.samenstelling import compose, site_of
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.laden import load_gelezen
from handreiking.lezen.linkstatus import load_linkstatus
from handreiking.lezen.pagina import Bronpagina
from handreiking.lezen.project import Project
from handreiking.regels.alle import check_regels
from handreiking.soorten.afkorting import Afkorting
from handreiking.soorten.definitie import Definitie
from handreiking.tekst.begrippen import Begrippenlijst, begrippenlijst
from handreiking.tekst.tekst import Tekst, render_tekst


def load_handreiking(
    project: Project, vandaag: date, *, concepten: bool = False
) -> tuple[Handreiking | None, list[Problem]]:
    """Load, check and compose the handreiking; return it, or None, with all problems found, sorted.

    `vandaag` is what dates are held against; `concepten`: with the pages that are no more than a draft.
    """
    gelezen, problems = load_gelezen(project, vandaag, concepten=concepten)
    handreiking, found = check_gelezen(gelezen)
    if handreiking is None or problems:
        return None, sorted({*problems, *found})
    instrumenten = {instrument.id: instrument.url for instrument in handreiking.instrumenten}
    bronnen = {bron.id: bron.url for bron in handreiking.bronnen}
    return replace(
        handreiking,
        linkstatus=load_linkstatus(project.data, instrumenten),
        bronstatus=load_linkstatus(project.data, bronnen, soort="bron"),
    ), []


def check_gelezen(gelezen: Gelezen) -> tuple[Handreiking | None, list[Problem]]:
    """Convert, check across files and compose what was read; return the handreiking, or None, with the problems."""
    begrippen = _begrippen(gelezen)
    gelezen = convert(gelezen, begrippen)
    found = [problem for problem, _ in check_regels(gelezen, "bouw")]
    if found or gelezen.titelblad is None or not gelezen.compleet:
        return None, found
    return compose(gelezen.titelblad, gelezen, begrippen), []


def convert(gelezen: Gelezen, begrippen: Begrippenlijst | None = None) -> Gelezen:
    """Return what was read with the converted text of each page."""
    return replace(gelezen, teksten=_converted(gelezen, begrippen or _begrippen(gelezen)))


def _begrippen(gelezen: Gelezen) -> Begrippenlijst:
    explained_on = next((p.pad for p in gelezen.paginas if p.kop.soort == "definities"), "")
    if not explained_on:
        return begrippenlijst({}, "")
    forms = {d.id: (d.begrip, *d.varianten) for d, _ in gelezen.van(Definitie)}
    return begrippenlijst(forms, explained_on, {a.id: a.afkorting for a, _ in gelezen.van(Afkorting)})


def _converted(gelezen: Gelezen, begrippen: Begrippenlijst) -> dict[str, Tekst]:
    """Return the converted text of each page, with links in the form that the addresses of the site have."""
    directories = gelezen.titelblad is not None and site_of(gelezen.titelblad).directories

    def convert(pagina: Bronpagina) -> Tekst:
        def url_for(pad: str, anchor: str) -> str:
            address = "" if pad == pagina.pad else relative_url(pagina.pad, pad, directories=directories)
            return f"{address}#{anchor}" if anchor else address or "#"

        return render_tekst(pagina.markdown, pagina.pad, url_for, begrippen)

    texts = in_parallel(convert, gelezen.paginas, at_least=100)
    return {pagina.pad: tekst for pagina, tekst in zip(gelezen.paginas, texts, strict=True)}
