"""Lines that a person sets aside: who came, the page's own, notes. They are read as that, and the rest around them."""

from collections.abc import Sequence
from dataclasses import replace

from store.corrections.correction import CorrectionKind
from store.model import Attendance, Item, Kind, Meeting, Paragraph
from store.parse.attendance.attendance import read_attendance
from store.parse.by_hand.by_hand import ByHand
from store.parse.page.lines import Line
from store.parse.page.wrapping import join_lines

_KINDS = {
    CorrectionKind.ATTENDANCE: Kind.ATTENDANCE,
    CorrectionKind.FURNITURE: Kind.FURNITURE,
    CorrectionKind.NOTE: Kind.NOTE,
}


def set_aside(lines: Sequence[Line], hand: ByHand) -> tuple[list[Line], list[Paragraph]]:
    """The lines that are read on, and the paragraphs of those that are not."""
    if not hand.has_roles:
        return list(lines), []
    kept: list[Line] = []
    aside: list[Paragraph] = []
    broken = False
    for line in lines:
        kind = next((kind for kind in _KINDS if hand.is_said(line.span, kind)), None)
        if kind is None:
            kept.append(replace(line, gap=True) if broken else line)
            broken = False
        else:
            aside.append(line.words.paragraph(_KINDS[kind]))
            broken = True
    return kept, aside


def people_aside(lines: Sequence[Line], hand: ByHand) -> list[Attendance]:
    """Who came, by the lines of which a person says that they tell it."""
    of_people = [line for line in lines if hand.is_said(line.span, CorrectionKind.ATTENDANCE)]
    return read_attendance(join_lines(of_people)) if of_people else []


def with_notes_inside(meeting: Meeting, hand: ByHand) -> Meeting:
    """The meeting with the notes of a person under the item in which they stand."""
    notes = [one for one in meeting.paragraphs if one.kind is Kind.NOTE and hand.is_said(one.span, CorrectionKind.NOTE)]
    items = list(meeting.items)
    for note in notes:
        at = max((index for index, item in enumerate(items) if item.span.start < note.span.start), default=None)
        if at is not None:
            items[at] = _noted(items[at], note)
    inside = {note.span for note in notes if items and items[0].span.start < note.span.start}
    left = tuple(one for one in meeting.paragraphs if one.span not in inside)
    return replace(meeting, items=tuple(items), paragraphs=left)


def _noted(item: Item, note: Paragraph) -> Item:
    return replace(item, paragraphs=tuple(sorted([*item.paragraphs, note], key=lambda paragraph: paragraph.span)))
