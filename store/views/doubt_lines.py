"""The doubts about one meeting, as the panes and the command line show them."""

import sqlite3

from store.database.sql import made, rows
from store.views.view_lines import DoubtLine


def doubts_of_meeting(store: sqlite3.Connection, meeting_id: int) -> tuple[DoubtLine, ...]:
    """What may have been read wrongly of a meeting, in the order of the places."""
    return tuple(made(DoubtLine, row) for row in rows(store, _LINES, (meeting_id,)))


_LINES = """
    SELECT ifnull(agenda_item.permalink, meeting.permalink) AS permalink, doubt.kind, why, number, title,
        doubt.document_id, doubt.start, doubt.end
    FROM doubt JOIN meeting ON meeting.id = doubt.meeting_id LEFT JOIN agenda_item ON agenda_item.id = item_id
    WHERE doubt.meeting_id = ? ORDER BY doubt.position
"""
