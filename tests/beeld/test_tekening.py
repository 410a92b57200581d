"""The picture of how topics hang together: exact numbers for a small one, and what holds for any size."""

from __future__ import annotations

import re
import shutil
from itertools import combinations
from pathlib import Path

import pytest

from handreiking.beeld.tekening import (
    BREED,
    KOP,
    RAND,
    SMAL,
    TUSSEN,
    Band,
    Draad,
    Draden,
    Tekengroep,
    Tekening,
    Tekenrij,
    compose_tekening,
)
from handreiking.geheel.handreiking import Handreiking
from tests.conftest import Werkmap, copy_klein
from tests.groot import write_groot

SIZES = ((1, 1), (1, 2), (2, 3), (5, 9), (8, 60))


@pytest.fixture(scope="module", params=SIZES, ids=str)
def groot(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, iconen: Path) -> Handreiking:
    """A handreiking of some number of themes and topics."""
    werkmap = copy_klein(tmp_path_factory.mktemp("groot") / "klein", iconen)
    write_groot(werkmap.map, *request.param)
    return werkmap.handreiking()


def test_the_small_handreiking_is_drawn_whole(werkmap: Werkmap) -> None:
    """A theme in each column, related and with one instrument in common: two threads, one below the other."""
    werkmap.change("content/groen/bomen.md", "hebben water nodig.", "hebben water nodig.\n    aard: basis")
    werkmap.change("content/water/regen.md", "Bomen drinken mee.", "Bomen drinken mee.\n    aard: vervolg")
    handreiking = werkmap.handreiking()
    bomen, regen = handreiking.onderwerp("groen/bomen"), handreiking.onderwerp("water/regen")
    groen, water = handreiking.themas
    near = (("groen/bomen", "groen", "water/regen", "water"), ("water/regen", "water", "groen/bomen", "groen"))
    verwant, deelt = Band("verwant", regen, bomen, gericht=True), Band("deelt", bomen, regen, naast=True)
    assert compose_tekening(handreiking) == Tekening(
        kolommen=(
            (Tekengroep(groen, (Tekenrij(bomen, 1, near[0]),)),),
            (Tekengroep(water, (Tekenrij(regen, 1, near[1]),)),),
        ),
        breed=Draden(
            9.0,
            2.75,
            (
                Draad(
                    verwant,
                    "M9 1.75C4.5 1.75 4.5 1.75 0 1.75",
                    (9.0, 1.75),
                    (0.0, 1.75),
                    "4.32,1.75 4.66,1.59 4.58,1.75 4.66,1.91",
                ),
                Draad(deelt, "M0 1.92C4.5 1.92 4.5 1.92 9 1.92", (0.0, 1.92), (9.0, 1.92), ""),
            ),
        ),
        smal=Draden(
            1.5,
            6.0,
            (
                Draad(
                    verwant,
                    "M0 5H0A0.3 0.3 0 0 0 0.3 4.7V2.05A0.3 0.3 0 0 0 0 1.75H0",
                    (0.0, 5.0),
                    (0.0, 1.75),
                    "0.3,3.267 0.396,3.471 0.3,3.423 0.204,3.471",
                ),
                Draad(
                    deelt,
                    "M0 1.92H0.057A0.4 0.4 0 0 1 0.457 2.32V4.77A0.4 0.4 0 0 1 0.057 5.17H0",
                    (0.0, 1.92),
                    (0.0, 5.17),
                    "",
                ),
            ),
        ),
    )


def test_without_themes_there_is_nothing_to_draw(werkmap: Werkmap) -> None:
    """A handreiking that has only begun gives an empty picture."""
    for path in ("groen", "water", "praktijk"):
        shutil.rmtree(werkmap.map / "content" / path)
    werkmap.remove("content/over.md")
    for name in ("tools", "beweringen", "contactpunten", "verwijderd", "zelfscan"):
        werkmap.write(f"data/{name}.yaml", "[]\n")
    werkmap.remove("content/zelfscan.md")
    werkmap.remove("content/contact.md")
    assert compose_tekening(werkmap.handreiking()) == Tekening((), None, Draden(1.5, 0.0, ()))


def test_the_picture_is_the_same_each_time(groot: Handreiking) -> None:
    """Composed again, not a number differs, and none has more than three decimals."""
    first = compose_tekening(groot)
    assert compose_tekening(groot) == first
    drawn = [d for draden in (first.breed, first.smal) if draden for d in draden.draden]
    numbers = [n for d in drawn for n in re.findall(r"-?[\d.]+", f"{d.pad} {d.pijl} {d.begin} {d.eind}")]
    assert [n for n in numbers if not re.fullmatch(r"-?\d+(\.\d{1,3})?", n)] == []


def test_every_theme_and_topic_stands_in_it_once_in_order(groot: Handreiking) -> None:
    """In one column where there is one theme, else in two that differ no more in height than they must."""
    tekening = compose_tekening(groot)
    groepen = [groep for kolom in tekening.kolommen for groep in kolom]
    assert [groep.thema for groep in groepen] == list(groot.themas)
    assert [[rij.onderwerp for rij in groep.rijen] for groep in groepen] == [[*t.onderwerpen] for t in groot.themas]
    assert len(tekening.kolommen) == min(len(groot.themas), 2)
    assert (tekening.breed is None) == (len(groot.themas) == 1)
    heights = [groep.hoogte for groep in groepen]
    differences = [abs(sum(heights[:left]) - sum(heights[left:])) for left in range(1, len(heights))]
    if differences:
        one, other = (sum(groep.hoogte for groep in kolom) for kolom in tekening.kolommen)
        assert abs(one - other) == min(differences)


def test_every_tie_is_drawn_once_in_each_form(groot: Handreiking) -> None:
    """Related topics and those with an instrument in common, and no others."""
    tekening = compose_tekening(groot)
    topics = [topic for thema in groot.themas for topic in thema.onderwerpen]
    wanted = [("verwant", {topic.id, v.onderwerp}) for topic in topics for v in topic.verwant if topic.id < v.onderwerp]
    placed = {topic.id: {p.instrument.id for p in groot.plaatsingen(topic.id)} for topic in topics}
    wanted += [("deelt", {a, b}) for a, b in combinations(placed, 2) if placed[a] & placed[b]]
    for draden in (tekening.breed, tekening.smal):
        if draden:
            found = [(d.band.soort, {d.band.van.id, d.band.naar.id}) for d in draden.draden]
            assert sorted(found, key=repr_of) == sorted(wanted, key=repr_of)


def repr_of(tie: tuple[str, set[str]]) -> tuple[str, list[str]]:
    """Return what ties are sorted by."""
    return tie[0], sorted(tie[1])


def test_a_thread_points_at_what_builds_on_the_other(groot: Handreiking) -> None:
    """A thread has an arrow where one topic is the basis of the other, and begins there."""
    for draad in compose_tekening(groot).smal.draden:
        said = {v.onderwerp: v.aard for v in draad.band.van.verwant}.get(draad.band.naar.id)
        directed = draad.band.soort == "verwant" and said is not None
        assert (directed, bool(draad.pijl)) == (draad.band.gericht, draad.band.gericht)
        assert said == "vervolg" or not directed


def test_threads_end_at_the_rows_of_their_topics(groot: Handreiking) -> None:
    """At the middle of the row, or a little below it; on the side of the column that the topic stands in."""
    tekening = compose_tekening(groot)
    forms = [(tekening.smal, [[g for kolom in tekening.kolommen for g in kolom]], SMAL)]
    forms += [(tekening.breed, [list(kolom) for kolom in tekening.kolommen], BREED)] if tekening.breed else []
    for draden, kolommen, breedte in forms:
        places = {}
        for x, kolom in zip((0.0, breedte), kolommen, strict=False):
            y = 0.0
            for groep in kolom:
                top = y + KOP
                for rij in groep.rijen:
                    places[rij.onderwerp.id] = (x, round(top + rij.rijen / 2, 3))
                    top += rij.rijen
                y = top + RAND + TUSSEN
            assert draden.hoogte >= y - TUSSEN
        for draad in draden.draden:
            low = 0.17 if draad.band.naast else 0.0
            for end, topic in ((draad.begin, draad.band.van), (draad.eind, draad.band.naar)):
                x, y = places[topic.id]
                assert end == (x, round(y + low, 3))
            numbers = [float(n) for n in re.findall(r"-?[\d.]+", draad.pad)]
            assert (numbers[0], numbers[1]) == draad.begin


def test_threads_beside_one_column_never_lie_on_each_other(groot: Handreiking) -> None:
    """Two threads in one lane are above each other, and every lane is within the space for them."""
    lanes: dict[float, list[tuple[float, float]]] = {}
    for draad in compose_tekening(groot).smal.draden:
        low = 0.17 if draad.band.naast else 0.0
        x = float(re.findall(r"A[\d.]+ [\d.]+ 0 0 [01] ([\d.]+)", draad.pad)[0])
        lanes.setdefault(x, []).append(tuple(sorted((draad.begin[1] - low, draad.eind[1] - low))))  # type: ignore[arg-type]
    for x, spans in lanes.items():
        assert 0 < x < SMAL
        assert all(a[1] < b[0] or b[1] < a[0] for a, b in combinations(spans, 2)), x


def test_a_long_title_gets_more_rows(werkmap: Werkmap) -> None:
    """One row for each 45 letters, four at most."""
    rows = {}
    for letters in (1, 45, 46, 90, 91, 136, 500):
        titel = "a" * letters
        current = (werkmap.map / "content/groen/bomen.md").read_text(encoding="utf-8")
        werkmap.write("content/groen/bomen.md", re.sub(r"titel: .*", f"titel: {titel}", current, count=1))
        rows[letters] = compose_tekening(werkmap.handreiking()).kolommen[0][0].rijen[0].rijen
    assert rows == {1: 1, 45: 1, 46: 2, 90: 2, 91: 3, 136: 4, 500: 4}
