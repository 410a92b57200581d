"""`handreiking opmaak`: write the data and the tops of the pages in the one form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from handreiking.opdracht.uitkomst import render_aantal
from handreiking.opmaak.opmaak import render_gegevens, render_pagina
from handreiking.problem import Problem, render_count, render_text
from handreiking.project import Project
from handreiking.schema import MODELS
from handreiking.wegschrijven import write_whole
from handreiking.yaml_document import decode

_BOM = b"\xef\xbb\xbf"
Opmaak = Callable[[str, str], tuple[str | None, list[Problem]]]


@dataclass(frozen=True)
class _Bestand:
    """A file with what it holds and what it should hold."""

    pad: Path
    naam: str
    nu: bytes
    straks: str

    @property
    def verandert(self) -> bool:
        return self.nu != self.straks.encode()


def add_opmaak(parser: argparse.ArgumentParser) -> None:
    """Add the options of `handreiking opmaak`."""
    parser.add_argument("bestand", nargs="*", type=Path, help="alleen deze bestanden (standaard: alle)")
    parser.add_argument("--controleer", action="store_true", help="schrijf niets; noem wat er zou veranderen")


def run_opmaak(project: Project, opties: argparse.Namespace) -> int:
    """Write every file that is not in its form yet; give 0, or 1 with what keeps a file from being read.

    Then nothing is written at all. With `--controleer` nothing is, and 1 says that a file is not in its form.
    """
    forms = _forms(project)
    known = {path.resolve(): path for path in forms}
    strange = [str(path) for path in opties.bestand if path.resolve() not in known]
    if strange:
        print(f"{strange[0]}: dit is geen gegevensbestand en geen pagina van deze handreiking", file=sys.stderr)
        return 2
    chosen = [known[path.resolve()] for path in opties.bestand] or list(forms)
    files, problems = _load(project, chosen, forms)
    if problems:
        print(render_text(problems), end="")
        print(f"{render_count(problems)}; er is niets geschreven", file=sys.stderr)
        return 1
    changing = [file for file in files if file.verandert]
    for file in changing:
        if opties.controleer:
            print(f"{file.naam}: de opmaak wijkt af; herstel dat met: handreiking opmaak {file.naam}")
        else:
            write_whole(file.pad, file.straks)
            print(f"{file.naam}: opnieuw opgemaakt", file=sys.stderr)
    count = render_aantal(len(files), "bestand", "bestanden")
    print(f"Bekeken: {count}; {_told(len(changing), controleer=opties.controleer)}.", file=sys.stderr)
    return int(bool(changing) and opties.controleer)


def _forms(project: Project) -> dict[Path, Opmaak]:
    """Give what puts each file of a handreiking in its form."""
    data = {project.data / f"{name}.yaml": partial(render_gegevens, kind=kind) for name, kind in MODELS.items()}
    forms: dict[Path, Opmaak] = {path: form for path, form in data.items() if path.is_file()}
    return forms | {path: render_pagina for path in sorted(project.content.rglob("*.md")) if path.is_file()}


def _load(project: Project, paths: Sequence[Path], forms: dict[Path, Opmaak]) -> tuple[list[_Bestand], list[Problem]]:
    files, problems = [], []
    for path in dict.fromkeys(paths):
        name = project.name(path)
        raw = path.read_bytes()
        text, found = decode(raw.removeprefix(_BOM), name)
        problems += found
        if text is not None:
            written, found = forms[path](text, name)
            problems += found
            files += [] if written is None else [_Bestand(path, name, raw, written)]
    return files, problems


def _told(number: int, *, controleer: bool) -> str:
    if not number:
        return "alles heeft de vaste opmaak al"
    return f"{number} met een andere opmaak" if controleer else f"{number} opnieuw opgemaakt"
