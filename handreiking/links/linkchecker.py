"""LinkChecker, run as the separate program it is: how it is started, and how what it says is read.

Only its command is used, never its code. Whatever goes wrong with it is a `NietGedraaidError`: a check that looked
at nothing must not look like a check that found nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from configparser import RawConfigParser
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from handreiking.basis.problem import NietGedraaidError

_NO_LIMIT = 2**31 - 1
_PROXY = ("http_proxy", "https_proxy", "all_proxy", "ftp_proxy")
# Its messages would follow these, its settings and plug-ins come from these, its Python would heed these.
_NOT_PASSED_ON = ("LANGUAGE", "LANG", "LOCPATH", "PYTHONPATH", "PYTHONWARNINGS", "PYTHONOPTIMIZE", "PYTHONHOME")
# Python runs a module of this name when it starts. As root, LinkChecker goes on as `nobody` half-way. Where `nobody`
# cannot read this Python (in /root, say), what is loaded after that is missing: an internal error at a host name
# with an accent, and the plug-in that checks anchors left out in silence. So it stays who we are.
_STAY_ROOT = "import os\n\nos.seteuid = lambda uid: None\n"


@dataclass(frozen=True)
class Programma:
    """Which command to run (None: the one beside this Python, else the one on the PATH), and for how long at most."""

    opdracht: str | None = None
    seconden: float = 600.0


@dataclass(frozen=True)
class Gezien:
    """What LinkChecker says of one address: as it was written, and on which page and line it was first met.

    `antwoord` is its own English result ("404 File not found"), `anker_mist` whether the page was there and the
    anchor was not, `geweigerd` whether robots.txt kept it from asking.
    """

    url: str
    ouder: str
    regel: int
    werkt: bool
    antwoord: str
    anker_mist: bool
    geweigerd: bool


def run_linkchecker(begin: str, programma: Programma, *, check_extern: bool = False) -> tuple[Gezien, ...]:
    """Follow every link from the page at `begin`, within its host; raises NietGedraaidError.

    `check_extern`: also ask for addresses elsewhere (without reading them), and do as their robots.txt says.
    """
    command = programma.opdracht or _find_command()
    with TemporaryDirectory(prefix="linkcontrole-") as name:
        home = Path(name)
        home.chmod(0o755)
        _write_config(home / "linkcheckerrc", check_extern=check_extern)
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            (home / "sitecustomize.py").write_text(_STAY_ROOT, encoding="utf-8")
        options = ["--config", "linkcheckerrc", "--output", "xml/utf-8", "--no-status", "--verbose"]
        try:
            done = subprocess.run(  # noqa: S603 - our own command, and an address that we made
                [command, *options, begin],
                cwd=home,
                env=_environment(home, check_extern=check_extern),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=programma.seconden,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise NietGedraaidError(f"LinkChecker was na {programma.seconden:g} seconden niet klaar.") from error
        except OSError as error:
            raise NietGedraaidError(f"LinkChecker is niet te starten ({command}: {error.strerror}).") from error
    said = done.stderr.decode("utf-8", "replace")
    # It exits with 1 for links that do not work, and also when Python gives up; then its output has no end.
    if done.returncode not in {0, 1} or "internal error" in said or "Traceback (most recent call last)" in said:
        raise NietGedraaidError(f"LinkChecker liep vast (uitgang {done.returncode}): {_last_line(said)}")
    return parse_output(done.stdout)


def parse_output(output: bytes) -> tuple[Gezien, ...]:
    """Read LinkChecker's XML, which has no document type and so no entities; raises NietGedraaidError."""
    if b"<!DOCTYPE" in output:  # what comes from pages has its `<` escaped
        raise NietGedraaidError("De uitvoer van LinkChecker heeft een andere vorm dan verwacht.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(output, parser)
    except etree.XMLSyntaxError as error:
        raise NietGedraaidError(f"De uitvoer van LinkChecker is niet te lezen: {error.msg}") from error
    if root.tag != "linkchecker":
        raise NietGedraaidError("De uitvoer van LinkChecker heeft een andere vorm dan verwacht.")
    return tuple(_parse_gezien(element) for element in root.iterchildren("urldata"))


def _find_command() -> str:
    beside = shutil.which("linkchecker", path=str(Path(sys.executable).parent))
    command = beside or shutil.which("linkchecker")
    if command is None:
        raise NietGedraaidError("Het programma LinkChecker ontbreekt; installeer het met: pip install LinkChecker")
    return command


def _write_config(path: Path, *, check_extern: bool) -> None:
    """Write settings; without a file named on the command line it would read, or make, one in the home folder."""
    config = RawConfigParser()
    config["checking"] = {
        # One after the other is as fast on our own server, and comes out in the same order every time.
        "threads": "10" if check_extern else "0",
        "timeout": "30" if check_extern else "10",
        "aborttimeout": "10",
        # Only a host that sends a `LinkChecker` header gets this many; others at most ten, whatever stands here.
        "maxrequestspersecond": "100000",
        # Larger pages, and all after so many addresses, would be left out in silence.
        "maxfilesizeparse": str(_NO_LIMIT),
        "maxfilesizedownload": str(_NO_LIMIT),
        "resultcachesize": str(_NO_LIMIT),
        "robotstxt": str(int(check_extern)),
    }
    bundle = os.environ.get("REQUESTS_CA_BUNDLE")
    if check_extern and bundle:
        config["checking"]["sslverify"] = str(Path(bundle).resolve())
    config["filtering"] = {"checkextern": str(int(check_extern))}
    config["xml"] = {"parts": "url,parenturl,info,warning,result"}
    if not check_extern:
        config["AnchorCheck"] = {}
    with path.open("w", encoding="utf-8") as file:
        config.write(file)


def _environment(home: Path, *, check_extern: bool) -> Mapping[str, str]:
    """Return its environment: English, no settings or passwords of the user, and our own server never by a proxy."""
    left_out = {*_NOT_PASSED_ON, *(() if check_extern else (*_PROXY, *(name.upper() for name in _PROXY)))}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    direct = ",".join(filter(None, ("127.0.0.1", kept.get("no_proxy") or kept.get("NO_PROXY"))))
    folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "PYTHONPATH"), str(home))
    return {**kept, **folders, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "no_proxy": direct, "NO_PROXY": direct}


def _last_line(text: str) -> str:
    """Return the line that says what went wrong: the last one that names an error, else the last of all."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    named = [line for line in lines if "Error" in line and not line.startswith("File ")]
    return (named or lines or ["zonder iets te zeggen"])[-1][:300]


def _parse_gezien(element: etree._Element) -> Gezien:
    parent, valid = element.find("parent"), element.find("valid")
    line = parent.get("line", "") if parent is not None else ""
    # The plug-in gives its warning no tag; with LC_ALL=C it is in English.
    warnings = [warning.text or "" for warning in element.iterfind("warnings/warning") if warning.get("tag") is None]
    infos = [info.text or "" for info in element.iterfind("infos/info")]
    return Gezien(
        url=element.findtext("url") or "",
        ouder=(parent.text or "") if parent is not None else "",
        regel=int(line) if line.isdecimal() else 1,
        werkt=valid is not None and valid.text == "1",
        antwoord=valid.get("result", "") if valid is not None else "",
        anker_mist=any(warning.startswith("Anchor `") for warning in warnings),
        geweigerd=any("robots.txt" in info for info in infos),
    )
