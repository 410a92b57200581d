"""The files of the site that are no pages: what scripts and other programs read."""

from __future__ import annotations

from hashlib import sha256

from rjsmin import jsmin

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.opendata.overzicht import DELEN
from handreiking.soorten.beveiliging import BESTAND as SECURITYTXT
from handreiking.soorten.beveiliging import render_securitytxt
from handreiking.zoeken.gegevens import BESTAND, render_zoekgegevens


def render_bestanden(handreiking: Handreiking, site: Site) -> dict[str, bytes]:
    """Return each file by its path from the site's root; `site` says where that will stand."""
    texts = {BESTAND: render_zoekgegevens(handreiking, directories=site.directories)}
    for deel in DELEN:
        texts |= deel(handreiking, site)
    if handreiking.beveiliging:
        texts[SECURITYTXT] = render_securitytxt(handreiking.beveiliging, site.adres)
    return {path: text.encode() for path, text in texts.items()}


def render_versie(content: bytes) -> str:
    """Return a short text that changes when a file does, to stand in its address."""
    return sha256(content).hexdigest()[:10]


def render_script(text: str) -> str:
    """Return a script without its comments and indentation, so that a reader waits for less."""
    return str(jsmin(text))
