"""The form for a new practice example on GitHub: what is asked of a municipality, its choices made from the data.

Nobody reads the answers but an editor, who begins the example with `handreiking nieuw praktijkvoorbeeld`.
"""

from __future__ import annotations

from typing import Any

from handreiking.invoer.formulier import options_of, render_vragen, vraag
from handreiking.invoer.voorstel import topic_names
from handreiking.lezen.gelezen import Gelezen
from handreiking.soorten.kop import PraktijkKop

BESTAND = ".github/ISSUE_TEMPLATE/praktijkvoorbeeld.yml"
CONTROLE = "Nagekeken"
NAGEKEKEN = (
    "Alles komt uit een bron die iedereen kan nagaan, is in mijn eigen woorden, en is niet tot mensen te herleiden."
)
_INTRO = (
    "Vertel hoe uw gemeente het doet. Een redacteur maakt er pagina's van en vraagt u na wat niet duidelijk is. "
    "Wat u niet weet, laat u leeg. Zet hier geen persoonsgegevens neer; iedereen kan dit lezen."
)


def render_praktijkformulier(gelezen: Gelezen) -> str:
    """Return the text of the form, with the topics there are."""
    body: list[dict[str, Any]] = [
        {"type": "markdown", "attributes": {"value": _INTRO}},
        vraag("input", "gemeente", "Gemeente", "De naam van de gemeente, of van de gemeenten samen.", required=True),
        vraag("textarea", "wat", "Wat doet de gemeente?", "De stappen, en wie er meedoen.", required=True),
        vraag("textarea", "waarom", "Waarom, en wat leverde het op?", "Ook wat niet lukte.", required=False),
        _topics(gelezen),
        vraag(
            "textarea", "bronnen", "Bronnen", "Elke bron op een regel: titel, van wie, datum en adres.", required=True
        ),
        vraag("input", "stand", "Stand", PraktijkKop.model_fields["stand"].description or "", required=True),
        vraag("textarea", "cijfers", "Cijfers", "Als die er zijn: per cijfer de datum en de bron.", required=False),
        vraag(
            "textarea",
            "contact",
            "Contact",
            "Als lezers de gemeente mogen bellen of e-mailen: nummer of adres, voor wie, en waar dat staat.",
            required=False,
        ),
        vraag(
            "textarea", "toelichting", "Toelichting voor de redactie", "Wat de redactie nog moet weten.", required=False
        ),
        {
            "type": "checkboxes",
            "id": "nagekeken",
            "attributes": {"label": CONTROLE, "options": [{"label": NAGEKEKEN, "required": True}]},
        },
    ]
    return render_vragen(
        {
            "name": "Een praktijkvoorbeeld",
            "description": "Vertel hoe uw gemeente het doet, met de bronnen erbij.",
            "title": "Praktijkvoorbeeld: ",
            "labels": ["praktijkvoorbeeld"],
            "body": body,
        }
    )


def _topics(gelezen: Gelezen) -> dict[str, Any]:
    """Return the question about topics; GitHub takes no list with one choice twice."""
    hint = "De onderwerpen waarvan dit een voorbeeld is; het mogen er meer zijn."
    element = vraag("dropdown", "onderwerpen", "Onderwerpen", hint, required=True)
    options = list(options_of(topic_names(gelezen)))
    return element | {"attributes": {**element["attributes"], "options": options, "multiple": True}}
