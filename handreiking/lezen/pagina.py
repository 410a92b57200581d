"""The pages of `content/`: text to front matter and Markdown, each with its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handreiking.basis.problem import Problem
from handreiking.basis.yaml_document import Document, parse_yaml
from handreiking.lezen.record import parse_record
from handreiking.soorten.kop import PRAKTIJK, Kop
from handreiking.soorten.paginasoort import kop_model, paginasoort
from handreiking.soorten.record import Samenhang

MAX_PAGE = 50_000
MAX_LINE = 4000
MAX_INDENT = 40
MAX_BRACKETS = 1000
_CONCEPT = re.compile(r"^concept:\s*true\s*$", re.MULTILINE)
_AROUND = re.compile(r"[\s>*+-]*")


@dataclass(frozen=True)
class Bronpagina:
    """A page as it was read: its front matter, with its lines, its Markdown and the line where that starts."""

    pad: str
    kop: Kop
    document: Document
    markdown: str
    regel: int


def parse_page(text: str, pad: str, path: str, context: Samenhang) -> tuple[Bronpagina | None, list[Problem]]:
    """Parse one page; `pad` is its place below the content folder, `path` the one named in problems."""
    parts, problems = split_page(text, path)
    if parts is None:
        return None, problems
    top, markdown = parts
    document, problems = parse_yaml(top, path, first_line=2)
    if document is None:
        return None, problems
    soort = document.waarde.get("soort") if isinstance(document.waarde, dict) else None
    kop, found = parse_record(document, kop_model(soort), context)
    problems += found
    above = top.count("\n") + 3
    problems += list(_check_size(markdown.split("\n"), above, path))[:1]
    problems += _check_place(kop, pad, path, document.regel(("soort",)))
    if kop is None or problems:
        return None, problems
    return Bronpagina(pad, kop, document, markdown, above + 1), []


def split_page(text: str, path: str) -> tuple[tuple[str, str] | None, list[Problem]]:
    """Return the fields at the top of a page, which begin on its second line, and its Markdown; or what is wrong."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, [Problem(path, 1, "de pagina begint niet met '---' en de gegevens (titel, samenvatting …)", "kop")]
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return None, [Problem(path, 1, "de gegevens boven aan de pagina worden niet afgesloten met '---'", "kop")]
    return ("\n".join(lines[1:end]), "\n".join(lines[end + 1 :])), []


def is_concept(text: str) -> bool:
    """Say whether a page is no more than a draft, by the line at its top; whatever else may be wrong with it."""
    parts, _ = split_page(text, "")
    return parts is not None and _CONCEPT.search(parts[0]) is not None


def onderwerp_ids(paden: list[str]) -> frozenset[str]:
    """Return the ids of the topics among the source paths of pages: every page in a theme's folder but its index."""
    folders = {pad.rpartition("/")[0] for pad in paden if pad.endswith("/index.md") and pad.count("/") == 1}
    folders -= {PRAKTIJK}
    return frozenset(
        pad.removesuffix(".md") for pad in paden if pad.rpartition("/")[0] in folders and not pad.endswith("/index.md")
    )


def _check_size(lines: list[str], above: int, path: str) -> Iterator[Problem]:
    """What no reader can follow, the conversion cannot either: its time and depth grow with these."""
    if sum(map(len, lines)) + len(lines) > MAX_PAGE:
        yield Problem(path, above + 1, f"deze pagina heeft meer dan {MAX_PAGE} tekens; splits de pagina", "omvang")
        return
    brackets = 0
    for number, line in enumerate(lines, above + 1):
        brackets = brackets + line.count("[") if line.strip() else 0
        around = _AROUND.match(line)
        if len(line) > MAX_LINE:
            yield Problem(path, number, f"deze regel heeft meer dan {MAX_LINE} tekens; deel de regel op", "omvang")
        elif around and len(around[0].replace("\t", "    ")) > MAX_INDENT:
            yield Problem(path, number, "deze regel springt te diep in; houd het bij enkele niveaus", "omvang")
        elif brackets > MAX_BRACKETS:
            yield Problem(path, number, f"dit blok heeft meer dan {MAX_BRACKETS} keer '['; deel het op", "omvang")


def _check_place(kop: Kop | None, pad: str, path: str, line: int) -> list[Problem]:
    """A page lies where its kind belongs."""
    soort = paginasoort(kop.soort) if kop else None
    if kop is None or soort is None or soort.plek.past(pad):
        return []
    return [Problem(path, line, f"een pagina met soort '{kop.soort}' hoort {soort.plek.waar}", "plaats")]
