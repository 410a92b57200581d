"""Where a handreiking lies, and the files that are read of it: what they are called, and their text."""

from __future__ import annotations

import importlib.util
import os
import re
from dataclasses import dataclass
from pathlib import Path

from handreiking.basis.problem import NietGedraaidError, Problem
from handreiking.basis.yaml_document import Document, decode, parse_yaml

_MARKDOWN = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}
# What may stand beside the pages to be taken along: nothing that a browser would run as part of the site.
_BESIDE = {".csv", ".docx", ".gif", ".ics", ".jpeg", ".jpg", ".odp", ".ods", ".odt", ".pdf", ".png", ".pptx", ".txt"}
_BESIDE |= {".webp", ".xlsx", ".zip"}
_PAGE_NAME = re.compile(r"(?:[a-z0-9-]+/)*[a-z0-9-]+\.md")


@dataclass(frozen=True)
class Project:
    """Where a handreiking lies: its folder, its content folder, and the folders of icon sets."""

    map: Path
    content: Path
    iconen: tuple[Path, ...]

    @property
    def data(self) -> Path:
        """The folder of the data files."""
        return self.map / "data"

    @property
    def overrides(self) -> Path:
        """The folder of the templates, styles and scripts that this handreiking wants otherwise."""
        return self.map / "overrides"

    def name(self, path: Path) -> str:
        """Return a path as an editor knows it: from the project's folder."""
        return Path(os.path.relpath(path, self.map)).as_posix()


def find_pages(project: Project) -> tuple[dict[str, Path], list[Problem]]:
    """Return every page by its place below the content folder, and what stands there as a page but is none."""
    paths, problems = {}, []
    for path in sorted(project.content.rglob("*")):
        pad = path.relative_to(project.content).as_posix()
        is_page = path.suffix.lower() in _MARKDOWN
        if not is_page and (pad.startswith(".") or "/." in pad):  # MkDocs leaves these out
            continue
        if path.is_symlink() or (is_page and not path.is_file()):
            problems.append(Problem(project.name(path), 1, "dit is geen gewoon bestand; haal het weg", "bestand"))
        elif not is_page:
            if path.is_file() and path.suffix.lower() not in _BESIDE:
                kinds = ", ".join(sorted(_BESIDE))
                sentence = f"dit soort bestand kan niet naast de pagina's staan; haal het weg, of kies uit {kinds}"
                problems.append(Problem(project.name(path), 1, sentence, "bestand"))
        elif not _PAGE_NAME.fullmatch(pad):
            sentence = (
                "een pagina heet naar kleine letters, cijfers en streepjes en eindigt op .md; hernoem het bestand"
            )
            problems.append(Problem(project.name(path), 1, sentence, "bestand"))
        else:
            paths[pad] = path
    return paths, problems


def find_beside(project: Project) -> dict[str, bytes]:
    """Return what stands beside the pages to be taken along, by its place below the content folder."""
    found = {path.relative_to(project.content).as_posix(): path for path in sorted(project.content.rglob("*"))}
    return {pad: p.read_bytes() for pad, p in found.items() if p.suffix.lower() in _BESIDE and "/." not in f"/{pad}"}


def load_document(
    project: Project, path: Path, mend: str = "vul de velden in"
) -> tuple[Document | None, list[Problem]]:
    """Return the values of a data file, or None with the problems; `mend` says what to do where it holds nothing."""
    name = project.name(path)
    if not path.is_file():
        return None, [Problem(name, 1, "dit bestand ontbreekt", "bestand")]
    if project.map.resolve() not in path.resolve().parents:
        return None, [
            Problem(
                name, 1, "dit is een snelkoppeling naar buiten de handreiking; haal de snelkoppeling weg", "bestand"
            )
        ]
    text, problems = load_text(project, path)
    return (None, problems) if text is None else parse_yaml(text, name, mend=mend)


def load_text(project: Project, path: Path) -> tuple[str | None, list[Problem]]:
    """Return the text of a file, or None with what keeps it from being read."""
    name = project.name(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, [Problem(name, 1, f"dit bestand is niet te lezen ({error.strerror})", "bestand")]
    return decode(raw, name)


def find_project(folder: Path) -> Project:
    """Return the handreiking in a folder, with its own icons and those of the Material theme where that is installed.

    The theme is found, not imported: it is a folder of files.
    """
    spec = importlib.util.find_spec("material")
    packaged = (
        [Path(place) / "templates" / ".icons" for place in (spec.submodule_search_locations or [])] if spec else []
    )
    return Project(folder, folder / "content", (folder / "iconen", *packaged))


def require_handreiking(project: Project) -> None:
    """Raise NietGedraaidError where a folder has no content or no data."""
    missing = [folder.name for folder in (project.content, project.data) if not folder.is_dir()]
    if missing:
        raise NietGedraaidError(f"in {project.map} is geen handreiking; er is geen map {' en '.join(missing)}")
