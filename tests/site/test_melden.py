"""A prefilled mail and issue: percent-encoded, short enough, and read back as they were written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from handreiking.site.melden import (
    MEESTE_LETTERS,
    Melding,
    melding_over_instrument,
    melding_over_pagina,
    render_issue,
    render_mail,
)
from handreiking.site.omgeving import SJABLONEN
from tests.conftest import ROOT, Werkmap

MELDING = Melding("Pagina", "Bomen & struiken", "groen/bomen", "Klimaat in de wijk", date(2025, 3, 6))
CONTACT = "klimaat@waterdijk.example.org"
REPO = "https://code.example.org/waterdijk/klimaat"
ODD = ["a&b=c", "50% #1?", "'één' \"twee\"", "€ 3,50", "🌳 + 👩‍👩‍👧", "a;b,c:d/e\\f", "<b>x</b>", "a\tb"]


def fields(url: str) -> dict[str, str]:
    """Return the fields of an address as a mail client reads them: `+` is a plus (RFC 6068)."""
    return {name: unquote(value) for name, _, value in (part.partition("=") for part in urlsplit(url).query.split("&"))}


def test_a_mail_is_written_out() -> None:
    """The whole address, to the letter: spaces as %20, ends of lines as %0D%0A."""
    assert render_mail(MELDING, CONTACT) == (
        "mailto:klimaat@waterdijk.example.org"
        "?subject=Klopt%20er%20iets%20niet%3F%20Bomen%20%26%20struiken%20%28groen%2Fbomen%29"
        "&body=Pagina%3A%20Bomen%20%26%20struiken%20%28groen%2Fbomen%29%0D%0A"
        "Handreiking%3A%20Klimaat%20in%20de%20wijk%0D%0A"
        "Stand%20van%20de%20inhoud%3A%206%20maart%202025%0D%0A%0D%0A"
        "Wat%20klopt%20er%20niet%3F%0D%0A"
    )


@pytest.mark.parametrize("repo", [REPO, f"{REPO}/"])
def test_an_issue_is_written_out(repo: str) -> None:
    """The whole address: the form, its title, and the field that is filled in."""
    assert render_issue(MELDING, repo, "tekst.yml") == (
        "https://code.example.org/waterdijk/klimaat/issues/new?template=tekst.yml"
        "&title=Klopt%20er%20iets%20niet%3F%20Bomen%20%26%20struiken%20%28groen%2Fbomen%29"
        "&waar=Bomen%20%26%20struiken%20%28groen%2Fbomen%29%2C%20stand%20van%206%20maart%202025"
    )


def test_a_message_names_the_page_or_the_instrument(werkmap: Werkmap) -> None:
    """With the title of the handreiking and the day of its content."""
    handreiking = werkmap.handreiking()
    (kaart, _) = handreiking.instrumenten
    assert melding_over_pagina(handreiking, "Bomen", "groen/bomen") == replace(MELDING, titel="Bomen")
    assert melding_over_instrument(handreiking, kaart) == replace(
        MELDING, soort="Instrument", titel="Hittekaart & toelichting", plek="hittekaart"
    )


@pytest.mark.parametrize("contact", ["a.b+c%d_e-f@example.org", CONTACT])
def test_the_mail_goes_to_the_contact(contact: str) -> None:
    """Letters that mean something in an address are encoded in the name before the @."""
    assert unquote(urlsplit(render_mail(MELDING, contact)).path) == contact
    assert render_mail(MELDING, "a%b@example.org").startswith("mailto:a%25b@example.org?")


@pytest.mark.parametrize("titel", ODD)
def test_odd_letters_come_back_as_they_were(titel: str) -> None:
    """In the subject and the body of the mail, and in the title of the issue."""
    check_survives(titel)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_title_comes_back_as_it_was(titel: str) -> None:
    """Whatever letters a title has, the address is ASCII and gives them back."""
    check_survives(titel)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=400))
def test_no_title_makes_an_address_too_long(titel: str) -> None:
    """A title that would is cut off with an ellipsis; path and day stay whole."""
    melding = replace(MELDING, titel=titel)
    for url in (render_mail(melding, CONTACT), render_issue(melding, REPO, "tekst.yml")):
        assert len(url) <= MEESTE_LETTERS < 2000
        subject = fields(url).get("subject") or fields(url)["title"]
        kept = subject.removeprefix("Klopt er iets niet? ").removesuffix(" (groen/bomen)")
        assert kept == titel or (kept.endswith("…") and titel.startswith(kept[:-1]))


def test_a_long_title_is_cut_off() -> None:
    """As much of it as fits stays."""
    found = fields(render_mail(replace(MELDING, titel="€" * 900), CONTACT))
    kept = found["subject"].count("€")
    assert found["subject"] == f"Klopt er iets niet? {'€' * kept}… (groen/bomen)"
    assert found["body"].splitlines()[0] == f"Pagina: {'€' * kept}… (groen/bomen)"
    assert 60 < kept < 900


@pytest.mark.parametrize("name", ["tekst.yml", "link.yml"])
def test_the_forms_that_the_pages_name_have_the_field(name: str) -> None:
    """The templates name these forms, and each of the forms asks where it is."""
    assert f'"{name}"' in (SJABLONEN / "partials" / "zekerheid.html").read_text(encoding="utf-8")
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / name).read_text(encoding="utf-8"))
    assert "waar" in [part.get("id") for part in form["body"]]


def check_survives(titel: str) -> None:
    """Hold the fields of both addresses against the title they were made with."""
    melding = replace(MELDING, titel=titel)
    mail, issue = render_mail(melding, CONTACT), render_issue(melding, REPO, "tekst.yml")
    assert (mail + issue).isascii()
    assert set(mail + issue) & set(' "<>\\^`{|}\r\n\t') == set()
    assert fields(mail) == {"subject": melding.onderwerp, "body": "\r\n".join(melding.regels)}
    assert fields(issue) == {
        "template": "tekst.yml",
        "title": f"Klopt er iets niet? {titel} (groen/bomen)",
        "waar": f"{titel} (groen/bomen), stand van 6 maart 2025",
    }
