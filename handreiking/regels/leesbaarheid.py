"""How well a page reads, as the figure of Flesch for Dutch.

The formula is the one W.H. Douma fitted to Dutch (De leesbaarheid van landbouwbladen, Landbouwhogeschool Wageningen,
1960): 206.84 - 0.77 × syllables per hundred words - 0.93 × words per sentence. He calls 60 to 70 normal, 45 to 60
rather difficult, 30 to 45 difficult (https://dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from handreiking.basis.problem import Found
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.pagina import Bronpagina
from handreiking.regels.afkortingen import is_afkorting
from handreiking.tekst.zichtbaar import Regelsoort, Tekstzin, parse_regels, parse_zinnen

DREMPEL = 45.0
"""Below it a text is difficult by Douma's own table. Of the pages this was measured on, written for readers in a
hurry, one in twenty-two is below it; the policy papers they were made from are all, at 27 to 35."""

MINSTE_WOORDEN = 30
KORT = 6
"""A sentence of so many words or fewer is short: a few give rhythm, but most hide what belongs together."""
MINSTE_ZINNEN = 10
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NUCLEUS = re.compile(
    "eau|eui(?=ll)|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|ai|oi|[aeiouyàâäèêëìîïòôöùûü]",
    re.IGNORECASE,
)


_STRESS = str.maketrans("áéíóú", "aeiou")
QUOTED = re.compile(r"(?<!\w)(?:'(?![stnkm]\b)[^']+'|‘[^’]+’|“[^”]+”|\"[^\"]+\")(?!\w)")


@dataclass(frozen=True)
class Leesbaarheid:
    """The counts of a text, its sentence with most syllables, and the long words that most syllables are in."""

    zinnen: int
    woorden: int
    lettergrepen: int
    zwaarste_zin: Tekstzin
    zwaarste_woorden: tuple[str, ...]

    @property
    def score(self) -> float:
        """The figure of Flesch-Douma: the higher, the easier."""
        return 206.84 - 77 * self.lettergrepen / self.woorden - 0.93 * self.woorden / self.zinnen


def check_leesbaarheid(gelezen: Gelezen) -> Found:
    """The running text of a page is not difficult to read; this is a warning.

    Wrong: "De implementatie van klimaatadaptatiemaatregelen geschiedt gefaseerd."  Right: "Begin met één straat."
    """
    for pagina in gelezen.paginas:
        found = measure_pagina(pagina)
        if found is not None and found.woorden >= MINSTE_WOORDEN and found.score < DREMPEL:
            sentence = (
                f"deze pagina leest moeilijk: {_number(found.score)} volgens Flesch-Douma, en onder {DREMPEL:.0f} is "
                f"moeilijk ({_number(found.woorden / found.zinnen)} woorden per zin, "
                f"{_number(found.lettergrepen / found.woorden)} lettergrepen per woord); begin met deze zin, de "
                f"langste om uit te spreken, en zoek kortere woorden voor {', '.join(found.zwaarste_woorden)}"
            )
            yield f"{gelezen.content}/{pagina.pad}", found.zwaarste_zin.nummer, sentence


def check_korte_zinnen(gelezen: Gelezen) -> Found:
    """At most half of the sentences in a page's running text are short; this is a warning. Items of a list may be.

    Wrong: "Het regent. Het water zakt. Dat duurt lang."  Right: "Het water van een bui zakt langzaam."
    """
    for pagina in gelezen.paginas:
        running = [r for r in parse_regels(pagina.markdown, pagina.regel) if r.soort is Regelsoort.ALINEA]
        spoken = [(zin, len(words) <= KORT) for zin, words in _spoken(parse_zinnen(running))]
        runs = [[zin for zin, _ in run] for is_short, run in groupby(spoken, key=itemgetter(1)) if is_short]
        short = sum(map(len, runs))
        if len(spoken) >= MINSTE_ZINNEN and short > len(spoken) / 2:
            sentence = (
                f"{short} van de {len(spoken)} zinnen van deze tekst hebben {KORT} woorden of minder, en dat leest als "
                "een opsomming; voeg zinnen samen die bij elkaar horen, en begin hier, waar de meeste na elkaar staan"
            )
            yield f"{gelezen.content}/{pagina.pad}", max(runs, key=len)[0].nummer, sentence


def measure_pagina(pagina: Bronpagina) -> Leesbaarheid | None:
    """Measure the running text and the lists of a page: no headings, tables, quotations and addresses."""
    return measure(parse_zinnen(parse_regels(pagina.markdown, pagina.regel)))


def measure(zinnen: Sequence[Tekstzin]) -> Leesbaarheid | None:
    """Measure sentences, without what they quote; None where there are no words."""
    spoken = _spoken(zinnen)
    if not spoken:
        return None
    syllables = Counter[str]()
    for word in (word for _, words in spoken for word in words):
        syllables[word.lower()] += count_syllables(word)
    return Leesbaarheid(
        zinnen=len(spoken),
        woorden=sum(len(words) for _, words in spoken),
        lettergrepen=syllables.total(),
        zwaarste_zin=max(spoken, key=lambda pair: sum(map(count_syllables, pair[1])))[0],
        zwaarste_woorden=tuple(word for word, _ in syllables.most_common() if count_syllables(word) > 3)[:3],
    )


def _spoken(zinnen: Sequence[Tekstzin]) -> list[tuple[Tekstzin, list[str]]]:
    """Return the sentences that have words, each with its words, without what they quote."""
    counted = [(zin, words_of(QUOTED.sub(" ", zin.tekst))) for zin in zinnen]
    return [(zin, words) for zin, words in counted if words]


def words_of(text: str) -> list[str]:
    """Return the words of a text; a compound with a hyphen is one."""
    return _WORD.findall(text)


def count_syllables(word: str) -> int:
    """Count the syllables of a Dutch word as it is spoken.

    One for each vowel or run of vowels that is one sound (aa, eeu, ij, ui …); a diaeresis begins a new one. An
    abbreviation has one for each letter, a number one for each digit. Loan words come out a little too long.
    """
    count = 0
    for part in re.split(r"['’-]", word):
        if part.isdigit() or is_afkorting(part):
            count += len(part)
        else:
            count += len(_NUCLEUS.findall(part.lower().replace("qu", "k").translate(_STRESS)))
    return max(1, count)


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
