"""Quotation marks inside quotations."""

import pytest

from store.citation.quotation_marks import DOUBLE, SINGLE, curled, nested


@pytest.mark.parametrize(
    ("text", "in_single", "in_double"),
    [
        ("That “it” be so.", "That “it” be so.", "That ‘it’ be so."),
        ("That 'it' be \"so\".", "That “it” be “so”.", "That ‘it’ be ‘so’."),
        ("the ‘plan “B” of’ old", "the “plan ‘B’ of” old", "the ‘plan “B” of’ old"),
        ("the council’s plan isn't one", "the council’s plan isn't one", "the council’s plan isn't one"),
        ("'90s works and the “quay”", "'90s works and the “quay”", "'90s works and the ‘quay’"),
        ("an “unclosed mark", "an “unclosed mark", "an “unclosed mark"),
        ("a pipe of 6\" and one of 8\"", "a pipe of 6\" and one of 8\"", "a pipe of 6\" and one of 8\""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_marks_become_the_other_kind_than_those_around_them(text: str, in_single: str, in_double: str) -> None:
    assert nested(text, SINGLE) == in_single
    assert nested(text, DOUBLE) == in_double


@pytest.mark.parametrize(
    ("printed", "set_"),
    [
        ("Education and Children's Services", "Education and Children’s Services"),
        ("The Members' Code", "The Members’ Code"),
        ("The 'Old' Quay", "The 'Old' Quay"),
    ],
)
def test_an_apostrophe_is_set_as_in_print_and_a_quotation_mark_left_to_the_style(printed: str, set_: str) -> None:
    assert curled(printed) == set_
