"""docs/queries.md: every example in it is run, and finds what it says."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.find.finder import Finder
from store.find.parse_query import parse_query
from store.find.query_fields import FIELDS
from store.find.sentence import sentence
from store.find.user_filters import UserMarks
from store.ingest.sample import build_sample
from store.parse.decisions.outcomes import read_outcomes

PAGE = (Path(__file__).parent.parent / "docs" / "queries.md").read_text(encoding="utf-8")
STARRED, SEEN = "brackwater/efrsp/2022-03-16/42/r1/3.", "tarrowshire/htoc/2019-06-11"
ANSWERS, SENTENCES = ("type", "to find", "answers", "the first of them"), ("type", "the sentence")
HALF_TYPED, WRONG = ("half typed", "counts as"), ("type", "what is said")


def _rows(heading: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The rows of every table with that heading, without the backticks around a cell."""
    rows: list[tuple[str, ...]] = []
    head: tuple[str, ...] | None = None
    for line in PAGE.splitlines():
        if not line.startswith("|"):
            head = None
            continue
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if head is None:
            head = cells
        elif head == heading and not set(line) <= set("|-"):
            rows.append(tuple(re.sub(r"^`(.*)`$", r"\1", cell) for cell in cells))
    return rows


def _queries() -> set[str]:
    """Every query in the first column of a table."""
    return {row[0] for heading in (ANSWERS, SENTENCES, HALF_TYPED, WRONG) for row in _rows(heading)}


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    path = tmp_path_factory.mktemp("queries") / "sample.db"
    build_sample(path)
    with closing(open_for_reading(path)) as store:
        yield Finder(store, UserMarks(lambda: (STARRED,), lambda: (SEEN,)))


@pytest.mark.parametrize(("query", "answers", "first"), [(row[0], row[2], row[3]) for row in _rows(ANSWERS)])
def test_an_example_finds_what_the_page_says(finder: Finder, query: str, answers: str, first: str) -> None:
    answer = finder.find(query)
    assert answer.query.problems == ()
    assert (str(answer.total.number), answer.hits[0].permalink) == (answers, first)


@pytest.mark.parametrize(("query", "said"), _rows(SENTENCES))
def test_the_sentence_of_an_example_is_the_one_on_the_page(finder: Finder, query: str, said: str) -> None:
    answer = finder.find(query)
    assert sentence(answer.query, answer) == said


@pytest.mark.parametrize(("half", "whole"), _rows(HALF_TYPED))
def test_what_is_half_typed_counts_as_the_page_says(finder: Finder, half: str, whole: str) -> None:
    begun, meant = finder.find(half), finder.find(whole)
    assert begun.query.problems == ()
    assert [hit.permalink for hit in begun.hits] == [hit.permalink for hit in meant.hits]


@pytest.mark.parametrize(("query", "said"), _rows(WRONG))
def test_what_is_wrong_is_explained_as_on_the_page(query: str, said: str) -> None:
    assert [problem.why for problem in parse_query(f"{query} ").problems] == [said]


def test_every_row_of_every_table_is_run() -> None:
    rows = [row for heading in (ANSWERS, SENTENCES, HALF_TYPED, WRONG) for row in _rows(heading)]
    assert len(rows) == len(re.findall(r"^\| `", PAGE, re.MULTILINE)) > 60


def test_the_outcomes_on_the_page_are_those_that_minutes_are_filed_under() -> None:
    (listed,) = re.findall(r"Outcomes are ([^.]+)\.", PAGE)
    outcomes = re.split(r",\s|\sand\s", listed)
    assert [read_outcomes(f"That it be {outcome}.") for outcome in outcomes] == [(outcome,) for outcome in outcomes]


def test_every_field_has_an_example() -> None:
    named = {one.field for query in _queries() for one in parse_query(query).filters}
    assert named | {"in"} == {field.name for field in FIELDS}


def test_no_example_stands_outside_the_tables() -> None:
    prose = "\n".join(line for line in PAGE.splitlines() if not line.startswith("|"))
    shown = set(re.findall(r"`([^`\n]+)`", prose)) | set(re.findall(r"minutebook find '(.+)'", prose))
    keys_and_names = {"/", "f", '"', "!", "make read", "min", "minute", "item"}
    names = {f"{field.name}:" for field in FIELDS} | {"minute:", "title:", "proposer:", "who:", "member:"}
    assert shown - keys_and_names - names <= _queries()
