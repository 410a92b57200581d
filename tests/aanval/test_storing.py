"""A fault while something is written: killed, a full disk, a folder that may not be written in.

Each time what stood there before is whole, byte for byte; the next run does its work and leaves nothing beside it.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Any

import pytest

from handreiking.__main__ import main
from handreiking.basis.wegschrijven import write_whole
from handreiking.invoer.formulier import BESTAND as FORMULIER
from tests.aanval.proces import run_build, run_handreiking, write_for_ever
from tests.site.conftest import ROOT, copy_project, make

pytestmark = pytest.mark.site
KEREN = 30
Start = Callable[..., ForkServerProcess]


@pytest.fixture(scope="module")
def server() -> ForkServerContext:
    """Starts processes that have all of the generator in memory, so that a kill falls within its work."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        [
            "mkdocs.__main__",
            "mkdocs.commands.build",
            "handreiking.__main__",
            "handreiking.site.downloads",
            "handreiking.site.feed",
        ]
    )
    return context


@pytest.fixture
def start(server: ForkServerContext, tmp_path: Path) -> Iterator[Start]:
    """A function that starts a process; whatever still runs after the test is killed."""
    running: list[ForkServerProcess] = []
    (tmp_path / "tijdelijk").mkdir()

    def begin(target: Callable[..., None], *args: Any, **kwargs: Any) -> ForkServerProcess:
        process = server.Process(target=target, args=args, kwargs=kwargs)
        process.start()
        running.append(process)
        return process

    yield begin
    for process in running:
        if process.is_alive():
            process.kill()
        process.join()


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    """A copy of the small handreiking that a test may change, beside the hook and the settings it uses."""
    return copy_project(tmp_path / "project")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.keuring
def test_thirty_kills_of_a_build(klein: Path, tmp_path: Path, start: Start) -> None:
    """Killed at thirty moments spread over its length, the site is each time the old one or the new one, whole."""
    site, log, config = tmp_path / "site", str(tmp_path / "log"), str(klein / "mkdocs.yml")
    over = klein / "content" / "over.md"
    texts = [over.read_text(encoding="utf-8"), over.read_text(encoding="utf-8").replace("Gemaakt", "Opgeschreven")]
    whole, lengths = [], []
    for text in texts:
        over.write_text(text, encoding="utf-8")
        before = time.monotonic()
        process = start(run_build, config, str(site), log, TMPDIR=str(tmp_path / "tijdelijk"))
        process.join()
        lengths.append(time.monotonic() - before)
        assert process.exitcode == 0, Path(log).read_text(encoding="utf-8")
        whole.append(contents(site))
    assert whole[0] != whole[1]
    chance, killed, ended = random.Random(8), 0, 0  # noqa: S311 - so that each run tries the same
    for turn in range(KEREN):
        over.write_text(texts[turn % 2], encoding="utf-8")
        process = start(run_build, config, str(site), log, TMPDIR=str(tmp_path / "tijdelijk"))
        process.join((turn + chance.random()) / KEREN * min(lengths))
        process.kill()
        process.join()
        killed += process.exitcode == -9
        ended += process.exitcode == 0
        assert contents(site) in whole, turn
    assert killed + ended == KEREN
    assert killed > KEREN // 2
    over.write_text(texts[0], encoding="utf-8")
    process = start(run_build, config, str(site), log, TMPDIR=str(tmp_path / "tijdelijk"))
    process.join()
    assert (process.exitcode, contents(site) == whole[0]) == (0, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["log", "project", "site", "tijdelijk"]
    assert list((tmp_path / "tijdelijk").iterdir()) == []
    assert "Traceback" not in Path(log).read_text(encoding="utf-8")


@pytest.mark.keuring
def test_thirty_kills_of_what_writes_the_state(klein: Path, tmp_path: Path, start: Start) -> None:
    """The memory of links, the sums of definitions, a form and a PDF: each is an old or a new one."""
    log, data, page = str(tmp_path / "log"), klein / "data", klein / "content" / "over.md"
    status, sums, form, pdf = (
        data / "linkstatus.json",
        data / "definities_vastgelegd.json",
        klein / FORMULIER,
        tmp_path / "keuze.pdf",
    )
    project = ["--project", str(klein)]
    commands = [
        [*project, "definities", "vastleggen", "--zonder-net", "--today", "2027-01-05"],
        [*project, "formulier"],
        [*project, "export", "pdf", "--thema", "water", "--uit", str(pdf)],
    ]
    main(commands[1])
    now = form.read_text(encoding="utf-8")
    texts = {
        str(status): [f'{{"versie": 1, "adressen": {{}}, "x": "{letter * 200_000}"}}\n' for letter in "ab"],
        str(form): [now, now.replace("Kaart", "Boek")],
        str(sums): ["{}\n", sums.read_text(encoding="utf-8")],
    }
    may = {Path(name): {version.encode() for version in versions} for name, versions in texts.items()}
    for version in list(may[sums]):
        sums.write_bytes(version)
        process = start(run_handreiking, commands, log)
        process.join()
        assert process.exitcode == 0, Path(log).read_text(encoding="utf-8")
        may[sums].add(sums.read_bytes())
    may[pdf], may[page] = {pdf.read_bytes()}, {page.read_bytes()}
    status.write_text(texts[str(status)][0], encoding="utf-8")
    chance = random.Random(8)  # noqa: S311
    for turn in range(KEREN):
        process = start(write_for_ever, commands, texts, log)
        process.join(0.1 + 0.4 * (turn + chance.random()) / KEREN)
        process.kill()
        process.join()
        assert process.exitcode == -9
        assert [path.name for path, versions in may.items() if path.read_bytes() not in versions] == []
    for name, versions in texts.items():
        write_whole(Path(name), versions[1])
    process = start(run_handreiking, commands, log)
    process.join()
    assert process.exitcode == 0
    assert [path.name for path in tmp_path.rglob(".*.half")] == []


@pytest.fixture(scope="module")
def vorige(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small handreiking as it was built before, with its PDFs and its zip."""
    folder = tmp_path_factory.mktemp("vorige")
    return make(copy_project(folder / "project"), folder / "site", EXPORT="ja").folder


@pytest.fixture
def gebouwd(vorige: Path, tmp_path: Path) -> Path:
    """A site that stands there already."""
    shutil.copytree(vorige, tmp_path / "site")
    return tmp_path / "site"


GEBLEVEN = "; de vorige site is gebleven\n"


@pytest.mark.parametrize("most", [1_000, 40_000, 300_000])
def test_a_disk_that_takes_no_larger_file(most: int, klein: Path, gebouwd: Path, tmp_path: Path, start: Start) -> None:
    """Whatever is the first that does not fit, a page, a PDF or the zip: Dutch, and the previous site."""
    before, log = contents(gebouwd), tmp_path / "log"
    process = start(run_build, str(klein / "mkdocs.yml"), str(gebouwd), str(log), most)
    process.join()
    said = log.read_text(encoding="utf-8")
    assert process.exitcode == 1
    assert "dit is niet te lezen of te schrijven (" in said
    assert said.endswith(GEBLEVEN)
    assert "Traceback" not in said
    assert contents(gebouwd) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["log", "project", "site", "tijdelijk"]


def test_state_that_does_not_fit_stays_as_it_was(klein: Path, tmp_path: Path, start: Start) -> None:
    """The sums, the form for an instrument and the PDF stay; nothing is left beside them."""
    pdf = tmp_path / "keuze.pdf"
    pdf.write_bytes(b"vorige")
    project = ["--project", str(klein)]
    main([*project, "formulier"])
    (klein / FORMULIER).write_text("vorige", encoding="utf-8")
    before = contents(klein)
    for command, name in (
        (["definities", "vastleggen", "--zonder-net"], "definities_vastgelegd.json"),
        (["formulier"], FORMULIER),
        (["export", "pdf", "--uit", str(pdf)], "keuze.pdf"),
    ):
        process = start(run_handreiking, [[*project, *command]], os.devnull, 10)
        process.join()
        assert process.exitcode == 2, name
    assert (contents(klein), pdf.read_bytes()) == (before, b"vorige")


def in_namespace(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script of `sh` where it may mount what only it sees."""
    command = ["unshare", "--map-root-user", "--mount", "sh", "-ec", script, "sh", sys.executable, *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "EXPORT": "ja"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=ROOT)


MOUNTS = shutil.which("unshare") is not None and in_namespace("mount -t tmpfs tmpfs /mnt").returncode == 0
needs_mounts = pytest.mark.skipif(
    not MOUNTS, reason="this system lets nobody mount: the limit on a file's size is tried"
)


@needs_mounts
@pytest.mark.parametrize("room", [40, 400, 800])
def test_a_full_disk(room: int, klein: Path, gebouwd: Path, tmp_path: Path) -> None:
    """On a disk with so many kB left beside the previous site, that site stays, and the room comes free again."""
    used = sum(-(-path.stat().st_size // 4096) * 4 for path in gebouwd.rglob("*") if path.is_file())
    (tmp_path / "schijf").mkdir()
    script = """
        mount -t tmpfs -o size="$4"k tmpfs "$2/schijf"
        cp -a "$2/site" "$2/schijf/site"
        "$1" -m mkdocs build --strict --quiet -f "$3/mkdocs.yml" -d "$2/schijf/site" || echo "status $?"
        diff -r "$2/site" "$2/schijf/site"
        ls -A "$2/schijf"
    """
    done = in_namespace(script, str(tmp_path), str(klein), str(used + room))
    assert (done.returncode, done.stdout) == (0, "status 1\nsite\n"), done.stderr
    assert f"dit is niet te lezen of te schrijven (de schijf is vol){GEBLEVEN}" in done.stderr
    assert "Traceback" not in done.stderr


@needs_mounts
@pytest.mark.usefixtures("gebouwd")
def test_a_folder_that_may_not_be_written_in(klein: Path, tmp_path: Path) -> None:
    """The build and the commands that write say so in Dutch; nothing changes, also for who may do everything."""
    before = contents(tmp_path)
    script = """
        mount --bind "$2" "$2"
        mount -o remount,bind,ro "$2"
        "$1" -m mkdocs build --strict --quiet -f "$3/mkdocs.yml" -d "$2/site" || echo "build $?"
        "$1" -m handreiking --project "$3" definities vastleggen --zonder-net || echo "vastleggen $?"
        "$1" -m handreiking --project "$3" schema || echo "schema $?"
        "$1" -m handreiking --project "$3" export pdf --uit "$2/keuze.pdf" || echo "export $?"
    """
    done = in_namespace(script, str(tmp_path), str(klein))
    assert (done.returncode, done.stdout) == (0, "build 1\nvastleggen 2\nschema 2\nexport 2\n"), done.stderr
    assert done.stderr.count("dit is niet te lezen of te schrijven (dat mag hier niet)") == 4
    assert "Traceback" not in done.stderr
    assert contents(tmp_path) == before
