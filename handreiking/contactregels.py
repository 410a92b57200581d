"""The rule of a contact point."""

from __future__ import annotations

from handreiking.contactpunten import Contactpunt
from handreiking.soorten.soort import Eigen, Lijst


def check_bereikbaar(lijst: Lijst[Contactpunt]) -> Eigen:
    """A contact point can be reached in some way.

    Wrong: a record without `telefoon`, `mail`, `url` and `instrument`.  Right: one of them.
    """
    for contactpunt, line in lijst.records:
        if not (contactpunt.telefoon or contactpunt.mail or contactpunt.webadres):
            yield line, "dit contactpunt is niet te bereiken; vul 'telefoon', 'mail', 'url' of 'instrument' in"
