"""The real network of this machine, as far as loopback goes, and certificate authorities of one's own."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

import pytest

from handreiking.links.controle import check_links
from handreiking.links.doel import Doel, Oordeel
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving, resolve_host
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
    assert bool(server.verzoeken) == opened


def test_authorities_of_ones_own(
    server: Storingsserver,
    omgeving: Omgeving,
    drempels: Drempels,
    certificaten: tuple[Path, object],
    tmp_path: Path,
) -> None:
    """A bundle makes its authority trusted, as a file and as a folder; the usual ones do not know it."""
    bundel = certificaten[0]
    folder = tmp_path / "bundel"
    folder.mkdir()
    done = subprocess.run(
        ["openssl", "x509", "-hash", "-noout", "-in", bundel], capture_output=True, text=True, check=True
    )
    shutil.copy(bundel, folder / f"{done.stdout.strip()}.0")
    server.handlers["een.voorbeeld.test"] = {"/x": pagina()}
    doel = Doel("instrument", "a", "https://een.voorbeeld.test/x", "data/tools.yaml", 1)
    for one, oordeel in ((bundel, Oordeel.WERKT), (folder, Oordeel.WERKT), (Omgeving.bundel, Oordeel.KAPOT)):
        verslag = check_links([doel], replace(omgeving, bundel=one), drempels)
        assert verslag.uitslagen[0].oordeel is oordeel
