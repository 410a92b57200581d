"""What a reader sees of a page's Markdown, by line and by sentence: no addresses, no marks of layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from handreiking.tekst.omzetting import BRONMERK
from handreiking.tekst.toonregel import parse_toonregel

_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\Z")
_HEADING = re.compile(r"#{1,6}\s*(?P<tekst>.*?)\s*#*\Z")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s+(?P<tekst>.*)\Z")
_DEFINED = re.compile(r"\s{0,3}\[[^\]]+\]:\s")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)?[^>\s]+[.:@][^>\s]+>")
_LINK = re.compile(r"!?(?<!\\)\[(?P<tekst>[^\]]*)\](?:\((?:<[^>]*>|[^()]|\([^()]*\))*\)|\[[^\]]*\])?")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CODE = re.compile(r"(`+).*?\1")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*+|(?<!\w)_+|_+(?!\w))")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'’”)]*\s+(?=[\"'‘“(]*[A-ZÀ-Þ0-9])")
_NO_END = re.compile(
    r"(?:\b(?:bijv|bv|nr|art|dhr|mevr|ca|blz|incl|excl|resp|o\.a|m\.b\.t|t\.b\.v|d\.w\.z)\.|\b[A-Z]\.)\Z"
)


class Regelsoort(StrEnum):
    """What a line belongs to."""

    KOP = "kop"
    ALINEA = "alinea"
    LIJST = "lijst"
    TABEL = "tabel"
    CITAAT = "citaat"
    CODE = "code"


@dataclass(frozen=True)
class Tekstregel:
    """One line that is not blank: its number in the file, and what is seen of it; `begin`: it does not run on."""

    nummer: int
    soort: Regelsoort
    tekst: str
    begin: bool


@dataclass(frozen=True)
class Tekstzin:
    """One sentence: the number of the line on which it begins, and its text on one line."""

    nummer: int
    tekst: str


def parse_regels(markdown: str, first_line: int = 1) -> tuple[Tekstregel, ...]:
    """Return the lines of a page's Markdown, whose first one has the number `first_line` in the file."""
    regels: list[Tekstregel] = []
    block: list[tuple[int, str]] = []
    for numbered in [*enumerate(markdown.split("\n"), first_line), (0, "")]:
        if numbered[1].strip():
            block.append(numbered)
        elif block:
            in_list = bool(regels) and regels[-1].soort is Regelsoort.LIJST
            regels += _parse_block(block, in_list=in_list)
            block = []
    return tuple(regel for regel in regels if any(map(str.isalnum, regel.tekst)))


def parse_zinnen(regels: Sequence[Tekstregel]) -> tuple[Tekstzin, ...]:
    """Return the sentences of running text and lists: an item and a paragraph end a sentence, a heading has none."""
    zinnen: list[Tekstzin] = []
    passage: list[Tekstregel] = []
    for regel in (*regels, None):
        if regel is None or regel.begin or (passage and regel.soort is not passage[-1].soort):
            zinnen += _split(passage)
            passage = []
        if regel is not None and regel.soort in (Regelsoort.ALINEA, Regelsoort.LIJST):
            passage.append(regel)
    return tuple(zinnen)


def visible(text: str) -> str:
    """Return what is seen of a piece of Markdown within a line."""
    text = BRONMERK.sub("", _AUTOLINK.sub(" ", _CODE.sub(" ", text)))
    text = _ADDRESS.sub(" ", _LINK.sub(lambda link: link["tekst"], text))
    return " ".join(unescape(re.sub(r"\\(\W)", r"\1", _EMPHASIS.sub("", text))).split())


def _parse_block(block: Sequence[tuple[int, str]], *, in_list: bool) -> Iterator[Tekstregel]:
    """Yield the lines of a block without blank lines; `in_list`: the block before it ended in a list."""
    if len(block) > 1 and "|" in block[0][1] and _RULE.match(block[1][1].strip()):
        yield from (
            Tekstregel(number, Regelsoort.TABEL, visible(line.replace("|", " ")), begin=True) for number, line in block
        )
        return
    soort, begin = Regelsoort.ALINEA, True
    for number, line in block:
        if found := _HEADING.match(line):
            yield Tekstregel(number, Regelsoort.KOP, visible(found["tekst"]), begin=True)
            soort, begin = Regelsoort.ALINEA, True
            continue
        if soort is not Regelsoort.CITAAT and (begin or soort is Regelsoort.LIJST) and (found := _ITEM.match(line)):
            yield Tekstregel(number, Regelsoort.LIJST, visible(found["tekst"]), begin=True)
            soort, begin = Regelsoort.LIJST, False
            continue
        if line.lstrip().startswith(">"):
            soort = Regelsoort.CITAAT
        elif begin and line.startswith(("    ", "\t")):
            soort = Regelsoort.LIJST if in_list else Regelsoort.CODE
        if not _DEFINED.match(line) and not parse_toonregel(line):
            yield Tekstregel(number, soort, visible(line.lstrip(" >") if soort is Regelsoort.CITAAT else line), begin)
        begin = False


def _split(passage: Sequence[Tekstregel]) -> Iterator[Tekstzin]:
    """Yield the sentences of lines that run on, each with the line on which it begins."""
    text, starts = "", []
    for regel in passage:
        starts.append((len(text), regel.nummer))
        text += f"{regel.tekst} "
    begin = 0
    for end in [*(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]:
        sentence = text[begin:end].strip()
        if sentence and not (end < len(text) and _NO_END.search(sentence)):
            yield Tekstzin(max(number for start, number in starts if start <= begin), sentence)
            begin = end
