"""The whole handreiking: composed from all files, and every problem of all files in one run."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from handreiking.adres import Site
from handreiking.handreiking import Onderwerp
from handreiking.omzetting import Verwijzing

from .conftest import VANDAAG, Werkmap

WADI = '<a class="begrip" href="../definities.html#wadi">wadi</a>'


def test_the_title_page_and_the_records(werkmap: Werkmap) -> None:
    """What stands in data/ comes out, in the order of its files; abbreviations by alphabet."""
    werkmap.write(
        "data/afkortingen.yaml",
        "- {afkorting: wmo, voluit: Wet}\n"
        "- {afkorting: KNMI, voluit: Instituut}\n"
        "- {afkorting: VvE, voluit: Vereniging}\n",
    )
    handreiking = werkmap.handreiking()
    assert (
        handreiking.titel,
        handreiking.ondertitel,
        handreiking.editie,
        handreiking.contact,
        handreiking.uitgever.naam,
    ) == (
        "Klimaat in de wijk",
        "Handreiking voor wijkteams",
        "proefeditie",
        "klimaat@waterdijk.example.org",
        "Gemeente Waterdijk",
    )
    assert [instrument.id for instrument in handreiking.instrumenten] == ["hittekaart", "regenboek"]
    assert [(soort.id, soort.meervoud) for soort in handreiking.soorten] == [("kaart", "Kaarten"), ("boek", "Boeken")]
    assert [definitie.id for definitie in handreiking.definities] == ["hittestress", "wadi"]
    assert [bron.id for bron in handreiking.bronnen] == ["weerboek"]
    assert [(a.afkorting, a.id) for a in handreiking.afkortingen] == [("KNMI", "knmi"), ("VvE", "vve"), ("wmo", "wmo")]


def test_an_instrument_is_read_whole(werkmap: Werkmap) -> None:
    """Every field of an instrument, with the records it refers to in their place."""
    kaart, boek = werkmap.handreiking().instrumenten
    assert kaart.model_dump(exclude_defaults=True) == {
        "id": "hittekaart",
        "titel": "Hittekaart & toelichting",
        "uitgever": {"id": "knmi", "naam": "KNMI", "voluit": "Koninklijk Nederlands Meteorologisch Instituut"},
        "soort": {"id": "kaart", "naam": "Kaart", "meervoud": "Kaarten"},
        "toegang": "openbaar",
        "url": "https://kaart.example.org/hitte?laag=a%2Fb#:~:text=warm%20weer,koel",
        "onderwerpen": ("groen/bomen",),
        "beschrijving": "Laat per straat zien waar het in de zomer het warmst is.",
        "toegevoegd": date(2025, 3, 3),
    }
    assert boek.model_dump(exclude_defaults=True) == {
        "id": "regenboek",
        "titel": "Regenboek",
        "uitgever": {"id": "waterdijk", "naam": "Gemeente Waterdijk"},
        "soort": {"id": "boek", "naam": "Boek", "meervoud": "Boeken"},
        "toegang": "op-aanvraag",
        "aanvragen": {
            "bij": {"id": "waterdijk", "naam": "Gemeente Waterdijk"},
            "hoe": "Vraag het boek aan het loket.",
            "mail": "loket@waterdijk.example.org",
        },
        "onderwerpen": ("groen/bomen", "water/regen"),
        "andere_titels": {"groen/bomen": "Regenboek voor bomen"},
        "tip": ("water/regen",),
        "beschrijving": "Legt uit hoe u regenwater in de wijk houdt.",
        "toegevoegd": date(2025, 3, 4),
        "gewijzigd": ({"op": date(2025, 3, 5), "wat": "Er is een tweede druk."},),
        "nagekeken": date(2025, 3, 5),
    }


def test_a_definition_is_read_whole(werkmap: Werkmap) -> None:
    """An official definition and an explanation, in paragraphs."""
    werkmap.change(
        "data/definities.yaml",
        "tekst: Een lage plek in het groen waar regenwater even blijft staan.",
        "tekst: |\n    Een lage plek\n    in het groen.\n\n\n    Regen blijft er staan.",
    )
    officieel, uitleg = werkmap.handreiking().definities
    assert (officieel.officieel, officieel.auteur and officieel.auteur.naam, officieel.bron.titel) == (
        True,
        "KNMI",
        "Weerboek",
    )
    assert (officieel.gelezen, officieel.beoordeeld, officieel.varianten) == (
        date(2025, 3, 1),
        date(2025, 3, 2),
        ("hitteklachten",),
    )
    assert (uitleg.officieel, uitleg.auteur, uitleg.gelezen, uitleg.varianten) == (False, None, None, ())
    assert uitleg.alineas == ["Een lage plek in het groen.", "Regen blijft er staan."]


def test_a_quotation_is_literal_but_no_official_definition(werkmap: Werkmap) -> None:
    """`citaat` has an author and a date like an official definition, and is told apart from it."""
    werkmap.change("data/definities.yaml", "soort: officieel", "soort: citaat")
    citaat, uitleg = werkmap.handreiking().definities
    assert (citaat.officieel, citaat.letterlijk, citaat.auteur and citaat.auteur.id, citaat.gelezen) == (
        False,
        True,
        "knmi",
        date(2025, 3, 1),
    )
    assert (uitleg.officieel, uitleg.letterlijk) == (False, False)


@pytest.mark.parametrize("style", ["|", "|-", ">", ">-", ">+"])
def test_a_text_keeps_its_paragraphs(style: str, werkmap: Werkmap) -> None:
    """A blank line begins a new paragraph in a block text of either kind, however many blank lines there are."""
    werkmap.change(
        "data/definities.yaml",
        "tekst: Een lage plek in het groen waar regenwater even blijft staan.",
        f"tekst: {style}\n    Een lage plek\n    in het groen.\n\n    Regen blijft er\n    staan.\n\n\n    Even.\n",
    )
    _, uitleg = werkmap.handreiking().definities
    assert uitleg.alineas == ["Een lage plek in het groen.", "Regen blijft er staan.", "Even."]


def test_a_publisher_has_its_article_within_a_sentence(werkmap: Werkmap) -> None:
    """`lidwoord` stands before the name where the name is in a sentence, and nowhere else."""
    werkmap.change("data/uitgevers.yaml", "  naam: Gemeente Waterdijk", "  naam: Gemeente Waterdijk\n  lidwoord: de")
    handreiking = werkmap.handreiking()
    knmi = handreiking.instrumenten[0].uitgever
    assert (handreiking.uitgever.naam, handreiking.uitgever.in_zin) == ("Gemeente Waterdijk", "de Gemeente Waterdijk")
    assert (knmi.lidwoord, knmi.in_zin) == (None, "KNMI")


def test_themes_and_topics_come_in_order(werkmap: Werkmap) -> None:
    """By `volgorde`, not by name; a theme holds the topics of its folder."""
    werkmap.change("content/groen/index.md", "volgorde: 1", "volgorde: 3")
    werkmap.write(
        "content/groen/aanleg.md",
        "---\nsoort: onderwerp\ntitel: Aanleg\nsamenvatting: Zo.\nvolgorde: 2\nbeoordeeld: 2025-03-01\n"
        "bronnen: [weerboek]\n---\n",
    )
    handreiking = werkmap.handreiking()
    assert [(thema.id, thema.pad, [topic.id for topic in thema.onderwerpen]) for thema in handreiking.themas] == [
        ("water", "water/index.md", ["water/regen"]),
        ("groen", "groen/index.md", ["groen/bomen", "groen/aanleg"]),
    ]
    groen = handreiking.thema("groen")
    assert (groen.titel, groen.samenvatting, groen.icoon, groen.kleur.licht, groen.kleur.donker) == (
        "Groen",
        "Schaduw in de straat.",
        "material/tree-outline",
        "#2f6b1f",
        "#a8dd92",
    )


def test_a_topic_is_composed_whole(werkmap: Werkmap) -> None:
    """A topic with its theme, its relations and its converted text."""
    topic = werkmap.handreiking().onderwerp("water/regen")
    assert dataclasses.asdict(topic) == {
        "pad": "water/regen.md",
        "soort": "onderwerp",
        "titel": "Regen",
        "samenvatting": "Waar het water heen kan.",
        "beoordeeld": date(2025, 3, 6),
        "bijgewerkt": date(2025, 3, 6),
        "bronnen": werkmap.handreiking().bronnen,
        "id": "water/regen",
        "thema": "water",
        "verwant": ({"onderwerp": "groen/bomen", "reden": "Bomen drinken mee.", "aard": None},),
        "markdown": "Een wadi helpt. Nog een wadi helpt meer.\n\n## Wat kunt u doen\n\n- Graaf een wadi.\n",
        "regel": 13,
        "tekst": {
            "html": (
                f"<p>Een {WADI} helpt. Nog een wadi helpt meer.</p>\n"
                '<h2 id="wat-kunt-u-doen">Wat kunt u doen</h2>\n<ul>\n<li>Graaf een wadi.</li>\n</ul>'
            ),
            "ankers": ("wat-kunt-u-doen",),
            "verwijzingen": (),
            "begrippen": ("wadi",),
            "afkortingen": (),
            "reeksen": (),
        },
    }


def test_every_page_is_there_by_its_source_path(werkmap: Werkmap) -> None:
    """Pages of all kinds; the topics and themes among them are those of the themes."""
    handreiking = werkmap.handreiking()
    assert {pad: (pagina.soort, pagina.titel) for pad, pagina in handreiking.paginas.items()} == {
        "index.md": ("home", "Klimaat in de wijk"),
        "definities.md": ("definities", "Woorden"),
        "toegankelijkheid.md": ("pagina", "Toegankelijkheid"),
        "instrumenten.md": ("instrumenten", "Alle hulpmiddelen"),
        "meenemen.md": ("meenemen", "Meenemen"),
        "contact.md": ("contact", "Wie u kunt bellen"),
        "nieuw.md": ("nieuw", "Wat er veranderde"),
        "open-data.md": ("opendata", "Gegevens"),
        "over.md": ("over", "Over deze handreiking"),
        "praktijk/index.md": ("praktijkoverzicht", "Uit de praktijk"),
        "praktijk/waterdijk/bomen-tellen.md": ("praktijk", "Bomen tellen"),
        "praktijk/waterdijk/index.md": ("praktijk", "De wijken van Waterdijk"),
        "samenhang.md": ("samenhang", "Verbanden"),
        "zelfscan.md": ("zelfscan", "Hoe staat uw wijk ervoor?"),
        "groen/index.md": ("thema", "Groen"),
        "groen/bomen.md": ("onderwerp", "Bomen"),
        "water/index.md": ("thema", "Water"),
        "water/regen.md": ("onderwerp", "Regen"),
    }
    for thema in handreiking.themas:
        assert handreiking.paginas[thema.pad] is thema
        assert [handreiking.paginas[topic.pad] for topic in thema.onderwerpen] == list(thema.onderwerpen)


def test_instruments_are_placed_on_topics(werkmap: Werkmap) -> None:
    """In the order of the data, with the title and the tip of that topic."""
    handreiking = werkmap.handreiking()
    assert {
        name: [(placed.instrument.id, placed.titel, placed.tip) for placed in handreiking.plaatsingen(name)]
        for name in ("groen/bomen", "water/regen", "groen/struiken")
    } == {
        "groen/bomen": [
            ("hittekaart", "Hittekaart & toelichting", False),
            ("regenboek", "Regenboek voor bomen", False),
        ],
        "water/regen": [("regenboek", "Regenboek", True)],
        "groen/struiken": [],
    }


def test_a_page_knows_which_others_mention_it(werkmap: Werkmap) -> None:
    """Pages of the themes in order, then the others; each once, and none mentions itself."""
    werkmap.change("content/over.md", "zie ook", "zie [Regen](water/regen.md#wat-kunt-u-doen), zie ook")
    werkmap.change(
        "content/water/regen.md", "Graaf een wadi.", "Graaf [zo](#wat-kunt-u-doen) een [wadi](../definities.md#wadi)."
    )
    handreiking = werkmap.handreiking()
    assert {pad: [page.pad for page in pages] for pad, pages in handreiking.genoemd.items()} == {
        "groen/bomen.md": ["praktijk/waterdijk/bomen-tellen.md"],
        "water/regen.md": ["groen/bomen.md", "over.md"],
        "definities.md": ["water/regen.md"],
    }
    assert handreiking.paginas["over.md"].tekst.verwijzingen == (
        Verwijzing("water/regen.md#wat-kunt-u-doen", "water/regen.md", "wat-kunt-u-doen"),
        Verwijzing("water/regen.md", "water/regen.md", ""),
    )


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/water/regen.md", "beoordeeld: 2025-03-06", "beoordeeld: 2025-03-31"),
        ("content/over.md", "soort: over", "soort: over\nbeoordeeld: 2025-03-31"),
        ("data/tools.yaml", "toegevoegd: 2025-03-03", "toegevoegd: 2025-03-31"),
        ("data/tools.yaml", "nagekeken: 2025-03-05", "nagekeken: 2025-03-31"),
        ("data/definities.yaml", "beoordeeld: 2025-03-02\n  varianten", "beoordeeld: 2025-03-31\n  varianten"),
        ("data/bronnen.yaml", "gelezen: 2025-03-01", "gelezen: 2025-03-31"),
        ("content/over.md", "soort: over", "soort: over\ntoegevoegd: 2025-03-31"),
        ("content/water/regen.md", "{op: 2025-03-05", "{op: 2025-03-31"),
        ("data/tools.yaml", "op: 2025-03-05", "op: 2025-03-31"),
        ("data/definities.yaml", "op: 2025-03-05", "op: 2025-03-31"),
        ("data/definities.yaml", "varianten: [hitte", "toegevoegd: 2025-03-31\n  varianten: [hitte"),
        ("data/verwijderd.yaml", "op: 2025-03-05", "op: 2025-03-31"),
    ],
)
def test_the_state_is_that_of_the_last_change(path: str, old: str, new: str, werkmap: Werkmap) -> None:
    """The latest date in the handreiking, wherever it stands; never that of the clock."""
    assert werkmap.handreiking().stand == date(2025, 3, 6)
    werkmap.change(path, old, new)
    assert werkmap.handreiking().stand == date(2025, 3, 31)


def test_a_handreiking_without_topics_and_data_loads(werkmap: Werkmap) -> None:
    """A start with three pages and empty lists is no mistake; it has the state of today."""
    for pad in (
        "groen/bomen.md",
        "groen/index.md",
        "water/regen.md",
        "water/index.md",
        "over.md",
        "zelfscan.md",
        "contact.md",
    ):
        werkmap.remove(f"content/{pad}")
    for pad in ("index.md", "waterdijk/index.md", "waterdijk/bomen-tellen.md"):
        werkmap.remove(f"content/praktijk/{pad}")
    for name in ("tools", "definities", "afkortingen", "bronnen", "soorten", "zoektermen"):
        werkmap.write(f"data/{name}.yaml", "[]\n")
    for name in ("beweringen", "cijfers", "contactpunten", "verwijderd", "zelfscan"):
        werkmap.write(f"data/{name}.yaml", "[]\n")
    werkmap.change("data/handreiking.yaml", "verschenen: 2025-03-03\n", "")
    handreiking = werkmap.handreiking()
    assert (handreiking.stand, handreiking.themas, handreiking.instrumenten) == (VANDAAG, (), ())
    assert (handreiking.wijzigingen, handreiking.vers) == ((), {})


@pytest.mark.parametrize("adres", ["https://wijk.example.org/h", "https://wijk.example.org/h/"])
def test_the_title_page_says_where_the_site_is_to_stand(adres: str, werkmap: Werkmap) -> None:
    """The address ends in a slash, whether it was typed or not; without the fields nothing is known."""
    assert werkmap.handreiking().site == Site()
    repo = "https://code.example.org/wijk"
    fields = f"adres: {adres}\nadressen: mappen\nbroncode: {repo}\nwijzigen: {repo}/edit\n"
    werkmap.change("data/handreiking.yaml", "editie: proefeditie\n", f"editie: proefeditie\n{fields}")
    site = werkmap.handreiking().site
    assert (site.adres, site.directories, site.broncode) == ("https://wijk.example.org/h/", True, repo)
    assert site.wijzig("data/tools.yaml") == f"{repo}/edit/data/tools.yaml"


@pytest.mark.parametrize(
    ("adressen", "regen", "wadi"),
    [
        ("", "water/regen.html", "../definities.html#wadi"),
        ("adressen: mappen", "../water/regen/", "../../definities/#wadi"),
    ],
    ids=["bestanden", "mappen"],
)
def test_links_follow_the_form_of_the_addresses(adressen: str, regen: str, wadi: str, werkmap: Werkmap) -> None:
    """The title page says which form; a link to the page itself stays there."""
    werkmap.change("data/handreiking.yaml", "editie: proefeditie\n", f"editie: proefeditie\n{adressen}\n")
    werkmap.change("content/over.md", "zie ook", "zie [hier](over.md), [boven](#), ook")
    paginas = werkmap.handreiking().paginas
    assert paginas["over.md"].tekst.html == (
        '<p>Gemaakt voor proeven, zie <a href="#">hier</a>, <a href="#">boven</a>, ook '
        f'<a href="{regen}">Regen</a>.</p>'
    )
    assert f'href="{wadi}"' in paginas["water/regen.md"].tekst.html


def test_the_record_cannot_be_changed(werkmap: Werkmap) -> None:
    """Pages are rendered from one frozen record."""
    handreiking = werkmap.handreiking()
    topic = handreiking.onderwerp("water/regen")
    assert isinstance(topic, Onderwerp)
    with pytest.raises(dataclasses.FrozenInstanceError):
        topic.titel = "x"  # type: ignore[misc]
    with pytest.raises(ValueError, match="frozen"):
        handreiking.instrumenten[0].titel = "x"  # type: ignore[misc]


def test_all_problems_of_all_files_come_in_one_run(werkmap: Werkmap) -> None:
    """Five files are wrong in their own way; everything is told at once, sorted, each on its line."""
    werkmap.change("data/uitgevers.yaml", "  voluit:", "  vooluit:")
    werkmap.change("data/tools.yaml", "soort: kaart", "soort: kaartje")
    werkmap.change("data/tools.yaml", "toegevoegd: 2025-03-04", "toegevoegd: 2025-13-04")
    werkmap.write("data/soorten.yaml", "- id: kaart\n  naam: Kaart\n\tmeervoud: Kaarten\n")
    werkmap.change("content/over.md", "Gemaakt voor proeven", "# Kop <b>vet</b>")
    werkmap.change("content/water/index.md", "volgorde: 2\nicoon", "volgorde: 1\nicoon")
    assert werkmap.problems() == (
        "content/groen/index.md:5: volgorde 1 heeft ook content/water/index.md; geef een van beide een ander getal\n"
        "content/over.md:6: '</b>' is HTML; gebruik Markdown (bijvoorbeeld **vet** of een lijst)\n"
        "content/over.md:6: '<b>' is HTML; gebruik Markdown (bijvoorbeeld **vet** of een lijst)\n"
        "content/over.md:6: een kop met één '#' kan niet: de titel staat al boven aan de pagina; gebruik '##'\n"
        "content/water/index.md:5: volgorde 1 heeft ook content/groen/index.md; geef een van beide een ander getal\n"
        "data/soorten.yaml:3: dit is geen geldige YAML: gebruik spaties om in te springen, geen tab\n"
        "data/tools.yaml:24: veld 'toegevoegd': de datum 2025-13-04 bestaat niet\n"
        "data/uitgevers.yaml:5: onbekend veld 'vooluit'; bedoelde u 'voluit'?\n"
    )


def test_one_mistake_is_told_once(werkmap: Werkmap) -> None:
    """What refers to a record with a problem is not told to refer to nothing."""
    werkmap.change("data/uitgevers.yaml", "naam: KNMI", "nam: KNMI")
    werkmap.change("data/tools.yaml", "- id: regenboek", "- id: Regenboek")
    assert werkmap.problems() == (
        "data/tools.yaml:10: veld 'id': 'Regenboek' is geen id: gebruik kleine letters, cijfers en streepjes\n"
        "data/uitgevers.yaml:3: veld 'naam' ontbreekt\n"
        "data/uitgevers.yaml:4: onbekend veld 'nam'; bedoelde u 'naam'?\n"
    )


def test_an_address_shared_with_an_instrument_that_has_a_problem(werkmap: Werkmap) -> None:
    """`zelfde_url_als` may name an instrument that is there, but not in order."""
    text = (werkmap.map / "data" / "tools.yaml").read_text(encoding="utf-8").split("- id: regenboek")[0]
    second = text.replace("id: hittekaart", "id: warmtekaart") + "  zelfde_url_als: hittekaart\n"
    werkmap.write("data/tools.yaml", text.replace("soort: kaart", "soort: krt") + second)
    assert werkmap.problems() == "data/tools.yaml:4: veld 'soort': onbekende soort 'krt'; bedoelde u 'kaart'?\n"


def test_a_topic_needs_a_theme(werkmap: Werkmap) -> None:
    """A folder with a topic has an index; with one, all is well."""
    werkmap.write(
        "content/los/weg.md",
        "---\ntitel: Weg\nsoort: onderwerp\nsamenvatting: Weg.\nvolgorde: 1\nbeoordeeld: 2025-03-01\n"
        "bronnen: [weerboek]\n---\n",
    )
    assert werkmap.problems() == "content/los/weg.md:3: dit onderwerp heeft geen thema; maak content/los/index.md\n"
    index = (werkmap.map / "content" / "groen" / "index.md").read_text(encoding="utf-8")
    werkmap.write("content/los/index.md", index.replace("volgorde: 1", "volgorde: 3"))
    assert werkmap.problems() == ""


def test_a_theme_needs_a_topic(werkmap: Werkmap) -> None:
    """An index alone is told at its kind; with a topic beside it, all is well."""
    index = (werkmap.map / "content" / "groen" / "index.md").read_text(encoding="utf-8")
    werkmap.write("content/los/index.md", index.replace("volgorde: 1", "volgorde: 3"))
    assert werkmap.problems() == (
        "content/los/index.md:2: dit thema heeft geen onderwerpen; maak er een, of haal het thema weg\n"
    )
    werkmap.write(
        "content/los/weg.md",
        "---\ntitel: Weg\nsoort: onderwerp\nsamenvatting: Weg.\nvolgorde: 1\nbeoordeeld: 2025-03-01\n"
        "bronnen: [weerboek]\n---\n",
    )
    assert werkmap.problems() == ""


def test_a_folder_in_a_folder_holds_no_topic(werkmap: Werkmap) -> None:
    """Topics lie right in the folder of their theme."""
    topic = (werkmap.map / "content" / "groen" / "bomen.md").read_text(encoding="utf-8")
    werkmap.write("content/groen/bos/bomen.md", topic)
    assert werkmap.problems() == (
        "content/groen/bos/bomen.md:2: een pagina met soort 'onderwerp' hoort in content/<thema>/<onderwerp>.md\n"
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/index.md", "content:1: er is geen pagina met 'soort: home'; maak er één\n"),
        ("content/definities.md", "content:1: er is geen pagina met 'soort: definities'; maak er één\n"),
        ("content/instrumenten.md", "content:1: er is geen pagina met 'soort: instrumenten'; maak er één\n"),
        ("content/over.md", ""),
        (
            "content/groen/bomen.md",
            (
                "content/groen/index.md:2: dit thema heeft geen onderwerpen; maak er een, of haal het thema weg\n"
                "content/praktijk/waterdijk/bomen-tellen.md:6: veld 'voorbeeld_van': onbekend onderwerp 'groen/bomen'\n"
                "content/water/regen.md:7: veld 'onderwerp': onbekend onderwerp 'groen/bomen'\n"
                "data/beweringen.yaml:12: veld 'onderwerpen': onbekend onderwerp 'groen/bomen'\n"
                "data/contactpunten.yaml:10: veld 'onderwerpen': onbekend onderwerp 'groen/bomen'\n"
                "data/contactpunten.yaml:23: veld 'onderwerpen': onbekend onderwerp 'groen/bomen'\n"
                "data/tools.yaml:7: veld 'onderwerpen': onbekend onderwerp 'groen/bomen'\n"
                "data/tools.yaml:19: veld 'onderwerpen': onbekend onderwerp 'groen/bomen'\n"
                "data/zelfscan.yaml:2: veld 'onderwerp': onbekend onderwerp 'groen/bomen'\n"
                "data/zelfscan.yaml:5: veld 'onderwerp': onbekend onderwerp 'groen/bomen'\n"
                "data/zelfscan.yaml:9: veld 'onderwerp': onbekend onderwerp 'groen/bomen'\n"
            ),
        ),
        *[
            (f"data/{name}.yaml", f"data/{name}.yaml:1: dit bestand ontbreekt\n")
            for name in (
                "handreiking",
                "uitgevers",
                "soorten",
                "bronnen",
                "afkortingen",
                "definities",
                "tools",
                "beweringen",
                "contactpunten",
                "zoektermen",
                "verwijderd",
                "zelfscan",
                "cijfers",
            )
        ],
    ],
)
def test_a_file_that_is_missing(path: str, expected: str, werkmap: Werkmap) -> None:
    """Each file that has to be there is missed by name, once; what refers to its records is left in peace."""
    werkmap.remove(path)
    assert werkmap.problems() == expected


def test_an_empty_content_folder(werkmap: Werkmap) -> None:
    """Without a single page the content folder itself is named."""
    for path in (werkmap.map / "content").rglob("*.md"):
        path.unlink()
    for name in ("tools", "beweringen", "contactpunten", "verwijderd", "zelfscan"):
        werkmap.write(f"data/{name}.yaml", "[]\n")
    assert werkmap.problems() == (
        "content:1: er is geen pagina met 'soort: definities'; maak er één\n"
        "content:1: er is geen pagina met 'soort: home'; maak er één\n"
        "content:1: er is geen pagina met 'soort: instrumenten'; maak er één\n"
        "content:1: hier staan geen pagina's (.md)\n"
    )
