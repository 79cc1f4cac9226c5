"""What putting something right changes near it is read at once, and is what the whole reading says."""

import pytest

from store.corrections.correction import Correction, CorrectionKind, words_at
from store.model import Document, Format, Item, Meeting, Span
from store.parse.by_hand import near
from store.parse.by_hand.near import read_near
from store.parse.meeting import parse_meetings

HEAD = "Larkmoor Parish Council\n\nMinutes of the meeting held in the Barn on Tuesday 3 June 2025 at 7.30 pm\n\n"
MANY = 60
TEXT = HEAD + "".join(
    f"{number}. Duck Pond {number}\nThe Clerk had asked for prices of bed {number}. Cllr Wicks spoke.\n"
    f"RESOLVED: (a) That price {number} be accepted; and\n(b) That warden {number} be thanked.\n\n"
    for number in range(1, MANY + 1)
)
DOCUMENT = Document("ponds.txt", "0" * 64, Format.TEXT, TEXT)


def said(kind: CorrectionKind, words: str, value: str | None = None) -> Correction:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Correction(DOCUMENT.sha256, kind, span, words_at(TEXT, span), value)


def outline(meeting: Meeting) -> list[tuple[str | None, str, list[list[str]]]]:
    """The items, and the words of each decision."""

    def decided(item: Item) -> list[list[str]]:
        return [[clause.text for clause in one.clauses] for one in item.resolutions]

    return [(item.number, item.title, decided(item)) for item in meeting.items]


PLACES = [
    said(CorrectionKind.NO_ITEM, "30. Duck Pond 30"),
    said(CorrectionKind.NO_ITEM, "1. Duck Pond 1"),
    said(CorrectionKind.NO_ITEM, "60. Duck Pond 60"),
    said(CorrectionKind.ITEM, "The Clerk had asked for prices of bed 17."),
    said(CorrectionKind.NO_DECISION, "RESOLVED: (a) That price 31"),
    said(CorrectionKind.DECISION, "prices of bed 31"),
    said(CorrectionKind.ENDS, "price 31 be accepted; and"),
    said(CorrectionKind.RESULT, "RESOLVED: (a) That price 31", "lost"),
    said(CorrectionKind.NOTE, "Cllr Wicks spoke."),
    said(CorrectionKind.CHAIR, "1. Duck", "A. Ash"),
]


@pytest.mark.parametrize("one", PLACES, ids=lambda one: f"{one.kind}-{one.span.start}")
def test_what_is_read_near_is_what_the_whole_reading_says(one: Correction) -> None:
    before = parse_meetings(DOCUMENT)[0]
    there = read_near(DOCUMENT, before, [], [one])
    assert outline(there) == outline(parse_meetings(DOCUMENT, [one])[0])
    assert outline(read_near(DOCUMENT, there, [one], [])) == outline(before)


def test_of_many_items_only_a_few_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def counted(document: Document, corrections: list[Correction]) -> tuple[Meeting, ...]:
        meetings = parse_meetings(document, corrections)
        read.append(sum(len(meeting.items) for meeting in meetings))
        return meetings

    before = parse_meetings(DOCUMENT)[0]
    monkeypatch.setattr(near, "parse_meetings", counted)
    read_near(DOCUMENT, before, [], [PLACES[0]])
    assert sum(read) <= 5


def test_nothing_new_is_read_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = parse_meetings(DOCUMENT)[0]
    monkeypatch.setattr(near, "parse_meetings", None)
    assert read_near(DOCUMENT, before, [PLACES[0]], [PLACES[0]]) is before


def test_two_of_many_items_that_are_none_are_two_exceptions() -> None:
    none = [said(CorrectionKind.NO_ITEM, "30. Duck Pond 30"), said(CorrectionKind.NO_ITEM, "45. Duck Pond 45")]
    assert len(parse_meetings(DOCUMENT, none)[0].items) == MANY - 2
