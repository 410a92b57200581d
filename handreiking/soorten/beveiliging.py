"""Where somebody reports a weak spot in the site: `security.txt`, as RFC 9116 has it."""

from __future__ import annotations

from datetime import date

from handreiking.soorten.record import Record
from handreiking.soorten.veld import Dag, Mail

BESTAND = ".well-known/security.txt"
BIJNA = 30
"""Days before the expiry from which an editor is told."""
LANGST = 366
"""Days that the expiry may lie ahead: RFC 9116 (2.5.5) recommends less than a year."""


class Beveiliging(Record):
    """Waar iemand een lek in de site meldt; hieruit komt security.txt."""

    melden: Mail
    """Het e-mailadres waar een lek te melden is; iemand leest het en weet wat te doen."""
    verloopt: Dag
    """De dag vanaf wanneer dit niet meer geldt, hooguit een jaar vooruit: kijk het dan na en kies een nieuwe dag."""

    def dagen_over(self, vandaag: date) -> int:
        """Return for how many days it still holds; 0 or less where it has expired."""
        return (self.verloopt - vandaag).days


def render_securitytxt(beveiliging: Beveiliging, adres: str) -> str:
    """Return the file (RFC 9116); `adres` is where the site will stand, ending in a slash, or empty where unknown."""
    lines = [
        "# Een lek in deze site gevonden? Meld het hier, en wacht met vertellen tot het is gedicht.",
        f"Contact: mailto:{beveiliging.melden}",
        f"Expires: {beveiliging.verloopt.isoformat()}T00:00:00Z",
        "Preferred-Languages: nl",
        *([f"Canonical: {adres}{BESTAND}"] if adres else []),
    ]
    return "".join(f"{line}\n" for line in lines)
