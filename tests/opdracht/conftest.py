"""The command on a small handreiking of which the addresses lead to the fault server."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from handreiking.__main__ import main
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving
from handreiking.opdracht.links import Wegen
from tests.conftest import Werkmap, copy_klein
from tests.links.conftest import certificaten, drempels, omgeving, server
from tests.links.storingsserver import Handler, Storingsserver, pagina

__all__ = ["certificaten", "drempels", "omgeving", "server"]

VANDAAG = "2025-04-01"
KAART = "https://kaart.voorbeeld.test/hitte"
LOKET = "https://loket.voorbeeld.test/boek"
BRON = "https://weerboek.voorbeeld.test/begrippen"
HITTE = "Een toestand waarin het lichaam zijn warmte niet kwijt kan."
TOOLS, BRONNEN, DEFINITIES = "data/tools.yaml", "data/bronnen.yaml", "data/definities.yaml"


@dataclass(frozen=True)
class Uitvoer:
    """What one run of the command gave: its exit status, its output, and what it said at the side."""

    status: int
    out: str
    err: str

    @property
    def told(self) -> list[dict[str, Any]]:
        """The outcomes of a run with `--format json`."""
        told = json.loads(self.out)
        assert isinstance(told, list)
        return told

    @property
    def telling(self) -> str:
        """The last line at the side: what was looked at, and what came of it."""
        return self.err.splitlines()[-1]


@dataclass(frozen=True)
class Proef:
    """The small handreiking, the server that its addresses lead to, and the command to run on it."""

    werkmap: Werkmap
    server: Storingsserver
    wegen: Wegen
    capsys: pytest.CaptureFixture[str]

    def run(self, *argv: str, wegen: Wegen | None = None) -> Uitvoer:
        """Run the command with these arguments and nothing else."""
        self.capsys.readouterr()
        status = main(argv, wegen=wegen or self.wegen)
        return Uitvoer(status, *self.capsys.readouterr())

    def check(self, *argv: str, today: str = VANDAAG, wegen: Wegen | None = None) -> Uitvoer:
        """Run `handreiking check` on the small handreiking, on a day."""
        return self.run("--project", str(self.werkmap.map), "check", *argv, "--today", today, wegen=wegen)

    def serve(self, url: str, handler: Handler) -> None:
        """Let the server do this for one of the addresses."""
        host, _, path = url.removeprefix("https://").partition("/")
        self.server.handlers[host] = {f"/{path}": handler}


@pytest.fixture
def wegen(omgeving: Omgeving, drempels: Drempels) -> Wegen:
    """The fault server as the outside world."""
    return Wegen(omgeving, drempels)


@pytest.fixture
def proef(
    tmp_path: Path, iconen: Path, server: Storingsserver, wegen: Wegen, capsys: pytest.CaptureFixture[str]
) -> Proef:
    """A small handreiking with three addresses that work, one of them that of a source with its quotation."""
    werkmap = copy_klein(tmp_path / "klein", iconen)
    werkmap.change(TOOLS, "https://kaart.example.org/hitte?laag=a%2Fb#:~:text=warm%20weer,koel", KAART)
    werkmap.change(TOOLS, "    hoe: Vraag", f"    url: {LOKET}\n    hoe: Vraag")
    werkmap.change(BRONNEN, "https://weerboek.example.org/begrippen", BRON)
    made = Proef(werkmap, server, wegen, capsys)
    for url in (KAART, LOKET):
        made.serve(url, pagina())
    made.serve(BRON, bronpagina(HITTE))
    return made


def bronpagina(citaat: str) -> Handler:
    """Return the page of the source, with a quotation between other text."""
    return pagina(
        f"Dit boek gaat over het weer in de straat. Hittestress: {citaat} Drink genoeg water en zoek koelte op."
    )
