"""`handreiking formulier` and `instrument uit-formulier`: the form on GitHub, and what somebody filled in."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handreiking.__main__ import main
from handreiking.invoer.antwoorden import samenhang_of
from handreiking.invoer.formulier import (
    BESTAND,
    CONTROLE,
    MAX_TEKENS,
    NAGEKEKEN,
    NIEUWE_UITGEVER,
    TOELICHTING,
    options_of,
    parse_formulier,
    render_formulier,
)
from handreiking.invoer.formulieren import render_formulieren
from handreiking.invoer.praktijkformulier import BESTAND as PRAKTIJKBESTAND
from handreiking.invoer.vragen import VRAGEN, is_required
from handreiking.lezen.laden import load_gelezen
from handreiking.lezen.project import Project
from handreiking.soorten.instrument import Instrument
from tests.conftest import ROOT, VANDAAG, Werkmap

FOUT = "Het instrument is nog niet toegevoegd. Dit klopt nog niet:\n\n"
VERDER = "\nVerander uw antwoorden in het formulier hierboven; daarna kan de redactie het opnieuw proberen.\n"
GOED: Mapping[str, str] = {
    "Titel": 'Waaier: 100% "koel" & meer @iemand',
    "Toegang": "openbaar",
    "Adres": "https://waaier.example.org/?a=b",
    "Uitgever": "KNMI",
    "Soort": "Boek",
    "Beschrijving": "Helpt u om koel te blijven.",
    "Onderwerpen": "Groen: Bomen, Water: Regen",
    CONTROLE: f"- [X] {NAGEKEKEN}",
}
ENTRY = """\
- id: waaier-100-koel-en-meer-iemand
  titel: "Waaier: 100% \\"koel\\" & meer @iemand"
  uitgever: knmi
  soort: boek
  toegang: openbaar
  url: https://waaier.example.org/?a=b
  onderwerpen:
    - groen/bomen
    - water/regen
  beschrijving: Helpt u om koel te blijven.
  toegevoegd: 2025-04-01
"""
SAMENVATTING = """\
Het instrument is {}:

- id: `waaier-100-koel-en-meer-iemand`
- titel: `Waaier: 100% "koel" & meer @iemand`
- onderwerpen: `groen/bomen, water/regen`
"""
Invullen = Callable[..., int]


def body(**answers: str) -> str:
    """Return a filled-in form as GitHub makes it, right but for these answers."""
    labels = [*(vraag.label for vraag in VRAGEN.values()), NIEUWE_UITGEVER, TOELICHTING, CONTROLE]
    said = {**GOED, **{name.replace("_", " "): value for name, value in answers.items()}}
    return "\r\n\r\n".join(f"### {label}\r\n\r\n{said.get(label) or '_No response_'}" for label in labels)


def contents(werkmap: Werkmap) -> dict[str, bytes]:
    """Return every file of a handreiking by its path."""
    paths = (path for path in werkmap.map.rglob("*") if path.is_file())
    return {path.relative_to(werkmap.map).as_posix(): path.read_bytes() for path in paths}


def added(werkmap: Werkmap, before: Mapping[str, bytes]) -> dict[str, str]:
    """Return what stands behind what was there, by file; nothing else may have changed."""
    after = contents(werkmap)
    assert set(after) == set(before)
    assert all(after[name].startswith(before[name]) for name in after)
    return {name: after[name][len(before[name]) :].decode() for name in after if after[name] != before[name]}


@pytest.fixture
def invullen(werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch) -> Invullen:
    """A function that runs the command with a form on its input, and options; gives its exit status."""

    def run(text: str | bytes, *options: str) -> int:
        raw = text.encode() if isinstance(text, str) else text
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
        argv = ["instrument", "uit-formulier", "--project", str(werkmap.map), "--today", "2025-04-01"]
        return main([*argv, *options])

    return run


def test_a_form_in_order_is_added(werkmap: Werkmap, invullen: Invullen, capsys: pytest.CaptureFixture[str]) -> None:
    """Its fields go in the order of the model; no word of the sender is more than its letters in the answer."""
    before = contents(werkmap)
    assert invullen(body()) == 0
    assert capsys.readouterr() == (SAMENVATTING.format("toegevoegd"), "")
    assert added(werkmap, before) == {"data/tools.yaml": ENTRY}
    assert main(["check", "--project", str(werkmap.map), "--today", "2025-04-01"]) == 0


def test_the_form_may_come_from_a_file_or_the_environment(
    werkmap: Werkmap, invullen: Invullen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """So a workflow puts no text of others on a command line."""
    before = contents(werkmap)
    monkeypatch.setenv("FORMULIER", body())
    assert invullen("", "--omgeving", "FORMULIER") == 0
    assert added(werkmap, before) == {"data/tools.yaml": ENTRY}
    capsys.readouterr()
    path = werkmap.map.parent / "formulier.md"
    path.write_text(body(), encoding="utf-8")
    assert invullen("", "--bestand", str(path)) == 1
    same = "dit adres heeft instrument 'waaier-100-koel-en-meer-iemand' ('Waaier: 100% \"koel\" & meer @iemand') al"
    assert capsys.readouterr().out == f"{FOUT}- `Adres: {same}; vul dat aan, of geef een ander adres`\n{VERDER}"
    assert (invullen("", "--omgeving", "WEG"), capsys.readouterr()) == (
        2,
        ("", "Niet gecontroleerd: er is geen omgevingsvariabele WEG\n"),
    )
    assert invullen("", "--bestand", str(path.with_name("weg"))) == 2


def test_the_outcome_may_go_to_a_folder(
    werkmap: Werkmap, invullen: Invullen, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """For a job that may write; the handreiking stays as it is, and an answer there always is."""
    before = contents(werkmap)
    tools = before["data/tools.yaml"].decode()
    assert invullen(body(), "--uit", str(tmp_path / "goed")) == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "goed").rglob("*.*")} == {
        "antwoord.md": SAMENVATTING.format("voorgesteld"),
        "tools.yaml": tools + ENTRY,
    }
    assert invullen(body(Titel=""), "--uit", str(tmp_path / "fout")) == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "fout").rglob("*")} == {
        "antwoord.md": f"{FOUT}- `Titel ontbreekt`\n{VERDER}"
    }
    assert contents(werkmap) == before
    assert capsys.readouterr() == ("", "")


def test_the_workflow_runs_it_as_it_is_here(werkmap: Werkmap) -> None:
    """`make uit-formulier` reads the form from the environment and fills the folder that the next job takes."""
    command = ["make", "-s", "-f", str(ROOT / "Makefile"), "-o", ".venv/site", f"BIN={Path(sys.executable).parent}"]
    environment = {**os.environ, "FORMULIER": body(), "SOURCE_DATE_EPOCH": "1743500000"}
    subprocess.run([*command, "uit-formulier"], cwd=werkmap.map, env=environment, check=True)
    answer = (werkmap.map / "voorstel" / "antwoord.md").read_text(encoding="utf-8")
    assert answer == SAMENVATTING.format("voorgesteld")
    assert (werkmap.map / "voorstel" / "data" / "tools.yaml").read_text(encoding="utf-8").endswith(ENTRY)


def test_a_publisher_that_is_not_in_the_list_comes_along(
    werkmap: Werkmap, invullen: Invullen, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a record of its own, also in the form; who asks for the instrument is its publisher unless said otherwise."""
    main(["formulier", "--project", str(werkmap.map)])
    form = werkmap.map / BESTAND
    before = contents(werkmap)
    capsys.readouterr()
    answers = {"Toegang": "op-aanvraag", "Adres": "", "Uitgever": "", NIEUWE_UITGEVER: "No", "Hoe aanvragen": "Bel."}
    assert invullen(body(**answers)) == 0
    assert capsys.readouterr().out.startswith(
        "Het instrument is toegevoegd:\n\n- nieuwe uitgever: `No (no)`\n- id: `wa"
    )
    assert '        - "No"\n' in form.read_text(encoding="utf-8")
    form.write_bytes(before[BESTAND])
    grown = added(werkmap, before)
    assert grown["data/uitgevers.yaml"] == '- id: "no"\n  naam: "No"\n'
    assert (
        '  uitgever: "no"\n  soort: boek\n  toegang: op-aanvraag\n  aanvragen:\n    bij: "no"\n    hoe: Bel.\n'
        in (grown["data/tools.yaml"])
    )


def test_a_publisher_that_is_known_after_all_is_used(werkmap: Werkmap, invullen: Invullen) -> None:
    """By its name in full, in any capitals."""
    before = contents(werkmap)
    full = "koninklijk nederlands  METEOROLOGISCH instituut"
    assert invullen(body(Uitgever="", Nieuwe_uitgever=full)) == 0
    assert added(werkmap, before) == {"data/tools.yaml": ENTRY}


def test_an_id_that_is_gone_is_not_given_again(werkmap: Werkmap, invullen: Invullen) -> None:
    """Links to what was taken away would lead to something else."""
    before = contents(werkmap)
    assert invullen(body(Titel="Regenton")) == 0
    assert added(werkmap, before)["data/tools.yaml"].startswith("- id: regenton-2\n")


def test_a_handreiking_with_problems_is_refused(
    werkmap: Werkmap, invullen: Invullen, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody could say then what is wrong with the new one."""
    werkmap.change("data/tools.yaml", "  soort: kaart\n", "  soort: kart\n")
    before = contents(werkmap)
    said = "Niet gecontroleerd: de gegevens zijn niet in orde; los eerst op wat `handreiking check` meldt\n"
    assert (invullen(body()), capsys.readouterr(), contents(werkmap)) == (2, ("", said), before)


def test_a_file_that_nothing_can_be_put_behind_stays_as_it_is(
    werkmap: Werkmap, invullen: Invullen, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor is the file written that the new publisher would have gone to."""
    tools = yaml.safe_load((werkmap.map / "data" / "tools.yaml").read_bytes())
    werkmap.write("data/tools.yaml", yaml.safe_dump(tools, default_flow_style=True))
    before = contents(werkmap)
    assert invullen(body(Uitgever="", Nieuwe_uitgever="Stichting Boom")) == 2
    assert capsys.readouterr().err.startswith("Niet gecontroleerd: achter de lijst in data/tools.yaml kan niets ")
    assert contents(werkmap) == before


KWAAD = "<script>x</script> ``@iemand`` ![a](https://kwaad.example.org/a.png) #12"
PROBLEMEN: tuple[tuple[dict[str, str], str], ...] = (
    ({"Titel": ""}, "- `Titel ontbreekt`\n"),
    ({"Titel": "a\nb"}, "- `Titel: deze tekst hoort op één regel`\n"),
    ({"Titel": "a\u202eb"}, "- `Titel: in de tekst staat een onzichtbaar teken (U+202E); typ de tekst opnieuw`\n"),
    ({"Beschrijving": KWAAD}, "- `Beschrijving: '<script>' is HTML; hier hoort gewone tekst`\n"),
    ({"Beschrijving": "x" * 161}, "- `Beschrijving: deze tekst heeft 161 tekens; houd het bij 160`\n"),
    ({"Beschrijving": "De XYZ."}, "- `de afkorting 'XYZ' bij 'beschrijving' wordt nergens uitgelegd; "),
    ({"Toegang": KWAAD}, f"- ```Toegang kan geen '{KWAAD}' zijn; kies uit openbaar, inlog, op-aanvraag```\n"),
    ({"Soort": "Boekje"}, "- `Soort: onbekende soort 'Boekje'; bedoelde u 'boek'?`\n"),
    ({"Uitgever": ""}, "- `Uitgever ontbreekt`\n"),
    ({"Uitgever": "", NIEUWE_UITGEVER: "<b>"}, "- `Nieuwe uitgever: '<b>' is HTML; hier hoort gewone tekst`\n"),
    (
        {NIEUWE_UITGEVER: "Ander"},
        "- `Nieuwe uitgever: kies een uitgever uit de lijst of vul een nieuwe in, niet allebei`\n",
    ),
    ({"Onderwerpen": ""}, "- `Onderwerpen ontbreekt`\n"),
    (
        {"Onderwerpen": "Groen: Bomen, Groen: Bomn"},
        "- `Onderwerpen: onbekend onderwerp 'Groen: Bomn'; bedoelde u 'groen/bomen'?`\n",
    ),
    ({"Onderwerpen": "Groen: Bomen, Groen: Bomen"}, "- `Onderwerpen: 'groen/bomen' staat hier dubbel; houd er één`\n"),
    ({"Adres": "javascript:alert(1)"}, "- `Adres: het adres begint niet met https://`\n"),
    (
        {"Adres": "https://www.kaart.example.org/hitte/?utm_source=x&laag=a/b"},
        "- `Adres: dit adres heeft instrument 'hittekaart' ('Hittekaart & toelichting') al; ",
    ),
    ({"Adres voor de aanvraag": "x"}, "- `Hoe aanvragen ontbreekt bij 'aanvragen'`\n- `Adres voor de aanvraag: het"),
    ({"Hoe aanvragen": "Bel."}, "- `Aanvragen kan niet bij toegang 'openbaar'; haal 'aanvragen' weg"),
    ({CONTROLE: f"- [ ] {NAGEKEKEN}"}, f"- `Nagekeken: kruis aan: {NAGEKEKEN}`\n"),
    ({TOELICHTING: "### Titel\n\nAnders"}, "- `Titel: deze vraag staat er twee keer; vul het formulier opnieuw in`\n"),
)


@pytest.mark.parametrize(("answers", "said"), PROBLEMEN)
def test_what_is_wrong_is_answered(
    answers: dict[str, str], said: str, werkmap: Werkmap, invullen: Invullen, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the name of the question, in the loader's sentence, as code; nothing is changed."""
    before = contents(werkmap)
    assert invullen(body(**answers)) == 1
    out = capsys.readouterr().out
    assert out.startswith(FOUT + said)
    assert out.endswith(VERDER)
    assert contents(werkmap) == before


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "dit is geen ingevuld formulier voor een instrument; gebruik het formulier"),
        (b"Hallo\n\n### Iets\n\nanders", "dit is geen ingevuld formulier voor een instrument; gebruik het formulier"),
        (b"### Titel\n\ncaf\xe9", "het formulier is geen UTF-8"),
        (
            b"### Titel\n\n" + b"x" * MAX_TEKENS,
            f"het formulier heeft meer dan {MAX_TEKENS} tekens; maak de antwoorden korter",
        ),
        (b"x" * 10**7, f"het formulier heeft meer dan {MAX_TEKENS} tekens; maak de antwoorden korter"),
    ],
)
def test_what_is_no_form_is_answered(
    raw: bytes, said: str, invullen: Invullen, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also a text without end, which is not read to its end."""
    assert (invullen(raw), capsys.readouterr().out) == (1, f"{FOUT}- `{said}`\n{VERDER}")


def test_many_problems_are_not_all_told(invullen: Invullen, capsys: pytest.CaptureFixture[str]) -> None:
    """A comment has a largest size, and a file tells at most two hundred problems and that there are more."""
    invullen(body(Onderwerpen=", ".join(f"o{number}" for number in range(1000))))
    lines = capsys.readouterr().out.splitlines()
    assert (len(lines), lines[-3]) == (2 + 20 + 3, "- en nog 181")


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    answers=st.dictionaries(st.sampled_from([*GOED, NIEUWE_UITGEVER, TOELICHTING]), st.text(max_size=60), max_size=5)
)
def test_whatever_is_sent_the_data_stay_in_order(
    answers: dict[str, str], werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Any letters in any answer: the file that was right grows by one right record, or stays as it is."""
    before = contents(werkmap)
    raw = body(**answers).encode("utf-8", "surrogatepass")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
    argv = ["--project", str(werkmap.map), "--today", "2025-04-01"]
    status = main(["instrument", "uit-formulier", *argv])
    assert status in (0, 1)
    if status == 1:
        assert contents(werkmap) == before
    else:
        assert main(["check", *argv]) == 0
        assert len(yaml.safe_load((werkmap.map / "data" / "tools.yaml").read_bytes())) == 3
    for name, raw in before.items():
        werkmap.write(name, raw)
    capsys.readouterr()


def form_of(project: Project) -> str:
    """Return the form of a handreiking."""
    gelezen, problems = load_gelezen(project, VANDAAG)
    assert problems == []
    return render_formulier(gelezen, samenhang_of(gelezen, VANDAAG))


def test_the_form_is_made_from_the_fields_and_the_data(werkmap: Werkmap) -> None:
    """Its questions are those that the command reads, its choices what there is, and GitHub takes it."""
    text = form_of(werkmap.project)
    form = yaml.safe_load(text)
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    labels = [vraag.label for vraag in VRAGEN.values()]
    labels.insert(labels.index("Uitgever") + 1, NIEUWE_UITGEVER)
    assert [part["attributes"]["label"] for part in asked] == [*labels, TOELICHTING, CONTROLE]
    options = {part["id"]: part["attributes"].get("options") for part in asked if part["type"] == "dropdown"}
    assert options == {
        "toegang": ["openbaar", "inlog", "op-aanvraag"],
        "uitgever": ["Gemeente Waterdijk", "KNMI"],
        "soort": ["Kaart", "Boek"],
        "onderwerpen": ["Groen: Bomen", "Water: Regen"],
        "aanvragen-bij": ["Gemeente Waterdijk", "KNMI"],
    }
    required = {part["id"] for part in asked if part.get("validations", {}).get("required")}
    assert required == {"titel", "toegang", "soort", "beschrijving", "onderwerpen"}
    path = werkmap.map / "formulier.yml"
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-issue-forms", str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "ok -- validation done\n")


def test_every_answer_that_an_instrument_needs_is_asked_or_follows() -> None:
    """A field that a model gets later, and that must be there, cannot be forgotten."""
    needed = {name for name in Instrument.model_fields if is_required(name)}
    assert needed <= {*VRAGEN, "id", "toegevoegd"}


def test_choices_with_the_same_name_are_told_apart(werkmap: Werkmap) -> None:
    """GitHub takes no list with one choice twice, and joins choices with a comma, which they may have too."""
    assert options_of({"a": "Boek", "b": "boek", "c": "Kaart"}) == {"Boek (a)": "a", "boek (b)": "b", "Kaart": "c"}
    werkmap.change("content/groen/bomen.md", "titel: Bomen", "titel: Bomen, of struiken, Water")
    gelezen = load_gelezen(werkmap.project, VANDAAG)[0]
    text = body(Onderwerpen="Water: Regen, Groen: Bomen, of struiken, Water, Niets")
    found, _ = parse_formulier(text, gelezen, samenhang_of(gelezen, VANDAAG))
    assert found is not None
    assert found.antwoorden["onderwerpen"] == ["water/regen", "groen/bomen", "Niets"]


def without_choices(text: str) -> Any:
    """Return a form without the choices that the data give."""
    form = yaml.safe_load(text)
    for part in form["body"]:
        if part.get("id") in ("uitgever", "soort", "onderwerpen", "aanvragen-bij"):
            del part["attributes"]["options"]
    return form


def test_the_forms_in_the_repository_ask_what_is_asked_now(tmp_path: Path) -> None:
    """`handreiking formulier` has been run since the fields last changed.

    Choices may lag behind: then `handreiking check` warns, for who adds a publisher in a browser cannot run it.
    """
    for name in ("content", "data"):
        shutil.copytree(ROOT / name, tmp_path / name)
    assert main(["formulier", "--project", str(tmp_path)]) == 0
    for name in (BESTAND, PRAKTIJKBESTAND):
        now, made = ((folder / name).read_text(encoding="utf-8") for folder in (ROOT, tmp_path))
        assert without_choices(now) == without_choices(made)
        assert now.partition("body:")[0] == made.partition("body:")[0]


def test_the_command_writes_the_forms_and_says_when_one_lags(
    werkmap: Werkmap, capsys: pytest.CaptureFixture[str]
) -> None:
    """Written once; a new publisher makes `--controleer` fail and the check warn, and another run mends it."""
    argv = ["formulier", "--project", str(werkmap.map)]
    mend = "past niet bij de velden en de gegevens; herstel dat met: handreiking formulier"
    both = [f"{name}: {mend}\n" for name in (BESTAND, PRAKTIJKBESTAND)]
    assert (main([*argv, "--controleer"]), capsys.readouterr()) == (1, ("".join(both), ""))
    written = f"{BESTAND}: geschreven\n{PRAKTIJKBESTAND}: geschreven\n"
    assert (main(argv), capsys.readouterr()) == (0, ("", written))
    assert (main(argv), capsys.readouterr()) == (0, ("", ""))
    assert (main([*argv, "--controleer"]), capsys.readouterr()) == (0, ("", ""))
    assert (werkmap.map / BESTAND).read_text(encoding="utf-8") == form_of(werkmap.project)
    uitgevers = (werkmap.map / "data" / "uitgevers.yaml").read_text(encoding="utf-8")
    werkmap.write("data/uitgevers.yaml", uitgevers + "- id: boom\n  naam: Boom\n")
    assert (main([*argv, "--controleer"]), capsys.readouterr()) == (1, (both[0], ""))
    assert main(["check", "--project", str(werkmap.map), "--today", "2025-04-01"]) == 0
    lags = f"{BESTAND}:1: waarschuwing: het formulier past niet meer bij de velden en de gegevens; herstel dat met: "
    assert f"{lags}handreiking formulier\n" in capsys.readouterr().out
    main(argv)
    assert main([*argv, "--controleer"]) == 0


def test_the_form_for_an_example_has_the_topics_and_only_where_examples_are(werkmap: Werkmap) -> None:
    """Name, what they do, topics and sources must be answered; figures and contact may be left out."""
    gelezen = load_gelezen(werkmap.project, VANDAAG)[0]
    form = yaml.safe_load(render_formulieren(gelezen, samenhang_of(gelezen, VANDAAG))[PRAKTIJKBESTAND])
    asked = {part["id"]: part for part in form["body"] if part["type"] != "markdown"}
    required = {name for name, part in asked.items() if part.get("validations", {}).get("required")}
    assert required == {"gemeente", "wat", "onderwerpen", "bronnen", "stand"}
    assert set(asked) - required == {"waarom", "cijfers", "contact", "toelichting", "nagekeken"}
    assert asked["onderwerpen"]["attributes"]["options"] == ["Groen: Bomen", "Water: Regen"]
    for pad in ("index.md", "waterdijk/index.md", "waterdijk/bomen-tellen.md"):
        werkmap.remove(f"content/praktijk/{pad}")
    gelezen = load_gelezen(werkmap.project, VANDAAG)[0]
    assert list(render_formulieren(gelezen, samenhang_of(gelezen, VANDAAG))) == [BESTAND]
