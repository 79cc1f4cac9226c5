"""Votes as numbers and by name."""

import pytest

from store.threads.meeting_words import MeetingWords, Passage
from store.threads.votes import ballots_in, count_of


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("For: 35 Against: 0 Abstentions: 21", (35, 0, 21)),
        ("4 votes in favour, 2 against 3 abstentions", (4, 2, 3)),
        ("voted 5 – 1", (5, 1, None)),
        ("by 33 votes to 4", (33, 4, None)),
        ("5 for, 2 against", (5, 2, None)),
        ("For 5, Against 1, Abstentions 2", (5, 1, 2)),
        ("Ayes: 5 Nays: 0", (5, 0, None)),
        ("four votes for and two against", (4, 2, None)),
        ("7 Votes for 1 Abstention", (7, None, 1)),
        ("5 Votes for", (5, None, None)),
        ("passed 5-0", (5, 0, None)),
        ("was declared CARRIED", (None, None, None)),
    ],
)
def test_a_vote_is_as_many_as_it_is_printed(printed: str, numbers: tuple[int | None, ...]) -> None:
    assert count_of(printed) == numbers


def spoken(text: str) -> MeetingWords:
    passage = Passage("discussion", 1, None, "a/b/2023-03-02/1", None, text, 1, 0, len(text))
    return MeetingWords(1, 1, "Council", "a/b/2023-03-02", "2023-03-02", None, (), (passage,))


@pytest.mark.parametrize(
    ("text", "side", "names"),
    [
        ("FOR: Councillors Ann Ash; Tom Elm; O’Dowd.", "for", ("Ann Ash", "Tom Elm", "O’Dowd")),
        ("Against (2): Cllrs Oak and Mrs Vane", "against", ("Oak", "Mrs Vane")),
        ("ABSTAIN: Councillor Ash.", "abstained", ("Ash",)),
        ("For the amendment (3): Councillors Ames, Cole and Drury", "for", ("Ames", "Cole", "Drury")),
    ],
)
def test_a_ballot_has_the_names_of_a_side(text: str, side: str, names: tuple[str, ...]) -> None:
    (ballot,) = ballots_in(spoken(text))
    assert ballot.names == ((side, names),)


def test_a_sentence_behind_for_is_no_ballot() -> None:
    assert ballots_in(spoken("For: the reasons that were given in the report, nothing was done.")) == ()


def test_a_ballot_goes_on_behind_a_page_break() -> None:
    texts = ("FOR: Councillors Ann Ash; Tom", "Elm; Jo Oak.", "AGAINST: Councillor Vane.")
    said = tuple(
        Passage("discussion", 1, None, "a/b/2023-03-02/1", None, text, 1, at, at + 1) for at, text in enumerate(texts)
    )
    meeting = MeetingWords(1, 1, "Council", "a/b/2023-03-02", "2023-03-02", None, (), said)
    assert [one.names for one in ballots_in(meeting)] == [
        (("for", ("Ann Ash", "Tom Elm", "Jo Oak")),),
        (("against", ("Vane",)),),
    ]
