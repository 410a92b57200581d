"""What was added, changed and taken away: the list, the marks, the page's days and the feed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from handreiking.basis.adres import Site
from handreiking.geheel.handreiking import Handreiking
from handreiking.geheel.wijzigingen import Onderdeel, Wijziging, dag_anker, find_vers
from handreiking.lezen.gelezen import Gelezen
from handreiking.lezen.laden import load_gelezen
from handreiking.regels.afkortingen import check_afkortingen
from handreiking.site.context import page_context
from handreiking.site.feed import MEESTE, Bericht, Feed, make_feed
from handreiking.zoeken.delen import Stukdeel
from handreiking.zoeken.stukken import stukken
from tests.conftest import VANDAAG, Werkmap

EERSTE, VIJFDE, VIERDE = date(2025, 3, 3), date(2025, 3, 5), date(2025, 3, 4)
BOEK = Onderdeel("instrument", "regenboek", "Regenboek", "instrumenten.md", "regenboek")
REGEN = Onderdeel("onderwerp", "water/regen", "Regen", "water/regen.md")
WADI = Onderdeel("definitie", "wadi", "Wadi", "definities.md", "wadi")
UITGAVE = Onderdeel("uitgave", "", "Eerste uitgave", "index.md")
KLEIN = (
    Wijziging(VIJFDE, "gewijzigd", REGEN, "De wadi staat er nu bij."),
    Wijziging(VIJFDE, "gewijzigd", BOEK, "Er is een tweede druk."),
    Wijziging(VIJFDE, "gewijzigd", WADI, "De uitleg zegt nu ook waar een wadi ligt."),
    Wijziging(
        VIJFDE,
        "verwijderd",
        Onderdeel("onderwerp", "water/sloten", "Sloten & greppels", ""),
        "Alles over water staat nu bij elkaar.",
        REGEN,
    ),
    Wijziging(VIERDE, "toegevoegd", BOEK, "Legt uit hoe u regenwater in de wijk houdt."),
    Wijziging(
        VIERDE, "verwijderd", Onderdeel("instrument", "regenton", "Regenton", ""), "De winkel bestaat niet meer."
    ),
    Wijziging(EERSTE, "toegevoegd", UITGAVE, "3 onderwerpen, 2 instrumenten, 2 definities"),
)


def new(handreiking: Handreiking, old: tuple[Wijziging, ...] = KLEIN) -> list[tuple[str, str, str]]:
    """Return what came into the list: day, what happened, title."""
    added = [w for w in handreiking.wijzigingen if w not in old]
    return [(w.dag.isoformat(), w.aard, w.onderdeel.titel) for w in added]


def test_everything_since_the_first_edition(werkmap: Werkmap) -> None:
    """Newest first; on a day what was added, then what changed, then what went; topics before instruments.

    The first edition counts what it had, also what went later, and not what came later.
    """
    assert werkmap.handreiking().wijzigingen == KLEIN


def test_only_the_first_edition(werkmap: Werkmap) -> None:
    """What was there on its day is not new, whatever its own date; one of a thing is one."""
    for path, piece in (
        ("data/tools.yaml", "  gewijzigd:\n    - op: 2025-03-05\n      wat: Er is een tweede druk.\n"),
        ("content/water/regen.md", "gewijzigd: [{op: 2025-03-05, wat: De wadi staat er nu bij.}]\n"),
        (
            "data/definities.yaml",
            "  gewijzigd:\n    - op: 2025-03-05\n      wat: De uitleg zegt nu ook waar een wadi ligt.\n",
        ),
        ("data/handreiking.yaml", "verschenen: 2025-03-03\n"),
    ):
        werkmap.change(path, piece, "")
    werkmap.write("data/verwijderd.yaml", "[]\n")
    assert (werkmap.handreiking().wijzigingen, werkmap.handreiking().vers) == ((), {})
    editie = (werkmap.map / "data" / "handreiking.yaml").read_text(encoding="utf-8")
    werkmap.write("data/handreiking.yaml", f"{editie}verschenen: 2025-03-31\n")
    handreiking = werkmap.handreiking()
    assert handreiking.wijzigingen == (
        Wijziging(date(2025, 3, 31), "toegevoegd", UITGAVE, "2 onderwerpen, 2 instrumenten, 2 definities"),
    )
    assert (handreiking.stand, handreiking.vers) == (date(2025, 3, 31), {})


def test_a_first_edition_counts_one_of_a_thing_as_one(werkmap: Werkmap) -> None:
    """Dutch has a singular, and what there is none of is not counted."""
    werkmap.change("content/water/regen.md", "beoordeeld:", "toegevoegd: 2025-03-04\nbeoordeeld:")
    werkmap.change("content/groen/bomen.md", "beoordeeld:", "toegevoegd: 2025-03-04\nbeoordeeld:")
    werkmap.change("data/tools.yaml", "toegevoegd: 2025-03-03", "toegevoegd: 2025-03-04")
    werkmap.change("data/verwijderd.yaml", "op: 2025-03-04", "toegevoegd: 2025-03-04\n  op: 2025-03-05")
    werkmap.change("data/definities.yaml", "  varianten", "  toegevoegd: 2025-03-04\n  varianten")
    assert werkmap.handreiking().wijzigingen[-1].wat == "1 onderwerp, 1 definitie"


def test_pages_of_every_kind_can_be_new_and_change(werkmap: Werkmap) -> None:
    """A theme, a topic and another page; an addition has the page's summary, a change its own sentence."""
    werkmap.change("content/groen/index.md", "soort: thema", "soort: thema\ntoegevoegd: 2025-03-10")
    werkmap.change("content/groen/bomen.md", "soort: onderwerp", "soort: onderwerp\ntoegevoegd: 2025-03-10")
    werkmap.change("content/over.md", "soort: over", "soort: over\ngewijzigd: [{op: 2025-03-11, wat: Korter.}]")
    handreiking = werkmap.handreiking()
    assert handreiking.wijzigingen[:3] == (
        Wijziging(
            date(2025, 3, 11), "gewijzigd", Onderdeel("pagina", "over", "Over deze handreiking", "over.md"), "Korter."
        ),
        Wijziging(
            date(2025, 3, 10),
            "toegevoegd",
            Onderdeel("thema", "groen/index", "Groen", "groen/index.md"),
            "Schaduw in de straat.",
        ),
        Wijziging(
            date(2025, 3, 10),
            "toegevoegd",
            Onderdeel("onderwerp", "groen/bomen", "Bomen", "groen/bomen.md"),
            "Waar bomen staan.",
        ),
    )
    assert {pad: pagina.bijgewerkt for pad, pagina in handreiking.paginas.items() if pagina.bijgewerkt} == {
        "groen/index.md": date(2025, 3, 10),
        "groen/bomen.md": date(2025, 3, 10),
        "water/regen.md": date(2025, 3, 6),
        "over.md": date(2025, 3, 11),
        "praktijk/waterdijk/bomen-tellen.md": date(2025, 3, 1),
        "praktijk/waterdijk/index.md": date(2025, 3, 1),
    }


def test_a_thing_that_changed_often_stands_there_each_time(werkmap: Werkmap) -> None:
    """Each change by itself, on its own day."""
    werkmap.change("data/tools.yaml", "    - op: 2025-03-05", "    - {op: 2025-03-07, wat: Dun.}\n    - op: 2025-03-05")
    assert new(werkmap.handreiking()) == [("2025-03-07", "gewijzigd", "Regenboek")]


def test_what_came_and_went_after_the_first_edition_is_told_twice(werkmap: Werkmap) -> None:
    """With `toegevoegd` its addition stays, leading nowhere, and it does not count to the first edition."""
    werkmap.change("data/verwijderd.yaml", "op: 2025-03-05", "toegevoegd: 2025-03-04\n  op: 2025-03-05")
    handreiking = werkmap.handreiking()
    gone = Onderdeel("onderwerp", "water/sloten", "Sloten & greppels", "")
    assert [w for w in handreiking.wijzigingen if w not in KLEIN] == [
        Wijziging(VIERDE, "toegevoegd", gone, ""),
        Wijziging(EERSTE, "toegevoegd", UITGAVE, "2 onderwerpen, 2 instrumenten, 2 definities"),
    ]
    assert ("onderwerp", "water/sloten") not in handreiking.vers


def test_marks_are_of_the_last_ninety_days_of_the_content(werkmap: Werkmap) -> None:
    """Of something new its addition, else the latest change; never what is gone, nor the first edition."""
    handreiking = werkmap.handreiking()
    marked = {
        ("onderwerp", "water/regen"): KLEIN[0],
        ("instrument", "regenboek"): KLEIN[4],
        ("definitie", "wadi"): KLEIN[2],
    }
    assert handreiking.vers == marked
    assert find_vers(handreiking.wijzigingen, date(2025, 6, 2)) == marked
    assert find_vers(handreiking.wijzigingen, date(2025, 6, 3)) == {**marked, ("instrument", "regenboek"): KLEIN[1]}
    assert find_vers(handreiking.wijzigingen, date(2025, 6, 4)) == {}


def test_marks_go_by_the_date_of_the_content_not_by_the_clock(werkmap: Werkmap) -> None:
    """A later date anywhere in the content moves them; the day on which it is read does not."""
    werkmap.change("content/water/regen.md", "beoordeeld: 2025-03-06", "beoordeeld: 2025-03-31")
    werkmap.change("data/handreiking.yaml", "verschenen: 2025-03-03", "verschenen: 2024-11-30")
    werkmap.change("data/verwijderd.yaml", "op: 2025-03-05", "op: 2024-12-05")
    werkmap.change("data/tools.yaml", "toegevoegd: 2025-03-03", "toegevoegd: 2024-12-30")
    werkmap.change("data/tools.yaml", "toegevoegd: 2025-03-04", "toegevoegd: 2024-12-31")
    vers = werkmap.handreiking().vers
    assert {key: (w.aard, w.dag.isoformat()) for key, w in vers.items()} == {
        ("onderwerp", "water/regen"): ("gewijzigd", "2025-03-05"),
        ("instrument", "regenboek"): ("toegevoegd", "2024-12-31"),
        ("definitie", "wadi"): ("gewijzigd", "2025-03-05"),
    }


def test_the_page_gets_the_changes_by_day(werkmap: Werkmap) -> None:
    """The newest day first, each with its changes in order."""
    handreiking = werkmap.handreiking()
    days = [(VIJFDE, list(KLEIN[:4])), (VIERDE, list(KLEIN[4:6])), (EERSTE, list(KLEIN[6:]))]
    assert page_context(handreiking, "nieuw.md")["dagen"] == days


def test_who_searches_what_is_gone_finds_why(werkmap: Werkmap) -> None:
    """What was taken away can be found on the page with changes, by day."""
    (page,) = [s for s in stukken(werkmap.handreiking(), directories=False) if s.adres == "nieuw.html"]
    assert page.delen[1:] == (
        Stukdeel("pagina-dag-2025-03-05", "5 maart 2025", "Sloten & greppels: Alles over water staat nu bij elkaar."),
        Stukdeel("pagina-dag-2025-03-04", "4 maart 2025", "Regenton: De winkel bestaat niet meer."),
    )


def test_abbreviations_in_what_changed_are_looked_at(werkmap: Werkmap) -> None:
    """In a change of a page, a record and a removal, each on its line."""
    werkmap.change("content/water/regen.md", "De wadi staat er nu bij.", "Vraag het de AAA.")
    werkmap.change("data/tools.yaml", "Er is een tweede druk.", "Vraag het de BBB.")
    werkmap.change("data/definities.yaml", "De uitleg zegt nu ook waar een wadi ligt.", "Vraag het de CCC.")
    werkmap.change("data/verwijderd.yaml", "De winkel bestaat niet meer.", "Vraag het de DDD.")
    werkmap.change("data/verwijderd.yaml", "titel: Sloten & greppels", "titel: Sloten van EEE")
    found = [(path, line, said.split("'")[1]) for path, line, said in check_afkortingen(read(werkmap))]
    assert found == [
        ("content/water/regen.md", 10, "AAA"),
        ("data/tools.yaml", 10, "BBB"),
        ("data/definities.yaml", 10, "CCC"),
        ("data/verwijderd.yaml", 1, "EEE"),
        ("data/verwijderd.yaml", 7, "DDD"),
    ]


def read(werkmap: Werkmap) -> Gelezen:
    """Return what was read."""
    gelezen, problems = load_gelezen(werkmap.project, VANDAAG)
    assert problems == []
    return gelezen


# The feed ---------------------------------------------------------------------------------------------------


def test_the_feed_where_the_address_of_the_site_is_not_known(werkmap: Werkmap) -> None:
    """Each change with the address of what changed, seen from the feed; of what is gone, the day it went."""
    assert make_feed(werkmap.handreiking(), Site()) == Feed(
        "urn:uuid:ef23f2a4-8344-521a-89d5-a6638cd9a345",
        VIJFDE,
        "feed.xml",
        "nieuw.html",
        (
            Bericht(
                "urn:uuid:9829661f-6db3-5eb0-8ae9-637b8a6b26ac",
                "Gewijzigd: Regen (onderwerp)",
                "De wadi staat er nu bij.",
                VIJFDE,
                "water/regen.html",
            ),
            Bericht(
                "urn:uuid:79ff381b-1baf-5ace-9626-6fe31cacdc07",
                "Gewijzigd: Regenboek (instrument)",
                "Er is een tweede druk.",
                VIJFDE,
                "instrumenten.html#regenboek",
            ),
            Bericht(
                "urn:uuid:bd4d8f65-9e63-5642-b314-0fb3e9d6d5f5",
                "Gewijzigd: Wadi (definitie)",
                "De uitleg zegt nu ook waar een wadi ligt.",
                VIJFDE,
                "definities.html#wadi",
            ),
            Bericht(
                "urn:uuid:e865f1a3-6945-5325-b90c-d543d880e2e1",
                "Verwijderd: Sloten & greppels (onderwerp)",
                "Alles over water staat nu bij elkaar. In de plaats hiervan: Regen.",
                VIJFDE,
                "nieuw.html#pagina-dag-2025-03-05",
            ),
            Bericht(
                "urn:uuid:2b4d4fc0-32b3-54fd-b2d4-aec484b93184",
                "Toegevoegd: Regenboek (instrument)",
                "Legt uit hoe u regenwater in de wijk houdt.",
                VIERDE,
                "instrumenten.html#regenboek",
            ),
            Bericht(
                "urn:uuid:4aa42523-c096-5040-8cba-56c00fd68103",
                "Verwijderd: Regenton (instrument)",
                "De winkel bestaat niet meer.",
                VIERDE,
                "nieuw.html#pagina-dag-2025-03-04",
            ),
            Bericht(
                "urn:uuid:4405ccd6-1691-54e2-b63b-afc138610d67",
                "Eerste uitgave",
                "3 onderwerpen, 2 instrumenten, 2 definities",
                EERSTE,
                "index.html",
            ),
        ),
    )


def test_the_feed_where_it_is_known(werkmap: Werkmap) -> None:
    """The same entries with the same ids, at full addresses of either form."""
    handreiking = werkmap.handreiking()
    near = make_feed(handreiking, Site())
    wortel = "https://www.example.org/wijk/"
    far = make_feed(handreiking, Site(wortel, directories=True))
    assert (far.id, far.dag, far.adres, far.pagina) == (near.id, near.dag, f"{wortel}feed.xml", f"{wortel}nieuw/")
    assert [replace(b, adres="") for b in far.berichten] == [replace(b, adres="") for b in near.berichten]
    assert [b.adres.removeprefix(wortel) for b in far.berichten] == [
        "water/regen/",
        "instrumenten/#regenboek",
        "definities/#wadi",
        "nieuw/#pagina-dag-2025-03-05",
        "instrumenten/#regenboek",
        "nieuw/#pagina-dag-2025-03-04",
        "",
    ]


def test_no_two_entries_have_one_id_and_all_are_uuids(werkmap: Werkmap) -> None:
    """Also where a thing changed twice, or came and went on one day under another kind."""
    werkmap.change("data/tools.yaml", "    - op: 2025-03-05", "    - {op: 2025-03-07, wat: Dun.}\n    - op: 2025-03-05")
    werkmap.change("data/verwijderd.yaml", "id: regenton", "id: wadi")
    feed = make_feed(werkmap.handreiking(), Site())
    ids = [feed.id, *(bericht.id for bericht in feed.berichten)]
    assert len(set(ids)) == len(ids) == 9
    assert {UUID(name.removeprefix("urn:uuid:")).version for name in ids} == {5}


def test_ids_stay_when_words_are_mended(werkmap: Werkmap) -> None:
    """Another title, sentence, page or state of the content is the same entry; another handreiking has others."""
    before = make_feed(werkmap.handreiking(), Site())
    werkmap.change("content/water/regen.md", "titel: Regen", "titel: Buien")
    werkmap.change("content/water/regen.md", "De wadi staat er nu bij.", "De wadi staat er ook bij.")
    werkmap.change("content/over.md", "soort: over", "soort: over\nbeoordeeld: 2025-03-31")
    (werkmap.map / "content" / "nieuw.md").rename(werkmap.map / "content" / "veranderd.md")
    after = make_feed(werkmap.handreiking(), Site())
    assert (after.id, [b.id for b in after.berichten]) == (before.id, [b.id for b in before.berichten])
    assert (after.dag, after.pagina, after.berichten[0].titel) == (
        VIJFDE,
        "veranderd.html",
        "Gewijzigd: Buien (onderwerp)",
    )
    werkmap.change("data/handreiking.yaml", "titel: Klimaat in de wijk", "titel: Klimaat in de stad")
    other = make_feed(werkmap.handreiking(), Site())
    assert {b.id for b in other.berichten} & {b.id for b in before.berichten} == set()


def test_without_a_page_of_changes_the_feed_leads_home(werkmap: Werkmap) -> None:
    """That page may be left out; the feed stays."""
    werkmap.remove("content/nieuw.md")
    feed = make_feed(werkmap.handreiking(), Site(directories=True))
    assert (feed.pagina, feed.berichten[3].adres, feed.berichten[-1].adres) == ("./", "./", "./")


def test_the_feed_keeps_to_the_newest(werkmap: Werkmap) -> None:
    """A limit on its length, for programs that read it every hour."""
    day = date(2025, 3, 4)
    many = tuple(
        Wijziging(day, "gewijzigd", Onderdeel("pagina", f"p{n}", "P", "over.md"), "") for n in range(MEESTE + 1)
    )
    feed = make_feed(replace(werkmap.handreiking(), wijzigingen=many), Site())
    assert len(feed.berichten) == MEESTE
    assert len({bericht.id for bericht in feed.berichten}) == MEESTE


def test_before_the_first_edition_the_feed_is_empty(werkmap: Werkmap) -> None:
    """It has the date of the content then."""
    feed = make_feed(replace(werkmap.handreiking(), wijzigingen=()), Site())
    assert (feed.dag, feed.berichten) == (date(2025, 3, 6), ())


@pytest.mark.parametrize(
    ("day", "anchor"), [(VIJFDE, "pagina-dag-2025-03-05"), (date(2026, 11, 21), "pagina-dag-2026-11-21")]
)
def test_a_day_has_its_anchor(day: date, anchor: str) -> None:
    """The page, the feed and search lead to a day by the same name."""
    assert dag_anker(day) == anchor
