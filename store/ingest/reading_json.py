"""A freshly read document as the JSON that `minutebook read FILE --json` prints."""

from collections.abc import Sequence

from store.model import Clause, Document, Item, Meeting, Paragraph, Resolution

Json = dict[str, object]


def as_json(document: Document, meeting: Meeting) -> Json:
    """What the document says, in values that `json.dumps` takes. Offsets are characters into the document's text."""
    return {
        "source": {
            "name": document.name,
            "sha256": document.sha256,
            "format": document.format,
            "characters": len(document.text),
        },
        "council": meeting.council,
        "committee": meeting.committee,
        "date": meeting.date and meeting.date.isoformat(),
        "start": meeting.start,
        "end": meeting.end,
        "venue": meeting.venue,
        "chair": meeting.chair,
        "status": meeting.status,
        "minuted": meeting.minuted,
        "attendance": [
            {"name": person.name, "role": person.role, "group": person.group} for person in meeting.attendance
        ],
        "items": [_item(item) for item in _set_apart(meeting)],
        "resolutions": [_resolution(item, resolution) for item in meeting.items for resolution in item.resolutions],
        "interests": [
            {"name": one.name, "nature": one.nature, "subject": one.subject, "conduct": one.conduct}
            for one in meeting.interests
        ],
        "page": meeting.page.value,
        "doubts": [
            {"kind": doubt.kind, "start": doubt.span.start, "end": doubt.span.end, "why": doubt.why}
            for doubt in meeting.doubts
        ],
        "next_meeting": meeting.next_meeting and meeting.next_meeting.isoformat(),
        "paragraphs": [_paragraph(paragraph) for paragraph in _beside_items(meeting)],
        "unread": {"lines": len(meeting.unread)},
    }


def _set_apart(meeting: Meeting) -> list[Item]:
    """The items that the document sets apart: not the business before its first heading, or without any."""
    first = meeting.items[:1]
    return [item for item in meeting.items if item.number or item.title or item not in first]


def _beside_items(meeting: Meeting) -> list[Paragraph]:
    """The paragraphs of the meeting itself, and of business that no heading sets apart."""
    apart = _set_apart(meeting)
    beside = (paragraph for item in meeting.items if item not in apart for paragraph in item.paragraphs)
    return sorted([*meeting.paragraphs, *beside], key=lambda paragraph: paragraph.span)


def _item(item: Item) -> Json:
    return {
        "number": item.number,
        "title": item.title or None,
        "reference": item.reference,
        "complete": item.complete,
        "full_text": item.full_text,
        "paragraphs": [_paragraph(paragraph) for paragraph in item.paragraphs],
    }


def _resolution(item: Item, resolution: Resolution) -> Json:
    """A resolution of a single sentence has its `text`; any other has clauses."""
    clauses = resolution.clauses
    alone = clauses[0] if len(clauses) == 1 and clauses[0].label is None else None
    return {
        "item": item.number,
        "marker": resolution.marker,
        "implicit": resolution.marker is None,
        "kind": resolution.kind,
        "complete": resolution.complete,
        "intro": resolution.intro,
        "text": alone and alone.text,
        "clauses": []
        if alone
        else [
            {
                "label": clause.label,
                "text": _whole(clause),
                "complete": clause.complete,
                "points": _points(clause.points),
                "outcomes": list(clause.outcomes),
                "targets": dict(clause.targets),
            }
            for clause in clauses
        ],
        "following": _points((*alone.points, *resolution.following) if alone else resolution.following),
        "mover": resolution.mover,
        "seconder": resolution.seconder,
        "vote": resolution.vote,
        "form": resolution.form.value,
        "result": resolution.result.value,
        "start": resolution.span.start,
        "end": resolution.span.end,
    }


def _whole(clause: Clause) -> str:
    """The words of a clause with its lettered points, which go on with its sentence; bullets stand beside it."""
    lettered = [point for point in clause.points if point.label and any(map(str.isalnum, point.label))]
    return " ".join([clause.text, *(f"{point.label} {point.text}" for point in lettered)])


def _points(points: Sequence[Paragraph]) -> list[Json]:
    return [{"label": point.label, "text": point.text} for point in points]


def _paragraph(paragraph: Paragraph) -> Json:
    return {
        "kind": paragraph.kind.value,
        "label": paragraph.label,
        "text": paragraph.text,
        "start": paragraph.span.start,
        "end": paragraph.span.end,
    }
