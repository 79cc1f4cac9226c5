"""What putting something right did is told in a word."""

from store.corrections.correction import CorrectionKind
from store.corrections.effect import effect
from tests.store.parse.by_hand.test_by_hand import PAINTED, read, said


def test_decisions_that_move_with_an_item_are_counted() -> None:
    assert effect(read(), read(said(CorrectionKind.NO_ITEM, "42/25 Duck Pond"))).startswith(
        "1 item less; 1 decision moved to item 41/25"
    )


def test_a_decision_more_one_less_and_one_that_reads_otherwise_are_told() -> None:
    assert effect(read(), read(said(CorrectionKind.DECISION, PAINTED))) == "1 decision more."
    assert effect(read(), read(said(CorrectionKind.NO_DECISION, "RESOLVED: (a)"))) == "1 decision less."
    lost = said(CorrectionKind.RESULT, "RESOLVED: (a)", "lost")
    assert effect(read(), read(lost)) == "1 decision read otherwise."


def test_an_item_called_otherwise_and_one_more_are_told() -> None:
    assert effect(read(), read(said(CorrectionKind.ITEM, "Swings and Slides"))) == "1 item more."
    assert (
        effect(read(), read(said(CorrectionKind.ITEM, "42/25 Duck Pond", "Pond", "42"))) == "1 item called otherwise."
    )


def test_the_same_reading_has_no_effect_to_tell() -> None:
    assert effect(read(), read()) == ""


def test_lines_that_are_for_something_else_are_counted_where_nothing_else_is_told() -> None:
    note = said(CorrectionKind.NOTE, "Cllr Penn will ask. The grant is spent. Nothing is left.")
    assert effect(read(), read(note)) == "1 paragraph taken for something else."
