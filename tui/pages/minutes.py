"""An item of business, or a meeting, as a page: words in printed order, decisions set off by a bar, and notes."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.pages.marks import NOTED
from tui.pages.page import BAR, LIT_BAR, MARGIN, NOTE_BAR, PageLines, Setter
from tui.pages.safe import words
from tui.pages.spoken import (
    council_beside,
    decided_in,
    declared,
    hours,
    in_doubt,
    motion_said,
    stops_by_itself,
    written,
)

if TYPE_CHECKING:
    from store.userdata.kept_notes import Note
    from store.views.view_lines import (
        ClauseLine,
        DoubtLine,
        ItemView,
        MeetingLine,
        MeetingView,
        ParagraphLine,
        ResolutionLine,
    )


Notes = Mapping[str, "Note"]
"""The notes there are, by the permalink of what they are on."""


def set_note(page: Setter, notes: Notes, permalink: str) -> None:
    """Set the note on a place, where there is one."""
    if note := notes.get(permalink):
        page.gap()
        day = written(note.changed_at.astimezone().date().isoformat())
        page.aside(words(f"{NOTED} Your note, {day}", "label"), NOTE_BAR)
        for line in note.text.splitlines():
            page.aside(words(line), NOTE_BAR)
        page.gap()


SAID = "said"  # the place of a paragraph, which has no permalink
STOPS = "The source stops here."
_ELSEWHERE = ("title", "furniture")  # the title stands at the top; running heads and page numbers are not the item's


def item_page(
    view: "ItemView", width: int, lit: str | None = None, said: str = "", notes: Notes = MappingProxyType({})
) -> PageLines:
    """`view` set for `width` cells, the clause or resolution with the permalink `lit` marked by a heavy bar.

    So is the first paragraph with the words `said`, where `lit` is the whole item; its place is called `SAID`. Each of
    the `notes` stands below what it is on.
    """
    page = Setter(width)
    item, meeting = view.line, view.meeting
    page.hung(words(item.number or "", "label"), words(item.title, "title"))
    reference = f"Ref {item.reference}" if item.reference else None
    page.facts((meeting.committee, written(meeting.date), reference))
    page.mark(item.permalink, 0)
    if None in (doubted := {_paragraph_of(view, doubt) for doubt in view.doubts}):
        page.doubt(0)
    set_note(page, notes, item.permalink)

    for first, paragraph in _business(page, view, lit, said, notes):
        if paragraph in doubted:
            page.doubt(first)
    if stops_by_itself(view):
        page.gap()
        page.text(words(STOPS, "warning"))
    if item.full_text:
        page.gap()
        page.text(words(f"The full text: {item.full_text}", "quiet"))
    return page.page()


def _business(
    page: Setter, view: "ItemView", lit: str | None, said: str, notes: Notes
) -> "Iterator[tuple[int, ParagraphLine]]":
    """The words of an item in printed order; a resolution that no paragraph has stands behind them all.

    Each paragraph comes when it is set, with its first line.
    """
    waiting = list(view.line.resolutions)
    labelled = False
    shown = [paragraph for paragraph in view.paragraphs if paragraph.kind not in _ELSEWHERE]
    for at, paragraph in enumerate(shown):
        first = page.here
        if within := decided_in(view, paragraph):
            beside = _told(view, shown[max(at - 1, 0) : at + 2])
            for resolution in [one for one in within if one in waiting]:
                _resolution(page, resolution, lit, notes, beside)
                waiting.remove(resolution)
            labelled = False
            yield first, paragraph
            continue
        if not (labelled and paragraph.label):
            page.gap()
        is_lit = lit == view.line.permalink and said == paragraph.text
        said = "" if is_lit else said
        _paragraph(page, paragraph, LIT_BAR if is_lit else MARGIN)
        yield first, paragraph
        labelled = paragraph.label is not None
    for resolution in waiting:
        _resolution(page, resolution, lit, notes)


def _paragraph_of(view: "ItemView", doubt: "DoubtLine") -> "ParagraphLine | None":
    """The paragraph, of those that are shown, that a doubt begins in; None where it is about the title."""
    shown = (paragraph for paragraph in view.paragraphs if paragraph.kind not in _ELSEWHERE)
    return next((paragraph for paragraph in shown if paragraph.start <= doubt.start < paragraph.end), None)


def _told(view: "ItemView", paragraphs: "Sequence[ParagraphLine]") -> str:
    """The words of those paragraphs that are shown as they are."""
    return " ".join(paragraph.text for paragraph in paragraphs if not decided_in(view, paragraph))


def _paragraph(page: Setter, paragraph: "ParagraphLine", bar: str = MARGIN) -> None:
    first = page.here
    style = "lit" if bar == LIT_BAR else "quiet" if paragraph.kind in ("agenda text", "note") else ""
    page.hung(words(paragraph.label or "", "label"), words(paragraph.text, style), bar)
    if bar == LIT_BAR:
        page.mark(SAID, first)


def _resolution(page: Setter, resolution: "ResolutionLine", lit: str | None, notes: Notes, beside: str = "") -> None:
    """The marker, then the clauses with their labels in a column of their own; `beside` are the words around it."""
    page.gap()
    first = page.here
    bar = LIT_BAR if resolution.permalink == lit else BAR
    if resolution.marker:
        page.text(words(resolution.marker, "marker"), bar)
    if resolution.intro:
        page.text(words(resolution.intro), bar)
    _clauses(page, resolution, lit, notes)
    for label, text in resolution.following:
        page.hung(words(label or "", "label"), words(text), bar)
    if said := motion_said(resolution, beside):
        page.text(words(said, "quiet" if resolution.result == "carried" else "warning"), bar)
    if not resolution.complete and all(clause.complete for clause in resolution.clauses):
        page.text(words(STOPS, "warning"), bar)
    page.mark(resolution.permalink, first)
    set_note(page, notes, resolution.permalink)


def _clauses(page: Setter, resolution: "ResolutionLine", lit: str | None, notes: Notes) -> None:
    """The clauses, with their labels in a column of their own."""
    column = max((len(clause.label) + 1 for clause in resolution.clauses if clause.label), default=0)
    for clause in resolution.clauses:
        _clause(page, clause, column, LIT_BAR if lit in (resolution.permalink, clause.permalink) else BAR)
        if clause.permalink != resolution.permalink:
            set_note(page, notes, clause.permalink)


def _clause(page: Setter, clause: "ClauseLine", column: int, bar: str) -> None:
    first = page.here
    style = "lit" if bar == LIT_BAR else ""
    page.hung(words(clause.label or "", "label"), words(clause.text, style), bar, column=column)
    for label, text in clause.points:
        page.hung(words(label or "", "label"), words(text, style), bar, indent=column)
    if not clause.complete:
        page.text(words(STOPS, "warning"), bar, indent=column)
    page.mark(clause.permalink, first)


def meeting_page(view: "MeetingView", width: int, notes: Notes = MappingProxyType({})) -> PageLines:
    """`view` set for `width` cells, with the one of the `notes` that is on it."""
    page = Setter(width)
    line = view.line
    page.text(words(line.committee, "title"))
    page.facts((council_beside(line), written(line.date), hours(line.start, view.end)))
    page.facts((view.venue,))
    page.facts((f"Chair: {view.chair}" if view.chair else None, _standing(line), in_doubt(len(view.doubts))))
    page.mark(line.permalink, 0)
    set_note(page, notes, line.permalink)

    _people(page, view)
    printed = [note for note in view.notes if note.kind == "note"]
    if printed:
        page.heading("Notes")
        for note in printed:
            page.hung(words(note.label or "", "label"), words(note.text), indent=2)
    if view.next_meeting:
        page.heading("Next meeting")
        page.text(words(written(view.next_meeting)), indent=2)
    if view.documents:
        page.heading("Documents" if len(view.documents) > 1 else "Document")
        for name in view.documents:
            page.text(words(name), indent=2)
    return page.page()


def _people(page: Setter, view: "MeetingView") -> None:
    """Who came, by the words that they are listed under, and what they declared."""
    for group, people in groupby(view.attendance, key=attrgetter("group")):
        page.heading(group)
        for person in people:
            role = words(f", {person.role}", "quiet") if person.role else words("")
            page.text(words(person.name) + role, indent=2)
    if view.interests:
        page.heading("Interests declared")
        for interest in view.interests:
            page.text(words(interest.name) + words(declared(interest), "quiet"), indent=2)


def _standing(line: "MeetingLine") -> str | None:
    if not line.minuted:
        return "Agenda without minutes"
    return None if line.status == "unknown" else f"{line.status.capitalize()} minutes"
