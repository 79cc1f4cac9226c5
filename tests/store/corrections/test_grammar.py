"""Corrections as JSON: what goes out comes in again, and what is of no such form is refused with its reason."""

import json

import pytest

from store.corrections.correction import Correction, CorrectionKind, place_in
from store.corrections.grammar import as_json, checked, from_json, spoken_correction
from store.errors import CorrectionError
from store.model import Span

HEADING = Correction("a" * 64, CorrectionKind.ITEM, Span(10, 23), "5. Duck Pond", "Duck Pond", "5")


@pytest.mark.parametrize(
    "correction",
    [
        HEADING,
        Correction("b" * 64, CorrectionKind.CLAUSES, Span(3, 90), "to mend it", starts=(3, 40)),
        Correction("c" * 64, CorrectionKind.DAY, Span(0, 0), "", "2025-06-03"),
    ],
)
def test_what_is_written_is_read_again(correction: Correction) -> None:
    assert from_json(json.dumps(as_json(correction))) == [correction]
    assert from_json(json.dumps([as_json(correction)] * 2)) == [correction, correction]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"kind": "colour"}, "“colour” is nothing that can be put right"),
        ({"start": -1}, "characters of the document's text"),
        ({"end": 10}, "“end” stands behind its “start”"),
        ({"document": "abc"}, "sha256"),
        ({"value": "Goose Pond"}, "“Goose Pond” does not stand there"),
        ({"kind": "day", "value": "3 June"}, "“day” is a day such as"),
        ({"kind": "hour", "value": "25:00"}, "“hour” is an hour such as"),
        ({"kind": "result", "value": "won"}, "“result” is carried, lost"),
        ({"kind": "chair", "value": None}, "“chair” is what it is now"),
        ({"starts": [9]}, "The clauses begin one after the other"),
        ({"colour": "red"}, "“colour” is nothing that a correction says"),
        ({"words": 3}, "are words"),
    ],
)
def test_what_says_nothing_that_can_be_kept_is_refused(changed: dict[str, object], reason: str) -> None:
    with pytest.raises(CorrectionError, match=reason):
        from_json(json.dumps(as_json(HEADING) | changed))


def test_what_is_no_json_and_what_is_no_object_is_refused() -> None:
    for text in ("{", "3", '["item"]'):
        with pytest.raises(CorrectionError):
            from_json(text)


def test_a_correction_is_told_in_a_sentence() -> None:
    assert spoken_correction(HEADING) == "“5. Duck Pond” is the heading of an item (5, Duck Pond)"
    assert spoken_correction(Correction("c" * 64, CorrectionKind.DAY, Span(0, 0), "", "2025-06-03")) == (
        "the day of the meeting is 2025-06-03"
    )


def test_a_place_is_where_its_words_are_whatever_the_space_between_them() -> None:
    assert place_in("Under it: 5.  Duck\nPond stands.", HEADING) == Span(10, 23)
    assert place_in("Elsewhere 4. Apologies. 5. Duck Pond", HEADING) == Span(24, 36)


def test_words_that_stand_twice_or_are_few_are_at_no_other_place() -> None:
    assert place_in("5. Duck Pond and 5. Duck Pond", HEADING) is None
    few = Correction("a" * 64, CorrectionKind.NO_ITEM, Span(0, 4), "Pond")
    assert place_in("The Pond", few) is None
    assert checked(few) == few
