"""The shipped nginx configuration beside a bare file: requests a second, and how long the slowest in a hundred wait.

Both are the real nginx with one worker, TLS with a certificate of the same kind, and wrk (HTTP/1.1) asking for
compressed text. The bare one has no configuration but the files; of it the packed page is asked for as it lies there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.meting import RONDES, ROOT, Doel, Tabel, at_least, interleave, run, times
from tests.site.test_server import serving, start_nginx

PAGINAS = ("index.html", "beleid/capaciteit.html", "instrumenten.html")
SECONDEN, VERBINDINGEN = 4, 32
GRENS = 0.95
_BARE = """include /etc/nginx/mime.types;
access_log off;
server {{
    listen 127.0.0.1:{port} ssl http2;
    ssl_certificate {folder}/cert.pem;
    ssl_certificate_key {folder}/cert.key;
    ssl_protocols TLSv1.2 TLSv1.3;
    root {site};
    {own}
}}
"""


def measure(*, snel: bool) -> Iterator[Tabel | Doel]:
    """Yield two targets for each of some pages, and the table of them all."""
    rows, seconds = [], 1 if snel else SECONDEN
    with serving(start_nginx, ROOT / "site") as ours, serving(start_bare, ROOT / "site") as bare:
        for page in PAGINAS:
            presses = [partial(_press, url, seconds) for url in (f"{ours.url}/{page}", f"{bare.url}/{page}.gz")]
            (speed, p99), (other, slowest) = interleave(presses, 1 if snel else RONDES)
            size = (ours.site / f"{page}.gz").stat().st_size
            rows.append((page, size, round(speed), round(other), times(speed / other), p99, slowest))
            yield at_least(f"Verzoeken per seconde, {page}", speed / other, GRENS, "×")
            yield at_least(f"p99 van een kaal bestand gedeeld door de onze, {page}", slowest / p99, GRENS, "×")
    yield Tabel(
        "nginx met onze instelling, naast nginx met een kaal bestand van dezelfde grootte",
        ("pagina", "bytes", "ons /s", "kaal /s", "verhouding", "ons p99 ms", "kaal p99 ms"),
        rows,
        f"wrk met {VERBINDINGEN} verbindingen, {seconds} seconden per ronde, over TLS; één werkproces. "
        "Onze antwoorden hebben alle kopregels en zijn vooraf ingepakt.",
    )


def start_bare(folder: Path, site: Path, ports: tuple[int, int], own: str = "") -> list[str]:
    """Write a configuration with nothing but the folder of a site; return the command."""
    command = start_nginx(folder, site, ports)
    text = _BARE.format(folder=folder, port=ports[1], site=site, own=own)
    (folder / "site.conf").write_text(text, encoding="utf-8")
    return command


def _press(url: str, seconds: int) -> tuple[float, float]:
    """Return the requests a second that wrk saw, and the 99th percentile of the time an answer took, in ms."""
    said, *_ = run(
        ["wrk", "-t1", f"-c{VERBINDINGEN}", f"-d{seconds}s", "--latency", "-H", "Accept-Encoding: gzip", url]
    )
    speed = re.search(r"Requests/sec:\s+([\d.]+)", said)
    slow = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", said)
    if not speed or not slow or "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(said)
    return float(speed[1]), float(slow[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[slow[2]]
