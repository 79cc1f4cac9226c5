"""The user's own documents, against their exact readings; skipped where they are not at hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.model import Kind, Meeting
from store.parse.meeting import parse_meeting, parse_meetings
from store.readers.reader import read_document
from store.text.clean import fold
from tests.store.accounting import assert_every_word_has_one_place, assert_evidence_holds, paragraphs_of


@pytest.fixture(scope="module")
def readings(corpus: Path) -> list[tuple[Meeting, dict[str, Any]]]:
    """Each document as read, beside its annotation."""
    golds = sorted((corpus / "gold").glob("*.json"))
    assert len(golds) >= 5
    return [
        (parse_meeting(read_document(corpus / "seeds" / f"{path.stem}.txt")), json.loads(path.read_text("utf-8")))
        for path in golds
    ]


def test_the_heading_is_exact(readings: list[tuple[Meeting, dict[str, Any]]]) -> None:
    for meeting, gold in readings:
        assert meeting.committee == gold["committee"]
        assert meeting.date is not None
        assert meeting.date.isoformat() == gold["date"]
        assert (meeting.start, meeting.end) == (gold["start"], gold["end"])
        assert (meeting.venue, meeting.chair) == (gold["venue"], gold["chair"])
        if "next_meeting" in gold:
            assert meeting.next_meeting is not None
            assert meeting.next_meeting.isoformat() == gold["next_meeting"]


def test_everyone_who_came_is_listed_once_with_group_and_role(
    readings: list[tuple[Meeting, dict[str, Any]]],
) -> None:
    for meeting, gold in readings:
        read = [{"name": one.name, "group": one.group, "role": one.role} for one in meeting.attendance]
        assert read == gold["attendance"]


def test_items_have_their_numbers_titles_and_references(readings: list[tuple[Meeting, dict[str, Any]]]) -> None:
    for meeting, gold in readings:
        read = [(item.number, item.title, item.reference) for item in meeting.items]
        assert read == [(item["number"], item["title"], item.get("ref")) for item in gold["items"]]


def test_items_that_the_page_cuts_short_are_marked_and_no_others(
    readings: list[tuple[Meeting, dict[str, Any]]],
) -> None:
    for meeting, gold in readings:
        assert [item.number for item in meeting.items if not item.complete] == gold["truncated_items"]


def test_resolutions_and_clauses_are_exact_to_the_letter(readings: list[tuple[Meeting, dict[str, Any]]]) -> None:
    for meeting, gold in readings:
        read = [
            {
                "item": item.number,
                "marker": resolution.marker,
                "implicit": resolution.marker is None,
                "truncated": not resolution.complete,
                "intro": resolution.intro,
                "text": resolution.clauses[0].text if resolution.clauses[0].label is None else None,
                "clauses": [{"label": one.label, "text": one.text} for one in resolution.clauses if one.label],
            }
            for item in meeting.items
            for resolution in item.resolutions
        ]
        assert read == [{"intro": None, **resolution} for resolution in gold["resolutions"]]


def test_interests_are_declared_by_the_people_who_declared_them(
    readings: list[tuple[Meeting, dict[str, Any]]],
) -> None:
    for meeting, gold in readings:
        assert [interest.name for interest in meeting.interests] == gold["interests"]
        assert {interest.nature for interest in meeting.interests} <= {"personal"}
        assert {interest.conduct for interest in meeting.interests} <= {"remained in the meeting"}


def test_sentences_cut_by_a_page_are_whole_and_running_headers_are_set_aside(
    readings: list[tuple[Meeting, dict[str, Any]]],
) -> None:
    for meeting, gold in readings:
        told = [fold(paragraph.text) for item in meeting.items for paragraph in item.paragraphs]
        for words in gold["joins"]:
            assert any(fold(words) in text for text in told), words
        furniture = [one.text for one in paragraphs_of(meeting) if one.kind is Kind.FURNITURE]
        for line in gold.get("furniture", []):
            assert line in furniture
            assert not any(fold(line) in text for text in told)


def test_what_the_notes_of_the_annotations_say_holds(readings: list[tuple[Meeting, dict[str, Any]]]) -> None:
    by_source = {gold["source"][:3]: meeting for meeting, gold in readings}
    items = {source: {item.number: item for item in meeting.items} for source, meeting in by_source.items()}

    dates = items["001"]["17"].resolutions[0].following
    assert [paragraph.text for paragraph in dates][1:3] == ["5 November 2019", "21 January 2020"]
    assert len(dates) == 7

    purpose = [one for one in items["003"]["7"].paragraphs if one.kind is Kind.AGENDA]
    assert [paragraph.text for paragraph in purpose] == ["To receive any apologies."]

    assert items["003"]["11"].resolutions[0].intro is not None
    assert not items["003"]["11"].resolutions[0].clauses[0].complete

    second = items["004"]["18"].resolutions[0].clauses[1]
    assert [(point.label, len(point.text.split())) for point in second.points] == [("-", 4), ("-", 5)]
    assert [clause.value for clause in items["004"]["18"].resolutions[0].clauses] == [1, 2, 4, 5, 6]

    marked_in_mid_paragraph = items["004"]["17"].paragraphs
    assert [one.kind for one in marked_in_mid_paragraph[-3:]] == [Kind.DISCUSSION, Kind.RESOLUTION, Kind.RESOLUTION]

    later_item = [one.text for one in by_source["004"].paragraphs if one.kind is Kind.FURNITURE]
    assert later_item[:2] == ["Item No:", "2.1"]

    assert next(one.text for one in by_source["000"].paragraphs if one.kind is Kind.NOTE) == "Notes:"


def test_no_word_of_the_corpus_is_lost_or_invented(corpus: Path) -> None:
    texts = [path for path in sorted(corpus.rglob("*")) if path.suffix in {".txt", ".md"} and "seeds" in path.parts]
    for path in [*texts, *sorted((corpus / "found").rglob("*.md")), *sorted((corpus / "found").rglob("*.txt"))]:
        document = read_document(path)
        meetings = parse_meetings(document)
        assert_every_word_has_one_place(document, meetings)
        for meeting in meetings:
            assert_evidence_holds(document, meeting)
