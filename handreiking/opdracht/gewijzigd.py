"""Which records of the data a change touched, held against an earlier version in git."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from handreiking.problem import NietGedraaidError
from handreiking.yaml_document import decode, parse_yaml


def load_changed_ids(folder: Path, rev: str, file: str) -> frozenset[str]:
    """Give the ids of the records in `file` (from `folder`) that are new or other than they were at `rev`.

    Raises NietGedraaidError where git or the revision is not there.
    """
    before = _records(_load_old(folder, rev, file), file)
    now = _records((folder / file).read_bytes(), file)
    return frozenset(name for name, record in now.items() if before.get(name) != record)


def load_changed_files(folder: Path, rev: str) -> frozenset[str]:
    """Give the files below `folder`, as an editor knows them, that are new or other than they were at `rev`.

    Raises NietGedraaidError where git or the revision is not there.
    """
    _require(folder, rev)
    changed = _git(folder, "diff", "--name-only", "--relative", "-z", rev, "--", ".")
    new = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(name for name in (changed + new).decode("utf-8", "surrogateescape").split("\0") if name)


def _load_old(folder: Path, rev: str, file: str) -> bytes:
    """Give a file as it was; nothing where it was not there yet."""
    _require(folder, rev)
    listed = _git(folder, "ls-tree", "--name-only", rev, "--", file)
    return _git(folder, "show", f"{rev}:./{file}") if listed else b""


def _require(folder: Path, rev: str) -> None:
    """Raise NietGedraaidError where git or the revision is not there."""
    if rev.startswith("-"):
        raise NietGedraaidError(f"'{rev}' is geen versie in git")
    try:
        _git(folder, "rev-parse", "--verify", "--quiet", f"{rev}^{{commit}}")
    except FileNotFoundError:
        raise NietGedraaidError("git is niet gevonden; installeer git of laat --only-changed-since weg") from None
    except subprocess.CalledProcessError:
        raise NietGedraaidError(f"git kent de versie '{rev}' niet; haal de geschiedenis op met git fetch") from None


def _git(folder: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True).stdout  # noqa: S607


def _records(raw: bytes, file: str) -> dict[str, Any]:
    """Give the records of a data file by id, as they stand there; none of what cannot be read."""
    text, _ = decode(raw, file)
    document = parse_yaml(text, file)[0] if text else None
    listed = document.waarde if document is not None and isinstance(document.waarde, list) else []
    return {str(record["id"]): record for record in listed if isinstance(record, dict) and "id" in record}
