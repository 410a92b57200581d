"""The parts of `handreiking check` that need no network, and where the handreiking is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.telling import found

from .conftest import VANDAAG, Proef


def looked_at(folder: Path) -> set[tuple[str, str, int]]:
    """Return the pages and the records of a handreiking that have an id: it, its file and its line."""
    pages = (
        (path.relative_to(folder / "content").with_suffix("").as_posix(), path, 1) for path in folder.rglob("*.md")
    )
    records = (
        (line.removeprefix("- id: "), path, number)
        for path in (folder / "data").glob("*.yaml")
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if line.startswith("- id: ")
    )
    return {(name, path.relative_to(folder).as_posix(), line) for name, path, line in (*pages, *records)}


@pytest.mark.parametrize(("deel", "folder"), [((), ""), (("data",), "data/"), (("inhoud",), "content/")])
def test_every_thing_looked_at_is_in_the_json(deel: tuple[str, ...], folder: str, proef: Proef) -> None:
    """Each page and record with its place, and no request; a part has its own folder alone."""
    done = proef.check(*deel, "--format", "json")
    assert (done.status, found(done.err), proef.server.verzoeken) == (0, "Geen problemen.\n", [])
    places = [(one["id"], one["bestand"], one["regel"]) for one in done.told]
    assert len(places) == len(set(places))
    assert set(places) >= {place for place in looked_at(proef.werkmap.map) if place[1].startswith(folder)}
    assert all(path.startswith(folder) for _, path, _ in places)
    assert {(one["oordeel"], one["bewijs"], one["ernst"], one["regelnaam"]) for one in done.told} == {
        ("goed", "in orde", "goed", "")
    }


DATA = "data/tools.yaml:4: veld 'soort': onbekende soort 'kaartje'; bedoelde u 'kaart'?\n"
CONTENT = "content/over.md:6: een kop met één '#' kan niet: de titel staat al boven aan de pagina; gebruik '##'\n"


@pytest.mark.parametrize(
    ("deel", "expected"),
    [((), CONTENT + DATA), (("data",), DATA), (("inhoud",), CONTENT)],
    ids=["all", "data", "content"],
)
def test_a_part_tells_what_is_wrong_in_its_folder(deel: tuple[str, ...], expected: str, proef: Proef) -> None:
    """And the run without a part tells everything."""
    proef.werkmap.change("data/tools.yaml", "soort: kaart", "soort: kaartje")
    proef.werkmap.change("content/over.md", "Gemaakt", "# Gemaakt")
    done = proef.check(*deel)
    assert (done.status, done.out) == (1, expected)


def test_a_part_passes_what_is_wrong_elsewhere(proef: Proef) -> None:
    """A mistake in the content is no reason to stop who looks at the data, nor the other way round."""
    proef.werkmap.change("content/over.md", "Gemaakt", "# Gemaakt")
    assert [proef.check(*deel).status for deel in ((), ("data",), ("inhoud",))] == [1, 0, 1]


def test_what_is_wrong_is_not_also_in_order(proef: Proef) -> None:
    """A page with a problem has that alone in the JSON; a warning fails nothing, and is told in each form."""
    proef.werkmap.change(
        "content/over.md",
        "Gemaakt voor proeven",
        "Een wadi is een diepe plek in het groen waar regenwater blijft staan. Gemaakt",
    )
    done = proef.check("inhoud", "--format", "json")
    [warned] = [one for one in done.told if one["bestand"] == "content/over.md"]
    assert (done.status, warned["soort"], warned["id"], warned["oordeel"], warned["ernst"], warned["regel"]) == (
        0,
        "plek",
        "content/over.md:6",
        "waarschuwing",
        "waarschuwing",
        6,
    )
    assert found(done.err) == "Geen problemen, 1 waarschuwing.\n"
    assert proef.check("inhoud").out == f"content/over.md:6: waarschuwing: {warned['bewijs']}\n"
    title = f"title={warned['regelnaam']}"
    assert proef.check("inhoud", "--format", "github").out == (
        f"::warning file=content/over.md,line=6,{title}::{warned['bewijs']}\n"
    )


def test_what_has_grown_old_only_warns(proef: Proef) -> None:
    """An old claim and instruments nobody opened ask for a look in the run over the data, and fail nothing."""
    done = proef.check("data", today="2026-09-10")
    told = [line.partition(";")[0] for line in done.out.splitlines() if line.startswith("data/tools.yaml")]
    never = "1 instrument is meer dan 3 maanden geleden toegevoegd en nog door niemand geopend: hittekaart"
    long_ago = "1 instrument is meer dan 18 maanden geleden voor het laatst geopend: regenboek"
    assert (done.status, told) == (
        0,
        [f"data/tools.yaml:1: waarschuwing: {never}", f"data/tools.yaml:10: waarschuwing: {long_ago}"],
    )
    done, old = proef.check("data", today="2029-06-02"), "is meer dan 60 maanden oud"
    told = [line.partition(";")[0] for line in done.out.splitlines() if line.startswith("data/beweringen.yaml")]
    assert (done.status, told) == (
        0,
        [
            f"data/beweringen.yaml:1: waarschuwing: 'Regen in één uur': de stand van juni 2024 {old}",
            f"data/beweringen.yaml:11: waarschuwing: 'Subsidie voor een groen dak': de stand van voorjaar 2024 {old}",
        ],
    )


def test_an_abbreviation_that_nobody_explains_is_a_problem(proef: Proef) -> None:
    """The rules of the language are part of the check, at file and line."""
    proef.werkmap.change("content/water/regen.md", "Een wadi helpt. Nog", "Vraag het de RWZI. Nog")
    done = proef.check("inhoud")
    [line] = done.out.splitlines()
    assert (done.status, line.startswith("content/water/regen.md:13: "), "RWZI" in line) == (1, True, True)


def test_a_term_that_nobody_uses_is_reported(proef: Proef) -> None:
    """It warns at the line of the definition."""
    proef.werkmap.change("content/groen/bomen.md", "hitteklachten", "klachten")
    done = proef.check()
    [line] = done.out.splitlines()
    assert (done.status, line.startswith("data/definities.yaml:1: waarschuwing: 'Hittestress'")) == (0, True)


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
@pytest.mark.parametrize("opdracht", [("check", "--today", VANDAAG), ("check", "links", "--today", VANDAAG)])
def test_the_project_stands_before_or_after_the_command(
    opdracht: tuple[str, ...],
    before: bool,  # noqa: FBT001 - a case of the table
    proef: Proef,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Both name the folder, from wherever one stands; the later one counts."""
    monkeypatch.chdir(proef.werkmap.map.parent)
    project = ("--project", "klein")
    done = proef.run(*project, *opdracht) if before else proef.run(*opdracht, *project)
    assert (done.status, done.out, done.telling.startswith("Bekeken: ")) == (0, "", True)
    assert proef.run("--project", "weg", *opdracht, *project).status == 0
    assert proef.run(*project, *opdracht, "--project", "weg").status == 2


def test_a_folder_that_is_no_handreiking_is_status_2(proef: Proef) -> None:
    """For every part, with what is missing."""
    for path in sorted((proef.werkmap.map / "data").iterdir()):
        path.unlink()
    (proef.werkmap.map / "data").rmdir()
    expected = f"Niet gecontroleerd: in {proef.werkmap.map} is geen handreiking; er is geen map data\n"
    for deel in ((), ("data",), ("inhoud",), ("links",), ("definities",)):
        done = proef.check(*deel)
        assert (done.status, done.out, done.err) == (2, "", expected)


@pytest.mark.parametrize("argv", [("check", "alles"), ("check", "links", "data"), ("check", "--niets")])
def test_what_is_no_part_is_status_2(argv: tuple[str, ...], proef: Proef) -> None:
    """The command says how to use it, and looks at nothing."""
    with pytest.raises(SystemExit) as stopped:
        proef.run(*argv)
    out, err = proef.capsys.readouterr()
    assert (stopped.value.code, out, err.startswith("usage: handreiking")) == (2, "", True)


def test_hard_language_only_warns(proef: Proef) -> None:
    """It is for an editor to weigh, at the line where the hardest sentence is."""
    hard = "Klimaatadaptatieve inrichtingsmaatregelen veronderstellen interdisciplinaire samenwerkingsverbanden tussen "
    hard += "verantwoordelijke beleidsmedewerkers, uitvoeringsorganisaties en maatschappelijke belangenbehartigers. "
    proef.werkmap.change("content/over.md", "Gemaakt voor proeven", f"{hard * 4}Gemaakt voor proeven")
    done = proef.check()
    (page,) = done.out.splitlines()
    assert (done.status, page.startswith("content/over.md:6: waarschuwing: ")) == (0, True)
    assert found(done.err) == "Geen problemen, 1 waarschuwing.\n"
