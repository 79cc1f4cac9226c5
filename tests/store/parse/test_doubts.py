"""What may be read wrongly is said, with its place."""

from dataclasses import replace

import pytest

from store.model import Document, Doubt, Format, Span
from store.parse.doubts import doubts_of
from store.parse.meeting import parse_meeting
from tests.store.parse.reading import meeting_of

HEAD = "Harbour Board\n\nMinutes of the meeting held on 4 June 2024\n\nPresent: Cllr A. Ash (Chair)\n\n"


def kinds(text: str) -> list[str]:
    """The kinds of doubts about the minutes in `text`, under a heading."""
    return [doubt.kind for doubt in meeting_of(HEAD + text).doubts]


def test_minutes_that_are_clear_leave_no_doubt() -> None:
    assert kinds("1. Apologies\n\nNone were received.\n\n2. Crane\n\nRESOLVED: That the crane be sold.") == []


def test_a_number_left_out_and_one_that_comes_again_are_doubted() -> None:
    assert kinds("1. APOLOGIES\n\nNone came.\n\n2. CRANE\n\nIt was old.\n\n4. HUT\n\nIt was new.") == ["number"]
    assert kinds("1. APOLOGIES\n\nNone came.\n\n2. CRANE\n\nIt was old.\n\n2. BOATHOUSE\n\nIt was new.") == ["number"]


@pytest.mark.parametrize(
    "numbers",
    [
        ("41", "41A", "42"),
        ("1/1", "1/2", "1/3"),
        ("LC23/41A", "LC23/41B", "LC23/42"),
        ("3", "4(a)", "4(b)", "5"),
        ("61/21", "62/21", "63/21"),
        ("2023/9", "2023/10", "2023/11"),
    ],
)
def test_numbers_that_go_on_in_any_form_leave_no_doubt(numbers: tuple[str, ...]) -> None:
    titles = ("Apologies", "Gritting", "Potholes", "Bus Shelters")
    text = "".join(
        f"{number} {title}\n\nRESOLVED: That it be noted.\n\n" for number, title in zip(numbers, titles, strict=False)
    )
    meeting = meeting_of(HEAD + text)
    assert [item.number for item in meeting.items] == list(numbers)
    assert [len(item.resolutions) for item in meeting.items] == [1] * len(numbers)
    assert meeting.doubts == ()


@pytest.mark.parametrize("numbers", [("41", "41B", "41A"), ("1/1", "1/3"), ("3", "5(a)"), ("LC23/41", "LC23/43")])
def test_numbers_that_do_not_go_on_are_doubted(numbers: tuple[str, ...]) -> None:
    meeting = meeting_of(HEAD + "1 Apologies\n\nNone came.\n\n2 Hut\n\nIt was new.")
    item = meeting.items[0]
    changed = replace(meeting, items=tuple(replace(item, number=number) for number in numbers), doubts=())
    document = Document("a.txt", "0" * 64, Format.TEXT, "x" * 400)
    assert [doubt.kind for doubt in doubts_of(document, changed)] == ["number"]


def test_a_title_without_a_number_that_stands_for_one_left_out_is_an_item() -> None:
    told = "\n\nIt was told.\n\nRESOLVED: That {} be kept.\n\n"
    text = "1 Apologies\n\nThere were none.\n\n2 Crane{}Urgent Business{}4 Hut{}".format(
        *(told.format(thing) for thing in ("the crane", "the late item", "the hut"))
    )
    meeting = meeting_of(HEAD + text)
    assert [(item.number, item.title) for item in meeting.items[1:]] == [
        ("2", "Crane"),
        (None, "Urgent Business"),
        ("4", "Hut"),
    ]
    assert [len(item.resolutions) for item in meeting.items[1:]] == [1, 1, 1]
    assert meeting.doubts == ()


@pytest.mark.parametrize("title", ["Urgent Business", "ANY OTHER BUSINESS", "Exclusion of the Press and Public", "AOB"])
@pytest.mark.parametrize("last", ["3 Hut", ""])
def test_business_that_no_agenda_foresaw_is_an_item_though_no_number_is_left_out(title: str, last: str) -> None:
    told = "\n\nIt was told.\n\nRESOLVED: That {} be kept.\n\n"
    text = f"1 Apologies\n\nThere were none.\n\n2 Crane{told}{title}{told}{last}{told if last else ''}"
    titles = [(item.title, len(item.resolutions)) for item in meeting_of(HEAD + text).items[1:]]
    assert titles == [("Crane", 1), (title, 1), *([("Hut", 1)] if last else [])]


def test_a_part_of_an_agenda_without_business_of_its_own_is_no_item() -> None:
    meeting = meeting_of(HEAD + "1 Crane\n\nIt was old.\n\nUrgent Business\n\n2 Hut\n\nIt was new.")
    assert [item.title for item in meeting.items] == ["Crane", "Hut"]


def test_a_list_of_clauses_that_begins_in_its_middle_is_doubted() -> None:
    text = (
        "1. Crane\n\nRESOLVED that:\n\n(b) the crane be sold;\n\n(c) the hut be kept.\n\n2. Close\n\nThe meeting ended."
    )
    (doubt,) = meeting_of(HEAD + text).doubts
    assert (doubt.kind, doubt.why) == ("clause", "the list of clauses begins at (b)")


def test_a_meeting_without_a_day_is_doubted() -> None:
    assert "day" in [doubt.kind for doubt in meeting_of("Harbour Board\n\n1. Crane\n\nIt was old.").doubts]


def test_a_page_without_words_is_named() -> None:
    text = HEAD + "1. Crane\n\nIt was old.\n\n\n\n"
    pages = (Span(0, len(text) - 2), Span(len(text) - 2, len(text)))
    document = Document("a.pdf", "0" * 64, Format.PDF, text, pages=pages, scans=(2,))
    assert [doubt.why for doubt in parse_meeting(document).doubts] == [
        "page 2 has no words; it may be a picture of them"
    ]


@pytest.mark.parametrize(("title", "kinds"), [("x" * 200, ["title"]), ("Crane", [])])
def test_a_title_far_longer_than_the_others_is_doubted(title: str, kinds: list[str]) -> None:
    meeting = meeting_of(HEAD + "1. Apologies\n\nNone came.\n\n2. Hut\n\nIt was new.\n\n3. Close\n\nThe meeting ended.")
    first, *others = meeting.items
    changed = replace(meeting, items=(*others, replace(first, title=title)), doubts=())
    document = Document("a.txt", "0" * 64, Format.TEXT, "x" * 400)
    assert [doubt.kind for doubt in doubts_of(document, changed) if doubt.kind == "title"] == kinds


def test_doubts_are_told_in_the_order_of_their_places() -> None:
    meeting = meeting_of(HEAD + "1. APOLOGIES\n\nNone came.\n\n3. CRANE\n\nIt was old.\n\n6. HUT\n\nIt was new.")
    assert meeting.doubts == tuple(sorted(meeting.doubts, key=lambda doubt: doubt.span))
    assert all(isinstance(doubt, Doubt) for doubt in meeting.doubts)
    assert len(meeting.doubts) == 2


def test_a_motion_far_from_every_decision_is_doubted_although_its_item_decides() -> None:
    talk = "The crane had stood on the quay for forty years, and nobody had painted it since it came.\n\n"
    moved = "The motion was proposed by Cllr Ash and seconded by Cllr Elm.\n\n"
    decided = "RESOLVED: That the crane be sold.\n\n"
    assert kinds(f"1. Crane\n\n{decided}{talk}{moved}{talk}") == ["decision"]
    assert kinds(f"1. Crane\n\n{talk}{moved}{decided}{talk}") == []
