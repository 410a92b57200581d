"""Every rule of the loader by two files: one that breaks it and states the message, and the nearest one in order.

`fixtures/fout/<naam>/<regel>.yaml` takes the place of `data/<naam>.yaml` in a copy of `fixtures/klein`, and
`fixtures/fout/content/<pad>/<regel>.md` that of `content/<pad>.md`, with `__` in the pad for `/`.
Its first lines, `# verwacht: …`, are the whole text that the check prints. They are no part of the file that is
put in place: a line number counts from the line below them.
The file of the same name below `fixtures/goed/` is the right way to write it, and gives no problems.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from handreiking import inhoud, project, yaml_document
from handreiking.problem import Problem
from handreiking.yaml_document import Document

from .conftest import FIXTURES, Werkmap, copy_klein

STATEMENT = "# verwacht: "
FOUT = sorted(path.relative_to(FIXTURES / "fout") for path in (FIXTURES / "fout").rglob("*.*"))
GOED = sorted(path.relative_to(FIXTURES / "goed") for path in (FIXTURES / "goed").rglob("*.*"))


@pytest.fixture(scope="module", autouse=True)
def parse_once() -> Iterator[None]:
    """Parse the files that a test leaves alone once for all tests here; it takes most of their time."""
    parse = cache(yaml_document.parse_yaml)

    def parse_copy(text: str, path: str, first_line: int = 1, **mend: str) -> tuple[Document | None, list[Problem]]:
        document, problems = parse(text, path, first_line, **mend)
        return document, list(problems)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inhoud, "parse_yaml", parse_copy)
        patch.setattr(project, "parse_yaml", parse_copy)
        yield


@pytest.fixture(scope="module")
def klein(tmp_path_factory: pytest.TempPathFactory, iconen: Path) -> Werkmap:
    """One copy for all tests here, which put back what they replace."""
    return copy_klein(tmp_path_factory.mktemp("regels"), iconen)


def problems_with(klein: Werkmap, fixture: Path, content: str) -> str:
    """Give the problems of the small handreiking with one file replaced."""
    path = replaced_file(fixture)
    before = (klein.map / path).read_bytes() if (klein.map / path).exists() else None
    klein.write(path, content)
    try:
        return klein.problems()
    finally:
        if before is None:
            klein.remove(path)
        else:
            klein.write(path, before)


def replaced_file(fixture: Path) -> str:
    """Give the file of the handreiking that a fixture takes the place of."""
    if fixture.parts[0] == "content":
        return f"content/{fixture.parts[1].replace('__', '/')}.md"
    return f"data/{fixture.parts[0]}.yaml"


def split_statement(text: str) -> tuple[str, str]:
    """Give the messages that a fixture states, as the check prints them, and the file itself."""
    lines = text.splitlines(keepends=True)
    stated = [line for line in lines if line.startswith(STATEMENT)]
    assert stated == lines[: len(stated)], "the statement stands at the top"
    return "".join(line.removeprefix(STATEMENT) for line in stated), "".join(lines[len(stated) :])


@pytest.mark.parametrize("fixture", FOUT, ids=str)
def test_a_wrong_file_gives_exactly_the_problems_it_states(fixture: Path, klein: Werkmap) -> None:
    """One wrong file gives its own messages and no others."""
    expected, content = split_statement((FIXTURES / "fout" / fixture).read_text(encoding="utf-8"))
    assert expected
    assert problems_with(klein, fixture, content) == expected


@pytest.mark.parametrize("fixture", GOED, ids=str)
def test_its_right_twin_gives_none(fixture: Path, klein: Werkmap) -> None:
    """The nearest right file loads, and is not the wrong one."""
    content = (FIXTURES / "goed" / fixture).read_text(encoding="utf-8")
    assert problems_with(klein, fixture, content) == ""
    assert content != split_statement((FIXTURES / "fout" / fixture).read_text(encoding="utf-8"))[1]


def test_the_small_handreiking_itself_is_in_order(klein: Werkmap) -> None:
    """What the files take a place in has no problems of its own."""
    assert klein.problems() == ""


def test_every_wrong_file_has_a_right_twin() -> None:
    """Each of the two folders has the same files."""
    assert FOUT == GOED
    assert FOUT
