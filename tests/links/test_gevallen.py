"""Every case of the tables: what a server does, and the verdict and the evidence that follow."""

from __future__ import annotations

from collections import Counter

import pytest

from handreiking.links.controle import check_links
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving
from tests.links.geval import Geval
from tests.links.gevallen_bewaking import BEWAKING
from tests.links.gevallen_inhoud import INHOUD
from tests.links.gevallen_vervoer import VERVOER
from tests.links.gevallen_wereld import WERELD
from tests.links.storingsserver import DOMEIN, OPENBAAR, Storingsserver

GEVALLEN = VERVOER + BEWAKING + INHOUD + sum(WERELD.values(), ())


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.naam)
def test_geval(geval: Geval, server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """The verdict is the expected one, the evidence says why, and nothing but the public server was connected to."""
    server.handlers |= geval.handlers()
    server.namen |= {host: [[OPENBAAR]] for host in server.handlers if not host.endswith(f".{DOMEIN}")}
    if geval.adressen:
        server.namen[geval.doel.url.split("/")[2]] = list(geval.adressen)
    server.namen["binnen.voorbeeld.test"] = [["10.0.0.5"]]
    verslag = check_links([geval.doel], omgeving, drempels)
    uitslag = verslag.uitslagen[0]
    assert uitslag.oordeel in (geval.oordeel, *geval.mag), uitslag.bewijs
    assert geval.bewijs in uitslag.bewijs
    if geval.nieuw_url is not None:
        assert uitslag.nieuw_url == geval.nieuw_url
    assert server.verboden == []
    assert verslag.bekeken == 1
    assert verslag.opmerkingen == ()


def test_names_are_unique() -> None:
    """No two cases share a name, and so a host."""
    assert [host for host, count in Counter(geval.host for geval in GEVALLEN).items() if count > 1] == []
