"""What a person says of a decision's form, result and movers, and of the meeting itself: it stands as it is said."""

from bisect import bisect_right
from dataclasses import replace
from datetime import date

from store.corrections.correction import Correction, CorrectionKind
from store.model import Form, Item, Meeting, Resolution, Result, Span
from store.parse.by_hand.by_hand import ByHand
from store.parse.heading.heading import Heading

_OF_DECISION = (CorrectionKind.FORM, CorrectionKind.RESULT, CorrectionKind.MOVER, CorrectionKind.SECONDER)
_OF_HEADING = (
    CorrectionKind.DAY,
    CorrectionKind.BODY,
    CorrectionKind.COUNCIL,
    CorrectionKind.VENUE,
    CorrectionKind.HOUR,
    CorrectionKind.CONFIRMED_BY,
)


def with_said_heading(titles: Heading, within: Span, hand: ByHand) -> Heading:
    """The heading of the meeting in a stretch of the document, with what a person says of it."""
    for one in _of_meeting(within, hand, *_OF_HEADING):
        value = one.value or None
        match one.kind:
            case CorrectionKind.DAY:
                titles = replace(titles, day=date.fromisoformat(one.value or ""), doubts=())
            case CorrectionKind.BODY:
                titles = replace(titles, committee=value)
            case CorrectionKind.COUNCIL:
                titles = replace(titles, council=value)
            case CorrectionKind.VENUE:
                titles = replace(titles, venue=value)
            case CorrectionKind.CONFIRMED_BY:
                titles = replace(titles, status="confirmed")
            case _:
                titles = replace(titles, start=(one.value or "").partition("-")[0] or None)
    return titles


def with_said(meeting: Meeting, within: Span, hand: ByHand) -> Meeting:
    """The meeting with what a person says of it that the reader may not take for anything else."""
    doubts = (doubt for doubt in hand.doubts if within.start <= doubt.span.start < max(within.end, 1))
    meeting = replace(meeting, doubts=(*meeting.doubts, *doubts))
    for one in _of_meeting(
        within, hand, CorrectionKind.CHAIR, CorrectionKind.MEETING_KIND, CorrectionKind.HOUR, CorrectionKind.VENUE
    ):
        value = one.value or None
        match one.kind:
            case CorrectionKind.CHAIR:
                meeting = replace(meeting, chair=value)
            case CorrectionKind.MEETING_KIND:
                meeting = replace(meeting, kind=value)
            case CorrectionKind.VENUE:
                meeting = replace(meeting, venue=value)
            case _:
                start, _, end = (one.value or "").partition("-")
                meeting = replace(meeting, start=start or meeting.start, end=end or meeting.end)
    told = _of_meeting(within, hand, *_OF_DECISION)
    none = _of_meeting(within, hand, CorrectionKind.NO_DECISION)
    return replace(meeting, items=_with_decisions(meeting.items, told, none)) if told or none else meeting


def _of_meeting(within: Span, hand: ByHand, *changes: CorrectionKind) -> list[Correction]:
    return hand.within(within, *changes)


def _with_decisions(items: tuple[Item, ...], told: list[Correction], none: list[Correction]) -> tuple[Item, ...]:
    """The items with what is said of the decisions in them."""
    changed = list(items)
    starts = [item.span.start for item in items]
    for one in told:
        at = bisect_right(starts, one.span.start) - 1
        if at >= 0 and changed[at].resolutions:
            changed[at] = _with_one(changed[at], one)
    for one in none:  # in the words of a title
        for at, item in enumerate(changed):
            if item.span.start <= one.span.start < item.span.end:
                left = tuple(r for r in item.resolutions if not (one.span.start < r.span.end <= item.span.end))
                changed[at] = replace(item, resolutions=left)
    return tuple(changed)


def _with_one(item: Item, said: Correction) -> Item:
    """An item with what is said of the decision at a place, or of the one that stands nearest."""
    place = said.span
    nearest = min(item.resolutions, key=lambda one: max(one.span.start - place.end, place.start - one.span.end, 0))
    changed = tuple(_decision(one, said) if one is nearest else one for one in item.resolutions)
    return replace(item, resolutions=changed)


def _decision(resolution: Resolution, said: Correction) -> Resolution:
    match said.kind:
        case CorrectionKind.FORM:
            return replace(resolution, form=Form(said.value or ""))
        case CorrectionKind.RESULT:
            return replace(resolution, result=Result(said.value or ""))
        case CorrectionKind.MOVER:
            return replace(resolution, mover=said.words)
        case _:
            return replace(resolution, seconder=said.words)
