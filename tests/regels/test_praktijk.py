"""Practice examples: where their pages lie, what ties them to topics, and what search finds."""

from __future__ import annotations

from handreiking.geheel.samenhang import relaties
from handreiking.site.context import page_context
from handreiking.zoeken.stukken import stukken
from tests.conftest import Werkmap

INDEX, TELLEN = "praktijk/waterdijk/index.md", "praktijk/waterdijk/bomen-tellen.md"


def test_an_example_has_its_index_first(werkmap: Werkmap) -> None:
    """And then its pages by their place; its name is that of the municipality on its index."""
    text = (werkmap.map / "content" / TELLEN).read_text(encoding="utf-8")
    werkmap.write("content/praktijk/waterdijk/albast.md", text.replace("volgorde: 1", "volgorde: 2"))
    (voorbeeld,) = werkmap.handreiking().voorbeelden
    assert (voorbeeld.id, voorbeeld.naam) == ("waterdijk", "Waterdijk")
    assert [pagina.pad for pagina in voorbeeld.paginas] == [INDEX, TELLEN, "praktijk/waterdijk/albast.md"]


def test_examples_stand_in_the_order_of_their_first_pages(werkmap: Werkmap) -> None:
    """The place of an example is that of its index, whatever its folder is called."""
    text = (werkmap.map / "content" / INDEX).read_text(encoding="utf-8")
    text = text.replace("gemeente: Waterdijk", "gemeente: Aardenburg").replace("volgorde: 1", "volgorde: 0")
    werkmap.write("content/praktijk/zandstad/index.md", text)
    assert [v.naam for v in werkmap.handreiking().voorbeelden] == ["Aardenburg", "Waterdijk"]


def test_a_tie_typed_once_is_there_on_both_sides(werkmap: Werkmap) -> None:
    """The topic has the page under the name of the municipality, the page has its topics in the order typed."""
    made = werkmap.handreiking()
    (voorbeeld,) = made.voorbeelden
    page = made.paginas[TELLEN]
    for name in ("groen/bomen", "water/regen"):
        assert page_context(made, f"{name}.md")["voorbeelden"] == ((voorbeeld, (page,)),)
    context = page_context(made, TELLEN)
    assert context["voorbeeld"] is voorbeeld
    assert context["onderwerpen"] == [made.onderwerp("groen/bomen"), made.onderwerp("water/regen")]
    assert page_context(made, INDEX)["onderwerpen"] == []


def test_a_topic_does_not_name_its_example_twice(werkmap: Werkmap) -> None:
    """A page that is an example of a topic and links to it stands there as an example alone."""
    made = werkmap.handreiking()
    assert [page.pad for page in made.genoemd["groen/bomen.md"]] == [TELLEN]
    assert [r.soort for r in relaties(made, made.onderwerp("groen/bomen")) if r.naar.pad == TELLEN] == []
    werkmap.change(f"content/{TELLEN}", "[groen/bomen, water/regen]", "[water/regen]")
    made = werkmap.handreiking()
    assert [r.soort for r in relaties(made, made.onderwerp("groen/bomen")) if r.naar.pad == TELLEN] == ["genoemd"]


def test_search_finds_an_example_by_its_municipality(werkmap: Werkmap) -> None:
    """Its pages are of a kind of their own, with the municipality beside it; figures are searched too."""
    found = [s for s in stukken(werkmap.handreiking(), directories=False) if s.soort == "Praktijkvoorbeeld"]
    assert [(s.titel, s.bij, s.adres) for s in found] == [
        ("De wijken van Waterdijk", "Waterdijk", "praktijk/waterdijk/index.html"),
        ("Bomen tellen", "Waterdijk", "praktijk/waterdijk/bomen-tellen.html"),
    ]
    (deel,) = found[1].delen
    assert [line.partition(":")[0] for line in deel.tekst.split("\n")] == [
        "Elke boom telt.",
        "Bomen in Waterdijk",
        "Van tip tot boom",
    ]


def test_an_example_without_its_first_page_is_a_problem(werkmap: Werkmap) -> None:
    """The page that is missing is named, once; so is the overview."""
    werkmap.remove(f"content/{INDEX}")
    assert werkmap.problems() == (f"content/{TELLEN}:2: dit praktijkvoorbeeld mist een pagina; maak content/{INDEX}\n")
    werkmap.remove("content/praktijk/index.md")
    assert werkmap.problems() == (
        f"content/{TELLEN}:2: dit praktijkvoorbeeld mist een pagina; maak content/praktijk/index.md\n"
        f"content/{TELLEN}:2: dit praktijkvoorbeeld mist een pagina; maak content/{INDEX}\n"
    )


def test_a_source_stands_once_on_a_page(werkmap: Werkmap) -> None:
    """A source typed twice is a problem at its second place."""
    werkmap.change(f"content/{TELLEN}", "[weerboek]", "[weerboek, weerboek]")
    assert werkmap.problems() == f"content/{TELLEN}:8: veld 'bronnen': 'weerboek' staat hier dubbel; houd er één\n"


def test_the_folder_of_examples_is_no_theme(werkmap: Werkmap) -> None:
    """A page straight in it is no topic, and nothing can be placed on it."""
    werkmap.write("content/praktijk/los.md", (werkmap.map / "content" / TELLEN).read_text(encoding="utf-8"))
    sentence = "een pagina met soort 'praktijk' hoort in content/praktijk/<gemeente>/"
    assert werkmap.problems() == f"content/praktijk/los.md:2: {sentence}\n"
    werkmap.remove("content/praktijk/los.md")
    werkmap.change(f"content/{TELLEN}", "groen/bomen, water", "praktijk/los, water")
    assert werkmap.problems() == f"content/{TELLEN}:6: veld 'voorbeeld_van': onbekend onderwerp 'praktijk/los'\n"
