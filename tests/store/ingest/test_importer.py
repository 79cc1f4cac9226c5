"""Importing: whole or absent, once each, and the better source wins."""

import multiprocessing
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date as day
from pathlib import Path

import pytest

from store.citation.gather import gather_one
from store.database.connect import open_for_reading, transaction, writing
from store.errors import NotFound
from store.ingest.events import Added, AlreadyThere, Completed, Failed, FilesFound, Linked
from store.ingest.importer import import_paths
from store.ingest.known_keys import Lookups
from store.ingest.organizations import committee_of, council_of, tell_council
from store.ingest.storing import warnings_of
from store.model import Span
from store.views import meeting_views
from store.views.evidence_places import evidence
from store.views.view_lines import MeetingLine
from tests.store.building import APOLOGIES, COMMITTEE, COUNCIL, REPAIRS, WEBCAST, item, meeting, put, store_of

JUNE = day(2023, 6, 8)


def _permalinks(path: Path) -> list[str]:
    with closing(open_for_reading(path)) as store:
        return [line.permalink for line in meeting_views.meetings(store)]


def test_a_document_becomes_a_meeting_with_its_figures(tmp_path: Path) -> None:
    with writing(tmp_path / "minutes.db") as db:
        event = put(db, meeting(APOLOGIES, REPAIRS, WEBCAST), "march.txt")
    assert isinstance(event, Added)
    assert event.warnings == ()
    assert event.meeting == MeetingLine(
        "eastmarsh/hrg/2023-03-02", COUNCIL, COMMITTEE, "2023-03-02", "18:00", "unknown", 3, 2, 0
    )


def test_the_same_bytes_again_are_already_there(tmp_path: Path) -> None:
    with writing(tmp_path / "minutes.db") as db:
        put(db, meeting(REPAIRS), "march.txt")
        assert isinstance(put(db, meeting(REPAIRS), "march.txt"), AlreadyThere)
        assert db["meeting"].count == db["document"].count == 1


def test_a_better_source_completes_the_meeting_under_the_same_permalink(tmp_path: Path) -> None:
    cut = replace(REPAIRS, complete=False, resolutions=())
    with writing(tmp_path / "minutes.db") as db:
        poor = put(db, meeting(APOLOGIES, cut), "page.txt")
        full = put(db, meeting(APOLOGIES, REPAIRS, start=None, chair=None), "printed.txt")
        assert isinstance(full, Completed)
        assert isinstance(poor, Added)
        assert (poor.meeting.incomplete, full.meeting.incomplete, full.meeting.resolutions) == (1, 0, 1)
        assert full.meeting.permalink == poor.meeting.permalink
        view = meeting_views.meeting(db.conn, "eastmarsh/hrg/2023-03-02")
    assert view.documents == ("printed.txt", "page.txt")
    assert (view.line.start, view.chair) == ("18:00", "Councillor Ashdown"), "what only the first said stays"
    assert len(view.interests) == len(view.attendance) == 1


def test_a_poorer_source_is_linked_and_changes_nothing(tmp_path: Path) -> None:
    with writing(tmp_path / "minutes.db") as db:
        put(db, meeting(APOLOGIES, REPAIRS), "printed.txt")
        assert isinstance(put(db, meeting(APOLOGIES), "page.txt"), Linked)
        view = meeting_views.meeting(db.conn, "eastmarsh/hrg/2023-03-02")
    assert view.documents == ("printed.txt", "page.txt")
    assert len(view.items) == 2


def test_an_agenda_without_items_never_replaces_minutes_with_one_item_cut_short(tmp_path: Path) -> None:
    with writing(tmp_path / "minutes.db") as db:
        put(db, meeting(APOLOGIES, replace(REPAIRS, complete=False)), "minutes.txt")
        assert isinstance(put(db, meeting(), "agenda.txt"), Linked)


def test_an_agenda_with_whole_items_never_replaces_minutes_that_are_cut_short(tmp_path: Path) -> None:
    agenda = [replace(one, resolutions=()) for one in (APOLOGIES, REPAIRS, WEBCAST)]
    with writing(tmp_path / "minutes.db") as db:
        put(db, meeting(REPAIRS, replace(APOLOGIES, complete=False)), "minutes.txt")
        assert isinstance(put(db, meeting(*agenda), "agenda.txt"), Linked)


PAGE, REPLY = "brackwater-cabinet-2023-09-12.html", "brackwater-cabinet-2023-09-12.xml"


@pytest.mark.parametrize("names", [(PAGE, REPLY), (REPLY, PAGE)], ids=["page first", "page last"])
def test_a_reply_of_the_web_service_completes_the_meeting_of_a_page_in_either_order(
    tmp_path: Path, fixtures: Path, names: tuple[str, str]
) -> None:
    events = list(import_paths(tmp_path / "minutes.db", [fixtures / "formats" / name for name in names]))
    assert [type(event) for event in events[1:]] == [Added, Completed if names[-1] == REPLY else Linked]
    with closing(open_for_reading(tmp_path / "minutes.db")) as store:
        assert len(meeting_views.committees(store)) == 1
        view = meeting_views.meeting(store, "brackwater/cabinet/2023-09-12")
        assert (view.line.incomplete, view.chair, view.documents) == (0, "Councillor S. Penrose", (REPLY, PAGE))
        clause = gather_one(store, "brackwater/cabinet/2023-09-12/34/r1/b)")
    assert clause.text == "That the gulls be kept off the roof by means that do not harm them."


def test_a_reply_completes_the_text_of_a_page_that_names_the_same_committee(tmp_path: Path, fixtures: Path) -> None:
    names = ("minutes/tarrowshire-highways-2019-06-11.txt", "formats/tarrowshire-highways-2019-06-11.xml")
    *_, page, completed = import_paths(tmp_path / "minutes.db", [fixtures / name for name in names])
    assert isinstance(page, Added)
    assert isinstance(completed, Completed)
    assert (page.meeting.incomplete, completed.meeting.incomplete) == (1, 0)


def test_a_reply_of_another_meeting_of_the_day_is_kept_apart(tmp_path: Path, fixtures: Path) -> None:
    (tmp_path / "other.xml").write_bytes((fixtures / "formats" / REPLY).read_bytes().replace(b"2217", b"2218"))
    events = list(import_paths(tmp_path / "minutes.db", [fixtures / "formats" / PAGE, tmp_path / "other.xml"]))
    assert [type(event) for event in events[1:]] == [Added, Added]


def test_an_agenda_is_a_meeting_without_minutes_until_minutes_come(tmp_path: Path) -> None:
    with writing(tmp_path / "minutes.db") as db:
        agenda = put(db, replace(meeting(APOLOGIES, WEBCAST, item("19", "The Pier")), minuted=False), "agenda.txt")
        minutes = put(db, meeting(APOLOGIES), "minutes.txt")
        again = put(db, replace(meeting(APOLOGIES, WEBCAST, item("20", "The Quay")), minuted=False), "reissued.txt")
    assert isinstance(agenda, Added)
    assert "an agenda without minutes" in agenda.warnings
    assert not agenda.meeting.minuted
    assert isinstance(minutes, Completed)
    assert minutes.meeting.minuted
    assert isinstance(again, Linked)


def test_two_meetings_on_one_day_are_two(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(APOLOGIES), meeting(REPAIRS, start="20:00"))
    assert set(_permalinks(path)) == {"eastmarsh/hrg/2023-03-02", "eastmarsh/hrg/2023-03-02-2"}


def test_meetings_without_a_date_are_never_taken_for_one(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(APOLOGIES, date=None), meeting(REPAIRS, date=None))
    assert set(_permalinks(path)) == {"eastmarsh/hrg/undated", "eastmarsh/hrg/undated-2"}


def test_a_council_once_told_is_remembered_for_its_committee(tmp_path: Path) -> None:
    with writing(tmp_path / "minutes.db") as db:
        first = put(db, meeting(APOLOGIES, council=None), "a.txt", council=COUNCIL)
        second = put(db, meeting(APOLOGIES, council=None, date=JUNE), "b.txt")
    assert first.meeting.council == second.meeting.council == COUNCIL


def test_a_committee_that_two_councils_have_is_not_guessed(tmp_path: Path) -> None:
    with writing(tmp_path / "minutes.db") as db:
        put(db, meeting(APOLOGIES), "a.txt")
        put(db, meeting(APOLOGIES, council="Westerby Town Council"), "b.txt")
        event = put(db, meeting(APOLOGIES, council=None), "c.txt")
    assert isinstance(event, Added)
    assert (event.meeting.council, event.warnings) == (None, ("council not named; tell it with --council",))


def test_telling_the_council_later_makes_one_committee_of_both(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    with writing(path) as db:
        put(db, meeting(REPAIRS, council=None), "a.txt")
        assert _permalinks(path) == ["hrg/2023-03-02"]
        put(db, meeting(APOLOGIES, date=JUNE), "b.txt")
    assert _permalinks(path) == ["eastmarsh/hrg/2023-06-08", "eastmarsh/hrg/2023-03-02"]
    with closing(open_for_reading(path)) as store:
        cited = gather_one(store, "hrg/2023-03-02/18/r1/(i)")
        assert cited.permalink == "eastmarsh/hrg/2023-03-02/18/r1/(i)", "the permalink from before still finds it"
        assert len(meeting_views.committees(store)) == 1


def test_telling_the_council_with_the_same_file_again_is_heard(tmp_path: Path) -> None:
    with writing(tmp_path / "minutes.db") as db:
        put(db, meeting(REPAIRS, council=None), "a.txt")
        again = put(db, meeting(REPAIRS, council=None), "a.txt", council=COUNCIL)
    assert isinstance(again, AlreadyThere)
    assert again.meeting.permalink == "eastmarsh/hrg/2023-03-02"


def test_a_committee_moved_to_a_council_that_has_it_joins_its_meetings(tmp_path: Path) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(REPAIRS), meeting(APOLOGIES, council="Westerby Town Council"))
    with writing(path) as db, transaction(db):
        known = Lookups(db)
        westerby = committee_of(db, council_of(db, "Westerby Town Council", known), COMMITTEE, "", known)
        tell_council(db, westerby, council_of(db, COUNCIL, known), known)
    assert _permalinks(path) == ["eastmarsh/hrg/2023-03-02", "eastmarsh/hrg/2023-03-02-2"]


def test_two_committees_with_the_same_initials_have_permalinks_of_their_own(tmp_path: Path) -> None:
    other = meeting(APOLOGIES, committee="Strategic Highways Review Group")
    path = store_of(
        tmp_path / "minutes.db", meeting(APOLOGIES, committee="Small Harbours Rescue Group"), other, texts=["-", "-"]
    )
    assert set(_permalinks(path)) == {
        "eastmarsh/shrg/2023-03-02",
        "eastmarsh/strategic-highways-review-group/2023-03-02",
    }
    with closing(open_for_reading(path)) as store, pytest.raises(NotFound, match="No meeting"):
        meeting_views.meeting(store, "westerby/shrg/2023-03-02")


def test_numbers_printed_twice_and_items_without_number_keep_apart(tmp_path: Path) -> None:
    items = (item("77/24", "Fences"), item("77/24", "Gates"), item(None, "Webcast"), item(None, "Webcast"))
    path = store_of(tmp_path / "minutes.db", meeting(*items))
    with closing(open_for_reading(path)) as store:
        ends = [line.permalink.rpartition("/")[2] for line in meeting_views.meeting(store, _permalinks(path)[0]).items]
    assert ends == ["77-24", "77-24~2", "webcast", "webcast~2"]


def test_a_document_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    broken = replace(REPAIRS, resolutions=(replace(REPAIRS.resolutions[0], kind=None),))  # type: ignore[arg-type]
    with writing(tmp_path / "minutes.db") as db:
        with pytest.raises(sqlite3.IntegrityError):
            put(db, meeting(broken), "a.txt")
        assert [db[name].count for name in ("document", "organization", "meeting", "agenda_item")] == [0, 0, 0, 0]


def test_warnings_say_what_is_missing_and_what_is_cut() -> None:
    cut = [replace(APOLOGIES, number=number, complete=False) for number in ("4", "11", "13")]
    poor = replace(meeting(*cut, committee=None, date=None), unread=(Span(0, 3),))
    assert warnings_of(poor, council_known=False) == (
        "council not named; tell it with --council",
        "committee not named",
        "no date of the meeting",
        "3 items cut short by the page: 4, 11, 13",
        "1 line not understood",
    )


def test_a_file_without_minutes_is_named_with_the_reason_and_the_others_go_on(tmp_path: Path, fixtures: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02\xff" * 300)
    (tmp_path / "b.txt").write_text(
        "Candles, string, and whatever else the shop has on the shelf by the door, if there is any.\n"
    )
    (tmp_path / "c.txt").write_text("Leek soup\n\n1. Leeks\n\nWash them.\n\n2. Stock\n\nBoil it.\n")
    (tmp_path / "d.txt").write_bytes(next(fixtures.glob("minutes/*.txt")).read_bytes())
    (tmp_path / "e.txt").write_text("Dear Mr Pellow\n\nThe lamp is out again.\n\nYours truly\n")
    files = [tmp_path / name for name in ("none.txt", "a.txt", "b.txt", "c.txt", "e.txt", "d.txt")]
    events = list(import_paths(tmp_path / "minutes.db", files))
    assert events[0] == FilesFound(6)
    assert [type(event) for event in events[1:]] == [*[Failed] * 5, Added]
    reasons = [(event.reason, event.refused) for event in events if isinstance(event, Failed)]
    assert reasons == [
        ("does not exist", False),
        ("is not text", False),
        ("no minutes found in it: no items of business", True),
        ("no minutes found in it: no date and nothing resolved", True),
        ("no minutes found in it: no date and nothing resolved", True),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "Agenda item\n\nHarbour Dues\n\nThe dues were discussed.\n",
        "Crane Hire\n\nTo hear of the crane.\n\nMinutes:\n\nThe crane was looked at.\n",
        "Crane Hire\n\nThe crane was looked at.\n\nSupporting documents:\n\nCrane\n",
    ],
    ids=["named", "divided", "with documents"],
)
def test_a_page_that_tells_what_it_is_needs_neither_a_date_nor_a_decision(page: str, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(page)
    events = list(import_paths(tmp_path / "minutes.db", [tmp_path / "page.txt"]))
    assert [type(event) for event in events] == [FilesFound, Added]


def test_a_file_with_two_meetings_is_stored_at_once_and_known_again(tmp_path: Path, fixtures: Path) -> None:
    both = fixtures / "layouts" / "two-meetings.txt"
    first = list(import_paths(tmp_path / "minutes.db", [both]))
    again = list(import_paths(tmp_path / "minutes.db", [both]))
    assert [type(event) for event in first] == [FilesFound, Added, Added]
    assert [type(event) for event in again] == [FilesFound, AlreadyThere, AlreadyThere]


def test_what_was_stored_before_an_importer_is_left_stays(tmp_path: Path, fixtures: Path) -> None:
    events = import_paths(tmp_path / "minutes.db", [fixtures / "minutes"])
    assert isinstance(next(events), FilesFound)
    assert isinstance(next(events), Added)
    events.close()
    assert len(_permalinks(tmp_path / "minutes.db")) == 1


def _import_some(path: Path, first: int) -> None:
    with writing(path) as db:
        for at in range(first, first + 5):
            put(db, meeting(REPAIRS, date=day(2023, 1, 1 + at)), f"{at}.txt")


def test_four_importers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    context = multiprocessing.get_context("spawn")
    importers = [context.Process(target=_import_some, args=(path, first)) for first in (0, 5, 10, 15)]
    for one in importers:
        one.start()
    for one in importers:
        one.join(60)
    assert [one.exitcode for one in importers] == [0, 0, 0, 0]
    with closing(open_for_reading(path)) as store:
        assert len(meeting_views.meetings(store)) == 20
        assert len(meeting_views.committees(store)) == 1


def test_a_document_of_two_meetings_gives_both_and_is_known_again(tmp_path: Path, fixtures: Path) -> None:
    minutes = fixtures / "layouts" / "two-meetings.txt"
    first = list(import_paths(tmp_path / "minutes.db", [minutes]))
    again = list(import_paths(tmp_path / "minutes.db", [minutes]))
    assert [type(event) for event in first] == [FilesFound, Added, Added]
    assert [type(event) for event in again] == [FilesFound, AlreadyThere, AlreadyThere]
    assert len(_permalinks(tmp_path / "minutes.db")) == 2


def test_an_agenda_without_minutes_is_stored_and_says_so(tmp_path: Path, fixtures: Path) -> None:
    _, added = import_paths(tmp_path / "minutes.db", [fixtures / "layouts" / "agenda.txt"])
    assert isinstance(added, Added)
    assert "an agenda without minutes" in added.warnings


def test_where_a_document_was_added_from_is_kept_and_the_newest_place_counts(tmp_path: Path) -> None:
    store_path, first, second = tmp_path / "minutes.db", tmp_path / "march.txt", tmp_path / "moved.txt"
    first.write_text("Housing Repairs Group\n2 March 2023\n\n1. Roofs\n\nRESOLVED: That the roof be mended.\n")
    list(import_paths(store_path, [first]))
    first.rename(second)
    list(import_paths(store_path, [second]))
    with closing(open_for_reading(store_path)) as store:
        (line,) = meeting_views.meetings(store)
        (source,) = evidence(store, line.permalink)
    assert source.path == str(second)


def test_a_name_that_no_file_can_have_is_told_as_any_other_that_cannot_be_read(tmp_path: Path) -> None:
    (_, failed) = import_paths(tmp_path / "minutes.db", [tmp_path / ("a" * 300)])
    assert isinstance(failed, Failed)
