"""Links: a number in the Typst source, which `annotaties` turns into what the link leads to.

Typst writes the bare address into what a screen reader says of a link, and offers no other way. It also lays out
a document anew for each link to a place in it; a number costs nothing.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from handreiking.pdf.typstcode import array, call, literal
from handreiking.pdf.uitgave import Koppeling, Uitgave
from handreiking.soorten.uitgever import Uitgever

NUMMER = "koppeling:"
_PIECE = re.compile(r"[?&#%]?[^/?&#%@_+,;=\-]*[/@_+,;=\-]*")
_LONGEST = 24


def plek(uitgave: Uitgave, naam: str, titel: str) -> str:
    """Note the title of a place in the PDF, which links to it are read as; give the code of its name."""
    uitgave.titels[naam] = titel
    return literal(naam)


def naar(uitgave: Uitgave, naam: str) -> str:
    """Return the code of what a link to a place in the PDF holds."""
    return _number(uitgave, Koppeling(naam, intern=True))


def verwijzing(uitgave: Uitgave, naam: str, inhoud: str) -> str:
    """Return the code of a link to a place in the PDF, with its page in print."""
    return call("verwijzing", naar(uitgave, naam), literal(naam), inhoud)


def extern(uitgave: Uitgave, url: str, omschrijving: str, inhoud: str) -> str:
    """Return the code of a link out of the PDF; `omschrijving` is what a screen reader says of it."""
    return call("naar", _number(uitgave, Koppeling(url, intern=False, omschrijving=omschrijving)), inhoud)


def mail(uitgave: Uitgave, adres: str) -> str:
    """Return the code of a link to a mail address, which is what it reads as."""
    return extern(uitgave, f"mailto:{adres}", f"E-mail aan {adres}", gebroken(adres))


def op_site(titel: str, uitgever: Uitgever) -> str:
    """Describe a link to something on the site of a publisher."""
    return f"{titel} (site van {uitgever.naam})"


def op_adres(tekst: str, url: str) -> str:
    """Describe a link in a text by its words and the site that it leads to."""
    parts = urlsplit(url)
    if parts.scheme == "mailto":
        return f"E-mail aan {parts.path}"
    if parts.scheme == "tel":
        return f"Telefoon {parts.path}"
    return f"{tekst} (site {parts.hostname})"


def gebroken(url: str) -> str:
    """Return the code of an address in print: pieces between which a line may end without a letter of its own."""
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    pieces = [f"{scheme}{mark}{host}{slash}"] if mark else []
    pieces += [short for piece in _PIECE.findall(path if mark else url) if piece for short in _short(piece)]
    return call("adres", array(literal(piece) for piece in pieces))


def _short(piece: str) -> list[str]:
    """Cut a piece with no natural end, such as a long number, so that it cannot stick out of the page."""
    return [piece[at : at + _LONGEST] for at in range(0, len(piece), _LONGEST)]


def _number(uitgave: Uitgave, koppeling: Koppeling) -> str:
    return literal(f"{NUMMER}{uitgave.koppelingen.setdefault(koppeling, len(uitgave.koppelingen))}")
