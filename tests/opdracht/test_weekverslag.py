"""The weekly report: every check in one text, empty only where all was looked at and nothing asks for a look."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.links.storingsserver import OPENBAAR, Handler, geef, pagina, stuur_door
from tests.opdracht.conftest import BRON, DEFINITIES, HITTE, KAART, LOKET, TOOLS, VANDAAG, Proef, Uitvoer, bronpagina
from tests.telling import without_counts

REFUSED = "De server antwoordt met status 403 (geen toegang)."
DRIFTED = "De tekst in de bron is anders\\: na 'lichaam zijn warmte niet'\\: was niets / is 'meer'."


def weekverslag(proef: Proef, *argv: str, today: str = VANDAAG) -> tuple[Uitvoer, str]:
    """Run the command; give what it did and the text it wrote."""
    path = proef.werkmap.map / "verslag" / "melding.md"
    done = proef.run("--project", str(proef.werkmap.map), "weekverslag", "--uit", str(path), "--today", today, *argv)
    return done, path.read_text(encoding="utf-8")


def test_where_all_is_well_the_report_is_empty(proef: Proef) -> None:
    """Everything was asked for, and the memory of the links is there."""
    done, text = weekverslag(proef)
    assert (done.status, text) == (0, "")
    assert sorted({verzoek.host for verzoek in proef.server.verzoeken}) == [
        "kaart.voorbeeld.test",
        "loket.voorbeeld.test",
        "weerboek.voorbeeld.test",
    ]
    remembered = json.loads((proef.werkmap.map / "data" / "linkstatus.json").read_text(encoding="utf-8"))
    assert remembered


def test_everything_that_asks_for_a_look_stands_in_it(proef: Proef) -> None:
    """A refusing address, a quotation that drifted and a review long ago, each once, under its own heading."""
    proef.serve(KAART, geef(403))
    proef.serve(BRON, bronpagina(HITTE.replace("niet kwijt kan", "niet meer kwijt kan")))
    done, text = weekverslag(proef, today="2026-12-01")
    assert done.status == 0
    escaped = KAART.replace(":", "\\:")
    old = "meer dan 18 maanden geleden; kijk de tekst na en zet dan de datum van vandaag bij 'beoordeeld'"
    look = "open het adres, kijk of de gegevens kloppen en zet de dag bij 'nagekeken'"
    never = f"1 instrument is meer dan 3 maanden geleden toegevoegd en nog door niemand geopend\\: hittekaart; {look}"
    long_ago = f"1 instrument is meer dan 18 maanden geleden voor het laatst geopend\\: regenboek; {look}"
    assert [line for line in without_counts(text).splitlines() if line] == [
        "Stand van 1 december 2026.",
        "## Gegevens en teksten (4)",
        "Bekeken: …",
        "- `content/groen/bomen.md:9` waarschuwing\\: dit onderwerp is voor het laatst beoordeeld op 1 maart 2025, "
        + old,
        "- `content/water/regen.md:9` waarschuwing\\: dit onderwerp is voor het laatst beoordeeld op 6 maart 2025, "
        + old,
        f"- `data/tools.yaml:1` waarschuwing\\: {never}",
        f"- `data/tools.yaml:10` waarschuwing\\: {long_ago}",
        "## Adressen (1)",
        "Bekeken: 3 adressen van de 3 adressen.",
        "### Kijk zelf (1)",
        "Open het adres: alleen een mens kan zien of er staat wat er moet staan.",
        f"- `data/tools.yaml:1` {escaped} is geblokkeerd\\: {REFUSED}",
        "## Definities (3)",
        "Bekeken: 2 definities, 1 van 1 citaat bij de bron.",
        f"- `data/definities.yaml:1` 'Hittestress' is voor het laatst beoordeeld op 2 maart 2025, {old}",
        f"- `data/definities.yaml:1` 'hittestress' bij de bron\\: gewijzigd. {DRIFTED}",
        f"- `data/definities.yaml:10` 'Wadi' is voor het laatst beoordeeld op 2 maart 2025, {old}",
    ]


def test_addresses_stand_by_what_to_do_and_a_move_with_proof_is_proposed(proef: Proef) -> None:
    """The most urgent first, each with the page where readers meet it and where to change it; the proposal is whole."""
    titel = (proef.werkmap.map / "data/handreiking.yaml").read_text(encoding="utf-8")
    where = "adres: https://hand.example.org\nwijzigen: https://git.example.org/edit/main"
    proef.werkmap.write("data/handreiking.yaml", f"{titel.rstrip()}\n{where}\n")
    proef.werkmap.change(
        "content/over.md", "zie ook [Regen](water/regen.md)", "zie [dit](https://weg.voorbeeld.test/x)"
    )
    proef.serve("https://weg.voorbeeld.test/x", pagina(titel="Iets"))
    weekverslag(proef, today="2025-04-01")
    nieuw = "https://kaart.voorbeeld.test/warm?a=1&b=c#d"
    proef.serve(KAART, stuur_door(301, nieuw))
    proef.server.handlers["kaart.voorbeeld.test"]["/warm"] = pagina(extra="<p id=d>")
    proef.serve(LOKET, geef(403))
    proef.serve(BRON, geef(503))
    proef.serve("https://weg.voorbeeld.test/x", geef(404))
    weekverslag(proef, today="2025-04-08")
    _, text = weekverslag(proef, today="2025-04-15")
    lines = text.splitlines()
    heads = ("Zoek een ander adres (1)", "Kijk zelf (1)", "Neem het nieuwe adres over (1)", "Wacht af (1)")
    assert [line[4:] for line in lines if line.startswith("### ")] == list(heads)
    edit, home = "[wijzigen](https://git.example.org/edit/main", "[pagina](https://hand.example.org"
    ends = [line[line.index(" [pagina]") + 1 :] for line in lines if "voorbeeld.test" in line and " [pagina]" in line]
    assert ends == [
        f"{home}/over.html) {edit}/content/over.md)",
        f"{home}/instrumenten.html#regenboek) {edit}/data/tools.yaml)",
        f"{home}/instrumenten.html#hittekaart) {edit}/data/tools.yaml)",
    ]
    assert f" {edit}/data/bronnen.yaml)" in text
    folder = proef.werkmap.map / "verslag" / "verhuisd"
    assert [path.name for path in folder.rglob("*.*")] == ["tools.yaml"]
    before = (proef.werkmap.map / TOOLS).read_text(encoding="utf-8")
    assert (folder / TOOLS).read_text(encoding="utf-8") == before.replace(KAART, nieuw)
    assert nieuw in (proef.werkmap.map / "verslag" / "verhuisd.md").read_text(encoding="utf-8")
    proef.werkmap.write(TOOLS, (folder / TOOLS).read_text(encoding="utf-8"))
    proef.serve(nieuw.partition("?")[0], pagina(extra="<p id=d>"))
    done = proef.check("links", "--format", "json")
    assert [one["oordeel"] for one in done.told if one["id"] == "hittekaart"] == ["werkt"]


WATER = "Regenwater stroomt tijdens hevige buien langzaam richting sloten, vijvers, kanalen en gemalen. " * 4
CASINO = "Vrijspelen, jackpots, gokkasten, bonussen, storten, uitbetalen, weddenschap, roulette, spelers. " * 4
TWAALF: dict[str, tuple[Handler, str]] = {
    "weg": (geef(404), "Zoek een ander adres"),
    "verwijderd": (geef(410), "Zoek een ander adres"),
    "dicht": (geef(403), "Kijk zelf"),
    "muur": (geef(406), "Kijk zelf"),
    "gekaapt": (stuur_door(301, "http://casino.test/"), "Kijk zelf"),
    "zacht": (pagina(WATER, "Pagina niet gevonden"), "Kijk zelf"),
    "anders": (pagina(CASINO, "Winnen"), "Kijk zelf"),
    "verhuisd": (stuur_door(301, "https://nieuw.voorbeeld.test/verhuisd"), "Neem het nieuwe adres over"),
    "onbewezen": (stuur_door(301, "https://nieuw.voorbeeld.test/onbewezen"), "Neem het nieuwe adres over"),
    "storing": (geef(500), "Wacht af"),
    "onderhoud": (pagina(WATER, "Wegens onderhoud gesloten"), "Wacht af"),
    "goed": (pagina(WATER, "Waterbeheer"), ""),
}


def test_a_report_on_twelve_situations_and_its_proposal(proef: Proef) -> None:
    """Each stands under what to do about it; the one proven move is proposed, and once taken over it works."""
    urls = {name: f"https://{name}.voorbeeld.test/x" for name in TWAALF}
    text = "".join(f"Zie [{name}]({url}).\n" for name, url in urls.items())
    proef.werkmap.change(
        "content/over.md", "zie ook [Regen](water/regen.md)", f"zie ook [Regen](water/regen.md)\n{text}"
    )
    proef.server.namen["casino.test"] = [[OPENBAAR]]
    nieuw = {"/verhuisd": pagina(WATER, "Waterbeheer"), "/onbewezen": pagina(WATER, "Nieuw")}
    proef.server.handlers |= {"nieuw.voorbeeld.test": nieuw, "casino.test": {"/": pagina(CASINO, "Winnen")}}
    for url in urls.values():
        proef.serve(url, pagina(WATER, "Waterbeheer"))
    assert weekverslag(proef, today="2025-03-25")[1] == ""
    for name, (handler, _) in TWAALF.items():
        proef.serve(urls[name], handler)
    weekverslag(proef, today="2025-03-26")
    _, report = weekverslag(proef, today="2025-03-27")
    heading = ""
    found: dict[str, str] = {}
    for line in report.splitlines():
        heading = line[4:].rpartition(" (")[0] if line.startswith("### ") else heading
        found |= {name: heading for name in TWAALF if f"{name}.voorbeeld.test/x" in line}
    assert found == {name: what for name, (_, what) in TWAALF.items() if what}
    folder = proef.werkmap.map / "verslag" / "verhuisd"
    assert [path.relative_to(folder).as_posix() for path in folder.rglob("*.*")] == ["content/over.md"]
    proef.werkmap.write("content/over.md", (folder / "content/over.md").read_text(encoding="utf-8"))
    done = proef.check("links", "--format", "json")
    moved = "https://nieuw.voorbeeld.test/verhuisd"
    assert [one["oordeel"] for one in done.told if one["url"] in (moved, urls["verhuisd"])] == ["werkt"]


def test_what_could_not_be_looked_at_stands_in_it(proef: Proef) -> None:
    """Data with a problem keep the links from being checked; that is told, and the report is written."""
    proef.werkmap.change(DEFINITIES, "soort: uitleg", "soort: uitlegg")
    done, text = weekverslag(proef)
    assert done.status == 0
    assert without_counts(text) == (
        "Stand van 1 april 2025.\n"
        "\n"
        "## Gegevens en teksten (1)\n"
        "\n"
        "Bekeken: …\n"
        "\n"
        "- `data/definities.yaml:12` veld 'soort' kan geen 'uitlegg' zijn; kies uit officieel, citaat, uitleg;"
        " bedoelde u 'uitleg'?\n"
        "\n"
        "## Adressen (0)\n"
        "\n"
        "Bekeken: niets.\n"
        "\n"
        "> Niet alles is bekeken: de gegevens zijn niet in orde; los eerst op wat \\`handreiking check\\` meldt\n"
        "\n"
        "## Definities (0)\n"
        "\n"
        "Bekeken: niets.\n"
        "\n"
        "> Niet alles is bekeken: de gegevens zijn niet in orde; los eerst op wat \\`handreiking check\\` meldt\n"
        "\n"
    )


def test_a_report_that_cannot_be_written_does_not_pass(proef: Proef, tmp_path: Path) -> None:
    """The file is named."""
    (tmp_path / "vol").write_text("", encoding="utf-8")
    path = tmp_path / "vol" / "melding.md"
    done = proef.run("--project", str(proef.werkmap.map), "weekverslag", "--uit", str(path), "--today", VANDAAG)
    assert done.status == 2
    assert "is niet te lezen of te schrijven" in done.err


def test_it_wants_to_know_where_to_write(proef: Proef) -> None:
    """Without a place for the report nothing runs."""
    with pytest.raises(SystemExit) as stopped:
        proef.run("--project", str(proef.werkmap.map), "weekverslag")
    assert (stopped.value.code, proef.server.verzoeken) == (2, [])
