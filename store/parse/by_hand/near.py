"""What putting something right changes near it, read at once; the whole reading takes longer, and comes after."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from store.corrections.correction import Correction, CorrectionKind
from store.model import Document, Item, Meeting, Span
from store.parse.by_hand.by_hand import placed
from store.parse.by_hand.said import with_said
from store.parse.meeting import parse_meetings


def read_near(
    document: Document, meeting: Meeting, before: Sequence[Correction], after: Sequence[Correction]
) -> Meeting:
    """`meeting`, read around the corrections `before`, with the items near what `after` says otherwise read again.

    Other items stay as they are, their headings hold. A few items take a hundredth of the time that many hundreds do.
    """
    changed = [one for one in {*before, *after} if (one in before) != (one in after)]
    if not changed:
        return meeting
    if all(one.kind.of_meeting for one in changed):
        return with_said(meeting, Span(0, len(document.text)), placed(document, after))
    spans = [one.span for one in changed if not one.kind.of_meeting]
    window = _window(document, meeting.items, min(span.start for span in spans), max(span.end for span in spans))
    first, last, bounds = window
    named = {item.span.start for item in meeting.items[first:last]}
    named |= {one.span.start for one in (*after, *changed) if one.kind in _OF_HEADINGS}
    inside = [one for one in after if bounds.start <= one.span.start < bounds.end and not one.kind.of_meeting]
    headings = [said for item in meeting.items[first:last] if (said := _as_it_is(document, item, changed))]
    part = _part(document, bounds)
    items = _items(part, [*inside, *headings], bounds)
    if extra := [item for item in items if item.span.start not in named and (item.number or item.title)]:
        none = [_said(document, item.span, CorrectionKind.NO_ITEM) for item in extra]
        items = _items(part, [*inside, *headings, *none], bounds)
    return replace(meeting, items=(*meeting.items[:first], *items, *meeting.items[last:]))


def _window(document: Document, items: Sequence[Item], start: int, end: int) -> tuple[int, int, Span]:
    """The items around a stretch, one before and one behind it: the first, the one after the last, and their place."""
    starts = [item.span.start for item in items]
    first = max(bisect_right(starts, start) - 2, -1)
    last = min(bisect_right(starts, max(start, end - 1)) + 1, len(items))
    begin = starts[first] if first >= 0 else 0
    return max(first, 0), last, Span(begin, starts[last] if last < len(items) else len(document.text))


def _part(document: Document, bounds: Span) -> Document:
    """A stretch of a document, its characters where they are in the whole."""
    above = " " * (bounds.start - 1) + "\n" if bounds.start else ""
    text = above + document.text[bounds.start : bounds.end]
    within = [look for look in document.looks if bounds.start <= look.span.start < bounds.end]
    return replace(document, text=text, looks=tuple(within), pages=(), scans=())


def _items(part: Document, corrections: Sequence[Correction], bounds: Span) -> list[Item]:
    read = parse_meetings(part, corrections)
    return [item for meeting in read for item in meeting.items if item.span.start >= bounds.start]


def _as_it_is(document: Document, item: Item, changed: Sequence[Correction]) -> Correction | None:
    """That an item's heading is what it was read as, unless something else is said of it now."""
    headings = (CorrectionKind.ITEM, CorrectionKind.NO_ITEM)
    said = any(
        one.span.start < item.span.end and item.span.start < one.span.end for one in changed if one.kind in headings
    )
    if said or not (item.number or item.title):
        return None
    one = _said(document, item.span, CorrectionKind.ITEM)
    return replace(one, value=item.title, number=item.number or "")


def _said(document: Document, span: Span, kind: CorrectionKind) -> Correction:
    return Correction(document.sha256, kind, span, " ".join(document.text[span.start : span.end].split()))


_OF_HEADINGS = (CorrectionKind.ITEM, CorrectionKind.NO_ITEM)
