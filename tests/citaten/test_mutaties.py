"""The verdict on definitions of this handreiking, for every change that there can be in them.

The counts of each kind of change are in the message of a failing test, and with `pytest -rP` also of one that passes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest

from handreiking.citaten.brontekst import Brontekst
from handreiking.citaten.citaat import Citaatoordeel, check_citaat
from handreiking.lezen.vastlegging import Citaatomgeving
from handreiking.soorten.definitie import Definitie
from tests.citaten import mutaties
from tests.gelezen import read_edition

Mutatie = Callable[[str], Iterator[tuple[str, str]]]
Telling = Mapping[str, Counter[Citaatoordeel]]
Definities = Sequence[tuple[str, ...]]

ERVOOR = "Begrippen. Op deze pagina leest u wat wij met de woorden bedoelen, in 14 korte stukken. Betekenis: "
ERNA = "\n\nLees ook het dreigingsbeeld van dit jaar. Deel deze pagina met uw collega's."


@pytest.fixture(scope="module", params=["een op de vier", pytest.param("elke", marks=pytest.mark.keuring)])
def definities(request: pytest.FixtureRequest) -> Definities:
    """The paragraphs of one definition in four, by length, quoted or our own; `make keuring` takes every one."""
    every = sorted((tuple(d.alineas) for d, _ in read_edition().van(Definitie)), key=lambda a: len(_text(a)))
    return every if request.param == "elke" else every[1::4]


def judge(alineas: tuple[str, ...], bron: str, omgeving: Citaatomgeving | None) -> Citaatoordeel:
    """Return the verdict on a quotation in a source."""
    return check_citaat(alineas, Brontekst(bron), omgeving).oordeel


def recorded(alineas: tuple[str, ...]) -> Citaatomgeving:
    """Return what a review writes down of the source as it was."""
    bevinding = check_citaat(alineas, Brontekst(f"{ERVOOR}{_text(alineas)}{ERNA}"))
    assert bevinding.oordeel is Citaatoordeel.STAAT_ER_NOG
    assert bevinding.omgeving is not None
    return bevinding.omgeving


def count_in_source(definities: Definities, mutatie: Mutatie) -> Telling:
    """Change the source, and count the verdicts by kind of change."""
    counts: dict[str, Counter[Citaatoordeel]] = {}
    for alineas in definities:
        omgeving = recorded(alineas)
        for kind, text in mutatie(_text(alineas)):
            counts.setdefault(kind, Counter())[judge(alineas, f"{ERVOOR}{text}{ERNA}", omgeving)] += 1
    return counts


def count_in_data(definities: Definities, mutatie: Mutatie) -> Telling:
    """Change the quotation in the data, and count the verdicts by kind of change."""
    counts: dict[str, Counter[Citaatoordeel]] = {}
    for alineas in definities:
        omgeving, bron = recorded(alineas), f"{ERVOOR}{_text(alineas)}{ERNA}"
        for kind, text in mutatie(_text(alineas)):
            if text.strip():
                counts.setdefault(kind, Counter())[judge((text,), bron, omgeving)] += 1
    return counts


@pytest.mark.parametrize("mutatie", [mutaties.change_words, mutaties.change_sentences], ids=["woorden", "zinnen"])
@pytest.mark.parametrize("count", [count_in_source, count_in_data], ids=["bron", "gegevens"])
def test_no_change_of_words_or_sentences_is_judged_equal(
    count: Callable[[Definities, Mutatie], Telling], mutatie: Mutatie, definities: Definities
) -> None:
    """Words replaced, dropped, added, swapped or negated, sentences dropped, added or moved: never equal."""
    telling = count(definities, mutatie)
    equal = sum(counts[Citaatoordeel.STAAT_ER_NOG] for counts in telling.values())
    assert equal == 0, render(telling)
    print(render(telling))  # noqa: T201


def test_every_change_of_type_is_judged_equal(definities: Definities) -> None:
    """Case, spaces, hyphenation, quotation marks, dashes, ligatures, bullets and unicode forms: always equal."""
    telling = count_in_source(definities, mutaties.change_type)
    changed = sum(counts.total() - counts[Citaatoordeel.STAAT_ER_NOG] for counts in telling.values())
    assert changed == 0, render(telling)
    print(render(telling))  # noqa: T201


def test_there_is_enough_to_judge(definities: Definities) -> None:
    """The tests above change a definition at every word, and no kind of change is left out."""
    words = sum(len(_text(alineas).split(" ")) for alineas in definities)
    kinds = Counter(kind for alineas in definities for kind, _ in mutaties.change_words(_text(alineas)))
    assert kinds["woord vervangen"] == kinds["woord weg"] == words > 100
    assert kinds["ontkenning weg"] > 1
    types = Counter(kind for alineas in definities for kind, _ in mutaties.change_type(_text(alineas)))
    assert min(types.values()) > 5, types


def render(telling: Telling) -> str:
    """Return the counts, a line for each kind of change."""
    lines = [
        f"{kind}: " + ", ".join(f"{oordeel} {count}" for oordeel, count in sorted(counts.items()))
        for kind, counts in sorted(telling.items())
    ]
    return "\n".join(["", *lines, f"samen {sum(counts.total() for counts in telling.values())}"])


def _text(alineas: tuple[str, ...]) -> str:
    return "\n\n".join(alineas)
