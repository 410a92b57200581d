"""One address fetched: how often, how long, what is sent, and how much is read."""

from __future__ import annotations

import socket
import tracemalloc
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from time import monotonic

import pytest

from handreiking.links.antwoord import Antwoord, Fout
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving
from handreiking.links.ophalen import load_antwoord
from handreiking.links.rem import Ronde
from tests.links.gevallen_vervoer import gzipbom
from tests.links.storingsserver import Handler, Storingsserver, druppel, geef, na_elkaar, pagina, speel, stuur_door

HOST = "een.voorbeeld.test"
URL = f"http://{HOST}/stuk"


def fetch(omgeving: Omgeving, drempels: Drempels, url: str = URL) -> Antwoord:
    """Fetch one address in a run of its own."""
    return load_antwoord(url, Ronde(omgeving, drempels))


@pytest.mark.parametrize(
    ("handler", "expected"),
    [
        (geef(503), 3),
        (geef(429), 3),
        (speel(), 3),
        (na_elkaar(geef(500), pagina()), 2),
        (pagina(), 1),
        (geef(404), 2),
        (speel(30.0), 2),
        (geef(403), 1),
        (geef(503, retry_after="61"), 1),
    ],
    ids=["503", "429", "gesloten", "500 dan 200", "200", "404", "traag", "403", "te lang wachten"],
)
def test_tries(handler: Handler, expected: int, server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """What may pass is tried three times, what refuses once; what is gone once more, as a browser asks. All by GET."""
    server.handlers[HOST] = {"/stuk": handler}
    antwoord = fetch(omgeving, drempels)
    assert [verzoek.methode for verzoek in server.verzoeken] == ["GET"] * expected
    assert antwoord.pogingen == expected - (antwoord.status == 404)
    agents = [verzoek.headers["user-agent"].partition("/")[0] for verzoek in server.verzoeken]
    assert agents == ["Handreiking"] * (expected - antwoord.browser) + ["Mozilla"] * antwoord.browser


def test_waits_grow(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """Between the tries stand the waits of the thresholds."""
    slept: list[float] = []
    server.handlers[HOST] = {"/stuk": geef(503)}
    fetch(replace(omgeving, sleep=slept.append), replace(drempels, wachten=(2.0, 6.0)))
    assert slept == [2.0, 6.0]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("7", 7.0),
        ("60", 60.0),
        ("over 9", 9.0),
        ("over -86400", 2.0),
        ("0", 2.0),
        ("straks", 2.0),
        ("-5", 2.0),
    ],
)
def test_retry_after(
    asked: str, expected: float, server: Storingsserver, omgeving: Omgeving, drempels: Drempels
) -> None:
    """A server that says how long to wait is heeded, in seconds or by a date; never sooner than without."""
    slept: list[float] = []
    now = [1000.0]
    if asked.startswith("over "):
        asked = format_datetime(datetime.now(UTC) + timedelta(seconds=int(asked[5:])), usegmt=True)

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    world = replace(omgeving, sleep=sleep, monotonic=lambda: now[0])
    server.handlers[HOST] = {"/stuk": na_elkaar(geef(429, retry_after=asked), pagina())}
    antwoord = fetch(world, replace(drempels, wachten=(2.0, 6.0), retry_after=60.0, run=600.0))
    assert slept == [pytest.approx(expected, abs=1.5)]
    assert antwoord.status == 200


def test_too_long_a_wait(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """A server that asks for more than a minute is asked no more, though there is time."""
    slept: list[float] = []
    server.handlers[HOST] = {"/stuk": geef(429, retry_after="61")}
    fetch(replace(omgeving, sleep=slept.append), replace(drempels, retry_after=60.0, run=600.0))
    assert (slept, len(server.verzoeken)) == ([], 1)


def test_no_try_that_the_run_has_no_time_for(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """What is known stands when there is no time to know better."""
    slept: list[float] = []
    server.handlers[HOST] = {"/stuk": geef(503)}
    antwoord = fetch(replace(omgeving, sleep=slept.append), replace(drempels, wachten=(6.0,), run=5.0))
    assert (slept, antwoord.status) == ([], 503)


def test_honest_headers(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """The request says what it is, asks for Dutch, and carries nothing from the surroundings."""
    server.handlers[HOST] = {"/stuk": pagina()}
    fetch(omgeving, drempels)
    headers = server.verzoeken[0].headers
    assert headers["user-agent"] == "Handreiking/0.1"
    assert headers["accept-language"] == "nl,en;q=0.5"
    assert not {"cookie", "authorization", "referer"} & set(headers)


def test_cookies_stay_in_the_chain_and_at_their_host(
    server: Storingsserver, omgeving: Omgeving, drempels: Drempels
) -> None:
    """A cookie goes back to the host that set it, not to another one, and is gone in the next chain."""
    server.handlers[HOST] = {
        "/stuk": geef(302, location="http://ander.voorbeeld.test/", set_cookie="a=1; Path=/"),
        "/terug": pagina(),
    }
    server.handlers["ander.voorbeeld.test"] = {"/": geef(302, location=f"http://{HOST}/terug", set_cookie="b=2")}
    fetch(omgeving, drempels)
    fetch(omgeving, drempels)
    assert [verzoek.headers.get("cookie") for verzoek in server.verzoeken] == [None, None, "a=1"] * 2


def test_environment_is_not_heeded(
    server: Storingsserver, omgeving: Omgeving, drempels: Drempels, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A proxy would make every connection one that is not checked; passwords of this machine are nobody's business."""
    netrc = tmp_path / "netrc"
    netrc.write_text(f"machine {HOST} login jan password geheim\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    server.handlers[HOST] = {"/stuk": pagina()}
    assert fetch(omgeving, drempels).status == 200
    assert "authorization" not in server.verzoeken[0].headers


@pytest.mark.parametrize(
    "handler", [gzipbom, speel(b"HTTP/1.1 200 X\r\n\r\n", *[b"<p>Boem" * 9999] * 4000)], ids=["bom", "eindeloos"]
)
def test_reads_no_more_than_512_kb(
    handler: Handler, server: Storingsserver, omgeving: Omgeving, drempels: Drempels
) -> None:
    """Neither a gzip bomb of 20 MB nor an endless page costs more memory than a few pages."""
    server.handlers[HOST] = {"/stuk": handler}
    tracemalloc.start()
    antwoord = fetch(omgeving, replace(drempels, verzoek=10.0))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(antwoord.body), antwoord.afgekapt) == (512 * 1024, True)
    assert peak < 4_000_000


def test_a_file_is_only_tasted(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """Of a file 8 kB is read, of a redirect nothing."""
    server.handlers[HOST] = {
        "/stuk": stuur_door(302, "/pdf"),
        "/pdf": geef(200, b"%PDF-1.7" + b"x" * 9_000_000, content_type="application/pdf"),
    }
    antwoord = fetch(omgeving, drempels)
    assert (antwoord.body[:8], len(antwoord.body)) == (b"%PDF-1.7", 8192)


def test_tries_the_next_numeric_address(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """A host with one dead address of two works, as in a browser."""
    server.namen[HOST] = [["9.9.9.7", "9.9.9.9"]]
    server.handlers[HOST] = {"/stuk": pagina()}
    tried: list[str] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        tried.append(address[0])
        if address[0] == "9.9.9.7":
            raise ConnectionRefusedError
        return server.connect(address, timeout)

    assert fetch(replace(omgeving, connect=connect), drempels).status == 200
    assert tried == ["9.9.9.7", "9.9.9.9"]


@pytest.mark.parametrize("begin", [b"", b"HTTP/1.1 200 X\r\n", b"HTTP/1.1 200 X\r\nContent-Type: text/html\r\n\r\n"])
def test_no_drip_outlasts_the_request(
    begin: bytes, server: Storingsserver, omgeving: Omgeving, drempels: Drempels
) -> None:
    """A byte now and then never lets a socket time out, but the clock of the request does."""
    server.handlers[HOST] = {"/stuk": druppel(begin, b"HTTP/1.1 200 " + b"x" * 999, 0.05)}
    start = monotonic()
    antwoord = fetch(omgeving, replace(drempels, pogingen=1, verzoek=0.4))
    assert antwoord.fout is Fout.TE_TRAAG
    assert monotonic() - start < 3.0
