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
    permalink, date, status, committee_id, committee, committee_slug, council = store.execute(
        "SELECT meeting.permalink, date, status, committee.id, committee.name, committee.slug, council.name"
        " FROM meeting JOIN organization AS committee ON committee.id = organization_id"
        " LEFT JOIN organization AS council ON council.id = committee.parent_id WHERE meeting.id = ?",
        (key,),
    ).fetchone()
    document_id, name, sha256, format_, url, pages, text = store.execute(
        "SELECT document.id, name, sha256, format, url, pages, text FROM meeting_document"
        " JOIN document ON document.id = document_id WHERE meeting_id = ? ORDER BY is_primary DESC",
        (key,),
    ).fetchone()
    start, end = store.execute(
        "SELECT ifnull(min(start), 0), ifnull(max(end), 0) FROM paragraph WHERE meeting_id = ? AND document_id = ?",
        (key, document_id),
    ).fetchone()
    url = url if url and url.startswith(("http://", "https://")) else None  # else it is only what the site calls it
    numbering = numbering_of(store, key, committee_id, date)
    confirmation = confirmation_of(store, committee_id, date)
    record = Record(
        permalink=permalink,
        meeting=permalink,
        item=None,
        position=(),
        council=council,
        committee=committee,
        abbreviation=abbreviation(committee, text) or _known_abbreviation(committee, committee_slug),
        town=town_of(council),
        date=date,
        year=numbering.year,
        number=None,
        title=None,
        reference=None,
        label=None,
        value=None,
        runs_on=numbering.runs_on,
        status="confirmed" if confirmation else status,
        confirmation=confirmation,
        complete=True,
        decided=None,
        text=None,
        source=CitedSource(name, sha256, format_, start, end, url, accessed if url else None),
    )
    whole = _Meeting(record, tuple((begins, ends) for begins, ends in json.loads(pages)))
    return replace(whole, record=replace(record, source=whole.evidence(start, end)))


def _known_abbreviation(committee: str, slug: str) -> str | None:
    """The abbreviation that another document of the committee printed: its permalinks have it, not the initials."""
    return slug.upper() if slug.isalpha() and slug not in committee_slugs(committee) else None


def _narrowed(store: sqlite3.Connection, meeting: _Meeting, place: Place) -> Record:
    """The record of a place, made of its meeting's."""
    if place.item_id is None:
        return meeting.record
    item = _item(store, meeting, place.item_id)
    if place.resolution_id is None:
        return item
    at, start, end = store.execute(
        "SELECT position, start, end FROM resolution WHERE id = ?", (place.resolution_id,)
    ).fetchone()
    label = value = None
    position = (*item.position, at)
    quoted = quoted_resolutions(store, place.item_id, place.resolution_id)
    if place.clause_id is not None:
        at, label, value, start, end = store.execute(
            "SELECT position, label, value, start, end FROM clause WHERE id = ?", (place.clause_id,)
        ).fetchone()
        position = (*position, at)
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
        source=meeting.evidence(start, end),
    )


def _item(store: sqlite3.Connection, meeting: _Meeting, key: int) -> Record:
    permalink, at, number, title, reference, complete, start, end = store.execute(
        "SELECT permalink, position, number, title, reference, complete,"
        " min(start, (SELECT ifnull(min(start), agenda_item.start) FROM paragraph WHERE item_id = agenda_item.id)),"
        " max(end, (SELECT ifnull(max(end), agenda_item.end) FROM paragraph WHERE item_id = agenda_item.id))"
        " FROM agenda_item WHERE id = ?",
        (key,),
    ).fetchone()
    quoted = quoted_resolutions(store, key, None)
    return replace(
        meeting.record,
        permalink=permalink,
        item=permalink,
        position=(at,),
        number=number,
        title=title,
        reference=reference,
        complete=bool(complete) and (quoted is None or quoted.complete),
        decided=quoted.decided if quoted else None,
        text=quoted.text if quoted else None,
        source=meeting.evidence(start, end),
    )
