"""The tables of threads: what is read from the words of each meeting, and kept until the meeting is read again.

A row says where it stands: in which meeting and item, at which permalink, in which words of which document.
"""

from typing import Final

Columns = dict[str, type]

_PLACE: Columns = {"meeting_id": int, "item_id": int, "permalink": str, "text": str}
_EVIDENCE: Columns = {"document_id": int, "start": int, "end": int}

THREAD_COLUMNS: Final[dict[str, Columns]] = {
    "cross_reference": _PLACE
    | {"form": str, "number": str, "label": str, "first_day": str, "last_day": str}
    | _EVIDENCE,
    "request": _PLACE
    | {"name": str, "about": str, "owner": str, "due_first": str, "due_last": str, "at_meeting": int, "due": str}
    | {"cut": int, "repeats_id": int, "asked_again": int, "answering_item": int, "answered": str, "score": float}
    | _EVIDENCE,
    "announced": _PLACE | {"day": str} | _EVIDENCE,
    "confirmed_day": _PLACE | {"day": str, "amended": int} | _EVIDENCE,
    "misfit": _PLACE | {"kind": str, "why": str} | _EVIDENCE,
    "appearance": _PLACE | {"surname": str, "name": str, "part": str, "detail": str} | _EVIDENCE,
    "vote": _PLACE
    | {"in_favour": int, "against": int, "abstained": int, "casting": int, "requested_by": str}
    | _EVIDENCE,
    "exempt": _PLACE | {"paragraphs": str} | _EVIDENCE,
    "number_run": {"meeting_id": int, "first": int, "last": int},
}
"""Each table with its columns; those of the place come first, and those of the evidence last."""

_OF_PLACES = {
    "item_id",
    "number",
    "label",
    "first_day",
    "last_day",
    "detail",
    "in_favour",
    "against",
    "abstained",
    "requested_by",
}
_OF_REQUESTS = {"owner", "due_first", "due_last", "due", "repeats_id", "asked_again"}
_OF_ANSWERS = {"answering_item", "answered", "score"}
THREAD_OPTIONAL: Final = frozenset(_OF_PLACES | _OF_REQUESTS | _OF_ANSWERS)
"""The columns that may be null: the words do not say."""

THREAD_OWNERS: Final = {
    "meeting_id": "meeting",
    "item_id": "agenda_item",
    "document_id": "document",
    "repeats_id": "request",
}
"""With whose row a row goes, by the column that names it."""

THREAD_INDEXED: Final = frozenset(
    {"meeting_id", "item_id", "repeats_id", "asked_again", "answering_item", "name", "surname"},
)
"""The columns that are asked for. A day is asked for among the rows of a body's meetings."""
