"""How long 1,000 addresses on 60 hosts at 100 ms each take: our link check against the command `linkchecker`.

    python -m bench.links [--linkchecker PATH]

Linux only: the hosts are 127.0.1.1 to 127.0.1.60. The server is a process of its own. LinkChecker gets what makes it
fast: no robots.txt, the response header by which a server lifts its brake, `maxrequestspersecond`, and once its own
number of threads and once ours. As root it becomes `nobody`, so what it reads is made readable to all. That it
really looked at every address is counted.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

from bench.meting import ROOT, Meting, Tabel, number
from bench.uitslag import print_meting
from handreiking.links.controle import check_links
from handreiking.links.doel import Doel, Oordeel
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving

ADDRESSES, HOSTS, DELAY = 1000, 60, 0.1
BODY = b"<!doctype html><title>Een pagina</title><h1>Een pagina</h1><p>" + b"Tekst van een pagina. " * 60
HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nLinkChecker: snel\r\nConnection: close\r\n"
    b"Content-Length: %d\r\n\r\n"
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Vergelijkt onze linkcontrole met LinkChecker.")
    parser.add_argument("--linkchecker", default=_command(), help="het commando (standaard: dat van hier, of uit PATH)")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        asyncio.run(_serve())
    else:
        print_meting(measure(arguments.linkchecker))


def measure(command: str | None = None) -> Meting:
    """Give the table; raises SystemExit where `linkchecker` is missing or one of the two looked at fewer addresses."""
    command = command or _command()
    if command is None:
        raise SystemExit("linkchecker is not installed: see make .venv/links")
    serving = [sys.executable, "-m", "bench.links", "--serve"]
    with subprocess.Popen(serving, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        try:
            port = int(server.stdout.readline() if server.stdout else 0)
            rows = _compare(port, command)
        finally:
            server.terminate()
    if any(fine != ADDRESSES for _, _, fine in rows):
        raise SystemExit(f"not every address was looked at: {rows}")
    first = rows[0][1]
    shown = tuple((name, number(seconds), f"{number(first / seconds)}×") for name, seconds, _ in rows)
    titel = f"{ADDRESSES} adressen op {HOSTS} hosts, {DELAY * 1000:.0f} ms per antwoord"
    uitleg = "De verhouding is de tijd van onze controle, zoals zij staat ingesteld, gedeeld door die van de rij."
    return Meting("Links", (Tabel(titel, ("wie", "seconden", "verhouding"), shown, uitleg),))


def _command() -> str | None:
    return shutil.which("linkchecker", path=str(Path(sys.executable).parent)) or shutil.which("linkchecker")


def _compare(port: int, command: str) -> list[tuple[str, float, int]]:
    urls = [f"http://127.0.1.{nth % HOSTS + 1}:{port}/pagina/{nth}" for nth in range(ADDRESSES)]
    usual = Drempels()
    return [
        (f"onze controle ({usual.werkers} werkers, pauze {usual.pauze:g} s per host)", *_ours(urls, usual)),
        (f"onze controle ({usual.werkers} werkers, zonder pauze)", *_ours(urls, replace(usual, pauze=0.0))),
        *(
            (f"linkchecker ({threads} threads)", *_linkchecker(urls, command, threads))
            for threads in (10, usual.werkers)
        ),
    ]


def _ours(urls: list[str], drempels: Drempels) -> tuple[float, int]:
    doelen = [Doel("instrument", url, url, "data/tools.yaml", 1) for url in urls]
    omgeving = Omgeving(toegestaan=(ip_network("127.0.0.0/8"),))
    start = time.monotonic()
    verslag = check_links(doelen, omgeving, drempels)
    return time.monotonic() - start, sum(uitslag.oordeel is Oordeel.WERKT for uitslag in verslag.uitslagen)


def _linkchecker(urls: list[str], command: str, threads: int) -> tuple[float, int]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # for nobody
        page, settings = folder / "begin.html", folder / "instellingen"
        page.write_text("".join(f'<p><a href="{url}">x</a>\n' for url in urls), encoding="utf-8")
        settings.write_text(
            f"[checking]\nthreads={threads}\nmaxrequestspersecond=1000\nrecursionlevel=1\nrobotstxt=0\n"
            "[filtering]\ncheckextern=1\n[output]\nlog=csv\nverbose=1\nstatus=0\n[csv]\nparts=urlname,result\n",
            encoding="utf-8",
        )
        start = time.monotonic()
        done = subprocess.run([command, "-f", settings, page], capture_output=True, text=True, check=False)
        return time.monotonic() - start, done.stdout.count(";200 OK")


async def _serve() -> None:
    server = await asyncio.start_server(_answer, "0.0.0.0", 0, backlog=512)  # noqa: S104 - 60 addresses of loopback
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        await reader.readuntil(b"\r\n\r\n")
        await asyncio.sleep(DELAY)
        writer.write(HEAD % len(BODY) + BODY)
        await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


if __name__ == "__main__":
    main()
