"""Write a file whole or not at all."""

from __future__ import annotations

import errno
import glob
import os
import stat
import tempfile
from pathlib import Path

_HALF = ".half"
_MAG_NIET = (errno.EACCES, errno.EPERM, errno.EROFS)
_REDEN = {errno.ENOSPC: "de schijf is vol", **dict.fromkeys(_MAG_NIET, "dat mag hier niet")}


def render_oserror(error: OSError, name: object = None) -> str:
    """Say in Dutch what the system would not do, and with which file; `name` is that file where the error has none."""
    reason = _REDEN.get(error.errno or 0, error.strerror)
    return f"{error.filename or name}: dit is niet te lezen of te schrijven ({reason})"


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a text as UTF-8, or bytes, with the mode of the file that stood there.

    Raises OSError that names the path, with that file in place. A link stays one: what it points to is written. What
    an earlier run left half done beside it, because it was killed, is cleared away.
    """
    raw = content.encode() if isinstance(content, str) else content
    try:
        if path.exists() and not path.is_file():  # /dev/stdout: there is nothing to keep whole; a folder is refused
            path.write_bytes(raw)
        else:
            _replace(path.resolve(), raw)
    except OSError as error:
        error.filename, error.filename2 = str(path), None  # and not that of the temporary file
        raise


def _replace(target: Path, raw: bytes) -> None:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644  # a temporary file is private
    prefix = f".{target.name}."
    for left in target.parent.glob(f"{glob.escape(prefix)}*{_HALF}"):
        left.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=prefix, suffix=_HALF)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
