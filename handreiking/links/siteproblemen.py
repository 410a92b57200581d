"""What is wrong with the links of a site, in Dutch, each at the place where an editor can mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeAlias

from handreiking.basis.problem import Problem
from handreiking.links.linkchecker import Gezien
from handreiking.links.sitekoppelingen import Sitekoppeling

Bron: TypeAlias = Callable[[str], str | None]
"""Gives the source of a page, both as paths: "groen/bomen/index.html" → "content/groen/bomen.md", or None."""
Plaats: TypeAlias = Callable[[Sitekoppeling], tuple[str, int]]
"""Gives the file and line where a link is to be mended."""
PerAdres: TypeAlias = Mapping[str, Sequence[Sitekoppeling]]
"""The links of a site by what they ask for."""

# What a server says to programs, or on a bad day; it does not mean that the page is gone.
_PASSING = ("401", "403", "408", "425", "429", "451", "5", "999")


def place_finder(site: Path, project: Path, bron: Bron | None) -> Plaats:
    """Return the function that finds a link's place: the line of the source that has it, else that of the built page.

    A link that a template made is in no source.
    """

    @cache
    def load_lines(path: str) -> tuple[str, ...]:
        try:
            return tuple((project / path).read_text(encoding="utf-8").split("\n"))
        except (OSError, UnicodeError):
            return ()

    def find(koppeling: Sitekoppeling) -> tuple[str, int]:
        source = bron(koppeling.pagina) if bron else None
        if source is not None:
            for number, line in enumerate(load_lines(source), 1):
                if f"]({koppeling.href}" in line or (koppeling.tekst and f"[{koppeling.tekst}](" in line):
                    return source, number
        return built_path(site, project, koppeling.pagina), koppeling.regel

    return find


def built_path(site: Path, project: Path, file: str) -> str:
    """Return the path of a file of the site as seen from the project's folder, where it lies in that."""
    whole = (site / file).resolve()
    inside = whole.is_relative_to(project.resolve())
    return (whole.relative_to(project.resolve()) if inside else whole).as_posix()


def render_antwoord(one: Gezien) -> str:
    """Return what came back: the number of the HTTP status, else the start of what LinkChecker says."""
    if one.antwoord[:3].isdigit():
        return f"antwoord {one.antwoord[:3]}"
    return one.antwoord if len(one.antwoord) <= 150 else f"{one.antwoord[:150]}…"


def check_intern(gezien: Mapping[str, Gezien], per_adres: PerAdres, plaats: Plaats) -> Iterator[Problem]:
    """Yield a problem for every link, on every page, whose address or anchor does not work."""
    for adres, one in gezien.items():
        for koppeling in per_adres.get(adres, ()):
            what = "link" if koppeling.element in {"a", "area"} else "bestand"
            if not one.werkt and koppeling.intern:
                mend = "verbeter het adres of haal het weg"
                sentence = f"{what} '{koppeling.href}' bestaat niet op deze site ({render_antwoord(one)}); {mend}"
                yield Problem(*plaats(koppeling), sentence, "site-links")
            elif not one.werkt:
                sentence = f"{what} '{koppeling.href}' is geen goed adres ({render_antwoord(one)}); verbeter het"
                yield Problem(*plaats(koppeling), sentence, "site-links")
            elif one.anker_mist:
                anchor = adres.partition("#")[2]
                mend = "kies een plek die er is, of haal alles vanaf '#' weg"
                sentence = f"link '{koppeling.href}': op die pagina is geen plek '{anchor}'; {mend}"
                yield Problem(*plaats(koppeling), sentence, "site-anchors")


def check_extern(gezien: Mapping[str, Gezien], per_adres: PerAdres, plaats: Plaats) -> Iterator[Problem]:
    """Yield a problem for every link to an address elsewhere that does not work, or that refuses a program."""
    for adres, one in gezien.items():
        if one.werkt:
            continue
        passing = one.antwoord.startswith(_PASSING) or not one.antwoord[:3].isdigit()
        said = render_antwoord(one)
        for koppeling in per_adres[adres]:
            if passing:
                sentence = f"link '{koppeling.href}' is nu niet te controleren ({said}); open het adres zelf"
            else:
                sentence = f"link '{koppeling.href}' werkt niet ({said}); zoek het nieuwe adres of haal de link weg"
            yield Problem(*plaats(koppeling), sentence, "site-extern-unsure" if passing else "site-extern")
