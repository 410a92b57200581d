"""The shipped configurations, in the real servers: headers, compression, what is kept how long, what is not given."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import requests
import trustme
from playwright.sync_api import Browser

from tests.site.conftest import ROOT, Site

pytestmark = pytest.mark.site

NAME = "handreiking.example.org"
KEPT = "public, max-age=31536000, immutable"
ASKED = "public, max-age=0, must-revalidate, s-maxage=300, stale-if-error=604800"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; upgrade-insecure-requests"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@dataclass(frozen=True)
class Server:
    """A server that runs: its address, the certificate authority to trust, and the folder that it serves."""

    url: str
    ca: Path
    site: Path

    def get(self, path: str, method: str = "GET", **headers: str) -> requests.Response:
        """Ask for a path below the root, as it stands."""
        asked = {"Accept-Encoding": "gzip", **headers}
        return requests.request(
            method, f"{self.url}{path}", headers=asked, verify=str(self.ca), timeout=10, allow_redirects=False
        )


def pack(site: Path) -> None:
    """Pack a site, as before it is copied to its server."""
    subprocess.run(["/bin/sh", ROOT / "server" / "inpakken.sh", site], check=True)


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def changed(text: str, *changes: tuple[str, str]) -> str:
    """Return a configuration with the lines replaced that its own text says to adapt."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


@contextmanager
def running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    """Run a server until it answers on its port, and stop it afterwards."""
    with (folder / "uitvoer.txt").open("w", encoding="utf-8") as printed:
        process = subprocess.Popen(
            command, cwd=folder, stdout=printed, stderr=subprocess.STDOUT, env={"HOME": str(folder)}
        )
        try:
            for _ in range(200):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert process.poll() is None, (folder / "uitvoer.txt").read_text(encoding="utf-8")
                time.sleep(0.05)
            yield
        finally:
            process.terminate()
            process.wait(10)


def start_nginx(folder: Path, site: Path, ports: tuple[int, int]) -> list[str]:
    """Write the configuration below a folder; give the command."""
    plain, tls = map(str, ports)
    text = changed(
        (ROOT / "server" / "nginx.conf").read_text(encoding="utf-8"),
        ("    listen [::]:80;\n", ""),
        ("    listen [::]:443 ssl http2;\n", ""),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{tls} ssl http2;"),
        ("/etc/ssl/handreiking.example.org.pem", str(folder / "cert.pem")),
        ("/etc/ssl/handreiking.example.org.key", str(folder / "cert.key")),
        ("/srv/handreiking/site", str(site)),
        ("include kopregels.conf;", f"include {ROOT / 'server' / 'kopregels.conf'};"),
    )
    (folder / "site.conf").write_text(text, encoding="utf-8")
    temporary = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in ("proxy", "fastcgi", "uwsgi", "scgi"))
    own = f"daemon off; error_log stderr; pid {folder}/nginx.pid; worker_processes 1; user root;\n"
    own += f"events {{ }}\nhttp {{ client_body_temp_path {folder}/body; {temporary} include {folder}/site.conf; }}\n"
    (folder / "nginx.conf").write_text(own, encoding="utf-8")
    return [shutil.which("nginx") or "/usr/sbin/nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]


def start_caddy(folder: Path, site: Path, ports: tuple[int, int]) -> list[str]:
    """Write the configuration below a folder; give the command."""
    plain, tls = map(str, ports)
    general = f"{{\n\tadmin off\n\thttp_port {plain}\n\thttps_port {tls}\n\tskip_install_trust\n}}\n\n"
    own = f"127.0.0.1:{tls} {{\n\tbind 127.0.0.1\n\ttls {folder}/cert.pem {folder}/cert.key\n"
    text = general + changed(
        (ROOT / "server" / "Caddyfile").read_text(encoding="utf-8"),
        ("\nhandreiking.example.org {\n", f"\n{own}"),
        ("/srv/handreiking/site", str(site)),
    )
    (folder / "Caddyfile").write_text(text, encoding="utf-8")
    caddy = shutil.which("caddy")
    assert caddy is not None, "caddy is not installed: see tests/debian.sh"
    return [caddy, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


@contextmanager
def serving(start: Callable[[Path, Path, tuple[int, int]], list[str]], built: Path) -> Iterator[Server]:
    """Serve a copy of a site, packed as LEESMIJ.md says, with a certificate of our own."""
    authority = trustme.CA()
    certificate = authority.issue_cert("127.0.0.1")
    ports = (free_port(), free_port())
    with TemporaryDirectory() as name:
        folder, site = Path(name), Path(name) / "site"
        folder.chmod(0o755)
        authority.cert_pem.write_to_path(folder / "ca.pem")
        (folder / "cert.pem").write_bytes(b"".join(blob.bytes() for blob in certificate.cert_chain_pems))
        certificate.private_key_pem.write_to_path(folder / "cert.key")
        shutil.copytree(built, site)
        pack(site)
        with running(start(folder, site, ports), ports[1], folder):
            yield Server(f"https://127.0.0.1:{ports[1]}", folder / "ca.pem", site)


@pytest.fixture(scope="module", params=[start_nginx, start_caddy])
def server(request: pytest.FixtureRequest, edition: Site) -> Iterator[Server]:
    """The edition, as each server that we have a configuration for serves it."""
    with serving(request.param, edition.folder) as server:
        yield server


def test_every_answer_has_the_headers(server: Server) -> None:
    """Pages, files and what is not there; none says which server it is, and none sets a cookie."""
    for path in ("/", "/over.html", "/assets/css/site.css", "/handreiking.pdf", "/bestaat-niet.html"):
        answer = server.get(path)
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, path
        assert answer.headers.get("Cache-Control") == ASKED
        assert "Set-Cookie" not in answer.headers
        assert not any(letter.isdigit() for letter in answer.headers.get("Server", ""))


def test_kinds_of_files_are_named(server: Server) -> None:
    """A browser does not have to guess, which it may not either."""
    expected = {
        "/": "text/html",
        "/assets/css/site.css": "text/css",
        "/assets/js/zoeken.js": "application/javascript",
        "/handreiking.pdf": "application/pdf",
        "/feed.xml": "application/atom+xml",
        "/opendata/tools.json": "application/json",
        "/.well-known/security.txt": "text/plain",
    }
    given = {path: server.get(path).headers["Content-Type"].lower() for path in expected}
    named = {
        path: kind.partition(";")[0].replace("text/javascript", "application/javascript")
        for path, kind in given.items()
    }
    assert named == expected
    for path in ("/", "/assets/css/site.css", "/.well-known/security.txt"):
        assert given[path].endswith("charset=utf-8")


def test_a_file_with_a_version_is_kept_and_a_page_is_asked_for(server: Server) -> None:
    """The version stands in the address; a page that did not change costs a short answer."""
    assert server.get("/assets/css/site.css?v=1a2b").headers["Cache-Control"] == KEPT
    gone = server.get("/assets/css/weg.css?v=1a2b")
    assert (gone.status_code, gone.headers["Cache-Control"]) == (404, ASKED)
    first = server.get("/over.html")
    again = server.get("/over.html", **{"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


def test_text_is_compressed(server: Server, edition: Site) -> None:
    """What the reader gets is what was built, in fewer bytes."""
    built = edition.path("over.md").read_bytes()
    answer = server.get("/over.html")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.content == built
    plain = server.get("/over.html", **{"Accept-Encoding": "identity"})
    assert ("Content-Encoding" in plain.headers, plain.content) == (False, built)
    assert len(gzip.compress(built)) < len(built) / 2


def test_what_is_packed_is_sent_so(server: Server) -> None:
    """A reader gets the very bytes that were packed beforehand."""
    for path in ("/over.html", "/assets/css/site.css", "/opendata/tools.json", "/feed.xml"):
        packed = (server.site / f"{path[1:]}.gz").read_bytes()
        asked = {"Accept-Encoding": "gzip"}
        answer = requests.get(f"{server.url}{path}", headers=asked, verify=str(server.ca), timeout=10, stream=True)
        assert (answer.headers.get("Content-Encoding"), path) == ("gzip", path)
        assert answer.raw.read(decode_content=False) == packed, path


def test_packing_is_the_same_on_any_day(edition: Site, tmp_path: Path) -> None:
    """The same bytes from files of another day, for every kind of text and for nothing that is packed already."""
    packed: list[dict[Path, bytes]] = []
    for name in ("een", "twee"):
        site = tmp_path / name
        shutil.copytree(edition.folder, site)
        for path in site.rglob("*"):
            os.utime(path, (len(packed), len(packed)))
        pack(site)
        packed.append({path.relative_to(site): path.read_bytes() for path in site.rglob("*.gz")})
    assert packed[0] == packed[1]
    kinds = {path.suffixes[-2] for path in packed[0]}
    assert kinds == {".css", ".csv", ".html", ".js", ".json", ".jsonld", ".txt", ".xml"}


def test_what_is_not_there_gives_our_page(server: Server, edition: Site) -> None:
    """With the right status, and nothing of what lies outside the site or is hidden."""
    ours = (edition.folder / "404.html").read_bytes()
    for path in ("/bestaat-niet.html", "/assets/css/weg.css", "/.git/config", "/..%2f..%2fetc/passwd"):
        answer = server.get(path)
        assert answer.status_code in (400, 404), path
        assert answer.content == ours or path != "/bestaat-niet.html"
        assert b"root:" not in answer.content


def test_only_reading_is_allowed(server: Server) -> None:
    """Nothing can be sent."""
    assert server.get("/over.html", method="HEAD").status_code == 200
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert server.get("/over.html", method=method).status_code in (403, 405), method


@pytest.mark.browser
def test_a_browser_finds_nothing_that_the_policy_forbids(server: Server, browser: Browser) -> None:
    """With search opened on a page of each kind, nothing is blocked, and nothing is asked of another host.

    That no page needs what the policy forbids is tested on all of them, with the policy that they carry themselves.
    """
    context = browser.new_context(ignore_https_errors=True)
    page = context.new_page()
    told: list[str] = []
    asked: set[str] = set()
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.add("/".join(request.url.split("/", 3)[:3])))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e => console.log(e.violatedDirective, e.blockedURI))"
    )
    for path in (
        "",
        "beleid/capaciteit.html",
        "instrumenten.html",
        "zelfscan.html",
        "praktijk/rotterdam/meldpunt.html",
    ):
        page.goto(f"{server.url}/{path}")
        page.click("#pagina-zoekknop")
        page.fill("#pagina-zoekveld", "overleg")
        page.wait_for_selector(".treffers li")
    context.close()
    assert (told, asked) == ([], {server.url})
