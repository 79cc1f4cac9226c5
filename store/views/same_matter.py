"""Items that may be about one matter: of any committee of the council, by the telling words of their titles."""

import sqlite3
from dataclasses import dataclass

from store.database.sql import ORGANIZATIONS, made, one_row, rows
from store.index.indexing import end_key, first_key
from store.index.section import Section
from store.text.stems import stem
from store.text.tokens import words
from store.threads.subjects import UNTELLING, is_kind_of_paper

_LEAST = 2  # telling words that both titles have
_MOST = 200  # items of one matter


@dataclass(frozen=True, slots=True)
class MatterLine:
    """An item that may be about the same matter as another."""

    permalink: str
    committee: str
    date: str | None
    number: str | None
    title: str


def same_matter(store: sqlite3.Connection, item_id: int) -> tuple[MatterLine, ...]:
    """The other items that may be about the matter of an item, oldest first: all telling words of either title.

    A suggestion: who reads them sees whether they are.
    """
    own = one_row(store, _ITEM, (item_id,))
    telling = _telling(own["title"])
    if len(telling) < _LEAST or all(map(is_kind_of_paper, telling)):
        return ()
    section = Section.TITLES
    asked = {
        "expression": " AND ".join(f'"{word}"' for word in telling), "first": first_key(section),
        "end": end_key(section), "item": item_id, "meeting": own["meeting_id"], "council": own["council_id"],
        "most": _MOST,
    }  # fmt: skip
    found = (made(MatterLine, row) for row in rows(store, _ALIKE, asked))
    return tuple(line for line in found if set(_telling(line.title)) <= set(telling))


def _telling(title: str) -> list[str]:
    every = dict.fromkeys(words(title))
    return [word for word in every if len(word) > 1 and not word.isdecimal() and stem(word) not in UNTELLING]


_COUNCIL_OF = "ifnull(council.id, committee.id)"
_ITEM = f"""
    SELECT title, meeting_id, {_COUNCIL_OF} AS council_id FROM agenda_item JOIN meeting ON meeting.id = meeting_id
    {ORGANIZATIONS} WHERE agenda_item.id = ?
"""  # noqa: S608 (our own names)
_ALIKE = f"""
    SELECT agenda_item.permalink, committee.name AS committee, meeting.date, number, title FROM titles_words
    CROSS JOIN finding ON finding.id = titles_words.rowid CROSS JOIN agenda_item ON agenda_item.id = source_id
    JOIN meeting ON meeting.id = agenda_item.meeting_id {ORGANIZATIONS}
    WHERE titles_words MATCH :expression AND finding.id >= :first AND finding.id < :end AND agenda_item.id <> :item
        AND meeting.id <> :meeting AND {_COUNCIL_OF} = :council
    ORDER BY meeting.date, meeting.id, position LIMIT :most
"""  # noqa: S608 (our own names)
