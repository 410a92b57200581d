"""Add what others made and lies in the project itself, as onderdelen.json has it, to the list of parts (CycloneDX).

A list of the Python packages alone would leave out the one foreign script that readers run, and the type.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).parents[1]
ONDERDELEN = Path(__file__).parent / "onderdelen.json"


def components(onderdelen: list[dict[str, Any]], wortel: Path) -> list[dict[str, Any]]:
    """Give the parts as components of CycloneDX 1.6, each with its files and their SHA-256 as they lie there."""
    return [
        {
            **{name: value for name, value in part.items() if name != "files"},
            "bom-ref": part["purl"],
            "components": [_file(part["purl"], name, wortel) for name in part["files"]],
        }
        for part in onderdelen
    ]


def _file(purl: str, name: str, wortel: Path) -> dict[str, Any]:
    content = hashlib.sha256((wortel / name).read_bytes()).hexdigest()
    hashes = [{"alg": "SHA-256", "content": content}]
    return {"type": "file", "name": name, "bom-ref": f"{purl}#{name}", "hashes": hashes}


def main(path: Path) -> None:
    """Add the parts to a list that holds the packages."""
    bom = json.loads(path.read_text(encoding="utf-8"))
    bom["components"] += components(json.loads(ONDERDELEN.read_text(encoding="utf-8"))["components"], WORTEL)
    path.write_text(json.dumps(bom, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
