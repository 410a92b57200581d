"""The report as a web page: its HTML is a Jinja template, like all HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def load_sjabloon(path: Path) -> Callable[[Mapping[str, Any]], str]:
    """Give a function that fills in the template at `path`, with everything escaped."""
    environment = Environment(loader=FileSystemLoader(path.parent), autoescape=True, undefined=StrictUndefined)
    return environment.get_template(path.name).render
