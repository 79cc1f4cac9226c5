"""From what is wanted to the pieces of a file: the same for the app and the command line."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from store.citation.gather import gather
from store.errors import MinutebookError
from store.export.export_formats import ExportFormat
from store.export.meeting_markdown import meeting_markdown
from store.export.selection import found_by, in_groups, known, places_of_meeting
from store.find.deadline import Withdrawn
from store.find.parse_query import parse_query
from store.find.user_filters import NO_MARKS, UserMarks
from store.text.clean import clean_piece


class NotUnderstood(MinutebookError):
    """A query of which a part means nothing: without it more would be exported than was asked for."""


class NothingToExport(MinutebookError):
    """A query that finds nothing, or stars that are of another store."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export: a whole meeting, by a permalink in it; what a query finds; else these places."""

    meeting: str | None = None
    query: str | None = None
    places: tuple[str, ...] = ()


def export(
    store: sqlite3.Connection,
    wanted: Wanted,
    form: ExportFormat,
    marked: UserMarks = NO_MARKS,
    stopped: Withdrawn = bool,
) -> Iterator[str]:
    """The pieces of a file. `marked` is what the person marked, for a query that asks; `stopped` ends finding.

    Raises `NotFound` for a meeting that is not in the store, `NotUnderstood` and `NothingToExport`; places that are not
    there are left out.
    """
    if wanted.meeting is not None:
        if form.id == "markdown":
            return map(clean_piece, meeting_markdown(store, wanted.meeting))
        return export_places(store, places_of_meeting(store, wanted.meeting), form)
    if wanted.query is None:
        places = iter(in_groups(known(store, wanted.places)))
    else:
        if problems := parse_query(wanted.query).problems:
            raise NotUnderstood(f"“{problems[0].part}” is not understood: {problems[0].why} Nothing was written.")
        places = found_by(store, wanted.query, marked, stopped)
    if not (first := next(places, None)):
        raise NothingToExport("There is nothing to export; nothing was written.")
    return _written(store, chain([first], places), form)


def export_places(store: sqlite3.Connection, permalinks: Iterable[str], form: ExportFormat) -> Iterator[str]:
    """The pieces of a file with these places, those of an item together. Raises `NotFound` for one that is not."""
    return _written(store, in_groups(permalinks), form)


def _written(store: sqlite3.Connection, places: Iterable[str], form: ExportFormat) -> Iterator[str]:
    return map(clean_piece, form.write(gather(store, places)))
