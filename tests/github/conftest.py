"""The fake GitHub, and the command that talks to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.github.namaak import Namaak, serve_namaak


@pytest.fixture
def namaak(monkeypatch: pytest.MonkeyPatch) -> Iterator[Namaak]:
    """A GitHub of our own, in the environment as a workflow finds it."""
    with serve_namaak() as served:
        for name, value in served.environment().items():
            monkeypatch.setenv(name, value)
        yield served
