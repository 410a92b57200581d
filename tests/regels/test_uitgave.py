"""The handreiking of this repository, held against the rules on language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handreiking.lezen.gelezen import Gelezen
from handreiking.regels.afkortingen import check_afkortingen
from handreiking.regels.gebruik import check_ongebruikt, check_tweede_definitie
from handreiking.regels.leesbaarheid import measure_pagina
from handreiking.soorten.afkorting import Afkorting
from handreiking.soorten.alle import ALLE
from handreiking.soorten.definitie import DEFINITIE, Definitie
from tests.gelezen import read_edition, without


@pytest.fixture(scope="module")
def gelezen() -> Gelezen:
    """The edition, as it is on this day."""
    return read_edition()


def test_every_abbreviation_is_explained(gelezen: Gelezen) -> None:
    """Nothing is told; and without the list of abbreviations, much is."""
    assert list(check_afkortingen(gelezen)) == []
    assert len(list(check_afkortingen(without(gelezen, Afkorting)))) > 50


def test_no_term_is_defined_twice(gelezen: Gelezen) -> None:
    """The content has no wording of its own for a term; the rule looks at every page."""
    assert list(check_tweede_definitie(gelezen)) == []


def test_terms_are_used(gelezen: Gelezen) -> None:
    """Most terms are used; without the pages and all other records hardly any is."""
    assert len(list(check_ongebruikt(gelezen))) < len(gelezen.van(Definitie)) / 2
    others = (soort.model for soort in ALLE if soort is not DEFINITIE)
    alone = without(replace(gelezen, paginas=()), *others)
    assert len(list(check_ongebruikt(alone))) > len(gelezen.van(Definitie)) / 2


def test_every_page_can_be_measured(gelezen: Gelezen) -> None:
    """Each page has a figure that the scale has; they are in the message."""
    figures = {pagina.pad: found.score for pagina in gelezen.paginas if (found := measure_pagina(pagina))}
    shown = "\n".join(f"{score:.1f} {pad}" for pad, score in sorted(figures.items(), key=lambda one: one[1]))
    assert len(figures) == len(gelezen.paginas), shown
    assert 0 < min(figures.values()) < max(figures.values()) < 207, shown
    print(shown)  # noqa: T201
