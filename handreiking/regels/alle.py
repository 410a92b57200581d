"""Every rule across files, in one list: what it is about, and how much it weighs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handreiking.basis.problem import Ernst, Found, Problem, name_of
from handreiking.lezen.gelezen import Gelezen
from handreiking.regels.afkortingen import check_afkortingen
from handreiking.regels.bronnen import check_bronmerk, check_getal_zonder_bron
from handreiking.regels.gebruik import check_ongebruikt, check_tweede_definitie
from handreiking.regels.houdbaarheid import check_bijna_verlopen, check_vastgelegd, check_verlopen
from handreiking.regels.leesbaarheid import check_korte_zinnen, check_leesbaarheid
from handreiking.regels.ouderdom import (
    check_contact_verouderd,
    check_lang_geleden_geopend,
    check_meldpunt,
    check_meldpunt_verlopen,
    check_nooit_geopend,
    check_verouderd,
)
from handreiking.regels.paginas import (
    check_aard,
    check_kinds_of_page,
    check_order,
    check_related,
    check_themes,
    check_zonder_stellingen,
)
from handreiking.regels.praktijk import (
    check_nog_in_te_vullen,
    check_praktijk_gemeente,
    check_praktijk_index,
    check_voorbeeld_van,
)
from handreiking.regels.records import (
    check_after_first_edition,
    check_ids,
    check_nergens_genoemd,
    check_pagina_van_soort,
)
from handreiking.regels.schrijfwijze import check_schrijfwijze
from handreiking.regels.teksten import (
    check_anchors,
    check_depth,
    check_links,
    check_markdown,
    check_names,
    check_numbering,
)
from handreiking.regels.toonregel import check_nergens_getoond, check_toonregel
from handreiking.soorten.alle import ALLE


@dataclass(frozen=True)
class Regel:
    """A rule: a generator of (path, line, message), the group it belongs to, and how much what it says weighs.

    What the group `bouw` says holds a build back. The others are of a check: `taal` (words), `onaf` (what somebody
    began and should finish), `begrippen` (what is remembered of definitions), `ouderdom` (what has grown old).
    """

    check: Callable[[Gelezen], Found]
    groep: str = "bouw"
    ernst: Ernst = Ernst.FOUT

    @property
    def naam(self) -> str:
        """The name of the rule, as it stands beside a problem."""
        return name_of(self.check)


_LET_OP = Ernst.WAARSCHUWING

REGELS = (
    Regel(check_ids),
    Regel(check_pagina_van_soort),
    Regel(check_after_first_edition),
    Regel(check_related),
    Regel(check_aard),
    Regel(check_order),
    Regel(check_kinds_of_page),
    Regel(check_themes),
    Regel(check_praktijk_gemeente),
    Regel(check_praktijk_index),
    Regel(check_voorbeeld_van),
    Regel(check_markdown),
    Regel(check_numbering),
    Regel(check_names),
    Regel(check_depth),
    Regel(check_links),
    Regel(check_anchors),
    Regel(check_toonregel),
    Regel(check_bronmerk),
    Regel(check_afkortingen, "taal"),
    Regel(check_tweede_definitie, "taal", _LET_OP),
    Regel(check_schrijfwijze, "taal", _LET_OP),
    Regel(check_leesbaarheid, "taal", _LET_OP),
    Regel(check_korte_zinnen, "taal", _LET_OP),
    Regel(check_zonder_stellingen, "taal", _LET_OP),
    Regel(check_nergens_getoond, "taal", _LET_OP),
    Regel(check_getal_zonder_bron, "onaf"),
    Regel(check_nog_in_te_vullen, "onaf", _LET_OP),
    Regel(check_nergens_genoemd, "onaf", _LET_OP),
    Regel(check_ongebruikt, "begrippen", _LET_OP),
    Regel(check_bijna_verlopen, "begrippen", _LET_OP),
    Regel(check_verlopen, "begrippen", _LET_OP),
    Regel(check_vastgelegd, "begrippen"),
    Regel(check_verouderd, "ouderdom", _LET_OP),
    Regel(check_contact_verouderd, "ouderdom", _LET_OP),
    Regel(check_lang_geleden_geopend, "ouderdom", _LET_OP),
    Regel(check_nooit_geopend, "ouderdom", _LET_OP),
    Regel(check_meldpunt, "ouderdom", _LET_OP),
    Regel(check_meldpunt_verlopen, "ouderdom"),
)


def check_regels(gelezen: Gelezen, *groepen: str) -> Iterator[tuple[Problem, Ernst]]:
    """Yield what the rules of these groups say, with its weight; with `bouw` also what each kind's own rules say."""
    for regel in REGELS:
        if regel.groep in groepen:
            yield from ((Problem(*found, regel.naam), regel.ernst) for found in regel.check(gelezen))
    for soort in ALLE if "bouw" in groepen else ():
        for rule in soort.regels:
            for line, message in rule(gelezen.lijst(soort.model)):
                yield Problem(gelezen.path(soort.model), line, message, name_of(rule)), Ernst.FOUT
