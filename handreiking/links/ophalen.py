"""One address fetched: our own redirect loop, a few tries, and no server that can make it last.

Each address in the data is asked for once, by name, as a reader would by following the link; robots.txt, which
tells crawlers what to leave alone (RFC 9309), is therefore not read. Requests are GET: many servers refuse HEAD.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from tenacity import RetryCallState, Retrying, retry_if_result, stop_after_attempt
from urllib3.exceptions import InvalidHeader
from urllib3.util import Retry
from w3lib.html import get_meta_refresh

from handreiking.basis.adres import split_url
from handreiking.links.antwoord import Antwoord, Fout, Hop, MisluktError
from handreiking.links.bewaking import parse_adres
from handreiking.links.drempels import Drempels
from handreiking.links.rem import Ronde
from handreiking.links.verbinding import REDIRECTS, Verbinding

_AGAIN = {Fout.NAAMDIENST, Fout.TE_TRAAG, Fout.VERBROKEN}


def load_antwoord(url: str, ronde: Ronde) -> Antwoord:
    """Fetch an address, with as many tries as it needs; never raises for what an address or a server does.

    The last try is made as a browser does it, and so is one more where a program is told that there is nothing.
    """
    drempels = ronde.drempels
    seen: list[Antwoord] = []

    def fetch() -> Antwoord:
        last = len(seen) == drempels.pogingen - 1
        browser = bool(seen) and (last or seen[-1].fout is Fout.TE_TRAAG or _is_refused(seen[-1], drempels))
        seen.append(load_eenmaal(url, ronde, browser=browser))
        return seen[-1]

    def wait(state: RetryCallState) -> float:
        if _is_refused(seen[-1], drempels):
            return 0.0
        usual = drempels.wachten[min(state.attempt_number, len(drempels.wachten)) - 1]
        asked = _retry_after(seen[-1])
        if asked is not None:
            ronde.stel_uit(urlsplit(seen[-1].url).hostname or "", max(asked, usual))
        return max(asked or 0.0, usual)

    stop = stop_after_attempt(drempels.pogingen)
    Retrying(
        retry=retry_if_result(lambda antwoord: _is_passing(antwoord, drempels)),
        wait=wait,
        stop=lambda state: stop(state) or state.upcoming_sleep >= ronde.rest(),
        sleep=ronde.omgeving.sleep,
        retry_error_callback=lambda _: None,
    )(fetch)
    refused = [one.status for one in seen[:-1] if _is_refused(one, drempels)]
    return replace(seen[-1], pogingen=len(seen) - len(refused), geweigerd=refused[-1] if refused else None)


def load_eenmaal(url: str, ronde: Ronde, *, browser: bool = False) -> Antwoord:
    """Follow an address and its redirects, once; never raises for what an address or a server does."""
    if not hasattr(ronde.eigen, "verbinding"):
        ronde.eigen.verbinding = Verbinding(ronde)
    verbinding: Verbinding = ronde.eigen.verbinding
    verbinding.begin()
    stappen: list[Hop] = []
    while True:
        try:
            adres = parse_adres(url)
            url = adres.url
            with ronde.beurt(adres.host, toch=browser):
                antwoord = verbinding.ask(adres, browser=browser)
        except MisluktError as error:
            return Antwoord(url, tuple(stappen), fout=error.fout, zin=error.zin, browser=browser)
        naar = _leads_to(antwoord, ronde.drempels)
        if naar is None:
            return replace(antwoord, stappen=tuple(stappen), browser=browser)
        stappen.append(Hop(url, antwoord.status or 0, naar))
        if len(stappen) > ronde.drempels.omleidingen:
            zin = f"na {ronde.drempels.omleidingen} omleidingen stuurt de server nog door, naar {naar}"
            return Antwoord(url, tuple(stappen), fout=Fout.KRING, zin=zin, browser=browser)
        url = naar


def _leads_to(antwoord: Antwoord, drempels: Drempels) -> str | None:
    """Return the whole address that a redirect (RFC 9110, 10.2.2) or a refreshing page names, or None."""
    location = antwoord.headers.get("location", "").strip()
    if antwoord.status in REDIRECTS and location:
        return _join(antwoord.url, location)
    header = antwoord.headers.get("refresh", "").replace('"', "'")
    markup = antwoord.markup if b"refresh" in antwoord.body.lower() else ""
    for source in (f'<meta http-equiv="refresh" content="{header}">', markup):
        seconds, target = get_meta_refresh(source, "")
        if target and (seconds or 0) <= drempels.verversing and antwoord.status == 200:
            whole = _join(antwoord.url, target)
            return whole if whole.partition("#")[0] != antwoord.url else None
    return None


def _join(url: str, target: str) -> str:
    return target if split_url(target) is None else urljoin(url, target)


def _is_refused(antwoord: Antwoord, drempels: Drempels) -> bool:
    """Say whether a program was told that there is nothing, or that it asks wrongly: a browser may hear otherwise."""
    return not antwoord.browser and (antwoord.status in drempels.kapot or antwoord.status == 400)


def _is_passing(antwoord: Antwoord, drempels: Drempels) -> bool:
    """Say whether a next try may give something else."""
    if antwoord.fout is not None:
        return antwoord.fout in _AGAIN and not (antwoord.browser and antwoord.fout is Fout.TE_TRAAG)
    status = antwoord.status or 0
    again = status in drempels.opnieuw or 500 <= status < 600
    return _is_refused(antwoord, drempels) or (again and (_retry_after(antwoord) or 0) <= drempels.retry_after)


def _retry_after(antwoord: Antwoord) -> float | None:
    """Return the seconds a server asks to wait, from a number or a date (RFC 9110, 10.2.3); None where it does not."""
    try:
        return Retry().parse_retry_after(antwoord.headers["retry-after"])
    except (KeyError, InvalidHeader, OverflowError):
        return None
