"""How long 1,000 addresses at 100 ms each take, on 60 hosts and on 1,000: our link check, `linkchecker` and `lychee`.

Linux only: the hosts are addresses of loopback, from 127.0.1.1 on. The server is a process of its own. LinkChecker
gets what makes it fast: no robots.txt, the response header by which a server lifts its brake, `maxrequestspersecond`,
and once its own number of threads and once ours. As root it becomes `nobody`, so what it reads is made readable to
all. lychee gets no cache, and as many requests at a time as we make. Ours alone asks each host once more, for what
cannot be there. That each really looked at every address is counted.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.meting import ROOT, Tabel, run, times
from handreiking.links.controle import check_links
from handreiking.links.doel import Doel, Oordeel
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving

ADDRESSES, HOSTS, DELAY = 1000, (60, 1000), 0.1
_TEXT = b"<p>" + b"Tekst van een pagina. " * 60
_HEAD = b"HTTP/1.1 %s\r\nContent-Type: text/html\r\nLinkChecker: snel\r\nConnection: close\r\n"


def measure(*, snel: bool) -> Iterator[Tabel]:  # noqa: ARG001 - it has one size
    """Yield a table for each number of hosts; raises SystemExit where one of them looked at fewer addresses."""
    usual = Drempels()
    serving = [sys.executable, "-c", "import asyncio; from bench.links import serve; asyncio.run(serve())"]
    with subprocess.Popen(serving, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        try:
            port = int(server.stdout.readline() if server.stdout else 0)
            for hosts in HOSTS:
                names = [f"127.0.{1 + nth % hosts // 250}.{1 + nth % hosts % 250}" for nth in range(ADDRESSES)]
                urls = [f"http://{name}:{port}/pagina/{nth}" for nth, name in enumerate(names)]
                found = {
                    f"onze controle ({usual.werkers} werkers, pauze {usual.pauze:g} s per host)": _ours(urls, usual),
                    f"onze controle ({usual.werkers} werkers, zonder pauze)": _ours(urls, replace(usual, pauze=0.0)),
                    **{f"linkchecker ({threads} threads)": _theirs(urls, threads) for threads in (10, usual.werkers)},
                    f"lychee ({usual.werkers} tegelijk)": _lychee(urls, usual.werkers),
                }
                if any(fine != ADDRESSES for _, fine in found.values()):
                    raise SystemExit(f"not every address was looked at: {found}")
                first, *_ = (seconds for seconds, _ in found.values())
                yield Tabel(
                    f"{ADDRESSES} adressen op {hosts} hosts, {DELAY * 1000:.0f} ms per antwoord",
                    ("wie", "seconden", "verhouding"),
                    [(name, seconds, times(first / seconds)) for name, (seconds, _) in found.items()],
                    "De verhouding: de tijd van onze controle, zoals zij staat ingesteld, gedeeld door die van de rij.",
                )
        finally:
            server.terminate()


async def serve() -> None:
    """Answer on every address of loopback, slowly; print the port."""
    server = await asyncio.start_server(_answer, "0.0.0.0", 0, backlog=512)  # noqa: S104 - 60 addresses of loopback
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def _ours(urls: list[str], drempels: Drempels) -> tuple[float, int]:
    doelen = [Doel("instrument", url, url, "data/tools.yaml", 1) for url in urls]
    omgeving = Omgeving(toegestaan=(ip_network("127.0.0.0/8"),))
    start = time.perf_counter()
    verslag = check_links(doelen, omgeving, drempels)
    return time.perf_counter() - start, sum(uitslag.oordeel is Oordeel.WERKT for uitslag in verslag.uitslagen)


def _theirs(urls: list[str], threads: int) -> tuple[float, int]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # for nobody
        settings = folder / "instellingen"
        settings.write_text("[checking]\nmaxrequestspersecond=1000\n", encoding="utf-8")
        options = ("-f", settings, "-t", threads, "-r", 0, "--no-robots", "-o", "csv", "-v", "--no-status")
        said, seconds, _ = run([Path(sys.executable).with_name("linkchecker"), *options, *urls])
    return seconds, said.count(";200 OK")


def _lychee(urls: list[str], tegelijk: int) -> tuple[float, int]:
    with TemporaryDirectory() as name:
        listed = Path(name) / "adressen.html"
        listed.write_text("".join(f'<a href="{url}">x</a>' for url in urls), encoding="utf-8")
        options = ("--format", "json", "--no-progress", "--max-concurrency", tegelijk, "--host-concurrency", tegelijk)
        free = ("--host-request-interval", "0ms", "--max-retries", 0)
        said, seconds, _ = run([ROOT / ".venv" / "anders" / "bin" / "lychee", *options, *free, listed])
    return seconds, int(json.loads(said)["successful"])


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(asyncio.IncompleteReadError, ConnectionError):
        asked = (await reader.readuntil(b"\r\n\r\n")).split(b" ")[1]
        await asyncio.sleep(DELAY)
        known = asked.startswith(b"/pagina/")
        body = b"<!doctype html><title>Pagina %s</title><h1>%s</h1>" % (asked, asked) + (_TEXT if known else b"")
        head = _HEAD % (b"200 OK" if known else b"404 Not Found")
        writer.write(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        await writer.drain()
    writer.close()
