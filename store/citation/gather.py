"""From permalinks to the records that citing and exporting work with."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from store.citation.confirmation import confirmation_of
from store.citation.minute_numbering import numbering_of
from store.citation.quotable import quoted_clause, quoted_resolutions
from store.citation.record import CitedSource, Record
from store.citation.town import town_of
from store.database.sql import ORGANIZATIONS, one_row
from store.permalinks.committees import COMMITTEE, Committee, committee_in
from store.permalinks.lookup import Place, find_place
from store.permalinks.slugs import abbreviation, committee_slugs


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

    def evidence(self, start: int, end: int) -> CitedSource:
        """The source of the words from `start` to `end`."""
        on = [page for page, (begins, ends) in enumerate(self.pages, 1) if begins < end and start < ends]
        return replace(self.record.source, start=start, end=end, pages=(on[0], on[-1]) if on else None)


def _meeting(store: sqlite3.Connection, key: int, accessed: str) -> _Meeting:
    meeting = one_row(store, _MEETING, (key,))
    document = one_row(store, _DOCUMENT, (key,))
    stretch = one_row(store, _STRETCH, (key, document["id"]))
    committee, date, start, end = committee_in(meeting), meeting["date"], stretch["start"], stretch["end"]
    url = document["url"]
    url = url if url and url.startswith(("http://", "https://")) else None  # else it is only what the site calls it
    numbering = numbering_of(store, key, meeting["organization_id"], date)
    confirmation = confirmation_of(store, meeting["organization_id"], committee.name, date)
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
    whole = _Meeting(record, tuple((begins, ends) for begins, ends in json.loads(document["pages"])))
    return replace(whole, record=replace(record, source=whole.evidence(start, end)))


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
        source=meeting.evidence(own["start"], own["end"]),
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
        source=meeting.evidence(row["start"], row["end"]),
    )
