"""What ties a topic to other pages: each kind, from both sides, and each page once."""

from __future__ import annotations

from handreiking.geheel.samenhang import Relatie, Verband, relaties, verbanden
from tests.conftest import Werkmap


def test_a_topic_has_ties_of_three_kinds(werkmap: Werkmap) -> None:
    """Related with its reason, the same instruments by their titles on this topic, and named in a text."""
    handreiking = werkmap.handreiking()
    regen, bomen = handreiking.onderwerp("water/regen"), handreiking.onderwerp("groen/bomen")
    assert relaties(handreiking, regen) == (
        Relatie("verwant", bomen, reden="Bomen drinken mee."),
        Relatie("deelt", bomen, instrumenten=("Regenboek",)),
        Relatie("genoemd", bomen),
        Relatie("genoemd", handreiking.paginas["over.md"]),
    )
    assert relaties(handreiking, bomen) == (
        Relatie("verwant", regen, reden="Bomen hebben water nodig."),
        Relatie("deelt", regen, instrumenten=("Regenboek voor bomen",)),
    )


def test_ties_to_one_page_stand_together(werkmap: Werkmap) -> None:
    """A page that is tied in several ways comes once, with each of them."""
    handreiking = werkmap.handreiking()
    regen, bomen = handreiking.onderwerp("water/regen"), handreiking.onderwerp("groen/bomen")
    verwant, deelt, genoemd, in_over = relaties(handreiking, regen)
    assert verbanden(handreiking, regen) == (
        Verband(bomen, verwant=verwant, deelt=deelt, genoemd=genoemd),
        Verband(handreiking.paginas["over.md"], genoemd=in_over),
    )


def test_a_topic_may_have_no_ties(werkmap: Werkmap) -> None:
    """Nothing related, no instrument, named nowhere."""
    werkmap.write(
        "content/groen/gras.md",
        "---\nsoort: onderwerp\ntitel: Gras\nsamenvatting: Zo.\nvolgorde: 2\nbeoordeeld: 2025-03-01\n"
        "bronnen: [weerboek]\n---\n",
    )
    handreiking = werkmap.handreiking()
    gras = handreiking.onderwerp("groen/gras")
    assert (relaties(handreiking, gras), verbanden(handreiking, gras)) == ((), ())


def test_what_builds_on_a_topic_reads_rightly_on_both(werkmap: Werkmap) -> None:
    """The basis is called so on the one side, and on the other stands what builds on it."""
    werkmap.change("content/groen/bomen.md", "hebben water nodig.", "hebben water nodig.\n    aard: basis")
    werkmap.change("content/water/regen.md", "Bomen drinken mee.", "Bomen drinken mee.\n    aard: vervolg")
    handreiking = werkmap.handreiking()
    said = {
        name: [
            (relatie.naar.titel, relatie.aard, relatie.in_woorden) for relatie in found if relatie.soort == "verwant"
        ]
        for name in ("groen/bomen", "water/regen")
        if (found := relaties(handreiking, handreiking.onderwerp(name)))
    }
    assert said == {
        "groen/bomen": [("Regen", "basis", "Basis hiervoor")],
        "water/regen": [("Bomen", "vervolg", "Bouwt hierop voort")],
    }
    plain = relaties(handreiking, handreiking.onderwerp("water/regen"))[1]
    assert (plain.soort, plain.in_woorden) == ("deelt", "")


def test_a_kind_said_on_one_side_only_is_a_problem(werkmap: Werkmap) -> None:
    """Both topics that do not fit each other are told, each on its own line."""
    werkmap.change("content/groen/bomen.md", "hebben water nodig.", "hebben water nodig.\n    aard: basis")
    werkmap.change("content/water/regen.md", "Bomen drinken mee.", "Bomen drinken mee.\n    aard: basis")
    assert werkmap.problems() == (
        "content/groen/bomen.md:9: 'water/regen' is hier 'basis'; zet daar bij dit onderwerp 'aard: vervolg',"
        " of haal 'aard' hier weg\n"
        "content/water/regen.md:9: 'groen/bomen' is hier 'basis'; zet daar bij dit onderwerp 'aard: vervolg',"
        " of haal 'aard' hier weg\n"
    )


def test_shared_instruments_come_in_the_order_of_themes_and_data(werkmap: Werkmap) -> None:
    """Topics by theme, the instruments on both as the data has them."""
    werkmap.write(
        "content/groen/gras.md",
        "---\nsoort: onderwerp\ntitel: Gras\nsamenvatting: Zo.\nvolgorde: 2\nbeoordeeld: 2025-03-01\n"
        "bronnen: [weerboek]\n---\n",
    )
    werkmap.change("data/tools.yaml", "onderwerpen: [groen/bomen]", "onderwerpen: [water/regen, groen/gras]")
    werkmap.change("data/tools.yaml", "[groen/bomen, water/regen]", "[groen/bomen, water/regen, groen/gras]")
    handreiking = werkmap.handreiking()
    shared = [r for r in relaties(handreiking, handreiking.onderwerp("water/regen")) if r.soort == "deelt"]
    assert [(relatie.naar.titel, relatie.instrumenten) for relatie in shared] == [
        ("Bomen", ("Regenboek",)),
        ("Gras", ("Hittekaart & toelichting", "Regenboek")),
    ]
