"""Markdown of a whole meeting, to be read from its heading to its close: who came, what was said, what was decided."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from store.export.places_markdown import words
from store.text.dates import spoken_day
from store.text.labels import without_bullet
from store.views.meeting_views import item, meeting
from store.views.view_lines import AttendanceLine, ItemView, MeetingView, ParagraphLine

CUT_SHORT = "*The source stops here.*"


def meeting_markdown(store: sqlite3.Connection, permalink: str) -> Iterator[str]:
    """The pieces of a file. Raises `NotFound` when the permalink names nothing."""
    view = meeting(store, permalink)
    yield from _heading(view)
    yield from _people(view.attendance)
    if view.interests:
        said = [(one.name, one.nature, one.subject, one.conduct) for one in view.interests]
        yield "\n## Declarations of interest\n\n"
        yield from (f"- {words(', '.join(filter(None, parts)))}\n" for parts in said)
    for line in view.items:
        yield from _item(item(store, line.permalink))
    for note in view.notes:
        yield f"\n{words(note.text)}\n"
    yield f"\n---\n\nFrom {words(', '.join(view.documents))} (`{view.line.permalink}`)\n"


def _heading(view: MeetingView) -> Iterator[str]:
    line = view.line
    yield f"# {words(line.committee)}\n"
    times = [f"at {line.start}" if line.start else None, f"until {view.end}" if view.end else None]
    when = " ".join(filter(None, [line.date and spoken_day(line.date), *times]))
    status = {"draft": "draft minutes", "confirmed": "confirmed minutes"}.get(line.status)
    told = ", ".join(filter(None, [None if line.council == line.committee else line.council, when, status]))
    if told:
        yield f"\n{words(told)}\n"
    facts = [("Venue", view.venue), ("Chair", view.chair)]
    facts.append(("Next meeting", view.next_meeting and spoken_day(view.next_meeting)))
    known = [f"- **{name}:** {words(fact)}\n" for name, fact in facts if fact]
    yield from ["\n", *known] if known else []


def _people(attendance: Sequence[AttendanceLine]) -> Iterator[str]:
    for group in dict.fromkeys(one.group for one in attendance):
        yield f"\n## {words(group)}\n\n"
        for one in attendance:
            if one.group == group:
                yield f"- {words(f'{one.name} ({one.role})' if one.role else one.name)}\n"


def _item(view: ItemView) -> Iterator[str]:
    line = view.line
    reference = f"(Ref: {line.reference})" if line.reference else None
    yield f"\n## {words(' '.join(filter(None, [line.number, line.title, reference])))}\n"
    markers = [one.marker for one in line.resolutions if one.marker]
    decided = False
    for paragraph in view.paragraphs:
        if paragraph.kind == "furniture":
            continue
        resolves = paragraph.kind == "resolution"
        yield ">\n" if resolves and decided else "\n"  # a decision is one block, its clauses apart in it
        yield f"{'> ' if resolves else ''}{_labelled(paragraph, markers if resolves else ())}\n"
        decided = resolves
    if not line.complete:
        full = f" The full text: <{line.full_text}>" if line.full_text else ""
        yield f"\n{CUT_SHORT}{full}\n"


def _labelled(paragraph: ParagraphLine, markers: Iterable[str]) -> str:
    """The words behind their label, "RESOLVED:" in bold."""
    said = f"{without_bullet(paragraph.label or '')} {paragraph.text}".strip()
    marker = max((one for one in markers if said.startswith(one)), key=len, default="")
    return f"**{words(marker)}** {words(said[len(marker) :].lstrip())}".rstrip() if marker else words(said)
