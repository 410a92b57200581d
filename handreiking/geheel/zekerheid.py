"""How sure the handreiking is of an address and of a group of instruments, in sentences for the site and the PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handreiking.basis.weergave import render_datum, render_opsomming
from handreiking.geheel.handreiking import Handreiking
from handreiking.lezen.linkstatus import Linkstatus
from handreiking.soorten.bewering import Bewering, render_wanneer
from handreiking.soorten.bron import Bron
from handreiking.soorten.instrument import Instrument


@dataclass(frozen=True)
class Nagegaan:
    """What is known of a group of instruments, a sentence each: who opened them, and whether their links work."""

    geopend: str
    links: str


def render_sinds(bewering: Bewering) -> str:
    """Say when a claim was so, as a sentence."""
    before = "van" if bewering.op_in_woorden else "op" if bewering.op.op_de_dag else "in"
    return f"Dat was de stand {before} {render_wanneer(bewering)}."


def render_link(handreiking: Handreiking, record: Instrument | Bron) -> str:
    """Say when the address of an instrument or a source was last seen to work, without a capital or a full stop."""
    if record.url is None:
        return "geen webadres"
    known = handreiking.linkstatus if isinstance(record, Instrument) else handreiking.bronstatus
    return _link(known.get(record.id))


def render_nagegaan(handreiking: Handreiking, instrumenten: Sequence[Instrument], *, namen: bool = True) -> Nagegaan:
    """Say it of instruments, at least one; `namen`: with the titles of those that nobody has opened, if some were."""
    return Nagegaan(_opened(instrumenten, namen=namen), _seen(handreiking, instrumenten))


def _link(status: Linkstatus | None) -> str:
    match status:
        case None:
            return "nog niet bekeken"
        case Linkstatus(laatst_werkend=worked, niet_bereikbaar_sinds=since) if since:
            before = f"; werkte voor het laatst op {render_datum(worked)}" if worked else ""
            return f"niet bereikbaar sinds {render_datum(since)}{before}"
        case Linkstatus(laatst_werkend=worked) if worked:
            return f"werkte op {render_datum(worked)}"
        case _:
            return "bekeken, maar nog niet werkend gezien"


def _opened(instrumenten: Sequence[Instrument], *, namen: bool) -> str:
    days = sorted(instrument.nagekeken for instrument in instrumenten if instrument.nagekeken)
    left = [instrument.titel for instrument in instrumenten if not instrument.nagekeken]
    total = len(instrumenten)
    if not days:
        what = "Het instrument is nog niet" if total == 1 else f"Nog geen van de {total} instrumenten is"
        return f"{what} door een redacteur geopend."
    when = _between(render_datum(days[0]), render_datum(days[-1]))
    if not left:
        what = "Het instrument is" if total == 1 else f"Alle {total} instrumenten zijn"
        return f"{what} door een redacteur geopend, {when}."
    verb = "is" if len(days) == 1 else "zijn"
    said = f"Van de {total} instrumenten {verb} er {len(days)} door een redacteur geopend, {when}"
    return f"{said}. Nog niet: {render_opsomming(left)}." if namen else f"{said}; {len(left)} nog niet."


def _seen(handreiking: Handreiking, instrumenten: Sequence[Instrument]) -> str:
    statuses = [handreiking.linkstatus.get(instrument.id) for instrument in instrumenten if instrument.url is not None]
    if not statuses:
        what = "Het instrument" if len(instrumenten) == 1 else "Geen van deze instrumenten"
        return f"{what} heeft {'geen' if len(instrumenten) == 1 else 'een'} webadres."
    if len(statuses) == 1:
        said = _link(statuses[0])
        return f"De link {said}." if said.startswith("werkte") else f"De link is {said}."
    if statuses == [None] * len(statuses):
        return "Of de links werken, is nog niet bekeken."
    return f"{_capital('; '.join(_counts(statuses)))}."


def _counts(statuses: Sequence[Linkstatus | None]) -> Iterator[str]:
    """Yield how many links are known to work, are gone, were not seen to work, and were not looked at."""
    seen = [status for status in statuses if status is not None]
    gone = sum(status.niet_bereikbaar_sinds is not None for status in seen)
    days = sorted(s.laatst_werkend for s in seen if s.laatst_werkend and not s.niet_bereikbaar_sinds)
    unseen = len(seen) - gone - len(days)
    unknown = len(statuses) - len(seen)
    if days:
        verb = "werkte" if len(days) == 1 else "werkten"
        when = _between(render_datum(days[0]), render_datum(days[-1]))
        yield f"{len(days)} van de {len(statuses)} links {verb}, voor het laatst gezien {when}"
    for count, words in ((gone, "niet bereikbaar"), (unseen, "nog niet werkend gezien"), (unknown, "nog niet bekeken")):
        if count:
            yield f"{count} {words}"


def _between(first: str, last: str) -> str:
    return f"op {first}" if first == last else f"tussen {first} en {last}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
