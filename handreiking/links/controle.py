"""All addresses of a run: each fetched once, many hosts at a time, and over when its time is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from threading import Lock
from types import MappingProxyType
from typing import TypeAlias

from handreiking.links.antwoord import Antwoord, Fout
from handreiking.links.doel import Afdruk, Doel, Oordeel, Uitslag
from handreiking.links.drempels import Drempels
from handreiking.links.omgeving import Omgeving
from handreiking.links.oordeel import Vergelijk, check_antwoord, is_to_compare
from handreiking.links.ophalen import load_antwoord, load_eenmaal
from handreiking.links.rem import Ronde
from handreiking.links.vergelijking import onbestaand
from handreiking.links.werklijst import host_of, run_all

Voortgang: TypeAlias = Callable[[int, int, Sequence[Uitslag]], None]

_FINE = {Oordeel.WERKT, Oordeel.VERHUISD}
_NETWORK = {Fout.GEEN_HOST, Fout.NAAMDIENST, Fout.CERTIFICAAT, Fout.TE_TRAAG, Fout.VERBROKEN}


@dataclass(frozen=True)
class Verslag:
    """What a run gives: a verdict for every `Doel`, in their order, and what is to be said of the run as a whole.

    `adressen` counts the different addresses, `bekeken` those of which something could be said. `eigen_storing`
    is set where no host answered and the fault is probably on this side; `opmerkingen` say so in Dutch.
    """

    uitslagen: tuple[Uitslag, ...]
    adressen: int
    bekeken: int
    eigen_storing: bool
    opmerkingen: tuple[str, ...]


@dataclass(frozen=True)
class _Gezien:
    """What became of one address: the verdict for each Doel that has it, and what went wrong, if anything."""

    uitslagen: tuple[Uitslag, ...]
    fout: Fout | None


class _Eenmaal:
    """What a host answers where nothing can be: asked once in a run, whoever wants to know."""

    def __init__(self) -> None:
        self._slot = Lock()
        self._antwoord: Antwoord | None = None

    def get(self, url: str, ronde: Ronde) -> Antwoord:
        """Return it, after one try."""
        with self._slot:
            self._antwoord = self._antwoord or load_eenmaal(url, ronde)
            return self._antwoord


def check_links(
    doelen: Sequence[Doel],
    omgeving: Omgeving,
    drempels: Drempels,
    voortgang: Voortgang | None = None,
    vorige: Mapping[Doel, Afdruk] = MappingProxyType({}),
) -> Verslag:
    """Look at every address; never raises for what an address or a server does.

    Doelen that differ in their fragment only share a request. `voortgang` is called in the calling thread after each
    address, with how many are done, how many there are and the verdicts. `vorige`: what stood there last time.
    Returns at most `run` + `respijt` (+ `ijkpunt`) seconds after the start, whatever servers and resolvers do.
    """
    groups: dict[str, list[Doel]] = {}
    for doel in doelen:
        groups.setdefault(doel.url.partition("#")[0], []).append(doel)
    gezien = _look_at(groups, Ronde(omgeving, drempels), voortgang, vorige)
    storing = _has_storing(gezien, omgeving, drempels)
    if storing:
        gezien = {url: _in_doubt(one) for url, one in gezien.items()}
    late = {url: _not_seen(own) for url, own in groups.items() if url not in gezien}
    every = {**gezien, **late}
    by_doel = {uitslag.doel: uitslag for one in every.values() for uitslag in one.uitslagen}
    return Verslag(
        uitslagen=tuple(by_doel[doel] for doel in doelen),
        adressen=len(groups),
        bekeken=sum(all(uitslag.bekeken for uitslag in one.uitslagen) for one in every.values()),
        eigen_storing=storing,
        opmerkingen=_opmerkingen(every, storing=storing),
    )


def _look_at(
    groups: Mapping[str, list[Doel]], ronde: Ronde, voortgang: Voortgang | None, vorige: Mapping[Doel, Afdruk]
) -> dict[str, _Gezien]:
    """Return what became of each address that was finished in time."""
    hosts: dict[str, _Eenmaal] = {}

    def look(url: str) -> _Gezien:
        antwoord = load_antwoord(url, ronde)
        known = next((vorige[doel] for doel in groups[url] if doel in vorige), None)
        uitslagen = [check_antwoord(doel, antwoord, ronde.drempels, Vergelijk((), known)) for doel in groups[url]]
        if any(one.oordeel in _FINE for one in uitslagen) and is_to_compare(url, antwoord, known):
            nowhere = dict.fromkeys((onbestaand(url), onbestaand(antwoord.url)))
            against = Vergelijk(tuple(hosts.setdefault(one, _Eenmaal()).get(one, ronde) for one in nowhere), known)
            uitslagen = [check_antwoord(doel, antwoord, ronde.drempels, against) for doel in groups[url]]
        return _Gezien(tuple(uitslagen), antwoord.fout)

    gezien: dict[str, _Gezien] = {}
    for url, one in run_all(list(groups), look, ronde.drempels.werkers, lambda: ronde.rest() + ronde.drempels.respijt):
        gezien[url] = one
        if voortgang is not None:
            voortgang(len(gezien), len(groups), one.uitslagen)
    return gezien


def _has_storing(gezien: Mapping[str, _Gezien], omgeving: Omgeving, drempels: Drempels) -> bool:
    """Say whether what went wrong lies with us: no host answered at all.

    A name that does not exist is believed when a name that surely exists can be resolved; a wrong certificate when
    it is not the same story at every host (as in a network that opens TLS connections itself).
    """
    if any(uitslag.http_status is not None for one in gezien.values() for uitslag in one.uitslagen):
        return False
    fouten = {url: one.fout for url, one in gezien.items() if one.fout in _NETWORK}
    wrong = {host_of(url) for url, fout in fouten.items() if fout is Fout.CERTIFICAAT}
    return len(wrong) >= drempels.minste_certificaten or (bool(fouten) and not _resolves(omgeving, drempels))


def _resolves(omgeving: Omgeving, drempels: Drempels) -> bool:
    """Say whether any of the names that surely exist can be resolved, in a limited time."""

    def resolve(name: str) -> bool:
        with suppress(OSError, UnicodeError):
            return bool(omgeving.resolve(name))
        return False

    einde = omgeving.monotonic() + drempels.ijkpunt
    return any(found for _, found in run_all(drempels.ijkpunten, resolve, 2, lambda: einde - omgeving.monotonic()))


def _in_doubt(one: _Gezien) -> _Gezien:
    """Return the verdicts as they are when the fault may well be ours; what the guard refused is wrong all the same."""
    if one.fout not in _NETWORK:
        return one
    doubtful = (
        replace(u, oordeel=Oordeel.ONZEKER, bewijs=f"{u.bewijs} Geen enkele site antwoordde.", bekeken=False)
        for u in one.uitslagen
    )
    return replace(one, uitslagen=tuple(doubtful))


def _not_seen(doelen: Sequence[Doel]) -> _Gezien:
    sentence = "Niet bekeken: de tijd voor de hele controle was om."
    return _Gezien(tuple(Uitslag(d, Oordeel.ONZEKER, sentence, bekeken=False) for d in doelen), Fout.GEEN_TIJD)


def _opmerkingen(every: Mapping[str, _Gezien], *, storing: bool) -> tuple[str, ...]:
    said = []
    if storing:
        said.append(
            "Geen enkele site antwoordde. Dat ligt waarschijnlijk aan deze computer of aan het netwerk; "
            "over de adressen is nu niets te zeggen."
        )
    said += sorted({one.uitslagen[0].bewijs for one in every.values() if one.fout is Fout.OVERGESLAGEN})
    unseen = sum(one.fout is Fout.GEEN_TIJD for one in every.values())
    if unseen:
        said.append(f"De tijd was om: {unseen} van de {len(every)} adressen zijn niet of niet helemaal bekeken.")
    return tuple(said)
