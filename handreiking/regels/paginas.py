"""The rules that look across pages: one generator a rule, each yields (path, line, message)."""

from __future__ import annotations

from handreiking.basis.problem import Found
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.pagina import Bronpagina
from handreiking.soorten.kop import OnderwerpKop, PraktijkKop, ThemaKop
from handreiking.soorten.paginasoort import PAGINASOORTEN
from handreiking.soorten.stelling import MEEST, MINST, Stelling


def check_related(gelezen: Gelezen) -> Found:
    """Related topics name each other, and none names itself or the same one twice.

    Wrong: `a` names `b`, `b` does not name `a`.  Right: both name the other, each with its own reason.
    """
    names = {
        pagina.pad.removesuffix(".md"): [relation.onderwerp for relation in pagina.kop.verwant]
        for pagina in gelezen.paginas
        if isinstance(pagina.kop, OnderwerpKop)
    }
    for pagina in gelezen.paginas:
        path, name = f"{gelezen.content}/{pagina.pad}", pagina.pad.removesuffix(".md")
        for index, other in enumerate(names.get(name, [])):
            line = pagina.document.regel(("verwant", index))
            if other == name:
                yield path, line, "het onderwerp noemt zichzelf onder 'verwant'; haal dat weg"
            elif other in names[name][:index]:
                yield path, line, f"'{other}' staat dubbel onder 'verwant'; houd er één"
            elif not pagina.kop.concept and other in names and name not in names[other]:
                sentence = f"'{other}' noemt dit onderwerp niet onder 'verwant'; vul het daar aan of haal het hier weg"
                yield path, line, sentence


def check_aard(gelezen: Gelezen) -> Found:
    """Where a topic is the basis of another, that one builds on it, and both say so.

    Wrong: `a` calls `b` its `basis`, `b` says nothing of `a`.  Right: `b` calls `a` its `vervolg`.
    """
    fitting = {"basis": "vervolg", "vervolg": "basis"}
    said = {
        (pagina.pad.removesuffix(".md"), relation.onderwerp): relation.aard
        for pagina in gelezen.paginas
        if isinstance(pagina.kop, OnderwerpKop)
        for relation in pagina.kop.verwant
    }
    for pagina in gelezen.paginas:
        name = pagina.pad.removesuffix(".md")
        for index, relation in enumerate(pagina.kop.verwant if isinstance(pagina.kop, OnderwerpKop) else ()):
            back = (relation.onderwerp, name)
            if relation.aard and back in said and said[back] != fitting[relation.aard]:
                sentence = (
                    f"'{relation.onderwerp}' is hier '{relation.aard}'; zet daar bij dit onderwerp"
                    f" 'aard: {fitting[relation.aard]}', of haal 'aard' hier weg"
                )
                yield f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("verwant", index, "aard")), sentence


def check_order(gelezen: Gelezen) -> Found:
    """Themes, the topics within a theme, practice examples and the pages of one each have a place of their own.

    Wrong: two topics of one theme with `volgorde: 2`.  Right: 2 and 3.
    """
    places: dict[tuple[str, int], list[Bronpagina]] = {}
    for pagina in gelezen.paginas:
        if isinstance(pagina.kop, ThemaKop | OnderwerpKop | PraktijkKop):
            folder = pagina.pad.removesuffix("/index.md").rpartition("/")[0]
            places.setdefault((folder, pagina.kop.volgorde), []).append(pagina)
    for (_, volgorde), paginas in places.items():
        for pagina in paginas:
            others = ", ".join(f"{gelezen.content}/{other.pad}" for other in paginas if other is not pagina)
            if others:
                sentence = f"volgorde {volgorde} heeft ook {others}; geef een van beide een ander getal"
                yield f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("volgorde",)), sentence


def check_kinds_of_page(gelezen: Gelezen) -> Found:
    """There is a page of each kind that is needed, and of a kind of which there is one no second.

    Wrong: no page with `soort: definities`.  Right: exactly one.
    """
    for soort in PAGINASOORTEN:
        paginas = [pagina for pagina in gelezen.paginas if pagina.kop.soort == soort.naam]
        if not paginas and soort.nodig and len(gelezen.paginas) == len(gelezen.paden):
            yield gelezen.content, 1, f"er is geen pagina met 'soort: {soort.naam}'; maak er één"
        for pagina in paginas[1:] if soort.enig else ():
            yield (
                f"{gelezen.content}/{pagina.pad}",
                pagina.document.regel(("soort",)),
                f"er is al een pagina met 'soort: {soort.naam}': {gelezen.content}/{paginas[0].pad}",
            )


def check_themes(gelezen: Gelezen) -> Found:
    """A topic lies in the folder of a theme, and a theme has topics.

    Wrong: `groen/bomen.md` without `groen/index.md`, or the other way round.  Right: both.
    """
    filled = {pad.rpartition("/")[0] for pad in gelezen.paden if not pad.endswith("/index.md")}
    for pagina in gelezen.paginas:
        index = f"{pagina.pad.rpartition('/')[0]}/index.md"
        if isinstance(pagina.kop, OnderwerpKop) and index not in gelezen.paden:
            sentence = f"dit onderwerp heeft geen thema; maak {gelezen.content}/{index}"
            yield f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("soort",)), sentence
        elif isinstance(pagina.kop, ThemaKop) and pagina.pad.rpartition("/")[0] not in filled:
            sentence = "dit thema heeft geen onderwerpen; maak er een, of haal het thema weg"
            yield f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("soort",)), sentence


def check_zonder_stellingen(gelezen: Gelezen) -> Found:
    """Once there are statements, every topic has some; this is a warning, so that a new topic can be shown at once.

    Wrong: statements about `groen/bomen` alone.  Right: about every topic.
    """
    covered = {stelling.onderwerp for stelling, _ in gelezen.van(Stelling)}
    for pagina in gelezen.paginas if covered else ():
        if isinstance(pagina.kop, OnderwerpKop) and pagina.pad.removesuffix(".md") not in covered:
            sentence = f"dit onderwerp heeft geen stellingen in {gelezen.path(Stelling)}"
            yield f"{gelezen.content}/{pagina.pad}", 1, f"{sentence}; schrijf er {MINST} tot {MEEST}"
