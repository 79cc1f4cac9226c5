"""From a store to records: what is quoted, how it is numbered, and who confirmed it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date as day
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from store.citation.gather import gather, gather_one
from store.citation.record import Confirmation, Record
from store.database.connect import writing
from store.errors import NotFound
from store.ingest.storing import store_document
from store.model import Document, Format, Item, Span
from store.text.confirming import AMENDING, CONFIRMING, REFUSING, Confirmed, Wording, confirms
from tests.store.building import APOLOGIES, COMMITTEE, REPAIRS, WEBCAST, item, meeting, put, resolution, store_of

if TYPE_CHECKING:
    from sqlite_utils import Database

MARCH = "eastmarsh/hrg/2023-03-02"


@pytest.fixture
def db(tmp_path: Path) -> Iterator["Database"]:
    with writing(tmp_path / "minutes.db") as db:
        yield db


def record(db: "Database", permalink: str, *meetings: Sequence[Item]) -> Record:
    """The record of a place in a store of meetings in March, April, … of 2023 with these items."""
    for month, items in enumerate(meetings, 3):
        put(db, meeting(*items, date=day(2023, month, 2)), f"{month}.txt")
    return gather_one(db.conn, permalink)


def test_a_clause_is_quoted_with_its_points(db: "Database") -> None:
    one = record(db, f"{MARCH}/18/r1/ii", [APOLOGIES, REPAIRS])
    assert one.text == "That these sites be inspected: - Tanner Row - Mill Lane"
    assert (one.permalink, one.label, one.position) == (f"{MARCH}/18/r1/(ii)", "(ii)", (2, 1, 2))


def test_a_resolution_is_quoted_with_its_labels(db: "Database") -> None:
    one = record(db, f"{MARCH}/18/r1", [REPAIRS])
    assert one.text
    assert one.text.startswith("(i) That the repairs report be noted. (ii) That these sites be inspected:")


def test_an_item_is_quoted_by_what_it_resolved_and_a_meeting_by_nothing(db: "Database") -> None:
    put(db, meeting(APOLOGIES, WEBCAST), "a.txt")
    webcast, apologies, whole = gather(db.conn, [f"{MARCH}/webcast", f"{MARCH}/17", MARCH])
    assert webcast.text == "That the webcast be kept for a year."
    assert (apologies.text, whole.text) == (None, None)
    assert (whole.item, whole.position) == (None, ())


def test_what_is_not_there_cannot_be_gathered(db: "Database") -> None:
    with pytest.raises(NotFound, match="has no item 99"):
        record(db, f"{MARCH}/99", [APOLOGIES])


def test_a_committee_that_once_began_above_one_numbers_its_minutes_on(db: "Database") -> None:
    assert not record(db, f"{MARCH}/1", [item("1", "Fences")]).runs_on
    assert record(db, "hrg/2023-04-02/2", [], [item("2", "Gates")]).runs_on
    assert gather_one(db.conn, f"{MARCH}/1").runs_on


def test_how_it_numbered_years_ago_does_not_count(db: "Database") -> None:
    put(db, meeting(item("44", "Gates"), date=day(1999, 3, 2)), "old.txt")
    assert not record(db, f"{MARCH}/1", [item("1", "Fences")]).runs_on


@pytest.mark.parametrize(
    ("meetings", "cited", "year"),
    [
        ({day(2021, 3, 2): "12", day(2021, 5, 10): "18"}, "2021-05-10", "2020/21"),
        ({day(2021, 3, 2): "12", day(2021, 5, 24): "1", day(2021, 7, 5): "9"}, "2021-05-24", "2021/22"),
        ({day(2021, 3, 2): "12", day(2021, 5, 24): "3"}, "2021-05-24", "2021/22"),
        ({day(2021, 3, 2): "12", day(2021, 7, 5): "9"}, "2021-07-05", "2021/22"),
        ({day(2021, 3, 2): "12"}, "2021-03-02", "2020/21"),
        ({day(2000, 1, 2): "12"}, "2000-01-02", "1999/00"),
        ({day(2021, 3, 2): "1"}, "2021-03-02", None),
    ],
)
def test_the_municipal_year_begins_in_may_when_the_numbers_begin_anew(
    db: "Database", meetings: dict[day, str], cited: str, year: str | None
) -> None:
    for on, first in meetings.items():
        put(db, meeting(item(first, "Gates"), date=on), f"{on}.txt")
    assert gather_one(db.conn, f"eastmarsh/hrg/{cited}").year == year


@pytest.mark.parametrize(
    "said",
    [
        "That the minutes of the meeting held on 2 March 2023 be approved as a correct record.",
        "The minutes of the meeting held on 2nd March, 2023 were taken as read, confirmed and signed.",
        "To approve the minutes of the meeting of Thursday 2 March 2023",
        "AGREED: the minutes of 02/03/2023 as a true and accurate record.",
        "The minutes of the meeting held on March 2nd, 2023 were agreed.",
        "The report was deferred. The minutes of 2 March 2023 were approved.",
    ],
)
def test_a_later_meeting_confirms_minutes(db: "Database", said: str) -> None:
    one = record(db, f"{MARCH}/17", [APOLOGIES], [item("24", "Minutes", resolution(said), said=said)])
    assert one.confirmation == Confirmation("eastmarsh/hrg/2023-04-02/24", "2023-04-02", "24")
    assert one.status == "confirmed"


@pytest.mark.parametrize(
    "said",
    [
        "That, subject to the note below, the minutes of 2 March and 9 March 2023 be signed.",
        "That the minutes of the meeting held on 2 March 2023, as corrected, be confirmed.",
        "The minutes of 2 March 2023 were agreed with the following amendment: for “shed” read “hut”.",
    ],
)
def test_amended_minutes_are_confirmed_with_amendments(db: "Database", said: str) -> None:
    one = record(db, f"{MARCH}/17", [APOLOGIES], [item("24", "Minutes", resolution(said), said=said)])
    assert one.confirmation == Confirmation("eastmarsh/hrg/2023-04-02/24", "2023-04-02", "24", amended=True)


@pytest.mark.parametrize("wording", [*CONFIRMING, *REFUSING, *AMENDING], ids=lambda wording: wording.name)
def test_the_example_of_each_wording_is_found_by_it(wording: Wording) -> None:
    assert re.search(wording.pattern, wording.example, re.IGNORECASE)


@pytest.mark.parametrize("wording", REFUSING, ids=lambda wording: wording.name)
def test_each_wording_that_refuses_keeps_minutes_unconfirmed(wording: Wording) -> None:
    said = f"That the minutes of 2 March 2023 be confirmed, {wording.example}."
    assert confirms("Panel", "Minutes", [said], day(2023, 3, 2)) is Confirmed.NO
    assert confirms("Panel", "Minutes", [said.replace(f", {wording.example}", "")], day(2023, 3, 2)) is not Confirmed.NO


@pytest.mark.parametrize(
    ("body", "whose", "confirmed"),
    [
        ("Harbour Committee", "the Harbour Committee held on", True),
        ("Harbour Committee", "the last meeting of the Committee held on", True),
        ("Harbour Sub-Committee", "the Harbour Sub-Committee of", True),
        ("Harbour Committee", "the Harbour Sub-Committee of", False),
        ("Harbour Committee", "the Lighthouse Working Party held on", False),
        ("Eastmarsh Parish Council", "the Parish Council meeting of", True),
    ],
)
def test_minutes_of_another_body_are_not_those_of_the_body(body: str, whose: str, confirmed: bool) -> None:
    said = f"That the minutes of {whose} 2 March 2023 be approved."
    assert (confirms(body, "Minutes", [said], day(2023, 3, 2)) is not Confirmed.NO) == confirmed


@pytest.mark.parametrize(
    ("said", "confirmed"),
    [
        ("That the exempt minutes of 2 March 2023 be approved.", False),
        ("That the minutes and the exempt minutes of 2 March 2023 be approved.", True),
    ],
)
def test_the_exempt_minutes_alone_are_not_the_minutes(said: str, confirmed: bool) -> None:
    assert (confirms("Panel", "Minutes", [said], day(2023, 3, 2)) is not Confirmed.NO) == confirmed


def test_a_motion_that_the_next_sentence_tells_lost_confirms_nothing() -> None:
    moved = "It was moved that the minutes of 2 March 2023 be approved."
    assert confirms("Panel", "Minutes", [moved, "The motion was lost."], day(2023, 3, 2)) is Confirmed.NO
    assert confirms("Panel", "Minutes", [moved, "The motion was carried."], day(2023, 3, 2)) is Confirmed.AS_WRITTEN


def test_two_meetings_of_a_day_are_told_apart_by_the_hour(db: "Database") -> None:
    put(db, meeting(item("17", "Fences")), "early.txt")
    put(db, meeting(item("1", "Gates"), start="21:00"), "late.txt")
    early, late = gather_one(db.conn, f"{MARCH}/17"), gather_one(db.conn, f"{MARCH}-2/1")
    assert (early.hour, late.hour) == ("18:00", "21:00")


def test_a_meeting_that_is_alone_on_its_day_needs_no_hour(db: "Database") -> None:
    assert record(db, f"{MARCH}/17", [APOLOGIES]).hour is None


def test_the_title_may_name_the_day_that_its_resolution_does_not(db: "Database") -> None:
    said = "That the minutes be confirmed."
    titled = item("24", "Minutes of the meeting held on 2 March 2023", resolution(said), said=said)
    assert record(db, MARCH, [APOLOGIES], [titled]).confirmation


@pytest.mark.parametrize(
    "said",
    [
        "That the minutes of the meeting held on 2 March 2022 be approved.",
        "That the minutes of the meeting held on 12 March 2023 be approved.",
        "That the minutes of 2 March 2023 be deferred and not approved.",
        "That the minutes of the meeting held on 2 March 2023 be received.",
        "Members confirmed that the minutes of 2 March 2023 had come.",
        "The minutes came. The report of 2 March 2023 was approved.",
    ],
)
def test_other_words_confirm_nothing(db: "Database", said: str) -> None:
    assert record(db, MARCH, [APOLOGIES], [item("24", "Minutes", resolution(said), said=said)]).confirmation is None


def test_another_committee_confirms_nothing(db: "Database") -> None:
    said = "That the minutes of the meeting held on 2 March 2023 be approved."
    put(db, meeting(item("1", "Minutes", said=said), committee="Cabinet", date=day(2023, 4, 2)), "cabinet.txt")
    assert record(db, MARCH, [APOLOGIES]).confirmation is None


@pytest.mark.parametrize(
    ("said", "ordinary", "extraordinary"),
    [
        ("That the minutes of the meeting held on 2 March 2023 be approved.", True, False),
        ("That the minutes of the ordinary meeting held on 2 March 2023 be approved.", True, False),
        ("That the minutes of the Extraordinary Meeting of 2 March 2023 be approved.", False, True),
        ("That the minutes of the meeting held on 2 March 2023 at 9.15 pm be approved.", False, True),
        ("That the minutes of both meetings held on 2 March 2023 be approved.", True, True),
    ],
)
def test_of_two_meetings_of_a_day_the_one_that_is_meant_is_confirmed(
    db: "Database", said: str, ordinary: bool, extraordinary: bool
) -> None:
    put(db, meeting(APOLOGIES, start="19:00"), "ordinary.txt")
    put(db, replace(meeting(WEBCAST, start="21:15"), kind="extraordinary"), "extraordinary.txt")
    put(db, meeting(item("24", "Minutes", resolution(said), said=said), date=day(2023, 4, 2)), "april.txt")
    one, other = gather(db.conn, [MARCH, f"{MARCH}-2"])
    assert (one.confirmation is not None, other.confirmation is not None) == (ordinary, extraordinary)


def test_of_two_meetings_of_a_day_that_nothing_tells_apart_neither_is_confirmed(db: "Database") -> None:
    put(db, meeting(APOLOGIES, start="10:00"), "morning.txt")
    put(db, meeting(WEBCAST, start="19:00"), "evening.txt")
    said = "That the minutes of the meeting held on 2 March 2023 be approved."
    put(db, meeting(item("24", "Minutes", resolution(said), said=said), date=day(2023, 4, 2)), "april.txt")
    assert [one.confirmation for one in gather(db.conn, [MARCH, f"{MARCH}-2"])] == [None, None]


def test_the_pages_and_the_address_come_from_the_document(tmp_path: Path) -> None:
    text = "Minutes of the HRG " * 10
    paged = Document("a.pdf", "ab", Format.PDF, text, "https://a.example/a.pdf", (Span(0, 50), Span(50, 190)))
    bare = Document("b.html", "cd", Format.HTML, text, "ieListDocuments.aspx?MId=3")
    with writing(tmp_path / "minutes.db") as db:
        store_document(db, "a.pdf", paged, [meeting(WEBCAST)])
        store_document(db, "b.html", bare, [meeting(WEBCAST, date=day(2023, 4, 2))])
        one, other = gather(db.conn, [f"{MARCH}/webcast/r1", "hrg/2023-04-02"], today="2026-03-02")
    assert (one.source.pages, one.source.url, one.source.accessed) == ((1, 1), "https://a.example/a.pdf", "2026-03-02")
    assert (other.source.pages, other.source.url, other.source.accessed) == (None, None, None)


def test_the_abbreviation_is_one_that_the_minutes_print(tmp_path: Path) -> None:
    store = store_of(
        tmp_path / "minutes.db",
        meeting(APOLOGIES),
        meeting(APOLOGIES, committee="Planning Panel of Members"),
        meeting(APOLOGIES, date=day(2023, 4, 2)),
        texts=["The HRG met.", "The panel met.", "The group met."],
    )
    with writing(store) as db:
        found = [one.abbreviation for one in gather(db.conn, ["hrg/2023-03-02", "ppm/2023-03-02", "hrg/2023-04-02"])]
    assert found == ["HRG", None, "HRG"], COMMITTEE
