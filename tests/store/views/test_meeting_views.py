"""What the panes are told: outlines, words, and places found by more than one name."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date as day
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.errors import NotFound
from store.permalinks.lookup import find_place
from store.views import meeting_views
from tests.store.building import APOLOGIES, COMMITTEE, COUNCIL, REPAIRS, WEBCAST, item, meeting, resolution, store_of

MARCH = "eastmarsh/hrg/2023-03-02"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    june = meeting(
        item("1", "Fences", resolution("That 4 fences be mended.", following=["4 May", "1 June"])),
        committee="Planning Committee",
        date=day(2023, 6, 8),
    )
    with closing(
        open_for_reading(store_of(tmp_path / "minutes.db", meeting(APOLOGIES, REPAIRS, WEBCAST), june))
    ) as opened:
        yield opened


def test_councils_come_by_name_each_once(tmp_path: Path) -> None:
    elm = meeting(REPAIRS, council="Elm Town Council")
    path = store_of(tmp_path / "minutes.db", elm, meeting(REPAIRS), meeting(WEBCAST), meeting(WEBCAST, council=None))
    with closing(open_for_reading(path)) as store:
        assert meeting_views.councils(store) == [COUNCIL, "Elm Town Council"]


def test_meetings_come_newest_first_or_of_one_committee(store: sqlite3.Connection) -> None:
    assert [line.date for line in meeting_views.meetings(store)] == ["2023-06-08", "2023-03-02"]
    assert [line.date for line in meeting_views.meetings(store, COMMITTEE)] == ["2023-03-02"]


def test_meetings_are_read_as_they_are_asked_for(store: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting_views, "_AT_ONCE", 1)
    asked: list[str] = []
    store.set_trace_callback(asked.append)
    lines = meeting_views.each_meeting(store)
    assert asked == []
    assert next(lines).date == "2023-06-08"
    assert sum("json_each" in statement for statement in asked) == 1
    assert [line.date for line in lines] == ["2023-03-02"]


def test_committees_come_with_their_council_and_number_of_meetings(store: sqlite3.Connection) -> None:
    assert [(line.council, line.committee, line.slug, line.meetings) for line in meeting_views.committees(store)] == [
        (COUNCIL, "Planning Committee", "planning-committee", 1),
        (COUNCIL, COMMITTEE, "hrg", 1),
    ]


def test_a_meeting_shows_its_outline_down_to_the_points(store: sqlite3.Connection) -> None:
    view = meeting_views.meeting(store, MARCH)
    assert [line.title for line in view.items] == ["Apologies for Absence", "Repairs Backlog", "Webcast"]
    clauses = view.items[1].resolutions[0].clauses
    assert [clause.permalink.removeprefix(MARCH) for clause in clauses] == [
        "/18/r1/(i)",
        "/18/r1/(ii)",
        "/18/r1/(iv)",
        "/18/r1/(iv)~2",
    ]
    assert clauses[0].outcomes == ("noted",)
    assert clauses[1].points == (("-", "Tanner Row"), ("-", "Mill Lane"))
    assert view.notes[0].text == "The meeting ended at 7.12 pm."
    assert (view.attendance[0].role, view.interests[0].conduct) == ("Chair", "remained in the meeting")


def test_a_resolution_of_one_sentence_and_its_clause_share_a_permalink(store: sqlite3.Connection) -> None:
    (only,) = meeting_views.item(store, f"{MARCH}/webcast").line.resolutions
    assert only.permalink == only.clauses[0].permalink == f"{MARCH}/webcast/r1"


def test_what_follows_a_resolution_belongs_to_it(store: sqlite3.Connection) -> None:
    (only,) = meeting_views.item(store, "eastmarsh/planning-committee/2023-06-08/1").line.resolutions
    assert only.following == ((None, "4 May"), (None, "1 June"))


def test_an_item_shows_its_words_from_any_place_inside_it(store: sqlite3.Connection) -> None:
    view = meeting_views.item(store, f"{MARCH}/18/r1/(iv)")
    assert (view.line.title, view.meeting.permalink) == ("Repairs Backlog", MARCH)
    assert [paragraph.text for paragraph in view.paragraphs] == ["The Head of Housing presented the report."]


@pytest.mark.parametrize(
    "typed",
    [
        f"{MARCH}/18/r1/iv",
        f"{MARCH}/18/r1/IV",
        f"{MARCH}/18/R1/(iv)",
        "hrg/2023-03-02/18/r1/(iv)",
        "eastmarsh/shrg/2023-03-02/18/r1/(iv)",
        "EASTMARSH/scrutiny-housing-repairs-group/2023-03-02/18/r1/iv)",
        "eastmarsh-borough-council/hrg/2023-03-02/18/r1/(iv)",
    ],
)
def test_a_place_is_found_by_every_fair_spelling_of_its_permalink(store: sqlite3.Connection, typed: str) -> None:
    assert find_place(store, typed).permalink == f"{MARCH}/18/r1/(iv)"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("eastmarsh/hrg/2023-03-03", "No meeting in the store is called eastmarsh/hrg/2023-03-03."),
        (f"{MARCH}/19", f"{MARCH} has no item 19; its items are: 17, 18, webcast."),
        (f"{MARCH}/18/r2", f"{MARCH}/18 has no resolution 2; it has 1."),
        (f"{MARCH}/17/r1", f"{MARCH}/17 has no resolution 1; it has none."),
        (f"{MARCH}/18/r1/(iii)", f"{MARCH}/18/r1 has no clause (iii); its clauses are: (i), (ii), (iv), (iv)~2."),
        (f"{MARCH}/webcast/r1/(i)", f"{MARCH}/webcast/r1 has no clause (i); its clauses are: none."),
    ],
)
def test_what_is_not_there_is_named_with_what_is(store: sqlite3.Connection, typed: str, answer: str) -> None:
    with pytest.raises(NotFound) as caught:
        find_place(store, typed)
    assert str(caught.value) == answer


def test_a_whole_meeting_is_no_item(store: sqlite3.Connection) -> None:
    with pytest.raises(NotFound, match="is a whole meeting"):
        meeting_views.item(store, MARCH)
