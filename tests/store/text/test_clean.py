"""Text that can drive nothing, and text made ready for comparing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.clean import clean, clean_line, clean_piece, clean_source, fold, squeeze


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\x0bd\x0ce\u2028f\u2029g\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb\nc", "a\tb\nc"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("a\x00\x7f\x9fb", "ab"),
        ("a\u202eb\u2066c\u200bd\ufeffe", "abcde"),
        ("a\ud800b", "ab"),
        ("e\u0301\u0301\u0301\u0301", "e\u0301\u0301\u0301\u0301"),
        ("e" + 9 * "\u0301" + "x", "e" + 4 * "\u0301" + "x"),
        ("e" + 9 * "\u0301\u00ad" + "x", "e" + 4 * "\u0301" + "x"),
        ("ก" + 9 * "\u0e49\u200d", "ก" + 2 * "\u0e49\u200d"),
        ("so\u00adli\u034fc\u200dit\u3164\uffa0", "solicit"),
        ("a\ufe00\ufe0d\U000e0100\U000e0061\U0001d173\U0001bca0\u180bb", "ab"),
    ],
)
def test_what_drives_a_terminal_is_taken_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "Ŵyr",
        "नमस्ते",
        "ที่",
        "כְּ",
        "مُحَمَّد",
        "\u2764\ufe0f",
        "1\ufe0f\u20e3",
        "\U0001f469\u200d\U0001f467",
        "\u0633\u200c\u0633",
    ],
)
def test_words_of_every_script_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


def test_no_more_than_four_marks_of_any_script_stand_on_a_letter() -> None:
    marks = (chr(code) for code in range(0x110000) if unicodedata.category(chr(code)).startswith("M"))
    assert all(len(clean("x" + 9 * mark + "x")) <= 2 + 4 for mark in marks)


def test_no_format_character_is_left_but_joiners_and_signs_that_are_seen() -> None:
    left = {letter for code in range(0x110000) if unicodedata.category(letter := chr(code)) == "Cf" and clean(letter)}
    names = {unicodedata.name(letter).partition(" ")[0] for letter in left}
    assert names == {"ARABIC", "SYRIAC", "KAITHI"}
    assert clean("ا\u200cا") == "ا\u200cا"


def test_a_document_keeps_the_soft_hyphens_that_cut_its_words() -> None:
    assert clean_source("conser\u00adva\u200btion") == "conser\u00advation"


@given(st.text(st.characters() | st.sampled_from("\u00ad\u0301\u0e49\u200b\u200c\u200d\ufe0f\ufe00a"), max_size=30))
def test_what_is_clean_stays_so(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_a_piece_of_a_file_keeps_its_line_ends_and_the_mark_it_begins_with() -> None:
    assert clean_piece("\ufeffa\r\nb\x1b\rc") == "\ufeffa\r\nb\nc"
    assert clean_piece("a\ufeff") == "a"
    assert clean_piece("") == ""


def test_a_line_has_single_spaces() -> None:
    assert clean_line(" a\u00a0\n b\x1bc ") == "a bc"
    assert squeeze("a\u00a0 \tb\n") == "a b"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Café’s  “Ŵy”", 'cafe\'s "wy"'),
        ("A–b—c‑d−e", "a-b-c-d-e"),
        ("ABC  d", "abc d"),
        ("Straße ﬁ", "strasse fi"),
        ("£5,000¹, m² and 10¹²", "£5,000 1, m2 and 10 12"),
        ("2½", "2 1⁄2"),
    ],
)
def test_folded_texts_are_alike_whatever_their_typography(text: str, folded: str) -> None:
    assert fold(text) == folded
