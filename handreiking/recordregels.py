"""The rules within one kind of record that has no module of rules of its own: one generator a rule."""

from __future__ import annotations

from handreiking.aanpassing import Verwijdering
from handreiking.gegevens import Definitie
from handreiking.instrumenten import Instrument
from handreiking.problem import suggestion
from handreiking.soorten.soort import Eigen, Lijst


def check_removed_once(lijst: Lijst[Verwijdering]) -> Eigen:
    """What was taken away stands once among the removals.

    Wrong: two records with `soort: instrument` and `id: symbolenbank`.  Right: one of them.
    """
    first: dict[tuple[str, str], int] = {}
    for verwijdering, line in lijst.records:
        key = (verwijdering.soort, verwijdering.id)
        if key in first:
            sentence = f"{verwijdering.soort} '{verwijdering.id}' staat ook op regel {first[key]}; houd er één"
            yield line, sentence
        first.setdefault(key, line)


def check_shared_urls(lijst: Lijst[Instrument]) -> Eigen:
    """Two instruments have one address only where the later one says so.

    Wrong: the same `url` twice.  Right: the later one adds `zelfde_url_als: symbolenbank`.
    """
    ids = {instrument.id: instrument for instrument, _ in lijst.records}
    first: dict[str, Instrument] = {}
    for instrument, line in lijst.records:
        other = instrument.zelfde_url_als
        if other is not None and other not in lijst.ids:
            hint = suggestion(other, lijst.ids)
            yield line, f"'zelfde_url_als' noemt '{other}', dat geen instrument is{hint}"
        elif other == instrument.id:
            yield line, "'zelfde_url_als' noemt dit instrument zelf; noem het andere, of haal het veld weg"
        elif other in ids and ids[other].url != instrument.url:
            yield line, f"'zelfde_url_als' noemt '{other}', maar dat heeft een ander adres; haal het veld weg"
        elif instrument.url in first and other is None:
            twin = first[instrument.url].id
            yield line, f"dit adres heeft '{twin}' ook; voeg ze samen, of schrijf erbij: zelfde_url_als: {twin}"
        if instrument.url is not None:
            first.setdefault(instrument.url, instrument)


def check_forms(lijst: Lijst[Definitie]) -> Eigen:
    """A written form belongs to one term.

    Wrong: the form `wadi` under two terms.  Right: under one of them.
    """
    first: dict[str, str] = {}
    for definitie, line in lijst.records:
        for form in (definitie.begrip, *definitie.varianten):
            owner = first.setdefault(form.casefold(), definitie.id)
            if owner != definitie.id:
                yield line, f"'{form}' hoort al bij '{owner}'; haal het hier weg"
