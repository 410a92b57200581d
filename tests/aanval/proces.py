"""What a child process does that is then killed, or given a disk that takes no more."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path


def run_build(config: str, site: str, log: str, most: int | None = None, **environment: str) -> None:
    """Build a site, PDFs and zip included, as `make site` does; `most` is the size that a file may have."""
    from mkdocs.__main__ import cli  # noqa: PLC0415 - the server of these processes has it in memory already

    _prepare(log, most, environment)
    arguments = ["build", "--strict", "--quiet", "--config-file", config, "--site-dir", site]
    cli(arguments, prog_name="mkdocs")


def run_handreiking(commands: list[list[str]], log: str, most: int | None = None, **environment: str) -> None:
    """Run commands of `handreiking` one after the other; the last one's status is the process's."""
    from handreiking.__main__ import main  # noqa: PLC0415

    _prepare(log, most, environment)
    status = 0
    for command in commands:
        status = main(command)
    sys.exit(status)


def write_for_ever(commands: list[list[str]], texts: dict[str, list[str]], log: str) -> None:
    """Put these texts in these files by turns, and run the commands, until the process is killed."""
    from handreiking.__main__ import main  # noqa: PLC0415
    from handreiking.basis.wegschrijven import write_whole  # noqa: PLC0415

    _prepare(log, None, {})
    turn = 0
    while True:
        turn += 1
        for name, versions in texts.items():
            write_whole(Path(name), versions[turn % len(versions)])
        for command in commands:
            main(command)


def _prepare(log: str, most: int | None, environment: dict[str, str]) -> None:
    os.environ |= {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1800000000", **environment}
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(handle, 1)
    os.dup2(handle, 2)
    if most is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
