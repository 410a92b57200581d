"""The REST API of GitHub for one repository: requests that carry the token nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests

from handreiking.basis.problem import NietGedraaidError

_NEEDED = ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_SHA", "GITHUB_TOKEN")
_TIMEOUT = (10, 30)  # seconds to connect, and between bytes
_PER_PAGE = 100
_MAX_PAGES = 50


@dataclass(frozen=True)
class Repository:
    """A repository on GitHub: the API's address, `owner/name`, the commit that was checked out, and the token."""

    api: str
    naam: str
    commit: str
    token: str = field(repr=False)

    def send(self, method: str, path: str, body: Mapping[str, Any] | None = None, *, may: int = 0) -> Any:
        """Send one request below `/repos/<owner>/<name>`; give the decoded answer, None where it has status `may`.

        Raises NietGedraaidError with what GitHub said where it refuses or cannot be reached. Redirects are not
        followed: the token would go along.
        """
        where = f"{self.api}/repos/{self.naam}/{path}"
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        try:
            answer = requests.request(
                method, where, json=body, headers=headers, timeout=_TIMEOUT, allow_redirects=False
            )
        except requests.RequestException as error:
            raise NietGedraaidError(f"GitHub is niet te bereiken: {type(error).__name__} bij {path}") from None
        if may and answer.status_code == may:
            return None
        if not answer.ok or answer.is_redirect:
            raise NietGedraaidError(f"GitHub weigert {method} {path}: {answer.status_code} {_said(answer)}".rstrip())
        return answer.json() if answer.content else {}

    def load_all(self, path: str, **query: str) -> Iterator[Any]:
        """Yield every item of a listing, page after page. Raises as `send` does."""
        for number in range(1, _MAX_PAGES + 1):
            page = self.send("GET", f"{path}?{urlencode({**query, 'per_page': _PER_PAGE, 'page': number})}")
            yield from page
            if len(page) < _PER_PAGE:
                return
        raise NietGedraaidError(f"GitHub geeft meer dan {_MAX_PAGES} bladzijden bij {path}")


def load_repository(environment: Mapping[str, str]) -> Repository:
    """Return the repository that a workflow runs for, from its environment; raises NietGedraaidError."""
    missing = [name for name in _NEEDED if not environment.get(name)]
    if missing:
        raise NietGedraaidError(f"deze opdracht hoort in een workflow op GitHub; er is geen {', '.join(missing)}")
    api = environment["GITHUB_API_URL"].rstrip("/")
    parts = urlsplit(api)
    if parts.scheme != "https" and parts.hostname != "127.0.0.1":
        raise NietGedraaidError(f"GITHUB_API_URL '{api}' begint niet met https://")
    return Repository(api, environment["GITHUB_REPOSITORY"], environment["GITHUB_SHA"], environment["GITHUB_TOKEN"])


def _said(answer: requests.Response) -> str:
    try:
        said = answer.json()
    except ValueError:
        return ""
    return " ".join(str(said.get("message", "")).split())[:200] if isinstance(said, dict) else ""
