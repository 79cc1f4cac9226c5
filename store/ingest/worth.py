"""What makes one source of a meeting better than another."""

import sqlite3
from typing import NamedTuple

from store.database.sql import one_row
from store.model import Meeting


class Worth(NamedTuple):
    """What counts, the weightiest first: of two sources the greater is the meeting's text.

    Minutes are worth more than an agenda, and what was confirmed or may be than a draft, however much either has. Then
    comes that anything is resolved, that the page cuts nothing short, that it was confirmed; then how many items are
    whole, how many resolutions and how many words there are.
    """

    minuted: bool
    no_draft: bool
    resolves: bool
    whole: bool
    confirmed: bool
    whole_items: int
    resolutions: int
    words: int


def worth_of(meeting: Meeting) -> Worth:
    """The worth of a document that tells of a meeting."""
    resolutions = sum(len(item.resolutions) for item in meeting.items)
    words = (paragraph.text.count(" ") + 1 for item in meeting.items for paragraph in item.paragraphs)
    whole = sum(item.complete for item in meeting.items)
    return Worth(
        minuted=meeting.minuted,
        no_draft=meeting.status != "draft",
        resolves=resolutions > 0,
        whole=whole == len(meeting.items),
        confirmed=meeting.status == "confirmed",
        whole_items=whole,
        resolutions=resolutions,
        words=sum(words),
    )


def stored_worth(store: sqlite3.Connection, meeting_id: int) -> Worth:
    """The worth of the document that a stored meeting has its text from."""
    row = one_row(store, _STORED, (meeting_id,))
    return Worth(
        minuted=bool(row["minuted"]),
        no_draft=row["status"] != "draft",
        resolves=row["resolutions"] > 0,
        whole=row["whole"] == row["items"],
        confirmed=row["status"] == "confirmed",
        whole_items=row["whole"],
        resolutions=row["resolutions"],
        words=int(row["words"]),
    )


_STORED = """
    SELECT minuted, status, (SELECT count(*) FROM agenda_item WHERE meeting_id = meeting.id) AS items,
        (SELECT count(*) FROM agenda_item WHERE meeting_id = meeting.id AND complete) AS whole,
        (SELECT count(*) FROM resolution JOIN agenda_item ON agenda_item.id = item_id WHERE meeting_id = meeting.id)
            AS resolutions,
        (SELECT total(length(text) - length(replace(text, ' ', '')) + 1) FROM paragraph
            WHERE meeting_id = meeting.id AND item_id IS NOT NULL) AS words
    FROM meeting WHERE id = ?
"""
