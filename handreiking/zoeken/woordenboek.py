"""The dictionary: Dutch words with the word that each is a form of, as simplemma has them.

To unpack it takes as long as to build a small site, so that is done once: what was unpacked stays as a database
beside the compiled modules, and where nothing can be kept, in memory for one build.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

_FOLDER = Path(__file__).parent / "__pycache__"
_AT_ONCE = 500  # fewer than SQLite takes in one question
_TABLE = (
    "CREATE TABLE woord (vorm TEXT PRIMARY KEY, lemma TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX lemma ON woord (lemma)",
)
Woordenboek = sqlite3.Connection


@contextmanager
def open_woordenboek(folder: Path = _FOLDER) -> Iterator[Woordenboek]:
    """Open the dictionary; the first time, unpack it into the folder."""
    path = folder / f"woordenboek-{version('simplemma')}.sqlite"
    with suppress(OSError, sqlite3.Error):
        _keep(path)
    kept = path.exists()
    address = f"{path.as_uri()}?mode=ro&immutable=1" if kept else "file::memory:"
    with closing(sqlite3.connect(address, uri=True)) as boek:
        if not kept:
            _fill(boek)
        yield boek


def lemmas_of(boek: Woordenboek, words: Iterable[str]) -> dict[str, str]:
    """Return the lemma of each word that the dictionary has: `school` for `scholen`."""
    return dict(_asked(boek, "SELECT vorm, lemma FROM woord WHERE vorm IN", words))


def forms_of(boek: Woordenboek, lemmas: Iterable[str]) -> list[tuple[str, str]]:
    """Return all other forms of these words, each with its lemma, in order."""
    return sorted(_asked(boek, "SELECT vorm, lemma FROM woord WHERE vorm <> lemma AND lemma IN", lemmas))


def _asked(boek: Woordenboek, question: str, words: Iterable[str]) -> Iterator[tuple[str, str]]:
    asked = sorted(set(words))
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        yield from boek.execute(f"{question} ({', '.join('?' * len(some))})", some)


def _keep(path: Path) -> None:
    """Unpack the dictionary into a file, unless it is there: elsewhere first, so that no build reads half of it."""
    if path.exists():
        return
    path.parent.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=path.parent) as folder:
        with closing(sqlite3.connect(Path(folder) / path.name)) as boek:
            _fill(boek)
        (Path(folder) / path.name).replace(path)


def _fill(boek: Woordenboek) -> None:
    for statement in _TABLE:
        boek.execute(statement)
    boek.executemany("INSERT INTO woord VALUES (?, ?)", _unpacked())
    boek.commit()


def _unpacked() -> Iterator[tuple[str, str]]:
    """Yield every word with its lemma.

    Two that are each other's lemma there (`houder`, `houdster`) are both of the shorter one. A verb in two parts has a
    bar between them there (`aan_nemen`), which goes.
    """
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # noqa: PLC0415 - slow, and seldom needed

    found = DefaultDictionaryFactory().get_dictionary("nl")
    for word in found:
        lemma = found[word]
        circle = len(word) < len(lemma) and found.get(lemma) == word
        yield word, word if circle else lemma.replace("_", "")
