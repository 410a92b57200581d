"""Addresses that moved, with proof, put in the files: a change that can be taken over as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from handreiking.basis.adres import check_url
from handreiking.basis.vreemd import render_code
from handreiking.basis.wegschrijven import write_whole
from handreiking.basis.yaml_document import parse_yaml
from handreiking.links.doel import Uitslag

MAP, TEKST = "verhuisd", "verhuisd.md"
"""Beside the report: the folder of the changed files, and what is said of them."""

_WHY = (
    "Deze adressen zijn verhuisd: de server stuurt voorgoed door, binnen hetzelfde domein, naar een pagina "
    "met dezelfde titel als eerst.\nNeem dit voorstel over als de controle eronder groen is.\n"
)


def find_bewezen(uitslagen: Iterable[Uitslag]) -> tuple[Uitslag, ...]:
    """Return the moves of which there is proof, and that the check of the data would let pass."""
    moved = (uitslag for uitslag in uitslagen if uitslag.bewezen and uitslag.nieuw_url is not None)
    return tuple(u for u in moved if check_url(u.nieuw_url or "", http_allowed=u.doel.url.startswith("http:")) is None)


def render_verhuisd(uitslagen: Iterable[Uitslag], folder: Path) -> tuple[Mapping[str, str], str]:
    """Return the changed files by their path from `folder`, and what to say of them; nothing where nothing moved.

    A file that the new address would break, as it is written there, stays as it was.
    """
    files: dict[str, str] = {}
    said = []
    for uitslag in find_bewezen(uitslagen):
        name, new = uitslag.doel.bestand, uitslag.nieuw_url or ""
        before = files.get(name) or (folder / name).read_text(encoding="utf-8")
        after = new.join(re.split(rf"{re.escape(uitslag.doel.url)}(?![\w/?#=&%-])", before))
        whole = parse_yaml(after, name)[0] is not None if name.endswith(".yaml") else not {*new} & {*"()<>"}
        if whole and after != before:
            files[name] = after
            said.append(f"- {render_code(f'{name}:{uitslag.doel.regel}')} {render_code(uitslag.doel.url)}\n")
            said.append(f"  wordt {render_code(new)}\n")
    return files, _WHY + "\n" + "".join(said) if said else ""


def write_verhuisd(uitslagen: Iterable[Uitslag], folder: Path, beside: Path) -> Iterator[str]:
    """Write the proposal beside a report, and yield the files that it changes."""
    files, said = render_verhuisd(uitslagen, folder)
    write_whole(beside.parent / TEKST, said)
    for name, text in files.items():
        path = beside.parent / MAP / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
        yield name
