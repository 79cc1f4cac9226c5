"""From permalinks to the records that citing and exporting work with: the town, the numbering, the confirming."""

import datetime as dt
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from store.citation.quotable import quoted_clause, quoted_resolutions
from store.citation.record import CitedSource, Confirmation, Record
from store.corrections.correction import CorrectionKind
from store.database.sql import ORGANIZATIONS, has_table, one_row, rows
from store.permalinks.committees import COMMITTEE, Committee, committee_in
from store.permalinks.lookup import Place, find_place
from store.permalinks.permalink import abbreviation, committee_slugs
from store.text.confirming import Confirmed, confirms
from store.text.meeting_kinds import Sitting, means


def gather(store: sqlite3.Connection, permalinks: Iterable[str], today: str | None = None) -> Iterator[Record]:
    """The record of each place, one by one as they are asked for. Raises `NotFound` for one that is not there.

    `today` is the day of citing (ISO), on which a published document counts as accessed; None is the very day.
    """
    accessed = today or datetime.now(UTC).astimezone().date().isoformat()
    last: tuple[int, _Meeting] | None = None  # places of one meeting come together more often than not
    for permalink in permalinks:
        place = find_place(store, permalink)
        if last is None or last[0] != place.meeting_id:
            last = place.meeting_id, _meeting(store, place.meeting_id, accessed)
        yield _narrowed(store, last[1], place)


def gather_one(store: sqlite3.Connection, permalink: str, today: str | None = None) -> Record:
    """The record of one place; as `gather`."""
    return next(gather(store, [permalink], today))


@dataclass(frozen=True, slots=True)
class _Meeting:
    """The record of a whole meeting, and where the pages of its document begin and end."""

    record: Record
    pages: tuple[tuple[int, int], ...]
    put_right: tuple[tuple[CorrectionKind, int, int], ...] = ()

    def evidence(self, start: int, end: int, item: CitedSource | None = None) -> CitedSource:
        """The source of the words from `start` to `end`, which are of the item whose own source is `item`."""
        on = [page for page, (begins, ends) in enumerate(self.pages, 1) if begins < end and start < ends]
        of_item = (item.start, item.end) if item else (start, end)
        said = [
            kind.subject
            for kind, begins, ends in self.put_right
            if kind.of_meeting
            or (begins < end and start < ends)
            or (kind.subject == "item" and begins < of_item[1] and of_item[0] < ends)
        ]
        pages = (on[0], on[-1]) if on else None
        return replace(self.record.source, start=start, end=end, pages=pages, by_hand=tuple(dict.fromkeys(said)))


def _meeting(store: sqlite3.Connection, key: int, accessed: str) -> _Meeting:
    meeting = one_row(store, _MEETING, (key,))
    document = one_row(store, _DOCUMENT, (key,))
    stretch = one_row(store, _STRETCH, (key, document["id"]))
    committee, date, start, end = committee_in(meeting), meeting["date"], stretch["start"], stretch["end"]
    url = document["url"]
    url = url if url and url.startswith(("http://", "https://")) else None  # else it is only what the site calls it
    numbering = numbering_of(store, key, meeting["organization_id"], date)
    confirmation = confirmation_of(store, key, committee.name)
    record = Record(
        permalink=meeting["permalink"],
        meeting=meeting["permalink"],
        item=None,
        position=(),
        council=committee.council,
        committee=committee.name,
        abbreviation=abbreviation(committee.name, document["text"]) or _known_abbreviation(committee),
        town=town_of(committee.council),
        date=date,
        year=numbering.year,
        number=None,
        title=None,
        reference=None,
        label=None,
        value=None,
        runs_on=numbering.runs_on,
        status="confirmed" if confirmation else meeting["status"],
        confirmation=confirmation,
        complete=True,
        decided=None,
        text=None,
        hour=meeting["hour"],
        source=CitedSource(
            document["name"], document["sha256"], document["format"], start, end, url, accessed if url else None
        ),
    )
    pages = tuple((begins, ends) for begins, ends in json.loads(document["pages"]))
    whole = _Meeting(record, pages, tuple(_put_right(store, document["id"])))
    return replace(whole, record=replace(record, source=whole.evidence(start, end)))


def _put_right(store: sqlite3.Connection, document_id: int) -> Iterator[tuple[CorrectionKind, int, int]]:
    """What was put right in a document, and where; a store may be older than that."""
    if has_table(store, "correction"):
        asked = "SELECT kind, start, end FROM correction WHERE document_id = ? AND fits ORDER BY id"
        for row in rows(store, asked, (document_id,)):
            yield CorrectionKind(row["kind"]), row["start"], row["end"]


_MEETING = (
    f"SELECT permalink, date, status, organization_id, {COMMITTEE}, CASE WHEN EXISTS (SELECT 1 FROM meeting AS other"  # noqa: S608 (our own names)
    " WHERE other.organization_id = meeting.organization_id AND other.date = meeting.date AND other.id != meeting.id)"
    f" THEN start END AS hour FROM meeting {ORGANIZATIONS}"
    " WHERE meeting.id = ?"
)
_DOCUMENT = (
    "SELECT document.id, name, sha256, format, url, pages, text FROM meeting_document"
    " JOIN document ON document.id = document_id WHERE meeting_id = ? ORDER BY is_primary DESC"
)
_STRETCH = (
    "SELECT ifnull(min(start), 0) AS start, ifnull(max(end), 0) AS end FROM paragraph"
    " WHERE meeting_id = ? AND document_id = ?"
)


_CLAUSE = (  # with its points, which are quoted with it
    "SELECT position, label, value, start,"
    " max(end, (SELECT ifnull(max(point.end), clause.end) FROM point WHERE clause_id = clause.id)) AS end"
    " FROM clause WHERE id = ?"
)


def _known_abbreviation(committee: Committee) -> str | None:
    """The abbreviation that another document of the committee printed: its permalinks have it, not the initials."""
    printed = committee.slug.isalpha() and committee.slug not in committee_slugs(committee.name)
    return committee.slug.upper() if printed else None


def _narrowed(store: sqlite3.Connection, meeting: _Meeting, place: Place) -> Record:
    """The record of a place, made of its meeting's."""
    if place.item_id is None:
        return meeting.record
    item = _item(store, meeting, place.item_id)
    if place.resolution_id is None:
        return item
    own = one_row(store, "SELECT position, start, end FROM resolution WHERE id = ?", (place.resolution_id,))
    label = value = None
    position = (*item.position, own["position"])
    quoted = quoted_resolutions(store, place.item_id, place.resolution_id)
    if place.clause_id is not None:
        own = one_row(store, _CLAUSE, (place.clause_id,))
        label, value = own["label"], own["value"]
        position = (*position, own["position"])
        quoted = quoted_clause(store, place.clause_id)
    assert quoted is not None, "a resolution has at least one clause"
    return replace(
        item,
        permalink=place.permalink,
        position=position,
        label=label,
        value=value,
        complete=quoted.complete,
        decided=quoted.decided,
        text=quoted.text,
        form=quoted.form,
        result=quoted.result,
        outcomes=quoted.outcomes,
        mover=quoted.mover,
        seconder=quoted.seconder,
        vote=quoted.vote,
        source=meeting.evidence(own["start"], own["end"], item.source),
    )


def _item(store: sqlite3.Connection, meeting: _Meeting, key: int) -> Record:
    row = one_row(
        store,
        "SELECT permalink, position, number, title, reference, complete,"
        " min(start, (SELECT ifnull(min(start), agenda_item.start) FROM paragraph WHERE item_id = agenda_item.id))"
        " AS start,"
        " max(end, (SELECT ifnull(max(end), agenda_item.end) FROM paragraph WHERE item_id = agenda_item.id)) AS end"
        " FROM agenda_item WHERE id = ?",
        (key,),
    )
    quoted = quoted_resolutions(store, key, None)
    return replace(
        meeting.record,
        permalink=row["permalink"],
        item=row["permalink"],
        position=(row["position"],),
        number=row["number"],
        title=row["title"],
        reference=row["reference"],
        complete=bool(row["complete"]) and (quoted is None or quoted.complete),
        decided=quoted.decided if quoted else None,
        text=quoted.text if quoted else None,
        form=quoted.form if quoted else None,
        result=quoted.result if quoted else None,
        outcomes=quoted.outcomes if quoted else (),
        mover=quoted.mover if quoted else None,
        seconder=quoted.seconder if quoted else None,
        vote=quoted.vote if quoted else None,
        source=meeting.evidence(row["start"], row["end"]),
    )


# A county or a district is no town. A London borough says its town first, and so does the form "Borough of …".
_TOWN = re.compile(
    r"""(?:the\s)?(?:
      (?P<capital>london)\sborough\b.*
    | (?P<before>(?!london).+?)\s(?:(?:metropolitan|royal)\s)?(?:borough|city|town|parish|community)\scouncil
    | (?:metropolitan\sborough|borough|city|town)\s(?:council\s)?of\s(?P<after>.+?)(?:\scouncil)?
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def town_of(council: str | None) -> str | None:
    """The town of a council; None for a county, a district, or a name that tells none."""
    match = _TOWN.fullmatch(council or "")
    return match and (match["capital"] or match["before"] or match["after"])


_AROUND = 400  # days: how far from a meeting others tell how it is numbered
_FIRST_MONTH = 5  # the municipal year begins with the annual meeting, in May


@dataclass(frozen=True, slots=True)
class MinuteNumbering:
    """`runs_on` through the year; `year` is then the municipal year of the meeting ("2020/21"), None where unsure."""

    runs_on: bool
    year: str | None


def numbering_of(store: sqlite3.Connection, meeting_id: int, committee_id: int, date: str | None) -> MinuteNumbering:
    """How the minutes of a meeting (its day an ISO day) are numbered, as it and those around it show."""
    firsts = [
        (day, int(found.group()))
        for day, number in store.execute(
            "SELECT date, (SELECT number FROM agenda_item WHERE meeting_id = meeting.id AND number IS NOT NULL"
            " ORDER BY position LIMIT 1) AS first FROM meeting WHERE first IS NOT NULL AND (id = ?"
            " OR organization_id = ? AND (? IS NULL OR abs(julianday(date) - julianday(?)) <= ?)) ORDER BY date",
            (meeting_id, committee_id, date, date, _AROUND),
        )
        if (found := re.search(r"\d+", number))
    ]
    runs_on = any(first > 1 for _, first in firsts)
    return MinuteNumbering(runs_on, _year(date, firsts) if runs_on and date else None)


def _year(date: str, firsts: list[tuple[str | None, int]]) -> str | None:
    """The municipal year. In May it is the new one as soon as the numbers have begun anew.

    None for a meeting in May of which no other tells whether they have.
    """
    year, month = int(date[:4]), int(date[5:7])
    if month == _FIRST_MONTH:
        may = f"{year}-{month:02}-01"
        before = [first for day, first in firsts if day and day < may]
        since = [first for day, first in firsts if day and may <= day <= date]
        began = any(first == 1 or (before and first < before[-1]) for first in since)
        if not began and not before:
            return None
    else:
        began = month > _FIRST_MONTH
    begins = year if began else year - 1
    return f"{begins}/{(begins + 1) % 100:02}"


_SITTINGS = "SELECT id, meeting_kind, start FROM meeting WHERE organization_id = ? AND date = ?"
_LATEST = "+400 days"  # those of an annual meeting are confirmed at the next one
_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-Z(])")


def confirmation_of(store: sqlite3.Connection, meeting_id: int, body: str) -> Confirmation | None:
    """The first later meeting of a meeting's committee, called `body`, that confirmed its minutes, and the item.

    A motion that was lost or withdrawn confirms nothing, nor does one about another meeting of that day.
    """
    meeting = one_row(store, "SELECT organization_id, date FROM meeting WHERE id = ?", (meeting_id,))
    committee_id, date = meeting["organization_id"], meeting["date"]
    if date is None:
        return None
    of_the_day = store.execute(_SITTINGS, (committee_id, date))
    sittings = {key: Sitting(kind, start) for key, kind, start in of_the_day}
    sitting, others = sittings.pop(meeting_id), list(sittings.values())
    day = dt.date.fromisoformat(date)
    rows = store.execute(
        "SELECT agenda_item.permalink, meeting.date, agenda_item.number, agenda_item.title, paragraph.text FROM meeting"
        " JOIN agenda_item ON agenda_item.meeting_id = meeting.id JOIN paragraph ON item_id = agenda_item.id"
        " WHERE organization_id = ? AND date > ? AND date <= date(?, ?) AND kind IN ('discussion', 'resolution')"
        " AND (agenda_item.title LIKE '%minutes%' OR paragraph.text LIKE '%minutes%')"
        " AND NOT EXISTS (SELECT 1 FROM resolution WHERE resolution.item_id = agenda_item.id AND result != 'carried'"
        " AND resolution.start < paragraph.end AND paragraph.start < resolution.end)"
        " ORDER BY date, meeting.id, agenda_item.position, paragraph.position",
        (committee_id, date, date, _LATEST),
    )
    for permalink, later, number, title, text in rows:
        confirmed = confirms(body, title, _SENTENCE_END.split(text), day, lambda words: means(words, sitting, others))
        if confirmed is not Confirmed.NO:
            return Confirmation(permalink, later, number, amended=confirmed is Confirmed.AMENDED)
    return None
