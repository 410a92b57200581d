"""How long 1,000 addresses on 60 hosts at 100 ms each take: our link check against the command `linkchecker`.

    python bench/links.py [--linkchecker PATH]

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


def main() -> int:
    """Print the table; give 1 where `linkchecker` is missing or looked at fewer addresses."""
    parser = argparse.ArgumentParser(description="Vergelijkt onze linkcontrole met LinkChecker.")
    parser.add_argument("--linkchecker", default=shutil.which("linkchecker"), help="het commando (standaard: uit PATH)")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        asyncio.run(_serve())
        return 0
    with subprocess.Popen([sys.executable, __file__, "--serve"], stdout=subprocess.PIPE, text=True) as server:
        try:
            port = int(server.stdout.readline() if server.stdout else 0)
            return _compare(port, arguments.linkchecker)
        finally:
            server.terminate()


def _compare(port: int, command: str | None) -> int:
    urls = [f"http://127.0.1.{number % HOSTS + 1}:{port}/pagina/{number}" for number in range(ADDRESSES)]
    usual = Drempels()
    rows = [
        (f"onze controle ({usual.werkers} werkers, pauze {usual.pauze:g} s per host)", *_ours(urls, usual)),
        (f"onze controle ({usual.werkers} werkers, zonder pauze)", *_ours(urls, replace(usual, pauze=0.0))),
    ]
    if command is not None:
        rows += [
            (f"linkchecker ({threads} threads)", *_linkchecker(urls, command, threads))
            for threads in (10, usual.werkers)
        ]
    first = rows[0][1]
    print(f"{ADDRESSES} adressen op {HOSTS} hosts, {DELAY * 1000:.0f} ms per antwoord\n")
    print(f"{'':48} {'seconden':>9} {'in orde':>8} {'verhouding':>11}")
    for name, seconds, fine in rows:
        print(f"{name:48} {seconds:9.2f} {fine:8} {seconds / first:10.2f}x")
    if command is None:
        print("\nlinkchecker staat niet in PATH; geef --linkchecker")
    return int(command is None or any(fine != ADDRESSES for _, _, fine in rows))


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
    sys.exit(main())
