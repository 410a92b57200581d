"""`--only-changed-since`: a change answers for its own addresses, and for nobody else's."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.links.storingsserver import geef
from tests.opdracht.conftest import BRON, BRONNEN, KAART, LOKET, TOOLS, Proef

GONE = "De server antwoordt met status 404 (niet gevonden)."
SINCE = ("links", "--only-changed-since", "HEAD")


def git(folder: Path, *arguments: str) -> None:
    """Run git, whatever its user has set up."""
    names = {f"GIT_{role}_{field}": "x" for role in ("AUTHOR", "COMMITTER") for field in ("NAME", "EMAIL")}
    clean = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=clean)


@pytest.fixture
def versie(proef: Proef) -> Proef:
    """The small handreiking in a repository, with one version."""
    git(proef.werkmap.map, "init", "-q")
    git(proef.werkmap.map, "add", ".")
    git(proef.werkmap.map, "commit", "-q", "-m", "eerste")
    return proef


def hosts(proef: Proef) -> list[str]:
    """Return the first word of each host that was asked, once."""
    return sorted({verzoek.host.partition(".")[0] for verzoek in proef.server.verzoeken})


def test_a_changed_entry_that_is_gone_blocks(versie: Proef) -> None:
    """It alone is looked at, and told at its line; somebody else's dead address is not."""
    nieuw = "https://kaart.voorbeeld.test/warmte"
    versie.werkmap.change(TOOLS, KAART, nieuw)
    versie.serve(nieuw, geef(404))
    versie.serve(BRON, geef(404))
    done = versie.check(*SINCE)
    assert (done.status, done.out, done.telling) == (
        1,
        f"data/tools.yaml:1: {nieuw} is kapot: {GONE}\n",
        "Bekeken: 1 adres van de 3 adressen. 1 probleem.",
    )
    assert hosts(versie) == ["kaart"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("Legt uit hoe u", "Laat zien hoe u"), ("id: regenboek", "id: regenboekje"), ("  soort: boek", "  soort: kaart")],
)
def test_only_an_address_counts(old: str, new: str, versie: Proef) -> None:
    """Who mends a description, or gives a record another name, does not answer for an address that died meanwhile."""
    tools = (versie.werkmap.map / TOOLS).read_text(encoding="utf-8")
    assert old in tools
    versie.werkmap.write(TOOLS, tools.replace(old, new))
    versie.serve(LOKET, geef(404))
    done = versie.check(*SINCE)
    assert (done.status, hosts(versie)) == (0, [])


def test_a_part_of_an_older_address_is_a_new_one(versie: Proef) -> None:
    """Nor does an address that only begins alike count as known."""
    versie.werkmap.change(TOOLS, KAART, KAART.removesuffix("te"))
    versie.serve(KAART.removesuffix("te"), geef(404))
    assert versie.check(*SINCE).status == 1
    assert hosts(versie) == ["kaart"]


def test_a_new_link_in_a_text_blocks(versie: Proef) -> None:
    """At its line; one that was there already does not."""
    versie.werkmap.change(
        "content/over.md", "zie ook [Regen](water/regen.md)", "zie [dit](https://dood.voorbeeld.test/x)"
    )
    done = versie.check(*SINCE)
    assert (done.status, done.out) == (1, f"content/over.md:6: https://dood.voorbeeld.test/x is kapot: {GONE}\n")
    git(versie.werkmap.map, "commit", "-q", "-a", "-m", "tweede")
    assert versie.check(*SINCE).status == 0


def test_what_others_did_since_is_not_of_this_change(versie: Proef) -> None:
    """A change is held against where it began, not against what its goal became meanwhile."""
    git(versie.werkmap.map, "branch", "-M", "main")
    git(versie.werkmap.map, "checkout", "-q", "-b", "voorstel")
    git(versie.werkmap.map, "checkout", "-q", "main")
    versie.werkmap.change(TOOLS, KAART, "https://kaart.voorbeeld.test/warmte")
    git(versie.werkmap.map, "commit", "-q", "-a", "-m", "elders")
    git(versie.werkmap.map, "checkout", "-q", "voorstel")
    versie.serve(KAART, geef(404))
    done = versie.check("links", "--only-changed-since", "main")
    assert (done.status, hosts(versie)) == (0, [])


def test_an_outage_elsewhere_never_blocks(versie: Proef) -> None:
    """Nothing changed, so nothing is asked for, and that is said; a moved line or a comment is no change."""
    for url in (KAART, LOKET, BRON):
        versie.serve(url, geef(404))
    tools = (versie.werkmap.map / TOOLS).read_text(encoding="utf-8")
    versie.werkmap.write(TOOLS, f"# De instrumenten.\n\n{tools}")
    done = versie.check(*SINCE)
    assert (done.status, done.out, done.telling) == (0, "", "Bekeken: 0 adressen van de 3 adressen. Geen problemen.")
    assert versie.server.verzoeken == []


@pytest.mark.parametrize(("status", "oordeel"), [(500, "onzeker"), (403, "geblokkeerd")])
def test_what_is_not_surely_gone_does_not_block(status: int, oordeel: str, versie: Proef) -> None:
    """A changed entry of which nothing can be said now asks for a look."""
    nieuw = f"{BRON}/nieuw"
    versie.werkmap.change(BRONNEN, BRON, nieuw)
    versie.serve(nieuw, geef(status))
    done = versie.check(*SINCE)
    assert (done.status, done.out.startswith(f"data/bronnen.yaml:1: waarschuwing: {nieuw} is {oordeel}: ")) == (0, True)
    assert len(done.out.splitlines()) == 1


def test_a_new_entry_is_a_changed_one(versie: Proef) -> None:
    """An entry that was not there, held against an older version by its name; a version in between is heeded."""
    nieuw = "https://nieuw.voorbeeld.test/"
    versie.serve(nieuw, geef(404))
    tools = (versie.werkmap.map / TOOLS).read_text(encoding="utf-8")
    added = tools.partition("- id: regenboek")[0].replace("hittekaart", "nieuw").replace(KAART, nieuw)
    versie.werkmap.write(TOOLS, tools + added)
    git(versie.werkmap.map, "tag", "eerst")
    git(versie.werkmap.map, "commit", "-q", "-a", "-m", "tweede")
    assert versie.check(*SINCE).status == 0
    assert versie.server.verzoeken == []
    done = versie.check("links", "--only-changed-since", "eerst")
    line = tools.count("\n") + 1
    assert (done.status, done.out) == (1, f"data/tools.yaml:{line}: {nieuw} is kapot: {GONE}\n")
    assert hosts(versie) == ["nieuw"]


def test_a_file_that_was_not_there_is_new_as_a_whole(proef: Proef) -> None:
    """Every entry of a data file younger than the version is looked at."""
    git(proef.werkmap.map, "init", "-q")
    git(proef.werkmap.map, "add", BRONNEN)
    git(proef.werkmap.map, "commit", "-q", "-m", "eerste")
    proef.serve(KAART, geef(404))
    done = proef.check(*SINCE)
    assert (done.status, done.out) == (1, f"data/tools.yaml:1: {KAART} is kapot: {GONE}\n")
    assert hosts(proef) == ["kaart", "loket"]


def test_a_version_that_could_not_be_read_has_no_addresses(versie: Proef) -> None:
    """Where the older file is no YAML, all of the newer one is a change."""
    good = (versie.werkmap.map / TOOLS).read_bytes()
    versie.werkmap.write(TOOLS, "- id: [\n")
    git(versie.werkmap.map, "commit", "-q", "-a", "-m", "stuk")
    versie.werkmap.write(TOOLS, good)
    assert versie.check(*SINCE).status == 0
    assert hosts(versie) == ["kaart", "loket"]


def test_a_handreiking_in_a_folder_of_the_repository(proef: Proef) -> None:
    """The repository may be larger than the handreiking."""
    top = proef.werkmap.map.parent
    git(top, "init", "-q")
    git(top, "add", "klein")
    git(top, "commit", "-q", "-m", "eerste")
    proef.werkmap.change(TOOLS, KAART, f"{KAART}/wijk")
    proef.serve(f"{KAART}/wijk", geef(200, b"<p>Een kaart van de wijk, per straat en per huis.</p>"))
    assert proef.check(*SINCE).status == 0
    assert hosts(proef) == ["kaart"]


@pytest.mark.parametrize("rev", ["bestaat-niet", "HEAD~5", "", "HEAD:data/tools.yaml", "--output=x"])
def test_an_unknown_version_is_status_2(rev: str, versie: Proef) -> None:
    """Without something to hold it against, nothing is looked at and nothing is approved."""
    done = versie.check("links", f"--only-changed-since={rev}")
    assert (done.status, done.out, versie.server.verzoeken) == (2, "", [])
    assert done.err.startswith("Niet gecontroleerd: ")
    assert f"'{rev}'" in done.err
    assert not (versie.werkmap.map / "x").exists()


def test_without_a_repository_is_status_2(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that git does not know, and a machine without git."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(proef.werkmap.map.parent))
    done = proef.check(*SINCE)
    assert (done.status, done.err.startswith("Niet gecontroleerd: git kent de versie 'HEAD' niet")) == (2, True)
    monkeypatch.setenv("PATH", "")
    done = proef.check(*SINCE)
    expected = "Niet gecontroleerd: git is niet gevonden; installeer git\n"
    assert (done.status, done.out, done.err) == (2, "", expected)


def test_the_memory_belongs_to_all_addresses(versie: Proef) -> None:
    """A run over a few would forget the others, so it does not update the memory, and does not begin."""
    done = versie.check(*SINCE, "--bijwerken")
    expected = "Niet gecontroleerd: --bijwerken hoort bij alle adressen; laat --only-changed-since weg\n"
    assert (done.status, done.out, done.err, versie.server.verzoeken) == (2, "", expected, [])
    assert not (versie.werkmap.map / "data" / "linkstatus.json").exists()
