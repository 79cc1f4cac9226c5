"""What became of documents that were added: a line for each, and a table of what came of them all."""

from collections.abc import Iterator, Sequence
from typing import Final

from store.ingest.events import Added, AlreadyThere, Completed, Failed, Linked, Stored
from store.text.lists import counted
from tui.pages.plain import figures, hung
from tui.pages.spoken import written

_COLUMN = 29  # where the remarks begin, behind names and figures
_NAMED = 5  # of many documents, so many are named


_KINDS: Final = (
    ("added", Added),
    ("completing a meeting", Completed),
    ("no better source", Linked),
    ("already there", AlreadyThere),
)
_ALWAYS: Final = {"documents", "meetings", "items", "resolutions"}  # which are told though there are none


def event_line(event: Stored | Failed) -> str:
    """One line on a document: the meeting, its figures, what to know of it; or why it was not stored."""
    return f"{event.name}: {event_words(event)}"


def event_words(event: Stored | Failed) -> str:
    """The same without the document's name."""
    if isinstance(event, Failed):
        return event.reason
    line = event.meeting
    done = {
        AlreadyThere: "already there: ",
        Completed: "completes ",
        Linked: "no better source of ",
    }.get(type(event), "")
    warnings = [f"{warning[0].upper()}{warning[1:]}." for warning in getattr(event, "warnings", ())]
    return " ".join([f"{done}{line.committee}, {written(line.date)}: {figures(line)}.", *warnings])


def summary(events: Sequence[Stored | Failed], width: int) -> str:
    """The table at the end: how many documents, meetings, items and resolutions; what is incomplete, and where."""
    stored = [event for event in events if not isinstance(event, Failed)]
    refused, broken = _failed(events, refused=True), _failed(events, refused=False)
    new = [event for event in stored if isinstance(event, Added | Completed)]
    doubted = list(dict.fromkeys(event.name for event in new if event.doubts))
    rows = [
        ("documents", len({event.name for event in events}), _came(stored)),
        ("with doubts", len(doubted), _named(doubted)),
        ("not minutes", len(refused), _names(refused)),
        ("not read", len(broken), _names(broken)),
        *_figures(new),
    ]
    return "\n".join(
        line
        for name, number, remark in rows
        if number or name in _ALWAYS
        for line in hung(f"{name:<20}{number:>7,}", remark, width, column=_COLUMN)
    )


def _figures(new: Sequence[Added | Completed]) -> Iterator[tuple[str, int, str]]:
    """What there is in documents that were added: the name of each figure, the figure, and where."""
    yield "meetings", len({event.meeting.permalink for event in new}), ""
    yield "items", sum(event.meeting.items for event in new), ""
    cut = [event.name for event in new if event.meeting.incomplete]
    yield "items cut short", sum(event.meeting.incomplete for event in new), _named(cut)
    yield "resolutions", sum(event.meeting.resolutions for event in new), ""
    yield "lines not understood", sum(event.unread for event in new), _named([e.name for e in new if e.unread])


def _came(stored: Sequence[Stored]) -> str:
    """How many documents came to what: "3 added, 1 already there"."""
    return ", ".join(f"{number} {what}" for what, kind in _KINDS if (number := _count(stored, kind)))


def _count(events: Sequence[Stored], kind: type[Stored]) -> int:
    return sum(type(event) is kind for event in events)


def _failed(events: Sequence[Stored | Failed], *, refused: bool) -> list[Failed]:
    return [event for event in events if isinstance(event, Failed) and event.refused is refused]


def _names(events: Sequence[Failed]) -> str:
    return _named([event.name for event in events])


def _named(names: Sequence[str]) -> str:
    """The first few of some documents, and how many more there are."""
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {counted(more, 'other')}" if more > 0 else "")
