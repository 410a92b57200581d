"""A whole run: shared addresses, order, politeness, and an end to it."""

from __future__ import annotations

import socket
from dataclasses import replace
from itertools import pairwise
from threading import Event
from time import monotonic

import pytest

from handreiking.links.controle import check_links
from handreiking.links.doel import Doel, Oordeel, Uitslag
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving
from tests.links.certificaten import ONBEKEND
from tests.links.storingsserver import Storingsserver, druppel, geef, na_elkaar, pagina, speel, stuur_door

NERGENS = "proef-bestaat-niet"
"""In the address of the question what a host answers where nothing can be."""


def doel(url: str, ident: str = "") -> Doel:
    """Return an address of the data."""
    return Doel("instrument", ident or url, url, "data/tools.yaml", 1)


def test_results_stand_in_the_order_of_the_input(
    server: Storingsserver, omgeving: Omgeving, drempels: Drempels
) -> None:
    """The first may finish last; progress counts up to all."""
    counted: list[tuple[int, int]] = []
    doelen = [doel(f"http://h{number}.voorbeeld.test/x") for number in range(8)]
    for number, one in enumerate(doelen):
        steps = speel((8 - number) * 0.02, *pagina()(None))  # type: ignore[arg-type]
        server.handlers[one.url.split("/")[2]] = {"/x": steps}
    verslag = check_links(doelen, omgeving, drempels, lambda done, total, _: counted.append((done, total)))
    assert [uitslag.doel for uitslag in verslag.uitslagen] == doelen
    assert counted == [(number, 8) for number in range(1, 9)]
    assert (verslag.adressen, verslag.bekeken, verslag.eigen_storing, verslag.opmerkingen) == (8, 8, False, ())


def test_a_shared_address_is_asked_for_once(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """Records that differ in their fragment share the request, each with its own verdict."""
    server.handlers["een.voorbeeld.test"] = {"/x": pagina(extra="<p id=a>A")}
    url = "http://een.voorbeeld.test/x"
    told: list[Uitslag] = []
    doelen = [doel(url, "1"), doel(f"{url}#a", "2"), doel(f"{url}#b", "3"), doel(url, "4")]
    verslag = check_links(doelen, omgeving, drempels, lambda *args: told.extend(args[2]))
    assert [verzoek.doel for verzoek in server.verzoeken if NERGENS not in verzoek.doel] == ["/x"]
    assert [u.oordeel.value for u in verslag.uitslagen] == ["werkt", "werkt", "verdacht", "werkt"]
    assert (verslag.adressen, sorted(u.doel.id for u in told)) == (1, ["1", "2", "3", "4"])


def test_two_at_a_time_and_a_pause(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """One host is never asked for more than two at once, nor sooner than the pause allows; others go on meanwhile."""
    steps = speel(0.2, *pagina()(None))  # type: ignore[arg-type]
    hosts = ["druk.voorbeeld.test", *(f"h{number}.voorbeeld.test" for number in range(4))]
    server.handlers |= {host: {"/x": steps, **{f"/{n}": steps for n in range(8)}} for host in hosts}
    doelen = [doel(f"http://{hosts[0]}/{number}") for number in range(8)]
    doelen += [doel(f"http://{host}/x") for host in hosts[1:]]
    check_links(doelen, omgeving, replace(drempels, pauze=0.2))
    begins = sorted(verzoek.begin for verzoek in server.verzoeken if verzoek.host == hosts[0])
    assert server.tegelijk[hosts[0]] == 2
    # The server sees a request a little after it starts, so two can seem nearer than they were.
    assert min(b - a for a, b in pairwise(begins)) > 0.1
    assert max(verzoek.begin for verzoek in server.verzoeken if verzoek.host != hosts[0]) < begins[-1]


def test_redirects_are_polite_too(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """A host that many others redirect to still gets two requests at a time."""
    server.handlers["doel.voorbeeld.test"] = {
        f"/h{number}.voorbeeld.test": speel(0.1, *pagina()(None))  # type: ignore[arg-type]
        for number in range(6)
    }
    hosts = [f"h{number}.voorbeeld.test" for number in range(6)]
    server.handlers |= {host: {"/x": stuur_door(302, f"http://doel.voorbeeld.test/{host}")} for host in hosts}
    verslag = check_links([doel(f"http://{host}/x") for host in hosts], omgeving, drempels)
    assert server.tegelijk["doel.voorbeeld.test"] == 2
    assert {uitslag.oordeel for uitslag in verslag.uitslagen} == {Oordeel.WERKT}


def test_a_server_that_asks_to_wait_gets_no_request(
    server: Storingsserver, omgeving: Omgeving, drempels: Drempels
) -> None:
    """Retry-After holds for the host, not just for the address that got it."""
    asks = na_elkaar(geef(429, retry_after="1"), pagina())
    server.handlers["druk.voorbeeld.test"] = {"/eerst": asks, "/dan": pagina()}
    later = speel(0.5, *stuur_door(302, "http://druk.voorbeeld.test/dan")(None))  # type: ignore[arg-type]
    server.handlers["elders.voorbeeld.test"] = {"/x": later}
    doelen = [doel("http://druk.voorbeeld.test/eerst"), doel("http://elders.voorbeeld.test/x")]
    verslag = check_links(doelen, omgeving, replace(drempels, verzoek=5.0))
    first, *others = (one.begin for one in server.verzoeken if one.host == "druk.voorbeeld.test")
    assert len(others) == 3
    assert min(others) - first >= 1.0
    assert {uitslag.oordeel for uitslag in verslag.uitslagen} == {Oordeel.WERKT}


def test_the_run_ends_at_its_deadline(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """No dripping body, no slow server and no queue outlasts the run; what was not looked at is said to be so."""
    server.handlers["traag.voorbeeld.test"] = {"/*": druppel(b"HTTP/1.1 200 X\r\n\r\n", b"x" * 999)}
    server.handlers["vlug.voorbeeld.test"] = {"/x": pagina()}
    doelen = [doel(f"http://traag.voorbeeld.test/{number}") for number in range(6)]
    doelen += [doel("http://vlug.voorbeeld.test/x")]
    start = monotonic()
    verslag = check_links(doelen, omgeving, replace(drempels, run=0.8, verzoek=30.0))
    assert monotonic() - start < 30.0 / 2
    assert [uitslag.oordeel.value for uitslag in verslag.uitslagen] == ["onzeker"] * 6 + ["werkt"]
    assert not any(uitslag.bekeken for uitslag in verslag.uitslagen[:6])
    assert verslag.bekeken == 1
    assert verslag.opmerkingen == ("De tijd was om: 6 van de 7 adressen zijn niet of niet helemaal bekeken.",)


def test_a_resolver_that_hangs_does_not_keep_the_run(
    server: Storingsserver, omgeving: Omgeving, drempels: Drempels
) -> None:
    """The system's resolver can not be interrupted, so the run leaves it behind."""
    hanging = Event()

    def resolve(host: str) -> list[str]:
        if host == "hangt.voorbeeld.test":
            hanging.wait(10)
        return server.resolve(host)

    server.handlers["vlug.voorbeeld.test"] = {"/*": pagina()}
    doelen = [doel("http://hangt.voorbeeld.test/x"), doel("http://vlug.voorbeeld.test/x")]
    start = monotonic()
    verslag = check_links(doelen, replace(omgeving, resolve=resolve), replace(drempels, run=0.3, respijt=0.2))
    elapsed = monotonic() - start
    hanging.set()
    assert elapsed < 10 / 2
    assert [uitslag.bekeken for uitslag in verslag.uitslagen] == [False, True]


def test_no_host_answers(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """Without a network everything is in doubt, and the run says so; what the guard refused stays wrong."""
    server.namen["www.overheid.nl"] = [socket.gaierror(socket.EAI_NONAME, "Name or service not known")]
    doelen = [doel("http://a.test/x"), doel("http://b.test/x"), doel("http://127.0.0.1/x")]
    verslag = check_links(doelen, omgeving, drempels)
    assert [uitslag.oordeel for uitslag in verslag.uitslagen] == [Oordeel.ONZEKER, Oordeel.ONZEKER, Oordeel.KAPOT]
    assert verslag.eigen_storing
    assert verslag.bekeken == 1
    assert "Geen enkele site antwoordde" in verslag.opmerkingen[0]
    assert "Geen enkele site antwoordde" in verslag.uitslagen[0].bewijs


def test_no_host_answers_but_names_resolve(omgeving: Omgeving, drempels: Drempels) -> None:
    """When a name that surely exists resolves, one that does not is wrong, even if it is the only one looked at."""
    verslag = check_links([doel("http://a.test/x")], omgeving, drempels)
    assert (verslag.uitslagen[0].oordeel, verslag.eigen_storing) == (Oordeel.KAPOT, False)


def test_every_certificate_is_wrong(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """A network that opens TLS connections itself makes no website kapot; one wrong certificate does."""
    for host in ("a.voorbeeld.test", "b.voorbeeld.test"):
        server.namen[host] = [[ONBEKEND]]
    doelen = [doel("https://a.voorbeeld.test/x"), doel("https://b.voorbeeld.test/x")]
    assert check_links(doelen, omgeving, drempels).eigen_storing
    assert check_links(doelen[:1], omgeving, drempels).uitslagen[0].oordeel is Oordeel.KAPOT


def test_our_own_mistakes_are_raised(omgeving: Omgeving, drempels: Drempels) -> None:
    """A verdict never hides a fault of this program."""

    def resolve(_: str) -> list[str]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        check_links([doel("http://a.test/x")], replace(omgeving, resolve=resolve), drempels)


def test_nothing_to_look_at(omgeving: Omgeving, drempels: Drempels) -> None:
    """An empty run says that it looked at nothing."""
    verslag = check_links([], omgeving, drempels)
    assert (verslag.uitslagen, verslag.adressen, verslag.bekeken) == ((), 0, 0)


def test_a_host_that_hangs_holds_up_nothing(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """After two addresses that are not answered in time the others are left, and nothing is remembered of those."""
    server.handlers["hangt.voorbeeld.test"] = {"/*": speel(30.0)}
    server.handlers["vlug.voorbeeld.test"] = {"/x": pagina()}
    doelen = [doel(f"http://hangt.voorbeeld.test/{number}") for number in range(6)]
    start = monotonic()
    verslag = check_links([*doelen, doel("http://vlug.voorbeeld.test/x")], omgeving, replace(drempels, verzoek=0.3))
    assert monotonic() - start < 2.0
    assert [uitslag.oordeel.value for uitslag in verslag.uitslagen] == ["onzeker"] * 6 + ["werkt"]
    # One more may have begun while the second was waited for.
    assert 2 <= sum(uitslag.bekeken for uitslag in verslag.uitslagen[:6]) <= 3
    assert len([v for v in server.verzoeken if v.host == "hangt.voorbeeld.test"]) <= 6
    assert "antwoordde" in verslag.opmerkingen[0]


def test_a_host_is_asked_once_for_what_cannot_be(
    server: Storingsserver, omgeving: Omgeving, drempels: Drempels
) -> None:
    """However many addresses it has; and not at all for a home page, a file, or a page that is as it was."""
    pages = {f"/{n}": pagina(titel=f"Pagina {n}") for n in range(6)}
    server.handlers |= {host: {**pages, "/": pagina()} for host in ("een.voorbeeld.test", "twee.voorbeeld.test")}
    doelen = [doel(f"http://een.voorbeeld.test/{number}") for number in range(6)]
    verslag = check_links(doelen, omgeving, drempels)
    assert sum(NERGENS in verzoek.doel for verzoek in server.verzoeken) == 1
    server.verzoeken.clear()
    known = {uitslag.doel: uitslag.afdruk for uitslag in verslag.uitslagen if uitslag.afdruk}
    check_links([*doelen, doel("http://twee.voorbeeld.test/")], omgeving, drempels, None, known)
    assert [verzoek.doel for verzoek in server.verzoeken if NERGENS in verzoek.doel] == []


def test_a_page_that_became_another_is_told(server: Storingsserver, omgeving: Omgeving, drempels: Drempels) -> None:
    """Not for a new paragraph or a new title: for another title and other words altogether."""
    water = (
        "Regenwater stroomt tijdens hevige buien langzaam richting sloten, vijvers, kanalen, gemalen en zuiveringen. "
    )
    casino = "Vrijspelen, jackpots, gokkasten, bonussen, storten, uitbetalen, weddenschap, roulette, spelers, kansen. "
    one, host = doel("http://een.voorbeeld.test/x"), "een.voorbeeld.test"
    server.handlers[host] = {"/x": pagina(water * 3, "Waterbeheer in Duinwijk")}
    first = check_links([one], omgeving, drempels).uitslagen[0]
    assert first.afdruk is not None
    for text, title, oordeel in (
        (water * 3 + casino, "Waterbeheer in Duinwijk", Oordeel.WERKT),
        (water * 4, "Nieuwe website", Oordeel.WERKT),
        (casino * 4, "Waterbeheer vernieuwd", Oordeel.WERKT),
        (casino * 4, "Winnen", Oordeel.VERDACHT),
    ):
        server.handlers[host] = {"/x": pagina(text, title)}
        now = check_links([one], omgeving, drempels, None, {one: first.afdruk}).uitslagen[0]
        assert now.oordeel is oordeel, (title, now.bewijs)
    assert "een heel andere pagina dan eerst ('Winnen' in plaats van 'Waterbeheer in Duinwijk')" in now.bewijs
