"""Markdown of places: under the heading of each meeting and item, the words with the reference that cites them."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from store.citation.escaping import ESCAPES
from store.citation.record import Record
from store.citation.style_catalogue import full_reference
from store.text.dates import spoken_day

_ESCAPED = ESCAPES["markdown"]


def markdown(records: Iterable[Record]) -> Iterator[str]:
    """The pieces of a file."""
    before = ""
    for _, of_meeting in groupby(records, key=lambda record: record.meeting):
        meeting = None
        for item, of_item in groupby(of_meeting, key=lambda record: record.item):
            for at, record in enumerate(of_item):
                if meeting is None:
                    meeting = record
                    yield f"{before}{_meeting_heading(record)}"
                    before = "\n"
                if at == 0 and item is not None:
                    yield f"\n## {words(' '.join(filter(None, [record.number, record.title])))}\n"
                yield from _place(record)


def words(text: str) -> str:
    """Words that Markdown takes for nothing else."""
    return _ESCAPED.words(text)


def _meeting_heading(record: Record) -> str:
    council = None if record.council == record.committee else record.council
    names = [council, record.date and spoken_day(record.date)]
    under = words(", ".join(filter(None, names)))
    return f"# {words(record.committee)}\n" + (f"\n{under}\n" if under else "")


def _place(record: Record) -> Iterator[str]:
    if record.text:
        labelled = f"{record.label or ''} {record.text}".strip()
        yield f"\n> {words(labelled)}\n"
    link = f" <{_ESCAPED.address(record.source.url)}>" if record.source.url else ""
    yield f"\n— {words(full_reference(record))}{link} (`{record.permalink}`)\n"
