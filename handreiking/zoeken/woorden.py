"""Words as search sees them: without accents and capitals, each with its lemma, other forms and parts.

`zoekmachine.js` folds and splits the same way; it knows no Dutch, but gets the forms of all words there are.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from handreiking.zoeken.woordenboek import forms_of, lemmas_of, open_woordenboek

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

# What is no part of a compound though it is a word: before and behind another.
_BEFORE = STOPWOORDEN | {"alge", "anti", "inter", "mede", "samen", "terug", "voort", "weder"}
_BEHIND = frozenset({"achtig", "baar", "gericht", "heid", "lijk", "lijke", "loos", "matig", "naar", "rijk", "zaam"})
_SHORTEST = 4  # letters of a part
# What stands behind a word in forms that nobody types: diminutives, participles like `werkende`, steps of comparison.
# Nor do they type a wish (`werke`) or the past (`werkte`). Where a text has one, it is found.
_UNUSED = re.compile(r"jen?s?$|ende?$|^(?:s?kes?|l?ekes?|[dgklnprst]?er[es]?|ste?|ie|de?)$")


@dataclass(frozen=True)
class Woord:
    """A word of the texts by its lemma, folded; with its other forms, and for a compound where its last part begins."""

    lemma: str
    vormen: tuple[str, ...] = ()
    deel: int = 0


def fold(text: str) -> str:
    """Return a text in lower case and without accents: `Financiën` becomes `financien`."""
    return "".join(c for c in unicodedata.normalize("NFD", text).lower() if not unicodedata.combining(c))


def words(text: str) -> list[str]:
    """Return the words of a text, folded; single letters are none."""
    return _PLAIN.findall(fold(text))


def woorden_in(texts: Iterable[str]) -> list[Woord]:
    """Return every word of the texts by its lemma, in order: with the forms that occur, and those that do not."""
    return _woorden(frozenset(_written(texts)))


def lemma_by_word(texts: Iterable[str]) -> Mapping[str, str]:
    """Return the lemma of each word in the texts, both folded."""
    return {vorm: woord.lemma for woord in woorden_in(texts) for vorm in (woord.lemma, *woord.vormen)}


def _written(texts: Iterable[str]) -> set[str]:
    return {word.lower() for text in texts for word in _WORD.findall(unicodedata.normalize("NFC", text))}


@lru_cache(maxsize=4)  # a preview asks again, mostly for the same words
def _woorden(written: frozenset[str]) -> list[Woord]:
    with open_woordenboek() as boek:
        known = lemmas_of(boek, written)
        occurs = {known.get(word, word) for word in written}
        known |= lemmas_of(boek, (part for word in occurs for cut in _cuts(word) for part in _candidates(*cut)))
        parts = {word: cut for word in occurs if (cut := _best_cut(word, known, occurs))}
        asked = forms_of(boek, {*occurs, *(last for _, last in parts.values())})
    forms: dict[str, list[str]] = defaultdict(list)
    for form, lemma in asked:
        past = lemma.endswith("n") and form.endswith(("den", "ten", "de", "te"))
        if not (_UNUSED.search(form.removeprefix(lemma)) or f"{form}n" == lemma or past):
            forms[lemma].append(form)
    for lemma, known_forms in forms.items():
        if {f"{lemma}e", f"{lemma}s"} <= {*known_forms}:  # iets belangrijks
            known_forms.remove(f"{lemma}s")
    found: dict[str, set[str]] = defaultdict(set)
    firsts: dict[str, str] = {}
    for word in written:
        base = known.get(word, word)
        first, last = parts.get(base, ("", base))
        compound = base not in known  # its forms are those of its last part
        lemma = first + last if compound else base
        # A word that occurs is cut as it is, whatever its forms look like (`factsheets`); and each build says the same.
        firsts[lemma] = parts.get(lemma, ("", lemma))[0] if lemma in occurs else min(first, firsts.get(lemma, first))
        found[lemma] |= {word, *(first + form for form in forms[last])} if compound else {word, *forms[base]}
    return _folded(found, firsts)


def _folded(found: Mapping[str, Collection[str]], firsts: Mapping[str, str]) -> list[Woord]:
    """Return the words in order; of two that fold to one form, the one of which it is the lemma keeps it."""
    lemmas = {plain: of for of in sorted(found) for plain in words(of)}
    taken = set(lemmas)
    woorden = []
    for plain, of in sorted(lemmas.items()):
        forms = {form for written in sorted(found[of]) for form in words(written)} - taken
        taken |= forms
        woorden.append(Woord(plain, tuple(sorted(forms)), len(fold(firsts[of]))))
    return woorden


def _cuts(word: str) -> Iterable[tuple[str, str]]:
    return ((word[:place], word[place:]) for place in range(_SHORTEST, len(word) - _SHORTEST + 1))


def _candidates(first: str, last: str) -> Iterable[str]:
    return (first, first.removesuffix("s"), last)


def _best_cut(word: str, known: Mapping[str, str], occurs: Collection[str]) -> tuple[str, str] | None:
    """Return the parts of a compound, the last one as its lemma: of more, those that most occur by themselves.

    A word of the dictionary is cut where both parts are lemmas, so that `vertellen` stays whole; another word, that
    has to be a compound, wherever both parts are known.
    """
    best: tuple[int, int, str, str] | None = None
    for first, last in _cuts(word):
        if first in _BEFORE or last in _BEHIND or last not in known:
            continue
        lemma = known[last]
        if word in known and lemma != last:
            continue
        twin = lemma != last and first + lemma in occurs  # `wadikaarten` beside `wadikaart`
        base = first if twin else _base(first, known, occurs, strict=word in known or lemma != last)
        count = (base in occurs) + (lemma in occurs)
        if base and (count or word not in known):
            best = max(best or (0, 0, "", ""), (count, len(first), first, lemma))
    return best[2:] if best else None


def _base(first: str, known: Mapping[str, str], occurs: Collection[str], *, strict: bool) -> str:
    """Return the word that a first part is, without its `s` between; empty where it is none."""
    for base in (first, first.removesuffix("s")):
        if len(base) >= _SHORTEST and (base in occurs or known.get(base) == base):
            return base
    return known[first] if first in known and (first.endswith("en") or not strict) else ""
