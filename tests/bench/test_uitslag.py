"""The text of a result, and the medians in it."""

from __future__ import annotations

from datetime import UTC, datetime

from bench.meting import Loop, Meting, Tabel, at_least, at_most, interleave, number
from bench.uitslag import render_uitslag

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
    tabel = Tabel("Met niets", ("wat", "s"), (("ons", "1,00"), ("een", "12,34")), "Zo is het gemeten.")
    metingen = [
        Meting("Bouwen", (tabel,), (at_most("Bouwen", 0.24, 0.25, "×"),)),
        Meting("Leeg", (), (at_least("Server", 0.9, 0.95, "×"),)),
    ]
    moment = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
    assert render_uitslag(metingen, ["Processor: een"], moment) == UITSLAG


def test_rounds_take_turns_and_give_the_median() -> None:
    """Both in the first round, then both in the next; one slow round changes nothing."""
    order: list[str] = []
    taken = {"a": iter((1.0, 9.0, 2.0)), "b": iter((5.0, 4.0, 3.0))}

    def once(name: str) -> Loop:
        order.append(name)
        return Loop(next(taken[name]), 10.0 * len(order))

    found = interleave({"a": lambda: once("a"), "b": lambda: once("b")}, rounds=3)
    assert (order, found) == (["a", "b"] * 3, {"a": Loop(2.0, 30.0), "b": Loop(4.0, 40.0)})


def test_a_limit_may_just_be_reached() -> None:
    """What is exactly the limit is good."""
    assert (at_most("x", 1, 1, " s").gehaald, at_least("x", 1, 1, " s").gehaald) == (True, True)
    assert (at_most("x", 1.01, 1, " s").gehaald, at_least("x", 0.99, 1, " s").gehaald) == (False, False)


def test_numbers_are_dutch() -> None:
    """A comma before the decimals, and a point between thousands."""
    assert [number(1234.5), number(1234.5, 0), number(0.256, 1)] == ["1.234,50", "1.234", "0,3"]
