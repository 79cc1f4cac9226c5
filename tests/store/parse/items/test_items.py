"""Which numbered lines are items of business, and what their headings say."""

import pytest

from tests.store.parse.reading import item_of, meeting_of


def headings(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in meeting_of(text).items]


def test_clauses_and_dates_that_begin_with_a_number_are_no_items() -> None:
    assert headings(
        """
        41. Moorings

        Members agreed as follows.

        Resolved:

        1. That the moorings be let.
        2. The Harbour Master to see to it.

        42. Dates of Meetings

        3 September 2024

        5 November 2024

        43. The Crane

        It stood idle.
        """
    ) == [("41", "Moorings"), ("42", "Dates of Meetings"), ("43", "The Crane")]


def test_numbers_that_begin_again_in_a_list_do_not_take_the_place_of_items() -> None:
    assert headings(
        """
        1. Apologies

        None.

        2. The Slipway

        The following were invited:

        1. the sailing club
        2. the rowing club
        3. the lifeboat

        3. The Crane

        It stood idle.
        """
    ) == [("1", "Apologies"), ("2", "The Slipway"), ("3", "The Crane")]


def test_a_web_page_prints_the_number_alone_and_the_title_under_it() -> None:
    assert headings(
        """
        No. Item

        Webcast.

        A recording is kept.

        1.

        Apologies for absence pdf icon PDF 12 KB

        Minutes:

        There were none.

        2.

        The Crane.

        Minutes:

        It stood idle.
        """
    ) == [(None, "Webcast"), ("1", "Apologies for absence"), ("2", "The Crane")]


@pytest.mark.parametrize(
    ("title", "number", "words", "reference"),
    [
        ("19. Apologies for Absence", "19", "Apologies for Absence", None),
        ("12 Apology for Absence", "12", "Apology for Absence", None),
        ("5a. The Lower Slipway", "5a", "The Lower Slipway", None),
        ("77/24 Apologies", "77/24", "Apologies", None),
        ("FC1/22 Apologies", "FC1/22", "Apologies", None),
        ("13. Minutes (Ref: 2.1 & 2.2)", "13", "Minutes", "2.1 & 2.2"),
        ("24. The Plan – Update on Progress (Ref: 9)", "24", "The Plan – Update on Progress", "9"),
        ("3. Appointment of Chairman.", "3", "Appointment of Chairman", None),
    ],
)
def test_a_heading_gives_number_title_and_reference(title: str, number: str, words: str, reference: str | None) -> None:
    item = item_of("It was so.", title=title)
    assert (item.number, item.title, item.reference) == (number, words, reference)


def test_a_title_wrapped_over_lines_is_one_title() -> None:
    meeting = meeting_of(
        """
        Parish Meeting

        4 June 2024

        7/24 The Allotments: Rents, Water and the Prize for the Best-kept
        Plot

        The rents were compared with those of five other parishes, and were
        found to be the second lowest, which surprised everyone who had come
        to complain of them.
        """
    )
    assert meeting.items[0].title == "The Allotments: Rents, Water and the Prize for the Best-kept Plot"
    assert len(meeting.items[0].paragraphs) == 2


def test_what_the_page_cuts_short_is_incomplete_and_nothing_else_is() -> None:
    meeting = meeting_of(
        """
        No. Item

        1.

        The Pier

        Minutes:

        The pier was long and  ...  view the full minutes text for item 1.

        2.

        The Crane

        Minutes:

        It stood idle.
        """
    )
    assert [(item.number, item.complete) for item in meeting.items] == [("1", False), ("2", True)]
    assert meeting.items[0].paragraphs[-1].text == "The pier was long and"


def test_numbers_of_motions_are_no_items_under_titles() -> None:
    assert headings(
        """
        Rural District of Tarrow

        4 June 2019

        MINUTES

        CALL TO ORDER
        The Reeve called the meeting to order at 8:05 a.m.

        AGENDA
        141/19  ASH: That the agenda be adopted.
        CARRIED

        DELEGATION - 9:30 a.m.
        Bo Birch met with Council about a ditch.

        CORRESPONDENCE
        142/19  ELM: That the letters be filed.
        CARRIED

        ADJOURN
        143/19  ASH: That we adjourn.
        CARRIED
        """
    ) == [
        (None, "CALL TO ORDER"),
        (None, "AGENDA"),
        (None, "DELEGATION - 9:30 a.m"),
        (None, "CORRESPONDENCE"),
        (None, "ADJOURN"),
    ]


def test_a_roll_call_over_the_list_of_who_came_is_an_item() -> None:
    assert headings(
        """
        Harbour Board

        4 June 2019

        CALL TO ORDER

        The Chair opened the meeting.

        ROLL CALL

        Members Present: Ann Ash, Bo Birch, Cy Cedar
        Members Absent: Di Elm

        OLD BUSINESS

        The crane was mended.
        """
    ) == [(None, "CALL TO ORDER"), (None, "ROLL CALL"), (None, "OLD BUSINESS")]


def test_titles_stand_between_sentences_where_no_blank_line_does() -> None:
    assert headings(
        """
        West Tarrow Residents Association
        Committee meeting held on 6 February 2008 at 14 Quay Row
        Present: Ann Ash (Chair), Bo Birch, Cy Cedar, Di Elm
        Apologies: Ed Fir

        Minutes of last meeting
        Agreed.
        Matters arising
        Bo has written to the Council about the steps. No reply yet.
        Quay lighting
        Two lamps are out. Cy to ring the Harbour Office.
        Summer fair
        The date will be 12 July. Stalls to be booked by the end of May.
        AOB
        None.
        """
    ) == [
        (None, "Minutes of last meeting"),
        (None, "Matters arising"),
        (None, "Quay lighting"),
        (None, "Summer fair"),
        (None, "AOB"),
    ]


def test_paragraph_after_paragraph_that_begins_with_a_title_and_a_colon_is_an_item() -> None:
    assert [
        title
        for _, title in headings(
            """
        Board of Health
        4 April 2012

        Members present: Ann Ash, Chair; Bo Birch

        Septic variance, 12 Pond Road: The engineer said that the tank could be moved.

        Tobacco rules: A hearing will be held on May 16.

        Mosquitoes: The county will spray in June.
        """
        )
    ] == ["Septic variance, 12 Pond Road", "Tobacco rules", "Mosquitoes"]


def test_the_outermost_bullets_of_an_outline_are_items() -> None:
    assert [
        title
        for _, title in headings(
            """
        Kite User Group

        2019-03-04, 18:00

        Present: Ann Ash, Bo Birch

        - Website
          - The new theme is live.
          - Bo to fix the feed
        - Money
          - $400 in the bank
        - Next meeting
          - 1 April
        """
        )
    ] == ["Website", "Money", "Next meeting"]


def test_of_an_agenda_and_its_minutes_the_minutes_are_the_items() -> None:
    assert [
        item.paragraphs[-1].text
        for item in meeting_of(
            """
        Glen Community Council
        Agenda for the meeting on 15 January 2018

        1. Apologies
        2. Police
        3. Windfarm

        MINUTES

        Present: A. Ash (chair), B. Birch, C. Cedar

        1. Apologies
        None.

        2. Police
        No report.

        3. Windfarm
        The developer gave a talk.
        """
        ).items
    ] == ["None.", "No report.", "The developer gave a talk."]


def test_a_label_with_its_text_is_no_sub_item() -> None:
    assert headings(
        """
        1. Matters arising
        1.1 Shelter: the glass is replaced.
        1.2 Verges: cut last week.

        2. Planning
        No comment.
        """
    ) == [("1", "Matters arising"), ("2", "Planning")]


def test_a_call_to_order_that_runs_into_its_text_is_the_first_item() -> None:
    assert [
        title
        for _, title in headings(
            """
        VILLAGE OF TARROW POINT
        FEBRUARY 20, 2012

        Call to Order: The meeting was called to order by Mayor Ann Ash at 7:00 p.m.

        Roll Call: Trustees present: Birch, Cedar, Elm. Absent: Fir.

        Minutes: Motion by Birch, seconded by Elm, to approve the minutes. Carried.

        Claims: Motion by Elm, seconded by Cedar, to pay claims of $18,220.14. Carried.
        """
        )
    ] == ["Call to Order", "Roll Call", "Minutes", "Claims"]


def test_what_every_agenda_has_is_a_title_before_a_full_stop_too() -> None:
    assert [
        title
        for _, title in headings(
            """
        Tarn Society

        2 May 2018

        The President took the chair.

        Chairman's report. Mr Ash described the outings and thanked the committee.

        Treasurer's report. Mrs Birch reported a surplus of £88.

        Election of officers. The officers were elected again.
        """
        )
    ] == ["Chairman's report", "Treasurer's report", "Election of officers"]


def test_a_list_within_the_first_item_does_not_begin_the_items() -> None:
    assert headings(
        """
        1. Welcome

        The order was:

        1. Boats

        2. Apologies

        None.

        3. Nets

        They held.
        """
    )[0] == ("1", "Welcome")


def test_whoever_speaks_again_and_again_is_no_title() -> None:
    assert (
        headings(
            """
        Kite group
        4 April 2012

        Ann: The theme is live.

        Bo: The feed is broken.

        Ann: Somebody should mend it.

        Bo: It will be me.
        """
        )
        == []
    )


def test_what_decides_in_the_cell_behind_a_number_is_no_title() -> None:
    meeting = meeting_of(
        """
        Harbour Board
        4 June 2019

        | No. | Minute | Action |
        |---|---|---|
        | 1 | Pier | |
        | 2 | RESOLVED: That the lamps be lit. | CD |
        """
    )
    assert [(item.number, item.title, len(item.resolutions)) for item in meeting.items][-1] == ("2", "", 1)
