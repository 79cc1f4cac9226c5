"""Stored text is words on the screen, whatever it looks like."""

import pytest
from rich.segment import Segment
from textual.color import Color

from tui.pages.safe import ControlFilter, lit, words

MARKUP = (
    "[insert link]",
    "[/]",
    "[/day]",
    "[@click=app.quit]x[/]",
    "[link=http://x]",
    "[Cllr Holt abstained]",
    "[red]x",
)


@pytest.mark.parametrize("text", MARKUP)
def test_brackets_stay_brackets(text: str) -> None:
    assert words(text).plain == text
    assert words(text).spans == []


@pytest.mark.parametrize(
    "text",
    ["\x1b]52;c;eA==\x07", "\x1b[31m", "\x9b31m", "a\x00b\x7f", "\u202egnihton\u202c", "\ufeff\u200b", "\u061c\u2060"],
)
def test_nothing_that_drives_a_terminal_or_hides_text_is_left(text: str) -> None:
    for shown in (words(text).plain, lit(text, [(0, 1)], "match").plain):
        assert not set(shown) & set("\x00\x07\x1b\x7f\x9b\u061c\u200b\u202c\u202e\u2060\ufeff")


def test_the_light_stays_on_its_word_when_a_character_before_it_is_dropped() -> None:
    content = lit("a\x1b\x1bbc report", [(6, 12)], "match")
    assert [(content.plain[span.start : span.end], span.style) for span in content.spans] == [("report", "match")]


def test_the_filter_takes_control_characters_out_of_any_line() -> None:
    segments = [Segment("fine"), Segment("a\x1b]52;c;eA==\x07b\u009bc")]
    assert [segment.text for segment in ControlFilter().apply(segments, Color(0, 0, 0))] == ["fine", "a]52;c;eA==bc"]


def test_what_was_typed_is_cleaned_on_its_way_too_and_keeps_its_cells() -> None:
    segments = [Segment("\u202eab\u061c"), Segment("e" + "\u0301" * 9), Segment("\ud800x\u2028")]
    assert [segment.text for segment in ControlFilter().apply(segments, Color(0, 0, 0))] == [
        "ab",
        "e" + "\u0301" * 4,
        "\ufffdx",
    ]
