"""The queries have the answers that they are said to have."""

from collections import Counter

import pytest
from rapidfuzz.distance import OSA

from tests.benchmarks.finding.corpus import corpus
from tests.benchmarks.finding.known import Kind, Known, Row, Wanted
from tests.benchmarks.finding.queries import JUDGING_SEED, TUNING_SEED, draw_queries
from tests.benchmarks.finding.test_corpus import DICTIONARY, SEED

KNOWN = frozenset(DICTIONARY)


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    items = (item for one in corpus(DICTIONARY, SEED, 3_000) for item in one.meeting.items)
    return [
        Row(item.number or "", item.title, clause.text)
        for item in items
        for resolution in item.resolutions
        for clause in resolution.clauses
    ]


@pytest.fixture(scope="module")
def queries(rows: list[Row]) -> list[Known]:
    return draw_queries(rows, KNOWN, TUNING_SEED)


def test_there_are_at_least_200_of_every_kind_together_and_none_twice(queries: list[Known]) -> None:
    assert len(queries) >= 200
    assert {query.kind for query in queries} == set(Kind)
    assert max(Counter(query.text for query in queries).values()) == 1


@pytest.mark.slow
def test_every_query_but_nonsense_has_a_right_answer(rows: list[Row], queries: list[Known]) -> None:
    without = [query for query in queries if not any(query.wanted.fits(row) for row in rows)]
    assert {query.kind for query in without} == {Kind.NONSENSE}


def test_a_seed_gives_the_same_queries_and_another_seed_others(rows: list[Row], queries: list[Known]) -> None:
    assert draw_queries(rows, KNOWN, TUNING_SEED) == queries
    judging = draw_queries(rows, KNOWN, JUDGING_SEED)
    assert len({query.text for query in judging} & {query.text for query in queries}) < len(queries) / 5


@pytest.mark.parametrize(("kind", "most"), [(Kind.ONE_TYPO, 1), (Kind.TWO_TYPOS, 2)])
def test_typos_are_as_many_as_is_said_and_make_no_other_word(queries: list[Known], kind: Kind, most: int) -> None:
    for query in (one for one in queries if one.kind is kind):
        typed = query.text.split()
        meant = query.wanted.words
        slips = [OSA.distance(one, other) for one, other in zip(typed, meant, strict=True)]
        assert slips == [most if len(word) >= 6 else 1 for word in meant]
        assert KNOWN.isdisjoint(typed)


def test_a_query_is_typed_letter_by_letter() -> None:
    assert Known(Kind.COMMON, "a b", Wanted()).keystrokes == ("a", "a ", "a b")


ROW = Row("77/24", "Children’s Services", "That application 19/01131/FUL be approved, at a cost of £2.3m.")


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (Wanted(words=("approved", "childrens", "application")), True),
        (Wanted(words=("approved", "refused")), False),
        (Wanted(in_a_row=("19", "01131", "ful")), True),
        (Wanted(in_a_row=("application", "be", "approved")), False),
        (Wanted(in_a_row=("2", "3m")), True),
        (Wanted(in_a_row=("services", "that")), False),
        (Wanted(words=("cost",), beginnings=("appr",)), True),
        (Wanted(beginnings=("refus",)), False),
        (Wanted(words=("cost",), number="77/24"), True),
        (Wanted(words=("cost",), number="77"), False),
        (Wanted(nothing=True), False),
    ],
)
def test_a_row_is_right_when_it_has_all_that_is_wanted(wanted: Wanted, fits: bool) -> None:
    assert wanted.fits(ROW) is fits
