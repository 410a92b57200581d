"""The words of somebody who was there, in the PDF: a quotation to who listens, and below it who says so."""

from __future__ import annotations

from handreiking.soorten.citaat import Citaat
from tests.pdf.conftest import Boek


def test_a_quotation_is_tagged_as_one(klein: Boek) -> None:
    """Its words and nothing else are in it, between quotation marks; its speaker and its source follow."""
    (citaat,) = klein.handreiking.van(Citaat)
    elements = [*klein.lezing.boom.alle()]
    (quotation,) = [e for e in elements if e.tag == "BlockQuote" and e.tekst.startswith(f"“{citaat.alineas[0]}")]
    assert quotation.tekst == f"“{' '.join(citaat.alineas)}”"
    (below,) = [e for e in elements if e.tag == "P" and e.tekst.startswith(citaat.spreker)]
    assert citaat.bron.titel in below.tekst
