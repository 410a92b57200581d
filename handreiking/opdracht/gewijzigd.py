"""Which records of the data a change touched, held against an earlier version in git."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from handreiking.basis.problem import NietGedraaidError
from handreiking.basis.yaml_document import decode, parse_yaml


def load_changed_ids(folder: Path, rev: str, file: str) -> frozenset[str]:
    """Return the ids of the records in `file` (from `folder`) that are new or other than they were at `rev`.

    Raises NietGedraaidError where git or the revision is not there.
    """
    before, now = load_changes(folder, rev, file)
    return frozenset(name for name, record in now.items() if before.get(name) != record)


def load_changes(folder: Path, rev: str, file: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the records of `file` (from `folder`) by id, as they were at `rev` and as they are now.

    A record without an id goes by its first field. Raises NietGedraaidError where git or the revision is not there.
    """
    path = folder / file
    return _records(_load_old(folder, rev, file), file), _records(path.read_bytes() if path.is_file() else b"", file)


def load_changed_files(folder: Path, rev: str) -> frozenset[str]:
    """Return the files below `folder`, as an editor knows them, that are new or other than they were at `rev`.

    Raises NietGedraaidError where git or the revision is not there.
    """
    changed = _git(folder, "diff", "--name-only", "--relative", "-z", _base(folder, rev), "--", ".")
    new = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(name for name in (changed + new).decode("utf-8", "surrogateescape").split("\0") if name)


def load_before(folder: Path, rev: str, below: Sequence[str]) -> str:
    """Return all text below some folders as it was when the change that is here was begun.

    Raises NietGedraaidError where git or the revision is not there.
    """
    base = _base(folder, rev)
    listed = _git(folder, "ls-tree", "-r", "--name-only", "-z", base, "--", *below).decode("utf-8", "surrogateescape")
    return "\n".join(
        _git(folder, "show", f"{base}:./{name}").decode("utf-8", "replace") for name in filter(None, listed.split("\0"))
    )


def _load_old(folder: Path, rev: str, file: str) -> bytes:
    """Return a file as it was; nothing where it was not there yet."""
    base = _base(folder, rev)
    listed = _git(folder, "ls-tree", "--name-only", base, "--", file)
    return _git(folder, "show", f"{base}:./{file}") if listed else b""


def _base(folder: Path, rev: str) -> str:
    """Return the version that a change began from: what others did since is not of this change.

    Raises NietGedraaidError where git or the revision is not there.
    """
    if rev.startswith("-"):
        raise NietGedraaidError(f"'{rev}' is geen versie in git")
    if rev and not rev.strip("0"):
        raise NietGedraaidError("er is geen eerdere versie om mee te vergelijken")
    try:
        _git(folder, "rev-parse", "--verify", "--quiet", f"{rev}^{{commit}}")
    except FileNotFoundError:
        raise NietGedraaidError("git is niet gevonden; installeer git") from None
    except subprocess.CalledProcessError:
        raise NietGedraaidError(f"git kent de versie '{rev}' niet; haal de geschiedenis op met git fetch") from None
    try:
        return _git(folder, "merge-base", rev, "HEAD").decode().strip()
    except subprocess.CalledProcessError:  # histories that share nothing
        return rev


def _git(folder: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True).stdout  # noqa: S607


def _records(raw: bytes, file: str) -> dict[str, Any]:
    """Return the records of a data file by id, as they stand there; none of what cannot be read."""
    text, _ = decode(raw, file)
    document = parse_yaml(text, file)[0] if text else None
    listed = document.waarde if document is not None and isinstance(document.waarde, list) else []
    filled = [record for record in listed if isinstance(record, dict) and record]
    names = [record.get("id") or next(iter(record.values())) for record in filled]
    return {str(getattr(name, "letters", name)): record for name, record in zip(names, filled, strict=True)}
