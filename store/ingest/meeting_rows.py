"""A `Meeting` laid flat: the rows of every table below the meeting's own."""

import json
from collections.abc import Iterable, Iterator, Mapping

from store.model import Clause, Item, Meeting, Paragraph, Resolution, Span
from store.permalinks.slugs import label_slug, number_slug, slug, told_apart

Row = dict[str, object]
Rows = dict[str, list[Row]]


def rows_of(
    meeting: Meeting, meeting_id: int, permalink: str, document_id: int, ids: Mapping[str, Iterator[int]]
) -> Rows:
    """The rows of `meeting` by table, in the order in which owners come before what they own.

    `ids` gives the free keys of each table, in that order. `document_id` is the evidence of every row.
    """
    rows: Rows = {table: [] for table in ids}

    def add(table: str, span: Span, **columns: object) -> int:
        key = next(ids[table])
        evidence = {"document_id": document_id, "start": span.start, "end": span.end}
        rows[table].append({"id": key, **columns, **evidence})
        return key

    def add_paragraphs(paragraphs: Iterable[Paragraph], item_id: int | None) -> None:
        for position, one in enumerate(paragraphs, 1):
            where = {"meeting_id": meeting_id, "item_id": item_id, "position": position}
            add("paragraph", one.span, **where, kind=one.kind.value, label=one.label, text=one.text)

    def add_points(points: Iterable[Paragraph], resolution_id: int, clause_id: int | None) -> None:
        for position, one in enumerate(points, 1):
            where = {"resolution_id": resolution_id, "clause_id": clause_id, "position": position}
            add("point", one.span, **where, label=one.label, text=one.text)

    def add_clause(clause: Clause, resolution_id: int, position: int, permalink: str) -> None:
        clause_id = add(
            "clause",
            clause.span,
            resolution_id=resolution_id,
            position=position,
            label=clause.label,
            value=clause.value,
            text=clause.text,
            outcomes=json.dumps(clause.outcomes),
            targets=json.dumps(dict(clause.targets)),
            complete=int(clause.complete),
            permalink=permalink,
        )
        add_points(clause.points, resolution_id, clause_id)

    def add_resolution(resolution: Resolution, item_id: int, position: int, permalink: str) -> None:
        resolution_id = add(
            "resolution",
            resolution.span,
            item_id=item_id,
            position=position,
            marker=resolution.marker,
            kind=resolution.kind,
            intro=resolution.intro,
            mover=resolution.mover,
            seconder=resolution.seconder,
            vote=resolution.vote,
            complete=int(resolution.complete),
            permalink=permalink,
        )
        add_points(resolution.following, resolution_id, None)
        names = _clause_permalinks(resolution, permalink)
        for at, (clause, name) in enumerate(zip(resolution.clauses, names, strict=True), 1):
            add_clause(clause, resolution_id, at, name)

    def add_item(item: Item, position: int, permalink: str) -> None:
        item_id = add(
            "agenda_item",
            item.span,
            meeting_id=meeting_id,
            position=position,
            number=item.number,
            reference=item.reference,
            title=item.title,
            complete=int(item.complete),
            full_text=item.full_text,
            permalink=permalink,
        )
        add_paragraphs(item.paragraphs, item_id)
        for at, resolution in enumerate(item.resolutions, 1):
            add_resolution(resolution, item_id, at, f"{permalink}/r{at}")

    item_slugs = told_apart(number_slug(item.number) if item.number else slug(item.title) for item in meeting.items)
    for position, (item, item_slug) in enumerate(zip(meeting.items, item_slugs, strict=True), 1):
        add_item(item, position, f"{permalink}/{item_slug}")
    add_paragraphs(meeting.paragraphs, None)
    for position, person in enumerate(meeting.attendance, 1):
        who = {"meeting_id": meeting_id, "position": position, "name": person.name}
        add("attendance", person.span, **who, role=person.role, listed_under=person.group)
    for position, interest in enumerate(meeting.interests, 1):
        who = {"meeting_id": meeting_id, "position": position, "name": interest.name}
        what = {"nature": interest.nature, "subject": interest.subject, "conduct": interest.conduct}
        add("interest", interest.span, **who, **what)
    return rows


def _clause_permalinks(resolution: Resolution, permalink: str) -> Iterator[str]:
    """A clause's label ends its permalink; the single sentence of a resolution has the resolution's."""
    if len(resolution.clauses) == 1 and resolution.clauses[0].label is None:
        yield permalink
        return
    for segment in told_apart(label_slug(clause.label or "") for clause in resolution.clauses):
        yield f"{permalink}/{segment}"
