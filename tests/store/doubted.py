"""A meeting about which there are doubts: one beside its items, two in the first of them and one in the second."""

import dataclasses
from pathlib import Path
from typing import Final

from store.model import Doubt, Item, Kind, Meeting, Paragraph, Span
from tests.store.building import item, meeting, resolution, store_of

AT: Final = "eastmarsh/hrg/2023-03-02"
TEXT: Final = """HRG
5 Roofs
It was agreed to mend them.
A mast was moved and seconded.
7 Doors
That the doors be painted.
"""


def span_of(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def _at(made: Item, words: str, *paragraphs: Paragraph) -> Item:
    return dataclasses.replace(made, span=span_of(words), paragraphs=paragraphs)


MENDING = Paragraph(Kind.DISCUSSION, "It was agreed to mend them.", span_of("It was agreed to mend them."))
MAST = Paragraph(Kind.DISCUSSION, "A mast was moved and seconded.", span_of("A mast was moved and seconded."))
ROOFS = _at(item("5", "Roofs"), "5 Roofs", MENDING, MAST)
DOORS = _at(item("7", "Doors", resolution("That the doors be painted.")), "7 Doors")
DOUBTS: Final = (
    Doubt("day", Span(0, 1), "the day of the meeting is not found"),
    Doubt("decision", MENDING.span, "“It was agreed” stands outside every decision"),
    Doubt("decision", MAST.span, "“moved and seconded” stands outside every decision"),
    Doubt("number", DOORS.span, "no item between 5 and 7"),
)


def doubted_meeting(*doubts: Doubt) -> Meeting:
    return dataclasses.replace(meeting(ROOFS, DOORS), doubts=doubts or DOUBTS)


def doubted_store(path: Path, *others: Meeting) -> Path:
    """A store with that meeting, and others."""
    return store_of(path, doubted_meeting(), *others, texts=[TEXT])
