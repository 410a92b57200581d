"""`handreiking nieuw praktijkvoorbeeld`: the pages of an example, in a folder of its own, which pass the checks."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from handreiking.basis.problem import Ernst
from handreiking.invoer.antwoorden import check_antwoorden, samenhang_of
from handreiking.invoer.voorstel import propose_id
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.project import Project
from handreiking.nieuw.voorbeeld import OVERZICHT, Gegeven, render_overzicht, render_voorbeeld
from handreiking.opdracht.inhoud import check_bestanden
from handreiking.opdracht.toevoegen import load_in_order
from handreiking.opdracht.uitkomst import Uitkomst
from handreiking.soorten.bron import Bron
from handreiking.soorten.kop import PRAKTIJK, OnderwerpKop, PraktijkKop

_ASKED = {"gemeente": "NAAM", "voorbeeld_van": "--onderwerp", "bronnen": "--bron", "stand": "--stand"}


def add_praktijkvoorbeeld(parser: argparse.ArgumentParser) -> None:
    """Add the options of `handreiking nieuw praktijkvoorbeeld`."""
    asked = parser.add_argument_group("bij een praktijkvoorbeeld")
    hint = "waarvan het een voorbeeld is, als map/naam"
    asked.add_argument("--onderwerp", nargs="+", action="extend", default=[], metavar="ONDERWERP", help=hint)
    hint = "waar de gegevens uit komen: een id uit data/bronnen.yaml"
    asked.add_argument("--bron", nargs="+", action="extend", default=[], metavar="BRON", help=hint)
    asked.add_argument("--stand", help="van wanneer de gegevens zijn, in woorden ('eind 2025')")


def run_praktijkvoorbeeld(project: Project, naam: str, vandaag: date, opties: argparse.Namespace) -> int:
    """Make the folder, whole or not at all; give 0 with what is still to fill in, or 1 with what stands in the way.

    Raises NietGedraaidError where the handreiking has problems already.
    """
    gelezen = load_in_order(project, vandaag)
    folder = project.content / PRAKTIJK / propose_id(naam, (), "voorbeeld")
    gegeven = Gegeven(naam.strip(), opties.onderwerp, opties.bron, opties.stand, _next_place(gelezen))
    refused = _refuse(project, folder, gegeven, gelezen, vandaag)
    if refused:
        print(refused, file=sys.stderr)
        return 1
    pages = {f"{folder.name}/{name}": text for name, text in render_voorbeeld(gegeven, vandaag).items()}
    if not folder.parent.exists():
        pages[OVERZICHT] = render_overzicht(vandaag)
    outcomes = _try(project, vandaag, pages)
    wrong = [outcome.bewijs for outcome in outcomes if outcome.ernst is Ernst.FOUT]
    if wrong:
        print(f"dit kan zo niet: {wrong[0]}", file=sys.stderr)
        return 1
    _write(folder, pages)
    print(f"{project.name(folder)}: gemaakt. Vul in wat er wordt gevraagd; `handreiking check` noemt elke plek:")
    for outcome in outcomes:
        print(f"  {outcome.bestand}:{outcome.regel}: {outcome.bewijs}")
    print("Een telefoonnummer of e-mailadres hoort in data/contactpunten.yaml; noem het hier onder 'contactpunten'.")
    return 0


def _next_place(gelezen: Gelezen) -> int:
    heads = (pagina.kop for pagina in gelezen.paginas)
    return max((kop.volgorde for kop in heads if isinstance(kop, PraktijkKop) and kop.gemeente), default=0) + 1


def _refuse(project: Project, folder: Path, gegeven: Gegeven, gelezen: Gelezen, vandaag: date) -> str | None:
    """Say what is missing or wrong, with what there is to choose from."""
    answers = {"gemeente": gegeven.naam, "bronnen": [*gegeven.bronnen], "voorbeeld_van": [*gegeven.onderwerpen]}
    answers |= {} if gegeven.stand is None else {"stand": gegeven.stand}
    _, problems = check_antwoorden(PraktijkKop, answers, samenhang_of(gelezen, vandaag))
    for plek, message in problems:
        if plek and plek[0] in answers:
            choices = "" if "bedoelde u" in message else _choices(str(plek[0]), gelezen)
            return f"{_ASKED[str(plek[0])]}: {message}{choices}"
    if not gegeven.onderwerpen:
        return f"--onderwerp: noem er ten minste één{_choices('voorbeeld_van', gelezen)}"
    if folder.exists() or folder.is_symlink():
        return f"{project.name(folder)} bestaat al; kies een andere naam, of verander de pagina's daarin"
    if folder.parent.exists() and not (folder.parent / OVERZICHT).is_file():
        return f"{project.name(folder.parent)} heeft geen {OVERZICHT}; maak dat eerst"
    return None


def _choices(field: str, gelezen: Gelezen) -> str:
    """Return what there is to choose from, as the end of a message."""
    if field == "bronnen":
        known = ", ".join(bron.id for bron, _ in gelezen.van(Bron))
        return f"; kies uit {known}, of zet de bron eerst in {gelezen.data}/bronnen.yaml"
    if field == "voorbeeld_van":
        topics = [pagina.pad.removesuffix(".md") for pagina in gelezen.paginas if isinstance(pagina.kop, OnderwerpKop)]
        return f"; kies uit {', '.join(sorted(topics))}"
    return ""


def _try(project: Project, vandaag: date, pages: Mapping[str, str]) -> list[Uitkomst]:
    """Return what the checks would say with these pages that they do not say now."""
    before = set(check_bestanden(project, vandaag)[0])
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "handreiking"
        for part in (project.content, project.data):
            shutil.copytree(part, copy / part.name)
        _write_pages(copy / project.content.name / PRAKTIJK, pages)
        after, _ = check_bestanden(replace(project, map=copy, content=copy / project.content.name), vandaag)
    return [outcome for outcome in after if outcome not in before and outcome.ernst is not Ernst.GOED]


def _write(folder: Path, pages: Mapping[str, str]) -> None:
    """Put the folder there at once: the example's own, or that of all examples where there is none yet."""
    whole = folder if folder.parent.exists() else folder.parent
    with tempfile.TemporaryDirectory(dir=whole.parent, prefix=f".{whole.name}.") as made:
        _write_pages(Path(made) / PRAKTIJK, pages)
        source = Path(made) / PRAKTIJK
        (source if whole == folder.parent else source / folder.name).rename(whole)


def _write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
