"""Text that can drive nothing, and text made ready for comparing."""

import pytest

from store.text.clean import clean, clean_line, clean_piece, fold, squeeze


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
    ],
)
def test_what_drives_a_terminal_is_taken_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


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
