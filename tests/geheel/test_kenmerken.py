"""What stands in small beside an instrument: declared once, for the site, the PDF and search alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handreiking.geheel.kenmerken import kenmerken
from handreiking.lezen.linkstatus import Linkstatus
from handreiking.soorten.instrument import INSTRUMENT
from handreiking.soorten.soort import Kenmerkrij
from handreiking.zoeken.stukken import stukken
from tests.conftest import VANDAAG, Werkmap


def test_words_come_first_and_then_what_was_looked_at(werkmap: Werkmap) -> None:
    """The day on which its link worked stands among the days, and not where its address cannot be reached."""
    handreiking = werkmap.handreiking()
    instrument = next(i for i in handreiking.instrumenten if i.nagekeken)
    known = replace(handreiking, linkstatus={instrument.id: Linkstatus(laatst_werkend=VANDAAG)})
    shown = kenmerken(known, instrument)
    assert [bool(kenmerk.dag) for kenmerk in shown] == sorted(bool(kenmerk.dag) for kenmerk in shown)
    assert [kenmerk.woorden for kenmerk in shown if kenmerk.dag] == ["link werkte op", "nagekeken op"]
    told = [kenmerk.woorden for kenmerk in kenmerken(known, instrument, bereikbaar=False)]
    assert "link werkte op" not in told
    assert told[0] == instrument.uitgever.naam


def test_a_row_that_is_declared_is_shown_and_found(werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the words before it; nothing where the field is empty."""
    handreiking = werkmap.handreiking()
    with_type, without = handreiking.instrumenten[0], handreiking.instrumenten[1]
    with_type = with_type.model_copy(update={"bestandstype": "zip"})
    rij = Kenmerkrij("bestandstype", "in een", gezocht=True)
    monkeypatch.setattr("handreiking.geheel.kenmerken.INSTRUMENT", replace(INSTRUMENT, kenmerken=(rij,)))
    assert [kenmerk.woorden for kenmerk in kenmerken(handreiking, with_type) if not kenmerk.dag] == ["in een zip"]
    assert [kenmerk.woorden for kenmerk in kenmerken(handreiking, without) if not kenmerk.dag] == []
    found = stukken(replace(handreiking, instrumenten=(with_type, without)), directories=False)
    texts = {stuk.titel: stuk.tekst for stuk in found if stuk.soort == "Instrument"}
    assert "in een zip" in texts[with_type.titel]
    assert "in een zip" not in texts[without.titel]
