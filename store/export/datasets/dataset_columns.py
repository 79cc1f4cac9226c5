"""What the datasets are: their tables, and of each column what it means, in which unit, from where, and its SQL."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from store.database.sql import COUNCIL


class ColumnKind(Enum):
    """What values a column has; `LIST` is several words, kept by the store as a JSON list."""

    TEXT = "text"
    DATE = "date"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class DatasetColumn:
    """A column. `source` says who told it: the document's words as printed, a rule over them, or minutebook.

    `sql` is its value in terms of the tables of a store, and `refers` the dataset of which it holds the key.
    """

    name: str
    kind: ColumnKind
    meaning: str
    source: str
    sql: str
    unit: str = ""
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A table: `name` is that of its file, `row` what one row is, as the table is called in Datasette.

    `key` is the column that names a row, None where rows have no lasting name; `label` the one for a person.
    `begins` and `order` are the rest of the statement: FROM what, and in which order. `of_meetings` says that its rows
    lie in meetings, which have a council and a year.
    """

    name: str
    row: str
    meaning: str
    columns: tuple[DatasetColumn, ...]
    begins: str
    order: str
    key: str | None = None
    label: str | None = None
    of_meetings: bool = True


_TEXT, _DATE, _INTEGER, _BOOLEAN, _LIST = ColumnKind
_PRINTED: Final = "as printed"
_RULE: Final = "by rule, from the words"
_MADE: Final = "minutebook"
_DAY: Final = "ISO 8601 day"
_HASH: Final = "SHA-256 of its bytes"
_CHARACTERS: Final = "characters of the document's text, from 0"

PARTITIONS: Final = ("council_slug", "year")
"""The columns by which Parquet files lie in folders."""

_CONTEXT: Final = (
    DatasetColumn("council", _TEXT, "the council; empty where nobody has told it", _PRINTED, "council.name"),
    DatasetColumn("council_slug", _TEXT, "the council, as permalinks begin with it", _MADE, "council.slug"),
    DatasetColumn("committee", _TEXT, "the body that met", _PRINTED, "committee.name"),
    DatasetColumn("date", _DATE, "the day of the meeting", _RULE, "meeting.date", _DAY),
    DatasetColumn(
        "year", _INTEGER, "the year of that day", _RULE, "CAST(substr(meeting.date, 1, 4) AS INTEGER)", "calendar year"
    ),
)


def _meeting(sql: str = "meeting.permalink") -> DatasetColumn:
    return DatasetColumn("meeting", _TEXT, "the meeting", _MADE, sql, "permalink", "meetings")


def _item(table: str) -> DatasetColumn:
    named = f"(SELECT permalink FROM agenda_item WHERE agenda_item.id = {table}.item_id)"  # noqa: S608 (our own names)
    return DatasetColumn("item", _TEXT, "the item; empty where it is in none", _MADE, named, "permalink", "items")


def _evidence(table: str) -> tuple[DatasetColumn, ...]:
    return (
        DatasetColumn(
            "document",
            _TEXT,
            "the document that says so",
            _MADE,
            "document.sha256",
            _HASH,
            "documents",
        ),
        DatasetColumn("start", _INTEGER, "where its words begin there", _MADE, f"{table}.start", _CHARACTERS),
        DatasetColumn("end", _INTEGER, "where they end", _MADE, f"{table}.end", _CHARACTERS),
    )


_IN_ORDER: Final = "council.slug IS NULL, council.slug, meeting.date IS NULL, meeting.date, meeting.id"
_OF_MEETING: Final = f"JOIN organization AS committee ON committee.id = meeting.organization_id {COUNCIL}"

DOCUMENTS: Final = Dataset(
    "documents",
    "document",
    "The documents that were added, one a row.",
    (
        DatasetColumn("sha256", _TEXT, "its name for good", _MADE, "document.sha256", _HASH),
        DatasetColumn("name", _TEXT, "the name of the file", _MADE, "document.name"),
        DatasetColumn("url", _TEXT, "where it was published; empty where nobody has told it", _PRINTED, "document.url"),
        DatasetColumn("format", _TEXT, "what kind of file it is", _MADE, "document.format"),
        DatasetColumn("characters", _INTEGER, "how long its text is", _MADE, "length(document.text)", "characters"),
        DatasetColumn(
            "pages",
            _INTEGER,
            "how many pages it has; 0 where its format has none",
            _MADE,
            "json_array_length(document.pages)",
            "pages",
        ),
    ),
    "document",
    "document.id",
    key="sha256",
    label="name",
    of_meetings=False,
)

MEETINGS: Final = Dataset(
    "meetings",
    "meeting",
    "The meetings, one a row.",
    (
        DatasetColumn("permalink", _TEXT, "its name for good", _MADE, "meeting.permalink", "permalink"),
        DatasetColumn(
            "title",
            _TEXT,
            "what a person calls it",
            _MADE,
            "committee.name || ', ' || ifnull(meeting.date, 'undated')",
        ),
        *_CONTEXT,
        DatasetColumn("start", _TEXT, "when it began", _RULE, "meeting.start", "hour and minute, local time"),
        DatasetColumn("end", _TEXT, "when it closed", _RULE, 'meeting."end"', "hour and minute, local time"),
        DatasetColumn("venue", _TEXT, "where it met", _PRINTED, "meeting.venue"),
        DatasetColumn("chair", _TEXT, "who was in the chair", _PRINTED, "meeting.chair"),
        DatasetColumn("kind", _TEXT, "extraordinary, annual …; empty if ordinary", _RULE, "meeting.meeting_kind"),
        DatasetColumn(
            "status", _TEXT, "draft, confirmed or unknown, as its own document says", _RULE, "meeting.status"
        ),
        DatasetColumn("minuted", _BOOLEAN, "false where only the agenda is known", _RULE, "meeting.minuted"),
        DatasetColumn("next_meeting", _DATE, "the day of the next", _RULE, "meeting.next_meeting", _DAY),
        DatasetColumn(
            "document",
            _TEXT,
            "the document that it is read from",
            _MADE,
            "document.sha256",
            _HASH,
            "documents",
        ),
    ),
    f"meeting {_OF_MEETING} LEFT JOIN meeting_document ON meeting_document.meeting_id = meeting.id AND is_primary"
    " LEFT JOIN document ON document.id = meeting_document.document_id",
    _IN_ORDER,
    key="permalink",
    label="title",
)

ITEMS: Final = Dataset(
    "items",
    "item",
    "The items of business, one a row.",
    (
        DatasetColumn("permalink", _TEXT, "its name for good", _MADE, "agenda_item.permalink", "permalink"),
        _meeting(),
        *_CONTEXT,
        DatasetColumn("position", _INTEGER, "place in the meeting", _MADE, "agenda_item.position", "counted from 1"),
        DatasetColumn("number", _TEXT, "its number", _PRINTED, "agenda_item.number"),
        DatasetColumn("reference", _TEXT, "the number that the agenda has for it", _PRINTED, "agenda_item.reference"),
        DatasetColumn("title", _TEXT, "its title", _PRINTED, "agenda_item.title"),
        DatasetColumn("complete", _BOOLEAN, "false where the source cuts it short", _RULE, "agenda_item.complete"),
        *_evidence("agenda_item"),
    ),
    f"meeting {_OF_MEETING} JOIN agenda_item ON agenda_item.meeting_id = meeting.id"
    " JOIN document ON document.id = agenda_item.document_id",
    f"{_IN_ORDER}, agenda_item.position",
    key="permalink",
    label="title",
)

_POINTS: Final = (  # printed under the clause, and decided with it
    "clause.text || ifnull((SELECT ' ' || group_concat(said, ' ') FROM (SELECT ifnull(label || ' ', '') || text AS said"
    " FROM point WHERE point.clause_id = clause.id ORDER BY point.position)), '')"
)

DECISIONS: Final = Dataset(
    "decisions",
    "decision",
    "The clauses of resolutions and motions, one a row; `result` says whether the body decided so.",
    (
        DatasetColumn("permalink", _TEXT, "its name for good", _MADE, "clause.permalink", "permalink"),
        DatasetColumn("resolution", _TEXT, "what it is a clause of", _MADE, "resolution.permalink", "permalink"),
        DatasetColumn("item", _TEXT, "the item", _MADE, "agenda_item.permalink", "permalink", "items"),
        _meeting(),
        *_CONTEXT,
        DatasetColumn("number", _TEXT, "the item's number", _PRINTED, "agenda_item.number"),
        DatasetColumn("title", _TEXT, "the item's title", _PRINTED, "agenda_item.title"),
        DatasetColumn("label", _TEXT, "the clause's label", _PRINTED, "clause.label"),
        DatasetColumn("intro", _TEXT, "what stands before the first clause", _PRINTED, "resolution.intro"),
        DatasetColumn("text", _TEXT, "what was decided, with the points under it", _PRINTED, _POINTS),
        DatasetColumn("marker", _TEXT, "the word that sets it apart", _PRINTED, "resolution.marker"),
        DatasetColumn("kind", _TEXT, "resolved, agreed, recommended or decided", _RULE, "resolution.kind"),
        DatasetColumn("form", _TEXT, "formal, prose or bare: how the minutes decide", _RULE, "resolution.form"),
        DatasetColumn("result", _TEXT, "carried, lost, withdrawn or deferred", _RULE, "resolution.result"),
        DatasetColumn("outcomes", _LIST, "its verbs: noted, approved, deferred …", _RULE, "clause.outcomes"),
        DatasetColumn("mover", _TEXT, "who moved it", _PRINTED, "resolution.mover"),
        DatasetColumn("seconder", _TEXT, "who seconded it", _PRINTED, "resolution.seconder"),
        DatasetColumn("vote", _TEXT, "the vote", _PRINTED, "resolution.vote"),
        DatasetColumn("complete", _BOOLEAN, "false where the source cuts it short", _RULE, "clause.complete"),
        *_evidence("clause"),
    ),
    f"meeting {_OF_MEETING} JOIN agenda_item ON agenda_item.meeting_id = meeting.id"
    " JOIN resolution ON resolution.item_id = agenda_item.id JOIN clause ON clause.resolution_id = resolution.id"
    " JOIN document ON document.id = clause.document_id",
    f"{_IN_ORDER}, agenda_item.position, resolution.position, clause.position",
    key="permalink",
    label="text",
)

ATTENDANCE: Final = Dataset(
    "attendance",
    "person_at_meeting",
    "The people whom a meeting lists, present, with apologies or otherwise, one a row.",
    (
        _meeting(),
        *_CONTEXT,
        DatasetColumn("position", _INTEGER, "the place in the list", _MADE, "attendance.position", "counted from 1"),
        DatasetColumn("name", _TEXT, "the person", _PRINTED, "attendance.name"),
        DatasetColumn("role", _TEXT, "what the person is", _PRINTED, "attendance.role"),
        DatasetColumn("listed_under", _TEXT, "the heading of the list", _PRINTED, "attendance.listed_under"),
        *_evidence("attendance"),
    ),
    f"meeting {_OF_MEETING} JOIN attendance ON attendance.meeting_id = meeting.id"
    " JOIN document ON document.id = attendance.document_id",
    f"{_IN_ORDER}, attendance.position",
)

INTERESTS: Final = Dataset(
    "interests",
    "interest_declared",
    "The interests declared, one a row.",
    (
        _meeting(),
        *_CONTEXT,
        DatasetColumn("position", _INTEGER, "its place in the meeting", _MADE, "interest.position", "counted from 1"),
        DatasetColumn("name", _TEXT, "who declared it", _PRINTED, "interest.name"),
        DatasetColumn("nature", _TEXT, "personal, pecuniary …", _RULE, "interest.nature"),
        DatasetColumn("subject", _TEXT, "in what", _PRINTED, "interest.subject"),
        DatasetColumn("conduct", _TEXT, "what the person then did", _PRINTED, "interest.conduct"),
        *_evidence("interest"),
    ),
    f"meeting {_OF_MEETING} JOIN interest ON interest.meeting_id = meeting.id"
    " JOIN document ON document.id = interest.document_id",
    f"{_IN_ORDER}, interest.position",
)

REQUESTS: Final = Dataset(
    "requests",
    "request",
    "What was asked for and promised, one a row; one that repeats another tells which.",
    (
        DatasetColumn("name", _TEXT, "its name for good", _MADE, "request.name", "permalink and letters of a hash"),
        DatasetColumn("place", _TEXT, "the item or the clause that has it", _MADE, "request.permalink", "permalink"),
        _item("request"),
        _meeting(),
        *_CONTEXT,
        DatasetColumn("text", _TEXT, "what was asked", _PRINTED, "request.text"),
        DatasetColumn("owner", _TEXT, "whom it was asked of", _PRINTED, "request.owner"),
        DatasetColumn("due", _DATE, "the last day on which it is due", _RULE, "request.due", _DAY),
        DatasetColumn("cut", _BOOLEAN, "true where the source cuts it short", _RULE, "request.cut"),
        DatasetColumn(
            "repeats",
            _TEXT,
            "the request that it repeats",
            _RULE,
            "(SELECT name FROM request AS first WHERE first.id = request.repeats_id)",
        ),
        DatasetColumn(
            "answered_by",
            _TEXT,
            "the later item that probably answers it",
            _RULE,
            "(SELECT permalink FROM agenda_item AS later WHERE later.id = request.answering_item)",
            "permalink",
            "items",
        ),
        DatasetColumn("answered", _DATE, "the day of that item", _RULE, "request.answered", _DAY),
        *_evidence("request"),
    ),
    f"meeting {_OF_MEETING} JOIN request ON request.meeting_id = meeting.id"
    " JOIN document ON document.id = request.document_id",
    f"{_IN_ORDER}, request.start, request.id",
)

REFERENCES: Final = Dataset(
    "references",
    "reference",
    "The pointers that the minutes print, to minutes, items, reports and laws, one a row.",
    (
        DatasetColumn("place", _TEXT, "the item or the clause that has it", _MADE, "cited.permalink", "permalink"),
        _item("cited"),
        _meeting(),
        *_CONTEXT,
        DatasetColumn("text", _TEXT, "the pointer", _PRINTED, "cited.text"),
        DatasetColumn("form", _TEXT, "what it points to: minute, item, minutes …", _RULE, "cited.form"),
        DatasetColumn("number", _TEXT, "the number that it names", _PRINTED, "cited.number"),
        DatasetColumn("label", _TEXT, "the label that it names", _PRINTED, "cited.label"),
        DatasetColumn(
            "first_day", _DATE, "the day that it names, or the first of them", _RULE, "cited.first_day", _DAY
        ),
        DatasetColumn("last_day", _DATE, "the last of them", _RULE, "cited.last_day", _DAY),
        *_evidence("cited"),
    ),
    f"meeting {_OF_MEETING} JOIN cross_reference AS cited ON cited.meeting_id = meeting.id"
    " JOIN document ON document.id = cited.document_id",
    f"{_IN_ORDER}, cited.start, cited.id",
)

DATASETS: Final = (DOCUMENTS, MEETINGS, ITEMS, DECISIONS, ATTENDANCE, INTERESTS, REQUESTS, REFERENCES)
"""Every dataset; those that others refer to stand before them."""
