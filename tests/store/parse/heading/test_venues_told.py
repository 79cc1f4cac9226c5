"""Where a meeting was held, when it closed and who came, as small bodies tell it beside the day or in sentences."""

import pytest

from store.model import Meeting
from tests.store.parse.reading import meeting_of

REST = "\n\nPresent: Ann Ash, Bo Elm\n\n1. Apologies\n\nNone.\n\n2. Salt\n\nThe Clerk had ordered some.\n\n{last}"


def meeting_with(head: str, last: str = "") -> Meeting:
    return meeting_of(f"Larkmoor Fen Society\n{head}{REST.format(last=last)}")


@pytest.mark.parametrize(
    ("head", "venue"),
    [
        ("Minutes of the meeting, 4 June 2024, Scout Hut, 7.30pm", "Scout Hut"),
        ("Tuesday 4 June 2024 Larkmoor School", "Larkmoor School"),
        ("4 June 2024\n\nThe society met at the Grange Hall at 7 p.m.", "Grange Hall"),
        ("4 June 2024\n\nAnn Ash called the meeting to order at 7 p.m. in the Fire Station.", "Fire Station"),
        ("4 June 2024\n\nThe society met at 7 p.m. in good heart.", None),
    ],
)
def test_a_place_stands_beside_the_day_or_in_a_sentence(head: str, venue: str | None) -> None:
    assert meeting_with(head).venue == venue


@pytest.mark.parametrize(
    "last",
    [
        "The Council rose at 8.05 pm.",
        "Meeting adjourned at 2005.",
        "3. Close of meeting\n\n8.05pm",
        "The meeting closed at 8. 05 p.m.",
    ],
)
def test_a_meeting_closes_in_many_words(last: str) -> None:
    assert meeting_with("Minutes of the meeting held on 4 June 2024 at 7pm", last).end == "20:05"


def test_a_short_sentence_tells_who_came() -> None:
    told = "Members present were Ann Ash, Bo Elm and Cy Oak."
    meeting = meeting_of(f"Larkmoor Fen Society\n4 June 2024\n\n{told}\n\n1. Salt\n\nWe had none.\n")
    assert [one.name for one in meeting.attendance] == ["Ann Ash", "Bo Elm", "Cy Oak"]


def test_a_supervisor_takes_the_chair() -> None:
    text = "Larkmoor Township\n4 June 2024\n\nPresent: Ann Ash (Supervisor), Bo Elm (Clerk)\n\n1. Salt\n\nNone.\n"
    assert meeting_of(text).chair == "Ann Ash"


def test_a_post_may_stand_behind_a_colon() -> None:
    text = "Larkmoor Fen Society\n4 June 2024\n\nPresent:\nAnn Ash: Chair\nBo Elm: Clerk\n\n1. Salt\n\nNone.\n"
    meeting = meeting_of(text)
    assert [(one.name, one.role) for one in meeting.attendance] == [("Ann Ash", "Chair"), ("Bo Elm", "Clerk")]
