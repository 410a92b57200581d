"""New records tried out in a copy of the handreiking, and only then written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from handreiking.basis.problem import Ernst, NietGedraaidError
from handreiking.basis.wegschrijven import write_whole
from handreiking.invoer.toevoegen import append_record
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.laden import load_gelezen
from handreiking.lezen.project import Project
from handreiking.opdracht.inhoud import check_bestanden
from handreiking.opdracht.uitkomst import Uitkomst
from handreiking.soorten.alle import in_leesvolgorde, soort_van
from handreiking.soorten.record import Record


@dataclass(frozen=True)
class Toevoeging:
    """A record to add: its model, and its values as they are to be written."""

    model: type[Record]
    waarden: Mapping[str, Any]

    @property
    def bestand(self) -> str:
        """The name of the data file it belongs in."""
        return soort_van(self.model).bestand


def load_in_order(project: Project, vandaag: date) -> Gelezen:
    """Read a handreiking; raises NietGedraaidError where it has problems, for then nothing new can be judged."""
    gelezen, problems = load_gelezen(project, vandaag)
    if problems:
        raise NietGedraaidError("de gegevens zijn niet in orde; los eerst op wat `handreiking check` meldt")
    return gelezen


def render_toevoegingen(project: Project, toevoegingen: Iterable[Toevoeging]) -> dict[str, str]:
    """Return the text of each data file that changes, by its name, with the records at its end.

    Raises NietGedraaidError where nothing can be put behind the records of a file.
    """
    texts: dict[str, str] = {}
    for one in toevoegingen:
        path = project.data / one.bestand
        text = texts.get(one.bestand) or path.read_bytes().decode("utf-8")
        texts[one.bestand] = append_record(text, project.name(path), one.waarden)
    return texts


def try_texts(project: Project, vandaag: date, texts: Mapping[str, str]) -> list[Uitkomst]:
    """Return what the checks would say with these texts that they do not say now."""
    before = set(check_bestanden(project, vandaag)[0])
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "handreiking"
        for part in (project.content, project.data):
            shutil.copytree(part, copy / part.name)
        for name, text in texts.items():
            write_whole(copy / project.data.name / name, text)
        after, _ = check_bestanden(replace(project, map=copy, content=copy / project.content.name), vandaag)
    return [outcome for outcome in after if outcome not in before and outcome.ernst is not Ernst.GOED]


def write_texts(project: Project, texts: Mapping[str, str]) -> None:
    """Write the data files, those that others refer to first."""
    for soort in in_leesvolgorde():
        if soort.bestand in texts:
            write_whole(project.data / soort.bestand, texts[soort.bestand])
