"""Pointers in the words of minutes, and what only looks like one."""

import pytest

from store.threads.cross_references import MinuteReference, references_in
from store.threads.meeting_words import MeetingWords, Passage


def read(text: str) -> tuple[MinuteReference, ...]:
    passage = Passage("discussion", 1, None, "a/b/2023-03-02/1", None, text, 1, 0, len(text))
    return references_in(MeetingWords(1, 1, "Council", "a/b/2023-03-02", "2023-03-02", None, (), (passage,)))


@pytest.mark.parametrize(
    ("text", "form", "number", "label", "first"),
    [
        ("It connected to the strategy at minutes 22 in terms of how.", "minute", "22", None, None),
        ("Further to Minute No. 61/21, the Clerk spoke.", "minute", "61/21", None, None),
        ("Minute 22(ii) refers.", "minute", "22", "ii", None),
        ("As in minute 32 of 2021/22 it was agreed.", "minute", "32", None, "2021-05-01"),
        ("Further to Minute 112 of 7 February 2023, it was done.", "minute", "112", None, "2023-02-07"),
        ("The map (58(b)) was shown.", "minute", "58", "b", None),
        ("A copy marked Agenda Item 10 is filed.", "item", "10", None, None),
        ("She presented the report (Ref: 7).", "label", "7", None, None),
        ("The minutes of the meeting held on 12 January 2023 were signed.", "minutes", None, None, "2023-01-12"),
        ("He spoke of it at the 21 January meeting.", "minutes", None, None, "2023-01-21"),
        ("Application 19/01131/FUL was heard.", "file", "19/01131/ful", None, None),
        ("Application F/YR14/0712/F was heard.", "file", "f/yr14/0712/f", None, None),
        ("Under the Local Government Act 1972 it may.", "act", "Local Government Act 1972", None, None),
    ],
)
def test_a_pointer_is_read(text: str, form: str, number: str | None, label: str | None, first: str | None) -> None:
    (found,) = read(text)
    assert (found.form.value, found.number, found.label, found.first) == (form, number, label, first)


@pytest.mark.parametrize(
    "text",
    [
        "The figures of finding 107 were noted.",
        "The meeting stood adjourned for 10 minutes.",
        "He spoke for 5 minutes 30 seconds.",
        "He was elected for the municipal year 2013/2014.",
        "The next meeting would be held on 12 May 2023.",
    ],
)
def test_what_only_looks_like_a_pointer_is_none(text: str) -> None:
    assert read(text) == ()


def test_several_numbers_are_several_pointers() -> None:
    assert [one.number for one in read("Minutes 22, 23 and 25 refer.")] == ["22", "23", "25"]


def test_two_days_of_minutes_are_two_pointers() -> None:
    text = "The minutes of the meetings held on 13 January 2023 and 21 January 2023 were signed."
    assert [one.first for one in read(text)] == ["2023-01-13", "2023-01-21"]
