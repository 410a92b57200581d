"""The files of the site that are no pages: what scripts and other programs read."""

from __future__ import annotations

from hashlib import sha256

from handreiking.handreiking import Handreiking
from handreiking.zoeken.gegevens import BESTAND, render_zoekgegevens


def render_bestanden(handreiking: Handreiking, *, directories: bool) -> dict[str, str]:
    """Give the text of each file by its path from the site's root.

    `directories` says what page addresses look like (see `adres.page_url`).
    """
    return {BESTAND: render_zoekgegevens(handreiking, directories=directories)}


def render_versie(content: bytes) -> str:
    """Give a short text that changes when a file does, to stand in its address."""
    return sha256(content).hexdigest()[:10]
