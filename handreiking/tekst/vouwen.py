"""A text folded to what its reader would read aloud: letters and digits, with the way back to each place.

Two texts fold alike where they differ in type only: case, spaces, line breaks, hyphenation, quotation marks, dashes,
bullets, ligatures, the form in which unicode writes a letter. Accents are kept ("één" is not "een"), in one form.
What changes the meaning of a number is kept too: `%`, `‰`, `≤`, `≥`, `±`, signs of currency, and between two digits the
marks `. , : /` and the dash ("1,5" is not "15", "2-3" is not "23").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_SIGNS = "%‰≤≥±"
_MARKS = frozenset(".,:/-")
"""What is kept between two digits; every dash counts as `-`."""

_AS = {"\u2044": "/", "\u2212": "-"}


@dataclass(frozen=True)
class Vouwing:
    """A folded text: its letters, and for each of them where in `bron` that which it comes from begins and ends."""

    bron: str
    tekst: str
    begin: tuple[int, ...]
    eind: tuple[int, ...]

    def stuk(self, first: int, stop: int) -> str:
        """Return the piece of the original that the letters from `first` up to `stop` come from."""
        return self.bron[self.begin[first] : self.eind[stop - 1]] if first < stop else ""


def fold(text: str) -> Vouwing:
    """Fold a text."""
    found: list[tuple[str, int, int]] = []
    waiting: list[tuple[str, int, int]] = []
    for cluster, start, stop in _clusters(text):
        for letter in _fold_cluster(cluster):
            if letter in _MARKS:
                waiting.append((letter, start, stop))
                continue
            if waiting and found and found[-1][0].isdigit() and letter.isdigit():
                found += waiting
            waiting.clear()
            found.append((letter, start, stop))
    return Vouwing(
        bron=text,
        tekst="".join(letter for letter, _, _ in found),
        begin=tuple(start for _, start, _ in found),
        eind=tuple(stop for _, _, stop in found),
    )


def _clusters(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each character with the accents that follow it, and where it begins and ends."""
    start = 0
    for position in range(1, len(text) + 1):
        if position == len(text) or not unicodedata.combining(text[position]):
            yield text[start:position], start, position
            start = position


def _fold_cluster(cluster: str) -> Iterator[str]:
    """Yield the letters, digits and marks of one character in unicode's compatibility form, without case."""
    if cluster.isascii() and cluster.isalnum():
        yield cluster.lower()
        return
    # Casefolding can undo the composed form, so it is made again (Unicode, 3.13, NFKC_Casefold).
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", cluster).casefold())
    after_letter = False
    for character in folded:
        category = unicodedata.category(character)
        if character.isalnum() or (after_letter and unicodedata.combining(character)):
            after_letter = True
            yield character
        elif category == "Sc" or character in _SIGNS:
            yield character
        elif category == "Pd" or character in _MARKS or character in _AS:
            yield "-" if category == "Pd" else _AS.get(character, character)
