"""CSL-JSON: what Zotero, Pandoc and other programs read, as the schema of the Citation Style Language has it.

CSL has no type for minutes. Each item is a "hearing", whose genre says what it is: of all types that is the one of
which reference managers keep the number and the body that met. The clause belongs into the citation, as its locator,
and not into the item; there is no "event-date", which styles would print beside the date.
"""

from collections.abc import Iterable, Iterator

from store.citation.record import Record
from store.export.json_values import array
from store.export.reference_entry import Entry, entries


def csl_json(records: Iterable[Record]) -> Iterator[str]:
    """The pieces of a CSL-JSON file."""
    return array(map(_item, entries(records)))


def _item(entry: Entry) -> dict[str, object]:
    record, source = entry.record, entry.record.source
    fields: dict[str, object] = {
        "id": entry.key,
        "type": "hearing",
        "genre": entry.kind,
        "number": record.number,
        "author": [{"literal": entry.author}],
        "authority": entry.committee,
        "title": entry.title,
        "container-title": entry.series,
        "issued": _date(record.date),
        "publisher": record.council,
        "publisher-place": record.town,
        "status": {"draft": "unconfirmed", "confirmed": "confirmed"}.get(record.status),
        "abstract": record.text,
        "page": source.pages and "-".join(str(page) for page in dict.fromkeys(source.pages)),
        "URL": source.url,
        "accessed": _date(source.accessed),
        "note": "; ".join(entry.remarks),
        "custom": {"permalink": " ".join(entry.permalinks), "file": source.name, "sha256": source.sha256},
    }
    return {name: value for name, value in fields.items() if value}


def _date(day: str | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[int(part) for part in day.split("-")]]} if day else None
