"""A proposed change: files on a branch of their own, and one pull request for it.

The commit is made through the API rather than with git, so that no write token is left on a disk where other
programs run, and GitHub signs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from handreiking.github.api import Repository


@dataclass(frozen=True)
class Voorstel:
    """A change to propose: texts by path, the branch to put them on, the branch to change, and what to say of it."""

    bestanden: Mapping[str, str]
    tak: str
    basis: str
    titel: str
    tekst: str


def write_voorstel(repository: Repository, voorstel: Voorstel, controle: str) -> str:
    """Put the files on their branch, open a pull request or bring it up to date, and start the check on it.

    The branch always starts anew from the commit that the files were made from, so what someone else put on it is
    lost: it belongs to this command; and what `basis` got meanwhile is merged, not undone. `controle` is the
    workflow to start: GitHub starts none by itself for what a workflow did. Gives what was done, in Dutch; raises
    NietGedraaidError where GitHub refuses. A run that stopped half way is finished by the next one.
    """
    start = repository.commit
    base = repository.send("GET", f"git/commits/{start}")["tree"]["sha"]
    files = [
        {"path": path, "mode": "100644", "type": "blob", "content": text}
        for path, text in sorted(voorstel.bestanden.items())
    ]
    tree = repository.send("POST", "git/trees", {"base_tree": base, "tree": files})["sha"]
    if tree == base:
        return "niets voor te stellen: de bestanden zijn al zo"
    old = repository.send("GET", f"git/ref/heads/{quote(voorstel.tak)}", may=404)
    known = old is not None and _tree_of(repository, old) == tree
    if known and _open_pull(repository, voorstel) is not None:
        return f"het voorstel op '{voorstel.tak}' staat er al"
    if not known:
        _write_branch(repository, voorstel, {"message": voorstel.titel, "tree": tree, "parents": [start]}, old)
    done = _write_pull(repository, voorstel)
    repository.send("POST", f"actions/workflows/{quote(controle)}/dispatches", {"ref": voorstel.tak})
    return done


def _tree_of(repository: Repository, ref: Any) -> Any:
    return repository.send("GET", f"git/commits/{ref['object']['sha']}")["tree"]["sha"]


def _write_branch(repository: Repository, voorstel: Voorstel, commit: Mapping[str, Any], old: Any) -> None:
    sha = repository.send("POST", "git/commits", commit)["sha"]
    if old is None:
        repository.send("POST", "git/refs", {"ref": f"refs/heads/{voorstel.tak}", "sha": sha})
    else:
        repository.send("PATCH", f"git/refs/heads/{quote(voorstel.tak)}", {"sha": sha, "force": True})


def _open_pull(repository: Repository, voorstel: Voorstel) -> int | None:
    owner = repository.naam.partition("/")[0]
    pulls = repository.load_all("pulls", head=f"{owner}:{voorstel.tak}", state="open")
    return next((pull["number"] for pull in pulls), None)


def _write_pull(repository: Repository, voorstel: Voorstel) -> str:
    said = {"title": voorstel.titel, "body": voorstel.tekst}
    number = _open_pull(repository, voorstel)
    if number is not None:
        repository.send("PATCH", f"pulls/{number}", said)
        return f"voorstel {number} bijgewerkt"
    made = repository.send("POST", "pulls", {**said, "head": voorstel.tak, "base": voorstel.basis})
    return f"voorstel {made['number']} gemaakt"
