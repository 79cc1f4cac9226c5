"""Replies of ModernGov's web service: the meeting in full, with who was there."""

import pytest

from store.errors import UnreadableDocument
from store.model import Document
from store.parse.meeting import parse_meeting
from store.readers.reader import document_from_bytes

FIELDS = "<meetingid>217</meetingid><meetingdate>03/04/2023</meetingdate><meetingtime>6.00 pm</meetingtime>"


def reply(items: str = "", attendees: str = "", fields: str = FIELDS) -> Document:
    """A plain reply to GetMeeting."""
    inner = f"<attendees>{attendees}</attendees><agendaitems>{items}</agendaitems>"
    return document_from_bytes("a", f'<?xml version="1.0"?><meeting>{fields}{inner}</meeting>'.encode())


def item(number: str = "5", title: str = "Boats", minutes: str = "", **fields: str) -> str:
    """An item, its `minutes` as they stand in the XML."""
    more = "".join(f"<{field}>{value}</{field}>" for field, value in fields.items())
    return (
        f"<agendaitem><agendaitemnumber>{number}</agendaitemnumber><agendaitemtitle>{title}</agendaitemtitle>"
        f"{more}<minutesnonemptyhtmlbody>{minutes}</minutesnonemptyhtmlbody></agendaitem>"
    )


def lines(document: Document) -> list[str]:
    return document.text.split("\n\n")


def test_an_item_comes_out_as_on_the_page_of_the_meeting() -> None:
    decided = {"decisionnonemptyhtmlbody": "&lt;p&gt;Painted.&lt;/p&gt;"}
    assert lines(reply(item(minutes="&lt;p&gt;RESOLVED:&lt;/p&gt;&lt;p&gt;So be it.&lt;/p&gt;", **decided))) == [
        "03/04/2023 6.00 pm", "No. Item", "5.", "Boats", "Decision:", "Painted.", "Minutes:", "RESOLVED:", "So be it.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title", ["Fish &amp;amp; Chips", "Fish &amp; Chips", "&lt;i&gt;Fish&lt;/i&gt;\n&amp;amp; Chips"]
)
def test_words_that_were_escaped_twice_are_unescaped_twice(title: str) -> None:
    assert "Fish & Chips" in lines(reply(item(title=title)))


def test_minutes_that_were_escaped_once_too_often_are_read_all_the_same() -> None:
    assert lines(reply(item(minutes="&amp;lt;p&amp;gt;So&amp;lt;/p&amp;gt;")))[-1] == "So"


def test_the_number_in_the_minutes_comes_before_that_of_the_agenda() -> None:
    assert lines(reply(item("5", minutesitemnumber="23")))[2:] == ["23.", "Boats (Agenda Item 5)"]
    assert lines(reply(item("5.", minutesitemnumber="5", minutesitemsubnumber="0")))[2:] == ["5.", "Boats"]
    assert lines(reply(item("5", minutesitemnumber="23", minutesitemsubnumber="2")))[2] == "23.2."
    assert lines(reply(item("5", minutesitemnumber="0")))[2:] == ["5.", "Boats"]
    assert lines(reply(item("", title="Webcast")))[2:] == ["Webcast"]


def test_documents_are_listed_by_their_titles() -> None:
    documents = (
        "<linkeddoc><title>Colours &amp;amp; brushes</title><url>https://a.example/documents/s1/C.pdf</url></linkeddoc>"
    )
    assert lines(reply(item(linkeddocuments=documents)))[-2:] == ["Additional documents:", "• Colours & brushes"]


def test_people_are_listed_by_how_they_attended_and_as_what() -> None:
    people = [
        ("Cllr Oak", "Committee Member", "Committee Member", "Apologies", ""),
        ("Cllr Ash", "Committee Member", "Chairman", "Present, as expected", ""),
        ("Cllr D&amp;apos;Elm", "Substitute Member", "", "Present, as substitute", "Cllr Oak"),
        ("Ann Fir", "Officer", "Harbour Master", "Present, as expected", ""),
        ("Bob Yew", "Invitee", "", "In attendance", ""),
        ("Cllr Box", "Committee Member", "Member", "Absent", ""),
        ("", "Committee Member", "Member", "Absent", ""),
    ]
    attendee = '<attendee name="{}" membertype="{}" roledescription="{}" attendance="{}" representing="{}"/>'
    attendees = "".join(attendee.format(*person) for person in people)
    meeting = parse_meeting(reply(item(), attendees))
    assert [(one.group, one.name, one.role) for one in meeting.attendance] == [
        ("Present", "Cllr Ash", "Chairman"),
        ("Present", "Cllr D'Elm", "substitute, representing Cllr Oak"),
        ("In attendance", "Ann Fir", "Harbour Master"),
        ("In attendance", "Bob Yew", None),
        ("Apologies", "Cllr Oak", None),
        ("Absent", "Cllr Box", None),
    ]
    assert meeting.chair == "Cllr Ash"


def test_an_agenda_says_who_is_expected() -> None:
    document = reply(
        item(), '<attendee name="Cllr Ash" attendance="Expected"/><attendee name="Cllr Elm" attendance=""/>'
    )
    assert lines(document)[1:5] == ["Members expected:", "Cllr Ash", "Members:", "Cllr Elm"]


def test_committee_place_and_times_are_read_from_their_fields() -> None:
    more = {
        "committeetitle": "Boats &amp;amp; Nets Board",
        "meetinglocation": "The Sail Loft",
        "meetingstatus": "Confirmed",
        "meetingactualstarttime": "18:04",
        "meetingactualfinishtime": "19:30",
    }
    meeting = parse_meeting(reply(item(), fields=FIELDS + "".join(f"<{k}>{v}</{k}>" for k, v in more.items())))
    assert (meeting.committee, str(meeting.date), meeting.venue) == (
        "Boats & Nets Board",
        "2023-04-03",
        "The Sail Loft",
    )
    assert (meeting.start, meeting.end) == ("18:00", "19:30")
    assert meeting.status == "unknown", "that the meeting takes place is confirmed, not its minutes"


def test_a_soap_envelope_and_its_namespaces_change_nothing() -> None:
    inner = f"<meeting>{FIELDS}<agendaitems>{item()}</agendaitems></meeting>"
    soap = (
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
        f'<GetMeetingResponse xmlns="http://moderngov.co.uk/namespaces"><GetMeetingResult>{inner}</GetMeetingResult>'
        "</GetMeetingResponse></s:Body></s:Envelope>"
    )
    assert document_from_bytes("a.xml", soap.encode()).text == reply(item()).text


def test_the_address_is_that_of_the_page_of_the_meeting() -> None:
    photo = "<attendee name='Cllr Ash'><url>https://a.example/mg/mgUserInfo.aspx?UID=1</url></attendee>"
    document = (
        "<linkeddocuments><linkeddoc><url>http://b.example/documents/s1/a b.pdf</url></linkeddoc></linkeddocuments>"
    )
    assert reply(item(), photo).url == "https://a.example/mg/ieListDocuments.aspx?MId=217"
    assert reply(f"<agendaitem>{document}</agendaitem>").url == "http://b.example/ieListDocuments.aspx?MId=217"
    assert reply(item()).url == "ieListDocuments.aspx?MId=217"
    assert reply(item(), fields="").url is None


def test_an_encoding_is_read_as_it_is_declared_and_as_it_is() -> None:
    body = f"<meeting>{FIELDS}<agendaitems>{item(title='Café')}</agendaitems></meeting>"
    for declared, encoding in (
        ("utf-8", "utf-8"),
        ("utf-16", "utf-16"),
        ("windows-1252", "cp1252"),
        ("utf-8", "cp1252"),
    ):
        data = f'<?xml version="1.0" encoding="{declared}"?>{body}'.encode(encoding)
        assert lines(document_from_bytes("a.xml", data))[-1] == "Café"


BOMB = '<!DOCTYPE meeting [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {two} "{f"&{one};" * 10}">' for one, two in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        (f"{BOMB}]><meeting><agendaitems>&i;</agendaitems></meeting>", "a document type is declared"),
        ('<!DOCTYPE m SYSTEM "file:///etc/hostname"><meeting><agendaitems/></meeting>', "a document type is declared"),
        ("<meeting><agendaitems>", "is broken XML"),
        ("<meeting><agendaitems>&undefined;</agendaitems></meeting>", "is broken XML"),
        (
            "<getmeetings><meeting><meetingid>1</meetingid></meeting></getmeetings>",
            "no reply of ModernGov's GetMeeting",
        ),
        ("<feed><entry/></feed>", "no reply of ModernGov's GetMeeting"),
    ],
)
def test_xml_that_is_no_meeting_is_refused_with_the_reason(xml: str, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        document_from_bytes("a.xml", xml.encode())


def test_xml_nested_without_end_is_refused() -> None:
    with pytest.raises(UnreadableDocument):
        document_from_bytes("a.xml", b"<meeting>" * 100_000)
    deep = f"<meeting><agendaitems>{'<a>' * 100_000}{'</a>' * 100_000}</agendaitems></meeting>"
    assert document_from_bytes("a.xml", deep.encode()).text == "No. Item"
