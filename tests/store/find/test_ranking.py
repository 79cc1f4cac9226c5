"""What makes one row a better answer than another."""

from collections.abc import Mapping, Sequence
from math import log

import pytest

from store.find.index_rows import Beside, IndexRow
from store.find.ranking import Ranked, Ranking, weight


class Around(Beside):
    """A row with these names and dates around it."""

    def __init__(self, facts: Sequence[str]) -> None:
        self._facts = facts

    def facts(self) -> Sequence[str]:
        return self._facts


def row(text: str, title: str = "", *, key: int = 1, day: int = 0, facts: Sequence[str] = ()) -> IndexRow:
    return IndexRow(key, key, day, 1, 1, text.split(), title.split(), (), Around(facts))


def ranked(typed: str, *rows: IndexRow, times: Mapping[int, int] | None = None) -> list[Ranked]:
    """Rows ranked for words that mean only themselves and weigh the same."""
    words = typed.split()
    return Ranking(words, [{word: 1.0} for word in words], [1.0] * len(words)).best(rows, times or {})


def order(typed: str, *rows: IndexRow, times: Mapping[int, int] | None = None) -> list[int]:
    return [one.row.id for one in ranked(typed, *rows, times=times)]


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("slip repair", row("the slip repair was late", key=1), row("the repair of the slip late", key=2)),
        ("slip", row("the slip", key=1), row(f"the slip {'and more ' * 9}", key=2)),
        ("slip", row("the slip mended", key=1), row("works mended", "the slip", key=2)),
        ("slip", row("the slip", key=1, day=20230302), row("the slip", key=2, day=20130302)),
        ("slip", row("the slip", key=1, day=20230303), row("the slip", key=2, day=20230302)),
        ("slip planning", row("slip planning", key=1), row("slip", key=2, facts=["planning"])),
    ],
)
def test_a_better_answer_comes_first(typed: str, better: IndexRow, worse: IndexRow) -> None:
    assert order(typed, worse, better) == [better.id, worse.id]


def test_what_was_passed_more_often_comes_first() -> None:
    rows = [row("the slip", key=1), row("the slip", key=2)]
    assert order("slip", *rows, times={1: 1, 2: 100}) == [2, 1]


def test_a_rare_word_weighs_more() -> None:
    words = [{"slip": 1.0}, {"report": 1.0}]
    weights = [weight(1_000, 2), weight(1_000, 500)]
    best = Ranking(["slip", "report"], words, weights).best([row("report", key=1), row("slip", key=2)], {})
    assert [one.row.id for one in best] == [2, 1]
    assert weight(1_000, 2) == pytest.approx(log(1_001 / 2.5))
    assert weight(10, 50) == pytest.approx(log(11 / 10.5))


def test_a_word_in_the_title_counts_a_little_less() -> None:
    in_text, in_title = (ranked("slip", one)[0].score for one in (row("slip and weir"), row("weir and weir", "slip")))
    assert 0 < in_text - in_title < 0.1


def test_it_is_told_that_a_word_is_only_around_a_row() -> None:
    rows = (row("slip", "planning"), row("slip", facts=["planning"]))
    assert [ranked("slip planning", one)[0].around for one in rows] == [False, True]


def test_words_that_stand_near_each_other_come_first() -> None:
    near, far = (
        row("the slip has its repair now then and so on", key=1),
        row("the slip has now then and so on its repair"),
    )
    assert ranked("repair slip", far, near)[0].row is near


def test_a_share_lies_between_nothing_and_one() -> None:
    (best,) = ranked("the slip", row("the slip", "the slip", day=20300101), times={1: 10**6})
    (worst,) = ranked("slip", row("weir"))
    assert 0.9 < best.share <= 1.0
    assert 0.0001 <= worst.share < 0.05


@pytest.mark.parametrize(("score", "share"), [(1e9, 1.0), (0.0, 0.0001), (-3.0, 0.0001)])
def test_no_score_is_more_than_the_whole_nor_nothing_at_all(score: float, share: float) -> None:
    assert Ranked(row("the slip"), score).share == share


def test_the_days_that_a_row_names_are_asked_for_once() -> None:
    asked: list[int] = []

    class Dated(Beside):
        def days(self) -> Sequence[str]:
            asked.append(1)
            return ["20210510"]

    one = IndexRow(1, 1, 0, 1, 1, ["slip"], [], (), Dated())
    assert [*one.days, *one.days] == ["20210510", "20210510"]
    assert asked == [1]
