"""How the words of a quotation stand in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.verify.comparison import Comparison, Difference, Likeness, compare
from store.verify.quoted_words import QuotedWords

TEXT = (
    "That the Director of Children’s Services be asked to report to the June meeting on the recruitment of foster "
    "carers – and that the Leader be thanked; the sum of £4,000 to be found [from reserves]."
)


def held(quotation: str, text: str = TEXT) -> Comparison:
    return compare(QuotedWords.of(quotation), text)


@pytest.mark.parametrize(
    "quotation",
    [
        "That the Director of Children’s Services be asked to report",
        "the recruitment of foster carers",
        "Director of Children's Services be asked",  # a straight mark
        "foster carers - and that the Leader",  # another dash
        "the Leader be thanked.",  # the stop is the writer's own
        "the  Leader\nbe thanked",
        "Director … asked to report … the Leader be thanked",
        "Director of Children’s Services [...] asked to report",
        "the Director of Children’s Services be asked . . . to report",
        "[T]he Director of Children’s Services",
        "that the Director of Children’s Services".replace("that", "[t]hat"),
        "be asked [by the Chair] to report",
        "the [Corporate] Director of Children’s Services",
        "That the [officer] be asked to report",
        "asked to report [sic] to the June meeting",
        "to be found [from reserves]",  # a bracket of the text's own
    ],
)
def test_words_that_stand_there_are_exact(quotation: str) -> None:
    assert held(quotation).likeness is Likeness.EXACT


@pytest.mark.parametrize(
    ("quotation", "differences"),
    [
        ("that the Director of Children’s Services", [("that", "That")]),
        ("THE LEADER BE THANKED", [("THE LEADER BE THANKED", "the Leader be thanked")]),
        ("foster carers, and that the Leader", [("carers,", "carers –")]),
        ("Director of Childrens Services", [("Childrens", "Children’s")]),
    ],
)
def test_other_marks_and_capitals_are_told_from_other_words(quotation: str, differences: list[tuple[str, str]]) -> None:
    comparison = held(quotation)
    assert comparison.likeness is Likeness.ALIKE
    assert comparison.differences == tuple(Difference(*one) for one in differences)


@pytest.mark.parametrize(
    ("quotation", "differences"),
    [
        ("the Director of Children’s Services be requested to report", [("requested", "asked")]),
        ("be asked to report to the meeting on the recruitment", [("", "June")]),
        ("be asked to report promptly to the June meeting", [("promptly", "")]),
        ("to report to the July meeting on the … that the Leader be thanked", [("July", "June")]),
        ("recruitment of twelve foster carers", [("twelve", "")]),
    ],
)
def test_close_words_are_told_with_what_differs(quotation: str, differences: list[tuple[str, str]]) -> None:
    comparison = held(quotation)
    assert comparison.likeness is Likeness.CLOSE
    assert comparison.differences == tuple(Difference(*one) for one in differences)


@pytest.mark.parametrize("quotation", ["the mayor flew to Spain", "a wholly different decision", "foster dogs"])
def test_other_words_are_not_close(quotation: str) -> None:
    assert held(quotation).likeness < Likeness.CLOSE


def test_parts_in_another_order_are_not_exact() -> None:
    assert held("the Leader be thanked … the recruitment of foster carers").likeness < Likeness.ALIKE


def test_part_of_a_word_is_not_exact() -> None:
    assert held("recruit").likeness is not Likeness.EXACT


WORDS = st.lists(st.sampled_from("that the report be noted and Leader’s thanked £5,000 (ii) – of".split()), min_size=1)  # noqa: SIM905


@given(WORDS, st.data())
def test_any_stretch_of_a_text_stands_in_it_exactly(text: list[str], data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    quotation = QuotedWords.of(" ".join(text[begin:end]))
    if quotation.parts:
        assert compare(quotation, " ".join(text)).likeness is Likeness.EXACT


@given(st.text(max_size=80), st.text(max_size=200))
def test_comparing_never_fails(quotation: str, text: str) -> None:
    words = QuotedWords.of(quotation)
    if words.parts:
        comparison = compare(words, text)
        assert 0 <= comparison.share <= 1
