"""One standing issue that says what asks for a look; found by its label and its title, closed when nothing does."""

from __future__ import annotations

from handreiking.github.api import Repository

MAX_LETTERS = 60_000
"""GitHub takes 65,536 letters in a text."""

_IN_ORDE = "Alles is in orde. Dit bericht gaat vanzelf weer open als er iets is.\n"


def write_melding(repository: Repository, titel: str, label: str, tekst: str) -> str:
    """Have one issue with this title and label say `tekst`; close it where that is empty. Give what was done, in Dutch.

    An issue that was closed is opened again; of more than one the oldest open one is kept, and the others are closed.
    Raises NietGedraaidError where GitHub refuses.
    """
    found = sorted(_find(repository, titel, label), key=lambda issue: (issue["state"] != "open", issue["number"]))
    for other in found[1:]:
        if other["state"] == "open":
            repository.send("PATCH", f"issues/{other['number']}", {"state": "closed", "state_reason": "not_planned"})
    if not tekst.strip():
        if not found or found[0]["state"] != "open":
            return "niets te melden"
        number = found[0]["number"]
        repository.send("PATCH", f"issues/{number}", {"body": _IN_ORDE, "state": "closed", "state_reason": "completed"})
        return f"melding {number} gesloten"
    body = _shortened(tekst)
    if not found:
        made = repository.send("POST", "issues", {"title": titel, "labels": [label], "body": body})
        return f"melding {made['number']} gemaakt"
    number = found[0]["number"]
    if found[0]["state"] == "open" and found[0]["body"] == body:
        return f"melding {number} bleef gelijk"
    repository.send("PATCH", f"issues/{number}", {"body": body, "state": "open"})
    return f"melding {number} bijgewerkt"


def write_antwoord(repository: Repository, nummer: int, tekst: str) -> str:
    """Put a comment under an issue; give what was done, in Dutch. Raises NietGedraaidError where GitHub refuses."""
    repository.send("POST", f"issues/{nummer}/comments", {"body": _shortened(tekst)})
    return f"antwoord geplaatst bij {nummer}"


def _find(repository: Repository, titel: str, label: str) -> list[dict[str, object]]:
    listed = repository.load_all("issues", labels=label, state="all")
    return [issue for issue in listed if issue["title"] == titel and "pull_request" not in issue]


def _shortened(tekst: str) -> str:
    """Return the text, cut after a whole line where GitHub would refuse it."""
    if len(tekst) <= MAX_LETTERS:
        return tekst
    whole = tekst[:MAX_LETTERS].rpartition("\n")[0]
    return f"{whole}\n\nDe rest past hier niet; het hele verslag staat bij de uitkomst van de workflow.\n"
