"""JSON: every place with all that is known of it, in one array or an object a line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from store.citation.record import Record


def json_array(records: Iterable[Record]) -> Iterator[str]:
    """The pieces of a file with one array."""
    return array(map(_value, records))


def json_lines(records: Iterable[Record]) -> Iterator[str]:
    """An object a line."""
    for record in records:
        yield f"{json.dumps(_value(record), ensure_ascii=False)}\n"


def array(values: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """The pieces of an array, an object after another."""
    before = "["
    for value in values:
        yield f"{before}\n{json.dumps(value, ensure_ascii=False, indent=2)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _value(record: Record) -> dict[str, object]:
    """A record without the day of exporting, so that the same minutes make the same file tomorrow."""
    value = asdict(record)
    del value["source"]["accessed"]
    return value
