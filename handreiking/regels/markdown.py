"""The rules for the Markdown of one page: one function a rule, each yields (line, message)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from handreiking.basis.adres import check_url, split_url
from handreiking.soorten.veld import INVISIBLE
from handreiking.tekst.omzetting import Verwijzing

# A tag needs no `>` on its own line to be one.
_HTML = re.compile(r"</?[A-Za-z][^>\n]*>|</?[A-Za-z][\w-]*|<!-*|<\?")
_CODE = re.compile(r"(`+)[^`](.*?)\1")
_AROUND = re.compile(r"(?:\s*(?:>|[-*+]\s|\d+\.\s))*\s*")
_HEADING = re.compile(r"(#{1,6})\s*\S")
_UNDERLINE = re.compile(r"(?:=+|-+)\s*\Z")
_RULE = re.compile(r"\s*(?:-\s+){2,}-?\s*")
_MAILTO = re.compile(r"mailto:[^@\s?]+@[^@\s?]+\.[a-z]{2,}(?:\?\S*)?")
_TEL = re.compile(r"tel:\+?[0-9-]{3,20}")
_CELL = re.compile(r"(?<!\\)\|")
_AUTOLINK = re.compile(r"<(https?://[^>\s]+|[^>\s@]+@[^>\s]+)>")


def check_html(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for each piece of HTML in the Markdown.

    Wrong: `Lees <b>dit</b>.`  Right: `Lees **dit**.`
    """
    for number, line in enumerate(markdown.split("\n"), 1):
        for found in _HTML.finditer(_CODE.sub("", _AUTOLINK.sub("", line))):
            yield number, f"'{found[0]}' is HTML; gebruik Markdown (bijvoorbeeld **vet** of een lijst)"


def check_invisible(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for each line with a letter that cannot be seen.

    Wrong: a right-to-left mark in `Lees dit.`  Right: `Lees dit.`
    """
    for number, line in enumerate(markdown.split("\n"), 1):
        if found := INVISIBLE.search(line):
            yield number, f"in de tekst staat een onzichtbaar teken (U+{ord(found[0]):04X}); typ de regel opnieuw"


def check_tables(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for a row of a table with another number of cells than its head.

    Wrong: `| a | b |` over `| --- |`.  Right: `| a | b |` over `| --- | --- |`.
    """
    head = 0
    for number, line in enumerate([*markdown.split("\n"), ""], 1):
        if not line.strip().startswith("|"):
            head = 0
            continue
        cells = len(_CELL.findall(line.strip().strip("|"))) + 1
        head = head or cells
        if cells != head:
            yield number, f"deze rij van de tabel heeft {cells} cellen en de kop {head}; maak ze gelijk"


def check_headings(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for a heading of the first level or one that skips a level.

    Wrong: `# Titel`, or `####` under `##`.  Right: `## Kop`, then `### Kop`.
    A heading within a quotation or a list counts too; one that is underlined is refused.
    """
    level, above = 1, ["", ""]
    for number, line in enumerate(markdown.split("\n"), 1):
        bare = _AROUND.sub("", line, count=1)
        if _UNDERLINE.match(bare) and not _RULE.fullmatch(line) and above[1] and not above[0]:
            yield number, "onderstreep een kop niet; zet er '## ' voor"
        above = [above[1], bare.strip()]
        found = _HEADING.match(bare)
        if not found:
            continue
        here = len(found[1])
        if here == 1:
            yield number, "een kop met één '#' kan niet: de titel staat al boven aan de pagina; gebruik '##'"
        elif here > level + 1:
            yield number, f"deze kop slaat een niveau over; gebruik '{'#' * (level + 1)}'"
        level = max(here, 2)


def check_external(verwijzing: Verwijzing) -> str | None:
    """Say what is wrong with a link that leaves the handreiking, or None (also for one that stays)."""
    if verwijzing.pad is not None:
        return None
    if verwijzing.beeld:
        return "een beeld kan niet op een pagina staan; beschrijf in tekst wat het laat zien"
    parts = split_url(unescape(verwijzing.href))
    scheme = parts.scheme if parts else ""
    if scheme == "mailto":
        return None if _MAILTO.fullmatch(unescape(verwijzing.href)) else "na mailto: hoort een e-mailadres"
    if scheme == "tel":
        return None if _TEL.fullmatch(verwijzing.href) else "na tel: hoort een nummer als +31104170000"
    if scheme == "http":
        return "het adres begint met http://; gebruik https://"
    return check_url(verwijzing.href)
