"""Lists of what a body did, and motions that end a paragraph whose marker the page lost."""

import pytest

from store.model import Form
from store.parse.decisions.did_lists import leads_list
from tests.store.parse.reading import item_of


@pytest.mark.parametrize(
    "lead", ["The Committee:-", "The Committee –", "The Harbour Board, having heard the officers,:"]
)
def test_a_list_of_what_the_body_did_is_one_decision_with_its_clauses(lead: str) -> None:
    (one,) = item_of(
        f"The clerk gave a report.\n\n{lead}\n\n(a) noted the report; and\n\n(b) agreed that it be sent on."
    ).resolutions
    assert (one.intro, [clause.label for clause in one.clauses]) == (lead, ["(a)", "(b)"])
    assert one.clauses[1].text == "agreed that it be sent on."


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("The Committee:-", "(a) the chairman, Mr Ash; and"),
        ("The Committee heard:", "(a) noted trees"),
        ("The Committee:-", "(b) noted the report"),
    ],
)
def test_a_list_of_other_things_is_no_decision(text: str, below: str) -> None:
    assert not leads_list(text, below)


def test_that_ends_a_paragraph_decides_where_its_item_has_no_marker_left() -> None:
    (one,) = item_of(
        "To consider the fees. The officer gave a report. That the fees in the report be raised."
    ).resolutions
    assert (one.form, one.clauses[0].text) == (Form.BARE, "That the fees in the report be raised.")


def test_that_ends_a_paragraph_only_leads_to_a_decision_with_a_marker() -> None:
    (one,) = item_of(
        "The wish of the ward was plain. That the fees be raised.\n\nRESOLVED: That the fees stay."
    ).resolutions
    assert one.clauses[0].text == "That the fees stay."


def test_each_of_several_resolutions_in_capitals_is_read() -> None:
    body = "IT WAS RESOLVED\n\nTHAT the minutes be signed.\n\nIT WAS FURTHER RESOLVED\n\nTHAT the accounts be paid."
    assert [one.clauses[0].text for one in item_of(body).resolutions] == [
        "THAT the minutes be signed.",
        "THAT the accounts be paid.",
    ]


def test_decision_labels_the_words_behind_it_inside_a_paragraph() -> None:
    (one,) = item_of("Dates were compared. Decision: hold the fair on 14 June.").resolutions
    assert (one.form, one.clauses[0].text) == (Form.FORMAL, "hold the fair on 14 June.")


def test_how_it_was_agreed_is_no_word_of_the_decision() -> None:
    (one,) = item_of("It was agreed (unanimously) to:\n\na) sell the crane; and\n\nb) keep the pier.").resolutions
    assert [clause.label for clause in one.clauses] == ["a)", "b)"]
