"""The words of each topic in the PDF are those of the handreiking, both ways and in order."""

from __future__ import annotations

from collections import Counter

from tests.pdf.conftest import Boek
from tests.pdf.woorden import SJABLOON, body, of_topic, unbroken, words


def test_topics_have_the_same_words_both_ways(boek: Boek) -> None:
    """No word of a topic is lost, and none is added but those of the template."""
    assert boek.onderwerpen
    for onderwerp, first, last in boek.onderwerpen:
        texts = [unbroken(b.tekst, boek.handreiking) for b in boek.blokken(first, last) if b.tag != "Lbl"]
        ours = Counter(word for text in texts for word in words(text))
        site = Counter(of_topic(boek.handreiking, onderwerp))
        assert site - ours == Counter(), onderwerp.id
        assert (ours - site) - SJABLOON == Counter(), onderwerp.id


def test_text_of_a_topic_runs_as_on_the_site(boek: Boek) -> None:
    """The text comes word for word in the same order, with nothing between but references to pages."""
    for onderwerp, first, last in boek.onderwerpen:
        blocks = [blok.tekst for blok in boek.blokken(first, last) if blok.tag != "Lbl"]
        assert " ".join(words(body(onderwerp))) in " ".join(words(" ".join(blocks))), onderwerp.id
