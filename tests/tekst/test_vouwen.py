"""Which texts fold alike, which do not, and that every folded letter leads back to where it came from."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handreiking.tekst.vouwen import fold

ALIKE = {
    "case": ("Regen VALT", "regen valt"),
    "spaces": ("regen\u00a0 valt\r\nop\u2009straat", "regen valt op straat"),
    "hyphen at the end of a line": ("regen-\n  water", "regenwater"),
    "soft hyphen": ("re\u00adgen\u00adwater", "regenwater"),
    "zero width space": ("regen\u200bwater\ufeff", "regenwater"),
    "quotation marks": ("“de ‘wadi’” en «sloot» „hier”", "de wadi en sloot hier"),
    "accent as apostrophe": ("wadi´s", "wadi's"),
    "dashes": ("niet–nat — niet‑droog − klaar", "niet-nat - niet-droog - klaar"),
    "bullets": ("• regen\n\uf0b7 wind", "regen\n- wind"),
    "ligatures": ("ﬁets ﬂuit eﬀect ĳs", "fiets fluit effect ijs"),
    "composed and decomposed": ("cafe\u0301 coo\u0308rdineren", "café coördineren"),
    "full width": ("ｒｅｇｅｎ", "regen"),
    "sharp s": ("Straße", "STRASSE"),
    "punctuation": ("Regen, wind; zon.", "Regen wind zon"),
    "dash between years": ("2023 – 2024", "2023-2024"),
    "space before a sign": ("5 %", "5%"),
    "end of a sentence before a letter": ("in 2024. Daarna", "in 2024 daarna"),
    "variation selector": ("regen\ufe0f", "regen"),
}
DIFFERENT = {
    "accent": ("één", "een"),
    "diaeresis": ("coördineren", "coordineren"),
    "accent on no letter of its own": ("q\u0303", "q"),
    "decimal comma": ("1,5 meter", "15 meter"),
    "decimal point": ("1.5", "15"),
    "range": ("2-3 jaar", "23 jaar"),
    "time": ("12:30", "1230"),
    "fraction": ("½ jaar", "12 jaar"),
    "percent": ("5%", "5"),
    "per mille": ("5‰", "5%"),
    "at least": ("≥ 18 jaar", "18 jaar"),
    "currency": ("€ 5", "$ 5"),
    "superscript is a digit": ("m²", "m"),
    "a word": ("regen valt", "regen viel"),
    "order": ("valt regen", "regen valt"),
}
LATIN = st.text(
    st.one_of(
        st.characters(codec="latin-1"),
        st.characters(min_codepoint=0x100, max_codepoint=0x17F),
        st.characters(min_codepoint=0x300, max_codepoint=0x36F),
        st.characters(min_codepoint=0x2000, max_codepoint=0x206F),
        st.sampled_from("ﬁﬂﬀĳ½²€‰０Ａ\uf0b7\ufeff"),
    ),
    max_size=40,
)


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE)
def test_type_is_folded_away(one: str, other: str) -> None:
    """Texts that differ in type only fold alike."""
    assert fold(one).tekst == fold(other).tekst != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_what_is_read_is_kept(one: str, other: str) -> None:
    """Texts that are read differently fold differently."""
    assert fold(one).tekst != fold(other).tekst


def test_a_piece_leads_back() -> None:
    """A piece of folded letters gives the original with all that stands within it."""
    vouwing = fold("Eerst “regen-\nwater”, dan ﬁjn 1,5 m.")
    assert vouwing.tekst == "eerstregenwaterdanfijn1,5m"
    assert vouwing.stuk(5, 15) == "regen-\nwater"
    assert vouwing.stuk(18, 20) == "ﬁ"
    assert vouwing.stuk(22, 26) == "1,5 m"
    assert vouwing.stuk(3, 3) == ""


@settings(database=None, derandomize=True, deadline=None)
@given(LATIN)
def test_every_letter_leads_back(text: str) -> None:
    """Places go up, lie in the text, and the piece of each letter folds to something with that letter in it."""
    vouwing = fold(text)
    assert len(vouwing.tekst) == len(vouwing.begin) == len(vouwing.eind)
    assert list(vouwing.begin) == sorted(vouwing.begin)
    for index, letter in enumerate(vouwing.tekst):
        assert 0 <= vouwing.begin[index] < vouwing.eind[index] <= len(text)
        assert letter in ".,:/-" or letter in fold(vouwing.stuk(index, index + 1)).tekst


@settings(database=None, derandomize=True, deadline=None)
@given(LATIN)
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text folds to itself, and a text folds alike in all forms of unicode."""
    once = fold(text).tekst
    assert fold(once).tekst == once
    assert fold(unicodedata.normalize("NFD", text)).tekst == once
    assert fold(unicodedata.normalize("NFC", text)).tekst == once
