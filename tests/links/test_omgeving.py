"""The real network of this machine, as far as loopback goes, and certificate authorities of one's own."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

import pytest
import trustme

from handreiking.links.controle import check_links
from handreiking.links.doel import Doel, Oordeel
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving, load_tls, resolve_host
from tests.links.storingsserver import Storingsserver, pagina


def test_resolves_without_asking_twice() -> None:
    """Each numeric address is given once, in the system's order."""
    assert resolve_host("127.0.0.1") == ["127.0.0.1"]
    assert len(set(resolve_host("localhost"))) == len(resolve_host("localhost"))


@pytest.mark.parametrize(("opened", "oordeel"), [(True, Oordeel.WERKT), (False, Oordeel.KAPOT)])
def test_loopback_only_on_purpose(
    server: Storingsserver, drempels: Drempels, *, opened: bool, oordeel: Oordeel
) -> None:
    """With the system's own resolver and connections, loopback is out of reach until it is opened."""
    server.handlers["127.0.0.1"] = {"/x": pagina()}
    networks = (ip_network("127.0.0.0/8"),) if opened else ()
    doel = Doel("instrument", "a", f"http://127.0.0.1:{server.poort}/x", "data/tools.yaml", 1)
    verslag = check_links([doel], Omgeving(toegestaan=networks), drempels)
    assert verslag.uitslagen[0].oordeel is oordeel
    assert len(server.verzoeken) == opened


def test_authorities_of_ones_own(
    server: Storingsserver,
    omgeving: Omgeving,
    drempels: Drempels,
    certificaten: tuple[trustme.CA, Mapping[str, ssl.SSLContext]],
    tmp_path: Path,
) -> None:
    """A bundle makes its authority trusted; the usual ones do not know it; one that is not there is an error."""
    bundel = tmp_path / "bundel.pem"
    certificaten[0].cert_pem.write_to_path(str(bundel))
    server.handlers["een.voorbeeld.test"] = {"/x": pagina()}
    doel = Doel("instrument", "a", "https://een.voorbeeld.test/x", "data/tools.yaml", 1)
    for tls, oordeel in ((load_tls(bundel), Oordeel.WERKT), (load_tls(), Oordeel.KAPOT)):
        verslag = check_links([doel], replace(omgeving, tls=tls), drempels)
        assert verslag.uitslagen[0].oordeel is oordeel
    with pytest.raises(OSError, match=r"No such file"):
        load_tls(tmp_path / "weg.pem")
