"""Load a whole handreiking from its folder: the one place that reads `content/` and `data/`, once a build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from handreiking.adres import relative_url
from handreiking.controle import Gelezen, check_all
from handreiking.gegevens import Afkorting, Bron, Definitie, Instrument, Soort, Titelblad, Uitgever
from handreiking.handreiking import Handreiking, Onderwerp, Pagina, Plaatsing, Thema, Verwantschap
from handreiking.inhoud import Bronpagina, OnderwerpKop, ThemaKop, onderwerp_ids, parse_page
from handreiking.lezen import parse_record, parse_records
from handreiking.problem import Problem
from handreiking.tekst import Begrippenlijst, Tekst, begrippenlijst, render_tekst
from handreiking.velden import Record, Samenhang
from handreiking.yaml_document import Document, decode, parse_yaml

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Project:
    """Where a handreiking lies: its folder, its content folder, and the folders of icon sets."""

    map: Path
    content: Path
    iconen: tuple[Path, ...]

    @property
    def data(self) -> Path:
        """The folder of the data files."""
        return self.map / "data"

    def name(self, path: Path) -> str:
        """Give a path as an editor knows it: from the project's folder."""
        return path.relative_to(self.map).as_posix()


# Each data file that is a list: its name, what its records are called, their model; those it refers to come first.
DATA: tuple[tuple[str, str, type[Record]], ...] = (
    ("uitgevers.yaml", "uitgever", Uitgever),
    ("soorten.yaml", "soort", Soort),
    ("bronnen.yaml", "bron", Bron),
    ("afkortingen.yaml", "afkorting", Afkorting),
    ("definities.yaml", "definitie", Definitie),
    ("tools.yaml", "instrument", Instrument),
)


def load_handreiking(
    project: Project, vandaag: date, *, directories: bool = True
) -> tuple[Handreiking | None, list[Problem]]:
    """Load, check and compose the handreiking; give it, or None, with all problems found, sorted.

    `vandaag` is what dates are held against. `directories` says what page addresses look like
    (see `adres.page_url`). Raises OSError where a file that exists cannot be read.
    """
    gelezen, titelblad, problems = _load_all(project, vandaag)
    if titelblad is None or problems:
        return None, sorted({*problems, *check_all(gelezen)})

    def converted(bronpagina: Bronpagina) -> Tekst:
        def url_for(pad: str, anchor: str) -> str:
            address = "" if pad == bronpagina.pad else relative_url(bronpagina.pad, pad, directories=directories)
            return f"{address}#{anchor}" if anchor else address or "#"

        return render_tekst(bronpagina.markdown, bronpagina.pad, url_for, begrippen)

    explained_on = next((p.pad for p in gelezen.paginas if p.kop.soort == "definities"), "")
    forms = {d.id: (d.begrip, *d.varianten) for d, _ in gelezen.definities} if explained_on else {}
    begrippen = begrippenlijst(forms, explained_on)
    teksten = {pagina.pad: converted(pagina) for pagina in gelezen.paginas}
    found = sorted(set(check_all(gelezen, teksten)))
    stand = max(_dates(gelezen), default=vandaag)
    return (None, found) if found else (_compose(titelblad, gelezen, teksten, begrippen, stand), [])


def _load_all(project: Project, vandaag: date) -> tuple[Gelezen, Titelblad | None, list[Problem]]:
    problems: list[Problem] = []
    paths = {path.relative_to(project.content).as_posix(): path for path in sorted(project.content.rglob("*.md"))}
    ids = onderwerp_ids(list(paths))
    records: dict[str, dict[str, Record | None]] = {}
    lists: dict[str, list[tuple[Record, int]]] = {}
    for file, kind, model in DATA:
        context = Samenhang(vandaag, records, ids, project.iconen)
        document, found = _load_document(project, project.data / file)
        problems += found
        lists[kind] = []
        if document is not None:
            lists[kind], found = parse_records(document, model, context)
            problems += found
        if document is not None and isinstance(document.waarde, list):
            records[kind] = dict.fromkeys(_ids(document.waarde))
            records[kind] |= {str(getattr(record, "id")): record for record, _ in lists[kind]}  # noqa: B009
    context = Samenhang(vandaag, records, ids, project.iconen)
    document, found = _load_document(project, project.data / "handreiking.yaml")
    problems += found
    titelblad = None
    if document is not None:
        titelblad, found = parse_record(document, Titelblad, context)
        problems += found
    paginas = []
    for pad, path in paths.items():
        text, found = decode(path.read_bytes(), project.name(path))
        problems += found
        if text is not None:
            pagina, found = parse_page(text, pad, project.name(path), context)
            problems += found
            paginas += [pagina] if pagina else []
    if not paths:
        problems.append(Problem(project.name(project.content), 1, "hier staan geen pagina's (.md)", "bestand"))
    gelezen = Gelezen(
        content=project.name(project.content),
        data=project.name(project.data),
        paden=frozenset(paths),
        paginas=tuple(paginas),
        instrumenten=_of_type(lists["instrument"], Instrument),
        instrument_ids=frozenset(records.get("instrument", {})),
        definities=_of_type(lists["definitie"], Definitie),
        afkortingen=_of_type(lists["afkorting"], Afkorting),
        bronnen=_of_type(lists["bron"], Bron),
        uitgevers=_of_type(lists["uitgever"], Uitgever),
        soorten=_of_type(lists["soort"], Soort),
    )
    return gelezen, titelblad, problems


def _of_type(records: Iterable[tuple[Record, int]], model: type[R]) -> tuple[tuple[R, int], ...]:
    return tuple((record, line) for record, line in records if isinstance(record, model))


def _ids(waarden: list[Any]) -> Iterable[str]:
    """Give the ids that stand in a list of records, also of those that are not in order otherwise."""
    return [record["id"] for record in waarden if isinstance(record, dict) and isinstance(record.get("id"), str)]


def _load_document(project: Project, path: Path) -> tuple[Document | None, list[Problem]]:
    name = project.name(path)
    if not path.is_file():
        return None, [Problem(name, 1, "dit bestand ontbreekt", "bestand")]
    text, problems = decode(path.read_bytes(), name)
    if text is None:
        return None, problems
    return parse_yaml(text, name)


def _compose(
    titelblad: Titelblad, gelezen: Gelezen, teksten: Mapping[str, Tekst], begrippen: Begrippenlijst, stand: date
) -> Handreiking:
    composed = tuple(
        _thema(pagina, pagina.kop, gelezen.paginas, teksten)
        for pagina in sorted(gelezen.paginas, key=_order)
        if isinstance(pagina.kop, ThemaKop)
    )
    paginas: dict[str, Pagina] = {thema.pad: thema for thema in composed}
    paginas |= {onderwerp.pad: onderwerp for thema in composed for onderwerp in thema.onderwerpen}
    for pagina in gelezen.paginas:
        if pagina.pad not in paginas:
            paginas[pagina.pad] = _pagina(pagina, teksten)
    return Handreiking(
        titel=titelblad.titel,
        ondertitel=titelblad.ondertitel,
        editie=titelblad.editie,
        contact=titelblad.contact,
        uitgever=titelblad.uitgever,
        stand=stand,
        themas=composed,
        paginas=paginas,
        soorten=tuple(soort for soort, _ in gelezen.soorten),
        instrumenten=tuple(instrument for instrument, _ in gelezen.instrumenten),
        definities=tuple(definitie for definitie, _ in gelezen.definities),
        afkortingen=tuple(sorted((a for a, _ in gelezen.afkortingen), key=lambda a: a.afkorting.casefold())),
        bronnen=tuple(bron for bron, _ in gelezen.bronnen),
        begrippen=begrippen,
        op_onderwerp=_placed([instrument for instrument, _ in gelezen.instrumenten]),
        genoemd=_mentioned(paginas, composed),
    )


def _order(pagina: Bronpagina) -> tuple[int, str]:
    kop = pagina.kop
    return (kop.volgorde if isinstance(kop, ThemaKop | OnderwerpKop) else 0, pagina.pad)


def _pagina(pagina: Bronpagina, teksten: Mapping[str, Tekst]) -> Pagina:
    kop = pagina.kop
    return Pagina(
        pad=pagina.pad,
        soort=kop.soort,
        titel=kop.titel,
        samenvatting=kop.samenvatting,
        beoordeeld=kop.beoordeeld,
        tekst=teksten[pagina.pad],
        markdown=pagina.markdown,
        regel=pagina.regel,
    )


def _thema(pagina: Bronpagina, kop: ThemaKop, paginas: Iterable[Bronpagina], teksten: Mapping[str, Tekst]) -> Thema:
    name = pagina.pad.removesuffix("/index.md")
    onderwerpen = tuple(
        Onderwerp(
            **vars(_pagina(topic, teksten)),
            id=topic.pad.removesuffix(".md"),
            thema=name,
            verwant=tuple(Verwantschap(v.onderwerp, v.reden) for v in topic.kop.verwant),
        )
        for topic in sorted(paginas, key=_order)
        if isinstance(topic.kop, OnderwerpKop) and topic.pad.startswith(f"{name}/")
    )
    return Thema(**vars(_pagina(pagina, teksten)), id=name, icoon=kop.icoon, kleur=kop.kleur, onderwerpen=onderwerpen)


def _placed(instrumenten: Iterable[Instrument]) -> dict[str, tuple[Plaatsing, ...]]:
    placed: dict[str, list[Plaatsing]] = {}
    for instrument in instrumenten:
        for name in instrument.onderwerpen:
            titel = instrument.andere_titels.get(name, instrument.titel)
            placed.setdefault(name, []).append(Plaatsing(instrument, titel, name in instrument.tip))
    return {name: tuple(members) for name, members in placed.items()}


def _mentioned(paginas: Mapping[str, Pagina], themas: Iterable[Thema]) -> dict[str, tuple[Pagina, ...]]:
    """Give, by source path, the pages whose text links there: those of the themes in order, then the others."""
    in_order: dict[str, Pagina] = {page.pad: page for thema in themas for page in (thema, *thema.onderwerpen)}
    mentioned: dict[str, list[Pagina]] = {}
    for page in (in_order | dict(paginas)).values():
        for target in dict.fromkeys(v.pad for v in page.tekst.verwijzingen if v.pad and v.pad != page.pad):
            mentioned.setdefault(target, []).append(page)
    return {target: tuple(pages) for target, pages in mentioned.items()}


def _dates(gelezen: Gelezen) -> Iterable[date]:
    """Give every date on which something in the handreiking was added, read or looked over."""
    for pagina in gelezen.paginas:
        yield from [pagina.kop.beoordeeld] if pagina.kop.beoordeeld else []
    for instrument, _ in gelezen.instrumenten:
        yield instrument.toegevoegd
        yield from [instrument.nagekeken] if instrument.nagekeken else []
    for definitie, _ in gelezen.definities:
        yield definitie.beoordeeld
    for bron, _ in gelezen.bronnen:
        yield from [bron.gelezen] if bron.gelezen else []
