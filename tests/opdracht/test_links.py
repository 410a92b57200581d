"""`handreiking check links`: every verdict at its line, with its weight, and never a 0 for what was not looked at."""

from __future__ import annotations

import json
import socket
from dataclasses import replace
from pathlib import Path

import pytest

import handreiking.__main__
from handreiking.opdracht import check
from handreiking.opdracht.check import load_wegen
from tests.links.certificaten import ONBEKEND
from tests.links.storingsserver import Handler, druppel, geef, pagina, stuur_door
from tests.opdracht.conftest import BRON, KAART, LOKET, TOOLS, Proef

NIETS = "werkt             3\nverhuisd          0\ngeblokkeerd       0\nonzeker           0\n"
TABEL = (
    "Bekeken: 3 van de 3 adressen, op 3 plaatsen.\n\noordeel      aantal\n-----------  ------\n"
    f"{NIETS}verdacht          0\nkapot             0\ntotaal            3\n\n"
)


def test_all_works(proef: Proef) -> None:
    """Nothing on the output; at the side how far it is, a table, and how much it looked at."""
    done = proef.check("links")
    assert (done.status, done.out) == (0, "")
    assert done.err == (
        "30 %: 1 van de 3 adressen; werkt 1\n60 %: 2 van de 3 adressen; werkt 2\n100 %: 3 van de 3 adressen; werkt 3\n"
        f"{TABEL}Bekeken: 3 adressen van de 3 adressen. Geen problemen.\n"
    )


INLOG = "<form><input type=password name=p></form><p>Log in met uw wachtwoord.</p>"


@pytest.mark.parametrize(
    ("handler", "status", "said"),
    [
        (geef(404), 1, "is kapot: De server antwoordt met status 404 (niet gevonden)."),
        (geef(410), 1, "is kapot: De server antwoordt met status 410 (verwijderd)."),
        (
            stuur_door(301, "https://kaart.voorbeeld.test/nieuw"),
            0,
            "is verhuisd: De server zegt met status 301 dat het adres voortaan {} is.".format(
                "https://kaart.voorbeeld.test/nieuw"
            ),
        ),
        (geef(403), 0, "is geblokkeerd: De server antwoordt met status 403 (geen toegang)."),
        (
            geef(503),
            0,
            "is onzeker: De server antwoordt met status 503 (tijdelijk niet beschikbaar). Dit was poging 3.",
        ),
        (
            pagina(titel="Pagina niet gevonden"),
            0,
            "is verdacht: Status 200, maar de pagina zegt zelf dat die er niet is ('pagina niet gevonden').",
        ),
    ],
    ids=["404", "410", "301", "403", "503", "soft 404"],
)
def test_only_what_is_gone_is_a_problem(handler: Handler, status: int, said: str, proef: Proef) -> None:
    """Whatever else comes back asks for a look, and fails nothing; each at the line of its record."""
    proef.serve(KAART, handler)
    proef.server.handlers["kaart.voorbeeld.test"]["/nieuw"] = pagina()
    done = proef.check("links")
    prefix = "" if status else "waarschuwing: "
    assert (done.status, done.out) == (status, f"data/tools.yaml:1: {prefix}{KAART} {said}\n")
    found = "1 probleem" if status else "Geen problemen, 1 waarschuwing"
    assert done.telling == f"Bekeken: 3 adressen van de 3 adressen. {found}."


def outcome(record: tuple[str, str, str], oordeel: str, bewijs: str, place: str, ernst: str) -> dict[str, object]:
    """Return an outcome as the JSON has it."""
    soort, name, url = record
    bestand, _, regel = place.partition(":")
    said = f"{url} {'' if oordeel == 'werkt' else 'is '}{oordeel}: {bewijs}"
    return {
        "soort": soort,
        "id": name,
        "url": url,
        "oordeel": oordeel,
        "bewijs": said,
        "bestand": bestand,
        "regel": int(regel),
        "ernst": ernst,
        "regelnaam": "link",
    }


def test_the_json_has_every_address(proef: Proef) -> None:
    """Each with its kind, record, address, verdict, evidence, file and line; what works too."""
    proef.serve(KAART, geef(404))
    proef.serve(LOKET, geef(403))
    done = proef.check("links", "--format", "json")
    gone, closed = (
        "De server antwoordt met status 404 (niet gevonden).",
        "De server antwoordt met status 403 (geen toegang).",
    )
    assert (done.status, done.told) == (
        1,
        [
            outcome(("bron", "weerboek", BRON), "werkt", "Werkt: status 200.", "data/bronnen.yaml:1", "goed"),
            outcome(("instrument", "hittekaart", KAART), "kapot", gone, "data/tools.yaml:1", "fout"),
            outcome(("aanvraag", "regenboek", LOKET), "geblokkeerd", closed, "data/tools.yaml:10", "waarschuwing"),
        ],
    )


def test_github_shows_each_at_its_line(proef: Proef) -> None:
    """What is gone as an error, what asks for a look as a warning, what works not at all."""
    proef.serve(KAART, geef(403))
    proef.serve(LOKET, geef(404))
    done = proef.check("links", "--format", "github")
    assert (done.status, done.out) == (
        1,
        (
            f"::error file=data/tools.yaml,line=10,title=link::{LOKET} is kapot: "
            "De server antwoordt met status 404 (niet gevonden).\n"
            f"::warning file=data/tools.yaml,line=1,title=link::{KAART} is geblokkeerd: "
            "De server antwoordt met status 403 (geen toegang).\n"
        ),
    )


@pytest.mark.parametrize(
    ("nagekeken", "ernst"), [("2024-10-03", "goed"), ("2024-10-02", "waarschuwing")], ids=["180 days", "181 days"]
)
def test_a_persons_look_at_what_refuses_programs_is_good_for_180_days(nagekeken: str, ernst: str, proef: Proef) -> None:
    """Until then nobody is asked to look again; it stays `geblokkeerd`."""
    proef.werkmap.change(TOOLS, "toegevoegd: 2025-03-03", f"toegevoegd: 2024-03-03\n  nagekeken: {nagekeken}")
    proef.serve(KAART, geef(403))
    done = proef.check("links", "--format", "json")
    told = [(one["oordeel"], one["ernst"]) for one in done.told if one["id"] == "hittekaart"]
    assert (done.status, told) == (0, [("geblokkeerd", ernst)])


def test_an_address_that_two_records_have_counts_once(proef: Proef) -> None:
    """One request, and a verdict at each line, also where only the fragment differs."""
    proef.werkmap.change("data/bronnen.yaml", BRON, f"{KAART}#deel")
    proef.serve(KAART, geef(404))
    done = proef.check("links")
    assert (done.status, done.out, done.telling) == (
        1,
        (
            f"data/bronnen.yaml:1: {KAART}#deel is kapot: De server antwoordt met status 404 (niet gevonden).\n"
            f"data/tools.yaml:1: {KAART} is kapot: De server antwoordt met status 404 (niet gevonden).\n"
        ),
        "Bekeken: 2 adressen van de 2 adressen. 2 problemen.",
    )
    assert sorted({verzoek.host for verzoek in proef.server.verzoeken}) == [
        "kaart.voorbeeld.test",
        "loket.voorbeeld.test",
    ]


def test_the_archived_copy_is_looked_at_too(proef: Proef) -> None:
    """A copy that is gone is told at the line of its instrument."""
    archief = "https://archief.voorbeeld.test/hitte"
    proef.werkmap.change(TOOLS, "toegevoegd: 2025-03-03", f"archief: {archief}\n  toegevoegd: 2025-03-03")
    proef.serve(archief, geef(404))
    done = proef.check("links", "--format", "json")
    told = [(one["soort"], one["id"], one["url"], one["oordeel"]) for one in done.told if one["ernst"] != "goed"]
    assert (done.status, told) == (1, [("archief", "hittekaart", archief, "kapot")])


def test_without_addresses_is_status_2(proef: Proef) -> None:
    """There is nothing to look at, and that is said instead of a 0."""
    tools = (proef.werkmap.map / TOOLS).read_text(encoding="utf-8")
    proef.werkmap.write(
        TOOLS, "- id: regenboek" + tools.partition("- id: regenboek")[2].replace(f"    url: {LOKET}\n", "")
    )
    proef.werkmap.change("data/bronnen.yaml", f"  url: {BRON}\n", "")
    done = proef.check("links")
    expected = "Niet gecontroleerd: er staan geen adressen in de gegevens; er is niets bekeken\n"
    assert (done.status, done.out, done.err) == (2, "", expected)


def test_a_deadline_is_status_2(proef: Proef) -> None:
    """Fewer addresses than the data have is no result; what was seen until then is told and remembered."""
    proef.serve(KAART, druppel(b"HTTP/1.1 200 X\r\n\r\n", b"x" * 999))
    proef.serve(LOKET, geef(404))
    drempels = replace(proef.wegen.drempels, run=1.0, verzoek=30.0, respijt=0.3)
    done = proef.check("links", "--bijwerken", wegen=replace(proef.wegen, drempels=drempels))
    assert (done.status, done.out, done.telling) == (
        2,
        (
            "data/tools.yaml:1: waarschuwing: https://kaart.voorbeeld.test/hitte is onzeker: De tijd was om.\n"
            "data/tools.yaml:10: waarschuwing: https://loket.voorbeeld.test/boek is kapot: "
            "De server antwoordt met status 404 (niet gevonden).\n"
        ),
        (
            "Niet gecontroleerd: 2 van de 3 adressen bekeken. "
            "De tijd was om: 1 van de 3 adressen zijn niet of niet helemaal bekeken."
        ),
    )
    seen = json.loads((proef.werkmap.map / "data" / "linkstatus.json").read_text(encoding="utf-8"))["adressen"]
    assert sorted(seen) == ["aanvraag/regenboek", "bron/weerboek"]


def test_no_network_is_status_2(proef: Proef) -> None:
    """Where no host answers, and names that exist do not resolve, the fault is ours: nothing is said of addresses."""

    def resolve(_: str) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    dead = replace(proef.wegen, omgeving=replace(proef.wegen.omgeving, resolve=resolve))
    done = proef.check("links", "--bijwerken", wegen=dead)
    assert (done.status, done.out.count(" is onzeker: "), done.telling) == (
        2,
        3,
        (
            "Niet gecontroleerd: 0 van de 3 adressen bekeken. Geen enkele site antwoordde. Dat ligt waarschijnlijk"
            " aan deze computer of aan het netwerk; over de adressen is nu niets te zeggen."
        ),
    )
    assert not (proef.werkmap.map / "data" / "linkstatus.json").exists()


@pytest.mark.parametrize("deel", ["links", "definities"])
def test_data_with_problems_are_status_2(deel: str, proef: Proef) -> None:
    """What cannot be read has addresses that nobody looks at, so nothing is fetched."""
    proef.werkmap.change(TOOLS, "soort: kaart", "soort: kaartje")
    done = proef.check(deel)
    assert (done.status, done.out, done.err) == (
        2,
        "",
        "Niet gecontroleerd: de gegevens zijn niet in orde; los eerst op wat `handreiking check` meldt\n",
    )
    assert proef.server.verzoeken == []


PRIVATE = "10.1.2.3"


def give_ways(monkeypatch: pytest.MonkeyPatch, proef: Proef, *, own_tls: bool = False) -> None:
    """Let the command make its own ways out, as for a user, and lead these to the test's server."""

    def load(opties: object, environment: dict[str, str], adres: str) -> object:
        made = load_wegen(opties, environment, adres)  # type: ignore[arg-type]
        bundel = made.omgeving.bundel if own_tls else proef.wegen.omgeving.bundel
        inside = replace(made.omgeving, bundel=bundel, resolve=proef.server.resolve, connect=proef.server.connect)
        return replace(proef.wegen, omgeving=inside)

    monkeypatch.setattr(check, "load_wegen", load)


def run_as_user(proef: Proef, *argv: str) -> tuple[int, str]:
    """Run the check of the links without ways of the test; give its status and output."""
    proef.capsys.readouterr()
    argv = ("--project", str(proef.werkmap.map), "check", "links", *argv)
    status = handreiking.__main__.main(argv)
    return status, proef.capsys.readouterr().out


def test_a_private_address_is_never_asked_for(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads inside is wrong, and not one connection is made; `--sta-toe` opens that network alone."""
    give_ways(monkeypatch, proef)
    proef.werkmap.change(TOOLS, f"url: {KAART}", "http_reden: Intern.\n  url: http://kaart.voorbeeld.test/hitte")
    proef.server.namen["kaart.voorbeeld.test"] = [[PRIVATE]]
    refused = (
        "data/tools.yaml:1: http://kaart.voorbeeld.test/hitte is kapot: "
        f"De naam 'kaart.voorbeeld.test' leidt naar {PRIVATE}, en dat is geen openbaar adres.\n"
    )
    assert run_as_user(proef) == (1, refused)
    assert run_as_user(proef, "--sta-toe", "192.168.0.0/16", "--sta-toe", "10.2.0.0/16") == (1, refused)
    assert proef.server.verboden == []
    assert run_as_user(proef, "--sta-toe", "192.168.0.0/16", "--sta-toe", "10.1.0.0/16") == (0, "")
    assert set(proef.server.verboden) == {PRIVATE}


def test_authorities_come_from_the_environment(
    proef: Proef,
    certificaten: tuple[Path, object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """REQUESTS_CA_BUNDLE names who is trusted; one that cannot be read is status 2."""
    give_ways(monkeypatch, proef, own_tls=True)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificaten[0]))
    assert run_as_user(proef) == (0, "")
    proef.server.namen["kaart.voorbeeld.test"] = [[ONBEKEND]]
    status, out = run_as_user(proef)
    assert (status, out.startswith(f"data/tools.yaml:1: {KAART} is kapot: Het certificaat")) == (1, True)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "weg.pem"))
    argv = ("--project", str(proef.werkmap.map), "check", "links")
    assert handreiking.__main__.main(argv) == 2
    said = f"REQUESTS_CA_BUNDLE '{tmp_path / 'weg.pem'}' is niet te lezen (No such file or directory)"
    assert proef.capsys.readouterr() == ("", f"Niet gecontroleerd: {said}\n")


@pytest.mark.parametrize(
    "arguments", [("--sta-toe", "10.0.0.1/8"), ("--sta-toe", "intranet"), ("--only-changed-since",)]
)
def test_an_option_that_cannot_be_understood_is_status_2(arguments: tuple[str, ...], proef: Proef) -> None:
    """Nothing is looked at."""
    with pytest.raises(SystemExit) as stopped:
        proef.check("links", *arguments)
    assert (stopped.value.code, proef.server.verzoeken) == (2, [])


def test_the_output_is_json_whatever_servers_say(proef: Proef) -> None:
    """Letters that steer a terminal or end a line come out escaped, in every form."""
    proef.serve(KAART, stuur_door(301, "https://kaart.voorbeeld.test/\x1b[31m::error::x"))
    done = proef.check("links", "--format", "json")
    assert json.loads(done.out) == done.told
    for form in ("text", "github"):
        shown = proef.check("links", "--format", form)
        assert "\x1b" not in shown.out + shown.err, form
        assert not any(line.startswith("::error::") for line in (shown.out + shown.err).splitlines())
