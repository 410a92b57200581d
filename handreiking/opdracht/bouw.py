"""`handreiking bouw`: load, check and write the site; what a host does, does the same by these functions."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

from handreiking.basis.adres import Site, check_url
from handreiking.basis.parallel import AFGEBROKEN
from handreiking.basis.problem import NietGedraaidError, NietGemaaktError, render_count, render_text
from handreiking.basis.publicatie import check_target, write_site
from handreiking.geheel.laden import load_handreiking
from handreiking.lezen.project import Project
from handreiking.site.maken import Bestanden, Bouw, make_site


def add_options(parser: argparse.ArgumentParser, _: argparse.ArgumentParser) -> None:
    """Add the options of `handreiking bouw`."""
    parser.add_argument("--uit", type=Path, default=Path("site"), metavar="MAP", help="waar de site komt")


def run(project: Project, today: date, opties: argparse.Namespace) -> int:
    """Write the site in the place of the previous one; return 0, or 1 or 2 with what is wrong, and that stays."""
    target: Path = opties.uit.absolute()
    refused = check_target(target)
    try:
        if not refused:
            write_site(load_site(project, today, os.environ), target)
    except NietGedraaidError as error:
        refused = str(error)
    except NietGemaaktError as error:
        print(render_text(error.problems), end="")
        print(f"de handreiking heeft {render_count(error.problems)}; er is niets gebouwd", file=sys.stderr)
        return 1
    if refused:
        print(f"{refused}; er is niets gebouwd", file=sys.stderr)
        return 2
    print(f"{opties.uit} geschreven", file=sys.stderr)
    return 0


def load_site(
    project: Project,
    today: date,
    environment: Mapping[str, str],
    *,
    live: bool = False,
    eigen: tuple[str, ...] = (),
) -> Bestanden:
    """Return every file of the site of a handreiking; `live` and `eigen` as in `Bouw`.

    SITE_URL in the environment goes before the address on the title page, and with EXPORT=nee there are no PDFs and no
    zip; a preview has neither. Raises NietGemaaktError with its problems, and NietGedraaidError where the environment
    is wrong or a process was ended from outside.
    """
    wanted = environment.get("EXPORT") or "ja"
    if wanted not in ("ja", "nee"):
        raise NietGedraaidError(f"EXPORT is '{wanted}'; gebruik ja of nee")
    try:
        handreiking, problems = load_handreiking(project, today, concepten=live)
        if handreiking is None:
            raise NietGemaaktError(problems)
        site = replace(handreiking.site, adres="") if live else _placed(handreiking.site, environment.get("SITE_URL"))
        return make_site(Bouw(handreiking, project, site, wanted == "ja" and not live, live, eigen))
    except BrokenExecutor:
        raise NietGedraaidError(AFGEBROKEN) from None


def _placed(site: Site, url: str | None) -> Site:
    if not url:
        return site
    if wrong := check_url(url, http_allowed=True):
        raise NietGedraaidError(f"SITE_URL is '{url}': {wrong}")
    return replace(site, adres=f"{url.rstrip('/')}/")
