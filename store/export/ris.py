"""RIS: the tagged lines that reference managers read. It has no type for minutes; that of reports keeps the number."""

from collections.abc import Iterable, Iterator

from store.citation.record import Record
from store.export.reference_entry import Entry, entries
from store.text.clean import clean_line

_LINE_END = "\r\n"


def ris(records: Iterable[Record]) -> Iterator[str]:
    """The pieces of a file, an entry each."""
    for entry in entries(records):
        lines = (f"{tag}  - {clean_line(value)}" for tag, value in _fields(entry) if value)
        yield _LINE_END.join(["TY  - RPRT", *lines, "ER  - ", "", ""])


def _fields(entry: Entry) -> Iterator[tuple[str, str | None]]:
    record, source = entry.record, entry.record.source
    yield "ID", entry.key
    yield "AU", f"{entry.author},"  # the comma says that it is no person's name
    yield "TI", entry.title
    yield "T2", entry.series
    yield "M3", entry.kind
    yield "SN", record.number
    yield "PY", record.date and record.date[:4]
    yield "DA", record.date and record.date.replace("-", "/")
    yield "PB", record.council
    yield "CY", record.town
    if source.pages:
        yield "SP", str(source.pages[0])
        yield "EP", str(source.pages[1])
    yield "AB", record.text
    yield "UR", source.url
    yield "Y2", source.accessed and source.accessed.replace("-", "/")
    yield "N1", " ".join(f"{remark}." for remark in entry.remarks)
    yield "C1", " ".join(entry.permalinks)
