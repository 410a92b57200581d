"""`handreiking definities vastleggen`: write down the definitions as they were reviewed."""

from __future__ import annotations

import sys
from datetime import date

from handreiking.definities.brontekst import Brontekst
from handreiking.definities.controle import check_definities, update_vastleggingen
from handreiking.definities.vastlegging import BESTAND, load_vastleggingen, write_vastleggingen
from handreiking.laden import Project, check_gelezen, load_gelezen
from handreiking.opdracht.links import Wegen, check_citaten
from handreiking.opdracht.uitkomst import render_aantal
from handreiking.problem import NietGedraaidError


def run_vastleggen(project: Project, vandaag: date, wegen: Wegen | None) -> int:
    """Write the sum of each text and what stands around it at its source; without `wegen` nothing is fetched.

    Raises NietGedraaidError where the data have problems: what is wrong is not written down as reviewed.
    """
    gelezen, titelblad, problems = load_gelezen(project, vandaag)
    if problems or check_gelezen(gelezen, titelblad, vandaag)[1]:
        raise NietGedraaidError("de gegevens zijn niet in orde; los eerst op wat `handreiking check` meldt")
    path = project.data / BESTAND
    known = dict(load_vastleggingen(path, project.name(path), vandaag)[0] or {})
    if wegen is None:
        uitslagen = check_definities(gelezen, known, lambda _: Brontekst(None, "niet opgehaald"))
    else:
        uitslagen = check_citaten(gelezen, known, wegen)[1]
    updated = update_vastleggingen(known, gelezen, uitslagen, vandaag)
    write_vastleggingen(path, updated)
    changed = sum(known.get(name) != record for name, record in updated.items())
    count = render_aantal(len(updated), "definitie", "definities")
    print(f"{project.name(path)}: {count} vastgelegd, {changed} nieuw of veranderd", file=sys.stderr)
    return 0
