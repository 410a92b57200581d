"""The published files of the small handreiking as they are on record, and what a change of their format breaks.

`python -m tests.opendata.opbouw` puts on record what the code now makes. Do so when a field was added; for any other
change of the format, give its model a new `VERSIE` first (the schema of the former version stays on record).
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.opendata.overzicht import DELEN
from tests.conftest import Werkmap, copy_klein
from tests.trainingen import add_trainingen

GOUD = Path(__file__).parent / "goud"
_NO_KIND = {"description", "title", "properties", "required", "items", "$defs", "anyOf", "$ref"}


def copy_whole(folder: Path, icons: Path) -> Werkmap:
    """Copy the small handreiking to a folder, with records of the kinds that it has none of."""
    werkmap = copy_klein(folder, icons)
    add_trainingen(folder)
    return werkmap


def render_opendata(handreiking: Handreiking, site: Site) -> dict[str, str]:
    """Return the text of every published file, by its path from the site's root."""
    return {path: text for deel in DELEN for path, text in deel(handreiking, site).items()}


def breaks(was: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Return the fields of a JSON Schema that another one no longer has, or no longer has in the same way."""
    kept = set(_fields(now, now, ""))
    return [path for path, kind in _fields(was, was, "") if (path, kind) not in kept]


def _fields(whole: dict[str, Any], node: dict[str, Any], path: str) -> Iterator[tuple[str, str]]:
    """Yield each field below a node by its path, with what may stand in it, and whether it is always there."""
    if "$ref" in node:
        node = whole["$defs"][node["$ref"].rpartition("/")[2]]
    for choice in node.get("anyOf", ()):
        yield from _fields(whole, choice, path)
    if "items" in node:
        yield from _fields(whole, node["items"], f"{path}[]")
    yield path, json.dumps({key: value for key, value in node.items() if key not in _NO_KIND}, sort_keys=True)
    for name, field in node.get("properties", {}).items():
        here = f"{path}.{name}".lstrip(".")
        yield here, f"always there: {name in node.get('required', ())}"
        yield here, f"may be null: {any(choice.get('type') == 'null' for choice in field.get('anyOf', ()))}"
        yield from _fields(whole, field, here)


def main() -> None:
    """Put the files on record."""
    with tempfile.TemporaryDirectory() as folder:
        icons = Path(folder) / "iconen" / "material"
        icons.mkdir(parents=True)
        for name in ("tree-outline", "water-outline"):
            (icons / f"{name}.svg").touch()
        handreiking = copy_whole(Path(folder) / "klein", icons.parent).handreiking()
    for path, text in render_opendata(handreiking, Site()).items():
        target = GOUD / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())


if __name__ == "__main__":
    main()
