"""Finding: what people type is found, what nobody decided is not, and no query is an error."""

import itertools
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date as day
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.database import open_for_reading, writing
from store.find.finder import Answer, Finder
from store.index.words import words
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, clause, item, meeting, put, resolution, store_of

MARCH = "eastmarsh/hrg/2023-03-02"
PLANNING = meeting(
    item(
        "16",
        "22/04417/FUL – 3 Quay Street",
        resolution(
            clause("That a fence of 1.8 metres be permitted.", "(i)"),
            clause("That the café’s hours be kept.", "(v)"),
        ),
    ),
    item("22", "Budget", resolution("That £2.3m be set aside for the children’s library.")),
    item("23", "Thanks", resolution(clause("That the repairs report be noted.", "a)"), intro="The Sub-Group:")),
    committee="Planning Committee",
    date=day(2021, 6, 8),
)


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Finder]:
    path = store_of(
        tmp_path_factory.mktemp("find") / "minutes.db",
        meeting(APOLOGIES, REPAIRS, WEBCAST),
        PLANNING,
        texts=["Minutes of the HRG", "Minutes of the Planning Committee"],
    )
    with closing(open_for_reading(path)) as store:
        yield Finder(store)


def _first(answer: Answer) -> str | None:
    return answer.hits[0].text if answer.hits else None


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("damp surveyor recruitment", "That a report on damp surveyor recruitment come to the June meeting."),
        ("recruitmnet of damp surveyors", "That a report on damp surveyor recruitment come to the June meeting."),
        ("recr", "That a report on damp surveyor recruitment come to the June meeting."),
        ("recruitemn", "That a report on damp surveyor recruitment come to the June meeting."),
        ("surveyor zephyr damp", "That a report on damp surveyor recruitment come to the June meeting."),
        ("tanner row", "That these sites be inspected:"),
        ("webcast", "That the webcast be kept for a year."),
        ("min 22", "That £2.3m be set aside for the children’s library."),
        ("Minute 16(v)", "That the café’s hours be kept."),
        ("16v", "That the café’s hours be kept."),
        ("22/04417/FUL fence", "That a fence of 1.8 metres be permitted."),
        ("£2.3m", "That £2.3m be set aside for the children’s library."),
        ("CAFE'S hours", "That the café’s hours be kept."),
        ("childrens library", "That £2.3m be set aside for the children’s library."),
        ("planning 2021 fence", "That a fence of 1.8 metres be permitted."),
        ("eastmarsh hrg march noted", "That the repairs report be noted."),
        ("sub-group", "That the repairs report be noted."),
    ],
)
def test_is_found_first(finder: Finder, query: str, text: str) -> None:
    assert _first(finder.find(query)) == text


@pytest.mark.parametrize("query", ["zzqx", "zzqx the", "qqqq wwww eeee", "23/99999/FUL", "🦔", "(("])
def test_nonsense_finds_nothing(finder: Finder, query: str) -> None:
    assert finder.find(query) == Answer(query, (), 0)


def test_a_word_that_is_known_is_taken_as_it_stands(finder: Finder) -> None:
    assert {hit.text for hit in finder.find("fence").hits} == {"That a fence of 1.8 metres be permitted."}


def test_the_empty_query_gives_everything_newest_first_in_printed_order(finder: Finder) -> None:
    answer = finder.find("  ", limit=6)
    assert answer.total == 9
    assert [(hit.date, hit.number, hit.label) for hit in answer.hits] == [
        ("2023-03-02", "18", "(i)"),
        ("2023-03-02", "18", "(ii)"),
        ("2023-03-02", "18", "(iv)"),
        ("2023-03-02", "18", "(iv)"),
        ("2023-03-02", None, None),
        ("2021-06-08", "16", "(i)"),
    ]
    assert {hit.score for hit in answer.hits} == {0.0}


def test_of_two_equal_texts_the_newer_comes_first(finder: Finder) -> None:
    hits = finder.find("repairs report be noted").hits
    assert [hit.permalink for hit in hits[:2]] == [
        f"{MARCH}/18/r1/(i)",
        "eastmarsh/planning-committee/2021-06-08/23/r1/a)",
    ]


def test_words_in_a_row_come_before_the_same_words_apart(tmp_path: Path) -> None:
    apart, together = "That the wall by the sea be kept.", "That the old sea wall by the road be kept as it is."
    path = store_of(
        tmp_path / "minutes.db", meeting(item("1", "A", resolution(apart)), item("2", "B", resolution(together)))
    )
    with closing(open_for_reading(path)) as store:
        assert _first(Finder(store).find("sea wall")) == together


def test_the_matched_words_are_lit_in_text_and_title(finder: Finder) -> None:
    hit = finder.find("cafes quay").hits[0]
    assert [hit.text[start:end] for start, end in hit.spans] == ["café’s"]
    assert [hit.title[start:end] for start, end in hit.title_spans] == ["Quay"]


def test_scores_fall_and_stay_between_nothing_and_one(finder: Finder) -> None:
    scores = [hit.score for hit in finder.find("the report be noted").hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_the_limit_limits_the_hits_and_not_the_total(finder: Finder) -> None:
    answer = finder.find("that", limit=2)
    assert (len(answer.hits), answer.total) == (2, 9)


def test_what_is_added_while_the_finder_is_open_is_found(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS))
    with closing(open_for_reading(path)) as store:
        finder = Finder(store)
        assert finder.find("webcast").total == 0
        with writing(path) as db:
            put(db, meeting(WEBCAST, date=day(2024, 1, 9)), "b.txt")
        assert finder.find("webcast").total == 1


def test_an_empty_store_finds_nothing(tmp_path: Path) -> None:
    with closing(open_for_reading(store_of(tmp_path / "minutes.db"))) as store:
        assert Finder(store).find("") == Answer("", (), 0)
        assert Finder(store).find("roof") == Answer("roof", (), 0)


@settings(max_examples=500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(["min", "16(v)", "repairs", "repiars", '"', "NOT", "(", "22/", "£", "\x00", "’", "é"])
    ).map(" ".join)
)
def test_no_query_is_an_error(finder: Finder, query: str) -> None:
    answer = finder.find(query, limit=5)
    assert len(answer.hits) <= min(5, answer.total)
    for hit in answer.hits:
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.spans)


def _words_and_more_words(count: int) -> list[str]:
    """Made-up words that differ by a letter or two, as real ones do."""
    roots = itertools.product(
        "bdfglm", ("ar", "el", "or", "un"), ("den", "ting", "ker", "low"), ("", "s", "ford", "ham")
    )
    return ["".join(parts) for parts in itertools.islice(itertools.cycle(roots), count)]


def test_a_key_is_answered_in_time_among_ten_thousand_clauses(tmp_path: Path) -> None:
    some = iter(_words_and_more_words(23_000))
    meetings = [
        meeting(
            *(
                item(
                    str(number),
                    f"{next(some)} {next(some)}",
                    resolution(
                        *(clause(f"That the {next(some)} report be noted by {next(some)}.", label) for label in "abcde")
                    ),
                )
                for number in range(1, 21)
            ),
            date=day(2010, 1, 1) + timedelta(days=at),
        )
        for at in range(95)
    ]
    with closing(open_for_reading(store_of(tmp_path / "minutes.db", *meetings))) as store:
        finder = Finder(store)
        slowest = 0.0
        for query in (
            "barfrod and eldenn",
            "t",
            "the",
            "the report be noted",
            "barford repotr",
            "lunkerham notde",
            "zzzz",
        ):
            began = time.perf_counter()
            finder.find(query)
            slowest = max(slowest, time.perf_counter() - began)
    assert slowest < 0.25, "five times what a key may take, for slow machines"


def test_words_fold_case_accents_and_apostrophes() -> None:
    assert words("The Children’s CAFÉ, cafe\u0301s: 19/01131/FUL (iv) £2.3m") == [
        "the", "childrens", "cafe", "cafes", "19", "01131", "ful", "iv", "2", "3m"
    ]  # fmt: skip
