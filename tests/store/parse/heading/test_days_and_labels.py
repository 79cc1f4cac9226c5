"""Which day is the meeting's, and what labels of a heading tell."""

from datetime import date

import pytest

from store.model import Document, Format
from store.parse.heading.days import meeting_day
from store.parse.heading.labels import LABELS, read_labels
from store.parse.heading.outside import Outside
from store.parse.meeting import parse_meeting
from tests.store.parse.reading import meeting_of


@pytest.mark.parametrize(
    ("titles", "day"),
    [
        (["Minutes uploaded on 9 June 2019", "Meeting of 4 June 2019"], "2019-06-04"),
        (["Approved at the meeting of 3 July 2019", "Minutes of the meeting held on 4 June 2019"], "2019-06-04"),
        (["Licensing Panel (ceased to operate 10/04/2017)", "4 June 2019"], "2019-06-04"),
        (["City Council Minutes – 11/2/15 Meeting", "NOVEMBER 2, 2015"], "2015-11-02"),
        (["Board held in public on 4 June 2019"], "2019-06-04"),
        (["Published 9 June 2019"], None),
        (["Next meeting 9 July 2019"], None),
    ],
)
def test_what_a_date_is_of_decides_and_not_which_comes_first(titles: list[str], day: str | None) -> None:
    found = meeting_day(titles, Outside())
    assert (found.day.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("outside", "day"),
    [
        (Outside(titles=("General meeting 6 November 2023",)), "2023-11-06"),
        (Outside(name="2023-11-minutes.md"), "2023-11-06"),
        (Outside(name="23NOVEMBER.docx"), "2023-11-06"),
        (Outside(day=date(2023, 12, 1)), "2023-11-06"),
        (Outside(name="2022-11-minutes.md"), None),
        (Outside(), None),
    ],
)
def test_a_day_without_its_year_is_completed_where_the_weekday_agrees(outside: Outside, day: str | None) -> None:
    found = meeting_day(["GENERAL MEETING MONDAY 6 NOVEMBER"], outside)
    assert (found.day.isoformat() if found else None) == day
    assert found is None or found.completed


def test_a_completed_day_is_told_as_a_doubt() -> None:
    text = "ELMPARK COMMUNITY COUNCIL\n\nGENERAL MEETING MONDAY 6 NOVEMBER\n\nPresent: Ann Ash, Bo Birch\n\n1. Bank\n\nNone."  # noqa: E501
    meeting = parse_meeting(Document("2023-11-minutes.txt", "0" * 64, Format.TEXT, text))
    assert str(meeting.date) == "2023-11-06"
    assert "year" in next(doubt.why for doubt in meeting.doubts if doubt.kind == "day")


@pytest.mark.parametrize(("what", "pattern", "example"), LABELS)
def test_every_label_is_read(what: str, pattern: str, example: str) -> None:
    (label,) = read_labels(f"{example} something")
    assert (label.what, label.value) == (what, "something"), pattern


def test_labels_may_share_a_line() -> None:
    labels = read_labels("COMMITTEE        Full Governing Body        DATE        23 May 2022")
    assert [(one.what, one.value) for one in labels] == [("committee", "Full Governing Body"), ("day", "23 May 2022")]
    labels = read_labels("Date held: 1 June 2019 Time: 19:00   Venue: All Saints")
    assert [one.value for one in labels] == ["1 June 2019", "19:00", "All Saints"]


def test_a_record_of_a_decision_says_at_which_meeting_it_was_made() -> None:
    meeting = meeting_of(
        """
        Decision details

        A New Slipway

        Decision Maker: Leader

        Is Key decision?: No

        Decision:

        That the slipway be built.

        Publication date: 09/08/2012

        Date of decision: 08/08/2012

        Decided at meeting: 07/08/2012 - Harbour Panel
        """
    )
    assert (meeting.committee, str(meeting.date)) == ("Harbour Panel", "2012-08-07")


def test_labels_below_a_page_s_words_of_welcome_are_read() -> None:
    welcome = "Members of the public are welcome to attend our meetings and will find the entrance opposite the quay."
    meeting = meeting_of(f"Harbour Panel\n\n4 June 2019\n\n{welcome}\n\nVenue: Quay House\n\n1. Boats\n\nThey floated.")
    assert meeting.venue == "Quay House"


def test_a_heading_may_stand_below_the_agenda() -> None:
    meeting = meeting_of(
        """
        Elm Parish Council

        Councillors are summoned to the meeting for the purposes of transacting the following business.

        1. Apologies
        2. Finance

        Date held: 4 June 2019   Venue: All Saints
        Present:
        Ann Ash (Chair)
        Bo Birch

        1. Apologies

        None were given.

        2. Finance

        The bill was paid.
        """
    )
    assert (str(meeting.date), meeting.venue, meeting.chair) == ("2019-06-04", "All Saints", "Ann Ash")


def test_front_matter_needs_no_fences() -> None:
    meeting = meeting_of(
        "Title: Council Minutes\nDate: 2018-06-16 00:00\nCategory: Minutes\n\nALDER COMMUNITY COUNCIL\n\n"
        "Minutes of June 20 2018\n\nDirectors Present: Ann Ash, Bo Birch.\n\nAnn convened the meeting at 6:40 PM.\n\n"
        "The web page was shown.\n\nThe meeting was adjourned at 8:40 PM."
    )
    assert (meeting.committee, str(meeting.date), meeting.start, meeting.end, meeting.chair) == (
        "ALDER COMMUNITY COUNCIL",
        "2018-06-20",
        "18:40",
        "20:40",
        "Ann",
    )


@pytest.mark.parametrize(
    ("heading", "committee"),
    [
        ("MINUTES OF SPECIAL MEETING (HYBRID) OF TARROW COUNTY COUNCIL HELD ON 4 JUNE 2019", "TARROW COUNTY COUNCIL"),
        ("June 4, 2019\n\nPort of Tarrow Regular Commission Meeting", "Port of Tarrow Regular Commission"),
        ("Elm Township Board of Trustees\n\nRegular Meeting\n\nMonday, June 4, 2019 7:00 p.m.", "Elm Township Board of Trustees"),  # noqa: E501
        ("ELM COMMUNITY COUNCIL\n\nGENERAL MEETING MONDAY 4 JUNE 2019", "ELM COMMUNITY COUNCIL"),
        ("Hill Association\n\nMinutes of Committee Meeting held on 4 June 2019", "Hill Association"),
        ("The Elm City Council was called to order by Mayor Ash on June 4, 2019 in the City Hall.", "Elm City Council"),
    ],
)  # fmt: skip
def test_the_body_is_named_without_what_it_did(heading: str, committee: str) -> None:
    assert meeting_of(f"{heading}\n\nPresent: Ann Ash, Bo Birch\n\n1. Boats\n\nThey floated.").committee == committee


def test_a_body_that_no_heading_names_may_be_told_of_at_the_end() -> None:
    meeting = meeting_of(
        "Held in the Hall at 7pm on 4 June 2019.\n\nPresent\n\nAnn Ash\n\nBo Birch\n\n1. Boats\n\nThey floated.\n\n"
        "The next Elm Community Council meeting will take place on 6 July."
    )
    assert meeting.committee == "Elm Community Council"
