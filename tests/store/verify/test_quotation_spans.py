"""Quotation marks of all kinds, and the apostrophes that look like them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.verify.claim_finder import find_quotations


def quoted(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was “to note it” and no more.", ["to note it"]),
        ('It was "to note it" and no more.', ["to note it"]),
        ("It was ‘to note it’ and no more.", ["to note it"]),
        ("It was 'to note it' and no more.", ["to note it"]),
        ("It was «to note it» and no more.", ["to note it"]),
        ("It was „to note it“ and no more.", ["to note it"]),
        ("Both “the one” and “the other”.", ["the one", "the other"]),
    ],
)
def test_marks_of_every_kind_enclose_a_quotation(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The Council's view and the members’ views.",
        "the '90s and rock 'n' roll",
        'A pipe of 5" in the wall, and one of 7".',
        "No marks at all.",
    ],
)
def test_an_apostrophe_opens_nothing(text: str) -> None:
    assert [one for one in quoted(text) if len(one) > 1] == []


def test_an_apostrophe_inside_single_marks_does_not_close_them() -> None:
    assert quoted("‘That the Children’s Services and the members’ views be noted’ (minute 4)") == [
        "That the Children’s Services and the members’ views be noted"
    ]


def test_marks_inside_a_quotation_belong_to_it() -> None:
    assert quoted("“That the words ‘in due course’ be struck out” and “so on”") == [
        "That the words ‘in due course’ be struck out",
        "so on",
    ]


def test_a_quotation_that_another_paragraph_goes_on_with_runs_to_the_end_of_its_own() -> None:
    assert quoted("“That the report be noted.\n") == ["That the report be noted."]


@given(st.text(alphabet="ab ’'‘\"“”«»„.\n", max_size=60))
def test_quotations_never_overlap_and_never_fail(text: str) -> None:
    spans = list(find_quotations(text))
    assert all(one.end < other.start for one, other in pairwise(spans))
    assert all(span.start <= span.end <= len(text) for span in spans)


def test_a_quotation_may_follow_another_at_once() -> None:
    assert quoted("“one”“two”") == ["one", "two"]
    assert quoted('"one" "two"') == ["one", "two"]


def test_a_possessive_inside_single_marks_does_not_end_the_quotation() -> None:
    assert quoted("It was ‘the councils’ own report’ that they noted.") == ["the councils’ own report"]
