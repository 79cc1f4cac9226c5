"""When meetings opened and closed."""

import pytest

from store.parse.heading.hours import CLOSINGS, OPENINGS, closed_at, first_time, last_time, opened_at, tells_closing


@pytest.mark.parametrize(("name", "pattern", "example"), CLOSINGS)
def test_every_way_of_telling_the_end_gives_a_time(name: str, pattern: str, example: str) -> None:
    assert closed_at([example]) is not None, (name, pattern)


@pytest.mark.parametrize(("name", "pattern", "example"), OPENINGS)
def test_every_way_of_telling_the_beginning_gives_a_time(name: str, pattern: str, example: str) -> None:
    assert opened_at([example]) is not None, (name, pattern)


@pytest.mark.parametrize(
    ("told", "end"),
    [
        ("There being no further business the Chairman closed the meeting at 9.15pm", "21:15"),
        ("The meeting adjourned for luncheon from 12.55pm to 1.40pm and ended at 3.20pm.", "15:20"),
        ("As there was no further business, Pine adjourned the meeting at 4:00.", "16:00"),
        ("8. Next meeting: Wednesday 7 June, 7.30, Village Hall. The meeting closed at 9~05pm.", "21:05"),
        ("The Chair thanked all for coming and closed the meeting at 8.45.", "20:45"),
        ("At 8.15 pm the meeting closed.", "20:15"),
        ("Meeting finished: 7.26 pm", "19:26"),
        ("The meeting closed at 9.OOp.m.", "21:00"),
        ("The Mayor proposed to adjourn the meeting until 5pm", None),
        ("Nominations closed at 5 pm.", None),
        ("The meeting closed and the next is on 4 June at 7pm.", None),
    ],
)
def test_the_end_is_when_the_meeting_closed_and_no_other_time(told: str, end: str | None) -> None:
    assert closed_at([told], "19:30" if end != "16:00" and end != "15:20" else "10:00") == end


def test_a_time_alone_belongs_to_the_title_over_it() -> None:
    paragraphs = ["Call to Order", "7:04 PM", "Minutes", "They were approved.", "Adjournment", "8:31 PM"]
    assert (opened_at(paragraphs), closed_at(paragraphs)) == ("19:04", "20:31")


def test_the_last_that_closes_the_meeting_counts() -> None:
    assert (
        closed_at(["The meeting closed at 7.35pm.", "A new one was called.", "The meeting closed at 9pm."]) == "21:00"
    )


def test_a_note_that_closes_the_meeting_is_told_from_business() -> None:
    assert tells_closing("There being no further business, the Chair thanked all. The meeting closed at 9 pm.")
    assert not tells_closing("The Clerk said that the shop would close at 9 pm.")


def test_a_heading_may_print_figures_without_their_half_of_the_day() -> None:
    assert first_time(["Monday 4 June at 7.30"]) == "19:30"
    assert first_time(["4 June 2019, 7-8:30 PM"]) == "19:00"
    assert first_time(["at 10:00"]) == "10:00"


def test_a_time_under_a_motion_to_adjourn_is_when_it_was_carried() -> None:
    assert closed_at(["Adjourn", "14/11 ASH: That we adjourn.", "CARRIED", "Time: 3:20 p.m."]) == "15:20"


@pytest.mark.parametrize(
    ("heading", "end"),
    [("7.00pm – 9.15pm", "21:15"), ("10:00 to 12:15", "12:15"), ("7 pm and 9 pm", None)],
)
def test_a_heading_tells_until_when_a_meeting_lasts(heading: str, end: str | None) -> None:
    assert last_time([heading]) == end
