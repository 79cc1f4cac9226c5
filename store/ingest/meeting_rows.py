"""A `Meeting` laid flat: the rows of every table below the meeting's own, each with the columns of its table."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from store.model import Clause, Item, Meeting, Paragraph, Resolution
from store.permalinks.permalink import label_slug, number_slug, slug, told_apart


class AgendaItemRow(NamedTuple):
    """A row of `agenda_item`."""

    id: int
    meeting_id: int
    position: int
    number: str | None
    reference: str | None
    title: str
    complete: int
    full_text: str | None
    permalink: str
    document_id: int
    start: int
    end: int


class ParagraphRow(NamedTuple):
    """A row of `paragraph`; one without item is of the meeting itself."""

    id: int
    meeting_id: int
    item_id: int | None
    position: int
    kind: str
    label: str | None
    text: str
    document_id: int
    start: int
    end: int


class ResolutionRow(NamedTuple):
    """A row of `resolution`."""

    id: int
    item_id: int
    position: int
    marker: str | None
    kind: str
    intro: str | None
    mover: str | None
    seconder: str | None
    vote: str | None
    form: str
    result: str
    complete: int
    permalink: str
    document_id: int
    start: int
    end: int


class ClauseRow(NamedTuple):
    """A row of `clause`."""

    id: int
    resolution_id: int
    position: int
    label: str | None
    value: int | None
    text: str
    outcomes: str
    targets: str
    complete: int
    permalink: str
    document_id: int
    start: int
    end: int


class PointRow(NamedTuple):
    """A row of `point`; one without clause is of the whole resolution."""

    id: int
    resolution_id: int
    clause_id: int | None
    position: int
    label: str | None
    text: str
    document_id: int
    start: int
    end: int


class AttendanceRow(NamedTuple):
    """A row of `attendance`."""

    id: int
    meeting_id: int
    position: int
    name: str
    role: str | None
    listed_under: str
    document_id: int
    start: int
    end: int


class InterestRow(NamedTuple):
    """A row of `interest`."""

    id: int
    meeting_id: int
    position: int
    name: str
    nature: str | None
    subject: str | None
    conduct: str | None
    document_id: int
    start: int
    end: int


class DoubtRow(NamedTuple):
    """A row of `doubt`; one without item is of the meeting itself."""

    id: int
    meeting_id: int
    item_id: int | None
    position: int
    kind: str
    why: str
    document_id: int
    start: int
    end: int


COLUMNS = {
    "agenda_item": AgendaItemRow._fields,
    "paragraph": ParagraphRow._fields,
    "resolution": ResolutionRow._fields,
    "clause": ClauseRow._fields,
    "point": PointRow._fields,
    "attendance": AttendanceRow._fields,
    "interest": InterestRow._fields,
    "doubt": DoubtRow._fields,
}
"""The tables of what is said in a meeting, owners before what they own, and the columns of each."""


@dataclass(slots=True)
class Rows:
    """The rows of a meeting by table, in printed order."""

    agenda_item: list[AgendaItemRow] = field(default_factory=list)
    paragraph: list[ParagraphRow] = field(default_factory=list)
    resolution: list[ResolutionRow] = field(default_factory=list)
    clause: list[ClauseRow] = field(default_factory=list)
    point: list[PointRow] = field(default_factory=list)
    attendance: list[AttendanceRow] = field(default_factory=list)
    interest: list[InterestRow] = field(default_factory=list)
    doubt: list[DoubtRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FirstKeys:
    """The lowest key that is free in each table, and all above it."""

    agenda_item: int = 1
    paragraph: int = 1
    resolution: int = 1
    clause: int = 1
    point: int = 1
    attendance: int = 1
    interest: int = 1
    doubt: int = 1


def rows_of(
    meeting: Meeting, meeting_id: int, permalink: str, document_id: int, first: FirstKeys = FirstKeys()
) -> Rows:
    """The rows of `meeting` by table. `document_id` is the evidence of every row; keys follow one another."""
    return _Flattened(meeting_id, document_id, first).rows_of(meeting, permalink)


class _Flattened:
    def __init__(self, meeting_id: int, document_id: int, first: FirstKeys) -> None:
        self._meeting_id = meeting_id
        self._document_id = document_id
        self._first = first
        self._rows = Rows()

    def rows_of(self, meeting: Meeting, permalink: str) -> Rows:
        rows, owner, source = self._rows, self._meeting_id, self._document_id
        slugs = told_apart(number_slug(item.number) if item.number else slug(item.title) for item in meeting.items)
        for position, (item, item_slug) in enumerate(zip(meeting.items, slugs, strict=True), 1):
            self._add_item(item, position, f"{permalink}/{item_slug}")
        self._add_paragraphs(meeting.paragraphs, None)
        for at, person in enumerate(meeting.attendance):
            key, span = self._first.attendance + at, person.span
            rows.attendance.append(
                AttendanceRow(key, owner, at + 1, person.name, person.role, person.group, source, span.start, span.end)
            )
        for at, one in enumerate(meeting.interests):
            key, span = self._first.interest + at, one.span
            rows.interest.append(
                InterestRow(
                    *(key, owner, at + 1, one.name, one.nature, one.subject, one.conduct),
                    *(source, span.start, span.end),
                )
            )
        self._add_doubts(meeting)
        return rows

    def _add_doubts(self, meeting: Meeting) -> None:
        """Each with the last item that begins before it; those before the first one have none."""
        keys = [item.id for item in self._rows.agenda_item]
        begins = sorted((item.span.start, key) for item, key in zip(meeting.items, keys, strict=True))
        starts = [start for start, _ in begins]
        for at, doubt in enumerate(meeting.doubts):
            key, span = self._first.doubt + at, doubt.span
            before = bisect_right(starts, span.start)
            item_id = begins[before - 1][1] if before else None
            self._rows.doubt.append(
                DoubtRow(
                    *(key, self._meeting_id, item_id, at + 1, doubt.kind, doubt.why),
                    *(self._document_id, span.start, span.end),
                )
            )

    def _add_item(self, item: Item, position: int, permalink: str) -> None:
        rows, span = self._rows, item.span
        key = self._first.agenda_item + len(rows.agenda_item)
        rows.agenda_item.append(
            AgendaItemRow(
                *(key, self._meeting_id, position, item.number, item.reference, item.title, int(item.complete)),
                *(item.full_text, permalink, self._document_id, span.start, span.end),
            )
        )
        self._add_paragraphs(item.paragraphs, key)
        for at, resolution in enumerate(item.resolutions, 1):
            self._add_resolution(resolution, key, at, f"{permalink}/r{at}")

    def _add_paragraphs(self, paragraphs: Iterable[Paragraph], item_id: int | None) -> None:
        into, owner, source = self._rows.paragraph, self._meeting_id, self._document_id
        key = self._first.paragraph + len(into)
        into.extend(
            ParagraphRow(
                *(key + at, owner, item_id, at + 1, one.kind.value, one.label, one.text),
                *(source, one.span.start, one.span.end),
            )
            for at, one in enumerate(paragraphs)
        )

    def _add_resolution(self, one: Resolution, item_id: int, position: int, permalink: str) -> None:
        into, span = self._rows.resolution, one.span
        key = self._first.resolution + len(into)
        into.append(
            ResolutionRow(
                *(key, item_id, position, one.marker, one.kind, one.intro, one.mover, one.seconder, one.vote),
                *(one.form.value, one.result.value, int(one.complete), permalink),
                *(self._document_id, span.start, span.end),
            )
        )
        self._add_points(one.following, key, None)
        names = _clause_permalinks(one, permalink)
        for at, (clause, name) in enumerate(zip(one.clauses, names, strict=True), 1):
            self._add_clause(clause, key, at, name)

    def _add_clause(self, one: Clause, resolution_id: int, position: int, permalink: str) -> None:
        into, span = self._rows.clause, one.span
        key = self._first.clause + len(into)
        into.append(
            ClauseRow(
                *(key, resolution_id, position, one.label, one.value, one.text, json.dumps(one.outcomes)),
                *(json.dumps(dict(one.targets)), int(one.complete), permalink),
                *(self._document_id, span.start, span.end),
            )
        )
        self._add_points(one.points, resolution_id, key)

    def _add_points(self, points: Iterable[Paragraph], resolution_id: int, clause_id: int | None) -> None:
        into, source = self._rows.point, self._document_id
        key = self._first.point + len(into)
        into.extend(
            PointRow(
                *(key + at, resolution_id, clause_id, at + 1, one.label, one.text),
                *(source, one.span.start, one.span.end),
            )
            for at, one in enumerate(points)
        )


def _clause_permalinks(resolution: Resolution, permalink: str) -> Iterator[str]:
    """A clause's label ends its permalink; the single sentence of a resolution has the resolution's."""
    if len(resolution.clauses) == 1 and resolution.clauses[0].label is None:
        yield permalink
        return
    for segment in told_apart(label_slug(clause.label or "") for clause in resolution.clauses):
        yield f"{permalink}/{segment}"
