"""All addresses of a run: each fetched once, many hosts at a time, and over when its time is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial
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
    storing = _has_storing([uitslag for own in gezien.values() for uitslag in own], omgeving, drempels)
    if storing:
        gezien = {url: [_in_doubt(uitslag) for uitslag in own] for url, own in gezien.items()}
    every = [gezien.get(url) or [_not_seen(doel) for doel in own] for url, own in groups.items()]
    by_doel = {uitslag.doel: uitslag for own in every for uitslag in own}
    return Verslag(
        uitslagen=tuple(by_doel[doel] for doel in doelen),
        adressen=len(groups),
        bekeken=sum(all(uitslag.bekeken for uitslag in own) for own in every),
        eigen_storing=storing,
        opmerkingen=tuple(_opmerkingen([own[0] for own in every], storing=storing)),
    )


def _look_at(
    groups: Mapping[str, list[Doel]], ronde: Ronde, voortgang: Voortgang | None, vorige: Mapping[Doel, Afdruk]
) -> dict[str, list[Uitslag]]:
    """Return the verdicts on each address that was finished in time."""
    busy: dict[str, Lock] = {}
    load_nowhere = cache(partial(load_eenmaal, ronde=ronde))

    def ask_nowhere(url: str) -> Antwoord:
        """Return what a host answers where nothing can be: asked once in a run, whoever wants to know."""
        with busy.setdefault(url, Lock()):
            return load_nowhere(url)

    def look(url: str) -> list[Uitslag]:
        antwoord = load_antwoord(url, ronde)
        known = next((vorige[doel] for doel in groups[url] if doel in vorige), None)

        def judge(*nowhere: Antwoord) -> list[Uitslag]:
            return [check_antwoord(doel, antwoord, ronde.drempels, Vergelijk(nowhere, known)) for doel in groups[url]]

        uitslagen = judge()
        if any(one.oordeel in _FINE for one in uitslagen) and is_to_compare(url, antwoord, known):
            return judge(*map(ask_nowhere, dict.fromkeys((onbestaand(url), onbestaand(antwoord.url)))))
        return uitslagen

    gezien: dict[str, list[Uitslag]] = {}
    for url, own in run_all(list(groups), look, ronde.drempels.werkers, lambda: ronde.rest() + ronde.drempels.respijt):
        gezien[url] = own
        if voortgang is not None:
            voortgang(len(gezien), len(groups), own)
    return gezien


def _has_storing(uitslagen: Sequence[Uitslag], omgeving: Omgeving, drempels: Drempels) -> bool:
    """Say whether what went wrong lies with us: no host answered at all.

    A name that does not exist is believed when a name that surely exists can be resolved; a wrong certificate when
    it is not the same story at every host (as in a network that opens TLS connections itself).
    """
    if any(uitslag.http_status is not None for uitslag in uitslagen):
        return False
    wrong = {host_of(uitslag.doel.url) for uitslag in uitslagen if uitslag.fout is Fout.CERTIFICAAT}
    network = any(uitslag.fout in _NETWORK for uitslag in uitslagen)
    return len(wrong) >= drempels.minste_certificaten or (network and not _resolves(omgeving, drempels))


def _resolves(omgeving: Omgeving, drempels: Drempels) -> bool:
    """Say whether any of the names that surely exist can be resolved, in a limited time."""

    def resolve(name: str) -> bool:
        with suppress(OSError, UnicodeError):
            return bool(omgeving.resolve(name))
        return False

    einde = omgeving.monotonic() + drempels.ijkpunt
    return any(found for _, found in run_all(drempels.ijkpunten, resolve, 2, lambda: einde - omgeving.monotonic()))


def _in_doubt(uitslag: Uitslag) -> Uitslag:
    """Return a verdict as it is when the fault may well be ours; what the guard refused is wrong all the same."""
    if uitslag.fout not in _NETWORK:
        return uitslag
    bewijs = f"{uitslag.bewijs} Geen enkele site antwoordde."
    return replace(uitslag, oordeel=Oordeel.ONZEKER, bewijs=bewijs, bekeken=False)


def _not_seen(doel: Doel) -> Uitslag:
    sentence = "Niet bekeken: de tijd voor de hele controle was om."
    return Uitslag(doel, Oordeel.ONZEKER, sentence, bekeken=False, fout=Fout.GEEN_TIJD)


def _opmerkingen(uitslagen: Sequence[Uitslag], *, storing: bool) -> Iterator[str]:
    """Yield what is to be said of a run, from one verdict for each address."""
    if storing:
        yield (
            "Geen enkele site antwoordde. Dat ligt waarschijnlijk aan deze computer of aan het netwerk; "
            "over de adressen is nu niets te zeggen."
        )
    yield from sorted({uitslag.bewijs for uitslag in uitslagen if uitslag.fout is Fout.OVERGESLAGEN})
    unseen = sum(uitslag.fout is Fout.GEEN_TIJD for uitslag in uitslagen)
    if unseen:
        yield f"De tijd was om: {unseen} van de {len(uitslagen)} adressen zijn niet of niet helemaal bekeken."
