"""Is the site still the same? Build five variants with the code of a commit and with that of this folder, and compare.

    python -m bench.gelijk [commit] [--variant editie …] [--toon]
    python -m bench.gelijk --adressen MAP

What a commit makes is kept in `.venv/gelijk/`, so that it is built once. Exit status 1 where a byte differs.
`--adressen` prints every address and anchor of a built site, the form in which `data/adressen.txt` keeps them.
"""

from __future__ import annotations

import argparse
import difflib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import html

from bench.maken import write_handreiking
from bench.meting import ROOT

_KEPT = ROOT / ".venv" / "gelijk"
_DAY = "1796083200"  # 2026-12-01: dates are held against the same day in both
_SHOWN = 30


@dataclass(frozen=True)
class Variant:
    """A site to build: the configuration, from the root of the code, and what the environment says."""

    config: str
    environment: tuple[tuple[str, str], ...] = ()


VARIANTEN = {
    "editie": Variant("mkdocs.yml"),
    "kaal": Variant("mkdocs.yml", (("EXPORT", "nee"),)),
    "mappen": Variant("mappen/mkdocs.yml", (("SITE_URL", "https://www.example.org/gids/"), ("EXPORT", "nee"))),
    "klein": Variant("tests/fixtures/klein/mkdocs.yml"),
    "groot": Variant("groot/mkdocs.yml", (("EXPORT", "nee"),)),
}


def main() -> int:
    """Compare what was asked for; return 1 where anything differs."""
    parser = argparse.ArgumentParser(prog="python -m bench.gelijk", description="Vergelijkt de gebouwde site.")
    parser.add_argument("commit", nargs="?", default="HEAD")
    parser.add_argument("--variant", nargs="*", choices=VARIANTEN, default=list(VARIANTEN))
    parser.add_argument("--toon", action="store_true", help="laat van elk bestand zien wat verschilt")
    parser.add_argument("--adressen", type=Path, metavar="MAP", help="noem de adressen van een gebouwde site")
    arguments = parser.parse_args()
    if arguments.adressen:
        print("\n".join(find_adressen(arguments.adressen)))
        return 0
    commit = _git("rev-parse", "--verify", f"{arguments.commit}^{{commit}}").strip()
    different = False
    for name in arguments.variant:
        before = build_commit(commit, name)
        with TemporaryDirectory() as folder:
            after = build(ROOT, name, Path(folder) / "site")
            found = list(compare(before, after, show=arguments.toon))
        different |= bool(found)
        print(f"{name}: {'gelijk' if not found else f'{len(found)} bestanden verschillen'}")
        print("".join(f"  {line}\n" for line in found), end="", flush=True)
    return int(different)


def build_commit(commit: str, name: str) -> Path:
    """Return the folder of a variant as a commit builds it, from an earlier run where there was one."""
    kept = _KEPT / commit / name
    if not kept.is_dir():
        with TemporaryDirectory() as folder:
            code = Path(folder) / "code"
            _git("worktree", "add", "--detach", "--force", str(code), commit)
            try:
                shutil.copytree(build(code, name, Path(folder) / "site"), kept)
            finally:
                _git("worktree", "remove", "--force", str(code))
    return kept


def build(code: Path, name: str, target: Path) -> Path:
    """Build a variant with the code in a folder; raises SystemExit with what it printed where it fails."""
    variant = VARIANTEN[name]
    with TemporaryDirectory() as folder:
        config = _write_made(code, name, Path(folder)) if name in ("mappen", "groot") else code / variant.config
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config), "-d", str(target)],
            cwd=code,
            env={
                **os.environ,
                "EXPORT": "ja",
                "NO_MKDOCS_2_WARNING": "1",
                "PYTHONPATH": str(code),
                "SOURCE_DATE_EPOCH": _DAY,
                **dict(variant.environment),
            },
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise SystemExit(f"{name}: {code} bouwt niet\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return target


def compare(before: Path, after: Path, *, show: bool = False) -> Iterator[str]:
    """Yield a line for each file that only one of two folders has, or that differs, with what differs if asked for."""
    old, new = ({path.relative_to(f).as_posix() for path in f.rglob("*") if path.is_file()} for f in (before, after))
    for name in sorted(old ^ new):
        yield f"{name}: {'weg' if name in old else 'nieuw'}"
    for name in sorted(old & new):
        one, other = (before / name).read_bytes(), (after / name).read_bytes()
        if one != other:
            yield "\n    ".join(
                [f"{name}: {len(one)} → {len(other)} bytes", *(_difference(one, other) if show else ())]
            )


def find_adressen(site: Path) -> Iterator[str]:
    """Yield the path of every file of a built site, and of each page every anchor (`page.html#anchor`), sorted."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        yield name
        if path.suffix == ".html":
            yield from (f"{name}#{anchor}" for anchor in sorted(set(html.parse(path).xpath("//@id"))))


def _write_made(code: Path, name: str, folder: Path) -> Path:
    """Write the project of a variant that no commit holds, with its configuration; return that."""
    older = (code / "overrides" / "base.html").is_file()  # before the templates came into the package
    config = [f"INHERIT: {code / 'mkdocs.yml'}", "docs_dir: content", f"hooks:\n  - {code / 'hooks' / 'site.py'}"]
    config += [f"theme:\n  name: material\n  custom_dir: {code / 'overrides'}"] if older else []
    if name == "mappen":
        for part in ("content", "data"):
            shutil.copytree(code / part, folder / part)
        if older:
            config.append("use_directory_urls: true")
        else:
            with (folder / "data" / "handreiking.yaml").open("a", encoding="utf-8") as titelblad:
                titelblad.write("adressen: mappen\n")
    else:
        folder /= "made"
        write_handreiking(folder, onderwerpen=400, instrumenten=4000)
    (folder / "mkdocs.yml").write_text("\n".join([*config, ""]), encoding="utf-8")
    return folder / "mkdocs.yml"


def _difference(one: bytes, other: bytes) -> Iterable[str]:
    try:
        lines = difflib.unified_diff(one.decode().splitlines(), other.decode().splitlines(), n=0, lineterm="")
    except UnicodeDecodeError:
        return ["(geen tekst)"]
    return [line[:300] for line in lines if not line.startswith(("---", "+++"))][:_SHOWN]


def _git(*words: str) -> str:
    return subprocess.run(["git", "-C", str(ROOT), *words], check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
