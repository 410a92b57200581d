"""How the cases of the world come out, by kind: `python -m tests.links.telling`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from handreiking.links.controle import check_links
from handreiking.links.doel import Oordeel
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving
from tests.links.certificaten import make_contexts
from tests.links.geval import Geval
from tests.links.gevallen_wereld import WERELD
from tests.links.storingsserver import DOMEIN, OPENBAAR, Storingsserver

SNEL = Drempels(verbinden=2.0, verzoek=0.6, run=20.0, respijt=0.5, ijkpunt=2.0, wachten=(0.01,), pauze=0.0)


def count(gevallen: Iterable[Geval]) -> tuple[int, int, int, int]:
    """Return how many cases there are, false alarms, silent misses, and requests at what is not public."""
    bundel, contexts = make_contexts(Path(tempfile.mkdtemp()))
    order = list(Oordeel)
    number = alarms = misses = inside = 0
    for geval in gevallen:
        with Storingsserver(contexts) as server:
            server.handlers |= geval.handlers()
            hosts = ["www.overheid.nl", *server.handlers]
            server.namen |= {host: [[OPENBAAR]] for host in hosts if not host.endswith(f".{DOMEIN}")}
            if geval.adressen:
                server.namen[geval.doel.url.split("/")[2]] = list(geval.adressen)
            omgeving = Omgeving(server.resolve, server.connect, bundel)
            came = check_links([geval.doel], omgeving, SNEL).uitslagen[0].oordeel
            wrong = came not in (geval.oordeel, *geval.mag)
            number, inside = number + 1, inside + len(server.verboden)
            alarms += wrong and order.index(came) > order.index(geval.oordeel)
            misses += wrong and order.index(came) < order.index(geval.oordeel)
    return number, alarms, misses, inside


if __name__ == "__main__":
    print("soort", "gevallen", "vals alarm", "stil gemist", "naar binnen", sep=" | ")
    for kind, gevallen in WERELD.items():
        print(kind, *count(gevallen), sep=" | ")
