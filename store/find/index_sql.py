"""The questions that finding puts to SQLite, made once for each section. Every name in them is the project's own."""

# ruff: noqa: S608
from typing import Final

from store.database.sql import ORGANIZATIONS
from store.index.section import Section

_ROW = "finding.id, source_id, date, organization_id, finding.meeting_id AS meeting_id"
_POINTS = "(SELECT group_concat(text, ' ') FROM (SELECT text FROM point WHERE clause_id = clause.id ORDER BY position))"
_ITEM_OF_CLAUSE = (
    "CROSS JOIN resolution ON resolution.id = resolution_id CROSS JOIN agenda_item ON agenda_item.id = item_id"
)
_TEXTS = {  # text, title, number, label and introduction of a row of `finding`, and what they are read from
    Section.RESOLUTIONS: (
        f"clause.text || ifnull(' ' || {_POINTS}, '') AS text, title, number, clause.label, intro",
        f"CROSS JOIN clause ON clause.id = source_id {_ITEM_OF_CLAUSE}",
    ),
    Section.TITLES: (
        "title AS text, '' AS title, number, NULL AS label, NULL AS intro",
        "CROSS JOIN agenda_item ON agenda_item.id = source_id",
    ),
    Section.TEXT: (
        # its title is a row of the titles
        "ifnull(label || ' ', '') || paragraph.text AS text, '' AS title, number, NULL AS label, NULL AS intro",
        "CROSS JOIN paragraph ON paragraph.id = source_id LEFT JOIN agenda_item ON agenda_item.id = item_id",
    ),
}


def _of_each(statement: str) -> dict[Section, str]:
    """A statement for each section: `{words}` stands for its full-text table."""
    return {section: statement.format(words=section.table) for section in Section}


# Whether keys are few. SQLite asks for each of few, and holds what it finds against many: each asking costs as much as
# some dozens of rows.
_AMONG = {
    True: "AND rowid IN (SELECT value FROM json_each(?))",
    False: "AND +rowid IN (SELECT value FROM json_each(?))",
}

# (expression, key to begin behind, how many)
MATCHING: Final = _of_each("SELECT rowid FROM {words} WHERE {words} MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?")
# (expression, keys, key to begin behind, how many)
MATCHING_AMONG: Final = {
    few: _of_each(f"SELECT rowid FROM {{words}} WHERE {{words}} MATCH ? {among} AND rowid > ? ORDER BY rowid LIMIT ?")
    for few, among in _AMONG.items()
}
# (expression, first key, how many, key to end before): the key of the newest row of each, and its count
REPEATED: Final = (
    "SELECT newest_id, times FROM"
    " (SELECT rowid AS id FROM repeated_words WHERE repeated_words MATCH ? AND rowid >= ? ORDER BY rowid LIMIT ?)"
    " AS found CROSS JOIN repeated ON repeated.id = found.id WHERE found.id < ?"
)
# of keys
ROWS: Final = {
    section: f"SELECT {_ROW}, {texts} FROM json_each(?) CROSS JOIN finding ON finding.id = json_each.value"
    f" CROSS JOIN meeting ON meeting.id = finding.meeting_id {tables}"
    for section, (texts, tables) in _TEXTS.items()
}
# of a hash: the keys of all rows with these words
PLACES: Final = (
    "SELECT finding.id FROM wording JOIN finding ON finding.id = finding_id JOIN meeting ON meeting.id = meeting_id"
    " WHERE hash = ? ORDER BY date DESC, finding.source_id DESC"
)
# (expression, hash): the keys of the rows with these words that it finds; where these words stand in few, or in many
SAME_MATCHING: Final = {
    True: _of_each(
        "SELECT rowid FROM {words} WHERE {words} MATCH ? AND rowid IN (SELECT finding_id FROM wording WHERE hash = ?)"
    ),
    False: _of_each(
        "SELECT finding.id FROM {words} CROSS JOIN finding ON finding.id = {words}.rowid"
        " CROSS JOIN wording ON hash = ?2 AND wording.source_id = finding.source_id WHERE {words} MATCH ?1"
    ),
}
# of the first key and one after the last of a section: each key of a text that was passed again, and the text's hash
HASHES_OF_REPEATED: Final = (
    "SELECT finding_id, wording.hash FROM repeated CROSS JOIN wording ON wording.hash = repeated.hash"
    " WHERE finding_id >= ? AND finding_id < ?"
)
# of hashes: each text that was passed again, how often, and the source of its newest row
PASSED: Final = (
    "SELECT hash, times, source_id FROM json_each(?) CROSS JOIN repeated ON hash = json_each.value"
    " CROSS JOIN finding ON finding.id = newest_id"
)

# of an expression
COUNT: Final = _of_each("SELECT count(*) FROM {words} WHERE {words} MATCH ?")
# of an expression in some meetings
COUNT_IN: Final = _of_each(
    "SELECT count(*) FROM {words} CROSS JOIN finding ON finding.id = {words}.rowid"
    " WHERE {words} MATCH ? AND meeting_id IN (SELECT value FROM json_each(?))"
)
# of an expression in some meetings, NULL for all
SPREAD: Final = _of_each(
    "SELECT organization_id, CAST(substr(date, 1, 4) AS INTEGER) AS year, count(*) AS number FROM {words}"
    " CROSS JOIN finding ON finding.id = {words}.rowid CROSS JOIN meeting ON meeting.id = meeting_id"
    " WHERE {words} MATCH ?1 AND (?2 IS NULL OR meeting_id IN (SELECT value FROM json_each(?2))) GROUP BY 1, 2"
)

_IN_ORDER = (
    "CROSS JOIN finding ON finding.id = found.id CROSS JOIN meeting ON meeting.id = meeting_id"
    " ORDER BY date DESC, start DESC, meeting_id, source_id"
)
# (expression, how many); (expression, keys, how many): keys, newest first and in printed order
LATEST: Final = _of_each(
    f"SELECT finding.id FROM (SELECT rowid AS id FROM {{words}} WHERE {{words}} MATCH ? LIMIT ?) AS found {_IN_ORDER}"
)
LATEST_AMONG: Final = {
    few: _of_each(
        "SELECT finding.id FROM"
        f" (SELECT rowid AS id FROM {{words}} WHERE {{words}} MATCH ? {among} LIMIT ?) AS found {_IN_ORDER}"
    )
    for few, among in _AMONG.items()
}

# of keys: the same, newest first and in printed order
IN_ORDER: Final = f"SELECT finding.id FROM (SELECT value AS id FROM json_each(?)) AS found {_IN_ORDER}"

# of keys of clauses
OUTCOMES: Final = "SELECT outcomes FROM json_each(?) CROSS JOIN clause ON clause.id = json_each.value"

_PLACE = "council.name AS council, committee.name AS committee, meeting.date"
_ORGANIZATIONS = f"CROSS {ORGANIZATIONS}"
# (source keys): key, then the fields of `Shown`
SHOWN: Final = {
    Section.RESOLUTIONS: (
        f"SELECT clause.id, clause.permalink, {_PLACE}, number, clause.label, clause.text, title, outcomes,"
        " clause.complete, result FROM json_each(?) CROSS JOIN clause ON clause.id = json_each.value"
        f" {_ITEM_OF_CLAUSE} CROSS JOIN meeting ON meeting.id = meeting_id {_ORGANIZATIONS}"
    ),
    Section.TITLES: (
        f"SELECT agenda_item.id, agenda_item.permalink, {_PLACE}, number, NULL AS label, title AS text, '' AS title,"
        " '[]' AS outcomes, complete, NULL AS result"
        " FROM json_each(?) CROSS JOIN agenda_item ON agenda_item.id = json_each.value"
        f" CROSS JOIN meeting ON meeting.id = meeting_id {_ORGANIZATIONS}"
    ),
    Section.TEXT: (
        "SELECT paragraph.id, ifnull(agenda_item.permalink, meeting.permalink) AS permalink,"
        f" {_PLACE}, number, paragraph.label, paragraph.text, ifnull(title, '') AS title, '[]' AS outcomes,"
        " 1 AS complete, NULL AS result FROM json_each(?) CROSS JOIN paragraph"
        " ON paragraph.id = json_each.value LEFT JOIN agenda_item ON agenda_item.id = item_id"
        f" CROSS JOIN meeting ON meeting.id = paragraph.meeting_id {_ORGANIZATIONS}"
    ),
}
