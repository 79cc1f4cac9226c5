"""Documents read whole, against readings of them made by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.model import Kind, Meeting
from store.parse.meeting import parse_meetings
from store.readers.reader import read_document
from store.text.clean import fold

FIXTURES = Path(__file__).parents[3] / "fixtures"
GOLDS = sorted(FIXTURES.glob("*/*.gold.json"))


def readings_of(gold_path: Path) -> list[tuple[Meeting, dict[str, Any]]]:
    """How the document beside an annotation is read, each of its meetings with its annotation."""
    meetings = parse_meetings(read_document(gold_path.with_name(gold_path.name.removesuffix(".gold.json"))))
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    return list(zip(meetings, gold if isinstance(gold, list) else [gold], strict=True))


def as_gold(meeting: Meeting) -> dict[str, Any]:
    """A meeting in the shape of an annotation."""
    return {
        "council": meeting.council,
        "committee": meeting.committee,
        "date": meeting.date.isoformat() if meeting.date else None,
        "start": meeting.start,
        "end": meeting.end,
        "venue": meeting.venue,
        "chair": meeting.chair,
        "status": meeting.status,
        "minuted": meeting.minuted,
        "next_meeting": meeting.next_meeting.isoformat() if meeting.next_meeting else None,
        "attendance": [
            {"name": person.name, "role": person.role, "group": person.group} for person in meeting.attendance
        ],
        "items": [
            {"number": item.number, "title": item.title, "reference": item.reference, "complete": item.complete}
            for item in meeting.items
        ],
        "resolutions": [
            {
                "item": item.number,
                "marker": resolution.marker,
                "implicit": resolution.marker is None,
                "complete": resolution.complete,
                "intro": resolution.intro,
                "text": resolution.clauses[0].text if resolution.clauses[0].label is None else None,
                "clauses": [
                    {"label": clause.label, "text": clause.text} for clause in resolution.clauses if clause.label
                ],
            }
            for item in meeting.items
            for resolution in item.resolutions
        ],
        "interests": [
            {"name": one.name, "nature": one.nature, "subject": one.subject, "conduct": one.conduct}
            for one in meeting.interests
        ],
    }


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_a_fixture_is_read_as_a_person_reads_it(path: Path) -> None:
    for meeting, gold in readings_of(path):
        read = as_gold(meeting)
        assert {key: read[key] for key in read if key in gold} == {key: gold[key] for key in read if key in gold}


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_a_sentence_cut_by_a_page_is_whole_again_and_what_cut_it_is_furniture(path: Path) -> None:
    for meeting, gold in readings_of(path):
        told = [paragraph for item in meeting.items for paragraph in item.paragraphs]
        for words in gold.get("joins", []):
            assert any(fold(words) in fold(paragraph.text) for paragraph in told), words
        furniture = {paragraph.text for paragraph in meeting.paragraphs if paragraph.kind is Kind.FURNITURE}
        for line in gold.get("furniture", []):
            assert line in furniture
