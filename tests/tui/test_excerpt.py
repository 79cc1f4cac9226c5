"""A hit's text in two lines."""

from tui.finding.answer_list import excerpt

TEXT = "That the culvert under the lane be cleared, and that the survey of the culvert be sent to all its members."


def shown(text: str, *spans: tuple[int, int], width: int = 30, lines: int = 2) -> list[str]:
    return [line.plain for line in excerpt(text, spans, width, lines)]


def test_a_short_text_is_shown_whole() -> None:
    assert shown("That the report be noted.") == ["That the report be noted."]


def test_a_long_text_is_shown_from_its_start_and_says_that_there_is_more() -> None:
    assert shown(TEXT) == ["That the culvert under the", "lane be cleared, and that …"]


def test_what_was_found_further_on_is_shown_with_the_words_around_it() -> None:
    start = TEXT.index("members")
    lines = shown(TEXT, (start, start + 7))
    assert lines[0].startswith("… ")
    assert "members" in " ".join(lines)


def test_no_line_is_wider_than_there_is_room_for() -> None:
    for width in range(3, 60):
        for start in range(0, len(TEXT) - 5, 7):
            assert all(len(line) <= width for line in shown(TEXT, (start, start + 5), width=width))


def test_the_matches_are_lit_where_they_stand() -> None:
    start = TEXT.index("lane")
    line = excerpt(TEXT, ((start, start + 4),), 200, 2)[0]
    assert [(line.plain[span.start : span.end], span.style) for span in line.spans] == [("lane", "match")]
