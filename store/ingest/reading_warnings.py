"""What the reader of a freshly read document should know of it, as short sentences."""

from store.model import Meeting
from store.text.plurals import counted

_TOLD_ABOVE = frozenset({"day", "committee"})  # kinds of doubts that have sentences of their own


def warnings_of(meeting: Meeting, council_known: bool) -> tuple[str, ...]:
    """The things that the document leaves unsaid, cuts short or says in a way that is not understood."""
    unsaid = (
        (not meeting.minuted, "an agenda without minutes"),
        (not council_known, "council not named; tell it with --council"),
        (meeting.committee is None, "committee not named"),
        (meeting.date is None, "no date of the meeting"),
    )
    cut = [item.number or f"“{item.title}”" for item in meeting.items if not item.complete]
    sentences = [sentence for holds, sentence in unsaid if holds]
    if cut:
        sentences.append(f"{counted(len(cut), 'item')} cut short by the page: {', '.join(cut)}")
    if meeting.unread:
        sentences.append(f"{counted(len(meeting.unread), 'line')} not understood")
    doubts = [doubt for doubt in meeting.doubts if doubt.kind not in _TOLD_ABOVE]
    if doubts:
        sentences.append(f"{counted(len(doubts), 'doubt')}: {doubts[0].why}")
    return tuple(sentences)
