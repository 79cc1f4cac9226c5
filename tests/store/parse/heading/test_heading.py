"""Which body met, when and where, in the headings that councils print."""

from datetime import date

import pytest

from store.model import Document, Format, Meeting
from store.parse.meeting import parse_meeting, parse_meetings
from tests.store.parse.reading import meeting_of


def headed(heading: str) -> Meeting:
    return meeting_of(f"{heading}\n\n1. Apologies\n\nThere were none.\n\n2. Minutes\n\nThey were signed.\n")


@pytest.mark.parametrize(
    ("heading", "committee", "date", "start", "venue"),
    [
        (
            "Agenda and minutes\n\nHarbour Panel - Tuesday, 4 June 2019 2.00 pm",
            "Harbour Panel",
            "2019-06-04",
            "14:00",
            None,
        ),
        (
            "Agenda and draft minutes\n\nHarbour Panel\nThursday, 17th March, 2011 7.00 pm",
            "Harbour Panel",
            "2011-03-17",
            "19:00",
            None,
        ),
        (
            "Minutes of a Meeting of the Harbour Panel held at 7.00pm on Monday 3 May 2021 at the Guildhall, Quayton",
            "Harbour Panel",
            "2021-05-03",
            "19:00",
            "Guildhall, Quayton",
        ),
        (
            "Quayton Parish Council - 3rd September 2019",
            "Quayton Parish Council",
            "2019-09-03",
            None,
            None,
        ),
        (
            "4 JULY 2013\n\nMinutes of a meeting of the HARBOUR PANEL held in the Guildhall, Quayton at 9.30 am",
            "HARBOUR PANEL",
            "2013-07-04",
            "09:30",
            "Guildhall, Quayton",
        ),
        (
            "QUAYTON CITY COUNCIL\n\nHARBOUR PANEL\n\n4.00pm1 July 2021\n\nCOUNCIL CHAMBER, GUILDHALL\n\nMINUTES",
            "HARBOUR PANEL",
            "2021-07-01",
            "16:00",
            "COUNCIL CHAMBER, GUILDHALL",
        ),
        (
            "Harbour Panel\n\nMinutes of the meeting held on 12\n\nth\n\nJune 2018 at 17:00hrs",
            "Harbour Panel",
            "2018-06-12",
            "17:00",
            None,
        ),
        (
            "Pwyllgor yr Harbwr\n\nDydd Mercher, 13eg Mehefin, 2018 10.00 yb",
            "Pwyllgor yr Harbwr",
            "2018-06-13",
            "10:00",
            None,
        ),
        (
            'A meeting of the Harbour Panel was held in the Guildhall on Tuesday 7" October, 2014 at 2.30p.m.',
            "Harbour Panel",
            "2014-10-07",
            "14:30",
            "Guildhall",
        ),
        (
            "General Purposes Committee\n\n26/02/2018 at 7:00 pm",
            "General Purposes Committee",
            "2018-02-26",
            "19:00",
            None,
        ),
        (
            "Quayton Parish Council\n\nMinutes of the Annual Parish Meeting held on 7 May 2019",
            "Annual Parish Meeting",
            "2019-05-07",
            None,
            None,
        ),
    ],
)
def test_a_heading_names_body_day_time_and_place(
    heading: str, committee: str, date: str, start: str | None, venue: str | None
) -> None:
    meeting = headed(heading)
    assert meeting.committee == committee
    assert meeting.date is not None
    assert (meeting.date.isoformat(), meeting.start, meeting.venue) == (date, start, venue)


def test_a_justified_heading_may_have_one_word_a_line() -> None:
    words = "MINUTES OF MONTHLY MEETING OF QUAYTON COUNTY COUNCIL HELD IN THE GUILDHALL, ON 22ND JANUARY, 2018, AT 3PM."
    meeting = headed(words.replace(" ", "\n\n"))
    assert (meeting.committee, str(meeting.date), meeting.start, meeting.venue) == (
        "QUAYTON COUNTY COUNCIL",
        "2018-01-22",
        "15:00",
        "GUILDHALL",
    )


def test_a_whole_council_meets_under_its_own_name() -> None:
    meeting = headed("Quayton Borough Council\n\nMinutes of the Council held on 4 June 2019")
    assert meeting.committee == meeting.council == "Quayton Borough Council"


def test_the_english_name_is_the_councils_where_two_languages_stand() -> None:
    assert (
        headed("Comhairle Contae Chuain\n\nQuayton County Council\n\n4 June 2019").council == "Quayton County Council"
    )


def test_front_matter_names_the_body_only_where_the_page_does_not_and_its_date_is_not_the_meetings() -> None:
    meeting = headed('---\ntitle: "Quayton Parish Council"\ndate: "2016-07-21"\n---\n\nMinutes\n\n12 April 2016')
    assert (meeting.committee, str(meeting.date)) == ("Quayton Parish Council", "2016-04-12")


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Draft minutes\n\nHarbour Panel\n\n4 June 2019", "draft"),
        ("Unconfirmed minutes of the Harbour Panel held on 4 June 2019", "draft"),
        ("Confirmed minutes\n\nHarbour Panel\n\n4 June 2019", "confirmed"),
        ("Harbour Panel\n\n4 June 2019", "unknown"),
    ],
)
def test_a_heading_says_whether_the_minutes_are_confirmed(heading: str, status: str) -> None:
    assert headed(heading).status == status


@pytest.mark.parametrize(
    ("closing", "end"),
    [
        ("The meeting closed at 8.15pm.", "20:15"),
        ("Meeting closed at 9.15pm", "21:15"),
        ("The Chairman brought the meeting to a close at 8.35pm", "20:35"),
        ("(Note: The Meeting opened at 6.33 pm and closed at 9.37 pm)", "21:37"),
        ("The Meeting adjourned at 5.00pm.", "17:00"),
        ("Meeting Closed 21:00pm", "21:00"),
        ("There being no further business, the meeting closed at 17:25hrs.", "17:25"),
        ("This concluded the Meeting.", None),
    ],
)
def test_the_meeting_ends_when_its_closing_words_say(closing: str, end: str | None) -> None:
    meeting = headed(f"Harbour Panel\n\n4 June 2019\n\n1. Welcome\n\nAll were.\n\n{closing}")
    last = meeting_of(f"Harbour Panel\n\n4 June 2019\n\n1. Welcome\n\nAll were welcome.\n\n{closing}\n\nSigned: ______")
    assert meeting.date == last.date
    assert last.end == end
    assert [one.text for one in last.items[0].paragraphs[1:]] == ["All were welcome."], (
        "what closes a meeting is no item's"
    )


def test_an_agenda_is_a_meeting_without_minutes() -> None:
    agenda = headed("Agenda\n\nHarbour Panel - Tuesday, 4 June 2019 2.00 pm")
    assert not agenda.minuted
    assert headed("Agenda and minutes\n\nHarbour Panel - Tuesday, 4 June 2019 2.00 pm").minuted


def test_a_file_may_hold_two_meetings() -> None:
    one = (
        "Minutes of the meeting of the Harbour Panel held on {day}\n\nPresent: Mr Ash\n\n1. Boats\n\nThey floated.\n\n"
    )
    text = one.format(day="4 June 2019") + one.format(day="9 July 2019")
    meetings = parse_meetings(Document("two.txt", "0" * 64, Format.TEXT, text))
    assert [str(meeting.date) for meeting in meetings] == ["2019-06-04", "2019-07-09"]
    assert [len(meeting.items) for meeting in meetings] == [1, 1]


def test_the_history_of_an_issue_is_a_meeting_for_each_time_that_it_came_up() -> None:
    text = "A New Slipway\n\n" + "".join(
        f"Meeting: {day} - {body} (Item {number})\n\n{number} A New Slipway\n\nMinutes:\n\nRESOLVED: That it be so.\n\n"
        for day, body, number in (("13/02/2019", "Council", 17), ("10/01/2019", "Harbour Panel", 96))
    )
    meetings = parse_meetings(Document("issue.txt", "0" * 64, Format.TEXT, text))
    assert [(one.committee, str(one.date), [item.number for item in one.items]) for one in meetings] == [
        ("Council", "2019-02-13", ["17"]),
        ("Harbour Panel", "2019-01-10", ["96"]),
    ]


@pytest.mark.parametrize(
    ("heading", "council", "committee"),
    [
        (
            "1 MAY 2019\n\nTARROW TOWN COUNCIL\n\nRiver Working Party\n\nMinutes of a meeting held in the Mill at 7 pm",
            "TARROW TOWN COUNCIL",
            "River Working Party",
        ),
        (
            "TARROW TOWN COUNCIL\n\nRiver Working Party\n\nMINUTES\n\nDate: Wednesday, 1st May, 2019",
            "TARROW TOWN COUNCIL",
            "River Working Party",
        ),
        (
            "TARROW BOROUGH COUNCIL\n\nExecutive\n\nMINUTES\n\nDate: Wednesday, 1st May, 2019",
            "TARROW BOROUGH COUNCIL",
            "Executive",
        ),
        (
            "TARROW BOROUGH COUNCIL\n\nMinutes of Executive Meeting held in the Mill on 1 May 2019 at 7 pm",
            "TARROW BOROUGH COUNCIL",
            "Executive",
        ),
        (
            "1 MAY 2019\n\nTARROW BOROUGH COUNCIL\n\nExecutive\n\nMinutes of a meeting held in the Mill at 7 pm",
            "TARROW BOROUGH COUNCIL",
            "Executive",
        ),
        (
            "Skip to content\nCouncil and democracy\nCouncillors\n\n1 MAY 2019\n\nTARROW TOWN COUNCIL\n\nCabinet",
            "TARROW TOWN COUNCIL",
            "Cabinet",
        ),
        (
            "Minutes of Sea Panel\n\nTARROW TOWN COUNCIL\n\nSea Panel\n\nMinutes of the meeting held on 1 May 2019",
            "TARROW TOWN COUNCIL",
            "Sea Panel",
        ),
        (
            "CYNGOR SIR TARROW\n\nCYFARFOD 1 MAI 2019\n\nCynhaliwyd cyfarfod o Gyngor Sir Tarrow am 7 pm",
            "CYNGOR SIR TARROW",
            "CYNGOR SIR TARROW",
        ),
    ],
)
def test_the_committee_is_told_from_the_council_and_the_menu_around_it(
    heading: str, council: str, committee: str
) -> None:
    meeting = headed(heading)
    assert (meeting.council, meeting.committee) == (council, committee)


def test_the_maker_of_a_decision_is_the_body_and_not_the_page() -> None:
    page = "Decision details\n\nLamps\n\nDecision Maker: Harbour Committee\n\nDecision:\n\nThat lamps be lit.\n"
    meeting = meeting_of(f"{page}\nDate of decision: 12/07/2006\n")
    assert (meeting.committee, str(meeting.date)) == ("Harbour Committee", "2006-07-12")


def test_minutes_that_are_called_confirmed_are_of_their_day() -> None:
    assert (
        str(headed("Harbour Panel\nCONFIRMED Minutes of the meeting held on Tuesday 14 May 2019").date) == "2019-05-14"
    )


def test_a_place_ends_where_the_day_begins() -> None:
    told = headed("Harbour Panel\nMinutes of the meeting held via Zoom on the evening of Monday the 4th May 2020")
    twice = headed(
        "Minutes of the meeting held on 5 May 2019\n\n"
        "Minutes of Ash Parish Council Meeting held in the Mill at 7.30pm on Sunday 5 May 2019"
    )
    assert (told.venue, twice.venue) == ("Zoom", "Mill")


def test_a_file_that_is_named_after_a_day_tells_it_where_nothing_else_does() -> None:
    document = Document("2021-11-18-notes.md", "0" * 64, Format.TEXT, "Harbour Board\n\n1. Boats\n\nThey float.\n")
    meeting = parse_meeting(document)
    assert meeting.date == date(2021, 11, 18)
    assert "file" in next(doubt.why for doubt in meeting.doubts if doubt.kind == "day")


def test_an_executive_with_no_council_above_it_is_called_after_its_society() -> None:
    assert headed("Tarrow Rowing Association\n\nExecutive Meeting, 1 May 2019").committee == "Tarrow Rowing Association"


def test_of_the_bodies_over_a_day_a_board_comes_before_its_town() -> None:
    assert meeting_of("Board of Health\nTown of Tarrow\nMinutes of April 4, 2012\n\n1. Bills\n\nPaid.").committee == (
        "Board of Health"
    )


def test_a_board_without_a_name_is_called_as_its_society_is() -> None:
    heading = "TARROW SAILING ASSOCIATION, INC.\nBOARD OF DIRECTORS MEETING\nSeptember 19, 2017\n\n1. Boats\n\nNone."
    assert meeting_of(heading).committee == "TARROW SAILING ASSOCIATION, INC"


@pytest.mark.parametrize(
    ("heading", "committee"),
    [
        ("PORT OF TARROW BAY\nBOARD OF COMMISSIONERS\nMINUTES\nSeptember 13, 2016", "PORT OF TARROW BAY"),
        ("VILLAGE BOARD OF TRUSTEES\nVILLAGE OF TARROW\nFEBRUARY 20, 2012", "VILLAGE BOARD OF TRUSTEES"),
        ("TARROW AUDIT COMMITTEE\n\nMinutes of Meeting No. 3 of 2016\n22nd September, 2016", "TARROW AUDIT COMMITTEE"),
        ("TARROW TRUST\n\nMinutes of a Meeting of the Trustees\nheld on 3 May 2016", "TARROW TRUST"),
    ],
)
def test_the_body_is_the_one_that_has_a_name_of_its_own(heading: str, committee: str) -> None:
    assert meeting_of(f"{heading}\n\n1. Boats\n\nNone.\n\n2. Nets\n\nNone.").committee == committee


def test_labels_of_a_heading_stand_behind_bullets_too() -> None:
    meeting = meeting_of("# Kite group\n\n* Date: 2020-02-11\n* Time: 16:00\n* Location: The Loft\n\n1. Boats\n\nNone.")
    assert (meeting.venue, meeting.start) == ("The Loft", "16:00")
