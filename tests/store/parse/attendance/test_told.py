"""Who came, who did not, and who took the chair, as sentences tell it."""

import pytest

from store.model import Attendance, Span
from store.parse.attendance.chair import TOLD, chair_of, chair_told
from store.parse.attendance.told import LEADS, TRAILS, people_told
from tests.store.parse.reading import meeting_of


@pytest.mark.parametrize(("name", "pattern", "example"), LEADS)
def test_every_lead_finds_the_names_behind_it(name: str, pattern: str, example: str) -> None:
    (told,) = people_told(example)
    assert told.leads, (name, pattern)
    first, _, _ = example[told.start :].partition(" ")
    assert first in ("Councillors", "Councillor", "Ash,", "Ann", "Cyng.", "Chomhairleoir")


@pytest.mark.parametrize(("name", "pattern", "group", "example"), TRAILS)
def test_every_trail_finds_the_names_before_it(name: str, pattern: str, group: str, example: str) -> None:
    (told,) = people_told(example)
    assert (told.group, told.start, told.leads) == (group, 0, False), (name, pattern)


@pytest.mark.parametrize(("name", "pattern", "example"), TOLD)
def test_every_way_of_taking_the_chair_names_somebody(name: str, pattern: str, example: str) -> None:
    assert chair_told(example) is not None, (name, pattern)


def attended(body: str) -> list[tuple[str, str]]:
    meeting = meeting_of(f"Harbour Panel\n\n4 June 2019\n\n{body}")
    return [(one.name, one.group) for one in meeting.attendance]


def test_apologies_that_an_item_lists_are_read_with_a_list_and_without() -> None:
    item = "1. Apologies for absence\n\nCllr Tim Fir (holiday), County Cllr Ann Gorse\n\n2. Boats\n\nThey floated."
    away = [("Cllr Tim Fir", "Apologies for absence"), ("Ann Gorse", "Apologies for absence")]
    assert attended(item) == away
    assert attended(f"Present: Bo Birch, Cy Cedar\n\n{item}")[2:] == away


def test_apologies_that_a_sentence_tells_are_read_where_there_is_no_list() -> None:
    item = "1. Apologies\n\nApologies were received from Ann Ash and Bo Birch.\n\n2. Boats\n\nThey floated."
    assert attended(item) == [("Ann Ash", "Apologies"), ("Bo Birch", "Apologies")]
    assert attended(f"Present: Cy Cedar, Dee Dale\n\n{item}") == [("Cy Cedar", "Present"), ("Dee Dale", "Present")]


def test_apologies_told_below_officers_are_apologies() -> None:
    officers = "Present:\n\nCouncillors Ash and Birch\n\nOFFICIALS IN ATTENDANCE:\n\nMr. C. Cedar\n\n"
    sentence = "Apologies for inability to attend were received from Councillor D. Dogwood."
    meeting = meeting_of(f"Harbour Panel\n\n4 June 2019\n\n{officers}{sentence}\n\n1. Boats\n\nThey floated.")
    assert [one.group for one in meeting.attendance][-2:] == [
        "OFFICIALS IN ATTENDANCE",
        "Apologies for inability to attend",
    ]


def test_who_takes_the_chair_below_apologies_sent_none() -> None:
    told = "Apologies were received from Councillor Ash.\n\nCouncillor B. Birch – in the Chair"
    meeting = meeting_of(f"Harbour Panel\n\n4 June 2019\n\n1. Apologies\n\n{told}\n\n2. Boats\n\nThey floated.")
    assert [one.name for one in meeting.attendance] == ["Councillor Ash"]


def test_nobody_is_no_name() -> None:
    assert attended("1. Apologies\n\nNone.\n\n2. Boats\n\nThey floated.") == []


def test_a_roll_call_may_stand_in_a_sentence() -> None:
    told = "Supervisor Pine called the meeting to order. Roll call was taken. Present: Pine, Oak, Elder. Absent: None."
    assert [name for name, _ in attended(f"{told}\n\n1. Boats\n\nThey floated.")] == ["Pine", "Oak", "Elder"]
    were = "The meeting was opened. Board members present were Pine, Oak and Elder."
    assert [name for name, _ in attended(f"{were}\n\n1. Boats\n\nThey floated.")] == ["Pine", "Oak", "Elder"]


def test_labels_inside_an_early_item_are_read() -> None:
    item = "1. Call to Order\n\nCommissioners Present: President Ann Ash, Bo Birch\n\nStaff: Cy Cedar, Manager"
    assert [name for name, _ in attended(f"{item}\n\n2. Boats\n\nThey floated.")][:2] == ["Ann Ash", "Bo Birch"]


def present(name: str, role: str | None = None, group: str = "Present") -> Attendance:
    return Attendance(name, role, group, Span(0, 1))


@pytest.mark.parametrize(
    ("people", "told", "chair"),
    [
        ([present("Ann Ash"), present("Bo Birch", "Leader, in the Chair")], [], "Bo Birch"),
        ([present("Ann Ash", "Vice-Chairman"), present("Bo Birch", "Chairman of Elm CC")], [], None),
        ([present("Ann Ash", "Chair", "Apologies"), present("Bo Birch")], ["Bo Birch took the chair."], "Bo Birch"),
        ([present("Ann Ash", "President")], ["Board President Ash called the meeting to order."], "Ann Ash"),
        ([present("Ann Ash", "Mayor of the County")], [], "Ann Ash"),
        ([], ["AA chaired the meeting."], "AA"),
        ([], ["Cy Cedar took the chair.", "Ann Ash was then invited to take the chair."], "Ann Ash"),
        ([], ["The Mayor called the meeting to order."], None),
    ],
)
def test_the_chair_is_who_took_it(people: list[Attendance], told: list[str], chair: str | None) -> None:
    assert chair_of(people, told) == chair


def test_who_attended_for_somebody_else_is_told_of_him_for_whom_he_did() -> None:
    assert list(people_told("Councillor Ash, for whom Councillor Elm attended as substitute.")) == []
