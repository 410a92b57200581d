"""What a run over the addresses found, to read: on a terminal and in a pull request; and while it runs.

Evidence and addresses come from servers and from people who propose a change, so none of it is trusted: it can
not give orders to a terminal or a workflow, address people, or load anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TextIO

from handreiking.basis.vreemd import render_code, render_zichtbaar, render_zin
from handreiking.basis.weergave import render_datum
from handreiking.links.controle import Verslag, Voortgang
from handreiking.links.doel import Oordeel, Uitslag

MAX_BYTES = 60_000
"""GitHub takes 65,536 characters in a comment."""

_RAAD = {
    Oordeel.KAPOT: "Zoek het nieuwe adres, of haal het weg.",
    Oordeel.VERDACHT: "Open het adres: er staat waarschijnlijk iets anders dan beloofd.",
    Oordeel.ONZEKER: "Nu is er niets van te zeggen. De volgende controle kijkt opnieuw.",
    Oordeel.GEBLOKKEERD: "De site weigert programma's. Alleen een mens kan zien of de pagina er is.",
    Oordeel.VERHUISD: "Zet het nieuwe adres in de gegevens.",
}
_MAX_URL, _MAX_BEWIJS = 1000, 500
_BAR, _NARROW = 20, 50


@dataclass(frozen=True)
class Verslagrij:
    """One address that is not `werkt`, ready to print: every letter visible, no line breaks, no endless text."""

    oordeel: Oordeel
    plaats: str
    url: str
    bewijs: str
    nieuw_url: str


@dataclass(frozen=True)
class Verslaggroep:
    """The addresses of one verdict, with what an editor can do about them."""

    oordeel: Oordeel
    raad: str
    rijen: tuple[Verslagrij, ...]


def render_tabel(verslag: Verslag) -> str:
    """Return the report as plain text: counts, then each address that is not `werkt`, the worst first."""
    lines = [_bekeken(verslag), *verslag.opmerkingen, "", "oordeel      aantal", "-----------  ------"]
    lines += [f"{name:<11}  {count:>6}" for name, count in _aantallen(verslag)]
    for groep in _groepen(verslag):
        for rij in groep.rijen:
            # No line begins with what came from elsewhere: a workflow would obey `::`.
            lines += ["", f"{rij.oordeel}: {rij.plaats}", f"  adres: {rij.url}", f"  bewijs: {rij.bewijs}"]
            lines += [f"  nieuw adres: {rij.nieuw_url}"] if rij.nieuw_url else []
    return "".join(f"{line}\n" for line in lines)


def render_markdown(verslag: Verslag, titel: str, datum: date) -> str:
    """Return the report for a comment on GitHub, in at most `MAX_BYTES`; says how many addresses did not fit.

    What is not ours stands in code, where GitHub makes no links, names nobody and reads no HTML.
    """
    head = [f"## {render_zin(titel)}", "", f"{render_datum(datum)}. {_bekeken(verslag)}", ""]
    head += [line for opmerking in verslag.opmerkingen for line in (f"> {render_zin(opmerking)}", "")]
    head += ["| oordeel | aantal |", "| --- | ---: |"]
    head += [f"| {name} | {count} |" for name, count in _aantallen(verslag)]
    text = "".join(f"{line}\n" for line in head)
    pieces = list(_pieces(_groepen(verslag)))
    room = MAX_BYTES - len(text.encode()) - 100
    for index, piece in enumerate(pieces):
        room -= len(piece.encode())
        if room < 0:
            return f"{text}\nEn nog {len(pieces) - index}: hier is geen plaats voor meer.\n"
        text += piece
    return text


def progress(stream: TextIO, *, is_terminal: bool, width: int = 80) -> Voortgang:
    """Return a function that shows how far a run is: a bar on one line of a terminal, lines of text elsewhere.

    A call without verdicts ends the line of the bar; a run that was cut off needs that, after others it does nothing.
    """
    counts: Counter[Oordeel] = Counter()
    shown, ended = 0, False

    def draw(done: int, total: int, uitslagen: Sequence[Uitslag]) -> None:
        nonlocal shown, ended
        counts.update(uitslag.oordeel for uitslag in uitslagen)
        if uitslagen:
            line = _balk(done, total, counts, width)
            stream.write(f"\r{line:<{shown}}")
            shown, ended = len(line), False
        if not ended and (done == total or not uitslagen):
            stream.write("\n")
            shown, ended = 0, True
        stream.flush()

    def tell(done: int, total: int, uitslagen: Sequence[Uitslag]) -> None:
        nonlocal shown
        counts.update(uitslag.oordeel for uitslag in uitslagen)
        for rij in map(_rij, uitslagen):
            if rij.oordeel is not Oordeel.WERKT:
                stream.write(f"{rij.oordeel}: {rij.plaats} {rij.url}: {rij.bewijs}\n")
        tenth = done * 10 // max(total, 1)
        if tenth > shown:
            stream.write(f"{tenth * 10} %: {done} van de {total} adressen; {_tel(counts)}\n")
            shown = tenth
        stream.flush()

    return draw if is_terminal else tell


def _bekeken(verslag: Verslag) -> str:
    places = len(verslag.uitslagen)
    where = f"op {places} {'plaats' if places == 1 else 'plaatsen'}"
    return f"Bekeken: {verslag.bekeken} van de {verslag.adressen} adressen, {where}."


def _aantallen(verslag: Verslag) -> list[tuple[str, int]]:
    counts = Counter(uitslag.oordeel for uitslag in verslag.uitslagen)
    return [*((str(oordeel), counts[oordeel]) for oordeel in Oordeel), ("totaal", len(verslag.uitslagen))]


def _groepen(verslag: Verslag) -> list[Verslaggroep]:
    """Return the verdicts that ask for something, the worst first; in each the order of the files."""
    ordered = sorted(verslag.uitslagen, key=lambda uitslag: (uitslag.doel.bestand, uitslag.doel.regel))
    groups = [
        Verslaggroep(oordeel, raad, tuple(_rij(uitslag) for uitslag in ordered if uitslag.oordeel is oordeel))
        for oordeel, raad in _RAAD.items()
    ]
    return [groep for groep in groups if groep.rijen]


def _rij(uitslag: Uitslag) -> Verslagrij:
    return Verslagrij(
        oordeel=uitslag.oordeel,
        plaats=render_zichtbaar(f"{uitslag.doel.bestand}:{uitslag.doel.regel}", _MAX_URL),
        url=render_zichtbaar(uitslag.doel.url, _MAX_URL),
        bewijs=render_zichtbaar(uitslag.bewijs, _MAX_BEWIJS),
        nieuw_url=render_zichtbaar(uitslag.nieuw_url or "", _MAX_URL),
    )


def _pieces(groepen: Sequence[Verslaggroep]) -> Iterator[str]:
    """Yield the Markdown of each address; the first of a verdict has its heading."""
    for groep in groepen:
        for number, rij in enumerate(groep.rijen):
            heading = f"\n### {groep.oordeel.capitalize()} ({len(groep.rijen)})\n\n{groep.raad}\n\n"
            new = f"  Nieuw adres: {render_code(rij.nieuw_url)}\n" if rij.nieuw_url else ""
            where = f"- {render_code(rij.plaats)} {render_code(rij.url)}\n  {render_code(rij.bewijs)}\n"
            yield f"{'' if number else heading}{where}{new}"


def _balk(done: int, total: int, counts: Counter[Oordeel], width: int) -> str:
    """Return the bar, one column less than the terminal is wide, so that it never wraps."""
    filled = done * _BAR // max(total, 1)
    bar = f"[{'#' * filled}{'.' * (_BAR - filled)}] " if width >= _NARROW else ""
    return f"{bar}{done}/{total} {_tel(counts)}"[: max(width - 1, 0)]


def _tel(counts: Counter[Oordeel]) -> str:
    return ", ".join(f"{oordeel} {counts[oordeel]}" for oordeel in Oordeel if counts[oordeel])
