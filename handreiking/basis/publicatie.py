"""Put a built folder in the place of the previous one, whole or not at all."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def staging_for(target: Path) -> Path:
    """Return the folder to build in before it takes the place of `target`: beside it, on its file system."""
    return target.with_name(f".{target.name}.bouw")


def check_target(target: Path) -> str | None:
    """Say in Dutch why a folder cannot be built at `target`, or None; what is no folder of ours stays untouched."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        return f"{target} is een snelkoppeling of een bestand, geen map; kies een andere map of haal het weg"
    return None


def write_site(made: Mapping[str, bytes], target: Path) -> None:
    """Write files by their path, and put them whole in the place of what stood at `target`.

    Raises OSError, with the previous folder in place.
    """
    staging = staging_for(target)
    shutil.rmtree(staging, ignore_errors=True)
    try:
        for path, content in made.items():
            file = staging / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        write_in_place(staging, target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def write_in_place(built: Path, target: Path) -> None:
    """Make `target` the folder `built`, both on one file system; the previous one is removed afterwards.

    Where the kernel can (Linux, renameat2 with RENAME_EXCHANGE), at no moment is there no `target`.
    Raises OSError, with the previous folder in place, where the folders cannot be renamed.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        built.rename(target)
        return
    if not _exchange(built, target):
        aside = target.with_name(f".{target.name}.vorige")
        shutil.rmtree(aside, ignore_errors=True)
        target.rename(aside)
        try:
            built.rename(target)
        except OSError:
            aside.rename(target)
            raise
        built = aside
    shutil.rmtree(built)


def _exchange(one: Path, other: Path) -> bool:
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
