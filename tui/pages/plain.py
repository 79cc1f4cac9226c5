"""Minutes as plain text for a pipe, a printer or a terminal without an app: wrapped, indented, nothing more."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from shlex import quote
from typing import TYPE_CHECKING

from store.text.lists import counted
from store.views.view_lines import (
    ClauseLine,
    CommitteeLine,
    ItemLine,
    ItemView,
    MeetingLine,
    MeetingView,
    Points,
    ResolutionLine,
)
from tui.pages.spoken import by_group, council_beside, in_doubt, motion_said, named, written

if TYPE_CHECKING:
    from store.citation.record import Record
    from store.model import Document, Meeting

CUT_SHORT = "[the source stops here]"
_DATE_COLUMN = 19  # the longest, "30 September 2021", and a gap
_NUMBER_COLUMN = 8
_SLUG_COLUMN = 20
_STEP = 4


def meeting_rows(lines: Iterable[MeetingLine], width: int) -> Iterator[str]:
    """Two lines a meeting, as they are asked for: its day and committee; its permalink and figures."""
    return (row for line in lines for row in _meeting_rows(line, width))


def meeting_heading(line: MeetingLine, width: int) -> list[str]:
    """A meeting's day, and its committee and council."""
    return hung(written(line.date), _names(line.committee, line.council), width, column=_DATE_COLUMN)


def committee_list(lines: Sequence[CommitteeLine], width: int) -> str:
    """A line a committee: its permalink's beginning, its name and its council."""
    column = min(max((len(line.slug) for line in lines), default=0) + 2, _SLUG_COLUMN)
    return "\n".join(
        row
        for line in lines
        for row in hung(
            line.slug,
            f"{_names(line.committee, line.council or 'council not known')} ({counted(line.meetings, 'meeting')})",
            width,
            column=column,
        )
    )


def meeting_page(view: MeetingView, width: int) -> str:
    """A whole meeting: heading, people, interests, the items with what they decided, notes."""
    line = view.line
    times = [f"at {line.start}" if line.start else "", f"until {view.end}" if view.end else ""]
    when = " ".join(filter(None, [written(line.date), *times]))
    remarks = [
        council_beside(line),
        when,
        None if line.status == "unknown" else f"{line.status} minutes",
        in_doubt(len(view.doubts)),
    ]
    rows = [
        *wrapped(line.committee, width),
        *wrapped(", ".join(filter(None, remarks)), width),
        quote(line.permalink),
        "",
    ]
    facts = [("Venue", view.venue), ("Chair", view.chair)]
    facts.append(("Next meeting", written(view.next_meeting) if view.next_meeting else None))
    for name, fact in facts:
        rows += hung(name, fact, width, column=_DATE_COLUMN) if fact else []
    rows += _people(view, width)
    for item in view.items:
        rows += ["", *_item_heading(item, width)]
        rows += [row for resolution in item.resolutions for row in _resolution_rows(resolution, width)]
    for note in view.notes:
        rows += ["", *wrapped(note.text, width)]
    return "\n".join(rows)


def _people(view: MeetingView, width: int) -> Iterator[str]:
    """Who came, by the words that they are listed under, and what they declared."""
    for group, people in by_group(view.attendance).items():
        yield from hung(group, "; ".join(map(named, people)), width, column=_DATE_COLUMN)
    for interest in view.interests:
        said = [interest.name, interest.nature, interest.subject, interest.conduct]
        yield from hung("Interest", ", ".join(filter(None, said)), width, column=_DATE_COLUMN)


def item_page(view: ItemView, width: int) -> str:
    """An item with all its words in printed order; what was resolved is indented."""
    rows = [*_item_heading(view.line, width), "", *wrapped(_where(view.meeting), width), quote(view.line.permalink)]
    before = ""
    for paragraph in view.paragraphs:
        if paragraph.kind == "furniture":
            continue
        if not before == paragraph.kind == "resolution":
            rows.append("")
        indent = _NUMBER_COLUMN if paragraph.kind == "resolution" else 0
        rows += _labelled(paragraph.label, paragraph.text, width, indent)
        before = paragraph.kind
    if view.line.full_text:
        rows += ["", *wrapped(f"The full text: {view.line.full_text}", width)]
    return "\n".join(rows)


def quoted_page(item: ItemLine, cited: "Record", width: int) -> str:
    """A resolution or a clause of `item` (`cited` says which): its words, then its reference and permalink."""
    from store.citation.style_catalogue import full_reference

    rows: list[str] = []
    for resolution in item.resolutions:
        if resolution.permalink == cited.permalink:
            rows += _resolution_rows(resolution, width)
        else:
            for clause in resolution.clauses:
                rows += _clause_rows(clause, width) if clause.permalink == cited.permalink else []
    return "\n".join(
        [
            *textwrap.dedent("\n".join(rows)).splitlines(),
            "",
            *wrapped(full_reference(cited), width),
            quote(cited.permalink),
        ]
    )


def reading(document: "Document", meeting: "Meeting", width: int) -> str:
    """Every paragraph of a document in its order, beside what it was read as."""
    paragraphs = [*meeting.paragraphs, *(paragraph for item in meeting.items for paragraph in item.paragraphs)]
    told = [(one.span, one.kind.value, f"{one.label or ''} {one.text}".strip()) for one in paragraphs]
    told += [(span, "not understood", document.text[span.start : span.end]) for span in meeting.unread]
    told += [(doubt.span, "doubt", doubt.why) for doubt in meeting.doubts]
    column = max((len(kind) for _, kind, _ in told), default=0) + 2
    return "\n".join(row for _, kind, text in sorted(told) for row in hung(kind, text, width, column=column))


def _meeting_rows(line: MeetingLine, width: int) -> Iterator[str]:
    yield from meeting_heading(line, width)
    yield from wrapped(f"{quote(line.permalink)}  {figures(line)}", width, _DATE_COLUMN)


def figures(line: MeetingLine) -> str:
    """How much there is of a meeting: "7 items (1 cut short), 4 resolutions"."""
    if not line.minuted:
        return f"{counted(line.items, 'item')}, an agenda without minutes"
    cut = f" ({line.incomplete} cut short)" if line.incomplete else ""
    return f"{counted(line.items, 'item')}{cut}, {counted(line.resolutions, 'resolution')}"


def _where(line: MeetingLine) -> str:
    return f"{_names(line.committee, line.council)}, {written(line.date)}"


def _names(committee: str, council: str | None) -> str:
    """A committee with its council; a parish council meets as itself."""
    return committee if council in (None, committee) else f"{committee}, {council}"


def _item_heading(item: ItemLine, width: int) -> list[str]:
    reference = f" (Ref: {item.reference})" if item.reference else ""
    cut = "" if item.complete else f" {CUT_SHORT}"
    return hung(item.number or "", f"{item.title}{reference}{cut}", width, column=_NUMBER_COLUMN)


def _resolution_rows(resolution: ResolutionLine, width: int) -> Iterator[str]:
    opening = " ".join(filter(None, [resolution.marker, resolution.intro]))
    if opening:
        yield from wrapped(opening, width, _NUMBER_COLUMN)
    for clause in resolution.clauses:
        yield from _clause_rows(clause, width)
    yield from _point_rows(resolution.following, width, _NUMBER_COLUMN)
    if said := motion_said(resolution):
        yield from wrapped(said, width, _NUMBER_COLUMN)


def _clause_rows(clause: ClauseLine, width: int) -> Iterator[str]:
    text = clause.text if clause.complete else f"{clause.text} {CUT_SHORT}"
    yield from _labelled(clause.label, text, width, _NUMBER_COLUMN)
    yield from _point_rows(clause.points, width, _NUMBER_COLUMN + _STEP)


def _point_rows(points: Points, width: int, indent: int) -> Iterator[str]:
    for label, text in points:
        yield from _labelled(label, text, width, indent)


def _labelled(label: str | None, text: str, width: int, indent: int = 0) -> list[str]:
    if label is None:
        return wrapped(text, width, indent)
    return hung(label, text, width, indent=indent, column=max(len(label) + 1, _STEP))


def hung(label: str, text: str, width: int, *, column: int, indent: int = 0) -> list[str]:
    """`text` with `label` hung out to its left, in a column of so many characters."""
    rows = wrapped(text, width, indent + column) or [""]
    if len(label) >= column:
        return [*wrapped(label, width, indent), *rows]
    rows[0] = " " * indent + label.ljust(column - 1) + " " + rows[0].lstrip()
    return [row.rstrip() for row in rows]


def wrapped(text: str, width: int, indent: int = 0) -> list[str]:
    """`text` in lines of at most `width` characters, all indented."""
    margin = " " * indent
    # Permalinks and references are for copying: they are never broken.
    return textwrap.wrap(
        text,
        max(width, indent + 20),
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
