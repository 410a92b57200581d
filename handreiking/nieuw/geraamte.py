"""The files of a new handreiking: those in `sjabloon/`, filled in, and what is made from the models."""

from __future__ import annotations

import json
import re
import shlex
from datetime import date
from pathlib import Path

from handreiking.basis.klok import add_months
from handreiking.basis.yaml_tekst import render_scalar
from handreiking.soorten.schema import MODELS, PLAATSEN, render_schema

SJABLOON = Path(__file__).parent / "sjabloon"
_OTHERWISE = {"gitignore": ".gitignore"}  # under its own name it would work in the folder it is copied from
_MARK = re.compile("@@([a-z]+)(/[a-z./]+)?@@")


def render_geraamte(naam: str, vandaag: date, wortel: str) -> dict[str, str]:
    """Return the text of each file by its path in the new folder.

    `naam` is the title, in any letters; `wortel` leads from the new folder to that with the templates of the site.
    """

    def fill(mark: re.Match[str]) -> str:
        if mark[2]:  # a file there, as a value in YAML
            return render_scalar(f"{wortel}{mark[2]}")
        return {
            "naam": naam,
            "titel": render_scalar(naam),
            "vandaag": vandaag.isoformat(),
            "verloopt": add_months(vandaag, 11).isoformat(),
            "wortel": shlex.quote(wortel),
        }[mark[1]]

    texts = {
        _OTHERWISE.get(path.name, path.relative_to(SJABLOON).as_posix()): _MARK.sub(fill, path.read_text("utf-8"))
        for path in sorted(SJABLOON.rglob("*"))
        if path.is_file()
    }
    schemas = {f"data/schema/{name}.schema.json": render_schema(name) for name in MODELS}
    return {**texts, **schemas, ".vscode/settings.json": _render_settings()}


def _render_settings() -> str:
    """Return the settings of VS Code: the schema of each data file, and no formatter that writes it anew."""
    settings = {
        "yaml.schemas": PLAATSEN,
        "yaml.format.enable": False,
        "files.eol": "\n",
        "files.insertFinalNewline": True,
    }
    return json.dumps(settings, indent=2) + "\n"
