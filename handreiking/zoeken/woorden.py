"""Words as search sees them: without accents and capitals, each with its stem by Snowball's Dutch rules.

`zoeken.js` folds and splits the same way; stems it does not compute: it gets those of all words there are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
_PLAIN = re.compile(r"[a-z0-9]{2,}")

# Words that say nothing about what is sought: articles, pronouns, prepositions, auxiliaries and question words.
_STOP = """
aan achter al alle alleen als altijd ander andere ben bij bijvoorbeeld binnen buiten daar daarbij daarin daarmee
daarna daarom daarvoor dan dat de deze dezelfde die diens dit doe doen doet door dus echt een eens elk elkaar elke
en er ergens gaan gaat geen geldt had heb hebben hebt heeft heel hen het hier hierin hiermee hoe hoeveel hoeft hun
iedere iedereen iemand iets ik in is ja je jij jullie juist kan kom komen komt krijg krijgen krijgt kun kunnen kunt
leest lees maar maak maken maakt mag me meer men met mij mijn moet moeten na naar nee nemen neem niemand niet niets
nodig nog nu of om omdat onder ons onze ook op over per precies staan staat te ten tegen terwijl toch tot tussen u
uit uw vaak van vanaf vanuit veel vind vinden vindt voor voordat vooral waar waarbij waarin waarmee waarom waarop
waarvoor wanneer want waren was wat we wel welk welke werd wie wij wil willen worden wordt zal ze zei zelf zich zie
zij zijn zit zitten zo zoals zodat zonder zou zouden zullen
"""
STOPWOORDEN = frozenset(_STOP.split())

_STEMMER = snowballstemmer.stemmer("dutch")


def fold(text: str) -> str:
    """Return a text in lower case and without accents: `Financiën` becomes `financien`."""
    return "".join(c for c in unicodedata.normalize("NFD", text).lower() if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """Return the words of a text, folded; single letters are none."""
    return _PLAIN.findall(fold(text))


@cache
def _stem(word: str) -> str:
    return fold(_STEMMER.stemWord(word))


def stems(texts: Iterable[str]) -> Mapping[str, str]:
    """Return the stem of every word in the texts, by folded word; where accents differ, of the word that has them."""
    written = {word.lower() for text in texts for word in _WORD.findall(unicodedata.normalize("NFC", text))}
    # The letters with accents sort last, and so win: Snowball knows `financiën`, not `financien`.
    return {plain: _stem(word) for word in sorted(written) for plain in words(word)}
