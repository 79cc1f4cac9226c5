"""Looking for words in the text of one meeting."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.errors import NotFound
from store.views.text_matches import seek
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, item, meeting, store_of

MEETING = "eastmarsh/hrg/2023-03-02"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    damp = item("19", "Damp", said="Damp surveyors are being recruited. The damp, the surveyors said, had come back.")
    path = store_of(tmp_path / "minutes.db", meeting(APOLOGIES, REPAIRS, damp, WEBCAST))
    with closing(open_for_reading(path)) as connection:
        yield connection


def test_the_parts_of_the_meeting_that_have_the_words_are_told_in_order(store: sqlite3.Connection) -> None:
    sought = seek(store, f"{MEETING}/17", "damp")
    assert sought.places == (MEETING, *(f"{MEETING}/{number}" for number in ("17", "18", "19", "webcast")))
    assert sought.having == {f"{MEETING}/19"}
    assert sought.beside(f"{MEETING}/17", 1) == f"{MEETING}/19"
    assert sought.beside(f"{MEETING}/19", 1) is None
    assert sought.beside(f"{MEETING}/webcast", -1) == f"{MEETING}/19"


def test_who_came_and_what_was_noted_belong_to_the_meeting_itself(store: sqlite3.Connection) -> None:
    assert seek(store, MEETING, "vane").having == {MEETING}
    assert MEETING in seek(store, MEETING, "ended").having


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("surv", {"surveyors"}),
        ("surveyors ", {"surveyors"}),
        ("SURVEYORS", {"surveyors"}),
        ("recruit ", {"recruited"}),
        ("the ", {"the"}),
        ("the surveyors ", {"surveyors"}),
        ("'the surveyors ", {"the", "surveyors"}),
        ("surveyers", {"surveyors"}),
        ("recriuted", {"recruited"}),
        ("'surveyers", set()),
        ("committee:planning", set()),
        ("dmap ", {"damp"}),
        ("min 18", set()),
    ],
)
def test_words_are_forgiven_as_in_finding(store: sqlite3.Connection, typed: str, meant: set[str]) -> None:
    assert seek(store, MEETING, typed).meant == meant


def test_a_slip_is_forgiven_only_where_the_word_itself_stands_nowhere(store: sqlite3.Connection) -> None:
    assert seek(store, MEETING, "damp said ").meant == {"damp", "said"}


def test_a_phrase_is_its_words_in_a_row_and_a_word_beside_it_counts_by_itself(store: sqlite3.Connection) -> None:
    sought = seek(store, MEETING, '"damp surveyors" said')
    said = ["damp", "surveyors", "are", "the", "damp", "the", "surveyors", "said"]
    assert list(sought.stretches(said)) == [(0, 2), (7, 8)]


def test_the_last_word_of_a_phrase_may_still_be_being_typed(store: sqlite3.Connection) -> None:
    assert list(seek(store, MEETING, '"damp surv').stretches(["damp", "surveyors"])) == [(0, 2)]
    assert list(seek(store, MEETING, '"damp surv"').stretches(["damp", "surveyors"])) == []


def test_a_place_that_is_not_there_is_told(store: sqlite3.Connection) -> None:
    with pytest.raises(NotFound):
        seek(store, "eastmarsh/hrg/2024-01-01", "damp")
