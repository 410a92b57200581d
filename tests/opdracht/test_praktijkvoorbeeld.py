"""`handreiking nieuw praktijkvoorbeeld`: the pages of an example, for any municipality and in any handreiking."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from handreiking.__main__ import main
from tests.conftest import ROOT, Werkmap

TODAY = ("--today", "2025-04-01")
GEVEN = ("--onderwerp", "groen/bomen", "water/regen", "--bron", "weerboek", "--stand", "eind 2024")
# Names of municipalities, and what YAML would read otherwise.
NAMEN = ("Bergen op Zoom", "'s-Hertogenbosch", "Súdwest-Fryslân", "Noord-Beveland & Veere", "No", "2024", "Привет")


def run(werkmap: Werkmap, *argv: str) -> int:
    """Run `handreiking nieuw` in the small handreiking."""
    return main(["nieuw", *argv, "--project", str(werkmap.map), *TODAY])


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("naam", NAMEN)
def test_the_pages_pass_every_check_at_once(naam: str, werkmap: Werkmap, capsys: pytest.CaptureFixture[str]) -> None:
    """Only files of its own are made, and nothing fails."""
    before = contents(werkmap.map)
    assert run(werkmap, "praktijkvoorbeeld", naam, *GEVEN) == 0
    after = contents(werkmap.map)
    made = sorted(name for name in after if name not in before)
    assert {name: after[name] for name in before} == before
    folder = made[0].rpartition("/")[0]
    assert made == [f"{folder}/{name}.md" for name in ("aanpak", "index", "resultaten")]
    told = capsys.readouterr()
    assert main(["check", "--project", str(werkmap.map), *TODAY]) == 0
    checked = capsys.readouterr().out.splitlines()
    warned = [line.replace(": waarschuwing: ", ": ") for line in checked]
    assert (told.out.splitlines()[1:-1], told.err) == ([f"  {line}" for line in warned], "")
    example = werkmap.handreiking().voorbeelden[1]
    assert (example.naam, f"content/praktijk/{example.id}") == (naam, folder)
    assert [pagina.voorbeeld_van for pagina in example.paginas] == [(), *[("groen/bomen", "water/regen")] * 2]


def test_every_question_is_told_until_it_is_answered(werkmap: Werkmap, capsys: pytest.CaptureFixture[str]) -> None:
    """The check names each place where something is still asked; an answer takes one away."""
    assert run(werkmap, "praktijkvoorbeeld", "Broekdam", *GEVEN) == 0
    capsys.readouterr()
    folder = "content/praktijk/broekdam"
    main(["check", "--project", str(werkmap.map), *TODAY])
    places = [line.partition(": waarschuwing")[0] for line in capsys.readouterr().out.splitlines()]
    asked = [
        f"{folder}/{path.name}:{number}"
        for path in sorted((werkmap.map / folder).iterdir())
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "Vul in:" in line
    ]
    assert places == asked
    assert len(asked) == 11
    werkmap.change(f"{folder}/index.md", "Vul in: wat de aanleiding was, en wat de gemeente wilde bereiken.", "Regen.")
    main(["check", "--project", str(werkmap.map), *TODAY])
    assert len(capsys.readouterr().out.splitlines()) == len(asked) - 1


def test_it_takes_the_next_place_and_has_what_is_known(werkmap: Werkmap) -> None:
    """After the examples that are there; without `--stand` that is a question too."""
    assert run(werkmap, "praktijkvoorbeeld", "Broekdam", "--onderwerp", "groen/bomen", "--bron", "weerboek") == 0
    head = (werkmap.map / "content/praktijk/broekdam/index.md").read_text(encoding="utf-8").partition("\n---\n")[0]
    assert head == (
        "---\n"
        "soort: praktijk\n"
        'titel: "Broekdam: het verhaal in het kort"\n'
        'samenvatting: "Vul in: waar deze pagina over gaat, in één regel."\n'
        "toegevoegd: 2025-04-01\n"
        "gemeente: Broekdam\n"
        "volgorde: 2\n"
        "bronnen:\n"
        "  - weerboek\n"
        "stand: \"Vul in: van wanneer de gegevens zijn, zoals 'eind 2025'\"\n"
        "beoordeeld: 2025-04-01"
    )


def test_the_first_example_brings_the_overview(werkmap: Werkmap, capsys: pytest.CaptureFixture[str]) -> None:
    """A handreiking without examples gets the page that leads to them."""
    shutil.rmtree(werkmap.map / "content" / "praktijk")
    assert run(werkmap, "praktijkvoorbeeld", "Broekdam", *GEVEN) == 0
    made = sorted(contents(werkmap.map / "content" / "praktijk"))
    assert made == ["broekdam/aanpak.md", "broekdam/index.md", "broekdam/resultaten.md", "index.md"]
    capsys.readouterr()
    assert main(["check", "--project", str(werkmap.map), *TODAY]) == 0


QUOTED = "zet een naam van meer woorden tussen aanhalingstekens: "
ZONDER = "kies uit groen/bomen, water/regen"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (
            ("Broekdam", "--onderwerp", "groen/bomen"),
            "--bron: hier hoort ten minste één onderdeel; kies uit weerboek, of zet de bron eerst in data/bronnen.yaml",
        ),
        (
            ("Broekdam", "--onderwerp", "groen/bomen", "--bron", "weerbok"),
            "--bron: onbekende bron 'weerbok'; bedoelde u 'weerboek'?",
        ),
        (("Broekdam", "--bron", "weerboek"), f"--onderwerp: noem er ten minste één; {ZONDER}"),
        (
            ("Broekdam", "--bron", "weerboek", "--onderwerp", "zand/duin"),
            f"--onderwerp: onbekend onderwerp 'zand/duin'; {ZONDER}",
        ),
        (
            ("Broekdam", "--bron", "weerboek", "--onderwerp", "groen/bomen", "groen/bomen"),
            "dit kan zo niet: 'groen/bomen' staat dubbel onder 'voorbeeld_van'; houd er één",
        ),
        (("", *GEVEN), "NAAM: hier hoort tekst, maar er staat niets"),
        (("<b>", *GEVEN), "NAAM: '<b>' is HTML; hier hoort gewone tekst"),
        (
            ("Waterdijk", *GEVEN),
            "content/praktijk/waterdijk bestaat al; kies een andere naam, of verander de pagina's daarin",
        ),
        (
            ("Broekdam", *GEVEN, "--map", "x"),
            "--map hoort bij een nieuwe handreiking; een praktijkvoorbeeld komt in content",
        ),
    ],
)
def test_what_cannot_be_made_leaves_everything_as_it_was(
    argv: tuple[str, ...], said: str, werkmap: Werkmap, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what is missing or wrong, and what there is to choose from."""
    before = contents(werkmap.map)
    assert (run(werkmap, "praktijkvoorbeeld", *argv), capsys.readouterr()) == (1, ("", f"{said}\n"))
    assert contents(werkmap.map) == before


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("praktijkvoorbeeld",), "noem ook de gemeente: handreiking nieuw praktijkvoorbeeld NAAM"),
        (
            ("Veilige", "wijk"),
            f"{QUOTED}handreiking nieuw 'Veilige wijk'",
        ),
        (
            ("praktijkvoorbeeld", "Bergen", "op", "Zoom"),
            f"{QUOTED}handreiking nieuw praktijkvoorbeeld 'Bergen op Zoom'",
        ),
        (("Wijk", "--stand", "nu"), "--stand hoort bij: handreiking nieuw praktijkvoorbeeld NAAM"),
    ],
)
def test_the_first_word_says_what_is_new(
    argv: tuple[str, ...], said: str, werkmap: Werkmap, capsys: pytest.CaptureFixture[str]
) -> None:
    """What could be meant in two ways is refused, with how to write it."""
    assert (run(werkmap, *argv), capsys.readouterr()) == (1, ("", f"{said}\n"))


def test_a_handreiking_may_be_called_so_too(tmp_path: Path) -> None:
    """With the word for what is new before it."""
    assert main(["nieuw", "handreiking", "praktijkvoorbeeld", "--map", str(tmp_path / "x"), *TODAY]) == 0
    assert (tmp_path / "x" / "README.md").read_text(encoding="utf-8").startswith("# praktijkvoorbeeld\n")


def test_a_failure_half_way_leaves_nothing(werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is there whole, or not at all."""
    before = sorted(path.as_posix() for path in werkmap.map.rglob("*"))
    pages, write = iter(range(9)), Path.write_text

    def full(path: Path, *args: str, **kwargs: str) -> int:
        if ".broekdam." in str(path) and next(pages) == 1:
            raise OSError(28, "vol", str(path))
        return write(path, *args, **kwargs)

    monkeypatch.setattr(Path, "write_text", full)
    assert run(werkmap, "praktijkvoorbeeld", "Broekdam", *GEVEN) == 2
    assert sorted(path.as_posix() for path in werkmap.map.rglob("*")) == before


def test_it_works_in_the_edition_for_another_municipality(tmp_path: Path) -> None:
    """Nothing that is made names the municipality that is an example there already."""
    for name in ("content", "data"):
        shutil.copytree(ROOT / name, tmp_path / name)
    heads = (tmp_path / "content" / "praktijk").glob("*/index.md")
    others = [next(yaml.safe_load_all(path.read_text(encoding="utf-8")))["gemeente"] for path in heads]
    argv = ["--project", str(tmp_path)]
    given = ["--onderwerp", "preventie/netwerken", "--bron", "var-handreiking"]
    assert main(["nieuw", "praktijkvoorbeeld", "Ameland", *given, *argv]) == 0
    assert main(["check", *argv]) == 0
    made = [*(tmp_path / "content" / "praktijk" / "ameland").iterdir()]
    texts = [path.read_text(encoding="utf-8") for path in made]
    assert (len(texts), bool(others)) == (3, True)
    assert not [name for name in others if any(name in text for text in texts)]
