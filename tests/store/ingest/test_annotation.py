"""A reading that was put right as an annotation, and without the names in it."""

import json
import re

from store.corrections.correction import CorrectionKind
from store.corrections.grammar import from_json
from store.ingest.annotation import annotation, annotation_text, blanked
from store.model import Document, Format
from store.parse.meeting import parse_meetings
from tests.store.parse.by_hand.test_by_hand import DOCUMENT, MINUTES, PAINTED, said

PUT_RIGHT = [said(CorrectionKind.ITEM, "Swings and Slides"), said(CorrectionKind.DECISION, PAINTED)]


def test_an_annotation_has_the_shape_of_a_reading_and_what_was_put_right() -> None:
    told = annotation(DOCUMENT, PUT_RIGHT)
    items = told["items"]
    assert isinstance(items, list)
    assert [item["title"] for item in items] == ["Apologies", "Duck Pond", "Swings and Slides", "Notice Board"]
    assert told["text"] == MINUTES
    assert {"source", "council", "date", "attendance", "resolutions", "doubts", "corrections"} <= told.keys()


def test_a_blank_annotation_names_nobody_and_is_read_alike() -> None:
    told = annotation_text(DOCUMENT, PUT_RIGHT, blank=True)
    for name in ("Larkmoor", "Thorne", "Wicks", "Penn", "Pond", "dredging", "swings", DOCUMENT.name, DOCUMENT.sha256):
        assert name not in told
    shapes = annotation(DOCUMENT, PUT_RIGHT, blank=True)
    text = str(shapes["text"])
    assert re.sub(r"\w", "x", text) == re.sub(r"\w", "x", MINUTES)
    assert re.findall(r"\d+", text) == re.findall(r"\d+", MINUTES)
    plain = annotation(DOCUMENT, PUT_RIGHT)
    for key in ("items", "resolutions"):
        blank_rows, rows = shapes[key], plain[key]
        assert isinstance(blank_rows, list)
        assert isinstance(rows, list)
        assert len(blank_rows) == len(rows)


def test_the_corrections_of_a_blank_annotation_fit_its_text() -> None:
    told = annotation(DOCUMENT, PUT_RIGHT, blank=True)
    corrections = from_json(json.dumps(told["corrections"]))
    document = Document("blank.txt", corrections[0].document, Format.TEXT, str(told["text"]))
    (meeting,) = parse_meetings(document, corrections)
    assert not [doubt for doubt in meeting.doubts if doubt.kind == "correction"]
    assert len(meeting.items) == 4


def test_a_word_becomes_the_same_wherever_it_stands_and_keeps_its_shape() -> None:
    told = blanked("Wicks WICKS wicks, the Chair: 42/25", b"salt")
    first, second, third, *rest = re.split(r"[ ,]+", told)
    assert (first.lower(), second.lower(), first.istitle(), second.isupper()) == (third, third, True, True)
    assert rest == ["the", "Chair:", "42/25"]
