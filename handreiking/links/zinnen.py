"""The phrases, paths, hosts and marks by which a page is known for what it is: `herkenning.yaml`, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def zinnen(group: str, name: str = "") -> Any:
    """Return one list of the file; words in one text come apart."""
    whole = _load()[group]
    value = whole[name] if name else whole
    return tuple(value.split()) if isinstance(value, str) else value


@cache
def _load() -> dict[str, Any]:
    return dict(yaml.safe_load(files(__package__).joinpath("herkenning.yaml").read_text(encoding="utf-8")))
