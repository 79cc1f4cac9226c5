"""Fetching from a site that behaves: by its web service, by its pages, by PDFs; again; and after it was stopped."""

from contextlib import closing
from pathlib import Path

import pytest

from store.citation.gather import gather_one
from store.database.connect import open_for_reading
from store.fetch.fetching import CommitteeAsked, MeetingFetched
from tests.store.fetch.conftest import Fetching
from tests.store.fetch.council_site import CouncilSite

pytestmark = pytest.mark.slow  # each reads documents in processes of their own


def decided(store: Path) -> list[str]:
    with closing(open_for_reading(store)) as opened:
        return [text for (text,) in opened.execute("SELECT text FROM clause ORDER BY permalink").fetchall()]


def noted(*meetings: int) -> list[str]:
    return [f"That report {number} on the north pier be noted." for number in meetings]


def test_the_web_service_gives_the_minutes_and_citations_their_address(
    site: CouncilSite, store: Path, fetched: Fetching
) -> None:
    asked, meeting = fetched()
    assert asked == CommitteeAsked(site.base, "Harbour Committee", 1)
    assert isinstance(meeting, MeetingFetched)
    assert decided(store) == noted(101)
    with closing(open_for_reading(store)) as opened:
        record = gather_one(opened, meeting.stored[0].meeting.permalink)
    assert record.source.url == f"{site.base}ieListDocuments.aspx?MId=101"
    assert (record.council, record.committee) == ("Brackwater Borough Council", "Harbour Committee")


def test_where_the_web_service_is_switched_off_the_pages_give_them(
    site: CouncilSite, store: Path, fetched: Fetching
) -> None:
    site.service = False
    fetched()
    assert decided(store) == noted(101)


def test_an_item_that_a_page_cuts_short_is_fetched_in_full(site: CouncilSite, store: Path, fetched: Fetching) -> None:
    site.service = False
    site.meetings = [(101, 7, "07/02/2023", "cut")]
    fetched()
    assert noted(101)[0] in decided(store)


def test_minutes_that_are_only_printed_come_as_pdf(site: CouncilSite, store: Path, fetched: Fetching) -> None:
    site.meetings = [(101, 7, "16/05/2023", "pdf")]
    _, meeting = fetched()
    assert isinstance(meeting, MeetingFetched)
    assert meeting.stored[0].meeting.permalink == "brackwater/harbour-committee/2023-05-16"
    assert site.asked[-1] == "/documents/g101/Printed%20minutes%20101.pdf?T=1"


def test_minutes_that_hang_on_the_next_meeting_come_with_that(
    site: CouncilSite, store: Path, fetched: Fetching
) -> None:
    site.meetings = [(101, 7, "16/05/2023", "next"), (102, 7, "04/07/2023", "text")]
    fetched()
    with closing(open_for_reading(store)) as opened:
        days = [day for (day,) in opened.execute("SELECT date FROM meeting ORDER BY date").fetchall()]
    assert days == ["2023-05-16", "2023-07-04"]


def test_what_is_stored_is_not_asked_for_again_and_what_is_new_is(
    site: CouncilSite, store: Path, fetched: Fetching
) -> None:
    fetched()
    site.asked.clear()
    site.meetings.append((102, 7, "07/03/2023", "text"))
    fetched()
    assert [path for path in site.asked if "GetMeeting?" in path] == ["/mgWebService.asmx/GetMeeting?lMeetingId=102"]
    assert decided(store) == noted(101, 102)


def test_a_meeting_without_minutes_is_asked_for_again_as_long_as_they_may_come(
    site: CouncilSite, store: Path, fetched: Fetching
) -> None:
    site.meetings = [(100, 7, "07/02/2020", "none"), (101, 7, "07/12/2023", "none"), (102, 7, "01/06/2024", "text")]
    fetched()
    site.asked.clear()
    site.meetings[:2] = [(100, 7, "07/02/2020", "text"), (101, 7, "07/12/2023", "text")]
    fetched()
    assert decided(store) == noted(101)


def test_a_run_that_was_stopped_asks_only_for_what_it_had_not(
    site: CouncilSite, store: Path, client: object, fetched: Fetching
) -> None:
    site.meetings = [(number, 7, "07/02/2023", "text") for number in range(101, 111)]
    site.misdeeds["lMeetingId=106"] = lambda to: to.send_error(503)
    fetched()
    del site.misdeeds["lMeetingId=106"]
    fetched()
    once = [path for path in site.asked if "lMeetingId=106" not in path and "robots" not in path]
    assert len(once) == len(set(once)) == 10


def test_meetings_that_leave_the_list_stay_in_the_store(site: CouncilSite, store: Path, fetched: Fetching) -> None:
    fetched()
    site.meetings.clear()
    fetched()
    assert decided(store) == noted(101)
