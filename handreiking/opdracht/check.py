"""`handreiking check`: run the parts that were asked for, print what they say, give the exit status."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from datetime import date
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from handreiking.basis.problem import NietGedraaidError
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.linkstatus import BESTAND as GEHEUGEN
from handreiking.lezen.project import Project
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving
from handreiking.opdracht.deel import Controle, check_deel
from handreiking.opdracht.inhoud import check_bestanden, find_goed
from handreiking.opdracht.links import Wegen
from handreiking.opdracht.uitkomst import Uitkomst, render_telling, render_uitkomsten, status

DELEN = ("data", "inhoud", "links", "definities")


def add_options(parser: argparse.ArgumentParser, _: argparse.ArgumentParser) -> None:
    """Add the parts and options of `handreiking check`."""
    parser.add_argument(
        "deel", nargs="?", choices=DELEN, help="wat te controleren; zonder: alles wat geen net nodig heeft"
    )
    parser.add_argument("--format", choices=("text", "github", "json"), default="text", help="de vorm van de meldingen")
    parser.add_argument(
        "--only-changed-since",
        metavar="REV",
        help="alleen wat sinds deze versie in git is veranderd",
    )
    parser.add_argument("--today", type=read_day, help="de dag waartegen datums worden gehouden (jjjj-mm-dd)")
    links = parser.add_argument_group("bij links")
    links.add_argument("--site", type=Path, help="controleer ook de links in deze gebouwde site, met LinkChecker")
    links.add_argument(
        "--bijwerken", action="store_true", help=f"werk data/{GEHEUGEN} bij; een fout telt pas na meer keren"
    )
    links.add_argument("--markdown", type=Path, help="schrijf een verslag in Markdown")
    links.add_argument(
        "--sta-toe", type=read_network, action="append", default=[], metavar="CIDR", help="sta een besloten net toe"
    )


def read_day(text: str) -> date:
    """Return the day that an option names; argparse tells what is wrong with it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is geen datum als 2026-11-21") from None


def read_network(text: str) -> IPv4Network | IPv6Network:
    """Return the network that an option names; argparse tells what is wrong with it."""
    try:
        return ip_network(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is geen net als 10.0.0.0/8") from None


def load_wegen(opties: argparse.Namespace, environment: Mapping[str, str], adres: str = "") -> Wegen:
    """Return the ways out; certificate authorities come from REQUESTS_CA_BUNDLE. Raises NietGedraaidError.

    `adres` is where those whom we ask can see who we are.
    """
    bundel = Path(environment.get("REQUESTS_CA_BUNDLE") or Omgeving.bundel)
    try:
        bundel.stat()
    except OSError as error:
        raise NietGedraaidError(f"REQUESTS_CA_BUNDLE '{bundel}' is niet te lezen ({error.strerror})") from None
    drempels = Drempels(naam=f"{Drempels.naam} (+{adres})") if adres else Drempels()
    return Wegen(Omgeving(bundel=bundel, toegestaan=tuple(getattr(opties, "sta_toe", ()))), drempels)


def adres_van(gelezen: Gelezen) -> str:
    """Return where a website that we look at can see who we are: the site, else where its source is."""
    titelblad = gelezen.titelblad
    return (titelblad.adres or titelblad.broncode or "") if titelblad else ""


def run(project: Project, vandaag: date, opties: argparse.Namespace) -> int:
    """Run the parts; raises NietGedraaidError where one could not look at all that it should."""
    _refuse(opties)
    outcomes, gelezen = check_bestanden(project, vandaag)
    run = Controle(
        project, gelezen, vandaag, opties, opties.wegen or load_wegen(opties, os.environ, adres_van(gelezen))
    )
    found = check_deel(opties.deel or "alles", run, outcomes)
    everything = found.outcomes if opties.deel == "links" else [*found.outcomes, *_goed(run, found.outcomes)]
    print(render_uitkomsten(everything, opties.format, _root(project) if opties.format == "github" else ""), end="")
    print(render_telling(everything, found.bekeken), end="", file=sys.stderr)
    if found.tekort:
        raise NietGedraaidError(found.tekort)
    return status(everything)


def _refuse(opties: argparse.Namespace) -> None:
    """Refuse an option that does not go with the part, rather than pass it over."""
    only_links = {"--site": opties.site, "--bijwerken": opties.bijwerken, "--markdown": opties.markdown}
    for name, given in only_links.items():
        if given and opties.deel != "links":
            raise NietGedraaidError(f"{name} hoort bij `handreiking check links`")
    if opties.bijwerken and opties.only_changed_since is not None:
        raise NietGedraaidError("--bijwerken hoort bij alle adressen; laat --only-changed-since weg")


def _goed(run: Controle, found: list[Uitkomst]) -> list[Uitkomst]:
    prefix = {"data": run.gelezen.data, "inhoud": run.gelezen.content}.get(run.opties.deel or "", "")
    kinds = {"definitie"} if run.opties.deel == "definities" else None
    good = [u for u in find_goed(run.gelezen, found) if u.bestand.startswith(prefix)]
    return [u for u in good if kinds is None or u.soort in kinds]


def _root(project: Project) -> str:
    """Return what goes before a file of a project in a folder below this one, as in a repository with several."""
    here = Path.cwd().resolve()
    return f"{project.map.relative_to(here).as_posix()}/" if here in project.map.parents else ""
