"""Decisions whose marker the page lost: known by their words and their place."""

import pytest

from store.model import Form, Meeting
from tests.store.parse.reading import item_of, meeting_of


def page_of(body: str) -> Meeting:
    """A page of one item, its minutes as given."""
    return meeting_of(f"Agenda item\n\nThe Crane\n\nMinutes:\n\nThe crane is old.\n\n{body}\n")


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        ("That the crane, no. 4.2, be sold.", [None]),
        ("That the Harbour Panel notes the price.", [None]),
        ("(1) That the crane be sold.", ["(1)"]),
        ("(1) that sales begin on 1 June; and\n\n(2) that the shed be let.", ["(1)", "(2)"]),
        ("That:\n\n(a) the crane be sold; and\n\n(b) the shed be let.", ["(a)", "(b)"]),
        ("That the Panel agrees:\n\n(a) the sale of the crane; and\n\n(b) the letting of the shed.", ["(a)", "(b)"]),
        ("The Panel\n\n1. noted the price; and\n\n2. agreed to sell.", ["1.", "2."]),
    ],
)
def test_words_without_a_marker_decide_where_nothing_else_does(body: str, labels: list[str | None]) -> None:
    (one,) = page_of(body).items[0].resolutions
    assert one.form is Form.BARE
    assert [clause.label for clause in one.clauses] == labels


@pytest.mark.parametrize(
    "body",
    [
        "That was said to be so.",
        "(1) The crane was sold in May.",
        "(2) That the crane be sold.",
        "Members heard of two faults:\n\n(1) That the rope be worn.",
        "That the Panel met in May.",
        "That:\n\nThe crane is old.",
    ],
)
def test_what_only_begins_like_such_words_does_not(body: str) -> None:
    assert not page_of(body).items[0].resolutions


@pytest.mark.parametrize(
    "body",
    [
        "The price of 4 May be approved and the order signed.",
        "the price be noted and, when the crane is sold, a report be made to the Panel.",
        "a) the crane be sold; and\n\nb) the shed be let.",
    ],
)
def test_what_is_to_be_decides_on_a_page_that_loses_bold_words_and_in_no_other_minutes(body: str) -> None:
    (one,) = page_of(body).items[0].resolutions
    assert one.form is Form.BARE
    if not body.startswith("a)"):
        assert not item_of(f"The crane is old.\n\n{body}").resolutions


@pytest.mark.parametrize(
    "body",
    [
        "Mr Ash asked that the crane be sold.",
        "The crane was to be sold.",
        "If the crane be sold, the shed is empty.",
        "Any interest be declared by members.",
        "He heard of three faults:\n\nthe rope be mended.",
    ],
)
def test_what_was_asked_or_told_is_to_be_decides_nothing(body: str) -> None:
    assert not page_of(body).items[0].resolutions


def test_they_are_none_where_a_marker_decides() -> None:
    (one,) = item_of("RESOLVED: That the crane be sold.\n\nThat the Harbour Panel notes the price.").resolutions
    assert one.form is Form.FORMAL
