"""The shipped nginx configuration beside a bare file: requests a second, and how long the slowest in a hundred wait.

    python -m bench.server [site] [--rondes 1] [--seconden 2]

Both are the real nginx with one worker, TLS with the same certificate, and wrk (HTTP/1.1) asking for compressed
text. The bare one has no configuration but the file, which has as many bytes as our answer.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import requests
import trustme

from bench.meting import RONDES, ROOT, Doel, Meting, Tabel, at_least, number
from bench.uitslag import print_meting
from tests.site.test_server import free_port, pack, running, start_nginx

PAGINAS = ("index.html", "beleid/capaciteit.html", "instrumenten.html")
SECONDEN, VERBINDINGEN = 4, 32
GRENS = 0.95
_BARE = """daemon off; error_log stderr; pid {folder}/nginx.pid; worker_processes 1; user root;
events {{ }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port} ssl http2;
        ssl_certificate {certificate}/cert.pem;
        ssl_certificate_key {certificate}/cert.key;
        ssl_protocols TLSv1.2 TLSv1.3;
        root {root};
        {own}
    }}
}}
"""


@dataclass(frozen=True)
class Druk:
    """What wrk saw: requests a second, and the 99th percentile of the time an answer took, in ms."""

    per_seconde: float
    p99: float


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Vergelijkt de instelling van nginx met een kaal bestand.")
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("--rondes", type=int, default=RONDES)
    parser.add_argument("--seconden", type=int, default=SECONDEN)
    arguments = parser.parse_args()
    print_meting(measure(arguments.site, arguments.rondes, arguments.seconden))


def measure(site: Path = ROOT / "site", rounds: int = RONDES, seconds: int = SECONDEN) -> Meting:
    """Give the table of some pages, and the target that each has."""
    rows, doelen = [], list[Doel]()
    with serve(site) as (ours, folder), _bare(folder, folder / "kaal") as bare:
        for page in PAGINAS:
            body = _answer(f"{ours}/{page}", folder)
            kaal = folder / "kaal" / page
            kaal.parent.mkdir(parents=True, exist_ok=True)
            kaal.write_bytes(body)
            pressed: dict[str, list[Druk]] = {ours: [], bare: []}
            for _ in range(rounds):
                for url, found in pressed.items():
                    found.append(_press(f"{url}/{page}", seconds))
            one, other = (_median(found) for found in pressed.values())
            ratio = one.per_seconde / other.per_seconde
            figures = (one.per_seconde, other.per_seconde, one.p99, other.p99)
            shown = [number(value, digits) for value, digits in zip(figures, (0, 0, 2, 2), strict=True)]
            rows.append((page, number(len(body), 0), shown[0], shown[1], f"{number(ratio)}×", shown[2], shown[3]))
            doelen.append(at_least(f"Verzoeken per seconde, {page}", ratio, GRENS, "×"))
            doelen.append(
                at_least(f"p99 van een kaal bestand gedeeld door de onze, {page}", other.p99 / one.p99, GRENS, "×")
            )
    return Meting(
        "Server",
        (
            Tabel(
                "nginx met onze instelling, naast nginx met een kaal bestand van dezelfde grootte",
                ("pagina", "bytes", "ons /s", "kaal /s", "verhouding", "ons p99 ms", "kaal p99 ms"),
                tuple(rows),
                f"wrk met {VERBINDINGEN} verbindingen, {seconds} seconden per ronde, over TLS; één werkproces. "
                "Onze antwoorden hebben alle kopregels en zijn vooraf ingepakt.",
            ),
        ),
        tuple(doelen),
    )


@contextmanager
def serve(site: Path) -> Iterator[tuple[str, Path]]:
    """Serve a packed copy of a site with the shipped configuration; give its address and the folder of its files."""
    with _packed(site) as folder:
        ports = (free_port(), free_port())
        with running(start_nginx(folder, folder / "site", ports), ports[1], folder):
            yield f"https://127.0.0.1:{ports[1]}", folder


@contextmanager
def serve_bare(site: Path) -> Iterator[str]:
    """Serve a packed copy of a site with nothing but that, for a site that our headers would break."""
    with _packed(site) as folder, _bare(folder, folder / "site", "gzip_static on;") as url:
        yield url


@contextmanager
def _packed(site: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(site, folder / "site")
        pack(folder / "site")
        authority = trustme.CA()
        certificate = authority.issue_cert("127.0.0.1", "localhost")
        authority.cert_pem.write_to_path(folder / "ca.pem")
        (folder / "cert.pem").write_bytes(b"".join(blob.bytes() for blob in certificate.cert_chain_pems))
        certificate.private_key_pem.write_to_path(folder / "cert.key")
        yield folder


@contextmanager
def _bare(certificate: Path, root: Path, own: str = "") -> Iterator[str]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        port = free_port()
        text = _BARE.format(folder=folder, port=port, certificate=certificate, root=root, own=own)
        (folder / "nginx.conf").write_text(text, encoding="utf-8")
        nginx = shutil.which("nginx") or "/usr/sbin/nginx"
        with running([nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")], port, folder):
            yield f"https://127.0.0.1:{port}"


def _answer(url: str, folder: Path) -> bytes:
    """Give the body as it goes over the line."""
    answer = requests.get(
        url, headers={"Accept-Encoding": "gzip"}, verify=str(folder / "ca.pem"), timeout=10, stream=True
    )
    answer.raise_for_status()
    return bytes(answer.raw.read(decode_content=False))


def _press(url: str, seconds: int) -> Druk:
    wrk = shutil.which("wrk")
    if wrk is None:
        raise SystemExit("wrk is not installed: see tests/debian.sh")
    command = [wrk, "-t1", f"-c{VERBINDINGEN}", f"-d{seconds}s", "--latency", "-H", "Accept-Encoding: gzip", url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(said)
    speed = re.search(r"Requests/sec:\s+([\d.]+)", said)
    slow = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", said)
    assert speed is not None  # noqa: S101 - what wrk always prints
    assert slow is not None  # noqa: S101
    return Druk(float(speed[1]), float(slow[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[slow[2]])


def _median(found: list[Druk]) -> Druk:
    return Druk(median(druk.per_seconde for druk in found), median(druk.p99 for druk in found))


if __name__ == "__main__":
    main()
