"""The whole handreiking: composed from all files, and every problem of all files in one run."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

import pytest

from handreiking.basis.adres import Site
from handreiking.geheel.pagina import Onderwerp
from handreiking.soorten.alle import ALLE
from handreiking.soorten.paginasoort import PAGINASOORTEN
from handreiking.soorten.uitgever import UITGEVER
from handreiking.tekst.omzetting import Verwijzing
from tests.conftest import VANDAAG, Werkmap

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
    assert [instrument.id for instrument in handreiking.instrumenten[:2]] == ["hittekaart", "regenboek"]
    assert [(soort.id, soort.meervoud) for soort in handreiking.soorten[:2]] == [
        ("kaart", "Kaarten"),
        ("boek", "Boeken"),
    ]
    assert [definitie.id for definitie in handreiking.definities[:2]] == ["hittestress", "wadi"]
    assert handreiking.bronnen[0].id == "weerboek"
    assert [(a.afkorting, a.id) for a in handreiking.afkortingen] == [("KNMI", "knmi"), ("VvE", "vve"), ("wmo", "wmo")]


def test_an_instrument_is_read_whole(werkmap: Werkmap) -> None:
    """Every kind of field of an instrument, with the records it refers to in their place."""
    kaart, boek = werkmap.handreiking().instrumenten[:2]
    assert (kaart.id, kaart.titel, kaart.toegang) == ("hittekaart", "Hittekaart & toelichting", "openbaar")
    assert (kaart.uitgever.id, kaart.uitgever.naam, kaart.soort.id, kaart.soort.naam) == (
        "knmi",
        "KNMI",
        "kaart",
        "Kaart",
    )
    assert kaart.url == "https://kaart.example.org/hitte?laag=a%2Fb#:~:text=warm%20weer,koel"
    assert (boek.id, boek.toegang, boek.uitgever.id) == ("regenboek", "op-aanvraag", "waterdijk")
    assert (kaart.aanvragen, boek.url) == (None, None)
    assert boek.aanvragen is not None
    assert (boek.aanvragen.bij, boek.aanvragen.hoe, boek.aanvragen.mail) == (
        boek.uitgever,
        "Vraag het boek aan het loket.",
        "loket@waterdijk.example.org",
    )
    assert (boek.onderwerpen, boek.tip) == (("groen/bomen", "water/regen"), ("water/regen",))
    assert boek.andere_titels == {"groen/bomen": "Regenboek voor bomen"}
    assert boek.beschrijving == "Legt uit hoe u regenwater in de wijk houdt."
    assert (boek.toegevoegd, boek.nagekeken) == (date(2025, 3, 4), date(2025, 3, 5))
    assert [(change.op, change.wat) for change in boek.gewijzigd] == [(date(2025, 3, 5), "Er is een tweede druk.")]


def test_a_definition_is_read_whole(werkmap: Werkmap) -> None:
    """An official definition and an explanation, in paragraphs."""
    werkmap.change(
        "data/definities.yaml",
        "tekst: Een lage plek in het groen waar regenwater even blijft staan.",
        "tekst: |\n    Een lage plek\n    in het groen.\n\n\n    Regen blijft er staan.",
    )
    officieel, uitleg = werkmap.handreiking().definities[:2]
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
    citaat, uitleg = werkmap.handreiking().definities[:2]
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
    uitleg = werkmap.handreiking().definities[1]
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
    werkmap.change("content/groen/index.md", "volgorde: 1", "volgorde: 99")
    werkmap.write(
        "content/groen/aanleg.md",
        "---\nsoort: onderwerp\ntitel: Aanleg\nsamenvatting: Zo.\nvolgorde: 99\nbeoordeeld: 2025-03-01\n"
        "bronnen: [weerboek]\n---\n",
    )
    handreiking = werkmap.handreiking()
    water, *_, groen = handreiking.themas
    assert [(thema.id, thema.pad) for thema in (water, groen)] == [
        ("water", "water/index.md"),
        ("groen", "groen/index.md"),
    ]
    assert water.onderwerpen[0].id == "water/regen"
    assert (groen.onderwerpen[0].id, groen.onderwerpen[-1].id) == ("groen/bomen", "groen/aanleg")
    assert handreiking.thema("groen") is groen
    assert (groen.titel, groen.samenvatting, groen.icoon, groen.kleur.licht, groen.kleur.donker) == (
        "Groen",
        "Schaduw in de straat.",
        "material/tree-outline",
        "#2f6b1f",
        "#a8dd92",
    )


def test_a_topic_is_composed_whole(werkmap: Werkmap) -> None:
    """A topic with its theme, its relations and its converted text."""
    handreiking = werkmap.handreiking()
    topic = handreiking.onderwerp("water/regen")
    assert (topic.id, topic.pad, topic.soort, topic.thema) == ("water/regen", "water/regen.md", "onderwerp", "water")
    assert (topic.titel, topic.samenvatting) == ("Regen", "Waar het water heen kan.")
    assert (topic.beoordeeld, topic.bijgewerkt) == (date(2025, 3, 6), date(2025, 3, 6))
    assert topic.bronnen == (handreiking.bronnen[0],)
    assert [(one.onderwerp, one.reden, one.aard) for one in topic.verwant] == [
        ("groen/bomen", "Bomen drinken mee.", None)
    ]
    text = "Een wadi helpt. Nog een wadi helpt meer.\n\n## Wat kunt u doen\n\n- Graaf een wadi.\n"
    file = (werkmap.map / "content" / topic.pad).read_text(encoding="utf-8")
    assert (topic.markdown, topic.regel) == (text, file.removesuffix(text).count("\n") + 1)
    assert topic.tekst.html == (
        f"<p>Een {WADI} helpt. Nog een wadi helpt meer.</p>\n"
        '<h2 id="wat-kunt-u-doen">Wat kunt u doen</h2>\n<ul>\n<li>Graaf een wadi.</li>\n</ul>'
    )
    assert (topic.tekst.ankers, topic.tekst.verwijzingen) == (("wat-kunt-u-doen",), ())
    assert (topic.tekst.begrippen, topic.tekst.afkortingen, topic.tekst.getoond) == (("wadi",), (), ())


def test_every_page_is_there_by_its_source_path(werkmap: Werkmap) -> None:
    """Pages of all kinds; the topics and themes among them are those of the themes."""
    handreiking = werkmap.handreiking()
    content = werkmap.map / "content"
    files = {path.relative_to(content).as_posix(): path.read_text(encoding="utf-8") for path in content.rglob("*.md")}
    assert set(handreiking.paginas) == set(files)
    for pad, pagina in handreiking.paginas.items():
        assert f"\nsoort: {pagina.soort}\n" in files[pad]
        assert f"\ntitel: {pagina.titel}\n" in files[pad]
    for thema in handreiking.themas:
        assert handreiking.paginas[thema.pad] is thema
        assert [handreiking.paginas[topic.pad] for topic in thema.onderwerpen] == list(thema.onderwerpen)


def test_instruments_are_placed_on_topics(werkmap: Werkmap) -> None:
    """In the order of the data, with the title and the tip of that topic."""
    handreiking = werkmap.handreiking()
    bomen, regen, struiken = (
        [(placed.instrument.id, placed.titel, placed.tip) for placed in handreiking.plaatsingen(name)]
        for name in ("groen/bomen", "water/regen", "groen/struiken")
    )
    assert bomen[:2] == [
        ("hittekaart", "Hittekaart & toelichting", False),
        ("regenboek", "Regenboek voor bomen", False),
    ]
    assert regen[0] == ("regenboek", "Regenboek", True)
    assert struiken == []


def test_a_page_knows_which_others_mention_it(werkmap: Werkmap) -> None:
    """Pages of the themes in order, then the others; each once, and none mentions itself."""
    werkmap.change("content/over.md", "zie ook", "zie [Regen](water/regen.md#wat-kunt-u-doen), zie ook")
    werkmap.change(
        "content/water/regen.md", "Graaf een wadi.", "Graaf [zo](#wat-kunt-u-doen) een [wadi](../definities.md#wadi)."
    )
    handreiking = werkmap.handreiking()
    named = {pad: [page.pad for page in pages] for pad, pages in handreiking.genoemd.items()}
    assert [pad for pad in named["water/regen.md"] if pad in {"over.md", "groen/bomen.md", "water/regen.md"}] == [
        "groen/bomen.md",
        "over.md",
    ]
    assert "water/regen.md" in named["definities.md"]
    assert "instrumenten.md" not in named
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
    assert werkmap.handreiking().stand < date(2025, 3, 31)
    text = (werkmap.map / path).read_text(encoding="utf-8")
    assert old in text
    werkmap.write(path, text.replace(old, new, 1))
    assert werkmap.handreiking().stand == date(2025, 3, 31)


def test_a_handreiking_without_topics_and_data_loads(werkmap: Werkmap) -> None:
    """A start with three pages and empty lists is no mistake; it has the state of today."""
    content = werkmap.map / "content"
    for path in content.rglob("*.md"):
        if path.relative_to(content).as_posix() not in {"index.md", "definities.md", "instrumenten.md"}:
            path.unlink()
    empty_data(werkmap)
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
    """Five files are wrong in their own way; everything is told at once, sorted."""
    werkmap.change("data/uitgevers.yaml", "naam: KNMI\n", "naam: KNMI\n  vooluit: Instituut\n")
    werkmap.change("data/tools.yaml", "titel: Hittekaart & toelichting", "titel: no")
    werkmap.change("data/tools.yaml", "titel: Regenboek\n", "titel:\n")
    werkmap.write("data/soorten.yaml", "- id: kaart\n  naam: Kaart\n\tmeervoud: Kaarten\n")
    werkmap.change("content/over.md", "Gemaakt voor proeven", "# Kop <b>vet</b>")
    werkmap.change("content/water/index.md", "volgorde: 2\nicoon", "volgorde: 1\nicoon")
    assert without_lines(werkmap.problems()) == [
        "content/groen/index.md: volgorde 1 heeft ook content/water/index.md; geef een van beide een ander getal",
        "content/over.md: '</b>' is HTML; gebruik Markdown (bijvoorbeeld **vet** of een lijst)",
        "content/over.md: '<b>' is HTML; gebruik Markdown (bijvoorbeeld **vet** of een lijst)",
        "content/over.md: een kop met één '#' kan niet: de titel staat al boven aan de pagina; gebruik '##'",
        "content/water/index.md: volgorde 1 heeft ook content/groen/index.md; geef een van beide een ander getal",
        "data/soorten.yaml: dit is geen geldige YAML: gebruik spaties om in te springen, geen tab",
        "data/tools.yaml: veld 'titel': YAML leest no als ja of nee; zet het tussen aanhalingstekens: \"no\"",
        "data/tools.yaml: veld 'titel': hier hoort tekst, maar er staat niets",
        "data/uitgevers.yaml: onbekend veld 'vooluit'; bedoelde u 'voluit'?",
    ]


def test_one_mistake_is_told_once(werkmap: Werkmap) -> None:
    """What refers to a record with a problem is not told to refer to nothing."""
    werkmap.change("data/uitgevers.yaml", "naam: KNMI", "nam: KNMI")
    werkmap.change("data/tools.yaml", "- id: regenboek", "- id: Regenboek")
    assert without_lines(werkmap.problems()) == [
        "data/tools.yaml: veld 'id': 'Regenboek' is geen id: gebruik kleine letters, cijfers en streepjes",
        "data/uitgevers.yaml: veld 'naam' ontbreekt",
        "data/uitgevers.yaml: onbekend veld 'nam'; bedoelde u 'naam'?",
    ]


def test_an_address_shared_with_an_instrument_that_has_a_problem(werkmap: Werkmap) -> None:
    """`zelfde_url_als` may name an instrument that is there, but not in order."""
    text = (werkmap.map / "data" / "tools.yaml").read_text(encoding="utf-8").split("- id: regenboek")[0]
    second = text.replace("id: hittekaart", "id: warmtekaart") + "  zelfde_url_als: hittekaart\n"
    werkmap.write("data/tools.yaml", text.replace("soort: kaart", "soort: krt") + second)
    assert without_lines(werkmap.problems()) == [
        "data/tools.yaml: veld 'soort': onbekende soort 'krt'; bedoelde u 'kaart'?"
    ]


def test_a_topic_needs_a_theme(werkmap: Werkmap) -> None:
    """A folder with a topic has an index; with one, all is well."""
    werkmap.write(
        "content/los/weg.md",
        "---\ntitel: Weg\nsoort: onderwerp\nsamenvatting: Weg.\nvolgorde: 1\nbeoordeeld: 2025-03-01\n"
        "bronnen: [weerboek]\n---\n",
    )
    assert werkmap.problems() == "content/los/weg.md:3: dit onderwerp heeft geen thema; maak content/los/index.md\n"
    index = (werkmap.map / "content" / "groen" / "index.md").read_text(encoding="utf-8")
    werkmap.write("content/los/index.md", index.replace("volgorde: 1", "volgorde: 99"))
    assert werkmap.problems() == ""


def test_a_theme_needs_a_topic(werkmap: Werkmap) -> None:
    """An index alone is told at its kind; with a topic beside it, all is well."""
    index = (werkmap.map / "content" / "groen" / "index.md").read_text(encoding="utf-8")
    werkmap.write("content/los/index.md", index.replace("volgorde: 1", "volgorde: 99"))
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
        ("content/over.md", ""),
        *[
            (
                f"content/{'index' if soort.naam == 'home' else soort.naam}.md",
                f"content:1: er is geen pagina met 'soort: {soort.naam}'; maak er één\n",
            )
            for soort in PAGINASOORTEN
            if soort.nodig
        ],
        *[
            (f"data/{soort.bestand}", f"data/{soort.bestand}:1: dit bestand ontbreekt\n")
            for soort in ALLE
            if not soort.optioneel
        ],
    ],
)
def test_a_file_that_is_missing(path: str, expected: str, werkmap: Werkmap) -> None:
    """Each file that has to be there is missed by name, once; what refers to its records is left in peace."""
    werkmap.remove(path)
    assert werkmap.problems() == expected


def test_a_topic_that_is_missing(werkmap: Werkmap) -> None:
    """Whatever refers to it is told, from whichever file."""
    werkmap.remove("content/groen/bomen.md")
    told = [problem for problem in without_lines(werkmap.problems()) if "dit thema heeft geen" not in problem]
    assert all(re.search(r": veld '\w+': onbekend onderwerp 'groen/bomen'", problem) for problem in told)
    assert {problem.partition(":")[0] for problem in told} >= {
        "content/praktijk/waterdijk/bomen-tellen.md",
        "content/water/regen.md",
        "data/beweringen.yaml",
        "data/contactpunten.yaml",
        "data/tools.yaml",
        "data/zelfscan.yaml",
    }


def test_without_a_first_issue_no_change_can_be(werkmap: Werkmap) -> None:
    """Each change and each removal is told where it stands."""
    werkmap.change("data/handreiking.yaml", "verschenen: 2025-03-03\n", "")
    told = without_lines(werkmap.problems())
    sentence = (
        "een wijziging van 2025-03-05 kan niet: er is nog geen eerste uitgave; "
        "zet 'verschenen' in data/handreiking.yaml, of haal deze wijziging weg"
    )
    assert all("kan niet: er is nog geen eerste uitgave" in problem for problem in told)
    for path in ("content/water/regen.md", "data/definities.yaml", "data/tools.yaml", "data/verwijderd.yaml"):
        assert f"{path}: {sentence}" in told


def test_an_empty_content_folder(werkmap: Werkmap) -> None:
    """Without a single page the content folder itself is named."""
    for path in (werkmap.map / "content").rglob("*.md"):
        path.unlink()
    empty_data(werkmap)
    told = werkmap.problems().splitlines()
    assert "content:1: hier staan geen pagina's (.md)" in told
    assert "content:1: er is geen pagina met 'soort: home'; maak er één" in told
    assert all(problem.startswith("content:1: ") for problem in told)


def without_lines(problems: str) -> list[str]:
    """Return the problems without the numbers of their lines, which one more field or record moves."""
    return re.sub(r"^([^:]+):\d+: ", r"\1: ", problems, flags=re.MULTILINE).splitlines()


def empty_data(werkmap: Werkmap) -> None:
    """Leave no record of any kind but the publishers, one of whom the title page names."""
    for soort in ALLE:
        if soort is not UITGEVER and not soort.enkel:
            werkmap.write(f"data/{soort.bestand}", "[]\n")
