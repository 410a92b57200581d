"""The guard by itself: what it lets through, what it does not, and how a network is opened on purpose."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace
from ipaddress import ip_network

import pycurl
import pytest

from handreiking.links.antwoord import Fout, MisluktError
from handreiking.links.bewaking import check_numeriek, parse_adres
from handreiking.links.controle import check_links
from handreiking.links.doel import Doel, Oordeel
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving
from handreiking.links.ophalen import load_antwoord
from handreiking.links.rem import Ronde
from handreiking.links.verbinding import Verbinding
from tests.links.certificaten import TUSSEN_BINNEN
from tests.links.gevallen_bewaking import VERBODEN
from tests.links.storingsserver import OPENBAAR, Handler, Storingsserver, geef, na_elkaar, pagina, stuur_door

LOOPBACK = (ip_network("127.0.0.0/8"),)


@pytest.mark.parametrize(
    "numeric", ["8.8.8.8", "145.100.1.1", "2a00:1450:400e::1", "2001:67c:2564::1", "::ffff:8.8.8.8"]
)
def test_public_addresses_pass(numeric: str) -> None:
    """What is on the public internet may be asked for; an IPv4-mapped one is its IPv4 address."""
    allowed = check_numeriek(parse_adres("https://www.voorbeeld.test/"), [numeric], ())
    assert [str(one) for one in allowed] == [numeric.removeprefix("::ffff:")]


@pytest.mark.parametrize("numeric", VERBODEN)
def test_other_addresses_do_not(numeric: str) -> None:
    """Nothing else may, on any port."""
    for url in ("https://www.voorbeeld.test/", "http://www.voorbeeld.test:8080/"):
        with pytest.raises(MisluktError) as caught:
            check_numeriek(parse_adres(url), [numeric], ())
        assert caught.value.fout is Fout.NIET_OPENBAAR


def test_an_opened_network_is_open_on_every_port() -> None:
    """`--sta-toe` opens a network and its ports, also when written as IPv4-mapped, and opens no other."""
    adres = parse_adres("http://intranet.voorbeeld.test:8080/")
    assert [str(one) for one in check_numeriek(adres, ["::ffff:127.0.0.9", "10.0.0.1"], LOOPBACK)] == ["127.0.0.9"]
    with pytest.raises(MisluktError):
        check_numeriek(adres, ["8.8.8.8"], LOOPBACK)


def test_an_address_keeps_its_letters() -> None:
    """Percent-encoding and brackets are sent as they stand; only what can not be sent is encoded."""
    adres = parse_adres("HTTPS://WWW.Voorbeeld.test/a%2fb/c+d/[e]?f%5b%5d=g h&é#deel")
    assert adres.url == "https://www.voorbeeld.test/a%2fb/c+d/[e]?f%5b%5d=g%20h&%C3%A9"
    assert parse_adres("http://[2A00:1450::1]:8080").url == "http://[2a00:1450::1]:8080/"


def test_the_forbidden_host_sees_no_request(server: Storingsserver, drempels: Drempels) -> None:
    """With one address on loopback opened, its neighbour is not even connected to."""
    omgeving = Omgeving(lambda host: ["127.0.0.1"] if host == "mag.voorbeeld.test" else ["127.0.0.2"], _connect(server))
    omgeving = replace(omgeving, toegestaan=(ip_network("127.0.0.1/32"),))
    port = server.poort
    server.handlers["mag.voorbeeld.test"] = {
        "/werkt": pagina(),
        "/naar-binnen": stuur_door(302, f"http://mag-niet.voorbeeld.test:{port}/geheim"),
        "/naar-nummer": stuur_door(301, f"http://127.0.0.2:{port}/geheim"),
    }
    urls = [f"http://mag.voorbeeld.test:{port}/{path}" for path in ("werkt", "naar-binnen", "naar-nummer")]
    urls += [
        f"http://mag-niet.voorbeeld.test:{port}/",
        f"http://127.0.0.2:{port}/",
        f"http://[::ffff:127.0.0.2]:{port}/",
    ]
    verslag = check_links([Doel("instrument", url, url, "data/tools.yaml", 1) for url in urls], omgeving, drempels)
    assert [uitslag.oordeel for uitslag in verslag.uitslagen] == [Oordeel.WERKT, *[Oordeel.KAPOT] * 5]
    assert server.verboden == []
    assert {verzoek.host for verzoek in server.verzoeken} == {"mag.voorbeeld.test"}


def test_each_request_looks_up_once(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """Between the check and the connection there is no second look-up that could answer otherwise."""
    server.handlers["een.voorbeeld.test"] = {"/a": stuur_door(302, "/b"), "/b": pagina()}
    check_links([Doel("instrument", "a", "http://een.voorbeeld.test/a", "tools.yaml", 1)], omgeving, drempels)
    assert server.opgezocht == ["een.voorbeeld.test"] * len(server.verzoeken)


BINNEN = "http://10.0.0.5/geheim"
WEGEN: dict[str, tuple[dict[str, Handler], str, list[list[str]]]] = {
    "rechtstreeks": ({}, BINNEN, []),
    "omleiding": ({"/x": stuur_door(302, BINNEN)}, "", []),
    "herbinding": ({"/x": stuur_door(302, "/y"), "/y": pagina()}, "", [[OPENBAAR], ["10.0.0.5"]]),
    "verversing": ({"/x": pagina(refresh=f"0;url={BINNEN}")}, "", []),
    "certificaat": ({}, "https://een.voorbeeld.test/x", [[TUSSEN_BINNEN]]),
    "vraag naar wat er niet is": ({"/x": pagina(), "/*": stuur_door(302, BINNEN)}, "", []),
    "als browser": ({"/x": na_elkaar(geef(404), stuur_door(301, BINNEN))}, "", []),
}


@pytest.mark.parametrize("weg", WEGEN)
def test_no_way_leads_inside(weg: str, server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """Whoever names an address, and however often we ask: nothing inside is connected to."""
    handlers, url, adressen = WEGEN[weg]
    server.handlers["een.voorbeeld.test"] = handlers
    if adressen:
        server.namen["een.voorbeeld.test"] = list(adressen)
    doel = Doel("instrument", "a", url or "http://een.voorbeeld.test/x", "tools.yaml", 1)
    check_links([doel], omgeving, drempels)
    assert server.verboden == []


@pytest.mark.parametrize("numeric", ["127.0.0.1", "::1"])
def test_libcurl_connects_to_nothing_but_what_was_checked(numeric: str, omgeving: Omgeving, drempels: Drempels) -> None:
    """Also where it would read a name as a number, or look one up itself: the socket is ours."""
    asked: list[str] = []

    def connect(address: tuple[str, int], _: float) -> socket.socket:
        asked.append(address[0])
        raise ConnectionRefusedError

    verbinding = Verbinding(Ronde(replace(omgeving, connect=connect), drempels))
    assert verbinding._open(0, (2, 1, 6, (numeric, 80))) == pycurl.SOCKET_BAD  # noqa: SLF001
    world = replace(omgeving, resolve=lambda _: [OPENBAAR], connect=connect)
    for url in ("http://2130706433/", "http://0x7f.1/"):
        load_antwoord(url, Ronde(world, replace(drempels, pogingen=1)))
    assert asked == []


def _connect(server: Storingsserver) -> Callable[[tuple[str, int], float], socket.socket]:
    """Connect for real, and count what does not go to 127.0.0.1."""

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        if address[0] != "127.0.0.1":
            server.verboden.append(address[0])
        return socket.create_connection(("127.0.0.1", address[1]), timeout)

    return connect
