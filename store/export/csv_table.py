"""CSV: a row a place, made so that a spreadsheet opens it with its letters right and computes nothing from it."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final

from store.citation.record import Record
from store.text.clean import clean_line

MARK = "\ufeff"  # without it a spreadsheet takes “ ” and £ for letters of another alphabet
# What begins so is a formula to a spreadsheet; as OWASP advises, an apostrophe before it makes it text.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

COLUMNS: Final = (
    "permalink", "council", "committee", "date", "number", "title", "label", "text", "decided", "status", "complete",
    "pages", "url", "document", "sha256", "start", "end", "form", "result", "outcomes", "mover", "seconder", "vote",
)  # fmt: skip


ACTION_COLUMNS: Final = ("reference", "meeting", "action", "owner", "due", "status", "evidence")
"""The columns of the action tracker that councils keep by hand."""


def csv_rows(columns: Iterable[str], cells: Iterable[Iterable[object]]) -> Iterator[str]:
    """The rows of any table as a spreadsheet opens them, the names of the columns first."""
    yield MARK + _row(columns)
    yield from map(_row, cells)


def csv_table(records: Iterable[Record]) -> Iterator[str]:
    """The rows of a file, the names of the columns first."""
    yield MARK + _row(COLUMNS)
    for record in records:
        source = record.source
        yield _row(
            (
                record.permalink, record.council, record.committee, record.date, record.number, record.title,
                record.label, record.text, record.decided, record.status, "yes" if record.complete else "no",
                source.pages and "-".join(str(page) for page in dict.fromkeys(source.pages)), source.url, source.name,
                source.sha256, source.start, source.end, record.form, record.result,
                "; ".join(record.outcomes), record.mover, record.seconder, record.vote,
            )
        )  # fmt: skip


def _row(cells: Iterable[object]) -> str:
    line = StringIO()
    csv.writer(line).writerow([harmless(cell) for cell in cells])
    return line.getvalue()


def harmless(cell: object) -> str:
    """A cell on one line that no spreadsheet takes for a formula."""
    text = "" if cell is None else clean_line(str(cell))
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) else text  # so that taking one away gives the words back
