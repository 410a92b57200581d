"""The rules for the lines of pages that show figures: one generator a rule, each yields (path, line, message)."""

from __future__ import annotations

from handreiking.basis.problem import Found, suggestion
from handreiking.lezen.gelezen import Gelezen
from handreiking.soorten.reeks import Reeks
from handreiking.tekst.omzetting import CIJFERS


def check_cijfers_regel(gelezen: Gelezen) -> Found:
    """A line that shows a series names one that exists, stands by itself, and stands once on its page.

    Wrong: `Kijk: [[cijfers: bomn]]`.  Right: `[[cijfers: bomen]]` between two blank lines.
    """
    known = gelezen.ids(Reeks)
    for pagina in gelezen.paginas:
        path, seen = f"{gelezen.content}/{pagina.pad}", set[str]()
        shown = list(gelezen.teksten[pagina.pad].reeksen)
        for number, line in enumerate(pagina.markdown.split("\n"), pagina.regel):
            if "[[cijfers" not in line.casefold().replace(" ", ""):
                continue
            found = CIJFERS.fullmatch(line)
            name = found["id"] if found else ""
            if found is None or name not in shown:
                sentence = "deze regel toont geen cijfers; schrijf '[[cijfers: naam]]' alleen op een regel"
                yield path, number, f"{sentence}, met een lege regel ervoor en erna"
            elif gelezen.lijst(Reeks).document is not None and name not in known:
                yield path, number, f"onbekende reeks '{name}'{suggestion(name, known)}"
            elif name in seen:
                yield path, number, f"reeks '{name}' staat al op deze pagina; houd er één"
            seen.add(name)


def check_reeks_ongebruikt(gelezen: Gelezen) -> Found:
    """A series is shown on a page; this is a warning.

    Wrong: a series that no page names.  Right: `[[cijfers: bomen]]` on one.
    """
    shown = {
        found["id"]
        for pagina in gelezen.paginas
        for line in pagina.markdown.split("\n")
        if (found := CIJFERS.fullmatch(line))
    }
    for reeks, line in gelezen.van(Reeks):
        if reeks.id not in shown:
            sentence = f"reeks '{reeks.id}' staat op geen pagina; schrijf daar '[[cijfers: {reeks.id}]]'"
            yield gelezen.path(Reeks), line, f"{sentence}, of haal de reeks weg"
