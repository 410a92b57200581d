"""Names of websites that look as if one came in the place of the other, among those of one publisher."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from urllib.parse import urlsplit

from rapidfuzz.distance import Levenshtein, Postfix

from handreiking.gegevens import Bron
from handreiking.gelezen import Gelezen
from handreiking.instrumenten import Instrument
from handreiking.problem import Found

GEDEELD_EINDE = 8
MEESTE_LETTERS_ANDERS = 2
_MINSTE_LETTERS = 5


def check_verhuisd(gelezen: Gelezen) -> Found:
    """The addresses of one publisher do not name two websites that are nearly called the same; this is a hint.

    Wrong: groenestraten.example beside leefbarestraten.example for one publisher.  Right: the newer for both.
    """
    first: dict[tuple[str, str], tuple[str, int]] = {}
    for publisher, domain, path, line in _domains(gelezen):
        first.setdefault((publisher, domain), (path, line))
    for ((one, a), (path_a, line_a)), ((other, b), (path_b, line_b)) in combinations(first.items(), 2):
        if one == other and look_alike(a, b):
            what = f"'{b}' lijkt op '{a}' van dezelfde uitgever ({path_a}:{line_a}); is de website verhuisd?"
            yield path_b, line_b, f"{what} Open de adressen, en neem overal het nieuwe"


def look_alike(one: str, other: str) -> bool:
    """Say whether two domains look like an old and a new name of one website.

    Their names end alike but for the beginning, or differ in a letter or two, or only in what comes after the dot. A
    name that is all of the end of the other is no sign: a part of an organisation is often called after the whole.
    """
    a, b = one.partition(".")[0], other.partition(".")[0]
    if one == other:
        return False
    if a == b:
        return True
    shared, shortest = Postfix.similarity(a, b), min(len(a), len(b))
    ends_alike = shared >= GEDEELD_EINDE and shortest / 2 <= shared < shortest
    return ends_alike or (shortest >= _MINSTE_LETTERS and Levenshtein.distance(a, b) <= MEESTE_LETTERS_ANDERS)


def _domains(gelezen: Gelezen) -> Iterator[tuple[str, str, str, int]]:
    """Give (publisher, registered domain, file, line) of every address in the data, in the order of the files."""
    for instrument, line in gelezen.van(Instrument):
        path = f"{gelezen.data}/tools.yaml"
        if instrument.url:
            yield instrument.uitgever.id, _domain(instrument.url), path, line
        if instrument.aanvragen and instrument.aanvragen.url:
            yield instrument.aanvragen.bij.id, _domain(instrument.aanvragen.url), path, line
    for bron, line in gelezen.van(Bron):
        if bron.url:
            yield bron.uitgever.id, _domain(bron.url), f"{gelezen.data}/bronnen.yaml", line


def _domain(url: str) -> str:
    """Give the last two labels of the host: who registered it, but for the few endings of two labels."""
    return ".".join((urlsplit(url).hostname or "").rstrip(".").split(".")[-2:])
