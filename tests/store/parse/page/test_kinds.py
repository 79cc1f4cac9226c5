"""What kind of page a document is, and which items each kind holds."""

import pytest

from store.model import Meeting, PageKind
from tests.store.parse.reading import meeting_of


def items_of(meeting: Meeting) -> list[tuple[str | None, str]]:
    """The number and title of each item."""
    return [(item.number, item.title) for item in meeting.items]


def test_a_page_of_one_item_holds_one_however_its_words_are_numbered() -> None:
    meeting = meeting_of(
        """
        You are here:

        Agenda item

        Such other business as the Mayor is of the opinion should be considered as a matter of urgency before the fair

        Minutes:

        RESOLVED that:

        1.    The slipway be closed;

        2.    The crane be sold.
        """
    )
    assert meeting.page is PageKind.ITEM
    (item,) = meeting.items
    assert (item.number, item.title[:19]) == (None, "Such other business")
    assert [clause.label for clause in item.resolutions[0].clauses] == ["1.", "2."]


@pytest.mark.parametrize("above", ["", "Agenda item\n\n", "You are here:\n\nAgenda item\n\n"])
def test_a_title_that_begins_with_a_year_has_no_number(above: str) -> None:
    meeting = meeting_of(
        f"{above}2024/25 Harbour Dues\n\nMinutes:\n\nThe dues were noted.\n\nSupporting documents:\n\nDues"
    )
    assert (meeting.page, items_of(meeting)) == (PageKind.ITEM, [(None, "2024/25 Harbour Dues")])


@pytest.mark.parametrize(
    ("title", "number", "words"),
    [
        ("Application 09/00417/FUL: Crane on the Quay", None, "Application 09/00417/FUL: Crane on the Quay"),
        ("Item 7: Crane on the Quay", "7", "Crane on the Quay"),
        ("7. Crane on the Quay", "7", "Crane on the Quay"),
    ],
)
def test_a_reference_at_the_head_of_a_title_is_no_number(title: str, number: str | None, words: str) -> None:
    meeting = meeting_of(f"Agenda item\n\n{title}\n\nMinutes:\n\nThe crane was looked at.")
    assert (meeting.page, items_of(meeting)) == (PageKind.ITEM, [(number, words)])


def test_a_page_that_only_a_decision_marks_is_one_item() -> None:
    meeting = meeting_of(
        "Crane Hire\n\nThe Harbour Master gave an update on the crane.\n\nRESOLVED that the hire be noted."
    )
    assert (meeting.page, items_of(meeting)) == (PageKind.ITEM, [(None, "Crane Hire")])
    assert len(meeting.items[0].resolutions) == 1


def test_each_meeting_of_an_issue_has_its_item_and_number() -> None:
    meeting = meeting_of(
        """
        Issue - meetings

        Order of Sailing

        Meeting: 12/11/2019 - Harbour Board (Item 77)

        Order of Sailing

        Minutes:

        It was RESOLVED that the ferry sail first.
        """
    )
    assert (meeting.page, items_of(meeting)) == (PageKind.ISSUE, [("77", "Order of Sailing")])


def test_a_decision_s_record_is_one_item_and_its_labels_are_heading() -> None:
    meeting = meeting_of(
        """
        Decision details

        Sale of the Crane

        Decision Maker: Harbour Board

        Is Key decision?: No

        Decision:

        RESOLVED – That the crane be sold.

        Report author: Jory Pascoe

        Date of decision: 07/08/2018
        """
    )
    assert (meeting.page, items_of(meeting)) == (PageKind.DECISION, [(None, "Sale of the Crane")])
    (resolution,) = meeting.items[0].resolutions
    assert "Jory" not in resolution.clauses[0].text


@pytest.mark.parametrize("heading", ["Issue - decisions\n\n", "Decisions published\n\n", ""])
def test_a_list_of_decisions_has_an_item_for_each_day_and_title(heading: str) -> None:
    first = "16/02/2021 - Slipway Dues ref: 311    Approved\n\nThat the dues be kept.\n\n"
    meeting = meeting_of(f"{heading}{first}09/03/2021 - Crane\n\nThat it be sold.")
    assert meeting.page is PageKind.DECISIONS
    assert [(item.title, item.reference) for item in meeting.items] == [("Slipway Dues", "311"), ("Crane", None)]


def test_a_row_of_a_table_of_pipes_is_an_item() -> None:
    meeting = meeting_of(
        """
        Agenda and minutes
        Harbour Board - Tuesday, 5th June, 2018 2.00 pm
        No. | Item |
        ---|---|
        Apologies Minutes: There were none. |
        |
        Crane PDF 20 KB To consider the report. Minutes: The Board considered it.
        RESOLVED that the crane be sold. |
        |
        Additional documents: Minutes: Nothing was said. |
        """
    )
    assert items_of(meeting) == [(None, "Apologies"), (None, "Crane"), (None, "")]
    assert len(meeting.items[1].resolutions) == 1


def test_what_is_decided_under_no_heading_is_business_all_the_same() -> None:
    meeting = meeting_of(
        """
        Harbour Watch

        4 June 2024

        Present: Ann Ash, Bo Elm

        Ann reported on the boats. It was agreed to paint the hut before the winter.

        The meeting ended at 9 pm.
        """
    )
    (item,) = meeting.items
    assert (item.number, item.title, len(item.resolutions)) == (None, "", 1)


def test_minutes_that_name_the_meeting_twice_are_one() -> None:
    meeting = meeting_of(
        """
        Minutes of the meeting held on 5 August 2009

        DRAFT

        Minutes of Marlpit Parish Council Meeting held in the Hall on Wednesday 5 August 2009

        Those Attending: Cllr A Ash (Chairman), Cllr B Elm

        1. Apologies

        None were received.

        2. Fences

        It was agreed to mend them.
        """
    )
    assert [item.title for item in meeting.items] == ["Apologies", "Fences"]


def test_what_an_agenda_recommends_is_decided_only_where_something_else_is() -> None:
    head = "Agenda and decisions\n\nQuay Board\n\nTuesday, 14th July, 2020 10.30 am\n\nItems\n\nNo. Item\n\n"
    asked = "2.\n\nROPES\n\nRecommended –\n\nThat ropes be bought.\n\n3.\n\nOARS\n\nA report is sent.\n\n"
    decided = "4.\n\nPAINT\n\nRESOLVED: That paint be bought.\n"
    agenda = meeting_of(head + asked)
    assert (agenda.minuted, [item.resolutions for item in agenda.items]) == (False, [(), ()])
    assert meeting_of(head + asked + decided).minuted


def test_a_record_of_an_officers_decision_names_its_title() -> None:
    meeting = meeting_of(
        """
        Record of officer decision

        Decision title: Sale of the crane

        Decision taken by: Harbour Master

        Date of decision: 19 February 2024

        Decision taken:

        To sell the crane.

        Reason for decision:

        It is old.
        """
    )
    assert (meeting.page, items_of(meeting)) == (PageKind.DECISION, [(None, "Sale of the crane")])
    (one,) = meeting.items[0].resolutions
    assert [clause.text for clause in one.clauses] == ["To sell the crane."]


@pytest.mark.parametrize("label", ["Subject:", "Title of report:", "Subject matter\n\n"])
def test_the_title_of_a_record_stands_behind_its_label_or_under_it(label: str) -> None:
    meeting = meeting_of(
        f"Decision notice\n\n{label} The Crane\n\nDecision made by: Harbour Master\n\nDecision:\n\nTo sell it."
    )
    assert (meeting.page, items_of(meeting)) == (PageKind.DECISION, [(None, "The Crane")])


def test_what_heads_a_meeting_of_an_issue_is_not_joined_to_its_title() -> None:
    meeting = meeting_of(
        "Issue - meetings\nThe Crane\nMeeting: 12/09/2018 - Harbour Panel (Item 22)\n22 The Crane\nSold."
    )
    assert (meeting.page, items_of(meeting)) == (PageKind.ISSUE, [("22", "The Crane")])


@pytest.mark.parametrize("bar", ["", "| "])
def test_a_lone_row_without_its_tables_head_is_the_one_item(bar: str) -> None:
    meeting = meeting_of(
        f"{bar}The Crane Minutes: It is old. RESOLVED: That it be sold. |\n{bar}Supporting documents: |"
    )
    assert (meeting.page, items_of(meeting)) == (PageKind.ITEM, [(None, "The Crane")])
    (one,) = meeting.items[0].resolutions
    assert one.clauses[0].text == "That it be sold."


def test_rows_without_their_tables_head_are_items_each() -> None:
    meeting = meeting_of("THE CRANE To hear of it. Minutes: It is old. |\nTHE SHED Minutes: It was let. |")
    assert items_of(meeting) == [(None, "THE CRANE"), (None, "THE SHED")]


def test_a_notice_of_several_decisions_is_no_record_of_one() -> None:
    meeting = meeting_of(
        "Decision notice\n\nHarbour Board\n\nPublished: 15 March 2024\n\nItem 5 The Crane\n\n"
        "Decision\n\nThat it be sold.\n\nItem 6 The Shed\n\nDecision\n\nThat it be let."
    )
    assert items_of(meeting) == [("5", "The Crane"), ("6", "The Shed")]
