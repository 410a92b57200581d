"""A fault server for each test, and the settings of a run that does not wait long."""

from __future__ import annotations

import ssl
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving
from tests.links.certificaten import make_contexts
from tests.links.storingsserver import OPENBAAR, Storingsserver


@pytest.fixture(scope="session")
def certificaten(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, ssl.SSLContext]]:
    """The trusted authority and the server's certificates."""
    return make_contexts(tmp_path_factory.mktemp("certificaten"))


@pytest.fixture
def server(certificaten: tuple[Path, Mapping[str, ssl.SSLContext]]) -> Iterator[Storingsserver]:
    """A running fault server; the names that surely exist do exist."""
    _, contexts = certificaten
    with Storingsserver(contexts) as running:
        running.namen["www.overheid.nl"] = [[OPENBAAR]]
        yield running


@pytest.fixture
def omgeving(server: Storingsserver, certificaten: tuple[Path, Mapping[str, ssl.SSLContext]]) -> Omgeving:
    """The world as the link check sees it: this server is the internet."""
    return Omgeving(server.resolve, server.connect, certificaten[0])


@pytest.fixture
def drempels() -> Drempels:
    """The thresholds of a real run, with short times."""
    return Drempels(
        verbinden=2.0,
        verzoek=0.6,
        run=20.0,
        respijt=0.5,
        ijkpunt=2.0,
        wachten=(0.01,),
        retry_after=1.0,
        pauze=0.0,
    )
