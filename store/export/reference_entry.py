"""An entry for a reference manager: an item of the minutes, with the clauses of it that are exported."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from store.citation.cited import together
from store.citation.quotation_marks import curled
from store.citation.record import Record
from store.text.dates import spoken_day


@dataclass(frozen=True, slots=True)
class Entry:
    """What the fields of a reference manager hold. `text` is the words quoted, `permalinks` where they stand.

    `title` is the item's; that of a whole meeting is the name of its minutes, which is `series` for an item.
    """

    key: str
    kind: str  # "Minute" or "Item"; "Minutes" for a whole meeting
    author: str
    committee: str
    title: str
    series: str | None
    record: Record
    permalinks: tuple[str, ...]
    remarks: tuple[str, ...]


def entries(records: Iterable[Record]) -> Iterator[Entry]:
    """The entries of `records`, of which those of one item stand one after another; every key once."""
    for place, of_item in groupby(records, key=lambda record: record.item or record.meeting):
        (cited,) = together(of_item)
        record = cited.record
        committee = curled(record.committee)
        minutes = f"Minutes of the {committee}"
        yield Entry(
            key=citation_key(place),
            kind="Minutes" if record.item is None else "Minute" if record.runs_on else "Item",
            author=curled(record.council or record.committee),
            committee=committee,
            title=curled(record.title or minutes),
            series=None if record.item is None else minutes,
            record=record,
            permalinks=cited.permalinks,
            remarks=tuple(_remarks(record)),
        )


def citation_key(permalink: str) -> str:
    """What a reference manager calls a place: "eastmarsh/cypsg/2021-05-10/22" -> "eastmarsh-cypsg-2021-05-10-22".

    No two places have one key, whatever else is exported: where another permalink would come to the same letters, all
    but the one that the key is read as first have some letters of a hash behind it.
    """
    key = re.sub(r"[^\w.+-]", "_", permalink.replace("/", "-"))
    return key if _read_back(key) == permalink else f"{key}-{hashlib.sha256(permalink.encode()).hexdigest()[:8]}"


_KEY = re.compile(r"(?:(?P<council>[^-]+)-)?(?P<committee>.+?)-(?P<day>\d{4}-\d\d-\d\d|undated)(?:-(?P<item>.+))?")


def _read_back(key: str) -> str | None:
    """The permalink that a key is read as first: a council of one word, its committee, the day, the item."""
    parts = _KEY.fullmatch(key)
    return parts and "/".join(part for part in parts.groups() if part)


def _remarks(record: Record) -> Iterator[str]:
    """What else there is to say, each a sentence without its full stop."""
    if record.reference:
        yield f"Ref: {record.reference}"
    if record.status == "draft":
        yield "Unconfirmed minutes"
    if record.confirmation:
        how = " with amendments" if record.confirmation.amended else ""
        yield f"Confirmed{how} at the meeting of {spoken_day(record.confirmation.date)}"
    if record.result in ("lost", "withdrawn"):
        yield f"The motion was {record.result}"
    if not record.complete:
        yield "Text incomplete in source"
