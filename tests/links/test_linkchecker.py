"""LinkChecker as a program that may be missing, fail, or look at nothing: none of that is a result."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from handreiking.basis.problem import NietGedraaidError
from handreiking.links.sitecheck import check_site
from tests.links.proefsite import write_site


@pytest.mark.parametrize("pages", [{}, {"niets.txt": "x"}])
def test_a_site_without_pages_is_no_result(tmp_path: Path, pages: Mapping[str, str]) -> None:
    """LinkChecker finds no fault in nothing."""
    folder = write_site(tmp_path / "site", pages)
    with pytest.raises(NietGedraaidError, match="staat geen enkele pagina; bouw eerst de site"):
        check_site(folder, tmp_path)


def test_an_empty_page_is_no_result(tmp_path: Path) -> None:
    """A page of no bytes is not a page without faults."""
    (tmp_path / "index.html").touch()
    with pytest.raises(NietGedraaidError, match=r"index\.html is leeg of niet te lezen"):
        check_site(tmp_path, tmp_path)


# What a LinkChecker of our own does, as the body of a program that has `begin` (the address it was given) and the
# functions of `PROGRAM`; and what is then said.
DONE = "report(['/', '/weg', '/.linkcontrole/niets', '/.linkcontrole.html#niets'], "
STUCK = "LinkChecker liep vast (uitgang"
FAULTY = {
    "crash": ("raise PermissionError(13, 'x')", f"{STUCK} 1): PermissionError: [Errno 13] x"),
    "killed": ("os.kill(os.getpid(), 9)", f"{STUCK} -9): zonder iets te zeggen"),
    "internal error": (
        DONE + "); print('WARNING internal error occurred', file=sys.stderr)",
        f"{STUCK} 0): WARNING internal error occurred",
    ),
    "exit 2": (DONE + "); sys.exit(2)", f"{STUCK} 2): zonder iets te zeggen"),
    "silence": ("pass", f"{STUCK} 0): zonder iets te zeggen"),
    "half": ("print(HEAD)", f"{STUCK} 0): zonder iets te zeggen"),
    "nothing": ("report([])", "LinkChecker bekeek niet alles: /, /weg, "),
    "a page missing": ("report(['/weg'])", "LinkChecker bekeek niet alles: /, "),
    "a page refused": (DONE + "dead='/')", "LinkChecker bekeek niet alles: index.html."),
    "an address missing": ("report(['/'])", "LinkChecker bekeek niet alles: /weg, "),
    "all approved": (DONE + ")", "LinkChecker bekeek niet alles: wat met opzet nergens heen leidt."),
    "no anchors": (DONE + "dead='niets')", "LinkChecker bekeek niet alles: wat met opzet nergens heen leidt."),
    "too slow": ("time.sleep(60)", "LinkChecker kon niet draaien (TimeoutExpired)."),
}
PROGRAM = f"""#!{sys.executable}
import os, sys, time

begin = sys.argv[-1]
HEAD = "urlname;parentname;result;warningstring;valid;url;line"

def report(urls, dead="nooit"):
    print(HEAD)
    for url in urls:
        print(f"{{url}};{{begin}};x;;{{not url.endswith(dead) or '#' in url}};{{begin}}{{url}};1")
    print("# Stopped checking")

"""


@pytest.mark.parametrize("name", FAULTY)
def test_a_run_that_fails_or_skips_is_no_result(tmp_path: Path, name: str) -> None:
    """Whatever LinkChecker does wrong, the check says that it did not run, never that all is well."""
    body, expected = FAULTY[name]
    command = tmp_path / "linkchecker"
    command.write_text(PROGRAM + body + "\n", encoding="utf-8")
    command.chmod(0o755)
    site = write_site(tmp_path / "site", {"index.html": '<a href="weg">x</a>'})
    with pytest.raises(NietGedraaidError) as raised:
        check_site(site, tmp_path, None, str(command), 0.5 if name == "too slow" else 20)
    assert str(raised.value).startswith(expected)


def test_a_missing_command_is_no_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named or not, a command that is not there is said in a sentence."""
    site = write_site(tmp_path / "site", {"index.html": "x"})
    said = r"^LinkChecker kon niet draaien \(FileNotFoundError\); installeer het met: pip install LinkChecker\.$"
    with pytest.raises(NietGedraaidError, match=said):
        check_site(site, tmp_path, None, "/bestaat/niet")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NietGedraaidError, match=said):
        check_site(site, tmp_path)
