"""What a person puts right stands, and everything else is read around it."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.corrections.correction import Correction, CorrectionKind, words_at
from store.model import Document, Format, Kind, Meeting, Span
from store.parse.meeting import parse_meetings
from store.readers.reader import read_document
from tests.store.accounting import assert_every_word_has_one_place, assert_evidence_holds

MINUTES = """Larkmoor Parish Council

Minutes of the meeting held in the Reading Room on Tuesday 3 June 2025 at 7.30 pm

Present: Cllr J. Thorne (Chairman), Cllr A. Wicks, Cllr M. Obi
In attendance: P. Lisle (Clerk)

41/25 Apologies
Apologies were received from Cllr D. Penn.

42/25 Duck Pond
The Clerk had obtained three prices for dredging the pond, the lowest of which was
£1,850. Cllr Wicks had spoken to the wardens.
RESOLVED: (a) That the price of £1,850 be accepted; and
(b) That the wardens be thanked.

Swings and Slides
Members felt that the swings should be painted green by the warden in May.
Cllr Penn will ask. The grant is spent. Nothing is left.

43/25 Notice Board
1. The hinges are broken.
2. The glass is whole.
Cllr Obi proposed that the board be mended, seconded by Cllr Wicks. All in favour.

The meeting closed at 8.15 pm.
"""
DOCUMENT = Document("larkmoor.txt", "0" * 64, Format.TEXT, MINUTES)
PAINTED = "the swings should be painted green by the warden in May"


def said(kind: CorrectionKind, words: str, value: str | None = None, number: str | None = None) -> Correction:
    """A correction of the first place that has these words; "" for one of the meeting."""
    start = MINUTES.index(words)
    span = Span(start, start + len(words))
    return Correction(DOCUMENT.sha256, kind, span, words_at(MINUTES, span), value, number)


def read(*corrections: Correction) -> Meeting:
    """The meeting as it is read around corrections; no word is lost by them."""
    meetings = parse_meetings(DOCUMENT, corrections)
    assert_every_word_has_one_place(DOCUMENT, meetings)
    assert_evidence_holds(DOCUMENT, meetings[0])
    return meetings[0]


def titles(meeting: Meeting) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in meeting.items]


def decided(meeting: Meeting) -> list[tuple[str | None, list[str]]]:
    """The decisions: the title of the item, and the words of each clause."""
    return [(item.title, [clause.text for clause in one.clauses]) for item in meeting.items for one in item.resolutions]


def test_a_line_becomes_the_heading_of_an_item_and_what_stands_under_it_its_words() -> None:
    meeting = read(said(CorrectionKind.ITEM, "Swings and Slides"))
    assert titles(meeting)[2] == (None, "Swings and Slides")
    assert [one.text for one in meeting.items[2].paragraphs[1:2]] == [
        "Members felt that the swings should be painted green by the warden in May."
    ]


def test_a_heading_that_runs_into_its_text_ends_where_a_person_says() -> None:
    meeting = read(said(CorrectionKind.ITEM, "Members felt", "Members felt"))
    assert titles(meeting)[2] == (None, "Members felt")
    assert meeting.items[2].paragraphs[1].text.startswith("that the swings")


def test_a_number_and_a_title_are_those_that_a_person_says() -> None:
    assert titles(read(said(CorrectionKind.ITEM, "1. The hinges are broken.", "The hinges are broken", "1"))) == [
        ("41/25", "Apologies"),
        ("42/25", "Duck Pond"),
        ("43/25", "Notice Board"),
        ("1", "The hinges are broken"),
    ]


def test_what_is_no_heading_is_of_the_item_before_it() -> None:
    meeting = read(said(CorrectionKind.NO_ITEM, "42/25 Duck Pond"))
    assert titles(meeting) == [("41/25", "Apologies"), ("43/25", "Notice Board")]
    assert decided(meeting)[0][0] == "Apologies"


def test_a_stretch_of_a_sentence_becomes_a_decision_of_just_these_words() -> None:
    meeting = read(said(CorrectionKind.DECISION, PAINTED))
    assert decided(meeting)[1] == ("Duck Pond", [PAINTED])
    (made,) = meeting.items[1].resolutions[1:]
    assert (made.marker, made.form, made.result) == (None, "prose", "carried")


def test_a_decision_ends_where_a_person_says_and_what_is_behind_it_is_talk() -> None:
    assert decided(read(said(CorrectionKind.ENDS, "be accepted; and")))[0] == (
        "Duck Pond",
        ["That the price of £1,850 be accepted; and"],
    )


def test_a_decision_may_begin_at_one_place_and_end_at_another() -> None:
    meeting = read(said(CorrectionKind.BEGINS, "the swings"), said(CorrectionKind.ENDS, "Cllr Penn will ask."))
    assert decided(meeting)[1] == ("Duck Pond", [f"{PAINTED}. Cllr Penn will ask."])


def test_what_is_no_decision_is_talk_and_in_doubt_no_more() -> None:
    meeting = read(said(CorrectionKind.NO_DECISION, "RESOLVED: (a)"))
    assert [title for title, _ in decided(meeting)] == ["Notice Board"]
    assert meeting.doubts == ()


def test_a_decision_without_clauses_is_one_sentence() -> None:
    whole = "RESOLVED: (a) That the price of £1,850 be accepted; and\n(b) That the wardens be thanked."
    (clauses,) = [
        clauses for title, clauses in decided(read(said(CorrectionKind.CLAUSES, whole))) if title == "Duck Pond"
    ]
    assert clauses == ["(a) That the price of £1,850 be accepted; and (b) That the wardens be thanked."]


def test_a_decision_has_its_clauses_where_a_person_says() -> None:
    place = said(CorrectionKind.CLAUSES, "that the board be mended")
    start = MINUTES.index("be mended")
    with_clauses = Correction(place.document, place.kind, place.span, place.words, starts=(start,))
    (one,) = read(with_clauses).items[2].resolutions
    assert (one.intro, [clause.text for clause in one.clauses]) == ("that the board", ["be mended"])


def test_form_result_mover_and_seconder_are_those_that_a_person_says() -> None:
    (one,) = (
        read(
            said(CorrectionKind.FORM, "That the wardens", "bare"),
            said(CorrectionKind.RESULT, "That the wardens", "lost"),
            said(CorrectionKind.MOVER, "Cllr Wicks had"),
            said(CorrectionKind.SECONDER, "The Clerk"),
        )
        .items[1]
        .resolutions
    )
    assert (one.form, one.result, one.mover, one.seconder) == ("bare", "lost", "Cllr Wicks had", "The Clerk")


def test_lines_are_set_aside_as_notes_who_came_and_furniture() -> None:
    note = "Cllr Penn will ask. The grant is spent. Nothing is left."
    meeting = read(
        said(CorrectionKind.NOTE, note),
        said(CorrectionKind.FURNITURE, "1. The hinges"),
        said(CorrectionKind.ATTENDANCE, "Members felt"),
    )
    assert [one.text for one in meeting.items[1].paragraphs if one.kind is Kind.NOTE] == [note]
    assert [one.text for one in meeting.paragraphs if one.kind is Kind.FURNITURE] == ["1. The hinges are broken."]
    assert "Members felt that" in " ".join(one.text for one in meeting.paragraphs if one.kind is Kind.ATTENDANCE)


@pytest.mark.parametrize(
    ("kind", "value", "field", "told"),
    [
        (CorrectionKind.DAY, "2025-06-04", "date.isoformat", "2025-06-04"),
        (CorrectionKind.BODY, "Pond Committee", "committee", "Pond Committee"),
        (CorrectionKind.COUNCIL, "Larkmoor Town Council", "council", "Larkmoor Town Council"),
        (CorrectionKind.HOUR, "18:00-19:05", "end", "19:05"),
        (CorrectionKind.HOUR, "18:00", "start", "18:00"),
        (CorrectionKind.VENUE, "The Barn", "venue", "The Barn"),
        (CorrectionKind.CHAIR, "A. Wicks", "chair", "A. Wicks"),
        (CorrectionKind.MEETING_KIND, "extraordinary", "kind", "extraordinary"),
        (CorrectionKind.CONFIRMED_BY, "2025-07-01", "status", "confirmed"),
    ],
)
def test_what_is_said_of_the_meeting_stands(kind: CorrectionKind, value: str, field: str, told: str) -> None:
    meeting = read(Correction(DOCUMENT.sha256, kind, Span(0, 0), "", value))
    name, _, method = field.partition(".")
    found = getattr(meeting, name)
    assert (getattr(found, method)() if method else found) == told


def test_one_that_does_not_fit_its_words_changes_nothing_and_says_so() -> None:
    plain = read()
    unfit = Correction(DOCUMENT.sha256, CorrectionKind.NO_ITEM, Span(300, 340), "words that stand nowhere here")
    changed = read(unfit)
    assert titles(changed) == titles(plain)
    assert [(doubt.kind, doubt.span.start) for doubt in changed.doubts] == [("correction", 300)]


def test_one_whose_words_stand_elsewhere_now_moves_with_them() -> None:
    place = said(CorrectionKind.ITEM, "Swings and Slides")
    moved = Correction(place.document, place.kind, Span(place.span.start + 7, place.span.end + 7), place.words)
    assert (None, "Swings and Slides") in titles(read(moved))


def test_two_headings_that_are_none_take_those_along_that_count_alike() -> None:
    points = "".join(f"{number}. Point {'abcdefgh'[number - 1]}\nIt was said at length.\n\n" for number in range(1, 7))
    text = MINUTES.split("41/25", maxsplit=1)[0] + points
    document = Document("points.txt", "1" * 64, Format.TEXT, text)
    assert len(parse_meetings(document)[0].items) == 6

    def none(words: str) -> Correction:
        start = text.index(words)
        return Correction(document.sha256, CorrectionKind.NO_ITEM, Span(start, start + len(words)), words)

    one, two = none("2. Point b"), none("5. Point e")
    assert len(parse_meetings(document, [one])[0].items) == 5
    assert [item for item in parse_meetings(document, [one, two])[0].items if item.number] == []


def _random_corrections(document: Document, chance: random.Random) -> Iterator[Correction]:
    """Corrections of every kind at places that mean nothing."""
    of_words = [kind for kind in CorrectionKind if not kind.of_meeting]
    for _ in range(6):
        kind = chance.choice(of_words)
        start = chance.randrange(len(document.text) - 1)
        span = Span(start, min(len(document.text), start + chance.randrange(1, 300)))
        value = {CorrectionKind.FORM: "prose", CorrectionKind.RESULT: "lost"}.get(kind)
        starts = tuple(sorted(chance.sample(range(span.start, span.end), min(2, span.end - span.start))))
        starts = starts if kind is CorrectionKind.CLAUSES else ()
        yield Correction(document.sha256, kind, span, words_at(document.text, span), value, starts=starts)


@pytest.mark.parametrize("seed", range(12))
def test_no_correction_loses_a_word_or_invents_one(fixtures: Path, seed: int) -> None:
    chance = random.Random(seed)
    paths = sorted((fixtures / "minutes").glob("*.txt"))
    document = read_document(paths[seed % len(paths)])
    meetings = parse_meetings(document, list(_random_corrections(document, chance)))
    assert_every_word_has_one_place(document, meetings)
