"""Corrections as JSON, in and out; and in plain words. What is not of this form is refused, with its reason."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final

from store.corrections.correction import Correction, CorrectionKind
from store.errors import CorrectionError
from store.model import Form, Result, Span
from store.text.clean import clean_line

Json = dict[str, object]

_KEYS = {"document", "kind", "start", "end", "words", "value", "number", "starts"}
_BESIDE = {"key", "at", "fits", "effect"}  # what is told of one that is kept, and is no part of it
_SHA256 = re.compile(r"[0-9a-f]{64}")
_HOUR = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?:-(?:[01]\d|2[0-3]):[0-5]\d)?")
_LONGEST: Final = 100_000  # characters of the words of a correction, or of its value


def as_json(correction: Correction) -> Json:
    """A correction as values that `json.dumps` takes; what is not said is left out."""
    said: Json = {
        "document": correction.document,
        "kind": correction.kind.value,
        "start": correction.span.start,
        "end": correction.span.end,
        "words": correction.words,
    }
    if correction.number is not None:
        said["number"] = correction.number
    if correction.value is not None:
        said["value"] = correction.value
    if correction.starts:
        said["starts"] = list(correction.starts)
    return said


def from_json(text: str) -> list[Correction]:
    """Corrections from the JSON of one, or of a list. Raises `CorrectionError`."""
    try:
        told = json.loads(text)
    except ValueError as error:
        raise CorrectionError(f"This is no JSON: {error}.") from error
    return [_from_value(one) for one in (told if isinstance(told, list) else [told])]


def _from_value(told: object) -> Correction:
    if not isinstance(told, Mapping):
        raise CorrectionError("A correction is an object, with “kind”, “start”, “end” and “words”.")
    if unknown := sorted(set(map(str, told)) - _KEYS - _BESIDE):
        raise CorrectionError(f"“{clean_line(unknown[0])}” is nothing that a correction says.")
    starts = told.get("starts", [])
    numbers = [told.get("start"), told.get("end"), *(starts if isinstance(starts, list) else [None])]
    if not all(isinstance(one, int) and not isinstance(one, bool) and one >= 0 for one in numbers):
        raise CorrectionError("“start”, “end” and “starts” are characters of the document's text, from 0 on.")
    words = [told.get(key) for key in ("document", "kind", "words", "value", "number")]
    if not all(one is None or (isinstance(one, str) and len(one) <= _LONGEST) for one in words):
        raise CorrectionError("“document”, “kind”, “words”, “value” and “number” are words.")
    start, end, *clauses = (int(str(one)) for one in numbers)
    return checked(
        Correction(
            document=str(told.get("document", "")),
            kind=kind_named(str(told.get("kind", ""))),
            span=Span(start, end),
            words=" ".join(str(told.get("words") or "").split()),
            value=_said(told.get("value")),
            number=_said(told.get("number")),
            starts=tuple(clauses),
        )
    )


def _said(value: object) -> str | None:
    return None if value is None else clean_line(str(value))


def kind_named(word: str) -> CorrectionKind:
    """The kind that is called so. Raises `CorrectionError`, which names them all."""
    try:
        return CorrectionKind(word)
    except ValueError as error:
        known = ", ".join(kind.value for kind in CorrectionKind)
        raise CorrectionError(f"“{clean_line(word)}” is nothing that can be put right; these are: {known}.") from error


def checked(correction: Correction) -> Correction:
    """A correction that says what its kind needs. Raises `CorrectionError`."""
    kind, value, span = correction.kind, correction.value, correction.span
    if not _SHA256.fullmatch(correction.document):
        raise CorrectionError("A correction names its document by the sha256 of its bytes, 64 letters.")
    if span.end < span.start or (span.end == span.start and not kind.of_meeting):
        raise CorrectionError("A correction is of some words: its “end” stands behind its “start”.")
    wrong = _WRONG[kind](value or "") if kind in _WRONG else None
    if wrong is None and value is None and kind.of_meeting:
        wrong = "what it is now"
    if wrong:
        raise CorrectionError(f"“{kind.value}” is {wrong}.")
    _check_clauses(correction)
    if kind is CorrectionKind.ITEM:
        _check_heading(correction)
    return correction


def _check_clauses(correction: Correction) -> None:
    starts, span = correction.starts, correction.span
    if list(starts) != sorted(set(starts)) or not all(span.start <= one < span.end for one in starts):
        raise CorrectionError("The clauses begin one after the other, within the words of the correction.")


def _check_heading(correction: Correction) -> None:
    for part in filter(None, (correction.number, correction.value)):
        if _letters(part) not in _letters(correction.words):
            raise CorrectionError(f"“{clean_line(part)}” does not stand there: a correction changes no words.")


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _letters(text: str) -> str:
    return "".join(text.split())


_WRONG: Final[Mapping[CorrectionKind, Callable[[str], str | None]]] = {
    CorrectionKind.DAY: lambda value: None if _is_day(value) else "a day such as 2023-03-02",
    CorrectionKind.HOUR: lambda value: None if _HOUR.fullmatch(value) else "an hour such as 18:00, or 18:00-20:15",
    CorrectionKind.FORM: lambda value: None if value in list(Form) else "formal, prose or bare",
    CorrectionKind.RESULT: lambda value: None if value in list(Result) else "carried, lost, withdrawn or deferred",
}

_SAID: Final = {
    CorrectionKind.ITEM: "is the heading of an item",
    CorrectionKind.NO_ITEM: "is no heading of an item",
    CorrectionKind.DECISION: "is one decision",
    CorrectionKind.BEGINS: "begins a decision",
    CorrectionKind.ENDS: "ends a decision",
    CorrectionKind.NO_DECISION: "is no decision",
    CorrectionKind.FORM: "is a decision of the form {}",
    CorrectionKind.RESULT: "is a motion with the result {}",
    CorrectionKind.CLAUSES: "is a decision with {} clauses",
    CorrectionKind.LIST: "is a list within a decision",
    CorrectionKind.ATTENDANCE: "tells who came",
    CorrectionKind.FURNITURE: "is the page's own",
    CorrectionKind.NOTE: "is a note",
    CorrectionKind.MOVER: "moved the decision",
    CorrectionKind.SECONDER: "seconded the decision",
    CorrectionKind.DAY: "the day of the meeting is {}",
    CorrectionKind.HOUR: "the hour of the meeting is {}",
    CorrectionKind.BODY: "the body that met is {}",
    CorrectionKind.COUNCIL: "the council is {}",
    CorrectionKind.VENUE: "the place of the meeting is {}",
    CorrectionKind.MEETING_KIND: "the meeting is {}",
    CorrectionKind.CHAIR: "in the chair was {}",
    CorrectionKind.CONFIRMED_BY: "the minutes were confirmed by {}",
}
_LONGEST_SAID = 48  # characters of the words in a sentence on a correction


def spoken_correction(correction: Correction) -> str:
    """A correction as a sentence: "“5. Finance” is the heading of an item (5, Finance)"."""
    said = _SAID[correction.kind].format(len(correction.starts) if correction.starts else correction.value or "no")
    if correction.kind.of_meeting:
        return said
    words = correction.words
    short = words if len(words) <= _LONGEST_SAID else f"{words[: _LONGEST_SAID - 1].rstrip()}…"
    named = (
        ", ".join(filter(None, (correction.number, correction.value))) if correction.kind is CorrectionKind.ITEM else ""
    )
    return f"“{short}” {said}" + (f" ({named})" if named else "")


def many_as_json(corrections: Iterable[Correction]) -> list[Json]:
    """Corrections as `from_json` reads them again."""
    return [as_json(one) for one in corrections]
