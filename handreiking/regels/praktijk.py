"""The rules for practice examples: one generator a rule, each yields (path, line, message)."""

from __future__ import annotations

from collections.abc import Iterator

from handreiking.basis.problem import Found
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.pagina import Bronpagina
from handreiking.lezen.teksten import page_texts
from handreiking.soorten.kop import IN_TE_VULLEN, PRAKTIJK, PraktijkKop


def check_praktijk_gemeente(gelezen: Gelezen) -> Found:
    """The first page of an example names the municipality, and no other page does.

    Wrong: `waterdijk/index.md` without `gemeente`.  Right: `gemeente: Waterdijk`.
    """
    for pagina, kop in _examples(gelezen):
        path, first = f"{gelezen.content}/{pagina.pad}", pagina.pad.endswith("/index.md")
        if first and not kop.gemeente:
            sentence = "de eerste pagina van een praktijkvoorbeeld noemt de gemeente; schrijf 'gemeente: ' en de naam"
            yield path, pagina.document.regel(("soort",)), sentence
        elif kop.gemeente and not first:
            sentence = "de naam van de gemeente staat alleen in index.md; haal 'gemeente' hier weg"
            yield path, pagina.document.regel(("gemeente",)), sentence


def check_praktijk_index(gelezen: Gelezen) -> Found:
    """An example has a first page, and the overview leads to it.

    Wrong: `praktijk/waterdijk/bomen.md` alone.  Right: also `praktijk/waterdijk/index.md` and `praktijk/index.md`.
    """
    told = set()
    for pagina, _ in _examples(gelezen):
        path, line = f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("soort",))
        for index in (f"{PRAKTIJK}/index.md", f"{pagina.pad.rpartition('/')[0]}/index.md"):
            if index not in gelezen.paden and index not in told:
                told.add(index)
                yield path, line, f"dit praktijkvoorbeeld mist een pagina; maak {gelezen.content}/{index}"


def check_voorbeeld_van(gelezen: Gelezen) -> Found:
    """A page is an example of a topic once, and each example shows a topic.

    Wrong: `voorbeeld_van: [groen/bomen, groen/bomen]`.  Right: `voorbeeld_van: [groen/bomen]`.
    """
    for pagina, kop in _examples(gelezen):
        for index, name in enumerate(kop.voorbeeld_van):
            if name in kop.voorbeeld_van[:index]:
                line = pagina.document.regel(("voorbeeld_van", index))
                sentence = f"'{name}' staat dubbel onder 'voorbeeld_van'; houd er één"
                yield f"{gelezen.content}/{pagina.pad}", line, sentence
        if not kop.voorbeeld_van and not pagina.pad.endswith("/index.md"):
            sentence = "deze pagina is nergens een voorbeeld van; noem onder 'voorbeeld_van' ten minste één onderwerp"
            yield f"{gelezen.content}/{pagina.pad}", pagina.document.regel(("soort",)), sentence


def check_nog_in_te_vullen(gelezen: Gelezen) -> Found:
    """What a new example asks has been answered; this is a warning, so that one can go on another day.

    Wrong: `Vul in: wie er meedoen.`  Right: "De school en de wijkagent doen mee."
    """
    for pagina, _ in _examples(gelezen):
        for text in page_texts(gelezen, pagina):
            if text.tekst.startswith(IN_TE_VULLEN):
                yield text.path, text.regel, f"hier staat nog wat er wordt gevraagd; {_lower(text.tekst)}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _examples(gelezen: Gelezen) -> Iterator[tuple[Bronpagina, PraktijkKop]]:
    return ((pagina, pagina.kop) for pagina in gelezen.paginas if isinstance(pagina.kop, PraktijkKop))
