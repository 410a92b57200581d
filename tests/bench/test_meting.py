"""The text of a result, and the medians and numbers in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

import pytest

from bench.meting import Doel, Tabel, at_least, at_most, interleave, number, render_uitslag

UITSLAG = """# Uitslag van de metingen

Gemeten op 2026-11-22 om 12:30 met `make bench`.
Een getal is de mediaan van de rondes, tenzij er iets anders bij staat.
Een verhouding is onze tijd gedeeld door de andere: minder dan 1 is sneller.

- Processor: een

## Doelen

| doel   | gemeten |   grens |              |
| ------ | ------: | ------: | -----------: |
| Bouwen |   0,24× | ≤ 0,25× |      gehaald |
| Server |   0,90× | ≥ 0,95× | niet gehaald |

## Bouwen

### Met niets

| wat |     s |
| --- | ----: |
| ons |  1,00 |
| een | 12,34 |

Zo is het gemeten.

## Leeg
"""


def test_a_result_is_written_whole() -> None:
    """The machine and the moment, every target of every measurement, and then the tables."""
    tabel = Tabel("Met niets", ("wat", "s"), [("ons", 1.0), ("een", 12.34)], "Zo is het gemeten.")
    metingen: dict[str, list[Tabel | Doel]] = {
        "Bouwen": [at_most("Bouwen", 0.24, 0.25, "×"), tabel],
        "Leeg": [at_least("Server", 0.9, 0.95, "×")],
    }
    moment = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
    assert render_uitslag(metingen, ["Processor: een"], moment) == UITSLAG


def test_rounds_take_turns_and_give_the_median() -> None:
    """Both in the first round, then both in the next; one slow round changes nothing."""
    order: list[str] = []

    def once(name: str, figures: Iterator[float]) -> tuple[float, float]:
        order.append(name)
        return next(figures), 10.0 * len(order)

    taken = {"a": iter((1.0, 9.0, 2.0)), "b": iter((5.0, 4.0, 3.0))}
    found = interleave([partial(once, *each) for each in taken.items()], rounds=3)
    assert (order, found) == (["a", "b"] * 3, [[2.0, 30.0], [4.0, 40.0]])


@pytest.mark.parametrize(("value", "most", "least"), [(1, True, True), (1.01, False, True), (0.99, True, False)])
def test_a_limit_may_just_be_reached(value: float, *, most: bool, least: bool) -> None:
    """What is exactly the limit is good."""
    assert (at_most("x", value, 1).gehaald, at_least("x", value, 1).gehaald) == (most, least)


def test_numbers_are_dutch() -> None:
    """A comma before the decimals, and a point between thousands."""
    assert [number(1234.5), number(1234.5, 0), number(0.256, 1)] == ["1.234,50", "1.234", "0,3"]
