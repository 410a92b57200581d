"""LinkChecker as a program that may be missing, fail, or look at nothing: none of that is a result."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from handreiking.basis.problem import NietGedraaidError
from handreiking.links.linkchecker import Programma, parse_output
from handreiking.links.sitecheck import Opties, check_site
from tests.links.proefsite import free_port, write_site


def test_no_network_is_no_result(tmp_path: Path) -> None:
    """Where no address elsewhere answers at all, the fault is probably ours."""
    port = free_port()
    links = "".join(f'<a href="http://127.0.0.1:{port}/{number}">x</a>' for number in range(2))
    site = write_site(tmp_path / "site", {"index.html": links})
    with pytest.raises(NietGedraaidError, match=r"^Geen van de 2 adressen elders antwoordde: .* dit netwerk\.$"):
        check_site(site, tmp_path, None, Opties(check_extern=True))


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
DONE = "report([begin, '/', '/weg', '/.linkcontrole/bestaat-niet', '/.linkcontrole#bestaat-niet'], "
FAULTY = {
    "crash": ("raise PermissionError(13, 'x')", "LinkChecker liep vast (uitgang 1): PermissionError: [Errno 13] x"),
    "killed": ("os.kill(os.getpid(), 9)", "LinkChecker liep vast (uitgang -9): zonder iets te zeggen"),
    "internal error": (
        DONE + "); print('WARNING internal error occurred', file=sys.stderr)",
        "LinkChecker liep vast (uitgang 0): WARNING internal error occurred",
    ),
    "exit 2": (DONE + "); print('Oops'); sys.exit(2)", "LinkChecker liep vast (uitgang 2): zonder iets te zeggen"),
    "silence": ("pass", "De uitvoer van LinkChecker is niet te lezen: "),
    "half": ("print('<linkchecker><urldata>')", "De uitvoer van LinkChecker is niet te lezen: "),
    "something else": ("print('<html/>')", "De uitvoer van LinkChecker heeft een andere vorm dan verwacht."),
    "nothing": ("report([])", "LinkChecker bekeek 0 van de 1 pagina's; niet bij: index.html."),
    "a page missing": ("report([begin, '/weg'])", "LinkChecker bekeek 0 van de 1 pagina's; niet bij: index.html."),
    "a page refused": (DONE + "dead='/')", "LinkChecker bekeek 0 van de 1 pagina's; niet bij: index.html."),
    "an address missing": ("report([begin, '/'])", "LinkChecker sloeg 3 adressen over: /weg, "),
    "all approved": (DONE + ")", "LinkChecker keurt een link goed die met opzet nergens heen leidt."),
    "no anchors": (
        DONE + "dead='bestaat-niet')",
        "LinkChecker controleert geen ankers; het kan zijn plug-ins niet lezen.",
    ),
    "too slow": ("time.sleep(60)", "LinkChecker was na 0.5 seconden niet klaar."),
}
PROGRAM = f"""#!{sys.executable}
import os, sys, time

begin = sys.argv[-1]

def report(urls, dead="nooit"):
    print("<linkchecker>")
    for url in urls:
        valid = int(not url.endswith(dead) or "#" in url)
        print(f"<urldata><url>{{url}}</url><parent>{{begin}}</parent><valid result='x'>{{valid}}</valid></urldata>")
    print("</linkchecker>")

"""


@pytest.mark.parametrize("name", FAULTY)
def test_a_run_that_fails_or_skips_is_no_result(tmp_path: Path, name: str) -> None:
    """Whatever LinkChecker does wrong, the check says that it did not run, never that all is well."""
    body, expected = FAULTY[name]
    command = tmp_path / "linkchecker"
    command.write_text(PROGRAM + body + "\n", encoding="utf-8")
    command.chmod(0o755)
    site = write_site(tmp_path / "site", {"index.html": '<a href="weg">x</a>'})
    programma = Programma(str(command), seconden=0.5 if name == "too slow" else 20)
    with pytest.raises(NietGedraaidError) as raised:
        check_site(site, tmp_path, None, Opties(programma=programma))
    assert str(raised.value).startswith(expected)


def test_a_missing_command_is_no_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named or not, a command that is not there is said in a sentence."""
    site = write_site(tmp_path / "site", {"index.html": "x"})
    with pytest.raises(NietGedraaidError, match=r"^LinkChecker is niet te starten \(/bestaat/niet: .*\)\.$"):
        check_site(site, tmp_path, None, Opties(programma=Programma("/bestaat/niet")))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NietGedraaidError, match=r"^Het programma LinkChecker ontbreekt; .*$"):
        check_site(site, tmp_path)


def test_output_with_a_document_type_is_refused(tmp_path: Path) -> None:
    """No entity is ever expanded, from a file or out of itself."""
    secret = tmp_path / "geheim"
    secret.write_text("geheim", encoding="utf-8")
    doctype = f'<!DOCTYPE linkchecker [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
    with pytest.raises(NietGedraaidError, match="andere vorm dan verwacht"):
        parse_output(f"{doctype}<linkchecker><urldata><url>&a;</url></urldata></linkchecker>".encode())
