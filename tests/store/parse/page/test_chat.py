"""Minutes of chats: what a bot writes of them, and the log with the commands to it."""

import pytest

from store.model import Form, Kind, Meeting, Result
from tests.store.parse.reading import meeting_of

SUMMARY = """
    ==========================
    #otters: Otter Board
    ==========================


    Meeting started by mossy at 15:00:34 UTC.  The full logs are available
    at http://logs.example/otters/otters.2021-03-04-15.00.log.html


    Meeting summary
    ---------------

    * Old business: the raft that nobody has looked after since the
      summer  (mossy, 15:04:11)
      * LINK: http://otters.example/42  (fern, 15:05:01)
      * ACTION: fern to write to the boatyard  (mossy,
        15:07:22)
      * AGREED: The raft is sold, and its
        oars are kept (+5, 0, -0)  (mossy, 15:12:05)

    * Open floor  (mossy, 15:40:09)
      * REJECTED: The board meets by night  (mossy, 15:41:00)
      * AGREED: APPROVED (+3, 1, 0)  (mossy, 15:42:00)

    Meeting ended at 15:47:28 UTC.


    Action items
    ------------

    * fern to write to the boatyard


    People present (lines said)
    ---------------------------

    * mossy (61)
    * fern_ (22)

    15:12:05 <mossy> #agreed The raft is sold
"""
LOG = """
    17:00:12 <pippin> #startmeeting Orchard Council
    17:00:12 <ladder> Meeting started Mon Mar  1 17:00:12 2021 UTC.  The chair is pippin. Information about MeetBot.
    17:00:15 <pippin> Hello Press Committee
    17:01:02 <pippin> #topic The press
    17:02:10 <russet> AGREED: as ever
    17:03:00 <pippin> #info the screw is 90 pounds
    17:03:10 -!- codlin [~c@apples.example] has quit
    17:04:44 <pippin> #agreed Buy the screw (+3, 0, -0)
    17:10:01 <pippin> #rejected Sell the press
    17:12:00 <pippin> #topic Any other business
    17:15:31 <pippin> #endmeeting
"""


def _titles(meeting: Meeting) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in meeting.items]


def _decided(meeting: Meeting) -> list[tuple[str, str | None, str, str | None, Result]]:
    return [
        (item.title.partition(":")[0], one.marker, one.clauses[0].text, one.vote, one.result)
        for item in meeting.items
        for one in item.resolutions
    ]


def test_the_topics_of_a_summary_are_its_items_without_who_noted_them_and_when() -> None:
    assert _titles(meeting_of(SUMMARY)) == [
        (None, "Old business: the raft that nobody has looked after since the summer"),
        (None, "Open floor"),
    ]


def test_what_a_bot_notes_as_agreed_is_decided_under_its_topic_with_the_vote_behind_it() -> None:
    meeting = meeting_of(SUMMARY)
    assert _decided(meeting) == [
        ("Old business", "AGREED:", "The raft is sold, and its oars are kept", "+5, 0, -0", Result.CARRIED),
        ("Open floor", "REJECTED:", "The board meets by night", None, Result.LOST),
        ("Open floor", "AGREED:", "APPROVED", "+3, 1, 0", Result.CARRIED),
    ]
    assert {one.form for item in meeting.items for one in item.resolutions} == {Form.FORMAL}


def test_a_summary_tells_the_body_the_day_of_its_log_the_hours_and_who_began_it() -> None:
    meeting = meeting_of(SUMMARY)
    assert (meeting.committee, str(meeting.date)) == ("Otter Board", "2021-03-04")
    assert (meeting.start, meeting.end, meeting.chair) == ("15:00", "15:47", "mossy")


def test_who_said_something_was_there_and_the_lists_at_the_end_are_no_business() -> None:
    meeting = meeting_of(SUMMARY)
    assert [(one.name, one.group) for one in meeting.attendance] == [
        ("mossy", "People present (lines said)"),
        ("fern_", "People present (lines said)"),
    ]
    kinds = {paragraph.text: paragraph.kind for paragraph in meeting.paragraphs}
    assert kinds["* fern to write to the boatyard"] is Kind.NOTE
    assert kinds["* mossy (61)"] is Kind.ATTENDANCE
    assert kinds["15:12:05 <mossy> #agreed The raft is sold"] is Kind.DISCUSSION
    assert not meeting.unread


@pytest.mark.parametrize(
    "topics",
    [
        "1. **Reeds** (`mossy`_, 15:04:11)\n   a. AGREED: Cut (`mossy`_, 15:05)\n2. **Rafts** (`mossy`_, 15:06:11)",
        "1. TOPIC: Reeds (@m:o.example, 15:04)\n1. AGREED: Cut (@m:o.example, 15:05)\n2. TOPIC: Rafts (@m, 15:06)",
        "1. Reeds (mossy, 15:04)\na. AGREED: Cut (mossy, 15:05)\nb. all say so (mossy, 15:05)\n2. Rafts (mossy, 15:06)",
    ],
    ids=["with markup", "labelled", "without indents"],
)
def test_topics_are_told_from_what_is_noted_under_them_however_the_bot_lists_them(topics: str) -> None:
    meeting = meeting_of(f"#otters Meeting\n\nMeeting started by mossy at 15:00:34 UTC.\n\n{topics}\n")
    assert _titles(meeting) == [("1", "Reeds"), ("2", "Rafts")]
    assert _decided(meeting) == [("Reeds", "AGREED:", "Cut", None, Result.CARRIED)]
    assert meeting.committee == "#otters"


def test_the_commands_of_a_log_are_its_items_and_decisions_and_talk_decides_nothing() -> None:
    meeting = meeting_of(LOG)
    assert _titles(meeting) == [(None, "The press"), (None, "Any other business")]
    assert _decided(meeting) == [
        ("The press", "#agreed", "Buy the screw", "+3, 0, -0", Result.CARRIED),
        ("The press", "#rejected", "Sell the press", None, Result.LOST),
    ]
    talk = [paragraph.text for paragraph in meeting.items[0].paragraphs if paragraph.kind is Kind.DISCUSSION]
    assert talk[:2] == ["17:02:10 <russet> AGREED: as ever", "#info the screw is 90 pounds"]


def test_a_log_tells_the_body_the_day_the_hours_and_the_chair() -> None:
    meeting = meeting_of(LOG)
    assert (meeting.committee, str(meeting.date)) == ("Orchard Council", "2021-03-01")
    assert (meeting.start, meeting.end, meeting.chair) == ("17:00", "17:15", "pippin")
    assert not meeting.unread


def test_names_with_an_hour_behind_a_line_make_no_chat_of_other_minutes() -> None:
    meeting = meeting_of(
        """
        Harbour Board

        4 June 2024

        1. The Pier

        Came late (Ash, 19:05)

        2. The Quay

        Went early (Elm, 20:10)
        """
    )
    assert _titles(meeting) == [("1", "The Pier"), ("2", "The Quay")]
