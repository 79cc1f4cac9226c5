"""Permalinks: short, lasting, and readable back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import NotFound
from store.permalinks.permalink import (
    Permalink,
    abbreviation,
    committee_slugs,
    council_slug,
    label_slug,
    number_slug,
    parse,
    slug,
    told_apart,
)
from store.text.labels import label_key

_segments = st.text(min_size=1).map(slug)
_days = st.dates().map(lambda day: day.isoformat()) | st.just("undated")
_second = st.sampled_from(["", "-2", "-3"])


@st.composite
def _permalinks(draw: st.DrawFn) -> Permalink:
    depth = draw(st.integers(0, 3))
    return Permalink(
        council=draw(st.none() | _segments),
        committee=draw(_segments),
        day=draw(_days) + draw(_second),
        number=draw(st.text(min_size=1).map(number_slug)) if depth > 0 else None,
        resolution=draw(st.integers(1, 99)) if depth > 1 else None,
        clause=draw(st.text(min_size=1).map(label_slug).filter(bool)) if depth > 2 else None,
    )


@given(_permalinks())
def test_what_is_written_reads_back_the_same(permalink: Permalink) -> None:
    assert parse(str(permalink)) == permalink


@pytest.mark.parametrize(
    "text",
    [
        "",
        "eastmarsh",
        "eastmarsh/pc",
        "2021-03-02",
        "a/b/c/2021-03-02",
        "eastmarsh/pc/2021-03-02/18/1",
        "x//2021-03-02",
    ],
)
def test_what_is_no_permalink_is_answered_with_the_shape_of_one(text: str) -> None:
    with pytest.raises(NotFound, match=r"council/committee/2021-03-02/18/r1/\(iv\)"):
        parse(text)


def test_a_permalink_writes_as_a_path_down_to_the_clause() -> None:
    assert str(Permalink("eastmarsh", "hrg", "2021-03-02", "18", 1, "(iv)")) == "eastmarsh/hrg/2021-03-02/18/r1/(iv)"
    assert str(Permalink(None, "hrg", "2021-03-02-2")) == "hrg/2021-03-02-2"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Eastmarsh Borough Council", "eastmarsh"),
        ("Royal Borough of Upper Thorne", "upper-thorne"),
        ("The Council of the City of Wexcombe", "wexcombe"),
        ("Llanfèdr Town Council", "llanfedr"),
        ("City Council", "city-council"),
    ],
)
def test_a_council_is_known_by_what_no_other_is_called(name: str, expected: str) -> None:
    assert council_slug(name) == expected


def test_a_committee_is_known_by_the_abbreviation_its_minutes_print() -> None:
    name = "Scrutiny Housing Repairs Group"
    assert abbreviation(name, "That HRG note the HRG programme. NHS partners attended.") == "HRG"
    assert abbreviation(name, "NHS partners attended.") is None


def test_a_committee_without_abbreviation_goes_by_initials_or_by_its_name() -> None:
    assert committee_slugs("Parks and Open Spaces Sub-Committee") == ("possc", "parks-and-open-spaces-sub-committee")
    assert committee_slugs("Planning Committee") == ("planning-committee",)


@pytest.mark.parametrize(
    ("number", "expected"), [("77/24", "77-24"), ("4(a)", "4-a"), ("5.1", "5.1"), ("(26)", "26"), ("C1/19", "c1-19")]
)
def test_numbers_keep_their_parts(number: str, expected: str) -> None:
    assert number_slug(number) == expected


def test_labels_stay_as_printed_and_have_a_key_for_lazy_hands() -> None:
    assert [label_slug(label) for label in ("(iv)", "b)", "2.", "( a )")] == ["(iv)", "b)", "2.", "(a)"]
    assert [label_key(label) for label in ("(iv)", "IV.", "iv", "b)", "-")] == ["iv", "iv", "iv", "b", "-"]


def test_the_same_label_twice_is_told_apart_by_a_count() -> None:
    assert list(told_apart(["(iv)", "(v)", "(iv)", ""])) == ["(iv)", "(v)", "(iv)~2", "~1"]
