"""Figures are made of passes as is said."""

import itertools
from pathlib import Path

import pytest

from store.database.connect import writing
from store.ingest.storing import store_document
from tests.benchmarks.finding.bar import Bound
from tests.benchmarks.finding.corpus import corpus
from tests.benchmarks.finding.engines.engine import Answered
from tests.benchmarks.finding.index_size import measure_sizes
from tests.benchmarks.finding.known import Kind, Known, Row, Wanted
from tests.benchmarks.finding.measuring import Measured, Pass, percentile, place_of, work_of
from tests.benchmarks.finding.test_corpus import DICTIONARY, SEED

NOTED, REFUSED = Row("1", "Budget", "That it be noted."), Row("2", "Budget", "That it be refused.")
QUERIES = [
    Known(Kind.PHRASE, "noted", Wanted(words=("noted",))),
    Known(Kind.ONE_TYPO, "refsued", Wanted(words=("refused",))),
    Known(Kind.NONSENSE, "xkq", Wanted(nothing=True)),
]


def test_the_place_is_that_of_the_first_right_answer() -> None:
    assert place_of(QUERIES[0], Answered((REFUSED, NOTED, NOTED), 0.0)) == 2
    assert place_of(QUERIES[1], Answered((NOTED,), 0.0)) is None


def test_nonsense_is_right_when_nothing_is_said_to_be_exact() -> None:
    assert place_of(QUERIES[2], Answered((NOTED,), 0.0, claims=False)) == 1
    assert place_of(QUERIES[2], Answered((NOTED,), 0.0, claims=True)) is None


def test_of_every_keystroke_the_fastest_pass_counts() -> None:
    passes = [Pass((3.0, 1.0, 5.0), (1, None, 1), 0.2, 70), Pass((2.0, 4.0, 6.0), (), 0.1, 60)]
    measured = Measured("ours", work_of(QUERIES, whole=True), passes)
    assert measured.seconds == [2.0, 1.0, 5.0]
    assert (measured.median, measured.longest, measured.opening, measured.memory) == (2.0, 5.0, 0.1, 60)
    assert measured.hit_rate() == pytest.approx(2 / 3)
    assert measured.typo_hit_rate == 0.0
    assert measured.mean_reciprocal_rank == 0.5


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([float(value) for value in range(1, 101)], 95) == 95.0
    assert percentile([7.0], 95) == 7.0


def test_a_bound_is_met_at_the_very_figure() -> None:
    assert Bound("recall", 10, 0.988 - 0.948, 0.04, at_least=True).is_met
    assert not Bound("stall", 10, 30.1, 30).is_met


def test_the_index_is_what_a_store_without_it_does_not_have(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with writing(path) as db:
        for one in itertools.islice(corpus(DICTIONARY, SEED, 1_000), 20):
            store_document(db, one.document.name, one.document, [one.meeting])
    before = path.read_bytes()
    sizes = measure_sizes(path)
    assert 0 < sizes.index < sizes.store
    assert 0 < sizes.text_once < sizes.text < sizes.store
    assert path.read_bytes() == before
